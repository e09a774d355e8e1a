/* SPDX-License-Identifier: MIT */
#include "mail/phrase.h"

#include "mail/line.h"

#include <stdint.h>

/* Small letter of a code point of two bytes. */
static uint32_t fold_wide(uint32_t code) {
  if ((code >= 0xc0 && code <= 0xde && code != 0xd7) ||
      (code >= 0x410 && code <= 0x42f)) {
    return code + 0x20;
  }
  /* Latin Extended-A: capital and small letter side by side, the capital
   * even up to U+0137 and again from U+014A to U+0177, else odd. */
  bool even =
      (code >= 0x100 && code <= 0x137) || (code >= 0x14a && code <= 0x177);
  bool odd =
      (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17e);
  if ((even && code % 2 == 0) || (odd && code % 2 == 1)) {
    return code + 1;
  }
  return code;
}

/* The folded code point at the start of `text`, and its size. Bytes of longer
 * sequences and broken ones stand for themselves. */
static uint32_t fold(struct base_slice text, size_t *size) {
  uint8_t first = (uint8_t)text.bytes[0];
  *size = 1;
  if (first < 0x80) {
    return mail_is_letter((char)first) ? first | 0x20u : first;
  }
  if (first >= 0xc2 && first < 0xe0 && text.size > 1) {
    *size = 2;
    return fold_wide((first & 0x1fu) << 6 | ((uint8_t)text.bytes[1] & 0x3fu));
  }
  if (text.size > 2 && memcmp(text.bytes, "\xe2\x80\x99", 3) == 0) {
    *size = 3;
    return '\'';
  }
  return first;
}

static size_t blanks_size(struct base_slice text) {
  size_t size = 0;
  for (size_t one = mail_blank_size(text); one > 0;
       one = mail_blank_size(mail_skip(text, size))) {
    size += one;
  }
  return size;
}

/* Letters of scripts that put blanks between words: ASCII letters, digits and
 * sequences of two bytes but U+0080–U+00BF. */
static bool starts_with_letter(struct base_slice text) {
  if (text.size == 0) {
    return false;
  }
  uint8_t byte = (uint8_t)text.bytes[0];
  return mail_is_letter(text.bytes[0]) || mail_is_digit(text.bytes[0]) ||
         (byte > 0xc2 && byte < 0xe0);
}

static bool ends_with_letter(const char *phrase) {
  size_t size = strlen(phrase);
  uint8_t last = (uint8_t)phrase[size - 1];
  if (last < 0x80) {
    return mail_is_letter((char)last);
  }
  return size > 1 && (uint8_t)phrase[size - 2] >= 0xc3;
}

size_t mail_phrase_size(struct base_slice text, const char *phrase) {
  size_t at = 0;
  struct base_slice wanted = base_slice_of(phrase);
  while (wanted.size > 0) {
    size_t size = 0;
    size_t step = 1;
    if (wanted.bytes[0] == ' ') {
      size = blanks_size(mail_skip(text, at));
      if (size == 0) {
        return 0;
      }
    } else if (at == text.size ||
               fold(wanted, &step) != fold(mail_skip(text, at), &size)) {
      return 0;
    }
    at += size;
    wanted = mail_skip(wanted, step);
  }
  bool inside =
      ends_with_letter(phrase) && starts_with_letter(mail_skip(text, at));
  return inside ? 0 : at;
}

size_t mail_phrases_size(struct base_slice text, struct mail_phrases phrases) {
  if (text.size == 0) {
    return 0;
  }
  size_t most = 0;
  size_t size = 0;
  uint32_t first = fold(text, &size);
  for (size_t i = 0; i < phrases.count; i++) {
    /* Most phrases differ in their first byte: no need to look further. */
    uint8_t byte = (uint8_t)phrases.items[i][0];
    if (byte == first || (byte >= 0x80 && first >= 0x80)) {
      size = mail_phrase_size(text, phrases.items[i]);
      most = size > most ? size : most;
    }
  }
  return most;
}

bool mail_phrases_equal(struct base_slice text, struct mail_phrases phrases) {
  return text.size > 0 && mail_phrases_size(text, phrases) == text.size;
}

bool mail_phrases_within(struct base_slice text, struct mail_phrases phrases) {
  bool inside = false;
  while (text.size > 0) {
    if (!inside && mail_phrases_size(text, phrases) > 0) {
      return true;
    }
    inside = starts_with_letter(text);
    size_t size = 0;
    fold(text, &size);
    text = mail_skip(text, size);
  }
  return false;
}

bool mail_ends_with_colon(struct base_slice text, struct base_slice *before) {
  size_t colon = 0;
  if (text.size > 0 && text.bytes[text.size - 1] == ':') {
    colon = 1;
  } else if (text.size >= 3 &&
             memcmp(text.bytes + text.size - 3, "\xef\xbc\x9a", 3) == 0) {
    colon = 3;
  }
  *before = mail_trim((struct base_slice){text.bytes, text.size - colon});
  return colon > 0;
}
