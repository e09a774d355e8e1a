/* SPDX-License-Identifier: MIT */
#include "mail/phrase.h"
#include "mail/zones.h"

enum {
  MOST_INITIALS = 4,    /* "AL> see below", as some programs quote */
  MOST_NAME = 12,       /* letters of "Ana> see below" */
  LARGEST_ABOVE = 400,  /* bytes of a line that tells whose name it is */
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

/* The letters straight before the mark of "Ana> see below", or 0. */
static size_t name_size(struct base_slice line) {
  size_t size = 0;
  while (size < line.size && size < MOST_NAME &&
         mail_is_letter(line.bytes[size])) {
    size++;
  }
  bool marked = base_slice_has(line, size, '>') &&
                (size + 1 == line.size || line.bytes[size + 1] == ' ' ||
                 line.bytes[size + 1] == '>');
  return marked ? size : 0;
}

/* Whether the line above ends as an attribution: "Ana Lima writes:". */
static bool is_below_attribution(const struct mail_page *page, size_t i) {
  struct base_slice inner;
  struct base_slice above =
      i > 0 ? mail_page_line(page, i - 1) : base_slice_of("");
  return above.size <= LARGEST_ABOVE && mail_ends_with_colon(above, &inner) &&
         mail_phrases_within(inner, &mail_attribution_verbs);
}

/* Whether a line is quoted as Supercite does, by the name of *whom an
 * attribution above was about. */
static bool is_named(const struct mail_page *page, size_t i,
                     struct base_slice *whom) {
  struct base_slice name = mail_page_line(page, i);
  name.size = name_size(name);
  if (name.size > 0 && is_below_attribution(page, i)) {
    *whom = name;
  }
  return name.size > 0 && mail_same_nocase(name, *whom);
}

/* A bar that is no table: it is the only one of its line. */
static bool has_bar(struct base_slice line) {
  return line.bytes[0] == '|' && (line.size == 1 || line.bytes[1] == ' ') &&
         !base_slice_holds(mail_skip(line, 1), '|');
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
  return alone && base_slice_begins(line, ">From ");
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
  struct base_slice whom = base_slice_of("");
  for (size_t i = 0; i < page->lines.count; i++) {
    bool quoted = is_quoted(mail_page_line(page, i))
                      ? !is_escaped_from(page, i)
                      : is_overhang(page, i) || is_named(page, i, &whom);
    if (quoted && page->lines.items[i].zone != COURTESY_ZONE_CODE) {
      mail_mark(page, i, i + 1, COURTESY_ZONE_QUOTE);
      hints->answers = true;
    }
  }
}
