/* SPDX-License-Identifier: MIT */
/*
 * Word boundaries against the Unicode test file, lines such as
 *
 *     ÷ 0061 × 0308 ÷ 0020 ÷    # …
 *
 * where ÷ is a boundary and × is none. Skipped where the file is missing.
 */
#include "text/unicode.h"
#include "text/word_break.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TEST_FILE "/usr/share/unicode/auxiliary/WordBreakTest.txt"

enum {
  SKIP = 77,        /* Meson's exit status of a skipped test */
  FLOOR = 1800,     /* Unicode 15.0 has 1,823 lines; later files have more */
  LINE_ROOM = 4096, /* comments make the lines long */
};

struct sample {
  char bytes[256];
  size_t size;
  bool boundary[257]; /* before bytes[i]; at the end for i = size */
};

static void read_sample(const char *line, struct sample *sample) {
  memset(sample, 0, sizeof *sample);
  const char *at = line;
  while (*at != '\0' && *at != '#' && *at != '\n') {
    if (strncmp(at, "÷", 2) == 0) {
      sample->boundary[sample->size] = true;
      at += 2;
    } else if (strncmp(at, "×", 2) == 0) {
      at += 2;
    } else if (*at == ' ' || *at == '\t') {
      at++;
    } else {
      char *end;
      uint32_t code = (uint32_t)strtoul(at, &end, 16);
      sample->size += text_encode(code, sample->bytes + sample->size);
      at = end == at ? at + 1 : end;
    }
  }
}

static bool passes(const struct sample *sample) {
  bool found[257] = {true};
  for (size_t at = 0; at < sample->size;) {
    at =
        text_word_break_after(sample->bytes, sample->size, at, TEXT_WORD_UAX29);
    found[at] = true;
  }
  return memcmp(found, sample->boundary, sample->size + 1) == 0;
}

int main(void) {
  FILE *file = fopen(TEST_FILE, "r");
  if (file == NULL) {
    printf("1..0 # SKIP no " TEST_FILE "\n");
    return SKIP;
  }
  char line[LINE_ROOM];
  size_t lines = 0;
  size_t failed = 0;
  while (fgets(line, sizeof line, file) != NULL) {
    struct sample sample;
    read_sample(line, &sample);
    if (sample.size == 0) {
      continue;
    }
    lines++;
    if (!passes(&sample)) {
      failed++;
      printf("# fails: %s", line);
    }
  }
  fclose(file);
  printf("1..2\n");
  printf("%s 1 - %zu lines taken, all there are\n",
         lines >= FLOOR ? "ok" : "not ok", lines);
  printf("%s 2 - %zu of them fail\n", failed == 0 ? "ok" : "not ok", failed);
  return lines >= FLOOR && failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
