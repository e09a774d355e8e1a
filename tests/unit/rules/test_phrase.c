/* SPDX-License-Identifier: MIT */
/* The phrase notation: what it compiles to, and what it says of mistakes. */
#include "rules/phrase.h"

#include "base/buffer.h"
#include "rules/phrase_key.h"
#include "text/fold.h"
#include "text/sign.h"
#include "text/vocabulary.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const char *const departments[] = {"Payroll", "Legal",
                                          "Accounts Payable", "=IT", "R&D"};
static const char *const greetings[] = {"hello", "good morning"};
static const char *const titles[] = {"Dr.", "Prof."};
static const char *const nobody[] = {NULL};
static const char *const tell[] = {"tells", "told", "telling"};

#define LIST(name, entries)                                                    \
  { name, entries, sizeof(entries) / sizeof(entries)[0] }

static const struct rules_word_list lists[] = {
    LIST("departments", departments),
    LIST("greetings", greetings),
    LIST("titles", titles),
    {"colleagues", nobody, 0},
    {"broken", NULL, 0},
};
static const struct rules_word_list forms[] = {LIST("tell", tell)};

struct fixture {
  struct base_arena arena;
  struct text_vocabulary *vocabulary;
  struct rules_code code;
  struct rules_definitions definitions;
  struct rules_program program;
  struct rules_anchor anchor;
  struct rules_phrase_error error;
  uint32_t common[3];
  struct base_buffer text;
};

static void create(struct fixture *f) {
  static const char *const common[] = {"i", "you", "the"};
  *f = (struct fixture){.vocabulary = text_vocabulary_create()};
  assert_non_null(f->vocabulary);
  for (size_t i = 0; i < 3; i++) {
    f->common[i] = text_vocabulary_add(f->vocabulary, base_slice_of(common[i]));
  }
  f->definitions =
      (struct rules_definitions){{lists, sizeof lists / sizeof lists[0]},
                                 {forms, 1},
                                 {f->common, 3},
                                 NULL,
                                 false};
}

static void destroy(struct fixture *f) {
  rules_code_destroy(&f->code);
  text_vocabulary_destroy(f->vocabulary);
  base_arena_destroy(&f->arena);
  base_buffer_destroy(&f->text);
}

static enum courtesy_status compile(struct fixture *f, const char *phrase) {
  return rules_phrase_compile(phrase, false, &f->definitions, f->vocabulary,
                              &f->arena, &f->code, &f->program, &f->anchor,
                              &f->error);
}

static void add_format(struct fixture *f, const char *format, uint32_t number) {
  char text[32];
  snprintf(text, sizeof text, format, number);
  base_buffer_add_string(&f->text, text);
}

static void add_word(struct fixture *f, uint32_t word) {
  if (word == TEXT_POSSESSIVE) {
    base_buffer_add_string(&f->text, "'s");
  } else {
    struct base_slice spelling = text_vocabulary_spelling(f->vocabulary, word);
    base_buffer_add(&f->text, spelling.bytes, spelling.size);
  }
}

static void add_words(struct fixture *f, const uint32_t *words, size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (i > 0) {
      base_buffer_add_byte(&f->text, '|');
    }
    add_word(f, words[i]);
  }
}

/* Of the instruction at `at`. */
static void add_instruction(struct fixture *f, uint32_t at,
                            struct rules_instruction instruction) {
  uint32_t argument = instruction.argument;
  switch (instruction.operation) {
  case RULES_WORD:
    add_word(f, argument);
    break;
  case RULES_WORD_SET: {
    struct text_word_set set = rules_code_set(&f->code, argument);
    base_buffer_add_byte(&f->text, '{');
    add_words(f, set.words, set.count);
    base_buffer_add_byte(&f->text, '}');
    break;
  }
  case RULES_SPELLED:
    base_buffer_add_byte(&f->text, '=');
    base_buffer_add_string(&f->text, f->code.spellings.items[argument]);
    break;
  case RULES_SWITCH: {
    struct rules_switch table = rules_code_switch(&f->code, argument);
    base_buffer_add_string(&f->text, "switch");
    for (size_t i = 0; i < table.count; i++) {
      base_buffer_add_byte(&f->text, i == 0 ? ':' : ',');
      add_word(f, rules_case_word(table.cases[i]));
      add_format(f, "=%u", at + 1 + rules_case_past(table.cases[i]));
    }
    break;
  }
  case RULES_CLASS:
    add_format(f, "<%u>", argument);
    break;
  case RULES_MARK:
    if (argument < 0x80) {
      base_buffer_add_byte(&f->text, (char)argument);
    } else {
      add_format(f, "U+%04X", argument);
    }
    break;
  case RULES_JUMP:
    add_format(f, "jump:%u", argument);
    break;
  case RULES_SPLIT:
    add_format(f, "split:%u", at + 1 + f->code.forks.items[argument].past);
    break;
  default: {
    static const char *const names[] = {[RULES_NAME] = "NAME",
                                        [RULES_CAPITAL] = "CAPITAL",
                                        [RULES_ANY] = "*",
                                        [RULES_HYPHEN] = "-",
                                        [RULES_AT_SENTENCE_START] = "^",
                                        [RULES_AT_SENTENCE_END] = "$",
                                        [RULES_AT_TEXT_START] = "^^",
                                        [RULES_AT_TEXT_END] = "$$",
                                        [RULES_IN_STEP] = "step",
                                        [RULES_ACCEPT] = ".."};
    base_buffer_add_string(&f->text, names[instruction.operation]);
    break;
  }
  }
}

/* The program as text: instructions with a blank between them. */
static const char *listing(struct fixture *f) {
  base_buffer_reset(&f->text);
  for (uint32_t i = 0; i < f->program.count; i++) {
    if (i > 0) {
      base_buffer_add_byte(&f->text, ' ');
    }
    add_instruction(f, i, f->code.instructions.items[f->program.first + i]);
  }
  return f->text.bytes;
}

struct row {
  const char *phrase;
  const char *expected;
};

static void expect_listings(const struct row *rows, size_t count) {
  struct fixture f;
  create(&f);
  for (size_t i = 0; i < count; i++) {
    enum courtesy_status status = compile(&f, rows[i].phrase);
    if (status != COURTESY_OK) {
      fail_msg("%s: %s", rows[i].phrase, f.error.message);
    }
    assert_string_equal(listing(&f), rows[i].expected);
  }
  destroy(&f);
}

#define COUNT(rows) (sizeof(rows) / sizeof(rows)[0])

static void words_are_folded(void **state) {
  (void)state;
  static const struct row rows[] = {
      {"Like I TOLD you", "like i told you .."},
      {"  blanks\tdo not\xC2\xA0"
       "count ",
       "blanks do not count .."},
      {"O'Brien O\xE2\x80\x99"
       "Brien",
       "o'brien o'brien .."},
      {"R&D", "r&d .."},
      {"=IT", "it =IT .."},
      {"\xC3\x84rger", "\xC3\xA4rger .."},
      {"24/7", "24 / 7 .."},
      {"3.50 10:30", "3.50 10:30 .."},
  };
  expect_listings(rows, COUNT(rows));
}

/* As the tokenizer parts them. */
static void words_without_blanks_are_parted(void **state) {
  (void)state;
  static const struct row rows[] = {
      {"你好", "你 好 .."},
      {"お茶です", "お 茶 で す .."},
      {"テスト版", "テスト 版 .."},
      {"新OKテスト", "新 ok テスト .."},
      {"안녕하세요", "안녕하세요 .."},
      {"(你好|您好)", "switch:你=1,您=3 好 jump:4 好 .."},
  };
  expect_listings(rows, COUNT(rows));
}

static void brackets_become_branches(void **state) {
  (void)state;
  static const struct row rows[] = {
      {"(as|like) I", "{as|like} i .."},
      {"as [so] far", "as split:3 so far .."},
      {"[a|b] c", "split:2 {a|b} c .."},
      {"(a b|c) d", "switch:a=1,c=2 b d .."},
      {"(a b|c|d|e f) g", "switch:a=1,c=4,d=4,e=3 b jump:4 f g .."},
      {"(a|(b|(c)))", "{a|b|c} .."},
      {"(a|[b] c)", "split:5 split:3 b c jump:6 a .."},
      {"[a [b]] c", "split:4 a split:4 b c .."},
      {"(a b|c|a d e|a d f) g", "switch:a=1,c=3 switch:b=3,d=2 {e|f} g .."},
      {"(a)", "a .."},
      {"(a|a|A)", "{a} .."},
  };
  expect_listings(rows, COUNT(rows));
}

static void signs_become_instructions(void **state) {
  (void)state;
  static const struct row rows[] = {
      {"^ no $", "^ no $ .."},
      {"^^ no $$", "^^ no $$ .."},
      {"<step> no", "^ step no .."},
      {"(^|and) no (again|$)",
       "split:3 ^ jump:4 and no split:8 $ jump:9 again .."},
      {"a * b", "a * b .."},
      {"a ** b", "a split:7 * split:7 * split:7 * b .."},
      {"<Capital> <number>", "CAPITAL <1> .."},
      {"<Name>", "NAME split:5 NAME split:5 NAME .."},
      {"e-mail", "e - mail .."},
      {"e\xE2\x80\x91mail", "e - mail .."},
      {"no, now what?", "no , now what ? .."},
      {"well... no", "well U+2026 no .."},
      {"what??", "what ? .."},
      {"no - yes -- no", "no U+2013 yes U+2014 no .."},
      {"e.g. this", "e.g . this .."},
      {"well \xE2\x80\xA6 no", "well U+2026 no .."},
      {"someone else's", "someone else 's .."},
      {"(you|we)'s", "{you|we} 's .."},
      {"[,|.] no", "split:5 split:4 , jump:5 . no .."},
  };
  expect_listings(rows, COUNT(rows));
}

static void lists_and_forms_are_put_in(void **state) {
  (void)state;
  static const struct row rows[] = {
      {"tell~ you", "{tell|tells|told|telling} you .."},
      {"{greetings} all", "switch:hello=2,good=1 morning all .."},
      {"{titles} no", "switch:dr=1,prof=3 . jump:4 . no .."},
      {"({greetings}|hi)", "switch:hello=2,good=1,hi=2 morning .."},
      {"{departments}'s fault", "switch:payroll=4,legal=4,accounts=1,it=3,r&d="
                                "4 payable jump:4 =IT 's fault .."},
      {"hi {colleagues}", "hi {} .."},
  };
  expect_listings(rows, COUNT(rows));
}

static struct rules_bits bits_of(const struct fixture *f, const char *first,
                                 const char *second) {
  struct rules_bits bits = {0};
  rules_bits_add_word(
      &bits, text_vocabulary_find(f->vocabulary, base_slice_of(first)));
  rules_bits_add_word(
      &bits, text_vocabulary_find(f->vocabulary, base_slice_of(second)));
  return bits;
}

static void assert_same_bits(struct rules_bits a, struct rules_bits b) {
  assert_memory_equal(&a, &b, sizeof a);
}

static void assert_needs_word(const struct fixture *f, size_t index,
                              const char *word) {
  uint32_t id = text_vocabulary_find(f->vocabulary, base_slice_of(word));
  assert_int_equal(f->program.needs[index], rules_need_of_word(id));
}

static struct rules_bits need(const struct fixture *f, size_t index) {
  assert_false(rules_need_is_word(f->program.needs[index]));
  return f->code.needs.items[f->program.needs[index]];
}

static void what_every_match_needs_is_known(void **state) {
  (void)state;
  struct fixture f;
  create(&f);
  assert_int_equal(compile(&f, "^ (could|would) [*] you ** ?"), COURTESY_OK);
  assert_int_equal(f.program.need_count, 2);
  assert_needs_word(&f, 0, "you");
  assert_same_bits(need(&f, 1), bits_of(&f, "could", "would"));
  assert_true(f.program.need_signs[0] ==
              text_sign_of_word(
                  text_vocabulary_find(f.vocabulary, base_slice_of("you"))));
  assert_true(f.program.need_signs[1] == text_sign_of_mark('?'));
  assert_int_equal(compile(&f, "(you|[so] <Name>) <number> ."), COURTESY_OK);
  assert_int_equal(f.program.need_count, 0); /* signs say it */
  assert_true(f.program.need_signs[0] == text_sign_of_kind(TEXT_NUMBER));
  assert_true((f.program.need_signs[1] & TEXT_SIGN_CAPITALISED) != 0);
  assert_int_equal(compile(&f, "(you|*) ** no [no]"), COURTESY_OK);
  assert_int_equal(f.program.need_count, 1);
  assert_needs_word(&f, 0, "no");
  assert_int_equal(compile(&f, "(could you|can you) no"), COURTESY_OK);
  assert_int_equal(f.program.need_count, 2);
  assert_needs_word(&f, 0, "no");
  assert_same_bits(need(&f, 1), bits_of(&f, "could", "can"));
  destroy(&f);
}

/* Words that come into the vocabulary late are rare: a sentence has them less
 * often than those that came first, with which they share no bit. */
static void rare_words_are_needed_first(void **state) {
  (void)state;
  struct fixture f;
  create(&f);
  uint32_t end = text_vocabulary_end(f.vocabulary);
  for (uint32_t word = end; word < TEXT_COMMON_WORDS; word++) {
    char filler[8];
    int size = snprintf(filler, sizeof filler, "w%u", (unsigned)word);
    text_vocabulary_add(f.vocabulary,
                        (struct base_slice){filler, (size_t)size});
  }
  assert_int_equal(compile(&f, "you borrowed the ladder"), COURTESY_OK);
  assert_needs_word(&f, 0, "borrowed");
  assert_needs_word(&f, 1, "ladder");
  for (uint32_t word = TEXT_FIRST_WORD; word < TEXT_COMMON_WORDS; word++) {
    uint64_t sign = text_sign_of_word(word);
    assert_true((sign & TEXT_SIGN_COMMON_WORDS) == sign);
  }
  assert_true((f.program.need_signs[0] & TEXT_SIGN_COMMON_WORDS) == 0);
  assert_true((f.program.need_signs[0] & TEXT_SIGN_ALL_WORDS) != 0);
  destroy(&f);
}

static void expect_reach(struct fixture *f, const char *phrase,
                         uint32_t words) {
  assert_int_equal(compile(f, phrase), COURTESY_OK);
  assert_int_equal(f->program.reach, words);
}

/* From the first to the last written word of the longest match. */
static void phrases_tell_how_far_they_reach(void **state) {
  (void)state;
  struct fixture f;
  create(&f);
  expect_reach(&f, "thanks [so much]", 3);
  expect_reach(&f, "^ (thanks|many , many thanks) ** $", 6);
  expect_reach(&f, "<Name> - * ?", 4);
  destroy(&f);
}

static void equal_word_sets_are_kept_once(void **state) {
  (void)state;
  struct fixture f;
  create(&f);
  for (size_t i = 0; i < 100; i++) {
    char phrase[64];
    snprintf(phrase, sizeof phrase, "(red|blue|w%zu) (one|two)", i);
    assert_int_equal(compile(&f, phrase), COURTESY_OK);
    assert_int_equal(compile(&f, "(two|one) (two|one)"), COURTESY_OK);
  }
  assert_int_equal(f.code.word_sets.count, 101);
  destroy(&f);
}

/* Whatever stands before them, and in whatever order they are written. */
static void equal_switches_forks_and_needs_are_kept_once(void **state) {
  (void)state;
  struct fixture f;
  create(&f);
  for (size_t i = 0; i < 100; i++) {
    char phrase[64];
    snprintf(phrase, sizeof phrase, "w%zu [now] (as soon|as well|later)", i);
    assert_int_equal(compile(&f, phrase), COURTESY_OK);
    assert_int_equal(compile(&f, "(as soon|later|as well)"), COURTESY_OK);
  }
  assert_int_equal(f.code.switches.count, 1);
  assert_int_equal(f.code.cases.count, 2);
  assert_int_equal(f.code.forks.count, 1);
  assert_int_equal(f.code.needs.count, 1);
  destroy(&f);
}

static void expect_anchor(struct fixture *f, const char *phrase,
                          const char *words) {
  assert_int_equal(compile(f, phrase), COURTESY_OK);
  base_buffer_reset(&f->text);
  base_buffer_add_string(&f->text, "");
  add_words(f, f->anchor.words, f->anchor.count);
  assert_string_equal(f->text.bytes, words);
}

static void the_anchor_is_sure_and_rare(void **state) {
  (void)state;
  struct fixture f;
  create(&f);
  expect_anchor(&f, "the rocket you", "rocket");
  expect_anchor(&f, "I [obviously] told you", "told");
  expect_anchor(&f, "(rocket science|brain surgery)", "science|surgery");
  expect_anchor(&f, "(rocket|the) told", "told");
  expect_anchor(&f, "see =IT", "see");
  expect_anchor(&f, "the =IT", "it");
  expect_anchor(&f, "<Name> <number> * ,", "");
  assert_int_equal(f.anchor.count, 0);
  expect_anchor(&f, "(rocket|<Name>) *", "");
  expect_anchor(&f, "the I", "the");
  assert_true(f.anchor.common);
  destroy(&f);
}

static uint64_t sign_of(const struct fixture *f, const char *word) {
  return text_sign_of_word(
      text_vocabulary_find(f->vocabulary, base_slice_of(word)));
}

/* The fork of the SPLIT at a place in the last phrase. */
static struct rules_fork fork_at(const struct fixture *f, uint32_t at) {
  struct rules_instruction split =
      rules_instruction_at(&f->code, &f->program, at);
  assert_int_equal(split.operation, RULES_SPLIT);
  return f->code.forks.items[split.argument];
}

static void a_fork_tells_what_each_way_takes(void **state) {
  (void)state;
  struct fixture f;
  create(&f);
  assert_int_equal(compile(&f, "sorry [for] to"), COURTESY_OK);
  struct rules_fork fork = fork_at(&f, 1);
  assert_true(fork.here == sign_of(&f, "for"));
  assert_true(fork.there == sign_of(&f, "to"));
  assert_int_equal(fork.past, 1);
  /* Each of several optional words may be the next, or what is behind all. */
  assert_int_equal(compile(&f, "so [very] [,] <Name>"), COURTESY_OK);
  fork = fork_at(&f, 1);
  assert_true(fork.here == sign_of(&f, "very"));
  assert_true(fork.there == (text_sign_of_mark(',') | TEXT_SIGN_CAPITALISED));
  /* The end of the phrase is anywhere, that of a sentence at its edge. */
  assert_int_equal(compile(&f, "so [far]"), COURTESY_OK);
  assert_true(fork_at(&f, 1).there == TEXT_SIGN_ANY);
  assert_int_equal(compile(&f, "so [far] $"), COURTESY_OK);
  assert_true(fork_at(&f, 1).there == TEXT_SIGN_EDGE);
  /* The full stop may lie in the abbreviation before it. */
  assert_int_equal(compile(&f, "etc [far] . now"), COURTESY_OK);
  assert_true(fork_at(&f, 1).there ==
              (text_sign_of_mark('.') | sign_of(&f, "now")));
  destroy(&f);
}

static void a_fork_counts_the_words_of_a_gap(void **state) {
  (void)state;
  struct fixture f;
  create(&f);
  assert_int_equal(compile(&f, "a ** * b"), COURTESY_OK);
  assert_int_equal(fork_at(&f, 1).words, 3);
  assert_int_equal(fork_at(&f, 3).words, 2);
  assert_int_equal(fork_at(&f, 5).words, 1);
  assert_true(fork_at(&f, 5).there == TEXT_SIGN_WRITTEN);
  assert_int_equal(compile(&f, "a [*] b"), COURTESY_OK);
  assert_int_equal(fork_at(&f, 1).words, 1);
  assert_int_equal(compile(&f, "a [* c] b"), COURTESY_OK);
  assert_int_equal(fork_at(&f, 1).words, 0);
  assert_int_equal(compile(&f, "a [* [c]] b"), COURTESY_OK);
  assert_int_equal(fork_at(&f, 1).words, 0);
  destroy(&f);
}

static void what_can_come_first_is_known(void **state) {
  (void)state;
  struct fixture f;
  create(&f);
  assert_int_equal(compile(&f, "[oh] no"), COURTESY_OK);
  assert_true(f.program.starts == (sign_of(&f, "oh") | sign_of(&f, "no")));
  assert_true((f.program.seconds & sign_of(&f, "no")) != 0);
  assert_false(f.program.at_start_only);
  assert_int_equal(compile(&f, "^ [*] no ? why"), COURTESY_OK);
  assert_true(f.program.starts == (TEXT_SIGN_WRITTEN | sign_of(&f, "no")));
  assert_true(f.program.at_start_only);
  assert_int_equal(f.program.sentence_ends, 1);
  assert_int_equal(compile(&f, "(.|!) oh no"), COURTESY_OK);
  assert_true(f.program.seconds == sign_of(&f, "oh"));
  assert_int_equal(compile(&f, "(^|and) no ."), COURTESY_OK);
  assert_false(f.program.at_start_only);
  assert_int_equal(f.program.sentence_ends, 0);
  assert_false(f.program.needs_case);
  assert_int_equal(compile(&f, "ask <Name>"), COURTESY_OK);
  assert_true(f.program.needs_case);
  destroy(&f);
}

/* The key of the phrase under the word; a key of no pattern when there is
 * none. `chosen`: of the anchor that costs least, and not just of the rarest
 * words. */
static struct text_key filed(struct fixture *f, const char *phrase,
                             const char *word, bool chosen) {
  struct text_filing filing = {0};
  struct text_prefilter prefilter;
  assert_int_equal(compile(f, phrase), COURTESY_OK);
  f->anchor.next = chosen ? f->anchor.next : NULL;
  assert_true(rules_phrase_file(&f->code, &f->program, &f->anchor, 7, &filing));
  uint32_t end = text_vocabulary_end(f->vocabulary);
  struct base_arena arena = {0};
  assert_true(text_filing_sort(&filing, end, NULL));
  assert_true(text_filing_make(&filing, end, &arena, &prefilter));
  size_t count = 0;
  const struct text_key *keys = text_prefilter_of(
      &prefilter, 0, text_vocabulary_find(f->vocabulary, base_slice_of(word)),
      &count);
  struct text_key key = {.pattern = UINT32_MAX};
  if (count > 0) {
    key = keys[0];
  }
  text_filing_destroy(&filing);
  base_arena_destroy(&arena);
  return key;
}

static struct text_key key_of(struct fixture *f, const char *phrase,
                              const char *word) {
  return filed(f, phrase, word, false);
}

static void a_key_tells_what_stands_around_a_word(void **state) {
  (void)state;
  struct fixture f;
  create(&f);
  struct text_key key = key_of(&f, "sorry [for] to bother (you|us)", "bother");
  assert_int_equal(key.pattern, 7);
  assert_true(key.before == sign_of(&f, "to"));
  assert_true(key.behind == (sign_of(&f, "you") | sign_of(&f, "us")));
  assert_int_equal(key.least, 2);
  assert_int_equal(key.most, 3);
  key = key_of(&f, "^ [<Name>] rocket $", "rocket");
  assert_true((key.before & TEXT_SIGN_EDGE) != 0);
  assert_true((key.before & TEXT_SIGN_WRITTEN) != 0);
  assert_true((key.before & TEXT_SIGN_ALWAYS) == 0);
  assert_true(key.behind == TEXT_SIGN_EDGE);
  assert_int_equal(key.least, 0);
  assert_int_equal(key.most, 3); /* words of a name */
  key = key_of(&f, "(to|so) (the|rocket) <number>", "to");
  assert_true(key.before == TEXT_SIGN_ANY);
  assert_true(key.behind == (sign_of(&f, "the") | sign_of(&f, "rocket")));
  assert_int_equal(key.most, 0);
  destroy(&f);
}

/* One of them is the anchor, which is in every match. */
static void a_key_tells_of_one_place_of_a_word(void **state) {
  (void)state;
  struct fixture f;
  create(&f);
  struct text_key key =
      key_of(&f, "rocket (you|us) [rocket] . rocket", "rocket");
  assert_true(key.behind == (sign_of(&f, "you") | sign_of(&f, "us")));
  assert_int_equal(key.from, TEXT_FROM_WORD);
  assert_int_equal(key.most, 0);
  key = key_of(&f, "the (and rocket|rocket to)", "rocket");
  assert_int_equal(key.least, 1);
  assert_int_equal(key.most, 2);
  destroy(&f);
}

static void distances_count_as_the_matcher_walks_back(void **state) {
  (void)state;
  struct fixture f;
  create(&f);
  struct text_key key = key_of(&f, "the , you , rocket", "rocket");
  assert_true(key.before == text_sign_of_mark(','));
  assert_int_equal(key.least, 2);
  assert_int_equal(key.most, 2);
  key = key_of(&f, "you etc . rocket", "rocket");
  assert_true(key.before == TEXT_SIGN_ANY);
  assert_int_equal(key.from, TEXT_FROM_ANYWHERE);
  key = key_of(&f, "you the-rocket", "rocket");
  assert_true(key.before == text_sign_of_kind(TEXT_HYPHEN));
  assert_int_equal(key.least, 3);
  destroy(&f);
}

/* What stands around a word may tell more than how rare it is. */
static void a_phrase_is_filed_where_it_is_tried_least(void **state) {
  (void)state;
  struct fixture f;
  create(&f);
  const char *phrase = "^ and the * * rocket";
  assert_int_equal(filed(&f, phrase, "rocket", false).pattern, 7);
  assert_int_equal(filed(&f, phrase, "rocket", true).pattern, UINT32_MAX);
  assert_int_equal(filed(&f, phrase, "and", true).pattern, 7);
  destroy(&f);
}

/* Its word is there, and so are its neighbours: these need not be asked for. */
static void a_key_needs_what_stands_further_off(void **state) {
  (void)state;
  struct fixture f;
  create(&f);
  struct text_key key = key_of(&f, "you science * rocket", "science");
  assert_true(key.before == sign_of(&f, "you"));
  assert_true(key.need == sign_of(&f, "rocket"));
  assert_int_equal(key.where, TEXT_IN_SENTENCE);
  key = key_of(&f, "you science", "science"); /* there is nothing else */
  assert_true(key.need == f.program.starts);
  destroy(&f);
}

/* Two tokens away, it is there less often than anywhere. */
static void a_key_needs_what_is_there_least_often(void **state) {
  (void)state;
  struct fixture f;
  create(&f);
  struct text_key key = key_of(&f, "rocket the (you|us) to", "rocket");
  assert_true(key.need == (sign_of(&f, "you") | sign_of(&f, "us")));
  assert_int_equal(key.where, TEXT_TWO_BEHIND);
  key = key_of(&f, "to (you|us) the rocket", "rocket");
  assert_true(key.need == (sign_of(&f, "you") | sign_of(&f, "us")));
  assert_int_equal(key.where, TEXT_TWO_BEFORE);
  key = key_of(&f, "no you [the] rocket", "rocket");
  assert_true(key.need == (sign_of(&f, "no") | sign_of(&f, "you")));
  assert_int_equal(key.where, TEXT_TWO_BEFORE);
  destroy(&f);
}

/* Where nobody knows what stands two tokens away, or whether there is one, it
 * may be anywhere in the sentence; and in another if there is a mark between. */
static void a_key_may_not_know_what_is_two_tokens_away(void **state) {
  (void)state;
  static const char *const parts[] = {
      "no [*] the rocket", "[no] the rocket",   "no <Name> rocket",
      "rocket the [no]",   "rocket [the] no $", "rocket <Name> no",
      "rocket * no",       "^ the rocket",      "rocket the $"};
  struct fixture f;
  create(&f);
  for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
    struct text_key key = key_of(&f, parts[i], "rocket");
    assert_int_equal(key.pattern, 7);
    assert_int_equal(key.where, TEXT_IN_SENTENCE);
  }
  struct text_key key = key_of(&f, "rocket the . no", "rocket");
  assert_true(key.need == TEXT_SIGN_ANY);
  destroy(&f);
}

static void a_key_tells_where_a_match_begins(void **state) {
  (void)state;
  struct fixture f;
  create(&f);
  assert_int_equal(key_of(&f, "^ rocket you", "rocket").from, TEXT_FROM_WORD);
  assert_int_equal(key_of(&f, "^ the rocket", "rocket").from, TEXT_FROM_START);
  static const char *const behind[] = {"[the] rocket you", ", rocket you"};
  for (size_t i = 0; i < sizeof behind / sizeof behind[0]; i++) {
    assert_int_equal(key_of(&f, behind[i], "rocket").from, TEXT_FROM_BEFORE);
  }
  assert_int_equal(key_of(&f, "you etc . rocket", "rocket").from,
                   TEXT_FROM_ANYWHERE);
  assert_int_equal(key_of(&f, "(rocket|science)", "science").from,
                   TEXT_IS_WORD);
  assert_int_equal(key_of(&f, "^ rocket", "rocket").from, TEXT_IS_WORD);
  static const char *const parts[] = {"rocket you", "rocket $", "^^ rocket",
                                      "[*] rocket", "=ROCKET",  "rocket !"};
  for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
    assert_int_not_equal(key_of(&f, parts[i], "rocket").from, TEXT_IS_WORD);
  }
  destroy(&f);
}

struct mistake {
  const char *phrase;
  size_t offset;
  const char *message; /* a part of it */
};

static void mistakes_come_with_their_cure(void **state) {
  (void)state;
  static const struct mistake mistakes[] = {
      {"", 0, "the phrase is empty"},
      {"apologi[sz]e", 7, "(apologise|apologize)"},
      {"(cc)ing", 4, "put a space behind \")\""},
      {"e-mail(s)", 6, "between \"mail\" and \"(\""},
      {"{departments}s", 13, "put a space behind"},
      {"(a|b)=IT", 5, "put a space behind \")\""},
      {"[a]{departments} b", 3, "put a space behind \"]\""},
      {"(a|b)<Name>", 5, "put a space behind \")\""},
      {"<Name>(s)", 6, "put a space between"},
      {"(have|had)? no", 10, "written [a|b]"},
      {"[have]? no", 6, "a space before the ?"},
      {"(a|b)* no", 5, "nothing is repeated"},
      {"(a|b)+ no", 5, "nothing is repeated"},
      {"a+ no", 1, "nothing is repeated"},
      {"no [,.] no", 3, "write [,|.]"},
      {"refus* it", 5, "write out each word"},
      {"*ing", 0, "write spaces around it"},
      {"a *** b", 2, "all there is"},
      {"(?=no) a", 0, "no lookaheads"},
      {"(?:no|yes)", 0, "no lookaheads"},
      {"\\bno\\b", 0, "no backslashes"},
      {"say \"no\"", 4, "leave out quotation marks"},
      {"{departmens}", 0, "there is no list {departmens}; is it {departments}"},
      {"{xyzzy}", 0, "there is no list {xyzzy}"},
      {"{departments", 0, "\"}\" is missing"},
      {"{two words}", 0, "{its-name}"},
      {"- as told", 0, "leave out the \"- \""},
      {"say~ it", 0, "no forms of say~"},
      {"tel~ it", 0, "is it tell~?"},
      {"say ~it", 4, "straight behind a word"},
      {"I don't", 2, "write \"do not\" for \"don't\""},
      {"I don\xE2\x80\x99t", 2, "write \"do not\""},
      {"shouldn't've", 0, "write \"should not have\""},
      {"it's you", 0, "write \"it is\""},
      {"You're so", 0, "write \"you are\""},
      {"cannot be", 0, "write \"can not\""},
      {"I were, dont", 8, "write \"do not\""},
      {"let's go", 0, "write \"let us\""},
      {"no 's", 3, "leave out the space"},
      {", 's", 2, "leave out the space"},
      {",'s", 1, "straight behind a word"},
      {"'tis", 0, "an apostrophe stands inside a word"},
      {"(a|) b", 3, "an alternative is empty"},
      {"(|a) b", 1, "an alternative is empty"},
      {"a ()", 3, "an alternative is empty"},
      {"a [] b", 3, "an alternative is empty"},
      {"a (b [c", 5, "\"[\" is never closed"},
      {"a (b]", 4, "\")\" must close it"},
      {"a b)", 3, "\")\" closes nothing"},
      {"a } b", 2, "\"}\" closes nothing"},
      {"a|b", 1, "(a|b)"},
      {"<name> b", 0, "there is no class <name>"},
      {"< b", 0, "a class is written"},
      {"= b", 0, "such as =IT"},
      {"a ^ b", 2, "^ and <step> stand before everything"},
      {"a <step> b", 2, "^ and <step> stand before everything"},
      {"a (b|$) c", 5, "$ stands behind everything else"},
      {"[a] [b|c] **", 0, "match the empty text"},
      {"^ $", 0, "match the empty text"},
      {"no 100\xE2\x82\xAC", 6, "cannot stand in a phrase"},
      {"no \xFF", 3, "cannot stand in a phrase"},
      {"no \xC2\xAD you", 3, "an invisible character (U+00AD) stands here"},
      {"no,\xE2\x80\x8B you", 3, "an invisible character (U+200B)"},
      {"=\xE2\x80\x8B you", 0, "an invisible character (U+200B)"},
  };
  struct fixture f;
  create(&f);
  for (size_t i = 0; i < COUNT(mistakes); i++) {
    enum courtesy_status status = compile(&f, mistakes[i].phrase);
    if (status != COURTESY_BAD_RULES) {
      fail_msg("%s: no mistake found", mistakes[i].phrase);
    }
    if (strstr(f.error.message, mistakes[i].message) == NULL ||
        f.error.offset != mistakes[i].offset) {
      fail_msg("%s: at %zu: %s", mistakes[i].phrase, f.error.offset,
               f.error.message);
    }
    assert_int_equal(f.code.instructions.count, 0);
  }
  destroy(&f);
}

static void a_word_may_be_too_long(void **state) {
  (void)state;
  struct fixture f;
  create(&f);
  char word[TEXT_FOLD_MAX + 2] = {0};
  memset(word, 'x', TEXT_FOLD_MAX);
  assert_int_equal(compile(&f, word), COURTESY_OK);
  memset(word, 'x', TEXT_FOLD_MAX + 1);
  assert_int_equal(compile(&f, word), COURTESY_BAD_RULES);
  assert_non_null(strstr(f.error.message, "at most 255 bytes"));
  destroy(&f);
}

static void mistakes_in_entries_are_told(void **state) {
  (void)state;
  static const struct mistake mistakes[] = {
      {"Human Resources (HR)", 16, "holds words only"},
      {"the [canteen]", 4, "holds words only"},
      {"IT~", 0, "holds words only"},
      {"<Name>", 0, "holds words only"},
      {"it's Tom", 0, "write \"it is\""},
      {"the 's", 4, "leave out the space"},
      {"no.'s", 3, "holds words only"},
  };
  static const char *const entries[] = {
      "R&D", "=IT", "Front-Desk", "the chef's table", "Dr.", ""};
  struct base_arena arena = {0};
  struct rules_phrase_error error;
  for (size_t i = 0; i < COUNT(mistakes); i++) {
    assert_false(rules_phrase_check_entry(mistakes[i].phrase, &arena, &error));
    assert_non_null(strstr(error.message, mistakes[i].message));
    assert_int_equal(error.offset, mistakes[i].offset);
  }
  for (size_t i = 0; i < COUNT(entries); i++) {
    assert_true(rules_phrase_check_entry(entries[i], &arena, &error));
  }
  base_arena_destroy(&arena);
}

static void of_a_broken_list_nothing_is_told_again(void **state) {
  (void)state;
  struct fixture f;
  create(&f);
  assert_int_equal(compile(&f, "a {broken}"), COURTESY_BAD_RULES);
  assert_null(f.error.message);
  destroy(&f);
}

static void depth_and_size_have_limits(void **state) {
  (void)state;
  struct fixture f;
  create(&f);
  struct base_buffer phrase = {0};
  for (size_t i = 0; i < 33; i++) {
    base_buffer_add_byte(&phrase, '(');
  }
  base_buffer_add_string(&phrase, "a");
  assert_int_equal(compile(&f, phrase.bytes), COURTESY_BAD_RULES);
  assert_non_null(strstr(f.error.message, "more than 32 deep"));
  base_buffer_reset(&phrase);
  base_buffer_add_string(&phrase, "no (a b");
  for (size_t i = 0; i < 1100; i++) {
    char words[16];
    snprintf(words, sizeof words, "|w%zu b", i);
    base_buffer_add_string(&phrase, words);
  }
  base_buffer_add_string(&phrase, ") now");
  assert_int_equal(compile(&f, phrase.bytes), COURTESY_BAD_RULES);
  assert_non_null(strstr(f.error.message, "1104 positions"));
  assert_non_null(strstr(f.error.message, "(a b|w0 b|"));
  assert_int_equal(f.error.offset, 3);
  assert_int_equal(f.code.instructions.count, 0);
  /* Few words, and many ways past them. */
  base_buffer_reset(&phrase);
  base_buffer_add_string(&phrase, "no");
  for (size_t i = 0; i < 480; i++) {
    base_buffer_add_string(&phrase, " [* [[[[[[a]]]]]]]");
  }
  assert_int_equal(compile(&f, phrase.bytes), COURTESY_BAD_RULES);
  assert_non_null(strstr(f.error.message, "too many ways"));
  assert_non_null(strstr(f.error.message, "4095 are the most"));
  assert_int_equal(f.error.offset, 3);
  base_buffer_destroy(&phrase);
  destroy(&f);
}

/* As many words as there are numbers for, of which these phrases name few. */
static void words_have_a_limit(void **state) {
  (void)state;
  struct fixture f;
  create(&f);
  assert_int_equal(compile(&f, "(no|not so) rocket"), COURTESY_OK);
  struct text_vocabulary_tables tables = *text_vocabulary_tables(f.vocabulary);
  tables.end = RULES_LAST_CASE_WORD + 1;
  struct text_vocabulary *few = f.vocabulary;
  f.vocabulary = text_vocabulary_over(&tables);
  assert_int_equal(compile(&f, "(so|no rocket)"), COURTESY_OK);
  text_vocabulary_destroy(f.vocabulary);
  tables.end++;
  f.vocabulary = text_vocabulary_over(&tables);
  assert_int_equal(compile(&f, "(so|no rocket)"), COURTESY_BAD_RULES);
  assert_non_null(strstr(f.error.message, "more than 1048574 words"));
  text_vocabulary_destroy(f.vocabulary);
  f.vocabulary = few;
  destroy(&f);
}

static void entries_of_one_word_are_told(void **state) {
  (void)state;
  struct fixture f;
  create(&f);
  uint32_t it = rules_phrase_single_word("=IT", f.vocabulary);
  assert_int_equal(it, text_vocabulary_find(f.vocabulary, base_slice_of("it")));
  assert_int_not_equal(rules_phrase_single_word("Dr.", f.vocabulary),
                       TEXT_NO_WORD);
  assert_int_equal(rules_phrase_single_word("Front Desk", f.vocabulary),
                   TEXT_NO_WORD);
  assert_int_equal(rules_phrase_single_word("Stop!", f.vocabulary),
                   TEXT_NO_WORD);
  assert_int_equal(rules_phrase_single_word("", f.vocabulary), TEXT_NO_WORD);
  destroy(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(words_are_folded),
      cmocka_unit_test(words_without_blanks_are_parted),
      cmocka_unit_test(brackets_become_branches),
      cmocka_unit_test(signs_become_instructions),
      cmocka_unit_test(lists_and_forms_are_put_in),
      cmocka_unit_test(what_every_match_needs_is_known),
      cmocka_unit_test(rare_words_are_needed_first),
      cmocka_unit_test(phrases_tell_how_far_they_reach),
      cmocka_unit_test(equal_word_sets_are_kept_once),
      cmocka_unit_test(equal_switches_forks_and_needs_are_kept_once),
      cmocka_unit_test(a_fork_tells_what_each_way_takes),
      cmocka_unit_test(a_fork_counts_the_words_of_a_gap),
      cmocka_unit_test(the_anchor_is_sure_and_rare),
      cmocka_unit_test(what_can_come_first_is_known),
      cmocka_unit_test(a_key_tells_what_stands_around_a_word),
      cmocka_unit_test(a_key_tells_of_one_place_of_a_word),
      cmocka_unit_test(distances_count_as_the_matcher_walks_back),
      cmocka_unit_test(a_phrase_is_filed_where_it_is_tried_least),
      cmocka_unit_test(a_key_needs_what_stands_further_off),
      cmocka_unit_test(a_key_needs_what_is_there_least_often),
      cmocka_unit_test(a_key_may_not_know_what_is_two_tokens_away),
      cmocka_unit_test(a_key_tells_where_a_match_begins),
      cmocka_unit_test(mistakes_come_with_their_cure),
      cmocka_unit_test(a_word_may_be_too_long),
      cmocka_unit_test(mistakes_in_entries_are_told),
      cmocka_unit_test(of_a_broken_list_nothing_is_told_again),
      cmocka_unit_test(depth_and_size_have_limits),
      cmocka_unit_test(words_have_a_limit),
      cmocka_unit_test(entries_of_one_word_are_told),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
