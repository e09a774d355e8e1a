/* SPDX-License-Identifier: MIT */
#include "mail/notes.h"

#include "base/line_end.h"
#include "mail/label.h"
#include "mail/line.h"
#include "mail/phrase.h"
#include "mail/stamp.h"
#include "mail/zones.h"

enum {
  LARGEST_LINE = 200, /* bytes of a line, or of sender and date */
  LARGEST_SENDER = 80,
  LARGEST_LABEL = 16, /* bytes of "Subject" in any language … */
  LARGEST_BARE = 32,  /* … and script, on a line of its own */
  LEAST_GUTTER = 3,   /* blanks between columns */
  LEAST_INDENT = 8,   /* columns before the first one */
  FAR_INDENT = 24,    /* … before a label with nothing on its left */
  RULE = 3,           /* bytes of "---" */
  MOST_SUMMARY = 2,   /* lines */
  MOST_ABOVE = 8,     /* lines of a sender above the date */
  MOST_BELOW = 16,    /* lines from the date to the subject */
};

/* Whether a line is one word in capitals. */
static bool is_shouted_word(struct base_slice line) {
  size_t at = 0;
  while (at < line.size && line.bytes[at] >= 'A' && line.bytes[at] <= 'Z') {
    at++;
  }
  return at > 1 && at == line.size;
}

/* The first line of a sender's name that ends on line `last`. One in capitals
 * may be torn: "EVA", then "ROTH". */
static size_t name_start(const struct mail_page *page, size_t last) {
  const struct mail_line *lines = page->lines.items;
  bool torn = last > 0 && !lines[last].gap && lines[last - 1].gap &&
              mail_is_open(page, last - 1) &&
              is_shouted_word(mail_page_line(page, last)) &&
              is_shouted_word(mail_page_line(page, last - 1));
  return torn ? last - 1 : last;
}

size_t mail_notes_stamped(const struct mail_page *page, size_t to) {
  const struct mail_line *lines = page->lines.items;
  size_t below = to; /* the line below the date */
  if (to > 0 && mail_phrases_size(mail_page_line(page, to - 1),
                                  &mail_respond_words) > 0) {
    below--;
  }
  size_t stamp = 0;
  for (size_t back = 1; back <= 2 && back <= below; back++) {
    size_t i = below - back;
    bool broken = !mail_is_open(page, i) || (back == 2 && lines[i + 1].gap);
    struct base_slice text = mail_page_lines(page, i, below - 1);
    if (broken || text.size > LARGEST_LINE) {
      return to;
    }
    if (!mail_ends_with_stamp(text, &stamp)) {
      continue;
    }
    if (stamp > 0) {
      return i;
    }
    while (i > 0 && !lines[i].gap && lines[i - 1].role == MAIL_ROLE_OTHER) {
      i--;
    }
    return i > 0 && !lines[i].gap && mail_is_open(page, i - 1)
               ? name_start(page, i - 1)
               : i;
  }
  return to;
}

/* A line that is nothing but a label, or a label and a tab. */
static bool is_bare_label(struct base_slice line, enum mail_role role) {
  size_t look = line.size < LARGEST_LABEL ? line.size : LARGEST_LABEL;
  size_t tab = base_slice_find((struct base_slice){line.bytes, look}, '\t');
  line.size = tab < look ? tab : line.size;
  const struct mail_phrase *label =
      line.size <= LARGEST_BARE ? mail_phrases_equal(line, &mail_labels) : NULL;
  return label != NULL && label->value == role;
}

/* Whether the word that ends there is such a label, with blanks before it that
 * part columns. */
static bool ends_label(struct base_slice line, size_t end,
                       enum mail_role role) {
  size_t start = end;
  while (start > 0 && end - start < LARGEST_LABEL &&
         line.bytes[start - 1] != ' ') {
    start--;
  }
  size_t blanks = 0;
  while (blanks < LEAST_GUTTER && blanks < start &&
         line.bytes[start - blanks - 1] == ' ') {
    blanks++;
  }
  struct base_slice word = {line.bytes + start, end - start};
  return blanks == LEAST_GUTTER && is_bare_label(word, role);
}

/* A label on the right of a column: at the end, or before a colon. */
static bool has_column(const struct mail_page *page, size_t i,
                       enum mail_role role) {
  struct base_slice line = mail_page_line(page, i);
  if (line.size > LARGEST_LINE) {
    return false;
  }
  bool found =
      ends_label(line, line.size, role) ||
      (page->lines.items[i].indent >= FAR_INDENT && is_bare_label(line, role));
  for (size_t at = 0; at < line.size && !found; at++) {
    found = line.bytes[at] == ':' && ends_label(line, at, role);
  }
  return found;
}

static bool is_in_column(const struct mail_page *page, size_t i) {
  return page->lines.items[i].indent >= LEAST_INDENT && mail_is_open(page, i);
}

/* Whether a recipient and below it a subject stand in columns from `first` on.
 */
static bool holds_columns(const struct mail_page *page, size_t first,
                          size_t date) {
  bool to = false;
  for (size_t i = first;
       i < page->lines.count && i <= date + MOST_BELOW && is_in_column(page, i);
       i++) {
    if (to && has_column(page, i, MAIL_ROLE_SUBJECT)) {
      return true;
    }
    to = to || has_column(page, i, MAIL_ROLE_TO);
  }
  return false;
}

/* "|   To:   Tom Park   |" */
static bool is_boxed(struct base_slice line, enum mail_role role) {
  return line.bytes[0] == '|' &&
         mail_role_of(mail_trim(mail_skip(line, 1))) == role;
}

/* "|---------+------------->", the upper edge of a box, with a recipient in a
 * box below it. */
static bool opens_box(const struct mail_page *page, size_t i) {
  struct base_slice line = mail_page_line(page, i);
  size_t at = 1;
  while (at < line.size && (line.bytes[at] == '-' || line.bytes[at] == '+')) {
    at++;
  }
  if (at + 1 != line.size || at < LEAST_INDENT || line.bytes[at] != '>') {
    return false;
  }
  size_t end = page->lines.count;
  end = end - i > MOST_BELOW ? i + MOST_BELOW : end;
  size_t to = i + 1;
  while (to < end && !is_boxed(mail_page_line(page, to), MAIL_ROLE_TO)) {
    to++;
  }
  return to < end;
}

/* Whether bare labels of a recipient and of a subject stand below. */
static bool holds_bare_labels(const struct mail_page *page, size_t date) {
  size_t end = page->lines.count;
  end = end - date > MOST_BELOW ? date + MOST_BELOW : end;
  if (date + 1 >= end ||
      !is_bare_label(mail_page_line(page, date + 1), MAIL_ROLE_TO)) {
    return false;
  }
  size_t i = date + 2;
  while (i < end && mail_is_open(page, i) &&
         !is_bare_label(mail_page_line(page, i), MAIL_ROLE_SUBJECT)) {
    i++;
  }
  return i < end && mail_is_open(page, i);
}

/* The sender of a date that stands alone: a line above it that is no sentence,
 * with a blank line between the two or not. */
static size_t sender_above(const struct mail_page *page, size_t date) {
  if (date == 0 || !page->lines.items[date].gap ||
      !mail_is_open(page, date - 1)) {
    return date;
  }
  struct base_slice line = mail_page_line(page, date - 1);
  char last = line.bytes[line.size - 1];
  bool prose = line.size > LARGEST_SENDER || base_is_one_of(last, ".,:;?!");
  return prose ? date : date - 1;
}

/* The size of the label that ends before the colon at `colon`, with a blank
 * before it; 0: it is none of that role. */
static size_t label_size(struct base_slice line, size_t colon,
                         enum mail_role role) {
  size_t start = colon;
  while (start > 0 && colon - start < LARGEST_LABEL &&
         !base_is_blank(line.bytes[start - 1])) {
    start--;
  }
  struct base_slice word = {line.bytes + start, colon - start};
  return start > 0 && is_bare_label(word, role) ? word.size : 0;
}

/* Where the colon of such a label stands, from `at` on; the line's size when
 * there is none before `end`. */
static size_t find_label(struct base_slice line, size_t at, size_t end,
                         enum mail_role role) {
  for (; at < end; at++) {
    struct base_slice rest = {line.bytes + at, end - at};
    at += base_slice_find(rest, ':');
    if (at < end && label_size(line, at, role) > 0) {
      return at;
    }
  }
  return line.size;
}

/* Whether it could name a sender: short, and no words of a sentence. */
static bool may_be_sender(struct base_slice text) {
  return text.size > 0 && text.size <= LARGEST_SENDER &&
         text.bytes[text.size - 1] != ',' && mail_small_words(text, 2) < 2;
}

/* Whether sender, date, recipient and subject stand on the line. Its first
 * colon is that of the time. */
static bool is_one_line(struct base_slice line) {
  size_t look = line.size < LARGEST_LINE ? line.size : LARGEST_LINE;
  size_t colon = base_slice_find((struct base_slice){line.bytes, look}, ':');
  if (colon == look || colon == 0 || !mail_is_digit(line.bytes[colon - 1])) {
    return false;
  }
  size_t to = find_label(line, 0, look, MAIL_ROLE_TO);
  if (to == line.size) {
    return false;
  }
  struct base_slice above = {line.bytes,
                             to - label_size(line, to, MAIL_ROLE_TO)};
  size_t stamp = 0;
  above = mail_trim(above);
  return mail_ends_with_stamp(above, &stamp) &&
         may_be_sender(mail_trim((struct base_slice){above.bytes, stamp})) &&
         find_label(line, to, line.size, MAIL_ROLE_SUBJECT) < line.size;
}

size_t mail_notes_columns(const struct mail_page *page, size_t i) {
  const struct mail_line *lines = page->lines.items;
  struct base_slice line = mail_page_line(page, i);
  if (line.bytes[0] == '|') {
    return opens_box(page, i) ? i : i + 1;
  }
  if (mail_has_trait(page, i, MAIL_HAS_COLON) && is_one_line(line)) {
    return i;
  }
  bool columns = lines[i].indent >= LEAST_INDENT;
  if (line.size > LARGEST_LINE || (!columns && !holds_bare_labels(page, i)) ||
      mail_digit_at(line) == line.size) {
    return i + 1;
  }
  if (!columns) {
    size_t first = mail_notes_stamped(page, i + 1);
    return first == i ? sender_above(page, i) : first;
  }
  size_t first = i;
  while (i - first < MOST_ABOVE && first > 0 && !lines[first].gap &&
         is_in_column(page, first - 1)) {
    first--;
  }
  bool stamp = mail_holds_date(line) && mail_holds_time(line);
  return stamp && holds_columns(page, first, i) ? first : i + 1;
}

/* Whether a date and a time between two rules start `text`, "---07/02/2001
 * 06:07 PM---", of which the first is taken off. */
static bool starts_ruled_stamp(struct base_slice text) {
  text = mail_trim(text);
  size_t date = mail_date_size(text);
  bool seconds = false;
  text = mail_trim(mail_skip(text, date));
  size_t time = date > 0 ? mail_time_size(text, &seconds) : 0;
  text = mail_trim(mail_skip(text, time));
  return time > 0 && base_slice_begins(text, "---");
}

static bool sums_up(struct base_slice line) {
  if (line.size > LARGEST_LINE) {
    return false;
  }
  for (size_t at = 1; at + RULE < line.size; at++) {
    if (memcmp(line.bytes + at, "---", RULE) == 0 &&
        starts_ruled_stamp(mail_skip(line, at + RULE))) {
      return true;
    }
  }
  return false;
}

size_t mail_notes_summary(const struct mail_page *page, size_t header) {
  size_t first = header;
  for (size_t count = 1; count <= MOST_SUMMARY && first > 0; count++) {
    first--;
    if (!mail_is_open(page, first)) {
      break;
    }
    if (sums_up(mail_page_line(page, first))) {
      return first;
    }
    if (page->lines.items[first].gap) {
      break;
    }
  }
  return header;
}
