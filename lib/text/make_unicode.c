/* SPDX-License-Identifier: MIT */
/*
 * Writes the tables of text/unicode.h as C: text_properties, the different
 * ones; text_property_blocks, a number among them for each of 128 code points;
 * and text_property_places, the block of each 128 code points. Most blocks are
 * like others and are there once. And the one of text/letters.h.
 *
 * usage: make-unicode FILE
 */
#include "text/letters.h"
#include "text/unicode_derive.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_PROPERTIES = 2048, PLACES = TEXT_CODE_POINTS / TEXT_BLOCK };

struct tables {
  bool joining[TEXT_CODE_POINTS];
  struct text_property properties[MOST_PROPERTIES];
  size_t property_count;
  uint16_t blocks[PLACES][TEXT_BLOCK];
  size_t block_count;
  uint16_t places[PLACES];
};

static bool same(struct text_property one, struct text_property other) {
  return one.fold == other.fold && one.classes == other.classes &&
         one.word_break == other.word_break &&
         one.typed_break == other.typed_break;
}

static uint16_t number_of(struct tables *tables,
                          struct text_property property) {
  size_t at = 0;
  while (at < tables->property_count &&
         !same(tables->properties[at], property)) {
    at++;
  }
  if (at == MOST_PROPERTIES) {
    fputs("make-unicode: more properties than expected\n", stderr);
    exit(EXIT_FAILURE);
  }
  if (at == tables->property_count) {
    tables->properties[tables->property_count++] = property;
  }
  return (uint16_t)at;
}

static void add_block(struct tables *tables, uint32_t place) {
  uint16_t *block = tables->blocks[tables->block_count];
  for (uint32_t i = 0; i < TEXT_BLOCK; i++) {
    block[i] = number_of(
        tables, text_derive_property(place * TEXT_BLOCK + i, tables->joining));
  }
  size_t at = 0;
  while (memcmp(tables->blocks[at], block, sizeof tables->blocks[at]) != 0) {
    at++;
  }
  tables->block_count += at == tables->block_count ? 1 : 0;
  tables->places[place] = (uint16_t)at;
}

static void write_numbers(FILE *out, const uint16_t *numbers, size_t count) {
  for (size_t i = 0; i < count; i++) {
    fprintf(out, "%u,%s", (unsigned)numbers[i], i % 16 == 15 ? "\n" : "");
  }
}

/* What text/letters.h says of a code point of two bytes. */
static uint32_t pair_of(const struct tables *tables, uint32_t code) {
  struct text_property property = text_derive_property(code, tables->joining);
  uint32_t folded = code + (uint32_t)property.fold;
  switch (property.typed_break) {
  case TEXT_WB_ALETTER:
    return (property.classes & TEXT_FOLDS_ALONE) == 0 || folded < 0x80 ||
                   folded >= TEXT_PAIRS
               ? 0
               : (0xC0 | folded >> 6) | (0x80 | (folded & 0x3F)) << 8 |
                     TEXT_PAIR_LETTER |
                     ((property.classes & TEXT_IS_UPPER) != 0 ? TEXT_PAIR_UPPER
                                                              : 0U);
  case TEXT_WB_OTHER:
  case TEXT_WB_SEGMENT_SPACE:
  case TEXT_WB_MID_NUM:
    return TEXT_PAIR_APART;
  default:
    return 0;
  }
}

static void write_pairs(FILE *out, const struct tables *tables) {
  fputs("const uint32_t text_pairs[TEXT_PAIRS] = {\n", out);
  for (uint32_t code = 0; code < TEXT_PAIRS; code++) {
    fprintf(out, "%u,%s", code < 0x80 ? 0U : (unsigned)pair_of(tables, code),
            code % 8 == 7 ? "\n" : "");
  }
  fputs("};\n", out);
}

static void write_tables(FILE *out, const struct tables *tables) {
  fputs("/* Made by make_unicode.c. */\n#include \"text/letters.h\"\n"
        "#include \"text/unicode.h\"\n\n"
        "const struct text_property text_properties[] = {\n",
        out);
  for (size_t i = 0; i < tables->property_count; i++) {
    const struct text_property *property = &tables->properties[i];
    fprintf(out, "{%d, %u, %u, %u},\n", (int)property->fold,
            (unsigned)property->classes, (unsigned)property->word_break,
            (unsigned)property->typed_break);
  }
  fputs("};\nconst uint16_t text_property_blocks[][TEXT_BLOCK] = {\n", out);
  for (size_t i = 0; i < tables->block_count; i++) {
    fputs("{\n", out);
    write_numbers(out, tables->blocks[i], TEXT_BLOCK);
    fputs("},\n", out);
  }
  fputs("};\nconst uint16_t text_property_places[] = {\n", out);
  write_numbers(out, tables->places, PLACES);
  fputs("};\n", out);
  write_pairs(out, tables);
}

int main(int argc, char **argv) {
  struct tables *tables = calloc(1, sizeof *tables);
  FILE *out = argc == 2 ? fopen(argv[1], "w") : NULL;
  if (tables == NULL || out == NULL) {
    fputs("usage: make-unicode FILE\n", stderr);
    return EXIT_FAILURE;
  }
  text_derive_joining(tables->joining);
  for (uint32_t place = 0; place < PLACES; place++) {
    add_block(tables, place);
  }
  write_tables(out, tables);
  free(tables);
  return fclose(out) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
