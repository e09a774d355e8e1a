/* SPDX-License-Identifier: MIT */
#include "json_result.h"

#include "problems.h"

void cli_json_number(struct cli_json *json, size_t number, size_t offset) {
  if (number > 0) {
    cli_json_size(cli_json_key(json, "message"), number);
    cli_json_size(cli_json_key(json, "message_offset"), offset);
  }
}

void cli_json_position(struct cli_json *json,
                       const struct courtesy_span *span) {
  cli_json_size(cli_json_key(json, "line"), span->line);
  cli_json_size(cli_json_key(json, "column"), span->column);
}

void cli_json_extent(struct cli_json *json, const struct courtesy_span *span) {
  cli_json_size(cli_json_key(json, "offset"), span->offset);
  cli_json_size(cli_json_key(json, "length"), span->length);
  if (span->in_subject) {
    cli_json_string(cli_json_key(json, "in"), "subject");
  }
}

static void put_strings(struct cli_json *json, const char *key,
                        const char *const *strings, size_t count) {
  cli_json_open(cli_json_key(json, key), '[');
  for (size_t i = 0; i < count; i++) {
    cli_json_string(json, strings[i]);
  }
  cli_json_close(json, ']');
}

static void put_edits(struct cli_json *json,
                      const struct courtesy_finding *finding) {
  cli_json_open(cli_json_key(json, "fixes"), '[');
  for (size_t i = 0; i < finding->edit_count; i++) {
    const struct courtesy_edit *edit = &finding->edits[i];
    cli_json_open(json, '{');
    cli_json_size(cli_json_key(json, "offset"), edit->offset);
    cli_json_size(cli_json_key(json, "length"), edit->length);
    cli_json_string(cli_json_key(json, "insert"), edit->insert);
    cli_json_bool(cli_json_key(json, "safe"), edit->safe);
    cli_json_close(json, '}');
  }
  cli_json_close(json, ']');
}

void cli_json_finding(struct cli_json *json,
                      const struct courtesy_finding *finding) {
  cli_json_open(json, '{');
  cli_json_string(cli_json_key(json, "rule"), finding->rule);
  cli_json_string(cli_json_key(json, "group"), finding->group);
  cli_json_string(cli_json_key(json, "severity"),
                  courtesy_severity_name(finding->severity));
  cli_json_string(cli_json_key(json, "zone"),
                  courtesy_zone_name(finding->zone));
  cli_json_position(json, &finding->span);
  cli_json_size(cli_json_key(json, "end_line"), finding->span.end_line);
  cli_json_size(cli_json_key(json, "end_column"), finding->span.end_column);
  cli_json_extent(json, &finding->span);
  cli_json_string(cli_json_key(json, "text"), finding->text);
  cli_json_string(cli_json_key(json, "message"), finding->message);
  put_strings(json, "suggestions", finding->suggestions,
              finding->suggestion_count);
  put_strings(json, "also", finding->also, finding->also_count);
  if (finding->edit_count > 0) {
    put_edits(json, finding);
  }
  cli_json_close(json, '}');
}

static void put_text(struct cli_json *json, const char *text, size_t size,
                     bool wanted) {
  if (wanted) {
    cli_json_bytes(cli_json_key(json, "text"), text, size);
  }
}

void cli_json_marks(struct cli_json *json,
                    const struct courtesy_session *session, bool texts) {
  cli_json_open(cli_json_key(json, "markers"), '[');
  for (size_t i = 0; i < courtesy_session_mark_count(session); i++) {
    struct courtesy_mark mark;
    courtesy_session_mark(session, i, &mark);
    cli_json_open(json, '{');
    cli_json_string(cli_json_key(json, "id"), mark.id);
    cli_json_position(json, &mark.span);
    cli_json_extent(json, &mark.span);
    put_text(json, mark.text, mark.text_size, texts);
    cli_json_close(json, '}');
  }
  cli_json_close(json, ']');
}

void cli_json_zones(struct cli_json *json,
                    const struct courtesy_session *session, bool texts) {
  cli_json_open(cli_json_key(json, "zones"), '[');
  for (size_t i = 0; i < courtesy_session_zone_count(session); i++) {
    struct courtesy_zone_span zone;
    courtesy_session_zone(session, i, &zone);
    cli_json_open(json, '{');
    cli_json_string(cli_json_key(json, "zone"), courtesy_zone_name(zone.zone));
    cli_json_extent(json, &zone.span);
    put_text(json, zone.text, zone.text_size, texts);
    cli_json_close(json, '}');
  }
  cli_json_close(json, ']');
}

void cli_json_score(struct cli_json *json,
                    const struct courtesy_session *session) {
  int score;
  if (courtesy_session_score(session, &score)) {
    cli_json_size(cli_json_key(json, "score"), (size_t)score);
  } else {
    cli_json_string(cli_json_key(json, "score"), NULL);
  }
}

static const char *class_name(enum courtesy_rule_class rule_class) {
  static const char *const names[] = {
      [COURTESY_RULE] = "rule",
      [COURTESY_MARKER] = "marker",
      [COURTESY_SIGNAL] = "signal",
  };
  return names[rule_class];
}

void cli_json_score_parts(struct cli_json *json,
                          const struct courtesy_session *session) {
  cli_json_open(cli_json_key(json, "score_parts"), '[');
  for (size_t i = 0; i < courtesy_session_score_part_count(session); i++) {
    const struct courtesy_score_part *part =
        courtesy_session_score_part(session, i);
    cli_json_open(json, '{');
    cli_json_string(cli_json_key(json, "id"), part->id);
    cli_json_string(cli_json_key(json, "kind"), class_name(part->rule_class));
    cli_json_real(cli_json_key(json, "weight"), part->weight);
    cli_json_size(cli_json_key(json, "count"), part->count);
    cli_json_close(json, '}');
  }
  cli_json_close(json, ']');
}

static void put_problem(struct cli_json *json,
                        const struct courtesy_problem *problem, size_t count) {
  cli_json_open(json, '{');
  cli_json_string(cli_json_key(json, "code"), problem->code);
  cli_json_string(cli_json_key(json, "message"), problem->message);
  if (problem->has_offset) {
    cli_json_size(cli_json_key(json, "offset"), problem->offset);
  }
  if (count > 1) {
    cli_json_size(cli_json_key(json, "count"), count);
  }
  cli_json_close(json, '}');
}

void cli_json_errors(struct cli_json *json,
                     const struct courtesy_message *message,
                     const struct courtesy_session *session) {
  struct cli_problem problems[CLI_MOST_CODES];
  size_t count = cli_problems_of(message, session, problems);
  cli_json_open(cli_json_key(json, "errors"), '[');
  for (size_t i = 0; i < count; i++) {
    put_problem(json, problems[i].first, problems[i].count);
  }
  cli_json_close(json, ']');
}

void cli_json_failure(struct cli_json *json, const char *code,
                      const char *message) {
  struct courtesy_problem problem = {.code = code, .message = message};
  cli_json_open(cli_json_key(json, "errors"), '[');
  put_problem(json, &problem, 1);
  cli_json_close(json, ']');
}
