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
 * Rules that the profile leaves off are switched on for their own sentences
 * and not looked at in those of others.
 */
#include "commands.h"

#include "report.h"
#include "rule_files.h"
#include "variants.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A place in the text that was linted. */
struct place {
  size_t offset;
  size_t length;
};

enum { MOST_PLACES = 32 }; /* marks of one sentence; two are many */

struct places {
  struct place items[MOST_PLACES];
  size_t count;
  bool vague; /* found, but it cannot be told where exactly */
};

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

/* One example of one rule in one variant. */
struct run {
  struct test *test;
  const struct courtesy_rule *rule;
  struct courtesy_rule_facts facts;
  const struct courtesy_example *example;
  enum cli_variant_id variant;
  const struct courtesy_session *session;
};

static void add_place(struct places *places, const struct courtesy_span *span) {
  if (span->in_subject || places->count == MOST_PLACES) {
    places->vague = true;
  } else {
    places->items[places->count++] = (struct place){span->offset, span->length};
  }
}

static bool holds(const char *const *ids, size_t count, const char *id) {
  for (size_t i = 0; i < count; i++) {
    if (strcmp(ids[i], id) == 0) {
      return true;
    }
  }
  return false;
}

/* Where the rule itself was found. Where another of its group won, only
 * that it was found is known. */
static void find_rule(const struct run *run, struct places *places) {
  const struct courtesy_session *session = run->session;
  for (size_t i = 0; i < courtesy_session_finding_count(session); i++) {
    const struct courtesy_finding *finding =
        courtesy_session_finding(session, i);
    if (strcmp(finding->rule, run->facts.id) == 0) {
      add_place(places, &finding->span);
    } else if (holds(finding->also, finding->also_count, run->facts.id)) {
      places->vague = true;
    }
  }
}

static void find_marker(const struct run *run, struct places *places) {
  const struct courtesy_session *session = run->session;
  for (size_t i = 0; i < courtesy_session_mark_count(session); i++) {
    struct courtesy_mark mark;
    courtesy_session_mark(session, i, &mark);
    if (strcmp(mark.id, run->facts.id) == 0) {
      add_place(places, &mark.span);
    }
  }
}

/* A signal is seen in the score alone. */
static void find_signal(const struct run *run, struct places *places) {
  const struct courtesy_session *session = run->session;
  for (size_t i = 0; i < courtesy_session_score_part_count(session); i++) {
    const struct courtesy_score_part *part =
        courtesy_session_score_part(session, i);
    if (strcmp(part->id, run->facts.id) == 0) {
      places->vague = true;
    }
  }
}

static struct places find_own(const struct run *run) {
  struct places places = {.count = 0};
  switch (run->facts.rule_class) {
  case COURTESY_RULE:
    find_rule(run, &places);
    break;
  case COURTESY_MARKER:
    find_marker(run, &places);
    break;
  case COURTESY_SIGNAL:
    find_signal(run, &places);
    break;
  }
  return places;
}

/* The head of a failure: "house.yaml:14:9: told-you-before: …" */
static void start_failure(const struct run *run) {
  struct cli_output *output = run->test->output;
  run->test->failed++;
  cli_output_style(output, CLI_BOLD);
  cli_output_shown_string(output, run->example->file);
  cli_output_format(output, ":%u:%u:", run->example->line,
                    run->example->column);
  cli_output_style(output, CLI_PLAIN);
  cli_output_format(output, " %s: %s: ", run->facts.id,
                    cli_variant_name(run->variant));
}

static void end_failure(const struct run *run) {
  struct cli_output *output = run->test->output;
  const struct cli_bytes *text = &run->test->variant.text;
  cli_output_string(output, "\n");
  cli_print_lines(output, "    ", "    ", text->bytes, text->size);
}

static void print_place(const struct run *run, size_t offset, size_t length) {
  const struct cli_bytes *text = &run->test->variant.text;
  cli_output_string(run->test->output, "“");
  if (offset <= text->size && length <= text->size - offset) {
    cli_output_shown(run->test->output, text->bytes + offset, length);
  }
  cli_output_string(run->test->output, "”");
}

/* The place of mark number `i` in the variant's text. */
static struct place expected_place(const struct run *run, size_t i) {
  const size_t *offsets = run->test->variant.offsets;
  size_t start = run->example->spans[2 * i];
  size_t end = start + run->example->spans[2 * i + 1];
  return (struct place){offsets[start], offsets[end] - offsets[start]};
}

static bool places_match(const struct run *run, const struct places *places) {
  if (places->count != run->example->span_count) {
    return false;
  }
  for (size_t i = 0; i < places->count; i++) {
    struct place expected = expected_place(run, i);
    if (places->items[i].offset != expected.offset ||
        places->items[i].length != expected.length) {
      return false;
    }
  }
  return true;
}

static void fail_places(const struct run *run, const struct places *places) {
  struct cli_output *output = run->test->output;
  start_failure(run);
  cli_output_string(output, "found");
  for (size_t i = 0; i < places->count; i++) {
    cli_output_string(output, i > 0 ? ", " : " ");
    print_place(run, places->items[i].offset, places->items[i].length);
  }
  cli_output_string(output, "; the marks say");
  for (size_t i = 0; i < run->example->span_count; i++) {
    struct place expected = expected_place(run, i);
    cli_output_string(output, i > 0 ? ", " : " ");
    print_place(run, expected.offset, expected.length);
  }
  end_failure(run);
}

static bool check_bad(const struct run *run) {
  struct places places = find_own(run);
  if (places.count == 0 && !places.vague) {
    start_failure(run);
    cli_output_string(run->test->output, "not found");
    end_failure(run);
    return false;
  }
  if (run->example->spans_given && !places.vague &&
      !places_match(run, &places)) {
    fail_places(run, &places);
    return false;
  }
  return true;
}

/* Whether a finding counts against a sentence that should be silent. */
static bool is_allowed(const struct run *run,
                       const struct courtesy_finding *finding) {
  const struct courtesy_example *example = run->example;
  if (strcmp(finding->rule, run->facts.id) == 0) {
    return false;
  }
  if (holds(example->fires, example->fires_count, finding->rule)) {
    return true;
  }
  const struct courtesy_rule *other =
      courtesy_ruleset_find(run->test->usual, finding->rule);
  struct courtesy_rule_facts facts;
  courtesy_rule_describe(other, &facts);
  bool off = facts.severity == COURTESY_OFF;
  bool other_in_capitals =
      run->variant == CLI_CAPITALS && !courtesy_rule_ignores_case(other);
  return off || other_in_capitals;
}

static bool fail_good(const struct run *run, const char *id,
                      const struct courtesy_span *span) {
  start_failure(run);
  cli_output_format(run->test->output, "%s fires on ", id);
  print_place(run, span->offset, span->length);
  end_failure(run);
  return false;
}

static bool check_good(const struct run *run) {
  if (run->facts.rule_class != COURTESY_RULE) {
    struct places places = find_own(run);
    if (places.count > 0 || places.vague) {
      start_failure(run);
      cli_output_string(run->test->output, "found");
      end_failure(run);
      return false;
    }
    return true;
  }
  for (size_t i = 0; i < courtesy_session_finding_count(run->session); i++) {
    const struct courtesy_finding *finding =
        courtesy_session_finding(run->session, i);
    if (!is_allowed(run, finding)) {
      return fail_good(run, finding->rule, &finding->span);
    }
  }
  return true;
}

/* In a quote nothing may fire but rules that look for quotes; on the line
 * above it other things may. */
static bool check_quoted(const struct run *run) {
  size_t quote = run->test->variant.offsets[0];
  for (size_t i = 0; i < courtesy_session_finding_count(run->session); i++) {
    const struct courtesy_finding *finding =
        courtesy_session_finding(run->session, i);
    if (finding->span.offset >= quote && !finding->span.in_subject &&
        finding->zone != COURTESY_ZONE_QUOTE) {
      return fail_good(run, finding->rule, &finding->span);
    }
  }
  return true;
}

/* What an example says of its message. It is in the language of its rule, as
 * short as it may be; names ("zxx") have none. */
static struct courtesy_facts facts_of(const struct courtesy_example *example,
                                      const char *language) {
  return (struct courtesy_facts){
      .language = strcmp(language, "zxx") == 0 ? NULL : language,
      .subject = example->subject,
      .from = example->from,
      .to = example->to,
      .date = example->date,
      .reply = example->reply,
      .automatic = example->automatic,
      .attachments_known = example->attachments_given,
      .attachments = example->attachments,
      .attachment_count = example->attachment_count,
      .internal_domains = example->internal_domains,
      .internal_domain_count = example->internal_domain_count,
  };
}

/* Lints the variant's text and says whether the example holds. */
static bool run_variant(struct run *run, struct courtesy_session *session) {
  const struct courtesy_example *example = run->example;
  const struct cli_bytes *text = &run->test->variant.text;
  struct courtesy_facts facts = facts_of(example, run->facts.language);
  enum courtesy_kind kind =
      run->variant == CLI_QUOTED ? COURTESY_DRAFT : example->kind;
  struct courtesy_message *message = NULL;
  enum courtesy_status status = courtesy_message_create(
      kind, text->size > 0 ? text->bytes : "", text->size, &facts, &message);
  if (status == COURTESY_OK) {
    status = courtesy_session_try_rule(session, run->facts.id);
  }
  if (status == COURTESY_OK) {
    status = courtesy_session_lint(session, message);
  }
  bool ok = false;
  run->test->runs++;
  run->session = session;
  if (status != COURTESY_OK) {
    start_failure(run);
    cli_output_string(run->test->output, courtesy_status_text(status));
    end_failure(run);
  } else if (run->variant == CLI_QUOTED) {
    ok = check_quoted(run);
  } else {
    ok = example->bad ? check_bad(run) : check_good(run);
  }
  courtesy_message_destroy(message);
  return ok;
}

/* A whole mail has line ends and letters that mean something; capitals are
 * what the group shouting is about; a sentence in a quote is tried where it
 * should fire elsewhere. */
static bool is_tried(const struct run *run, enum cli_variant_id id) {
  const struct courtesy_example *example = run->example;
  switch (id) {
  case CLI_AS_WRITTEN:
    return true;
  case CLI_CAPITALS:
    return example->kind != COURTESY_MAIL &&
           strcmp(run->facts.group, "shouting") != 0 &&
           courtesy_rule_ignores_case(run->rule);
  case CLI_QUOTED:
    return example->bad && run->facts.rule_class == COURTESY_RULE &&
           (example->kind == COURTESY_TEXT || example->kind == COURTESY_DRAFT);
  default:
    return example->kind != COURTESY_MAIL;
  }
}

static void run_example(struct run *run) {
  struct test *test = run->test;
  test->sentences++;
  for (int id = CLI_AS_WRITTEN; id < CLI_VARIANT_COUNT; id++) {
    run->variant = (enum cli_variant_id)id;
    if (!is_tried(run, run->variant) ||
        !cli_variant_make(&test->variant, run->variant, run->example->text,
                          run->example->size)) {
      continue;
    }
    bool ok = run_variant(run, id == CLI_CAPITALS ? test->calm_session
                                                  : test->session);
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
    struct run run = {.test = test,
                      .rule = courtesy_ruleset_rule(test->ruleset, i)};
    courtesy_rule_describe(run.rule, &run.facts);
    struct courtesy_example example;
    run.example = &example;
    for (size_t j = 0;
         courtesy_rule_example(test->ruleset, run.rule, j, &example); j++) {
      if (run.example->layer < first_layer) {
        continue;
      }
      run_example(&run);
      if (run.example->layer >= next_layer) {
        next_layer = run.example->layer + 1;
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
    courtesy_rule_describe(courtesy_ruleset_rule(usual, i), &facts);
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

/* "992 sentences (978 of the pack, 14 of house.yaml)"; `ends` holds the
 * number of sentences up to each layer. */
static void print_sentences(const struct test *test,
                            const struct cli_rule_files *files,
                            const size_t *ends) {
  struct cli_output *output = test->output;
  cli_output_format(output, "%zu sentence%s", test->sentences,
                    cli_plural(test->sentences));
  size_t first = files->pack ? 0 : 1;
  for (size_t i = first; files->count > first && i <= files->count; i++) {
    size_t before = i > first ? ends[i - 1] : 0;
    cli_output_format(output, "%s%zu of ", i == first ? " (" : ", ",
                      ends[i] - before);
    cli_output_shown_string(output,
                            i == 0 ? "the pack" : files->files[i - 1].name);
  }
  cli_output_string(output, files->count > first ? ")" : "");
}

/* False when the rules up to that file cannot be used. */
static bool test_layer(struct test *test, const struct cli_rule_files *files,
                       size_t file_count, uint32_t *layer) {
  struct cli_build build = {.file_count = file_count, .output = test->output};
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
  for (size_t i = files.pack ? 0 : 1; ok && i <= files.count; i++) {
    files.profile = i == files.count ? profile : NULL;
    ok = test_layer(&test, &files, i, &layer);
    ends[i] = test.sentences;
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
