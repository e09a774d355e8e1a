/* SPDX-License-Identifier: MIT */
/*
 * Sixteen bytes looked at at once; bit i of the answer is about byte i:
 *
 *     bytes    s e e   y o u . ⏎ T o m ⏎ 9 : 3
 *     ends     · · · · · · · · ■ · · · ■ · · ·
 *
 * By SSE2 on x86-64, all of whose processors have it, elsewhere byte by byte,
 * with the same result.
 */
#ifndef COURTESY_BASE_SIXTEEN_H
#define COURTESY_BASE_SIXTEEN_H

#include <stdint.h>

#ifdef __x86_64__
#include <emmintrin.h>
#endif

enum { BASE_SIXTEEN = 16 };

#ifdef __x86_64__

/* LF or CR. */
static inline uint32_t base_sixteen_line_ends(const char *bytes) {
  __m128i all = _mm_loadu_si128((const void *)bytes);
  __m128i feeds = _mm_cmpeq_epi8(all, _mm_set1_epi8('\n'));
  __m128i returns = _mm_cmpeq_epi8(all, _mm_set1_epi8('\r'));
  return (uint32_t)_mm_movemask_epi8(_mm_or_si128(feeds, returns));
}

/* No ASCII. */
static inline uint32_t base_sixteen_wide(const char *bytes) {
  return (uint32_t)_mm_movemask_epi8(_mm_loadu_si128((const void *)bytes));
}

/* One of two bytes. */
static inline uint32_t base_sixteen_either(const char *bytes, char one,
                                           char other) {
  __m128i all = _mm_loadu_si128((const void *)bytes);
  __m128i ones = _mm_cmpeq_epi8(all, _mm_set1_epi8(one));
  __m128i others = _mm_cmpeq_epi8(all, _mm_set1_epi8(other));
  return (uint32_t)_mm_movemask_epi8(_mm_or_si128(ones, others));
}

/* A colon, or what cannot stand in the name of a header field (RFC 5322
 * §3.6.8): blanks, control characters, no ASCII. */
static inline uint32_t base_sixteen_name_ends(const char *bytes) {
  __m128i all = _mm_loadu_si128((const void *)bytes);
  __m128i low = _mm_cmplt_epi8(all, _mm_set1_epi8(' ' + 1));
  __m128i deletes = _mm_cmpeq_epi8(all, _mm_set1_epi8(0x7f));
  __m128i colons = _mm_cmpeq_epi8(all, _mm_set1_epi8(':'));
  return (uint32_t)_mm_movemask_epi8(
      _mm_or_si128(_mm_or_si128(low, deletes), colons));
}

#else

static inline uint32_t base_sixteen_line_ends(const char *bytes) {
  uint32_t bits = 0;
  for (uint32_t i = 0; i < BASE_SIXTEEN; i++) {
    bits |= (uint32_t)(bytes[i] == '\n' || bytes[i] == '\r') << i;
  }
  return bits;
}

static inline uint32_t base_sixteen_wide(const char *bytes) {
  uint32_t bits = 0;
  for (uint32_t i = 0; i < BASE_SIXTEEN; i++) {
    bits |= (uint32_t)((bytes[i] & 0x80) != 0) << i;
  }
  return bits;
}

static inline uint32_t base_sixteen_either(const char *bytes, char one,
                                           char other) {
  uint32_t bits = 0;
  for (uint32_t i = 0; i < BASE_SIXTEEN; i++) {
    bits |= (uint32_t)(bytes[i] == one || bytes[i] == other) << i;
  }
  return bits;
}

static inline uint32_t base_sixteen_name_ends(const char *bytes) {
  uint32_t bits = 0;
  for (uint32_t i = 0; i < BASE_SIXTEEN; i++) {
    uint8_t byte = (uint8_t)bytes[i];
    bits |= (uint32_t)(byte <= ' ' || byte >= 0x7f || byte == ':') << i;
  }
  return bits;
}

#endif

#endif
