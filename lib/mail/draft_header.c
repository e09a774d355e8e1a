/* SPDX-License-Identifier: MIT */
/*
 * What people write on top of a draft:
 *
 *     Subject: soup          an anchor: there is a header
 *     X-Mood: fine           goes along with it
 *     Tom: please come.      no field of a draft: the text starts here
 *
 * or, copied from the window that they write in:
 *
 *     Von: Ana Lima
 *     An: Tom Park
 *     Betreff: Suppe
 */
#include "mail/draft_header.h"

#include "base/block.h"
#include "mail/front_matter.h"
#include "mail/label.h"
#include "mail/line.h"
#include "mail/phrase.h"
#include "mail/stamp.h"

#include <string.h>

enum {
  LARGEST_START = 64, /* bytes from the start of a draft to its first colon */
};

/* Whether a field is one of a draft; *anchors, whether it makes a header. */
static bool is_draft_field(const struct mail_header_field *field,
                           bool *anchors) {
  switch (field->number) {
  case MAIL_FIELD_SUBJECT:
  case MAIL_FIELD_TO:
  case MAIL_FIELD_CC:
  case MAIL_FIELD_BCC:
  case MAIL_FIELD_FROM:
    *anchors = true;
    return true;
  case MAIL_FIELD_REPLY_TO:
  case MAIL_FIELD_IN_REPLY_TO:
  case MAIL_FIELD_REFERENCES:
  case MAIL_FIELD_FCC:
  case MAIL_FIELD_SENDER:
  case MAIL_FIELD_MESSAGE_ID:
  case MAIL_FIELD_ORGANIZATION:
  case MAIL_FIELD_ATTACHMENT:
  case MAIL_FIELD_ATTACHMENTS:
    return true;
  case MAIL_FIELD_DATE:
    return mail_holds_date(field->value) || mail_holds_time(field->value);
  default:
    return field->name.size > 2 && (field->name.bytes[0] | 0x20) == 'x' &&
           field->name.bytes[1] == '-';
  }
}

/* A header that was copied from another message is none of the draft:
 * "Sent:" is Outlook's, "From: Ana Lima on 07/02/2001 06:07 PM" Notes's. */
static bool is_copied(const struct mail_header_field *field) {
  size_t start = 0;
  return field->number == MAIL_FIELD_SENT ||
         (field->number == MAIL_FIELD_FROM &&
          mail_ends_with_stamp(field->value, &start));
}

/* The leading fields that belong on top of a draft. */
struct top {
  size_t count;
  const char *text; /* the first other field, if any: the text starts there */
  bool is_header;
  bool is_copied;
};

static void look_at(struct top *top, const struct mail_header_field *field) {
  if (top->text != NULL || top->is_copied) {
    return;
  }
  top->is_copied = is_copied(field);
  if (is_draft_field(field, &top->is_header)) {
    top->count++;
  } else {
    top->text = field->name.bytes;
  }
}

/* Leaves only those fields. */
static void keep_top(struct mail_fields *fields, const struct top *top) {
  fields->count = top->count;
  for (size_t i = 0; i < MAIL_FIELD_OTHER && top->text != NULL; i++) {
    if (mail_has_field(fields, (enum mail_field)i) &&
        fields->values[i].bytes > top->text) {
      fields->values[i] = (struct base_slice){NULL, 0};
    }
  }
}

/* Whether a line that ends the header begins the text, which starts at *next
 * then. */
static bool is_separator(struct base_slice text, size_t *next) {
  struct base_slice line = {text.bytes, mail_line_size(text, next)};
  return base_slice_equals(mail_trim(line), "--text follows this line--");
}

/* Reads fields, and where the text below them starts; 0: there are none. */
static size_t read_fields(struct base_slice text, struct mail_fields *fields) {
  size_t first = mail_blanks_size(text);
  struct base_slice rest = mail_skip(text, first);
  struct mail_header_reader reader = mail_header_reader_of(rest, true);
  struct mail_header_field field;
  struct top top = {0};
  while (mail_header_next(&reader, &field)) {
    mail_fields_add(fields, &field);
    look_at(&top, &field);
  }
  fields->count = reader.count;
  if (reader.count == 0) {
    return 0;
  }
  size_t next;
  if (is_separator(mail_skip(rest, reader.at), &next)) {
    return first + reader.at + next;
  }
  if (!top.is_header || top.is_copied) {
    *fields = (struct mail_fields){0};
    return 0;
  }
  keep_top(fields, &top);
  return top.text == NULL ? first + reader.at : (size_t)(top.text - text.bytes);
}

/* The field that a label of any language stands for. */
static enum mail_field field_of(enum mail_role role) {
  switch (role) {
  case MAIL_ROLE_FROM:
    return MAIL_FIELD_FROM;
  case MAIL_ROLE_SENT:
    return MAIL_FIELD_SENT;
  case MAIL_ROLE_TO:
    return MAIL_FIELD_TO;
  case MAIL_ROLE_CC:
    return MAIL_FIELD_CC;
  case MAIL_ROLE_SUBJECT:
    return MAIL_FIELD_SUBJECT;
  default:
    return MAIL_FIELD_OTHER;
  }
}

/* What stands behind the label of a line. */
static struct base_slice value_of(struct base_slice line) {
  size_t at = 0;
  while (at < line.size && mail_colon_size(mail_skip(line, at)) == 0) {
    at++;
  }
  return mail_trim(mail_skip(line, at + mail_colon_size(mail_skip(line, at))));
}

/* Whether a label may stand near the start: one in other letters than ASCII
 * may have a colon of its own. Most drafts begin with a greeting. */
static bool may_have_label(struct base_slice text) {
  size_t size = text.size < LARGEST_START ? text.size : LARGEST_START;
  return size > 0 &&
         ((text.bytes[0] & 0x80) != 0 || memchr(text.bytes, ':', size) != NULL);
}

/* Reads lines with labels of any language up to the first without one. Only
 * sender, recipient and subject together make a header, and one with a date
 * was copied from another message. Returns as read_fields() does. */
static size_t read_labels(struct base_slice text, struct mail_fields *fields) {
  struct mail_fields found = {0};
  size_t at = mail_blanks_size(text);
  bool copied = false;
  while (at < text.size && !copied) {
    size_t next;
    struct base_slice rest = mail_skip(text, at);
    struct base_slice line =
        mail_trim((struct base_slice){rest.bytes, mail_line_size(rest, &next)});
    enum mail_role role = mail_role_of(line);
    if (role == MAIL_ROLE_NONE) {
      break;
    }
    struct mail_header_field field = {.number = field_of(role),
                                      .value = value_of(line)};
    mail_fields_add(&found, &field);
    found.count++;
    copied = is_copied(&field);
    at += next;
  }
  if (copied || !mail_has_field(&found, MAIL_FIELD_FROM) ||
      !mail_has_field(&found, MAIL_FIELD_TO) ||
      !mail_has_field(&found, MAIL_FIELD_SUBJECT)) {
    return 0;
  }
  *fields = found;
  return at;
}

/* Whether a text begins as most drafts do: with words, and no colon near them.
 * The name of a field is one word. */
static bool begins_with_words(struct base_slice text) {
  if (text.size < BASE_BLOCK || !mail_is_letter(text.bytes[0]) ||
      base_slice_begins(text, "From ")) {
    return false;
  }
  struct base_block block = base_block_load(text.bytes);
  uint64_t blanks = base_block_bits(base_block_range(block, '\0', ' ' + 1));
  uint64_t behind = ~blanks & -(blanks & -blanks); /* the first word */
  block = base_block_or(block, base_block_equal(block, ':'));
  return !base_block_any(block) && behind != 0;
}

size_t mail_draft_header_read(struct base_slice text,
                              struct mail_fields *fields) {
  if (begins_with_words(text)) {
    return 0;
  }
  size_t below = mail_front_matter_read(text, fields);
  if (below == 0) {
    below = read_fields(text, fields);
  }
  return below == 0 && may_have_label(text) ? read_labels(text, fields) : below;
}
