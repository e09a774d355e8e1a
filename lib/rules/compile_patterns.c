/* SPDX-License-Identifier: MIT */
/* The lines of `find`, `regex`, `except` and `except-here`. */
#include "rules/compile.h"

#include "rules/phrase_key.h"
#include "text/regex.h"

#include <string.h>

enum { MESSAGE_SIZE = 512 };

static struct rules_spot place_of(const struct rules_compiler *compiler,
                                  const struct rules_line *line,
                                  size_t offset) {
  return rules_line_place(compiler->trees[line->place.file], line, offset);
}

/* What two phrases that say the same have in common. */
static const char *normal_form(struct base_arena *arena, const char *text) {
  /* `=IT` says its case. */
  bool keeps_case = strchr(text, '=') != NULL;
  char *normal = base_arena_alloc(arena, strlen(text) + 1);
  size_t size = 0;
  for (; normal != NULL && *text != '\0'; text++) {
    bool doubled = *text == ' ' && (size == 0 || normal[size - 1] == ' ');
    bool upper = *text >= 'A' && *text <= 'Z' && !keeps_case;
    if (!doubled) {
      normal[size++] = upper ? (char)(*text - 'A' + 'a') : *text;
    }
  }
  return normal;
}

/* A phrase that an equal one above it leaves nothing to find. */
static bool warn_of_doubles(struct rules_compiler *compiler,
                            const struct rules_lines *lines) {
  struct rules_index seen = {0};
  struct base_arena scratch = {0};
  const struct rules_line **above =
      base_arena_alloc(&scratch, lines->count * sizeof *above);
  uint32_t count = 0;
  for (const struct rules_line *line = lines->first;
       line != NULL && above != NULL; line = line->next) {
    const char *normal = normal_form(&scratch, line->text);
    uint32_t number = rules_index_get(&seen, normal);
    if (number != RULES_NOT_FOUND) {
      rules_warning(compiler->report, line->place,
                    "this phrase is never reached: it stands in %s:%u already",
                    above[number]->place.name,
                    (unsigned)above[number]->place.line);
    } else {
      above[count] = line;
      rules_index_put(&seen, normal, count++);
    }
  }
  bool made = !scratch.failed && !seen.failed;
  base_arena_destroy(&scratch);
  rules_index_destroy(&seen);
  return made;
}

static bool compile_phrase(struct rules_compiler *compiler,
                           const struct rules_description *entry,
                           const struct rules_line *line, uint32_t number,
                           bool is_veto) {
  struct courtesy_ruleset *ruleset = compiler->ruleset;
  struct rules_program *program = &ruleset->patterns[number];
  struct rules_anchor anchor = {0};
  struct rules_phrase_error error = {0};
  enum courtesy_status status = rules_phrase_compile(
      line->text, is_veto,
      rules_languages_find(&compiler->languages, entry->language),
      ruleset->vocabulary, compiler->arena, &ruleset->code, program, &anchor,
      &error);
  if (status == COURTESY_BAD_RULES) {
    if (error.message != NULL) {
      rules_error(compiler->report, place_of(compiler, line, error.offset),
                  "%s", error.message);
    }
    return true;
  }
  if (status != COURTESY_OK || is_veto) {
    return status == COURTESY_OK;
  }
  /* What the pack finds was measured; a house file is not. */
  if (anchor.common && entry->rule_class == COURTESY_RULE &&
      !entry->from_pack) {
    rules_warning(compiler->report, line->place,
                  "this phrase has common words only, so that it is tried on "
                  "very many sentences: add a word that is rarer");
  }
  return rules_phrase_file(&ruleset->code, program, &anchor, number,
                           &compiler->filing);
}

static void check_regex(struct rules_compiler *compiler,
                        const struct rules_line *line,
                        struct text_regex_marks *marks) {
  size_t offset = 0;
  char message[MESSAGE_SIZE];
  if (!text_regex_check(line->text, marks, &offset, message, sizeof message)) {
    rules_error(compiler->report, place_of(compiler, line, offset), "%s",
                message);
  }
}

static bool is_exact(const char *word) {
  return word[0] == '=';
}

/* What `words` asks for beside one of its words: the marks, and capitals when
 * all words are exact. */
static void tell_needs(const struct rules_description *entry,
                       struct rules_program *program,
                       struct rules_guard *guard) {
  uint64_t marks = 0;
  size_t words = 0;
  size_t exact = 0;
  for (size_t i = 0; i < entry->words.count; i++) {
    const char *text = entry->words.items[i].text;
    uint64_t sign = rules_guard_sign(text);
    rules_guard_add(guard, text);
    marks |= sign;
    words += sign == 0;
    exact += is_exact(text);
  }
  uint64_t *need = program->need_signs;
  if (marks != 0) {
    *need++ = marks;
  }
  program->needs_case = words > 0 && exact == words;
  if (program->needs_case) {
    *need = TEXT_SIGN_CAPITALS;
  }
}

/* Files the regexes of an entry, all as the first, under the words of which one
 * must stand beside them. */
static bool file_regexes(struct rules_compiler *compiler,
                         const struct rules_description *entry,
                         uint32_t first) {
  struct courtesy_ruleset *ruleset = compiler->ruleset;
  bool any = false;
  struct text_key key = text_key_of(first);
  key.need = ruleset->patterns[first].need_signs[0];
  for (size_t i = 0; i < entry->words.count; i++) {
    uint32_t word = rules_phrase_single_word(entry->words.items[i].text,
                                             ruleset->vocabulary);
    any = any || word != TEXT_NO_WORD;
    if (word != TEXT_NO_WORD &&
        !text_filing_add(&compiler->filing, word, &key)) {
      return false;
    }
  }
  return any || text_filing_add_always(&compiler->filing, first);
}

static void check_words(struct rules_compiler *compiler,
                        const struct rules_description *entry) {
  const struct rules_line *first =
      entry->lines[COURTESY_PHRASE_REGEX][RULES_SET].first;
  if (first == NULL) {
    return;
  }
  if (entry->words.count == 0) {
    rules_warning(compiler->report, first->place,
                  "a regex without `words:` runs on every sentence: name words "
                  "of which one must stand there");
  }
  for (size_t i = 0; i < entry->words.count; i++) {
    const struct rules_text *word = &entry->words.items[i];
    if (rules_guard_sign(word->text) == 0 &&
        rules_phrase_single_word(word->text, compiler->ruleset->vocabulary) ==
            TEXT_NO_WORD) {
      rules_error(compiler->report, word->place,
                  "`%s` is not one word: `words` holds single words",
                  word->text);
    }
  }
}

static bool compile_regex(struct rules_compiler *compiler,
                          const struct rules_description *entry,
                          const struct rules_line *line, uint32_t number) {
  struct courtesy_ruleset *ruleset = compiler->ruleset;
  struct rules_guard *guard = rules_guards_push(&ruleset->code.guards);
  if (guard == NULL) {
    return false;
  }
  check_regex(compiler, line, &guard->sure);
  guard->regex = rules_notes_add_text(&ruleset->notes, line->text);
  ruleset->patterns[number] = rules_program_unknown();
  tell_needs(entry, &ruleset->patterns[number], guard);
  bool is_first = line == entry->lines[COURTESY_PHRASE_REGEX][RULES_SET].first;
  return !is_first || file_regexes(compiler, entry, number);
}

static bool note_line(struct rules_compiler *compiler,
                      const struct rules_line *line,
                      enum courtesy_phrase_role role) {
  struct courtesy_phrase phrase = {role, line->text, line->place.name,
                                   line->place.line, line->place.column};
  return rules_notes_add_phrase(&compiler->ruleset->notes, &phrase);
}

static bool compile_line(struct rules_compiler *compiler,
                         const struct rules_description *entry,
                         const struct rules_line *line, uint32_t number,
                         enum courtesy_phrase_role role) {
  return role == COURTESY_PHRASE_REGEX
             ? compile_regex(compiler, entry, line, number)
             : compile_phrase(compiler, entry, line, number,
                              role != COURTESY_PHRASE_FIND);
}

/* Adds the lines of one role as patterns. */
static bool compile_role(struct rules_compiler *compiler, uint32_t owner,
                         enum courtesy_phrase_role role) {
  struct courtesy_ruleset *ruleset = compiler->ruleset;
  const struct rules_description *entry = compiler->model->entries.items[owner];
  const struct rules_lines *lines = &entry->lines[role][RULES_SET];
  for (const struct rules_line *line = lines->first; line != NULL;
       line = line->next) {
    uint32_t number = (uint32_t)ruleset->pattern_count++;
    if (!note_line(compiler, line, role) ||
        !compile_line(compiler, entry, line, number, role)) {
      return false;
    }
  }
  return lines->count < 2 || warn_of_doubles(compiler, lines);
}

static struct rules_range range_from(const struct courtesy_ruleset *ruleset,
                                     size_t first) {
  return (struct rules_range){(uint32_t)first,
                              (uint32_t)(ruleset->pattern_count - first)};
}

/* Whether no pattern of the rule looks at capitals. */
static bool ignores_case(const struct courtesy_ruleset *ruleset, size_t first) {
  for (size_t i = first; i < ruleset->pattern_count; i++) {
    if (rules_is_regex(&ruleset->patterns[i]) ||
        ruleset->patterns[i].needs_case) {
      return false;
    }
  }
  return true;
}

bool rules_compile_patterns(struct rules_compiler *compiler, uint32_t number) {
  struct courtesy_ruleset *ruleset = compiler->ruleset;
  struct courtesy_rule *rule = &ruleset->entries[number];
  size_t first = ruleset->pattern_count;
  check_words(compiler, compiler->model->entries.items[number]);
  bool made = compile_role(compiler, number, COURTESY_PHRASE_FIND) &&
              compile_role(compiler, number, COURTESY_PHRASE_REGEX);
  rule->find = range_from(ruleset, first);
  size_t vetoes = ruleset->pattern_count;
  made = made && compile_role(compiler, number, COURTESY_PHRASE_EXCEPT);
  rule->except = range_from(ruleset, vetoes);
  vetoes = ruleset->pattern_count;
  made = made && compile_role(compiler, number, COURTESY_PHRASE_EXCEPT_HERE);
  rule->except_here = range_from(ruleset, vetoes);
  rule->ignores_case = ignores_case(ruleset, first);
  rule->facts.phrase_count = (uint32_t)(ruleset->pattern_count - first);
  return made;
}
