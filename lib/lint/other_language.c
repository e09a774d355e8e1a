/* SPDX-License-Identifier: MIT */
/* Rules run on messages of their language. That none has the message's is
 * said: silence would look like praise. */
#include "base/language_tag.h"
#include "lint/session.h"
#include "mail/stop_words.h"

static const char *language_at(const struct courtesy_ruleset *ruleset,
                               size_t entry) {
  return rules_noted(ruleset, ruleset->entries[entry].facts.language);
}

static bool is_live(const struct courtesy_ruleset *ruleset, size_t number) {
  const struct courtesy_rule *entry = &ruleset->entries[number];
  return entry->facts.rule_class == COURTESY_RULE && rules_is_on(entry) &&
         !rules_has_no_language(ruleset, number);
}

/* The first live rule; the number of entries when there is none. */
static size_t first_live(const struct courtesy_ruleset *ruleset) {
  size_t first = 0;
  while (first < ruleset->entry_count && !is_live(ruleset, first)) {
    first++;
  }
  return first;
}

/* The next live rule whose language is not noted where that of `rule` is, as
 * those of nearly all are. */
static size_t next_language(const struct courtesy_ruleset *ruleset,
                            size_t rule) {
  const struct courtesy_rule *entries = ruleset->entries;
  size_t next = rule + 1;
  while (next < ruleset->entry_count &&
         (entries[next].facts.language == entries[rule].facts.language ||
          !is_live(ruleset, next))) {
    next++;
  }
  return next;
}

void lint_find_live(struct courtesy_session *session) {
  session->live = first_live(session->ruleset);
}

static bool have_language(struct courtesy_session *session) {
  const struct courtesy_ruleset *ruleset = session->ruleset;
  size_t count = ruleset->entry_count;
  size_t i = session->live;
  while (i < count && !lint_language_fits(session, (uint32_t)i)) {
    i = next_language(ruleset, i);
  }
  return i < count;
}

static const char *name_of(const char *tag) {
  const char *name = base_language_name(tag);
  return name != NULL ? name : tag;
}

/* What the sentence about it is joined of. */
struct pieces {
  const char *items[2 * MAIL_LANGUAGES + 8];
  size_t count;
};

static void add(struct pieces *pieces, const char *piece) {
  pieces->items[pieces->count++] = piece;
}

/* "looks Danish, Norwegian or Swedish", by bits. */
static void add_among(struct pieces *pieces, uint32_t bits) {
  bool is_first = true;
  for (unsigned i = 0; i < MAIL_LANGUAGES; i++) {
    if ((bits >> i & 1) != 0) {
      bool is_last = bits >> i == 1;
      add(pieces, is_first ? "looks " : is_last ? " or " : ", ");
      add(pieces, name_of(mail_languages[i]));
      is_first = false;
    }
  }
}

/* "looks German", "is in Cyrillic letters" */
static void add_look(struct pieces *pieces,
                     const struct courtesy_message *message) {
  const char *language = message->facts.language;
  if (language == NULL) {
    add_among(pieces, message->among);
    return;
  }
  const char *script = base_language_script_name(language);
  add(pieces, script != NULL ? "is in " : "looks ");
  add(pieces, script != NULL ? script : name_of(language));
  add(pieces, script != NULL ? " letters" : "");
}

/* Whether there are live rules in several languages. */
static bool are_others(struct courtesy_session *session) {
  if (session->others == 0) {
    size_t next = session->live;
    const char *first = language_at(session->ruleset, next);
    do {
      next = next_language(session->ruleset, next);
    } while (next < session->ruleset->entry_count &&
             base_language_is_same(first, language_at(session->ruleset, next)));
    session->others = next;
  }
  return session->others < session->ruleset->entry_count;
}

enum courtesy_status lint_note_language(struct courtesy_session *session) {
  const struct courtesy_ruleset *ruleset = session->ruleset;
  if (!lint_view_has_words(&session->view) ||
      session->live == ruleset->entry_count ||
      (session->speaks && have_language(session))) {
    return COURTESY_OK;
  }
  struct pieces pieces = {.count = 0};
  add(&pieces, "this ");
  add_look(&pieces, session->view.message);
  add(&pieces, "; the rules are ");
  add(&pieces, name_of(language_at(ruleset, session->live)));
  add(&pieces, are_others(session) ? " and others" : "");
  struct courtesy_problem problem = {
      .code = "other-language",
      .message = base_arena_join(&session->arena, pieces.items, pieces.count),
  };
  return problem.message != NULL &&
                 lint_problems_add(&session->problems, problem)
             ? COURTESY_OK
             : COURTESY_NO_MEMORY;
}
