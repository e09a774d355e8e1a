/* SPDX-License-Identifier: MIT */
/*
 * Eight bytes looked at as one number, the first of them lowest:
 *
 *     "and so"    61 6e 64 20 73 6f 00 00
 *     letters     80 80 80 00 80 80 00 00    a mark: bit 0x80 of each byte
 *     leading     3                          bytes before the first unmarked
 *
 * Each byte is compared by adding what makes bit 0x80 tell; bytes without
 * their own bit 0x80 carry nothing over to the next one.
 */
#ifndef COURTESY_BASE_EIGHT_H
#define COURTESY_BASE_EIGHT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { BASE_EIGHT = 8 };

/* The same byte eight times. */
#define BASE_EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

/* The next bytes, of which `size` are there; zeros behind them. */
static inline uint64_t base_eight_load(const char *bytes, size_t size) {
  uint64_t eight = 0;
  if (size >= BASE_EIGHT) {
    memcpy(&eight, bytes, sizeof eight);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    eight = __builtin_bswap64(eight);
#endif
    return eight;
  }
  for (size_t i = 0; i < size; i++) {
    eight |= (uint64_t)(uint8_t)bytes[i] << (8 * i);
  }
  return eight;
}

/* The first `count` bytes of eight, with zeros behind them. */
static inline uint64_t base_eight_first(uint64_t eight, unsigned count) {
  return count >= BASE_EIGHT ? eight
                             : eight & ((UINT64_C(1) << (8 * count)) - 1);
}

/* Marks bytes that are no ASCII. */
static inline uint64_t base_eight_wide(uint64_t eight) {
  return eight & BASE_EACH(0x80);
}

/* Marks ASCII but blanks and control characters below them. */
static inline uint64_t base_eight_visible(uint64_t eight) {
  uint64_t over = (eight & BASE_EACH(0x7f)) + BASE_EACH(0x80 - ' ' - 1);
  return over & ~eight & BASE_EACH(0x80);
}

/* Whether a byte stands among them. */
static inline bool base_eight_holds(uint64_t eight, char byte) {
  uint64_t others = eight ^ BASE_EACH((uint8_t)byte);
  return ((others - BASE_EACH(1)) & ~others & BASE_EACH(0x80)) != 0;
}

/* Marks bytes that are the same as this one. */
static inline uint64_t base_eight_equal(uint64_t eight, uint8_t byte) {
  uint64_t others = eight ^ BASE_EACH(byte);
  uint64_t bits = (others & BASE_EACH(0x7f)) + BASE_EACH(0x7f);
  return ~(bits | others) & BASE_EACH(0x80);
}

/* Marks bytes from one to another, both of which are no ASCII. */
static inline uint64_t base_eight_between(uint64_t eight, uint8_t first,
                                          uint8_t last) {
  uint64_t bits = eight & BASE_EACH(0x7f);
  uint64_t over = bits + BASE_EACH(0xffu - last);
  uint64_t from = bits + BASE_EACH(0x100u - first);
  return from & ~over & eight & BASE_EACH(0x80);
}

/* Marks ASCII letters. */
static inline uint64_t base_eight_letters(uint64_t eight) {
  uint64_t small = (eight & BASE_EACH(0x7f)) | BASE_EACH(0x20);
  uint64_t letters = (small + BASE_EACH(0x80 - 'a')) &
                     ~(small + BASE_EACH(0x80 - 'z' - 1)) & ~eight;
  return letters & BASE_EACH(0x80);
}

/* Marks ASCII digits. */
static inline uint64_t base_eight_digits(uint64_t eight) {
  uint64_t low = eight & BASE_EACH(0x7f);
  uint64_t digits = (low + BASE_EACH(0x80 - '0')) &
                    ~(low + BASE_EACH(0x80 - '9' - 1)) & ~eight;
  return digits & BASE_EACH(0x80);
}

/* The bytes before the first that is not marked; eight when all are. */
static inline unsigned base_eight_leading(uint64_t marks) {
  uint64_t others = marks ^ BASE_EACH(0x80);
  return others == 0 ? BASE_EIGHT : (unsigned)__builtin_ctzll(others) / 8;
}

#endif
