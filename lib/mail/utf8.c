/* SPDX-License-Identifier: MIT */
#include "mail/utf8.h"

#include "text/unicode.h"

/* How many bytes are whole blocks of ASCII and of characters of two bytes. */
static size_t pairs_size(const char *bytes, size_t size) {
  size_t at = 0;
  while (size - at >= BASE_BLOCK) {
    struct base_block block = base_block_load(bytes + at);
    uint64_t first = base_block_bits(base_block_range(block, '\xC2', 0x1E));
    uint64_t second = base_block_bits(base_block_range(block, '\x80', 0x40));
    if (second != first << 1 || base_block_bits(block) != (first | second)) {
      break;
    }
    at += BASE_BLOCK - (first >> (BASE_BLOCK - 1)); /* it may be cut */
  }
  return at;
}

/* The place of the first byte before `end` that begins no character; else one
 * that is not before it. */
static size_t find_damage(struct base_slice bytes, size_t at, size_t end) {
  size_t size = 0;
  while (at < end && size != 1) {
    at += mail_ascii_size(bytes.bytes + at, bytes.size - at, false);
    if (at < end) {
      uint32_t code;
      size = text_decode(bytes.bytes + at, bytes.size - at, &code);
      at += size > 1 ? size : 0;
    }
  }
  return at;
}

size_t mail_utf8_damage(struct base_slice bytes) {
  size_t at = 0;
  size_t end = 0;
  while (at >= end && at < bytes.size) {
    at += mail_ascii_size(bytes.bytes + at, bytes.size - at, false);
    at += pairs_size(bytes.bytes + at, bytes.size - at);
    end = bytes.size - at < BASE_BLOCK ? bytes.size : at + BASE_BLOCK;
    at = find_damage(bytes, at, end);
  }
  return at < end ? at : SIZE_MAX;
}
