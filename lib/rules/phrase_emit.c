/* SPDX-License-Identifier: MIT */
/* From the tree to instructions. */
#include "rules/phrase_tree.h"

static size_t here(const struct phrase_compiler *compiler,
                   const struct rules_program *program) {
  return compiler->code->instructions.count - program->first;
}

static void add(struct phrase_compiler *compiler,
                enum rules_operation operation, size_t argument) {
  struct rules_instructions *instructions = &compiler->code->instructions;
  if (argument > 0xFFFFFF) { /* what an instruction holds */
    compiler->failed = true;
    return;
  }
  struct rules_instruction instruction = {
      .operation = (uint32_t)operation & 0xFF,
      .argument = (uint32_t)argument & 0xFFFFFF,
  };
  if (!rules_instructions_add(instructions, instruction)) {
    compiler->failed = true;
  }
}

/* A jump whose target is not known yet. Those of one target form a chain
 * through their arguments, 0 being its end: a target is never 0. */
static size_t add_pending(struct phrase_compiler *compiler,
                          const struct rules_program *program,
                          enum rules_operation operation, size_t chain) {
  size_t place = here(compiler, program) + 1;
  add(compiler, operation, chain);
  return place;
}

static void settle(struct phrase_compiler *compiler,
                   const struct rules_program *program, size_t chain) {
  size_t target = here(compiler, program);
  while (chain != 0 && !compiler->failed) {
    struct rules_instruction *instruction =
        &compiler->code->instructions.items[program->first + chain - 1];
    chain = instruction->argument;
    instruction->argument = (uint32_t)target & 0xFFFFFF;
  }
}

static void emit(struct phrase_compiler *compiler,
                 const struct rules_program *program, struct phrase_node *node);

/* An empty list becomes an empty set, which no word is in. */
static void emit_words(struct phrase_compiler *compiler,
                       struct phrase_words *words) {
  uint32_t index = 0;
  uint32_t none = 0;
  uint32_t *items = words->count == 0 ? &none : words->items;
  if (words->count == 1) {
    add(compiler, RULES_WORD, words->items[0]);
  } else if (rules_code_add_set(compiler->code, compiler->arena, items,
                                words->count, &index)) {
    add(compiler, RULES_WORD_SET, index);
  } else {
    compiler->failed = true;
  }
}

/*       SPLIT ─────┐ (to the end, when optional)
 *       SPLIT ──┐  │
 *       words   │  │
 *       JUMP ───┼─┐│
 *       branch ◄┘ ││
 *            ◄────┴┘
 */
static void emit_ways(struct phrase_compiler *compiler,
                      const struct rules_program *program,
                      const struct phrase_node *choice,
                      struct phrase_words *words,
                      struct phrase_branches *branches) {
  size_t to_end = 0;
  if (choice->optional) {
    to_end = add_pending(compiler, program, RULES_SPLIT, to_end);
  }
  bool has_words = words->count > 0 || branches->count == 0;
  size_t ways = branches->count + has_words;
  for (size_t way = 0; way < ways && !compiler->failed; way++) {
    bool is_last = way + 1 == ways;
    size_t to_next = 0;
    if (!is_last) {
      to_next = add_pending(compiler, program, RULES_SPLIT, 0);
    }
    if (way < branches->count) {
      emit(compiler, program, branches->items[way]);
    } else {
      emit_words(compiler, words);
    }
    if (!is_last) {
      to_end = add_pending(compiler, program, RULES_JUMP, to_end);
    }
    settle(compiler, program, to_next);
  }
  settle(compiler, program, to_end);
}

static void emit_choice(struct phrase_compiler *compiler,
                        const struct rules_program *program,
                        const struct phrase_node *choice) {
  struct phrase_words words = {0};
  struct phrase_branches branches = {0};
  phrase_gather(compiler, choice, &words, &branches);
  if (!compiler->failed) {
    emit_ways(compiler, program, choice, &words, &branches);
  }
  phrase_words_destroy(&words);
  phrase_branches_destroy(&branches);
}

static size_t count_positions(const struct phrase_compiler *compiler,
                              size_t from) {
  const struct rules_instructions *instructions = &compiler->code->instructions;
  size_t positions = 0;
  for (size_t i = from; i < instructions->count; i++) {
    positions += rules_operation_consumes(instructions->items[i].operation);
  }
  return positions;
}

/* Depth: at most PHRASE_DEPTH brackets, and in each PHRASE_FACTORS. */
static void emit(struct phrase_compiler *compiler,
                 const struct rules_program *program,
                 struct phrase_node *node) {
  if (node->kind == PHRASE_ATOM) {
    add(compiler, node->operation, node->argument);
  } else if (node->kind == PHRASE_CHOICE) {
    emit_choice(compiler, program, node);
  } else {
    for (struct phrase_node *child = node->first;
         child != NULL && !compiler->failed; child = child->next) {
      emit(compiler, program, child);
    }
  }
}

/* Every element of the phrase by itself, so that the largest is known. */
static struct phrase_node *emit_elements(struct phrase_compiler *compiler,
                                         const struct rules_program *program,
                                         struct phrase_node *root,
                                         size_t *positions) {
  struct phrase_node *largest = root->first;
  for (struct phrase_node *child = root->first;
       child != NULL && !compiler->failed; child = child->next) {
    size_t from = compiler->code->instructions.count;
    emit(compiler, program, child);
    child->positions = count_positions(compiler, from);
    *positions += child->positions;
    if (child->positions > largest->positions) {
      largest = child;
    }
  }
  return largest;
}

bool phrase_emit(struct phrase_compiler *compiler, struct phrase_node *root,
                 const char *text, struct rules_program *program) {
  enum { SHOWN = 40 }; /* bytes of a bracket that a message shows */
  struct rules_instructions *instructions = &compiler->code->instructions;
  size_t first = instructions->count;
  program->first = (uint32_t)first;
  size_t positions = 0;
  const struct phrase_node *largest =
      emit_elements(compiler, program, root, &positions);
  add(compiler, RULES_ACCEPT, 0);
  size_t count = instructions->count - first;
  program->count = (uint32_t)count;
  int shown = largest->end - largest->offset > SHOWN
                  ? SHOWN
                  : (int)(largest->end - largest->offset);
  if (positions > RULES_PHRASE_POSITIONS) {
    phrase_mistake(compiler, largest->offset,
                   "the phrase has %zu positions, and %d are the most; the "
                   "largest part is %.*s with %zu: write several phrases",
                   positions, RULES_PHRASE_POSITIONS, shown,
                   text + largest->offset, largest->positions);
  } else if (instructions->count > RULES_CODE_INSTRUCTIONS) {
    phrase_mistake(compiler, largest->offset,
                   "all phrases together are too large from here on; the "
                   "largest part of this one is %.*s with %zu positions",
                   shown, text + largest->offset, largest->positions);
  }
  if (!phrase_is_well(compiler)) {
    instructions->count = first;
    return false;
  }
  return true;
}
