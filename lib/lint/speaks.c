/* SPDX-License-Identifier: MIT */
/* Whether an entry may speak about a message. What holds of it once holds for
 * the whole message. */
#include "lint/greets.h"
#include "lint/session.h"

static const char *language_of(const struct courtesy_session *session,
                               const struct courtesy_rule *rule) {
  return rules_noted(session->ruleset, rule->facts.language);
}

/* Nearly all entries that are asked about are in one language. */
bool lint_language_fits(struct courtesy_session *session,
                        const struct courtesy_rule *rule) {
  const char *language = language_of(session, rule);
  struct lint_tongue *tongue = &session->tongue;
  if (tongue->language != language) {
    tongue->language = language;
    tongue->fits = match_language_fits(language, session->view.message);
  }
  return tongue->fits;
}

static const char *greets(const void *context) {
  const struct courtesy_session *session = context;
  return lint_greets(&session->view, session->ruleset);
}

static enum lint_reason reason_by_conditions(struct courtesy_session *session,
                                             const struct courtesy_rule *rule) {
  const struct courtesy_ruleset *ruleset = session->ruleset;
  struct rules_conditions when = rules_conditions_in(ruleset, rule->when);
  struct rules_conditions unless = rules_conditions_in(ruleset, rule->unless);
  struct match_facts *facts = &session->facts;
  facts->message = session->view.message;
  facts->words = session->view.words;
  facts->greets = greets;
  facts->context = session;
  if (!match_conditions_all(&when, facts)) {
    return LINT_WHEN;
  }
  return match_conditions_any(&unless, facts) ? LINT_UNLESS : LINT_SPEAKS;
}

enum lint_reason lint_find_reason(struct courtesy_session *session,
                                  const struct courtesy_rule *rule) {
  const struct courtesy_message *message = session->view.message;
  if (!rules_is_on(rule)) {
    return LINT_IS_OFF;
  }
  /* A greeting in another language is one, too. */
  if (!lint_is_form(session, rule->index) &&
      !lint_language_fits(session, rule)) {
    return LINT_OTHER_LANGUAGE;
  }
  if (rule->form == COURTESY_FORM_MISSING && rule->at != COURTESY_AT_SUBJECT &&
      match_language_is_open(language_of(session, rule), message)) {
    return LINT_OPEN_LANGUAGE;
  }
  if (rule->message_level && message->kind == COURTESY_TEXT &&
      rule->index != session->tried) {
    return LINT_LOOSE_TEXT;
  }
  return rule->when.count + rule->unless.count == 0
             ? LINT_SPEAKS
             : reason_by_conditions(session, rule);
}

const char *lint_reason_words(const struct courtesy_session *session,
                              const struct courtesy_rule *rule) {
  static const char *const words[] = {
      [LINT_NOT_ASKED] = "",
      [LINT_SPEAKS] = "",
      [LINT_IS_OFF] = "the rule is off",
      [LINT_OTHER_LANGUAGE] = "the message is in another language",
      [LINT_OPEN_LANGUAGE] = "the message's language is not certain",
      [LINT_LOOSE_TEXT] = "loose text is no whole message",
      [LINT_WHEN] = "`when` does not hold",
      [LINT_UNLESS] = "`unless` holds",
  };
  return words[session->reasons[rule->index]];
}

/* Notes an entry of each language, those of greetings and farewells left
 * out. Returns false when memory ran out. */
static bool list_tongues(struct courtesy_session *session) {
  const struct courtesy_ruleset *ruleset = session->ruleset;
  uint32_t language = 0; /* of the last one */
  for (uint32_t i = 0; i < ruleset->entry_count; i++) {
    const struct courtesy_rule *entry = &ruleset->entries[i];
    bool is_next =
        session->tongues.count == 0 || entry->facts.language != language;
    if (is_next && !lint_is_form(session, i)) {
      lint_indices_add(&session->tongues, i);
      language = entry->facts.language;
    }
  }
  return !session->tongues.failed;
}

bool lint_any_speaks(struct courtesy_session *session) {
  const struct courtesy_rule *entries = session->ruleset->entries;
  if (session->live < session->ruleset->entry_count &&
      lint_language_fits(session, &entries[session->live])) {
    return true; /* as of nearly all messages */
  }
  if (session->tongues.count == 0 && !list_tongues(session)) {
    return true;
  }
  for (size_t i = 0; i < session->tongues.count; i++) {
    if (lint_language_fits(session, &entries[session->tongues.items[i]])) {
      return true;
    }
  }
  return false;
}
