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
  if (argument > RULES_LAST_ARGUMENT ||
      !rules_instructions_add(
          instructions, rules_instruction_of(operation, (uint32_t)argument))) {
    compiler->failed = true;
  }
}

static void set_argument(struct phrase_compiler *compiler,
                         const struct rules_program *program, size_t place,
                         uint32_t argument) {
  struct rules_instruction *instruction =
      &compiler->code->instructions.items[program->first + place];
  instruction->argument = argument & RULES_LAST_ARGUMENT;
  compiler->failed |= argument > RULES_LAST_ARGUMENT;
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
    instruction->argument = (uint32_t)target & RULES_LAST_ARGUMENT;
  }
}

static struct phrase_node *emit_next(struct phrase_compiler *compiler,
                                     const struct rules_program *program,
                                     struct phrase_node *node);

/* Emits an element and all that follow it. */
static void emit_all(struct phrase_compiler *compiler,
                     const struct rules_program *program,
                     struct phrase_node *node) {
  while (node != NULL && !compiler->failed) {
    node = emit_next(compiler, program, node);
  }
}

/* An empty list becomes an empty set, which no word is in. */
static void emit_words(struct phrase_compiler *compiler,
                       struct phrase_words *words) {
  uint32_t index = 0;
  uint32_t none = 0;
  uint32_t *items = words->count == 0 ? &none : words->items;
  if (words->count == 1) {
    add(compiler, RULES_WORD, words->items[0]);
  } else if (rules_code_add_set(compiler->code, items, words->count, &index)) {
    add(compiler, RULES_WORD_SET, index);
  } else {
    compiler->failed = true;
  }
}

static bool leads_with_word(const struct phrase_node *branch) {
  const struct phrase_node *first = branch->first;
  return first != NULL && first->kind == PHRASE_ATOM &&
         first->operation == RULES_WORD;
}

/* The cases of a choice while it is emitted: those of `words` go on behind the
 * choice, which is not known yet. */
struct cases {
  size_t first; /* of the compiler's; those of inner choices stand behind */
  size_t count;
  size_t led;    /* of them, those with something behind their word */
  size_t behind; /* the instruction behind the switch */
};

static struct rules_case *case_items(const struct phrase_compiler *compiler,
                                     const struct cases *cases) {
  return compiler->cases.items + cases->first;
}

/* Where the cases of words go on is known now, and with it the switch. */
static void finish_cases(struct phrase_compiler *compiler,
                         const struct rules_program *program,
                         const struct cases *cases) {
  if (cases->count == 0 || compiler->failed) {
    return;
  }
  struct rules_case *items = case_items(compiler, cases);
  for (size_t i = cases->led; i < cases->count; i++) {
    size_t past = here(compiler, program) - cases->behind;
    items[i] = rules_case_of(rules_case_word(items[i]), past);
  }
  uint32_t number = 0;
  compiler->failed |=
      !rules_code_add_switch(compiler->code, items, cases->count, &number);
  set_argument(compiler, program, cases->behind - 1, number);
  compiler->cases.count = cases->first;
}

/* A switch; its cases are filled in later. */
static void add_switch(struct phrase_compiler *compiler,
                       const struct rules_program *program,
                       const struct phrase_words *words, size_t led,
                       struct cases *cases) {
  size_t count = led + words->count;
  size_t first = compiler->cases.count;
  for (size_t i = 0; i < count; i++) {
    uint32_t word = i < led ? TEXT_NO_WORD : words->items[i - led];
    rules_cases_add(&compiler->cases, rules_case_of(word, 0));
  }
  add(compiler, RULES_SWITCH, 0);
  compiler->failed |= compiler->cases.failed;
  *cases = (struct cases){first, count, led, here(compiler, program)};
}

/* Words and branches that begin with a word: the token tells which go on.
 *
 *       SWITCH  as → ┐  like → end
 *       far as  ◄────┘
 *  end:
 */
static size_t emit_led(struct phrase_compiler *compiler,
                       const struct rules_program *program,
                       struct phrase_words *words,
                       struct phrase_node *const *branches, size_t count,
                       struct cases *cases, size_t to_end) {
  if (count == 0) {
    emit_words(compiler, words);
    return to_end;
  }
  if (count == 1 && words->count == 0) {
    emit_all(compiler, program, branches[0]->first);
    return to_end;
  }
  add_switch(compiler, program, words, count, cases);
  for (size_t i = 0; i < count && !compiler->failed; i++) {
    struct phrase_node *word = branches[i]->first;
    case_items(compiler, cases)[i] =
        rules_case_of(word->argument, here(compiler, program) - cases->behind);
    emit_all(compiler, program, word->next);
    if (i + 1 < count) {
      to_end = add_pending(compiler, program, RULES_JUMP, to_end);
    }
  }
  return to_end;
}

/*       SPLIT ─────┐ (to the end, when optional)
 *       SPLIT ──┐  │
 *       branch  │  │
 *       JUMP ───┼─┐│
 *       switch ◄┘ ││ (or words)
 *            ◄────┴┘
 * Branches that begin with a word come last in the array.
 */
static void emit_ways(struct phrase_compiler *compiler,
                      const struct rules_program *program,
                      const struct phrase_node *choice,
                      struct phrase_words *words,
                      struct phrase_branches *branches) {
  size_t others = 0;
  while (others < branches->count &&
         !leads_with_word(branches->items[others])) {
    others++;
  }
  size_t led = branches->count - others;
  bool has_led = words->count + led > 0 || others == 0;
  size_t to_end = 0;
  if (choice->optional) {
    to_end = add_pending(compiler, program, RULES_SPLIT, to_end);
  }
  for (size_t i = 0; i < others && !compiler->failed; i++) {
    bool is_last = i + 1 == others && !has_led;
    size_t to_next =
        is_last ? 0 : add_pending(compiler, program, RULES_SPLIT, 0);
    emit_all(compiler, program, branches->items[i]->first);
    if (!is_last) {
      to_end = add_pending(compiler, program, RULES_JUMP, to_end);
    }
    settle(compiler, program, to_next);
  }
  struct cases cases = {0};
  if (has_led && !compiler->failed) {
    to_end = emit_led(compiler, program, words, branches->items + others, led,
                      &cases, to_end);
  }
  settle(compiler, program, to_end);
  finish_cases(compiler, program, &cases);
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
                              const struct rules_program *program,
                              const struct phrase_node *element) {
  size_t positions = 0;
  for (size_t i = element->code; i < element->code_end; i++) {
    uint32_t operation =
        rules_instruction_at(compiler->code, program, (uint32_t)i).operation;
    positions += rules_operation_consumes(operation);
  }
  return positions;
}

/* Of `[*]` 1, of `**`, which is `[* [* [*]]]`, 3; of all other elements 0. */
static size_t gap_size(const struct phrase_node *node) {
  size_t size = 0;
  while (node != NULL && node->kind == PHRASE_CHOICE && node->optional &&
         node->first != NULL && node->first->next == NULL) {
    const struct phrase_node *any = node->first->first;
    if (any == NULL || any->kind != PHRASE_ATOM ||
        any->operation != RULES_ANY || (any->next && any->next->next)) {
      return 0;
    }
    size++;
    node = any->next;
    if (node == NULL) {
      return size;
    }
  }
  return 0;
}

/* Gaps that follow each other are one: each word of it may be the last.
 *
 *       SPLIT ──┐
 *       ANY     │
 *       SPLIT ──┤
 *       ANY     │
 *            ◄──┘
 */
static struct phrase_node *emit_gaps(struct phrase_compiler *compiler,
                                     const struct rules_program *program,
                                     struct phrase_node *node) {
  size_t to_end = 0;
  for (; node != NULL && gap_size(node) > 0; node = node->next) {
    for (size_t i = gap_size(node); i > 0 && !compiler->failed; i--) {
      to_end = add_pending(compiler, program, RULES_SPLIT, to_end);
      add(compiler, RULES_ANY, 0);
    }
  }
  settle(compiler, program, to_end);
  return node;
}

/* Emits an element, or gaps; returns the one behind it. Depth: at most
 * PHRASE_DEPTH brackets, and in each PHRASE_FACTORS. */
static struct phrase_node *emit_next(struct phrase_compiler *compiler,
                                     const struct rules_program *program,
                                     struct phrase_node *node) {
  if (gap_size(node) > 0) {
    return emit_gaps(compiler, program, node);
  }
  if (node->kind == PHRASE_ATOM) {
    add(compiler, node->operation, node->argument);
  } else {
    emit_choice(compiler, program, node);
  }
  return node->next;
}

/* Every element of the phrase by itself, so that the largest is known. */
static struct phrase_node *emit_elements(struct phrase_compiler *compiler,
                                         const struct rules_program *program,
                                         struct phrase_node *root,
                                         size_t *positions) {
  struct phrase_node *largest = root->first;
  for (struct phrase_node *child = root->first, *next = NULL;
       child != NULL && !compiler->failed; child = next) {
    child->code = here(compiler, program);
    next = emit_next(compiler, program, child);
    child->code_end = here(compiler, program);
    child->positions = count_positions(compiler, program, child);
    *positions += child->positions;
    if (child->positions > largest->positions) {
      largest = child;
    }
  }
  return largest;
}

/* Reports a phrase that is too large, or with which all together are. */
static void check_size(struct phrase_compiler *compiler, const char *text,
                       const struct rules_program *program, size_t positions,
                       const struct phrase_node *largest) {
  enum { SHOWN = 40 }; /* bytes of a bracket that a message shows */
  const char *part = text + largest->offset;
  size_t size = largest->end - largest->offset;
  int shown = size > SHOWN ? SHOWN : (int)size;
  if (positions > RULES_PHRASE_POSITIONS) {
    phrase_mistake(compiler, largest->offset,
                   "the phrase has %zu positions, and %d are the most; the "
                   "largest part is %.*s with %zu: write several phrases",
                   positions, RULES_PHRASE_POSITIONS, shown, part,
                   largest->positions);
  } else if (program->count > RULES_LAST_PAST) {
    phrase_mistake(compiler, largest->offset,
                   "the phrase has too many ways, in %zu steps, and %d are the "
                   "most; the largest part is %.*s: write several phrases",
                   (size_t)program->count, RULES_LAST_PAST, shown, part);
  } else if (text_vocabulary_end(compiler->vocabulary) - 1 >
             RULES_LAST_CASE_WORD) {
    phrase_mistake(compiler, largest->offset,
                   "all rules together name more than %d words from here on",
                   RULES_LAST_CASE_WORD);
  } else if (compiler->code->instructions.count > RULES_CODE_INSTRUCTIONS) {
    phrase_mistake(compiler, largest->offset,
                   "all phrases together are too large from here on; the "
                   "largest part of this one is %.*s with %zu positions",
                   shown, part, largest->positions);
  }
}

bool phrase_emit(struct phrase_compiler *compiler, struct phrase_node *root,
                 const char *text, struct rules_program *program) {
  struct rules_instructions *instructions = &compiler->code->instructions;
  size_t first = instructions->count;
  program->first = (uint32_t)first;
  size_t positions = 0;
  const struct phrase_node *largest =
      emit_elements(compiler, program, root, &positions);
  add(compiler, RULES_ACCEPT, 0);
  program->count = (uint32_t)(instructions->count - first);
  check_size(compiler, text, program, positions, largest);
  if (!phrase_is_well(compiler)) {
    instructions->count = first;
    return false;
  }
  return true;
}
