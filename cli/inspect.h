/* SPDX-License-Identifier: MIT */
/* What `courtesy inspect` shows; each of its formats is one file. */
#ifndef COURTESY_CLI_INSPECT_H
#define COURTESY_CLI_INSPECT_H

#include "output.h"

#include <courtesy/courtesy.h>

/* A message that was linted. */
struct cli_view {
  struct cli_output *output;
  const char *path;
  const char *bytes;
  size_t size;
  const struct courtesy_message *message;
  const struct courtesy_session *session;
};

void cli_inspect_text(const struct cli_view *view);
void cli_inspect_json(const struct cli_view *view);

/* "yes", "no" or "unknown". */
const char *cli_answer_name(enum courtesy_answer answer);

/* The bytes that a span stands for; none when it lies outside. */
const char *cli_view_bytes(const struct cli_view *view,
                           const struct courtesy_span *span, size_t *size);

#endif
