/* SPDX-License-Identifier: MIT */
#include "fixture.h"

#include "rules/phrase_key.h"

#include <stdio.h>
#include <string.h>

void fixture_create(struct fixture *fixture) {
  *fixture = (struct fixture){0};
  fixture->rules.entries = fixture->entries;
  fixture->rules.patterns = fixture->patterns;
  fixture->rules.aims = fixture->aims;
  fixture->rules.scopes = fixture->scopes;
  fixture->rules.vocabulary = text_vocabulary_create();
  fixture->rules.lexicon.vocabulary = fixture->rules.vocabulary;
  assert_non_null(fixture->rules.vocabulary);
}

uint32_t fixture_word(struct fixture *fixture, const char *word) {
  return text_vocabulary_add(fixture->rules.vocabulary, base_slice_of(word));
}

static struct rules_program *add_pattern(struct fixture *fixture,
                                         const char *line, size_t size) {
  assert_true(fixture->rules.pattern_count < FIXTURE_PATTERNS);
  struct rules_program *pattern =
      &fixture->patterns[fixture->rules.pattern_count++];
  struct courtesy_phrase phrase = {
      .text = base_arena_copy(&fixture->rules.arena, line, size), .file = ""};
  assert_non_null(phrase.text);
  assert_true(rules_notes_add_phrase(&fixture->rules.notes, &phrase));
  return pattern;
}

static void compile(struct fixture *fixture, struct rules_program *pattern,
                    bool is_find, bool strict_comma) {
  struct rules_anchor anchor;
  struct rules_phrase_error error;
  uint32_t index = (uint32_t)(pattern - fixture->patterns);
  const char *text = rules_notes_phrase(&fixture->rules.notes, index).text;
  enum courtesy_status status = rules_phrase_compile(
      text, strict_comma, &fixture->definitions, fixture->rules.vocabulary,
      &fixture->rules.arena, &fixture->rules.code, pattern, &anchor, &error);
  if (status != COURTESY_OK) {
    fail_msg("%s: %s", text, error.message);
  }
  assert_true(!is_find || rules_phrase_file(&fixture->rules.code, pattern,
                                            &anchor, index, &fixture->filing));
}

static struct rules_range add_phrases(struct fixture *fixture,
                                      const char *lines, bool is_find) {
  struct rules_range range = {(uint32_t)fixture->rules.pattern_count, 0};
  while (lines != NULL && *lines != '\0') {
    size_t size = strcspn(lines, "\n");
    compile(fixture, add_pattern(fixture, lines, size), is_find, !is_find);
    range.count++;
    lines += size + (lines[size] == '\n');
  }
  return range;
}

static void file_regexes(struct fixture *fixture, uint32_t first,
                         const char *word) {
  struct text_filing *filing = &fixture->filing;
  struct text_key key = text_key_of(first);
  assert_true(word == NULL
                  ? text_filing_add_always(filing, first)
                  : text_filing_add(filing, fixture_word(fixture, word), &key));
}

static void add_regexes(struct fixture *fixture, const char *lines,
                        const char *word, struct rules_range *range) {
  bool any = false;
  while (lines != NULL && *lines != '\0') {
    size_t size = strcspn(lines, "\n");
    struct rules_program *pattern = add_pattern(fixture, lines, size);
    *pattern = rules_program_unknown();
    uint32_t number = (uint32_t)(pattern - fixture->patterns);
    struct rules_guard *guard = rules_guards_push(&fixture->rules.code.guards);
    assert_non_null(guard);
    guard->regex = fixture->rules.notes.phrases.items[number].text;
    if (!any) {
      file_regexes(fixture, number, word);
    }
    any = true;
    range->count++;
    lines += size + (lines[size] == '\n');
  }
}

struct courtesy_rule *fixture_add(struct fixture *fixture,
                                  const struct fixture_entry *entry) {
  assert_true(fixture->rules.entry_count < FIXTURE_ENTRIES);
  struct courtesy_rule *rule = &fixture->entries[fixture->rules.entry_count];
  rule->index = (uint32_t)fixture->rules.entry_count;
  rule->family = rule->index;
  rule->sibling = RULES_NO_ENTRY;
  rule->facts.language = rules_notes_add_text(&fixture->rules.notes, "en");
  rule->facts.severity = COURTESY_WARNING;
  rule->subject = RULES_NO_ENTRY;
  rule->zones =
      entry->zones != 0 ? entry->zones : (1U << COURTESY_ZONE_COUNT) - 1;
  rule->quoted = entry->quoted;
  rule->find = add_phrases(fixture, entry->find, true);
  add_regexes(fixture, entry->regex, entry->word, &rule->find);
  rule->except = add_phrases(fixture, entry->except, false);
  rule->except_here = add_phrases(fixture, entry->except_here, false);
  fixture->rules.entry_count++;
  return rule;
}

/* All entries are a family, too. */
static void make_family(struct fixture *fixture) {
  struct courtesy_ruleset *rules = &fixture->rules;
  rules->greeting = rules->entry_count > 0 ? 0 : RULES_NO_ENTRY;
  rules->farewell = RULES_NO_ENTRY;
  for (uint32_t i = 1; i < rules->entry_count; i++) {
    fixture->entries[i - 1].sibling = i;
  }
}

static void make_prefilter(struct fixture *fixture) {
  struct courtesy_ruleset *rules = &fixture->rules;
  uint8_t cabinets[FIXTURE_PATTERNS];
  rules_aim(rules, fixture->aims);
  rules_scope(rules, fixture->scopes);
  for (size_t i = 0; i < rules->pattern_count; i++) {
    cabinets[i] = fixture->scopes[fixture->aims[i].entry].cabinet;
  }
  uint32_t words = text_vocabulary_end(rules->vocabulary);
  assert_true(text_filing_sort(&fixture->filing, words, cabinets));
  assert_true(text_filing_make(&fixture->filing, words, &rules->arena,
                               &rules->prefilter));
}

static void want_all(struct fixture *fixture, bool want) {
  for (uint32_t i = 0; i < fixture->rules.entry_count; i++) {
    match_engine_want(fixture->engine, i, want);
  }
}

void fixture_finish(struct fixture *fixture) {
  make_family(fixture);
  make_prefilter(fixture);
  assert_true(rules_forms_fill(&fixture->rules, &fixture->rules.arena));
  assert_true(rules_veto_rows_make(&fixture->rules, &fixture->rules.arena));
  assert_int_equal(match_engine_create(&fixture->rules, &fixture->engine),
                   COURTESY_OK);
  want_all(fixture, true);
}

static void read_text(struct fixture *fixture, const char *text, uint8_t zone) {
  fixture->source =
      (struct text_source){.bytes = text, .size = (uint32_t)strlen(text)};
  fixture->sources[0] = &fixture->source;
  text_document_reset(&fixture->document);
  for (const char *part = text; *part != '\0';) {
    const char *end = strstr(part, "\n\n");
    end = end == NULL ? part + strlen(part) : end;
    struct text_region region = {.source = &fixture->source,
                                 .zone = zone,
                                 .after_colon = true,
                                 .start = (uint32_t)(part - text),
                                 .end = (uint32_t)(end - text)};
    assert_true(text_document_add(&fixture->document, &region,
                                  &fixture->rules.lexicon));
    part = *end == '\0' ? end : end + 2;
  }
  fixture->text.document = &fixture->document;
  fixture->text.sources = fixture->sources;
}

static void run(struct fixture *fixture, bool use_prefilter) {
  fixture->hits.count = 0;
  fixture->limits.count = 0;
  match_engine_use_prefilter(fixture->engine, use_prefilter);
  assert_int_equal(match_engine_run(fixture->engine, &fixture->text,
                                    &fixture->hits, &fixture->limits),
                   COURTESY_OK);
}

/* The same with all entries asked for when none was wanted. */
static void run_later(struct fixture *fixture) {
  uint32_t all[FIXTURE_ENTRIES];
  uint32_t count = (uint32_t)fixture->rules.entry_count;
  for (uint32_t i = 0; i < count; i++) {
    all[i] = i;
  }
  want_all(fixture, false);
  run(fixture, true);
  assert_int_equal(fixture->hits.count, 0);
  assert_int_equal(match_engine_run_more(fixture->engine, all, count,
                                         &fixture->hits, &fixture->limits),
                   COURTESY_OK);
  want_all(fixture, true);
}

void fixture_match_family(struct fixture *fixture) {
  fixture->hits.count = 0;
  assert_int_equal(match_engine_run_family(fixture->engine, &fixture->text,
                                           RULES_GREETING, UINT64_MAX,
                                           &fixture->hits),
                   COURTESY_OK);
}

/* A family is looked for in all zones. */
static bool looks_everywhere(const struct fixture *fixture, uint8_t zone) {
  for (size_t i = 0; i < fixture->rules.entry_count; i++) {
    if (fixture->entries[i].find.count > 0 &&
        (fixture->scopes[i].zones >> zone & 1) == 0) {
      return false;
    }
  }
  return true;
}

void fixture_match(struct fixture *fixture, const char *text, uint8_t zone) {
  read_text(fixture, text, zone);
  run(fixture, false);
  size_t count = fixture->hits.count;
  run_later(fixture);
  assert_int_equal(fixture->hits.count, count);
  if (looks_everywhere(fixture, zone)) {
    fixture_match_family(fixture);
    assert_int_equal(fixture->hits.count, count);
  }
  run(fixture, true);
  assert_int_equal(fixture->hits.count, count);
}

void fixture_destroy(struct fixture *fixture) {
  match_hits_destroy(&fixture->hits);
  match_limits_destroy(&fixture->limits);
  text_document_destroy(&fixture->document);
  match_engine_destroy(fixture->engine);
  text_filing_destroy(&fixture->filing);
  text_vocabulary_destroy(fixture->rules.vocabulary);
  rules_code_destroy(&fixture->rules.code);
  rules_notes_destroy(&fixture->rules.notes);
  base_arena_destroy(&fixture->rules.arena);
}
