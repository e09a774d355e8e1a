/* SPDX-License-Identifier: MIT */
/*
 * Several threads that check sources at the same time, and a report as if
 * one had done it:
 *
 *     sources ──> batch ──> batch ──> batch ──> batch      filled in order
 *                   │ │ │     threads take one each
 *     report <── batch ──> …                               written in order
 *
 * Batches stand in a ring; the thread that fills them waits for the oldest
 * when all are taken, so that memory does not grow.
 */
#ifndef COURTESY_CLI_CREW_H
#define COURTESY_CLI_CREW_H

#include "checker.h"

struct cli_crew;

/* As many threads as the arguments' `jobs`, each with a checker of its own.
 * `head` is where reports and totals come together. */
enum courtesy_status cli_crew_create(struct cli_checker *head,
                                     const struct courtesy_ruleset *ruleset,
                                     struct cli_crew **out);

/* Gives a source to the crew; it is copied. */
void cli_crew_take(struct cli_crew *crew, const struct cli_source *source);

/* Waits for all that was given, and destroys the crew. */
void cli_crew_finish(struct cli_crew *crew);

#endif
