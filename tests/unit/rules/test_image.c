/* SPDX-License-Identifier: MIT */
/* A ruleset as bytes and back. Breaks for lib/rules/image*.c, for a struct of
 * the ruleset that grew without its image knowing, and for rules/meson.build
 * when the image that is built in is not that of the pack. */
#include "building.h"

#include "base/buffer.h"
#include "rules/arrange.h"
#include "rules/image.h"
#include "rules/pack.h"

#include <courtesy/courtesy.h>

#include <limits.h>
#include <stdlib.h>

/* ------------------------------------------------------------ the rulesets */

/* Something in every table of an image. */
static const char all_kinds[] =
    "group: tone\n"
    "lists:\n"
    "  greetings: ['hello', 'good morning']\n"
    "  colleagues: [Ana, Kim]\n"
    "  not-names: [monday]\n"
    "  capital-words: [june]\n"
    "  offices: ['legal', =IT]\n"
    "forms: {tell: [tells, told]}\n"
    "markers:\n"
    "  greeting:\n"
    "    find: ['^^ {greetings} <Name>']\n"
    "    found: ['[[Hello Sam]], here it is.']\n"
    "  thanks: {find: ['thank you', 'thanks']}\n"
    "  request: {find: ['please send [it|them] to (me|us)']}\n"
    "signals:\n"
    "  number: {find: ['<number> *'], weight: 0.25}\n"
    "rules:\n"
    "  told-you:\n"
    "    severity: warning\n" FULL "    find: |\n"
    "      (like|as) I tell~ you [already|*] $\n"
    "      like I {offices} you\n"
    "      (as far as|like some of|once) they know\n"
    "      we tell~ you. Twice\n"
    "    regex: ['to+ld']\n"
    "    words: told\n"
    "    except: ['told you the news']\n"
    "    except-here: ['as I told them']\n"
    "    when: {kind: [draft, mail], words: '> 3'}\n"
    "    unless: {time: '22:00 - 06:00', attachments: '> 2'}\n"
    "    replace: 'as {text}'\n"
    "  no-greeting:\n"
    "    severity: suggestion\n" FULL "    missing: greeting\n"
    "    at: opening\n"
    "  request-without-thanks:\n"
    "    severity: suggestion\n" FULL "    each: request\n"
    "    without: [thanks, greeting]\n"
    "    within: message\n"
    "  sample:\n"
    "    severity: error\n" PROSE "    find: ['no way']\n"
    "    share: 20%\n"
    "    bad:\n"
    "      - text: 'There is [[no way]], Kim.'\n"
    "        subject: A plan\n"
    "        from: ana@example.org\n"
    "        to: kim@example.org\n"
    "        reply: true\n"
    "        attachments: [plan.pdf]\n"
    "        internal-domains: [example.org, example.com]\n"
    "        fires: [told-you]\n"
    "      - 'No way!'\n"
    "    good: ['One way.', 'Some way.', 'Any way.']\n"
    "profiles: {quiet: {suggestion: off}, loud: {told-you: error}}\n";

static const char message_text[] =
    "Hello Kim,\n\nlike I told you already. Please send it to me by 5 pm.\n"
    "There is no way, \"as I told you\". We told you. Twice, as IT told them.\n"
    "\nThanks,\nAna\n";

static void build_all_kinds(struct building *building) {
  building_of(building, all_kinds);
  assert_null(strstr(building->diagnostics, ": error: "));
  assert_int_equal(building->status, COURTESY_OK);
}

static void build_pack(struct building *building, const char *profile) {
  building_start(building);
  courtesy_builder_add_pack(building->builder, "en");
  courtesy_builder_set_profile(building->builder, profile);
  building_finish(building);
  assert_int_equal(building->status, COURTESY_OK);
}

/* -------------------------------------------------------------- the images */

static void keep_bytes(void *context, const void *bytes, size_t size) {
  base_buffer_add(context, bytes, size);
}

static struct base_buffer write_image(const struct courtesy_ruleset *ruleset) {
  struct base_buffer image = {0};
  assert_int_equal(courtesy_ruleset_write(ruleset, keep_bytes, &image),
                   COURTESY_OK);
  assert_false(image.failed);
  return image;
}

static struct courtesy_ruleset *read_image(const struct base_buffer *image) {
  struct courtesy_ruleset *ruleset = NULL;
  assert_int_equal(courtesy_ruleset_read(image->bytes, image->size, &ruleset),
                   COURTESY_OK);
  return ruleset;
}

static enum courtesy_status status_of(const void *bytes, size_t size) {
  struct courtesy_ruleset *ruleset = NULL;
  enum courtesy_status status = courtesy_ruleset_read(bytes, size, &ruleset);
  if (status == COURTESY_OK) {
    courtesy_ruleset_destroy(ruleset);
  }
  return status;
}

/* ------------------------------------------------------ what a ruleset says */

static void tell(struct base_buffer *told, const char *text) {
  base_buffer_add_string(told, text == NULL ? "(none)" : text);
  base_buffer_add_byte(told, '\n');
}

static void tell_number(struct base_buffer *told, double number) {
  char line[64];
  snprintf(line, sizeof line, "%.17g", number);
  tell(told, line);
}

static void tell_example(struct base_buffer *told,
                         const struct courtesy_example *example) {
  const char *const texts[] = {example->text, example->file, example->subject,
                               example->from, example->to,   example->date};
  const double numbers[] = {example->bad,         (double)example->size,
                            example->spans_given, example->line,
                            example->column,      example->layer,
                            example->kind,        example->reply,
                            example->automatic,   example->attachments_given};
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
    tell(told, texts[i]);
  }
  for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
    tell_number(told, numbers[i]);
  }
  for (size_t i = 0; i < example->span_count; i++) {
    const size_t *span = &example->spans[2 * i];
    tell_number(told, (double)span[0]);
    base_buffer_add(told, example->text + span[0], span[1]);
    base_buffer_add_byte(told, '\n');
  }
  for (size_t i = 0; i < example->attachment_count; i++) {
    tell(told, example->attachments[i]);
  }
  for (size_t i = 0; i < example->internal_domain_count; i++) {
    tell(told, example->internal_domains[i]);
  }
  for (size_t i = 0; i < example->fires_count; i++) {
    tell(told, example->fires[i]);
  }
}

static void tell_facts(struct base_buffer *told,
                       const struct courtesy_ruleset *ruleset,
                       const struct courtesy_rule *rule) {
  struct courtesy_rule_facts facts;
  courtesy_rule_describe(ruleset, rule, &facts);
  const char *const texts[] = {facts.id,      facts.group, facts.language,
                               facts.message, facts.why,   facts.instead,
                               facts.file};
  const double numbers[] = {facts.rule_class,
                            facts.severity,
                            facts.weight,
                            facts.shown,
                            facts.suppressible,
                            facts.built_in,
                            facts.line,
                            (double)facts.phrase_count,
                            courtesy_rule_ignores_case(rule)};
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
    tell(told, texts[i]);
  }
  for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
    tell_number(told, numbers[i]);
  }
}

static void tell_conditions(struct base_buffer *told,
                            const struct courtesy_condition *conditions,
                            size_t count) {
  for (size_t i = 0; i < count; i++) {
    tell_number(told, conditions[i].fact);
    tell_number(told, conditions[i].low);
    tell_number(told, conditions[i].high);
    for (size_t k = 0; k < conditions[i].word_count; k++) {
      tell(told, conditions[i].words[k]);
    }
  }
}

static const char *id_of(const struct courtesy_ruleset *ruleset,
                         const struct courtesy_rule *rule) {
  return rules_noted(ruleset, rule->facts.id);
}

static void tell_trigger(struct base_buffer *told,
                         const struct courtesy_ruleset *ruleset,
                         const struct courtesy_rule *rule) {
  struct courtesy_rule_trigger trigger;
  courtesy_rule_describe_trigger(ruleset, rule, &trigger);
  const double numbers[] = {trigger.form,     trigger.at,    trigger.within,
                            trigger.at_least, trigger.share, trigger.zones,
                            trigger.quoted,   trigger.safe};
  for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
    tell_number(told, numbers[i]);
  }
  tell(told, trigger.replace);
  tell(told, trigger.subject == NULL ? NULL : id_of(ruleset, trigger.subject));
  for (size_t i = 0; i < trigger.without_count; i++) {
    tell(told, id_of(ruleset, courtesy_rule_without(ruleset, rule, i)));
  }
  tell_conditions(told, trigger.when, trigger.when_count);
  tell_conditions(told, trigger.unless, trigger.unless_count);
}

static void tell_rule(struct base_buffer *told,
                      const struct courtesy_ruleset *ruleset,
                      const struct courtesy_rule *rule) {
  struct courtesy_phrase phrase;
  struct courtesy_example example;
  tell_facts(told, ruleset, rule);
  tell_trigger(told, ruleset, rule);
  assert_non_null(courtesy_ruleset_find(ruleset, id_of(ruleset, rule)));
  for (size_t i = 0; courtesy_rule_phrase(ruleset, rule, i, &phrase); i++) {
    tell_number(told, phrase.role);
    tell(told, phrase.text);
    tell(told, phrase.file);
    tell_number(told, phrase.line);
    tell_number(told, phrase.column);
  }
  for (size_t i = 0; courtesy_rule_example(ruleset, rule, i, &example); i++) {
    tell_example(told, &example);
  }
}

/* All that the public functions answer. */
static struct base_buffer listing(const struct courtesy_ruleset *ruleset) {
  struct base_buffer told = {0};
  tell(&told, courtesy_ruleset_profile(ruleset));
  for (size_t i = 0; i < courtesy_ruleset_rule_count(ruleset); i++) {
    tell_rule(&told, ruleset, courtesy_ruleset_rule(ruleset, i));
  }
  for (size_t i = 0; i < courtesy_ruleset_profile_count(ruleset); i++) {
    const char *profile = courtesy_ruleset_profile_name(ruleset, i);
    tell(&told, profile);
    for (size_t k = 0; k < courtesy_ruleset_rule_count(ruleset); k++) {
      enum courtesy_severity severity;
      assert_int_equal(
          courtesy_rule_severity_in(ruleset, courtesy_ruleset_rule(ruleset, k),
                                    profile, &severity),
          COURTESY_OK);
      tell(&told, courtesy_severity_name(severity));
    }
  }
  return told;
}

/* ----------------------------------------------------- what a ruleset finds */

static void tell_finding(struct base_buffer *told,
                         const struct courtesy_finding *finding) {
  tell(told, finding->rule);
  tell(told, courtesy_severity_name(finding->severity));
  tell(told, finding->text);
  tell(told, finding->message);
  tell_number(told, (double)finding->span.offset);
  for (size_t i = 0; i < finding->suggestion_count; i++) {
    tell(told, finding->suggestions[i]);
  }
  for (size_t i = 0; i < finding->also_count; i++) {
    tell(told, finding->also[i]);
  }
  for (size_t i = 0; i < finding->edit_count; i++) {
    tell(told, finding->edits[i].insert);
  }
}

static void lint(struct courtesy_session *session, enum courtesy_kind kind,
                 const char *text, struct base_buffer *told) {
  struct courtesy_message *message = NULL;
  int score = -1;
  assert_int_equal(
      courtesy_message_create(kind, text, strlen(text), NULL, &message),
      COURTESY_OK);
  assert_int_equal(courtesy_session_lint(session, message), COURTESY_OK);
  for (size_t i = 0; i < courtesy_session_finding_count(session); i++) {
    tell_finding(told, courtesy_session_finding(session, i));
  }
  for (size_t i = 0; i < courtesy_session_mark_count(session); i++) {
    struct courtesy_mark mark;
    courtesy_session_mark(session, i, &mark);
    tell(told, mark.id);
    base_buffer_add(told, mark.text, mark.text_size);
    tell_number(told, (double)mark.span.offset);
  }
  for (size_t i = 0; i < courtesy_session_zone_count(session); i++) {
    struct courtesy_zone_span zone;
    courtesy_session_zone(session, i, &zone);
    tell_number(told, zone.zone);
    tell_number(told, (double)zone.span.offset);
  }
  courtesy_session_score(session, &score);
  tell_number(told, score);
  courtesy_message_destroy(message);
}

/* Findings, markers, zones and scores of a message, and of all sentences that
 * the rules came with. */
static struct base_buffer results(const struct courtesy_ruleset *ruleset) {
  struct base_buffer told = {0};
  struct courtesy_session *session = NULL;
  assert_int_equal(courtesy_session_create(ruleset, &session), COURTESY_OK);
  lint(session, COURTESY_DRAFT, message_text, &told);
  for (size_t i = 0; i < courtesy_ruleset_rule_count(ruleset); i++) {
    const struct courtesy_rule *rule = courtesy_ruleset_rule(ruleset, i);
    struct courtesy_example example;
    for (size_t k = 0; courtesy_rule_example(ruleset, rule, k, &example); k++) {
      lint(session, example.kind, example.text, &told);
    }
  }
  courtesy_session_destroy(session);
  return told;
}

static void assert_same(struct base_buffer one, struct base_buffer other) {
  assert_true(one.size > 0);
  assert_string_equal(one.bytes, other.bytes);
  base_buffer_destroy(&one);
  base_buffer_destroy(&other);
}

static void assert_same_bytes(const struct base_buffer *image,
                              const char *bytes, size_t size) {
  assert_int_equal(image->size, size);
  assert_memory_equal(image->bytes, bytes, size);
}

static void assert_comes_back(const struct courtesy_ruleset *ruleset) {
  struct base_buffer image = write_image(ruleset);
  struct courtesy_ruleset *again = read_image(&image);
  assert_same(listing(ruleset), listing(again));
  assert_same(results(ruleset), results(again));
  struct base_buffer second = write_image(again);
  assert_same_bytes(&image, second.bytes, second.size);
  courtesy_ruleset_destroy(again);
  base_buffer_destroy(&image);
  base_buffer_destroy(&second);
}

/* ------------------------------------------------------------------ the way */

static void test_a_ruleset_comes_back_as_it_was(void **state) {
  (void)state;
  struct building building;
  build_all_kinds(&building);
  assert_comes_back(building.ruleset);
  building_end(&building);
}

static void test_the_pack_comes_back_in_every_profile(void **state) {
  (void)state;
  static const char *const profiles[] = {"internal", "quiet", "template"};
  for (size_t i = 0; i < sizeof profiles / sizeof profiles[0]; i++) {
    struct building building;
    build_pack(&building, profiles[i]);
    assert_comes_back(building.ruleset);
    building_end(&building);
  }
}

static void test_an_image_may_lie_at_any_address(void **state) {
  (void)state;
  struct building building;
  build_all_kinds(&building);
  struct base_buffer image = write_image(building.ruleset);
  char *place = malloc(image.size + 1);
  assert_non_null(place);
  memcpy(place + 1, image.bytes, image.size);
  assert_int_equal(status_of(place + 1, image.size), COURTESY_OK);
  free(place);
  base_buffer_destroy(&image);
  building_end(&building);
}

/* Nothing checks it where it is used. */
static void test_the_image_that_is_built_in_is_sound(void **state) {
  (void)state;
  for (size_t i = 0; i < rules_pack_image_count; i++) {
    const struct rules_embedded *built_in = &rules_pack_images[i];
    const char *profile = strchr(built_in->name, '-') + 1;
    struct courtesy_ruleset *ruleset = NULL;
    assert_int_equal(rules_arrange_pack("en", profile, &ruleset), COURTESY_OK);
    struct base_buffer image = write_image(ruleset);
    assert_same_bytes(&image, built_in->bytes, built_in->size);
    assert_int_equal(status_of(built_in->bytes, built_in->size), COURTESY_OK);
    base_buffer_destroy(&image);
    courtesy_ruleset_destroy(ruleset);
  }
}

static void test_packs_are_made_by_name(void **state) {
  (void)state;
  struct courtesy_ruleset *ruleset = NULL;
  assert_int_equal(courtesy_ruleset_create_pack("en", "", &ruleset),
                   COURTESY_OK);
  assert_string_equal(courtesy_ruleset_profile(ruleset), "internal");
  courtesy_ruleset_destroy(ruleset);
  assert_int_equal(courtesy_ruleset_create_pack("en", "strict", &ruleset),
                   COURTESY_OK);
  assert_string_equal(courtesy_ruleset_profile(ruleset), "strict");
  courtesy_ruleset_destroy(ruleset);
  assert_int_equal(courtesy_ruleset_create_pack("en", "nowhere", &ruleset),
                   COURTESY_UNKNOWN_NAME);
  assert_int_equal(courtesy_ruleset_create_pack("e", "", &ruleset),
                   COURTESY_UNKNOWN_NAME);
}

/* --------------------------------------------------------- what is no image */

static void test_other_headers_are_refused(void **state) {
  (void)state;
  static const size_t places[] = {
      offsetof(struct image_header, magic),
      offsetof(struct image_header, version),
      offsetof(struct image_header, byte_order),
      offsetof(struct image_header, hash),
      offsetof(struct image_header, size),
      offsetof(struct image_header, sections[0].item_size),
      offsetof(struct image_header, sections[RULES_IMAGE_ENTRIES].item_size)};
  struct building building;
  build_all_kinds(&building);
  struct base_buffer image = write_image(building.ruleset);
  for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
    image.bytes[places[i]]++;
    assert_int_equal(status_of(image.bytes, image.size), COURTESY_BAD_IMAGE);
    image.bytes[places[i]]--;
  }
  assert_int_equal(status_of(image.bytes, image.size), COURTESY_OK);
  base_buffer_destroy(&image);
  building_end(&building);
}

/* In a block of its own size, so that a byte read behind it is noticed. */
static enum courtesy_status status_of_start(const struct base_buffer *image,
                                            size_t size, bool says_so) {
  char *start = malloc(size + 1);
  assert_non_null(start);
  memcpy(start, image->bytes, size);
  if (says_so && size >= sizeof(struct image_header)) {
    uint64_t stated = size;
    memcpy(start + offsetof(struct image_header, size), &stated, sizeof stated);
  }
  start = realloc(start, size > 0 ? size : 1);
  assert_non_null(start);
  enum courtesy_status status = status_of(start, size);
  free(start);
  return status;
}

static void test_parts_of_an_image_are_refused(void **state) {
  (void)state;
  struct building building;
  build_all_kinds(&building);
  struct base_buffer image = write_image(building.ruleset);
  /* The last section ends less than a line of the cache before the end. */
  for (size_t size = 0; size + 64 < image.size; size += 1 + size / 97) {
    assert_int_equal(status_of_start(&image, size, false), COURTESY_BAD_IMAGE);
    assert_int_equal(status_of_start(&image, size, true), COURTESY_BAD_IMAGE);
  }
  base_buffer_destroy(&image);
  building_end(&building);
}

/* ----------------------------------------------------------- damaged images */

static void *items_of(const struct base_buffer *image,
                      enum rules_image_section section, size_t *count) {
  struct image_header header;
  memcpy(&header, image->bytes, sizeof header);
  *count = header.sections[section].count;
  return image->bytes + header.sections[section].offset;
}

/* Offices are cases of one switch: whichever is said, the phrase goes on. */
static const char with_switch[] =
    "group: tone\n"
    "lists: {offices: [legal, sales, payroll, accounts, stores, support]}\n"
    "markers:\n"
    "  office: {find: ['the ({offices}|front desk) people']}\n";

static void test_switches_lead_to_what_is_there(void **state) {
  (void)state;
  struct building building;
  building_of(&building, with_switch);
  assert_int_equal(building.status, COURTESY_OK);
  struct base_buffer image = write_image(building.ruleset);
  size_t count = 0;
  struct rules_case *cases = items_of(&image, RULES_IMAGE_CASES, &count);
  assert_int_equal(count, 7);
  cases[6].bits += 1000;
  assert_int_equal(status_of(image.bytes, image.size), COURTESY_BAD_IMAGE);
  cases[6].bits -= 1000;
  assert_int_equal(status_of(image.bytes, image.size), COURTESY_OK);
  /* One word that leads seven ways, in a program of five instructions: many
   * may share the switch, and a token would take all ways of each. */
  for (size_t i = 0; i < count; i++) {
    cases[i] =
        rules_case_of(rules_case_word(cases[0]), rules_case_past(cases[i]));
  }
  assert_int_equal(status_of(image.bytes, image.size), COURTESY_BAD_IMAGE);
  base_buffer_destroy(&image);
  building_end(&building);
}

/* The matcher asks the buckets, the rest of the library the sorted words. */
static void test_buckets_hold_what_is_sorted(void **state) {
  (void)state;
  struct building building;
  building_of(&building, with_switch);
  assert_int_equal(building.status, COURTESY_OK);
  struct base_buffer image = write_image(building.ruleset);
  size_t count = 0;
  struct rules_bucket *buckets = items_of(&image, RULES_IMAGE_BUCKETS, &count);
  assert_true(count > 0);
  for (size_t i = 0; i < count; i++) {
    buckets[i].cases[0].bits ^= 1;
    assert_int_equal(status_of(image.bytes, image.size), COURTESY_BAD_IMAGE);
    buckets[i].cases[0].bits ^= 1;
  }
  struct rules_spread *spreads =
      items_of(&image, RULES_IMAGE_SWITCH_SPREADS, &count);
  struct rules_spread spread = spreads[0];
  const struct rules_spread others[] = {
      {UINT32_MAX, spread.mask, spread.shift},
      {spread.first + 1, spread.mask, spread.shift},
      {spread.first, 0x0FFF, spread.shift},
      {spread.first, spread.mask, 32},
      {spread.first, RULES_NOT_SPREAD, spread.shift},
  };
  for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
    spreads[0] = others[i];
    assert_int_equal(status_of(image.bytes, image.size), COURTESY_BAD_IMAGE);
  }
  spreads[0] = spread;
  assert_int_equal(status_of(image.bytes, image.size), COURTESY_OK);
  base_buffer_destroy(&image);
  building_end(&building);
}

/* To the token that was taken last somebody looks back at the end. */
static void test_no_way_leads_past_all_words(void **state) {
  (void)state;
  struct building building;
  building_of(&building,
              "group: tone\n"
              "markers: {plea: {find: ['[kindly] [now] send it']}}\n");
  struct base_buffer image = write_image(building.ruleset);
  size_t count = 0;
  struct rules_instruction *code =
      items_of(&image, RULES_IMAGE_INSTRUCTIONS, &count);
  assert_int_equal(code[0].operation, RULES_SPLIT);
  assert_int_equal(code[count - 1].operation, RULES_ACCEPT);
  assert_int_equal(status_of(image.bytes, image.size), COURTESY_OK);
  size_t fork_count = 0;
  struct rules_fork *forks = items_of(&image, RULES_IMAGE_FORKS, &fork_count);
  struct rules_fork *first = &forks[code[0].argument];
  struct rules_fork sound = *first;
  first->past = (uint32_t)count - 2;
  assert_int_equal(status_of(image.bytes, image.size), COURTESY_BAD_IMAGE);
  /* Nor does one that stands before another, which takes a word. */
  *first = sound;
  first->past = 3;
  code[1] = code[count - 1];
  assert_int_equal(code[4].operation, RULES_WORD);
  code[4] = (struct rules_instruction){.operation = RULES_JUMP, .argument = 5};
  assert_int_equal(status_of(image.bytes, image.size), COURTESY_BAD_IMAGE);
  base_buffer_destroy(&image);
  building_end(&building);
}

static void test_forks_lead_to_what_is_there(void **state) {
  (void)state;
  struct building building;
  building_of(&building, "group: tone\n"
                         "markers: {plea: {find: ['send ** it']}}\n");
  struct base_buffer image = write_image(building.ruleset);
  size_t count = 0;
  struct rules_instruction *code =
      items_of(&image, RULES_IMAGE_INSTRUCTIONS, &count);
  assert_int_equal(code[1].operation, RULES_SPLIT);
  size_t forks = 0;
  struct rules_fork *fork = items_of(&image, RULES_IMAGE_FORKS, &forks);
  fork += code[1].argument;
  struct rules_fork sound = *fork;
  assert_int_equal(sound.words, 3);
  assert_int_equal(status_of(image.bytes, image.size), COURTESY_OK);
  fork->past = (uint32_t)count - 2;
  assert_int_equal(status_of(image.bytes, image.size), COURTESY_BAD_IMAGE);
  *fork = sound;
  fork->words = sound.past + 1;
  assert_int_equal(status_of(image.bytes, image.size), COURTESY_BAD_IMAGE);
  *fork = sound;
  code[1].argument = (uint32_t)forks & RULES_LAST_ARGUMENT;
  assert_int_equal(status_of(image.bytes, image.size), COURTESY_BAD_IMAGE);
  base_buffer_destroy(&image);
  building_end(&building);
}

/* And no match takes more words than are counted. */
static void test_needs_are_what_is_there(void **state) {
  (void)state;
  struct building building;
  building_of(&building, with_switch);
  struct base_buffer image = write_image(building.ruleset);
  size_t count = 0;
  struct image_program *pattern =
      items_of(&image, RULES_IMAGE_PATTERNS, &count);
  assert_true(count > 0 && pattern->need_count > 0);
  assert_int_equal(status_of(image.bytes, image.size), COURTESY_OK);
  items_of(&image, RULES_IMAGE_NEEDS, &count);
  uint16_t need = pattern->needs[0];
  pattern->needs[0] = (uint16_t)count;
  assert_int_equal(status_of(image.bytes, image.size), COURTESY_BAD_IMAGE);
  pattern->needs[0] = need;
  pattern->reach = RULES_ANY_WORDS + 1;
  assert_int_equal(status_of(image.bytes, image.size), COURTESY_BAD_IMAGE);
  base_buffer_destroy(&image);
  building_end(&building);
}

/* A number in an image that says something else than it must. */
static void must_not_be(const struct base_buffer *image, uint32_t *number,
                        size_t wrong) {
  uint32_t right = *number;
  *number = (uint32_t)wrong;
  assert_int_equal(status_of(image->bytes, image->size), COURTESY_BAD_IMAGE);
  *number = right;
  assert_int_equal(status_of(image->bytes, image->size), COURTESY_OK);
}

static void test_entries_name_what_is_there(void **state) {
  (void)state;
  struct building building;
  build_all_kinds(&building);
  struct base_buffer image = write_image(building.ruleset);
  size_t count = 0;
  struct image_entry *entries = items_of(&image, RULES_IMAGE_ENTRIES, &count);
  struct image_entry *entry =
      &entries[building_rule(&building, "told-you")->index];
  items_of(&image, RULES_IMAGE_NOTES, &count);
  must_not_be(&image, &entry->facts.id, count);
  must_not_be(&image, &entry->facts.why, RULES_NO_NOTE);
  must_not_be(&image, &entry->replace, count);
  items_of(&image, RULES_IMAGE_WORD_SETS, &count);
  must_not_be(&image, &entry->replace_at, count);
  must_not_be(&image, &entry->when.first, entry->when.first + 1);
  must_not_be(&image, &entry->unless.count, entry->unless.count + 1);
  entry = &entries[building_rule(&building, "request-without-thanks")->index];
  must_not_be(&image, &entry->without.first, 1);
  must_not_be(&image, &entry->without.count, 3);
  base_buffer_destroy(&image);
  building_end(&building);
}

/* What matching reads first is told by entries, patterns and words. */
static void test_shortcuts_are_what_rules_make_them(void **state) {
  (void)state;
  struct building building;
  build_all_kinds(&building);
  struct base_buffer image = write_image(building.ruleset);
  size_t count = 0;
  struct rules_scope *scopes = items_of(&image, RULES_IMAGE_SCOPES, &count);
  must_not_be(&image, &scopes[0].zones, 0);
  must_not_be(&image, &scopes[0].family, scopes[0].family + 1);
  must_not_be(&image, &scopes[0].language, scopes[0].language + 1);
  struct rules_aim *aims = items_of(&image, RULES_IMAGE_AIMS, &count);
  must_not_be(&image, &aims[0].entry, 1);
  struct rules_veto_row *vetoes = items_of(&image, RULES_IMAGE_VETOES, &count);
  assert_true(count > 0);
  must_not_be(&image, &vetoes[0].signs[0][0], ~vetoes[0].signs[0][0]);
  must_not_be(&image, &scopes[0].vetoes, 1);
  scopes[0].reach++;
  assert_int_equal(status_of(image.bytes, image.size), COURTESY_BAD_IMAGE);
  scopes[0].reach--;
  struct rules_guard *guards = items_of(&image, RULES_IMAGE_GUARDS, &count);
  must_not_be(&image, &guards[0].regex, guards[0].regex + 1);
  struct rules_sieve *sieve = items_of(&image, RULES_IMAGE_SIEVE, &count);
  sieve->works = !sieve->works;
  assert_int_equal(status_of(image.bytes, image.size), COURTESY_BAD_IMAGE);
  base_buffer_destroy(&image);
  building_end(&building);
}

/* It has no instructions, so that nobody may begin them at a word. */
static void test_a_regex_begins_anywhere(void **state) {
  (void)state;
  struct building building;
  build_all_kinds(&building);
  struct base_buffer image = write_image(building.ruleset);
  size_t count = 0;
  const struct image_program *patterns =
      items_of(&image, RULES_IMAGE_PATTERNS, &count);
  struct text_key *key = items_of(&image, RULES_IMAGE_FILED, &count);
  const struct text_key *end = key + count;
  while (key < end && patterns[key->pattern].count > 0) {
    key++;
  }
  assert_true(key < end);
  for (unsigned from = TEXT_FROM_BEFORE; from <= TEXT_IS_WORD; from++) {
    key->from = (uint8_t)from;
    assert_int_equal(status_of(image.bytes, image.size), COURTESY_BAD_IMAGE);
  }
  key->from = TEXT_FROM_ANYWHERE;
  assert_int_equal(status_of(image.bytes, image.size), COURTESY_OK);
  base_buffer_destroy(&image);
  building_end(&building);
}

/* The same numbers in every run (Marsaglia's xorshift). */
static uint32_t next_number(uint32_t *state) {
  *state ^= *state << 13;
  *state ^= *state >> 17;
  *state ^= *state << 5;
  return *state;
}

/* A byte of a section: small ones are hit as often as large ones. */
static size_t pick_byte(const struct base_buffer *image, uint32_t *state) {
  struct image_header header;
  memcpy(&header, image->bytes, sizeof header);
  uint32_t number = next_number(state) % (RULES_IMAGE_SECTION_COUNT + 1);
  if (number == RULES_IMAGE_SECTION_COUNT) {
    return next_number(state) % sizeof header;
  }
  const struct image_section *section = &header.sections[number];
  size_t size = section->count * section->item_size;
  return section->offset + (size == 0 ? 0 : next_number(state) % size);
}

/* Reads what may be an image; uses all of the ruleset that it gives. */
static bool survives(const struct base_buffer *image) {
  struct courtesy_ruleset *ruleset = NULL;
  if (courtesy_ruleset_read(image->bytes, image->size, &ruleset) !=
      COURTESY_OK) {
    return false;
  }
  struct courtesy_session *session = NULL;
  struct courtesy_message *message = NULL;
  struct base_buffer told = {0};
  for (size_t i = 0; i < courtesy_ruleset_rule_count(ruleset); i++) {
    const struct courtesy_rule *rule = courtesy_ruleset_rule(ruleset, i);
    struct courtesy_phrase phrase;
    struct courtesy_example example;
    tell_facts(&told, ruleset, rule);
    for (size_t k = 0; courtesy_rule_example(ruleset, rule, k, &example); k++) {
      tell_example(&told, &example);
    }
    for (size_t k = 0; courtesy_rule_phrase(ruleset, rule, k, &phrase); k++) {
      tell(&told, phrase.text);
    }
  }
  assert_int_equal(courtesy_session_create(ruleset, &session), COURTESY_OK);
  assert_int_equal(courtesy_message_create(COURTESY_DRAFT, message_text,
                                           strlen(message_text), NULL,
                                           &message),
                   COURTESY_OK);
  /* A regex that is none is told as memory that ran out. */
  courtesy_session_lint(session, message);
  courtesy_message_destroy(message);
  courtesy_session_destroy(session);
  courtesy_ruleset_destroy(ruleset);
  base_buffer_destroy(&told);
  return true;
}

/* The largest byte, one with a bit turned over, or any. */
static char damaged(char byte, uint32_t how) {
  unsigned value = (unsigned char)byte;
  switch (how % 3) {
  case 0:
    return (char)UCHAR_MAX;
  case 1:
    return (char)(value ^ 1U << how / 3 % 8);
  default:
    return (char)(how >> 24);
  }
}

/* Returns how many of the damaged images still were rulesets. */
static size_t damage(struct base_buffer *image, size_t times) {
  uint32_t state = 2463534242U;
  size_t read = 0;
  for (size_t i = 0; i < times; i++) {
    size_t place = pick_byte(image, &state);
    uint32_t how = next_number(&state);
    char kept = image->bytes[place];
    image->bytes[place] = damaged(kept, how);
    read += survives(image);
    image->bytes[place] = kept;
  }
  return read;
}

static void test_damaged_images_are_refused_or_safe(void **state) {
  (void)state;
  enum { TIMES = 20000 };
  struct building building;
  build_all_kinds(&building);
  struct base_buffer image = write_image(building.ruleset);
  size_t read = damage(&image, TIMES);
  assert_true(read > TIMES / 20);
  assert_true(read < TIMES);
  base_buffer_destroy(&image);
  building_end(&building);
}

static void test_a_damaged_pack_is_refused_or_safe(void **state) {
  (void)state;
  enum { TIMES = 300 };
  struct building building;
  build_pack(&building, "internal");
  struct base_buffer image = write_image(building.ruleset);
  size_t read = damage(&image, TIMES);
  assert_true(read < TIMES);
  base_buffer_destroy(&image);
  building_end(&building);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_a_ruleset_comes_back_as_it_was),
      cmocka_unit_test(test_the_pack_comes_back_in_every_profile),
      cmocka_unit_test(test_an_image_may_lie_at_any_address),
      cmocka_unit_test(test_the_image_that_is_built_in_is_sound),
      cmocka_unit_test(test_packs_are_made_by_name),
      cmocka_unit_test(test_other_headers_are_refused),
      cmocka_unit_test(test_parts_of_an_image_are_refused),
      cmocka_unit_test(test_switches_lead_to_what_is_there),
      cmocka_unit_test(test_buckets_hold_what_is_sorted),
      cmocka_unit_test(test_no_way_leads_past_all_words),
      cmocka_unit_test(test_forks_lead_to_what_is_there),
      cmocka_unit_test(test_needs_are_what_is_there),
      cmocka_unit_test(test_entries_name_what_is_there),
      cmocka_unit_test(test_shortcuts_are_what_rules_make_them),
      cmocka_unit_test(test_a_regex_begins_anywhere),
      cmocka_unit_test(test_damaged_images_are_refused_or_safe),
      cmocka_unit_test(test_a_damaged_pack_is_refused_or_safe),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
