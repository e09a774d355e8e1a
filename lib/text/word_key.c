/* SPDX-License-Identifier: MIT */
#include "text/word_key.h"

/* Up to eight bytes, the first in the lowest bits. */
static uint64_t load(const char *bytes, size_t size) {
  uint64_t number = 0;
  for (size_t i = 0; i < size && i < sizeof number; i++) {
    number |= (uint64_t)(unsigned char)bytes[i] << (8 * i);
  }
  return number;
}

struct text_word_key text_word_key_of(const char *bytes, size_t size) {
  struct text_word_key key = {0};
  if (size <= TEXT_KEY_MAX) {
    key.low = load(bytes, size);
    key.high = size > 8 ? load(bytes + 8, size - 8) : 0;
    key.high |= (uint64_t)size << 56;
  }
  return key;
}

uint64_t text_word_hash(const char *bytes, size_t size) {
  if (size <= TEXT_KEY_MAX) {
    return text_word_key_hash(text_word_key_of(bytes, size));
  }
  struct text_word_key key = {0};
  for (size_t at = 0; at < size; at += 8) {
    key.high = load(bytes + at, size - at);
    key.low = text_word_key_hash(key);
    key.low ^= key.low >> 32;
  }
  return text_word_key_hash(key);
}
