/* SPDX-License-Identifier: MIT */
#include "mail/zones.h"

#include "mail/phrase.h"
#include "text/blank.h"

enum { LONGEST_BUTTON = 60 }; /* bytes: longer ones are prose */

static bool is_one_word(struct base_slice text) {
  uint32_t size = (uint32_t)text.size;
  uint32_t at = 0;
  while (at < size && text_skip_blanks(text.bytes, at, size) == at) {
    at++;
  }
  return at == size;
}

/* Whether a text reads like a label: “Cancel this booking”, and no address, no
 * one word, no part of a sentence. */
static bool is_label(struct base_slice text) {
  return text.size > 0 && text.size <= LONGEST_BUTTON &&
         text_byte_is(text.bytes[0], TEXT_BYTE_UPPER | TEXT_BYTE_HIGH) &&
         !is_one_word(text) && !base_slice_holds(text, '@') &&
         !base_slice_holds(text, '/');
}

/* The words of a line without a bullet. */
static struct base_slice words_of(const struct mail_page *page, size_t line) {
  struct base_slice text = mail_page_line(page, line);
  return base_slice_begins(text, "- ") ? mail_skip(text, 2) : text;
}

static struct base_slice without_stop(struct base_slice text) {
  text.size -= text.bytes[text.size - 1] == '.';
  return text;
}

/* Whether the next line goes on with the sentence. */
static bool goes_on(const struct mail_page *page, size_t line) {
  const struct mail_line *next = &page->lines.items[line + 1];
  return line + 1 < page->lines.count && !next->gap &&
         text_byte_is(page->bytes[next->start], TEXT_BYTE_LOWER);
}

static void mark_button(struct mail_page *page, size_t line,
                        struct base_slice label) {
  if (mail_is_open(page, line) && is_label(label) && !goes_on(page, line)) {
    page->lines.items[line].zone = COURTESY_ZONE_BUTTON;
  }
}

/* Lines that lie in a link of HTML; a full stop may stand behind it. */
static void mark_lines(struct mail_page *page, const struct mail_marked *mark,
                       size_t *line) {
  const struct mail_line *lines = page->lines.items;
  while (*line < page->lines.count && lines[*line].start < mark->start) {
    ++*line;
  }
  for (; *line < page->lines.count && lines[*line].start < mark->end; ++*line) {
    struct base_slice words = words_of(page, *line);
    struct base_slice label = without_stop(words);
    const char *end = label.bytes + label.size;
    bool inside = end <= page->bytes + mark->end;
    bool is_sentence = words.size > label.size && end < page->bytes + mark->end;
    if (inside && !is_sentence) {
      mark_button(page, *line, label);
    }
  }
}

/* `[Cancel this booking](https://…)`: the words, or nothing. */
static struct base_slice markdown_label(struct base_slice text) {
  size_t size = base_slice_find(text, ']');
  bool is_link = size > 0 && size + 2 < text.size &&
                 text.bytes[size + 1] == '(' &&
                 text.bytes[text.size - 1] == ')' &&
                 !base_slice_holds(mail_skip(text, size), '[');
  return (struct base_slice){text.bytes + 1, is_link ? size - 1 : 0};
}

static void mark_markdown(struct mail_page *page) {
  for (size_t i = 0; i < page->lines.count; i++) {
    if (mail_has_trait(page, i, MAIL_STARTS_LINK)) {
      struct base_slice words = words_of(page, i);
      if (words.bytes[0] == '[') {
        mark_button(page, i, markdown_label(without_stop(words)));
      }
    }
  }
}

void mail_mark_buttons(struct mail_page *page, const struct mail_marks *marks) {
  size_t line = 0;
  for (size_t i = 0; i < marks->count; i++) {
    if (marks->items[i].zone == COURTESY_ZONE_BUTTON) {
      mark_lines(page, &marks->items[i], &line);
    }
  }
  mark_markdown(page);
}
