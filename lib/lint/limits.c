/* SPDX-License-Identifier: MIT */
/* What the search for hits left out, as problems: silence would look like
 * praise. */
#include "lint/session.h"
#include "text/normal_form.h"

static const char *const limit_codes[] = {
    [MATCH_GAVE_UP] = "regex-limit",
    [MATCH_CUT] = "sentence-cut",
    [MATCH_TOO_MANY] = "match-limit",
};

static const char *tell_limit(struct courtesy_session *session,
                              const struct match_limit *limit, uint32_t line) {
  const struct courtesy_ruleset *ruleset = session->ruleset;
  const struct courtesy_rule *entry =
      &ruleset->entries[ruleset->aims[limit->pattern].entry];
  const char *id = rules_noted(ruleset, entry->facts.id);
  switch (limit->kind) {
  case MATCH_GAVE_UP:
    return base_arena_format(
        &session->arena,
        "a regex of rule %s gave up on the sentence in line %u", id,
        (unsigned)line);
  case MATCH_CUT:
    return base_arena_format(&session->arena,
                             "the sentence in line %u is very long: regexes "
                             "looked at its first %d bytes only",
                             (unsigned)line, TEXT_NORMAL_FORM_MAX);
  case MATCH_TOO_MANY:
    break;
  }
  return base_arena_format(&session->arena,
                           "%s fits more than %d times: from line %u on it was "
                           "not looked for",
                           id, MATCH_ENTRY_MAX, (unsigned)line);
}

static struct courtesy_problem problem_of(struct courtesy_session *session,
                                          const struct match_limit *limit) {
  const struct text_sentence *sentence =
      &session->view.document.sentences.items[limit->sentence];
  struct courtesy_span span = lint_view_span(&session->view, sentence->source,
                                             limit->start, limit->start);
  return (struct courtesy_problem){
      .code = limit_codes[limit->kind],
      .message = tell_limit(session, limit, span.line),
      .has_offset = !span.in_subject,
      .offset = span.offset,
  };
}

enum courtesy_status lint_note_limits(struct courtesy_session *session) {
  for (size_t i = 0; i < session->limits.count; i++) {
    struct courtesy_problem problem =
        problem_of(session, &session->limits.items[i]);
    if (problem.message == NULL ||
        !lint_problems_add(&session->problems, problem)) {
      return COURTESY_NO_MEMORY;
    }
  }
  return COURTESY_OK;
}
