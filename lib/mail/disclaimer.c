/* SPDX-License-Identifier: MIT */
#include "mail/bar.h"
#include "mail/line.h"
#include "mail/phrase.h"
#include "mail/zones.h"

enum {
  LARGEST_LOOK = 2048,    /* bytes of a paragraph that are searched */
  LARGEST_BANNER = 400,   /* … of a line that a gateway put on top */
  LEAST_BANNER_WORDS = 3, /* in a further paragraph of it */
  LARGEST_SIGNED = 40,    /* … of a line that a signature ends with */
};

static size_t paragraph_end(const struct mail_page *page, size_t i) {
  size_t end = i + 1;
  while (end < page->lines.count && mail_is_open(page, end) &&
         !page->lines.items[end].gap) {
    end++;
  }
  return end;
}

static bool opens_legal(const struct mail_page *page, size_t i) {
  return mail_phrases_size(mail_bare_line(page, i), &mail_legal_openers) > 0;
}

static bool is_legal(const struct mail_page *page, size_t i, size_t end) {
  struct base_slice text = mail_page_lines(page, i, end - 1);
  text.size = text.size < LARGEST_LOOK ? text.size : LARGEST_LOOK;
  return mail_phrases_within(text, &mail_legal_words);
}

static bool is_open_bar(const struct mail_page *page, size_t i) {
  return i < page->lines.count && mail_is_bar(page, i) && mail_is_open(page, i);
}

static bool is_below_bar(const struct mail_page *page, size_t i) {
  return (page->traits & MAIL_STARTS_BAR) != 0 && i > 0 &&
         is_open_bar(page, i - 1);
}

/* Whether a line may start legal text: the first of a paragraph, or the next
 * below a rule or a short line. */
static bool may_start(const struct mail_page *page, size_t i) {
  return page->lines.items[i].gap || is_below_bar(page, i) ||
         mail_page_line(page, i - 1).size <= LARGEST_SIGNED;
}

/* Whether a line goes on with a sentence above it, or a greeting on top; else
 * that is a rule, or a name or an address, with which signatures end. */
static bool goes_on(const struct mail_page *page, size_t i) {
  if (page->lines.items[i].gap || is_below_bar(page, i)) {
    return false;
  }
  struct base_slice above = mail_page_line(page, i - 1);
  return i == 1 || !mail_is_open(page, i - 1) ||
         memchr(",:;?!", above.bytes[above.size - 1], 5) != NULL ||
         mail_small_words(above, 2) == 2;
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

/* "Disclaimer", on a line of its own above a legal text. */
static bool is_heading(const struct mail_page *page, size_t i) {
  return mail_is_open(page, i) &&
         mail_phrases_equal(mail_bare_line(page, i), &mail_legal_openers);
}

static void mark_legal(struct mail_page *page) {
  size_t end = 0;
  for (size_t i = 0; i < page->lines.count; i++) {
    if (!may_start(page, i) || !mail_is_open(page, i) ||
        !opens_legal(page, i) || goes_on(page, i)) {
      continue;
    }
    if (i >= end) {
      end = paragraph_end(page, i);
    }
    if (is_legal(page, i, end)) {
      bool rule = !page->lines.items[i].gap && is_below_bar(page, i);
      size_t first = rule ? i - 1 : i;
      first -= first > 0 && is_heading(page, first - 1);
      widen_to_bars(page, &first, &end);
      mail_mark(page, first, end, COURTESY_ZONE_DISCLAIMER);
      i = end - 1;
    }
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

/* Whether a banner stands behind "Caution:" or another label of that size. */
static bool warns_behind(struct base_slice line, size_t label) {
  struct base_slice rest = mail_trim(mail_skip(line, label));
  size_t mark = rest.size > 0 && base_is_one_of(rest.bytes[0], ":!");
  struct base_slice words = mail_skip_bar(mail_trim(mail_skip(rest, mark)));
  return words.size < rest.size && mail_phrases_size(words, &mail_banners) > 0;
}

/* Whether words begin a banner. */
static bool begins_banner(struct base_slice words) {
  size_t size;
  const struct mail_phrase *phrase =
      mail_phrases_may_fit(words, &mail_banners)
          ? mail_phrases_find(words, &mail_banners, &size)
          : NULL;
  size_t label = mail_phrases_size(words, &mail_banner_labels);
  return (phrase != NULL && phrase->value != 1) ||
         (label > 0 && warns_behind(words, label));
}

static bool warns(const struct mail_page *page, size_t i) {
  struct base_slice line = behind_signs(mail_page_line(page, i));
  return line.size <= LARGEST_BANNER &&
         (begins_banner(line) || (mail_has_trait(page, i, MAIL_STARTS_BAR) &&
                                  begins_banner(mail_bare_line(page, i))));
}

/* Whether a line goes on with the banner above it. */
static bool warns_on(const struct mail_page *page, size_t i) {
  struct base_slice line = mail_page_line(page, i);
  size_t least = page->lines.items[i].gap ? LEAST_BANNER_WORDS : 1;
  return line.size <= LARGEST_BANNER &&
         mail_phrases_count(line, &mail_banner_words) >= least;
}

/* Only the first lines of a message can be a banner, or several. */
static void mark_banner(struct mail_page *page) {
  size_t end = 0;
  while (end < page->lines.count && mail_is_open(page, end) &&
         (warns(page, end) || (end > 0 && warns_on(page, end)))) {
    end++;
  }
  mail_mark(page, 0, end, COURTESY_ZONE_DISCLAIMER);
}

void mail_mark_disclaimers(struct mail_page *page) {
  mark_banner(page);
  mark_legal(page);
}
