/* SPDX-License-Identifier: MIT */
/*
 * Which hits there are. What nearly every message asks for is looked for in
 * each; what may be spared only for a rule that names it and could speak:
 *
 *     run      rules, what has weight, what the host wants as marks,
 *              the A of each rule "A needs B", and what a rule says is missing;
 *              but an A in others' words only for a rule that could speak
 *     more     the B, where there is an A
 *
 * Of most texts nobody ever asks whether they hold a B. Where a B is asked for
 * that may stand in others' words, which were passed over so far, the run is
 * done again.
 */
#include "lint/session.h"

#include <string.h>

/* ------------------------------------------------- what is looked for, and
 *                                                   who asks for it */

static bool is_wanted_mark(const struct courtesy_session *session,
                           const struct courtesy_rule *entry) {
  return entry->facts.rule_class == COURTESY_MARKER &&
         lint_wants_mark(session, entry);
}

/* Whether the results may differ by the entry's hits whatever other rules say.
 * A trace tells of all hits. */
static bool counts_itself(const struct courtesy_session *session,
                          const struct courtesy_rule *entry) {
  return session->trace != NULL ||
         (entry->facts.rule_class == COURTESY_RULE
              ? entry->facts.severity != COURTESY_OFF
              : entry->facts.weight != 0 || is_wanted_mark(session, entry));
}

static uint32_t family_of(const struct courtesy_session *session,
                          uint32_t entry) {
  return session->ruleset->entries[entry].family;
}

static bool is_form(const struct courtesy_session *session, uint32_t entry) {
  uint32_t family = family_of(session, entry);
  return family == session->ruleset->greeting ||
         family == session->ruleset->farewell;
}

/* The view knows greeting and farewell, but of loose text. */
static void tell_engine(struct courtesy_session *session, uint32_t entry) {
  match_engine_want(session->engine, entry,
                    session->sought[entry] &&
                        (session->is_loose || !is_form(session, entry)));
}

/* A marker that may be in others' words, too, waits for an "A needs B". */
static void seek_subject(struct courtesy_session *session,
                         const struct courtesy_rule *rule) {
  const struct courtesy_rule *entries = session->ruleset->entries;
  for (uint32_t entry = entries[rule->subject].family; entry != RULES_NO_ENTRY;
       entry = entries[entry].sibling) {
    session->sought[entry] |=
        rule->form == COURTESY_FORM_MISSING || !lint_hears(&entries[entry]);
  }
}

void lint_seek(struct courtesy_session *session) {
  const struct courtesy_rule *entries = session->ruleset->entries;
  session->asked.count = 0;
  session->wants_else = false;
  for (uint32_t i = 0; i < session->ruleset->entry_count; i++) {
    session->sought[i] = counts_itself(session, &entries[i]);
  }
  for (size_t i = 0; i < session->naming.count; i++) {
    const struct courtesy_rule *rule = &entries[session->naming.items[i]];
    if (rule->facts.severity != COURTESY_OFF) {
      seek_subject(session, rule);
    }
  }
  for (uint32_t i = 0; i < session->ruleset->entry_count; i++) {
    tell_engine(session, i);
  }
}

/* Goes back to what every message is searched for. */
static void forget_asked(struct courtesy_session *session) {
  for (size_t i = 0; i < session->asked.count; i++) {
    session->sought[session->asked.items[i]] = false;
    tell_engine(session, session->asked.items[i]);
  }
  session->asked.count = 0;
  session->asked.failed = false;
  session->hears = false;
}

static void seek_forms(struct courtesy_session *session) {
  bool is_loose = session->view.message->kind == COURTESY_TEXT;
  if (is_loose != session->is_loose) {
    session->is_loose = is_loose;
    for (uint32_t i = 0; i < session->ruleset->entry_count; i++) {
      tell_engine(session, i);
    }
  }
}

bool lint_list_naming(struct courtesy_session *session) {
  for (uint32_t i = 0; i < session->ruleset->entry_count; i++) {
    if (session->ruleset->entries[i].form != COURTESY_FORM_FIND) {
      lint_indices_add(&session->naming, i);
    }
  }
  return !session->naming.failed;
}

/* Only for a rule that could speak, which takes longest to tell. */
static void ask(struct courtesy_session *session,
                const struct courtesy_rule *rule, uint32_t entry) {
  const char *why_not;
  if (!session->sought[entry] && lint_entry_speaks(session, rule, &why_not) &&
      lint_indices_add(&session->asked, entry)) {
    session->sought[entry] = true;
  }
}

static void ask_for_heard(struct courtesy_session *session,
                          const struct courtesy_rule *rule) {
  if (rule->form == COURTESY_FORM_EACH) {
    ask(session, rule, rule->subject);
  }
}

static bool has_live_hit(const struct courtesy_session *session, uint32_t entry,
                         uint32_t zones) {
  struct rules_range range = session->by_entry[entry];
  for (uint32_t i = 0; i < range.count; i++) {
    const struct match_hit *hit = &session->hits.items[range.first + i];
    if (hit->fate == MATCH_LIVE && (zones >> hit->zone & 1) != 0) {
      return true;
    }
  }
  return false;
}

/* Whether a B was found already that is near every A. */
static bool is_content(const struct courtesy_session *session,
                       const struct courtesy_rule *rule) {
  bool any = false;
  for (size_t i = 0; i < rule->without_count && !any; i++) {
    any = rule->within == COURTESY_WITHIN_MESSAGE &&
          has_live_hit(session, rule->without[i], UINT32_MAX);
  }
  return any;
}

static void ask_for_without(struct courtesy_session *session,
                            const struct courtesy_rule *rule) {
  if (rule->form == COURTESY_FORM_EACH &&
      has_live_hit(session, rule->subject, rule->zones) &&
      !is_content(session, rule)) {
    for (size_t i = 0; i < rule->without_count; i++) {
      ask(session, rule, rule->without[i]);
    }
  }
}

/* ----------------------------------------------------------- what is kept */

/* Whether an entry before this one of its family was met: one language is
 * enough to say hello. */
static bool was_said(const struct courtesy_session *session, uint32_t entry) {
  uint32_t other = family_of(session, entry);
  while (other != entry && session->by_entry[other].count == 0) {
    other = session->ruleset->entries[other].sibling;
  }
  return other != entry;
}

/* In loose text, which has no zones, a greeting is one in the first sentence
 * and a farewell one in the last. */
static bool is_loose_form(const struct courtesy_session *session,
                          const struct match_hit *hit) {
  const struct lint_view *view = &session->view;
  if (view->message->kind != COURTESY_TEXT || was_said(session, hit->entry)) {
    return false;
  }
  return family_of(session, hit->entry) == session->ruleset->greeting
             ? hit->sentence == 0
             : hit->last_sentence + 1 == view->document.sentences.count;
}

static bool keep_hit(struct courtesy_session *session,
                     const struct match_hit *hit) {
  struct rules_range *range = &session->by_entry[hit->entry];
  if (range->count == 0) {
    range->first = (uint32_t)session->hits.count;
    if (!lint_indices_add(&session->met, hit->entry)) {
      return false;
    }
  }
  range->count++;
  return match_hits_add(&session->hits, *hit);
}

/* Gathers what the matcher found from `first` on, and `forms`, the hits that
 * made greeting and closing of the view, both sorted by entry, and notes which
 * hits are whose. */
static bool keep_hits(struct courtesy_session *session, size_t first,
                      const struct match_hit *forms, size_t form_count) {
  size_t form = 0;
  bool kept = true;
  for (size_t i = first; kept && i < session->found.count; i++) {
    const struct match_hit *hit = &session->found.items[i];
    while (kept && form < form_count && forms[form].entry <= hit->entry) {
      kept = keep_hit(session, &forms[form++]);
    }
    if (kept &&
        (!is_form(session, hit->entry) || is_loose_form(session, hit))) {
      kept = keep_hit(session, hit);
    }
  }
  while (kept && form < form_count) {
    kept = keep_hit(session, &forms[form++]);
  }
  return kept;
}

static void forget_hits(struct courtesy_session *session) {
  for (size_t i = 0; i < session->met.count; i++) {
    session->by_entry[session->met.items[i]].count = 0;
  }
  session->met.count = 0;
  session->met.failed = false;
  session->found.count = 0;
  session->hits.count = 0;
  session->limits.count = 0;
}

static enum courtesy_status search(struct courtesy_session *session) {
  const struct match_hits *forms = &session->view.forms;
  struct match_text text = lint_view_text(&session->view);
  forget_hits(session);
  enum courtesy_status status = match_engine_run(
      session->engine, &text, &session->found, &session->limits);
  if (status == COURTESY_OK &&
      !keep_hits(session, 0, forms->items, forms->count)) {
    status = COURTESY_NO_MEMORY;
  }
  return status;
}

/* Has the rules that name others ask for what they need to know. */
static bool ask_all(struct courtesy_session *session,
                    void (*ask_for)(struct courtesy_session *,
                                    const struct courtesy_rule *)) {
  for (size_t i = 0; i < session->naming.count; i++) {
    ask_for(session, &session->ruleset->entries[session->naming.items[i]]);
  }
  return !session->asked.failed;
}

static enum courtesy_status search_all(struct courtesy_session *session) {
  for (size_t i = 0; i < session->asked.count; i++) {
    uint32_t entry = session->asked.items[i];
    uint32_t zones = session->ruleset->entries[entry].zones;
    if (session->hears || (zones & LINT_OWN_ZONES) != 0) {
      tell_engine(session, entry);
    }
  }
  return search(session);
}

/* Reads the message with what is heard, and looks for all that is sought. */
static enum courtesy_status search_anew(struct courtesy_session *session) {
  enum courtesy_status status =
      lint_view_read(&session->view, session->ruleset);
  return status == COURTESY_OK ? search_all(session) : status;
}

/* Looks for what was asked for when that many had been. */
static enum courtesy_status search_for_asked(struct courtesy_session *session,
                                             size_t before) {
  size_t first = session->found.count;
  enum courtesy_status status = match_engine_run_more(
      session->engine, session->asked.items + before,
      session->asked.count - before, &session->found, &session->limits);
  if (status == COURTESY_OK && !keep_hits(session, first, NULL, 0)) {
    status = COURTESY_NO_MEMORY;
  }
  return status;
}

/* The own words are read first: it may depend on them who asks. */
static enum courtesy_status read_own(struct courtesy_session *session) {
  forget_asked(session);
  seek_forms(session);
  lint_hear(session);
  return lint_view_read(&session->view, session->ruleset);
}

static enum courtesy_status search_first(struct courtesy_session *session) {
  if (!ask_all(session, ask_for_heard)) {
    return COURTESY_NO_MEMORY;
  }
  return lint_hear(session) ? search_anew(session) : search_all(session);
}

static enum courtesy_status search_more(struct courtesy_session *session) {
  size_t before = session->asked.count;
  if (!ask_all(session, ask_for_without)) {
    return COURTESY_NO_MEMORY;
  }
  if (session->asked.count == before) {
    return COURTESY_OK;
  }
  return lint_hear(session) ? search_anew(session)
                            : search_for_asked(session, before);
}

enum courtesy_status lint_find_hits(struct courtesy_session *session) {
  enum courtesy_status status = read_own(session);
  if (status == COURTESY_OK) {
    status = search_first(session);
  }
  if (status == COURTESY_OK) {
    status = search_more(session);
  }
  if (status == COURTESY_OK) {
    lint_trace_hits(session);
  }
  return status;
}
