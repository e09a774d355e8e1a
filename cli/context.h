/* SPDX-License-Identifier: MIT */
/* Where a finding's excerpt is taken from: the lines of the file, or, where
 * the file holds the words in another guise, the decoded sentence. */
#ifndef COURTESY_CLI_CONTEXT_H
#define COURTESY_CLI_CONTEXT_H

#include "excerpt.h"
#include "report.h"

/* False when there is nothing to show. */
bool cli_context_of(const struct cli_result *result,
                    const struct courtesy_finding *finding,
                    struct cli_excerpt *excerpt);

/* Whether a span begins behind the start of another; a given subject is read
 * before the input. */
bool cli_begins_behind(const struct courtesy_span *span,
                       const struct courtesy_span *other);

/* The own sentence that a span begins in; false when there is none. */
bool cli_sentence_at(const struct courtesy_session *session,
                     const struct courtesy_span *span, size_t *index,
                     struct courtesy_sentence *sentence);

#endif
