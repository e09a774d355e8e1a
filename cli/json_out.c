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

static void put_escaped(struct cli_json *json, uint32_t code_point) {
  static const char short_forms[] = "\"\"\\\\\bb\ff\nn\rr\tt";
  for (const char *form = short_forms; *form != '\0'; form += 2) {
    if (code_point == (uint32_t)form[0]) {
      put_byte(json, '\\');
      put_byte(json, form[1]);
      return;
    }
  }
  cli_output_format(json->output, "\\u%04x", (unsigned)code_point);
}

/* ASCII that stands in a JSON string as it is. */
static bool is_plain(char byte) {
  unsigned char code = (unsigned char)byte;
  return code >= 0x20 && code < 0x7F && code != '"' && code != '\\';
}

/* Copies sixteen bytes, and tells whether they are plain all. */
static bool copy_lanes(char *to, const char *bytes) {
  cli_lanes lanes = cli_lanes_at(bytes);
  memcpy(to, &lanes, sizeof lanes);
  /* Others than ASCII are negative. */
  return !cli_lanes_any((lanes < 0x20) | (lanes == 0x7F) | (lanes == '"') |
                        (lanes == '\\'));
}

/* Writes what is plain at the start, or much of it, and tells how many bytes
 * that are. They are copied while they are looked at: what lies behind the
 * first special one is not counted. */
static size_t put_plain(struct cli_json *json, const char *bytes, size_t size) {
  enum { MOST = 1024 };
  size_t most = size < MOST ? size : MOST;
  char *to = cli_output_room(json->output, most + sizeof(cli_lanes));
  size_t at = 0;
  bool plain = true;
  while (plain && most - at >= sizeof(cli_lanes)) {
    plain = copy_lanes(to + at, bytes + at);
    at += plain ? sizeof(cli_lanes) : 0;
  }
  if (plain) {
    char rest[] = "no special bytes";
    memcpy(rest, bytes + at, most - at);
    plain = copy_lanes(to + at, rest);
    at = plain ? most : at;
  }
  while (!plain && is_plain(bytes[at])) {
    at++;
  }
  json->output->used += at;
  return at;
}

/* Writes a character that is not plain, and tells its bytes. What would steer a
 * terminal is escaped, all of it below U+10000. */
static size_t put_special(struct cli_json *json, const char *bytes,
                          size_t size) {
  struct cli_character c = cli_utf8_decode(bytes, size);
  if (!c.valid) {
    put(json, CLI_REPLACEMENT, strlen(CLI_REPLACEMENT));
  } else if (c.size == 1 || cli_utf8_steers(c.code_point)) {
    put_escaped(json, c.code_point);
  } else {
    put(json, bytes, c.size);
  }
  return c.size;
}

void cli_json_bytes(struct cli_json *json, const char *bytes, size_t size) {
  *cli_json_room(json, 1) = '"';
  json->output->used++;
  for (size_t i = 0; i < size;) {
    i += put_plain(json, bytes + i, size - i);
    if (i < size && !is_plain(bytes[i])) {
      i += put_special(json, bytes + i, size - i);
    }
  }
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
  cli_json_room(json, 0);
  cli_output_number(json->output, number);
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
