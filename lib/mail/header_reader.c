/* SPDX-License-Identifier: MIT */
#include "mail/header_reader.h"

#include "base/line_end.h"
#include "base/sixteen.h"
#include "mail/line.h"
#include "mail/phrase.h"
#include "mail/stamp.h"

#include <stdint.h>

static bool ends_name(char byte) {
  return byte <= ' ' || byte >= 0x7f || byte == ':';
}

/* The bytes up to one that cannot stand in a name. */
static size_t name_bytes(struct base_slice text) {
  size_t at = 0;
  while (text.size - at >= BASE_SIXTEEN) {
    uint32_t ends = base_sixteen_name_ends(text.bytes + at);
    if (ends != 0) {
      return at + (size_t)__builtin_ctz(ends);
    }
    at += BASE_SIXTEEN;
  }
  while (at < text.size && !ends_name(text.bytes[at])) {
    at++;
  }
  return at;
}

/* The end of the line that text[at] is in; *next is where the one below it
 * starts. */
static inline size_t line_end(struct base_slice text, size_t at, size_t *next) {
  size_t end = at;
  uint32_t ends = 0;
  while (text.size - end >= BASE_SIXTEEN &&
         (ends = base_sixteen_line_ends(text.bytes + end)) == 0) {
    end += BASE_SIXTEEN;
  }
  if (ends != 0) {
    end += (size_t)__builtin_ctz(ends);
  } else {
    end += base_line_size(mail_skip(text, end));
  }
  bool two = text.size - end >= 2 && memcmp(text.bytes + end, "\r\n", 2) == 0;
  *next = two ? end + 2 : end < text.size ? end + 1 : end;
  return end;
}

static size_t skip_blanks(struct base_slice text, size_t at) {
  while (at < text.size && base_is_blank(text.bytes[at])) {
    at++;
  }
  return at;
}

/* Reads name and colon of the field at the start of `text`. Returns where its
 * value starts; 0 when there is none. Blanks before the colon are obsolete but
 * met (§4.5.8). */
static inline size_t read_name(struct base_slice text,
                               struct mail_header_field *field) {
  size_t size = name_bytes(text);
  size_t colon = skip_blanks(text, size);
  if (size == 0 || colon == text.size || text.bytes[colon] != ':') {
    return 0;
  }
  field->name = (struct base_slice){text.bytes, size};
  field->number = mail_field_at(text, size);
  return skip_blanks(text, colon + 1);
}

/* "From ana@acme.example" without a date, above a field. */
static bool is_short_from_line(struct base_slice line, struct base_slice next) {
  struct base_slice sender = mail_skip(line, 5);
  struct mail_header_field field;
  return sender.size > 0 && memchr(sender.bytes, '@', sender.size) != NULL &&
         memchr(sender.bytes, ' ', sender.size) == NULL &&
         read_name(next, &field) > 0;
}

/* The bytes of an mbox "From " line with its end, or 0. */
static size_t mbox_line_size(struct base_slice text) {
  if (text.size <= 5 || memcmp(text.bytes, "From ", 5) != 0) {
    return 0;
  }
  size_t next;
  struct base_slice line = {text.bytes, line_end(text, 0, &next)};
  bool is_mbox = mail_ends_with_ctime(line) ||
                 (mail_holds_time(line) && mail_holds_date(line)) ||
                 is_short_from_line(line, mail_skip(text, next));
  return is_mbox ? next : 0;
}

bool mail_starts_mbox(struct base_slice text) {
  return mbox_line_size(text) > 0;
}

struct mail_header_reader mail_header_reader_of(struct base_slice text) {
  return (struct mail_header_reader){
      .text = text, .at = mbox_line_size(text), .limit = SIZE_MAX};
}

/* Whether a line is more than is read, as are all below it. */
static bool is_too_much(struct mail_header_reader *reader, size_t next,
                        bool folded) {
  if (!reader->is_full && (next > MAIL_HEADER_MAX ||
                           (!folded && reader->count == MAIL_FIELDS_MAX))) {
    reader->is_full = true;
    reader->limit = reader->at < reader->limit ? reader->at : reader->limit;
  }
  return reader->is_full;
}

/* Trims the value of a whole field, and cuts what is too long. */
static void finish(struct mail_header_reader *reader,
                   struct mail_header_field *field) {
  if (field->number == MAIL_FIELD_OTHER && field->value.size < MAIL_FIELD_MAX) {
    return;
  }
  field->value = mail_trim(field->value);
  if (field->value.size > MAIL_FIELD_MAX) {
    size_t cut =
        (size_t)(field->value.bytes - reader->text.bytes) + MAIL_FIELD_MAX;
    reader->limit = cut < reader->limit ? cut : reader->limit;
    field->value.size = MAIL_FIELD_MAX;
  }
}

/* Whether the next line goes on with a field that began above it. */
static bool goes_on(const struct mail_header_reader *reader) {
  return reader->count > 0 && reader->at < reader->text.size &&
         base_is_blank(reader->text.bytes[reader->at]);
}

/* Takes the folded lines of a field, or passes over them. */
static void read_folds(struct mail_header_reader *reader,
                       struct mail_header_field *field) {
  const char *start = reader->text.bytes;
  while (goes_on(reader)) {
    size_t next;
    size_t end = line_end(reader->text, reader->at, &next);
    if (!is_too_much(reader, next, true)) {
      field->value.size = (size_t)(start + end - field->value.bytes);
    }
    reader->at = next;
  }
}

/* Where the body starts below the fields: behind a blank line, or at a line
 * that is no field. */
static size_t body_start(struct base_slice text, size_t at) {
  size_t next;
  return line_end(text, at, &next) == at ? next : at;
}

bool mail_header_next(struct mail_header_reader *reader,
                      struct mail_header_field *field) {
  while (reader->at < reader->text.size) {
    struct base_slice rest = mail_skip(reader->text, reader->at);
    size_t value = read_name(rest, field);
    if (value == 0) {
      reader->at = body_start(reader->text, reader->at);
      return false;
    }
    size_t next;
    size_t end = line_end(rest, value, &next);
    field->value = (struct base_slice){rest.bytes + value, end - value};
    next += reader->at;
    bool left_out = is_too_much(reader, next, false);
    reader->at = next;
    reader->count += !left_out;
    read_folds(reader, field);
    if (!left_out) {
      finish(reader, field);
      return true;
    }
  }
  return false;
}
