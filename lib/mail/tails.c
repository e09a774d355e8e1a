/* SPDX-License-Identifier: MIT */
#include "mail/tails.h"

#include "mail/line.h"

#include <courtesy/types.h>

bool mail_tail_may_begin(const struct mail_page *page, size_t line,
                         uint32_t place) {
  uint32_t start = page->lines.items[line].start;
  struct base_slice above = {page->bytes + start,
                             place > start ? place - start : 0};
  above = mail_trim(above);
  return above.size > 0 && base_is_one_of(above.bytes[above.size - 1], ".?!");
}

void mail_split_tails(struct mail_page *page, const struct mail_tails *tails) {
  struct mail_lines *lines = &page->lines;
  size_t from = lines->count;
  size_t to = from + tails->count;
  if (to == from && !tails->failed) {
    return;
  }
  if (tails->failed || !mail_lines_make_room(lines, to)) {
    lines->failed = true;
    return;
  }
  lines->count = to;
  for (size_t i = tails->count; i > 0; i--) {
    const struct mail_tail *tail = &tails->items[i - 1];
    size_t moved = from - tail->line - 1;
    from -= moved;
    to -= moved;
    memmove(&lines->items[to], &lines->items[from],
            moved * sizeof *lines->items);
    struct mail_line *whole = &lines->items[tail->line];
    struct base_slice text = {page->bytes + tail->start,
                              whole->end - tail->start};
    struct mail_line own = *whole;
    own.start = tail->start + (uint32_t)mail_blanks_size(text);
    own.zone = COURTESY_ZONE_BODY;
    own.gap = false;
    lines->items[--to] = own;
    text = (struct base_slice){page->bytes + whole->start,
                               tail->start - whole->start};
    whole->end = whole->start + (uint32_t)mail_trim(text).size;
  }
}
