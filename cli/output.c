/* SPDX-License-Identifier: MIT */
#include "output.h"

#include "retry.h"
#include "utf8.h"

#include <errno.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* The terminal knows best; some, such as those of editors, do not tell. In a
 * very narrow one no report can be read, so that it need not fit. */
static unsigned width_of(int descriptor) {
  enum { USUAL = 80, LEAST = 40, MOST = 1000 };
  struct winsize window;
  if (ioctl(descriptor, TIOCGWINSZ, &window) != 0) {
    return 0;
  }
  const char *columns = getenv("COLUMNS");
  unsigned long width = window.ws_col;
  if (width == 0) {
    width = columns != NULL ? strtoul(columns, NULL, 10) : USUAL;
  }
  return width >= LEAST && width <= MOST ? (unsigned)width : USUAL;
}

/* Empties it; its buffer is too large to be set to anything. */
static void start(struct cli_output *output, int descriptor, bool color,
                  unsigned width) {
  output->descriptor = descriptor;
  output->kept = NULL;
  output->progress = NULL;
  output->error = 0;
  output->color = color;
  output->width = width;
  output->used = 0;
}

void cli_output_open(struct cli_output *output, int descriptor, bool color) {
  start(output, descriptor, color, width_of(descriptor));
}

void cli_output_keep(struct cli_output *output, struct cli_bytes *kept,
                     const struct cli_output *later) {
  start(output, -1, later->color, later->width);
  output->kept = kept;
}

static void write_all(struct cli_output *output, const char *bytes,
                      size_t size) {
  if (output->kept != NULL) {
    cli_bytes_add(output->kept, bytes, size);
    return;
  }
  if (size > 0 && output->progress != NULL) {
    cli_progress_hide(output->progress);
  }
  while (size > 0 && output->error == 0) {
    ssize_t written = write(output->descriptor, bytes, size);
    if (written >= 0) {
      bytes += written;
      size -= (size_t)written;
    } else if (!cli_retry(output->descriptor, POLLOUT)) {
      output->error = errno;
    }
  }
}

bool cli_output_flush(struct cli_output *output) {
  write_all(output, output->buffer, output->used);
  output->used = 0;
  return output->error == 0;
}

void cli_output_bytes(struct cli_output *output, const char *bytes,
                      size_t size) {
  if (size > sizeof output->buffer - output->used) {
    cli_output_flush(output);
  }
  if (size > sizeof output->buffer) {
    write_all(output, bytes, size);
  } else if (size > 0) {
    memcpy(output->buffer + output->used, bytes, size);
    output->used += size;
  }
}

void cli_output_string(struct cli_output *output, const char *string) {
  cli_output_bytes(output, string, strlen(string));
}

unsigned cli_output_number(struct cli_output *output, size_t number) {
  enum { MOST = 20 }; /* digits, of 2^64 - 1 */
  char digits[2 * MOST] = {0};
  size_t first = MOST;
  do {
    digits[--first] = (char)('0' + number % 10);
    number /= 10;
  } while (number > 0);
  /* As many as there may be, whose number is known and needs no call. */
  memcpy(cli_output_room(output, MOST), digits + first, MOST);
  output->used += MOST - first;
  return (unsigned)(MOST - first);
}

void cli_output_format(struct cli_output *output, const char *format, ...) {
  char text[1024];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  cli_output_string(output, text);
}

void cli_output_repeat(struct cli_output *output, char byte, size_t count) {
  for (size_t i = 0; i < count; i++) {
    cli_output_byte(output, byte);
  }
}

size_t cli_stand_in(unsigned code_point, char out[4]) {
  if (code_point == '\n' || code_point == '\t') {
    out[0] = ' ';
    return 1;
  }
  if (code_point < 0x20) {
    return cli_utf8_encode(0x2400 + code_point, out); /* ␀ … ␟ */
  }
  return cli_utf8_encode(code_point == 0x7F ? 0x2421 : 0xFFFD, out);
}

void cli_output_shown(struct cli_output *output, const char *bytes,
                      size_t size) {
  size_t kept = 0; /* bytes[kept, i) go out as they are */
  for (size_t i = 0; i < size;) {
    i += cli_utf8_plain_size(bytes + i, size - i);
    if (i == size) {
      break;
    }
    struct cli_character c = cli_utf8_decode(bytes + i, size - i);
    if (!c.valid || cli_utf8_steers(c.code_point)) {
      char shown[4];
      cli_output_bytes(output, bytes + kept, i - kept);
      cli_output_bytes(output, shown, cli_stand_in(c.code_point, shown));
      kept = i + c.size;
    }
    i += c.size;
  }
  cli_output_bytes(output, bytes + kept, size - kept);
}

void cli_output_shown_string(struct cli_output *output, const char *string) {
  cli_output_shown(output, string, strlen(string));
}

void cli_output_style(struct cli_output *output, enum cli_style style) {
  static const char *const codes[] = {
      [CLI_PLAIN] = "\x1b[0m",   [CLI_BOLD] = "\x1b[1m",
      [CLI_FAINT] = "\x1b[2m",   [CLI_RED] = "\x1b[1;31m",
      [CLI_YELLOW] = "\x1b[33m", [CLI_CYAN] = "\x1b[36m",
      [CLI_GREEN] = "\x1b[32m",
  };
  if (output->color) {
    cli_output_string(output, codes[style]);
  }
}

static void complain(struct cli_output *errors, const char *format,
                     va_list arguments) {
  char usual[1024];
  char *longer = NULL; /* for the path of a file that cannot be, say */
  struct cli_output standard;
  va_list again;
  va_copy(again, arguments);
  if (errors == NULL) {
    cli_output_open(&standard, STDERR_FILENO, false);
    errors = &standard;
  }
  size_t size = (size_t)vsnprintf(usual, sizeof usual, format, arguments) + 1;
  if (size > sizeof usual && (longer = malloc(size)) != NULL) {
    vsnprintf(longer, size, format, again);
  }
  va_end(again);
  cli_output_string(errors, "courtesy: ");
  cli_output_shown_string(errors, longer != NULL ? longer : usual);
  cli_output_string(errors, "\n");
  free(longer);
  if (errors->kept == NULL) {
    cli_output_flush(errors);
  }
}

void cli_complain(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  complain(NULL, format, arguments);
  va_end(arguments);
}

void cli_complain_to(struct cli_output *errors, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  complain(errors, format, arguments);
  va_end(arguments);
}

static bool is_set(const char *variable) {
  const char *value = getenv(variable);
  return value != NULL && value[0] != '\0';
}

bool cli_color_wanted(enum cli_color wish, int descriptor) {
  if (wish != CLI_COLOR_AUTO) {
    return wish == CLI_COLOR_ALWAYS;
  }
  if (is_set("NO_COLOR")) {
    return false;
  }
  if (is_set("CLICOLOR_FORCE") && strcmp(getenv("CLICOLOR_FORCE"), "0") != 0) {
    return true;
  }
  const char *terminal = getenv("TERM");
  return isatty(descriptor) && terminal != NULL &&
         strcmp(terminal, "dumb") != 0;
}
