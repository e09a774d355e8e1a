/* SPDX-License-Identifier: MIT */
/* How often the rules and markers that are built in speak in real mail:
 * rules/measured.txt, which measured.py makes a table of. */
#ifndef COURTESY_CLI_MEASURED_H
#define COURTESY_CLI_MEASURED_H

#include <courtesy/courtesy.h>

struct cli_measured {
  char id[40]; /* held here, so that no start has to set a pointer */
  int found;   /* findings or places in all mails; -1: not counted */
  int mails;   /* mails that hold one */
  int read;    /* findings that somebody read; -1: none */
  int right;   /* of those, how many were right */
  int note;    /* which of the notes */
};

extern const struct cli_measured cli_measured_table[]; /* the last has none */
extern const unsigned cli_measured_mails;              /* counted in so many */
extern const char *const cli_measured_notes[]; /* sentences; the first is "" */

/* NULL when nothing is known, as of the rules of a house. */
const struct cli_measured *cli_measured_find(
    const struct courtesy_rule_facts *facts);

/* A count in all mails as one in 1,000. */
double cli_measured_rate(int count);

#endif
