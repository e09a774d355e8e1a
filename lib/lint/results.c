/* SPDX-License-Identifier: MIT */
/* The results of the last lint, as the host reads them. */
#include "lint/greets.h"
#include "lint/session.h"

size_t courtesy_session_finding_count(const struct courtesy_session *session) {
  return session->findings.count;
}

const struct courtesy_finding *courtesy_session_finding(
    const struct courtesy_session *session, size_t index) {
  return index < session->findings.count ? &session->findings.items[index]
                                         : NULL;
}

size_t courtesy_session_mark_count(const struct courtesy_session *session) {
  return session->listing->mark_count;
}

bool courtesy_session_mark(const struct courtesy_session *session, size_t index,
                           struct courtesy_mark *mark) {
  const struct lint_mark *found = lint_mark_at(session, index);
  if (found == NULL) {
    return false;
  }
  const struct match_hit *hit = found->hit;
  *mark = (struct courtesy_mark){
      .id = rules_noted(session->ruleset, found->marker->facts.id),
      .zone = (enum courtesy_zone)hit->zone,
      .span = lint_view_span(session->listing->view, hit->source, hit->start,
                             hit->end),
      .text = session->view.sources[hit->source]->bytes + hit->start,
      .text_size = hit->end - hit->start,
      .shown = found->marker->facts.shown,
  };
  return true;
}

size_t courtesy_session_zone_count(const struct courtesy_session *session) {
  return session->view.zones.count;
}

bool courtesy_session_zone(const struct courtesy_session *session, size_t index,
                           struct courtesy_zone_span *zone) {
  if (index >= session->view.zones.count) {
    return false;
  }
  const struct lint_zone *found = &session->view.zones.items[index];
  *zone = (struct courtesy_zone_span){
      .zone = found->zone,
      .span = lint_view_span(session->listing->view, found->source,
                             found->start, found->end),
      .text = session->view.sources[found->source]->bytes + found->start,
      .text_size = found->end - found->start,
  };
  return true;
}

/* The view with its sentences; with none, when memory ran out for them. */
static const struct lint_view *read_view(
    const struct courtesy_session *session) {
  struct lint_view *view = session->listing->view;
  if (view->waits && lint_view_read(view, session->ruleset) != COURTESY_OK) {
    view->waits = true; /* for the next one who asks */
  }
  return view;
}

/* NULL past the end. */
static const struct text_sentence *own_sentence(
    const struct courtesy_session *session, size_t index) {
  const struct lint_view *view = read_view(session);
  return index < view->own ? &view->document.sentences.items[index] : NULL;
}

const char *courtesy_session_greets(const struct courtesy_session *session) {
  const struct lint_view *view = read_view(session);
  return view->own == 0 ? NULL : lint_greets(view, session->ruleset);
}

size_t courtesy_session_sentence_count(const struct courtesy_session *session) {
  return read_view(session)->own;
}

bool courtesy_session_sentence(const struct courtesy_session *session,
                               size_t index,
                               struct courtesy_sentence *sentence) {
  const struct text_sentence *found = own_sentence(session, index);
  if (found == NULL) {
    return false;
  }
  *sentence = (struct courtesy_sentence){
      .zone = (enum courtesy_zone)found->zone,
      .span = lint_view_span(session->listing->view, found->source,
                             found->start, found->end),
      .text = session->view.sources[found->source]->bytes + found->start,
      .text_size = found->end - found->start,
      .words = found->words,
  };
  return true;
}

static const char *kind_name(const struct text_token *token) {
  switch ((enum text_token_kind)token->kind) {
  case TEXT_WORD:
    return "word";
  case TEXT_NUMBER:
    return "number";
  case TEXT_URL:
    return "url";
  case TEXT_ADDRESS:
    return "address";
  case TEXT_PLACEHOLDER:
    return "placeholder";
  case TEXT_HYPHEN:
    return "hyphen";
  case TEXT_PUNCTUATION:
    return "punctuation";
  case TEXT_SKIPPED:
    return "skipped";
  case TEXT_BRACKET:
    return "bracket";
  case TEXT_EMOJI:
    return "emoji";
  case TEXT_OTHER:
    break;
  }
  return "other";
}

size_t courtesy_session_token_count(const struct courtesy_session *session,
                                    size_t sentence) {
  const struct text_sentence *found = own_sentence(session, sentence);
  return found == NULL ? 0 : found->token_end - found->first_token;
}

bool courtesy_session_token(const struct courtesy_session *session,
                            size_t sentence, size_t index,
                            struct courtesy_token *token) {
  if (index >= courtesy_session_token_count(session, sentence)) {
    return false;
  }
  const struct text_sentence *found = own_sentence(session, sentence);
  const struct text_token *seen =
      &session->view.document.tokens.items[found->first_token + index];
  *token = (struct courtesy_token){
      .kind = kind_name(seen),
      .span = lint_view_span(session->listing->view, found->source, seen->start,
                             seen->end),
      .text = session->view.sources[found->source]->bytes + seen->start,
      .text_size = seen->end - seen->start,
  };
  return true;
}

bool courtesy_session_score(const struct courtesy_session *session,
                            int *score) {
  if (session->has_score) {
    *score = session->score;
  }
  return session->has_score;
}

size_t courtesy_session_score_part_count(
    const struct courtesy_session *session) {
  return session->listing->parts.count;
}

size_t courtesy_session_problem_count(const struct courtesy_session *session) {
  return session->problems.count;
}

const struct courtesy_problem *courtesy_session_problem(
    const struct courtesy_session *session, size_t index) {
  return index < session->problems.count ? &session->problems.items[index]
                                         : NULL;
}
