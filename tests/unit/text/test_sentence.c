/* SPDX-License-Identifier: MIT */
#include "describe.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void end_marks_before_a_blank_end_sentences(void **state) {
  (void)state;
  assert_described("We met. Did you see? Yes! so … We go",
                   "we met . ‖ Did you see ? ‖ Yes ! ‖ so … ‖ we go");
  assert_described("we met. they left", "we met . ‖ they left");
}

static void an_ellipsis_before_a_small_letter_ends_nothing(void **state) {
  (void)state;
  assert_described("well... then go", "well … then go");
  assert_described("well… Then go", "well … ‖ Then go");
  assert_described("... and then", "… and then");
}

static void a_capital_without_blank_begins_a_sentence(void **state) {
  (void)state;
  assert_described("as before.The form", "as before . ‖ the form");
  assert_described("what?You see", "what ? ‖ you see");
  assert_described("use ASP.NET or notes.txt", "use ASP . NET or notes . txt");
}

static void a_capital_behind_capitals_begins_none(void **state) {
  (void)state;
  assert_described("we like ASP.Net", "we like ASP . Net");
}

static void a_path_of_code_is_no_end(void **state) {
  (void)state;
  assert_described("see @Model.Order.Number", "see ?@ Model . Order . Number");
  assert_described("see {!Contact.Name}", "see { ! Contact . Name }");
  assert_described("see @Ana today.The form", "see ?@ Ana today . ‖ the form");
}

static void wide_marks_end_sentences_without_blank(void **state) {
  (void)state;
  assert_described("湯です。茶？はい！では",
                   "湯 で す . ‖ 茶 ? ‖ は い ! ‖ で は");
  assert_described("湯、茶，水：酒", "湯 , 茶 , 水 : 酒");
}

static void closing_marks_stay_with_their_sentence(void **state) {
  (void)state;
  assert_described("(We met.) They left", "( we met . ) ‖ They left");
  assert_described("He said “no.” We left", "He said \" no . \" ‖ we left");
  assert_described("*Stop.* We left :-)", "~ Stop . ~ ‖ we left :)");
  assert_described("Now what?!) :-)", "Now what ? ! ) :)");
  assert_described("Why ? ! Tom", "Why ? ! ‖ Tom");
}

static void end_marks_inside_brackets_may_go_on(void **state) {
  (void)state;
  assert_described("Tom (the boss!) said so", "Tom ( the boss ! ) said so");
  assert_described("“Why?” he asked", "\" Why ? \" he asked");
}

static void hard_wraps_do_not_end_sentences(void **state) {
  (void)state;
  /* Wrapped at every width from 20 up, prose is one sentence. */
  const char *words[] = {
      "If",   "you",     "find",   "Tom", "at",    "The",  "Office", "please",
      "give", "Anna",    "Miller", "the", "list",  "that", "We",     "made",
      "On",   "Monday",  "with",   "Bob", "and",   "All",  "others", "of",
      "the",  "Finance", "group",  "who", "asked", "For",  "it"};
  for (size_t width = 20; width <= 80; width++) {
    char text[400] = "";
    size_t used = 0;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
      size_t size = strlen(words[i]);
      bool fits = used + 1 + size <= width;
      strcat(text, i == 0 ? "" : fits ? " " : "\n");
      strcat(text, words[i]);
      used = fits && i > 0 ? used + 1 + size : size;
    }
    struct described described;
    describe(&described, text, true);
    assert_int_equal(described.document.sentences.count, 1);
    described_destroy(&described);
  }
}

static void list_items_are_paragraphs(void **state) {
  (void)state;
  assert_described("- one\n- two\n  more\n- three",
                   "• one ¶ • two more ¶ • three");
  assert_described("1. one\n2) two\n(3) three\nb) four\nc. five",
                   "• one ¶ • two ¶ • three ¶ • four ¶ • five");
  assert_described("B. Berg sings", "B. Berg sings");
  assert_described("p. 5 of it", "p . ‖ #5 of it");
  assert_described("Bring:\n- milk\n- tea", "Bring : ¶ • milk ¶ • tea");
  assert_described("Bring\n• milk\n•tea\n* salt",
                   "Bring ¶ • milk ¶ • tea ¶ • salt");
}

static void items_with_a_number_are_steps(void **state) {
  (void)state;
  struct described described;
  describe(&described, "1. one. two\n(b) three\n- four\n* five", true);
  assert_string_equal(described.line,
                      "• one . ‖ two ¶ • three ¶ • four ¶ • five");
  const struct text_sentence *sentences = described.document.sentences.items;
  assert_int_equal(sentences[0].flags, TEXT_ITEM | TEXT_STEP);
  assert_int_equal(sentences[1].flags, TEXT_ITEM | TEXT_STEP);
  assert_int_equal(sentences[2].flags, TEXT_ITEM | TEXT_STEP);
  assert_int_equal(sentences[3].flags, TEXT_ITEM);
  assert_int_equal(sentences[4].flags, TEXT_ITEM);
  described_destroy(&described);
}

/* Expects the first sentence of the list that each is in. */
static void expect_lists(const char *text, const uint32_t *lists,
                         size_t count) {
  struct described described;
  describe(&described, text, true);
  assert_int_equal(described.document.sentences.count, count);
  for (size_t i = 0; i < count; i++) {
    assert_int_equal(described.document.sentences.items[i].list, lists[i]);
  }
  described_destroy(&described);
}

static void an_open_sentence_leads_to_the_list_behind_it(void **state) {
  (void)state;
  static const uint32_t led[] = {0, 0, 2, 2, 2, 2};
  expect_lists("It is late. Bring\n\n- milk\n- tea. Two\n- salt", led, 6);
  expect_lists("It is late. Bring:\n1. milk\n2. tea. Two\n3. salt", led, 6);
  expect_lists("It is late. Could you\u2026\n\n* one\n* two. Two\n* three", led,
               6);
  static const uint32_t none[] = {0, 0, 0};
  expect_lists("It is late.\n\n- milk\n- tea", none, 3);
  expect_lists("- milk\n- tea\n\nIt is late.", none, 3);
  static const uint32_t again[] = {0, 1, 0, 3};
  expect_lists("Bring\n\n- milk\n\nSell\n\n- tea", again, 4);
}

static void a_wrapped_dash_or_number_is_no_bullet(void **state) {
  (void)state;
  assert_described("we met on the\n- as I said -\n12. of May",
                   "we met on the – as I said – #12 . ‖ of May");
  struct described described;
  describe(&described, "- and so on", false);
  assert_string_equal(described.line, "– and so on");
  described_destroy(&described);
}

static void blank_lines_part_paragraphs(void **state) {
  (void)state;
  assert_described("one\n\ntwo", "one ¶ two");
  assert_described("\n \none\n\n", "one");
  assert_described("> one\n>\n> two", "~ one ¶ ~ two");
  assert_described("|| one\n||\n|> two", "~ one ¶ ~ two");
  assert_described("one\n\u00A0\ntwo", "one ¶ two");
}

static void headings_and_table_rows_stand_alone(void **state) {
  (void)state;
  assert_described("Agenda\nWe talk about the new printer.",
                   "Agenda ¶ we talk about the new printer .");
  assert_described("Room: 12\nTime: noon\nHost: Tom",
                   "Room : #12 ¶ Time : noon ¶ Host : Tom");
}

static void a_line_without_room_for_the_next_word_is_no_heading(void **state) {
  (void)state;
  assert_described("We meet the\nGartenbauer at my door",
                   "we meet the Gartenbauer at my door");
  assert_described("We meet the\nGardeners at this door",
                   "we meet the ¶ Gardeners at this door");
}

static void all_line_ends_are_taken(void **state) {
  (void)state;
  assert_described("- one\r\n- two\r\n", "• one ¶ • two");
  assert_described("- one\r- two\r", "• one ¶ • two");
}

static struct text_sentence sentence_of(const char *text) {
  struct described described;
  describe(&described, text, true);
  struct text_sentence sentence = described.document.sentences.items[0];
  described_destroy(&described);
  return sentence;
}

static void a_start_skips_what_is_no_word(void **state) {
  (void)state;
  assert_int_equal(sentence_of("- (“*we met").word_start, 4);
  assert_int_equal(sentence_of(":-) we met").word_start, 1);
  assert_int_equal(sentence_of(", we met").word_start, 0);
}

static void an_end_begins_behind_the_last_word(void **state) {
  (void)state;
  struct text_sentence sentence = sentence_of("Now what?!)");
  assert_int_equal(sentence.word_end, 2);
  assert_int_equal(sentence.token_end, 5);
}

static void a_sentence_spans_first_to_last_token(void **state) {
  (void)state;
  struct text_sentence sentence = sentence_of("> we\n> met. So");
  assert_int_equal(sentence.start, 2);
  assert_int_equal(sentence.end, 11);
  assert_int_equal(sentence.words, 2);
}

static void written_words_are_counted(void **state) {
  (void)state;
  assert_int_equal(sentence_of("Don't e-mail R&D, 10 times!").words, 5);
  assert_int_equal(sentence_of("??? ...").words, 0);
}

static void capitals_are_weighed(void **state) {
  (void)state;
  enum { BOTH = TEXT_SHOUTED | TEXT_MOSTLY_CAPITALISED };
  assert_int_equal(sentence_of("SEND IT NOW, I SAY.").flags, BOTH);
  assert_int_equal(sentence_of("I DON'T KNOW.").flags, BOTH);
  assert_int_equal(sentence_of("NOW.").flags, 0);
  assert_int_equal(sentence_of("Send it NOW, Tom.").flags, 0);
  assert_int_equal(sentence_of("Please Ask The Marketing Team First.").flags,
                   TEXT_MOSTLY_CAPITALISED);
  assert_int_equal(sentence_of("Thanks Tom, Anna and Bob.").flags, 0);
}

/* Signs are read in fours, of which the last end anywhere. */
static void nothing_of_a_neighbour_is_counted(void **state) {
  (void)state;
  for (size_t words = 1; words <= 12; words++) {
    char text[200] = "";
    for (size_t i = 0; i < words; i++) {
      strcat(text, i == 0 ? "so" : i % 2 == 0 ? " we" : " met");
    }
    strcat(text, "! DO IT NOW");
    struct described described;
    describe(&described, text, true);
    const struct text_document *document = &described.document;
    assert_int_equal(document->sentences.count, 2);
    const struct text_sentence *first = &document->sentences.items[0];
    assert_int_equal(first[0].words, words);
    assert_int_equal(first[0].flags & TEXT_SHOUTED, 0);
    assert_int_equal(first[1].words, 3);
    assert_true((first[1].flags & TEXT_SHOUTED) != 0);
    uint64_t signs[2] = {0};
    for (size_t i = 0; i < document->signs.count; i++) {
      signs[i > words] |= document->signs.items[i];
    }
    assert_true(first[0].sign == signs[0] && first[1].sign == signs[1]);
    described_destroy(&described);
  }
}

static void zone_and_source_are_the_callers(void **state) {
  (void)state;
  struct text_vocabulary *vocabulary = text_vocabulary_create();
  const struct text_lexicon lexicon = {.vocabulary = vocabulary};
  const struct text_source source = {.bytes = "xx We met. xx", .size = 13};
  const struct text_region region = {
      .source = &source, .source_number = 3, .zone = 2, .start = 3, .end = 10};
  struct text_document document = {0};
  assert_true(text_document_add(&document, &region, &lexicon));
  assert_true(text_document_add(&document, &region, &lexicon));
  assert_int_equal(document.sentences.count, 2);
  const struct text_sentence *second = &document.sentences.items[1];
  assert_int_equal(second->source, 3);
  assert_int_equal(second->zone, 2);
  assert_int_equal(second->start, 3);
  assert_int_equal(second->end, 10);
  assert_int_not_equal(second->paragraph,
                       document.sentences.items[0].paragraph);
  text_document_reset(&document);
  assert_int_equal(document.sentences.count, 0);
  assert_int_equal(document.written, 0);
  text_document_destroy(&document);
  text_vocabulary_destroy(vocabulary);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(end_marks_before_a_blank_end_sentences),
      cmocka_unit_test(an_ellipsis_before_a_small_letter_ends_nothing),
      cmocka_unit_test(a_capital_without_blank_begins_a_sentence),
      cmocka_unit_test(a_capital_behind_capitals_begins_none),
      cmocka_unit_test(a_path_of_code_is_no_end),
      cmocka_unit_test(wide_marks_end_sentences_without_blank),
      cmocka_unit_test(closing_marks_stay_with_their_sentence),
      cmocka_unit_test(end_marks_inside_brackets_may_go_on),
      cmocka_unit_test(hard_wraps_do_not_end_sentences),
      cmocka_unit_test(list_items_are_paragraphs),
      cmocka_unit_test(items_with_a_number_are_steps),
      cmocka_unit_test(an_open_sentence_leads_to_the_list_behind_it),
      cmocka_unit_test(a_wrapped_dash_or_number_is_no_bullet),
      cmocka_unit_test(blank_lines_part_paragraphs),
      cmocka_unit_test(headings_and_table_rows_stand_alone),
      cmocka_unit_test(a_line_without_room_for_the_next_word_is_no_heading),
      cmocka_unit_test(all_line_ends_are_taken),
      cmocka_unit_test(a_start_skips_what_is_no_word),
      cmocka_unit_test(an_end_begins_behind_the_last_word),
      cmocka_unit_test(a_sentence_spans_first_to_last_token),
      cmocka_unit_test(written_words_are_counted),
      cmocka_unit_test(capitals_are_weighed),
      cmocka_unit_test(nothing_of_a_neighbour_is_counted),
      cmocka_unit_test(zone_and_source_are_the_callers),
  };
  return cmocka_run_group_tests_name("sentence", tests, NULL, NULL);
}
