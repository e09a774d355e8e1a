/* SPDX-License-Identifier: MIT */
#include "lint/greets.h"

#include "lint/names.h"
#include "mail/people.h"
#include "text/fold.h"

enum { MOST_NAMES = 4 /* who greets more people calls a roll */ };

/* The names in a greeting, folded. */
struct greeted {
  struct text_folded names[MOST_NAMES];
  size_t count;
  bool unclear; /* a name is too long, or there are too many */
};

static bool may_be_name(const struct text_token *token,
                        const struct text_lexicon *lexicon) {
  if (token->kind != TEXT_WORD || (token->flags & TEXT_CAPITALISED) == 0) {
    return false;
  }
  for (size_t i = 0; i < TEXT_READINGS; i++) {
    if (text_word_set_has(&lexicon->not_names, token->words[i]) ||
        text_word_set_has(&lexicon->not_persons, token->words[i])) {
      return false;
    }
  }
  return true;
}

static void add_names(const struct lint_view *view,
                      const struct text_sentence *sentence,
                      const struct text_lexicon *lexicon,
                      struct greeted *greeted) {
  const struct text_token *tokens = view->document.tokens.items;
  for (uint32_t i = sentence->first_token; i < sentence->token_end; i++) {
    if (!may_be_name(&tokens[i], lexicon)) {
      continue;
    }
    if (greeted->count == MOST_NAMES ||
        !text_token_folded(view->sources[sentence->source], &tokens[i],
                           &greeted->names[greeted->count])) {
      greeted->unclear = true;
      return;
    }
    greeted->count++;
  }
}

static struct base_slice slice_of(const struct text_folded *folded) {
  return (struct base_slice){folded->bytes, folded->size};
}

/* Whether a name may be a form of another: most nicknames keep the first
 * letter, and so do most slips of the pen. */
static bool is_alike(struct base_slice one, struct base_slice other) {
  return one.bytes[0] == other.bytes[0];
}

/* Who is greeted, of those whom the header names. */
static const char *compare(const struct greeted *greeted,
                           const struct courtesy_facts *facts,
                           const struct courtesy_ruleset *ruleset) {
  struct mail_people people = mail_people_of(facts);
  struct base_slice written;
  bool alike = false;
  bool is_sender;
  while (mail_people_next(&people, &written, &is_sender)) {
    struct text_folded folded;
    if (!text_fold(written, &folded)) {
      continue; /* too long for a name */
    }
    struct base_slice name = slice_of(&folded);
    for (size_t i = 0; i < greeted->count; i++) {
      struct base_slice word = slice_of(&greeted->names[i]);
      if (!is_sender && lint_is_short_for(ruleset, word, name)) {
        return "recipient";
      }
      alike = alike || is_alike(word, name);
    }
  }
  return alike ? NULL : "stranger";
}

const char *lint_greets(const struct lint_view *view,
                        const struct courtesy_ruleset *ruleset) {
  const struct courtesy_facts *facts = &view->message->facts;
  struct greeted greeted; /* large: its names are not cleared */
  greeted.count = 0;
  greeted.unclear = false;
  for (size_t i = 0; i < view->own; i++) {
    const struct text_sentence *sentence = &view->document.sentences.items[i];
    if (sentence->zone == COURTESY_ZONE_GREETING) {
      add_names(view, sentence, &ruleset->lexicon, &greeted);
    }
  }
  bool is_known = greeted.count > 0 && !greeted.unclear &&
                  mail_recipients_are_persons(facts);
  return is_known ? compare(&greeted, facts, ruleset) : NULL;
}
