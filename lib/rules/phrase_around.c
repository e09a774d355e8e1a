/* SPDX-License-Identifier: MIT */
/* A program leads forwards only: one pass in order tells what was taken before
 * an instruction, and one back from its end what can be taken ahead. */
#include "rules/phrase_around.h"

/* Signs of a token two from a word; any, where there may be none. */
static uint64_t unless_edge(uint64_t signs) {
  return (signs & TEXT_SIGN_EDGE) != 0 ? TEXT_SIGN_ANY : signs;
}

static void merge(struct phrase_around *into,
                  const struct phrase_around *from) {
  if (!into->reached) {
    *into = *from;
    return;
  }
  into->taken |= from->taken;
  into->earlier |= from->earlier;
  into->begins_anywhere |= from->begins_anywhere;
  into->begins_at_start |= from->begins_at_start;
  into->least = from->least < into->least ? from->least : into->least;
  into->most = from->most > into->most ? from->most : into->most;
}

/* What holds behind an instruction that takes a token. */
static struct phrase_around take(const struct rules_code *code,
                                 struct rules_instruction instruction,
                                 const struct phrase_around *from,
                                 bool strict_comma) {
  bool is_mark = instruction.operation == RULES_MARK;
  bool is_comma = is_mark && instruction.argument == ',' && !strict_comma;
  bool ends = is_mark && rules_mark_ends_sentence(instruction.argument);
  struct phrase_around to = {
      .taken = rules_last_sign(code, instruction),
      .earlier = rules_operation_takes_many(instruction.operation)
                     ? TEXT_SIGN_ANY
                     : unless_edge(phrase_sign_before(from)),
      .reached = true,
      .least = from->least,
      .most = from->most,
  };
  /* The full stop of an abbreviation is no token. */
  if (!is_comma && !ends && from->least < PHRASE_MOST_WORDS) {
    to.least++;
  }
  if (ends || from->most >= PHRASE_MOST_WORDS) {
    to.most = PHRASE_ANYWHERE;
  } else if (!is_comma) {
    to.most++;
  }
  return to;
}

static bool is_start(uint32_t operation) {
  return operation == RULES_AT_SENTENCE_START ||
         operation == RULES_AT_TEXT_START;
}

/* That of an abbreviation is no token: what stands before it stands behind it,
 * too. */
static bool may_take_nothing(struct rules_instruction instruction) {
  return instruction.operation == RULES_MARK && instruction.argument == '.';
}

static void look_forwards(const struct rules_code *code,
                          const struct rules_program *program,
                          struct phrase_around *arounds) {
  arounds[0].reached = true;
  arounds[0].begins_anywhere = true;
  for (uint32_t i = 0; i < program->count; i++) {
    struct rules_instruction instruction =
        rules_instruction_at(code, program, i);
    struct phrase_around around = arounds[i];
    if (!around.reached) {
      continue;
    }
    if (rules_operation_consumes(instruction.operation)) {
      around = take(code, instruction, &around, program->strict_comma);
    } else if (is_start(instruction.operation)) {
      around.begins_at_start |= around.begins_anywhere;
      around.begins_anywhere = false;
    }
    struct rules_exits exits = rules_exits_of(code, program, i);
    for (uint32_t target; rules_exits_next(&exits, &target);) {
      merge(&arounds[target], &around);
    }
    if (may_take_nothing(instruction)) {
      merge(&arounds[i + 1], &arounds[i]);
    }
  }
}

/* What can be taken behind the tokens that the instruction takes, if it takes
 * any. */
static uint64_t signs_ahead(const struct rules_code *code,
                            const struct rules_program *program,
                            const struct phrase_around *arounds,
                            uint32_t number) {
  struct rules_instruction instruction =
      rules_instruction_at(code, program, number);
  uint32_t operation = instruction.operation;
  bool takes = rules_operation_consumes(operation);
  uint64_t signs = 0;
  if (operation == RULES_ACCEPT || operation == RULES_AT_SENTENCE_END ||
      operation == RULES_AT_TEXT_END || rules_operation_takes_many(operation)) {
    return TEXT_SIGN_ANY;
  }
  struct rules_exits exits = rules_exits_of(code, program, number);
  for (uint32_t target; rules_exits_next(&exits, &target);) {
    signs |= takes ? unless_edge(rules_sign_from(code, program, target))
                   : arounds[target].ahead;
  }
  return may_take_nothing(instruction) ? signs | arounds[number + 1].ahead
                                       : signs;
}

void phrase_look_around(const struct rules_code *code,
                        const struct rules_program *program,
                        struct phrase_around *arounds) {
  look_forwards(code, program, arounds);
  for (uint32_t i = program->count; i > 0; i--) {
    arounds[i - 1].ahead = signs_ahead(code, program, arounds, i - 1);
  }
}
