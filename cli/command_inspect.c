/* SPDX-License-Identifier: MIT */
/* courtesy inspect: a message as the rules see it. */
#include "commands.h"

#include "advice.h"
#include "input.h"
#include "inspect.h"
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

const char *cli_view_bytes(const struct cli_view *view,
                           const struct courtesy_span *span, size_t *size) {
  const char *bytes = view->bytes;
  size_t limit = view->size;
  if (span->in_subject) {
    bytes = courtesy_message_facts(view->message)->subject;
    limit = bytes != NULL ? strlen(bytes) : 0;
  }
  bool inside = span->offset <= limit && span->length <= limit - span->offset;
  *size = inside ? span->length : 0;
  return inside ? bytes + span->offset : "";
}

static enum courtesy_status inspect(const struct cli_arguments *arguments,
                                    struct courtesy_session *session,
                                    struct cli_view *view) {
  struct courtesy_message *message = NULL;
  enum courtesy_kind kind =
      cli_kind_of(arguments, view->path, view->bytes, view->size);
  enum courtesy_status status = courtesy_message_create(
      kind, view->bytes, view->size, &arguments->facts, &message);
  if (status == COURTESY_OK) {
    status = courtesy_session_lint(session, message);
  }
  if (status == COURTESY_OK) {
    view->message = message;
    view->session = session;
    if (strcmp(arguments->format, "json") == 0) {
      cli_inspect_json(view);
    } else {
      cli_inspect_text(view);
    }
  }
  courtesy_message_destroy(message);
  return status;
}

static enum cli_exit inspect_input(const struct cli_arguments *arguments,
                                   struct courtesy_session *session,
                                   const char *path) {
  struct cli_bytes input = {0};
  struct cli_output output;
  cli_output_open(&output, STDOUT_FILENO,
                  cli_color_wanted(arguments->color, STDOUT_FILENO));
  bool is_input = strcmp(path, "-") == 0;
  struct cli_view view = {.output = &output,
                          .path = is_input ? arguments->stdin_path : path};
  int error = cli_read_file(path, &input);
  const char *why = strerror(error);
  if (error == 0) {
    view.bytes = input.size > 0 ? input.bytes : "";
    view.size = input.size;
    enum courtesy_status status = inspect(arguments, session, &view);
    error = status != COURTESY_OK;
    why = courtesy_status_text(status);
  }
  cli_bytes_destroy(&input);
  if (error != 0) {
    cli_complain("%s: cannot be read: %s", view.path, why);
    return CLI_EXIT_TROUBLE;
  }
  return cli_finish_output(&output, CLI_EXIT_OK);
}

enum cli_exit cli_command_inspect(const struct cli_arguments *arguments) {
  if (arguments->path_count > 1) {
    cli_complain("inspect shows one message: name one PATH");
    cli_advise_on_path(arguments, arguments->paths[0]);
    return CLI_EXIT_TROUBLE;
  }
  struct courtesy_ruleset *ruleset = cli_rules_for(arguments);
  if (ruleset == NULL) {
    return CLI_EXIT_TROUBLE;
  }
  struct courtesy_session *session = NULL;
  enum cli_exit status = CLI_EXIT_TROUBLE;
  if (courtesy_session_create(ruleset, &session) == COURTESY_OK) {
    status =
        inspect_input(arguments, session,
                      arguments->path_count == 0 ? "-" : arguments->paths[0]);
  } else {
    cli_complain("%s", courtesy_status_text(COURTESY_NO_MEMORY));
  }
  courtesy_session_destroy(session);
  courtesy_ruleset_destroy(ruleset);
  return status;
}
