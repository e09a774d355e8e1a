/* SPDX-License-Identifier: MIT */
#include "lint/session.h"

static bool is_quoted(const struct text_token *token) {
  return (token->flags & TEXT_QUOTED) != 0;
}

static bool is_quote_mark(const struct text_token *token) {
  return (token->flags & TEXT_QUOTE_MARK) != 0;
}

/* Where one end of a match lies inside a quotation that the other is outside
 * of, and its mark stands right beside that end, the mark belongs to it:
 * utter “nonsense”, and not utter “nonsense. */
static void take_quote_mark(const struct lint_view *view,
                            const struct match_hit *hit,
                            struct lint_candidate *candidate) {
  const struct text_token *tokens = view->document.tokens.items;
  const struct text_sentence *sentences = view->document.sentences.items;
  if (hit->first_token >= hit->token_end) {
    return;
  }
  bool begins_quoted = is_quoted(&tokens[hit->first_token]);
  bool ends_quoted = is_quoted(&tokens[hit->token_end - 1]);
  if (!begins_quoted && ends_quoted &&
      hit->token_end < sentences[hit->last_sentence].token_end) {
    const struct text_token *next = &tokens[hit->token_end];
    if (is_quote_mark(next) && next->start == hit->end) {
      candidate->end = next->end;
    }
  } else if (begins_quoted && !ends_quoted &&
             hit->first_token > sentences[hit->sentence].first_token) {
    const struct text_token *before = &tokens[hit->first_token - 1];
    if (is_quote_mark(before) && before->end == hit->start) {
      candidate->start = before->start;
    }
  }
}

static bool add_candidate(struct courtesy_session *session,
                          const struct courtesy_rule *rule,
                          const struct match_hit *hit) {
  struct lint_candidate candidate = {
      .rule = rule,
      .pattern = hit->pattern,
      .zone = (enum courtesy_zone)hit->zone,
      .source = hit->source,
      .sentence = hit->sentence,
      .start = hit->start,
      .end = hit->end,
  };
  take_quote_mark(&session->view, hit, &candidate);
  return lint_candidates_add(&session->candidates, candidate);
}

/* Tells the host of a match that a rule keeps to itself. */
static void trace_silence(const struct courtesy_session *session,
                          const struct courtesy_rule *rule,
                          const struct match_hit *hit, const char *why_not) {
  struct lint_place place = {hit->source, hit->start, hit->end};
  lint_trace(session, COURTESY_TRACE_CONDITION, rule, place, LINT_NO_PATTERN,
             why_not);
}

/* Sentences in greeting, body and closing. */
static size_t text_sentences(const struct lint_view *view) {
  size_t count = 0;
  for (size_t i = 0; i < view->own; i++) {
    count += LINT_TEXT_ZONES >> view->document.sentences.items[i].zone & 1;
  }
  return count;
}

/* What `at-least` and `share` count: live hits in these. */
static bool counts(const struct match_hit *hit) {
  return hit->fate == MATCH_LIVE && (LINT_TEXT_ZONES >> hit->zone & 1) != 0;
}

/* `at-least` and `share`: one finding, on the Nth or on the first match. */
static bool collect_counted(struct courtesy_session *session,
                            const struct courtesy_rule *rule) {
  const struct match_hit *hits = lint_hits_of(session, rule->index);
  const struct match_hit *chosen = NULL;
  size_t wanted = rule->at_least > 0 ? rule->at_least : 1;
  size_t live = 0;
  size_t sentences = 0;
  uint32_t last_sentence = UINT32_MAX;
  for (size_t i = 0; i < lint_hit_count(session, rule->index); i++) {
    if (!counts(&hits[i])) {
      continue;
    }
    live++;
    if (live == wanted) {
      chosen = &hits[i];
    }
    sentences += hits[i].sentence != last_sentence;
    last_sentence = hits[i].sentence;
  }
  double needed = rule->share * (double)text_sentences(&session->view);
  return chosen == NULL || (double)sentences < needed - 1e-6 ||
         add_candidate(session, rule, chosen);
}

static bool collect_found(struct courtesy_session *session,
                          const struct courtesy_rule *rule) {
  if (rule->at_least > 0 || rule->share > 0) {
    return collect_counted(session, rule);
  }
  const struct match_hit *hits = lint_hits_of(session, rule->index);
  for (size_t i = 0; i < lint_hit_count(session, rule->index); i++) {
    if (hits[i].fate == MATCH_LIVE && !add_candidate(session, rule, &hits[i])) {
      return false;
    }
  }
  return true;
}

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

bool lint_has_live_hit(const struct courtesy_session *session, uint32_t entry,
                       uint32_t zones) {
  const struct match_hit *hits = lint_hits_of(session, entry);
  for (size_t i = 0; i < lint_hit_count(session, entry); i++) {
    if (hits[i].fate == MATCH_LIVE && (zones >> hits[i].zone & 1) != 0) {
      return true;
    }
  }
  return false;
}

/* In whatever language it is said. */
static bool is_present(const struct courtesy_session *session,
                       const struct courtesy_rule *rule) {
  const struct courtesy_rule *entries = session->ruleset->entries;
  uint32_t family = entries[rule->subject].family;
  uint32_t zones = rule->at == COURTESY_AT_MESSAGE ? RULES_OWN_ZONES
                                                   : 1U << zone_of(rule->at);
  bool present = false;
  for (size_t i = 0; i < session->met.count && !present; i++) {
    uint32_t entry = session->met.items[i];
    present = entries[entry].family == family &&
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
 * subject is. */
static bool has_place(const struct courtesy_session *session,
                      enum courtesy_place at) {
  return at == COURTESY_AT_SUBJECT
             ? session->view.message->has_subject || lacks_subject(session)
             : session->view.has_own;
}

/* Where a missing thing belongs. */
static struct lint_place missing_place(const struct courtesy_session *session,
                                       const struct courtesy_rule *rule) {
  const struct lint_view *view = &session->view;
  if (rule->at == COURTESY_AT_SUBJECT && view->message->has_subject) {
    return (struct lint_place){MAIL_SOURCE_SUBJECT, 0, 0};
  }
  uint32_t place =
      rule->at == COURTESY_AT_CLOSING ? view->own_end : view->own_start;
  return (struct lint_place){MAIL_SOURCE_TEXT, place, place};
}

static bool collect_missing(struct courtesy_session *session,
                            const struct courtesy_rule *rule) {
  struct lint_place place = missing_place(session, rule);
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

/* A finding on an A, unless a B is near. */
static bool add_subject(struct courtesy_session *session,
                        const struct courtesy_rule *rule,
                        const struct match_hit *hit) {
  if (lint_is_softened(session, rule, hit)) {
    trace_silence(session, rule, hit, "what `without` names is near");
    return true;
  }
  return add_candidate(session, rule, hit);
}

static uint32_t paragraph_of(const struct courtesy_session *session,
                             const struct match_hit *hit) {
  return session->view.document.sentences.items[hit->sentence].paragraph;
}

/* Others' words may have been read behind the author's, wherever they stand. */
static bool stands_before(const struct match_hit *one,
                          const struct match_hit *other) {
  return one->source == other->source ? one->start < other->start
                                      : one->source == MAIL_SOURCE_SUBJECT;
}

/* Whether "A needs B" asks after this A. */
static bool is_subject(const struct courtesy_rule *rule,
                       const struct match_hit *hit) {
  return hit->fate == MATCH_LIVE && (rule->zones >> hit->zone & 1) != 0;
}

/* "A needs B" in a message: a finding on its first A. */
static bool collect_first(struct courtesy_session *session,
                          const struct courtesy_rule *rule) {
  const struct match_hit *hits = lint_hits_of(session, rule->subject);
  const struct match_hit *first = NULL;
  for (size_t i = 0; i < lint_hit_count(session, rule->subject); i++) {
    if (is_subject(rule, &hits[i]) &&
        (first == NULL || stands_before(&hits[i], first))) {
      first = &hits[i];
    }
  }
  return first == NULL || add_subject(session, rule, first);
}

/* In a sentence one on each A, in a paragraph on its first. */
static bool collect_each(struct courtesy_session *session,
                         const struct courtesy_rule *rule) {
  const struct match_hit *hits = lint_hits_of(session, rule->subject);
  const struct match_hit *last = NULL;
  bool added = true;
  for (size_t i = 0; i < lint_hit_count(session, rule->subject) && added; i++) {
    if (is_subject(rule, &hits[i]) &&
        (rule->within == COURTESY_WITHIN_SENTENCE || last == NULL ||
         paragraph_of(session, &hits[i]) != paragraph_of(session, last))) {
      last = &hits[i];
      added = add_subject(session, rule, last);
    }
  }
  return added;
}

static bool collect_rule(struct courtesy_session *session,
                         const struct courtesy_rule *rule) {
  switch (rule->form) {
  case COURTESY_FORM_FIND:
    return collect_found(session, rule);
  case COURTESY_FORM_MISSING:
    return collect_missing(session, rule);
  case COURTESY_FORM_EACH:
    break;
  }
  return rule->within == COURTESY_WITHIN_MESSAGE ? collect_first(session, rule)
                                                 : collect_each(session, rule);
}

/* The same of all that the rule could have spoken about. */
static void trace_rule(const struct courtesy_session *session,
                       const struct courtesy_rule *rule, const char *why_not) {
  if (rule->form == COURTESY_FORM_MISSING) {
    lint_trace(session, COURTESY_TRACE_CONDITION, rule,
               missing_place(session, rule), LINT_NO_PATTERN, why_not);
    return;
  }
  uint32_t entry =
      rule->form == COURTESY_FORM_EACH ? rule->subject : rule->index;
  for (size_t i = 0; i < lint_hit_count(session, entry); i++) {
    const struct match_hit *hit = &lint_hits_of(session, entry)[i];
    if (hit->fate == MATCH_LIVE) {
      trace_silence(session, rule, hit, why_not);
    }
  }
}

static bool collect(struct courtesy_session *session,
                    const struct courtesy_rule *rule) {
  const char *why_not;
  if (lint_entry_speaks(session, rule, &why_not)) {
    return collect_rule(session, rule);
  }
  if (session->trace != NULL && rule->facts.severity != COURTESY_OFF) {
    trace_rule(session, rule, why_not);
  }
  return true;
}

/* Whether a rule that names another entry rests on something, were it to
 * speak. */
static bool has_ground(const struct courtesy_session *session,
                       const struct courtesy_rule *rule) {
  return rule->form == COURTESY_FORM_EACH
             ? lint_hit_count(session, rule->subject) > 0
             : has_place(session, rule->at) && !is_present(session, rule);
}

/* Those that name others, from *next on, and stand before an entry. */
static bool collect_naming(struct courtesy_session *session, size_t *next,
                           uint32_t entry) {
  const struct lint_rules *naming = &session->search.naming;
  bool collected = true;
  for (; *next < naming->count && naming->items[*next]->index < entry;
       ++*next) {
    const struct courtesy_rule *rule = naming->items[*next];
    collected &= !has_ground(session, rule) || collect(session, rule);
  }
  return collected;
}

/* Rules that were met, and those that name other entries, in the order of the
 * ruleset: a trace tells of rules in that. */
enum courtesy_status lint_collect(struct courtesy_session *session) {
  const struct courtesy_rule *entries = session->ruleset->entries;
  size_t next = 0;
  bool collected = true;
  for (size_t i = 0; i < session->met.count; i++) {
    const struct courtesy_rule *entry = &entries[session->met.items[i]];
    if (entry->facts.rule_class == COURTESY_RULE) {
      collected &= collect_naming(session, &next, entry->index) &&
                   collect(session, entry);
    }
  }
  collected &= collect_naming(session, &next, UINT32_MAX);
  return collected ? COURTESY_OK : COURTESY_NO_MEMORY;
}
