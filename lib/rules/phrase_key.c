/* SPDX-License-Identifier: MIT */
/*
 * The keys of a phrase: under each word of its anchor one, of all places where
 * the anchor takes the word. Which anchor that is, if there are several, and
 * what a key needs besides the neighbours, is chosen by how often it would be
 * met for nothing.
 */
#include "rules/phrase_key.h"

#include "rules/phrase_around.h"

#include <stdlib.h>

/* A program, and what stands around its instructions. */
struct reading {
  const struct rules_code *code;
  const struct rules_program *program;
  struct phrase_around *arounds;
};

/* A key that is told place by place, and what stands beyond the neighbours of
 * its word. */
struct telling {
  const struct reading *reading;
  uint32_t word;
  struct text_key key;
  uint64_t two_before;
  uint64_t two_behind;
};

static void go_on(struct telling *telling, uint32_t target) {
  const struct reading *reading = telling->reading;
  telling->key.behind |=
      rules_sign_from(reading->code, reading->program, target);
  telling->two_behind |= reading->arounds[target].ahead;
}

static bool has_word(const struct rules_code *code, uint32_t set,
                     uint32_t word) {
  struct text_word_set words = rules_code_set(code, set);
  return text_word_set_has(&words, word);
}

/* Whether the instruction takes the word, and then what can be behind it. */
static bool tell_behind(struct telling *telling, uint32_t number) {
  const struct rules_code *code = telling->reading->code;
  uint32_t word = telling->word;
  struct rules_instruction instruction =
      rules_instruction_at(code, telling->reading->program, number);
  uint32_t argument = instruction.argument;
  if (instruction.operation == RULES_SWITCH) {
    struct rules_switch table = rules_code_switch(code, argument);
    size_t i = rules_switch_find(table, word);
    bool taken = false;
    for (; i < table.count && rules_case_word(table.cases[i]) == word; i++) {
      go_on(telling, number + 1 + rules_case_past(table.cases[i]));
      taken = true;
    }
    return taken;
  }
  bool taken = (instruction.operation == RULES_WORD && argument == word) ||
               (instruction.operation == RULES_WORD_SET &&
                has_word(code, argument, word));
  if (taken) {
    go_on(telling, number + 1);
  }
  return taken;
}

static void tell_before(struct telling *telling,
                        const struct phrase_around *around) {
  struct text_key *key = &telling->key;
  key->before |= phrase_sign_before(around);
  key->least = around->least < key->least ? around->least : key->least;
  key->most = around->most > key->most ? around->most : key->most;
  telling->two_before |= around->begins_anywhere || around->begins_at_start
                             ? TEXT_SIGN_ANY
                             : around->earlier;
}

/* ---------------------------------------------------------------- chances */

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

/* How often what the key needs is there. */
static unsigned chance_of_need(const struct text_key *key) {
  enum { TOKENS = 18 }; /* of a sentence, any of which may be it */
  unsigned has = chance(key->need);
  has *= key->where == TEXT_IN_SENTENCE ? TOKENS : 1;
  return has < ALL ? has : ALL;
}

/* How often a key fits where its word stands. */
static uint64_t chance_to_fit(const struct text_key *key) {
  uint64_t fits = (uint64_t)chance(key->before) * chance(key->behind) / ALL;
  return fits * chance_of_need(key) / ALL;
}

/* ------------------------------------------------------------------- keys */

/* Whether a sign is there whenever the key's word and neighbours are. */
static bool is_told(uint64_t sign, const struct text_key *key, uint32_t word) {
  return (sign & text_sign_of_word(word)) != 0 || (key->before & ~sign) == 0 ||
         (key->behind & ~sign) == 0;
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
static void tell_need(struct telling *telling) {
  const struct rules_program *program = telling->reading->program;
  struct text_key *key = &telling->key;
  key->need = TEXT_SIGN_ANY;
  key->where = TEXT_IN_SENTENCE;
  if (program->sentence_ends == 0) {
    key->need = need_beside(program, key, telling->word);
    need_rather(key, telling->two_before, TEXT_TWO_BEFORE);
    need_rather(key, telling->two_behind, TEXT_TWO_BEHIND);
  }
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

static enum text_from from_of(const struct reading *reading,
                              const struct text_key *key, bool begins) {
  if (is_one_word(reading)) {
    return TEXT_IS_WORD;
  }
  if (key->most == PHRASE_ANYWHERE) {
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
  struct telling telling = {
      .reading = reading,
      .word = word,
      .key = {.pattern = pattern, .least = UINT8_MAX},
  };
  bool begins = true;
  for (uint32_t i = anchor->first; i < anchor->end; i++) {
    const struct phrase_around *around = &reading->arounds[i];
    if (around->reached && tell_behind(&telling, i)) {
      tell_before(&telling, around);
      begins &= around->taken == 0;
    }
  }
  tell_need(&telling);
  telling.key.from = (uint8_t)from_of(reading, &telling.key, begins);
  return telling.key;
}

/* ---------------------------------------------------------------- anchors */

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
      .arounds = calloc(program->count + 1, sizeof *reading.arounds),
  };
  if (reading.arounds == NULL) {
    return false;
  }
  phrase_look_around(code, program, reading.arounds);
  const struct rules_anchor *best =
      anchor->next == NULL ? anchor : cheapest(&reading, anchor);
  bool filed = true;
  for (size_t i = 0; i < best->count && filed; i++) {
    struct text_key key = key_of_word(&reading, best, best->words[i], pattern);
    filed = text_filing_add(filing, best->words[i], &key);
  }
  free(reading.arounds);
  return filed;
}
