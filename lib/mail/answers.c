/* SPDX-License-Identifier: MIT */
#include "mail/hue.h"
#include "mail/line.h"
#include "mail/tails.h"
#include "mail/zones.h"

static enum mail_hue announced_in(const struct mail_page *page, size_t line) {
  return mail_hue_announced(mail_page_line(page, line));
}

/* The hue in which the author's words on top say that answers stand below. */
static enum mail_hue announced(const struct mail_page *page) {
  enum mail_hue hue = MAIL_HUE_UNSAID;
  for (size_t i = 0;
       i < page->lines.count && mail_is_open(page, i) && hue == MAIL_HUE_UNSAID;
       i++) {
    hue = announced_in(page, i);
  }
  return hue;
}

/* The next mark from one on that has a hue and ends behind a place. */
static size_t next_mark(const struct mail_marks *marks, size_t from,
                        enum mail_hue hue, uint32_t place) {
  while (from < marks->count &&
         (marks->items[from].hue != hue || marks->items[from].end <= place)) {
    from++;
  }
  return from;
}

/* Whether a line begins and ends in a hue, and most of it has it. The first
 * mark of those that end behind its start is known. */
static bool is_in_hue(const struct mail_line *line, enum mail_hue hue,
                      const struct mail_marks *marks, size_t first) {
  if (first == marks->count || marks->items[first].start > line->start) {
    return false;
  }
  uint32_t others = 0;
  uint32_t end = marks->items[first].end;
  for (size_t i = next_mark(marks, first, hue, end);
       end < line->end && i < marks->count && marks->items[i].start < line->end;
       i = next_mark(marks, i, hue, end)) {
    others += marks->items[i].start - end;
    end = marks->items[i].end;
  }
  return end >= line->end && others < (line->end - line->start) / 2;
}

static bool is_blank(const struct mail_page *page, uint32_t start,
                     uint32_t end) {
  return mail_trim((struct base_slice){page->bytes + start, end - start})
             .size == 0;
}

/* Where the last stretch in a hue begins that ends a line, behind a sentence in
 * another; the line's end when there is none:
 *
 *     Is it rye? It is.
 *                ^      ^ in red
 */
static uint32_t tail_start(const struct mail_page *page, size_t i,
                           enum mail_hue hue, const struct mail_marks *marks,
                           size_t first) {
  const struct mail_line *line = &page->lines.items[i];
  uint32_t start = line->end;
  uint32_t end = line->start;
  while (first < marks->count && marks->items[first].start < line->end) {
    uint32_t next = marks->items[first].start;
    bool goes_on = next <= end || is_blank(page, end, next);
    start = start < line->end && goes_on ? start : next;
    end = marks->items[first].end;
    first = next_mark(marks, first + 1, hue, end);
  }
  bool begins = end >= line->end && mail_tail_may_begin(page, i, start);
  return begins ? start : line->end;
}

/* Up to where others said to have answered in that hue themselves. */
static void open_lines(struct mail_page *page, enum mail_hue hue,
                       const struct mail_marks *marks, size_t first,
                       struct mail_hints *hints) {
  struct mail_tails tails = {0};
  for (size_t i = 0; i < page->lines.count; i++) {
    struct mail_line *line = &page->lines.items[i];
    if (line->zone != COURTESY_ZONE_FORWARD &&
        line->zone != COURTESY_ZONE_QUOTE) {
      continue;
    }
    if (announced_in(page, i) == hue) {
      break;
    }
    first = next_mark(marks, first, hue, line->start);
    uint32_t tail = line->end;
    if (is_in_hue(line, hue, marks, first)) {
      line->zone = COURTESY_ZONE_BODY;
      hints->coloured = true;
    } else {
      tail = tail_start(page, i, hue, marks, first);
    }
    if (tail < line->end) {
      mail_tails_add(&tails, (struct mail_tail){.line = i, .start = tail});
      hints->coloured = true;
    }
  }
  mail_split_tails(page, &tails);
  mail_tails_destroy(&tails);
}

void mail_mark_answers(struct mail_page *page, const struct mail_marks *marks,
                       struct mail_hints *hints) {
  size_t first = 0;
  while (first < marks->count && marks->items[first].hue == MAIL_HUE_UNSAID) {
    first++;
  }
  enum mail_hue hue = first < marks->count ? announced(page) : MAIL_HUE_UNSAID;
  if (hue != MAIL_HUE_UNSAID) {
    open_lines(page, hue, marks, first, hints);
  }
}
