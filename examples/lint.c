/* SPDX-License-Identifier: MIT */
/*
 * The smallest program around libcourtesy: lints standard input and prints a
 * line for each finding.
 *
 *     cc lint.c $(pkg-config --cflags --libs libcourtesy) -o lint
 *     ./lint < rude.txt
 */
#include <courtesy/courtesy.h>

#include <stdio.h>

static void print_findings(const struct courtesy_session *session) {
  for (size_t i = 0; i < courtesy_session_finding_count(session); i++) {
    const struct courtesy_finding *finding =
        courtesy_session_finding(session, i);
    printf("%u:%u: %s [%s]\n", finding->span.line, finding->span.column,
           finding->message, finding->rule);
  }
}

static enum courtesy_status lint(const struct courtesy_ruleset *ruleset,
                                 const char *text, size_t size) {
  struct courtesy_session *session;
  struct courtesy_message *message;
  enum courtesy_status status = courtesy_session_create(ruleset, &session);
  if (status != COURTESY_OK) {
    return status;
  }
  status = courtesy_message_create(COURTESY_DRAFT, text, size, NULL, &message);
  if (status == COURTESY_OK) {
    status = courtesy_session_lint(session, message);
    if (status == COURTESY_OK) {
      print_findings(session); /* they point into session and message */
    }
    courtesy_message_destroy(message);
  }
  courtesy_session_destroy(session);
  return status;
}

int main(void) {
  static char text[1 << 20]; /* enough for a draft; the rest is not read */
  size_t size = fread(text, 1, sizeof text, stdin);
  struct courtesy_ruleset *ruleset;
  enum courtesy_status status =
      courtesy_ruleset_create_pack("en", "", &ruleset);
  if (status == COURTESY_OK) {
    status = lint(ruleset, text, size);
    courtesy_ruleset_destroy(ruleset);
  }
  if (status != COURTESY_OK) {
    fprintf(stderr, "lint: %s\n", courtesy_status_text(status));
    return 2;
  }
  return 0;
}
