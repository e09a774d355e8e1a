/* SPDX-License-Identifier: MIT */
/* What a report names as good in a message. */
#ifndef COURTESY_CLI_PRAISE_H
#define COURTESY_CLI_PRAISE_H

#include "output.h"

#include <courtesy/courtesy.h>

/* " · good: greeting, thanks", or nothing. Praise beside an error would mock,
 * and so would a kind word out of a sentence that something was found in:
 * both are left unsaid, whether the findings are shown or not. A message in a
 * language that no rule is in is not praised: what is rude in it nobody saw. */
void cli_print_praise(struct cli_output *output,
                      const struct courtesy_session *session);

#endif
