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

static bool ends_run(char byte) {
  return base_is_line_end(byte) || byte == '\0';
}

/* Copies sixteen bytes; the line ends and NULs among them. */
static uint32_t copy_sixteen(char *to, const char *from, base_sixteen *odd) {
  base_sixteen all = base_sixteen_load(from);
  memcpy(to, &all, sizeof all);
  *odd |= all | base_sixteen_equal(all, '=');
  return base_sixteen_bits(base_sixteen_equal(all, '\n') |
                           base_sixteen_equal(all, '\r') |
                           base_sixteen_equal(all, '\0'));
}

/* Copies up to a line end or NUL, and maybe some bytes behind it; the bytes
 * before it. Marks what is no ASCII, and equals signs. */
static size_t copy_run(char *to, struct base_slice from, base_sixteen *odd) {
  size_t at = 0;
  for (; from.size - at >= BASE_SIXTEEN; at += BASE_SIXTEEN) {
    uint32_t ends = copy_sixteen(to + at, from.bytes + at, odd);
    if (ends != 0) {
      return at + (size_t)__builtin_ctz(ends);
    }
  }
  if (from.size >= BASE_SIXTEEN) { /* what is left, and some before it again */
    at = from.size - BASE_SIXTEEN;
    uint32_t ends = copy_sixteen(to + at, from.bytes + at, odd);
    return ends != 0 ? at + (size_t)__builtin_ctz(ends) : from.size;
  }
  for (; at < from.size && !ends_run(from.bytes[at]); at++) {
    to[at] = from.bytes[at];
    (*odd)[0] |= (uint8_t)(from.bytes[at] == '=' ? 0x80 : from.bytes[at]);
  }
  return at;
}

/* RFC 5322 §2.2.3: a fold is the blanks around its line end; here one. NUL is
 * left out. */
static const char *unfold(struct base_slice value, struct base_arena *arena,
                          base_sixteen *odd) {
  char *line = base_arena_take(arena, value.size + 1);
  if (line == NULL) {
    return NULL;
  }
  size_t size = 0;
  for (size_t at = 0; at < value.size;) {
    size_t run = copy_run(line + size, mail_skip(value, at), odd);
    size += run;
    at += run;
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
                              enum mail_field field, struct base_arena *arena,
                              bool *plain) {
  base_sixteen odd = {0};
  const char *line = mail_has_field(fields, field)
                         ? unfold(fields->values[field], arena, &odd)
                         : NULL;
  if (plain != NULL) {
    *plain = base_sixteen_bits(odd) == 0;
  }
  return line;
}
