/* SPDX-License-Identifier: MIT */
/* What the writer and the reader of images have in common. */
#include "rules/image.h"

#include <string.h>

#define ITEM_SIZE(section, type) sizeof(type),
const size_t rules_image_item_sizes[RULES_IMAGE_SECTION_COUNT] = {
    RULES_IMAGE_SECTIONS(ITEM_SIZE)};

struct image_header rules_image_header(void) {
  struct image_header header = {
      .version = RULES_IMAGE_VERSION,
      .byte_order = RULES_IMAGE_BYTE_ORDER,
      .hash = text_word_hash(RULES_IMAGE_MAGIC, sizeof header.magic),
  };
  memcpy(header.magic, RULES_IMAGE_MAGIC, sizeof header.magic);
  return header;
}
