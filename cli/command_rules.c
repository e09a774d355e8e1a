/* SPDX-License-Identifier: MIT */
/* courtesy rules: list and explain; test and check have their own files. */
#include "commands.h"

#include "nearest.h"
#include "report.h"
#include "rule_files.h"
#include "utf8.h"

#include <string.h>
#include <unistd.h>

static void print_padded(struct cli_output *output, const char *word,
                         size_t width) {
  size_t size = strlen(word);
  cli_output_shown_string(output, word);
  cli_output_repeat(output, ' ', size < width ? width - size : 1);
}

/* " (quiet off, external warning)": the profiles that differ. */
static void print_differences(struct cli_output *output,
                              const struct courtesy_ruleset *ruleset,
                              const struct courtesy_rule *rule,
                              enum courtesy_severity usual) {
  const char *before = " (";
  for (size_t i = 0; i < courtesy_ruleset_profile_count(ruleset); i++) {
    const char *profile = courtesy_ruleset_profile_name(ruleset, i);
    enum courtesy_severity severity;
    if (courtesy_rule_severity_in(ruleset, rule, profile, &severity) ==
            COURTESY_OK &&
        severity != usual) {
      cli_output_string(output, before);
      cli_output_shown_string(output, profile);
      cli_output_format(output, " %s", courtesy_severity_name(severity));
      before = ", ";
    }
  }
  cli_output_string(output, before[0] == ',' ? ")" : "");
}

static size_t longest_id(const struct courtesy_ruleset *ruleset) {
  size_t longest = 0;
  for (size_t i = 0; i < courtesy_ruleset_rule_count(ruleset); i++) {
    struct courtesy_rule_facts facts;
    courtesy_rule_describe(courtesy_ruleset_rule(ruleset, i), &facts);
    longest = strlen(facts.id) > longest ? strlen(facts.id) : longest;
  }
  return longest;
}

static void print_severity(struct cli_output *output,
                           const struct courtesy_ruleset *ruleset,
                           const struct courtesy_rule *rule,
                           const struct courtesy_rule_facts *facts) {
  cli_output_style(output, cli_severity_style(facts->severity));
  cli_output_string(output, courtesy_severity_name(facts->severity));
  cli_output_style(output, CLI_PLAIN);
  print_differences(output, ruleset, rule, facts->severity);
}

/* The entries of one class, a line each. */
static void list_class(struct cli_output *output,
                       const struct courtesy_ruleset *ruleset,
                       enum courtesy_rule_class rule_class, size_t width) {
  enum { GROUP_WIDTH = 20 };
  for (size_t i = 0; i < courtesy_ruleset_rule_count(ruleset); i++) {
    const struct courtesy_rule *rule = courtesy_ruleset_rule(ruleset, i);
    struct courtesy_rule_facts facts;
    courtesy_rule_describe(rule, &facts);
    if (facts.rule_class != rule_class) {
      continue;
    }
    print_padded(output, facts.id, width);
    if (rule_class == COURTESY_RULE) {
      print_padded(output, facts.group, GROUP_WIDTH);
      print_severity(output, ruleset, rule, &facts);
    } else if (rule_class == COURTESY_MARKER) {
      cli_output_string(output, facts.shown ? "marker" : "marker, not shown");
    } else {
      cli_output_format(output, "signal, weight %.2g", facts.weight);
    }
    cli_output_string(output, "\n");
  }
}

static enum cli_exit list(const struct courtesy_ruleset *ruleset,
                          struct cli_output *output) {
  size_t width = longest_id(ruleset) + 2;
  list_class(output, ruleset, COURTESY_RULE, width);
  list_class(output, ruleset, COURTESY_MARKER, width);
  list_class(output, ruleset, COURTESY_SIGNAL, width);
  return cli_finish_output(output, CLI_EXIT_OK);
}

/* Text with breaks at blanks, below an indent. */
static void print_wrapped(struct cli_output *output, const char *text) {
  enum { INDENT = 2, WIDTH = 76 };
  size_t column = WIDTH; /* nothing fits in what is left: start a line */
  for (const char *word = text; *word != '\0';) {
    size_t size = strcspn(word, " \n");
    size_t columns = 0;
    for (size_t i = 0; i < size;) {
      struct cli_character c = cli_utf8_decode(word + i, size - i);
      columns += cli_utf8_width(c.code_point);
      i += c.size;
    }
    if (column + 1 + columns > WIDTH) {
      cli_output_string(output, word == text ? "" : "\n");
      cli_output_repeat(output, ' ', INDENT);
      column = columns;
    } else if (size > 0) {
      cli_output_string(output, " ");
      column += 1 + columns;
    }
    cli_output_shown(output, word, size);
    word += size;
    word += strspn(word, " \n");
  }
  cli_output_string(output, "\n");
}

static void print_title(struct cli_output *output, const char *title) {
  cli_output_string(output, "\n");
  cli_output_style(output, CLI_BOLD);
  cli_output_string(output, title);
  cli_output_style(output, CLI_PLAIN);
  cli_output_string(output, "\n");
}

static void print_section(struct cli_output *output, const char *title,
                          const char *text) {
  if (text[0] != '\0') {
    print_title(output, title);
    print_wrapped(output, text);
  }
}

static void print_phrases(struct cli_output *output,
                          const struct courtesy_rule *rule, size_t count,
                          enum courtesy_phrase_role role, const char *title) {
  bool any = false;
  for (size_t i = 0; i < count; i++) {
    const struct courtesy_phrase *phrase = courtesy_rule_phrase(rule, i);
    if (phrase->role != role) {
      continue;
    }
    if (!any) {
      print_title(output, title);
      any = true;
    }
    cli_output_string(output, "  ");
    cli_output_shown_string(output, phrase->text);
    cli_output_string(output, "\n");
  }
}

/* An example as its author wrote it: with [[ ]] around what is found. */
static void print_example(struct cli_output *output,
                          const struct courtesy_example *example) {
  struct cli_bytes text = {0};
  size_t done = 0;
  for (size_t i = 0; i < example->span_count; i++) {
    size_t start = example->spans[2 * i];
    size_t end = start + example->spans[2 * i + 1];
    cli_bytes_add(&text, example->text + done, start - done);
    cli_bytes_add_string(&text, "[[");
    cli_bytes_add(&text, example->text + start, end - start);
    cli_bytes_add_string(&text, "]]");
    done = end;
  }
  cli_bytes_add(&text, example->text + done, example->size - done);
  cli_print_lines(output, "  - ", "    ", text.size > 0 ? text.bytes : "",
                  text.size);
  cli_bytes_destroy(&text);
}

static void print_examples(struct cli_output *output,
                           const struct courtesy_rule *rule, bool bad,
                           const char *title) {
  bool any = false;
  for (size_t i = 0; i < courtesy_rule_example_count(rule); i++) {
    const struct courtesy_example *example = courtesy_rule_example(rule, i);
    if (example->bad != bad) {
      continue;
    }
    if (!any) {
      print_title(output, title);
      any = true;
    }
    print_example(output, example);
  }
}

static void print_switch(struct cli_output *output,
                         const struct courtesy_rule_facts *facts) {
  print_title(output, "Switch it off, in a file for --rules");
  cli_output_format(output, "  severities: {%s: off}\n", facts->id);
  if (facts->group[0] != '\0') {
    cli_output_format(output, "  severities: {group/%s: off}  # all of these\n",
                      facts->group);
  }
}

static void print_head(struct cli_output *output,
                       const struct courtesy_ruleset *ruleset,
                       const struct courtesy_rule *rule,
                       const struct courtesy_rule_facts *facts) {
  cli_output_style(output, CLI_BOLD);
  cli_output_string(output, facts->id);
  cli_output_style(output, CLI_PLAIN);
  if (facts->rule_class == COURTESY_MARKER) {
    cli_output_string(output, ": a marker: it names what is in a message");
  } else if (facts->rule_class == COURTESY_SIGNAL) {
    cli_output_string(output, ": a signal: only the phrase score counts it");
  } else {
    cli_output_format(output, ": %s", courtesy_severity_name(facts->severity));
    print_differences(output, ruleset, rule, facts->severity);
    cli_output_format(output, ", group %s", facts->group);
  }
  cli_output_string(output, "\n");
  cli_output_shown_string(output, facts->file);
  cli_output_format(output, ":%u\n", facts->line);
}

static void explain_rule(struct cli_output *output,
                         const struct courtesy_ruleset *ruleset,
                         const struct courtesy_rule *rule) {
  struct courtesy_rule_facts facts;
  courtesy_rule_describe(rule, &facts);
  bool is_rule = facts.rule_class == COURTESY_RULE;
  print_head(output, ruleset, rule, &facts);
  print_section(output, "Message", facts.message);
  print_section(output, "Why", facts.why);
  print_section(output, "Instead", facts.instead);
  print_phrases(output, rule, facts.phrase_count, COURTESY_PHRASE_FIND,
                "Phrases");
  print_phrases(output, rule, facts.phrase_count, COURTESY_PHRASE_REGEX,
                "Regular expressions");
  print_phrases(output, rule, facts.phrase_count, COURTESY_PHRASE_EXCEPT,
                "Not in a sentence with");
  print_phrases(output, rule, facts.phrase_count, COURTESY_PHRASE_EXCEPT_HERE,
                "Not where this stands");
  print_examples(output, rule, true, is_rule ? "Fires on" : "Found in");
  print_examples(output, rule, false, is_rule ? "Silent on" : "Not found in");
  if (is_rule) {
    print_switch(output, &facts);
  }
}

static void print_group_head(struct cli_output *output, const char *group) {
  cli_output_style(output, CLI_BOLD);
  cli_output_shown_string(output, group);
  cli_output_style(output, CLI_PLAIN);
  cli_output_string(output, ": a group of these rules\n");
}

/* The rules of a group, a line each; false when there is no such group. */
static bool explain_group(struct cli_output *output,
                          const struct courtesy_ruleset *ruleset,
                          const char *group) {
  size_t count = 0;
  size_t width = longest_id(ruleset) + 2;
  for (size_t i = 0; i < courtesy_ruleset_rule_count(ruleset); i++) {
    const struct courtesy_rule *rule = courtesy_ruleset_rule(ruleset, i);
    struct courtesy_rule_facts facts;
    courtesy_rule_describe(rule, &facts);
    if (strcmp(facts.group, group) != 0 || facts.rule_class != COURTESY_RULE) {
      continue;
    }
    if (count++ == 0) {
      print_group_head(output, group);
    }
    cli_output_string(output, "  ");
    print_padded(output, facts.id, width);
    print_severity(output, ruleset, rule, &facts);
    cli_output_string(output, "\n");
  }
  if (count > 0) {
    print_title(output, "Switch it off, in a file for --rules");
    cli_output_format(output, "  severities: {group/%s: off}\n", group);
  }
  return count > 0;
}

static void complain_of_id(const struct courtesy_ruleset *ruleset,
                           const char *id) {
  struct cli_nearest nearest = cli_nearest_to(id);
  for (size_t i = 0; i < courtesy_ruleset_rule_count(ruleset); i++) {
    struct courtesy_rule_facts facts;
    courtesy_rule_describe(courtesy_ruleset_rule(ruleset, i), &facts);
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
static bool explain_id(struct cli_output *output,
                       const struct courtesy_ruleset *ruleset, const char *id) {
  static const char prefix[] = "group/";
  const struct courtesy_rule *rule = courtesy_ruleset_find(ruleset, id);
  if (rule != NULL) {
    explain_rule(output, ruleset, rule);
    return true;
  }
  size_t size = strlen(prefix);
  return explain_group(output, ruleset,
                       strncmp(id, prefix, size) == 0 ? id + size : id);
}

static enum cli_exit explain(const struct courtesy_ruleset *ruleset,
                             const char *const *ids, size_t count,
                             struct cli_output *output) {
  enum cli_exit status = CLI_EXIT_OK;
  bool explained = false;
  for (size_t i = 0; i < count; i++) {
    cli_output_string(output, explained ? "\n" : "");
    explained = explain_id(output, ruleset, ids[i]);
    if (!explained) {
      complain_of_id(ruleset, ids[i]);
      status = CLI_EXIT_TROUBLE;
    }
  }
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

/* False when the operands do not fit the word. */
static bool operands_fit(const struct cli_arguments *arguments, int word) {
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
  enum cli_exit status = word == LIST
                             ? list(ruleset, &output)
                             : explain(ruleset, operands, count, &output);
  courtesy_ruleset_destroy(ruleset);
  return status;
}
