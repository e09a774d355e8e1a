/* SPDX-License-Identifier: MIT */
#include "mail/parts.h"

#include "mail/phrase.h"

/* A string for a slice; NULL for an empty one. */
static const char *string_of(struct courtesy_message *message,
                             struct base_slice slice) {
  return slice.size == 0
             ? NULL
             : base_arena_copy(&message->arena, slice.bytes, slice.size);
}

void mail_parts_publish(struct courtesy_message *message,
                        const struct mail_part_list *parts) {
  struct courtesy_part *views =
      base_arena_alloc(&message->arena, (parts->count + 1) * sizeof *views);
  if (views == NULL) {
    return;
  }
  for (size_t i = 0; i < parts->count; i++) {
    const struct mail_part *part = &parts->items[i];
    views[i] = (struct courtesy_part){
        .parent = part->parent,
        .depth = part->depth,
        .type = string_of(message, part->type),
        .charset = string_of(message, part->charset),
        .encoding = string_of(message, part->encoding),
        .name = part->name,
        .offset =
            message->origin.offset + (size_t)(part->body.bytes - message->raw),
        .length = part->body.size,
        .use = part->use,
    };
  }
  message->parts = views;
  message->part_count = parts->count;
}

bool mail_is_html_at(const struct courtesy_message *message, size_t offset) {
  if (message->kind != COURTESY_MAIL) {
    return message->facts.markup == COURTESY_MARKUP_HTML;
  }
  for (size_t i = message->part_count; i-- > 0;) { /* the innermost first */
    const struct courtesy_part *part = &message->parts[i];
    if (offset >= part->offset && offset - part->offset < part->length) {
      return mail_equals_nocase(base_slice_of(part->type), "text/html");
    }
  }
  return false;
}

size_t courtesy_message_part_count(const struct courtesy_message *message) {
  return message->part_count;
}

const struct courtesy_part *courtesy_message_part(
    const struct courtesy_message *message, size_t index) {
  return index < message->part_count ? &message->parts[index] : NULL;
}
