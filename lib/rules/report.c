/* SPDX-License-Identifier: MIT */
#include "rules/report.h"

#include "base/sort.h"

void rules_report_destroy(struct rules_report *report) {
  base_arena_destroy(&report->arena);
  rules_diagnostics_destroy(&report->items);
}

bool rules_report_failed(const struct rules_report *report) {
  return report->arena.failed || report->items.failed;
}

bool rules_report_full(const struct rules_report *report) {
  return report->errors >= RULES_DIAGNOSTICS_MAX;
}

void rules_report_add(struct rules_report *report,
                      enum courtesy_severity severity, struct rules_spot place,
                      const char *format, va_list arguments) {
  size_t *count =
      severity == COURTESY_ERROR ? &report->errors : &report->warnings;
  if ((*count)++ >= RULES_DIAGNOSTICS_MAX) {
    return;
  }
  struct rules_diagnostic diagnostic = {
      .facts = {.severity = severity,
                .file = base_arena_string(&report->arena, place.name),
                .line = place.line,
                .column = place.column,
                .message =
                    base_arena_format_list(&report->arena, format, arguments)},
      .file = place.file,
      .order = (uint32_t)report->items.count,
  };
  if (!report->arena.failed) {
    rules_diagnostics_add(&report->items, diagnostic);
  }
}

void rules_error(struct rules_report *report, struct rules_spot place,
                 const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  rules_report_add(report, COURTESY_ERROR, place, format, arguments);
  va_end(arguments);
}

void rules_warning(struct rules_report *report, struct rules_spot place,
                   const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  rules_report_add(report, COURTESY_WARNING, place, format, arguments);
  va_end(arguments);
}

static int compare(const void *left, const void *right) {
  const struct rules_diagnostic *one = left;
  const struct rules_diagnostic *other = right;
  int order = base_order(one->file, other->file);
  if (order == 0) {
    order = base_order(one->facts.line, other->facts.line);
  }
  if (order == 0) {
    order = base_order(one->facts.column, other->facts.column);
  }
  return order != 0 ? order : base_order(one->order, other->order);
}

void rules_report_sort(struct rules_report *report) {
  base_sort(report->items.items, report->items.count,
            sizeof *report->items.items, compare);
}
