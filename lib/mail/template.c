/* SPDX-License-Identifier: MIT */
#include "mail/template.h"

#include "base/line_end.h"
#include "mail/placeholder.h"

/* U+FFFC, which text/ takes for a word. */
static const char word[] = "\xEF\xBF\xBC";

struct piece {
  struct mail_placeholder placeholder;
  uint32_t first_line; /* that it begins and ends on, from 0 */
  uint32_t last_line;
  bool follows_text; /* on its line */
  bool precedes_text;
  size_t resumes; /* what begins here is left out up to this piece; 0: it is
                     not */
};

BASE_VECTOR(pieces, struct piece);

/* A block that is open. */
struct block {
  size_t opener; /* numbers of pieces */
  size_t first_part;
};

#define NO_PIECE SIZE_MAX

BASE_VECTOR(blocks, struct block);

struct reader {
  const struct text_source *from;
  uint32_t start;
  uint32_t end;
  struct pieces pieces;
  struct blocks open;
  struct block closed; /* last, by the piece before this one */
  struct mail_mapped *to;
};

static struct mail_placeholder *at(struct reader *reader, size_t index) {
  return &reader->pieces.items[index].placeholder;
}

/* Where the text between placeholders begins before a piece, or behind all. */
static uint32_t gap_start(struct reader *reader, size_t index) {
  return index == 0 ? reader->start : at(reader, index - 1)->end;
}

static uint32_t gap_end(struct reader *reader, size_t index) {
  return index == reader->pieces.count ? reader->end : at(reader, index)->start;
}

/* --- Where they stand --- */

/* A comment of several placeholders is but one. */
static void find_pieces(struct reader *reader) {
  struct base_slice text = {reader->from->bytes, reader->end};
  struct pieces *pieces = &reader->pieces;
  struct mail_placeholder found;
  size_t comment = NO_PIECE;
  for (uint32_t place = reader->start;
       mail_placeholder_find(text, place, &found); place = found.end) {
    if (found.role == MAIL_UNCOMMENTS && comment != NO_PIECE) {
      pieces->count = comment + 1;
      at(reader, comment)->end = found.end;
      comment = NO_PIECE;
      continue;
    }
    if (!pieces_add(pieces, (struct piece){.placeholder = found})) {
      return;
    }
    if (found.role == MAIL_COMMENTS && comment == NO_PIECE) {
      comment = pieces->count - 1;
    }
  }
}

static uint32_t count_lines(const char *bytes, uint32_t start, uint32_t end) {
  uint32_t lines = 0;
  for (const char *feed = bytes + start;
       (feed = memchr(feed, '\n', (size_t)(bytes + end - feed))) != NULL;
       feed++) {
    lines++;
  }
  return lines;
}

static bool is_put(enum mail_placeholder_role role) {
  return role == MAIL_PUTS || role == MAIL_MAY_CLOSE;
}

/* Whether the last line of a stretch holds text; where a tag ends, a line
 * begins. `before` is what holds for what stands before the stretch. */
static bool ends_in_text(const char *bytes, uint32_t start, uint32_t end,
                         bool before) {
  while (end > start && base_is_blank(bytes[end - 1])) {
    end--;
  }
  return end == start
             ? before
             : !base_is_line_end(bytes[end - 1]) && bytes[end - 1] != '>';
}

static bool begins_in_text(const char *bytes, uint32_t start, uint32_t end,
                           bool behind) {
  while (start < end && base_is_blank(bytes[start])) {
    start++;
  }
  return start == end ? behind
                      : !base_is_line_end(bytes[start]) && bytes[start] != '<';
}

static void note_lines(struct reader *reader) {
  const char *bytes = reader->from->bytes;
  uint32_t line = 0;
  bool text = false;
  for (size_t i = 0; i < reader->pieces.count; i++) {
    struct piece *piece = &reader->pieces.items[i];
    uint32_t start = piece->placeholder.start;
    line += count_lines(bytes, gap_start(reader, i), start);
    piece->first_line = line;
    line += count_lines(bytes, start, piece->placeholder.end);
    piece->last_line = line;
    text = ends_in_text(bytes, gap_start(reader, i), start, text);
    piece->follows_text = text;
    text = text || is_put(piece->placeholder.role);
  }
  text = false;
  for (size_t i = reader->pieces.count; i > 0; i--) {
    struct piece *piece = &reader->pieces.items[i - 1];
    text =
        begins_in_text(bytes, piece->placeholder.end, gap_end(reader, i), text);
    piece->precedes_text = text;
    text = text || is_put(piece->placeholder.role);
  }
}

static bool is_blank(const char *bytes, uint32_t start, uint32_t end) {
  while (start < end && base_is_blank_or_line_end(bytes[start])) {
    start++;
  }
  return start == end;
}

static bool touches_last(struct reader *reader, size_t index) {
  return is_blank(reader->from->bytes, gap_start(reader, index),
                  at(reader, index)->start);
}

/* --- What belongs together --- */

/* An alternative of a part of a sentence is left out: “by {% if urgent %}noon
 * {% else %}Friday{% endif %}, please” reads “by noon, please”. */
static void close_block(struct reader *reader, struct block block,
                        size_t closer) {
  const struct piece *first = &reader->pieces.items[block.opener];
  const struct piece *last = &reader->pieces.items[closer];
  if (block.first_part != NO_PIECE && first->first_line == last->last_line &&
      (first->follows_text || last->precedes_text)) {
    reader->pieces.items[block.first_part].resumes = closer;
  }
}

static void close_last(struct reader *reader, size_t index) {
  at(reader, index)->role = MAIL_CLOSES;
  if (reader->open.count > 0) {
    reader->closed = reader->open.items[--reader->open.count];
    close_block(reader, reader->closed, index);
  } else {
    reader->closed.opener = NO_PIECE;
  }
}

/* What stands before the first part of a `case` is no part. */
static void begin_part(struct reader *reader, size_t index) {
  if (reader->open.count == 0) {
    return;
  }
  struct block *block = &reader->open.items[reader->open.count - 1];
  if (block->opener + 1 == index && touches_last(reader, index)) {
    at(reader, index)->role = MAIL_IS_SILENT;
  } else if (block->first_part == NO_PIECE) {
    block->first_part = index;
  }
}

/* {{/name}}{{^name}} is what others call `else`. */
static void invert(struct reader *reader, size_t index) {
  if (index > 0 && at(reader, index - 1)->role == MAIL_CLOSES &&
      touches_last(reader, index) && reader->closed.opener != NO_PIECE) {
    at(reader, index - 1)->role = MAIL_IS_SILENT;
    at(reader, index)->role = MAIL_PARTS;
    blocks_add(&reader->open, reader->closed);
    begin_part(reader, index);
  } else {
    blocks_add(&reader->open, (struct block){index, NO_PIECE});
  }
}

static void match_blocks(struct reader *reader) {
  for (size_t i = 0; i < reader->pieces.count; i++) {
    switch (at(reader, i)->role) {
    case MAIL_OPENS:
      blocks_add(&reader->open, (struct block){i, NO_PIECE});
      break;
    case MAIL_PARTS:
      begin_part(reader, i);
      break;
    case MAIL_INVERTS:
      invert(reader, i);
      break;
    case MAIL_MAY_CLOSE:
      if (reader->open.count == 0) {
        at(reader, i)->role = MAIL_PUTS;
        break;
      }
      /* fall through */
    case MAIL_CLOSES:
      close_last(reader, i);
      continue;
    default:
      break;
    }
    reader->closed.opener = NO_PIECE;
  }
}

/* --- The text --- */

static void copy(struct reader *reader, uint32_t start, uint32_t end) {
  if (start < end) {
    mail_mapped_add_copy(reader->to, reader->from, start, end);
  }
}

static void write_piece(struct reader *reader, size_t index) {
  const struct mail_placeholder *piece = at(reader, index);
  const char *text = "";
  if (piece->role == MAIL_PUTS) {
    text = word;
  } else if (piece->role == MAIL_PARTS) {
    text = "\n\n";
  }
  mail_mapped_add_for(reader->to, text, strlen(text), reader->from,
                      piece->start, piece->end);
}

static bool is_silent(struct reader *reader, size_t index) {
  enum mail_placeholder_role role = at(reader, index)->role;
  return role != MAIL_PUTS && role != MAIL_PARTS;
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
                        uint32_t end, struct mail_mapped *to) {
  struct reader reader = {.from = from,
                          .start = start,
                          .end = end,
                          .closed = {.opener = NO_PIECE},
                          .to = to};
  find_pieces(&reader);
  note_lines(&reader);
  match_blocks(&reader);
  write_text(&reader);
  to->bytes.failed =
      to->bytes.failed || reader.pieces.failed || reader.open.failed;
  pieces_destroy(&reader.pieces);
  blocks_destroy(&reader.open);
}

struct base_slice mail_placeholder_at(const struct courtesy_message *message,
                                      const struct text_source *text,
                                      uint32_t at) {
  if (text->bytes[at] != word[0] || message->kind != COURTESY_TEMPLATE ||
      message->is_wide || text->segment_count == 0) {
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
