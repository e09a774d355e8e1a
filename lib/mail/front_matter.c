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
  while (line.size > 0 && base_is_blank(line.bytes[line.size - 1])) {
    line.size--;
  }
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

static struct base_slice unquoted(struct base_slice value) {
  char mark = value.size > 1 ? value.bytes[0] : '\0';
  bool quoted =
      (mark == '"' || mark == '\'') && value.bytes[value.size - 1] == mark;
  return quoted ? (struct base_slice){value.bytes + 1, value.size - 2} : value;
}

/* Text that stands on the lines below its key is not read. */
static void add_field(struct mail_fields *fields,
                      struct mail_header_field *field) {
  field->value = unquoted(mail_trim(field->value));
  bool below = field->value.size == 0 || field->value.bytes[0] == '>' ||
               field->value.bytes[0] == '|';
  if (field->number != MAIL_FIELD_OTHER && !below) {
    mail_fields_add(fields, field);
    fields->count++;
  }
}

size_t mail_front_matter_read(struct base_slice text,
                              struct mail_fields *fields) {
  struct mail_fields found = {0};
  struct mail_header_field field;
  struct base_slice line;
  size_t at = base_byte_order_mark_size(text);
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
