/* SPDX-License-Identifier: MIT */
/* What the end of a file's name tells. */
#ifndef COURTESY_CLI_ENDING_H
#define COURTESY_CLI_ENDING_H

#include <stddef.h>

enum cli_meaning {
  CLI_MEANS_NOTHING, /* no folder stands for such a file */
  CLI_MEANS_MAIL,    /* the bytes tell more */
  CLI_MEANS_TEXT,    /* a template among templates, else the bytes tell */
  CLI_MEANS_HTML,    /* the same, marked up */
  CLI_MEANS_TEMPLATE,
};

struct cli_ending {
  const char *text;
  enum cli_meaning meaning;
};

extern const struct cli_ending cli_endings[];
extern const size_t cli_ending_count;

/* Never NULL: what means nothing is "". */
const struct cli_ending *cli_ending_of(const char *name);

#endif
