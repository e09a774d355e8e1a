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

static uint32_t plain(uint32_t code) {
  if (text_is_apostrophe(code)) {
    return '\'';
  }
  if (code == 0x2010 || code == 0x2011) {
    return '-';
  }
  return text_is_blank(code) ? ' ' : code;
}

bool text_fold(struct base_slice word, struct text_folded *folded) {
  folded->size = 0;
  if (word.size > TEXT_FOLD_MAX) {
    return false;
  }
  if (fold_ascii(word, folded)) {
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
