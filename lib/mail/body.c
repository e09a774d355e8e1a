/* SPDX-License-Identifier: MIT */
#include "mail/body.h"

#include "mail/form_choice.h"
#include "mail/part_text.h"
#include "mail/problem.h"
#include "mail/wide.h"

/* The text of a mail in the making. */
struct reader {
  struct courtesy_message *message;
  struct mail_mapped *text; /* of the parts so far */
  struct mail_marks *marks;
  struct mail_part_text part; /* the one that is read */
  size_t before;              /* where the last one ends in the mail */
};

static size_t start_of(const struct reader *reader,
                       const struct mail_part *part) {
  return (size_t)(part->body.bytes - reader->message->raw);
}

/* A blank line stands for all that lies between two parts. */
static void add_gap(struct reader *reader) {
  size_t start = start_of(reader, reader->part.part);
  if (reader->text->bytes.size > 0) {
    mail_mapped_add_unit(reader->text, "\n\n", 2, (uint32_t)reader->before,
                         (uint32_t)(start - reader->before));
  }
}

static void add_mark(struct reader *reader, struct mail_marked mark) {
  uint32_t limit = (uint32_t)reader->text->bytes.size;
  if (mark.start < limit) {
    mark.end = mark.end < limit ? mark.end : limit;
    mail_marks_add(reader->marks, mark);
  }
}

/* Makes what the last step made the text, if it is all of it so far. A text
 * that has failed stays so. */
static bool take_over(struct reader *reader, uint32_t size) {
  bool empty =
      reader->text->bytes.capacity == 0 && !mail_mapped_failed(reader->text);
  for (size_t i = 0; i < MAIL_STEPS; i++) {
    struct mail_mapped *made = &reader->part.made[i];
    if (empty && made->bytes.size == size && size > 0 &&
        made->bytes.bytes == reader->part.source.bytes) {
      *reader->text = *made;
      *made = (struct mail_mapped){0};
      return true;
    }
  }
  return false;
}

/* Appends the part's text and what is known of its zones. All of a forwarded
 * part is forwarded, whatever its markup says. */
static void add_text(struct reader *reader) {
  struct mail_mapped *text = reader->text;
  size_t start = text->bytes.size;
  size_t room = start < MAIL_TEXT_MAX ? MAIL_TEXT_MAX - start : 0;
  uint32_t size = reader->part.source.size;
  if (size > room) {
    size = (uint32_t)room;
    mail_problem_add_cut(reader->message, start_of(reader, reader->part.part));
  }
  if (!take_over(reader, size)) {
    mail_mapped_add_copy(text, &reader->part.source, 0, size);
  }
  if (reader->part.part->use == COURTESY_PART_FORWARDED) {
    add_mark(reader, (struct mail_marked){.zone = COURTESY_ZONE_FORWARD,
                                          .start = (uint32_t)start,
                                          .end = (uint32_t)text->bytes.size});
    return;
  }
  for (size_t i = 0; i < reader->part.marks.count; i++) {
    struct mail_marked own = reader->part.marks.items[i];
    own.start += (uint32_t)start;
    own.end += (uint32_t)start;
    add_mark(reader, own);
  }
}

static void append_part(struct reader *reader, size_t most) {
  struct mail_part *part = reader->part.part;
  if (!mail_part_text_decode(&reader->part, most)) {
    mail_part_text_tell(&reader->part, "no-text",
                        "the part is no text, nothing of it was read");
    part->use = COURTESY_PART_UNREAD;
    return;
  }
  add_gap(reader);
  add_text(reader);
  reader->before = start_of(reader, part) + part->body.size;
}

static void read_part(struct reader *reader, struct mail_part *part) {
  size_t size = reader->text->bytes.size;
  mail_part_text_begin(&reader->part, part);
  if (size < MAIL_TEXT_MAX && mail_part_text_is_readable(&reader->part)) {
    append_part(reader, MAIL_TEXT_MAX - size);
  }
  mail_part_text_forget(&reader->part);
}

/* The only part that is linted; NULL for none or several. */
static struct mail_part *only_part(const struct mail_part_list *parts) {
  struct mail_part *only = NULL;
  for (size_t i = 0; i < parts->count; i++) {
    if (mail_part_is_read(&parts->items[i])) {
      if (only != NULL) {
        return NULL;
      }
      only = &parts->items[i];
    }
  }
  return only;
}

/* In the markup of all texts, in either form; -1 when one was not read. */
static long count_links(const struct mail_part_list *parts) {
  long links = 0;
  for (size_t i = 0; i < parts->count; i++) {
    const struct mail_part *part = &parts->items[i];
    bool is_text = mail_part_is_read(part) ||
                   part->use == COURTESY_PART_UNREAD ||
                   part->use == COURTESY_PART_ALTERNATIVE;
    if (is_text && part->media == MAIL_MEDIA_HTML && !part->links_known) {
      return -1;
    }
    links += (long)part->links;
  }
  return links;
}

/* The only part's bytes, where they are the text. */
static bool read_verbatim(struct reader *reader,
                          const struct mail_part_list *parts) {
  struct mail_part *only = only_part(parts);
  if (only == NULL || only->use != COURTESY_PART_LINTED) {
    return false;
  }
  mail_part_text_begin(&reader->part, only);
  if (!mail_part_text_is_verbatim(&reader->part)) {
    return false;
  }
  mail_part_text_check_utf8(&reader->part);
  reader->message->sources[MAIL_SOURCE_TEXT] = reader->part.source;
  return true;
}

static void read_parts(struct reader *reader, struct mail_part_list *parts) {
  struct courtesy_message *message = reader->message;
  for (size_t i = 0; i < parts->count; i++) {
    if (mail_part_is_read(&parts->items[i])) {
      read_part(reader, &parts->items[i]);
    }
  }
  struct text_source *text = &message->sources[MAIL_SOURCE_TEXT];
  *text = mail_mapped_source(&message->text);
  if (text->size == 0 && parts->count > 0) {
    text->raw_start = (uint32_t)start_of(reader, &parts->items[0]);
  }
  mail_part_text_destroy(&reader->part);
}

void mail_body_read(struct courtesy_message *message,
                    struct mail_part_list *parts, struct mail_marks *marks) {
  struct reader reader = {.message = message,
                          .text = &message->text,
                          .marks = marks,
                          .part = {.message = message}};
  bool chosen = mail_choose_forms(message, parts, MAIL_TEXT_MAX);
  if (!read_verbatim(&reader, parts)) {
    read_parts(&reader, parts);
  }
  marks->failed = marks->failed || reader.part.failed || !chosen;
  message->links = count_links(parts);
}

void mail_body_read_html(struct courtesy_message *message, size_t start,
                         struct mail_marks *marks) {
  struct mail_part page = {
      .media = MAIL_MEDIA_HTML,
      .use = COURTESY_PART_LINTED,
      .charset = mail_wide_charset(
          (struct base_slice){message->raw, message->raw_size}),
      .body = {message->raw + start, message->raw_size - start},
  };
  struct mail_part_list parts = {.items = &page, .count = 1};
  mail_body_read(message, &parts, marks);
}
