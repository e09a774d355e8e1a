/* SPDX-License-Identifier: MIT */
/* Lines of text, and the blanks around what they say. */
#ifndef COURTESY_MAIL_LINE_H
#define COURTESY_MAIL_LINE_H

#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>

/* The bytes of the blanks at the start of `text`: ASCII ones, line ends,
 * U+00A0, U+200B, U+3000, U+FEFF, marks of direction. */
size_t mail_blanks_size(struct base_slice text);

/* `text` without blanks at both ends. */
struct base_slice mail_trim_blanks(struct base_slice text);

/* The same, at once for most texts, which neither begin nor end with what may
 * be a blank: ASCII ones and bytes that are no ASCII. */
static inline struct base_slice mail_trim(struct base_slice text) {
  bool plain = text.size > 0 && (signed char)text.bytes[0] > ' ' &&
               (signed char)text.bytes[text.size - 1] > ' ';
  return plain ? text : mail_trim_blanks(text);
}

/* Words that begin with a small ASCII letter; at most `most` are counted. */
size_t mail_small_words(struct base_slice text, size_t most);

/* Whether a line is "- Offer.doc", which programs leave of an attachment. */
bool mail_is_listed_file(struct base_slice line);

/* Whether it is "[cid:image001.png@01D2C4AB]", also with a link behind it, or
 * "<<Offer.doc>>", which stand in place of a picture or a file. */
bool mail_is_picture(struct base_slice line);

/* "PS: bring the list", "P. D.: la lista", "Note: the lift is closed" */
bool mail_is_postscript(struct base_slice line);

/* The bytes up to the end of the line that `text` starts with, and with
 * *next those of the line end too. */
size_t mail_line_size(struct base_slice text, size_t *next);

#endif
