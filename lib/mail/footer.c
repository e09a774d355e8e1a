/* SPDX-License-Identifier: MIT */
#include "mail/bar.h"
#include "mail/phrase.h"
#include "mail/zones.h"

/* A sentence of the author may start so too, but is followed by others. */
enum { MOST_FOOTER = 4 /* lines */ };

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
      mail_phrases_may_fit(line, &mail_footers)
          ? mail_phrases_find(line, &mail_footers, &size)
          : NULL;
  return phrase != NULL && (!anywhere || phrase->value != 0);
}

/* The footer of a list at the end of a stretch of own text, with the bar above
 * it. What archives add may have several of them. Below an address it is the
 * last line. */
static size_t mark_footer(struct mail_page *page, size_t start, size_t end) {
  size_t i = end;
  while (i > start && end - i < MOST_FOOTER) {
    i--;
    size_t first = footer_start(page, start, i, end);
    bool anywhere = first == end;
    if ((!anywhere || i + 1 == end) &&
        foots(mail_bare_line(page, i), anywhere)) {
      first = anywhere ? i : first;
      mail_mark(page, first, end, COURTESY_ZONE_DISCLAIMER);
      return first;
    }
    if (page->lines.items[i].gap) {
      break;
    }
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
      left = mark_footer(page, start, left);
    }
  }
}
