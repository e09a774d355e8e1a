/* SPDX-License-Identifier: MIT */
#include "praise.h"

#include "context.h"
#include "memory.h"

static bool holds_error(const struct courtesy_session *session) {
  bool error = false;
  for (size_t i = 0; i < courtesy_session_finding_count(session); i++) {
    error |= courtesy_session_finding(session, i)->severity == COURTESY_ERROR;
  }
  return error;
}

/* Whether something was found in a sentence: findings are sorted, and none
 * begins in one sentence and ends in another. */
static bool is_flagged(const struct courtesy_session *session,
                       const struct courtesy_span *sentence) {
  size_t count = courtesy_session_finding_count(session);
  size_t low = 0;
  size_t high = count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (cli_begins_behind(sentence,
                          &courtesy_session_finding(session, middle)->span)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  bool flagged = false;
  for (; low < count && !flagged; low++) {
    const struct courtesy_span *span =
        &courtesy_session_finding(session, low)->span;
    if (span->in_subject != sentence->in_subject ||
        span->offset >= sentence->offset + sentence->length) {
      break;
    }
    flagged = span->length > 0; /* else something is missing there */
  }
  return flagged;
}

/* A mark may stand outside sentences, as a signature does. */
static bool stands_in_flagged(const struct courtesy_session *session,
                              const struct courtesy_mark *mark) {
  struct courtesy_sentence sentence;
  size_t index;
  return courtesy_session_finding_count(session) > 0 &&
         cli_sentence_at(session, &mark->span, &index, &sentence) &&
         is_flagged(session, &sentence.span);
}

void cli_print_praise(struct cli_output *output,
                      const struct courtesy_session *session) {
  struct cli_names ids = {0};
  if (holds_error(session)) {
    return;
  }
  for (size_t i = 0; i < courtesy_session_mark_count(session); i++) {
    struct courtesy_mark mark;
    courtesy_session_mark(session, i, &mark);
    if (mark.shown && !cli_names_hold(&ids, mark.id) &&
        !stands_in_flagged(session, &mark)) {
      cli_names_add(&ids, mark.id);
      cli_output_string(output, ids.count == 1 ? " · good: " : ", ");
      cli_output_string(output, mark.id);
    }
  }
  cli_names_destroy(&ids);
}
