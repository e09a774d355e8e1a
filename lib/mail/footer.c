/* SPDX-License-Identifier: MIT */
#include "mail/bar.h"
#include "mail/phrase.h"
#include "mail/zones.h"

enum {
  MOST_FOOTER = 4,        /* lines: a sentence of the author may start as one
                             does, but is followed by others */
  MOST_BELOW_BAR = 8,     /* … below a bar */
  MOST_FRAMED = 12,       /* lines from bar to bar */
  LARGEST_REFERENCE = 24, /* bytes */
};

/* Where a footer that line `i` tells of would begin: there, at a bar above it,
 * or above a line between the two that names the list; `end` when it may tell
 * of none but those that stand anywhere:
 *
 *     ______________________________
 *     Cooks mailing list -- cooks@lists.acme.example
 *     To unsubscribe send an email to cooks-leave@lists.acme.example
 */
static size_t footer_start(const struct mail_page *page, size_t start, size_t i,
                           size_t end) {
  bool gap = page->lines.items[i].gap;
  if (i > start && mail_is_bar(page, i - 1)) {
    return i - 1;
  }
  if (i > start + 1 && !gap && mail_is_bar(page, i - 2)) {
    return i - 2;
  }
  return gap || i == start ? i : end;
}

/* Whether a line tells of a footer; of one that stands anywhere, if it must. */
static bool foots(struct base_slice line, bool anywhere) {
  size_t size;
  const struct mail_phrase *phrase =
      mail_phrases_find(line, &mail_footers, &size);
  return phrase != NULL && (!anywhere || phrase->value != 0);
}

/* The bar above line `i` or near above, in its paragraph, if a footer stands
 * right below it; else `end`. */
static size_t far_bar(const struct mail_page *page, size_t start, size_t i,
                      size_t end) {
  while (i > start + 1 && end - i < MOST_BELOW_BAR &&
         !page->lines.items[i].gap) {
    i--;
    if (mail_is_bar(page, i - 1)) {
      bool told = foots(mail_bare_line(page, i), false) ||
                  foots(mail_bare_line(page, i + 1), false);
      return told ? i - 1 : end;
    }
  }
  return end;
}

/* The footer of a list at the end of a stretch of own text, with the bar above
 * it. What archives add may have several of them. Below an address it is the
 * last line; without a bar it is short, and not all there is. */
static size_t mark_footer(struct mail_page *page, size_t start, size_t end) {
  size_t i = end;
  while (i > start && end - i < MOST_FOOTER) {
    i--;
    size_t first = footer_start(page, start, i, end);
    bool anywhere = first == end;
    bool fits = (i > 0 || first < i) && (!anywhere || i + 1 == end);
    if (fits && foots(mail_bare_line(page, i), anywhere)) {
      first = anywhere ? i : first;
      mail_mark(page, first, end, COURTESY_ZONE_DISCLAIMER);
      return first;
    }
    if (page->lines.items[i].gap) {
      return end;
    }
  }
  size_t bar = far_bar(page, start, i, end);
  mail_mark(page, bar, end, COURTESY_ZONE_DISCLAIMER);
  return bar;
}

/* The upper of two bars around a footer that ends the stretch, or `end`. */
static size_t framed_start(const struct mail_page *page, size_t start,
                           size_t end) {
  bool told = false;
  size_t i = end - 1;
  if (!mail_is_bar(page, i)) {
    return end;
  }
  while (i > start && end - i < MOST_FRAMED && !page->lines.items[i].gap) {
    i--;
    if (mail_is_bar(page, i)) {
      return told ? i : end;
    }
    told = told || foots(mail_bare_line(page, i), false);
  }
  return end;
}

/* "[7Q2ZKD-4E8V]", by which ticket systems know an answer. */
static bool is_reference(struct base_slice line) {
  size_t at = 1;
  while (at < line.size &&
         ((line.bytes[at] >= 'A' && line.bytes[at] <= 'Z') ||
          mail_is_digit(line.bytes[at]) || line.bytes[at] == '-')) {
    at++;
  }
  return line.bytes[0] == '[' && at > 1 && at + 1 == line.size &&
         line.bytes[at] == ']' && line.size <= LARGEST_REFERENCE;
}

/* Marks what ends a stretch, if that is a footer; the end of what is left. */
static size_t mark_end(struct mail_page *page, size_t start, size_t end) {
  size_t first = framed_start(page, start, end);
  if (first < end) {
    mail_mark(page, first, end, COURTESY_ZONE_DISCLAIMER);
    return first;
  }
  bool reference = page->lines.items[end - 1].gap &&
                   is_reference(mail_page_line(page, end - 1));
  first = mark_footer(page, start, end - reference);
  if (first < end - reference) {
    mail_mark(page, end - reference, end, COURTESY_ZONE_DISCLAIMER);
    return first;
  }
  return end;
}

void mail_mark_footers(struct mail_page *page) {
  size_t start = 0;
  size_t end = 0;
  while (mail_next_stretch(page, &start, &end)) {
    size_t left = end;
    size_t before = end + 1;
    while (left > start && left < before) {
      before = left;
      left = mark_end(page, start, left);
    }
  }
}
