/* SPDX-License-Identifier: MIT */
#include "inspect.h"

#include "json_result.h"

static void put_string(struct cli_json *json, const char *key,
                       const char *value) {
  if (value != NULL) {
    cli_json_key(json, key);
    cli_json_string(json, value);
  }
}

/* Members that nobody gave and the text does not say are left out. */
static void put_facts(struct cli_json *json, const struct cli_view *view) {
  const struct courtesy_facts *facts = courtesy_message_facts(view->message);
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
  put_string(json, "reply", cli_answer_name(facts->reply));
  put_string(json, "automatic", cli_answer_name(facts->automatic));
  put_string(json, "greets", courtesy_session_greets(view->session));
  size_t days;
  if (courtesy_message_quote_age(view->message, &days)) {
    cli_json_key(json, "quote_age");
    cli_json_size(json, days);
  }
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

static void put_tokens(struct cli_json *json, const struct cli_view *view,
                       size_t sentence) {
  size_t count = courtesy_session_token_count(view->session, sentence);
  cli_json_key(json, "tokens");
  cli_json_open(json, '[');
  for (size_t i = 0; i < count; i++) {
    struct courtesy_token token;
    size_t size;
    courtesy_session_token(view->session, sentence, i, &token);
    const char *bytes = cli_view_bytes(view, &token.span, &size);
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

static void put_sentences(struct cli_json *json, const struct cli_view *view) {
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

void cli_inspect_json(const struct cli_view *view) {
  struct cli_json json = {.output = view->output};
  cli_json_open(&json, '{');
  cli_json_key(&json, "version");
  cli_json_size(&json, CLI_SCHEMA_VERSION);
  put_string(&json, "path", view->path);
  put_string(&json, "kind",
             courtesy_kind_name(courtesy_message_kind(view->message)));
  put_facts(&json, view);
  cli_json_zones(&json, view->session);
  put_sentences(&json, view);
  cli_json_marks(&json, view->session);
  cli_json_errors(&json, view->message, view->session);
  cli_json_close(&json, '}');
  cli_json_line_break(&json);
}
