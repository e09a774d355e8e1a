/* SPDX-License-Identifier: MIT */
#include "mail/body.h"

#include "mail/line.h"
#include "mail/phrase.h"

static bool is_one_of(struct base_slice word, const char *const *words,
                      size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (mail_equals_nocase(word, words[i])) {
      return true;
    }
  }
  return false;
}

#define IS_ONE_OF(word, words)                                                 \
  is_one_of((word), (words), sizeof(words) / sizeof(words)[0])

/* A field's value up to the first parameter or comment. */
static struct base_slice first_word(struct base_slice value) {
  size_t size = 0;
  while (size < value.size &&
         memchr(";( \t\r\n", value.bytes[size], 6) == NULL) {
    size++;
  }
  return (struct base_slice){value.bytes, size};
}

/* The value of a parameter (RFC 2045 §5.1), without its quotation marks;
 * empty when it is not there. */
static struct base_slice parameter(struct base_slice value, const char *name) {
  size_t wanted = strlen(name);
  for (size_t i = 0; i < value.size; i++) {
    if (value.bytes[i] != ';') {
      continue;
    }
    struct base_slice rest = mail_trim(mail_skip(value, i + 1));
    if (rest.size <= wanted || rest.bytes[wanted] != '=' ||
        !mail_equals_nocase((struct base_slice){rest.bytes, wanted}, name)) {
      continue;
    }
    rest = mail_trim(mail_skip(rest, wanted + 1));
    if (rest.size > 0 && rest.bytes[0] == '"') {
      rest = mail_skip(rest, 1);
      const char *end = memchr(rest.bytes, '"', rest.size);
      size_t size = end == NULL ? rest.size : (size_t)(end - rest.bytes);
      return (struct base_slice){rest.bytes, size};
    }
    return first_word(rest);
  }
  return (struct base_slice){value.bytes, 0};
}

static bool is_ascii(struct base_slice text) {
  for (size_t i = 0; i < text.size; i++) {
    if ((text.bytes[i] & 0x80) != 0) {
      return false;
    }
  }
  return true;
}

static bool is_hex(char byte) {
  return mail_is_digit(byte) || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'f');
}

/* Whether a quoted-printable body (RFC 2045 §6.7) is the text itself: no
 * escape and no soft line break in it. */
static bool has_no_escape(struct base_slice body) {
  for (size_t i = 0; i < body.size; i++) {
    if (body.bytes[i] != '=') {
      continue;
    }
    struct base_slice rest = mail_skip(body, i + 1);
    bool escape =
        rest.size >= 2 && is_hex(rest.bytes[0]) && is_hex(rest.bytes[1]);
    size_t blanks = 0;
    while (blanks < rest.size && memchr(" \t", rest.bytes[blanks], 2) != NULL) {
      blanks++;
    }
    bool soft_break = blanks == rest.size || rest.bytes[blanks] == '\r' ||
                      rest.bytes[blanks] == '\n';
    if (escape || soft_break) {
      return false;
    }
  }
  return true;
}

static bool transfer_is_plain(const struct mail_field *transfer,
                              struct base_slice body) {
  static const char *const identities[] = {"",       "7bit",  "8bit",
                                           "binary", "7-bit", "8-bit"};
  if (transfer == NULL) {
    return true;
  }
  struct base_slice word = first_word(transfer->value);
  return IS_ONE_OF(word, identities) ||
         (mail_equals_nocase(word, "quoted-printable") && has_no_escape(body));
}

static bool type_is_plain(const struct mail_field *type,
                          struct base_slice body) {
  static const char *const types[] = {"", "text", "text/plain"};
  static const char *const unicode[] = {"", "us-ascii", "ascii", "utf-8",
                                        "utf8"};
  /* In these, bytes of ASCII are not always its characters. */
  static const char *const shifting[] = {
      "utf-7",       "utf-16",      "utf-16le",    "utf-16be",  "utf-32",
      "iso-2022-jp", "iso-2022-kr", "iso-2022-cn", "hz-gb-2312"};
  if (type == NULL) {
    return true;
  }
  if (!IS_ONE_OF(first_word(type->value), types)) {
    return false;
  }
  struct base_slice charset = parameter(type->value, "charset");
  return IS_ONE_OF(charset, unicode) ||
         (!IS_ONE_OF(charset, shifting) && is_ascii(body));
}

bool mail_body_is_plain(const struct mail_fields *fields,
                        struct base_slice body) {
  return mail_trim(body).size == 0 ||
         (type_is_plain(mail_field_find(fields, "Content-Type"), body) &&
          transfer_is_plain(
              mail_field_find(fields, "Content-Transfer-Encoding"), body));
}
