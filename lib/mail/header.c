/* SPDX-License-Identifier: MIT */
#include "mail/header.h"

#include "base/line_end.h"
#include "mail/line.h"
#include "mail/phrase.h"
#include "mail/stamp.h"

#include <stdint.h>

bool mail_equals_nocase(struct base_slice text, const char *word) {
  size_t size = strlen(word);
  if (text.size != size) {
    return false;
  }
  for (size_t i = 0; i < size; i++) {
    char a = text.bytes[i];
    char b = word[i];
    bool same = mail_is_letter(b) ? (a | 0x20) == (b | 0x20) : a == b;
    if (!same) {
      return false;
    }
  }
  return true;
}

/* The bytes of the field name at the start of a line, or 0 when no colon
 * follows it. Blanks before the colon are obsolete but met (§4.5.8). */
static size_t name_size(struct base_slice line) {
  size_t size = 0;
  while (size < line.size && line.bytes[size] > ' ' &&
         line.bytes[size] < 0x7f && line.bytes[size] != ':') {
    size++;
  }
  size_t colon = size;
  while (colon < line.size && base_is_blank(line.bytes[colon])) {
    colon++;
  }
  return colon < line.size && line.bytes[colon] == ':' ? size : 0;
}

/* A line of the text, and where the next one starts. */
struct line {
  struct base_slice text;
  size_t next;
};

static struct line line_at(struct base_slice text, size_t at) {
  struct base_slice rest = mail_skip(text, at);
  size_t next = 0;
  size_t size = mail_line_size(rest, &next);
  return (struct line){{rest.bytes, size}, at + next};
}

static bool is_folded(const struct line *line) {
  return line->text.size > 0 && base_is_blank(line->text.bytes[0]);
}

static void add_field(struct mail_fields *fields, const struct line *line,
                      size_t name) {
  struct base_slice rest = mail_skip(line->text, name);
  const char *colon = memchr(rest.bytes, ':', rest.size);
  size_t skipped = (size_t)(colon + 1 - line->text.bytes);
  mail_fields_add(fields, (struct mail_field){
                              .name = {line->text.bytes, name},
                              .value = mail_skip(line->text, skipped),
                          });
}

/* Lets the last field's value go on to the end of a folded line. */
static void extend_field(struct mail_fields *fields, const struct line *line) {
  if (fields->count > 0) {
    struct base_slice *value = &fields->items[fields->count - 1].value;
    value->size = (size_t)(line->text.bytes + line->text.size - value->bytes);
  }
}

/* Cuts what is too long; notes where the first cut is. */
static void trim_values(struct base_slice text, struct mail_fields *fields,
                        size_t *limit) {
  for (size_t i = 0; i < fields->count; i++) {
    struct base_slice *value = &fields->items[i].value;
    *value = mail_trim(*value);
    if (value->size > MAIL_FIELD_MAX) {
      size_t cut = (size_t)(value->bytes - text.bytes) + MAIL_FIELD_MAX;
      *limit = cut < *limit ? cut : *limit;
      value->size = MAIL_FIELD_MAX;
    }
  }
}

/* "From ana@acme.example" without a date, above a field. */
static bool is_short_from_line(struct base_slice text,
                               const struct line *line) {
  struct base_slice sender = mail_skip(line->text, 5);
  struct line next = line_at(text, line->next);
  return sender.size > 0 && memchr(sender.bytes, '@', sender.size) != NULL &&
         memchr(sender.bytes, ' ', sender.size) == NULL &&
         name_size(next.text) > 0;
}

bool mail_starts_mbox(struct base_slice text) {
  struct line line = line_at(text, 0);
  return line.text.size > 5 && memcmp(line.text.bytes, "From ", 5) == 0 &&
         ((mail_holds_time(line.text) && mail_holds_date(line.text)) ||
          is_short_from_line(text, &line));
}

size_t mail_header_read_limited(struct base_slice text,
                                struct mail_fields *fields, size_t *limit) {
  size_t at = mail_starts_mbox(text) ? line_at(text, 0).next : 0;
  *limit = SIZE_MAX;
  while (at < text.size) {
    struct line line = line_at(text, at);
    if (line.text.size == 0) {
      at = line.next;
      break;
    }
    size_t name = name_size(line.text);
    bool folded = is_folded(&line) && fields->count > 0;
    if (!folded && name == 0) {
      break;
    }
    bool full = line.next > MAIL_HEADER_MAX ||
                (!folded && fields->count == MAIL_FIELDS_MAX);
    if (full || *limit != SIZE_MAX) {
      *limit = at < *limit ? at : *limit;
    } else if (folded) {
      extend_field(fields, &line);
    } else {
      add_field(fields, &line, name);
    }
    at = line.next;
  }
  trim_values(text, fields, limit);
  return at;
}

size_t mail_header_read(struct base_slice text, struct mail_fields *fields) {
  size_t limit;
  return mail_header_read_limited(text, fields, &limit);
}

/* What people write on top of a draft; the first five make a header, the
 * others only go along with them. */
static const char *const draft_names[] = {
    "Subject", "To",         "Cc",           "Bcc",        "From",
    "Date",    "Reply-To",   "In-Reply-To",  "References", "Fcc",
    "Sender",  "Message-ID", "Organization", "Attachment", "Attachments",
};

enum { ANCHORS = 5, DRAFT_NAMES = sizeof draft_names / sizeof draft_names[0] };

/* The number of a name in the table, or DRAFT_NAMES. */
static size_t draft_name(const struct mail_field *field) {
  size_t i = 0;
  while (i < DRAFT_NAMES && !mail_equals_nocase(field->name, draft_names[i])) {
    i++;
  }
  return i;
}

static bool is_draft_field(const struct mail_field *field) {
  size_t name = draft_name(field);
  bool extension = field->name.size > 2 &&
                   (field->name.bytes[0] | 0x20) == 'x' &&
                   field->name.bytes[1] == '-';
  bool date = mail_equals_nocase(field->name, "Date");
  return (name < DRAFT_NAMES || extension) &&
         (!date || mail_holds_date(field->value) ||
          mail_holds_time(field->value));
}

/* A header that was copied from another message is none of the draft:
 * "Sent:" is Outlook's, "From: Ana Lima on 07/02/2001 06:07 PM" Notes's. */
static bool is_copied(const struct mail_field *field) {
  size_t start = 0;
  return mail_equals_nocase(field->name, "Sent") ||
         (mail_equals_nocase(field->name, "From") &&
          mail_ends_with_stamp(field->value, &start));
}

static bool is_separator(struct base_slice line) {
  return base_slice_equals(mail_trim(line), "--text follows this line--");
}

/* Keeps the leading fields that belong on top of a draft. Returns whether
 * they make a header. */
static bool keep_draft_fields(struct mail_fields *fields) {
  bool anchored = false;
  size_t kept = 0;
  for (; kept < fields->count; kept++) {
    const struct mail_field *field = &fields->items[kept];
    if (is_copied(field)) {
      return false;
    }
    if (!is_draft_field(field)) {
      break;
    }
    anchored = anchored || draft_name(field) < ANCHORS;
  }
  fields->count = kept;
  return anchored;
}

size_t mail_draft_header_read(struct base_slice text,
                              struct mail_fields *fields) {
  size_t first = 0;
  for (size_t size = mail_blank_size(text); size > 0;
       size = mail_blank_size(mail_skip(text, first))) {
    first += size;
  }
  struct base_slice rest = mail_skip(text, first);
  size_t body = mail_header_read(rest, fields);
  struct line after = line_at(rest, body);
  if (fields->count > 0 && is_separator(after.text)) {
    return first + after.next;
  }
  size_t read = fields->count;
  if (!keep_draft_fields(fields)) {
    fields->count = 0;
    return 0;
  }
  if (fields->count == read) {
    return first + body;
  }
  /* The first field that is text starts the text. */
  return (size_t)(fields->items[fields->count].name.bytes - text.bytes);
}

const struct mail_field *mail_field_find(const struct mail_fields *fields,
                                         const char *name) {
  size_t size = fields->count > 0 ? strlen(name) : 0;
  for (size_t i = 0; i < fields->count; i++) {
    const struct mail_field *field = &fields->items[i];
    if (field->name.size == size &&
        (field->name.bytes[0] | 0x20) == (name[0] | 0x20) &&
        mail_equals_nocase(field->name, name)) {
      return field;
    }
  }
  return NULL;
}

/* The bytes before a line end or NUL. */
static size_t plain_size(struct base_slice text) {
  size_t size = base_line_size(text);
  const char *nul = memchr(text.bytes, '\0', size);
  return nul == NULL ? size : (size_t)(nul - text.bytes);
}

/* RFC 5322 §2.2.3: a fold is the blanks around its line end; here one. NUL is
 * left out. */
static const char *unfold(struct base_slice value, struct base_arena *arena) {
  char *line = base_arena_copy(arena, value.bytes, value.size);
  if (line == NULL) {
    return NULL;
  }
  size_t size = 0;
  for (size_t at = 0; at < value.size;) {
    size_t run = plain_size(mail_skip(value, at));
    memcpy(line + size, value.bytes + at, run);
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

const char *mail_field_value(const struct mail_fields *fields, const char *name,
                             struct base_arena *arena) {
  const struct mail_field *field = mail_field_find(fields, name);
  return field == NULL ? NULL : unfold(field->value, arena);
}
