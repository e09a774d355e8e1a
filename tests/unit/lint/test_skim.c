/* SPDX-License-Identifier: MIT */
/* Which paragraphs of others' words are made into tokens: all that hold what
 * somebody listens for, and few others. */
#include "bench.h"

#include "lint/skim.h"
#include "text/token.h"

#include <stdio.h>

enum { LINE_MAX_BYTES = 512 };

#define HEAD "language: en\ngroup: test\nmarkers:\n"

static const char rules[] = HEAD "  anger:\n    in: [quote]\n    find: |\n"
                                 "      you are (blind|dull)\n"
                                 "      shame on you\n"
                                 "      the worst [service|team] ever\n"
                                 "      not * useless\n"
                                 "      ^ shut up\n"
                                 "      ox\n"
                                 "      someone else's fault\n"
                                 "      needs not\n"
                                 "      must not\n"
                                 "  place:\n    in: [forward, quote]\n"
                                 "    find: |\n"
                                 "      <number> streets\n"
                                 "      Q3 plan\n"
                                 "  list:\n    find: |\n"
                                 "      the list\n"
                                 "      <url>\n";

/* Each holds a match of a marker. */
static const char *const texts[] = {
    "you are blind",
    "You're dull",
    "YOU ARE BLIND",
    "youre blind",
    "shame on you",
    "the worst ever",
    "the worst team ever",
    "not very useless",
    "it isn't all useless",
    "isnt it useless",
    "Shut up",
    "someone else's fault",
    "mustn't",
    "mustnt",
    "12 streets",
    "the Q3 plan",
    "you,\nare dull",
    "an ox",
    "ox, they say",
};

static bool is_worth_it(const struct bench *bench, const char *text) {
  struct text_source source = {.bytes = text, .size = (uint32_t)strlen(text)};
  return lint_skim_finds(bench->ruleset, &source, 0, source.size);
}

static bool matches(const struct bench *bench, const char *line) {
  struct text_source source = {.bytes = line, .size = (uint32_t)strlen(line)};
  const struct text_source *sources[] = {&source};
  struct text_document document = {0};
  struct match_hits hits = {0};
  struct match_limits limits = {0};
  struct text_region region = {
      .source = &source, .zone = COURTESY_ZONE_QUOTE, .end = source.size};
  assert_true(text_document_add(&document, &region, &bench->ruleset->lexicon));
  struct match_text text = {.document = &document, .sources = sources};
  assert_int_equal(match_engine_run(bench->engine, &text, &hits, &limits),
                   COURTESY_OK);
  bool any = hits.count > 0;
  match_hits_destroy(&hits);
  match_limits_destroy(&limits);
  text_document_destroy(&document);
  return any;
}

static void what_holds_a_match_is_worth_it(void **state) {
  (void)state;
  static const char *const before[] = {
      "",
      "We meet at noon. ",
      "Done! ",
      "a/b ",
      "(",
      "\"",
      "*",
      "- ",
      "> ",
      "... ",
      "It's ",
      "R&D ",
      "_",
      "’",
      "1. ",
      "the\n",
      "http://acme.example/x ",
      "don't, ",
      "a@acme.example ",
  };
  static const char *const behind[] = {
      "", " Tom", ", Eva", ".", "!", "\nnow", "'s", "-", "/b", " of 12%", " é",
  };
  struct bench bench = {0};
  bench_open(&bench, rules);
  size_t found = 0;
  for (size_t t = 0; t < sizeof texts / sizeof texts[0]; t++) {
    for (size_t i = 0; i < sizeof before / sizeof before[0]; i++) {
      for (size_t k = 0; k < sizeof behind / sizeof behind[0]; k++) {
        char line[LINE_MAX_BYTES];
        snprintf(line, sizeof line, "%s%s%s", before[i], texts[t], behind[k]);
        bool any = matches(&bench, line);
        found += any;
        if (any && !is_worth_it(&bench, line)) {
          fail_msg("is passed over: %s", line);
        }
      }
    }
  }
  assert_true(found > 1000); /* else the sentences test nothing */
  bench_close(&bench);
}

static void most_that_holds_none_is_passed_over(void **state) {
  (void)state;
  static const char *const lines[] = {
      "Could you send the list by Monday, please?",
      "We are dull company; they are blind to it.", /* other words before */
      "Our plan is not here, for shame is no help.",
      "They're not for us, and it isn't late.",
      "The worst is over.\nYou met Ana on 3 March.",
  };
  struct bench bench = {0};
  bench_open(&bench, rules);
  for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
    if (is_worth_it(&bench, lines[i])) {
      fail_msg("is looked at: %s", lines[i]);
    }
  }
  bench_close(&bench);
}

/* What is searched for in own words, too, is not skimmed for. */
static void words_tell_nothing_of_classes_and_marks(void **state) {
  (void)state;
  static const char *const not_by_words[] = {
      HEAD "  link:\n    in: [quote]\n    find: |\n      <url>\n",
      HEAD "  place:\n    in: [quote]\n    find: |\n      R&D\n",
  };
  struct bench bench = {0};
  bench_open(&bench, rules);
  assert_true(bench.ruleset->sieve->works);
  assert_false(is_worth_it(&bench, "See the list."));
  bench_close(&bench);
  for (size_t i = 0; i < 2; i++) {
    bench_open(&bench, not_by_words[i]);
    assert_false(bench.ruleset->sieve->works);
    bench_close(&bench);
  }
}

static void what_may_be_read_otherwise_is_worth_it(void **state) {
  (void)state;
  struct bench bench = {0};
  bench_open(&bench, rules);
  assert_true(is_worth_it(&bench, "Caf\xC3\xA9 at noon"));
  assert_true(is_worth_it(&bench, "A uselessnessfulness"));
  assert_true(is_worth_it(&bench, "We don`t know"));
  bench_close(&bench);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_holds_a_match_is_worth_it),
      cmocka_unit_test(most_that_holds_none_is_passed_over),
      cmocka_unit_test(words_tell_nothing_of_classes_and_marks),
      cmocka_unit_test(what_may_be_read_otherwise_is_worth_it),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
