/* SPDX-License-Identifier: MIT */
#include "json_out.h"

#include "lanes.h"
#include "utf8.h"

#include <stdio.h>
#include <string.h>

static void put(struct cli_json *json, const char *text, size_t size) {
  cli_output_bytes(json->output, text, size);
}

static void put_byte(struct cli_json *json, char byte) {
  cli_output_byte(json->output, byte);
}

void cli_json_open(struct cli_json *json, char bracket) {
  *cli_json_room(json, 1) = bracket;
  json->output->used++;
  json->comma = false;
}

void cli_json_close(struct cli_json *json, char bracket) {
  put_byte(json, bracket);
  json->comma = true;
}

static void put_escaped(struct cli_json *json, char c) {
  static const char short_forms[] = "\"\"\\\\\bb\ff\nn\rr\tt";
  for (const char *form = short_forms; *form != '\0'; form += 2) {
    if (c == form[0]) {
      put_byte(json, '\\');
      put_byte(json, form[1]);
      return;
    }
  }
  cli_output_format(json->output, "\\u%04x", (unsigned)(unsigned char)c);
}

/* ASCII that stands in a JSON string as it is. */
static bool is_plain(char byte) {
  unsigned char code = (unsigned char)byte;
  return code >= 0x20 && code < 0x7F && code != '"' && code != '\\';
}

/* The same of sixteen bytes; others than ASCII are negative. */
static bool are_plain(cli_lanes bytes) {
  return !cli_lanes_any((bytes < 0x20) | (bytes == 0x7F) | (bytes == '"') |
                        (bytes == '\\'));
}

/* How many bytes at the start are plain. */
static size_t plain_size(const char *bytes, size_t size) {
  size_t at = 0;
  while (size - at >= sizeof(cli_lanes) &&
         are_plain(cli_lanes_at(bytes + at))) {
    at += sizeof(cli_lanes);
  }
  if (size - at < sizeof(cli_lanes)) {
    char rest[] = "no special bytes";
    memcpy(rest, bytes + at, size - at);
    at = are_plain(cli_lanes_at(rest)) ? size : at;
  }
  while (at < size && is_plain(bytes[at])) {
    at++;
  }
  return at;
}

void cli_json_bytes(struct cli_json *json, const char *bytes, size_t size) {
  *cli_json_room(json, 1) = '"';
  json->output->used++;
  size_t kept = 0; /* bytes[kept, i) go out as they are */
  for (size_t i = plain_size(bytes, size); i < size;
       i += plain_size(bytes + i, size - i)) {
    struct cli_character c = cli_utf8_decode(bytes + i, size - i);
    bool escaped = c.code_point < 0x20 || c.code_point == '"' ||
                   c.code_point == '\\' || c.code_point == 0x7F;
    if (escaped || !c.valid) {
      put(json, bytes + kept, i - kept);
      kept = i + c.size;
    }
    if (escaped) {
      put_escaped(json, bytes[i]);
    } else if (!c.valid) {
      put(json, CLI_REPLACEMENT, strlen(CLI_REPLACEMENT));
    }
    i += c.size;
  }
  put(json, bytes + kept, size - kept);
  put_byte(json, '"');
}

void cli_json_string(struct cli_json *json, const char *string) {
  if (string == NULL) {
    cli_json_raw(json, "null");
  } else {
    cli_json_bytes(json, string, strlen(string));
  }
}

void cli_json_size(struct cli_json *json, size_t number) {
  enum { MOST = 20 }; /* digits, of 2^64 - 1 */
  char digits[2 * MOST] = {0};
  size_t first = MOST;
  do {
    digits[--first] = (char)('0' + number % 10);
    number /= 10;
  } while (number > 0);
  memcpy(cli_json_room(json, MOST), digits + first, MOST);
  json->output->used += MOST - first;
}

void cli_json_real(struct cli_json *json, double number) {
  char text[32];
  snprintf(text, sizeof text, "%.10g", number);
  cli_json_raw(json, text);
}

void cli_json_bool(struct cli_json *json, bool value) {
  cli_json_raw(json, value ? "true" : "false");
}

void cli_json_raw(struct cli_json *json, const char *value) {
  cli_json_room(json, 0);
  put(json, value, strlen(value));
}

void cli_json_line_before(struct cli_json *json) {
  json->line_due = true;
}

void cli_json_line_break(struct cli_json *json) {
  put_byte(json, '\n');
}
