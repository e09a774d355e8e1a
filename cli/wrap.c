/* SPDX-License-Identifier: MIT */
#include "wrap.h"

#include "utf8.h"

#include <string.h>

unsigned cli_columns_of(const char *text, size_t size) {
  unsigned columns = 0;
  for (size_t i = 0; i < size;) {
    size_t plain = cli_utf8_plain_size(text + i, size - i);
    columns += (unsigned)plain;
    i += plain;
    if (i == size) {
      break;
    }
    struct cli_character c = cli_utf8_decode(text + i, size - i);
    bool stand_in = !c.valid || cli_utf8_steers(c.code_point);
    columns += stand_in ? 1 : cli_utf8_width(c.code_point);
    i += c.size;
  }
  return columns;
}

/* The end of what must stay on one line. */
static size_t word_end(const struct cli_wrap *wrap, const char *text, size_t at,
                       size_t size) {
  while (at < size && text[at] != ' ' && !(wrap->bars && text[at] == '|')) {
    at++;
  }
  return at < size && text[at] == '|' ? at + 1 : at;
}

static void break_line(struct cli_wrap *wrap) {
  cli_output_string(wrap->output, "\n");
  cli_output_repeat(wrap->output, ' ', wrap->hang);
  wrap->column = wrap->hang;
}

void cli_wrap_text(struct cli_wrap *wrap, const char *text, size_t size) {
  if (wrap->width == 0) {
    cli_output_shown(wrap->output, text, size);
    return;
  }
  for (size_t at = 0; at < size;) {
    size_t start = at;
    while (start < size && text[start] == ' ') {
      start++;
    }
    size_t end = word_end(wrap, text, start, size);
    bool may_break = start > at || (wrap->bars && at > 0);
    if (may_break && end > start &&
        wrap->column + cli_columns_of(text + at, end - at) > wrap->width) {
      break_line(wrap);
      at = start;
    }
    cli_output_shown(wrap->output, text + at, end - at);
    wrap->column += cli_columns_of(text + at, end - at);
    at = end;
  }
}

void cli_wrap_string(struct cli_wrap *wrap, const char *string) {
  cli_wrap_text(wrap, string, strlen(string));
}
