/* SPDX-License-Identifier: MIT */
/* What is told from the instructions of a program before it is run. */
#include "rules/program.h"

#include <stdlib.h>

uint64_t rules_first_sign(const struct rules_code *code,
                          struct rules_instruction instruction) {
  switch (instruction.operation) {
  case RULES_WORD:
    return text_sign_of_word(instruction.argument);
  case RULES_WORD_SET:
    return code->word_sets.items[instruction.argument].sign;
  case RULES_SWITCH:
    return code->switches.items[instruction.argument].sign;
  case RULES_NAME:
  case RULES_CAPITAL:
    return TEXT_SIGN_CAPITALISED;
  case RULES_CLASS:
    return text_sign_of_kind(instruction.argument);
  case RULES_ANY:
    return TEXT_SIGN_WRITTEN;
  case RULES_MARK:
    return text_sign_of_mark(instruction.argument);
  case RULES_HYPHEN:
    return text_sign_of_kind(TEXT_HYPHEN);
  default:
    return TEXT_SIGN_ANY;
  }
}

/* Behind a mark that can end a sentence, anything may stand. */
uint64_t rules_last_sign(const struct rules_code *code,
                         struct rules_instruction instruction) {
  if (rules_operation_takes_many(instruction.operation)) {
    return TEXT_SIGN_WRITTEN | text_sign_of_kind(TEXT_HYPHEN);
  }
  bool ends = instruction.operation == RULES_MARK &&
              rules_mark_ends_sentence(instruction.argument);
  return ends ? TEXT_SIGN_ANY : rules_first_sign(code, instruction);
}

uint64_t rules_sign_from(const struct rules_code *code,
                         const struct rules_program *program, uint32_t number) {
  uint64_t sign = 0;
  for (;;) {
    struct rules_instruction instruction =
        rules_instruction_at(code, program, number++);
    uint32_t argument = instruction.argument;
    switch (instruction.operation) {
    case RULES_JUMP:
      number = argument;
      break;
    case RULES_SPLIT: {
      const struct rules_fork *fork = &code->forks.items[argument];
      return sign | fork->here | fork->there;
    }
    case RULES_AT_SENTENCE_END:
    case RULES_AT_TEXT_END:
      return sign | TEXT_SIGN_EDGE;
    case RULES_MARK:
      sign |= rules_first_sign(code, instruction);
      if (argument != '.') {
        return sign;
      }
      break; /* that of an abbreviation is no token */
    case RULES_SPELLED:
    case RULES_AT_SENTENCE_START:
    case RULES_AT_TEXT_START:
    case RULES_IN_STEP:
      break;
    default:
      return sign | rules_first_sign(code, instruction);
    }
  }
}

bool rules_exits_next(struct rules_exits *exits, uint32_t *target) {
  size_t step = exits->step++;
  uint32_t argument = exits->instruction.argument;
  *target = exits->number + 1;
  switch (exits->instruction.operation) {
  case RULES_ACCEPT:
    return false;
  case RULES_JUMP:
    *target = argument;
    return step == 0;
  case RULES_SPLIT:
    *target += step == 0 ? exits->code->forks.items[argument].past : 0;
    return step < 2;
  case RULES_SWITCH: {
    struct rules_switch table = rules_code_switch(exits->code, argument);
    *target += step < table.count ? rules_case_past(table.cases[step]) : 0;
    return step < table.count;
  }
  default:
    return step == 0;
  }
}

/* What is known where ways arrive at an instruction: all lead forwards, so that
 * one pass in order sees all that do before the instruction itself. */
struct arrival {
  bool begins;          /* nothing was consumed yet, */
  bool begins_anywhere; /* and no ^ or ^^ asked for, */
  bool begins_later;    /* or at least no ^^ */
  bool after_one;       /* one instruction consumed a token */
  bool after_one_end;   /* so, and then came a $ */
  uint16_t words;       /* most written words that were taken */
  uint16_t ends;        /* most sentence ends named on a way to here */
};

static void merge(struct arrival *into, const struct arrival *from) {
  into->begins |= from->begins;
  into->begins_anywhere |= from->begins_anywhere;
  into->begins_later |= from->begins_later;
  into->after_one |= from->after_one;
  into->after_one_end |= from->after_one_end;
  if (from->words > into->words) {
    into->words = from->words;
  }
  if (from->ends > into->ends) {
    into->ends = from->ends;
  }
}

/* What stands behind the first of the tokens that an instruction takes, when
 * that is known from it alone. */
static uint64_t behind_first(struct rules_instruction instruction) {
  return rules_operation_takes_many(instruction.operation) ? RULES_MORE_OF_WORD
                                                           : 0;
}

/* A written full stop may lie in the abbreviation before it: then it consumes
 * nothing. */
static void note_consuming(struct rules_program *program,
                           const struct rules_code *code,
                           struct rules_instruction instruction,
                           struct arrival *arrival) {
  uint32_t operation = instruction.operation;
  uint64_t sign = rules_first_sign(code, instruction);
  program->needs_case |= operation == RULES_NAME || operation == RULES_CAPITAL;
  if (arrival->ends > program->sentence_ends) {
    program->sentence_ends =
        arrival->ends > UINT8_MAX ? UINT8_MAX : (uint8_t)arrival->ends;
  }
  if (arrival->begins) {
    program->starts |= sign;
    program->seconds |= behind_first(instruction);
    program->at_start_only &= !arrival->begins_anywhere;
    program->at_text_start_only &= !arrival->begins_later;
  }
  if (arrival->after_one) {
    program->seconds |= sign;
  }
  bool is_mark = operation == RULES_MARK;
  bool is_full_stop = is_mark && instruction.argument == '.';
  bool is_word =
      !is_mark && operation != RULES_HYPHEN && arrival->words < RULES_ANY_WORDS;
  *arrival = (struct arrival){
      .ends = arrival->ends,
      .words = (uint16_t)(arrival->words + is_word),
      .after_one = arrival->begins || (is_full_stop && arrival->after_one),
  };
  if (is_mark && rules_mark_ends_sentence(instruction.argument)) {
    arrival->ends++;
  }
}

static void note_accept(struct rules_program *program,
                        const struct arrival *arrival) {
  if (arrival->after_one) {
    program->seconds = TEXT_SIGN_ANY;
  }
  if (arrival->after_one_end) {
    program->seconds |= TEXT_SIGN_EDGE;
  }
  program->reach = arrival->words;
}

/* What the assertions ^ ^^ $ $$ change. */
static void note_assertion(uint32_t operation, struct arrival *arrival) {
  switch (operation) {
  case RULES_AT_TEXT_START:
    arrival->begins_later = false;
    arrival->begins_anywhere = false;
    break;
  case RULES_AT_SENTENCE_START:
    arrival->begins_anywhere = false;
    break;
  case RULES_AT_SENTENCE_END:
  case RULES_AT_TEXT_END:
    arrival->after_one_end |= arrival->after_one;
    arrival->after_one = false;
    break;
  default:
    break;
  }
}

static void clear_findings(struct rules_program *program) {
  program->starts = 0;
  program->seconds = 0;
  program->sentence_ends = 0;
  program->needs_case = false;
  program->at_start_only = true;
  program->at_text_start_only = true;
}

bool rules_program_analyse(struct rules_program *program,
                           const struct rules_code *code) {
  struct arrival *arrivals = calloc(program->count + 1, sizeof *arrivals);
  if (arrivals == NULL) {
    return false;
  }
  clear_findings(program);
  arrivals[0] = (struct arrival){
      .begins = true,
      .begins_anywhere = true,
      .begins_later = true,
  };
  for (uint32_t i = 0; i < program->count; i++) {
    struct rules_instruction instruction =
        rules_instruction_at(code, program, i);
    uint32_t operation = instruction.operation;
    struct arrival arrival = arrivals[i];
    if (rules_operation_consumes(operation)) {
      note_consuming(program, code, instruction, &arrival);
    } else if (operation == RULES_ACCEPT) {
      note_accept(program, &arrival);
    } else {
      note_assertion(operation, &arrival);
    }
    program->needs_case |= operation == RULES_SPELLED;
    struct rules_exits exits = rules_exits_of(code, program, i);
    for (uint32_t target; rules_exits_next(&exits, &target);) {
      merge(&arrivals[target], &arrival);
    }
  }
  free(arrivals);
  return true;
}
