/* SPDX-License-Identifier: MIT */
/* Rows of vetoes: of a sentence they tell no less than the needs of each veto.
 * Breaks for veto_row.c. */
#include "building.h"

#include "rules/ruleset.h"

/* A place of a row for each veto of the pack. */
struct place {
  const struct courtesy_ruleset *ruleset;
  const struct rules_program *program;
  const struct rules_veto_row *row;
  uint32_t bit;
};

static void for_each_in(const struct courtesy_ruleset *ruleset,
                        struct rules_range range,
                        const struct rules_veto_row *row,
                        void (*check)(const struct place *place)) {
  for (uint32_t i = 0; i < range.count; i++) {
    struct place place = {ruleset, &ruleset->patterns[range.first + i],
                          &row[i / BASE_FOUR], UINT32_C(1) << i % BASE_FOUR};
    check(&place);
  }
}

static void for_each_veto(void (*check)(const struct place *place)) {
  struct courtesy_ruleset *ruleset;
  assert_int_equal(courtesy_ruleset_create_pack("en", "", &ruleset),
                   COURTESY_OK);
  for (size_t i = 0; i < ruleset->entry_count; i++) {
    const struct courtesy_rule *entry = &ruleset->entries[i];
    const struct rules_veto_row *row =
        ruleset->vetoes + ruleset->scopes[i].vetoes;
    for_each_in(ruleset, entry->except, row, check);
    row += rules_veto_rows(entry->except.count);
    for_each_in(ruleset, entry->except_here, row, check);
  }
  courtesy_ruleset_destroy(ruleset);
}

static bool fits(const struct place *place, uint64_t sign, uint64_t words) {
  return (rules_veto_row_fits(place->row, sign, words) & place->bit) != 0;
}

/* The words of one need, as a sentence's that has all of them. */
static uint64_t words_of(const struct place *place, uint16_t need) {
  struct rules_bits bits = {0};
  if (rules_need_is_word(need)) {
    rules_bits_add_word(&bits, rules_need_word(need));
  } else {
    bits = place->ruleset->code.needs.items[need];
  }
  return rules_bits_folded(&bits);
}

static void check_lowest(const struct place *place) {
  const struct rules_program *program = place->program;
  uint64_t sign = 0;
  uint64_t words = 0;
  for (size_t i = 0; i < RULES_NEEDS; i++) {
    sign |= program->need_signs[i] & (~program->need_signs[i] + 1);
  }
  for (size_t i = 0; i < program->need_count; i++) {
    uint64_t some = words_of(place, program->needs[i]);
    words |= some & (~some + 1);
  }
  assert_true(fits(place, sign, words | 1));
}

static void test_a_bit_of_each_need_is_enough(void **state) {
  (void)state;
  for_each_veto(check_lowest);
}

static void check_without(const struct place *place) {
  const struct rules_program *program = place->program;
  bool stays = program->sentence_ends == 0;
  assert_true(!stays || !fits(place, ~program->need_signs[0], UINT64_MAX));
  for (size_t i = 0; i < RULES_VETO_NEEDS && i < program->need_count; i++) {
    uint64_t words = ~words_of(place, program->needs[i]);
    assert_true(!stays || !fits(place, TEXT_SIGN_ANY, words));
  }
  assert_true(stays || fits(place, TEXT_SIGN_EDGE, 1));
}

static void test_a_sentence_without_a_need_is_told(void **state) {
  (void)state;
  for_each_veto(check_without);
}

static void test_the_end_of_a_row_fits_nothing(void **state) {
  (void)state;
  struct building building;
  building_of(&building, "rules:\n"
                         "  told-you:\n"
                         "    severity: warning\n"
                         "    find: |\n"
                         "      as I told you\n"
                         "    except: |\n"
                         "      so\n"
                         "      who\n"
                         "      why\n"
                         "      it\n"
                         "      if\n" FULL);
  const struct courtesy_ruleset *ruleset = building.ruleset;
  assert_int_equal(building.status, COURTESY_OK);
  assert_int_equal(ruleset->veto_row_count, 2);
  const struct rules_veto_row *rows = ruleset->vetoes;
  assert_int_equal(rules_veto_row_fits(rows, TEXT_SIGN_ANY, UINT64_MAX), 0xF);
  assert_int_equal(rules_veto_row_fits(rows + 1, TEXT_SIGN_ANY, UINT64_MAX), 1);
  building_end(&building);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_a_bit_of_each_need_is_enough),
      cmocka_unit_test(test_a_sentence_without_a_need_is_told),
      cmocka_unit_test(test_the_end_of_a_row_fits_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
