/* SPDX-License-Identifier: MIT */
/* What the library answers, as members of JSON objects; the form is fixed by
 * output.schema.json. */
#ifndef COURTESY_CLI_JSON_RESULT_H
#define COURTESY_CLI_JSON_RESULT_H

#include "json_out.h"

#include <courtesy/courtesy.h>

/* Of the machine formats; it changes when a member does. */
enum { CLI_SCHEMA_VERSION = 1 };

/* "message", "message_offset": which one of a mailbox it is; nothing for 0 */
void cli_json_number(struct cli_json *json, size_t number, size_t offset);

/* "line", "column" */
void cli_json_position(struct cli_json *json, const struct courtesy_span *span);

/* "offset", "length", and "in" when it lies in a subject given beside the
 * input. */
void cli_json_extent(struct cli_json *json, const struct courtesy_span *span);

void cli_json_finding(struct cli_json *json,
                      const struct courtesy_finding *finding);

/* "markers": [ … ], with or without their texts */
void cli_json_marks(struct cli_json *json,
                    const struct courtesy_session *session, bool texts);

/* "zones": [ … ], as well */
void cli_json_zones(struct cli_json *json,
                    const struct courtesy_session *session, bool texts);

/* "score": 0 to 100 or null */
void cli_json_score(struct cli_json *json,
                    const struct courtesy_session *session);

/* "score_parts": [ … ] */
void cli_json_score_parts(struct cli_json *json,
                          const struct courtesy_session *session);

/* "errors": [ … ], each code once, of the message and of the session that
 * linted it. */
void cli_json_errors(struct cli_json *json,
                     const struct courtesy_message *message,
                     const struct courtesy_session *session);

/* "errors": one that kept the input from being linted at all. */
void cli_json_failure(struct cli_json *json, const char *code,
                      const char *message);

#endif
