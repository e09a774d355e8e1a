/* SPDX-License-Identifier: MIT */
/* From candidates to findings, as the host reads them. */
#include "base/line_end.h"
#include "base/sort.h"
#include "lint/edit.h"
#include "lint/fill.h"
#include "lint/session.h"
#include "mail/template.h"
#include "text/unicode.h"

#include <string.h>

/* Past a line end with the blanks and indent marks of the next line. */
static uint32_t skip_wrap(const char *bytes, uint32_t place, uint32_t end) {
  while (place < end && (base_is_blank_or_line_end(bytes[place]) ||
                         bytes[place] == '>' || bytes[place] == '|')) {
    place++;
  }
  return place;
}

/* Adds bytes, a NUL, which would end the text, as a space. */
static size_t add_bytes(char *text, size_t size, struct base_slice bytes) {
  memcpy(text + size, bytes.bytes, bytes.size);
  char *end = text + size + bytes.size;
  char *nul = text + size;
  while ((nul = memchr(nul, '\0', (size_t)(end - nul))) != NULL) {
    *nul = ' ';
  }
  return size + bytes.size;
}

/* Adds a placeholder as it is written, a line end in it as a space. */
static size_t add_written(char *text, size_t size, struct base_slice written) {
  size_t end = add_bytes(text, size, written);
  for (size_t i = size; i < end; i++) {
    text[i] = base_is_line_end(text[i]) ? ' ' : text[i];
  }
  return end;
}

/* text[start, end) with each line wrap as one space, and placeholders, which
 * are all of `raw` bytes at most, as they are written. */
static char *unwrapped(struct courtesy_session *session,
                       const struct text_source *source, uint32_t start,
                       uint32_t end, size_t raw) {
  char *text = base_arena_take(&session->arena, (end - start) + raw + 1);
  if (text == NULL) {
    return NULL;
  }
  const struct courtesy_message *message = session->view.message;
  bool has_any = mail_has_placeholders(message, source);
  size_t size = 0;
  for (uint32_t i = start; i < end;) {
    struct base_slice rest = {source->bytes + i, end - i};
    struct base_slice written =
        has_any ? mail_placeholder_at(message, source, i) : base_slice_of("");
    if (written.size > 0) {
      size = add_written(text, size, written);
      i += MAIL_PLACEHOLDER_SIZE;
    } else if (base_is_line_end(rest.bytes[0])) {
      while (size > 0 && base_is_blank(text[size - 1])) {
        size--;
      }
      text[size++] = ' ';
      i = skip_wrap(source->bytes, i, end);
    } else {
      rest.size = has_any ? 1 : text_source_line_end(source, i, end) - i;
      size = add_bytes(text, size, rest);
      i += (uint32_t)rest.size;
    }
  }
  text[size] = '\0';
  return text;
}

/* How much of text[0, size) makes about a line, up to the end of a word if there
 * is one. */
static size_t line_of(const char *text, size_t size) {
  enum { LONGEST = 80 }; /* bytes */
  if (size <= LONGEST) {
    return size;
  }
  size = LONGEST;
  while (size > LONGEST / 2 && !base_is_blank(text[size])) {
    size--;
  }
  if (size == LONGEST / 2) { /* one long word */
    size = LONGEST;
    while (text_continues(text[size])) {
      size--;
    }
  }
  return size;
}

static bool is_edge(char byte) {
  return base_is_blank(byte) || byte == ',' || byte == ';' || byte == ':' ||
         byte == '.';
}

/* What a message quotes of a match: a line at most, without commas and the like
 * at its edges. */
static const char *quotable(struct base_arena *arena, const char *text) {
  static const char dots[] = "…";
  size_t whole = strlen(text);
  size_t start = 0;
  size_t end = whole;
  while (start < end && is_edge(text[start])) {
    start++;
  }
  while (end > start && is_edge(text[end - 1])) {
    end--;
  }
  size_t size = line_of(text + start, end - start);
  if (size == 0 || size == whole) {
    return text;
  }
  bool is_cut = size < end - start;
  char *result = base_arena_take(arena, size + sizeof dots);
  if (result != NULL) {
    memcpy(result, text + start, size);
    memcpy(result + size, is_cut ? dots : "", is_cut ? sizeof dots : 1);
  }
  return result;
}

static bool add_suggestion(struct courtesy_session *session,
                           const struct lint_candidate *candidate,
                           struct courtesy_finding *finding) {
  const char *instead =
      rules_noted(session->ruleset, candidate->rule->facts.instead);
  if (*instead == '\0') {
    return true;
  }
  const char **suggestions =
      base_arena_alloc(&session->arena, sizeof *suggestions);
  if (suggestions == NULL) {
    return false;
  }
  struct lint_filling filling = {.text = finding->text};
  suggestions[0] = lint_fill(&session->arena, instead, &filling);
  finding->suggestions = suggestions;
  finding->suggestion_count = 1;
  return suggestions[0] != NULL;
}

/* Puts an id into the `also` list of a winner, once. */
static bool add_also(struct courtesy_session *session,
                     struct courtesy_finding *finding, const char *id) {
  for (size_t i = 0; i < finding->also_count; i++) {
    if (strcmp(finding->also[i], id) == 0) {
      return true;
    }
  }
  const char **also = base_arena_alloc(
      &session->arena, (finding->also_count + 1) * sizeof *also);
  if (also == NULL) {
    return false;
  }
  if (finding->also_count > 0) {
    memcpy(also, finding->also, finding->also_count * sizeof *also);
  }
  also[finding->also_count++] = id;
  finding->also = also;
  return true;
}

static bool add_finding(struct courtesy_session *session,
                        const struct lint_candidate *candidate) {
  struct courtesy_finding *finding = lint_findings_push(&session->findings);
  if (finding == NULL) {
    return false;
  }
  const struct courtesy_ruleset *ruleset = session->ruleset;
  const struct rules_noted_facts *facts = &candidate->rule->facts;
  finding->rule = rules_noted(ruleset, facts->id);
  finding->group = rules_noted(ruleset, facts->group);
  finding->severity = facts->severity;
  finding->zone = candidate->zone;
  finding->span = lint_view_bytes(&session->view, candidate->source,
                                  candidate->start, candidate->end);
  finding->text =
      unwrapped(session, session->view.sources[candidate->source],
                candidate->start, candidate->end, finding->span.length);
  if (finding->text == NULL) {
    return false;
  }
  struct lint_filling filling = {.text =
                                     quotable(&session->arena, finding->text)};
  if (filling.text == NULL) {
    return false;
  }
  finding->message = lint_fill(&session->arena,
                               rules_noted(ruleset, facts->message), &filling);
  lint_trace(session, COURTESY_TRACE_FOUND, candidate->rule,
             lint_place_of(candidate), candidate->pattern, "");
  return finding->message != NULL &&
         add_suggestion(session, candidate, finding) &&
         lint_add_edit(session, candidate, finding);
}

/* Candidates are sorted by group; the followers of a winner stand near it. */
static bool add_findings(struct courtesy_session *session) {
  const struct lint_candidates *all = &session->candidates;
  session->order.count = 0; /* finding of each candidate */
  for (uint32_t i = 0; i < all->count; i++) {
    const struct lint_candidate *candidate = &all->items[i];
    bool told = candidate->winner == i && !candidate->left_out;
    if (!lint_indices_add(&session->order, (uint32_t)session->findings.count) ||
        (told && !add_finding(session, candidate))) {
      return false;
    }
  }
  for (uint32_t i = 0; i < all->count; i++) {
    const struct lint_candidate *candidate = &all->items[i];
    if (candidate->winner == i || all->items[candidate->winner].left_out) {
      continue;
    }
    struct courtesy_finding *winner =
        &session->findings.items[session->order.items[candidate->winner]];
    const char *id = rules_noted(session->ruleset, candidate->rule->facts.id);
    lint_trace(session, COURTESY_TRACE_MERGED, candidate->rule,
               lint_place_of(candidate), candidate->pattern, winner->rule);
    if (strcmp(id, winner->rule) != 0 && !add_also(session, winner, id)) {
      return false;
    }
  }
  return true;
}

static int compare_spans(const struct courtesy_span *a,
                         const struct courtesy_span *b) {
  int order = base_order(b->in_subject, a->in_subject);
  if (order == 0) {
    order = base_order(a->offset, b->offset);
  }
  return order != 0 ? order : base_order(a->length, b->length);
}

static int compare_findings(const void *left, const void *right) {
  const struct courtesy_finding *a = left;
  const struct courtesy_finding *b = right;
  int order = compare_spans(&a->span, &b->span);
  return order != 0 ? order : strcmp(a->rule, b->rule);
}

/* One behind the other. */
static void place_findings(struct courtesy_session *session) {
  for (size_t i = 0; i < session->findings.count; i++) {
    lint_view_place(&session->view, &session->findings.items[i].span);
  }
}

enum courtesy_status lint_render(struct courtesy_session *session) {
  if (!add_findings(session)) {
    return COURTESY_NO_MEMORY;
  }
  base_sort_few(session->findings.items, session->findings.count,
                sizeof session->findings.items[0], compare_findings);
  place_findings(session);
  return COURTESY_OK;
}
