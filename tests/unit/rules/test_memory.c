/* SPDX-License-Identifier: MIT */
/* Every allocation of the builder and of images fails once; each time the
 * answer is COURTESY_NO_MEMORY and nothing is lost. Breaks for a forgotten
 * check anywhere in lib/data and lib/rules. */
#include "building.h"
#include "refusal.h"
#include "rules/arrange.h"

static const char text[] =
    "group: tone\n"
    "lists:\n"
    "  greetings: ['hello', 'good morning']\n"
    "  offices: ['legal', =IT]\n"
    "  weekdays: [Monday]\n"
    "  titles: ['Dr', 'Ms']\n"
    "  nicknames: ['Bob Robert']\n"
    "forms: {tell: [tells, told]}\n"
    "markers:\n"
    "  greeting:\n"
    "    find: ['^^ {greetings}']\n"
    "    found: ['[[Hello]] Sam']\n"
    "rules:\n"
    "  told-you:\n"
    "    severity: warning\n" FULL "    find: |\n"
    "      (like|as) I tell~ you [already|*] $\n"
    "      like I {offices} you\n"
    "    regex: ['to+ld']\n"
    "    words: told\n"
    "    except: ['told you the news']\n"
    "    when: {kind: [draft, mail], words: '> 3'}\n"
    "    replace: 'perhaps {text}'\n"
    "    replace-at: [offices, titles]\n"
    "  no-greeting:\n"
    "    severity: suggestion\n" FULL "    missing: greeting\n"
    "    at: opening\n"
    "profiles: {quiet: {suggestion: off, told-you: {find+: ['I told you']}}}\n"
    "severities: {group/tone: error}\n";

static const char overlay[] = "lists: {offices-: ['legal', 'none']}\n"
                              "rules:\n"
                              "  told-you: {find-: ['no such phrase'], "
                              "sevrity: off, why: @here}\n";

static enum courtesy_status build(struct courtesy_builder *builder,
                                  bool mistaken) {
  enum courtesy_status status = COURTESY_OK;
  struct courtesy_ruleset *ruleset = NULL;
  status = courtesy_builder_add_file(builder, "a.yaml", text, strlen(text));
  if (status == COURTESY_OK && mistaken) {
    status =
        courtesy_builder_add_file(builder, "b.yaml", overlay, strlen(overlay));
  }
  if (status == COURTESY_OK) {
    status = courtesy_builder_extend_list(builder, "colleagues", "Ana");
  }
  if (status == COURTESY_OK) {
    status = courtesy_builder_set_profile(builder, "quiet");
  }
  if (status == COURTESY_OK) {
    status = courtesy_builder_finish(builder, &ruleset);
  }
  if (status == COURTESY_OK) {
    courtesy_ruleset_destroy(ruleset);
  }
  return status;
}

/* Refuses the allocation after `count`; false when there were fewer. */
static bool fails_at(size_t count, bool mistaken,
                     enum courtesy_status otherwise) {
  struct courtesy_builder *builder = NULL;
  refusal_after(count);
  enum courtesy_status status = courtesy_builder_create(&builder);
  if (status == COURTESY_OK) {
    status = build(builder, mistaken);
    courtesy_builder_destroy(builder);
  }
  bool refused = refusal_end();
  assert_int_equal(status, refused ? COURTESY_NO_MEMORY : otherwise);
  return refused;
}

static void test_each_allocation_of_good_rules(void **state) {
  (void)state;
  size_t count = 0;
  while (fails_at(count, false, COURTESY_OK)) {
    count++;
  }
  assert_true(count > 20);
}

static void test_each_allocation_of_bad_rules(void **state) {
  (void)state;
  size_t count = 0;
  while (fails_at(count, true, COURTESY_BAD_RULES)) {
    count++;
  }
  assert_true(count > 20);
}

static _Alignas(8) char image[1 << 16];
static size_t image_size;

static void keep_bytes(void *context, const void *bytes, size_t size) {
  (void)context;
  assert_true(size <= sizeof image - image_size);
  memcpy(image + image_size, bytes, size);
  image_size += size;
}

static enum courtesy_status copy(const struct courtesy_ruleset *ruleset) {
  struct courtesy_ruleset *again = NULL;
  image_size = 0;
  enum courtesy_status status =
      courtesy_ruleset_write(ruleset, keep_bytes, NULL);
  if (status == COURTESY_OK) {
    status = courtesy_ruleset_read(image, image_size, &again);
  }
  if (status == COURTESY_OK) {
    courtesy_ruleset_destroy(again);
  }
  return status;
}

static void test_each_allocation_of_an_image(void **state) {
  (void)state;
  struct building building;
  building_of(&building, text);
  assert_int_equal(building.status, COURTESY_OK);
  enum courtesy_status status = COURTESY_NO_MEMORY;
  size_t count = 0;
  while (status != COURTESY_OK) {
    refusal_after(count++);
    status = copy(building.ruleset);
    bool refused = refusal_end();
    assert_int_equal(status, refused ? COURTESY_NO_MEMORY : COURTESY_OK);
  }
  assert_true(count > 20);
  building_end(&building);
}

static void test_each_allocation_of_an_arrangement(void **state) {
  (void)state;
  struct building building;
  building_of(&building, text);
  assert_int_equal(building.status, COURTESY_OK);
  struct text_vocabulary *arranged = NULL;
  size_t count = 0;
  while (arranged == NULL) {
    refusal_after(count++);
    arranged = rules_arrange_words(building.ruleset);
    bool refused = refusal_end();
    assert_true(refused == (arranged == NULL));
  }
  assert_true(count > 5);
  text_vocabulary_destroy(arranged);
  building_end(&building);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_each_allocation_of_good_rules),
      cmocka_unit_test(test_each_allocation_of_bad_rules),
      cmocka_unit_test(test_each_allocation_of_an_image),
      cmocka_unit_test(test_each_allocation_of_an_arrangement),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
