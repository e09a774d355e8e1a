/* SPDX-License-Identifier: MIT */
/* courtesy rules: list and explain; test and check have their own files. */
#include "commands.h"

#include "memory.h"
#include "nearest.h"
#include "rule_files.h"
#include "rules_explain.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void complain_of_id(const struct courtesy_ruleset *ruleset,
                           const char *id) {
  struct cli_nearest nearest = cli_nearest_to(id);
  for (size_t i = 0; i < courtesy_ruleset_rule_count(ruleset); i++) {
    struct courtesy_rule_facts facts;
    courtesy_rule_describe(ruleset, courtesy_ruleset_rule(ruleset, i), &facts);
    cli_nearest_try(&nearest, facts.id);
    cli_nearest_try(&nearest, facts.group);
  }
  if (nearest.best != NULL) {
    cli_complain("there is no rule or group “%s”; did you mean “%s”?", id,
                 nearest.best);
  } else {
    cli_complain(
        "there is no rule or group “%s”; `courtesy rules list` shows all", id);
  }
}

/* `id` names a rule, a group, or a group as severities do. */
static bool explain_id(struct cli_page *page, const struct cli_rulebook *book,
                       const char *id) {
  static const char prefix[] = "group/";
  const struct courtesy_rule *rule = courtesy_ruleset_find(book->ruleset, id);
  if (rule != NULL) {
    cli_explain_rule(page, book, rule);
    return true;
  }
  size_t size = strlen(prefix);
  return cli_explain_group(page, book->ruleset,
                           strncmp(id, prefix, size) == 0 ? id + size : id);
}

static enum cli_exit explain(const struct cli_rulebook *book,
                             const char *const *ids, size_t count,
                             struct cli_page *page) {
  enum cli_exit status = CLI_EXIT_OK;
  bool explained = false;
  for (size_t i = 0; i < count; i++) {
    cli_output_string(page->output, explained ? "\n" : "");
    explained = explain_id(page, book, ids[i]);
    if (!explained) {
      complain_of_id(book->ruleset, ids[i]);
      status = CLI_EXIT_TROUBLE;
    }
  }
  return status;
}

/* The rules under each of their profiles. */
static struct cli_rulebook open_book(const struct cli_arguments *arguments,
                                     const struct courtesy_ruleset *ruleset) {
  size_t count = courtesy_ruleset_profile_count(ruleset);
  struct cli_rulebook book = {
      .ruleset = ruleset,
      .rulesets = cli_resize(NULL, (count + 1) * sizeof(*book.rulesets)),
  };
  for (size_t i = 0; i < count; i++) {
    struct cli_arguments other = *arguments;
    other.profile = courtesy_ruleset_profile_name(ruleset, i);
    book.rulesets[i] = cli_rules_for(&other);
  }
  return book;
}

static void close_book(struct cli_rulebook *book) {
  for (size_t i = 0; i < courtesy_ruleset_profile_count(book->ruleset); i++) {
    courtesy_ruleset_destroy(book->rulesets[i]);
  }
  free(book->rulesets);
}

/* list and explain. */
static enum cli_exit show(const struct cli_arguments *arguments, bool all,
                          const struct courtesy_ruleset *ruleset,
                          struct cli_output *output) {
  struct cli_page page = cli_page_of(output, arguments->format);
  enum cli_exit status = CLI_EXIT_OK;
  if (!all) {
    struct cli_rulebook book = open_book(arguments, ruleset);
    status =
        explain(&book, arguments->paths + 1, arguments->path_count - 1, &page);
    close_book(&book);
  } else if (page.markdown) {
    cli_print_index(&page, ruleset);
  } else {
    cli_print_rules(output, ruleset);
  }
  cli_page_destroy(&page);
  return cli_finish_output(output, status);
}

/* The words after `rules`. */
static const char *const words[] = {"list", "explain", "test", "check"};
enum { LIST, EXPLAIN, TEST, CHECK, WORD_COUNT };

static int find_word(const struct cli_arguments *arguments) {
  int found = LIST;
  while (arguments->path_count > 0 && found < WORD_COUNT &&
         strcmp(arguments->paths[0], words[found]) != 0) {
    found++;
  }
  return arguments->path_count > 0 ? found : WORD_COUNT;
}

static void complain_of_word(const char *word) {
  struct cli_nearest nearest = cli_nearest_to(word);
  for (int i = LIST; i < WORD_COUNT; i++) {
    cli_nearest_try(&nearest, words[i]);
  }
  if (nearest.best != NULL) {
    cli_complain("rules: there is no “%s”; did you mean `courtesy rules %s`?",
                 word, nearest.best);
  } else {
    cli_complain("rules: there is no “%s”, but list, explain, test and check",
                 word);
  }
}

/* False when the operands do not fit the word. */
static bool operands_fit(const struct cli_arguments *arguments, int word) {
  if (word == WORD_COUNT && arguments->path_count > 0) {
    complain_of_word(arguments->paths[0]);
    return false;
  }
  if (word == WORD_COUNT) {
    cli_complain("rules: say what: list, explain, test or check");
    return false;
  }
  if (word == LIST && arguments->path_count > 1) {
    cli_complain("rules list: “%s” is too much; rule files are given with "
                 "--rules",
                 arguments->paths[1]);
    return false;
  }
  if ((word == TEST || word == CHECK) &&
      strcmp(arguments->format, "text") != 0) {
    cli_complain("rules %s: --format is for list and explain", words[word]);
    return false;
  }
  if (word == EXPLAIN && arguments->path_count == 1) {
    cli_complain("rules explain: say which rule; `courtesy rules list` shows "
                 "all");
    return false;
  }
  return true;
}

enum cli_exit cli_command_rules(const struct cli_arguments *arguments) {
  int word = find_word(arguments);
  if (!operands_fit(arguments, word)) {
    return CLI_EXIT_TROUBLE;
  }
  const char *const *operands = arguments->paths + 1;
  size_t count = arguments->path_count - 1;
  struct cli_output output;
  cli_output_open(&output, STDOUT_FILENO,
                  cli_color_wanted(arguments->color, STDOUT_FILENO));
  if (word == TEST) {
    return cli_rules_test(arguments, operands, count, &output);
  }
  if (word == CHECK) {
    return cli_rules_check(arguments, operands, count, &output);
  }
  struct courtesy_ruleset *ruleset = cli_rules_for(arguments);
  if (ruleset == NULL) {
    return CLI_EXIT_TROUBLE;
  }
  enum cli_exit status = show(arguments, word == LIST, ruleset, &output);
  courtesy_ruleset_destroy(ruleset);
  return status;
}
