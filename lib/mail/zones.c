/* SPDX-License-Identifier: MIT */
#include "mail/zones.h"

/* The first line that begins at a place of the text or behind it. */
static size_t line_from(const struct mail_page *page, uint32_t place) {
  size_t low = 0;
  size_t high = page->lines.count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (page->lines.items[middle].start < place) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/* Lines in a stretch whose zone is known before; a quote hints at an answer.
 * What is marked as a button may be no label: mail_mark_buttons. */
static void mark_stretches(struct mail_page *page,
                           const struct mail_marks *marks,
                           struct mail_hints *hints) {
  struct mail_line *lines = page->lines.items;
  for (size_t i = 0; i < marks->count; i++) {
    const struct mail_marked *mark = &marks->items[i];
    if (mark->zone == COURTESY_ZONE_BUTTON || mark->hue != MAIL_HUE_UNSAID) {
      continue;
    }
    hints->answers = hints->answers || mark->zone == COURTESY_ZONE_QUOTE ||
                     mark->zone == COURTESY_ZONE_ATTRIBUTION;
    for (size_t line = line_from(page, mark->start);
         line < page->lines.count && lines[line].end <= mark->end; line++) {
      mail_mark(page, line, line + 1, mark->zone);
    }
  }
}

/* Whether any line has one of the traits. */
static bool has_any(const struct mail_page *page, unsigned traits) {
  return (page->traits & traits) != 0;
}

/* A pass runs where a line has a trait that it asks for, or markup tells. */
void mail_mark_zones(struct mail_page *page, const struct mail_marks *marks,
                     struct mail_hints *hints) {
  bool is_marked = marks->count > 0;
  if (is_marked) {
    mark_stretches(page, marks, hints);
  }
  if (has_any(page, MAIL_STARTS_FILE)) {
    mail_mark_encoded(page, hints);
  }
  mail_mark_quotes(page, hints);
  if (has_any(page, MAIL_STARTS_BAR)) {
    mail_mark_tickets(page, hints);
  }
  if (has_any(page, MAIL_HAS_COLON | MAIL_STARTS_BAR | MAIL_STARTS_QUOTE)) {
    mail_mark_forward(page, hints);
  }
  if (has_any(page, MAIL_HAS_COLON | MAIL_STARTS_QUOTE)) {
    mail_mark_attributions(page, hints);
  }
  if (is_marked) {
    mail_mark_answers(page, marks, hints);
  }
  if (hints->sender.size > 0 && page->has_zones) {
    mail_mark_comments(page, hints->sender);
  }
  if (has_any(page, MAIL_STARTS_FENCE | MAIL_IS_INDENTED | MAIL_STARTS_CODE |
                        MAIL_STARTS_NAME | MAIL_HAS_COLON | MAIL_ENDS_BRACE)) {
    mail_mark_code(page);
  }
  if (has_any(page, MAIL_HAS_COLON)) {
    mail_mark_meetings(page);
  }
  mail_mark_disclaimers(page);
  mail_mark_footers(page);
  mail_mark_signatures(page);
  if (is_marked || has_any(page, MAIL_STARTS_LINK)) {
    mail_mark_buttons(page, marks);
  }
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

void mail_add_regions(const struct mail_page *page,
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
}
