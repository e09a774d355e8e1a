/* SPDX-License-Identifier: MIT */
/* A bench for sessions: a rule file and a message in, results out. */
#ifndef COURTESY_TESTS_LAB_H
#define COURTESY_TESTS_LAB_H

#include <courtesy/courtesy.h>

struct lab {
  struct courtesy_ruleset *ruleset;
  struct courtesy_session *session;
  struct courtesy_message *message;
};

/* Fails the test, printing all diagnostics, when the rules are not sound. */
void lab_rules(struct lab *lab, const char *rules);
/* The same of several files. */
void lab_rules_of(struct lab *lab, const char *const *files, size_t count);
void lab_lint(struct lab *lab, enum courtesy_kind kind, const char *text);
void lab_lint_with(struct lab *lab, enum courtesy_kind kind, const char *text,
                   const struct courtesy_facts *facts);
void lab_close(struct lab *lab);

/* "rule@line:column+length rule@…": all findings, in their order. */
const char *lab_findings(const struct lab *lab);
/* "zone:offset+length …" */
const char *lab_zones(const struct lab *lab);
/* "id@offset+length …" */
const char *lab_marks(const struct lab *lab);

#endif
