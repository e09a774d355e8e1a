/* SPDX-License-Identifier: MIT */
#include "mail/template.h"

#include "base/line_end.h"
#include "mail/template_piece.h"

/* U+FFFC, which text/ takes for a word. */
static const char word[] = "\xEF\xBF\xBC";

struct reader {
  const struct text_source *from;
  uint32_t start;
  uint32_t end;
  struct mail_template_pieces pieces;
  struct mail_mapped *to;
  bool html;
};

static struct mail_placeholder *at(struct reader *reader, size_t index) {
  return &reader->pieces.items[index].placeholder;
}

static void copy(struct reader *reader, uint32_t start, uint32_t end) {
  if (start < end) {
    mail_mapped_add_copy(reader->to, reader->from, start, end);
  }
}

static void write_piece(struct reader *reader, size_t index) {
  const struct mail_placeholder *piece = at(reader, index);
  const char *text = "";
  switch (piece->role) {
  case MAIL_PUTS:
    text = word;
    break;
  case MAIL_PARTS:
    text = "\n\n";
    break;
  case MAIL_LABELS:
    text = reader->html ? "<a href>" : "[";
    break;
  case MAIL_UNLABELS:
    text = reader->html ? "</a>" : "](#)";
    break;
  default:
    break;
  }
  mail_mapped_add_for(reader->to, text, strlen(text), reader->from,
                      piece->start, piece->end);
}

static bool is_silent(struct reader *reader, size_t index) {
  enum mail_placeholder_role role = at(reader, index)->role;
  return role != MAIL_PUTS && role != MAIL_PARTS && role != MAIL_LABELS &&
         role != MAIL_UNLABELS && reader->pieces.items[index].resumes == 0;
}

static uint32_t skip_blanks(const struct reader *reader, uint32_t place) {
  while (place < reader->end && base_is_blank(reader->from->bytes[place])) {
    place++;
  }
  return place;
}

/* Where the line begins in which only blanks stand before `place`; false when
 * something else does. What is before `done` was written. */
static bool find_line_start(const struct reader *reader, uint32_t done,
                            uint32_t place, uint32_t *start) {
  const char *bytes = reader->from->bytes;
  while (place > done && base_is_blank(bytes[place - 1])) {
    place--;
  }
  *start = place;
  return place == reader->start || base_is_line_end(bytes[place - 1]);
}

/* Whether nothing follows in the line; *next is where the next one begins. */
static bool ends_line(const struct reader *reader, uint32_t place,
                      uint32_t *next) {
  const char *bytes = reader->from->bytes;
  place = skip_blanks(reader, place);
  if (place < reader->end && bytes[place] == '\r') {
    place++;
  }
  bool feed = place < reader->end && bytes[place] == '\n';
  *next = place + (feed ? 1 : 0);
  return feed || place == reader->end ||
         (place > reader->start && bytes[place - 1] == '\r');
}

/* Writes the pieces from `index` on that put nothing and have a line for
 * themselves, which is left out with them, or else that piece. Returns the
 * next one. */
static size_t write_from(struct reader *reader, size_t index, uint32_t *done) {
  uint32_t line;
  uint32_t next;
  size_t last = index;
  bool alone = find_line_start(reader, *done, at(reader, index)->start, &line);
  while (alone && is_silent(reader, last) && last + 1 < reader->pieces.count &&
         is_silent(reader, last + 1) &&
         skip_blanks(reader, at(reader, last)->end) ==
             at(reader, last + 1)->start) {
    last++;
  }
  if (alone && is_silent(reader, last) &&
      ends_line(reader, at(reader, last)->end, &next)) {
    copy(reader, *done, line);
    *done = next;
    return last + 1;
  }
  for (size_t i = index; i <= last; i++) {
    size_t resumes = reader->pieces.items[i].resumes;
    copy(reader, *done, at(reader, i)->start);
    if (resumes > 0) {
      *done = at(reader, resumes)->start;
      return resumes;
    }
    write_piece(reader, i);
    *done = at(reader, i)->end;
  }
  return last + 1;
}

static void write_text(struct reader *reader) {
  uint32_t done = reader->start;
  for (size_t i = 0; i < reader->pieces.count;) {
    i = write_from(reader, i, &done);
  }
  copy(reader, done, reader->end);
}

void mail_template_read(const struct text_source *from, uint32_t start,
                        uint32_t end, bool html, struct mail_mapped *to) {
  struct reader reader = {
      .from = from, .start = start, .end = end, .to = to, .html = html};
  struct mail_template_text text =
      mail_template_text_of((struct base_slice){from->bytes, end}, html);
  bool found = mail_template_pieces_find(&text, start, &reader.pieces);
  write_text(&reader);
  to->bytes.failed = to->bytes.failed || !found;
  mail_template_pieces_destroy(&reader.pieces);
}

bool mail_has_placeholders(const struct courtesy_message *message,
                           const struct text_source *text) {
  return message->kind == COURTESY_TEMPLATE && !message->is_wide &&
         text->segment_count > 0;
}

struct base_slice mail_placeholder_at(const struct courtesy_message *message,
                                      const struct text_source *text,
                                      uint32_t at) {
  if (text->bytes[at] != word[0] || !mail_has_placeholders(message, text)) {
    return base_slice_of("");
  }
  const struct text_segment *segment =
      &text->segments[text_source_segment(text, at)];
  bool stands_for = !segment->verbatim && segment->start == at &&
                    text->size - at >= MAIL_PLACEHOLDER_SIZE &&
                    memcmp(text->bytes + at, word, MAIL_PLACEHOLDER_SIZE) == 0;
  return stands_for ? (struct base_slice){message->raw + segment->raw_start,
                                          segment->raw_length}
                    : base_slice_of("");
}
