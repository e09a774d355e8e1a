/* SPDX-License-Identifier: MIT */
/* What is built into the library; rules/embed.py writes the data. */
#ifndef COURTESY_RULES_PACK_H
#define COURTESY_RULES_PACK_H

#include <stddef.h>
#include <stdint.h>

/* The name stands here, as it is all that is asked of most. */
struct rules_embedded {
  char name[40];
  const char *bytes; /* they begin with a line of the processor's cache */
  size_t size;
  uint64_t hash; /* of the bytes */
};

/* The files of the rule packs by their paths below rules/, such as
 * "en/blame.yaml". */
extern const struct rules_embedded rules_pack_files[];
extern const size_t rules_pack_file_count;

/* Images of packs by language and profile, such as "en-internal". None in the
 * tool that makes them. */
extern const struct rules_embedded rules_pack_images[];
extern const size_t rules_pack_image_count;

#endif
