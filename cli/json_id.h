/* SPDX-License-Identifier: MIT */
#ifndef COURTESY_CLI_JSON_ID_H
#define COURTESY_CLI_JSON_ID_H

#include "memory.h"

/* Finds the member "id" of the JSON object that the bytes are, or begin as:
 * the string or number just as it is written, so that 1.0, 1e3 and numbers of
 * many digits come back unchanged. Writes it, or null, with a NUL into the
 * emptied buffer; what is written is always well-formed JSON. */
void cli_json_find_id(const char *json, size_t size, struct cli_bytes *id);

#endif
