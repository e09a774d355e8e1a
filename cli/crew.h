/* SPDX-License-Identifier: MIT */
/*
 * Several threads that check inputs at the same time, and a report as if one
 * had done it:
 *
 *     inputs ──> batch ──> batch ──> batch ──> batch       filled in order
 *                  │ │ │     threads take one each
 *     report <── batch ──> …                               written in order
 *
 * A batch holds some small files, which are read by the thread that takes it,
 * or pieces of one large input, which is read by the thread that fills it.
 * Batches stand in a ring; who fills them waits for the oldest when all are
 * taken, so that memory does not grow. A thread that is done writes what is
 * next in order, if it is there and nobody else does.
 */
#ifndef COURTESY_CLI_CREW_H
#define COURTESY_CLI_CREW_H

#include "checker.h"

struct cli_crew;

/* As many threads as the arguments' `jobs`, each with a checker of its own.
 * `head` is where reports and totals come together; until the crew has
 * finished, nobody else may use it. */
enum courtesy_status cli_crew_create(struct cli_checker *head,
                                     const struct courtesy_ruleset *ruleset,
                                     struct cli_crew **out);

/* Gives a source to the crew; it is copied. False when the report cannot be
 * written any more. */
bool cli_crew_take(struct cli_crew *crew, const struct cli_source *source);

/* Waits for all that was given, and destroys the crew. */
void cli_crew_finish(struct cli_crew *crew);

#endif
