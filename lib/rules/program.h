/* SPDX-License-Identifier: MIT */
/*
 * A phrase as a small program for a thread machine (Pike's): `like I [just]
 * told you` becomes
 *
 *     0 WORD like
 *     1 WORD i
 *     2 SPLIT 3, 4
 *     3 WORD just
 *     4 WORD told
 *     5 WORD you
 *     6 ACCEPT
 *
 * An instruction that consumes a token goes on at the next instruction, SWITCH
 * at the case of its word; JUMP and SPLIT go on elsewhere, always forwards, so
 * a program ends. The target of a JUMP counts from the program's first
 * instruction, the others from the one behind.
 */
#ifndef COURTESY_RULES_PROGRAM_H
#define COURTESY_RULES_PROGRAM_H

#include "base/arena.h"
#include "base/vector.h"
#include "rules/cases.h"
#include "rules/guard.h"
#include "rules/known.h"
#include "text/lexicon.h"
#include "text/sign.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Items [first, first + count) of one of the ruleset's tables. */
struct rules_range {
  uint32_t first;
  uint32_t count;
};

enum rules_operation {
  RULES_WORD = 0, /* argument: vocabulary id; a reading of the token */
  RULES_WORD_SET, /* argument: index of a word set */
  RULES_SWITCH,   /* argument: index of a switch: words, and where each goes */
  RULES_NAME,     /* one word of a name; <Name> is up to three */
  RULES_CAPITAL,  /* <Capital> */
  RULES_CLASS,    /* argument: enum text_token_kind (number, url, …); of
                     TEXT_EMOJI only those that smile */
  RULES_ANY,      /* `*`: one written word */
  RULES_MARK,     /* argument: code point of written punctuation */
  RULES_HYPHEN,   /* a written hyphen */
  RULES_SPELLED,  /* argument: index of a spelling, `=IT`, of the token that
                    was taken last */
  RULES_AT_SENTENCE_START, /* ^ */
  RULES_AT_SENTENCE_END,   /* $ */
  RULES_AT_TEXT_START,     /* ^^ */
  RULES_AT_TEXT_END,       /* $$ */
  RULES_IN_STEP,           /* behind ^: <step> */
  RULES_JUMP,              /* argument: target */
  RULES_SPLIT,             /* argument: index of a fork */
  RULES_ACCEPT,
};

struct rules_instruction {
  uint32_t operation : 8;
  uint32_t argument : 24;
};

enum { RULES_LAST_ARGUMENT = (1 << 24) - 1 };

/* An instruction of an argument that it can hold. */
static inline struct rules_instruction rules_instruction_of(
    enum rules_operation operation, uint32_t argument) {
  return (struct rules_instruction){
      .operation = (uint32_t)operation & 0xFF,
      .argument = argument & RULES_LAST_ARGUMENT,
  };
}

/* Where a SPLIT leads: to the next instruction, and past some more. By the sign
 * of the next token (text/sign.h) most are decided. Many phrases share one: it
 * does not say where the SPLIT is. */
struct rules_fork {
  uint64_t here;  /* signs of what can be taken from the next instruction on, */
  uint64_t there; /* and of the same past that */
  uint32_t past;  /* instructions between the SPLIT and that */
  uint32_t words; /* of the gap that is between them, each of which may be the
                     last; 0: there is none */
};

/*
 * A coarse picture of words, of those of a sentence or of those of which it must
 * have one: different words may share a bit.
 */
enum { RULES_BITS_LANES = 4 };

struct rules_bits {
  uint64_t words[RULES_BITS_LANES]; /* bit `id % 256` */
};

/* Words, or cases, with the sign of all of them: what that does not share with
 * a token is no word of it. */
struct rules_table {
  uint32_t first;
  uint32_t count;
  uint64_t sign; /* text/sign.h */
};

BASE_VECTOR(rules_instructions, struct rules_instruction);
BASE_VECTOR(rules_tables, struct rules_table);
BASE_VECTOR(rules_members, uint32_t);
BASE_VECTOR(rules_forks, struct rules_fork);
BASE_VECTOR(rules_needs, struct rules_bits);
BASE_VECTOR(rules_spellings, const char *);

/* Largest number of instructions of a ruleset. Ten thousand phrases stay far
 * below it; what passes it is a list gone wrong. */
enum { RULES_CODE_INSTRUCTIONS = 1 << 18 };

/* What the programs of a ruleset share. Equal word sets, switches, forks and
 * needs are kept once. */
struct rules_code {
  struct rules_instructions instructions;
  struct rules_tables word_sets; /* of the words */
  struct rules_tables switches;  /* of the cases */
  struct rules_members words;
  struct rules_cases cases;
  struct rules_spreads set_spreads;    /* of the word sets, */
  struct rules_spreads switch_spreads; /* and of the switches: in */
  struct rules_buckets buckets;
  struct rules_forks forks;
  struct rules_needs needs;
  struct rules_spellings spellings;
  struct rules_guards guards; /* of the regexes, in their order */
  struct rules_known known_sets;
  struct rules_known known_switches;
  struct rules_known known_forks;
  struct rules_known known_needs;
  bool borrowed; /* from an image: nothing is added, nothing ours to free */
};

/* A zeroed struct is empty code. Spellings lie in the arena that they were
 * added with. */
void rules_code_destroy(struct rules_code *code);

/* The index of a set of words (any order, duplicates allowed; they are sorted
 * in place). Returns false when memory ran out. */
bool rules_code_add_set(struct rules_code *code, uint32_t *words, size_t count,
                        uint32_t *index);

/* The same of the cases of a switch. */
bool rules_code_add_switch(struct rules_code *code, struct rules_case *cases,
                           size_t count, uint32_t *index);

/* The same of a fork. */
bool rules_code_add_fork(struct rules_code *code, const struct rules_fork *fork,
                         uint32_t *index);

/* The same of what a match must meet. */
bool rules_code_add_need(struct rules_code *code, const struct rules_bits *need,
                         uint32_t *index);

/* A word set or a switch that was added. */
static inline struct text_word_set rules_code_set(const struct rules_code *code,
                                                  size_t index) {
  struct rules_table table = code->word_sets.items[index];
  return (struct text_word_set){code->words.items + table.first, table.count};
}

static inline struct rules_switch rules_code_switch(
    const struct rules_code *code, size_t index) {
  struct rules_table table = code->switches.items[index];
  return (struct rules_switch){code->cases.items + table.first, table.count};
}

/* The index of a spelling. Returns false when memory ran out. */
bool rules_code_add_spelling(struct rules_code *code, struct base_arena *arena,
                             const char *bytes, size_t size, uint32_t *index);

static inline void rules_bits_add_word(struct rules_bits *bits, uint32_t word) {
  bits->words[word / 64 % RULES_BITS_LANES] |= UINT64_C(1) << (word % 64);
}

static inline bool rules_bits_have_word(const struct rules_bits *bits,
                                        uint32_t word) {
  return (bits->words[word / 64 % RULES_BITS_LANES] >> (word % 64) & 1) != 0;
}

static inline void rules_bits_add(struct rules_bits *into,
                                  const struct rules_bits *from) {
  for (size_t i = 0; i < RULES_BITS_LANES; i++) {
    into->words[i] |= from->words[i];
  }
}

static inline bool rules_bits_meet(const struct rules_bits *a,
                                   const struct rules_bits *b) {
  uint64_t common = 0;
  for (size_t i = 0; i < RULES_BITS_LANES; i++) {
    common |= a->words[i] & b->words[i];
  }
  return common != 0;
}

/* The signs (text/sign.h) of the first token that an instruction takes, and of
 * the last, when that is in the same sentence. */
uint64_t rules_first_sign(const struct rules_code *code,
                          struct rules_instruction instruction);
uint64_t rules_last_sign(const struct rules_code *code,
                         struct rules_instruction instruction);

/* Whether an operation may take several tokens: a whole written word, or a
 * name. */
static inline bool rules_operation_takes_many(uint32_t operation) {
  return operation == RULES_NAME || operation == RULES_CAPITAL ||
         operation == RULES_ANY;
}

/* Elements of a phrase that are looked at before it is run. More than three
 * tell hardly more. */
enum { RULES_NEEDS = 3 };

/*
 * A need of a program: one word, as most are, by its bit, or else the number of
 * bits of the code:
 *
 *     bit  15    7 … 0      bit  15    14 … 0
 *          1     word            0     bits
 */
enum {
  RULES_NEED_WORD = 1 << 15,
  RULES_NEED_WORDS = 64 * RULES_BITS_LANES,
  RULES_NEED_LAST = RULES_NEED_WORD - 1, /* bits */
};

static inline uint16_t rules_need_of_word(uint32_t word) {
  return (uint16_t)(RULES_NEED_WORD | word % RULES_NEED_WORDS);
}

static inline bool rules_need_is_word(uint16_t need) {
  return (need & RULES_NEED_WORD) != 0;
}

/* The word of a need that is one. */
static inline uint32_t rules_need_word(uint16_t need) {
  return need % RULES_NEED_WORDS;
}

/* In `seconds` of a program: the first element may take more tokens of the
 * written word that it begins with, whatever they are. */
#define RULES_MORE_OF_WORD TEXT_SIGN_PASSED

/* As many words as there are, or more. */
enum { RULES_ANY_WORDS = UINT16_MAX };

/* As large as a line of the processor's cache. */
struct rules_program {
  uint32_t first; /* instruction */
  uint32_t count;
  uint64_t starts;  /* signs (text/sign.h) of what a match can begin with, */
  uint64_t seconds; /* and of what can stand behind that */
  uint64_t need_signs[RULES_NEEDS]; /* of the needs; ANY: there is none */
  /* Most written words that a match can take, or RULES_ANY_WORDS. */
  uint32_t reach;
  uint16_t needs[RULES_NEEDS]; /* every match meets each of these */
  uint8_t need_count;
  uint8_t sentence_ends;   /* most sentence ends it can cross */
  bool at_start_only;      /* every match begins at a sentence's start */
  bool at_text_start_only; /* … of the first sentence */
  bool strict_comma;       /* a veto: commas are not passed over */
  bool needs_case;         /* <Name>, <Capital> or =word */
};
_Static_assert(sizeof(struct rules_program) == 64, "or it is as large as two");

/* Whether it stands for a regex, of which there are no instructions. */
static inline bool rules_is_regex(const struct rules_program *program) {
  return program->count == 0;
}

/* That of a regex, of which nothing is known. */
static inline struct rules_program rules_program_unknown(void) {
  return (struct rules_program){
      .starts = TEXT_SIGN_ANY,
      .seconds = TEXT_SIGN_ANY,
      .reach = RULES_ANY_WORDS,
      .need_signs = {TEXT_SIGN_ANY, TEXT_SIGN_ANY, TEXT_SIGN_ANY},
  };
}

static inline struct rules_instruction rules_instruction_at(
    const struct rules_code *code, const struct rules_program *program,
    uint32_t number) {
  return code->instructions.items[program->first + number];
}

/* The signs of all that a program can take from an instruction on; of one that
 * may end there, any. */
uint64_t rules_sign_from(const struct rules_code *code,
                         const struct rules_program *program, uint32_t number);

/* Where an instruction of a program leads:
 *
 *     struct rules_exits exits = rules_exits_of(code, program, number);
 *     for (uint32_t target; rules_exits_next(&exits, &target);) { … }
 *
 * Of one that consumes, what comes behind the token. */
struct rules_exits {
  const struct rules_code *code;
  struct rules_instruction instruction;
  uint32_t number;
  size_t step; /* how many were told */
};

static inline struct rules_exits rules_exits_of(
    const struct rules_code *code, const struct rules_program *program,
    uint32_t number) {
  return (struct rules_exits){code, rules_instruction_at(code, program, number),
                              number, 0};
}

bool rules_exits_next(struct rules_exits *exits, uint32_t *target);

/* Whether the operation takes a token. */
static inline bool rules_operation_consumes(uint32_t operation) {
  return operation <= RULES_HYPHEN;
}

/* Fills in what is told from the instructions [first, first + count): all but
 * strict_comma and the needs. Returns false when memory ran out. */
bool rules_program_analyse(struct rules_program *program,
                           const struct rules_code *code);

/* The code points that end a sentence. */
static inline bool rules_mark_ends_sentence(uint32_t mark) {
  return mark == '.' || mark == '?' || mark == '!' || mark == 0x2026;
}

#endif
