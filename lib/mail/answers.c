/* SPDX-License-Identifier: MIT */
#include "mail/hue.h"
#include "mail/zones.h"

/* The hue in which the author's words on top say that answers stand below. */
static enum mail_hue announced(const struct mail_page *page) {
  enum mail_hue hue = MAIL_HUE_UNSAID;
  for (size_t i = 0;
       i < page->lines.count && mail_is_open(page, i) && hue == MAIL_HUE_UNSAID;
       i++) {
    hue = mail_hue_announced(mail_page_line(page, i));
  }
  return hue;
}

static void open_lines(struct mail_page *page, const struct mail_marked *mark) {
  struct mail_line *lines = page->lines.items;
  for (size_t i = mail_line_from(page, mark->start);
       i < page->lines.count && lines[i].end <= mark->end; i++) {
    if (lines[i].zone == COURTESY_ZONE_FORWARD ||
        lines[i].zone == COURTESY_ZONE_QUOTE) {
      lines[i].zone = COURTESY_ZONE_BODY;
    }
  }
}

void mail_mark_answers(struct mail_page *page, const struct mail_marks *marks) {
  enum mail_hue hue = MAIL_HUE_UNSAID;
  bool asked = false;
  for (size_t i = 0; i < marks->count; i++) {
    const struct mail_marked *mark = &marks->items[i];
    if (mark->hue != MAIL_HUE_UNSAID && !asked) {
      hue = announced(page);
      asked = true;
    }
    if (mark->hue != MAIL_HUE_UNSAID && mark->hue == hue) {
      open_lines(page, mark);
    }
  }
}
