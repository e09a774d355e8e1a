/* SPDX-License-Identifier: MIT */
#include "mail/template_piece.h"

#include "base/either.h"
#include "base/line_end.h"
#include "mail/phrase.h"
#include "mail/prose.h"

/* A block that is open. */
struct block {
  size_t opener; /* numbers of pieces */
  size_t last_part;
};

#define NO_PIECE SIZE_MAX

BASE_VECTOR(blocks, struct block);

struct reader {
  const struct mail_template_text *text;
  const char *bytes; /* of it */
  uint32_t start;
  uint32_t end;
  struct mail_template_pieces *pieces;
  struct blocks open;
  struct block closed; /* last, by the piece before this one */
  size_t label;        /* the piece that began one */
};

static struct mail_placeholder *at(struct reader *reader, size_t index) {
  return &reader->pieces->items[index].placeholder;
}

/* The text before a piece, behind the last one; or behind all of them. */
static struct base_slice gap_before(struct reader *reader, size_t index) {
  uint32_t start = index == 0 ? reader->start : at(reader, index - 1)->end;
  uint32_t end =
      index == reader->pieces->count ? reader->end : at(reader, index)->start;
  return (struct base_slice){reader->bytes + start, end - start};
}

/* --- Where they stand --- */

static void add_piece(struct reader *reader, uint32_t start, uint32_t end,
                      enum mail_placeholder_role role) {
  mail_template_pieces_add(
      reader->pieces,
      (struct mail_template_piece){
          .placeholder = {.start = start, .end = end, .role = role}});
}

/* The backslashes in a stretch of words. */
static void add_escapes(struct reader *reader, uint32_t start, uint32_t end) {
  for (uint32_t place = start; place < end; place++) {
    if (reader->bytes[place] == '\\') {
      add_piece(reader, place, place + 1, MAIL_IS_SILENT);
      place++;
    }
  }
}

/* The words that a placeholder puts are text between pieces that are silent;
 * a placeholder in them is one, too. */
static void add_words(struct reader *reader,
                      const struct mail_placeholder *outer) {
  struct mail_template_text text = *reader->text;
  text.bytes.size = outer->words_end;
  struct mail_placeholder found;
  uint32_t place = outer->words;
  add_piece(reader, outer->start, place, MAIL_IS_SILENT);
  for (; mail_placeholder_find(&text, place, &found); place = found.end) {
    add_escapes(reader, place, found.start);
    add_piece(reader, found.start, found.end, found.role);
  }
  add_escapes(reader, place, outer->words_end);
  add_piece(reader, outer->words_end, outer->end, MAIL_IS_SILENT);
}

/* A comment of several placeholders is but one. */
static void find_pieces(struct reader *reader) {
  struct mail_template_pieces *pieces = reader->pieces;
  struct mail_placeholder found;
  size_t comment = NO_PIECE;
  for (uint32_t place = reader->start;
       mail_placeholder_find(reader->text, place, &found); place = found.end) {
    if (found.role == MAIL_UNCOMMENTS && comment != NO_PIECE) {
      pieces->count = comment + 1;
      at(reader, comment)->end = found.end;
      comment = NO_PIECE;
      continue;
    }
    if (found.words_end > 0) {
      add_words(reader, &found);
    } else {
      add_piece(reader, found.start, found.end, found.role);
    }
    if (pieces->failed) {
      return;
    }
    if (found.role == MAIL_COMMENTS && comment == NO_PIECE) {
      comment = pieces->count - 1;
    }
  }
}

static uint32_t count_line_ends(struct base_slice text) {
  uint32_t count = 0;
  for (size_t at = 0; at < text.size; at++) {
    count += base_is_line_end(text.bytes[at]) ? 1 : 0;
  }
  return count;
}

static bool is_put(enum mail_placeholder_role role) {
  return role == MAIL_PUTS || role == MAIL_MAY_CLOSE;
}

/* Whether the last line of a stretch holds text; where a tag ends, a line
 * begins. `before` is what holds for what stands before the stretch. */
static bool ends_in_text(struct base_slice text, bool before) {
  size_t end = base_blanks_begin(text, text.size);
  return end == 0 ? before
                  : !base_is_line_end(text.bytes[end - 1]) &&
                        text.bytes[end - 1] != '>';
}

static bool begins_in_text(struct base_slice text, bool behind) {
  size_t start = base_skip_blanks(text, 0);
  return start == text.size
             ? behind
             : !base_is_line_end(text.bytes[start]) && text.bytes[start] != '<';
}

static void note_lines(struct reader *reader) {
  uint32_t line = 0;
  bool text = false;
  for (size_t i = 0; i < reader->pieces->count; i++) {
    struct mail_template_piece *piece = &reader->pieces->items[i];
    struct base_slice gap = gap_before(reader, i);
    line += count_line_ends(gap);
    piece->first_line = line;
    line += count_line_ends(
        (struct base_slice){reader->bytes + piece->placeholder.start,
                            piece->placeholder.end - piece->placeholder.start});
    piece->last_line = line;
    text = ends_in_text(gap, text);
    piece->follows_text = text;
    text = text || is_put(piece->placeholder.role);
  }
  text = false;
  for (size_t i = reader->pieces->count; i > 0; i--) {
    struct mail_template_piece *piece = &reader->pieces->items[i - 1];
    text = begins_in_text(gap_before(reader, i), text);
    piece->precedes_text = text;
    text = text || is_put(piece->placeholder.role);
  }
}

static bool touches_last(struct reader *reader, size_t index) {
  struct base_slice gap = gap_before(reader, index);
  return base_skip_space(gap, 0) == gap.size;
}

/* --- What belongs together --- */

static void add_part(struct reader *reader, struct block *block, size_t index) {
  reader->pieces->items[block->last_part].next = index;
  block->last_part = index;
}

static void close_last(struct reader *reader, size_t index) {
  at(reader, index)->role = MAIL_CLOSES;
  if (reader->open.count == 0) {
    reader->closed.opener = NO_PIECE;
    return;
  }
  reader->closed = reader->open.items[--reader->open.count];
  reader->pieces->items[reader->closed.last_part].next = index;
  reader->pieces->items[reader->closed.opener].closer = index;
  if (at(reader, reader->closed.opener)->role == MAIL_PARTS) {
    at(reader, index)->role = MAIL_PARTS; /* it was defined */
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
  } else {
    add_part(reader, block, index);
  }
}

/* {{/name}}{{^name}} is what others call `else`. */
static void invert(struct reader *reader, size_t index) {
  if (index > 0 && at(reader, index - 1)->role == MAIL_CLOSES &&
      touches_last(reader, index) && reader->closed.opener != NO_PIECE) {
    at(reader, index - 1)->role = MAIL_IS_SILENT;
    at(reader, index)->role = MAIL_PARTS;
    reader->pieces->items[reader->closed.opener].closer = 0;
    blocks_add(&reader->open, reader->closed);
    begin_part(reader, index);
  } else {
    blocks_add(&reader->open, (struct block){index, index});
  }
}

/* A label that nothing ends is none. */
static void begin_label(struct reader *reader, size_t index) {
  reader->label = index;
  at(reader, index)->role = MAIL_IS_SILENT;
}

static void end_label(struct reader *reader, size_t index) {
  bool begun = reader->label != NO_PIECE;
  if (begun) {
    at(reader, reader->label)->role = MAIL_LABELS;
  }
  at(reader, index)->role = begun ? MAIL_UNLABELS : MAIL_IS_SILENT;
  reader->label = NO_PIECE;
}

static void match_blocks(struct reader *reader) {
  for (size_t i = 0; i < reader->pieces->count; i++) {
    switch (at(reader, i)->role) {
    case MAIL_OPENS:
      blocks_add(&reader->open, (struct block){i, i});
      break;
    case MAIL_DEFINES:
      at(reader, i)->role = MAIL_PARTS;
      blocks_add(&reader->open, (struct block){i, i});
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
      __attribute__((fallthrough));
    case MAIL_CLOSES:
      close_last(reader, i);
      continue;
    case MAIL_LABELS:
      begin_label(reader, i);
      break;
    case MAIL_UNLABELS:
    case MAIL_MAY_UNLABEL:
      end_label(reader, i);
      break;
    default:
      break;
    }
    reader->closed.opener = NO_PIECE;
  }
}

/* --- What is left out --- */

static void note_breaks(struct reader *reader) {
  uint32_t breaks = 0;
  for (size_t i = 0; i < reader->pieces->count; i++) {
    struct base_slice gap = gap_before(reader, i);
    bool behind_word = i > 0 && at(reader, i - 1)->role == MAIL_PUTS;
    bool before_word = at(reader, i)->role == MAIL_PUTS;
    breaks += mail_breaks_prose(gap, behind_word, before_word) ? 1 : 0;
    reader->pieces->items[i].breaks = breaks;
  }
}

/* The tag that a stretch leaves open, by the place behind its `<`; `tag` is
 * the one that it begins in. The address of a link may well be conditional. */
static uint32_t open_tag(const char *bytes, struct base_slice text,
                         uint32_t tag) {
  for (struct base_slice rest = text; rest.size > 0;
       rest = mail_skip(rest, 1)) {
    if (rest.bytes[0] == '>') {
      tag = 0;
    } else if (rest.bytes[0] == '<') {
      bool opens = rest.size > 1 && mail_is_letter(rest.bytes[1]);
      bool link = opens && (rest.bytes[1] | 0x20) == 'a' &&
                  (rest.size == 2 || base_is_blank_or_line_end(rest.bytes[2]));
      tag = opens && !link ? (uint32_t)(rest.bytes + 1 - bytes) : 0;
    }
  }
  return tag;
}

/* Whether a tag that is open ends, by what follows; `behind` is what holds
 * for what follows that. */
static bool ends_tag(struct base_slice text, bool behind) {
  size_t at = base_either_at(text, '<', '>');
  return at < text.size ? text.bytes[at] == '>' : behind;
}

/* What looks like a tag that never ends is none. */
static void note_tags(struct reader *reader) {
  uint32_t tag = 0;
  for (size_t i = 0; i < reader->pieces->count; i++) {
    tag = open_tag(reader->bytes, gap_before(reader, i), tag);
    reader->pieces->items[i].tag = tag;
  }
  bool ends = false;
  for (size_t i = reader->pieces->count; i > 0; i--) {
    ends = ends_tag(gap_before(reader, i), ends);
    if (!ends) {
      reader->pieces->items[i - 1].tag = 0;
    }
  }
}

/* Whether a sentence or block ends in the part that begins at a piece. */
static bool breaks(const struct reader *reader, size_t part) {
  const struct mail_template_piece *piece = &reader->pieces->items[part];
  return reader->pieces->items[piece->next].breaks > piece->breaks;
}

/* Of a part of a sentence the first alternative is read: “by {% if urgent %}
 * noon{% else %}Friday{% endif %}, please” reads “by noon, please”. */
static void choose_alternatives(struct reader *reader, size_t opener) {
  struct mail_template_piece *pieces = reader->pieces->items;
  size_t closer = pieces[opener].closer;
  bool whole = breaks(reader, opener);
  for (size_t part = pieces[opener].next; part != closer;
       part = pieces[part].next) {
    if (whole || breaks(reader, part)) {
      at(reader, closer)->role = MAIL_PARTS;
    } else {
      pieces[part].resumes = pieces[part].next;
    }
  }
}

/* In doubt a tag does without what a condition adds, which may hide what the
 * element holds. */
static void leave_out(struct reader *reader) {
  for (size_t i = 0; i < reader->pieces->count; i++) {
    struct mail_template_piece *first = &reader->pieces->items[i];
    const struct mail_template_piece *last =
        &reader->pieces->items[first->closer];
    if (first->closer == 0) {
      continue;
    }
    if (first->tag > 0 && first->tag == last->tag) {
      first->resumes = first->closer;
    } else if (first->first_line == last->last_line &&
               (first->follows_text || last->precedes_text)) {
      choose_alternatives(reader, i);
    }
  }
}

bool mail_template_pieces_find(const struct mail_template_text *text,
                               uint32_t start,
                               struct mail_template_pieces *pieces) {
  struct reader reader = {.text = text,
                          .bytes = text->bytes.bytes,
                          .start = start,
                          .end = (uint32_t)text->bytes.size,
                          .pieces = pieces,
                          .closed = {.opener = NO_PIECE},
                          .label = NO_PIECE};
  find_pieces(&reader);
  note_lines(&reader);
  match_blocks(&reader);
  note_breaks(&reader);
  note_tags(&reader);
  leave_out(&reader);
  bool failed = pieces->failed || reader.open.failed;
  blocks_destroy(&reader.open);
  return !failed;
}
