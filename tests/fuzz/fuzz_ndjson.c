/* SPDX-License-Identifier: MIT */
/* Lines of ndjson input: what the command reads of them, and findings in the
 * messages that they hold, with all facts that a host may give. */
#include "linter.h"

#include "json_in.h"
#include "json_scan.h"

#include <jansson.h>
#include <string.h>

/* It is put into the answer as it stands, without its NUL. Jansson refuses two
 * things that the grammar allows: a number beyond any double, and half of a
 * surrogate pair. */
static void check_id(const struct cli_bytes *id) {
  json_error_t error;
  json_t *value = json_loadb(
      id->bytes, id->size - 1,
      JSON_DECODE_ANY | JSON_ALLOW_NUL | JSON_DECODE_INT_AS_REAL, &error);
  bool is_refused = json_error_code(&error) == json_error_numeric_overflow ||
                    strstr(id->bytes, "\\u") != NULL;
  FUZZ_HOLDS(value == NULL ? is_refused
                           : json_is_null(value) || json_is_string(value) ||
                                 json_is_number(value));
  json_decref(value);
}

static void read_line(struct cli_line *line, const char *json, size_t size) {
  static const struct courtesy_facts nothing;
  if (!cli_line_read(line, json, size, &nothing)) {
    FUZZ_HOLDS(line->error[0] != '\0');
  } else {
    fuzz_lint_by_pack(&(struct fuzz_input){line->kind, line->bytes, line->size,
                                           &line->facts});
  }
  check_id(&line->id);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  const char *at = (const char *)data;
  const char *end = at + size;
  struct cli_line line = {0}; /* its memory is used again for each */
  while (at < end) {
    const char *line_end = memchr(at, '\n', (size_t)(end - at));
    line_end = line_end == NULL ? end : line_end;
    read_line(&line, at, (size_t)(line_end - at));
    at = line_end < end ? line_end + 1 : end;
  }
  cli_line_destroy(&line);
  return 0;
}
