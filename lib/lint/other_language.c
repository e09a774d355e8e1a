/* SPDX-License-Identifier: MIT */
/* Rules run on messages of their language. That none has the message's is
 * said: silence would look like praise. */
#include "base/language_tag.h"
#include "lint/session.h"
#include "mail/stop_words.h"
#include "match/condition.h"

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

static bool have_language(const struct courtesy_session *session) {
  const struct courtesy_ruleset *ruleset = session->ruleset;
  size_t count = ruleset->entry_count;
  size_t i = session->live;
  while (i < count &&
         !match_language_fits(language_at(ruleset, i), session->view.message)) {
    i = next_language(ruleset, i);
  }
  return i < count;
}

static const char *name_of(const char *tag) {
  const char *name = base_language_name(tag);
  return name != NULL ? name : tag;
}

/* "English", or "English and others": whose rules there are first. */
static const char *languages_of(const struct courtesy_ruleset *ruleset,
                                struct base_arena *arena) {
  const char *first = NULL;
  for (size_t i = first_live(ruleset); i < ruleset->entry_count;
       i = next_language(ruleset, i)) {
    const char *language = language_at(ruleset, i);
    if (first == NULL) {
      first = language;
    } else if (!base_language_is_same(first, language)) {
      return base_arena_format(arena, "%s and others", name_of(first));
    }
  }
  return first == NULL ? NULL : name_of(first);
}

/* "Danish, Norwegian or Swedish", by bits. */
static const char *names_among(uint32_t bits, struct base_arena *arena) {
  const char *names = "";
  for (unsigned i = 0; i < MAIL_LANGUAGES && names != NULL; i++) {
    if ((bits >> i & 1) != 0) {
      const char *between = *names == '\0'         ? ""
                            : bits >> (i + 1) == 0 ? " or "
                                                   : ", ";
      names = base_arena_format(arena, "%s%s%s", names, between,
                                name_of(mail_languages[i]));
    }
  }
  return names;
}

/* "looks German", "is in Cyrillic letters" */
static const char *look_of(const struct courtesy_message *message,
                           struct base_arena *arena) {
  const char *language = message->facts.language;
  if (language == NULL) {
    const char *names = names_among(message->among, arena);
    return names == NULL ? NULL : base_arena_format(arena, "looks %s", names);
  }
  const char *script = base_language_script_name(language);
  return script != NULL
             ? base_arena_format(arena, "is in %s letters", script)
             : base_arena_format(arena, "looks %s", name_of(language));
}

enum courtesy_status lint_note_language(struct courtesy_session *session) {
  const struct courtesy_ruleset *ruleset = session->ruleset;
  const struct courtesy_message *message = session->view.message;
  if (session->view.words == 0 || (session->speaks && have_language(session))) {
    return COURTESY_OK;
  }
  const char *rules = languages_of(ruleset, &session->arena);
  if (rules == NULL) { /* there are no rules, or memory ran out */
    return session->arena.failed ? COURTESY_NO_MEMORY : COURTESY_OK;
  }
  const char *look = look_of(message, &session->arena);
  if (look == NULL) {
    return COURTESY_NO_MEMORY;
  }
  struct courtesy_problem problem = {
      .code = "other-language",
      .message = base_arena_format(&session->arena, "this %s; the rules are %s",
                                   look, rules),
  };
  return problem.message != NULL &&
                 lint_problems_add(&session->problems, problem)
             ? COURTESY_OK
             : COURTESY_NO_MEMORY;
}
