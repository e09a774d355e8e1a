/* SPDX-License-Identifier: MIT */
/* Prints the default rules, without markers, as literal phrases, one a line,
 * for tools that can only look for such: texts that the phrases of `find`
 * match. */
#include <courtesy/courtesy.h>

#include <stdio.h>

enum { VARIANTS = 4, PHRASE_SIZE = 256 };

static void print_phrases(const struct courtesy_ruleset *ruleset,
                          const struct courtesy_rule *rule) {
  struct courtesy_rule_facts facts;
  courtesy_rule_describe(ruleset, rule, &facts);
  if (facts.rule_class != COURTESY_RULE) {
    return;
  }
  for (size_t i = 0; i < facts.phrase_count; i++) {
    struct courtesy_phrase phrase;
    if (!courtesy_rule_phrase(ruleset, rule, i, &phrase) ||
        phrase.role != COURTESY_PHRASE_FIND) {
      continue;
    }
    for (unsigned variant = 0; variant < VARIANTS; variant++) {
      char text[PHRASE_SIZE];
      if (courtesy_rule_sample(ruleset, rule, i, variant, text, sizeof text)) {
        puts(text);
      }
    }
  }
}

int main(void) {
  struct courtesy_ruleset *ruleset = NULL;
  if (courtesy_ruleset_create_pack("en", "", &ruleset) != COURTESY_OK) {
    return 1;
  }
  for (size_t i = 0; i < courtesy_ruleset_rule_count(ruleset); i++) {
    print_phrases(ruleset, courtesy_ruleset_rule(ruleset, i));
  }
  courtesy_ruleset_destroy(ruleset);
  return ferror(stdout) != 0;
}
