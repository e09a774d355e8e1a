/* SPDX-License-Identifier: MIT */
/*
 * Word boundaries against the Unicode test file, lines such as
 *
 *     ÷ 0061 × 0308 ÷ 0020 ÷    # …
 *
 * where ÷ is a boundary and × is none; and the property of every code point
 * against its data file, lines such as
 *
 *     0041..005A    ; ALetter # …
 *
 * Skipped where the files are missing.
 */
#include "text/unicode.h"
#include "text/word_break.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FOLDER "/usr/share/unicode/auxiliary/"
#define TEST_FILE FOLDER "WordBreakTest.txt"
#define PROPERTY_FILE FOLDER "WordBreakProperty.txt"

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

static size_t failing_lines(FILE *file, size_t *lines) {
  char line[LINE_ROOM];
  size_t failed = 0;
  for (*lines = 0; fgets(line, sizeof line, file) != NULL;) {
    struct sample sample;
    read_sample(line, &sample);
    if (sample.size == 0) {
      continue;
    }
    ++*lines;
    if (!passes(&sample)) {
      failed++;
      printf("# fails: %s", line);
    }
  }
  return failed;
}

/* The names in the order of enum text_word_break. */
static const char *const names[] = {
    "Other",        "CR",
    "LF",           "Newline",
    "Extend",       "ZWJ",
    "Format",       "Regional_Indicator",
    "Katakana",     "Hebrew_Letter",
    "ALetter",      "Single_Quote",
    "Double_Quote", "MidNumLet",
    "MidLetter",    "MidNum",
    "Numeric",      "ExtendNumLet",
    "WSegSpace",
};

enum { CODE_POINTS = 0x110000 };

static void read_properties(FILE *file, uint8_t properties[CODE_POINTS]) {
  char line[LINE_ROOM];
  while (fgets(line, sizeof line, file) != NULL) {
    char *end;
    unsigned long first = strtoul(line, &end, 16);
    if (end == line || line[0] == '#') {
      continue;
    }
    unsigned long last =
        strncmp(end, "..", 2) == 0 ? strtoul(end + 2, &end, 16) : first;
    char name[32] = "";
    (void)sscanf(end, " ; %31[A-Za-z_]", name);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
      for (unsigned long code = first;
           strcmp(name, names[i]) == 0 && code <= last && code < CODE_POINTS;
           code++) {
        properties[code] = (uint8_t)i;
      }
    }
  }
}

/* Code points that utf8proc, of a newer or older Unicode, does not know the
 * same way would count here: none do with the versions of Debian 12. */
static size_t differing_properties(FILE *file) {
  static uint8_t properties[CODE_POINTS];
  size_t differ = 0;
  read_properties(file, properties);
  for (uint32_t code = 0; code < CODE_POINTS; code++) {
    enum text_word_break property = text_property_of(code)->word_break;
    if (property == TEXT_WB_PICTOGRAPH) {
      property = TEXT_WB_OTHER;
    }
    if ((uint8_t)property != properties[code]) {
      printf("# differs: U+%04X\n", (unsigned)code);
      differ++;
    }
  }
  return differ;
}

static bool report(int number, bool passed, const char *what, size_t count) {
  printf("%s %d - %s: %zu\n", passed ? "ok" : "not ok", number, what, count);
  return passed;
}

int main(void) {
  FILE *tests = fopen(TEST_FILE, "r");
  FILE *properties = fopen(PROPERTY_FILE, "r");
  if (tests == NULL || properties == NULL) {
    printf("1..0 # SKIP no " TEST_FILE " or no " PROPERTY_FILE "\n");
    return SKIP;
  }
  printf("1..3\n");
  size_t lines;
  size_t failed = failing_lines(tests, &lines);
  bool passed = report(1, lines >= FLOOR, "lines taken, all there are", lines);
  passed &= report(2, failed == 0, "lines that fail", failed);
  size_t differ = differing_properties(properties);
  passed &= report(3, differ == 0, "properties that differ", differ);
  fclose(tests);
  fclose(properties);
  return passed ? EXIT_SUCCESS : EXIT_FAILURE;
}
