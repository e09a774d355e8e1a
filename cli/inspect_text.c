/* SPDX-License-Identifier: MIT */
#include "inspect.h"

#include "report.h"
#include "utf8.h"

#include <string.h>

/* "3:1–3:22" */
static void print_place(const struct cli_view *view,
                        const struct courtesy_span *span) {
  cli_output_format(view->output, "%s%u:%u–%u:%u",
                    span->in_subject ? "subject " : "", span->line,
                    span->column, span->end_line, span->end_column);
}

/* A text with whatever stands between its words, line wraps too, as one
 * blank. */
static void print_words(struct cli_output *output, const char *text,
                        size_t size) {
  static const char blanks[] = {' ', '\t', '\r', '\n'};
  for (size_t i = 0; i < size;) {
    size_t end = i;
    while (end < size && memchr(blanks, text[end], sizeof blanks) == NULL) {
      end++;
    }
    cli_output_shown(output, text + i, end - i);
    for (i = end; i < size && memchr(blanks, text[i], sizeof blanks) != NULL;) {
      i++;
    }
    cli_output_string(output, end > 0 && i < size ? " " : "");
  }
}

/* The start of a text, enough to know it by. */
static void print_start(const struct cli_view *view, const char *text,
                        size_t size, size_t most) {
  bool cut = size > most;
  if (cut) {
    size = most;
    while (size > 0 && cli_utf8_continues(text[size])) {
      size--;
    }
  }
  print_words(view->output, text, size);
  cli_output_string(view->output, cut ? "…" : "");
}

static void print_title(const struct cli_view *view, const char *title) {
  cli_output_style(view->output, CLI_BOLD);
  cli_output_format(view->output, "%s\n", title);
  cli_output_style(view->output, CLI_PLAIN);
}

static void print_detail(const struct cli_view *view, const char *detail) {
  if (detail != NULL) {
    cli_output_string(view->output, ", ");
    cli_output_shown_string(view->output, detail);
  }
}

/* Why a text is not linted, where the use alone does not tell. */
static const char *reason_of(enum courtesy_part_use use) {
  switch (use) {
  case COURTESY_PART_FORWARDED:
    return "what somebody else wrote";
  case COURTESY_PART_ALTERNATIVE:
    return "another form of the text";
  case COURTESY_PART_INLINE:
    return "shown by the text";
  case COURTESY_PART_OTHER:
    return "neither written nor attached by the author";
  default:
    return NULL;
  }
}

/* "  attachment   12:1–30:5      application/pdf, base64, plan.pdf, 9 bytes"
 * with two blanks for each part around it. */
static void print_part(const struct cli_view *view,
                       const struct courtesy_part *part) {
  struct cli_output *output = view->output;
  struct courtesy_span body = {.offset = part->offset, .length = part->length};
  courtesy_message_position(view->message, part->offset, &body.line,
                            &body.column);
  courtesy_message_position(view->message, part->offset + part->length,
                            &body.end_line, &body.end_column);
  cli_output_format(output, "  %-12s ", courtesy_part_use_name(part->use));
  print_place(view, &body);
  cli_output_repeat(output, ' ', 2 + 2 * (unsigned)part->depth);
  cli_output_shown_string(output, part->type);
  print_detail(view, part->charset);
  print_detail(view, part->encoding);
  print_detail(view, part->name);
  cli_output_format(output, ", %zu byte%s", part->length,
                    cli_plural(part->length));
  const char *reason = reason_of(part->use);
  if (reason != NULL) {
    cli_output_style(output, CLI_FAINT);
    cli_output_format(output, ": %s", reason);
    cli_output_style(output, CLI_PLAIN);
  }
  cli_output_string(output, "\n");
}

static void print_parts(const struct cli_view *view) {
  size_t count = courtesy_message_part_count(view->message);
  if (count > 0) {
    print_title(view, "parts");
  }
  for (size_t i = 0; i < count; i++) {
    print_part(view, courtesy_message_part(view->message, i));
  }
}

static void print_fact(const struct cli_view *view, const char *name,
                       const char *value) {
  if (value != NULL) {
    cli_output_format(view->output, "  %-12s ", name);
    cli_output_shown_string(view->output, value);
    cli_output_string(view->output, "\n");
  }
}

static void print_facts(const struct cli_view *view) {
  const struct courtesy_facts *facts = courtesy_message_facts(view->message);
  struct cli_fact told[CLI_FACTS];
  cli_list_facts(view, told);
  print_title(view, "facts");
  for (size_t i = 0; i < CLI_FACTS; i++) {
    bool is_language = strcmp(told[i].name, "language") == 0;
    const char *unknown = is_language ? "unknown" : NULL;
    print_fact(view, told[i].name,
               told[i].value != NULL ? told[i].value : unknown);
  }
  size_t days;
  if (courtesy_message_quote_age(view->message, &days)) {
    cli_output_format(view->output, "  %-12s %zu working day%s\n", "quote age",
                      days, cli_plural(days));
  }
  size_t links;
  if (courtesy_message_links(view->message, &links) && links > 0) {
    cli_output_format(view->output, "  %-12s %zu in the markup\n", "links",
                      links);
  }
  if (!facts->attachments_known) {
    print_fact(view, "attachments", "unknown");
  } else if (facts->attachment_count == 0) {
    print_fact(view, "attachments", "none");
  }
  for (size_t i = 0; i < facts->attachment_count; i++) {
    const char *name = facts->attachments[i];
    print_fact(view, "attachment", name[0] != '\0' ? name : "(no name)");
  }
}

static void print_zones(const struct cli_view *view) {
  print_title(view, "zones");
  for (size_t i = 0; i < courtesy_session_zone_count(view->session); i++) {
    struct courtesy_zone_span zone;
    courtesy_session_zone(view->session, i, &zone);
    cli_output_format(view->output, "  %-12s ", courtesy_zone_name(zone.zone));
    print_place(view, &zone.span);
    cli_output_string(view->output, "  ");
    print_start(view, zone.text, zone.text_size, 40);
    cli_output_string(view->output, "\n");
  }
}

/* "    Like | I | told | you" with the kind of
 * what is neither word nor punctuation. */
static void print_tokens(const struct cli_view *view, size_t sentence) {
  size_t count = courtesy_session_token_count(view->session, sentence);
  cli_output_style(view->output, CLI_FAINT);
  for (size_t i = 0; i < count; i++) {
    struct courtesy_token token;
    courtesy_session_token(view->session, sentence, i, &token);
    cli_output_string(view->output, i == 0 ? "     " : " | ");
    if (strcmp(token.kind, "word") != 0 &&
        strcmp(token.kind, "punctuation") != 0) {
      cli_output_format(view->output, "%s ", token.kind);
    }
    print_start(view, token.text, token.text_size, 60);
  }
  cli_output_style(view->output, CLI_PLAIN);
  cli_output_string(view->output, count > 0 ? "\n" : "");
}

static void print_sentences(const struct cli_view *view) {
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

static void print_markers(const struct cli_view *view) {
  print_title(view, "markers");
  for (size_t i = 0; i < courtesy_session_mark_count(view->session); i++) {
    struct courtesy_mark mark;
    courtesy_session_mark(view->session, i, &mark);
    cli_output_format(view->output, "  %-20s ", mark.id);
    print_place(view, &mark.span);
    cli_output_string(view->output, "  ");
    print_words(view->output, mark.text, mark.text_size);
    cli_output_string(view->output, "\n");
  }
}

static void print_problem(const struct cli_view *view,
                          const struct courtesy_problem *problem) {
  cli_output_format(view->output, "  %-20s ", problem->code);
  if (problem->has_offset) {
    uint32_t line;
    uint32_t column;
    courtesy_message_position(view->message, problem->offset, &line, &column);
    cli_output_format(view->output, "%u:%u  ", line, column);
  }
  cli_output_shown_string(view->output, problem->message);
  cli_output_string(view->output, "\n");
}

static void print_problems(const struct cli_view *view) {
  size_t of_message = courtesy_message_problem_count(view->message);
  size_t of_session = courtesy_session_problem_count(view->session);
  if (of_message + of_session > 0) {
    print_title(view, "problems");
  }
  for (size_t i = 0; i < of_message; i++) {
    print_problem(view, courtesy_message_problem(view->message, i));
  }
  for (size_t i = 0; i < of_session; i++) {
    print_problem(view, courtesy_session_problem(view->session, i));
  }
}

/* "two.mbox, message 2, line 12: mail" */
static void print_heading(const struct cli_view *view) {
  cli_output_style(view->output, CLI_BOLD);
  cli_output_shown_string(view->output, view->path);
  if (view->message_number > 0) {
    cli_output_format(view->output, ", message %zu, line %u",
                      view->message_number, view->origin.lines + 1);
  }
  cli_output_style(view->output, CLI_PLAIN);
  cli_output_format(view->output, ": %s\n",
                    courtesy_kind_name(courtesy_message_kind(view->message)));
}

void cli_inspect_text(const struct cli_view *view) {
  print_heading(view);
  print_parts(view);
  print_facts(view);
  print_zones(view);
  print_sentences(view);
  print_markers(view);
  print_problems(view);
}
