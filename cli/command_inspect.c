/* SPDX-License-Identifier: MIT */
/* courtesy inspect: a message as the rules see it. */
#include "commands.h"

#include "input.h"
#include "json_result.h"
#include "report.h"
#include "rule_files.h"

#include <string.h>
#include <unistd.h>

/* What is shown, and how far into its bytes it may be quoted. */
struct view {
  struct cli_output *output;
  const char *path;
  const char *bytes;
  size_t size;
  const struct courtesy_message *message;
  const struct courtesy_session *session;
};

static const char *answer_name(enum courtesy_answer answer) {
  static const char *const names[] = {
      [COURTESY_UNKNOWN] = "unknown",
      [COURTESY_NO] = "no",
      [COURTESY_YES] = "yes",
  };
  return names[answer];
}

/* The bytes that a span stands for; none when it lies outside. */
static const char *bytes_of(const struct view *view,
                            const struct courtesy_span *span, size_t *size) {
  const char *bytes = view->bytes;
  size_t limit = view->size;
  if (span->in_subject) {
    bytes = courtesy_message_facts(view->message)->subject;
    limit = strlen(bytes);
  }
  bool inside = span->offset <= limit && span->length <= limit - span->offset;
  *size = inside ? span->length : 0;
  return inside ? bytes + span->offset : "";
}

/* "3:1–3:22" */
static void print_place(const struct view *view,
                        const struct courtesy_span *span) {
  cli_output_format(view->output, "%s%u:%u–%u:%u",
                    span->in_subject ? "subject " : "", span->line,
                    span->column, span->end_line, span->end_column);
}

/* The start of what a span holds, enough to know it by. */
static void print_start(const struct view *view,
                        const struct courtesy_span *span, size_t most) {
  size_t size;
  const char *bytes = bytes_of(view, span, &size);
  bool cut = size > most;
  if (cut) {
    size = most;
    while (size > 0 && ((unsigned char)bytes[size] & 0xC0) == 0x80) {
      size--;
    }
  }
  cli_output_shown(view->output, bytes, size);
  cli_output_string(view->output, cut ? "…" : "");
}

static void print_title(const struct view *view, const char *title) {
  cli_output_style(view->output, CLI_BOLD);
  cli_output_format(view->output, "%s\n", title);
  cli_output_style(view->output, CLI_PLAIN);
}

static void print_fact(const struct view *view, const char *name,
                       const char *value) {
  if (value != NULL) {
    cli_output_format(view->output, "  %-12s ", name);
    cli_output_shown_string(view->output, value);
    cli_output_string(view->output, "\n");
  }
}

static void print_facts(const struct view *view) {
  const struct courtesy_facts *facts = courtesy_message_facts(view->message);
  print_title(view, "facts");
  print_fact(view, "subject", facts->subject);
  print_fact(view, "from", facts->from);
  print_fact(view, "to", facts->to);
  print_fact(view, "cc", facts->cc);
  print_fact(view, "bcc", facts->bcc);
  print_fact(view, "date", facts->date);
  print_fact(view, "now", facts->now);
  print_fact(view, "language", facts->language);
  print_fact(view, "reply", answer_name(facts->reply));
  print_fact(view, "automatic", answer_name(facts->automatic));
  if (!facts->attachments_known) {
    print_fact(view, "attachments", "unknown");
  } else if (facts->attachment_count == 0) {
    print_fact(view, "attachments", "none");
  }
  for (size_t i = 0; i < facts->attachment_count; i++) {
    print_fact(view, "attachment", facts->attachments[i]);
  }
}

static void print_zones(const struct view *view) {
  print_title(view, "zones");
  for (size_t i = 0; i < courtesy_session_zone_count(view->session); i++) {
    const struct courtesy_zone_span *zone =
        courtesy_session_zone(view->session, i);
    cli_output_format(view->output, "  %-12s ", courtesy_zone_name(zone->zone));
    print_place(view, &zone->span);
    cli_output_string(view->output, "  ");
    print_start(view, &zone->span, 40);
    cli_output_string(view->output, "\n");
  }
}

/* "    Like | I | told | you" with the kind of what is no word. */
static void print_tokens(const struct view *view, size_t sentence) {
  size_t count = courtesy_session_token_count(view->session, sentence);
  cli_output_style(view->output, CLI_FAINT);
  for (size_t i = 0; i < count; i++) {
    struct courtesy_token token;
    courtesy_session_token(view->session, sentence, i, &token);
    cli_output_string(view->output, i == 0 ? "     " : " | ");
    if (strcmp(token.kind, "word") != 0) {
      cli_output_format(view->output, "%s ", token.kind);
    }
    print_start(view, &token.span, 60);
  }
  cli_output_style(view->output, CLI_PLAIN);
  cli_output_string(view->output, count > 0 ? "\n" : "");
}

static void print_sentences(const struct view *view) {
  size_t count = courtesy_session_sentence_count(view->session);
  print_title(view, "sentences");
  for (size_t i = 0; i < count; i++) {
    struct courtesy_sentence sentence;
    courtesy_session_sentence(view->session, i, &sentence);
    cli_output_format(view->output, "  %-12s ",
                      courtesy_zone_name(sentence.zone));
    print_place(view, &sentence.span);
    cli_output_format(view->output, "  %zu word%s\n", sentence.words,
                      cli_plural(sentence.words));
    print_tokens(view, i);
  }
}

static void print_markers(const struct view *view) {
  print_title(view, "markers");
  for (size_t i = 0; i < courtesy_session_mark_count(view->session); i++) {
    const struct courtesy_mark *mark = courtesy_session_mark(view->session, i);
    cli_output_format(view->output, "  %-20s ", mark->id);
    print_place(view, &mark->span);
    cli_output_string(view->output, "  ");
    cli_output_shown_string(view->output, mark->text);
    cli_output_string(view->output, "\n");
  }
}

static void print_text(const struct view *view) {
  cli_output_style(view->output, CLI_BOLD);
  cli_output_shown_string(view->output, view->path);
  cli_output_style(view->output, CLI_PLAIN);
  cli_output_format(view->output, ": %s\n",
                    courtesy_kind_name(courtesy_message_kind(view->message)));
  print_facts(view);
  print_zones(view);
  print_sentences(view);
  print_markers(view);
}

static void put_string(struct cli_json *json, const char *key,
                       const char *value) {
  if (value != NULL) {
    cli_json_key(json, key);
    cli_json_string(json, value);
  }
}

/* Members that nobody gave and the text does not say are left out. */
static void put_facts(struct cli_json *json,
                      const struct courtesy_facts *facts) {
  cli_json_key(json, "facts");
  cli_json_open(json, '{');
  put_string(json, "subject", facts->subject);
  put_string(json, "from", facts->from);
  put_string(json, "to", facts->to);
  put_string(json, "cc", facts->cc);
  put_string(json, "bcc", facts->bcc);
  put_string(json, "date", facts->date);
  put_string(json, "now", facts->now);
  put_string(json, "language", facts->language);
  put_string(json, "reply", answer_name(facts->reply));
  put_string(json, "automatic", answer_name(facts->automatic));
  if (facts->attachments_known) {
    cli_json_key(json, "attachments");
    cli_json_open(json, '[');
    for (size_t i = 0; i < facts->attachment_count; i++) {
      cli_json_string(json, facts->attachments[i]);
    }
    cli_json_close(json, ']');
  }
  cli_json_close(json, '}');
}

static void put_tokens(struct cli_json *json, const struct view *view,
                       size_t sentence) {
  size_t count = courtesy_session_token_count(view->session, sentence);
  cli_json_key(json, "tokens");
  cli_json_open(json, '[');
  for (size_t i = 0; i < count; i++) {
    struct courtesy_token token;
    size_t size;
    courtesy_session_token(view->session, sentence, i, &token);
    const char *bytes = bytes_of(view, &token.span, &size);
    cli_json_open(json, '{');
    cli_json_key(json, "kind");
    cli_json_string(json, token.kind);
    cli_json_extent(json, &token.span);
    cli_json_key(json, "text");
    cli_json_bytes(json, bytes, size);
    cli_json_close(json, '}');
  }
  cli_json_close(json, ']');
}

static void put_sentences(struct cli_json *json, const struct view *view) {
  size_t count = courtesy_session_sentence_count(view->session);
  cli_json_key(json, "sentences");
  cli_json_open(json, '[');
  for (size_t i = 0; i < count; i++) {
    struct courtesy_sentence sentence;
    courtesy_session_sentence(view->session, i, &sentence);
    cli_json_open(json, '{');
    cli_json_key(json, "zone");
    cli_json_string(json, courtesy_zone_name(sentence.zone));
    cli_json_position(json, &sentence.span);
    cli_json_extent(json, &sentence.span);
    cli_json_key(json, "words");
    cli_json_size(json, sentence.words);
    put_tokens(json, view, i);
    cli_json_close(json, '}');
  }
  cli_json_close(json, ']');
}

static void print_json(const struct view *view) {
  struct cli_json json = {.output = view->output};
  cli_json_open(&json, '{');
  cli_json_key(&json, "version");
  cli_json_size(&json, CLI_SCHEMA_VERSION);
  put_string(&json, "path", view->path);
  put_string(&json, "kind",
             courtesy_kind_name(courtesy_message_kind(view->message)));
  put_facts(&json, courtesy_message_facts(view->message));
  cli_json_zones(&json, view->session);
  put_sentences(&json, view);
  cli_json_marks(&json, view->session);
  cli_json_errors(&json, view->message, view->session);
  cli_json_close(&json, '}');
  cli_json_line_break(&json);
}

static enum courtesy_status inspect(const struct cli_arguments *arguments,
                                    struct courtesy_session *session,
                                    struct view *view) {
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
      print_json(view);
    } else {
      print_text(view);
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
  struct view view = {.output = &output,
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
