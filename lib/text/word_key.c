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

uint64_t text_word_hash_all(const char *bytes, size_t size) {
  struct text_word_key key = {.low = size};
  while (size > 0) {
    size_t part = size < BASE_EIGHT ? size : BASE_EIGHT;
    uint64_t hash = text_word_key_hash(key);
    key.low = hash ^ hash >> 32;
    key.high = base_eight_load(bytes, part);
    bytes += part;
    size -= part;
  }
  return text_word_key_hash(key);
}
