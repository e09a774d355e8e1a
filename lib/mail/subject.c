/* SPDX-License-Identifier: MIT */
#include "mail/subject.h"

#include "mail/line.h"
#include "mail/phrase.h"

/* "[2]", "(2)" or "^2" after a mark. */
static size_t counter_size(struct base_slice text) {
  size_t at = 0;
  if (text.size > 0 && base_is_one_of(text.bytes[0], "[(^")) {
    at = mail_skip_digits(text, 1);
    at += base_slice_has(text, at, ']') || base_slice_has(text, at, ')');
  }
  return at;
}

/* A mark with its counter, blanks (as French puts them) and colon; or 0. */
static size_t mark_size(struct base_slice text,
                        const struct mail_phrases *marks) {
  size_t at = mail_phrases_size(text, marks);
  if (at == 0) {
    return 0;
  }
  at += counter_size(mail_skip(text, at));
  at += mail_blanks_size(mail_skip(text, at));
  size_t colon = mail_colon_size(mail_skip(text, at));
  return colon > 0 ? at + colon : 0;
}

/* The bytes of "Automatic reply:", or of a subject that is no more; else 0. */
static size_t automatic_size(struct base_slice text) {
  const struct mail_phrase *all =
      mail_phrases_equal(text, &mail_subject_automatic_marks);
  return all != NULL && all->value != 0
             ? text.size
             : mark_size(text, &mail_subject_automatic_marks);
}

struct mail_prefix mail_prefix_of(struct base_slice subject) {
  struct mail_prefix prefix = {0};
  bool first = true;
  for (;;) {
    struct base_slice rest = mail_skip(subject, prefix.size);
    size_t size = mail_blanks_size(rest);
    if (size == 0) {
      size = mail_phrases_size(rest, &mail_subject_gateway_marks);
    }
    if (size == 0 && first) {
      size = automatic_size(rest);
      prefix.automatic = size > 0;
      prefix.answers = prefix.automatic;
      first = !prefix.automatic;
    }
    if (size == 0) {
      size = mark_size(rest, &mail_subject_reply_marks);
      bool answers = size > 0;
      if (!answers) {
        size = mark_size(rest, &mail_subject_forward_marks);
      }
      prefix.answers = prefix.answers || answers;
      prefix.forwards = prefix.forwards || (first && !answers && size > 0);
      first = false;
    }
    if (size == 0) {
      return prefix;
    }
    prefix.size += size;
  }
}
