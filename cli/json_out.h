/* SPDX-License-Identifier: MIT */
/*
 * A JSON writer that keeps nothing in memory (RFC 8259): commas are its
 * business, matching brackets the caller's. Names beginning with json_
 * belong to the reading library.
 */
#ifndef COURTESY_CLI_JSON_OUT_H
#define COURTESY_CLI_JSON_OUT_H

#include "output.h"

#include <string.h>

struct cli_json {
  struct cli_output *output;
  bool comma;    /* one is due before the next value */
  bool line_due; /* and a line break */
};

/* Room for a value of so many bytes, behind what is due before it. */
static inline char *cli_json_room(struct cli_json *json, size_t size) {
  struct cli_output *output = json->output;
  char *at = cli_output_room(output, size + 2);
  at[0] = ',';
  at[json->comma] = '\n';
  at += json->comma + json->line_due;
  output->used = (size_t)(at - output->buffer);
  json->comma = true;
  json->line_due = false;
  return at;
}

/* A member's name, of our own and so without escapes. The answer is where its
 * value goes. Inline, since with a name that is known it is a few stores. */
static inline struct cli_json *cli_json_key(struct cli_json *json,
                                            const char *key) {
  size_t size = strlen(key);
  char *at = cli_json_room(json, size + 3);
  at[0] = '"';
  memcpy(at + 1, key, size);
  memcpy(at + 1 + size, "\":", 2);
  json->output->used += size + 3;
  json->comma = false;
  return json;
}

void cli_json_open(struct cli_json *json, char bracket);  /* { or [ */
void cli_json_close(struct cli_json *json, char bracket); /* } or ] */

/* Bytes that may be anything: what is not UTF-8 becomes U+FFFD. */
void cli_json_bytes(struct cli_json *json, const char *bytes, size_t size);
/* NULL becomes null. */
void cli_json_string(struct cli_json *json, const char *string);
void cli_json_size(struct cli_json *json, size_t number);
void cli_json_real(struct cli_json *json, double number);
void cli_json_bool(struct cli_json *json, bool value);
/* JSON that is well formed already. */
void cli_json_raw(struct cli_json *json, const char *value);
/* Line breaks where they help a reader: before the next value, or here. */
void cli_json_line_before(struct cli_json *json);
void cli_json_line_break(struct cli_json *json);

#endif
