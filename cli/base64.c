/* SPDX-License-Identifier: MIT */
#include "base64.h"

#include <stdint.h>

/* The six bits of a letter, or -1. */
static int bits_of(char letter) {
  if (letter >= 'A' && letter <= 'Z') {
    return letter - 'A';
  }
  if (letter >= 'a' && letter <= 'z') {
    return letter - 'a' + 26;
  }
  if (letter >= '0' && letter <= '9') {
    return letter - '0' + 52;
  }
  return letter == '+' ? 62 : letter == '/' ? 63 : -1;
}

static size_t padding_of(const char *text, size_t size) {
  size_t padding = 0;
  while (padding < 2 && padding < size && text[size - 1 - padding] == '=') {
    padding++;
  }
  return padding;
}

bool cli_base64_decode(const char *text, size_t size, struct cli_bytes *into) {
  into->size = 0;
  size_t letters = size - padding_of(text, size);
  if (size % 4 != 0 || !cli_bytes_reserve(into, size / 4 * 3 + 1)) {
    return false;
  }
  uint32_t bits = 0;
  unsigned count = 0; /* of bits not yet written */
  for (size_t i = 0; i < letters; i++) {
    int six = bits_of(text[i]);
    if (six < 0) {
      return false;
    }
    bits = (bits << 6 | (uint32_t)six) & 0xFFFF;
    count += 6;
    if (count >= 8) {
      count -= 8;
      into->bytes[into->size++] = (char)(unsigned char)(bits >> count & 0xFF);
    }
  }
  return true;
}
