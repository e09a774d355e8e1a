/* SPDX-License-Identifier: MIT */
#include "inspect.h"

#include "json_result.h"

static void put_string(struct cli_json *json, const char *key,
                       const char *value) {
  if (value != NULL) {
    cli_json_string(cli_json_key(json, key), value);
  }
}

static void put_part(struct cli_json *json, const struct cli_view *view,
                     const struct courtesy_part *part) {
  struct courtesy_span body = {.offset = part->offset, .length = part->length};
  courtesy_message_position(view->message, part->offset, &body.line,
                            &body.column);
  cli_json_open(json, '{');
  put_string(json, "use", courtesy_part_use_name(part->use));
  put_string(json, "type", part->type);
  put_string(json, "charset", part->charset);
  put_string(json, "encoding", part->encoding);
  put_string(json, "name", part->name);
  cli_json_size(cli_json_key(json, "parent"), part->parent);
  cli_json_position(json, &body);
  cli_json_extent(json, &body);
  cli_json_close(json, '}');
}

/* Only mail has parts. */
static void put_parts(struct cli_json *json, const struct cli_view *view) {
  size_t count = courtesy_message_part_count(view->message);
  if (count == 0) {
    return;
  }
  cli_json_open(cli_json_key(json, "parts"), '[');
  for (size_t i = 0; i < count; i++) {
    put_part(json, view, courtesy_message_part(view->message, i));
  }
  cli_json_close(json, ']');
}

/* Members that nobody gave and the text does not say are left out. */
static void put_facts(struct cli_json *json, const struct cli_view *view) {
  const struct courtesy_facts *facts = courtesy_message_facts(view->message);
  struct cli_fact told[CLI_FACTS];
  cli_list_facts(view, told);
  cli_json_open(cli_json_key(json, "facts"), '{');
  for (size_t i = 0; i < CLI_FACTS; i++) {
    put_string(json, told[i].name, told[i].value);
  }
  size_t days;
  if (courtesy_message_quote_age(view->message, &days)) {
    cli_json_size(cli_json_key(json, "quote_age"), days);
  }
  size_t links;
  if (courtesy_message_links(view->message, &links)) {
    cli_json_size(cli_json_key(json, "links"), links);
  }
  if (facts->attachments_known) {
    cli_json_open(cli_json_key(json, "attachments"), '[');
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
  cli_json_open(cli_json_key(json, "tokens"), '[');
  for (size_t i = 0; i < count; i++) {
    struct courtesy_token token;
    courtesy_session_token(view->session, sentence, i, &token);
    cli_json_open(json, '{');
    cli_json_string(cli_json_key(json, "kind"), token.kind);
    cli_json_extent(json, &token.span);
    cli_json_bytes(cli_json_key(json, "text"), token.text, token.text_size);
    cli_json_close(json, '}');
  }
  cli_json_close(json, ']');
}

static void put_sentences(struct cli_json *json, const struct cli_view *view) {
  size_t count = courtesy_session_sentence_count(view->session);
  cli_json_open(cli_json_key(json, "sentences"), '[');
  for (size_t i = 0; i < count; i++) {
    struct courtesy_sentence sentence;
    courtesy_session_sentence(view->session, i, &sentence);
    cli_json_open(json, '{');
    cli_json_string(cli_json_key(json, "zone"),
                    courtesy_zone_name(sentence.zone));
    cli_json_position(json, &sentence.span);
    cli_json_extent(json, &sentence.span);
    cli_json_size(cli_json_key(json, "words"), sentence.words);
    cli_json_bytes(cli_json_key(json, "text"), sentence.text,
                   sentence.text_size);
    put_tokens(json, view, i);
    cli_json_close(json, '}');
  }
  cli_json_close(json, ']');
}

void cli_inspect_json(const struct cli_view *view) {
  struct cli_json json = {.output = view->output};
  cli_json_open(&json, '{');
  cli_json_size(cli_json_key(&json, "version"), CLI_SCHEMA_VERSION);
  put_string(&json, "path", view->path);
  cli_json_number(&json, view->message_number, view->origin.offset);
  put_string(&json, "kind",
             courtesy_kind_name(courtesy_message_kind(view->message)));
  put_parts(&json, view);
  put_facts(&json, view);
  cli_json_zones(&json, view->session, true);
  put_sentences(&json, view);
  cli_json_marks(&json, view->session, true);
  cli_json_errors(&json, view->message, view->session);
  cli_json_close(&json, '}');
  cli_json_line_break(&json);
}
