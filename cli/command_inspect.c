/* SPDX-License-Identifier: MIT */
/* courtesy inspect: messages as the rules see them. */
#include "commands.h"

#include "advice.h"
#include "input.h"
#include "inspect.h"
#include "kind.h"
#include "mailbox.h"
#include "report.h"
#include "rule_files.h"

#include <string.h>
#include <unistd.h>

const char *cli_answer_name(enum courtesy_answer answer) {
  static const char *const names[] = {
      [COURTESY_UNKNOWN] = "unknown",
      [COURTESY_NO] = "no",
      [COURTESY_YES] = "yes",
  };
  return names[answer];
}

/* What is inspected, one file after the other. */
struct inspection {
  const struct cli_arguments *arguments;
  struct courtesy_session *session;
  struct cli_output output;
  struct cli_bytes buffer; /* of the file at hand; used again */
  bool trouble;            /* something was not read */
};

static void fail_input(struct inspection *inspection, const char *path,
                       const char *why) {
  cli_output_flush(&inspection->output);
  cli_complain("%s: cannot be read: %s", path, why);
  inspection->trouble = true;
}

static const char *bytes_of(const struct inspection *inspection) {
  return inspection->buffer.size > 0 ? inspection->buffer.bytes : "";
}

/* Shows a message of `size` bytes at the view's place in the buffer. */
static enum courtesy_status inspect(struct inspection *inspection,
                                    struct cli_view *view,
                                    enum courtesy_kind kind, size_t size) {
  const struct cli_arguments *arguments = inspection->arguments;
  const char *bytes = bytes_of(inspection) + view->origin.offset;
  struct courtesy_facts facts =
      cli_facts_of(arguments, kind, view->path, bytes, size);
  struct courtesy_message *message = NULL;
  enum courtesy_status status = courtesy_message_create_at(
      &view->origin, kind, bytes, size, &facts, &message);
  if (status == COURTESY_OK) {
    status = courtesy_session_lint(inspection->session, message);
  }
  if (status == COURTESY_OK) {
    view->message = message;
    view->session = inspection->session;
    if (strcmp(arguments->format, "json") == 0) {
      cli_inspect_json(view);
    } else {
      cli_inspect_text(view);
    }
  }
  courtesy_message_destroy(message);
  return status;
}

static enum courtesy_status inspect_mailbox(struct inspection *inspection,
                                            struct cli_view *view) {
  struct cli_mailbox mailbox = {.bytes = bytes_of(inspection),
                                .size = inspection->buffer.size};
  enum courtesy_status status = COURTESY_OK;
  while (status == COURTESY_OK && inspection->output.error == 0 &&
         cli_mailbox_next(&mailbox)) {
    view->message_number = mailbox.number;
    view->origin = mailbox.origin;
    status = inspect(inspection, view, COURTESY_MAIL, mailbox.message_size);
  }
  return status;
}

static void inspect_file(struct inspection *inspection, const char *path,
                         const char *name, bool in_maildir) {
  const struct cli_arguments *arguments = inspection->arguments;
  int error = cli_read_file(path, &inspection->buffer);
  if (error != 0) {
    fail_input(inspection, name, strerror(error));
    return;
  }
  struct cli_view view = {.output = &inspection->output, .path = name};
  const char *bytes = bytes_of(inspection);
  size_t size = inspection->buffer.size;
  enum courtesy_status status;
  if (!in_maildir && cli_holds_mailbox(arguments, bytes, size)) {
    status = inspect_mailbox(inspection, &view);
  } else {
    enum courtesy_kind kind =
        in_maildir ? COURTESY_MAIL : cli_kind_of(arguments, name, bytes, size);
    status = inspect(inspection, &view, kind, size);
  }
  if (status != COURTESY_OK) {
    fail_input(inspection, name, courtesy_status_text(status));
  }
}

static enum cli_exit inspect_path(struct inspection *inspection,
                                  const char *path) {
  const struct cli_arguments *arguments = inspection->arguments;
  cli_output_open(&inspection->output, STDOUT_FILENO,
                  cli_color_wanted(arguments->color, STDOUT_FILENO));
  struct cli_walk walk;
  int error;
  cli_walk_begin(&walk, &path, 1, cli_endings);
  walk.without_ignored = true;
  walk.all_are_maildirs = arguments->input == CLI_INPUT_MAILDIR;
  for (const char *found; inspection->output.error == 0 &&
                          (found = cli_walk_next(&walk, &error)) != NULL;) {
    const char *name = strcmp(found, "-") == 0 ? arguments->stdin_path : found;
    if (error != 0) {
      fail_input(inspection, name, strerror(error));
    } else {
      inspect_file(inspection, found, name, walk.in_maildir);
    }
  }
  cli_walk_end(&walk);
  cli_bytes_destroy(&inspection->buffer);
  return cli_finish_output(&inspection->output, inspection->trouble
                                                    ? CLI_EXIT_TROUBLE
                                                    : CLI_EXIT_OK);
}

enum cli_exit cli_command_inspect(const struct cli_arguments *arguments) {
  if (arguments->path_count > 1) {
    cli_complain("inspect shows one file or folder: name one PATH");
    cli_advise_on_path(arguments, arguments->paths[0], NULL);
    return CLI_EXIT_TROUBLE;
  }
  struct courtesy_ruleset *ruleset = cli_rules_for(arguments);
  if (ruleset == NULL) {
    return CLI_EXIT_TROUBLE;
  }
  struct inspection inspection = {.arguments = arguments};
  enum cli_exit status = CLI_EXIT_TROUBLE;
  if (courtesy_session_create(ruleset, &inspection.session) == COURTESY_OK) {
    status = inspect_path(
        &inspection, arguments->path_count == 0 ? "-" : arguments->paths[0]);
  } else {
    cli_complain("%s", courtesy_status_text(COURTESY_NO_MEMORY));
  }
  courtesy_session_destroy(inspection.session);
  courtesy_ruleset_destroy(ruleset);
  return status;
}
