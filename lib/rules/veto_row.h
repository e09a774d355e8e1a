/* SPDX-License-Identifier: MIT */
/*
 * Vetoes in rows of four. An entry may have dozens, of which hardly one may be
 * in a given sentence: what they need stands side by side, so that all of a row
 * are asked at once, and none by a branch of its own.
 *
 *     entry   except      a b c d   e f · ·
 *             except-here g h i ·
 */
#ifndef COURTESY_RULES_VETO_ROW_H
#define COURTESY_RULES_VETO_ROW_H

#include "base/four.h"
#include "rules/program.h"

struct courtesy_ruleset;

enum {
  RULES_VETO_NEEDS = 2, /* of each; a third tells hardly more */
  RULES_VETO_HALVES = 2 /* of a number of 64 bits: the lower, the upper */
};

struct rules_veto_row {
  /* Of each veto the signs of its first need, and the words of its needs. A
   * sentence without any of those of one does not hold it. Where there is no
   * need, or where it may stand in another sentence, all bits; where there is no
   * veto, none. */
  uint32_t signs[RULES_VETO_HALVES][BASE_FOUR];
  uint32_t words[RULES_VETO_NEEDS][RULES_VETO_HALVES][BASE_FOUR];
};

static inline uint32_t rules_veto_rows(uint32_t vetoes) {
  return vetoes / BASE_FOUR + (vetoes % BASE_FOUR != 0);
}

/* How many rows all entries have. */
size_t rules_veto_row_count(const struct courtesy_ruleset *ruleset);

/* Makes them for a ruleset. Returns false when memory ran out. */
bool rules_veto_rows_make(struct courtesy_ruleset *ruleset,
                          struct base_arena *arena);

/* Fills in as many rows. */
void rules_veto_rows_fill(const struct courtesy_ruleset *ruleset,
                          struct rules_veto_row *rows);

/* All words of a picture of them, as 64 bits. */
static inline uint64_t rules_bits_folded(const struct rules_bits *bits) {
  uint64_t folded = 0;
  for (size_t i = 0; i < RULES_BITS_LANES; i++) {
    folded |= bits->words[i];
  }
  return folded;
}

/* Of each of a row, whether it shares no bit with what a sentence has. */
static inline base_four rules_veto_row_lacks(
    const uint32_t needs[RULES_VETO_HALVES][BASE_FOUR], uint64_t has) {
  base_four low = base_four_load(needs[0]) & base_four_each((uint32_t)has);
  base_four high =
      base_four_load(needs[1]) & base_four_each((uint32_t)(has >> 32));
  return (base_four)((low | high) == base_four_each(0));
}

/* Of a row, as bits, the vetoes that may be in a sentence that has these signs
 * and words. */
static inline uint32_t rules_veto_row_fits(const struct rules_veto_row *row,
                                           uint64_t sign, uint64_t words) {
  base_four lacks = rules_veto_row_lacks(row->signs, sign);
  for (size_t i = 0; i < RULES_VETO_NEEDS; i++) {
    lacks |= rules_veto_row_lacks(row->words[i], words);
  }
  return base_four_bits(~lacks);
}

#endif
