/* SPDX-License-Identifier: MIT */
/*
 * Runs commands in turn, A B A B …, as a shell would, and prints a line for
 * each round: of each command its seconds and the most memory that it had, in
 * kilobytes.
 *
 *     turns ROUNDS A… -- B… [-- …]
 *
 * Small and without a large parent's memory, unlike an interpreter, from which
 * a start would take longer than what is measured.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

enum { MOST_COMMANDS = 8 };

extern char **environ;

static double seconds_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Cuts the words into commands at each "--"; returns their number. */
static int divide(char **words, char **commands[MOST_COMMANDS]) {
  int count = 0;
  while (*words != NULL && count < MOST_COMMANDS) {
    commands[count++] = words;
    while (*words != NULL && strcmp(*words, "--") != 0) {
      words++;
    }
    if (*words != NULL) {
      *words++ = NULL;
    }
  }
  return count;
}

/* False when the command cannot be started. */
static bool run(char **command, const posix_spawn_file_actions_t *files) {
  pid_t child;
  int status;
  struct rusage usage;
  double start = seconds_now();
  if (posix_spawnp(&child, command[0], files, NULL, command, environ) != 0 ||
      wait4(child, &status, 0, &usage) != child) {
    return false;
  }
  printf("%.7f %ld ", seconds_now() - start, usage.ru_maxrss);
  return true;
}

int main(int count, char **words) {
  char **commands[MOST_COMMANDS];
  posix_spawn_file_actions_t files;
  int rounds = count > 2 ? atoi(words[1]) : 0;
  int command_count = rounds > 0 ? divide(words + 2, commands) : 0;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
  for (int round = 0; round < rounds; round++) {
    for (int i = 0; i < command_count; i++) {
      if (!run(commands[i], &files)) {
        fprintf(stderr, "turns: %s does not start\n", commands[i][0]);
        return 1;
      }
    }
    putchar('\n');
  }
  posix_spawn_file_actions_destroy(&files);
  return rounds == 0;
}
