/* SPDX-License-Identifier: MIT */
#include "map.h"

void fuzz_check_map(const struct mail_mapped *text, size_t start, size_t end,
                    bool in_order) {
  struct text_source source = mail_mapped_source(text);
  uint32_t last = (uint32_t)start;
  FUZZ_HOLDS(!mail_mapped_failed(text));
  FUZZ_HOLDS(source.size == text->bytes.size);
  for (uint32_t i = 0; i < source.size; i++) {
    uint32_t raw_start;
    uint32_t raw_end;
    text_source_raw(&source, i, i + 1, &raw_start, &raw_end);
    FUZZ_HOLDS(raw_start >= last && raw_end >= raw_start && raw_end <= end);
    last = in_order ? raw_start : last;
  }
}
