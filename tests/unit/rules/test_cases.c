/* SPDX-License-Identifier: MIT */
/* Words and cases in buckets: each is found there, and nothing else. Breaks for
 * cases.c, and for whoever looks in another bucket than it was put in. */
#include "building.h"

#include "rules/cases.h"

enum { NOWHERE = RULES_LAST_PAST + 1 };

static uint32_t past_of(const struct rules_buckets *buckets,
                        struct rules_spread spread, uint32_t word) {
  const struct rules_bucket *bucket =
      &buckets->items[rules_spread_bucket(spread, word)];
  uint32_t found = rules_bucket_find(bucket, word);
  return found == 0 ? NOWHERE : rules_bucket_past(bucket, found);
}

static void test_each_word_is_found_and_no_other(void **state) {
  (void)state;
  enum { MOST = 300, STEP = 7 };
  struct rules_case cases[MOST];
  struct rules_buckets buckets = {0};
  for (size_t count = 0; count < MOST; count++) {
    struct rules_spread spread;
    assert_true(rules_spread_cases((struct rules_switch){cases, count},
                                   &buckets, &spread));
    assert_int_not_equal(spread.mask, RULES_NOT_SPREAD);
    for (uint32_t word = 0; word < STEP * (count + 1); word++) {
      uint32_t past = past_of(&buckets, spread, word);
      if (word % STEP == 1 && word / STEP < count) {
        assert_int_equal(past, word / STEP);
      } else {
        assert_int_equal(past, NOWHERE);
      }
    }
    cases[count] = rules_case_of((uint32_t)(STEP * count + 1), count);
  }
  rules_buckets_destroy(&buckets);
}

static void test_words_lead_to_the_next_instruction(void **state) {
  (void)state;
  const uint32_t words[] = {2, 3, 5, 7, 11, RULES_LAST_CASE_WORD};
  size_t count = sizeof words / sizeof words[0];
  struct rules_buckets buckets = {0};
  struct rules_spread spread;
  assert_true(rules_spread_words(words, count, &buckets, &spread));
  for (size_t i = 0; i < count; i++) {
    assert_int_equal(past_of(&buckets, spread, words[i]), 0);
  }
  assert_int_equal(past_of(&buckets, spread, 4), NOWHERE);
  rules_buckets_destroy(&buckets);
}

static void test_a_word_may_lead_several_ways(void **state) {
  (void)state;
  const struct rules_case cases[] = {rules_case_of(5, 1), rules_case_of(5, 4),
                                     rules_case_of(6, 4)};
  struct rules_buckets buckets = {0};
  struct rules_spread spread;
  assert_true(
      rules_spread_cases((struct rules_switch){cases, 3}, &buckets, &spread));
  assert_int_equal(past_of(&buckets, spread, 6), 4);
  const struct rules_bucket *bucket =
      &buckets.items[rules_spread_bucket(spread, 5)];
  uint32_t found = rules_bucket_find(bucket, 5);
  assert_int_equal(rules_bucket_past(bucket, found), 1);
  assert_int_equal(rules_bucket_past(bucket, found & (found - 1)), 4);
  rules_buckets_destroy(&buckets);
}

/* Those are looked up as they are sorted. */
static void test_some_words_are_not_spread(void **state) {
  (void)state;
  enum { MANY = 5000, SAME = RULES_BUCKET_CASES + 1 };
  static uint32_t words[MANY];
  struct rules_buckets buckets = {0};
  struct rules_spread spread;
  for (uint32_t i = 0; i < MANY; i++) {
    words[i] = i + 1;
  }
  assert_true(rules_spread_words(words, MANY, &buckets, &spread));
  assert_int_equal(spread.mask, RULES_NOT_SPREAD);
  /* More than cases can hold. */
  words[1] = RULES_LAST_CASE_WORD + 1;
  assert_true(rules_spread_words(words, 2, &buckets, &spread));
  assert_int_equal(spread.mask, RULES_NOT_SPREAD);
  /* More ways of one word than a bucket holds. */
  struct rules_case ways[SAME];
  for (uint32_t i = 0; i < SAME; i++) {
    ways[i] = rules_case_of(1, i);
  }
  assert_true(
      rules_spread_cases((struct rules_switch){ways, SAME}, &buckets, &spread));
  assert_int_equal(spread.mask, RULES_NOT_SPREAD);
  assert_int_equal(buckets.count, 0);
  rules_buckets_destroy(&buckets);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_each_word_is_found_and_no_other),
      cmocka_unit_test(test_words_lead_to_the_next_instruction),
      cmocka_unit_test(test_a_word_may_lead_several_ways),
      cmocka_unit_test(test_some_words_are_not_spread),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
