/* SPDX-License-Identifier: MIT */
#include "mail/utf8.h"

#include "text/unicode.h"

/* Where characters of three bytes begin, but for those that need a closer look:
 * E0 and ED may begin none. */
static uint64_t triples_of(struct base_block block) {
  return base_block_bits(
      base_block_or(base_block_range(block, '\xE1', 0xED - 0xE1),
                    base_block_range(block, '\xEE', 2)));
}

/* How many bytes are ASCII and characters of two and three bytes, in blocks of
 * nothing else. */
static size_t short_size(const char *bytes, size_t size) {
  size_t at = 0;
  while (at < size) {
    struct base_block block = base_block_start(bytes + at, size - at);
    uint64_t pairs = 0;
    uint64_t triples = 0;
    if (base_block_any(block)) {
      pairs = base_block_bits(base_block_range(block, '\xC2', 0x1E));
      uint64_t trails = base_block_bits(base_block_range(block, '\x80', 0x40));
      uint64_t others = base_block_bits(block) & ~(pairs | trails);
      triples = others != 0 ? triples_of(block) : 0;
      if (others != triples ||
          trails != ((pairs | triples) << 1 | triples << 2)) {
        break;
      }
    }
    uint64_t cut = (pairs | triples) >> (BASE_BLOCK - 1);
    at += BASE_BLOCK - cut - (triples >> (BASE_BLOCK - 2) & 1) * 2;
  }
  return at < size ? at : size;
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
    at += short_size(bytes.bytes + at, bytes.size - at);
    end = bytes.size - at < BASE_BLOCK ? bytes.size : at + BASE_BLOCK;
    at = find_damage(bytes, at, end);
  }
  return at < end ? at : SIZE_MAX;
}
