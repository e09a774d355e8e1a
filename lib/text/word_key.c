/* SPDX-License-Identifier: MIT */
#include "text/word_key.h"

#include "base/eight.h"

struct text_word_key text_word_key_of(const char *bytes, size_t size) {
  char padded[TEXT_KEY_MAX] = {0};
  if (size == 0 || size > TEXT_KEY_MAX || memchr(bytes, 0, size) != NULL) {
    return (struct text_word_key){0};
  }
  memcpy(padded, bytes, size);
  return text_word_key_padded(padded, size);
}

uint64_t text_word_hash(const char *bytes, size_t size) {
  struct text_word_key key = text_word_key_of(bytes, size);
  if (key.low != 0) {
    return text_word_key_hash(key);
  }
  for (size_t at = 0; at < size; at += BASE_EIGHT) {
    key.high = base_eight_load(bytes + at, size - at);
    key.low = text_word_key_hash(key);
    key.low ^= key.low >> 32;
  }
  return text_word_key_hash(key);
}
