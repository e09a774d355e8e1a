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

/* The end of the run of lines from `first` on that makes a region. */
static size_t run_end(const struct mail_page *page, size_t first) {
  const struct mail_line *lines = page->lines.items;
  size_t end = first + 1;
  while (end < page->lines.count && !lines[end].gap &&
         lines[end].zone == lines[first].zone) {
    end++;
  }
  return end;
}

bool mail_add_regions(const struct mail_page *page,
                      struct mail_regions *regions) {
  const struct mail_line *lines = page->lines.items;
  for (size_t i = 0; i < page->lines.count && !regions->failed;) {
    size_t end = run_end(page, i);
    mail_regions_add(regions, (struct mail_region){
                                  .zone = (enum courtesy_zone)lines[i].zone,
                                  .source = MAIL_SOURCE_TEXT,
                                  .after_blank_line = true,
                                  .start = lines[i].start,
                                  .end = lines[end - 1].end,
                              });
    i = end;
  }
  return !regions->failed;
}
