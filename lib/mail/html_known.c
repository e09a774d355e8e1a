/* SPDX-License-Identifier: MIT */
#include "mail/html_known.h"

#include "base/eight.h"

#include <string.h>

/* By the first and last eight bytes before the first `>`, and by their number:
 * one that stands in a value is part of the same tags. */
static unsigned number_of(struct base_slice text) {
  enum { BITS = 4 };
  _Static_assert(1 << BITS == MAIL_HTML_KNOWN_TAGS, "a number is these bits");
  const uint64_t factor = UINT64_C(0x9e3779b97f4a7c15);
  const char *angle = memchr(text.bytes, '>', text.size);
  if (angle == NULL || text.size < BASE_EIGHT) {
    return 0;
  }
  size_t size = (size_t)(angle - text.bytes);
  uint64_t first = base_eight_load(text.bytes, BASE_EIGHT);
  if (size < BASE_EIGHT) {
    return (unsigned)(base_eight_first(first, (unsigned)size) * factor >>
                      (64 - BITS));
  }
  uint64_t last = base_eight_load(angle - BASE_EIGHT, BASE_EIGHT);
  return (unsigned)(((first * factor ^ last) + size) * factor >> (64 - BITS));
}

void mail_html_known_start(struct mail_html_known *known) {
  memset(known->sizes, 0, sizeof known->sizes);
}

uint32_t mail_html_recall(const struct mail_html_known *known,
                          struct base_slice text,
                          struct mail_html_token *token) {
  unsigned number = number_of(text);
  uint32_t size = known->sizes[number];
  const struct mail_html_token *tag = &known->tags[number];
  token->number = number;
  token->is_known = size > 0 && size <= text.size &&
                    memcmp(text.bytes, tag->name.bytes, size) == 0;
  if (!token->is_known) {
    return 0;
  }
  token->name = tag->name;
  token->tag = tag->tag;
  token->self_closing = tag->self_closing;
  token->attributes = tag->attributes;
  return size;
}

void mail_html_remember(struct mail_html_known *known,
                        const struct mail_html_token *token, uint32_t size) {
  struct mail_html_token *tag = &known->tags[token->number];
  known->sizes[token->number] = size;
  *tag = *token;
  tag->attributes = tag->own_attributes;
}
