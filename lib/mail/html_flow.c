/* SPDX-License-Identifier: MIT */
#include "mail/html_flow.h"

#include "base/eight.h"
#include "base/line_end.h"

#include <string.h>

enum { BLANK_LINE = 2 }; /* line ends in a row that make one */

void mail_html_flow_start(struct mail_html_flow *flow,
                          const struct text_source *from,
                          struct mail_mapped *text, struct mail_marks *marks) {
  *flow = (struct mail_html_flow){
      .from = from,
      .text = text,
      .line_ends = BLANK_LINE,
  };
  mail_html_marker_start(&flow->marker, text, marks);
}

static void add(struct mail_html_flow *flow, const char *bytes, size_t size,
                struct mail_html_span span) {
  mail_mapped_add_for(flow->text, bytes, size, flow->from, span.start,
                      span.end);
}

static void copy(struct mail_html_flow *flow, uint32_t start, uint32_t end) {
  mail_mapped_add_copy(flow->text, flow->from, start, end);
}

static void note_line_end(struct mail_html_flow *flow) {
  flow->separator = 0;
  if (flow->line_ends < BLANK_LINE) {
    flow->line_ends++;
  }
}

static void pay_line_ends(struct mail_html_flow *flow) {
  while (flow->line_ends < flow->owed) {
    add(flow, "\n", 1, flow->by);
    note_line_end(flow);
  }
  flow->owed = 0;
}

/* White space as it stands is copied, so that a fix may span it. */
static void pay_separator(struct mail_html_flow *flow) {
  struct mail_html_span span = flow->separated_by;
  if (flow->separator == 0 || flow->line_ends > 0) {
    flow->separator = 0;
    return;
  }
  if (span.end - span.start == 1 &&
      flow->from->bytes[span.start] == flow->separator) {
    copy(flow, span.start, span.end);
  } else {
    add(flow, &flow->separator, 1, span);
  }
  flow->separator = 0;
}

static void begin(struct mail_html_flow *flow) {
  pay_line_ends(flow);
  pay_separator(flow);
  mail_html_marker_begin(&flow->marker, flow->role, flow->hue);
  if (flow->bullet != NULL) {
    add(flow, flow->bullet, strlen(flow->bullet), flow->item);
    flow->bullet = NULL;
  }
  flow->line_ends = 0;
}

static void end(struct mail_html_flow *flow) {
  mail_html_marker_end(&flow->marker);
}

/* Whether eight bytes are words with single blanks between them, and end
 * within one. */
static bool are_words(const char *bytes) {
  uint64_t eight = base_eight_load(bytes, BASE_EIGHT);
  uint64_t low = ~(base_eight_visible(eight) | eight) & BASE_EACH(0x80);
  return low == base_eight_equal(eight, ' ') && (low & low << 8) == 0 &&
         bytes[BASE_EIGHT - 1] != ' ';
}

/* The end of what can be copied: words with single blanks between them. */
static uint32_t words_end(const struct mail_html_flow *flow, uint32_t at,
                          uint32_t end) {
  const char *bytes = flow->from->bytes;
  while (at < end && bytes[at] != '\0') {
    if (end - at >= BASE_EIGHT && are_words(bytes + at)) {
      at += BASE_EIGHT;
    } else if (!mail_html_is_space(bytes[at])) {
      at++;
    } else if (bytes[at] == ' ' && at + 1 < end &&
               !mail_html_is_space(bytes[at + 1]) && bytes[at + 1] != '\0') {
      at += 2;
    } else {
      break;
    }
  }
  return at;
}

void mail_html_flow_text(struct mail_html_flow *flow,
                         struct mail_html_span span) {
  const char *bytes = flow->from->bytes;
  uint32_t at = span.start;
  while (at < span.end) {
    uint32_t start = at;
    while (at < span.end && mail_html_is_space(bytes[at])) {
      at++;
    }
    if (at > start) {
      mail_html_flow_space(flow, (struct mail_html_span){start, at});
    }
    start = at;
    at = words_end(flow, at, span.end);
    if (at > start) {
      begin(flow);
      copy(flow, start, at);
      end(flow);
    }
    while (at < span.end && bytes[at] == '\0') {
      at++; /* browsers read over it */
    }
  }
}

void mail_html_flow_characters(struct mail_html_flow *flow, const char *bytes,
                               size_t size, struct mail_html_span span) {
  begin(flow);
  add(flow, bytes, size, span);
  end(flow);
}

void mail_html_flow_space(struct mail_html_flow *flow,
                          struct mail_html_span span) {
  if (flow->separator == 0) {
    flow->separator = ' ';
    flow->separated_by = span;
  }
}

/* What must stand before the end of a line: a bullet makes one, too. */
static void finish_line(struct mail_html_flow *flow) {
  if (flow->bullet != NULL) {
    begin(flow);
    end(flow);
  }
  pay_line_ends(flow);
}

void mail_html_flow_break(struct mail_html_flow *flow,
                          struct mail_html_span tag) {
  finish_line(flow);
  add(flow, "\n", 1, tag);
  note_line_end(flow);
}

void mail_html_flow_kept(struct mail_html_flow *flow,
                         struct mail_html_span span) {
  const char *bytes = flow->from->bytes;
  uint32_t at = span.start;
  while (at < span.end) {
    uint32_t start = at;
    while (at < span.end && !base_is_line_end(bytes[at])) {
      at++;
    }
    if (at > start) {
      begin(flow);
      copy(flow, start, at);
      end(flow);
    }
    if (at < span.end) {
      struct base_slice below = {bytes + at, span.end - at};
      uint32_t next = at + (uint32_t)base_line_end_size(below);
      finish_line(flow);
      copy(flow, at, next);
      note_line_end(flow);
      at = next;
    }
  }
}

void mail_html_flow_block(struct mail_html_flow *flow, unsigned line_ends,
                          struct mail_html_span tag) {
  if (line_ends == 0) {
    return;
  }
  if (flow->owed == 0) {
    flow->by = tag;
  }
  if (flow->owed < line_ends) {
    flow->owed = line_ends;
  }
  flow->separator = 0;
}

void mail_html_flow_cell(struct mail_html_flow *flow,
                         struct mail_html_span tag) {
  flow->separator = '\t';
  flow->separated_by = tag;
}

/* All items get the same number: rules ask only whether there is one. */
void mail_html_flow_item(struct mail_html_flow *flow, bool numbered,
                         struct mail_html_span tag) {
  flow->bullet = numbered ? "1. " : "- ";
  flow->item = tag;
}

void mail_html_flow_item_end(struct mail_html_flow *flow) {
  flow->bullet = NULL;
}
