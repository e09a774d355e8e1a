/* SPDX-License-Identifier: MIT */
#include "advice.h"

#include "nearest.h"
#include "utf8.h"

#include <string.h>

/* Arrays that a format for people leaves out. */
static void advise_on_show(const struct cli_arguments *arguments) {
  static const struct {
    const char *name;
    unsigned show;
  } arrays[] = {{"markers", CLI_SHOW_MARKERS},
                {"zones", CLI_SHOW_ZONES},
                {"score", CLI_SHOW_SCORE}};
  unsigned idle = CLI_SHOW_MARKERS | CLI_SHOW_ZONES;
  if (strcmp(arguments->format, "line") == 0) {
    idle |= CLI_SHOW_SCORE;
  } else if (strcmp(arguments->format, "text") != 0) {
    return;
  }
  for (size_t i = 0; i < sizeof arrays / sizeof arrays[0]; i++) {
    if (arguments->show & idle & arrays[i].show) {
      cli_complain("--show %s has no effect on the format %s; %sjson and "
                   "ndjson have it",
                   arrays[i].name, arguments->format,
                   arrays[i].show == CLI_SHOW_SCORE ? "text, " : "");
    }
  }
}

/* Its lines may hold what nobody wrote, and escapes hide what somebody did. */
static void advise_on_lines(const struct cli_arguments *arguments) {
  for (size_t i = 0; i < arguments->path_count; i++) {
    const char *path = arguments->paths[i];
    if (cli_name_ends(path, ".ndjson") || cli_name_ends(path, ".jsonl")) {
      cli_complain("%s is read as one draft; --input ndjson reads its lines",
                   path);
    }
  }
}

void cli_advise_on_options(const struct cli_arguments *arguments) {
  advise_on_show(arguments);
  if (arguments->input == CLI_INPUT_AUTO) {
    advise_on_lines(arguments);
  }
  if (!arguments->default_rules && arguments->rules_count == 0) {
    cli_complain("there are no rules: --no-default-rules stands without "
                 "--rules");
  }
  if (strcmp(arguments->stdin_path, "-") != 0 &&
      !cli_reads_standard_input(arguments)) {
    cli_complain("--stdin-path has no effect: standard input is not read");
  }
}

/* Of two that end alike the first is meant. */
static const char *const commands[] = {
    "check",         "inspect",    "rules",       "rules list",
    "rules explain", "rules test", "rules check",
};

/* The command that a word may have been meant as, or NULL. */
static const char *command_near(const char *word) {
  struct cli_nearest nearest = cli_nearest_to(word);
  const char *command = NULL;
  for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
    const char *blank = strchr(commands[i], ' ');
    const char *best = nearest.best;
    cli_nearest_try(&nearest, blank != NULL ? blank + 1 : commands[i]);
    command = nearest.best != best ? commands[i] : command;
  }
  return command;
}

/* Files have endings mostly, commands never have. */
static bool may_be_command(const struct cli_arguments *arguments,
                           const char *path) {
  return arguments->command == CLI_OVERVIEW && arguments->path_count > 0 &&
         strcmp(arguments->paths[0], path) == 0 && path[0] != '\0' &&
         strspn(path, "abcdefghijklmnopqrstuvwxyz") == strlen(path);
}

/* Whether the operands begin with the two words of the command. */
static bool begin_with(const struct cli_arguments *arguments,
                       const char *command) {
  const char *blank = strchr(command, ' ');
  if (blank == NULL || arguments->path_count < 2) {
    return false;
  }
  size_t size = (size_t)(blank - command);
  return strlen(arguments->paths[0]) == size &&
         memcmp(arguments->paths[0], command, size) == 0 &&
         strcmp(arguments->paths[1], blank + 1) == 0;
}

bool cli_refuse_late_command(const struct cli_arguments *arguments) {
  bool may_be_meant =
      arguments->command == CLI_OVERVIEW && !arguments->paths_only;
  for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
    if (may_be_meant && begin_with(arguments, commands[i])) {
      cli_complain("options stand behind the command: did you mean `courtesy "
                   "%s`?",
                   commands[i]);
      return true;
    }
  }
  return false;
}

void cli_advise_on_path(const struct cli_arguments *arguments, const char *path,
                        struct cli_output *errors) {
  if (arguments->unanswered != NULL &&
      (strcmp(path, "yes") == 0 || strcmp(path, "no") == 0)) {
    cli_complain_to(errors, "did you mean --%s=%s?", arguments->unanswered,
                    path);
  } else if (may_be_command(arguments, path)) {
    const char *command = command_near(path);
    if (command != NULL) {
      cli_complain_to(errors, "did you mean `courtesy %s`?", command);
    } else {
      cli_complain_to(errors, "`courtesy --help` shows the commands");
    }
  }
}
