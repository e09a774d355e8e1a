/* SPDX-License-Identifier: MIT */
#include "options.h"

#include "ending.h"
#include "memory.h"
#include "wrap.h"

#include <string.h>

enum {
  OVERVIEW = 1 << CLI_OVERVIEW,
  CHECK = 1 << CLI_CHECK,
  INSPECT = 1 << CLI_INSPECT,
  RULES = 1 << CLI_RULES,
  /* Options may stand without the command word `check`. */
  CHECKING = OVERVIEW | CHECK,
  EVERYWHERE = OVERVIEW | CHECK | INSPECT | RULES,
  /* Also shown in the help of `courtesy` alone, which is short. */
  MAIN = 1 << CLI_COMMAND_COUNT,
};

#define NONE no_argument, NULL
#define VALUE(name) required_argument, name
#define ANSWER optional_argument, "yes|no"

const struct cli_option cli_options[] = {
    {CLI_INPUT, "input", 0, VALUE("KIND"), CHECKING,
     "auto (default), draft, text, mail, mbox, maildir, template, ndjson"},
    {CLI_INPUT, "input", 0, VALUE("KIND"), INSPECT,
     "auto (default), draft, text, mail, mbox, maildir, template"},
    {CLI_STDIN_PATH, "stdin-path", 0, VALUE("NAME"), CHECKING | INSPECT,
     "what standard input is called"},
    {CLI_SUBJECT, "subject", 0, VALUE("TEXT"), CHECKING | INSPECT,
     "the subject of a draft"},
    {CLI_FROM, "from", 0, VALUE("ADDRESS"), CHECKING | INSPECT,
     "who writes it"},
    {CLI_TO, "to", 0, VALUE("ADDRESSES"), CHECKING | INSPECT,
     "who gets it; also --cc and --bcc"},
    {CLI_CC, "cc", 0, VALUE("ADDRESSES"), CHECKING | INSPECT, NULL},
    {CLI_BCC, "bcc", 0, VALUE("ADDRESSES"), CHECKING | INSPECT, NULL},
    {CLI_DATE, "date", 0, VALUE("DATE"), CHECKING | INSPECT, "when it is sent"},
    {CLI_REPLY, "reply", 0, ANSWER, CHECKING | INSPECT,
     "whether it answers another message"},
    {CLI_AUTOMATIC, "automatic", 0, ANSWER, CHECKING | INSPECT,
     "whether a program sends it"},
    {CLI_ATTACH, "attach", 0, VALUE("NAME|none"), CHECKING | INSPECT,
     "an attached file; may be repeated"},
    {CLI_INTERNAL_DOMAIN, "internal-domain", 0, VALUE("NAME"),
     CHECKING | INSPECT, "one's own mail domain; may be repeated"},
    {CLI_TODAY, "today", 0, VALUE("DATE"), CHECKING | INSPECT,
     "the clock for rules: YYYY-MM-DD[THH:MM]"},
    {CLI_RULES_FILE, "rules", 0, VALUE("FILE|DIR"), EVERYWHERE,
     "more rules; may be repeated"},
    {CLI_NO_DEFAULT_RULES, "no-default-rules", 0, NONE, EVERYWHERE,
     "without the rules that are built in"},
    {CLI_NO_CACHE, "no-cache", 0, NONE, EVERYWHERE,
     "do not keep compiled rules in ~/.cache/courtesy"},
    {CLI_PROFILE, "profile", 0, VALUE("NAME"), EVERYWHERE | MAIN,
     "internal (default), external, reply, template, strict, quiet; or yours"},
    {CLI_FORMAT, "format", 'f', VALUE("FORMAT"), CHECKING | MAIN,
     "text, line, json or ndjson"},
    {CLI_FORMAT, "format", 'f', VALUE("FORMAT"), INSPECT, "text or json"},
    {CLI_FORMAT, "format", 'f', VALUE("FORMAT"), RULES,
     "of list and explain: text or markdown"},
    {CLI_SHOW, "show", 0, VALUE("LIST"), CHECKING,
     "machine formats: findings, markers, zones, score"},
    {CLI_SEVERITY, "severity", 0, VALUE("SEVERITY"), CHECKING,
     "show from: suggestion, warning or error"},
    {CLI_FAIL_ON, "fail-on", 0, VALUE("SEVERITY"), CHECKING | MAIN,
     "what makes exit 1: default warning; or never"},
    {CLI_JOBS, "jobs", 'j', VALUE("NUMBER"), CHECKING,
     "how many threads; the output is the same"},
    {CLI_PROGRESS, "progress", 0, ANSWER, CHECKING,
     "count on standard error; default: on a terminal"},
    {CLI_STATS, "stats", 0, NONE, CHECKING,
     "tell on standard error how much was read, how fast"},
    {CLI_TRACE, "trace", 0, NONE, CHECKING,
     "tell on standard error which phrase fired"},
    {CLI_COLOR, "color", 0, VALUE("WHEN"), EVERYWHERE,
     "auto, always or never; auto heeds NO_COLOR"},
    {CLI_QUIET, "quiet", 'q', NONE, CHECKING, "findings only, no summary"},
    {CLI_NO_CONFIG, "no-config", 0, NONE, EVERYWHERE, NULL},
    {CLI_HELP, "help", 'h', NONE, EVERYWHERE | MAIN, "this page"},
    {CLI_VERSION, "version", 0, NONE, EVERYWHERE | MAIN, "the version"},
};

const size_t cli_option_count = sizeof cli_options / sizeof cli_options[0];

const struct cli_command cli_commands[CLI_COMMAND_COUNT] = {
    [CLI_OVERVIEW] =
        {"", /* the options are those of `check`: see its help */
         "usage: courtesy [check] [OPTIONS] [PATH…]\n"
         "       courtesy inspect [OPTIONS] [PATH]\n"
         "       courtesy rules list|explain|test|check [OPTIONS] [ARGUMENT…]\n"
         "\n"
         "Finds phrases in internal mail that could hurt or sound rude, and\n"
         "greetings, thanks, pleases and farewells that are missing.\n"
         "\n"
         "  check     lints drafts, mails and templates: the default\n"
         "  inspect   shows how a message is seen: zones, sentences, markers\n"
         "  rules     lists, explains, tests and checks rules\n"
         "\n"
         "`courtesy check --help` and so on show all options of each.\n"
         "Any first word that is no command is a PATH.\n"
         "Without a PATH, or with `-`, standard input is read.\n"
         "\n"
         "Exit status: 0 nothing to mend, 1 warnings or errors were found,\n"
         "2 wrong use, bad rules, nothing to check, or something unreadable "
         "or\n"
         "unwritable.\n"
         "\n",
         "\n"
         "examples:\n"
         "  courtesy draft.txt\n"
         "  courtesy --format json --show findings,markers mails/\n"
         "  courtesy rules explain no-greeting\n"},
    [CLI_CHECK] =
        {"check",
         "usage: courtesy [check] [OPTIONS] [PATH…]\n"
         "\n"
         "Lints files, all messages of a mailbox or a Maildir, and in other\n"
         "folders what ends as below, but for hidden and git-ignored files,\n"
         "README, LICENSE and the like:\n"
         "\n",
         "\n"
         "examples:\n"
         "  courtesy --reply --attach plan.pdf draft.txt\n"
         "  courtesy --rules house-rules.yaml --fail-on error templates/\n"
         "  courtesy --input text --format line - < sentences.txt\n"},
    [CLI_INSPECT] =
        {"inspect",
         "usage: courtesy inspect [OPTIONS] [PATH]\n"
         "\n"
         "Shows what the rules look at: the parts of a mail and what becomes\n"
         "of each, facts, zones, sentences with their tokens, and markers.\n"
         "A mailbox or a folder is shown one message after another; in JSON\n"
         "one object a line.\n"
         "\n",
         "\n"
         "examples:\n"
         "  courtesy inspect draft.txt\n"
         "  courtesy inspect --format json mail.eml\n"
         "  courtesy inspect --subject \"Re: plan\" - < draft.txt\n"},
    [CLI_RULES] =
        {"rules",
         "usage: courtesy rules list [OPTIONS]\n"
         "       courtesy rules explain [OPTIONS] ID|GROUP…\n"
         "       courtesy rules test [OPTIONS] [FILE…]\n"
         "       courtesy rules check [OPTIONS] [FILE…]\n"
         "\n"
         "  list      all rules with their severity in each profile\n"
         "  explain   what a rule says, why, and how to switch it off;\n"
         "            of a group, which rules it has\n"
         "  test      runs every example sentence, also wrapped, quoted, …\n"
         "  check     what is wrong in rule files, or looks wrong\n"
         "\n"
         "Exit status: 0 all is well, 1 a sentence failed, 2 bad rules.\n"
         "\n",
         "\n"
         "examples:\n"
         "  courtesy rules list --profile strict\n"
         "  courtesy rules check house-rules.yaml\n"
         "  courtesy rules test house-rules.yaml\n"},
};

void cli_options_for_getopt(enum cli_command_id command,
                            struct option *long_options, char *letters) {
  *letters++ = ':'; /* tells a missing argument from an unknown option */
  for (size_t i = 0; i < cli_option_count; i++) {
    const struct cli_option *option = &cli_options[i];
    if ((option->commands & 1u << command) == 0) {
      continue;
    }
    *long_options++ =
        (struct option){option->name, option->argument, NULL, (int)option->id};
    if (option->letter != '\0') {
      *letters++ = option->letter;
      if (option->argument == required_argument) {
        *letters++ = ':';
      }
    }
  }
  *long_options = (struct option){0};
  *letters = '\0';
}

const struct cli_option *cli_options_find(enum cli_command_id command,
                                          int id_or_letter) {
  for (size_t i = 0; i < cli_option_count; i++) {
    const struct cli_option *option = &cli_options[i];
    if ((option->commands & 1u << command) != 0 &&
        ((int)option->id == id_or_letter ||
         (option->letter != '\0' && option->letter == id_or_letter))) {
      return option;
    }
  }
  return NULL;
}

/* "  -f, --format FORMAT   text, …" */
static void print_option(const struct cli_option *option,
                         struct cli_output *output) {
  enum { HELP_COLUMN = 30, WIDTH = 80 };
  struct cli_wrap help = {.output = output,
                          .width = WIDTH,
                          .column = HELP_COLUMN,
                          .hang = HELP_COLUMN};
  char letter[] = "    ";
  if (option->letter != '\0') {
    memcpy(letter, "-x, ", 4);
    letter[1] = option->letter;
  }
  const char *value = option->value != NULL ? option->value : "";
  const char *before = "";
  const char *after = "";
  if (option->argument == required_argument) {
    before = " ";
  } else if (option->argument == optional_argument) {
    before = "[=";
    after = "]";
  }
  size_t size = strlen(letter) + 2 + strlen(option->name) + strlen(before) +
                strlen(value) + strlen(after) + 2;
  cli_output_format(output, "  %s--%s%s%s%s", letter, option->name, before,
                    value, after);
  cli_output_repeat(output, ' ', size < HELP_COLUMN ? HELP_COLUMN - size : 1);
  cli_wrap_string(&help, option->help);
  cli_output_string(output, "\n");
}

/* " .txt .md …", on lines that fit. */
static void print_endings(struct cli_output *output, const char *label,
                          bool of_templates) {
  enum { LABEL = 12, WIDTH = 80 };
  struct cli_wrap wrap = {
      .output = output, .width = WIDTH, .column = LABEL, .hang = LABEL + 1};
  struct cli_bytes list = {0};
  for (size_t i = 0; i < cli_ending_count; i++) {
    bool is_template = cli_endings[i].meaning == CLI_MEANS_TEMPLATE;
    if (is_template == of_templates) {
      cli_bytes_add_string(&list, " ");
      cli_bytes_add_string(&list, cli_endings[i].text);
    }
  }
  cli_output_string(output, label);
  cli_wrap_text(&wrap, list.bytes, list.size);
  cli_output_string(output, "\n");
  cli_bytes_destroy(&list);
}

void cli_options_print_help(enum cli_command_id command,
                            struct cli_output *output) {
  cli_output_string(output, cli_commands[command].head);
  if (command == CLI_CHECK) {
    print_endings(output, "  messages: ", false);
    print_endings(output, "  templates:", true);
    cli_output_string(output, "\n");
  }
  unsigned shown = command == CLI_OVERVIEW ? MAIN : 1u << command;
  for (size_t i = 0; i < cli_option_count; i++) {
    const struct cli_option *option = &cli_options[i];
    if ((option->commands & shown) != 0 && option->help != NULL) {
      print_option(option, output);
    }
  }
  cli_output_string(output, cli_commands[command].tail);
}
