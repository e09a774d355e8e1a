/* SPDX-License-Identifier: MIT */
/*
 * What phrases meet in real text. In each text [[…]] marks what must be
 * found, and nothing else may be.
 */
#include "fixture.h"

#include "base/buffer.h"

#include <string.h>

struct meeting {
  const char *phrase;
  const char *text;
};

static const char *const departments[] = {"Payroll", "Front Desk", "=IT",
                                          "R&D"};
static const char *const tell[] = {"tells", "told", "telling"};
static const char *const nobody[] = {NULL};
static const struct rules_word_list lists[] = {{"departments", departments, 4},
                                               {"colleagues", nobody, 0}};
static const struct rules_word_list forms[] = {{"tell", tell, 3}};

/* Words of the lexicon, so that they outlive the ruleset's making. */
struct words {
  uint32_t not_names[3];
  uint32_t names[1];
};

static void sort(uint32_t *words, size_t count) {
  for (size_t i = 1; i < count; i++) {
    for (size_t j = i; j > 0 && words[j] < words[j - 1]; j--) {
      uint32_t word = words[j];
      words[j] = words[j - 1];
      words[j - 1] = word;
    }
  }
}

static void fill(struct fixture *fixture, uint32_t *words,
                 const char *const *spellings, size_t count,
                 struct text_word_set *set) {
  for (size_t i = 0; i < count; i++) {
    words[i] = fixture_word(fixture, spellings[i]);
  }
  sort(words, count);
  *set = (struct text_word_set){words, count};
}

static void create(struct fixture *fixture, struct words *words) {
  static const char *const abbreviations[] = {"dr", "vs", "etc"};
  static const char *const not_names[] = {"monday", "payroll", "i"};
  static const char *const names[] = {"mira"};
  struct text_lexicon *lexicon = &fixture->rules.lexicon;
  fixture_create(fixture);
  fixture->definitions = (struct rules_definitions){
      {lists, 2}, {forms, 1}, {NULL, 0}, NULL, false};
  for (size_t i = 0; i < sizeof abbreviations / sizeof abbreviations[0]; i++) {
    text_vocabulary_abbreviate(fixture->rules.vocabulary,
                               fixture_word(fixture, abbreviations[i]));
  }
  fill(fixture, words->not_names, not_names, 3, &lexicon->not_names);
  fill(fixture, words->names, names, 1, &lexicon->names);
}

/* The text with [[ ]] around the hits. */
static void mark(const struct fixture *fixture, const char *text,
                 struct base_buffer *out) {
  uint32_t at = 0;
  base_buffer_reset(out);
  base_buffer_add_string(out, "");
  for (size_t i = 0; i < fixture->hits.count; i++) {
    const struct match_hit *hit = &fixture->hits.items[i];
    base_buffer_add(out, text + at, hit->start - at);
    base_buffer_add_string(out, "[[");
    base_buffer_add(out, text + hit->start, hit->end - hit->start);
    base_buffer_add_string(out, "]]");
    at = hit->end;
  }
  base_buffer_add_string(out, text + at);
}

static void strip(const char *marked, struct base_buffer *out) {
  base_buffer_reset(out);
  base_buffer_add_string(out, "");
  while (*marked != '\0') {
    if (strncmp(marked, "[[", 2) == 0 || strncmp(marked, "]]", 2) == 0) {
      marked += 2;
    } else {
      base_buffer_add_byte(out, *marked++);
    }
  }
}

static void expect(const struct meeting *meetings, size_t count) {
  struct base_buffer text = {0};
  struct base_buffer marked = {0};
  for (size_t i = 0; i < count; i++) {
    struct fixture fixture;
    struct words words;
    create(&fixture, &words);
    fixture_add(&fixture, &(struct fixture_entry){.find = meetings[i].phrase,
                                                  .quoted = true});
    fixture_finish(&fixture);
    strip(meetings[i].text, &text);
    fixture_match(&fixture, text.bytes, COURTESY_ZONE_BODY);
    mark(&fixture, text.bytes, &marked);
    if (strcmp(marked.bytes, meetings[i].text) != 0) {
      fail_msg("%s:\n  is        %s\n  should be %s", meetings[i].phrase,
               marked.bytes, meetings[i].text);
    }
    fixture_destroy(&fixture);
  }
  base_buffer_destroy(&text);
  base_buffer_destroy(&marked);
}

#define EXPECT(meetings)                                                       \
  expect(meetings, sizeof(meetings) / sizeof(meetings)[0])

static void words_meet_words(void **state) {
  (void)state;
  static const struct meeting meetings[] = {
      {"like I told you", "[[Like I told you]] at noon."},
      {"like I told you", "[[LIKE\n  i TOLD you]]"},
      {"like I told you", "[[like\xC2\xA0I told\xC2\xA0you]]"},
      {"like I told you", "[[like, I told, you]]."},
      {"like I told you", "[[like I \"told\" you]]"},
      {"like I told you", "[[like I *told* _you]]_"},
      {"like I told you", "[[like I to\xC2\xADld you]]"},
      {"like I told you", "like I never told you"},
      {"like I told you", "like I; told you"},
      {"like I told you", "like I. told you"},
      {"like I told you", "like I (told) you"},
      {"like I told you", "like I told\n\nyou"},
      {"like I told you", "unlike I told you, like I told yours"},
      {"caf\xC3\xA9 stra\xC3\x9F"
       "e",
       "the [[Cafe\xCC\x81 STRASSE]]"},
      {"R&D", "ask [[R&D]], not R and D"},
      {"24/7", "open [[24/7]]!"},
      {"3.5 percent", "[[3.5 percent]] of 3 5 percent"},
      {"vs them", "us [[vs. them]]"},
      {"ask Dr.", "please [[ask Dr.]] Miro"},
      {"e.g. this", "[[e.g. this]] one"},
  };
  EXPECT(meetings);
}

static void brackets_choose(void **state) {
  (void)state;
  static const struct meeting meetings[] = {
      {"(like|as) I [already|just] told you",
       "[[as I told you]] and [[like I just told you]], as I now told you"},
      {"[so] (a b|a) c", "[[so a b c]] [[a c]] b c"},
      {"(told|told you|told you so)", "I [[told you so]], I [[told you]] no"},
      {"now [what [is [it]]]", "[[now what is it]], [[now what]] it"},
      {"a [*] b", "[[a b]], [[a c b]], a c c b"},
      {"a ** b", "[[a b]]; [[a c b]]; [[a c c c b]]; a c c c c b"},
  };
  EXPECT(meetings);
}

static void stars_are_written_words(void **state) {
  (void)state;
  static const struct meeting meetings[] = {
      {"you * that", "[[you don't that]], [[you hands-on that]]"},
      {"you * that", "[[you 24 that]], [[you https://example.org that]]"},
      {"you * that", "you that, you so-and-so now that"},
      {"you ** that", "[[you can't ever quite that]]"},
      {"you ** that", "you go. But that"},
      {"* not", "[[do not]], don't not-so"},
  };
  EXPECT(meetings);
}

static void edges_hold_at_the_edges(void **state) {
  (void)state;
  static const struct meeting meetings[] = {
      {"^ no", "[[No]], no. [[No]]! (\"[[No]]\")"},
      {"^ no", "- [[No]] way\n- [[No]] time"},
      {"^ no", ":-) [[No]] no"},
      {"<step> no", "No no\n\n1. [[No]] no. [[No]].\n\nb) [[no]]\n\n- No no"},
      {"(<step>|but) no", "1. [[No]] no, [[but no]]\n\n* No no, [[but no]]"},
      {"^ <Capital> $", "- [[Ana]]\n- Ana Sue"},
      {"no $", "No, [[no]]. Oh [[no]]?!)"},
      {"now what $", "[[Now what]]?!) Now what now"},
      {"now what ? $", "[[Now what?]]!) Now what."},
      {"(^|but) no", "[[No]] no, [[but no]]"},
      {"no (again|$)", "no no, [[no again]], [[no]]"},
      {"^^ hello", "[[Hello]]. Hello"},
      {"bye $$", "Bye. Bye bye [[bye]]!"},
      {"^ no $", "No way. [[No]]. Way no."},
  };
  EXPECT(meetings);
}

static void punctuation_must_stand_there(void **state) {
  (void)state;
  static const struct meeting meetings[] = {
      {"no , thanks", "[[No, thanks]]. No thanks."},
      {"no [,] thanks", "[[No, thanks]]. [[No thanks]]."},
      {"no ! thanks", "[[No! Thanks]]. No, thanks"},
      {"no . thanks", "[[No. Thanks]]. No! Thanks. No.\n\nThanks."},
      {"no ? why ? tell me", "[[No? Why? Tell me]]. No? Why. Tell me"},
      {"what ?", "[[What??]] [[What?]]! What!"},
      {"well \xE2\x80\xA6 no", "[[Well... no]]. [[Well\xE2\x80\xA6 no]]"},
      {"note : this", "[[Note: this]], note this"},
      {"this \xE2\x80\x94 that", "[[this \xE2\x80\x94 that]], [[this--that]]"},
      {"this - that", "[[this - that]], this-that"},
      {"and/or", "this [[and/or]] that"},
  };
  EXPECT(meetings);
}

static void hyphens_are_written(void **state) {
  (void)state;
  static const struct meeting meetings[] = {
      {"e-mail", "an [[e-mail]], an email, an e mail"},
      {"e-mail", "an [[e\xE2\x80\x91mail]], [[e-\nmail]]"},
      {"idiot", "idiot-proof, non-idiot, [[idiot]]"},
      {"idiot-proof", "[[idiot-proof]], idiot-proof-ish"},
      {"so called", "so-called, [[so called]]"},
      {"-proof", "idiot[[-proof]], proof"},
  };
  EXPECT(meetings);
}

static void contractions_are_full_words(void **state) {
  (void)state;
  static const struct meeting meetings[] = {
      {"do not tell",
       "[[Don't tell]], [[don\xE2\x80\x99t tell]], [[dont tell]], "
       "[[do not tell]]"},
      {"do you not", "don't you, [[do you not]]"},
      {"you are", "[[You're]] late, [[youre]] late, your late"},
      {"I would", "[[I'd]] go"},
      {"I had", "[[I'd]] gone"},
      {"you have to go", "[[you gotta go]], [[you have to go]]"},
      {"can not", "[[can't]], [[cannot]], [[can not]]"},
      {"not go", "I [[won't go]]"},
      {"should not have", "[[shouldn't've]] [[should not have]]"},
      {"it is", "[[it's]] [[it is]] its"},
      {"someone else's", "[[someone else's]], someone else"},
      {"{departments}'s fault",
       "[[Payroll's fault]], Payroll fault, [[IT's fault]]"},
      {"<Name>'s idea", "so it was [[Anna's idea]], not anna's idea"},
      {"(you|the boss)'s car", "[[the boss's car]]"},
  };
  EXPECT(meetings);
}

static void spelling_can_be_exact(void **state) {
  (void)state;
  static const struct meeting meetings[] = {
      {"ask =IT", "[[ask IT]], ask it, ask It"},
      {"ask =IT", "PLEASE ASK IT"},
      {"=IT", "[[IT]]!"},
      {"ask {departments}",
       "[[ask IT]], [[ask payroll]], [[ask front desk]], ask it, [[ask r&d]]"},
  };
  EXPECT(meetings);
}

static void names_are_told_by_capitals(void **state) {
  (void)state;
  static const struct meeting meetings[] = {
      {"<Name> said", "So [[Tom said]], then tom said."},
      {"<Name> said", "And [[Anne-Marie O'Neil said]] no."},
      {"<Name> said", "So [[Jo Ann Li said]]"},
      {"<Name> said", "Tom said no. [[Mira said]] yes. Then I said no."},
      {"<Name> said", "On Monday said he, and Payroll said no."},
      {"<Name> said", "We All Know That Tom Said So"},
      {"^ <Capital> , the", "[[Tom, the]] printer. So Tom, the"},
  };
  EXPECT(meetings);
}

static void classes_are_kinds_of_tokens(void **state) {
  (void)state;
  static const struct meeting meetings[] = {
      {"in <number> minutes",
       "[[in 5 minutes]], [[in 1,000 minutes]], in a minutes"},
      {"<number>", "[[5]] of [[1,000]], [[3]] days, a 4-day trip, [[6]] pm"},
      {"see <url>", "[[see https://example.org/a]], see that"},
      {"write <address>", "[[write mira@example.org]], write mira"},
      {"write to <placeholder>", "[[write to \xEF\xBF\xBC]], write to me"},
  };
  EXPECT(meetings);
}

static void lists_and_forms_stand_for_words(void **state) {
  (void)state;
  static const struct meeting meetings[] = {
      {"tell~ you", "[[tell you]], [[told you]], [[telling you]], teller you"},
      {"hi [{colleagues}]", "[[hi]] colleagues"},
      {"hi {colleagues}", "hi, hi all"},
  };
  EXPECT(meetings);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(words_meet_words),
      cmocka_unit_test(brackets_choose),
      cmocka_unit_test(stars_are_written_words),
      cmocka_unit_test(edges_hold_at_the_edges),
      cmocka_unit_test(punctuation_must_stand_there),
      cmocka_unit_test(hyphens_are_written),
      cmocka_unit_test(contractions_are_full_words),
      cmocka_unit_test(spelling_can_be_exact),
      cmocka_unit_test(names_are_told_by_capitals),
      cmocka_unit_test(classes_are_kinds_of_tokens),
      cmocka_unit_test(lists_and_forms_stand_for_words),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
