/* SPDX-License-Identifier: MIT */
#include "mail/header.h"

#include "base/line_end.h"
#include "mail/phrase.h"

void mail_fields_add(struct mail_fields *fields,
                     const struct mail_header_field *field) {
  if (field->number != MAIL_FIELD_OTHER &&
      !mail_has_field(fields, field->number)) {
    fields->values[field->number] = field->value;
  }
}

size_t mail_header_read(struct base_slice text, struct mail_fields *fields,
                        size_t *limit) {
  struct mail_header_reader reader = mail_header_reader_of_mail(text);
  struct mail_header_field field;
  while (mail_header_next(&reader, &field)) {
    mail_fields_add(fields, &field);
  }
  fields->count = reader.count;
  *limit = reader.limit;
  return reader.at;
}

bool mail_header_is_mail(struct base_slice text) {
  struct mail_header_reader reader = mail_header_reader_of(text, false);
  struct mail_header_field field;
  while (mail_header_next(&reader, &field)) {
    switch (field.number) {
    case MAIL_FIELD_FROM:
    case MAIL_FIELD_DATE:
    case MAIL_FIELD_MESSAGE_ID:
    case MAIL_FIELD_RECEIVED:
    case MAIL_FIELD_MIME_VERSION:
      return true;
    default:
      break;
    }
  }
  return false;
}

/* Copies a line without its NULs. Returns how many bytes are left. */
static size_t copy_line(char *to, struct base_slice line) {
  size_t size = 0;
  while (line.size > 0) {
    size_t run = base_slice_find(line, '\0');
    memcpy(to + size, line.bytes, run);
    size += run;
    line = mail_skip(line, run + (run < line.size));
  }
  return size;
}

/* RFC 5322 §2.2.3: a fold is the blanks around its line end; here one. NUL is
 * left out. */
static const char *unfold(struct base_slice value, struct base_arena *arena) {
  char *line = base_arena_take(arena, value.size + 1);
  if (line == NULL) {
    return NULL;
  }
  size_t size = 0;
  for (size_t at = 0; at < value.size;) {
    struct base_slice rest = mail_skip(value, at);
    rest.size = base_line_size(rest);
    size += copy_line(line + size, rest);
    at += rest.size;
    if (at < value.size && (size == 0 || !base_is_blank(line[size - 1]))) {
      line[size++] = ' ';
    }
    at = base_skip_space(value, at);
  }
  line[size] = '\0';
  return line;
}

const char *mail_field_string(const struct mail_fields *fields,
                              enum mail_field field, struct base_arena *arena) {
  return mail_has_field(fields, field) ? unfold(fields->values[field], arena)
                                       : NULL;
}
