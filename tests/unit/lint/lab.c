/* SPDX-License-Identifier: MIT */
#include "lab.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* One test runs at a time, so one line of text is enough. */
static char line[4096];

static void append(const char *format, ...) {
  size_t size = strlen(line);
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(line + size, sizeof line - size, format, arguments);
  va_end(arguments);
}

static const char *separator(void) {
  return line[0] == '\0' ? "" : " ";
}

void lab_rules_of(struct lab *lab, const char *const *files, size_t count) {
  struct courtesy_builder *builder;
  *lab = (struct lab){0};
  assert_int_equal(courtesy_builder_create(&builder), COURTESY_OK);
  for (size_t i = 0; i < count; i++) {
    courtesy_builder_add_file(builder, "rules.yaml", files[i],
                              strlen(files[i]));
  }
  enum courtesy_status status = courtesy_builder_finish(builder, &lab->ruleset);
  for (size_t i = 0; i < courtesy_builder_diagnostic_count(builder); i++) {
    const struct courtesy_diagnostic *said =
        courtesy_builder_diagnostic(builder, i);
    if (said->severity == COURTESY_ERROR) {
      print_error("%s:%u:%u: %s\n", said->file, said->line, said->column,
                  said->message);
    }
  }
  courtesy_builder_destroy(builder);
  assert_int_equal(status, COURTESY_OK);
  assert_int_equal(courtesy_session_create(lab->ruleset, &lab->session),
                   COURTESY_OK);
}

void lab_rules(struct lab *lab, const char *rules) {
  lab_rules_of(lab, &rules, 1);
}

void lab_lint_with(struct lab *lab, enum courtesy_kind kind, const char *text,
                   const struct courtesy_facts *facts) {
  courtesy_message_destroy(lab->message);
  lab->message = NULL;
  assert_int_equal(
      courtesy_message_create(kind, text, strlen(text), facts, &lab->message),
      COURTESY_OK);
  assert_int_equal(courtesy_session_lint(lab->session, lab->message),
                   COURTESY_OK);
}

void lab_lint(struct lab *lab, enum courtesy_kind kind, const char *text) {
  lab_lint_with(lab, kind, text, NULL);
}

void lab_close(struct lab *lab) {
  courtesy_session_destroy(lab->session);
  courtesy_message_destroy(lab->message);
  courtesy_ruleset_destroy(lab->ruleset);
}

const char *lab_findings(const struct lab *lab) {
  line[0] = '\0';
  for (size_t i = 0; i < courtesy_session_finding_count(lab->session); i++) {
    const struct courtesy_finding *finding =
        courtesy_session_finding(lab->session, i);
    append("%s%s@%u:%u+%zu", separator(), finding->rule, finding->span.line,
           finding->span.column, finding->span.length);
  }
  return line;
}

const char *lab_zones(const struct lab *lab) {
  line[0] = '\0';
  for (size_t i = 0; i < courtesy_session_zone_count(lab->session); i++) {
    struct courtesy_zone_span zone;
    courtesy_session_zone(lab->session, i, &zone);
    append("%s%s:%zu+%zu", separator(), courtesy_zone_name(zone.zone),
           zone.span.offset, zone.span.length);
  }
  return line;
}

const char *lab_marks(const struct lab *lab) {
  line[0] = '\0';
  for (size_t i = 0; i < courtesy_session_mark_count(lab->session); i++) {
    struct courtesy_mark mark;
    courtesy_session_mark(lab->session, i, &mark);
    append("%s%s@%zu+%zu", separator(), mark.id, mark.span.offset,
           mark.span.length);
  }
  return line;
}
