/* SPDX-License-Identifier: MIT */
#include "json_out.h"

#include "utf8.h"

#include <string.h>

static void put(struct cli_json *json, const char *text, size_t size) {
  cli_output_bytes(json->output, text, size);
}

static void before_value(struct cli_json *json) {
  if (json->comma) {
    put(json, ",", 1);
  }
  if (json->line_due) {
    put(json, "\n", 1);
  }
  json->comma = true;
  json->line_due = false;
}

void cli_json_open(struct cli_json *json, char bracket) {
  before_value(json);
  put(json, &bracket, 1);
  json->comma = false;
}

void cli_json_close(struct cli_json *json, char bracket) {
  put(json, &bracket, 1);
  json->comma = true;
}

void cli_json_key(struct cli_json *json, const char *key) {
  cli_json_raw(json, "\"");
  put(json, key, strlen(key));
  put(json, "\":", 2);
  json->comma = false;
}

static void put_escaped(struct cli_json *json, char c) {
  static const char short_forms[] = "\"\"\\\\\bb\ff\nn\rr\tt";
  for (const char *form = short_forms; *form != '\0'; form += 2) {
    if (c == form[0]) {
      put(json, "\\", 1);
      put(json, form + 1, 1);
      return;
    }
  }
  cli_output_format(json->output, "\\u%04x", (unsigned)(unsigned char)c);
}

void cli_json_bytes(struct cli_json *json, const char *bytes, size_t size) {
  before_value(json);
  put(json, "\"", 1);
  size_t kept = 0; /* bytes[kept, i) go out as they are */
  for (size_t i = 0; i < size;) {
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
  put(json, "\"", 1);
}

void cli_json_string(struct cli_json *json, const char *string) {
  if (string == NULL) {
    cli_json_raw(json, "null");
  } else {
    cli_json_bytes(json, string, strlen(string));
  }
}

void cli_json_size(struct cli_json *json, size_t number) {
  before_value(json);
  cli_output_format(json->output, "%zu", number);
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
  put(json, "\n", 1);
}
