/* SPDX-License-Identifier: MIT */
#include "progress.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define BETWEEN 0.1 /* seconds: quick enough to look alive */
#define CLEAR "\r\x1b[K"

double cli_seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

void cli_name_amount(char text[CLI_AMOUNT], double bytes) {
  if (bytes < 1e6) {
    snprintf(text, CLI_AMOUNT, "%.1f kB", bytes / 1e3);
  } else {
    snprintf(text, CLI_AMOUNT, "%.*f MB", bytes < 1e7 ? 1 : 0, bytes / 1e6);
  }
}

void cli_progress_start(struct cli_progress *progress, double delay) {
  progress->start = cli_seconds();
  progress->next = progress->start + delay;
}

/* A terminal that is gone is no reason to stop checking. */
static void draw(const char *text) {
  ssize_t written = write(STDERR_FILENO, text, strlen(text));
  (void)written;
}

void cli_progress_tell(struct cli_progress *progress, size_t messages,
                       size_t bytes) {
  double now;
  if (!progress->wanted || (now = cli_seconds()) < progress->next) {
    return;
  }
  char text[120];
  char amount[CLI_AMOUNT];
  char speed[CLI_AMOUNT];
  cli_name_amount(amount, (double)bytes);
  cli_name_amount(speed, (double)bytes / (now - progress->start + 1e-9));
  snprintf(text, sizeof text, CLEAR "%zu message%s, %s, %s/s", messages,
           messages == 1 ? "" : "s", amount, speed);
  draw(text);
  progress->visible = true;
  progress->next = now + BETWEEN;
}

void cli_progress_hide(struct cli_progress *progress) {
  if (progress->visible) {
    draw(CLEAR);
    progress->visible = false;
  }
}
