/* SPDX-License-Identifier: MIT */
/*
 * What calendars and programs for meetings write into a message:
 *
 *     Ana Lima is inviting you to a scheduled Zoom meeting.     invites
 *
 *     Topic: Menu
 *     Join Zoom Meeting                                         opens
 *     https://zoom.acme.example/j/81234567890
 *
 *     Meeting ID: 812 3456 7890                                 goes on
 *     Dial by your location                                     goes on
 *         +49 30 5550100 Germany
 */
#include "mail/bar.h"
#include "mail/line.h"
#include "mail/phrase.h"
#include "mail/stamp.h"
#include "mail/zones.h"

enum {
  MOST_BETWEEN = 4,    /* lines that may be anything but sentences */
  MOST_ABOVE = 2,      /* lines from an opener to the first colon */
  LARGEST_SHORT = 66,  /* bytes of a line that is no link */
  MOST_FRAMED = 32,    /* lines from bar to bar */
  LEAST_SMALL = 5,     /* words in small letters: a sentence … */
  FEW_SMALL = 2,       /* … or, beside other words, some of one */
  MOST_INVITATION = 8, /* lines above what a meeting's host wrote */
  LEAST_STARRED = 9,   /* bytes of the bar between the two */
};

/* Neither a label, a number nor a place: somebody says something. */
static bool is_sentence(struct base_slice line) {
  return base_is_one_of(line.bytes[line.size - 1], ".?!,;") ||
         mail_small_words(line, LEAST_SMALL) == LEAST_SMALL;
}

/* Whether a line begins with one of the phrases, and is no other sentence. */
static bool begins(const struct mail_page *page, size_t i,
                   const struct mail_phrases *list) {
  struct base_slice line = mail_bare_line(page, i);
  size_t size;
  const struct mail_phrase *phrase = mail_phrases_may_fit(line, list)
                                         ? mail_phrases_find(line, list, &size)
                                         : NULL;
  return phrase != NULL && (phrase->value != 0 || !is_sentence(line));
}

/* A link, or a line with a number and hardly a word. */
static bool is_detail(struct base_slice line) {
  return mail_phrases_size(line, &mail_url_starts) > 0 ||
         (mail_digit_at(line) < line.size && !is_sentence(line) &&
          mail_small_words(line, FEW_SMALL) < FEW_SMALL);
}

static bool is_told(const struct mail_page *page, size_t i) {
  return begins(page, i, &mail_meeting_words) ||
         begins(page, i, &mail_meeting_details);
}

/* Whether a line goes on with a sentence above it. */
static bool goes_on(const struct mail_page *page, size_t i) {
  return !page->lines.items[i].gap && !is_told(page, i - 1) &&
         mail_small_words(mail_page_line(page, i - 1), FEW_SMALL) == FEW_SMALL;
}

/* Whether a line may stand between an opener and the first colon. */
static bool is_short(struct base_slice line) {
  return line.size <= LARGEST_SHORT ||
         mail_phrases_size(line, &mail_url_starts) > 0;
}

/* The line that opens what goes on at a line with a colon, which all of them
 * have soon: itself or one near above; the count of lines for none. */
static size_t find_opener(const struct mail_page *page, size_t from, size_t i) {
  size_t first = i - from > MOST_ABOVE ? i - MOST_ABOVE : from;
  for (size_t at = i + 1; at > first && mail_is_open(page, at - 1); at--) {
    if (begins(page, at - 1, &mail_meeting_words) && !goes_on(page, at - 1)) {
      return at - 1;
    }
    if (!is_short(mail_page_line(page, at - 1))) {
      break;
    }
  }
  return page->lines.count;
}

/* Where what an opener belongs to begins: at a bar, words that invite, or words
 * on the meeting, near above. */
static size_t find_start(const struct mail_page *page, size_t from,
                         size_t opener) {
  size_t start = opener;
  for (size_t i = opener;
       i > from && start - i < MOST_BETWEEN && mail_is_open(page, i - 1); i--) {
    struct base_slice line = mail_page_line(page, i - 1);
    if (mail_is_bar(page, i - 1) ||
        mail_phrases_within(line, &mail_meeting_invitations)) {
      return i - 1;
    }
    if (is_told(page, i - 1)) {
      start = i - 1;
    } else if (is_sentence(line)) {
      break;
    }
  }
  return start;
}

/* The end of what a line opens; the next line if that is nothing. */
static size_t find_end(const struct mail_page *page, size_t opener) {
  const struct mail_line *lines = page->lines.items;
  size_t end = opener + 1;
  for (size_t i = end;
       i < page->lines.count && i - end < MOST_BETWEEN && mail_is_open(page, i);
       i++) {
    struct base_slice line = mail_page_line(page, i);
    bool below = i == end && !lines[i].gap;
    if (is_told(page, i) || (below && is_detail(line))) {
      end = i + 1;
    } else if (is_sentence(line)) {
      break;
    }
  }
  return end;
}

/* Behind the next bar that is drawn as the one above; `end` when there is none.
 */
static size_t behind_bar(const struct mail_page *page, size_t start,
                         size_t end) {
  struct base_slice bar = mail_page_line(page, start);
  for (size_t i = end; i < page->lines.count && i - start < MOST_FRAMED &&
                       mail_is_open(page, i);
       i++) {
    if (base_slice_same(mail_page_line(page, i), bar)) {
      return i + 1;
    }
  }
  return end;
}

static size_t next_colon(const struct mail_page *page, size_t i) {
  const struct mail_line *lines = page->lines.items;
  size_t count = page->lines.count;
  while (i < count && (lines[i].traits & MAIL_HAS_COLON) == 0) {
    i++;
  }
  return i;
}

/* How to join a meeting. */
static void mark_joining(struct mail_page *page) {
  size_t count = page->lines.count;
  size_t from = 0;
  for (size_t i = next_colon(page, 0); i < count; i = next_colon(page, i + 1)) {
    size_t opener = find_opener(page, from, i);
    size_t end = opener < count ? find_end(page, opener) : opener + 1;
    if (end > opener + 1) {
      size_t start = find_start(page, from, opener);
      end = mail_is_bar(page, start) ? behind_bar(page, start, end) : end;
      mail_mark(page, start, end, COURTESY_ZONE_DISCLAIMER);
      from = end;
      i = end - 1;
    }
  }
}

/* "*~*~*~*~*", as Exchange draws it. */
static bool is_starred_bar(struct base_slice line) {
  size_t at = 0;
  while (at < line.size && line.bytes[at] == "*~"[at % 2]) {
    at++;
  }
  return at == line.size && at >= LEAST_STARRED;
}

/* When and where a meeting is, down to the bar above what its host wrote. */
static void mark_invitation(struct mail_page *page) {
  size_t i = 0;
  while (i < page->lines.count && i < MOST_INVITATION &&
         mail_is_open(page, i) && mail_has_trait(page, i, MAIL_HAS_COLON)) {
    i++;
  }
  if (i > 0 && i < page->lines.count && mail_is_open(page, i) &&
      is_starred_bar(mail_page_line(page, i))) {
    mail_mark(page, 0, i + 1, COURTESY_ZONE_DISCLAIMER);
  }
}

void mail_mark_meetings(struct mail_page *page) {
  if ((page->traits & MAIL_STARTS_BAR) != 0) {
    mark_invitation(page);
  }
  mark_joining(page);
}
