/* SPDX-License-Identifier: MIT */
#include "trial.h"

#include "report.h"

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

static void add_place(struct places *places, const struct courtesy_span *span) {
  if (span->in_subject || places->count == MOST_PLACES) {
    places->vague = true;
  } else {
    places->items[places->count++] = (struct place){span->offset, span->length};
  }
}

/* Where the rule itself was found. Where another of its group won, only
 * that it was found is known. */
static void find_rule(const struct cli_trial *trial, struct places *places) {
  const struct courtesy_session *session = trial->session;
  for (size_t i = 0; i < courtesy_session_finding_count(session); i++) {
    const struct courtesy_finding *finding =
        courtesy_session_finding(session, i);
    if (strcmp(finding->rule, trial->facts.id) == 0) {
      add_place(places, &finding->span);
    } else if (cli_is_among(finding->also, finding->also_count,
                            trial->facts.id)) {
      places->vague = true;
    }
  }
}

static void find_marker(const struct cli_trial *trial, struct places *places) {
  const struct courtesy_session *session = trial->session;
  for (size_t i = 0; i < courtesy_session_mark_count(session); i++) {
    struct courtesy_mark mark;
    courtesy_session_mark(session, i, &mark);
    if (strcmp(mark.id, trial->facts.id) == 0) {
      add_place(places, &mark.span);
    }
  }
}

/* A signal is seen in the score alone. */
static void find_signal(const struct cli_trial *trial, struct places *places) {
  const struct courtesy_session *session = trial->session;
  for (size_t i = 0; i < courtesy_session_score_part_count(session); i++) {
    const struct courtesy_score_part *part =
        courtesy_session_score_part(session, i);
    if (strcmp(part->id, trial->facts.id) == 0) {
      places->vague = true;
    }
  }
}

static struct places find_own(const struct cli_trial *trial) {
  struct places places = {.count = 0};
  switch (trial->facts.rule_class) {
  case COURTESY_RULE:
    find_rule(trial, &places);
    break;
  case COURTESY_MARKER:
    find_marker(trial, &places);
    break;
  case COURTESY_SIGNAL:
    find_signal(trial, &places);
    break;
  }
  return places;
}

/* The head of a failure: "house.yaml:14:9: told-you-before: …" */
static void start_failure(const struct cli_trial *trial) {
  struct cli_output *output = trial->output;
  cli_output_style(output, CLI_BOLD);
  cli_output_shown_string(output, trial->example->file);
  cli_output_format(output, ":%u:%u:", trial->example->line,
                    trial->example->column);
  cli_output_style(output, CLI_PLAIN);
  cli_output_format(output, " %s: %s: ", trial->facts.id,
                    cli_variant_name(trial->variant));
}

/* With the lines of the text, indented; blank ones at its end are left out. */
static void end_failure(const struct cli_trial *trial) {
  struct cli_output *output = trial->output;
  const char *text = trial->made->text.bytes;
  size_t size = trial->made->text.size;
  cli_output_string(output, "\n");
  while (size > 0 && text[size - 1] == '\n') {
    size--;
  }
  for (size_t start = 0; start <= size;) {
    const char *feed = memchr(text + start, '\n', size - start);
    size_t end = feed != NULL ? (size_t)(feed - text) : size;
    cli_output_string(output, end > start ? "    " : "");
    cli_output_shown(output, text + start, end - start);
    cli_output_string(output, "\n");
    start = end + 1;
  }
}

static void print_place(const struct cli_trial *trial, size_t offset,
                        size_t length) {
  const struct cli_bytes *text = &trial->made->text;
  cli_output_string(trial->output, "“");
  if (offset <= text->size && length <= text->size - offset) {
    cli_output_shown(trial->output, text->bytes + offset, length);
  }
  cli_output_string(trial->output, "”");
}

/* The place of mark number `i` in the variant's text. */
static struct place expected_place(const struct cli_trial *trial, size_t i) {
  const size_t *offsets = trial->made->offsets;
  size_t start = trial->example->spans[2 * i];
  size_t end = start + trial->example->spans[2 * i + 1];
  return (struct place){offsets[start], offsets[end] - offsets[start]};
}

static bool places_match(const struct cli_trial *trial,
                         const struct places *places) {
  if (places->count != trial->example->span_count) {
    return false;
  }
  for (size_t i = 0; i < places->count; i++) {
    struct place expected = expected_place(trial, i);
    if (places->items[i].offset != expected.offset ||
        places->items[i].length != expected.length) {
      return false;
    }
  }
  return true;
}

static void fail_places(const struct cli_trial *trial,
                        const struct places *places) {
  struct cli_output *output = trial->output;
  start_failure(trial);
  cli_output_string(output, "found");
  for (size_t i = 0; i < places->count; i++) {
    cli_output_string(output, i > 0 ? ", " : " ");
    print_place(trial, places->items[i].offset, places->items[i].length);
  }
  cli_output_string(output, "; the marks say");
  for (size_t i = 0; i < trial->example->span_count; i++) {
    struct place expected = expected_place(trial, i);
    cli_output_string(output, i > 0 ? ", " : " ");
    print_place(trial, expected.offset, expected.length);
  }
  end_failure(trial);
}

static bool check_bad(const struct cli_trial *trial) {
  struct places places = find_own(trial);
  if (places.count == 0 && !places.vague) {
    start_failure(trial);
    cli_output_string(trial->output, "not found");
    end_failure(trial);
    return false;
  }
  if (trial->example->spans_given && !places.vague &&
      !places_match(trial, &places)) {
    fail_places(trial, &places);
    return false;
  }
  return true;
}

/* Whether a finding counts against a sentence that should be silent. */
static bool is_allowed(const struct cli_trial *trial,
                       const struct courtesy_finding *finding) {
  const struct courtesy_example *example = trial->example;
  if (strcmp(finding->rule, trial->facts.id) == 0) {
    return false;
  }
  if (cli_is_among(example->fires, example->fires_count, finding->rule)) {
    return true;
  }
  const struct courtesy_rule *other =
      courtesy_ruleset_find(trial->usual, finding->rule);
  struct courtesy_rule_facts facts;
  courtesy_rule_describe(trial->usual, other, &facts);
  bool off = facts.severity == COURTESY_OFF;
  bool other_in_capitals =
      trial->variant == CLI_CAPITALS && !courtesy_rule_ignores_case(other);
  return off || other_in_capitals;
}

static bool fail_good(const struct cli_trial *trial, const char *id,
                      const struct courtesy_span *span) {
  start_failure(trial);
  cli_output_format(trial->output, "%s fires on ", id);
  print_place(trial, span->offset, span->length);
  if (trial->variant != CLI_QUOTED && strcmp(id, trial->facts.id) != 0) {
    cli_output_format(trial->output, "; if it may, write `fires: [%s]`", id);
  }
  end_failure(trial);
  return false;
}

static bool check_good(const struct cli_trial *trial) {
  if (trial->facts.rule_class != COURTESY_RULE) {
    struct places places = find_own(trial);
    if (places.count > 0 || places.vague) {
      start_failure(trial);
      cli_output_string(trial->output, "found");
      end_failure(trial);
      return false;
    }
    return true;
  }
  for (size_t i = 0; i < courtesy_session_finding_count(trial->session); i++) {
    const struct courtesy_finding *finding =
        courtesy_session_finding(trial->session, i);
    if (!is_allowed(trial, finding)) {
      return fail_good(trial, finding->rule, &finding->span);
    }
  }
  return true;
}

/* In a quote nothing may fire but rules that look for quotes; on the line
 * above it other things may. */
static bool check_quoted(const struct cli_trial *trial) {
  size_t quote = trial->made->offsets[0];
  for (size_t i = 0; i < courtesy_session_finding_count(trial->session); i++) {
    const struct courtesy_finding *finding =
        courtesy_session_finding(trial->session, i);
    if (finding->span.offset >= quote && !finding->span.in_subject &&
        finding->zone != COURTESY_ZONE_QUOTE) {
      return fail_good(trial, finding->rule, &finding->span);
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

bool cli_trial_run(struct cli_trial *trial, struct courtesy_session *session) {
  const struct courtesy_example *example = trial->example;
  const struct cli_bytes *text = &trial->made->text;
  struct courtesy_facts facts = facts_of(example, trial->facts.language);
  enum courtesy_kind kind =
      trial->variant == CLI_QUOTED ? COURTESY_DRAFT : example->kind;
  struct courtesy_message *message = NULL;
  enum courtesy_status status = courtesy_message_create(
      kind, text->size > 0 ? text->bytes : "", text->size, &facts, &message);
  if (status == COURTESY_OK) {
    status = courtesy_session_try_rule(session, trial->facts.id);
  }
  if (status == COURTESY_OK) {
    status = courtesy_session_lint(session, message);
  }
  bool ok = false;
  trial->session = session;
  if (status != COURTESY_OK) {
    start_failure(trial);
    cli_output_string(trial->output, courtesy_status_text(status));
    end_failure(trial);
  } else if (trial->variant == CLI_QUOTED) {
    ok = check_quoted(trial);
  } else {
    ok = example->bad ? check_bad(trial) : check_good(trial);
  }
  courtesy_message_destroy(message);
  return ok;
}
