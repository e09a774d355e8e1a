/* SPDX-License-Identifier: MIT */
#ifndef COURTESY_CLI_BASE64_H
#define COURTESY_CLI_BASE64_H

#include "memory.h"

/* Decodes into the emptied buffer (RFC 4648 §4, padding required, no blanks).
 * False when it is not well formed or memory is short. */
bool cli_base64_decode(const char *text, size_t size, struct cli_bytes *into);

#endif
