/* SPDX-License-Identifier: MIT */
#include "mail/header_reader.h"

#include "base/byte_order_mark.h"
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
 * starts. As mail_line_size(), but for lines that are mostly longer than
 * thirty-two bytes: most of what is read of a header is passed over here. */
static inline size_t line_end(struct base_slice text, size_t at, size_t *next) {
  const char *start = text.bytes + at;
  const char *stop = text.bytes + text.size;
  const char *end = start;
  uint32_t ends = 0;
  for (; stop - end >= 2 * BASE_SIXTEEN; end += 2 * BASE_SIXTEEN) {
    ends = base_sixteen_line_ends(end) |
           base_sixteen_line_ends(end + BASE_SIXTEEN) << BASE_SIXTEEN;
    if (ends != 0) {
      break;
    }
  }
  end += ends != 0
             ? (size_t)__builtin_ctz(ends)
             : base_line_size((struct base_slice){end, (size_t)(stop - end)});
  struct base_slice below = {end, (size_t)(stop - end)};
  *next = (size_t)(end - text.bytes) + base_line_end_size(below);
  return (size_t)(end - text.bytes);
}

/* Reads name and colon of the field at the start of `text`. Returns where its
 * value starts, 0 when there is none. Blanks before the colon are obsolete but
 * met (§4.5.8). */
static inline size_t read_name(struct base_slice text,
                               struct base_slice *name) {
  size_t size = name_bytes(text);
  size_t colon =
      base_slice_has(text, size, ':') ? size : base_skip_blanks(text, size);
  *name = (struct base_slice){text.bytes, size};
  if (size == 0 || !base_slice_has(text, colon, ':')) {
    return 0;
  }
  return base_slice_has(text, colon + 1, ' ') ? colon + 2 : colon + 1;
}

/* "From ana@acme.example" without a date, above a field. */
static bool is_short_from_line(struct base_slice line, struct base_slice next) {
  struct base_slice sender = mail_skip(line, 5);
  struct base_slice name;
  return base_slice_holds(sender, '@') && !base_slice_holds(sender, ' ') &&
         read_name(next, &name) > 0;
}

static bool starts_from_line(struct base_slice text) {
  return base_slice_begins(text, "From ");
}

/* The bytes of an mbox "From " line with its end, or 0. */
static size_t mbox_line_size(struct base_slice text) {
  if (!starts_from_line(text)) {
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

struct mail_header_reader mail_header_reader_of(struct base_slice text,
                                                bool tells_all) {
  size_t mark = base_byte_order_mark_size(text);
  return (struct mail_header_reader){
      .text = text,
      .at = mark + mbox_line_size(mail_skip(text, mark)),
      .limit = SIZE_MAX,
      .tells_all = tells_all};
}

struct mail_header_reader mail_header_reader_of_mail(struct base_slice text) {
  struct mail_header_reader reader = mail_header_reader_of(text, false);
  struct base_slice rest = mail_skip(text, reader.at);
  struct base_slice name;
  if (starts_from_line(rest) && read_name(rest, &name) == 0) {
    size_t next;
    line_end(rest, 0, &next);
    bool is_above_field = read_name(mail_skip(rest, next), &name) > 0;
    reader.at += is_above_field ? next : 0;
  }
  return reader;
}

/* Whether a line is more than is read, as are all below it. */
static inline bool is_too_much(struct mail_header_reader *reader, size_t next,
                               size_t most_fields) {
  if (!reader->is_full &&
      (next > MAIL_HEADER_MAX || reader->count >= most_fields)) {
    reader->is_full = true;
    reader->limit = reader->at < reader->limit ? reader->at : reader->limit;
  }
  return reader->is_full;
}

/* Trims the value of a whole field, and cuts what is too long. */
static void finish(struct mail_header_reader *reader,
                   struct mail_header_field *field) {
  field->value = mail_trim(field->value);
  if (field->value.size > MAIL_FIELD_MAX) {
    size_t cut =
        (size_t)(field->value.bytes - reader->text.bytes) + MAIL_FIELD_MAX;
    reader->limit = cut < reader->limit ? cut : reader->limit;
    field->value.size = MAIL_FIELD_MAX;
  }
}

/* Takes the folded lines below a field that ends at `end`, or passes over
 * them. Returns the end of what was taken. */
static size_t read_folds(struct mail_header_reader *reader, size_t end) {
  struct base_slice text = reader->text;
  while (reader->count > 0 && reader->at < text.size &&
         base_is_blank(text.bytes[reader->at])) {
    size_t next;
    size_t line = line_end(text, reader->at, &next);
    end = is_too_much(reader, next, SIZE_MAX) ? end : line;
    reader->at = next;
  }
  return end;
}

/* Where the body starts below the fields: behind a blank line, or at a line
 * that is no field. */
static size_t body_start(struct base_slice text, size_t at) {
  return at + base_line_end_size(mail_skip(text, at));
}

bool mail_header_next(struct mail_header_reader *reader,
                      struct mail_header_field *field) {
  struct base_slice text = reader->text;
  while (reader->at < text.size) {
    size_t start = reader->at;
    struct base_slice rest = mail_skip(text, start);
    size_t value = read_name(rest, &field->name);
    if (value == 0) {
      reader->at = body_start(text, start);
      return false;
    }
    size_t next;
    size_t end = line_end(text, start + value, &next);
    bool left_out = is_too_much(reader, next, MAIL_FIELDS_MAX);
    reader->at = next;
    reader->count += !left_out;
    end = read_folds(reader, end);
    field->number = mail_field_at(rest, field->name.size);
    field->value = (struct base_slice){rest.bytes + value, end - start - value};
    bool is_read = field->number != MAIL_FIELD_OTHER;
    if (!left_out && (is_read || field->value.size >= MAIL_FIELD_MAX)) {
      finish(reader, field);
    }
    if (!left_out && (is_read || reader->tells_all)) {
      return true;
    }
  }
  return false;
}
