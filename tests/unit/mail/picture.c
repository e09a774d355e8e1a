/* SPDX-License-Identifier: MIT */
#include "picture.h"

#include "base/buffer.h"
#include "mail/message.h"

#include <string.h>

struct courtesy_message *message_of(enum courtesy_kind kind, const char *text,
                                    const struct courtesy_facts *facts) {
  struct courtesy_message *message = NULL;
  assert_int_equal(
      courtesy_message_create(kind, text, strlen(text), facts, &message),
      COURTESY_OK);
  return message;
}

/* The zone of a place of the input, "" outside all regions. */
static const char *zone_at(const struct courtesy_message *message,
                           size_t offset) {
  for (size_t i = 0; i < message->regions.count; i++) {
    const struct mail_region *region = &message->regions.items[i];
    const struct text_source *source = &message->sources[region->source];
    uint32_t start;
    uint32_t end;
    text_source_raw(source, region->start, region->end, &start, &end);
    if (offset >= start && offset < end) {
      return courtesy_zone_name(region->zone);
    }
  }
  return "";
}

static const char *after_bar(const char *line) {
  const char *bar = strchr(line, '|');
  assert_non_null(bar);
  return bar[1] == ' ' ? bar + 2 : bar + 1;
}

static struct base_buffer text_of(const char *picture) {
  struct base_buffer text = {0};
  for (const char *line = picture; *line != '\0';
       line = strchr(line, '\n') + 1) {
    const char *start = after_bar(line);
    base_buffer_add(&text, start, (size_t)(strchr(line, '\n') + 1 - start));
  }
  return text;
}

void assert_zones_of(enum courtesy_kind kind, const char *picture) {
  struct base_buffer text = text_of(picture);
  struct courtesy_message *message = message_of(kind, text.bytes, NULL);
  size_t offset = 0;
  for (const char *line = picture; *line != '\0';
       line = strchr(line, '\n') + 1) {
    const char *start = after_bar(line);
    size_t size = (size_t)(strchr(line, '\n') + 1 - start);
    size_t word = strcspn(line, " |");
    const char *zone = zone_at(message, offset + strspn(start, " \t"));
    if (strlen(zone) != word || strncmp(zone, line, word) != 0) {
      fail_msg("found \"%s\" at: %.*s", zone, (int)strcspn(line, "\n"), line);
    }
    offset += size;
  }
  courtesy_message_destroy(message);
  base_buffer_destroy(&text);
}

void assert_zones(const char *picture) {
  assert_zones_of(COURTESY_DRAFT, picture);
}
