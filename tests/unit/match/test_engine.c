/* SPDX-License-Identifier: MIT */
/* From a text to hits: which match is chosen, and what silences it. */
#include "fixture.h"

#include "base/buffer.h"

#include <stdlib.h>
#include <string.h>

enum { BODY = COURTESY_ZONE_BODY };

static void expect_hit(const struct fixture *fixture, size_t index,
                       uint32_t entry, const char *text, enum match_fate fate) {
  assert_true(index < fixture->hits.count);
  const struct match_hit *hit = &fixture->hits.items[index];
  size_t size = strlen(text);
  assert_int_equal(hit->entry, entry);
  assert_int_equal(hit->end - hit->start, size);
  assert_memory_equal(fixture->source.bytes + hit->start, text, size);
  assert_int_equal(hit->fate, fate);
}

static void the_leftmost_longest_wins(void **state) {
  (void)state;
  struct fixture f;
  fixture_create(&f);
  fixture_add(&f, &(struct fixture_entry){
                      .find = "told you\nI told you so\nyou so [much]"});
  fixture_add(&f, &(struct fixture_entry){.find = "so much"});
  fixture_finish(&f);
  fixture_match(&f, "I told you so much. They told you so.", BODY);
  assert_int_equal(f.hits.count, 3);
  expect_hit(&f, 0, 0, "I told you so", MATCH_LIVE);
  expect_hit(&f, 1, 0, "told you", MATCH_LIVE);
  expect_hit(&f, 2, 1, "so much", MATCH_LIVE);
  assert_int_equal(f.hits.items[0].pattern, 1);
  assert_int_equal(f.hits.items[1].sentence, 1);
  fixture_destroy(&f);
}

/* What overlaps a hit is none; what overlaps only what the hit hides may be. */
static void matches_do_not_overlap_but_what_they_hide_may(void **state) {
  (void)state;
  struct fixture f;
  fixture_create(&f);
  fixture_add(&f, &(struct fixture_entry){.find = "* * *"});
  fixture_add(&f, &(struct fixture_entry){.find = "* and *\nwe told"});
  fixture_finish(&f);
  match_engine_use_prefilter(f.engine, false); /* whole sentences */
  fixture_match(&f, "We told and told and told you", BODY);
  assert_int_equal(f.hits.count, 4);
  expect_hit(&f, 0, 0, "We told and", MATCH_LIVE);
  expect_hit(&f, 1, 0, "told and told", MATCH_LIVE);
  expect_hit(&f, 2, 1, "We told", MATCH_LIVE);
  expect_hit(&f, 3, 1, "told and told", MATCH_LIVE);
  assert_int_equal(f.hits.items[3].first_token, 3);
  fixture_destroy(&f);
}

/* Both words of a contraction stand in the place of the whole. */
static void the_longest_wins_that_begins_in_a_contraction(void **state) {
  (void)state;
  struct fixture f;
  fixture_create(&f);
  fixture_add(&f, &(struct fixture_entry){.find = "(do|not) (not|eat)"});
  fixture_add(&f, &(struct fixture_entry){.find = "(we|not|eat) (do|eat|,)"});
  fixture_finish(&f);
  fixture_match(&f, "We don't eat, and you do not.", BODY);
  for (int use = 0; use < 2; use++) {
    f.hits.count = 0;
    match_engine_use_prefilter(f.engine, use != 0);
    assert_int_equal(match_engine_run(f.engine, &f.text, &f.hits, &f.limits),
                     COURTESY_OK);
    assert_int_equal(f.hits.count, 4);
    expect_hit(&f, 0, 0, "don't eat", MATCH_LIVE);
    expect_hit(&f, 1, 0, "do not", MATCH_LIVE);
    expect_hit(&f, 2, 1, "We don't", MATCH_LIVE);
    expect_hit(&f, 3, 1, "eat,", MATCH_LIVE);
  }
  fixture_destroy(&f);
}

static void a_veto_anywhere_in_the_sentence_silences(void **state) {
  (void)state;
  struct fixture f;
  fixture_create(&f);
  fixture_add(&f, &(struct fixture_entry){.find = "told you\ntold you so",
                                          .except = "just kidding\ngreat , X"});
  fixture_finish(&f);
  fixture_match(&f,
                "I told you so. Just kidding: I told you so. "
                "I told you, great, X! I told you, great X!",
                BODY);
  assert_int_equal(f.hits.count, 4);
  expect_hit(&f, 0, 0, "told you so", MATCH_LIVE);
  expect_hit(&f, 1, 0, "told you so", MATCH_VETOED);
  assert_int_equal(f.hits.items[1].veto, 2);
  expect_hit(&f, 2, 0, "told you", MATCH_VETOED);
  assert_int_equal(f.hits.items[2].veto, 3);
  expect_hit(&f, 3, 0, "told you", MATCH_LIVE);
  fixture_destroy(&f);
}

static void a_veto_passes_over_no_comma(void **state) {
  (void)state;
  struct fixture f;
  fixture_create(&f);
  fixture_add(&f, &(struct fixture_entry){.find = "told you",
                                          .except = "you before lunch"});
  fixture_finish(&f);
  fixture_match(&f, "I told you before lunch. I told you, before lunch.", BODY);
  assert_int_equal(f.hits.count, 2);
  expect_hit(&f, 0, 0, "told you", MATCH_VETOED);
  expect_hit(&f, 1, 0, "told you", MATCH_LIVE);
  fixture_destroy(&f);
}

static void a_veto_here_must_overlap(void **state) {
  (void)state;
  struct fixture f;
  fixture_create(&f);
  fixture_add(&f, &(struct fixture_entry){.find = "told you",
                                          .except_here = "you before lunch\n"
                                                         "has told you"});
  fixture_finish(&f);
  fixture_match(&f,
                "She told you, and he told you before lunch, "
                "and Jo has told you and we told you.",
                BODY);
  assert_int_equal(f.hits.count, 4);
  expect_hit(&f, 0, 0, "told you", MATCH_LIVE);
  expect_hit(&f, 1, 0, "told you", MATCH_VETOED);
  assert_int_equal(f.hits.items[1].veto, 1);
  expect_hit(&f, 2, 0, "told you", MATCH_VETOED);
  assert_int_equal(f.hits.items[2].veto, 2);
  expect_hit(&f, 3, 0, "told you", MATCH_LIVE);
  fixture_destroy(&f);
}

/* It is looked for only from where it may reach the hit. */
static void a_veto_here_may_reach_far(void **state) {
  (void)state;
  struct fixture f;
  fixture_create(&f);
  fixture_add(&f, &(struct fixture_entry){.find = "told you",
                                          .except_here = "never ** ** , told\n"
                                                         "you ** ** , sorry\n"
                                                         "no . told\n"
                                                         "you . oh [no]"});
  fixture_finish(&f);
  fixture_match(&f, "I, once more, told you all of it, as I know.", BODY);
  expect_hit(&f, 0, 0, "told you", MATCH_LIVE);
  fixture_match(&f, "I never once have so much as that, told you.", BODY);
  expect_hit(&f, 0, 0, "told you", MATCH_VETOED);
  fixture_match(&f, "I told you all of it as I know, sorry.", BODY);
  expect_hit(&f, 0, 0, "told you", MATCH_VETOED);
  fixture_match(&f, "No. Told you. No.", BODY);
  expect_hit(&f, 0, 0, "Told you", MATCH_VETOED);
  fixture_match(&f, "No. I told you. Oh.", BODY);
  expect_hit(&f, 0, 0, "told you", MATCH_VETOED);
  fixture_match(&f, "No. I told you that. Oh.", BODY);
  expect_hit(&f, 0, 0, "told you", MATCH_LIVE);
  fixture_destroy(&f);
}

static void a_veto_inside_another_hides_nothing_of_it(void **state) {
  (void)state;
  struct fixture f;
  fixture_create(&f);
  fixture_add(&f, &(struct fixture_entry){.find = "told",
                                          .except_here = "I never ever told\n"
                                                         "ever"});
  fixture_finish(&f);
  fixture_match(&f, "I never ever told you.", BODY);
  assert_int_equal(f.hits.count, 1);
  expect_hit(&f, 0, 0, "told", MATCH_VETOED);
  fixture_destroy(&f);
}

static void a_veto_must_not_end_in_the_sentence_before(void **state) {
  (void)state;
  struct fixture f;
  fixture_create(&f);
  fixture_add(&f, &(struct fixture_entry){.find = "told you",
                                          .except = "sorry . [as I]"});
  fixture_finish(&f);
  fixture_match(&f, "Sorry. I told you.", BODY);
  assert_int_equal(f.hits.count, 1);
  expect_hit(&f, 0, 0, "told you", MATCH_LIVE);
  fixture_match(&f, "Sorry. As I told you.", BODY);
  assert_int_equal(f.hits.count, 1);
  expect_hit(&f, 0, 0, "told you", MATCH_VETOED);
  fixture_destroy(&f);
}

static void a_veto_may_begin_in_the_sentence_before(void **state) {
  (void)state;
  struct fixture f;
  fixture_create(&f);
  fixture_add(&f, &(struct fixture_entry){.find = "told you",
                                          .except = "sorry . I told you"});
  fixture_finish(&f);
  fixture_match(&f, "Sorry. I told you. I told you.", BODY);
  assert_int_equal(f.hits.count, 2);
  expect_hit(&f, 0, 0, "told you", MATCH_VETOED);
  expect_hit(&f, 1, 0, "told you", MATCH_LIVE);
  fixture_destroy(&f);
}

/* "Just kidding:" leads to a list, and so is said of all its items. */
static void a_veto_may_lead_to_the_list(void **state) {
  (void)state;
  struct fixture f;
  fixture_create(&f);
  fixture_add(&f, &(struct fixture_entry){.find = "told you",
                                          .except = "just kidding"});
  fixture_add(&f, &(struct fixture_entry){.find = "you"});
  fixture_finish(&f);
  fixture_match(&f,
                "Just kidding:\n\n- I told them.\n- I told you. I told you.\n\n"
                "That is:\n\n- I told you.\n\n"
                "Just kidding.\n\n- I told you.\n\n"
                "Just kidding:\n\nI told you.",
                BODY);
  assert_int_equal(f.hits.count, 2 * 5);
  expect_hit(&f, 0, 0, "told you", MATCH_VETOED);
  expect_hit(&f, 1, 0, "told you", MATCH_VETOED);
  expect_hit(&f, 2, 0, "told you", MATCH_LIVE);
  expect_hit(&f, 3, 0, "told you", MATCH_LIVE);
  expect_hit(&f, 4, 0, "told you", MATCH_LIVE);
  expect_hit(&f, 5, 1, "you", MATCH_LIVE);
  fixture_destroy(&f);
}

static void a_veto_here_does_not_lead_to_a_list(void **state) {
  (void)state;
  struct fixture f;
  fixture_create(&f);
  fixture_add(&f, &(struct fixture_entry){.find = "told you",
                                          .except_here = "just kidding"});
  fixture_finish(&f);
  fixture_match(&f, "Just kidding:\n\n- I told you.", BODY);
  assert_int_equal(f.hits.count, 1);
  expect_hit(&f, 0, 0, "told you", MATCH_LIVE);
  fixture_destroy(&f);
}

static void quoted_words_are_talked_about(void **state) {
  (void)state;
  struct fixture f;
  fixture_create(&f);
  fixture_add(&f, &(struct fixture_entry){.find = "told you"});
  fixture_add(&f, &(struct fixture_entry){.find = "told you", .quoted = true});
  fixture_finish(&f);
  fixture_match(&f, "She wrote \"told you\". I \"told\" you.", BODY);
  assert_int_equal(f.hits.count, 4);
  expect_hit(&f, 0, 0, "told you", MATCH_QUOTED);
  expect_hit(&f, 1, 0, "told\" you", MATCH_LIVE);
  expect_hit(&f, 2, 1, "told you", MATCH_LIVE);
  expect_hit(&f, 3, 1, "told\" you", MATCH_LIVE);
  fixture_destroy(&f);
}

static void zones_are_kept(void **state) {
  (void)state;
  struct fixture f;
  fixture_create(&f);
  fixture_add(&f, &(struct fixture_entry){
                      .find = "hello", .zones = 1U << COURTESY_ZONE_SUBJECT});
  fixture_add(&f,
              &(struct fixture_entry){.find = "hello", .zones = 1U << BODY});
  fixture_finish(&f);
  fixture_match(&f, "Hello", COURTESY_ZONE_SUBJECT);
  assert_int_equal(f.hits.count, 1);
  assert_int_equal(f.hits.items[0].entry, 0);
  assert_int_equal(f.hits.items[0].zone, COURTESY_ZONE_SUBJECT);
  fixture_match(&f, "Hello", BODY);
  assert_int_equal(f.hits.count, 1);
  assert_int_equal(f.hits.items[0].entry, 1);
  fixture_match_family(&f);
  assert_int_equal(f.hits.count, 2);
  fixture_destroy(&f);
}

static void what_is_off_is_not_looked_for(void **state) {
  (void)state;
  struct fixture f;
  fixture_create(&f);
  fixture_add(&f, &(struct fixture_entry){.find = "hello"})->facts.severity =
      COURTESY_OFF;
  fixture_add(&f, &(struct fixture_entry){.find = "hello"})->facts.severity =
      COURTESY_OFF;
  fixture_add(&f, &(struct fixture_entry){.find = "hello"})->facts.severity =
      COURTESY_OFF;
  uint32_t without[] = {1};
  struct courtesy_rule *each = fixture_add(&f, &(struct fixture_entry){0});
  each->form = COURTESY_FORM_EACH;
  each->subject = 2;
  f.rules.without = without;
  each->without.count = 1;
  fixture_finish(&f);
  fixture_match(&f, "Hello", BODY);
  assert_int_equal(f.hits.count, 2);
  assert_int_equal(f.hits.items[0].entry, 1);
  assert_int_equal(f.hits.items[1].entry, 2);
  fixture_destroy(&f);
}

static void a_match_may_cross_sentences_that_it_names(void **state) {
  (void)state;
  struct fixture f;
  fixture_create(&f);
  fixture_add(&f, &(struct fixture_entry){.find = "now what ? rocket"});
  fixture_finish(&f);
  fixture_match(&f, "Now. Now what?! (Now what? Rocket?", BODY);
  assert_int_equal(f.hits.count, 1);
  expect_hit(&f, 0, 0, "Now what? Rocket", MATCH_LIVE);
  assert_int_equal(f.hits.items[0].last_sentence, f.hits.items[0].sentence + 1);
  fixture_destroy(&f);
}

static void names_come_from_the_header_too(void **state) {
  (void)state;
  static const struct courtesy_facts facts = {.from = "Tom <tp@acme.example>",
                                              .to = "anna@acme.example"};
  struct fixture f;
  fixture_create(&f);
  fixture_add(&f, &(struct fixture_entry){.find = "<Name> said"});
  fixture_finish(&f);
  fixture_match(&f, "Tom said no.", BODY);
  assert_int_equal(f.hits.count, 0);
  f.text.facts = &facts;
  fixture_match(&f, "Tom said no. Anna said no. Bo said no.", BODY);
  assert_int_equal(f.hits.count, 2);
  fixture_destroy(&f);
}

static void regexes_run_on_the_normal_form(void **state) {
  (void)state;
  struct fixture f;
  fixture_create(&f);
  fixture_add(&f, &(struct fixture_entry){
                      .regex = "do(n't| not) panic\ncaf\xC3\xA9s?"});
  fixture_finish(&f);
  fixture_match(&f,
                "Please don\xE2\x80\x99t   PANIC. The cafe\xCC\x81 is "
                "open. Cafe\xCC\x81teria. Do not panicking.",
                BODY);
  assert_int_equal(f.hits.count, 2);
  expect_hit(&f, 0, 0, "don\xE2\x80\x99t   PANIC", MATCH_LIVE);
  assert_int_equal(f.hits.items[0].token_end - f.hits.items[0].first_token, 3);
  expect_hit(&f, 1, 0, "cafe\xCC\x81", MATCH_LIVE);
  assert_int_equal(f.limits.count, 0);
  fixture_destroy(&f);
}

/* A run of marks is one token. */
static void a_regex_may_match_a_part_of_a_run_of_marks(void **state) {
  (void)state;
  struct fixture f;
  fixture_create(&f);
  fixture_add(&f, &(struct fixture_entry){.regex = "now!"});
  fixture_add(&f, &(struct fixture_entry){.regex = "!$"});
  fixture_finish(&f);
  fixture_match(&f, "She wrote \"right now!!!\"", BODY);
  assert_int_equal(f.hits.count, 1);
  expect_hit(&f, 0, 0, "now!", MATCH_QUOTED);
  fixture_match(&f, "Come right now!!!", BODY);
  assert_int_equal(f.hits.count, 2);
  expect_hit(&f, 0, 0, "now!", MATCH_LIVE);
  expect_hit(&f, 1, 1, "!", MATCH_LIVE);
  assert_int_equal(f.hits.items[1].token_end - f.hits.items[1].first_token, 1);
  fixture_destroy(&f);
}

static void a_regex_needs_its_word(void **state) {
  (void)state;
  struct fixture f;
  fixture_create(&f);
  fixture_add(&f,
              &(struct fixture_entry){.regex = "\\d+ minutes", .word = "late"});
  fixture_finish(&f);
  fixture_match(&f, "You are 10 minutes late. We have 20 minutes.", BODY);
  assert_int_equal(f.hits.count, 1);
  expect_hit(&f, 0, 0, "10 minutes", MATCH_LIVE);
  assert_int_equal(f.hits.count, 1);
  fixture_destroy(&f);
}

/* They are filed as one, under the first. */
static void the_regexes_of_an_entry_are_tried_together(void **state) {
  (void)state;
  struct fixture f;
  fixture_create(&f);
  fixture_add(&f, &(struct fixture_entry){.find = "late again",
                                          .regex = "\\d+ minutes\n\\d+ hours",
                                          .word = "late"});
  fixture_finish(&f);
  fixture_match(&f, "10 minutes, 2 hours, late again. 5 hours.", BODY);
  assert_int_equal(f.hits.count, 3);
  expect_hit(&f, 0, 0, "10 minutes", MATCH_LIVE);
  expect_hit(&f, 1, 0, "2 hours", MATCH_LIVE);
  expect_hit(&f, 2, 0, "late again", MATCH_LIVE);
  fixture_destroy(&f);
}

/* With more patterns than bits, a regex stands beside phrases. */
static void a_family_begins_no_regex_as_a_phrase(void **state) {
  (void)state;
  struct fixture f;
  fixture_create(&f);
  for (int i = 0; i < 10; i++) {
    fixture_add(&f, &(struct fixture_entry){.find = "^ <Capital> ,"});
  }
  fixture_add(&f, &(struct fixture_entry){.regex = "[0-9]+ soups"});
  fixture_finish(&f);
  fixture_match(&f, "Ana, the soup is ready.", BODY);
  assert_int_equal(f.hits.count, 10);
  fixture_destroy(&f);
}

static void regexes_that_give_up_are_reported(void **state) {
  (void)state;
  enum { SIZE = 4096 };
  struct fixture f;
  fixture_create(&f);
  fixture_add(&f, &(struct fixture_entry){
                      .regex = "(?:(a)|b| )*(?:(a)|b| )*(?:(a)|b| )*c|d"});
  fixture_finish(&f);
  char *text = calloc(1, SIZE + 1);
  assert_non_null(text);
  for (size_t i = 0; i + 1 < SIZE; i += 2) {
    memcpy(text + i, "a ", 2);
  }
  fixture_match(&f, text, BODY);
  assert_int_equal(f.hits.count, 0);
  assert_int_equal(f.limits.count, 1);
  free(text);
  fixture_destroy(&f);
}

/* A regex sees 8 KiB of a sentence at most, and says so. */
static void long_sentences_are_cut_and_reported(void **state) {
  (void)state;
  enum { SIZE = 10000 };
  struct fixture f;
  fixture_create(&f);
  fixture_add(&f, &(struct fixture_entry){.regex = "rockets?"});
  fixture_finish(&f);
  char *text = calloc(1, SIZE + 16);
  assert_non_null(text);
  memcpy(text, "rocket ", 7);
  for (size_t i = 7; i < SIZE; i += 3) {
    memcpy(text + i, "no ", 3);
  }
  memcpy(text + SIZE, " rocket", 8);
  fixture_match(&f, text, BODY);
  assert_int_equal(f.hits.count, 1);
  expect_hit(&f, 0, 0, "rocket", MATCH_LIVE);
  assert_int_equal(f.limits.count, 1);
  free(text);
  fixture_destroy(&f);
}

/* Runs of the same word, of commas and of quotation marks, with phrases that
 * nearly match everywhere. Counted in time only by the suite's timeout: a
 * quadratic case would take hours. */
/* Words are met and keys tried some at a time: none is lost between two
 * times. */
static void a_sentence_may_be_full_of_matches(void **state) {
  (void)state;
  enum { TIMES = 1000 };
  struct fixture f;
  fixture_create(&f);
  fixture_add(&f, &(struct fixture_entry){.find = "please\nso please"});
  fixture_add(&f, &(struct fixture_entry){.find = "please so"});
  fixture_finish(&f);
  struct base_buffer text = {0};
  for (size_t i = 0; i < TIMES; i++) {
    base_buffer_add_string(&text, "so please, ");
  }
  fixture_match(&f, text.bytes, BODY);
  assert_int_equal(f.hits.count, TIMES + TIMES - 1);
  base_buffer_destroy(&text);
  fixture_destroy(&f);
}

/* More ways at once than are walked one after the other. */
static void a_phrase_may_be_full_of_gaps(void **state) {
  (void)state;
  enum { WORDS = 60 };
  char text[5 * WORDS + 8] = "We";
  struct fixture f;
  fixture_create(&f);
  fixture_add(&f, &(struct fixture_entry){
                      .find = "we ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** "
                              "** ** ** ** ** late"});
  fixture_finish(&f);
  for (int i = 0; i < WORDS; i++) {
    strcat(text, " are");
  }
  strcat(text, " late");
  fixture_match(&f, text, BODY);
  assert_int_equal(f.hits.count, 1);
  expect_hit(&f, 0, 0, text, MATCH_LIVE);
  fixture_destroy(&f);
}

/* More ways are left for later than there is room for. */
static void a_phrase_may_be_full_of_choices(void **state) {
  (void)state;
  enum { WORDS = 60 };
  char phrase[6 * WORDS + 8] = "we";
  char text[4 * WORDS + 8] = "We";
  for (int i = 0; i < WORDS; i++) {
    strcat(phrase, " [are]");
    strcat(text, " are");
  }
  strcat(phrase, " late");
  strcat(text, " late");
  struct fixture f;
  fixture_create(&f);
  fixture_add(&f, &(struct fixture_entry){.find = phrase});
  fixture_finish(&f);
  fixture_match(&f, text, BODY);
  assert_int_equal(f.hits.count, 1);
  expect_hit(&f, 0, 0, text, MATCH_LIVE);
  fixture_destroy(&f);
}

/* Wherever the match and its veto stand, also at the end of a chart. */
static void a_long_sentence_is_searched_everywhere(void **state) {
  (void)state;
  enum { WORDS = 1200 };
  struct fixture f;
  fixture_create(&f);
  fixture_add(&f, &(struct fixture_entry){.find = "we told (you|her) so"});
  fixture_add(
      &f, &(struct fixture_entry){.find = "^ rain", .except = "told , you so"});
  fixture_finish(&f);
  struct base_buffer text = {0};
  for (size_t place = 0; place < WORDS; place += 7) {
    base_buffer_reset(&text);
    for (size_t i = 0; i < WORDS; i++) {
      base_buffer_add_string(&text,
                             i == place ? "rain we told, you so " : "rain so ");
    }
    fixture_match(&f, text.bytes, BODY);
    assert_int_equal(f.hits.count, 2);
    expect_hit(&f, 0, 0, "we told, you so", MATCH_LIVE);
    expect_hit(&f, 1, 1, "rain", MATCH_VETOED);
  }
  base_buffer_destroy(&text);
  fixture_destroy(&f);
}

/* No chart tells where a choice with a full stop may be. */
static void a_veto_without_needs_speaks_in_a_long_sentence(void **state) {
  (void)state;
  enum { WORDS = 300 };
  struct fixture f;
  fixture_create(&f);
  fixture_add(&f,
              &(struct fixture_entry){.find = "^ rain", .except = "(you|.)"});
  fixture_finish(&f);
  struct base_buffer text = {0};
  for (size_t i = 0; i < WORDS; i++) {
    base_buffer_add_string(&text, "rain so ");
  }
  fixture_match(&f, text.bytes, BODY);
  expect_hit(&f, 0, 0, "rain", MATCH_LIVE);
  base_buffer_add_string(&text, "you see");
  fixture_match(&f, text.bytes, BODY);
  expect_hit(&f, 0, 0, "rain", MATCH_VETOED);
  base_buffer_destroy(&text);
  fixture_destroy(&f);
}

/* More of them than the engine looks past for a neighbour. */
/* Marks that a veto passes over take it farther than its words tell. */
static void a_veto_may_hold_many_marks_in_a_long_sentence(void **state) {
  (void)state;
  enum { WORDS = 100 };
  struct fixture f;
  fixture_create(&f);
  fixture_add(&f, &(struct fixture_entry){.find = "told you",
                                          .except_here = "never told you"});
  fixture_finish(&f);
  struct base_buffer text = {0};
  for (int i = 0; i < WORDS; i++) {
    base_buffer_add_string(&text, "so ");
  }
  base_buffer_add_string(&text, "never \"\"\"\"\"\" told you");
  for (int i = 0; i < WORDS; i++) {
    base_buffer_add_string(&text, " so");
  }
  fixture_match(&f, text.bytes, BODY);
  assert_int_equal(f.hits.count, 1);
  expect_hit(&f, 0, 0, "told you", MATCH_VETOED);
  base_buffer_destroy(&text);
  fixture_destroy(&f);
}

static void a_sentence_starts_once_however_many_marks_follow(void **state) {
  (void)state;
  struct fixture f;
  fixture_create(&f);
  fixture_add(&f, &(struct fixture_entry){.find = "^ so"});
  fixture_finish(&f);
  fixture_match(&f, "Well \"\"\"\"\"\"\"\"\"\"\"\" so it rains.", BODY);
  assert_int_equal(f.hits.count, 0);
  fixture_match(&f, "\"\"\"\"\"\"\"\"\"\"\"\" so it rains.", BODY);
  assert_int_equal(f.hits.count, 1);
  fixture_destroy(&f);
}

static void hostile_texts_stay_linear(void **state) {
  (void)state;
  enum { TIMES = 20000 };
  static const char *const units[] = {"no ", ", ", "\"", "no, ", "? ", "no-"};
  struct base_buffer phrase = {0};
  for (size_t i = 0; i < 20; i++) {
    base_buffer_add_string(&phrase, "[no ");
  }
  for (size_t i = 0; i < 20; i++) {
    base_buffer_add_byte(&phrase, ']');
  }
  base_buffer_add_string(&phrase, " yes\n, yes\n, , yes\n? yes\nno ** yes\n"
                                  "no - * yes\n* yes");
  struct fixture f;
  fixture_create(&f);
  fixture_add(&f, &(struct fixture_entry){.find = phrase.bytes,
                                          .except = "no yes",
                                          .except_here = ", yes\nno yes"});
  fixture_add(&f, &(struct fixture_entry){.find = "no\n,",
                                          .except = "no yes",
                                          .except_here = ", yes\nno yes"});
  fixture_finish(&f);
  struct base_buffer text = {0};
  for (size_t u = 0; u < sizeof units / sizeof units[0]; u++) {
    base_buffer_reset(&text);
    base_buffer_add_string(&text, "yes ");
    for (size_t i = 0; i < TIMES; i++) {
      base_buffer_add_string(&text, units[u]);
    }
    fixture_match(&f, text.bytes, BODY);
  }
  base_buffer_destroy(&text);
  base_buffer_destroy(&phrase);
  fixture_destroy(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_leftmost_longest_wins),
      cmocka_unit_test(matches_do_not_overlap_but_what_they_hide_may),
      cmocka_unit_test(the_longest_wins_that_begins_in_a_contraction),
      cmocka_unit_test(a_veto_anywhere_in_the_sentence_silences),
      cmocka_unit_test(a_veto_passes_over_no_comma),
      cmocka_unit_test(a_veto_here_must_overlap),
      cmocka_unit_test(a_veto_here_may_reach_far),
      cmocka_unit_test(a_veto_inside_another_hides_nothing_of_it),
      cmocka_unit_test(a_veto_must_not_end_in_the_sentence_before),
      cmocka_unit_test(a_veto_may_begin_in_the_sentence_before),
      cmocka_unit_test(a_veto_may_lead_to_the_list),
      cmocka_unit_test(a_veto_here_does_not_lead_to_a_list),
      cmocka_unit_test(quoted_words_are_talked_about),
      cmocka_unit_test(zones_are_kept),
      cmocka_unit_test(what_is_off_is_not_looked_for),
      cmocka_unit_test(a_match_may_cross_sentences_that_it_names),
      cmocka_unit_test(names_come_from_the_header_too),
      cmocka_unit_test(regexes_run_on_the_normal_form),
      cmocka_unit_test(a_regex_may_match_a_part_of_a_run_of_marks),
      cmocka_unit_test(a_regex_needs_its_word),
      cmocka_unit_test(the_regexes_of_an_entry_are_tried_together),
      cmocka_unit_test(a_family_begins_no_regex_as_a_phrase),
      cmocka_unit_test(regexes_that_give_up_are_reported),
      cmocka_unit_test(long_sentences_are_cut_and_reported),
      cmocka_unit_test(a_sentence_may_be_full_of_matches),
      cmocka_unit_test(a_phrase_may_be_full_of_gaps),
      cmocka_unit_test(a_phrase_may_be_full_of_choices),
      cmocka_unit_test(a_long_sentence_is_searched_everywhere),
      cmocka_unit_test(a_veto_without_needs_speaks_in_a_long_sentence),
      cmocka_unit_test(a_veto_may_hold_many_marks_in_a_long_sentence),
      cmocka_unit_test(a_sentence_starts_once_however_many_marks_follow),
      cmocka_unit_test(hostile_texts_stay_linear),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
