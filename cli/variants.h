/* SPDX-License-Identifier: MIT */
/*
 * The same sentence as it may come in a mail. A rule must find the same place
 * in each of them:
 *
 *     I told you "now", didn't I?        as written
 *     I told you “now”, didn’t I?        curly quotes, and so on
 */
#ifndef COURTESY_CLI_VARIANTS_H
#define COURTESY_CLI_VARIANTS_H

#include "memory.h"

enum cli_variant_id {
  CLI_AS_WRITTEN = 0,
  CLI_WRAPPED,    /* at 40 columns */
  CLI_CURLY,      /* typographic quotation marks and apostrophes */
  CLI_DECOMPOSED, /* letters and accents apart: NFD */
  CLI_CAPITALS,
  CLI_QUOTED, /* "> " before each line, below a line of one's own */
  CLI_VARIANT_COUNT,
};

struct cli_variant {
  struct cli_bytes text;
  size_t *offsets; /* of the text for each byte of the sentence, and its end */
  size_t offset_capacity;
};

/* What a failing sentence's report calls it: "wrapped at 40 columns". */
const char *cli_variant_name(enum cli_variant_id id);

/* Writes the variant of a sentence; the variant's memory is used again.
 * False when it is no other than the sentence itself. */
bool cli_variant_make(struct cli_variant *variant, enum cli_variant_id id,
                      const char *sentence, size_t size);
void cli_variant_destroy(struct cli_variant *variant);

#endif
