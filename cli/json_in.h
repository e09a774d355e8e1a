/* SPDX-License-Identifier: MIT */
/*
 * One line of ndjson input:
 *
 *     {"id": 17, "text": "Hi Sam, …", "kind": "draft", "subject": "Plan"}
 *
 * The only user of the JSON reading library.
 */
#ifndef COURTESY_CLI_JSON_IN_H
#define COURTESY_CLI_JSON_IN_H

#include "json_lift.h"
#include "memory.h"

#include <courtesy/courtesy.h>

struct cli_line {
  void *document;      /* what the strings live in */
  struct cli_bytes id; /* JSON as it was written, with a NUL; or "null" */
  struct cli_json_lifted lifted; /* a long text, base64 or HTML … */
  const char *lifted_from;       /* … of that member; NULL: none */
  struct cli_bytes text;         /* decoded, when it came as base64 */
  const char *bytes;
  size_t size;
  enum courtesy_kind kind;
  const char *path; /* NULL when there is none */
  struct courtesy_facts facts;
  const char **attachments; /* of facts */
  const char **domains;     /* the same */
  char error[256];          /* what is wrong with the line */
};

/* Before the first line, and before there are threads. */
void cli_line_prepare(void);

/* Reads a line into a zeroed or used struct, whose memory is used again.
 * Facts that it does not give come from `known`. False: `error` says why,
 * and `id` is there all the same if it could be read. */
bool cli_line_read(struct cli_line *line, const char *json, size_t size,
                   const struct courtesy_facts *known);
void cli_line_destroy(struct cli_line *line);

#endif
