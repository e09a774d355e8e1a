/* SPDX-License-Identifier: MIT */
#include "rules/veto_row.h"

#include "rules/ruleset.h"

#include <string.h>

static uint64_t words_of(const struct rules_code *code, uint16_t need) {
  return rules_need_is_word(need) ? UINT64_C(1) << (rules_need_word(need) % 64)
                                  : rules_bits_folded(&code->needs.items[need]);
}

static void put(uint32_t needs[RULES_VETO_HALVES][BASE_FOUR], size_t place,
                uint64_t need) {
  needs[0][place] = (uint32_t)need;
  needs[1][place] = (uint32_t)(need >> 32);
}

static void fill_place(const struct rules_code *code,
                       const struct rules_program *program, size_t place,
                       struct rules_veto_row *row) {
  bool crosses = program->sentence_ends > 0;
  put(row->signs, place, crosses ? TEXT_SIGN_ANY : program->need_signs[0]);
  for (size_t i = 0; i < RULES_VETO_NEEDS; i++) {
    bool has_words = !crosses && i < program->need_count;
    put(row->words[i], place,
        has_words ? words_of(code, program->needs[i]) : UINT64_MAX);
  }
}

/* Returns the row behind those of the range. */
static struct rules_veto_row *fill_range(const struct courtesy_ruleset *ruleset,
                                         struct rules_range range,
                                         struct rules_veto_row *rows) {
  for (uint32_t i = 0; i < range.count; i++) {
    fill_place(&ruleset->code, &ruleset->patterns[range.first + i],
               i % BASE_FOUR, &rows[i / BASE_FOUR]);
  }
  return rows + rules_veto_rows(range.count);
}

size_t rules_veto_row_count(const struct courtesy_ruleset *ruleset) {
  size_t count = 0;
  for (size_t i = 0; i < ruleset->entry_count; i++) {
    count += rules_veto_rows(ruleset->entries[i].except.count);
    count += rules_veto_rows(ruleset->entries[i].except_here.count);
  }
  return count;
}

void rules_veto_rows_fill(const struct courtesy_ruleset *ruleset,
                          struct rules_veto_row *rows) {
  memset(rows, 0, rules_veto_row_count(ruleset) * sizeof *rows);
  for (size_t i = 0; i < ruleset->entry_count; i++) {
    rows = fill_range(ruleset, ruleset->entries[i].except, rows);
    rows = fill_range(ruleset, ruleset->entries[i].except_here, rows);
  }
}

bool rules_veto_rows_make(struct courtesy_ruleset *ruleset,
                          struct base_arena *arena) {
  size_t count = rules_veto_row_count(ruleset);
  struct rules_veto_row *rows = base_arena_alloc(arena, count * sizeof *rows);
  if (rows != NULL) {
    rules_veto_rows_fill(ruleset, rows);
    ruleset->vetoes = rows;
    ruleset->veto_row_count = count;
  }
  return rows != NULL;
}
