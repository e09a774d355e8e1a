/* SPDX-License-Identifier: MIT */
#include "lint/telephone.h"

#include "mail/phrase.h"
#include "text/blank.h"

enum {
  LEAST_NUMBER = 9,    /* digits of a telephone number: a date has eight */
  LEAST_EXTENSION = 3, /* … of one within the house */
};

static bool is_hyphen(char byte) {
  return byte == '-';
}

/* The bytes of a line before the digits and marks that end it. */
static size_t before_digits(struct base_slice line, bool (*is_mark)(char byte),
                            size_t *digits) {
  size_t size = line.size;
  *digits = 0;
  for (; size > 0 &&
         (mail_is_digit(line.bytes[size - 1]) || is_mark(line.bytes[size - 1]));
       size--) {
    *digits += mail_is_digit(line.bytes[size - 1]);
  }
  return size;
}

/* The bytes of the line without the blanks that end the first `size`. */
static size_t trim(struct base_slice line, size_t size) {
  return text_trim_blanks(line.bytes, 0, (uint32_t)size);
}

/* The bytes of the word before an extension that ends `size` of the line; 0
 * when there is none. */
static size_t extension_label(struct base_slice line, size_t size) {
  static const char *const labels[] = {"x", "X", "ext", "Ext"};
  struct base_slice before = {line.bytes, size};
  for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++) {
    size_t label = strlen(labels[i]);
    if (base_slice_ends(before, labels[i]) && size > label &&
        (trim(line, size - label) < size - label ||
         base_is_one_of(line.bytes[size - label - 1], "(,"))) {
      return label;
    }
  }
  return 0;
}

bool lint_telephone_is_all(struct base_slice line) {
  size_t at = 0;
  size_t digits = 0;
  if (line.size == 0 || (!mail_is_digit(line.bytes[line.size - 1]) &&
                         line.bytes[line.size - 1] != ')')) {
    return false;
  }
  while (at < line.size && mail_is_letter(line.bytes[at])) {
    at++;
  }
  struct base_slice label = {line.bytes, at};
  bool labelled = mail_is_among(label, "x ext");
  while (at < line.size && (mail_is_digit(line.bytes[at]) ||
                            mail_is_phone_mark(line.bytes[at]))) {
    digits += mail_is_digit(line.bytes[at]);
    at++;
  }
  return at == line.size && digits >= LEAST_EXTENSION &&
         (labelled || label.size == 0);
}

size_t lint_telephone_at(struct base_slice line) {
  size_t digits;
  size_t size = before_digits(line, mail_is_phone_mark, &digits);
  if (digits < LEAST_EXTENSION) {
    return line.size;
  }
  size_t label = extension_label(line, size);
  bool number = digits >= LEAST_NUMBER && size < line.size &&
                base_is_one_of(line.bytes[size], " (");
  if (!number && label == 0) {
    return line.size;
  }
  size = trim(line, size - label);
  while (size > 0 && base_is_one_of(line.bytes[size - 1], "(,-")) {
    size = trim(line, size - 1);
  }
  return size > 0 ? size : line.size;
}

size_t lint_telephone_bare_at(struct base_slice line) {
  size_t digits;
  size_t size = before_digits(line, is_hyphen, &digits);
  size_t words = trim(line, size);
  return digits < LEAST_EXTENSION || words == size ? line.size : words;
}
