/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include <courtesy/courtesy.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

/* A descriptor that the caller closed must not be taken by an input file:
 * each gets a place where what it is for fails. */
static void keep_standard_descriptors(void) {
  for (int descriptor = 0; descriptor <= 2; descriptor++) {
    if (fcntl(descriptor, F_GETFD) == -1 && errno == EBADF) {
      open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
  }
}

enum cli_exit cli_finish_output(struct cli_output *output,
                                enum cli_exit otherwise) {
  if (cli_output_flush(output)) {
    return otherwise;
  }
  if (output->error != EPIPE) { /* a reader who has enough is no mistake */
    cli_complain("the report cannot be written: %s", strerror(output->error));
  }
  return CLI_EXIT_TROUBLE;
}

/* --help and --version. */
static enum cli_exit tell(const struct cli_arguments *arguments) {
  struct cli_output output;
  cli_output_open(&output, STDOUT_FILENO, false);
  if (arguments->help) {
    cli_options_print_help(arguments->command, &output);
  } else {
    cli_output_format(&output, "courtesy %s\n", courtesy_version());
  }
  return cli_finish_output(&output, CLI_EXIT_OK);
}

static enum cli_exit run(const struct cli_arguments *arguments) {
  if (arguments->help || arguments->version) {
    return tell(arguments);
  }
  switch (arguments->command) {
  case CLI_INSPECT:
    return cli_command_inspect(arguments);
  case CLI_RULES:
    return cli_command_rules(arguments);
  default:
    return cli_command_check(arguments);
  }
}

int main(int argc, char **argv) {
  struct cli_arguments arguments;
  keep_standard_descriptors();
  signal(SIGXFSZ, SIG_IGN); /* past `ulimit -f` a write fails like any other */
  enum cli_exit status = cli_arguments_parse(&arguments, argc, argv)
                             ? run(&arguments)
                             : CLI_EXIT_TROUBLE;
  cli_arguments_destroy(&arguments);
  return (int)status;
}
