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
  struct text_word_key first = {.low = base_eight_load(bytes, size)};
  if (size > BASE_EIGHT) {
    first.high = base_eight_load(bytes + BASE_EIGHT, size - BASE_EIGHT);
  }
  return text_word_key_hash(first);
}
