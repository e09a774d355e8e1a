/* SPDX-License-Identifier: MIT */
#include "mail/body.h"

#include "mail/binary.h"
#include "mail/charset.h"
#include "mail/charset_name.h"
#include "mail/flowed.h"
#include "mail/forms.h"
#include "mail/html.h"
#include "mail/phrase.h"
#include "mail/template.h"
#include "mail/utf8.h"
#include "mail/wide.h"

/* The steps from a part's bytes to text; each is left out where it would
 * change nothing. */
enum step { UNTRANSFER = 0, TO_UTF8, FILL_IN, REFORM, STEPS };

struct reader {
  struct courtesy_message *message;
  struct mail_mapped *text; /* of the mail, so far */
  struct mail_marks *marks;
  struct mail_part *part;
  struct base_slice charset; /* of the part, as said by it or in it */
  struct mail_mapped scratch[STEPS];
  struct text_source source; /* what the last step made */
  struct mail_marks own;     /* of its markup */
};

static void add_problem_at(struct reader *reader, const char *code,
                           const char *message, size_t offset) {
  mail_problems_add(&reader->message->problems, (struct courtesy_problem){
                                                    .code = code,
                                                    .message = message,
                                                    .has_offset = true,
                                                    .offset = offset,
                                                });
}

static void add_problem(struct reader *reader, const char *code,
                        const char *message) {
  add_problem_at(reader, code, message,
                 (size_t)(reader->part->body.bytes - reader->message->raw));
}

static void add_flaws(struct reader *reader, enum step step, unsigned flaws) {
  if ((flaws & MAIL_CUT) != 0) {
    add_problem(reader, "text-limit",
                "the text is too long, its end was not read");
  }
  if ((flaws & MAIL_DAMAGED) != 0 && step == UNTRANSFER) {
    add_problem(reader, "damaged-base64",
                "the part is damaged: it is not base64 all through");
  } else if ((flaws & MAIL_DAMAGED) != 0) {
    add_problem(reader, "damaged-text",
                "the part is damaged: some bytes mean nothing in its charset");
  }
  if ((flaws & MAIL_UNKNOWN) != 0) {
    add_problem(reader, "unknown-charset",
                "the part's charset is unknown, it was read as it stands");
  }
}

static struct base_slice bytes_of(const struct text_source *source) {
  return (struct base_slice){source->bytes, source->size};
}

/* Where the bytes at a place of what was decoded stand in the mail. */
static size_t raw_place(const struct reader *reader, size_t place) {
  return text_source_raw_place(&reader->source, (uint32_t)place);
}

/* What is said to be UTF-8 is not decoded, and may yet be damaged. */
static void check_utf8(struct reader *reader) {
  size_t damage = mail_charset_is_utf8(reader->charset)
                      ? mail_utf8_damage(bytes_of(&reader->source))
                      : SIZE_MAX;
  if (damage != SIZE_MAX) {
    add_problem_at(reader, "damaged-text",
                   "the part is damaged: some bytes mean nothing in UTF-8, "
                   "which it is said to be in",
                   raw_place(reader, damage));
  }
}

/* Here the limit is one of what is read: placeholders take many times as much
 * memory, and put little. */
static unsigned fill_in(const struct text_source *from, size_t most, bool html,
                        struct mail_mapped *to) {
  uint32_t size = from->size < most ? from->size : (uint32_t)most;
  mail_template_read(from, 0, size, html, to);
  return size < from->size ? MAIL_CUT : MAIL_FLAWLESS;
}

static void run(struct reader *reader, enum step step, size_t most,
                struct mail_mapped *to) {
  const struct mail_part *part = reader->part;
  const struct text_source *from = &reader->source;
  unsigned flaws = MAIL_FLAWLESS;
  switch (step) {
  case UNTRANSFER:
    flaws = mail_transfer_decode(part->transfer, bytes_of(from),
                                 from->raw_start, most, to);
    break;
  case TO_UTF8:
    flaws = mail_charset_decode(reader->charset, from, most, to);
    if ((flaws & MAIL_UNKNOWN) != 0) {
      mail_mapped_add_copy(to, from, 0, from->size);
    }
    break;
  case FILL_IN:
    flaws = fill_in(from, most, part->media == MAIL_MEDIA_HTML, to);
    break;
  case REFORM:
    if (part->media == MAIL_MEDIA_HTML) {
      reader->part->links = 0;
      bool read =
          mail_html_read(from, most, to, &reader->own, &reader->part->links);
      reader->part->links_known = to->bytes.size <= most;
      to->bytes.failed = to->bytes.failed || !read;
    } else {
      mail_flowed_read(from, part->delsp, to);
    }
    break;
  case STEPS:
    break;
  }
  add_flaws(reader, step, flaws);
}

/* Whether a step changes what the last one made. */
static bool is_needed(const struct reader *reader, enum step step) {
  const struct mail_part *part = reader->part;
  struct base_slice bytes = bytes_of(&reader->source);
  switch (step) {
  case UNTRANSFER:
    return !mail_transfer_keeps(part->transfer, bytes);
  case TO_UTF8:
    return !mail_charset_keeps(reader->charset, bytes);
  case FILL_IN:
    return reader->message->kind == COURTESY_TEMPLATE;
  case REFORM:
    return part->flowed || part->media == MAIL_MEDIA_HTML;
  case STEPS:
    break;
  }
  return false;
}

/* What the header says of the charset goes before what the document says; a
 * template may say {{ charset }}. */
static void find_charset(struct reader *reader) {
  const struct mail_part *part = reader->part;
  reader->charset = part->charset;
  if (part->media == MAIL_MEDIA_HTML && part->charset.size == 0) {
    struct base_slice named = mail_html_charset(bytes_of(&reader->source));
    bool is_name = named.size > 0 && mail_is_letter(named.bytes[0]);
    if (is_name || reader->message->kind != COURTESY_TEMPLATE) {
      reader->charset = named;
    }
  }
}

static bool is_binary(const struct reader *reader) {
  return mail_binary_zero(bytes_of(&reader->source)) != SIZE_MAX;
}

/* Decodes the part; reader->source then is its text. Returns false when it is
 * no text, whatever its type says: there is then nothing of it. */
static bool decode(struct reader *reader) {
  size_t most = MAIL_TEXT_MAX - reader->text->bytes.size;
  for (enum step step = UNTRANSFER; step < STEPS; step++) {
    if (step == TO_UTF8) {
      find_charset(reader);
      check_utf8(reader);
    }
    if (is_needed(reader, step)) {
      struct mail_mapped *to = &reader->scratch[step];
      run(reader, step, most, to);
      reader->source = mail_mapped_source(to);
    }
    if (step == TO_UTF8 && is_binary(reader)) {
      reader->source.size = 0;
      return false;
    }
  }
  return true;
}

static void forget_part(struct reader *reader) {
  for (size_t i = 0; i < STEPS; i++) {
    struct mail_mapped *used = &reader->scratch[i];
    reader->text->bytes.failed =
        reader->text->bytes.failed || mail_mapped_failed(used);
    mail_mapped_destroy(used);
  }
  reader->own.count = 0;
}

/* A blank line stands for all that lies between two parts. */
static void add_gap(struct reader *reader, size_t before) {
  size_t start = (size_t)(reader->part->body.bytes - reader->message->raw);
  if (reader->text->bytes.size > 0) {
    mail_mapped_add_unit(reader->text, "\n\n", 2, (uint32_t)before,
                         (uint32_t)(start - before));
  }
}

static void add_mark(struct reader *reader, struct mail_marked mark) {
  uint32_t limit = (uint32_t)reader->text->bytes.size;
  if (mark.start < limit) {
    mark.end = mark.end < limit ? mark.end : limit;
    mail_marks_add(reader->marks, mark);
  }
}

/* Makes what the last step made the text, if it is all of it so far. A text
 * that has failed stays so. */
static bool take_over(struct reader *reader, uint32_t size) {
  bool empty =
      reader->text->bytes.capacity == 0 && !mail_mapped_failed(reader->text);
  for (size_t i = 0; i < STEPS; i++) {
    struct mail_mapped *made = &reader->scratch[i];
    if (empty && made->bytes.size == size && size > 0 &&
        made->bytes.bytes == reader->source.bytes) {
      *reader->text = *made;
      *made = (struct mail_mapped){0};
      return true;
    }
  }
  return false;
}

/* Appends the part's text and what is known of its zones. All of a forwarded
 * part is forwarded, whatever its markup says. */
static void add_text(struct reader *reader) {
  struct mail_mapped *text = reader->text;
  size_t start = text->bytes.size;
  size_t room = start < MAIL_TEXT_MAX ? MAIL_TEXT_MAX - start : 0;
  uint32_t size = reader->source.size;
  if (size > room) {
    size = (uint32_t)room;
    add_flaws(reader, STEPS, MAIL_CUT);
  }
  if (!take_over(reader, size)) {
    mail_mapped_add_copy(text, &reader->source, 0, size);
  }
  if (reader->part->use == COURTESY_PART_FORWARDED) {
    add_mark(reader, (struct mail_marked){.zone = COURTESY_ZONE_FORWARD,
                                          .start = (uint32_t)start,
                                          .end = (uint32_t)text->bytes.size});
    return;
  }
  for (size_t i = 0; i < reader->own.count; i++) {
    struct mail_marked own = reader->own.items[i];
    own.start += (uint32_t)start;
    own.end += (uint32_t)start;
    add_mark(reader, own);
  }
}

/* Whether the part's bytes can be had; says so if not. */
static bool is_readable(struct reader *reader) {
  if (reader->part->transfer == MAIL_TRANSFER_UNKNOWN) {
    add_problem(reader, "unknown-encoding",
                "the part's transfer encoding is unknown, it was not read");
    reader->part->use = COURTESY_PART_UNREAD;
    return false;
  }
  return true;
}

static bool is_linted(const struct mail_part *part) {
  return part->use == COURTESY_PART_LINTED ||
         part->use == COURTESY_PART_FORWARDED;
}

static void point_at(struct reader *reader, struct mail_part *part) {
  reader->part = part;
  reader->charset = part->charset;
  reader->source = (struct text_source){
      .bytes = part->body.bytes,
      .size = (uint32_t)part->body.size,
      .raw_start = (uint32_t)(part->body.bytes - reader->message->raw),
  };
}

static bool is_verbatim(const struct reader *reader) {
  bool verbatim = !is_binary(reader);
  for (enum step step = UNTRANSFER; step < STEPS; step++) {
    verbatim = verbatim && !is_needed(reader, step);
  }
  return verbatim;
}

static void append_part(struct reader *reader, size_t *before) {
  if (!decode(reader)) {
    add_problem(reader, "no-text",
                "the part is no text, nothing of it was read");
    reader->part->use = COURTESY_PART_UNREAD;
    return;
  }
  add_gap(reader, *before);
  add_text(reader);
  *before = (size_t)(reader->part->body.bytes + reader->part->body.size -
                     reader->message->raw);
}

static void read_part(struct reader *reader, size_t *before) {
  if (reader->text->bytes.size < MAIL_TEXT_MAX && is_readable(reader)) {
    append_part(reader, before);
  }
  forget_part(reader);
}

static struct mail_form form_of(const struct reader *reader) {
  return (struct mail_form){bytes_of(&reader->source), &reader->own};
}

/* Says how two forms differ. */
static void add_difference(struct reader *plain, struct reader *html,
                           const struct mail_comparison *comparison) {
  switch (comparison->likeness) {
  case MAIL_FORMS_ALIKE:
    break;
  case MAIL_FORMS_STUB:
    add_problem(plain, "forms-differ",
                "the plain text holds little of the HTML beside it: the HTML "
                "was linted");
    break;
  case MAIL_FORMS_BOTH_MORE:
    add_problem_at(plain, "forms-differ",
                   "the HTML, which was linted, does not say what the plain "
                   "text says here",
                   raw_place(plain, comparison->in_plain));
    break;
  case MAIL_FORMS_HTML_MORE:
    add_problem_at(html, "forms-differ",
                   "the plain text beside it does not say this: the HTML was "
                   "linted",
                   raw_place(html, comparison->in_html));
    break;
  case MAIL_FORMS_DIFFER:
    add_problem_at(plain, "forms-differ",
                   "the HTML beside it does not say this: the plain text was "
                   "linted",
                   raw_place(plain, comparison->in_plain));
    break;
  }
}

/* Reads the HTML in place of a plain text that is worth less, and says so when
 * either says what the other does not. */
static void compare_with_html(struct reader *reader, struct mail_part *plain,
                              struct mail_part *html) {
  struct reader other = {.message = reader->message, .text = reader->text};
  size_t problems = reader->message->problems.count;
  point_at(&other, html);
  point_at(reader, plain);
  decode(&other);
  size_t of_html = reader->message->problems.count;
  decode(reader);
  struct mail_form plain_form = form_of(reader);
  struct mail_form html_form = form_of(&other);
  struct mail_comparison comparison =
      mail_forms_compare(&plain_form, &html_form);
  if (comparison.takes_html) {
    html->use = plain->use;
    plain->use = COURTESY_PART_ALTERNATIVE;
  }
  /* Those of the part that is taken are noted by whoever reads it; when both
   * have some, one form says enough. */
  bool both = reader->message->problems.count > of_html;
  reader->message->problems.count =
      comparison.takes_html || both ? problems : of_html;
  add_difference(reader, &other, &comparison);
  reader->text->bytes.failed = reader->text->bytes.failed || comparison.failed;
  forget_part(&other);
  mail_marks_destroy(&other.own);
  forget_part(reader);
}

/* Forms that cannot be read are told, though another one is. */
static void compare_forms(struct reader *reader, struct mail_part_list *parts) {
  for (size_t i = 0; i < parts->count; i++) {
    struct mail_part *part = &parts->items[i];
    struct mail_part *html = &parts->items[part->html_form];
    if (is_linted(part) && part->html_form > 0) {
      compare_with_html(reader, part, html);
    } else if (part->use == COURTESY_PART_ALTERNATIVE &&
               (part->media == MAIL_MEDIA_PLAIN ||
                part->media == MAIL_MEDIA_HTML)) {
      point_at(reader, part);
      is_readable(reader);
    }
  }
}

/* The only part that is linted; NULL for none or several. */
static struct mail_part *only_part(const struct mail_part_list *parts) {
  struct mail_part *only = NULL;
  for (size_t i = 0; i < parts->count; i++) {
    if (is_linted(&parts->items[i])) {
      if (only != NULL) {
        return NULL;
      }
      only = &parts->items[i];
    }
  }
  return only;
}

/* In the markup of all texts, in either form; -1 when one was not read. */
static long count_links(const struct mail_part_list *parts) {
  long links = 0;
  for (size_t i = 0; i < parts->count; i++) {
    const struct mail_part *part = &parts->items[i];
    bool is_text = is_linted(part) || part->use == COURTESY_PART_UNREAD ||
                   part->use == COURTESY_PART_ALTERNATIVE;
    if (is_text && part->media == MAIL_MEDIA_HTML && !part->links_known) {
      return -1;
    }
    links += (long)part->links;
  }
  return links;
}

static void read_texts(struct courtesy_message *message,
                       struct mail_part_list *parts, struct mail_marks *marks) {
  struct reader reader = {
      .message = message, .text = &message->text, .marks = marks};
  struct text_source *text = &message->sources[MAIL_SOURCE_TEXT];
  compare_forms(&reader, parts);
  struct mail_part *only = only_part(parts);
  if (only != NULL && only->use == COURTESY_PART_LINTED) {
    point_at(&reader, only);
    if (is_verbatim(&reader)) {
      check_utf8(&reader);
      *text = reader.source;
      return;
    }
  }
  size_t before = 0;
  for (size_t i = 0; i < parts->count; i++) {
    if (is_linted(&parts->items[i])) {
      point_at(&reader, &parts->items[i]);
      read_part(&reader, &before);
    }
  }
  marks->failed = marks->failed || reader.own.failed;
  mail_marks_destroy(&reader.own);
  *text = mail_mapped_source(&message->text);
  if (text->size == 0 && parts->count > 0) {
    text->raw_start = (uint32_t)(parts->items[0].body.bytes - message->raw);
  }
}

void mail_body_read(struct courtesy_message *message,
                    struct mail_part_list *parts, struct mail_marks *marks) {
  read_texts(message, parts, marks);
  message->links = count_links(parts);
}

void mail_body_read_html(struct courtesy_message *message, size_t start,
                         struct mail_marks *marks) {
  struct mail_part page = {
      .media = MAIL_MEDIA_HTML,
      .use = COURTESY_PART_LINTED,
      .charset = mail_wide_charset(
          (struct base_slice){message->raw, message->raw_size}),
      .body = {message->raw + start, message->raw_size - start},
  };
  struct mail_part_list parts = {.items = &page, .count = 1};
  mail_body_read(message, &parts, marks);
}
