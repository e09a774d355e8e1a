/* SPDX-License-Identifier: MIT */
/* What the command writes, and how it says that something went wrong. */
#ifndef COURTESY_CLI_OUTPUT_H
#define COURTESY_CLI_OUTPUT_H

#include "memory.h"
#include "progress.h"

#include <stdbool.h>
#include <stddef.h>

enum { CLI_OUTPUT_BUFFER = 1 << 14 };

/* A buffered file descriptor. An error sticks: nothing is written then. */
struct cli_output {
  int descriptor;
  struct cli_bytes *kept; /* what is written goes there instead; or NULL */
  struct cli_progress *progress; /* on the same terminal; or NULL */
  int error; /* errno of the first write that failed, or 0 */
  bool color;
  unsigned width; /* columns of the terminal; 0: it is none */
  size_t used;
  char buffer[CLI_OUTPUT_BUFFER];
};

void cli_output_open(struct cli_output *output, int descriptor, bool color);
/* Into memory, behind what is there, to be written by `later`, whose colour
 * and width it takes on. */
void cli_output_keep(struct cli_output *output, struct cli_bytes *kept,
                     const struct cli_output *later);
/* False when something could not be written, now or earlier. */
bool cli_output_flush(struct cli_output *output);

void cli_output_bytes(struct cli_output *output, const char *bytes,
                      size_t size);
/* Where so many bytes, no more than a buffer's, may be written; as many as
 * `used` then grows by are. */
static inline char *cli_output_room(struct cli_output *output, size_t size) {
  if (size > sizeof output->buffer - output->used) {
    cli_output_flush(output);
  }
  return output->buffer + output->used;
}

static inline void cli_output_byte(struct cli_output *output, char byte) {
  *cli_output_room(output, 1) = byte;
  output->used++;
}

void cli_output_string(struct cli_output *output, const char *string);
/* In decimal digits; returns how many. */
unsigned cli_output_number(struct cli_output *output, size_t number);
/* As printf, for at most 1,023 bytes of our own words. */
__attribute__((format(printf, 2, 3))) void cli_output_format(
    struct cli_output *output, const char *format, ...);
void cli_output_repeat(struct cli_output *output, char byte, size_t count);

/* Foreign bytes for a person's eyes: what would steer a terminal or is not
 * UTF-8 is shown by a stand-in (ESC as U+241B), a line feed or tab as a
 * blank. */
void cli_output_shown(struct cli_output *output, const char *bytes,
                      size_t size);
void cli_output_shown_string(struct cli_output *output, const char *string);

/* What cli_output_shown writes for a character that steers; at most 4
 * bytes. */
size_t cli_stand_in(unsigned code_point, char out[4]);

/* How a word is painted where there is colour. */
enum cli_style {
  CLI_PLAIN = 0,
  CLI_BOLD,
  CLI_FAINT,
  CLI_RED,
  CLI_YELLOW,
  CLI_CYAN,
  CLI_GREEN,
};

void cli_output_style(struct cli_output *output, enum cli_style style);

/* Writes "courtesy: …" and a line end to standard error, foreign bytes in
 * it shown as by cli_output_shown. */
__attribute__((format(printf, 1, 2))) void cli_complain(const char *format,
                                                        ...);
/* The same on `errors`, at once unless they are kept; NULL is standard
 * error. */
__attribute__((format(printf, 2, 3))) void cli_complain_to(
    struct cli_output *errors, const char *format, ...);

enum cli_color { CLI_COLOR_AUTO = 0, CLI_COLOR_ALWAYS, CLI_COLOR_NEVER };

/* Whether to paint on a descriptor: the option first, then NO_COLOR,
 * CLICOLOR_FORCE, and whether a terminal is there. */
bool cli_color_wanted(enum cli_color wish, int descriptor);

#endif
