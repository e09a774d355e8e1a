/* SPDX-License-Identifier: MIT */
#include "praise.h"

#include "context.h"
#include "memory.h"
#include "problems.h"

#include <stdlib.h>
#include <string.h>

static bool holds_error(const struct courtesy_session *session) {
  bool error = false;
  for (size_t i = 0; i < courtesy_session_finding_count(session); i++) {
    error |= courtesy_session_finding(session, i)->severity == COURTESY_ERROR;
  }
  return error;
}

/* Sentences in which something was found, in order. */
struct flagged {
  struct courtesy_span *sentences;
  size_t count;
};

/* Whether a span begins in the sentence. */
static bool holds(const struct courtesy_span *sentence,
                  const struct courtesy_span *span) {
  return sentence->in_subject == span->in_subject &&
         span->offset >= sentence->offset &&
         span->offset < sentence->offset + sentence->length;
}

/* Findings are sorted, and none begins in one sentence and ends in another.
 * Those without length say that something is missing. */
static struct flagged list_flagged(const struct courtesy_session *session) {
  size_t count = courtesy_session_finding_count(session);
  struct flagged flagged = {
      .sentences = cli_resize(NULL, count * sizeof *flagged.sentences)};
  for (size_t i = 0; i < count; i++) {
    const struct courtesy_span *span =
        &courtesy_session_finding(session, i)->span;
    bool known =
        flagged.count > 0 && holds(&flagged.sentences[flagged.count - 1], span);
    struct courtesy_sentence sentence;
    size_t index;
    if (span->length > 0 && !known &&
        cli_sentence_at(session, span, &index, &sentence)) {
      flagged.sentences[flagged.count++] = sentence.span;
    }
  }
  return flagged;
}

/* A mark may stand outside sentences, as a signature does. */
static bool stands_in_flagged(const struct flagged *flagged,
                              const struct courtesy_mark *mark) {
  size_t low = 0; /* sentences before it do not begin behind the mark */
  size_t high = flagged->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (cli_begins_behind(&flagged->sentences[middle], &mark->span)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low > 0 && holds(&flagged->sentences[low - 1], &mark->span);
}

void cli_print_praise(struct cli_output *output,
                      const struct courtesy_session *session) {
  size_t marks = courtesy_session_mark_count(session);
  if (marks == 0 || holds_error(session) ||
      cli_other_language(session) != NULL) {
    return;
  }
  struct flagged flagged = list_flagged(session);
  const char **told = cli_resize(NULL, marks * sizeof *told);
  size_t count = 0;
  for (size_t i = 0; i < marks; i++) {
    struct courtesy_mark mark;
    courtesy_session_mark(session, i, &mark);
    if (mark.shown && !cli_is_among(told, count, mark.id) &&
        !stands_in_flagged(&flagged, &mark)) {
      cli_output_string(output, count == 0 ? " · good: " : ", ");
      cli_output_string(output, mark.id);
      told[count++] = mark.id;
    }
  }
  free(told);
  free(flagged.sentences);
}
