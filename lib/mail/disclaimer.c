/* SPDX-License-Identifier: MIT */
#include "mail/line.h"
#include "mail/phrase.h"
#include "mail/zones.h"

enum {
  LARGEST_LOOK = 2048,   /* bytes of a paragraph that are searched */
  LARGEST_BANNER = 400,  /* … of a line that a gateway put on top */
  MOST_MEETING_HEAD = 4, /* lines from a bar to how a meeting is joined */
};

/* A sentence of the author may start so too, but is followed by others. */
enum { MOST_FOOTER = 4 /* lines */ };

static bool is_ornament(char byte) {
  return mail_is_rule_mark(byte) || byte == '#' || byte == '(' || byte == '"';
}

/* A line of the page without the bars, stars and brackets before its words. */
static struct base_slice bare(const struct mail_page *page, size_t i) {
  struct base_slice line = mail_page_line(page, i);
  if (!mail_has_trait(page, i, MAIL_STARTS_BAR)) {
    return line;
  }
  while (line.size > 0 && is_ornament(line.bytes[0])) {
    line = mail_skip(line, 1);
  }
  return mail_trim(line);
}

static size_t paragraph_end(const struct mail_page *page, size_t i) {
  size_t end = i + 1;
  while (end < page->lines.count && mail_is_open(page, end) &&
         !page->lines.items[end].gap) {
    end++;
  }
  return end;
}

static bool opens_legal(const struct mail_page *page, size_t i) {
  return mail_phrases_size(bare(page, i), &mail_legal_openers) > 0;
}

static bool is_legal(const struct mail_page *page, size_t i, size_t end) {
  struct base_slice text = mail_page_lines(page, i, end - 1);
  text.size = text.size < LARGEST_LOOK ? text.size : LARGEST_LOOK;
  return mail_phrases_within(text, &mail_legal_words);
}

/* "--" or a bar of any length. */
static bool is_bar(const struct mail_page *page, size_t i) {
  return mail_has_trait(page, i, MAIL_STARTS_BAR) && bare(page, i).size == 0;
}

static bool is_open_bar(const struct mail_page *page, size_t i) {
  return i < page->lines.count && mail_is_open(page, i) && is_bar(page, i);
}

/* Whether a line may start legal text: the first of a paragraph, or the next
 * below a rule or heading. */
static bool may_start(const struct mail_page *page, size_t i) {
  if (page->lines.items[i].gap) {
    return true;
  }
  return i > 0 && is_open_bar(page, i - 1);
}

/* A legal text between two bars has them, blank lines or not. */
static void widen_to_bars(const struct mail_page *page, size_t *first,
                          size_t *end) {
  bool above = *first > 0 && is_open_bar(page, *first - 1);
  if ((above || is_open_bar(page, *first)) && is_open_bar(page, *end)) {
    *first -= above;
    *end += 1;
  }
}

static void mark_legal(struct mail_page *page) {
  size_t end = 0;
  for (size_t i = 0; i < page->lines.count; i++) {
    if (!mail_is_open(page, i) || !may_start(page, i) ||
        !opens_legal(page, i)) {
      continue;
    }
    if (i >= end) {
      end = paragraph_end(page, i);
    }
    if (is_legal(page, i, end)) {
      bool rule = i > 0 && !page->lines.items[i].gap;
      size_t first = rule ? i - 1 : i;
      widen_to_bars(page, &first, &end);
      mail_mark(page, first, end, COURTESY_ZONE_DISCLAIMER);
      i = end - 1;
    }
  }
}

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
  if (i > start && is_bar(page, i - 1)) {
    return i - 1;
  }
  if (i > start + 1 && !gap && is_bar(page, i - 2)) {
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
    if ((!anywhere || i + 1 == end) && foots(bare(page, i), anywhere)) {
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

static void mark_footers(struct mail_page *page) {
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

/* Whether a bar stands at line `i` with words on how to join a meeting near
 * below. */
static bool opens_meeting(const struct mail_page *page, size_t i) {
  if (!is_open_bar(page, i)) {
    return false;
  }
  size_t end = i + 1;
  while (end < page->lines.count && end - i <= MOST_MEETING_HEAD &&
         mail_is_open(page, end)) {
    if (mail_phrases_size(bare(page, end), &mail_meeting_words) > 0) {
      return true;
    }
    end++;
  }
  return false;
}

/* How to join a meeting, as calendars write it below a bar: to the last bar, or
 * to the end of what is open, where nothing is left for the next. */
static void mark_meetings(struct mail_page *page) {
  size_t count = (page->traits & MAIL_STARTS_BAR) != 0 ? page->lines.count : 0;
  for (size_t i = 0; i < count; i++) {
    if (!opens_meeting(page, i)) {
      continue;
    }
    size_t last = i;
    size_t end = i + 1;
    for (; end < count && mail_is_open(page, end); end++) {
      last = is_bar(page, end) ? end : last;
    }
    end = last > i ? last + 1 : end;
    mail_mark(page, i, end, COURTESY_ZONE_DISCLAIMER);
    i = end - 1;
  }
}

/* A line without the signs before its words: "⚠ External sender". */
static struct base_slice behind_signs(struct base_slice line) {
  while (line.size > 3 &&
         ((uint8_t)line.bytes[0] == 0xe2 || (uint8_t)line.bytes[0] == 0xef ||
          (uint8_t)line.bytes[0] == 0xf0)) {
    size_t size = (uint8_t)line.bytes[0] == 0xf0 ? 4 : 3;
    line = mail_trim(mail_skip(line, size));
  }
  return line;
}

static bool warns(const struct mail_page *page, size_t i) {
  struct base_slice line = behind_signs(mail_page_line(page, i));
  return line.size <= LARGEST_BANNER &&
         (mail_phrases_size(line, &mail_banners) > 0 ||
          mail_phrases_size(bare(page, i), &mail_banners) > 0);
}

/* Only the first lines of a message can be a banner, or several. */
static void mark_banner(struct mail_page *page) {
  const struct mail_lines *lines = &page->lines;
  size_t end = 0;
  while (
      end < lines->count && mail_is_open(page, end) &&
      (warns(page, end) ||
       (end > 0 && !lines->items[end].gap &&
        mail_page_line(page, end).size <= LARGEST_BANNER &&
        mail_phrases_within(mail_page_line(page, end), &mail_banner_words)))) {
    end++;
  }
  mail_mark(page, 0, end, COURTESY_ZONE_DISCLAIMER);
}

void mail_mark_disclaimers(struct mail_page *page) {
  mark_banner(page);
  mark_meetings(page);
  mark_legal(page);
  mark_footers(page);
}
