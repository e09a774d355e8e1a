/* SPDX-License-Identifier: MIT */
/*
 * The forks of a phrase: what can be taken on the two ways of a SPLIT, so that
 * the next token mostly tells which one to go. Of `sorry [for] to ** you`:
 *
 *                        here     there   past   words
 *     0 WORD  sorry
 *     1 SPLIT 3          for      to      1
 *     2 WORD  for
 *     3 WORD  to
 *     4 SPLIT 10         any      you     5      3
 *     5 ANY
 *     6 SPLIT 10         any      you     3      2
 *     7 ANY
 *     8 SPLIT 10         any      you     1      1
 *     9 ANY
 *    10 WORD  you
 */
#include "rules/phrase_tree.h"

/* How many words the gap has of which the instruction takes the first, if it is
 * one that ends at the target; else 0. */
static uint32_t words_of_gap(const struct rules_code *code,
                             const struct rules_program *program,
                             uint32_t number, uint32_t target) {
  if (rules_instruction_at(code, program, number).operation != RULES_ANY) {
    return 0;
  }
  uint32_t next = number + 1;
  struct rules_instruction split = rules_instruction_at(code, program, next);
  if (next == target || split.operation != RULES_SPLIT) {
    return next == target;
  }
  struct rules_fork rest = code->forks.items[split.argument];
  return rest.words > 0 && next + 1 + rest.past == target ? rest.words + 1 : 0;
}

/* All lead forwards, so that those behind one are told before it. */
bool phrase_tell_forks(struct phrase_compiler *compiler,
                       const struct rules_program *program) {
  struct rules_code *code = compiler->code;
  for (uint32_t i = program->count; i > 0 && !compiler->failed; i--) {
    struct rules_instruction *split =
        &code->instructions.items[program->first + i - 1];
    if (split->operation != RULES_SPLIT) {
      continue;
    }
    uint32_t target = split->argument;
    struct rules_fork fork = {
        .here = rules_sign_from(code, program, i),
        .there = rules_sign_from(code, program, target),
        .past = target - i,
        .words = words_of_gap(code, program, i, target),
    };
    uint32_t index = 0;
    compiler->failed |= !rules_code_add_fork(code, &fork, &index);
    *split = rules_instruction_of(RULES_SPLIT, index);
  }
  return !compiler->failed;
}
