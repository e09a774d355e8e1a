/* SPDX-License-Identifier: MIT */
#include "mail/front_matter.h"

#include "base/byte_order_mark.h"
#include "base/line_end.h"
#include "mail/line.h"
#include "mail/phrase.h"
#include "text/byte_class.h"

/* Lines from text[*at] on; false at the end. */
static bool take_line(struct base_slice text, size_t *at,
                      struct base_slice *line) {
  if (*at >= text.size) {
    return false;
  }
  struct base_slice rest = mail_skip(text, *at);
  size_t next;
  *line = (struct base_slice){rest.bytes, mail_line_size(rest, &next)};
  *at += next;
  return true;
}

static bool is_fence(struct base_slice line) {
  line.size = base_blanks_begin(line, line.size);
  return base_slice_equals(line, "---");
}

/* A comment, an item, what belongs to the key above. */
static bool is_between_keys(struct base_slice line) {
  return mail_trim(line).size == 0 || base_is_blank(line.bytes[0]) ||
         line.bytes[0] == '#' ||
         (line.size > 1 && line.bytes[0] == '-' && line.bytes[1] == ' ');
}

/* Reads `key: value`. */
static bool read_key(struct base_slice line, struct mail_header_field *field) {
  struct mail_header_reader reader = mail_header_reader_of(line, true);
  if (!mail_header_next(&reader, field) || field->name.bytes != line.bytes) {
    return false;
  }
  const char *behind = field->name.bytes + field->name.size + 1;
  const char *end = line.bytes + line.size;
  return (behind == end || (behind < end && base_is_blank(*behind))) &&
         (field->number != MAIL_FIELD_OTHER ||
          text_byte_is(line.bytes[0], TEXT_BYTE_LOWER));
}

/* Whether nothing follows but a comment. */
static bool ends_value(struct base_slice rest) {
  struct base_slice text = mail_trim(rest);
  return text.size == 0 ||
         (text.bytes[0] == '#' && base_is_blank(rest.bytes[0]));
}

/* Between the quotation marks that it begins with: `"a \"b\" c"`, `'it''s'`,
 * also `"{{ t("a") }}"`, which is no YAML. What is escaped stays so. Returns
 * false where it begins with none, or they never end. */
static bool unquote(struct base_slice *value) {
  char mark = value->size > 1 ? value->bytes[0] : '\0';
  if (mark != '"' && mark != '\'') {
    return false;
  }
  for (size_t at = 1; at < value->size; at++) {
    char byte = value->bytes[at];
    bool twice = byte == mark && mark == '\'' && at + 1 < value->size &&
                 value->bytes[at + 1] == mark;
    if (twice || (byte == '\\' && mark == '"')) {
      at++;
    } else if (byte == mark && ends_value(mail_skip(*value, at + 1))) {
      *value = (struct base_slice){value->bytes + 1, at - 1};
      return true;
    }
  }
  return false;
}

/* Up to ` # a comment`. */
static struct base_slice without_comment(struct base_slice value) {
  for (size_t at = 0; at < value.size; at++) {
    if (value.bytes[at] == '#' &&
        (at == 0 || base_is_blank(value.bytes[at - 1]))) {
      value.size = at;
    }
  }
  return mail_trim(value);
}

/* The text of a value; of a list, `[a, b]`, what is in it. */
static struct base_slice text_of(struct base_slice value) {
  value = mail_trim(value);
  if (unquote(&value)) {
    return value;
  }
  value = without_comment(value);
  bool list = value.size > 1 && value.bytes[0] == '[' &&
              value.bytes[value.size - 1] == ']';
  return list ? (struct base_slice){value.bytes + 1, value.size - 2} : value;
}

/* Text that stands on the lines below its key is not read. */
static void add_field(struct mail_fields *fields,
                      struct mail_header_field *field) {
  field->value = text_of(field->value);
  bool below = field->value.size == 0 || field->value.bytes[0] == '>' ||
               field->value.bytes[0] == '|';
  if (field->number != MAIL_FIELD_OTHER && !below) {
    mail_fields_add(fields, field);
    fields->count++;
  }
}

size_t mail_front_matter_read(struct base_slice text,
                              struct mail_fields *fields) {
  size_t at = base_byte_order_mark_size(text);
  if (!base_slice_begins(mail_skip(text, at), "---")) {
    return 0;
  }
  struct mail_fields found = {0};
  struct mail_header_field field;
  struct base_slice line;
  bool has_key = false;
  bool begins = take_line(text, &at, &line) && is_fence(line);
  while (begins && take_line(text, &at, &line)) {
    if (is_fence(line)) {
      if (!has_key) {
        return 0;
      }
      *fields = found;
      return at;
    }
    if (is_between_keys(line)) {
      continue;
    }
    if (!read_key(line, &field)) {
      return 0;
    }
    has_key = true;
    add_field(&found, &field);
  }
  return 0;
}
