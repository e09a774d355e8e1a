/* SPDX-License-Identifier: MIT */
/*
 * courtesy rules test: every example sentence of every rule, in every variant
 * of variants.h.
 *
 * The pack is one layer and each file another; the sentences of a layer run
 * against the rules up to it, so that a later file may change a rule without
 * breaking the sentences of an earlier one:
 *
 *     pack        sentences of the pack
 *     pack + a    sentences of a
 *     pack + a + b      sentences of b
 *
 * A file that needs a later one, say a list of it, is tried with that.
 *
 * Rules that the profile leaves off are switched on for their own sentences
 * and not looked at in those of others.
 */
#include "commands.h"

#include "report.h"
#include "rule_files.h"
#include "trial.h"

#include <stdlib.h>
#include <string.h>

struct test {
  struct cli_output *output;
  const struct courtesy_ruleset *usual;  /* as the profile has it */
  struct courtesy_ruleset *ruleset;      /* with what is off switched on */
  struct courtesy_ruleset *calm_ruleset; /* and group shouting off */
  struct courtesy_session *session;
  struct courtesy_session *calm_session;
  struct cli_variant variant;
  size_t sentences;
  size_t runs;
  size_t failed;
};

/* A whole mail has line ends and letters that mean something; capitals are
 * what the group shouting is about; a sentence in a quote is tried where it
 * should fire elsewhere. */
static bool is_tried(const struct cli_trial *trial, enum cli_variant_id id) {
  const struct courtesy_example *example = trial->example;
  switch (id) {
  case CLI_AS_WRITTEN:
    return true;
  case CLI_CAPITALS:
    return example->kind != COURTESY_MAIL &&
           strcmp(trial->facts.group, "shouting") != 0 &&
           courtesy_rule_ignores_case(trial->rule);
  case CLI_QUOTED:
    return example->bad && trial->facts.rule_class == COURTESY_RULE &&
           (example->kind == COURTESY_TEXT || example->kind == COURTESY_DRAFT);
  default:
    return example->kind != COURTESY_MAIL;
  }
}

static void run_example(struct test *test, struct cli_trial *trial) {
  test->sentences++;
  for (int id = CLI_AS_WRITTEN; id < CLI_VARIANT_COUNT; id++) {
    trial->variant = (enum cli_variant_id)id;
    if (!is_tried(trial, trial->variant) ||
        !cli_variant_make(&test->variant, trial->variant, trial->example->text,
                          trial->example->size)) {
      continue;
    }
    bool ok = cli_trial_run(trial, id == CLI_CAPITALS ? test->calm_session
                                                      : test->session);
    test->runs++;
    test->failed += !ok;
    if (!ok && id == CLI_AS_WRITTEN) {
      return; /* the variants would only say it again */
    }
  }
}

/* Runs the examples of layers from `first_layer` on; returns the number of
 * the next layer. */
static uint32_t run_layer(struct test *test, uint32_t first_layer) {
  uint32_t next_layer = first_layer;
  for (size_t i = 0; i < courtesy_ruleset_rule_count(test->ruleset); i++) {
    struct courtesy_example example;
    struct cli_trial trial = {
        .output = test->output,
        .usual = test->usual,
        .rule = courtesy_ruleset_rule(test->ruleset, i),
        .example = &example,
        .made = &test->variant,
    };
    courtesy_rule_describe(test->ruleset, trial.rule, &trial.facts);
    for (size_t j = 0;
         courtesy_rule_example(test->ruleset, trial.rule, j, &example); j++) {
      if (example.layer < first_layer) {
        continue;
      }
      run_example(test, &trial);
      if (example.layer >= next_layer) {
        next_layer = example.layer + 1;
      }
    }
  }
  return next_layer;
}

/* Switches on what the profile leaves off. */
static struct cli_severity_change *changes_for(
    const struct courtesy_ruleset *usual, size_t *count, bool *can_shout) {
  size_t rules = courtesy_ruleset_rule_count(usual);
  struct cli_severity_change *changes =
      cli_resize(NULL, (rules + 1) * sizeof *changes);
  *count = 0;
  *can_shout = false;
  for (size_t i = 0; i < rules; i++) {
    struct courtesy_rule_facts facts;
    courtesy_rule_describe(usual, courtesy_ruleset_rule(usual, i), &facts);
    if (facts.rule_class == COURTESY_RULE && facts.severity == COURTESY_OFF) {
      changes[(*count)++] =
          (struct cli_severity_change){facts.id, COURTESY_SUGGESTION};
    }
    *can_shout = *can_shout || strcmp(facts.group, "shouting") == 0;
  }
  return changes;
}

/* Builds the two rulesets of a layer and their sessions. */
static bool prepare(struct test *test, const struct cli_rule_files *files,
                    size_t file_count) {
  size_t count;
  bool can_shout;
  struct cli_severity_change *changes =
      changes_for(test->usual, &count, &can_shout);
  struct cli_build build = {.file_count = file_count,
                            .changes = changes,
                            .change_count = count,
                            .output = test->output};
  test->ruleset = cli_rules_build(files, &build);
  if (can_shout) {
    changes[build.change_count++] =
        (struct cli_severity_change){"group/shouting", COURTESY_OFF};
  }
  test->calm_ruleset = cli_rules_build(files, &build);
  free(changes);
  return test->ruleset != NULL && test->calm_ruleset != NULL &&
         courtesy_session_create(test->ruleset, &test->session) ==
             COURTESY_OK &&
         courtesy_session_create(test->calm_ruleset, &test->calm_session) ==
             COURTESY_OK;
}

static void release(struct test *test) {
  courtesy_session_destroy(test->session);
  courtesy_session_destroy(test->calm_session);
  courtesy_ruleset_destroy(test->ruleset);
  courtesy_ruleset_destroy(test->calm_ruleset);
  test->session = test->calm_session = NULL;
  test->ruleset = test->calm_ruleset = NULL;
}

/* The number of sentences up to a layer that was tried with a later one. */
#define LATER SIZE_MAX

/* "992 sentences (978 of the pack, 14 of house.yaml)"; `ends` holds the
 * number of sentences up to each layer. */
static void print_sentences(const struct test *test,
                            const struct cli_rule_files *files,
                            const size_t *ends) {
  struct cli_output *output = test->output;
  cli_output_format(output, "%zu sentence%s", test->sentences,
                    cli_plural(test->sentences));
  size_t first = files->pack ? 0 : 1;
  size_t before = 0;
  for (size_t i = first; files->count > first && i <= files->count;) {
    size_t last = i;
    while (ends[last] == LATER) {
      last++;
    }
    cli_output_format(output, "%s%zu of ", i == first ? " (" : ", ",
                      ends[last] - before);
    before = ends[last];
    for (; i <= last; i++) {
      cli_output_shown_string(output,
                              i == 0 ? "the pack" : files->files[i - 1].name);
      cli_output_string(output, i < last ? " + " : "");
    }
  }
  cli_output_string(output, files->count > first ? ")" : "");
}

/* False when the rules up to that file cannot be used, which only the last
 * one tells. */
static bool test_layer(struct test *test, const struct cli_rule_files *files,
                       size_t file_count, uint32_t *layer) {
  bool last = file_count == files->count;
  struct cli_build build = {.file_count = file_count,
                            .output = last ? test->output : NULL};
  struct courtesy_ruleset *usual = cli_rules_build(files, &build);
  if (usual == NULL) {
    return false;
  }
  test->usual = usual;
  bool ok = prepare(test, files, file_count);
  if (ok) {
    *layer = run_layer(test, *layer);
  }
  release(test);
  courtesy_ruleset_destroy(usual);
  return ok;
}

enum cli_exit cli_rules_test(const struct cli_arguments *arguments,
                             const char *const *paths, size_t count,
                             struct cli_output *output) {
  struct cli_rule_files files;
  struct test test = {.output = output};
  uint32_t layer = 0;
  bool ok = cli_rule_files_load(&files, arguments, paths, count);
  /* A profile may come with a file; before it there is only the default. */
  const char *profile = files.profile;
  size_t *ends = cli_resize(NULL, (files.count + 1) * sizeof *ends);
  bool loaded = ok;
  for (size_t i = files.pack ? 0 : 1; loaded && i <= files.count; i++) {
    files.profile = i == files.count ? profile : NULL;
    ok = test_layer(&test, &files, i, &layer);
    ends[i] = ok ? test.sentences : LATER;
  }
  if (ok) {
    print_sentences(&test, &files, ends);
    cli_output_format(output, ", %zu run%s, %zu failed\n", test.runs,
                      cli_plural(test.runs), test.failed);
  } else {
    cli_output_flush(output);
    cli_complain("not all sentences were run: mend the rules first");
  }
  free(ends);
  cli_variant_destroy(&test.variant);
  cli_rule_files_destroy(&files);
  return cli_finish_output(output, !ok               ? CLI_EXIT_TROUBLE
                                   : test.failed > 0 ? CLI_EXIT_FOUND
                                                     : CLI_EXIT_OK);
}
