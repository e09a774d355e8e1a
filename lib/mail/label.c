/* SPDX-License-Identifier: MIT */
#include "mail/label.h"

#include "base/either.h"
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

/* From `at` on the first byte of what may be a colon, also a full-width one;
 * the size when there is none. */
static size_t next_colon(struct base_slice text, size_t at) {
  return at + base_either_at(mail_skip(text, at), ':', '\xef');
}

/* The label with its colon, or nothing. */
static struct base_slice label_part(struct base_slice line) {
  struct base_slice start = line;
  start.size = line.size < LARGEST_LABEL ? line.size : LARGEST_LABEL;
  size_t at = next_colon(start, 0);
  while (at < start.size) {
    size_t colon = mail_colon_size(mail_skip(start, at));
    if (colon > 0) {
      return (struct base_slice){line.bytes, at + colon};
    }
    at = next_colon(start, at + 1);
  }
  return (struct base_slice){line.bytes, 0};
}

enum mail_role mail_role_of(struct base_slice line) {
  struct base_slice label;
  bool is_other = line.size > 0 && mail_is_letter(line.bytes[0]) &&
                  !mail_phrases_may_fit(line, &mail_labels);
  if (is_other || !mail_ends_with_colon(label_part(line), &label)) {
    return MAIL_ROLE_NONE;
  }
  label = strip_emphasis(label);
  if (label.size == 0 || mail_is_digit(label.bytes[0])) {
    return MAIL_ROLE_NONE;
  }
  const struct mail_phrase *found = mail_phrases_equal(label, &mail_labels);
  return found == NULL ? MAIL_ROLE_NONE : (enum mail_role)found->value;
}
