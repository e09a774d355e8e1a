/* SPDX-License-Identifier: MIT */
/* The rule packs built into the library; rules/embed.py writes the data. */
#ifndef COURTESY_RULES_PACK_H
#define COURTESY_RULES_PACK_H

#include <stddef.h>

struct rules_pack_file {
  const char *name; /* its path below rules/, such as "en/blame.yaml" */
  const char *bytes;
  size_t size;
};

extern const struct rules_pack_file rules_pack_files[];
extern const size_t rules_pack_file_count;

#endif
