/* SPDX-License-Identifier: MIT */
/* A mailbox and lines of ndjson, read block by block: whatever the size of the
 * blocks, the pieces are the same, and stand in the input as they are told. */
#include "fuzz.h"

#include "pieces.h"
#include "utf8.h"

#include "base/vector.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct place {
  size_t offset;
  size_t size;
  size_t lines;
};

BASE_VECTOR(places, struct place);

/* A descriptor of a file with these bytes, for the reader to close. */
static int file_of(const uint8_t *data, size_t size) {
  static FILE *file;
  if (file == NULL) {
    file = tmpfile();
    FUZZ_HOLDS(file != NULL);
  }
  int descriptor = fileno(file);
  FUZZ_HOLDS(ftruncate(descriptor, 0) == 0);
  FUZZ_HOLDS(lseek(descriptor, 0, SEEK_SET) == 0);
  FUZZ_HOLDS(write(descriptor, data, size) == (ssize_t)size);
  FUZZ_HOLDS(lseek(descriptor, 0, SEEK_SET) == 0);
  return dup(descriptor);
}

/* Messages know where they stand; lines follow each other, the first one a byte
 * order mark. */
static size_t offset_of(const struct cli_piece *piece, size_t behind_last,
                        const uint8_t *data, size_t size) {
  if (piece->form != CLI_LINE) {
    return piece->origin.offset;
  }
  return piece->number == 1 ? cli_utf8_mark_size((const char *)data, size)
                            : behind_last;
}

static void read_pieces(enum cli_input_mode mode, size_t block,
                        const uint8_t *data, size_t size,
                        struct places *places) {
  const struct cli_arguments arguments = {.input = mode, .stdin_path = "-"};
  const struct cli_source source = {.path = "input",
                                    .is_open = true,
                                    .descriptor = file_of(data, size),
                                    .size = SIZE_MAX};
  struct cli_pieces pieces = {0};
  struct cli_piece piece;
  size_t behind_last = 0;
  FUZZ_HOLDS(cli_pieces_open(&pieces, &arguments, &source) == 0);
  pieces.input.block = block;
  while (cli_pieces_next(&pieces, &piece)) {
    struct place place = {offset_of(&piece, behind_last, data, size),
                          piece.size, piece.origin.lines};
    FUZZ_HOLDS(!piece.too_large && place.offset >= behind_last);
    FUZZ_HOLDS(place.offset <= size && place.size <= size - place.offset);
    FUZZ_HOLDS(memcmp(piece.bytes, data + place.offset, place.size) == 0);
    behind_last = place.offset + place.size + (piece.form == CLI_LINE);
    FUZZ_HOLDS(places_add(places, place));
    cli_pieces_ready(&pieces);
  }
  FUZZ_HOLDS(behind_last >= size);
  FUZZ_HOLDS(cli_pieces_close(&pieces) == 0);
  cli_pieces_destroy(&pieces);
}

static void compare_blocks(enum cli_input_mode mode, const uint8_t *data,
                           size_t size) {
  static const size_t blocks[] = {1, 7, 64};
  struct places whole = {0};
  read_pieces(mode, size + 1, data, size, &whole);
  for (size_t i = 0; i < sizeof blocks / sizeof blocks[0]; i++) {
    struct places places = {0};
    read_pieces(mode, blocks[i], data, size, &places);
    FUZZ_HOLDS(places.count == whole.count);
    FUZZ_HOLDS(whole.count == 0 ||
               memcmp(places.items, whole.items,
                      whole.count * sizeof whole.items[0]) == 0);
    places_destroy(&places);
  }
  places_destroy(&whole);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  compare_blocks(CLI_INPUT_MBOX, data, size);
  compare_blocks(CLI_INPUT_NDJSON, data, size);
  return 0;
}
