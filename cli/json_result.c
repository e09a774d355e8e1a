/* SPDX-License-Identifier: MIT */
#include "json_result.h"

#include "problems.h"

void cli_json_position(struct cli_json *json,
                       const struct courtesy_span *span) {
  cli_json_key(json, "line");
  cli_json_size(json, span->line);
  cli_json_key(json, "column");
  cli_json_size(json, span->column);
}

void cli_json_extent(struct cli_json *json, const struct courtesy_span *span) {
  cli_json_key(json, "offset");
  cli_json_size(json, span->offset);
  cli_json_key(json, "length");
  cli_json_size(json, span->length);
  if (span->in_subject) {
    cli_json_key(json, "in");
    cli_json_string(json, "subject");
  }
}

static void put_strings(struct cli_json *json, const char *key,
                        const char *const *strings, size_t count) {
  cli_json_key(json, key);
  cli_json_open(json, '[');
  for (size_t i = 0; i < count; i++) {
    cli_json_string(json, strings[i]);
  }
  cli_json_close(json, ']');
}

static void put_edits(struct cli_json *json,
                      const struct courtesy_finding *finding) {
  cli_json_key(json, "fixes");
  cli_json_open(json, '[');
  for (size_t i = 0; i < finding->edit_count; i++) {
    const struct courtesy_edit *edit = &finding->edits[i];
    cli_json_open(json, '{');
    cli_json_key(json, "offset");
    cli_json_size(json, edit->offset);
    cli_json_key(json, "length");
    cli_json_size(json, edit->length);
    cli_json_key(json, "insert");
    cli_json_string(json, edit->insert);
    cli_json_key(json, "safe");
    cli_json_bool(json, edit->safe);
    cli_json_close(json, '}');
  }
  cli_json_close(json, ']');
}

void cli_json_finding(struct cli_json *json,
                      const struct courtesy_finding *finding) {
  cli_json_open(json, '{');
  cli_json_key(json, "rule");
  cli_json_string(json, finding->rule);
  cli_json_key(json, "group");
  cli_json_string(json, finding->group);
  cli_json_key(json, "severity");
  cli_json_string(json, courtesy_severity_name(finding->severity));
  cli_json_key(json, "zone");
  cli_json_string(json, courtesy_zone_name(finding->zone));
  cli_json_position(json, &finding->span);
  cli_json_key(json, "end_line");
  cli_json_size(json, finding->span.end_line);
  cli_json_key(json, "end_column");
  cli_json_size(json, finding->span.end_column);
  cli_json_extent(json, &finding->span);
  cli_json_key(json, "text");
  cli_json_string(json, finding->text);
  cli_json_key(json, "message");
  cli_json_string(json, finding->message);
  put_strings(json, "suggestions", finding->suggestions,
              finding->suggestion_count);
  put_strings(json, "also", finding->also, finding->also_count);
  if (finding->edit_count > 0) {
    put_edits(json, finding);
  }
  cli_json_close(json, '}');
}

void cli_json_marks(struct cli_json *json,
                    const struct courtesy_session *session) {
  cli_json_key(json, "markers");
  cli_json_open(json, '[');
  for (size_t i = 0; i < courtesy_session_mark_count(session); i++) {
    struct courtesy_mark mark;
    courtesy_session_mark(session, i, &mark);
    cli_json_open(json, '{');
    cli_json_key(json, "id");
    cli_json_string(json, mark.id);
    cli_json_position(json, &mark.span);
    cli_json_extent(json, &mark.span);
    cli_json_close(json, '}');
  }
  cli_json_close(json, ']');
}

void cli_json_zones(struct cli_json *json,
                    const struct courtesy_session *session) {
  cli_json_key(json, "zones");
  cli_json_open(json, '[');
  for (size_t i = 0; i < courtesy_session_zone_count(session); i++) {
    struct courtesy_zone_span zone;
    courtesy_session_zone(session, i, &zone);
    cli_json_open(json, '{');
    cli_json_key(json, "zone");
    cli_json_string(json, courtesy_zone_name(zone.zone));
    cli_json_extent(json, &zone.span);
    cli_json_close(json, '}');
  }
  cli_json_close(json, ']');
}

void cli_json_score(struct cli_json *json,
                    const struct courtesy_session *session) {
  int score;
  cli_json_key(json, "score");
  if (courtesy_session_score(session, &score)) {
    cli_json_size(json, (size_t)score);
  } else {
    cli_json_string(json, NULL);
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
  cli_json_key(json, "score_parts");
  cli_json_open(json, '[');
  for (size_t i = 0; i < courtesy_session_score_part_count(session); i++) {
    const struct courtesy_score_part *part =
        courtesy_session_score_part(session, i);
    cli_json_open(json, '{');
    cli_json_key(json, "id");
    cli_json_string(json, part->id);
    cli_json_key(json, "kind");
    cli_json_string(json, class_name(part->rule_class));
    cli_json_key(json, "weight");
    cli_json_real(json, part->weight);
    cli_json_key(json, "count");
    cli_json_size(json, part->count);
    cli_json_close(json, '}');
  }
  cli_json_close(json, ']');
}

static void put_problem(struct cli_json *json,
                        const struct courtesy_problem *problem, size_t count) {
  cli_json_open(json, '{');
  cli_json_key(json, "code");
  cli_json_string(json, problem->code);
  cli_json_key(json, "message");
  cli_json_string(json, problem->message);
  if (problem->has_offset) {
    cli_json_key(json, "offset");
    cli_json_size(json, problem->offset);
  }
  if (count > 1) {
    cli_json_key(json, "count");
    cli_json_size(json, count);
  }
  cli_json_close(json, '}');
}

void cli_json_errors(struct cli_json *json,
                     const struct courtesy_message *message,
                     const struct courtesy_session *session) {
  struct cli_problem problems[CLI_MOST_CODES];
  size_t count = cli_problems_of(message, session, problems);
  cli_json_key(json, "errors");
  cli_json_open(json, '[');
  for (size_t i = 0; i < count; i++) {
    put_problem(json, problems[i].first, problems[i].count);
  }
  cli_json_close(json, ']');
}

void cli_json_failure(struct cli_json *json, const char *code,
                      const char *message) {
  struct courtesy_problem problem = {.code = code, .message = message};
  cli_json_key(json, "errors");
  cli_json_open(json, '[');
  put_problem(json, &problem, 1);
  cli_json_close(json, ']');
}
