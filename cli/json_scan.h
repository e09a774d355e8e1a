/* SPDX-License-Identifier: MIT */
/* What is asked of JSON as it was written, well formed or not. */
#ifndef COURTESY_CLI_JSON_SCAN_H
#define COURTESY_CLI_JSON_SCAN_H

#include "memory.h"

/* Finds the member "id" of the JSON object that the bytes are, or begin as:
 * the string or number just as it is written, so that 1.0, 1e3 and numbers of
 * many digits come back unchanged. Writes it, or null, with a NUL into the
 * emptied buffer; what is written is always well-formed JSON. */
void cli_json_find_id(const char *json, size_t size, struct cli_bytes *id);

/* Finds the string that the object's own member of that name is: where it
 * starts and ends between its quotation marks. False when there is none, or it
 * is not well formed. */
bool cli_json_find_string(const char *json, size_t size, const char *name,
                          size_t *start, size_t *end);

/* Whether the first thing in the bytes opens an object. */
bool cli_json_opens_object(const char *json, size_t size);

/* The column (code points, from 1) of what a parser refused that had read
 * `position` bytes: where its last token begins, or where that breaks. */
size_t cli_json_column(const char *json, size_t size, size_t position);

/* Whether all of the bytes are UTF-8; else *column is that of the first that
 * is not. */
bool cli_json_is_utf8(const char *json, size_t size, size_t *column);

#endif
