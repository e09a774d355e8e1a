/* SPDX-License-Identifier: MIT */
#include "mail/header.h"

#include "base/line_end.h"
#include "base/sixteen.h"
#include "mail/phrase.h"

void mail_fields_add(struct mail_fields *fields,
                     const struct mail_header_field *field) {
  if (field->number != MAIL_FIELD_OTHER &&
      !mail_has_field(fields, field->number)) {
    fields->values[field->number] = field->value;
  }
}

size_t mail_header_read_limited(struct base_slice text,
                                struct mail_fields *fields, size_t *limit) {
  struct mail_header_reader reader = mail_header_reader_of_mail(text);
  struct mail_header_field field;
  while (mail_header_next(&reader, &field)) {
    mail_fields_add(fields, &field);
  }
  fields->count = reader.count;
  *limit = reader.limit;
  return reader.at;
}

size_t mail_header_read(struct base_slice text, struct mail_fields *fields) {
  size_t limit;
  return mail_header_read_limited(text, fields, &limit);
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

/* Line ends and NULs among sixteen bytes, which are copied. */
static uint32_t copy_sixteen(char *line, const char *bytes) {
  memcpy(line, bytes, BASE_SIXTEEN);
  return base_sixteen_line_ends(bytes) | base_sixteen_either(bytes, '\0', '\0');
}

/* Where a line end or NUL stands from `start` on, or the end. What is before
 * it is copied to `line`, which has room for sixteen bytes more; the last
 * sixteen may overlap those before. */
static size_t copy_plain(char *line, struct base_slice value, size_t start) {
  size_t at = start;
  uint32_t ends = 0;
  for (; value.size - at >= BASE_SIXTEEN; at += BASE_SIXTEEN) {
    ends = copy_sixteen(line + (at - start), value.bytes + at);
    if (ends != 0) {
      return at + (size_t)__builtin_ctz(ends);
    }
  }
  if (value.size - start >= BASE_SIXTEEN) {
    at = value.size - BASE_SIXTEEN;
    ends = copy_sixteen(line + (at - start), value.bytes + at);
    return ends == 0 ? value.size : at + (size_t)__builtin_ctz(ends);
  }
  while (at < value.size && !base_is_line_end(value.bytes[at]) &&
         value.bytes[at] != '\0') {
    line[at - start] = value.bytes[at];
    at++;
  }
  return at;
}

/* RFC 5322 §2.2.3: a fold is the blanks around its line end; here one. NUL is
 * left out. */
static const char *unfold(struct base_slice value, struct base_arena *arena) {
  char *line = base_arena_take(arena, value.size + BASE_SIXTEEN + 1);
  if (line == NULL) {
    return NULL;
  }
  size_t size = 0;
  for (size_t at = 0; at < value.size;) {
    size_t end = copy_plain(line + size, value, at);
    size += end - at;
    at = end;
    if (at < value.size && value.bytes[at] == '\0') {
      at++;
      continue;
    }
    if (at < value.size && (size == 0 || !base_is_blank(line[size - 1]))) {
      line[size++] = ' ';
    }
    while (at < value.size && base_is_blank_or_line_end(value.bytes[at])) {
      at++;
    }
  }
  line[size] = '\0';
  return line;
}

const char *mail_field_string(const struct mail_fields *fields,
                              enum mail_field field, struct base_arena *arena) {
  return mail_has_field(fields, field) ? unfold(fields->values[field], arena)
                                       : NULL;
}
