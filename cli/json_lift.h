/* SPDX-License-Identifier: MIT */
/*
 * A long string taken out of JSON before the parser, which looks at each byte
 * several times, sees it:
 *
 *     {"id": 17, "text": "Hi Sam,\nthe plan is …", "subject": "Plan"}
 *     {"id": 17, "text": "", "subject": "Plan"}       for the parser
 *     Hi Sam,⏎the plan is …                           the string
 */
#ifndef COURTESY_CLI_JSON_LIFT_H
#define COURTESY_CLI_JSON_LIFT_H

#include "memory.h"

struct cli_json_lifted {
  struct cli_bytes rest;   /* the JSON without it */
  struct cli_bytes string; /* without escapes */
};

/* Lifts the string that the object's own member of that name is, the first of
 * that name, into the emptied buffers. False when it is none, is short, or is
 * not well formed in any way: the parser then says what is wrong. What stands
 * behind it need not be well formed. */
bool cli_json_lift(const char *json, size_t size, const char *name,
                   struct cli_json_lifted *lifted);
void cli_json_lifted_destroy(struct cli_json_lifted *lifted);

#endif
