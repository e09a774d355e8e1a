/* SPDX-License-Identifier: MIT */
#include "mail/phrase.h"
#include "mail/zones.h"

enum {
  MOST_INITIALS = 4,    /* "AL> see below", as some programs quote */
  WRAP_COLUMN = 66,     /* a quoted line so long may have been wrapped … */
  LARGEST_OVERHANG = 30 /* … and left a line so short without a mark */
};

/* "AL> " or "AL>>": capitals straight before the mark. */
static bool has_initials(struct base_slice line) {
  size_t size = 0;
  while (size < line.size && size < MOST_INITIALS && line.bytes[size] >= 'A' &&
         line.bytes[size] <= 'Z') {
    size++;
  }
  struct base_slice rest = mail_skip(line, size);
  bool marked = rest.size > 0 && rest.bytes[0] == '>';
  bool ends = rest.size == 1 ||
              (rest.size > 1 && (rest.bytes[1] == ' ' || rest.bytes[1] == '>'));
  return size > 0 && marked && ends;
}

/* A bar that is no table: it is the only one of its line. */
static bool has_bar(struct base_slice line) {
  return line.bytes[0] == '|' && (line.size == 1 || line.bytes[1] == ' ') &&
         memchr(line.bytes + 1, '|', line.size - 1) == NULL;
}

static bool is_quoted(struct base_slice line) {
  char first = line.bytes[0];
  return first == '>' || (first == '|' && has_bar(line)) ||
         (first >= 'A' && first <= 'Z' && has_initials(line));
}

/* Mailboxes write a line that begins with "From " as ">From ": alone among
 * lines without marks it is the author's own. */
static bool is_escaped_from(const struct mail_page *page, size_t i) {
  struct base_slice line = mail_page_line(page, i);
  bool alone =
      (i == 0 || mail_is_open(page, i - 1)) &&
      (i + 1 == page->lines.count || !is_quoted(mail_page_line(page, i + 1)));
  return alone && line.size > 6 && memcmp(line.bytes, ">From ", 6) == 0;
}

/* The end of a quoted line that a program wrapped without a mark:
 *
 *     > a long line that was quoted and then wrapped by a
 *     program
 *     > and goes on
 */
static bool is_overhang(const struct mail_page *page, size_t i) {
  const struct mail_line *lines = page->lines.items;
  if (i == 0 || lines[i - 1].zone != COURTESY_ZONE_QUOTE ||
      i + 1 == page->lines.count || lines[i].gap || lines[i + 1].gap) {
    return false;
  }
  struct base_slice line = mail_page_line(page, i);
  return mail_page_line(page, i - 1).size >= WRAP_COLUMN &&
         line.size <= LARGEST_OVERHANG && line.bytes[0] >= 'a' &&
         line.bytes[0] <= 'z' && is_quoted(mail_page_line(page, i + 1));
}

void mail_mark_quotes(struct mail_page *page, struct mail_hints *hints) {
  if (page->size == 0 || ((page->traits & MAIL_STARTS_QUOTE) == 0 &&
                          memchr(page->bytes, '>', page->size) == NULL)) {
    return;
  }
  for (size_t i = 0; i < page->lines.count; i++) {
    bool quoted = is_quoted(mail_page_line(page, i)) ? !is_escaped_from(page, i)
                                                     : is_overhang(page, i);
    if (quoted && page->lines.items[i].zone != COURTESY_ZONE_CODE) {
      page->lines.items[i].zone = COURTESY_ZONE_QUOTE;
      hints->answers = true;
    }
  }
}
