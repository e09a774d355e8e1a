/* SPDX-License-Identifier: MIT */
/* Words in an order in which those of one set share a bit. */
#include "building.h"
#include "rules/arrange.h"
#include "text/sign.h"

/* The pack as it comes, and with its words arranged. */
static void build(struct building *building,
                  struct text_vocabulary *vocabulary) {
  building_start(building);
  rules_builder_use_vocabulary(building->builder, vocabulary);
  courtesy_builder_add_pack(building->builder, "en");
  building_finish(building);
  assert_int_equal(building->status, COURTESY_OK);
}

static void test_all_words_get_another_id(void **state) {
  (void)state;
  struct building building;
  build(&building, NULL);
  const struct text_vocabulary *before = building.ruleset->vocabulary;
  struct text_vocabulary *after = rules_arrange_words(building.ruleset);
  assert_non_null(after);
  uint32_t end = text_vocabulary_end(before);
  assert_int_equal(text_vocabulary_end(after), end);
  for (uint32_t word = TEXT_FIRST_WORD; word < end; word++) {
    uint32_t id =
        text_vocabulary_find(after, text_vocabulary_spelling(before, word));
    assert_int_not_equal(id, TEXT_NO_WORD);
    /* What the tokenizer knows stays, and what is common stays common. */
    assert_true(word >= TEXT_ADDED_WORD || id == word);
    assert_true((id < TEXT_COMMON_WORDS) == (word < TEXT_COMMON_WORDS));
  }
  text_vocabulary_destroy(after);
  building_end(&building);
}

static int bits_of_sets(const struct courtesy_ruleset *ruleset) {
  const struct rules_tables *sets = &ruleset->code.word_sets;
  int bits = 0;
  for (size_t i = 0; i < sets->count; i++) {
    bits += __builtin_popcountll(sets->items[i].sign);
  }
  return bits;
}

static void test_words_of_a_set_share_bits(void **state) {
  (void)state;
  struct building plain;
  build(&plain, NULL);
  struct building arranged;
  build(&arranged, rules_arrange_words(plain.ruleset));
  assert_int_equal(plain.ruleset->code.word_sets.count,
                   arranged.ruleset->code.word_sets.count);
  assert_in_range(bits_of_sets(arranged.ruleset), 1,
                  bits_of_sets(plain.ruleset) * 2 / 3);
  building_end(&plain);
  building_end(&arranged);
}

/* Also when it takes another, and when nothing is built. */
static void test_a_vocabulary_belongs_to_its_builder(void **state) {
  (void)state;
  struct building building;
  building_start(&building);
  rules_builder_use_vocabulary(building.builder, text_vocabulary_create());
  rules_builder_use_vocabulary(building.builder, text_vocabulary_create());
  building_end(&building);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_all_words_get_another_id),
      cmocka_unit_test(test_words_of_a_set_share_bits),
      cmocka_unit_test(test_a_vocabulary_belongs_to_its_builder),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
