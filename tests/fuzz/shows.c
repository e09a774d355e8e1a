/* SPDX-License-Identifier: MIT */
/*
 * Whether a text stands in its raw place. tests/oracle/places.py asks so of
 * all encodings, with other decoders, but of fewer inputs.
 */
#include "linter.h"

#include "base/buffer.h"
#include "mail/message.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* What findings show of a line wrap is one space; and all that it may be made
 * of is left out of the comparison. */
static bool is_wrap(char byte) {
  return strchr(" \t\r\n\v\f>|", byte) != NULL; /* and NUL */
}

static bool same_but_for_wraps(const char *raw, size_t raw_size,
                               const char *text, size_t size) {
  size_t i = 0;
  size_t k = 0;
  while (true) {
    while (i < raw_size && is_wrap(raw[i])) {
      i++;
    }
    while (k < size && is_wrap(text[k])) {
      k++;
    }
    if (i == raw_size || k == size || raw[i] != text[k]) {
      return i == raw_size && k == size;
    }
    i++;
    k++;
  }
}

static bool is_judged(char byte) {
  return byte > 0 && isalpha((unsigned char)byte);
}

/* Whether the ASCII letters of the text come in this order. (Markup may show
 * digits: those of an item.) */
static bool holds_letters(const char *raw, size_t raw_size, const char *text,
                          size_t size) {
  size_t i = 0;
  for (size_t k = 0; k < size; k++) {
    if (is_judged(text[k])) {
      while (i < raw_size && raw[i] != text[k]) {
        i++;
      }
      if (i++ >= raw_size) {
        return false;
      }
    }
  }
  return true;
}

static int hex(char digit) {
  const char *digits = "0123456789abcdef";
  const char *found =
      digit == '\0' ? NULL : strchr(digits, tolower((unsigned char)digit));
  return found == NULL ? -1 : (int)(found - digits);
}

static void decode_quoted_printable(const char *raw, size_t size,
                                    struct base_buffer *text) {
  for (size_t i = 0; i < size; i++) {
    bool escapes = raw[i] == '=' && i + 2 < size && hex(raw[i + 1]) >= 0 &&
                   hex(raw[i + 2]) >= 0;
    base_buffer_add_byte(
        text,
        escapes ? (char)(hex(raw[i + 1]) * 16 + hex(raw[i + 2])) : raw[i]);
    i += escapes ? 2 : 0;
  }
}

static void decode_base64(const char *raw, size_t size,
                          struct base_buffer *text) {
  const char *digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                       "0123456789+/";
  uint32_t bits = 0;
  unsigned count = 0;
  for (size_t i = 0; i < size; i++) {
    const char *found = raw[i] == '\0' ? NULL : strchr(digits, raw[i]);
    if (raw[i] == '=') {
      bits = 0;
      count = 0;
    }
    if (found != NULL) {
      bits = bits << 6 | (uint32_t)(found - digits);
      count += 6;
    }
    if (count >= 8) {
      count -= 8;
      base_buffer_add_byte(text, (char)(bits >> count & 0xFF));
    }
  }
}

/* The innermost part of a mail that holds the place; NULL in its header. */
static const struct courtesy_part *part_at(
    const struct courtesy_message *message, size_t offset) {
  const struct courtesy_part *innermost = NULL;
  for (size_t i = 0; i < courtesy_message_part_count(message); i++) {
    const struct courtesy_part *part = courtesy_message_part(message, i);
    if (part->offset <= offset && offset - part->offset < part->length) {
      innermost = part;
    }
  }
  return innermost;
}

/* Letters of ASCII stand for themselves in it. */
static bool is_plain_charset(const char *charset) {
  return charset == NULL || strcasecmp(charset, "us-ascii") == 0 ||
         strcasecmp(charset, "utf-8") == 0 ||
         strcasecmp(charset, "iso-8859-1") == 0;
}

static bool shows_decoded(const struct courtesy_part *part, const char *raw,
                          size_t raw_size, const char *text, size_t size) {
  struct base_buffer decoded = {0};
  if (part->encoding != NULL &&
      strcasecmp(part->encoding, "quoted-printable") == 0) {
    decode_quoted_printable(raw, raw_size, &decoded);
  } else if (part->encoding != NULL &&
             strcasecmp(part->encoding, "base64") == 0) {
    decode_base64(raw, raw_size, &decoded);
  } else {
    base_buffer_add(&decoded, raw, raw_size);
  }
  bool shows = memchr(decoded.size > 0 ? decoded.bytes : "", '&',
                      decoded.size) != NULL ||
               holds_letters(decoded.bytes, decoded.size, text, size);
  base_buffer_destroy(&decoded);
  return shows;
}

/* Tags and placeholders are shown as something else, or not at all. */
static bool has_markup(const struct fuzz_input *input) {
  return input->kind == COURTESY_TEMPLATE ||
         (input->facts != NULL && input->facts->markup == COURTESY_MARKUP_HTML);
}

bool fuzz_shows(const struct fuzz_input *input,
                const struct courtesy_message *message,
                const struct courtesy_span *span, const char *text,
                size_t size) {
  const char *raw =
      (span->in_subject ? input->facts->subject : input->bytes) + span->offset;
  size_t raw_size = span->length;
  if (message->is_wide || size == 0 ||
      same_but_for_wraps(raw, raw_size, text, size)) {
    return true;
  }
  if (input->kind == COURTESY_MAIL) {
    const struct courtesy_part *part = part_at(message, span->offset);
    return part == NULL || !is_plain_charset(part->charset) ||
           shows_decoded(part, raw, raw_size, text, size);
  }
  return memchr(raw, '&', raw_size) != NULL ||
         memmem(raw, raw_size, "=?", 2) != NULL ||
         (has_markup(input) && holds_letters(raw, raw_size, text, size));
}
