/* SPDX-License-Identifier: MIT */
#include "text/fold.h"

#include "text/unicode.h"

/* Code points: a word byte makes at most one, and a decomposition at most two
 * more (U+0390: two bytes, three code points). */
enum { CODE_ROOM = 3 * TEXT_FOLD_MAX };

static bool fold_ascii(struct base_slice word, struct text_folded *folded) {
  for (size_t i = 0; i < word.size; i++) {
    unsigned char byte = (unsigned char)word.bytes[i];
    if (byte >= 0x80) {
      return false;
    }
    if (byte >= 'A' && byte <= 'Z') {
      byte |= 0x20;
    }
    folded->bytes[i] = byte == '`' ? '\'' : (char)byte;
  }
  folded->size = (uint32_t)word.size;
  return true;
}

/* Code point by code point, as long as each is folded alone. No byte makes
 * more than the three of TEXT_FOLD_ROOM. */
static bool fold_alone(struct base_slice word, struct text_folded *folded) {
  char *out = folded->bytes;
  for (size_t at = 0; at < word.size;) {
    uint32_t code;
    at += text_decode(word.bytes + at, word.size - at, &code);
    const struct text_property *property = text_property_of(code);
    if ((property->classes & TEXT_FOLDS_ALONE) == 0) {
      return false;
    }
    out += text_encode(code + (uint32_t)property->fold, out);
  }
  folded->size = (uint32_t)(out - folded->bytes);
  return true;
}

static uint32_t plain(uint32_t code) {
  return text_is_blank(code) ? ' ' : text_fold_sign(code);
}

bool text_fold(struct base_slice word, struct text_folded *folded) {
  folded->size = 0;
  if (word.size > TEXT_FOLD_MAX) {
    return false;
  }
  if (fold_ascii(word, folded) || fold_alone(word, folded)) {
    return true;
  }
  uint32_t codes[CODE_ROOM];
  size_t count = 0;
  for (size_t at = 0; at < word.size;) {
    at += text_decode(word.bytes + at, word.size - at, &codes[count]);
    codes[count] = plain(codes[count]);
    count++;
  }
  count = text_compose(codes, count, CODE_ROOM, true);
  for (size_t i = 0; i < count; i++) {
    char bytes[4];
    uint32_t length = text_encode(codes[i], bytes);
    if (folded->size + length > TEXT_FOLD_ROOM) {
      folded->size = 0;
      return false;
    }
    memcpy(folded->bytes + folded->size, bytes, length);
    folded->size += length;
  }
  return true;
}
