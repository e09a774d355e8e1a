/* SPDX-License-Identifier: MIT */
#include "rules/program.h"

#include "base/sort.h"

#include <stdlib.h>
#include <string.h>

void rules_code_destroy(struct rules_code *code) {
  if (code->borrowed) {
    return;
  }
  rules_instructions_destroy(&code->instructions);
  rules_tables_destroy(&code->word_sets);
  rules_tables_destroy(&code->switches);
  rules_members_destroy(&code->words);
  rules_cases_destroy(&code->cases);
  rules_needs_destroy(&code->needs);
  rules_spellings_destroy(&code->spellings);
  rules_guards_destroy(&code->guards);
  rules_known_destroy(&code->known_sets);
  rules_known_destroy(&code->known_switches);
  rules_known_destroy(&code->known_needs);
}

static struct rules_known_walk walk_of(const void *bytes, size_t size) {
  return (struct rules_known_walk){.hash = rules_known_hash(bytes, size)};
}

static bool find_set(const struct rules_code *code,
                     struct rules_known_walk *walk, const uint32_t *words,
                     size_t count) {
  bool found = false;
  while (!found && rules_known_next(&code->known_sets, walk)) {
    struct text_word_set set = rules_code_set(code, walk->number);
    found =
        set.count == count &&
        (count == 0 || memcmp(set.words, words, count * sizeof *words) == 0);
  }
  return found;
}

bool rules_code_add_set(struct rules_code *code, uint32_t *words, size_t count,
                        uint32_t *index) {
  count = base_sort_and_unite(words, count, sizeof *words, base_order_numbers);
  struct rules_known_walk walk = walk_of(words, count * sizeof *words);
  *index = (uint32_t)code->word_sets.count;
  if (find_set(code, &walk, words, count)) {
    *index = walk.number;
    return true;
  }
  struct rules_table table = {(uint32_t)code->words.count, (uint32_t)count, 0};
  for (size_t i = 0; i < count; i++) {
    table.sign |= text_sign_of_word(words[i]);
    rules_members_add(&code->words, words[i]);
  }
  return !code->words.failed && rules_tables_add(&code->word_sets, table) &&
         rules_known_add(&code->known_sets, walk.hash, *index);
}

static int compare_cases(const void *left, const void *right) {
  const struct rules_case *a = left;
  const struct rules_case *b = right;
  int order = base_order(a->word, b->word);
  return order != 0 ? order : base_order(a->past, b->past);
}

static bool find_switch(const struct rules_code *code,
                        struct rules_known_walk *walk,
                        const struct rules_case *cases, size_t count) {
  bool found = false;
  while (!found && rules_known_next(&code->known_switches, walk)) {
    struct rules_switch table = rules_code_switch(code, walk->number);
    found = table.count == count &&
            memcmp(table.cases, cases, count * sizeof *cases) == 0;
  }
  return found;
}

bool rules_code_add_switch(struct rules_code *code, struct rules_case *cases,
                           size_t count, uint32_t *index) {
  count = base_sort_and_unite(cases, count, sizeof *cases, compare_cases);
  struct rules_known_walk walk = walk_of(cases, count * sizeof *cases);
  *index = (uint32_t)code->switches.count;
  if (find_switch(code, &walk, cases, count)) {
    *index = walk.number;
    return true;
  }
  struct rules_table table = {(uint32_t)code->cases.count, (uint32_t)count, 0};
  for (size_t i = 0; i < count; i++) {
    table.sign |= text_sign_of_word(cases[i].word);
    rules_cases_add(&code->cases, cases[i]);
  }
  return !code->cases.failed && rules_tables_add(&code->switches, table) &&
         rules_known_add(&code->known_switches, walk.hash, *index);
}

bool rules_code_add_need(struct rules_code *code, const struct rules_bits *need,
                         uint32_t *index) {
  struct rules_known_walk walk = walk_of(need, sizeof *need);
  while (rules_known_next(&code->known_needs, &walk)) {
    if (memcmp(&code->needs.items[walk.number], need, sizeof *need) == 0) {
      *index = walk.number;
      return true;
    }
  }
  *index = (uint32_t)code->needs.count;
  return rules_needs_add(&code->needs, *need) &&
         rules_known_add(&code->known_needs, walk.hash, *index);
}

bool rules_code_add_spelling(struct rules_code *code, struct base_arena *arena,
                             const char *bytes, size_t size, uint32_t *index) {
  struct rules_spellings *spellings = &code->spellings;
  for (size_t i = 0; i < spellings->count; i++) {
    const char *known = spellings->items[i];
    if (strlen(known) == size && memcmp(known, bytes, size) == 0) {
      *index = (uint32_t)i;
      return true;
    }
  }
  char *copy = base_arena_copy(arena, bytes, size);
  *index = (uint32_t)spellings->count;
  return copy != NULL && rules_spellings_add(spellings, copy);
}

struct rules_bits rules_instruction_bits(const struct rules_code *code,
                                         struct rules_instruction instruction) {
  uint32_t argument = instruction.argument;
  struct rules_bits bits = {0};
  switch (instruction.operation) {
  case RULES_WORD:
    rules_bits_add_word(&bits, argument);
    break;
  case RULES_SWITCH: {
    struct rules_switch table = rules_code_switch(code, argument);
    for (size_t i = 0; i < table.count; i++) {
      rules_bits_add_word(&bits, table.cases[i].word);
    }
    break;
  }
  case RULES_WORD_SET: {
    struct text_word_set set = rules_code_set(code, argument);
    for (size_t i = 0; i < set.count; i++) {
      rules_bits_add_word(&bits, set.words[i]);
    }
    break;
  }
  default:
    bits.sign = rules_first_sign(code, instruction);
    break;
  }
  return bits;
}

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

/* What is known at an instruction: every path leads forwards, so that one
 * pass in order sees all ways to it before the instruction itself. */
struct place {
  bool reached_first; /* without consuming anything */
  bool reached_free;  /* so, and without ^ or ^^ */
  bool reached_later; /* so, and without ^^ */
  bool after_one;     /* one instruction consumed a token */
  bool after_one_end; /* so, and then came a $ */
  bool open;          /* no $ came yet */
  uint16_t words;     /* most written words that were taken */
  uint16_t ends;      /* most sentence ends named on a way to here */
};

static void merge_place(struct place *into, const struct place *from) {
  into->reached_first |= from->reached_first;
  into->reached_free |= from->reached_free;
  into->reached_later |= from->reached_later;
  into->after_one |= from->after_one;
  into->after_one_end |= from->after_one_end;
  into->open |= from->open;
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
  if (rules_operation_takes_many(instruction.operation)) {
    return RULES_MORE_OF_WORD;
  }
  return instruction.operation == RULES_MARK &&
                 rules_mark_ends_sentence(instruction.argument)
             ? TEXT_SIGN_ANY
             : 0;
}

/* A written full stop may lie in the abbreviation before it: then it consumes
 * nothing. */
static void note_consuming(struct rules_program *program,
                           const struct rules_code *code,
                           struct rules_instruction instruction,
                           struct place *place) {
  uint32_t operation = instruction.operation;
  uint64_t sign = rules_first_sign(code, instruction);
  program->needs_case |= operation == RULES_NAME || operation == RULES_CAPITAL;
  if (place->ends > program->sentence_ends) {
    program->sentence_ends =
        place->ends > UINT8_MAX ? UINT8_MAX : (uint8_t)place->ends;
  }
  if (place->reached_first) {
    program->starts |= sign;
    program->seconds |= behind_first(instruction);
    program->at_start_only &= !place->reached_free;
    program->at_text_start_only &= !place->reached_later;
  }
  if (place->after_one) {
    program->seconds |= sign;
  }
  bool is_mark = operation == RULES_MARK;
  bool is_full_stop = is_mark && instruction.argument == '.';
  bool is_word = !is_mark && operation != RULES_HYPHEN;
  *place = (struct place){
      .ends = place->ends,
      .open = place->open,
      .words = (uint16_t)(place->words + is_word),
      .after_one = place->reached_first || (is_full_stop && place->after_one),
  };
  if (is_mark && rules_mark_ends_sentence(instruction.argument)) {
    place->ends++;
  }
}

static void note_accept(struct rules_program *program,
                        const struct place *place) {
  if (place->after_one) {
    program->seconds = TEXT_SIGN_ANY;
  }
  if (place->after_one_end) {
    program->seconds |= TEXT_SIGN_EDGE;
  }
  bool whole = program->at_start_only && !place->open;
  program->most_words = whole ? place->words : UINT32_MAX;
}

/* What the assertions ^ ^^ $ $$ change. */
static void note_assertion(uint32_t operation, struct place *place) {
  switch (operation) {
  case RULES_AT_TEXT_START:
    place->reached_later = false;
    place->reached_free = false;
    break;
  case RULES_AT_SENTENCE_START:
    place->reached_free = false;
    break;
  case RULES_AT_SENTENCE_END:
  case RULES_AT_TEXT_END:
    place->after_one_end |= place->after_one;
    place->after_one = false;
    place->open = false;
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

/* Passes on what is known at an instruction to those that may follow it. */
static void spread(struct place *places, const struct place *place,
                   const struct rules_code *code, uint32_t here,
                   struct rules_instruction instruction) {
  switch (instruction.operation) {
  case RULES_ACCEPT:
    break;
  case RULES_JUMP:
    merge_place(&places[instruction.argument], place);
    break;
  case RULES_SWITCH: {
    struct rules_switch table = rules_code_switch(code, instruction.argument);
    for (size_t i = 0; i < table.count; i++) {
      merge_place(&places[here + 1 + table.cases[i].past], place);
    }
    break;
  }
  case RULES_SPLIT:
    merge_place(&places[instruction.argument], place);
    merge_place(&places[here + 1], place);
    break;
  default:
    merge_place(&places[here + 1], place);
    break;
  }
}

bool rules_program_analyse(struct rules_program *program,
                           const struct rules_code *code) {
  struct place *places = calloc(program->count + 1, sizeof *places);
  if (places == NULL) {
    return false;
  }
  clear_findings(program);
  places[0] = (struct place){
      .reached_first = true,
      .reached_free = true,
      .reached_later = true,
      .open = true,
  };
  for (uint32_t i = 0; i < program->count; i++) {
    struct rules_instruction instruction =
        code->instructions.items[program->first + i];
    uint32_t operation = instruction.operation;
    struct place place = places[i];
    if (rules_operation_consumes(operation)) {
      note_consuming(program, code, instruction, &place);
    } else if (operation == RULES_ACCEPT) {
      note_accept(program, &place);
    } else {
      note_assertion(operation, &place);
    }
    program->needs_case |= operation == RULES_SPELLED;
    spread(places, &place, code, i, instruction);
  }
  free(places);
  return true;
}
