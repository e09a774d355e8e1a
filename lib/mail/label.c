/* SPDX-License-Identifier: MIT */
#include "mail/label.h"

#include "mail/line.h"
#include "mail/phrase.h"

/* The longest label in the table, with marks and blanks around it. */
enum { LARGEST_LABEL = 48 };

static bool is_emphasis(char byte) {
  return byte == '*' || byte == '_';
}

static struct base_slice strip_emphasis(struct base_slice text) {
  while (text.size > 0 && is_emphasis(text.bytes[0])) {
    text = mail_skip(text, 1);
  }
  while (text.size > 0 && is_emphasis(text.bytes[text.size - 1])) {
    text.size--;
  }
  return mail_trim(text);
}

/* The label with its colon, or nothing. */
static struct base_slice label_part(struct base_slice line) {
  size_t most = line.size < LARGEST_LABEL ? line.size : LARGEST_LABEL;
  const char *colon = memchr(line.bytes, ':', most);
  size_t size = colon == NULL ? 0 : (size_t)(colon + 1 - line.bytes);
  size_t left = colon == NULL ? most : size;
  const char *wide = memchr(line.bytes, '\xef', left);
  while (wide != NULL) { /* a full-width colon before it? */
    size_t at = (size_t)(wide - line.bytes);
    if (at + 3 <= left && memcmp(wide, "\xef\xbc\x9a", 3) == 0) {
      return (struct base_slice){line.bytes, at + 3};
    }
    wide = memchr(wide + 1, '\xef', left - at - 1);
  }
  return (struct base_slice){line.bytes, size};
}

enum mail_role mail_role_of(struct base_slice line) {
  struct base_slice label;
  if (!mail_ends_with_colon(label_part(line), &label)) {
    return MAIL_ROLE_NONE;
  }
  label = strip_emphasis(label);
  if (label.size == 0 || mail_is_digit(label.bytes[0])) {
    return MAIL_ROLE_NONE;
  }
  const struct mail_phrase *found = mail_phrases_equal(label, &mail_labels);
  return found == NULL ? MAIL_ROLE_NONE : (enum mail_role)found->value;
}
