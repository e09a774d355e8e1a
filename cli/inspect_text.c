/* SPDX-License-Identifier: MIT */
#include "inspect.h"

#include "report.h"

#include <string.h>

/* "3:1–3:22" */
static void print_place(const struct cli_view *view,
                        const struct courtesy_span *span) {
  cli_output_format(view->output, "%s%u:%u–%u:%u",
                    span->in_subject ? "subject " : "", span->line,
                    span->column, span->end_line, span->end_column);
}

/* The start of what a span holds, enough to know it by. */
static void print_start(const struct cli_view *view,
                        const struct courtesy_span *span, size_t most) {
  size_t size;
  const char *bytes = cli_view_bytes(view, span, &size);
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

static void print_title(const struct cli_view *view, const char *title) {
  cli_output_style(view->output, CLI_BOLD);
  cli_output_format(view->output, "%s\n", title);
  cli_output_style(view->output, CLI_PLAIN);
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
  print_title(view, "facts");
  print_fact(view, "subject", facts->subject);
  print_fact(view, "from", facts->from);
  print_fact(view, "to", facts->to);
  print_fact(view, "cc", facts->cc);
  print_fact(view, "bcc", facts->bcc);
  print_fact(view, "date", facts->date);
  print_fact(view, "now", facts->now);
  print_fact(view, "language", facts->language);
  print_fact(view, "reply", cli_answer_name(facts->reply));
  print_fact(view, "automatic", cli_answer_name(facts->automatic));
  print_fact(view, "greets", courtesy_session_greets(view->session));
  size_t days;
  if (courtesy_message_quote_age(view->message, &days)) {
    cli_output_format(view->output, "  %-12s %zu working day%s\n", "quote age",
                      days, cli_plural(days));
  }
  if (!facts->attachments_known) {
    print_fact(view, "attachments", "unknown");
  } else if (facts->attachment_count == 0) {
    print_fact(view, "attachments", "none");
  }
  for (size_t i = 0; i < facts->attachment_count; i++) {
    print_fact(view, "attachment", facts->attachments[i]);
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
    print_start(view, &zone.span, 40);
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
    print_start(view, &token.span, 60);
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

void cli_inspect_text(const struct cli_view *view) {
  cli_output_style(view->output, CLI_BOLD);
  cli_output_shown_string(view->output, view->path);
  cli_output_style(view->output, CLI_PLAIN);
  cli_output_format(view->output, ": %s\n",
                    courtesy_kind_name(courtesy_message_kind(view->message)));
  print_facts(view);
  print_zones(view);
  print_sentences(view);
  print_markers(view);
  const struct cli_result result = {
      .path = view->path, .message = view->message, .session = view->session};
  cli_complain_of_problems(&result);
}
