/* SPDX-License-Identifier: MIT */
/*
 * Writes the tables of text/unicode.h as C: text_properties, the different
 * ones; text_property_blocks, a number among them for each of 128 code points;
 * and text_property_places, the block of each 128 code points. Most blocks are
 * like others and are there once.
 *
 * usage: make-unicode FILE
 */
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

static void write_tables(FILE *out, const struct tables *tables) {
  fputs("/* Made by make_unicode.c. */\n#include \"text/unicode.h\"\n\n"
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
