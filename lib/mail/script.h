/* SPDX-License-Identifier: MIT */
/*
 * The letters of other scripts than the Latin one, which tell that a text is no
 * English, and often what it is. A letter counts that stands beside another,
 * since one alone is a sign: "Δt", "¯\_(ツ)_/¯".
 *
 *     text      Δ t ␣ 表 格 ␣ д о м
 *     counted         ■  ■    ■ ■ ■
 */
#ifndef COURTESY_MAIL_SCRIPT_H
#define COURTESY_MAIL_SCRIPT_H

#include "mail/cyrillic.h"

#include <stdbool.h>

enum { MAIL_SCRIPTS = 26 };

/* The tag of Cyrillic letters, which several languages have. */
#define MAIL_CYRILLIC "und-cyrl"

struct mail_letters {
  bool any;
  uint32_t counts[MAIL_SCRIPTS];
  struct mail_cyrillic cyrillic;
};

/* Counts those that begin at bytes of a block that are asked for; what the last
 * one needs may be read behind it. */
void mail_letters_count(struct mail_letters *letters, const char *bytes,
                        uint64_t asked);

/* About how many words they are. */
unsigned mail_letters_words(const struct mail_letters *letters);

/* A tag for the script that most of them are of: the only language that has
 * it; MAIL_CYRILLIC or another of "und-" where several have it; NULL when none
 * was counted. */
const char *mail_letters_tag(const struct mail_letters *letters);

/* What mail_cyrillic_language tells of those that are Cyrillic. */
const char *mail_letters_alphabet(const struct mail_letters *letters);

#endif
