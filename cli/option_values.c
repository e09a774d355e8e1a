/* SPDX-License-Identifier: MIT */
/* What the values of options may be, and what they set. */
#include "arguments.h"

#include "date.h"
#include "report.h"

#include <stdlib.h>
#include <string.h>

static bool refuse_value(const struct cli_option *option, const char *value,
                         const char *allowed) {
  cli_complain("--%s: “%s” is not one of: %s", option->name, value, allowed);
  return false;
}

/* The number of `value` among `names` (NULL-terminated), or -1. */
static int choose(const char *value, size_t size, const char *const *names) {
  for (int i = 0; names[i] != NULL; i++) {
    if (strlen(names[i]) == size && memcmp(names[i], value, size) == 0) {
      return i;
    }
  }
  return -1;
}

static bool parse_input(struct cli_arguments *arguments,
                        const struct cli_option *option, const char *value) {
  static const char *const many[] = {"ndjson", "mbox", "maildir", NULL};
  static const enum cli_input_mode modes[] = {CLI_INPUT_NDJSON, CLI_INPUT_MBOX,
                                              CLI_INPUT_MAILDIR};
  bool takes_lines = arguments->command != CLI_INSPECT;
  int chosen = choose(value, strlen(value), takes_lines ? many : many + 1);
  if (strcmp(value, "auto") == 0) {
    arguments->input = CLI_INPUT_AUTO;
  } else if (chosen >= 0) {
    arguments->input = takes_lines ? modes[chosen] : modes[chosen + 1];
    arguments->kind = COURTESY_MAIL;
  } else if (courtesy_kind_parse(value, &arguments->kind)) {
    arguments->input = CLI_INPUT_KIND;
  } else {
    return refuse_value(
        option, value,
        takes_lines ? "auto, draft, text, mail, mbox, maildir, template, ndjson"
                    : "auto, draft, text, mail, mbox, maildir, template");
  }
  return true;
}

static bool parse_show(struct cli_arguments *arguments,
                       const struct cli_option *option, const char *value) {
  static const char *const names[] = {"findings", "markers", "zones", "score",
                                      NULL};
  arguments->show = 0;
  for (const char *word = value;; word++) {
    size_t size = strcspn(word, ",");
    int chosen = choose(word, size, names);
    if (chosen < 0) {
      return refuse_value(option, value,
                          "findings, markers, zones, score (with commas "
                          "between them)");
    }
    arguments->show |= 1u << chosen;
    word += size;
    if (*word == '\0') {
      return true;
    }
  }
}

static bool parse_severity(const struct cli_option *option, const char *value,
                           enum courtesy_severity *severity) {
  bool never = option->id == CLI_FAIL_ON && strcmp(value, "never") == 0;
  if (never) {
    *severity = COURTESY_OFF;
    return true;
  }
  if (courtesy_severity_parse(value, severity) && *severity != COURTESY_OFF) {
    return true;
  }
  return refuse_value(option, value,
                      option->id == CLI_FAIL_ON
                          ? "suggestion, warning, error, never"
                          : "suggestion, warning, error");
}

static bool parse_answer(struct cli_arguments *arguments,
                         const struct cli_option *option, const char *value,
                         enum courtesy_answer *answer) {
  static const char *const names[] = {"yes", "no", NULL};
  if (value == NULL) {
    arguments->unanswered = option->name;
  }
  int chosen = value == NULL ? 0 : choose(value, strlen(value), names);
  *answer = chosen == 0 ? COURTESY_YES : COURTESY_NO;
  return chosen >= 0 || refuse_value(option, value, "yes, no");
}

static bool parse_color(struct cli_arguments *arguments,
                        const struct cli_option *option, const char *value) {
  static const char *const names[] = {"auto", "always", "never", NULL};
  int chosen = choose(value, strlen(value), names);
  arguments->color = (enum cli_color)(chosen < 0 ? 0 : chosen);
  return chosen >= 0 || refuse_value(option, value, "auto, always, never");
}

static bool parse_format(struct cli_arguments *arguments,
                         const struct cli_option *option, const char *value) {
  arguments->format = value;
  static const char *const of_inspect[] = {"text", "json", NULL};
  static const char *const of_rules[] = {"text", "markdown", NULL};
  if (arguments->command == CLI_RULES) {
    return choose(value, strlen(value), of_rules) >= 0 ||
           refuse_value(option, value, "text, markdown");
  }
  if (arguments->command == CLI_INSPECT) {
    return choose(value, strlen(value), of_inspect) >= 0 ||
           refuse_value(option, value, "text, json");
  }
  return cli_reporter_find(value) != NULL ||
         refuse_value(option, value, "text, line, json, ndjson");
}

enum { MOST_JOBS = 256 }; /* more threads than any machine has use for */

static bool parse_jobs(struct cli_arguments *arguments,
                       const struct cli_option *option, const char *value) {
  char *end;
  unsigned long jobs = strtoul(value, &end, 10);
  arguments->jobs = jobs;
  bool digits = strspn(value, "0123456789") == strlen(value) && *value != '\0';
  if (!digits || jobs < 1 || jobs > MOST_JOBS) {
    cli_complain("--%s: “%s” is no number from 1 to %d", option->name, value,
                 MOST_JOBS);
    return false;
  }
  return true;
}

static bool parse_date(const struct cli_option *option, const char *value,
                       const char **date) {
  if (!cli_is_date(value)) {
    cli_complain("--%s: “%s” is no date: " CLI_DATE_FORMS, option->name, value);
    return false;
  }
  *date = value;
  return true;
}

/* An empty name is a variable of a script that was not set. */
static bool add_attachment(struct cli_arguments *arguments,
                           const struct cli_option *option, const char *value) {
  struct courtesy_facts *facts = &arguments->facts;
  if (value[0] == '\0') {
    return refuse_value(option, value, "the name of a file, none");
  }
  facts->attachments_known = true;
  if (strcmp(value, "none") != 0) {
    arguments->attachments[facts->attachment_count++] = value;
  }
  return true;
}

static bool add_domain(struct cli_arguments *arguments,
                       const struct cli_option *option, const char *value) {
  const struct courtesy_facts facts = {.internal_domains = &value,
                                       .internal_domain_count = 1};
  if (courtesy_facts_flaw(&facts) != NULL) {
    cli_complain("--%s: “%s” is no domain: write it as in acme.example",
                 option->name, value);
    return false;
  }
  arguments->domains[arguments->facts.internal_domain_count++] = value;
  return true;
}

/* Whether a word@word stands in it: names alone would be taken for people of
 * whom nobody knows where they are. */
static bool has_address(const char *value) {
  static const char ends[] = " \t,;:<>()";
  const char *at = strchr(value, '@');
  while (at != NULL && (at == value || strchr(ends, at[-1]) != NULL ||
                        strchr(ends, at[1]) != NULL)) { /* or the end */
    at = strchr(at + 1, '@');
  }
  return at != NULL;
}

/* Nobody, or a group, which may have no members (RFC 5322 §3.4). */
static bool is_empty_list(const char *value) {
  size_t size = strlen(value);
  return size == 0 || value[size - 1] == ';';
}

static bool parse_addresses(const struct cli_option *option, const char *value,
                            const char **addresses) {
  if (!is_empty_list(value) && !has_address(value)) {
    cli_complain("--%s: “%s” holds no address: write it as in "
                 "“Ana <ana@acme.example>”",
                 option->name, value);
    return false;
  }
  *addresses = value;
  return true;
}

/* The fact that the option gives as a list of addresses, or NULL. */
static const char **address_fact(struct cli_arguments *arguments,
                                 enum cli_option_id id) {
  struct courtesy_facts *facts = &arguments->facts;
  switch (id) {
  case CLI_FROM:
    return &facts->from;
  case CLI_TO:
    return &facts->to;
  case CLI_CC:
    return &facts->cc;
  case CLI_BCC:
    return &facts->bcc;
  default:
    return NULL;
  }
}

/* Options that take no value. */
static void set_flag(struct cli_arguments *arguments, enum cli_option_id id) {
  switch (id) {
  case CLI_NO_DEFAULT_RULES:
    arguments->default_rules = false;
    break;
  case CLI_NO_CACHE:
    arguments->cache = false;
    break;
  case CLI_STATS:
    arguments->stats = true;
    break;
  case CLI_TRACE:
    arguments->trace = true;
    break;
  case CLI_QUIET:
    arguments->quiet = true;
    break;
  case CLI_HELP:
    arguments->help = true;
    break;
  case CLI_VERSION:
    arguments->version = true;
    break;
  default: /* --no-config: there are no configuration files yet */
    break;
  }
}

bool cli_option_apply(struct cli_arguments *arguments,
                      const struct cli_option *option, const char *value) {
  const char **addresses = address_fact(arguments, option->id);
  if (addresses != NULL) {
    return parse_addresses(option, value, addresses);
  }
  switch (option->id) {
  case CLI_ATTACH:
    return add_attachment(arguments, option, value);
  case CLI_AUTOMATIC:
    return parse_answer(arguments, option, value, &arguments->facts.automatic);
  case CLI_PROGRESS:
    return parse_answer(arguments, option, value, &arguments->progress);
  case CLI_REPLY:
    return parse_answer(arguments, option, value, &arguments->facts.reply);
  case CLI_DATE:
    return parse_date(option, value, &arguments->facts.date);
  case CLI_COLOR:
    return parse_color(arguments, option, value);
  case CLI_FAIL_ON:
    return parse_severity(option, value, &arguments->fail_on);
  case CLI_SEVERITY:
    return parse_severity(option, value, &arguments->show_from);
  case CLI_FORMAT:
    return parse_format(arguments, option, value);
  case CLI_INPUT:
    return parse_input(arguments, option, value);
  case CLI_INTERNAL_DOMAIN:
    return add_domain(arguments, option, value);
  case CLI_JOBS:
    return parse_jobs(arguments, option, value);
  case CLI_SHOW:
    return parse_show(arguments, option, value);
  case CLI_TODAY:
    return parse_date(option, value, &arguments->facts.now);
  case CLI_RULES_FILE:
    arguments->rules[arguments->rules_count++] = value;
    return true;
  case CLI_SUBJECT:
    arguments->facts.subject = value;
    return true;
  case CLI_PROFILE:
    arguments->profile = value;
    return true;
  case CLI_STDIN_PATH:
    arguments->stdin_path = value;
    return true;
  default:
    set_flag(arguments, option->id);
    return true;
  }
}
