/* SPDX-License-Identifier: MIT */
/* Code points of bytes that may be anything, and how they look. */
#ifndef COURTESY_CLI_UTF8_H
#define COURTESY_CLI_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What is put in the place of what cannot be shown: U+FFFD. */
#define CLI_REPLACEMENT "\xEF\xBF\xBD"

struct cli_character {
  uint32_t code_point; /* U+FFFD when not valid */
  uint8_t size;        /* bytes taken, at least 1 */
  bool valid;
};

/* The first character of `size` (at least 1) bytes, RFC 3629. A byte that
 * is not UTF-8 is a character of its own. */
struct cli_character cli_utf8_decode(const char *bytes, size_t size);

/* Whether a byte goes on with a character that began before it. */
static inline bool cli_utf8_continues(char byte) {
  return ((unsigned char)byte & 0xC0) == 0x80;
}

/* Writes the code point's UTF-8 to `out`; returns its size, 1 to 4. */
size_t cli_utf8_encode(uint32_t code_point, char out[4]);

/* The bytes of a byte order mark (U+FEFF) at the start; 0 without one. */
size_t cli_utf8_mark_size(const char *bytes, size_t size);

/* Whether a file looks like UTF-16: by its byte order mark, or by a zero byte
 * in its first unit. */
bool cli_is_utf16(const char *bytes, size_t size);

/* Columns on a terminal: 0, 1 or 2. */
unsigned cli_utf8_width(uint32_t code_point);

/* The bytes at the start that are characters of one column which show as they
 * are, as most do. */
size_t cli_utf8_plain_size(const char *bytes, size_t size);

/* Whether it would steer a terminal or turn the writing direction rather
 * than show something. Tab and line feed count as such too. */
bool cli_utf8_steers(uint32_t code_point);

/* Whether so many bytes are a word of small letters, whatever the case of
 * theirs. Only of ASCII, so that no locale is asked. */
bool cli_is_word(const char *bytes, const char *small, size_t size);

/* Whether a name ends so, small and capital letters alike. */
bool cli_name_ends(const char *name, const char *ending);

#endif
