/* SPDX-License-Identifier: MIT */
/* courtesy inspect: messages as the rules see them. */
#include "commands.h"

#include "advice.h"
#include "inspect.h"
#include "kind.h"
#include "pieces.h"
#include "report.h"
#include "rule_files.h"
#include "walk.h"

#include <string.h>
#include <unistd.h>

static const char *answer_name(enum courtesy_answer answer) {
  static const char *const names[] = {
      [COURTESY_UNKNOWN] = "unknown",
      [COURTESY_NO] = "no",
      [COURTESY_YES] = "yes",
  };
  return names[answer];
}

void cli_list_facts(const struct cli_view *view,
                    struct cli_fact facts[CLI_FACTS]) {
  const struct courtesy_facts *told = courtesy_message_facts(view->message);
  const struct cli_fact all[CLI_FACTS] = {
      {"subject", told->subject},
      {"from", told->from},
      {"to", told->to},
      {"cc", told->cc},
      {"bcc", told->bcc},
      {"date", told->date},
      {"now", told->now},
      {"language", told->language},
      {"markup", told->markup == COURTESY_MARKUP_HTML ? "html" : NULL},
      {"reply", answer_name(told->reply)},
      {"automatic", answer_name(told->automatic)},
      {"audience", courtesy_message_audience(view->message)},
      {"greets", courtesy_session_greets(view->session)},
  };
  memcpy(facts, all, sizeof all);
}

/* What is inspected, one file after the other. */
struct inspection {
  const struct cli_arguments *arguments;
  struct courtesy_session *session;
  struct cli_output output;
  struct cli_pieces pieces; /* of the file at hand; used again */
  bool trouble;             /* something was not read */
};

static void fail_input(struct inspection *inspection, const char *path,
                       const char *why) {
  cli_output_flush(&inspection->output);
  cli_complain("%s: cannot be read: %s", path, why);
  inspection->trouble = true;
}

/* Shows one message. */
static enum courtesy_status inspect(struct inspection *inspection,
                                    struct cli_view *view,
                                    const struct cli_piece *piece) {
  const struct cli_arguments *arguments = inspection->arguments;
  struct courtesy_facts facts = cli_facts_of(arguments, piece->kind, view->path,
                                             piece->bytes, piece->size);
  struct courtesy_message *message = NULL;
  if (piece->too_large) {
    return COURTESY_TOO_LARGE;
  }
  enum courtesy_status status = courtesy_message_create_at(
      &view->origin, piece->kind, piece->bytes, piece->size, &facts, &message);
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

static void inspect_source(struct inspection *inspection,
                           const struct cli_source *source) {
  struct cli_pieces *pieces = &inspection->pieces;
  const char *name = cli_source_name(source, inspection->arguments);
  struct cli_piece piece;
  int error = source->error;
  if (error == 0) {
    error = cli_pieces_open(pieces, inspection->arguments, source);
  }
  if (error == 0) {
    while (inspection->output.error == 0 && cli_pieces_next(pieces, &piece)) {
      struct cli_view view = {
          .output = &inspection->output,
          .path = name,
          .message_number = piece.number,
          .origin = piece.origin,
      };
      enum courtesy_status status = inspect(inspection, &view, &piece);
      if (status != COURTESY_OK) {
        fail_input(inspection, name, courtesy_status_text(status));
      }
    }
    error = cli_pieces_close(pieces);
  }
  if (error != 0) {
    fail_input(inspection, name, strerror(error));
  }
}

static enum cli_exit inspect_path(struct inspection *inspection,
                                  const char *path) {
  const struct cli_arguments *arguments = inspection->arguments;
  cli_output_open(&inspection->output, STDOUT_FILENO,
                  cli_color_wanted(arguments->color, STDOUT_FILENO));
  struct cli_walk walk;
  struct cli_source source;
  cli_walk_begin(&walk, &path, 1, cli_is_message_name);
  walk.without_ignored = true;
  walk.all_are_maildirs = arguments->input == CLI_INPUT_MAILDIR;
  bool any = false;
  while (inspection->output.error == 0 && cli_walk_next(&walk, &source)) {
    any = true;
    inspect_source(inspection, &source);
  }
  cli_walk_end(&walk);
  if (!any && !walk.met_maildir) {
    cli_complain("nothing was inspected: " CLI_NOTHING_THERE);
    inspection->trouble = true;
  }
  cli_pieces_destroy(&inspection->pieces);
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
