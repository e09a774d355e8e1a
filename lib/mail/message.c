/* SPDX-License-Identifier: MIT */
#include "mail/message.h"

#include "mail/body.h"
#include "mail/facts.h"
#include "mail/header.h"
#include "mail/line.h"
#include "mail/phrase.h"
#include "mail/subject.h"
#include "mail/zones.h"

#include <stdlib.h>

/* What is held only while a message is made. */
struct draft {
  struct mail_fields fields;
  struct mail_page page;
  struct mail_hints hints;
};

static struct base_slice raw_of(const struct courtesy_message *message) {
  return (struct base_slice){message->raw, message->raw_size};
}

/* Takes the header off; the offset of the text. */
static size_t read_header(const struct courtesy_message *message,
                          struct mail_fields *fields) {
  switch (message->kind) {
  case COURTESY_MAIL:
    return mail_header_read(raw_of(message), fields);
  case COURTESY_DRAFT:
  case COURTESY_TEMPLATE:
    return mail_draft_header_read(raw_of(message), fields);
  case COURTESY_TEXT:
    break;
  }
  return 0;
}

static struct text_source source_at(const struct courtesy_message *message,
                                    struct base_slice text) {
  return (struct text_source){
      .bytes = text.bytes,
      .size = (uint32_t)text.size,
      .raw_start = (uint32_t)(text.bytes - message->raw),
  };
}

/* The subject is a region of its own, without "Re:" and the like. */
static void add_subject_region(struct courtesy_message *message) {
  const struct text_source *source = &message->sources[MAIL_SOURCE_SUBJECT];
  struct base_slice whole = {source->bytes, source->size};
  struct base_slice text = mail_trim(whole);
  text = mail_trim(mail_skip(text, mail_prefix_of(text).size));
  if (text.size > 0) {
    uint32_t start = (uint32_t)(text.bytes - source->bytes);
    mail_regions_add(&message->regions, (struct mail_region){
                                            .zone = COURTESY_ZONE_SUBJECT,
                                            .source = MAIL_SOURCE_SUBJECT,
                                            .after_blank_line = true,
                                            .start = start,
                                            .end = start + (uint32_t)text.size,
                                        });
  }
}

/* A subject given beside the input wins over the header's. */
static void read_subject(struct courtesy_message *message, const char *given,
                         const struct mail_fields *fields) {
  struct text_source *source = &message->sources[MAIL_SOURCE_SUBJECT];
  const struct mail_field *field = mail_field_find(fields, "Subject");
  if (given != NULL) {
    const char *copy = base_arena_string(&message->arena, given);
    if (copy == NULL) {
      return;
    }
    message->subject_given = true;
    *source = (struct text_source){copy, (uint32_t)strlen(copy), 0, NULL, 0};
  } else if (field != NULL) {
    *source = source_at(message, field->value);
  } else {
    return;
  }
  message->has_subject = true;
  add_subject_region(message);
}

static void check_body(struct courtesy_message *message,
                       const struct mail_fields *fields) {
  const struct text_source *text = &message->sources[MAIL_SOURCE_TEXT];
  struct base_slice body = {text->bytes, text->size};
  if (message->kind == COURTESY_MAIL && !mail_body_is_plain(fields, body)) {
    mail_problems_add(
        &message->problems,
        (struct courtesy_problem){
            .code = "encoding-unread",
            .message = "the body is encoded and was read as it stands",
            .has_offset = true,
            .offset = text->raw_start,
        });
  }
}

static void read_text(struct courtesy_message *message, struct draft *draft,
                      const struct courtesy_facts *given) {
  size_t start = read_header(message, &draft->fields);
  struct text_source *text = &message->sources[MAIL_SOURCE_TEXT];
  *text = source_at(message, mail_skip(raw_of(message), start));
  check_body(message, &draft->fields);
  read_subject(message, given == NULL ? NULL : given->subject, &draft->fields);
  mail_page_read(&draft->page, text->bytes, text->size);
  if (message->kind != COURTESY_TEXT) {
    mail_mark_zones(&draft->page, &draft->hints);
  }
  mail_add_regions(&draft->page, &message->regions);
}

enum courtesy_status courtesy_message_create(enum courtesy_kind kind,
                                             const char *bytes, size_t size,
                                             const struct courtesy_facts *facts,
                                             struct courtesy_message **out) {
  if (size > COURTESY_MESSAGE_MAX ||
      (facts != NULL && facts->subject != NULL &&
       strlen(facts->subject) > COURTESY_MESSAGE_MAX)) {
    return COURTESY_TOO_LARGE;
  }
  struct courtesy_message *message = calloc(1, sizeof *message);
  if (message == NULL) {
    return COURTESY_NO_MEMORY;
  }
  message->kind = kind;
  message->raw_size = size;
  message->raw = base_arena_copy(&message->arena, bytes, size);
  message->places = mail_places_note(&message->arena, raw_of(message));
  struct draft draft = {0};
  if (!message->arena.failed) {
    read_text(message, &draft, facts);
    mail_facts_fill(message, facts, &draft.fields, &draft.hints);
  }
  bool failed = message->arena.failed || message->regions.failed ||
                message->problems.failed || draft.fields.failed ||
                draft.page.lines.failed;
  mail_fields_destroy(&draft.fields);
  mail_page_destroy(&draft.page);
  if (failed) {
    courtesy_message_destroy(message);
    return COURTESY_NO_MEMORY;
  }
  *out = message;
  return COURTESY_OK;
}

void courtesy_message_destroy(struct courtesy_message *message) {
  if (message == NULL) {
    return;
  }
  mail_regions_destroy(&message->regions);
  mail_problems_destroy(&message->problems);
  base_arena_destroy(&message->arena);
  free(message);
}

enum courtesy_kind courtesy_message_guess_kind(const char *bytes, size_t size) {
  static const char *const mail_names[] = {"From", "Date", "Message-ID",
                                           "Received", "MIME-Version"};
  struct base_slice text = {bytes, size};
  if (mail_starts_mbox(text)) {
    return COURTESY_MAIL;
  }
  struct mail_fields fields = {0};
  mail_header_read(text, &fields);
  enum courtesy_kind kind = COURTESY_DRAFT;
  for (size_t i = 0; i < sizeof mail_names / sizeof mail_names[0]; i++) {
    if (mail_field_find(&fields, mail_names[i]) != NULL) {
      kind = COURTESY_MAIL;
    }
  }
  mail_fields_destroy(&fields);
  return kind;
}

enum courtesy_kind courtesy_message_kind(
    const struct courtesy_message *message) {
  return message->kind;
}

const struct courtesy_facts *courtesy_message_facts(
    const struct courtesy_message *message) {
  return &message->facts;
}

void courtesy_message_position(const struct courtesy_message *message,
                               size_t offset, uint32_t *line,
                               uint32_t *column) {
  size_t within = offset < message->raw_size ? offset : message->raw_size;
  struct mail_place place =
      mail_place_of(raw_of(message), message->places, within);
  *line = place.line + 1;
  *column = place.column + 1;
}

size_t courtesy_message_problem_count(const struct courtesy_message *message) {
  return message->problems.count;
}

const struct courtesy_problem *courtesy_message_problem(
    const struct courtesy_message *message, size_t index) {
  return &message->problems.items[index];
}
