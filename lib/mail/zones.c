/* SPDX-License-Identifier: MIT */
#include "mail/zones.h"

void mail_mark_zones(struct mail_page *page, struct mail_hints *hints) {
  mail_mark_encoded(page, hints);
  mail_mark_quotes(page, hints);
  mail_mark_forward(page, hints);
  mail_mark_attributions(page, hints);
  mail_mark_code(page);
  mail_mark_disclaimers(page);
  mail_mark_signatures(page);
}

bool mail_add_regions(const struct mail_page *page,
                      struct mail_regions *regions) {
  uint8_t zone = COURTESY_ZONE_COUNT;
  for (size_t i = 0; i < page->lines.count; i++) {
    const struct mail_line *line = &page->lines.items[i];
    if (line->gap || line->zone != zone) {
      mail_regions_add(regions, (struct mail_region){
                                    .zone = (enum courtesy_zone)line->zone,
                                    .source = MAIL_SOURCE_TEXT,
                                    .after_blank_line = true,
                                    .start = line->start,
                                    .end = line->end,
                                });
    } else if (regions->count > 0) {
      regions->items[regions->count - 1].end = line->end;
    }
    zone = line->zone;
    if (regions->failed) {
      return false;
    }
  }
  return true;
}
