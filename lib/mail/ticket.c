/* SPDX-License-Identifier: MIT */
/*
 * What ticket systems write above and below what somebody says in a ticket:
 *
 *     ##- Please type your reply above this line -##     disclaimer
 *     You are registered on this request.                disclaimer
 *     ------------------------------
 *     Ana Lima, May 3, 2017, 11:05 CEST                  disclaimer
 *
 *     The soup is hot now.                               body
 *     ------------------------------                     forward
 *     Tom Park, May 2, 2017, 10:04 CEST                  forward
 *
 *     It is cold.                                        forward
 *
 * In an answer the first of these lines stands below what its author says.
 */
#include "mail/bar.h"
#include "mail/line.h"
#include "mail/phrase.h"
#include "mail/stamp.h"
#include "mail/zones.h"

enum {
  REPLY_LINE = 2,    /* of mail_banners */
  LARGEST_HEAD = 80, /* bytes of who said something, and when */
};

/* The line from one on above which answers are to be written, or the count. */
static size_t next_reply_line(const struct mail_page *page, size_t i) {
  for (; i < page->lines.count; i++) {
    if (!mail_has_trait(page, i, MAIL_STARTS_BAR) || !mail_is_open(page, i)) {
      continue;
    }
    size_t size;
    struct base_slice line = mail_bare_line(page, i);
    const struct mail_phrase *phrase =
        mail_phrases_may_fit(line, &mail_banners)
            ? mail_phrases_find(line, &mail_banners, &size)
            : NULL;
    if (phrase != NULL && phrase->value == REPLY_LINE) {
      break;
    }
  }
  return i;
}

/* "CEST", but not "AM". */
static bool ends_with_time_zone(struct base_slice line) {
  enum { LEAST_ZONE = 3 };
  size_t size = 0;
  while (size < line.size && line.bytes[line.size - size - 1] >= 'A' &&
         line.bytes[line.size - size - 1] <= 'Z') {
    size++;
  }
  return size >= LEAST_ZONE;
}

/* The line from one on that says who speaks, or only when; or the count. */
static size_t next_head(const struct mail_page *page, size_t i) {
  for (; i < page->lines.count; i++) {
    struct base_slice line = mail_page_line(page, i);
    if (line.size <= LARGEST_HEAD && ends_with_time_zone(line) &&
        mail_is_open(page, i) && mail_holds_date(line) &&
        mail_holds_time(line)) {
      break;
    }
  }
  return i;
}

/* Above a head stands a bar, or a name. */
static bool leads(const struct mail_page *page, size_t i) {
  return mail_is_open(page, i) &&
         (mail_is_bar(page, i) ||
          mail_small_words(mail_page_line(page, i), 2) < 2);
}

/* All but what was said last. */
static void mark_ticket(struct mail_page *page, struct mail_hints *hints) {
  size_t count = page->lines.count;
  size_t head = next_head(page, 1);
  if (head == count) {
    return;
  }
  mail_mark(page, 0, head + 1, COURTESY_ZONE_DISCLAIMER);
  size_t older = next_head(page, head + 1);
  if (older < count) {
    older -= leads(page, older - 1);
    mail_mark(page, older, count, COURTESY_ZONE_FORWARD);
    hints->answers = true;
  }
}

void mail_mark_tickets(struct mail_page *page, struct mail_hints *hints) {
  size_t count = page->lines.count;
  size_t line = next_reply_line(page, 0);
  if (line == 0 && count > 0) {
    mark_ticket(page, hints);
  } else if (line < count) {
    mail_mark(page, line, count, COURTESY_ZONE_FORWARD);
    hints->answers = true;
  }
}
