/* SPDX-License-Identifier: MIT */
/*
 * What a mail program may do when somebody presses "Send": it knows subject,
 * recipients and attachments already, and the text as it was typed, so that
 * nobody needs to make a MIME message first.
 *
 *     cc compose.c $(pkg-config --cflags --libs libcourtesy) -o compose
 */
#include <courtesy/courtesy.h>

#include <stdio.h>
#include <string.h>

/* What stands in the window of the mail program. */
static const char text[] =
    "Hi Tom,\n"
    "\n"
    "please find attached the plan of the garden; Kim has the list of\n"
    "plants. Could you look through both by Thursday? Thank you!\n"
    "\n"
    "Kind regards,\n"
    "Ana\n";

static const struct courtesy_facts facts = {
    .subject = "ATTENTION: YOUR GARDEN",
    .from = "Ana Lima <ana@example.com>",
    .to = "Zoe Park <zoe@example.com>, Kim Roth <kim@example.com>",
    .reply = COURTESY_NO,
    .automatic = COURTESY_NO,
    .attachments_known = true, /* and there are none */
};

/* A finding in the subject counts in the subject's own bytes. */
static void print_finding(const struct courtesy_finding *finding) {
  const struct courtesy_span *span = &finding->span;
  printf("%s %u:%u: %s: %s\n", span->in_subject ? "subject" : "text",
         span->line, span->column, courtesy_severity_name(finding->severity),
         finding->message);
}

/* Prints what was found; *worst is its highest severity. */
static enum courtesy_status review(struct courtesy_session *session,
                                   enum courtesy_severity *worst) {
  struct courtesy_message *message;
  enum courtesy_status status = courtesy_message_create(
      COURTESY_DRAFT, text, strlen(text), &facts, &message);
  if (status != COURTESY_OK) {
    return status;
  }
  status = courtesy_session_lint(session, message);
  if (status == COURTESY_OK) {
    *worst = COURTESY_OFF;
    for (size_t i = 0; i < courtesy_session_finding_count(session); i++) {
      const struct courtesy_finding *finding =
          courtesy_session_finding(session, i);
      print_finding(finding);
      *worst = finding->severity > *worst ? finding->severity : *worst;
    }
  }
  courtesy_message_destroy(message);
  return status;
}

int main(void) {
  struct courtesy_ruleset *ruleset = NULL;
  struct courtesy_session *session = NULL;
  enum courtesy_severity worst = COURTESY_OFF;
  enum courtesy_status status =
      courtesy_ruleset_create_pack("en", "", &ruleset);
  if (status == COURTESY_OK) {
    status = courtesy_session_create(ruleset, &session);
  }
  if (status == COURTESY_OK) {
    status = review(session, &worst);
  }
  courtesy_session_destroy(session);
  courtesy_ruleset_destroy(ruleset);
  if (status != COURTESY_OK) {
    fprintf(stderr, "compose: %s\n", courtesy_status_text(status));
    return 2;
  }
  puts(worst >= COURTESY_WARNING ? "Send it all the same?" : "Sent.");
  return 0;
}
