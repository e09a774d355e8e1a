/* SPDX-License-Identifier: MIT */
/* What the matcher takes for granted of programs, asked of those that came as
 * bytes: they stay inside their instructions, and end. The pass is linear,
 * whatever the bytes say: programs of patterns stand one behind the other. */
#include "rules/image.h"

#include "text/token.h"

#include <stdlib.h>
#include <string.h>

enum {
  OPERATIONS = 256,
  /* Arguments are below 1 << 24. */
  NO_LIMIT = 1 << 24,
  LAST_CODE_POINT = 0x10FFFF,
};

/* What the argument of an operation stays below; 0 for what is none. Targets
 * are looked at apart. */
struct limits {
  uint32_t of[OPERATIONS];
};

/* Of the cases of a switch, which many programs may share. */
struct reach {
  uint32_t past; /* the farthest that one leads */
  uint32_t ways; /* that one word leads, beside the first */
};

/* The programs, one after the other. */
struct programs {
  const struct courtesy_ruleset *ruleset;
  struct limits limits;
  struct reach *reach;  /* of the switches */
  bool *reached;        /* instructions of a program; all false between */
  uint32_t instruction; /* the first that is no program's yet */
};

static struct limits limits_of(const struct courtesy_ruleset *ruleset) {
  struct limits limits = {{0}};
  for (size_t i = 0; i <= RULES_ACCEPT; i++) {
    limits.of[i] = NO_LIMIT;
  }
  limits.of[RULES_WORD] = text_vocabulary_end(ruleset->vocabulary);
  limits.of[RULES_WORD_SET] = (uint32_t)ruleset->code.word_sets.count;
  limits.of[RULES_SWITCH] = (uint32_t)ruleset->code.switches.count;
  limits.of[RULES_SPLIT] = (uint32_t)ruleset->code.forks.count;
  limits.of[RULES_SPELLED] = (uint32_t)ruleset->code.spellings.count;
  limits.of[RULES_CLASS] = TEXT_OTHER + 1;
  limits.of[RULES_MARK] = LAST_CODE_POINT + 1;
  return limits;
}

/* Each switch by itself, once: it has cases, their words are some, and the
 * matcher goes on at all cases in a row that have the same. */
static bool measure_switches(const struct courtesy_ruleset *ruleset,
                             struct reach *reach) {
  const struct rules_code *code = &ruleset->code;
  uint32_t end = text_vocabulary_end(ruleset->vocabulary);
  bool sound = true;
  for (size_t i = 0; i < code->switches.count; i++) {
    struct rules_switch table = rules_code_switch(code, i);
    uint32_t ways = 0;
    sound &= table.count > 0;
    for (size_t k = 0; k < table.count; k++) {
      uint32_t word = rules_case_word(table.cases[k]);
      uint32_t past = rules_case_past(table.cases[k]);
      sound &= word < end;
      bool again = k > 0 && word == rules_case_word(table.cases[k - 1]);
      ways = again ? ways + 1 : 0;
      reach[i].ways = ways > reach[i].ways ? ways : reach[i].ways;
      reach[i].past = past > reach[i].past ? past : reach[i].past;
    }
  }
  return sound;
}

/* Whether the buckets of a table are those that its words would be put in
 * anew. */
static bool are_buckets(const struct rules_code *code,
                        struct rules_spread spread, struct rules_spread wanted,
                        const struct rules_buckets *anew) {
  if (anew->count == 0 || spread.mask == RULES_NOT_SPREAD) {
    return anew->count == 0 && spread.mask == RULES_NOT_SPREAD;
  }
  return spread.mask == wanted.mask && spread.shift == wanted.shift &&
         spread.first <= code->buckets.count &&
         anew->count <= code->buckets.count - spread.first &&
         memcmp(code->buckets.items + spread.first, anew->items,
                anew->count * sizeof *anew->items) == 0;
}

static enum courtesy_status check_buckets(const struct rules_code *code) {
  struct rules_buckets anew = {0};
  struct rules_spread spread;
  bool made = true;
  bool sound = true;
  for (size_t i = 0; i < code->word_sets.count && made && sound; i++) {
    struct text_word_set set = rules_code_set(code, i);
    anew.count = 0;
    made = rules_spread_words(set.words, set.count, &anew, &spread);
    sound = are_buckets(code, code->set_spreads.items[i], spread, &anew);
  }
  for (size_t i = 0; i < code->switches.count && made && sound; i++) {
    anew.count = 0;
    made = rules_spread_cases(rules_code_switch(code, i), &anew, &spread);
    sound = are_buckets(code, code->switch_spreads.items[i], spread, &anew);
  }
  rules_buckets_destroy(&anew);
  if (!made) {
    return COURTESY_NO_MEMORY;
  }
  return sound ? COURTESY_OK : COURTESY_BAD_IMAGE;
}

/* Leads forwards, always to an instruction, and ends with the last one. Where a
 * word leads several ways, all but one go on at instructions of their own, so
 * that a token takes no more of them than there are instructions. */
static bool is_program(struct programs *programs,
                       const struct rules_instruction *code, uint32_t count) {
  if (count == 0 || code[count - 1].operation != RULES_ACCEPT) {
    return false;
  }
  bool sound = true;
  uint64_t ways = 0;
  for (uint32_t i = 0; i < count && sound; i++) {
    uint32_t operation = code[i].operation;
    uint32_t argument = code[i].argument;
    sound = argument < programs->limits.of[operation];
    if (operation == RULES_JUMP) {
      sound &= argument > i && argument < count;
    } else if (operation == RULES_SPLIT && sound) {
      struct rules_fork fork = programs->ruleset->code.forks.items[argument];
      sound = fork.past < count - i - 1 && fork.words <= fork.past;
    } else if (operation == RULES_SWITCH && sound) {
      sound = programs->reach[argument].past < count - i - 1;
      ways += programs->reach[argument].ways;
    }
  }
  return sound && ways <= count;
}

static bool needs_token(uint32_t operation) {
  return operation == RULES_ACCEPT || operation == RULES_SPELLED;
}

/* Whether no way leads past all that takes a token to what looks back at the
 * one that was taken last. */
static bool takes_something(const struct programs *programs,
                            const struct rules_program *program) {
  const struct rules_code *code = &programs->ruleset->code;
  bool *reached = programs->reached;
  bool takes = true;
  uint32_t last = 0;
  reached[0] = true;
  for (uint32_t i = 0; i <= last && takes; i++) {
    struct rules_instruction instruction =
        rules_instruction_at(code, program, i);
    if (!reached[i] || rules_operation_consumes(instruction.operation)) {
      continue;
    }
    takes = !needs_token(instruction.operation);
    struct rules_exits exits = rules_exits_of(code, program, i);
    for (uint32_t target; rules_exits_next(&exits, &target);) {
      reached[target] = true;
      last = target > last ? target : last;
    }
  }
  memset(reached, 0, program->count * sizeof *reached);
  return takes;
}

static bool check_phrase(struct programs *programs,
                         const struct rules_program *program) {
  const struct rules_code *code = &programs->ruleset->code;
  if (program->first < programs->instruction ||
      program->first > code->instructions.count ||
      program->count > code->instructions.count - program->first) {
    return false;
  }
  programs->instruction = program->first + program->count;
  const struct rules_instruction *first =
      code->instructions.items + program->first;
  return is_program(programs, first, program->count) &&
         (rules_operation_consumes(first->operation) ||
          takes_something(programs, program));
}

static bool check_needs(const struct rules_code *code,
                        const struct rules_program *program) {
  bool sound = true;
  for (size_t i = 0; i < program->need_count; i++) {
    sound &= rules_need_is_word(program->needs[i]) ||
             program->needs[i] < code->needs.count;
  }
  return sound;
}

static bool check_pattern(struct programs *programs, size_t number) {
  const struct courtesy_ruleset *ruleset = programs->ruleset;
  const struct rules_program *program = &ruleset->patterns[number];
  bool says_regex =
      ruleset->notes.phrases.items[number].role == COURTESY_PHRASE_REGEX;
  return rules_is_regex(program) == says_regex &&
         check_needs(&ruleset->code, program) &&
         program->reach <= RULES_ANY_WORDS &&
         (says_regex || check_phrase(programs, program));
}

static bool check_patterns(const struct courtesy_ruleset *ruleset,
                           struct reach *reach, bool *reached) {
  struct programs programs = {
      .ruleset = ruleset,
      .limits = limits_of(ruleset),
      .reach = reach,
      .reached = reached,
  };
  bool sound = ruleset->code.instructions.count <= RULES_CODE_INSTRUCTIONS &&
               measure_switches(ruleset, reach) &&
               ruleset->notes.phrases.count == ruleset->pattern_count;
  for (size_t i = 0; i < ruleset->pattern_count && sound; i++) {
    sound = check_pattern(&programs, i);
  }
  return sound;
}

enum courtesy_status rules_image_check_programs(
    const struct courtesy_ruleset *ruleset) {
  bool *reached = calloc(ruleset->code.instructions.count + 1, sizeof *reached);
  struct reach *reach = calloc(ruleset->code.switches.count + 1, sizeof *reach);
  enum courtesy_status status = COURTESY_NO_MEMORY;
  if (reached != NULL && reach != NULL) {
    status = check_patterns(ruleset, reach, reached) ? COURTESY_OK
                                                     : COURTESY_BAD_IMAGE;
  }
  free(reached);
  free(reach);
  return status == COURTESY_OK ? check_buckets(&ruleset->code) : status;
}
