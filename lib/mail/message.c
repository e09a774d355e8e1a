/* SPDX-License-Identifier: MIT */
#include "mail/message.h"

#include "mail/binary.h"
#include "mail/body.h"
#include "mail/charset.h"
#include "mail/choice.h"
#include "mail/facts.h"
#include "mail/draft_header.h"
#include "mail/line.h"
#include "mail/mime.h"
#include "mail/page.h"
#include "mail/parts.h"
#include "mail/phrase.h"
#include "mail/problem.h"
#include "mail/seal.h"
#include "mail/subject.h"
#include "mail/template.h"
#include "mail/transfer.h"
#include "mail/utf8.h"
#include "mail/wide.h"
#include "mail/word.h"
#include "mail/zones.h"

/* That a message has, but for some. */
enum { MOST_REGIONS = 16, MOST_PARTS = 3, MOST_LINES = 128 };

/* What is held only while a message is made. */
struct draft {
  struct mail_fields fields;
  struct mail_structure structure; /* of a mail */
  struct mail_marks marks;
  struct mail_page page;
  struct mail_hints hints;
};

/* What is lent to it, and never set to anything. */
struct paper {
  struct mail_part parts[MOST_PARTS];
  struct mail_line lines[MOST_LINES];
};

static struct base_slice raw_of(const struct courtesy_message *message) {
  return (struct base_slice){message->raw, message->raw_size};
}

/* What is read: the input, or what it was decoded to. */
static struct text_source whole_of(const struct courtesy_message *message) {
  if (message->is_wide) {
    return mail_mapped_source(&message->whole);
  }
  return (struct text_source){
      .bytes = message->raw,
      .size = (uint32_t)message->raw_size,
  };
}

struct base_slice mail_message_bytes(const struct courtesy_message *message) {
  struct text_source whole = whole_of(message);
  return (struct base_slice){whole.bytes, whole.size};
}

/* A stretch of what is read as a source, which `copy` holds if it is no
 * longer what the input holds. */
static struct text_source source_at(const struct courtesy_message *message,
                                    struct base_slice text,
                                    struct mail_mapped *copy) {
  struct text_source whole = whole_of(message);
  uint32_t start = (uint32_t)(text.bytes - whole.bytes);
  uint32_t end = start + (uint32_t)text.size;
  if (message->kind == COURTESY_TEMPLATE) {
    mail_template_read(&whole, start, end, false, copy);
    return mail_mapped_source(copy);
  }
  if (message->is_wide) {
    mail_mapped_add_copy(copy, &whole, start, end);
    return mail_mapped_source(copy);
  }
  return (struct text_source){
      .bytes = text.bytes,
      .size = (uint32_t)text.size,
      .raw_start = start,
  };
}

/* The subject is a region of its own, without "Re:" and the like. */
static void add_subject_region(struct courtesy_message *message) {
  const struct text_source *source = &message->sources[MAIL_SOURCE_SUBJECT];
  struct base_slice whole = {source->bytes, source->size};
  struct base_slice text = mail_trim(whole);
  message->prefix = mail_prefix_of(text);
  text = mail_trim(mail_skip(text, message->prefix.size));
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

static void read_own_subject(struct courtesy_message *message,
                             struct base_slice value) {
  struct text_source *source = &message->sources[MAIL_SOURCE_SUBJECT];
  *source = source_at(message, value, &message->subject);
  if (message->kind == COURTESY_MAIL && mail_words_change(value)) {
    unsigned flaws =
        mail_words_decode(value, source->raw_start, false, &message->subject);
    if ((flaws & MAIL_UNKNOWN) != 0) {
      mail_problem_add(
          message, "unknown-charset",
          "the subject's charset is unknown, it was read as it stands",
          source->raw_start);
    }
    if ((flaws & MAIL_DAMAGED) != 0) {
      mail_problem_add(message, "damaged-text",
                       "the subject is damaged: some bytes mean nothing in its "
                       "charset",
                       source->raw_start);
    }
    *source = mail_mapped_source(&message->subject);
  }
}

/* Of a subject that is given no more is read than of one in a header. */
static void read_given_subject(struct courtesy_message *message,
                               const char *given) {
  size_t size = strlen(given);
  if (size > MAIL_FIELD_MAX) {
    size = MAIL_FIELD_MAX;
    mail_problems_add(&message->problems,
                      (struct courtesy_problem){
                          .code = "header-limit",
                          .message = "the subject is too long, its end was not "
                                     "read",
                      });
  }
  message->subject_given = true;
  message->sources[MAIL_SOURCE_SUBJECT] = (struct text_source){
      .bytes = base_arena_copy(&message->arena, given, size),
      .size = (uint32_t)size,
  };
}

/* A subject given beside the input wins over the header's. */
static void read_subject(struct courtesy_message *message, const char *given,
                         const struct mail_fields *fields) {
  if (given != NULL) {
    read_given_subject(message, given);
  } else if (mail_has_field(fields, MAIL_FIELD_SUBJECT)) {
    read_own_subject(message, fields->values[MAIL_FIELD_SUBJECT]);
  } else {
    return;
  }
  message->has_subject = true;
  if (!message->arena.failed) {
    add_subject_region(message);
  }
}

/* How much of a source is read from `start` on: of text that needs no decoding
 * no more than of other text. */
static size_t limited_size(struct courtesy_message *message,
                           const struct text_source *source, size_t start) {
  size_t size = source->size - start;
  if (size <= MAIL_TEXT_MAX) {
    return size;
  }
  uint32_t end = (uint32_t)start + MAIL_TEXT_MAX;
  uint32_t raw_start;
  uint32_t raw_end;
  text_source_raw(source, end, end, &raw_start, &raw_end);
  mail_problem_add_cut(message, raw_start);
  return MAIL_TEXT_MAX;
}

/* Header and parts of a mail. */
static void read_mail(struct courtesy_message *message, struct draft *draft) {
  struct mail_structure *structure = &draft->structure;
  struct text_source *text = &message->sources[MAIL_SOURCE_TEXT];
  size_t limit;
  size_t body = mail_header_read(raw_of(message), &draft->fields, &limit);
  message->header_is_cut = limit != SIZE_MAX;
  if (message->header_is_cut) {
    mail_problem_add(message, "header-limit",
                     "the header is too long, its end was not read", limit);
  }
  mail_structure_read(raw_of(message), body, &draft->fields, &message->arena,
                      structure);
  for (size_t i = 0; i < structure->troubles.count; i++) {
    const struct mail_trouble *trouble = &structure->troubles.items[i];
    mail_problem_add(message, trouble->code, trouble->message, trouble->offset);
  }
  mail_choose_parts(&structure->parts);
  mail_seals_tell(message, &structure->parts);
  mail_body_read(message, &structure->parts, &draft->marks);
  text->size = (uint32_t)limited_size(message, text, 0);
  if (structure->troubles.count > 0) {
    message->links = -1;
  }
  mail_parts_publish(message, &structure->parts);
}

static void read_wide(struct courtesy_message *message) {
  struct base_slice charset = mail_wide_charset(raw_of(message));
  message->is_wide = message->kind != COURTESY_MAIL && charset.size > 0;
  if (!message->is_wide) {
    return;
  }
  const struct text_source raw = {.bytes = message->raw,
                                  .size = (uint32_t)message->raw_size};
  unsigned flaws =
      mail_charset_decode(charset, &raw, MAIL_TEXT_MAX, &message->whole);
  if ((flaws & MAIL_CUT) != 0) {
    mail_problem_add_cut(message, 0);
  }
  if ((flaws & MAIL_DAMAGED) != 0) {
    mail_problem_add(message, "damaged-text",
                     "some bytes mean nothing in UTF-16, which the text is in",
                     0);
  }
}

/* What is given as a draft may be anything; of a mail each part is asked. */
static void refuse_binary(struct courtesy_message *message, size_t place) {
  struct text_source whole = whole_of(message);
  mail_problem_add(message, "no-text",
                   "this is no text, nothing of it was read",
                   text_source_raw_place(&whole, (uint32_t)place));
  message->sources[MAIL_SOURCE_TEXT].bytes = whole.bytes; /* an empty text */
}

/* A draft; in HTML that is UTF-16 header lines are not looked for. */
static void read_draft(struct courtesy_message *message, struct draft *draft,
                       bool is_html) {
  struct base_slice bytes = mail_message_bytes(message);
  size_t place = mail_is_rtf_or_pdf(bytes) ? 0 : mail_binary_zero(bytes);
  if (place != SIZE_MAX) {
    refuse_binary(message, place);
    return;
  }
  bool has_header =
      message->kind != COURTESY_TEXT && !(is_html && message->is_wide);
  size_t start = has_header ? mail_draft_header_read(bytes, &draft->fields) : 0;
  if (is_html) {
    mail_body_read_html(message, start, &draft->marks);
  } else {
    struct text_source whole = whole_of(message);
    struct base_slice text = {bytes.bytes + start,
                              limited_size(message, &whole, start)};
    mail_problem_check_utf8(message, &whole, text);
    message->sources[MAIL_SOURCE_TEXT] =
        source_at(message, text, &message->text);
  }
}

/* Of several in a text the first. */
static void tell_armor(struct courtesy_message *message,
                       const struct mail_hints *hints) {
  if (hints->is_encrypted) {
    mail_seal_tell_armor(
        message, text_source_raw_place(&message->sources[MAIL_SOURCE_TEXT],
                                       hints->encrypted));
  }
}

/* Lends the page room for the line ends of the text, which are looked for again
 * by the session. */
static void lend_line_ends(struct courtesy_message *message,
                           struct mail_page *page) {
  size_t blocks = message->sources[MAIL_SOURCE_TEXT].size / BASE_BLOCK + 2;
  base_marks_lend(
      &page->ends,
      base_arena_take(&message->arena, blocks * sizeof(struct base_marked)),
      blocks);
}

/* As given, else as the header writes it. */
static struct base_slice sender_of(const struct mail_fields *fields,
                                   const struct courtesy_facts *given) {
  if (given != NULL && given->from != NULL) {
    return base_slice_of(given->from);
  }
  return mail_has_field(fields, MAIL_FIELD_FROM)
             ? fields->values[MAIL_FIELD_FROM]
             : base_slice_of("");
}

static void read_text(struct courtesy_message *message, struct draft *draft,
                      const struct courtesy_facts *given) {
  struct text_source *text = &message->sources[MAIL_SOURCE_TEXT];
  if (message->kind == COURTESY_MAIL) {
    read_mail(message, draft);
  } else {
    read_draft(message, draft,
               given != NULL && given->markup == COURTESY_MARKUP_HTML);
  }
  read_subject(message, given == NULL ? NULL : given->subject, &draft->fields);
  lend_line_ends(message, &draft->page);
  mail_page_read(&draft->page, text->bytes, text->size);
  text->line_ends = draft->page.ends.items;
  if (message->kind != COURTESY_TEXT) {
    draft->hints.sender = sender_of(&draft->fields, given);
    mail_mark_zones(&draft->page, &draft->marks, &draft->hints);
    tell_armor(message, &draft->hints);
  }
  mail_add_regions(&draft->page, &message->regions);
}

/* Whether memory ran out anywhere. */
static bool has_failed(const struct courtesy_message *message,
                       const struct draft *draft) {
  return message->arena.failed || message->regions.failed ||
         message->problems.failed || mail_mapped_failed(&message->text) ||
         mail_mapped_failed(&message->whole) ||
         mail_mapped_failed(&message->subject) ||
         draft->structure.parts.failed || draft->structure.troubles.failed ||
         draft->marks.failed || draft->hints.files.failed ||
         draft->page.lines.failed;
}

/* Problems were noted where they stand in the message. */
static void move_problems(struct courtesy_message *message) {
  for (size_t i = 0; i < message->problems.count; i++) {
    message->problems.items[i].offset += message->origin.offset;
  }
}

/* A message in its own arena, with room for a copy of the input and for what
 * most of them hold beside it. */
static struct courtesy_message *allocate(size_t size) {
  enum { FACTS_AND_PARTS = 3072 };
  struct base_arena arena = {0};
  size_t regions = MOST_REGIONS * sizeof(struct mail_region);
  base_arena_make_room(&arena, sizeof(struct courtesy_message) + size +
                                   regions + FACTS_AND_PARTS);
  struct courtesy_message *message = base_arena_alloc(&arena, sizeof *message);
  if (message != NULL) {
    mail_regions_lend(&message->regions, base_arena_take(&arena, regions),
                      MOST_REGIONS);
    message->arena = arena;
  }
  return message;
}

enum courtesy_status courtesy_message_create(enum courtesy_kind kind,
                                             const char *bytes, size_t size,
                                             const struct courtesy_facts *facts,
                                             struct courtesy_message **out) {
  static const struct courtesy_origin start;
  return courtesy_message_create_at(&start, kind, bytes, size, facts, out);
}

/* Reads all of a message whose input was copied. */
static void read_message(struct courtesy_message *message, struct draft *draft,
                         const struct courtesy_facts *given) {
  read_wide(message);
  message->places =
      mail_places_note(&message->arena, mail_message_bytes(message));
  read_text(message, draft, given);
  mail_facts_fill(message, given, &draft->fields, &draft->structure,
                  &draft->hints);
  move_problems(message);
}

static void destroy_draft(struct draft *draft) {
  mail_structure_destroy(&draft->structure);
  mail_marks_destroy(&draft->marks);
  mail_page_destroy(&draft->page);
  mail_files_destroy(&draft->hints.files);
}

enum courtesy_status courtesy_message_create_at(
    const struct courtesy_origin *origin, enum courtesy_kind kind,
    const char *bytes, size_t size, const struct courtesy_facts *facts,
    struct courtesy_message **out) {
  if (size > COURTESY_MESSAGE_MAX) {
    return COURTESY_TOO_LARGE;
  }
  if (kind > COURTESY_TEMPLATE ||
      (facts != NULL && courtesy_facts_flaw(facts) != NULL)) {
    return COURTESY_INVALID_ARGUMENT;
  }
  struct courtesy_message *message = allocate(size);
  if (message == NULL) {
    return COURTESY_NO_MEMORY;
  }
  message->kind = kind;
  message->origin = *origin;
  message->raw_size = size;
  message->raw = base_arena_copy(&message->arena, bytes, size);
  struct paper paper;
  struct draft draft = {0};
  mail_part_list_lend(&draft.structure.parts, paper.parts, MOST_PARTS);
  mail_lines_lend(&draft.page.lines, paper.lines, MOST_LINES);
  if (!message->arena.failed) {
    read_message(message, &draft, facts);
  }
  bool failed = has_failed(message, &draft);
  destroy_draft(&draft);
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
  mail_mapped_destroy(&message->whole);
  mail_mapped_destroy(&message->text);
  mail_mapped_destroy(&message->subject);
  struct base_arena arena = message->arena; /* which holds the message, too */
  base_arena_destroy(&arena);
}

enum courtesy_kind courtesy_message_guess_kind(const char *bytes, size_t size) {
  struct base_slice text = {bytes, size};
  return mail_starts_mbox(text) || mail_header_is_mail(text) ? COURTESY_MAIL
                                                             : COURTESY_DRAFT;
}

enum courtesy_kind courtesy_message_kind(
    const struct courtesy_message *message) {
  return message->kind;
}

const struct courtesy_facts *courtesy_message_facts(
    const struct courtesy_message *message) {
  return &message->facts;
}

bool courtesy_message_links(const struct courtesy_message *message,
                            size_t *links) {
  if (message->links < 0) {
    return false;
  }
  *links = (size_t)message->links;
  return true;
}

size_t courtesy_message_problem_count(const struct courtesy_message *message) {
  return message->problems.count;
}

const struct courtesy_problem *courtesy_message_problem(
    const struct courtesy_message *message, size_t index) {
  return index < message->problems.count ? &message->problems.items[index]
                                         : NULL;
}
