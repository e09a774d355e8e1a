/* SPDX-License-Identifier: MIT */
#include "linter.h"

#include "lint/session.h"
#include "match/engine.h"

#include <string.h>

struct fuzz_linter fuzz_linter_create(const struct courtesy_ruleset *ruleset) {
  struct fuzz_linter linter;
  FUZZ_HOLDS(courtesy_session_create(ruleset, &linter.usual) == COURTESY_OK);
  FUZZ_HOLDS(courtesy_session_create(ruleset, &linter.thorough) == COURTESY_OK);
  courtesy_session_want_marks(linter.thorough, COURTESY_MARKS_NONE);
  match_engine_use_prefilter(linter.thorough->engine, false);
  return linter;
}

void fuzz_linter_destroy(struct fuzz_linter *linter) {
  courtesy_session_destroy(linter->usual);
  courtesy_session_destroy(linter->thorough);
}

static bool same_finding(const struct courtesy_finding *a,
                         const struct courtesy_finding *b) {
  return strcmp(a->rule, b->rule) == 0 && a->zone == b->zone &&
         a->span.offset == b->span.offset && a->span.length == b->span.length &&
         a->span.in_subject == b->span.in_subject &&
         strcmp(a->message, b->message) == 0 &&
         a->also_count == b->also_count && a->edit_count == b->edit_count;
}

/* A regex that gives up depends on what a session did before. */
static void check_same(const struct courtesy_session *one,
                       const struct courtesy_session *other) {
  size_t count = courtesy_session_finding_count(one);
  int score = -1;
  int other_score = -1;
  if (courtesy_session_problem_count(one) > 0 ||
      courtesy_session_problem_count(other) > 0) {
    return;
  }
  FUZZ_HOLDS(courtesy_session_finding_count(other) == count);
  for (size_t i = 0; i < count; i++) {
    FUZZ_HOLDS(same_finding(courtesy_session_finding(one, i),
                            courtesy_session_finding(other, i)));
  }
  FUZZ_HOLDS(courtesy_session_score(one, &score) ==
             courtesy_session_score(other, &other_score));
  FUZZ_HOLDS(score == other_score);
}

void fuzz_lint(struct fuzz_linter *linter, const struct fuzz_input *input) {
  struct courtesy_message *message = NULL;
  FUZZ_HOLDS(courtesy_message_create(input->kind, input->bytes, input->size,
                                     input->facts, &message) == COURTESY_OK);
  fuzz_check_message(input, message);
  FUZZ_HOLDS(courtesy_session_lint(linter->usual, message) == COURTESY_OK);
  fuzz_check_results(input, message, linter->usual);
  FUZZ_HOLDS(courtesy_session_lint(linter->thorough, message) == COURTESY_OK);
  check_same(linter->usual, linter->thorough);
  courtesy_message_destroy(message);
}

void fuzz_lint_by_pack(const struct fuzz_input *input) {
  static struct courtesy_ruleset *pack;
  static struct fuzz_linter linter;
  if (pack == NULL) {
    FUZZ_HOLDS(courtesy_ruleset_create_pack("en", "", &pack) == COURTESY_OK);
    linter = fuzz_linter_create(pack);
  }
  fuzz_lint(&linter, input);
}
