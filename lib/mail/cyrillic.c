/* SPDX-License-Identifier: MIT */
#include "mail/cyrillic.h"

#include "text/unicode.h"

#include <string.h>

enum {
  GHE_BIT = 48, /* ґ; below it а to џ, U+0430 to U+045F */
  OTHER_BIT,    /* all that is in no alphabet below */
  LONG = 60,    /* letters, among which each usual one stands */
};

static const struct alphabet {
  const char *language;
  const char *letters;
  const char *usual; /* that no longer text lacks */
} alphabets[] = {
    {"ru", "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", ""},
    {"uk", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", "і"},
    {"bg", "абвгдежзийѝклмнопрстуфхцчшщъьюя", ""},
    {"sr", "абвгдђежзијклљмнњопрстћуфхцчџш", "ј"},
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
  size_t size = strlen(text);
  uint32_t code;
  for (size_t at = 0; at < size;) {
    at += text_decode(text + at, size - at, &code);
    mail_cyrillic_add(&letters, code);
  }
  return small_letters(&letters);
}

static bool fits(const struct alphabet *alphabet, uint64_t letters,
                 uint32_t count) {
  return (letters & ~letters_of(alphabet->letters)) == 0 &&
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
