/* SPDX-License-Identifier: MIT */
/* What holds of the results of a lint. */
#include "linter.h"

#include <math.h>
#include <string.h>

/* An input, its message, and the session that linted it. */
struct lint {
  const struct fuzz_input *input;
  const struct courtesy_message *message;
  const struct courtesy_session *session;
};

static size_t end_of(const struct courtesy_span *span) {
  return span->offset + span->length;
}

static void check_position(const struct lint *lint, size_t offset,
                           uint32_t line, uint32_t column) {
  uint32_t right_line;
  uint32_t right_column;
  courtesy_message_position(lint->message, offset, &right_line, &right_column);
  FUZZ_HOLDS(line == right_line && column == right_column);
}

static void check_span(const struct lint *lint,
                       const struct courtesy_span *span) {
  size_t size = lint->input->size;
  if (span->in_subject) {
    FUZZ_HOLDS(lint->input->facts != NULL &&
               lint->input->facts->subject != NULL);
    size = strlen(lint->input->facts->subject);
  }
  FUZZ_HOLDS(span->offset <= size && span->length <= size - span->offset);
  FUZZ_HOLDS(span->line < span->end_line || (span->line == span->end_line &&
                                             span->column <= span->end_column));
  if (!span->in_subject) {
    check_position(lint, span->offset, span->line, span->column);
    check_position(lint, end_of(span), span->end_line, span->end_column);
  }
}

/* A place and the text that a result shows of it. */
static void check_text(const struct lint *lint,
                       const struct courtesy_span *span, const char *text,
                       size_t size) {
  check_span(lint, span);
  FUZZ_HOLDS(fuzz_shows(lint->input, lint->message, span, text, size));
}

/* Subjects that were given, then the input; by start, end and id. */
static int compare(const struct courtesy_span *a, const char *a_id,
                   const struct courtesy_span *b, const char *b_id) {
  if (a->in_subject != b->in_subject) {
    return a->in_subject ? -1 : 1;
  }
  if (a->offset != b->offset) {
    return a->offset < b->offset ? -1 : 1;
  }
  if (a->length != b->length) {
    return a->length < b->length ? -1 : 1;
  }
  return strcmp(a_id, b_id);
}

static void check_edits(const struct lint *lint,
                        const struct courtesy_finding *finding) {
  size_t size = lint->input->size;
  for (size_t i = 0; i < finding->edit_count; i++) {
    const struct courtesy_edit *edit = &finding->edits[i];
    FUZZ_HOLDS(edit->insert != NULL);
    FUZZ_HOLDS(finding->span.in_subject ||
               (edit->offset <= size && edit->length <= size - edit->offset));
  }
}

static void check_findings(const struct lint *lint) {
  size_t count = courtesy_session_finding_count(lint->session);
  const struct courtesy_finding *last = NULL;
  for (size_t i = 0; i < count; i++) {
    const struct courtesy_finding *finding =
        courtesy_session_finding(lint->session, i);
    FUZZ_HOLDS(finding->severity > COURTESY_OFF &&
               finding->severity <= COURTESY_ERROR);
    FUZZ_HOLDS(finding->zone < COURTESY_ZONE_COUNT);
    FUZZ_HOLDS(finding->message[0] != '\0');
    FUZZ_HOLDS((finding->text[0] == '\0') == (finding->span.length == 0));
    check_text(lint, &finding->span, finding->text, strlen(finding->text));
    check_edits(lint, finding);
    FUZZ_HOLDS(last == NULL || compare(&last->span, last->rule, &finding->span,
                                       finding->rule) <= 0);
    last = finding;
  }
  FUZZ_HOLDS(courtesy_session_finding(lint->session, count) == NULL);
}

static void check_marks(const struct lint *lint) {
  size_t count = courtesy_session_mark_count(lint->session);
  struct courtesy_mark last = {0};
  struct courtesy_mark mark;
  for (size_t i = 0; i < count; i++) {
    FUZZ_HOLDS(courtesy_session_mark(lint->session, i, &mark));
    check_text(lint, &mark.span, mark.text, mark.text_size);
    FUZZ_HOLDS(last.id == NULL ||
               compare(&last.span, last.id, &mark.span, mark.id) <= 0);
    last = mark;
  }
  FUZZ_HOLDS(!courtesy_session_mark(lint->session, count, &mark));
}

/* In order and apart; an encoded unit may hold the end of one and the start of
 * the next. */
static void check_zone_order(const struct lint *lint,
                             const struct courtesy_zone_span *last,
                             const struct courtesy_zone_span *zone) {
  bool is_plain = lint->input->kind != COURTESY_MAIL &&
                  (lint->input->facts == NULL ||
                   lint->input->facts->markup == COURTESY_MARKUP_NONE);
  if (last->span.in_subject != zone->span.in_subject) {
    FUZZ_HOLDS(last->span.in_subject);
    return;
  }
  FUZZ_HOLDS(last->span.offset <= zone->span.offset);
  FUZZ_HOLDS(end_of(&last->span) <= end_of(&zone->span));
  FUZZ_HOLDS(!is_plain || end_of(&last->span) <= zone->span.offset);
}

static void check_zones(const struct lint *lint) {
  size_t count = courtesy_session_zone_count(lint->session);
  struct courtesy_zone_span last = {0};
  struct courtesy_zone_span zone;
  for (size_t i = 0; i < count; i++) {
    FUZZ_HOLDS(courtesy_session_zone(lint->session, i, &zone));
    FUZZ_HOLDS(zone.zone < COURTESY_ZONE_COUNT && zone.text_size > 0);
    check_text(lint, &zone.span, zone.text, zone.text_size);
    if (i > 0) {
      check_zone_order(lint, &last, &zone);
    }
    last = zone;
  }
  FUZZ_HOLDS(!courtesy_session_zone(lint->session, count, &zone));
}

/* Tokens stand in their sentence, by their starts, but for what is skipped
 * before it, such as a bullet. */
static void check_tokens(const struct lint *lint, size_t number,
                         const struct courtesy_sentence *sentence) {
  size_t count = courtesy_session_token_count(lint->session, number);
  struct courtesy_token token;
  const char *last = NULL;
  for (size_t i = 0; i < count; i++) {
    FUZZ_HOLDS(courtesy_session_token(lint->session, number, i, &token));
    check_text(lint, &token.span, token.text, token.text_size);
    FUZZ_HOLDS(last == NULL || token.text >= last);
    FUZZ_HOLDS(token.text + token.text_size <=
               sentence->text + sentence->text_size);
    last = token.text;
  }
  FUZZ_HOLDS(!courtesy_session_token(lint->session, number, count, &token));
}

static void check_sentences(const struct lint *lint) {
  size_t count = courtesy_session_sentence_count(lint->session);
  struct courtesy_sentence last = {0};
  struct courtesy_sentence sentence;
  for (size_t i = 0; i < count; i++) {
    FUZZ_HOLDS(courtesy_session_sentence(lint->session, i, &sentence));
    check_text(lint, &sentence.span, sentence.text, sentence.text_size);
    FUZZ_HOLDS(i == 0 || last.span.in_subject != sentence.span.in_subject ||
               last.span.offset <= sentence.span.offset);
    check_tokens(lint, i, &sentence);
    last = sentence;
  }
  FUZZ_HOLDS(!courtesy_session_sentence(lint->session, count, &sentence));
}

/* The score is what its parts say. */
static void check_score(const struct lint *lint) {
  int score = 0;
  double sum = 0;
  size_t count = courtesy_session_score_part_count(lint->session);
  for (size_t i = 0; i < count; i++) {
    const struct courtesy_score_part *part =
        courtesy_session_score_part(lint->session, i);
    FUZZ_HOLDS(part->count > 0);
    sum += part->weight * (part->count > 2 ? 2 : (double)part->count);
  }
  if (courtesy_session_score(lint->session, &score)) {
    FUZZ_HOLDS(score >= 0 && score <= 100);
    FUZZ_HOLDS(fabs(score - 100 / (1 + exp(-sum))) <= 0.5 + 1e-6);
  }
}

static void check_problems(const struct lint *lint) {
  size_t count = courtesy_session_problem_count(lint->session);
  for (size_t i = 0; i < count; i++) {
    const struct courtesy_problem *problem =
        courtesy_session_problem(lint->session, i);
    FUZZ_HOLDS(problem->code[0] != '\0' && problem->message[0] != '\0');
    FUZZ_HOLDS(!problem->has_offset || problem->offset <= lint->input->size);
  }
}

void fuzz_check_results(const struct fuzz_input *input,
                        const struct courtesy_message *message,
                        const struct courtesy_session *session) {
  const struct lint lint = {input, message, session};
  check_findings(&lint);
  check_marks(&lint);
  check_zones(&lint);
  check_sentences(&lint);
  check_score(&lint);
  check_problems(&lint);
}
