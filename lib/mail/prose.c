/* SPDX-License-Identifier: MIT */
#include "mail/prose.h"

#include "base/line_end.h"
#include "mail/html_tag.h"
#include "text/byte_class.h"

static bool is_followed(struct base_slice text, size_t at, bool before_word) {
  return at + 1 == text.size
             ? !before_word
             : text.bytes[at + 1] == '<' ||
                   base_is_blank_or_line_end(text.bytes[at + 1]);
}

/* Capitals are left out: “Prof.” and “Corp.” end no sentence. */
static bool follows_long_word(struct base_slice text, size_t at) {
  enum { SHORTEST = 4 }; /* small letters */
  size_t letters = 0;
  while (letters < SHORTEST && letters < at &&
         text_byte_is(text.bytes[at - letters - 1],
                      TEXT_BYTE_LOWER | TEXT_BYTE_HIGH)) {
    letters++;
  }
  return letters == SHORTEST;
}

/* Whether the tag at the `<` of text[at] is that of a block. */
static bool is_block_tag(struct base_slice text, size_t at) {
  at++;
  if (at < text.size && text.bytes[at] == '/') {
    at++;
  }
  struct base_slice name = {text.bytes + at, 0};
  while (at + name.size < text.size && name.size <= MAIL_HTML_LONGEST_TAG &&
         (text_byte_is(name.bytes[name.size], TEXT_BYTE_WORD) ||
          name.bytes[name.size] == '-')) {
    name.size++;
  }
  return (mail_html_tag_find(name)->traits &
          (MAIL_HTML_LINE | MAIL_HTML_MARGIN)) != 0;
}

bool mail_breaks_prose(struct base_slice text, bool behind_word,
                       bool before_word) {
  for (size_t i = 0; i < text.size; i++) {
    bool breaks = false;
    switch (text.bytes[i]) {
    case '<':
      breaks = is_block_tag(text, i);
      break;
    case '.':
      breaks = is_followed(text, i, before_word) &&
               (i == 0 ? behind_word : follows_long_word(text, i));
      break;
    case '!':
    case '?':
      breaks = is_followed(text, i, before_word);
      break;
    default:
      break;
    }
    if (breaks) {
      return true;
    }
  }
  return false;
}
