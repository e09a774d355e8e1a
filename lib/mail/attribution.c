/* SPDX-License-Identifier: MIT */
#include "mail/address.h"
#include "mail/line.h"
#include "mail/phrase.h"
#include "mail/stamp.h"
#include "mail/zones.h"

enum {
  MOST_LINES = 4,     /* mail programs wrap an attribution this often */
  LARGEST_LINE = 400, /* bytes; longer lines are prose */
  LARGEST_BARE = 80,  /* … of "Ana Lima wrote:" without date or address */
};

static bool holds_digit(struct base_slice text) {
  return mail_digit_at(text) < text.size;
}

/* Whether `text` starts as an attribution, or with a date. */
static bool opens(struct base_slice text) {
  bool date_first = mail_is_digit(text.bytes[0]) && mail_holds_date(text);
  return date_first ||
         (mail_phrases_size(text, &mail_attribution_openers) > 0 &&
          (holds_digit(text) || mail_holds_address(text)));
}

static bool holds_verb(struct base_slice text) {
  return mail_phrases_within(text, &mail_attribution_verbs);
}

/* Whether a line is only the end of an attribution: "wrote:". */
static bool is_bare_verb(struct base_slice line) {
  struct base_slice inner;
  return mail_ends_with_colon(line, &inner) &&
         mail_phrases_equal(inner, &mail_attribution_verbs);
}

/* Some programs wrap "Ana <ana@acme.example> wrote:" before its last angle,
 * which then looks like a quote mark. */
static bool is_torn_end(const struct mail_page *page, size_t i) {
  struct base_slice line = mail_page_line(page, i);
  return line.bytes[0] == '>' && is_bare_verb(mail_trim(mail_skip(line, 1)));
}

static bool is_quote(const struct mail_page *page, size_t i) {
  return i < page->lines.count &&
         page->lines.items[i].zone == COURTESY_ZONE_QUOTE;
}

static bool is_forward(const struct mail_page *page, size_t i) {
  return i < page->lines.count &&
         page->lines.items[i].zone == COURTESY_ZONE_FORWARD;
}

/* Whether line `i` may be the last of an attribution. */
static bool may_end(const struct mail_page *page, size_t i) {
  struct base_slice line = mail_page_line(page, i);
  struct base_slice inner;
  if (line.size > LARGEST_LINE) {
    return false;
  }
  if (mail_is_open(page, i)) {
    return mail_ends_with_colon(line, &inner);
  }
  return i > 0 && is_quote(page, i) && mail_is_open(page, i - 1) &&
         !page->lines.items[i].gap && is_torn_end(page, i);
}

/* Whether `text` is an attribution, given whether a quote follows. Without
 * one much is at stake, since all that follows counts as not the author's:
 * three of four things that tell must be there. */
static bool is_attribution(struct base_slice text, bool quote_follows) {
  bool digit = holds_digit(text);
  if (!quote_follows && !digit) {
    return false;
  }
  bool date = digit && mail_holds_date(text);
  bool address = mail_holds_address(text);
  if (!quote_follows) {
    bool told = mail_holds_time(text) && holds_verb(text);
    return date + address + told + opens(text) >= 3;
  }
  if (address && (date || opens(text))) {
    return true;
  }
  return (address || date || text.size <= LARGEST_BARE) && holds_verb(text);
}

/* Whether `text` says who wrote the message whose header stands below it. */
static bool introduces(struct base_slice text) {
  return mail_holds_date(text) && mail_holds_address(text) && holds_verb(text);
}

/* The first line of the attribution that ends with line `last`; last + 1
 * when there is none. The fewest lines that open as one are taken, else the
 * last line, with the one above when it holds nothing but the verb. */
static size_t find_first(const struct mail_page *page, size_t last) {
  const struct mail_line *lines = page->lines.items;
  bool quote_follows = is_quote(page, last + 1);
  bool forward_follows = is_forward(page, last + 1);
  bool bare = is_bare_verb(mail_page_line(page, last));
  size_t fallback = last + 1;
  size_t first = last;
  for (size_t count = 1; count <= MOST_LINES; count++) {
    struct base_slice text = mail_page_lines(page, first, last);
    if (text.size > LARGEST_LINE) {
      break;
    }
    if (is_attribution(text, quote_follows) ||
        (forward_follows && introduces(text))) {
      if (opens(text)) {
        return first;
      }
      fallback = count == 1 || (count == 2 && bare) ? first : fallback;
    }
    if (lines[first].gap || first == 0 || !mail_is_open(page, first - 1)) {
      break;
    }
    first--;
  }
  return mail_is_open(page, last) || fallback < last ? fallback : last + 1;
}

/* Yahoo on telephones goes on behind the colon with what is answered:
 *
 *     On Wed, May 3, 2017 at 6:16 PM, Ana<ana@acme.example> wrote:   Is it fine?
 */
static bool runs_on(const struct mail_page *page, size_t i) {
  struct base_slice line = mail_page_line(page, i);
  if (!page->lines.items[i].gap || !mail_is_open(page, i) ||
      mail_phrases_size(line, &mail_attribution_openers) == 0) {
    return false;
  }
  size_t look = line.size < LARGEST_LINE ? line.size : LARGEST_LINE;
  struct base_slice head = {line.bytes, look};
  head.size = base_slice_find(head, '>') + 1;
  if (head.size > look) {
    return false;
  }
  struct base_slice rest = mail_trim(mail_skip(line, head.size));
  size_t verb = mail_phrases_size(rest, &mail_attribution_verbs);
  return rest.size > verb + 1 && rest.bytes[verb] == ':' &&
         (verb > 0 || holds_verb(head)) && mail_holds_date(head) &&
         mail_holds_time(head) && mail_holds_address(head);
}

/* ">>> Ana Lima <ana@acme.example> 07/02/2001 06:07 PM >>>" */
static bool is_between_marks(const struct mail_page *page, size_t i) {
  struct base_slice line = mail_page_line(page, i);
  return is_quote(page, i) && line.size > 6 && line.size <= LARGEST_LINE &&
         base_slice_begins(line, ">>> ") && base_slice_ends(line, ">>>") &&
         mail_holds_date(line);
}

/* GroupWise marks the first line only, so that the others look like the
 * author's own. Its first line, or last + 1 when line `last` ends none:
 *
 *     >>> On 07/02/2001 at 06:07 PM, in message
 *     <4F55@acme.example>, Ana Lima <ana@acme.example>
 *     wrote:
 */
static size_t marked_start(const struct mail_page *page, size_t last) {
  static const char marks[] = ">>> ";
  const struct mail_line *lines = page->lines.items;
  size_t first = last;
  while (last - first < MOST_LINES && first > 0 && !lines[first].gap &&
         mail_is_open(page, first)) {
    first--;
  }
  struct base_slice text = mail_page_lines(page, first, last);
  struct base_slice inner;
  if (!is_quote(page, first) || !lines[first].gap || text.size > LARGEST_LINE ||
      !base_slice_begins(text, marks) || !mail_ends_with_colon(text, &inner)) {
    return last + 1;
  }
  text = mail_trim(mail_skip(text, strlen(marks)));
  return text.size > 0 && opens(text) && is_attribution(text, false) ? first
                                                                     : last + 1;
}

static size_t last_quote(const struct mail_page *page) {
  size_t i = page->lines.count;
  while (i > 0 && !is_quote(page, i - 1)) {
    i--;
  }
  return i;
}

/* The first line of the attribution that ends with line `i`; i + 1 when there
 * is none. */
static size_t attribution_start(const struct mail_page *page, size_t i) {
  if (mail_has_trait(page, i, MAIL_ENDS_COLON | MAIL_STARTS_QUOTE)) {
    if (is_between_marks(page, i)) {
      return i;
    }
    size_t first = may_end(page, i) ? find_first(page, i) : i + 1;
    return first > i ? marked_start(page, i) : first;
  }
  return runs_on(page, i) ? i : i + 1;
}

void mail_mark_attributions(struct mail_page *page, struct mail_hints *hints) {
  size_t quotes_end = SIZE_MAX;
  for (size_t i = 0; i < page->lines.count; i++) {
    if (!mail_has_trait(page, i, MAIL_HAS_COLON | MAIL_STARTS_QUOTE)) {
      continue;
    }
    size_t first = attribution_start(page, i);
    if (first > i) {
      continue;
    }
    mail_mark(page, first, i + 1, COURTESY_ZONE_ATTRIBUTION);
    hints->answers = true;
    quotes_end = quotes_end == SIZE_MAX ? last_quote(page) : quotes_end;
    if (!is_quote(page, i + 1) && i + 1 >= quotes_end) {
      /* A program quoted without marks: the rest is not the author's. */
      mail_mark(page, i + 1, page->lines.count, COURTESY_ZONE_FORWARD);
      return;
    }
  }
}
