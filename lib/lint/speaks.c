/* SPDX-License-Identifier: MIT */
/* Whether an entry may speak about a message. What holds of it once holds for
 * the whole message. */
#include "lint/greets.h"
#include "lint/session.h"

bool lint_language_fits(struct courtesy_session *session, uint32_t entry) {
  rules_note language = session->ruleset->scopes[entry].language;
  struct lint_tongue *tongue = &session->tongue;
  if (tongue->language != language) {
    tongue->language = language;
    tongue->fits = match_language_fits(rules_noted(session->ruleset, language),
                                       session->view.message);
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

static enum lint_reason find_reason(struct courtesy_session *session,
                                    const struct courtesy_rule *rule) {
  const struct courtesy_message *message = session->view.message;
  if (!rules_is_on(rule)) {
    return LINT_IS_OFF;
  }
  if (!lint_is_form(session, rule->index) &&
      !lint_language_fits(session, rule->index)) {
    return LINT_OTHER_LANGUAGE;
  }
  if (rule->form == COURTESY_FORM_MISSING && rule->at != COURTESY_AT_SUBJECT &&
      match_language_is_open(
          rules_noted(session->ruleset, rule->facts.language), message)) {
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

bool lint_find_whether_speaks(struct courtesy_session *session,
                              uint32_t entry) {
  uint8_t *reason = &session->reasons[entry];
  if (*reason == LINT_NOT_ASKED) {
    *reason = (uint8_t)find_reason(session, &session->ruleset->entries[entry]);
  }
  return *reason == LINT_SPEAKS;
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
  if (session->live < session->ruleset->entry_count &&
      lint_language_fits(session, (uint32_t)session->live)) {
    return true; /* as of nearly all messages */
  }
  if (session->tongues.count == 0 && !list_tongues(session)) {
    return true;
  }
  for (size_t i = 0; i < session->tongues.count; i++) {
    if (lint_language_fits(session, session->tongues.items[i])) {
      return true;
    }
  }
  return false;
}
