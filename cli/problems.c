/* SPDX-License-Identifier: MIT */
#include "problems.h"

#include <stdio.h>
#include <string.h>

static void count_problem(struct cli_problem problems[CLI_MOST_CODES],
                          size_t *count,
                          const struct courtesy_problem *problem) {
  size_t i = 0;
  while (i < *count && strcmp(problems[i].first->code, problem->code) != 0) {
    i++;
  }
  if (i < *count) {
    problems[i].count++;
  } else if (i < CLI_MOST_CODES) {
    problems[(*count)++] = (struct cli_problem){problem, 1};
  }
}

size_t cli_problems_of(const struct courtesy_message *message,
                       const struct courtesy_session *session,
                       struct cli_problem problems[CLI_MOST_CODES]) {
  size_t count = 0;
  for (size_t i = 0; i < courtesy_message_problem_count(message); i++) {
    count_problem(problems, &count, courtesy_message_problem(message, i));
  }
  for (size_t i = 0; i < courtesy_session_problem_count(session); i++) {
    count_problem(problems, &count, courtesy_session_problem(session, i));
  }
  return count;
}

static bool is_other_language(const struct courtesy_problem *problem) {
  return strcmp(problem->code, "other-language") == 0;
}

const struct courtesy_problem *cli_other_language(
    const struct courtesy_session *session) {
  for (size_t i = 0; i < courtesy_session_problem_count(session); i++) {
    const struct courtesy_problem *problem =
        courtesy_session_problem(session, i);
    if (is_other_language(problem)) {
      return problem;
    }
  }
  return NULL;
}

static void complain_of(const struct cli_result *result,
                        const struct cli_problem *problem,
                        struct cli_output *errors) {
  const struct courtesy_problem *first = problem->first;
  char place[32] = "";
  char others[48] = "";
  if (first->has_offset) {
    uint32_t line;
    uint32_t column;
    courtesy_message_position(result->message, first->offset, &line, &column);
    snprintf(place, sizeof place, ":%u:%u", line, column);
  }
  if (problem->count > 1) {
    snprintf(others, sizeof others, " (and %zu more like it)",
             problem->count - 1);
  }
  cli_complain_to(errors, "%s%s: %s%s", result->path, place, first->message,
                  others);
}

void cli_complain_of_problems(const struct cli_result *result,
                              struct cli_output *errors) {
  struct cli_problem problems[CLI_MOST_CODES];
  size_t count = cli_problems_of(result->message, result->session, problems);
  for (size_t i = 0; i < count; i++) {
    if (!is_other_language(problems[i].first)) {
      complain_of(result, &problems[i], errors);
    }
  }
}
