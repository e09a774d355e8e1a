/* SPDX-License-Identifier: MIT */
#include "describe.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void contractions_are_taken_apart(void **state) {
  (void)state;
  assert_described("don't", "do not");
  assert_described("DON’T", "do not");
  assert_described("don`t", "do not");
  assert_described("don´t", "do not");
  assert_described("donʼt", "do not");
  assert_described("dont", "do not");
  assert_described("Tom's here", "Tom's is|has|'s here");
  assert_described("shouldn't've", "should not have");
  assert_described("cannot", "can not");
}

static void plain_words_are_left_alone(void **state) {
  (void)state;
  assert_described("O'Brien's idea", "O'Brien's is|has|'s idea");
  assert_described("its well ill were", "its well ill were");
  assert_described("rock'n'roll", "rock'n'roll");
  assert_described("the teams' room", "the teams \" room");
}

static void each_part_has_the_span_of_the_whole(void **state) {
  (void)state;
  struct described described;
  describe(&described, "Now I don't.", true);
  const struct text_token *part = described_token(&described, "don't");
  assert_int_equal(part[0].start, part[1].start);
  assert_int_equal(part[0].end, part[1].end);
  assert_int_equal(part[0].written, 2);
  assert_int_equal(part[1].written, 2);
  assert_int_equal(part[2].written, 2); /* the full stop repeats it */
  described_destroy(&described);
}

static void a_token_is_found_by_its_place(void **state) {
  (void)state;
  enum { TOKENS = 9 };
  struct text_token tokens[TOKENS] = {0};
  for (uint32_t i = 0; i < TOKENS; i++) {
    tokens[i].start = 3 * i;
  }
  for (uint32_t low = 0; low <= TOKENS; low++) {
    for (uint32_t high = low; high <= TOKENS; high++) {
      for (uint32_t byte = 0; byte < 3 * TOKENS; byte++) {
        uint32_t at = low;
        while (at < high && tokens[at].start < byte) {
          at++;
        }
        assert_int_equal(text_token_at(tokens, low, high, byte), at);
      }
    }
  }
}

static void compounds_are_one_written_word(void **state) {
  (void)state;
  struct described described;
  describe(&described, "a well-known e-mail", true);
  assert_string_equal(described.line, "a well - known e - mail");
  const struct text_token *tokens = described.document.tokens.items;
  const uint32_t written[] = {0, 1, 1, 1, 2, 2, 2};
  for (size_t i = 0; i < 7; i++) {
    assert_int_equal(tokens[i].written, written[i]);
  }
  assert_true((tokens[1].flags & TEXT_HYPHEN_AFTER) != 0);
  assert_true((tokens[3].flags & TEXT_HYPHEN_BEFORE) != 0);
  assert_false((tokens[3].flags & TEXT_HYPHEN_AFTER) != 0);
  described_destroy(&described);
}

static void hyphens_and_dashes_differ(void **state) {
  (void)state;
  assert_described("well‐known well‑known", "well - known well - known");
  assert_described("now - then", "now – then");
  assert_described("now--then – so — yes", "now — then – so — yes");
  assert_described("3-day trip", "#3 - day trip");
  assert_described("pre- and post", "pre - and post"); /* the mark `-` */
  assert_described("All- The list", "All – the list");
  assert_described("Thanks -Eva", "Thanks – Eva");
  assert_described("the option -v", "the option - v"); /* the mark `-` */
  assert_described("-- \nso -> there", "— so ?-> there");
}

static void a_hyphen_at_the_line_end_joins(void **state) {
  (void)state;
  struct described described;
  describe(&described, "> a well-\n> known man", true);
  assert_string_equal(described.line, "~ a well - ~ known man");
  assert_int_equal(described_token(&described, "known")->written, 1);
  assert_int_equal(described_token(&described, "-")->kind, TEXT_HYPHEN);
  described_destroy(&described);
  describe(&described, "a well-\n(known) man", true);
  assert_int_equal(described_token(&described, "-")->kind, TEXT_PUNCTUATION);
  described_destroy(&described);
}

/* A subject and the text below it begin at byte 0, both. */
static void a_hyphen_joins_nothing_of_another_text(void **state) {
  (void)state;
  static const char *const pairs[][2] = {
      {"Well", "Well-don't"}, {"Rock", "rock-n'roll"}, {"O'B", "o'b-known"}};
  for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
    struct described described;
    describe(&described, pairs[i][0], true);
    const struct text_lexicon lexicon = {.vocabulary = described.vocabulary};
    const struct text_source below = {.bytes = pairs[i][1],
                                      .size = (uint32_t)strlen(pairs[i][1])};
    const struct text_region region = {
        .source = &below, .source_number = 1, .end = below.size};
    assert_true(text_document_add(&described.document, &region, &lexicon));
    const struct text_token *tokens = described.document.tokens.items;
    assert_false((tokens[0].flags & TEXT_HYPHEN_AFTER) != 0);
    assert_true((tokens[1].flags & TEXT_HYPHEN_AFTER) != 0);
    described_destroy(&described);
  }
}

static void numbers_keep_their_marks(void **state) {
  (void)state;
  assert_described("10:30 3.5 1,000 1.000,50 1'000",
                   "#10:30 #3.5 #1,000 #1.000,50 #1'000");
  assert_described("10am 2nd 90's 5.", "#10am #2nd #90's #5 .");
  struct described described;
  describe(&described, "50% off", true);
  assert_string_equal(described.line, "#50% off");
  const struct text_token *token = described_token(&described, "50%");
  assert_true(base_slice_equals(
      text_vocabulary_spelling(described.vocabulary, token->words[0]), "50%"));
  assert_true(base_slice_equals(
      text_vocabulary_spelling(described.vocabulary, token->words[1]), "50"));
  described_destroy(&described);
}

static void links_end_before_the_sentence_does(void **state) {
  (void)state;
  assert_described("see https://example.com/a_(b)?c=d.",
                   "see url:https://example.com/a_(b)?c=d .");
  assert_described("(www.example.com)", "( url:www.example.com )");
  assert_described("<mailto:tom@example.com>",
                   "< url:mailto:tom@example.com >");
  assert_described("“https://example.com”", "\" url:https://example.com \"");
  assert_described("note: this", "note : this");
  assert_described("http://", "http : /");
}

static void addresses_are_one_word(void **state) {
  (void)state;
  struct described described;
  describe(&described, "Ask anna-maria.miller_1+x@mail.example.com, now", true);
  assert_string_equal(described.line,
                      "Ask mail:anna-maria.miller_1+x@mail.example.com , now");
  described_destroy(&described);
  describe(&described, "ask e-mail.tom@example.com. Yes", true);
  assert_string_equal(described.line,
                      "ask mail:e-mail.tom@example.com . ‖ Yes");
  assert_int_equal(described.document.written, 3);
  described_destroy(&described);
  assert_described("@tom tom@ @", "?@ tom tom ?@ ?@");
  assert_described("müller@bücher.example", "mail:müller@bücher.example");
}

static void joined_words_are_one(void **state) {
  (void)state;
  assert_described("R&D AT&T q&a w/o P&O's", "R&D AT&T q&a w/o p&o is|has|'s");
  assert_described("Tom&Anna and/or", "Tom & Anna and / or");
}

static void abbreviations_own_their_full_stop(void **state) {
  (void)state;
  assert_described("Mr. Miller vs. Tom", "mr Miller vs Tom");
  assert_described("e.g. this, a Ph.D. etc...", "e.g this , a ph.d etc …");
  assert_described("the U.S. team", "the U.S. team");
  struct described described;
  describe(&described, "vs. it", true);
  assert_int_equal(described.document.tokens.items[0].end, 3);
  described_destroy(&described);
}

static void initials_own_their_full_stop(void **state) {
  (void)state;
  assert_described("J. Miller and Tom F. Miller",
                   "J. Miller and Tom F. Miller");
  assert_described("So do I. Miller too", "So do I . ‖ Miller too");
  assert_described("vitamin C. Tom has it", "vitamin C . ‖ Tom has it");
  assert_described("Plan B. This is it", "Plan B . ‖ this is it");
}

static void emphasis_is_passed_over(void **state) {
  (void)state;
  assert_described("*only* _only_ **very**", "~ only ~ ~ only ~ ~ very ~");
  assert_described("_café_ __init__ été_a", "~ café ~ ~ init ~ été_a");
  assert_described("5 * 3, snake_case, ____", "#5 ?* #3 , snake_case , ?____");
}

static void quotation_marks_are_passed_over(void **state) {
  (void)state;
  assert_described("“so” „so“ «so» \"so\" 'so' ‘so’",
                   "\" so \" \" so \" \" so \" \" so \" \" so \" \" so \"");
}

static void smileys_and_emoji_are_one_kind(void **state) {
  (void)state;
  assert_described("thanks :-) ;) :D =) :'( :/ <3",
                   "thanks :) :) :) :) :| :| :)");
  assert_described("thanks:) 👍🏽 👩‍💻 🇩🇪 ☺️ 😂 🙄",
                   "thanks :) :| :| :| :) :) :|");
  assert_described("so: D. 3:30 a:b © ™", "so : D . ‖ #3:30 a : b ?© ?™");
}

static void runs_of_a_mark_are_one_token(void **state) {
  (void)state;
  assert_described("what?!! so..", "what ? ! ‖ so …");
  assert_described("stop!!!!", "stop !");
  assert_described("so ==== or ----", "so ?==== or ?----");
}

static void invisible_characters_do_not_part_words(void **state) {
  (void)state;
  assert_described("kind\u00ADly kind\u200Bly \u200Bkindly\uFEFF",
                   "kindly kindly kindly");
  assert_described("we\u00A0do\u202Fnot", "we do not");
  assert_described("STRAßE Straße", "strasse strasse");
}

static void placeholders_are_written_words(void **state) {
  (void)state;
  assert_described("Dear \uFFFC,", "Dear {} ,");
}

static void flags_tell_the_case(void **state) {
  (void)state;
  struct described described;
  describe(&described, "Tom IS It éa Éa ÉA A a1 A1 DON'T", true);
  const struct {
    const char *written;
    unsigned flags;
  } cases[] = {
      {"Tom", TEXT_CAPITALISED},
      {"IS", TEXT_CAPITALISED | TEXT_ALL_CAPITALS},
      {"It", TEXT_CAPITALISED},
      {"éa", 0},
      {"Éa", TEXT_CAPITALISED},
      {"ÉA", TEXT_CAPITALISED | TEXT_ALL_CAPITALS},
      {"A", TEXT_CAPITALISED},
      {"a1", 0},
      {"A1", TEXT_CAPITALISED},
      {"DON'T", TEXT_CAPITALISED | TEXT_ALL_CAPITALS},
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    unsigned flags = described_token(&described, cases[i].written)->flags;
    assert_int_equal(flags & (TEXT_CAPITALISED | TEXT_ALL_CAPITALS),
                     cases[i].flags);
  }
  described_destroy(&described);
}

static void blanks_before_are_flagged(void **state) {
  (void)state;
  struct described described;
  describe(&described, "so, (it)\nis", true);
  const unsigned expected[] = {1, 0, 1, 0, 0, 1};
  for (size_t i = 0; i < 6; i++) {
    unsigned flags = described.document.tokens.items[i].flags;
    assert_int_equal((flags & TEXT_BLANK_BEFORE) != 0, expected[i]);
  }
  described_destroy(&described);
}

static void a_token_tells_its_folded_spelling(void **state) {
  (void)state;
  const struct {
    const char *text;
    const char *folded;
  } cases[] = {{"John's", "john"},   {"Straße", "strasse"},
               {"Mr. X", "mr"},      {"O’Brien", "o'brien"},
               {"shan't", "sha"},    {"U.S. team", "u.s"},
               {"10:30 am", "10:30"}};
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    struct described described;
    describe(&described, cases[i].text, true);
    struct text_folded folded;
    assert_true(text_token_folded(&described.source,
                                  described.document.tokens.items, &folded));
    assert_int_equal(folded.size, strlen(cases[i].folded));
    assert_memory_equal(folded.bytes, cases[i].folded, folded.size);
    described_destroy(&described);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(contractions_are_taken_apart),
      cmocka_unit_test(plain_words_are_left_alone),
      cmocka_unit_test(each_part_has_the_span_of_the_whole),
      cmocka_unit_test(a_token_is_found_by_its_place),
      cmocka_unit_test(compounds_are_one_written_word),
      cmocka_unit_test(hyphens_and_dashes_differ),
      cmocka_unit_test(a_hyphen_at_the_line_end_joins),
      cmocka_unit_test(a_hyphen_joins_nothing_of_another_text),
      cmocka_unit_test(numbers_keep_their_marks),
      cmocka_unit_test(links_end_before_the_sentence_does),
      cmocka_unit_test(addresses_are_one_word),
      cmocka_unit_test(joined_words_are_one),
      cmocka_unit_test(abbreviations_own_their_full_stop),
      cmocka_unit_test(initials_own_their_full_stop),
      cmocka_unit_test(emphasis_is_passed_over),
      cmocka_unit_test(quotation_marks_are_passed_over),
      cmocka_unit_test(smileys_and_emoji_are_one_kind),
      cmocka_unit_test(runs_of_a_mark_are_one_token),
      cmocka_unit_test(invisible_characters_do_not_part_words),
      cmocka_unit_test(placeholders_are_written_words),
      cmocka_unit_test(flags_tell_the_case),
      cmocka_unit_test(blanks_before_are_flagged),
      cmocka_unit_test(a_token_tells_its_folded_spelling),
  };
  return cmocka_run_group_tests_name("token", tests, NULL, NULL);
}
