/* SPDX-License-Identifier: MIT */
/* Lines and columns of a message, as its host counts them. */
#include "mail/message.h"

#include "base/byte_order_mark.h"
#include "mail/wide.h"

/* No editor counts a byte order mark as a column. */
static bool has_mark(const struct courtesy_message *message) {
  struct base_slice raw = {message->raw, message->raw_size};
  return base_byte_order_mark_size(raw) > 0;
}

/* The offset in what is read of one that a host sees. */
static size_t offset_within(const struct courtesy_message *message,
                            size_t offset) {
  const struct courtesy_origin *origin = &message->origin;
  size_t within = offset > origin->offset ? offset - origin->offset : 0;
  if (within > message->raw_size) {
    within = message->raw_size;
  }
  if (message->is_wide) {
    struct text_source whole = mail_mapped_source(&message->whole);
    within = mail_wide_offset(&whole, within);
  }
  return within;
}

static void publish_place(const struct courtesy_message *message,
                          struct mail_place place, uint32_t *line,
                          uint32_t *column) {
  if (place.line == 0 && place.column > 0 && has_mark(message)) {
    place.column--;
  }
  *line = message->origin.lines + place.line + 1;
  *column = place.column + 1;
}

void courtesy_message_position(const struct courtesy_message *message,
                               size_t offset, uint32_t *line,
                               uint32_t *column) {
  size_t within = offset_within(message, offset);
  struct mail_place place =
      mail_place_of(mail_message_bytes(message), message->places, within);
  publish_place(message, place, line, column);
}

void mail_place_span(const struct courtesy_message *message,
                     struct mail_cursor *cursor, struct courtesy_span *span) {
  struct base_slice read = mail_message_bytes(message);
  size_t start = offset_within(message, span->offset);
  size_t end = offset_within(message, span->offset + span->length);
  struct mail_place place = mail_place_behind(
      read, message->places, cursor->place, cursor->offset, start);
  *cursor = (struct mail_cursor){start, place};
  publish_place(message, place, &span->line, &span->column);
  place = mail_place_behind(read, message->places, place, start, end);
  publish_place(message, place, &span->end_line, &span->end_column);
}
