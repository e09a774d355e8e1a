/* SPDX-License-Identifier: MIT */
#include "mail/html.h"

#include "mail/html_token.h"
#include "mail/line.h"
#include "mail/phrase.h"

enum { PRESCAN = 1024 }; /* bytes: HTML §13.2.3.2 allows no more */

/* What follows `charset=` in "text/html; charset=utf-8". */
static struct base_slice after_charset(struct base_slice content) {
  static const char name[] = "charset";
  enum { SIZE = sizeof name - 1 };
  for (; content.size > SIZE; content = mail_skip(content, 1)) {
    struct base_slice word = {content.bytes, SIZE};
    struct base_slice rest = mail_trim(mail_skip(content, SIZE));
    if (mail_equals_nocase(word, name) && rest.size > 0 &&
        rest.bytes[0] == '=') {
      return mail_trim(mail_skip(rest, 1));
    }
  }
  return base_slice_of("");
}

/* A name up to what cannot be part of one. */
static struct base_slice name_of(struct base_slice text) {
  size_t size = 0;
  while (size < text.size && !base_is_one_of(text.bytes[size], "\"'; \t\r\n")) {
    size++;
  }
  return (struct base_slice){text.bytes, size};
}

/* Whoever reads ASCII letters in it has no UTF-16 before him. */
static struct base_slice corrected(struct base_slice name) {
  return mail_begins_nocase(name, "utf-16") ? base_slice_of("utf-8") : name;
}

struct base_slice mail_html_charset(struct base_slice html) {
  struct mail_html_tokenizer tokenizer = {
      .bytes = html.bytes,
      .size = (uint32_t)(html.size < PRESCAN ? html.size : PRESCAN),
  };
  struct mail_html_token token;
  while (mail_html_next(&tokenizer, &token)) {
    if (token.kind != MAIL_HTML_START_TAG ||
        !mail_equals_nocase(token.name, "meta")) {
      continue;
    }
    struct base_slice name = name_of(token.attributes[MAIL_HTML_CHARSET]);
    if (name.size == 0) {
      name = name_of(after_charset(token.attributes[MAIL_HTML_CONTENT]));
    }
    if (name.size > 0) {
      return corrected(name);
    }
  }
  return base_slice_of("");
}
