/* SPDX-License-Identifier: MIT */
#include "text/peek.h"

#include "text/byte_class.h"

void text_peek_bytes(const char *bytes, struct text_peek *peek) {
  uint64_t halves[2] = {0};
  uint32_t upper = 0;
  uint32_t lower = 0;
  uint32_t size = 0;
  for (; size < TEXT_PEEK_SIZE && text_byte_is(bytes[size], TEXT_BYTE_WORD);
       size++) {
    uint64_t folded = (unsigned char)text_byte_lower(bytes[size]);
    halves[size / 8] |= folded << (8 * (size % 8));
    upper |= text_byte_is(bytes[size], TEXT_BYTE_UPPER) ? 1U << size : 0;
    lower |= text_byte_is(bytes[size], TEXT_BYTE_LOWER) ? 1U << size : 0;
  }
  *peek = (struct text_peek){
      .key = {halves[0], halves[1]},
      .size = size,
      .upper = upper,
      .lower = lower,
  };
}
