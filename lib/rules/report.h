/* SPDX-License-Identifier: MIT */
/* Diagnostics: collected, not returned, so that all mistakes are seen. */
#ifndef COURTESY_RULES_REPORT_H
#define COURTESY_RULES_REPORT_H

#include "base/arena.h"
#include "base/vector.h"

#include <courtesy/rules.h>

#include <stdarg.h>

/* Of each severity, so that warnings hide no error: more than anybody mends in
 * one go; keeps hostile files cheap. */
enum { RULES_DIAGNOSTICS_MAX = 1000 };

struct rules_spot {
  const char *name; /* of the file */
  uint32_t file;    /* its number, in the order of reading */
  uint32_t line;
  uint32_t column;
};

struct rules_diagnostic {
  struct courtesy_diagnostic facts;
  uint32_t file;
  uint32_t order; /* among those of one place */
};

BASE_VECTOR(rules_diagnostics, struct rules_diagnostic);

struct rules_report {
  struct base_arena arena; /* names and messages */
  struct rules_diagnostics items;
  size_t errors; /* these count what is not kept, too */
  size_t warnings;
};

void rules_report_destroy(struct rules_report *report);

void rules_error(struct rules_report *report, struct rules_spot place,
                 const char *format, ...) __attribute__((format(printf, 3, 4)));
void rules_warning(struct rules_report *report, struct rules_spot place,
                   const char *format, ...)
    __attribute__((format(printf, 3, 4)));

void rules_report_add(struct rules_report *report,
                      enum courtesy_severity severity, struct rules_spot place,
                      const char *format, va_list arguments)
    __attribute__((format(printf, 4, 0)));

/* Whether an allocation failed; diagnostics may be missing then. */
bool rules_report_failed(const struct rules_report *report);

/* Whether so many errors were found that no more is worth looking for. */
bool rules_report_full(const struct rules_report *report);

/* By file, line and column. */
void rules_report_sort(struct rules_report *report);

#endif
