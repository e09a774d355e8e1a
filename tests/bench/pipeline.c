/* SPDX-License-Identifier: MIT */
/*
 * Lints a file of messages out of memory, all of them so many times, and
 * prints the bytes, the seconds and the findings: what the library takes
 * without a start and without files.
 *
 *     pipeline [--read] MESSAGES PASSES [RULES…]
 *
 * The pack, and the rule files besides; all marks and the score are made.
 * --read: the sentences, too, of messages in whose language no rule speaks.
 */
#define _POSIX_C_SOURCE 200809L
#include "messages.h"

#include <courtesy/courtesy.h>

#include <stdbool.h>

static enum courtesy_status build(char **paths,
                                  struct courtesy_ruleset **ruleset) {
  struct courtesy_builder *builder = NULL;
  if (*paths == NULL) {
    return courtesy_ruleset_create_pack("en", "", ruleset);
  }
  enum courtesy_status status = courtesy_builder_create(&builder);
  if (status == COURTESY_OK) {
    status = courtesy_builder_add_pack(builder, "en");
  }
  for (; status == COURTESY_OK && *paths != NULL; paths++) {
    struct messages file = read_messages(*paths);
    status =
        file.bytes == NULL
            ? COURTESY_NO_MEMORY
            : courtesy_builder_add_file(builder, *paths, file.bytes, file.size);
    free(file.bytes);
  }
  if (status == COURTESY_OK) {
    status = courtesy_builder_finish(builder, ruleset);
  }
  courtesy_builder_destroy(builder);
  return status;
}

/* Lints each message; returns the number of findings, or -1. */
static long lint_all(struct courtesy_session *session,
                     const struct messages *messages, bool read) {
  long findings = 0;
  const char *end = messages->bytes + messages->size;
  for (const char *text = messages->bytes; text < end;) {
    size_t size = strlen(text);
    struct courtesy_message *message = NULL;
    if (courtesy_message_create(COURTESY_DRAFT, text, size, NULL, &message) !=
            COURTESY_OK ||
        courtesy_session_lint(session, message) != COURTESY_OK) {
      return -1;
    }
    findings += (long)courtesy_session_finding_count(session);
    struct courtesy_mark mark;
    bool marked = courtesy_session_mark(session, 0, &mark);
    if (marked != (courtesy_session_mark_count(session) > 0)) {
      return -1;
    }
    if (read && courtesy_session_sentence_count(session) > size) {
      return -1;
    }
    courtesy_message_destroy(message);
    text += size + 1;
  }
  return findings;
}

int main(int count, char **words) {
  struct courtesy_ruleset *ruleset = NULL;
  struct courtesy_session *session = NULL;
  struct messages messages = {NULL, 0};
  bool read = count > 1 && strcmp(words[1], "--read") == 0;
  words += read;
  count -= read;
  if (count >= 3) {
    messages = read_messages(words[1]);
  }
  if (messages.bytes == NULL || build(words + 3, &ruleset) != COURTESY_OK ||
      courtesy_session_create(ruleset, &session) != COURTESY_OK) {
    return 1;
  }
  long passes = atol(words[2]);
  long findings = 0;
  double start = seconds_now();
  for (long i = 0; i < passes && findings >= 0; i++) {
    findings = lint_all(session, &messages, read);
  }
  printf("%zu %.6f %ld\n", messages.size * (size_t)passes,
         seconds_now() - start, findings);
  courtesy_session_destroy(session);
  courtesy_ruleset_destroy(ruleset);
  free(messages.bytes);
  return findings < 0;
}
