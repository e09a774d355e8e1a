/* SPDX-License-Identifier: MIT */
#include "mail/flowed.h"

#include "base/slice.h"
#include "mail/line.h"
#include "mail/phrase.h"

/* A line in its parts: quote marks, a stuffed space, text, line end. */
struct line {
  uint32_t start;
  uint32_t depth; /* quote marks */
  uint32_t text;  /* offset of what is no mark and no stuffed space */
  uint32_t end;
  uint32_t next; /* after the line end */
  bool flows;    /* it goes on in the next line */
};

static struct line line_at(const struct text_source *from, uint32_t at) {
  size_t next = 0;
  struct base_slice rest = {from->bytes + at, from->size - at};
  struct base_slice text = {rest.bytes, mail_line_size(rest, &next)};
  struct line line = {.start = at,
                      .end = at + (uint32_t)text.size,
                      .next = at + (uint32_t)next};
  while (line.depth < text.size && text.bytes[line.depth] == '>') {
    line.depth++;
  }
  struct base_slice words = mail_skip(text, line.depth);
  if (words.size > 0 && words.bytes[0] == ' ') {
    words = mail_skip(words, 1);
  }
  line.text = line.end - (uint32_t)words.size;
  line.flows = words.size > 0 && words.bytes[words.size - 1] == ' ' &&
               !base_slice_equals(words, "-- ");
  return line;
}

static bool is_signature_mark(const struct text_source *from,
                              const struct line *line) {
  struct base_slice words = {from->bytes + line->text, line->end - line->text};
  return base_slice_equals(words, "-- ");
}

/* Whether `next` belongs to the paragraph of `line` (RFC 3676 §4.5: only
 * with as many quote marks). */
static bool goes_on(const struct text_source *from, const struct line *line,
                    const struct line *next) {
  return line->flows && next->start < from->size &&
         next->depth == line->depth && !is_signature_mark(from, next);
}

void mail_flowed_read(const struct text_source *from, bool delsp,
                      struct mail_mapped *text) {
  bool joined = false;
  for (uint32_t at = 0; at < from->size;) {
    struct line line = line_at(from, at);
    struct line next = {.start = from->size};
    if (line.next < from->size) {
      next = line_at(from, line.next);
    }
    bool goes = goes_on(from, &line, &next);
    /* Marks of a quote stay in front of the paragraph, a stuffed space does
     * only behind them. */
    uint32_t start = joined || line.depth == 0 ? line.text : line.start;
    mail_mapped_add_copy(text, from, start, line.end - (goes && delsp));
    if (!goes) {
      mail_mapped_add_copy(text, from, line.end, line.next);
    }
    joined = goes;
    at = line.next;
  }
}
