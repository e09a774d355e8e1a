/* SPDX-License-Identifier: MIT */
#include "rules/phrase_tree.h"

#include <stdarg.h>
#include <stdio.h>

bool phrase_mistake(struct phrase_compiler *compiler, size_t offset,
                    const char *format, ...) {
  if (compiler->error->message != NULL) {
    return false;
  }
  char message[512];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(message, sizeof message, format, arguments);
  va_end(arguments);
  compiler->error->message = base_arena_string(compiler->arena, message);
  compiler->error->offset = offset;
  compiler->failed |= compiler->error->message == NULL;
  return false;
}

bool phrase_is_well(const struct phrase_compiler *compiler) {
  return compiler->error->message == NULL && !compiler->failed;
}

static void compile(struct phrase_compiler *compiler, const char *phrase,
                    struct rules_program *program,
                    struct rules_anchor *anchor) {
  struct phrase_node *root = phrase_parse(compiler, phrase);
  if (root == NULL || !phrase_check(compiler, root) ||
      !phrase_emit(compiler, root, phrase, program) ||
      !phrase_tell_forks(compiler, program)) {
    return;
  }
  phrase_choose_anchor(compiler, root, anchor);
  anchor->common = anchor->common || !phrase_names_something(root);
  phrase_tell_needs(compiler, root, program);
  compiler->failed |= !rules_program_analyse(program, compiler->code);
}

enum courtesy_status rules_phrase_compile(
    const char *phrase, bool strict_comma,
    const struct rules_definitions *definitions,
    struct text_vocabulary *vocabulary, struct base_arena *arena,
    struct rules_code *code, struct rules_program *program,
    struct rules_anchor *anchor, struct rules_phrase_error *error) {
  struct phrase_compiler compiler = {
      .definitions = definitions,
      .vocabulary = vocabulary,
      .arena = arena,
      .code = code,
      .error = error,
  };
  *error = (struct rules_phrase_error){0};
  *program = (struct rules_program){.strict_comma = strict_comma};
  *anchor = (struct rules_anchor){0};
  compile(&compiler, phrase, program, anchor);
  base_arena_destroy(&compiler.scratch);
  rules_cases_destroy(&compiler.cases);
  if (compiler.failed) {
    return COURTESY_NO_MEMORY;
  }
  return error->message != NULL || compiler.met_broken ? COURTESY_BAD_RULES
                                                       : COURTESY_OK;
}

static bool may_stand_in_entry(enum phrase_lexeme_kind kind,
                               enum phrase_lexeme_kind before) {
  return kind == PHRASE_WORD || kind == PHRASE_EXACT || kind == PHRASE_HYPHEN ||
         kind == PHRASE_MARK ||
         (kind == PHRASE_POSSESSIVE && before == PHRASE_WORD);
}

bool rules_phrase_check_entry(const char *entry, struct base_arena *arena,
                              struct rules_phrase_error *error) {
  struct phrase_compiler compiler = {.arena = arena, .error = error};
  *error = (struct rules_phrase_error){0};
  struct phrase_lexeme lexeme = {0};
  enum phrase_lexeme_kind before;
  size_t place = 0;
  do {
    before = lexeme.kind;
    lexeme = phrase_scan(&compiler, entry, &place);
  } while (may_stand_in_entry(lexeme.kind, before));
  if (lexeme.kind != PHRASE_END) {
    phrase_mistake(&compiler, lexeme.offset,
                   "an entry of a list holds words only; write a line for "
                   "each");
  }
  return error->message == NULL;
}

/* An entry of one word, `=IT` and `R&D` included. */
uint32_t rules_phrase_single_word(const char *entry,
                                  struct text_vocabulary *vocabulary) {
  struct base_arena arena = {0};
  struct rules_phrase_error error = {0};
  struct phrase_compiler compiler = {.arena = &arena, .error = &error};
  size_t place = 0;
  struct phrase_lexeme word = phrase_scan(&compiler, entry, &place);
  struct phrase_lexeme next = phrase_scan(&compiler, entry, &place);
  bool is_full_stop = next.kind == PHRASE_MARK && next.mark == '.';
  if (is_full_stop) {
    next = phrase_scan(&compiler, entry, &place);
  }
  base_arena_destroy(&arena);
  bool single = (word.kind == PHRASE_WORD || word.kind == PHRASE_EXACT) &&
                next.kind == PHRASE_END;
  return single ? text_vocabulary_add(vocabulary, word.slice) : TEXT_NO_WORD;
}
