/* SPDX-License-Identifier: MIT */
/*
 * courtesy rules check: what the builder says of rule files, and what can
 * only be seen by linting the rules' own words.
 */
#include "commands.h"

#include "report.h"
#include "rule_files.h"
#include "rules_reach.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct inspection {
  struct cli_output *output;
  const struct cli_rule_files *files;
  const struct courtesy_ruleset *ruleset;
  struct courtesy_session *session;
  size_t warnings;
};

/* Lints a few words of a rule. False when that was not possible. */
static bool lint_words(struct inspection *inspection, const char *words,
                       size_t size, struct courtesy_message **message) {
  *message = NULL;
  return courtesy_message_create(COURTESY_TEXT, words, size, NULL, message) ==
             COURTESY_OK &&
         courtesy_session_lint(inspection->session, *message) == COURTESY_OK;
}

__attribute__((format(printf, 5, 6))) static void warn(
    struct inspection *inspection, const char *file, uint32_t line,
    uint32_t column, const char *format, ...) {
  char text[1024];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  const struct courtesy_diagnostic diagnostic = {COURTESY_WARNING, file, line,
                                                 column, text};
  cli_print_diagnostic(inspection->output, inspection->files, &diagnostic);
  inspection->warnings++;
}

/* The first finding that counts: advice to an author may tell what to do
 * without a please, words to copy may not. */
static const struct courtesy_finding *find_offence(
    const struct inspection *inspection, bool is_advice) {
  const struct courtesy_session *session = inspection->session;
  for (size_t i = 0; i < courtesy_session_finding_count(session); i++) {
    const struct courtesy_finding *finding =
        courtesy_session_finding(session, i);
    if (!is_advice || strcmp(finding->group, "forms") != 0) {
      return finding;
    }
  }
  return NULL;
}

/* Words of a rule that break a rule themselves. `key` names them. */
static void check_words(struct inspection *inspection,
                        const struct courtesy_rule_facts *facts,
                        const char *key, const char *words, size_t size,
                        bool is_advice) {
  struct courtesy_message *message;
  if (lint_words(inspection, words, size, &message)) {
    const struct courtesy_finding *finding =
        find_offence(inspection, is_advice);
    if (finding != NULL) {
      warn(inspection, facts->file, facts->line,
           cli_rule_column(inspection->files, facts->file, facts->line),
           "“%s” of %s breaks a rule itself: “%s” [%s]", key, facts->id,
           finding->text, finding->rule);
    }
  }
  courtesy_message_destroy(message);
}

/* A message says what was found and then, behind a colon, what the reader
 * could hear: that part is bound to sound rude. */
static size_t told_size(const char *message) {
  const char *colon = strstr(message, ": ");
  return colon != NULL ? (size_t)(colon - message) : strlen(message);
}

/* What is put between “ ” is what an author may copy; as words in quotation
 * marks no rule would look at it. */
static void check_proposals(struct inspection *inspection,
                            const struct courtesy_rule_facts *facts,
                            const char *text) {
  static const char opening[] = "“";
  static const char closing[] = "”";
  const char *start;
  while ((start = strstr(text, opening)) != NULL) {
    start += strlen(opening);
    const char *end = strstr(start, closing);
    if (end == NULL) {
      return;
    }
    check_words(inspection, facts, "instead", start, (size_t)(end - start),
                false);
    text = end + strlen(closing);
  }
}

/* Two rules of different groups on the same words: the author is told the
 * same thing twice. */
static void check_example(struct inspection *inspection,
                          const struct courtesy_rule_facts *facts,
                          const struct courtesy_example *example) {
  struct courtesy_message *message;
  if (example->bad && example->kind == COURTESY_TEXT &&
      lint_words(inspection, example->text, example->size, &message)) {
    const struct courtesy_session *session = inspection->session;
    size_t count = courtesy_session_finding_count(session);
    for (size_t i = 1; i < count; i++) {
      const struct courtesy_finding *one =
          courtesy_session_finding(session, i - 1);
      const struct courtesy_finding *two = courtesy_session_finding(session, i);
      bool own = strcmp(one->rule, facts->id) == 0 ||
                 strcmp(two->rule, facts->id) == 0;
      if (own && one->span.offset == two->span.offset &&
          one->span.length == two->span.length) {
        warn(inspection, example->file, example->line, example->column,
             "two rules say “%s”: %s and %s", one->text, one->rule, two->rule);
        break;
      }
    }
    courtesy_message_destroy(message);
  }
}

/* A phrase that finds nothing, whatever is written. */
static void check_reach(struct inspection *inspection,
                        const struct courtesy_rule *rule,
                        const struct courtesy_phrase *phrase, size_t index) {
  struct cli_reach reach =
      cli_reach_of(inspection->ruleset, inspection->session, rule, index);
  if (reach.found) {
    return;
  }
  if (reach.veto.text != NULL) {
    warn(inspection, phrase->file, phrase->line, phrase->column,
         "the veto “%s” hides all that this phrase finds", reach.veto.text);
  } else {
    warn(inspection, phrase->file, phrase->line, phrase->column,
         "no text fits this phrase");
  }
}

static void check_phrases(struct inspection *inspection,
                          const struct courtesy_rule *rule,
                          const struct courtesy_rule_facts *facts) {
  struct courtesy_rule_trigger trigger;
  courtesy_rule_describe_trigger(inspection->ruleset, rule, &trigger);
  bool in_body = (trigger.zones >> COURTESY_ZONE_BODY & 1) != 0;
  for (size_t i = 0; in_body && i < facts->phrase_count; i++) {
    struct courtesy_phrase phrase;
    if (courtesy_rule_phrase(inspection->ruleset, rule, i, &phrase) &&
        phrase.role == COURTESY_PHRASE_FIND &&
        cli_rule_file_is_meant(inspection->files, phrase.file)) {
      check_reach(inspection, rule, &phrase, i);
    }
  }
}

static void check_rule(struct inspection *inspection,
                       const struct courtesy_rule *rule) {
  struct courtesy_rule_facts facts;
  courtesy_rule_describe(inspection->ruleset, rule, &facts);
  if (facts.severity != COURTESY_OFF || facts.rule_class != COURTESY_RULE) {
    check_phrases(inspection, rule, &facts);
  }
  if (facts.rule_class != COURTESY_RULE) {
    return;
  }
  if (cli_rule_file_is_meant(inspection->files, facts.file)) {
    check_words(inspection, &facts, "message", facts.message,
                told_size(facts.message), true);
    check_words(inspection, &facts, "instead", facts.instead,
                strlen(facts.instead), true);
    check_proposals(inspection, &facts, facts.instead);
  }
  struct courtesy_example example;
  for (size_t i = 0;
       courtesy_rule_example(inspection->ruleset, rule, i, &example); i++) {
    if (cli_rule_file_is_meant(inspection->files, example.file)) {
      check_example(inspection, &facts, &example);
    }
  }
}

static bool check_ruleset(struct inspection *inspection) {
  const struct courtesy_ruleset *ruleset = inspection->ruleset;
  if (courtesy_session_create(ruleset, &inspection->session) != COURTESY_OK) {
    return false;
  }
  for (size_t i = 0; i < courtesy_ruleset_rule_count(ruleset); i++) {
    check_rule(inspection, courtesy_ruleset_rule(ruleset, i));
  }
  courtesy_session_destroy(inspection->session);
  return true;
}

enum cli_exit cli_rules_check(const struct cli_arguments *arguments,
                              const char *const *paths, size_t count,
                              struct cli_output *output) {
  struct cli_rule_files files;
  struct cli_build build = {.warnings = true, .output = output};
  struct courtesy_ruleset *ruleset = NULL;
  struct inspection inspection = {.output = output, .files = &files};
  bool ok = cli_rule_files_load(&files, arguments, paths, count);
  build.file_count = files.count;
  if (ok) {
    ruleset = cli_rules_build(&files, &build);
    inspection.ruleset = ruleset;
    ok = ruleset != NULL && check_ruleset(&inspection);
    inspection.warnings += build.counts[COURTESY_WARNING];
    cli_output_format(output, "%zu error%s, %zu warning%s\n",
                      build.counts[COURTESY_ERROR],
                      cli_plural(build.counts[COURTESY_ERROR]),
                      inspection.warnings, cli_plural(inspection.warnings));
  }
  courtesy_ruleset_destroy(ruleset);
  cli_rule_files_destroy(&files);
  return cli_finish_output(output, ok ? CLI_EXIT_OK : CLI_EXIT_TROUBLE);
}
