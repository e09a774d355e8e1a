/* SPDX-License-Identifier: MIT */
#include "json_lift.h"

#include "json_scan.h"
#include "utf8.h"

#include <string.h>

enum { SHORT = 100 }; /* bytes; the parser may have so many */

/* The code unit of four hexadecimal digits. */
static uint32_t unit_at(const char *digits) {
  uint32_t unit = 0;
  for (int i = 0; i < 4; i++) {
    char digit = digits[i];
    unit = unit << 4 |
           (uint32_t)(digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
  }
  return unit;
}

static bool is_unit(const char *at, const char *end) {
  return end - at >= 6 && at[0] == '\\' && at[1] == 'u';
}

/* Reads "\u00e9", or two of them that are a pair (RFC 8259 §7). Returns the
 * bytes that it takes, 0 for half a pair. */
static size_t read_units(const char *at, const char *end, uint32_t *code) {
  uint32_t high = unit_at(at + 2);
  *code = high;
  if (high < 0xD800 || high > 0xDFFF) {
    return 6;
  }
  uint32_t low = is_unit(at + 6, end) ? unit_at(at + 8) : 0;
  if (high > 0xDBFF || low < 0xDC00 || low > 0xDFFF) {
    return 0;
  }
  *code = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
  return 12;
}

/* Undoes the escape at `at`, and returns its bytes, or 0. */
static size_t read_escape(const char *at, const char *end, char **to) {
  static const char marks[] = "bfnrt";
  static const char meant[] = "\b\f\n\r\t";
  if (at[1] == 'u') {
    uint32_t code;
    size_t size = read_units(at, end, &code);
    *to += size > 0 ? cli_utf8_encode(code, *to) : 0;
    return size;
  }
  const char *mark = strchr(marks, at[1]);
  *(*to)++ = mark == NULL ? at[1] : meant[mark - marks];
  return 2;
}

/* The escapes of a string are known to be such. What one means is shorter than
 * it is ("\n" 1 of 2 bytes, "\u20ac" 3 of 6, a pair 4 of 12), so that there is
 * room for all of it where there is for the string as it was written. */
static bool unescape(const char *at, const char *end, struct cli_bytes *into) {
  into->size = 0;
  if (!cli_bytes_reserve(into, (size_t)(end - at) + 1)) {
    return false;
  }
  char *to = into->bytes;
  while (at < end) {
    const char *escape = memchr(at, '\\', (size_t)(end - at));
    size_t plain = (size_t)((escape == NULL ? end : escape) - at);
    memcpy(to, at, plain);
    to += plain;
    at += plain;
    if (escape != NULL) {
      size_t size = read_escape(at, end, &to);
      if (size == 0) {
        return false;
      }
      at += size;
    }
  }
  into->size = (size_t)(to - into->bytes);
  return true;
}

bool cli_json_lift(const char *json, size_t size, const char *name,
                   struct cli_json_lifted *lifted) {
  size_t start;
  size_t end;
  if (!cli_json_find_string(json, size, name, &start, &end) ||
      end - start < SHORT ||
      !unescape(json + start, json + end, &lifted->string)) {
    return false;
  }
  lifted->rest.size = 0;
  cli_bytes_add(&lifted->rest, json, start);
  cli_bytes_add(&lifted->rest, json + end, size - end);
  return true;
}

void cli_json_lifted_destroy(struct cli_json_lifted *lifted) {
  cli_bytes_destroy(&lifted->rest);
  cli_bytes_destroy(&lifted->string);
}
