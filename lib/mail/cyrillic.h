/* SPDX-License-Identifier: MIT */
/* Which language a text in Cyrillic letters is in, by the alphabets that have
 * all of them: "і" is Ukrainian, "ы" Russian, "ј" Serbian. */
#ifndef COURTESY_MAIL_CYRILLIC_H
#define COURTESY_MAIL_CYRILLIC_H

#include <stdint.h>

/* Which letters a text holds: a bit each, of U+0400 to U+04FF. */
struct mail_cyrillic {
  uint64_t bits[4];
};

static inline void mail_cyrillic_add(struct mail_cyrillic *letters,
                                     uint32_t code) {
  letters->bits[code >> 6 & 3] |= UINT64_C(1) << (code & 63);
}

/* The code of the only known language whose alphabet has all of them, and whose
 * usual letters are there if `count` letters are many; NULL when that is none
 * or several. */
const char *mail_cyrillic_language(const struct mail_cyrillic *letters,
                                   uint32_t count);

#endif
