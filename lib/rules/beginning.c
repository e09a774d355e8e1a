/* SPDX-License-Identifier: MIT */
#include "rules/beginning.h"

#include "text/token.h"

#include <string.h>

struct reading {
  const struct rules_program *program;
  const struct rules_code *code;
  uint8_t *known; /* of each instruction */
};

static struct rules_instruction instruction_at(const struct reading *reading,
                                               uint32_t i) {
  return rules_instruction_at(reading->code, reading->program, i);
}

static bool is_capital(struct rules_instruction instruction) {
  return instruction.operation == RULES_CAPITAL ||
         instruction.operation == RULES_NAME;
}

static bool is_placeholder(struct rules_instruction instruction) {
  return instruction.operation == RULES_CLASS &&
         instruction.argument == TEXT_PLACEHOLDER;
}

static bool is_mark(struct rules_instruction instruction) {
  return instruction.operation == RULES_MARK ||
         instruction.operation == RULES_HYPHEN;
}

/* What may be any word, or none. */
static bool is_vague(struct rules_instruction instruction) {
  return instruction.operation == RULES_ANY ||
         (instruction.operation == RULES_CLASS && !is_placeholder(instruction));
}

/* A mark or the end behind a word is seen as such. */
static bool ends_pair(struct rules_instruction instruction) {
  return instruction.operation == RULES_AT_SENTENCE_END ||
         instruction.operation == RULES_AT_TEXT_END || is_mark(instruction);
}

/* What is taken behind an instruction. */
static uint8_t taken_behind(struct rules_instruction instruction,
                            unsigned taken) {
  unsigned none = taken & RULES_NONE_TAKEN;
  unsigned more = taken & RULES_MORE_TAKEN;
  bool one = (taken & RULES_ONE_TAKEN) != 0;
  if (rules_operation_consumes(instruction.operation) &&
      !is_mark(instruction)) {
    return (uint8_t)((none != 0 ? RULES_ONE_TAKEN : 0) |
                     (one ? RULES_MORE_TAKEN : 0) | more);
  }
  if (ends_pair(instruction) && one) {
    return (uint8_t)(none | RULES_MORE_TAKEN);
  }
  return (uint8_t)taken;
}

/* How what is known of two ways to one instruction is joined: */
static void unite(uint8_t *known, uint8_t other) {
  *known |= other;
}

static void raise(uint8_t *known, uint8_t other) {
  *known = other > *known ? other : *known;
}

/* Tells the instructions that instruction i leads to what holds behind it. */
static void pass_on(const struct reading *reading, uint32_t i, uint8_t behind,
                    void (*join)(uint8_t *, uint8_t)) {
  struct rules_exits exits = rules_exits_of(reading->code, reading->program, i);
  for (uint32_t target; rules_exits_next(&exits, &target);) {
    join(&reading->known[target], behind);
  }
}

/* Programs lead forwards only, so that one pass tells. */
static void measure(const struct reading *reading) {
  uint8_t *taken = reading->known;
  memset(taken, 0, reading->program->count + 1);
  taken[0] = RULES_NONE_TAKEN;
  for (uint32_t i = 0; i < reading->program->count; i++) {
    struct rules_instruction instruction = instruction_at(reading, i);
    if (!is_placeholder(instruction)) {
      pass_on(reading, i, taken_behind(instruction, taken[i]), unite);
    }
  }
}

static bool leads_to(const struct reading *reading, uint32_t i,
                     uint32_t target) {
  struct rules_exits exits = rules_exits_of(reading->code, reading->program, i);
  bool leads = false;
  for (uint32_t exit; !leads && rules_exits_next(&exits, &exit);) {
    leads = exit == target;
  }
  return leads;
}

/* Whether every way to the end of the program is by its last $, and by words
 * that are told. */
static bool is_whole(const struct reading *reading) {
  uint32_t accept = reading->program->count - 1;
  bool whole = accept > 0 && instruction_at(reading, accept - 1).operation ==
                                 RULES_AT_SENTENCE_END;
  for (uint32_t i = 0; i + 1 < accept && whole; i++) {
    whole = !leads_to(reading, i, accept) &&
            (reading->known[i] == 0 || !is_vague(instruction_at(reading, i)));
  }
  return whole;
}

/* A capital that begins a match must be followed, too. */
struct rules_beginning rules_beginning_of(const struct rules_program *program,
                                          const struct rules_code *code,
                                          uint8_t *taken) {
  struct reading reading = {program, code, taken};
  struct rules_beginning beginning = {.clear = program->count > 0,
                                      .followed = true};
  measure(&reading);
  for (uint32_t i = 0; i < program->count; i++) {
    struct rules_instruction instruction = instruction_at(&reading, i);
    bool vague = is_vague(instruction) || instruction.operation == RULES_ACCEPT;
    if ((taken[i] & RULES_NONE_TAKEN) != 0) {
      beginning.clear &= !vague;
      beginning.capital |= is_capital(instruction);
      beginning.other |= is_mark(instruction) || is_placeholder(instruction);
    }
    if ((taken[i] & RULES_ONE_TAKEN) != 0) {
      beginning.followed &= !vague;
      beginning.named |= is_capital(instruction);
    }
  }
  beginning.clear &=
      !beginning.capital || (program->at_start_only && beginning.followed);
  beginning.whole = beginning.clear && is_whole(&reading);
  return beginning;
}

static uint8_t words_behind(struct rules_instruction instruction,
                            uint8_t words) {
  bool takes =
      rules_operation_consumes(instruction.operation) && !is_mark(instruction);
  return takes && words < UINT8_MAX ? words + 1 : words;
}

void rules_words_before(const struct rules_program *program,
                        const struct rules_code *code, uint8_t *words) {
  struct reading reading = {program, code, words};
  memset(words, 0, program->count + 1);
  for (uint32_t i = 0; i < program->count; i++) {
    pass_on(&reading, i, words_behind(instruction_at(&reading, i), words[i]),
            raise);
  }
}

/* Whether an instruction takes a written word, and nothing else. */
static bool takes_word(struct rules_instruction instruction) {
  return rules_operation_consumes(instruction.operation) &&
         !is_mark(instruction) && instruction.operation != RULES_CLASS;
}

/* The least words that the ways to an instruction take, times two, and one more
 * where a mark may have been taken last. */
enum { AT_MARK = 1, ONE_WORD = 2, MANY_WORDS = 4 };

static void join_shapes(uint8_t *known, uint8_t other) {
  int least = *known < other ? *known : other;
  *known = (uint8_t)(least | ((*known | other) & AT_MARK));
}

static uint8_t shape_behind(struct rules_instruction instruction,
                            uint8_t before) {
  if (takes_word(instruction)) {
    return before < ONE_WORD ? ONE_WORD : MANY_WORDS;
  }
  return rules_operation_consumes(instruction.operation) ? before | AT_MARK
                                                         : before;
}

struct rules_shape rules_shape_of(const struct rules_program *program,
                                  const struct rules_code *code,
                                  uint8_t *least) {
  struct reading reading = {program, code, least};
  memset(least, MANY_WORDS, program->count + 1);
  least[0] = 0;
  for (uint32_t i = 0; i < program->count; i++) {
    pass_on(&reading, i, shape_behind(instruction_at(&reading, i), least[i]),
            join_shapes);
  }
  uint8_t last = program->count > 0 ? least[program->count - 1] : 0;
  return (struct rules_shape){
      .single = last < MANY_WORDS,
      .marked = (last & AT_MARK) != 0,
  };
}
