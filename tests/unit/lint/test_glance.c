/* SPDX-License-Identifier: MIT */
/* Which lines are searched for greeting and farewell: all that hold one, and
 * few others; and which patterns are tried there. */
#include "bench.h"

#include "lint/glance.h"
#include "text/token.h"

#include <stdio.h>

enum { LINE_MAX_BYTES = 1024 };

static void read_line(const struct bench *bench, const char *line,
                      struct text_source *source,
                      struct text_document *document) {
  *source = (struct text_source){.bytes = line, .size = (uint32_t)strlen(line)};
  struct text_region region = {
      .source = source, .zone = COURTESY_ZONE_BODY, .end = source->size};
  assert_true(text_document_add(document, &region, &bench->ruleset->lexicon));
}

static struct lint_promise promise_of(const struct bench *bench,
                                      enum rules_form_family family,
                                      const char *line, enum lint_where where) {
  struct text_source source;
  struct text_document document = {0};
  read_line(bench, line, &source, &document);
  struct lint_promise promise =
      lint_glance(bench->ruleset, family, document.tokens.items,
                  document.tokens.count, where);
  text_document_destroy(&document);
  return promise;
}

static bool glance_where(const struct bench *bench,
                         enum rules_form_family family, const char *line,
                         enum lint_where where) {
  return promise_of(bench, family, line, where).counting != 0;
}

static bool glance(const struct bench *bench, enum rules_form_family family,
                   const char *line) {
  return glance_where(bench, family, line, LINT_ANYWHERE);
}

/* Whether a match on the line counts there. */
static bool counts(const struct match_hit *hit, const char *line,
                   enum lint_where where) {
  if (where == LINT_ANYWHERE || hit->start <= 1) {
    return true;
  }
  bool last = true;
  for (const char *at = line + hit->end; *at != '\0'; at++) {
    last = last && !(strchr(".!?", at[0]) != NULL && at[1] == ' ');
  }
  return where == LINT_AT_ENDS && last;
}

/* The matches of some patterns on the line, as its tokens tell. */
static void match(const struct bench *bench, enum rules_form_family family,
                  const char *line, uint64_t bits, struct match_hits *hits) {
  struct text_source source;
  const struct text_source *sources[] = {&source};
  struct text_document document = {0};
  read_line(bench, line, &source, &document);
  struct match_text text = {.document = &document, .sources = sources};
  assert_int_equal(
      match_engine_run_family(bench->engine, &text, family, bits, hits),
      COURTESY_OK);
  text_document_destroy(&document);
}

static bool holds(const struct match_hits *hits, const struct match_hit *hit) {
  for (size_t i = 0; i < hits->count; i++) {
    const struct match_hit *other = &hits->items[i];
    if (other->pattern == hit->pattern && other->start == hit->start &&
        other->end == hit->end && other->fate == hit->fate) {
      return true;
    }
  }
  return false;
}

/* Fails when one of the matches on the line counts, but would not be found. */
static void look_where(const struct bench *bench, enum rules_form_family family,
                       const char *line, const struct match_hits *hits,
                       enum lint_where where) {
  struct lint_promise promise = promise_of(bench, family, line, where);
  struct match_hits promised = {0};
  match(bench, family, line, promise.all, &promised);
  for (size_t i = 0; i < hits->count; i++) {
    if (counts(&hits->items[i], line, where) &&
        (promise.counting == 0 || !holds(&promised, &hits->items[i]))) {
      fail_msg("%s is passed over: %s",
               family == RULES_GREETING ? "greeting" : "farewell", line);
    }
  }
  assert_true(where == LINT_AT_START || promised.count == hits->count);
  match_hits_destroy(&promised);
}

/* The matches on the line, each pattern tried on each sentence. */
static void match_plainly(const struct bench *bench,
                          enum rules_form_family family, const char *line,
                          struct match_hits *hits) {
  match_engine_use_prefilter(bench->engine, false);
  match(bench, family, line, UINT64_MAX, hits);
  match_engine_use_prefilter(bench->engine, true);
}

/* Returns 1 when the line holds a match of either family, and fails when one
 * would be passed over. */
static size_t look_at(const struct bench *bench, const char *line) {
  bool any = false;
  for (int i = 0; i < RULES_FORM_FAMILIES; i++) {
    enum rules_form_family family = (enum rules_form_family)i;
    struct match_hits hits = {0};
    match_plainly(bench, family, line, &hits);
    for (int where = LINT_ANYWHERE; where <= LINT_AT_ENDS; where++) {
      look_where(bench, family, line, &hits, (enum lint_where)where);
    }
    any = any || hits.count > 0;
    match_hits_destroy(&hits);
  }
  return any;
}

/* The text in many surroundings. */
static size_t look_at_variants(const struct bench *bench, const char *text) {
  static const char *const before[] = {
      "",          "We meet at noon. ",
      "Done! ",    "Is it?Yes. ",
      ":D ",       "(",
      "\"",        "*",
      "- ",        "1. ",
      "> ",        "... ",
      "It's. ",    "See a/b, R&D. ",
      "I don't. ", "So, ",
      "_",         "’",
  };
  static const char *const behind[] = {
      "",   " Tom", ", Eva and Tom",          ".", "!", " :)", " Anne-marie",
      "'s", ", T.", "; more of it tomorrow.",
  };
  size_t found = 0;
  for (size_t i = 0; i < sizeof before / sizeof before[0]; i++) {
    for (size_t k = 0; k < sizeof behind / sizeof behind[0]; k++) {
      char line[LINE_MAX_BYTES];
      snprintf(line, sizeof line, "%s%s%s", before[i], text, behind[k]);
      found += look_at(bench, line);
    }
  }
  return found;
}

/* The examples of a family, in all languages. */
static size_t look_at_examples(const struct bench *bench, uint32_t entry) {
  const struct courtesy_ruleset *ruleset = bench->ruleset;
  size_t found = 0;
  while (entry != RULES_NO_ENTRY) {
    const struct courtesy_rule *rule = &ruleset->entries[entry];
    struct courtesy_example example;
    for (size_t i = 0; courtesy_rule_example(ruleset, rule, i, &example); i++) {
      found += look_at_variants(bench, example.text);
    }
    entry = rule->sibling;
  }
  return found;
}

static void no_match_is_passed_over(void **state) {
  (void)state;
  struct bench bench;
  bench_open(&bench, NULL);
  assert_true(look_at_examples(&bench, bench.ruleset->greeting) > 5000);
  assert_true(look_at_examples(&bench, bench.ruleset->farewell) > 5000);
  bench_close(&bench);
}

static void prose_is_passed_over(void **state) {
  static const char *const lines[] = {
      "We can meet at noon, and the list is in the folder.",
      "The room is free. I will bring the chairs and the plan.",
      "If it rains we stay inside; don't forget the keys of R2.",
      "Please send it at 10:30. It's on the shelf and/or the desk.",
      "Call the house. We have a new door, so ring twice.",
  };
  (void)state;
  struct bench bench;
  bench_open(&bench, NULL);
  for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
    assert_false(glance(&bench, RULES_GREETING, lines[i]));
    assert_false(glance(&bench, RULES_FAREWELL, lines[i]));
  }
  bench_close(&bench);
}

/* Only the first words of a line can greet; a farewell may be its end. */
static void a_line_is_looked_at_where_it_matters(void **state) {
  (void)state;
  struct bench bench;
  bench_open(&bench, NULL);
  const char *line = "The door is open. Hello";
  assert_false(glance(&bench, RULES_GREETING, line));
  line = "The door is open tomorrow. Tom";
  assert_true(glance(&bench, RULES_FAREWELL, line));
  line = "The door is open tomorrow for Tom and me";
  assert_false(glance(&bench, RULES_FAREWELL, line));
  bench_close(&bench);
}

/* A match that begins with the first word counts, or one in the last
 * sentence. */
static void a_match_must_stand_where_it_counts(void **state) {
  static const struct {
    const char *line;
    bool at_start;
    bool at_ends;
  } cases[] = {
      {"Kind regards", true, true},
      {"Kind regards from all. The door is open.", true, true},
      {"The door is open. Kind regards", false, true},
      {"She sends kind regards. The door is open.", false, false},
      {"She sends kind regards! The door is open.", false, false},
      {"She sends kind regards to Dr. Park", false, true},
      {"The door is open. Thanks. Tom", false, true},
      {"The door is open to all of us.", false, false},
      {"Our Eva sings. The door is open.", true, true},
      {"The door is open. Eva sings", false, true},
  };
  (void)state;
  struct bench bench;
  bench_open(&bench, "language: en\n"
                     "lists:\n  abbreviations: |\n    dr\n"
                     "markers:\n  farewell:\n    weight: 0.1\n"
                     "    find: |\n      kind regards\n"
                     "      ^ thanks [.] <Capital> $\n"
                     "      ^ ** sings $\n");
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    const char *line = cases[i].line;
    bool start = glance_where(&bench, RULES_FAREWELL, line, LINT_AT_START);
    bool ends = glance_where(&bench, RULES_FAREWELL, line, LINT_AT_ENDS);
    if (start != cases[i].at_start || ends != cases[i].at_ends) {
      fail_msg("%d %d: %s", start, ends, line);
    }
  }
  bench_close(&bench);
}

/* What nothing is known of makes all lines worth a look. */
static void vague_patterns_open_all_lines(void **state) {
  static const char *const farewells[] = {
      "regex:\n      - 'b[a-z]e'\n",
      "find: |\n      ^ * <Capital> $\n",
  };
  (void)state;
  for (size_t i = 0; i < sizeof farewells / sizeof farewells[0]; i++) {
    struct bench bench;
    char rules[LINE_MAX_BYTES];
    snprintf(rules, sizeof rules,
             "language: en\nmarkers:\n  farewell:\n    weight: 0.1\n    %s",
             farewells[i]);
    bench_open(&bench, rules);
    assert_true(glance(&bench, RULES_FAREWELL, "the door is open"));
    bench_close(&bench);
  }
}

/* A bench whose only farewell is this phrase. */
static void bench_open_farewell(struct bench *bench, const char *find) {
  char rules[LINE_MAX_BYTES];
  snprintf(rules, sizeof rules,
           "language: en\nmarkers:\n  farewell:\n    weight: 0.1\n"
           "    find: |\n      %s\n",
           find);
  bench_open(bench, rules);
}

/* Each of these is told by another part of the pattern. */
static void patterns_are_known_by_what_they_hold(void **state) {
  static const struct {
    const char *find;
    const char *line;
    bool worth;
  } cases[] = {
      {"feel free to (call|write)", "you feel free and call", true},
      {"feel free to (call|write)", "you feel well and call", false},
      {"[sent] on behalf of <Capital>", "sent on behalf of Tom", true},
      {"^ let us sing", "now let us sing", false},
      {"^ let us sing", "enough. let us sing", true},
      {"^ let us sing", "let's sing", true},
      {"it is tomorrow", "it's tomorrow", true},
      {"it is tomorrow", "it's for free", false},
      {"do not sing", "dont sing", true},
      {"^ <Capital> and <Capital> $", "Eva and Tom", true},
      {"^ <Capital> and <Capital> $", "Eva and Tom sing", false},
      {"^ <Capital> [<Capital>] $", "they sing. Eva", true},
      {"^ <Capital> [<Capital>] $", "they sing. Eva goes", false},
      {"^ <Capital> and *", "Eva and", true},
      {"^ <Capital> and *", "Eva sings", false},
      {"enjoy * * weekend", "enjoy a lovely weekend", true},
      {"enjoy * * weekend", "enjoy a lovely trip", false},
      {"R&D $", "go to R&D", true},
  };
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    struct bench bench;
    bench_open_farewell(&bench, cases[i].find);
    if (glance(&bench, RULES_FAREWELL, cases[i].line) != cases[i].worth) {
      fail_msg("%s: %s", cases[i].find, cases[i].line);
    }
    bench_close(&bench);
  }
}

/* Of one word, these alone are tried; and no other, once all words are taken,
 * unless it may take a mark, too. */
static void patterns_are_known_by_how_they_end(void **state) {
  static const struct {
    const char *find;
    bool single;
    bool marked;
  } cases[] = {
      {"thanks", true, false},
      {"thanks [a lot]", true, false},
      {"thanks a lot", false, false},
      {"(thanks|thank you)", true, false},
      {"^ <Capital> <Capital> $", false, false},
      {"thanks ** for", false, false},
      {"thanks ,", true, true},
      {"thanks [,] <Capital>", false, false},
      {"thanks a lot [,]", false, true},
      {"thanks <number>", true, true},
  };
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    struct bench bench;
    bench_open_farewell(&bench, cases[i].find);
    const struct rules_form *form =
        &bench.ruleset->forms.families[RULES_FAREWELL];
    if ((form->single != 0) != cases[i].single ||
        (form->marked != 0) != cases[i].marked) {
      fail_msg("%s", cases[i].find);
    }
    bench_close(&bench);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(no_match_is_passed_over),
      cmocka_unit_test(prose_is_passed_over),
      cmocka_unit_test(a_line_is_looked_at_where_it_matters),
      cmocka_unit_test(a_match_must_stand_where_it_counts),
      cmocka_unit_test(vague_patterns_open_all_lines),
      cmocka_unit_test(patterns_are_known_by_what_they_hold),
      cmocka_unit_test(patterns_are_known_by_how_they_end),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
