/* SPDX-License-Identifier: MIT */
/* Each allocation that a line of ndjson needs fails once. The command may end
 * then, and say so; what it reads is what was written. */
#include "json_in.h"
#include "refusal.h"

#include <sys/wait.h>
#include <unistd.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define TEXT "Hi Ana, the list is nearly done; I send it round before noon."

static const char json[] =
    "{\"id\": 1, \"text\": \"" TEXT "\", \"to\": \"Ana <ana@acme.example>\", "
    "\"attachments\": [\"list.txt\"], \"base64\": null}";

enum outcome { GIVEN_UP = 2, READ = 10, READ_WITHOUT_REFUSAL, MISREAD };

/* What a process of its own makes of the line, with that many allocations. */
static int read_with(size_t granted) {
  pid_t child = fork();
  if (child == 0) {
    static struct cli_line line;
    static const struct courtesy_facts none;
    close(STDERR_FILENO);
    refusal_after(granted);
    bool read = cli_line_read(&line, json, strlen(json), &none);
    bool refused = refusal_end();
    bool right = read && line.size == strlen(TEXT) &&
                 memcmp(line.bytes, TEXT, line.size) == 0 &&
                 strcmp(line.facts.to, "Ana <ana@acme.example>") == 0 &&
                 strcmp(line.attachments[0], "list.txt") == 0;
    _exit(!right ? MISREAD : refused ? READ : READ_WITHOUT_REFUSAL);
  }
  int status = 0;
  assert_int_equal(waitpid(child, &status, 0), child);
  assert_true(WIFEXITED(status));
  return WEXITSTATUS(status);
}

static void nothing_is_misread_for_lack_of_memory(void **state) {
  (void)state;
  cli_line_prepare();
  size_t granted = 0;
  int outcome;
  while ((outcome = read_with(granted)) != READ_WITHOUT_REFUSAL) {
    assert_true(outcome == GIVEN_UP || outcome == READ);
    granted++;
  }
  assert_true(granted > 10);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(nothing_is_misread_for_lack_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
