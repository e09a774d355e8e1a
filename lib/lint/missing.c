/* SPDX-License-Identifier: MIT */
/* What a message lacks: a greeting, a subject, thanks, … */
#include "lint/session.h"

static enum courtesy_zone zone_of(enum courtesy_place at) {
  switch (at) {
  case COURTESY_AT_OPENING:
    return COURTESY_ZONE_GREETING;
  case COURTESY_AT_CLOSING:
    return COURTESY_ZONE_CLOSING;
  case COURTESY_AT_SUBJECT:
    return COURTESY_ZONE_SUBJECT;
  case COURTESY_AT_MESSAGE:
    break;
  }
  return COURTESY_ZONE_BODY;
}

/* In whatever language it is said. */
static bool is_present(const struct courtesy_session *session,
                       const struct courtesy_rule *rule) {
  const struct rules_scope *scopes = session->ruleset->scopes;
  uint32_t family = scopes[rule->subject].family;
  uint32_t zones = rule->at == COURTESY_AT_MESSAGE ? RULES_OWN_ZONES
                                                   : 1U << zone_of(rule->at);
  bool present = lint_has_live_hit(session, rule->subject, zones);
  for (size_t i = 0; i < session->met.count && !present; i++) {
    uint32_t entry = session->met.items[i];
    present = scopes[entry].family == family &&
              lint_has_live_hit(session, entry, zones);
  }
  return present;
}

/* A mail without a subject lacks one, unless it is only called a mail: an
 * empty input, or a picture. */
static bool lacks_subject(const struct courtesy_session *session) {
  const struct courtesy_message *message = session->view.message;
  bool has_header = message->part_count > 0 &&
                    message->parts[0].offset > message->origin.offset;
  return message->kind == COURTESY_MAIL && !message->header_is_cut &&
         (has_header || session->view.has_own);
}

/* Whether the place is there at all: of a draft nobody may have said what its
 * subject is, a sealed mail may keep it within, and the end of a text may not
 * have been read. */
static bool has_place(const struct courtesy_session *session,
                      enum courtesy_place at) {
  const struct courtesy_message *message = session->view.message;
  if (at == COURTESY_AT_SUBJECT) {
    return !message->is_sealed &&
           (message->has_subject || lacks_subject(session));
  }
  return session->view.has_own &&
         (at == COURTESY_AT_OPENING || !message->text_is_cut);
}

bool lint_is_missing(const struct courtesy_session *session,
                     const struct courtesy_rule *rule) {
  return has_place(session, rule->at) && !is_present(session, rule);
}

struct lint_place lint_missing_place(const struct courtesy_session *session,
                                     const struct courtesy_rule *rule) {
  const struct lint_view *view = &session->view;
  if (rule->at == COURTESY_AT_SUBJECT && view->message->has_subject) {
    return (struct lint_place){MAIL_SOURCE_SUBJECT, 0, 0};
  }
  uint32_t byte =
      rule->at == COURTESY_AT_CLOSING ? view->own_end : view->own_start;
  return (struct lint_place){MAIL_SOURCE_TEXT, byte, byte};
}

bool lint_add_missing(struct courtesy_session *session,
                      const struct courtesy_rule *rule) {
  struct lint_place place = lint_missing_place(session, rule);
  struct lint_candidate candidate = {
      .rule = rule,
      .pattern = LINT_NO_PATTERN,
      .zone = zone_of(rule->at),
      .source = place.source,
      .sentence = UINT32_MAX,
      .start = place.start,
      .end = place.end,
  };
  return lint_candidates_add(&session->candidates, candidate);
}
