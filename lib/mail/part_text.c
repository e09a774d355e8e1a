/* SPDX-License-Identifier: MIT */
#include "mail/part_text.h"

#include "mail/binary.h"
#include "mail/charset.h"
#include "mail/charset_name.h"
#include "mail/flowed.h"
#include "mail/html.h"
#include "mail/phrase.h"
#include "mail/problem.h"
#include "mail/template.h"

/* Where the part begins. */
static size_t offset_of(const struct mail_part_text *text) {
  return (size_t)(text->part->body.bytes - text->message->raw);
}

void mail_part_text_begin(struct mail_part_text *text, struct mail_part *part) {
  text->part = part;
  text->charset = part->charset;
  text->source = (struct text_source){
      .bytes = part->body.bytes,
      .size = (uint32_t)part->body.size,
      .raw_start = (uint32_t)offset_of(text),
  };
}

void mail_part_text_tell(struct mail_part_text *text, const char *code,
                         const char *message) {
  mail_problem_add(text->message, code, message, offset_of(text));
}

bool mail_part_text_is_readable(struct mail_part_text *text) {
  if (text->part->transfer == MAIL_TRANSFER_UNKNOWN) {
    mail_part_text_tell(text, "unknown-encoding",
                        "the part's transfer encoding is unknown, it was not "
                        "read");
    text->part->use = COURTESY_PART_UNREAD;
    return false;
  }
  return true;
}

void mail_part_text_check_utf8(struct mail_part_text *text) {
  if (mail_charset_is_utf8(text->charset)) {
    mail_problem_check_utf8(text->message, &text->source,
                            mail_part_text_bytes(text));
  }
}

/* ------------------------------------------------------------ the steps */

static void add_flaws(struct mail_part_text *text, enum mail_step step,
                      unsigned flaws) {
  if ((flaws & MAIL_CUT) != 0) {
    mail_problem_add_cut(text->message, offset_of(text));
  }
  if ((flaws & MAIL_DAMAGED) != 0 && step == MAIL_STEP_TRANSFER) {
    mail_part_text_tell(text, "damaged-base64",
                        "the part is damaged: it is not base64 all through");
  } else if ((flaws & MAIL_DAMAGED) != 0) {
    mail_part_text_tell(
        text, "damaged-text",
        "the part is damaged: some bytes mean nothing in its charset");
  }
  if ((flaws & MAIL_UNKNOWN) != 0) {
    mail_part_text_tell(
        text, "unknown-charset",
        "the part's charset is unknown, it was read as it stands");
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

static void run(struct mail_part_text *text, enum mail_step step, size_t most,
                struct mail_mapped *to) {
  const struct mail_part *part = text->part;
  const struct text_source *from = &text->source;
  unsigned flaws = MAIL_FLAWLESS;
  switch (step) {
  case MAIL_STEP_TRANSFER:
    flaws = mail_transfer_decode(part->transfer, mail_part_text_bytes(text),
                                 from->raw_start, most, to);
    break;
  case MAIL_STEP_CHARSET:
    flaws = mail_charset_decode(text->charset, from, most, to);
    if ((flaws & MAIL_UNKNOWN) != 0) {
      mail_mapped_add_copy(to, from, 0, from->size);
    }
    break;
  case MAIL_STEP_TEMPLATE:
    flaws = fill_in(from, most, part->media == MAIL_MEDIA_HTML, to);
    break;
  case MAIL_STEP_FORMAT:
    if (part->media == MAIL_MEDIA_HTML) {
      text->part->links = 0;
      bool read =
          mail_html_read(from, most, to, &text->marks, &text->part->links);
      text->part->links_known = to->bytes.size <= most;
      to->bytes.failed = to->bytes.failed || !read;
    } else {
      mail_flowed_read(from, part->delsp, to);
    }
    break;
  case MAIL_STEPS:
    break;
  }
  add_flaws(text, step, flaws);
}

/* Whether a step changes what the last one made. */
static bool is_needed(const struct mail_part_text *text, enum mail_step step) {
  const struct mail_part *part = text->part;
  struct base_slice bytes = mail_part_text_bytes(text);
  switch (step) {
  case MAIL_STEP_TRANSFER:
    return !mail_transfer_keeps(part->transfer, bytes);
  case MAIL_STEP_CHARSET:
    return !mail_charset_keeps(text->charset, bytes);
  case MAIL_STEP_TEMPLATE:
    return text->message->kind == COURTESY_TEMPLATE;
  case MAIL_STEP_FORMAT:
    return part->flowed || part->media == MAIL_MEDIA_HTML;
  case MAIL_STEPS:
    break;
  }
  return false;
}

/* What the header says of the charset goes before what the document says; a
 * template may say {{ charset }}. */
static void find_charset(struct mail_part_text *text) {
  const struct mail_part *part = text->part;
  text->charset = part->charset;
  if (part->media == MAIL_MEDIA_HTML && part->charset.size == 0) {
    struct base_slice named = mail_html_charset(mail_part_text_bytes(text));
    bool is_name = named.size > 0 && mail_is_letter(named.bytes[0]);
    if (is_name || text->message->kind != COURTESY_TEMPLATE) {
      text->charset = named;
    }
  }
}

static bool is_binary(const struct mail_part_text *text) {
  return mail_binary_zero(mail_part_text_bytes(text)) != SIZE_MAX;
}

bool mail_part_text_decode(struct mail_part_text *text, size_t most) {
  for (enum mail_step step = MAIL_STEP_TRANSFER; step < MAIL_STEPS; step++) {
    if (step == MAIL_STEP_CHARSET) {
      find_charset(text);
      mail_part_text_check_utf8(text);
    }
    if (is_needed(text, step)) {
      struct mail_mapped *to = &text->made[step];
      run(text, step, most, to);
      text->source = mail_mapped_source(to);
    }
    if (step == MAIL_STEP_CHARSET && is_binary(text)) {
      text->source.size = 0;
      return false;
    }
  }
  return true;
}

bool mail_part_text_is_verbatim(const struct mail_part_text *text) {
  bool verbatim = !is_binary(text);
  for (enum mail_step step = MAIL_STEP_TRANSFER; step < MAIL_STEPS; step++) {
    verbatim = verbatim && !is_needed(text, step);
  }
  return verbatim;
}

/* ------------------------------------------------------------ and its end */

void mail_part_text_forget(struct mail_part_text *text) {
  for (size_t i = 0; i < MAIL_STEPS; i++) {
    text->failed = text->failed || mail_mapped_failed(&text->made[i]);
    mail_mapped_destroy(&text->made[i]);
  }
  text->failed = text->failed || text->marks.failed;
  text->marks.count = 0;
}

void mail_part_text_destroy(struct mail_part_text *text) {
  mail_part_text_forget(text);
  mail_marks_destroy(&text->marks);
}
