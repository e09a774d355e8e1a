/* SPDX-License-Identifier: MIT */
#include "lint/small_name.h"

#include "lint/line.h"
#include "lint/names.h"
#include "text/vocabulary.h"

enum { INITIALS = 2 /* bytes of most */ };

/* The farewell that is a name alone, or RULES_NO_ENTRY. */
static uint32_t name_entry(const struct courtesy_ruleset *ruleset) {
  uint32_t entry = ruleset->farewell;
  while (entry != RULES_NO_ENTRY && !rules_has_no_language(ruleset, entry)) {
    entry = ruleset->entries[entry].sibling;
  }
  return entry;
}

/* Words that rules know are no names, but for those that are listed as such. Of
 * two letters rules know so many in all languages that only those count that
 * are listed as none. */
static bool may_be_name(const struct courtesy_ruleset *ruleset,
                        struct base_slice word) {
  const struct text_lexicon *lexicon = &ruleset->lexicon;
  uint32_t id = text_vocabulary_find(ruleset->vocabulary, word);
  if (id == TEXT_NO_WORD || text_word_set_has(&lexicon->names, id) ||
      lint_nicknames_of(ruleset, id).count > 0) {
    return true;
  }
  return word.size == INITIALS && !text_word_set_has(&lexicon->not_names, id) &&
         !text_word_set_has(&lexicon->not_persons, id) &&
         !text_word_is_abbreviation(text_vocabulary_tables(ruleset->vocabulary),
                                    id);
}

/* Whether a word alone below this line is the last of a list. */
static bool ends_list(struct base_slice above) {
  return lint_line_is_sign_off(above) && !lint_line_ends_thought(above);
}

bool lint_add_small_name(struct lint_ending *ending, size_t n) {
  const struct lint_edge *line = &ending->lines[n].edge;
  const struct courtesy_ruleset *ruleset = ending->ruleset;
  const char *bytes = ending->view->sources[MAIL_SOURCE_TEXT]->bytes;
  struct base_slice text = {bytes + line->text, line->end - line->text};
  size_t start = lint_line_small_name(text);
  if (start == text.size || lint_ending_line(ending, n + 1) == NULL) {
    return true;
  }
  struct base_slice word = {text.bytes + start, text.size - start};
  uint32_t entry = name_entry(ruleset);
  if (entry == RULES_NO_ENTRY || ruleset->entries[entry].find.count == 0 ||
      !may_be_name(ruleset, word) ||
      (start == 0 && ends_list(lint_ending_slice(ending, n + 1)))) {
    return true;
  }
  struct match_hit hit = {
      .entry = entry,
      .pattern = ruleset->entries[entry].find.first,
      .start = line->text + (uint32_t)start,
      .end = line->end,
      .source = MAIL_SOURCE_TEXT,
      .fate = MATCH_LIVE,
  };
  return match_hits_add(&ending->view->hits, hit);
}
