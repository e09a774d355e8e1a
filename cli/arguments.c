/* SPDX-License-Identifier: MIT */
#include "arguments.h"

#include "memory.h"
#include "nearest.h"

#include <stdlib.h>
#include <string.h>

static enum cli_command_id command_of(int argc, char **argv) {
  for (int id = CLI_CHECK; argc > 1 && id < CLI_COMMAND_COUNT; id++) {
    if (strcmp(argv[1], cli_commands[id].name) == 0) {
      return (enum cli_command_id)id;
    }
  }
  return CLI_OVERVIEW;
}

static const char *help_of(enum cli_command_id command) {
  return command == CLI_OVERVIEW ? "check" : cli_commands[command].name;
}

/* Says that there is no such option, and which one there is. */
static void refuse_option(enum cli_command_id command, const char *given) {
  char name[64] = "";
  if (strncmp(given, "--", 2) == 0) {
    size_t size = strcspn(given + 2, "=");
    memcpy(name, given + 2, size < sizeof name ? size : sizeof name - 1);
  }
  struct cli_nearest nearest = cli_nearest_to(name);
  for (size_t i = 0; name[0] != '\0' && i < cli_option_count; i++) {
    if ((cli_options[i].commands & 1u << command) != 0) {
      cli_nearest_try(&nearest, cli_options[i].name);
    }
  }
  if (nearest.best != NULL) {
    cli_complain("there is no option %s; did you mean --%s?", given,
                 nearest.best);
  } else {
    cli_complain("there is no option %s; see courtesy %s --help", given,
                 help_of(command));
  }
}

/* Says why getopt_long stopped at an option. */
static bool refuse(enum cli_command_id command, int answer, const char *given) {
  const struct cli_option *known =
      optopt != 0 ? cli_options_find(command, optopt) : NULL;
  if (known != NULL && answer == ':') {
    cli_complain("--%s needs a value: --%s %s", known->name, known->name,
                 known->value);
  } else if (known != NULL) {
    cli_complain("--%s takes no value", known->name);
  } else if (optopt > CLI_OPTION_COUNT) { /* an unknown letter */
    char letter[] = {'-', (char)optopt, '\0'};
    refuse_option(command, letter);
  } else {
    refuse_option(command, given);
  }
  return false;
}

/* getopt_long takes `--fo` for `--format`; a script that relies on it would
 * break with the next option that begins so. */
static bool is_spelt_out(const struct cli_option *option, const char *given) {
  size_t size = strlen(option->name);
  return strncmp(given + 2, option->name, size) == 0 &&
         (given[2 + size] == '=' || given[2 + size] == '\0');
}

static bool parse_options(struct cli_arguments *arguments, int argc,
                          char **argv) {
  struct option *long_options =
      cli_resize(NULL, (cli_option_count + 1) * sizeof *long_options);
  char *letters = cli_resize(NULL, 2 * cli_option_count + 2);
  cli_options_for_getopt(arguments->command, long_options, letters);
  opterr = 0;
  bool ok = true;
  while (ok) {
    int index = -1; /* set for a long option only */
    int id = getopt_long(argc, argv, letters, long_options, &index);
    if (id == -1) {
      break;
    }
    const char *given = argv[optind - 1];
    if (index >= 0 && optarg != NULL && given == optarg) {
      given = argv[optind - 2];
    }
    const struct cli_option *option = cli_options_find(arguments->command, id);
    if (option == NULL) {
      ok = refuse(arguments->command, id, given);
    } else if (index >= 0 && !is_spelt_out(option, given)) {
      cli_complain("%s: options are written in full: --%s", given,
                   option->name);
      ok = false;
    } else {
      ok = cli_option_apply(arguments, option, optarg);
    }
  }
  free(letters);
  free(long_options);
  return ok;
}

bool cli_arguments_parse(struct cli_arguments *arguments, int argc,
                         char **argv) {
  size_t most = (size_t)argc;
  bool help = argc > 1 && strcmp(argv[1], "help") == 0;
  if (help) { /* `help rules` is `rules --help` */
    argc--;
    argv++;
  }
  *arguments = (struct cli_arguments){
      .command = command_of(argc, argv),
      .attachments = cli_resize(NULL, most * sizeof(char *)),
      .domains = cli_resize(NULL, most * sizeof(char *)),
      .rules = cli_resize(NULL, most * sizeof(char *)),
      .format = "text",
      .stdin_path = "-",
      .show = CLI_SHOW_FINDINGS,
      .show_from = COURTESY_SUGGESTION,
      .fail_on = COURTESY_WARNING,
      .jobs = 1,
      .default_rules = true,
      .cache = true,
      .help = help,
  };
  arguments->facts.attachments = arguments->attachments;
  arguments->facts.internal_domains = arguments->domains;
  if (arguments->command != CLI_OVERVIEW) { /* step over its word */
    argc--;
    argv++;
  }
  if (!parse_options(arguments, argc, argv)) {
    return false;
  }
  arguments->paths = (const char *const *)argv + optind;
  arguments->path_count = (size_t)(argc - optind);
  arguments->paths_only = strcmp(argv[optind - 1], "--") == 0;
  return true;
}

bool cli_reads_standard_input(const struct cli_arguments *arguments) {
  bool reads = arguments->path_count == 0;
  for (size_t i = 0; i < arguments->path_count; i++) {
    reads = reads || strcmp(arguments->paths[i], "-") == 0;
  }
  return reads;
}

void cli_arguments_destroy(struct cli_arguments *arguments) {
  free(arguments->attachments);
  free(arguments->domains);
  free(arguments->rules);
}
