/* SPDX-License-Identifier: MIT */
#include "json_scan.h"

#include "lanes.h"
#include "utf8.h"

#include <string.h>

static const char blanks[] = " \t\r\n";

/* A place in JSON that may end or break anywhere. */
struct cursor {
  const char *at;
  const char *end;
};

static bool has(const struct cursor *cursor, const char *set) {
  return cursor->at < cursor->end && *cursor->at != '\0' &&
         strchr(set, *cursor->at) != NULL;
}

static bool skip(struct cursor *cursor, const char *set) {
  bool any = false;
  while (has(cursor, set)) {
    cursor->at++;
    any = true;
  }
  return any;
}

static bool skip_one(struct cursor *cursor, const char *set) {
  if (!has(cursor, set)) {
    return false;
  }
  cursor->at++;
  return true;
}

/* Steps over ASCII that stands in a string as it is, sixteen bytes at a
 * time. Others are negative. */
static void skip_plain(struct cursor *cursor) {
  while (cursor->end - cursor->at >= (ptrdiff_t)sizeof(cli_lanes)) {
    cli_lanes lanes = cli_lanes_at(cursor->at);
    if (cli_lanes_any((lanes < 0x20) | (lanes == '"') | (lanes == '\\'))) {
      break;
    }
    cursor->at += sizeof lanes;
  }
}

/* Steps over what stands behind a backslash. */
static bool skip_escape(struct cursor *cursor) {
  if (!skip_one(cursor, "u")) {
    return skip_one(cursor, "\"\\/bfnrt");
  }
  int digits = 0;
  while (digits < 4 && skip_one(cursor, "0123456789abcdefABCDEF")) {
    digits++;
  }
  return digits == 4;
}

/* Steps over a string; false when it is not well formed. */
static bool skip_string(struct cursor *cursor) {
  cursor->at++;
  while (skip_plain(cursor), cursor->at < cursor->end && *cursor->at != '"') {
    struct cli_character c =
        cli_utf8_decode(cursor->at, (size_t)(cursor->end - cursor->at));
    if (!c.valid || c.code_point < 0x20) {
      return false;
    }
    cursor->at += c.size;
    if (c.code_point == '\\' && !skip_escape(cursor)) {
      return false;
    }
  }
  return skip_one(cursor, "\"");
}

/* RFC 8259 §6. */
static bool skip_number(struct cursor *cursor) {
  static const char digits[] = "0123456789";
  skip_one(cursor, "-");
  if (!skip_one(cursor, "0") && !skip(cursor, digits)) {
    return false;
  }
  if (skip_one(cursor, ".") && !skip(cursor, digits)) {
    return false;
  }
  if (skip_one(cursor, "eE")) {
    skip_one(cursor, "+-");
    return skip(cursor, digits);
  }
  return true;
}

/* Steps over any value, brackets balanced; only strings are looked into. */
static bool skip_value(struct cursor *cursor) {
  size_t depth = 0;
  do {
    if (has(cursor, "\"")) {
      if (!skip_string(cursor)) {
        return false;
      }
    } else if (skip_one(cursor, "{[")) {
      depth++;
    } else if (depth > 0 && skip_one(cursor, "}]")) {
      depth--;
    } else if (depth > 0 && skip(cursor, " \t\r\n,:")) {
      continue;
    } else if (!skip(cursor, "+-.0123456789abcdefghijklmnopqrstuvwxyzE")) {
      return false;
    }
  } while (depth > 0);
  return true;
}

/* Steps over a string, a word or number, or one character. False when it is
 * not well formed: then the cursor stands where it breaks. */
static bool skip_token(struct cursor *cursor) {
  static const char word[] = "+-.0123456789abcdefghijklmnopqrstuvwxyz"
                             "ABCDEFGHIJKLMNOPQRSTUVWXYZ_";
  if (has(cursor, "\"")) {
    return skip_string(cursor);
  }
  if (!skip(cursor, word)) {
    cursor->at +=
        cli_utf8_decode(cursor->at, (size_t)(cursor->end - cursor->at)).size;
  }
  return true;
}

static size_t column_of(const char *json, const char *place) {
  size_t column = 1;
  while (json < place) {
    json += cli_utf8_decode(json, (size_t)(place - json)).size;
    column++;
  }
  return column;
}

static bool is_named(struct cursor name, const char *wanted) {
  size_t size = strlen(wanted);
  return (size_t)(name.end - name.at) == size + 2 &&
         memcmp(name.at + 1, wanted, size) == 0;
}

/* Goes to the value of the object's own member of that name. */
static bool find_member(struct cursor *cursor, const char *wanted) {
  skip(cursor, blanks);
  if (!skip_one(cursor, "{")) {
    return false;
  }
  for (;;) {
    skip(cursor, blanks);
    const char *name = cursor->at;
    if (!has(cursor, "\"") || !skip_string(cursor)) {
      return false;
    }
    bool found = is_named((struct cursor){name, cursor->at}, wanted);
    skip(cursor, blanks);
    if (!skip_one(cursor, ":")) {
      return false;
    }
    skip(cursor, blanks);
    if (found) {
      return true;
    }
    if (!skip_value(cursor)) {
      return false;
    }
    skip(cursor, blanks);
    if (!skip_one(cursor, ",")) {
      return false;
    }
  }
}

void cli_json_find_id(const char *json, size_t size, struct cli_bytes *id) {
  struct cursor cursor = {json, json + size};
  id->size = 0;
  if (find_member(&cursor, "id")) {
    const char *start = cursor.at;
    bool found =
        has(&cursor, "\"") ? skip_string(&cursor) : skip_number(&cursor);
    /* The value must end here: 1x is no number, and 12 may be cut short. */
    if (found && has(&cursor, " \t\r\n,}")) {
      cli_bytes_add(id, start, (size_t)(cursor.at - start));
    }
  }
  if (id->size == 0) {
    cli_bytes_add(id, "null", 4);
  }
  cli_bytes_add(id, "", 1);
}

bool cli_json_find_string(const char *json, size_t size, const char *name,
                          size_t *start, size_t *end) {
  struct cursor cursor = {json, json + size};
  if (!find_member(&cursor, name) || !has(&cursor, "\"")) {
    return false;
  }
  *start = (size_t)(cursor.at - json) + 1;
  bool found = skip_string(&cursor);
  *end = (size_t)(cursor.at - json) - found;
  return found;
}

bool cli_json_opens_object(const char *json, size_t size) {
  struct cursor cursor = {json, json + size};
  skip(&cursor, blanks);
  return has(&cursor, "{");
}

size_t cli_json_column(const char *json, size_t size, size_t position) {
  struct cursor cursor = {json, json + size};
  const char *stop = json + (position < size ? position : size);
  const char *start = json;
  while (skip(&cursor, blanks), cursor.at < stop) {
    start = cursor.at;
    if (!skip_token(&cursor)) {
      start = cursor.at;
      break;
    }
  }
  return column_of(json, start);
}

bool cli_json_is_utf8(const char *json, size_t size, size_t *column) {
  *column = 1;
  for (size_t i = 0; i < size; ++*column) {
    struct cli_character c = cli_utf8_decode(json + i, size - i);
    if (!c.valid) {
      return false;
    }
    i += c.size;
  }
  return true;
}
