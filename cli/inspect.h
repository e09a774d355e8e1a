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
  size_t message_number; /* in a mailbox, from 1; 0 elsewhere */
  struct courtesy_origin origin;
  const struct courtesy_message *message;
  const struct courtesy_session *session;
};

void cli_inspect_text(const struct cli_view *view);
void cli_inspect_json(const struct cli_view *view);

/* What is known of a message in one word or line. */
struct cli_fact {
  const char *name;
  const char *value; /* NULL: nobody said, and the text does not tell */
};

enum { CLI_FACTS = 13 };

/* All such facts, in the order in which they are shown. */
void cli_list_facts(const struct cli_view *view,
                    struct cli_fact facts[CLI_FACTS]);

#endif
