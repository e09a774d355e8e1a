/* SPDX-License-Identifier: MIT */
/*
 * What stands around the words of an anchor. A program leads forwards only, so
 * that one pass over it tells of each instruction what was taken before; what
 * can be taken next, the instructions behind it tell:
 *
 *                        before        tokens   behind
 *     0 WORD  sorry      anything      0        for, to
 *     1 SPLIT 3
 *     2 WORD  for        sorry         1        to
 *     3 WORD  to         sorry, for    1 … 2    bother
 *     4 WORD  bother     to            2 … 3    you
 *     5 WORD  you        bother        3 … 4    anything
 *     6 ACCEPT
 *
 * Tokens are counted as the matcher walks back over them: without those that
 * phrases pass over, commas among them, whether or not the phrase wrote one.
 * What takes several tokens, such as `*`, takes those of one written word.
 */
#include "rules/phrase_key.h"

#include "text/sign.h"

#include <stdlib.h>

/* More written words than this are not walked back: then nobody knows where
 * the match begins, and it may be anywhere. */
enum { MOST_WORDS = 20, ANYWHERE = UINT8_MAX };

/* What all ways that arrive at an instruction have in common. */
struct arrival {
  uint64_t taken;   /* signs of the token that was taken last, */
  uint64_t earlier; /* and of the one before that */
  uint64_t ahead;   /* signs of what can be taken behind the next token */
  uint8_t least;    /* tokens taken so far, at least */
  uint8_t most;     /* elements of the phrase that took them, at most */
  bool reached;
  bool free;  /* nothing was taken yet, and no ^ asked for */
  bool fixed; /* nothing was taken yet, and a ^ was */
};

static uint64_t before(const struct arrival *arrival) {
  return arrival->taken | (arrival->free ? TEXT_SIGN_ANY : 0) |
         (arrival->fixed ? TEXT_SIGN_EDGE : 0);
}

/* Signs of a token two from a word; any, where there may be none. */
static uint64_t unless_edge(uint64_t signs) {
  return (signs & TEXT_SIGN_EDGE) != 0 ? TEXT_SIGN_ANY : signs;
}

static void merge(struct arrival *into, const struct arrival *from) {
  if (!into->reached) {
    *into = *from;
    return;
  }
  into->taken |= from->taken;
  into->earlier |= from->earlier;
  into->free |= from->free;
  into->fixed |= from->fixed;
  into->least = from->least < into->least ? from->least : into->least;
  into->most = from->most > into->most ? from->most : into->most;
}

/* What holds behind an instruction that takes a token. */
static struct arrival take(const struct rules_code *code,
                           struct rules_instruction instruction,
                           const struct arrival *from, bool strict_comma) {
  bool is_mark = instruction.operation == RULES_MARK;
  bool is_comma = is_mark && instruction.argument == ',' && !strict_comma;
  bool ends = is_mark && rules_mark_ends_sentence(instruction.argument);
  struct arrival to = {
      .taken = rules_last_sign(code, instruction),
      .earlier = rules_operation_takes_many(instruction.operation)
                     ? TEXT_SIGN_ANY
                     : unless_edge(before(from)),
      .reached = true,
      .least = from->least,
      .most = from->most,
  };
  /* The full stop of an abbreviation is no token. */
  if (!is_comma && !ends && from->least < MOST_WORDS) {
    to.least++;
  }
  if (ends || from->most >= MOST_WORDS) {
    to.most = ANYWHERE;
  } else if (!is_comma) {
    to.most++;
  }
  return to;
}

static bool is_start(uint32_t operation) {
  return operation == RULES_AT_SENTENCE_START ||
         operation == RULES_AT_TEXT_START;
}

/* A program, and what is known of its instructions. */
struct reading {
  const struct rules_code *code;
  const struct rules_program *program;
  struct arrival *arrivals;
};

static void look_forwards(const struct reading *reading) {
  const struct rules_code *code = reading->code;
  const struct rules_program *program = reading->program;
  struct arrival *arrivals = reading->arrivals;
  arrivals[0].reached = true;
  arrivals[0].free = true;
  for (uint32_t i = 0; i < program->count; i++) {
    struct rules_instruction instruction =
        rules_instruction_at(code, program, i);
    uint32_t operation = instruction.operation;
    struct arrival arrival = arrivals[i];
    if (!arrival.reached) {
      continue;
    }
    if (rules_operation_consumes(operation)) {
      arrival = take(code, instruction, &arrival, program->strict_comma);
    } else if (is_start(operation)) {
      arrival.fixed |= arrival.free;
      arrival.free = false;
    }
    struct rules_exits exits = rules_exits_of(code, program, i);
    for (uint32_t target; rules_exits_next(&exits, &target);) {
      merge(&arrivals[target], &arrival);
    }
    if (operation == RULES_MARK && instruction.argument == '.') {
      merge(&arrivals[i + 1], &arrivals[i]); /* of an abbreviation */
    }
  }
}

/* What can be taken behind the tokens that the instruction takes, if it takes
 * any. */
static uint64_t signs_behind(const struct reading *reading, uint32_t number) {
  const struct rules_program *program = reading->program;
  struct rules_instruction instruction =
      rules_instruction_at(reading->code, program, number);
  uint32_t operation = instruction.operation;
  bool takes = rules_operation_consumes(operation);
  uint64_t signs = 0;
  if (operation == RULES_ACCEPT || operation == RULES_AT_SENTENCE_END ||
      operation == RULES_AT_TEXT_END || rules_operation_takes_many(operation)) {
    return TEXT_SIGN_ANY;
  }
  struct rules_exits exits = rules_exits_of(reading->code, program, number);
  for (uint32_t target; rules_exits_next(&exits, &target);) {
    signs |= takes
                 ? unless_edge(rules_sign_from(reading->code, program, target))
                 : reading->arrivals[target].ahead;
  }
  if (operation == RULES_MARK && instruction.argument == '.') {
    signs |= reading->arrivals[number + 1].ahead; /* of an abbreviation */
  }
  return signs;
}

static void look_backwards(const struct reading *reading) {
  for (uint32_t i = reading->program->count; i > 0; i--) {
    reading->arrivals[i - 1].ahead = signs_behind(reading, i - 1);
  }
}

static bool has_word(const struct rules_code *code, uint32_t set,
                     uint32_t word) {
  struct text_word_set words = rules_code_set(code, set);
  return text_word_set_has(&words, word);
}

/* What stands beyond the neighbours of a key's word. */
struct beyond {
  uint64_t before;
  uint64_t behind;
};

static void go_on(const struct reading *reading, uint32_t target,
                  struct text_key *key, struct beyond *beyond) {
  key->behind |= rules_sign_from(reading->code, reading->program, target);
  beyond->behind |= reading->arrivals[target].ahead;
}

/* Whether the instruction takes the word, and then what can be behind it. */
static bool takes_word(const struct reading *reading, uint32_t number,
                       uint32_t word, struct text_key *key,
                       struct beyond *beyond) {
  const struct rules_code *code = reading->code;
  struct rules_instruction instruction =
      rules_instruction_at(code, reading->program, number);
  uint32_t argument = instruction.argument;
  if (instruction.operation == RULES_SWITCH) {
    struct rules_switch table = rules_code_switch(code, argument);
    size_t i = rules_switch_find(table, word);
    bool taken = false;
    for (; i < table.count && rules_case_word(table.cases[i]) == word; i++) {
      go_on(reading, number + 1 + rules_case_past(table.cases[i]), key, beyond);
      taken = true;
    }
    return taken;
  }
  bool taken = (instruction.operation == RULES_WORD && argument == word) ||
               (instruction.operation == RULES_WORD_SET &&
                has_word(code, argument, word));
  if (taken) {
    go_on(reading, number + 1, key, beyond);
  }
  return taken;
}

/* Whether the program is a word or one of a set, and besides at most a ^. */
static bool is_one_word(const struct reading *reading) {
  const struct rules_program *program = reading->program;
  const struct rules_instruction *first =
      &reading->code->instructions.items[program->first];
  bool at_start = first->operation == RULES_AT_SENTENCE_START;
  const struct rules_instruction *word = first + at_start;
  return program->count == 2U + at_start &&
         (word->operation == RULES_WORD || word->operation == RULES_WORD_SET);
}

static void widen(struct text_key *key, const struct arrival *arrival,
                  bool first) {
  key->before |= before(arrival);
  key->least =
      first || arrival->least < key->least ? arrival->least : key->least;
  key->most = arrival->most > key->most ? arrival->most : key->most;
}

/* Whether a sign is there whenever the key's word and neighbours are. */
static bool is_told(uint64_t sign, const struct text_key *key, uint32_t word) {
  return (sign & text_sign_of_word(word)) != 0 || (key->before & ~sign) == 0 ||
         (key->behind & ~sign) == 0;
}

enum { ALL = 1000 }; /* what chances are told in */

/* How often a token of mail has one of the signs: guessed for each kind, and
 * for as many words as would share their bits. */
static unsigned chance(uint64_t sign) {
  enum { OF_WORD = 17, OF_CAPITAL = 120, OF_EDGE = 100, OF_KIND = 30 };
  uint64_t common = TEXT_SIGN_ALWAYS | TEXT_SIGN_WRITTEN;
  if ((sign & common) != 0) {
    return ALL;
  }
  uint64_t words = sign & TEXT_SIGN_ALL_WORDS;
  uint64_t kinds = sign & ~words & ~(TEXT_SIGN_CAPITALISED | TEXT_SIGN_EDGE);
  unsigned all = OF_WORD * (unsigned)__builtin_popcountll(words) +
                 OF_KIND * (unsigned)__builtin_popcountll(kinds);
  all += (sign & TEXT_SIGN_CAPITALISED) != 0 ? OF_CAPITAL : 0;
  all += (sign & TEXT_SIGN_EDGE) != 0 ? OF_EDGE : 0;
  return all < ALL ? all : ALL;
}

/* What the sentence must have beside the word and its neighbours: of the needs,
 * the one that tells most, or what a match begins with. */
static uint64_t need_beside(const struct rules_program *program,
                            const struct text_key *key, uint32_t word) {
  for (size_t i = 0; i < RULES_NEEDS; i++) {
    if (!is_told(program->need_signs[i], key, word) &&
        program->need_signs[i] != TEXT_SIGN_ANY) {
      return program->need_signs[i];
    }
  }
  return program->starts;
}

/* How often what the key needs is there. */
static unsigned chance_of_need(const struct text_key *key) {
  enum { TOKENS = 18 }; /* of a sentence, any of which may be it */
  unsigned has = chance(key->need);
  has *= key->where == TEXT_IN_SENTENCE ? TOKENS : 1;
  return has < ALL ? has : ALL;
}

static void need_rather(struct text_key *key, uint64_t need,
                        enum text_where where) {
  struct text_key other = *key;
  other.need = need;
  other.where = (uint8_t)where;
  *key = chance_of_need(&other) < chance_of_need(key) ? other : *key;
}

/* What is needed besides the word and its neighbours, and where: that which is
 * there least often. Of a match in several sentences nothing is sure to stand
 * in this one. */
static void tell_need(const struct reading *reading, struct text_key *key,
                      const struct beyond *beyond, uint32_t word) {
  key->need = TEXT_SIGN_ANY;
  key->where = TEXT_IN_SENTENCE;
  if (reading->program->sentence_ends == 0) {
    key->need = need_beside(reading->program, key, word);
    need_rather(key, beyond->before, TEXT_TWO_BEFORE);
    need_rather(key, beyond->behind, TEXT_TWO_BEHIND);
  }
}

static enum text_from from_of(const struct reading *reading,
                              const struct text_key *key, bool begins) {
  if (is_one_word(reading)) {
    return TEXT_IS_WORD;
  }
  if (key->most == ANYWHERE) {
    return TEXT_FROM_ANYWHERE;
  }
  if (begins) {
    return TEXT_FROM_WORD;
  }
  return reading->program->at_start_only ? TEXT_FROM_START : TEXT_FROM_BEFORE;
}

/* Of all places in the anchor where the word is taken. */
static struct text_key key_of_word(const struct reading *reading,
                                   const struct rules_anchor *anchor,
                                   uint32_t word, uint32_t pattern) {
  struct text_key key = {.pattern = pattern};
  struct beyond beyond = {0, 0};
  bool first = true;
  bool begins = true;
  for (uint32_t i = anchor->first; i < anchor->end; i++) {
    const struct arrival *arrival = &reading->arrivals[i];
    if (arrival->reached && takes_word(reading, i, word, &key, &beyond)) {
      widen(&key, arrival, first);
      beyond.before |=
          arrival->free || arrival->fixed ? TEXT_SIGN_ANY : arrival->earlier;
      begins &= arrival->taken == 0;
      first = false;
    }
  }
  tell_need(reading, &key, &beyond, word);
  key.from = (uint8_t)from_of(reading, &key, begins);
  return key;
}

/* --------------------------------------------------------------- anchors */

/* How often a key fits where its word stands. */
static uint64_t chance_to_fit(const struct text_key *key) {
  uint64_t fits = (uint64_t)chance(key->before) * chance(key->behind) / ALL;
  return fits * chance_of_need(key) / ALL;
}

/* What it costs that an anchor's words are met: to test the key each time, and
 * to try the phrase when it fits. Counts no further than `most`. */
static uint64_t cost_of(const struct reading *reading,
                        const struct rules_anchor *anchor, uint64_t most) {
  enum { TRY = 20 }; /* as much as so many tests */
  uint64_t cost = 0;
  for (size_t i = 0; i < anchor->count && cost < most; i++) {
    struct text_key key = key_of_word(reading, anchor, anchor->words[i], 0);
    cost += anchor->costs[i] * (ALL + TRY * chance_to_fit(&key));
  }
  return cost;
}

static const struct rules_anchor *cheapest(const struct reading *reading,
                                           const struct rules_anchor *anchor) {
  const struct rules_anchor *best = anchor;
  uint64_t least = cost_of(reading, anchor, UINT64_MAX);
  for (anchor = anchor->next; anchor != NULL; anchor = anchor->next) {
    uint64_t cost = cost_of(reading, anchor, least);
    if (cost < least) {
      least = cost;
      best = anchor;
    }
  }
  return best;
}

bool rules_phrase_file(const struct rules_code *code,
                       const struct rules_program *program,
                       const struct rules_anchor *anchor, uint32_t pattern,
                       struct text_filing *filing) {
  if (anchor->count == 0) {
    return text_filing_add_always(filing, pattern);
  }
  struct reading reading = {
      .code = code,
      .program = program,
      .arrivals = calloc(program->count + 1, sizeof *reading.arrivals),
  };
  if (reading.arrivals == NULL) {
    return false;
  }
  look_forwards(&reading);
  look_backwards(&reading);
  const struct rules_anchor *best =
      anchor->next == NULL ? anchor : cheapest(&reading, anchor);
  bool filed = true;
  for (size_t i = 0; i < best->count && filed; i++) {
    struct text_key key = key_of_word(&reading, best, best->words[i], pattern);
    filed = text_filing_add(filing, best->words[i], &key);
  }
  free(reading.arrivals);
  return filed;
}
