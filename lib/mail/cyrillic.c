/* SPDX-License-Identifier: MIT */
#include "mail/cyrillic.h"

#include "text/unicode.h"

enum {
  GHE_BIT = 48, /* ґ; below it а to џ, U+0430 to U+045F */
  OTHER_BIT,    /* all that is in no alphabet below */
  LONG = 60,    /* letters, among which each usual one stands */
};

/* The letters а to я, but for those that are missing, and others. */
static const struct alphabet {
  const char *language;
  const char *missing;
  const char *others;
  const char *usual; /* that no longer text lacks */
} alphabets[] = {
    {"ru", "", "ё", ""},
    {"uk", "ъыэ", "ґєії", "і"},
    {"bg", "ыэ", "ѝ", ""},
    {"sr", "йщъыьэюя", "ђјљњћџ", "ј"},
};

enum { ALPHABETS = sizeof alphabets / sizeof alphabets[0] };

/*
 * Small letters and capitals as bits of small ones:
 *
 *     bits[0]   Ѐ to Џ   А to Я   а to п
 *     bits[1]                     р to я   ѐ to џ   others
 *     bits[2]   others, Ґ ґ
 */
static uint64_t small_letters(const struct mail_cyrillic *letters) {
  const uint64_t *bits = letters->bits;
  const uint64_t ghe = UINT64_C(3) << 16;
  uint64_t small = bits[0] >> 48 | (bits[1] & UINT32_MAX) << 16;
  uint64_t capitals = (bits[0] >> 16 & UINT32_MAX) | (bits[0] & UINT16_MAX)
                                                         << 32;
  uint64_t others = bits[1] >> 32 | (bits[2] & ~ghe) | bits[3];
  return small | capitals | (uint64_t)((bits[2] & ghe) != 0) << GHE_BIT |
         (uint64_t)(others != 0) << OTHER_BIT;
}

static uint64_t letters_of(const char *text) {
  struct mail_cyrillic letters = {{0}};
  while (*text != '\0') {
    uint32_t code;
    text += text_decode(text, 2, &code);
    mail_cyrillic_add(&letters, code);
  }
  return small_letters(&letters);
}

static bool fits(const struct alphabet *alphabet, uint64_t letters,
                 uint32_t count) {
  uint64_t others = letters & ~(uint64_t)UINT32_MAX; /* than а to я */
  return (letters & letters_of(alphabet->missing)) == 0 &&
         (others & ~letters_of(alphabet->others)) == 0 &&
         (count < LONG || (letters_of(alphabet->usual) & ~letters) == 0);
}

const char *mail_cyrillic_language(const struct mail_cyrillic *letters,
                                   uint32_t count) {
  uint64_t small = small_letters(letters);
  const char *language = NULL;
  for (size_t i = 0; i < ALPHABETS; i++) {
    if (fits(&alphabets[i], small, count)) {
      if (language != NULL) {
        return NULL;
      }
      language = alphabets[i].language;
    }
  }
  return language;
}
