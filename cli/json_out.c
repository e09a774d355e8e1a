/* SPDX-License-Identifier: MIT */
#include "json_out.h"

#include "utf8.h"

#include <string.h>

static void put(struct cli_json *json, const char *text, size_t size) {
  cli_output_bytes(json->output, text, size);
}

static void put_byte(struct cli_json *json, char byte) {
  cli_output_byte(json->output, byte);
}

static void before_value(struct cli_json *json) {
  if (json->comma) {
    put_byte(json, ',');
  }
  if (json->line_due) {
    put_byte(json, '\n');
  }
  json->comma = true;
  json->line_due = false;
}

void cli_json_open(struct cli_json *json, char bracket) {
  before_value(json);
  put_byte(json, bracket);
  json->comma = false;
}

void cli_json_close(struct cli_json *json, char bracket) {
  put_byte(json, bracket);
  json->comma = true;
}

void cli_json_key(struct cli_json *json, const char *key) {
  before_value(json);
  put_byte(json, '"');
  put(json, key, strlen(key));
  put_byte(json, '"');
  put_byte(json, ':');
  json->comma = false;
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

void cli_json_bytes(struct cli_json *json, const char *bytes, size_t size) {
  before_value(json);
  put_byte(json, '"');
  size_t kept = 0; /* bytes[kept, i) go out as they are */
  for (size_t i = 0; i < size;) {
    if (is_plain(bytes[i])) {
      i++;
      continue;
    }
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
  char digits[20]; /* of 2^64 - 1 */
  size_t first = sizeof digits;
  do {
    digits[--first] = (char)('0' + number % 10);
    number /= 10;
  } while (number > 0);
  before_value(json);
  put(json, digits + first, sizeof digits - first);
}

void cli_json_real(struct cli_json *json, double number) {
  before_value(json);
  cli_output_format(json->output, "%.10g", number);
}

void cli_json_bool(struct cli_json *json, bool value) {
  cli_json_raw(json, value ? "true" : "false");
}

void cli_json_raw(struct cli_json *json, const char *value) {
  before_value(json);
  put(json, value, strlen(value));
}

void cli_json_line_before(struct cli_json *json) {
  json->line_due = true;
}

void cli_json_line_break(struct cli_json *json) {
  put_byte(json, '\n');
}
