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

bool lint_add_candidate(struct courtesy_session *session,
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

/* Sentences in greeting, body and closing. */
static size_t text_sentences(const struct lint_view *view) {
  size_t count = 0;
  for (size_t i = 0; i < view->own; i++) {
    count += rules_has_zone(RULES_TEXT_ZONES,
                            view->document.sentences.items[i].zone);
  }
  return count;
}

/* What `at-least` and `share` count: live hits in these. */
static bool counts(const struct match_hit *hit) {
  return hit->fate == MATCH_LIVE && rules_has_zone(RULES_TEXT_ZONES, hit->zone);
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
         lint_add_candidate(session, rule, chosen);
}

static bool collect_found(struct courtesy_session *session,
                          const struct courtesy_rule *rule) {
  if (rule->at_least > 0 || rule->share > 0) {
    return collect_counted(session, rule);
  }
  const struct match_hit *hits = lint_hits_of(session, rule->index);
  for (size_t i = 0; i < lint_hit_count(session, rule->index); i++) {
    if (hits[i].fate == MATCH_LIVE &&
        !lint_add_candidate(session, rule, &hits[i])) {
      return false;
    }
  }
  return true;
}

static bool collect_rule(struct courtesy_session *session,
                         const struct courtesy_rule *rule) {
  switch (rule->form) {
  case COURTESY_FORM_FIND:
    return collect_found(session, rule);
  case COURTESY_FORM_MISSING:
    return lint_add_missing(session, rule);
  case COURTESY_FORM_EACH:
    break;
  }
  return lint_add_needing(session, rule);
}

/* The same of all that the rule could have spoken about. */
static void trace_rule(const struct courtesy_session *session,
                       const struct courtesy_rule *rule, const char *why_not) {
  if (rule->form == COURTESY_FORM_MISSING) {
    lint_trace(session, COURTESY_TRACE_CONDITION, rule,
               lint_missing_place(session, rule), LINT_NO_PATTERN, why_not);
    return;
  }
  uint32_t entry =
      rule->form == COURTESY_FORM_EACH ? rule->subject : rule->index;
  for (size_t i = 0; i < lint_hit_count(session, entry); i++) {
    const struct match_hit *hit = &lint_hits_of(session, entry)[i];
    if (hit->fate == MATCH_LIVE) {
      lint_trace_silence(session, rule, hit, why_not);
    }
  }
}

static bool collect(struct courtesy_session *session,
                    const struct courtesy_rule *rule) {
  if (lint_entry_speaks(session, rule->index)) {
    return collect_rule(session, rule);
  }
  if (session->trace != NULL && rules_is_on(rule)) {
    trace_rule(session, rule, lint_reason_words(session, rule));
  }
  return true;
}

/* Whether a rule that names another entry rests on something, were it to
 * speak. */
static bool has_ground(const struct courtesy_session *session,
                       const struct lint_naming *naming) {
  return naming->form == COURTESY_FORM_EACH
             ? lint_hit_count(session, naming->subject) > 0
             : lint_is_missing(session,
                               &session->ruleset->entries[naming->rule]);
}

/* Those that name others, from *next on, and stand before an entry. */
static bool collect_naming(struct courtesy_session *session, size_t *next,
                           uint32_t entry) {
  const struct lint_namings *all = &session->search.naming;
  bool collected = true;
  for (; *next < all->count && all->items[*next].rule < entry; ++*next) {
    const struct lint_naming *naming = &all->items[*next];
    collected &= !has_ground(session, naming) ||
                 collect(session, &session->ruleset->entries[naming->rule]);
  }
  return collected;
}

/* Rules that were met, and those that name other entries, in the order of the
 * ruleset: a trace tells of rules in that. */
enum courtesy_status lint_collect(struct courtesy_session *session) {
  const struct courtesy_rule *entries = session->ruleset->entries;
  size_t next = 0;
  bool collected = true;
  for (size_t i = 0; i < session->met_rules.count; i++) {
    uint32_t rule = session->met_rules.items[i];
    collected &= collect_naming(session, &next, rule) &&
                 collect(session, &entries[rule]);
  }
  collected &= collect_naming(session, &next, UINT32_MAX);
  return collected ? COURTESY_OK : COURTESY_NO_MEMORY;
}
