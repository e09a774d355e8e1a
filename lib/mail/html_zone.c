/* SPDX-License-Identifier: MIT */
#include "mail/html_zone.h"

#include "mail/address.h"
#include "mail/line.h"
#include "mail/phrase.h"
#include "mail/stamp.h"

#include <courtesy/types.h>

/* --- What an element is --- */

/* A word of an attribute that a mail program writes. */
static const struct {
  enum mail_html_attribute attribute;
  struct base_slice word;
  enum mail_html_role role;
} words[] = {
    /* Gmail */
    {MAIL_HTML_CLASS, MAIL_HTML_WORD("gmail_attr"), MAIL_HTML_ATTRIBUTION},
    {MAIL_HTML_CLASS, MAIL_HTML_WORD("gmail_quote"), MAIL_HTML_REPLY},
    {MAIL_HTML_CLASS, MAIL_HTML_WORD("gmail_signature"), MAIL_HTML_SIGNATURE},
    {MAIL_HTML_CLASS, MAIL_HTML_WORD("gmail_signature_prefix"),
     MAIL_HTML_SIGNATURE},
    {MAIL_HTML_DATA_SMARTMAIL, MAIL_HTML_WORD("gmail_signature"),
     MAIL_HTML_SIGNATURE},
    /* Thunderbird */
    {MAIL_HTML_CLASS, MAIL_HTML_WORD("moz-cite-prefix"), MAIL_HTML_ATTRIBUTION},
    {MAIL_HTML_CLASS, MAIL_HTML_WORD("moz-forward-container"),
     MAIL_HTML_FORWARD},
    {MAIL_HTML_CLASS, MAIL_HTML_WORD("moz-signature"), MAIL_HTML_SIGNATURE},
    {MAIL_HTML_CLASS, MAIL_HTML_WORD("moz-txt-sig"), MAIL_HTML_SIGNATURE},
    /* Outlook, on the desk, in the browser, on the telephone, of old */
    {MAIL_HTML_ID, MAIL_HTML_WORD("appendonsend"), MAIL_HTML_ORIGINAL},
    {MAIL_HTML_ID, MAIL_HTML_WORD("divRplyFwdMsg"), MAIL_HTML_ORIGINAL},
    {MAIL_HTML_ID, MAIL_HTML_WORD("mail-editor-reference-message-container"),
     MAIL_HTML_ORIGINAL},
    {MAIL_HTML_ID, MAIL_HTML_WORD("stopSpelling"), MAIL_HTML_ORIGINAL},
    {MAIL_HTML_CLASS, MAIL_HTML_WORD("OutlookMessageHeader"),
     MAIL_HTML_ORIGINAL},
    {MAIL_HTML_ID, MAIL_HTML_WORD("Signature"), MAIL_HTML_SIGNATURE},
    {MAIL_HTML_ID, MAIL_HTML_WORD("ms-outlook-mobile-signature"),
     MAIL_HTML_SIGNATURE},
    /* Apple Mail */
    {MAIL_HTML_ID, MAIL_HTML_WORD("AppleMailSignature"), MAIL_HTML_SIGNATURE},
    /* Yahoo, Proton, Zoho, Zimbra, GMX, Roundcube */
    {MAIL_HTML_CLASS, MAIL_HTML_WORD("yahoo_quoted"), MAIL_HTML_QUOTE},
    {MAIL_HTML_CLASS, MAIL_HTML_WORD("protonmail_quote"), MAIL_HTML_REPLY},
    {MAIL_HTML_CLASS, MAIL_HTML_WORD("protonmail_signature_block"),
     MAIL_HTML_SIGNATURE},
    {MAIL_HTML_CLASS, MAIL_HTML_WORD("zmail_extra"), MAIL_HTML_REPLY},
    {MAIL_HTML_ID, MAIL_HTML_WORD("Zm-_Id_-Sgn"), MAIL_HTML_SIGNATURE},
    {MAIL_HTML_ID, MAIL_HTML_WORD("zwchr"), MAIL_HTML_ORIGINAL},
    {MAIL_HTML_NAME, MAIL_HTML_WORD("quote"), MAIL_HTML_QUOTE},
    {MAIL_HTML_ID, MAIL_HTML_WORD("reply-intro"), MAIL_HTML_ATTRIBUTION},
    {MAIL_HTML_ID, MAIL_HTML_WORD("_rc_sig"), MAIL_HTML_SIGNATURE},
};

/* Whether `word` is one of the words of an attribute. */
static bool has_word(const struct mail_html_token *tag,
                     enum mail_html_attribute attribute, const char *word) {
  struct base_slice value = tag->attributes[attribute];
  struct base_slice found = mail_html_take_word(&value);
  while (found.size > 0 && !mail_equals_nocase(found, word)) {
    found = mail_html_take_word(&value);
  }
  return found.size > 0;
}

static enum mail_html_role role_of_word(enum mail_html_attribute attribute,
                                        struct base_slice word) {
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
    if (words[i].attribute == attribute &&
        mail_same_nocase(word, words[i].word)) {
      return words[i].role;
    }
  }
  return MAIL_HTML_PLAIN;
}

static enum mail_html_role role_of_words(const struct mail_html_token *tag) {
  static const enum mail_html_attribute telling[] = {
      MAIL_HTML_CLASS, MAIL_HTML_ID, MAIL_HTML_NAME, MAIL_HTML_DATA_SMARTMAIL};
  enum mail_html_role role = MAIL_HTML_PLAIN;
  for (size_t i = 0; i < sizeof telling / sizeof telling[0]; i++) {
    struct base_slice value = tag->attributes[telling[i]];
    while (value.size > 0 && role == MAIL_HTML_PLAIN) {
      role = role_of_word(telling[i], mail_html_take_word(&value));
    }
  }
  return role;
}

/* Plain text that became HTML is often one `pre` that may wrap. */
static bool is_prose(const struct mail_html_token *tag,
                     const struct mail_html_style *style) {
  return mail_html_has(tag, MAIL_HTML_WRAP) ||
         has_word(tag, MAIL_HTML_CLASS, "moz-quote-pre") ||
         style->keeps != MAIL_HTML_UNSAID;
}

/* "Indent more" makes a blockquote that quotes nobody. */
static bool is_indented(const struct mail_html_token *tag,
                        const struct mail_html_style *style) {
  return style->indents ||
         has_word(tag, MAIL_HTML_CLASS, "webkit-indent-blockquote");
}

/* Links lead somewhere: `<a name=…>` is none. */
static bool is_pressed(const struct mail_html_token *tag) {
  switch (tag->name.bytes[0] | 0x20) {
  case 'a':
    return tag->name.size == 1 && mail_html_has(tag, MAIL_HTML_HREF);
  case 'b':
    return mail_equals_nocase(tag->name, "button");
  case 'm':
    return mail_equals_nocase(tag->name, "mj-button");
  case 'f': /* TYPO3's Fluid: <f:link.page> */
    return base_slice_begins(tag->name, "f:link.") &&
           tag->name.size > strlen("f:link.");
  default:
    return false;
  }
}

enum mail_html_role mail_html_role_of(const struct mail_html_token *tag,
                                      const struct mail_html_style *style) {
  if ((tag->tag->traits & MAIL_HTML_QUOTES) != 0) {
    return is_indented(tag, style) ? MAIL_HTML_PLAIN : MAIL_HTML_QUOTE;
  }
  if (style->headline) {
    return MAIL_HTML_ORIGINAL;
  }
  enum mail_html_role role = role_of_words(tag);
  if (role != MAIL_HTML_PLAIN) {
    return role;
  }
  if ((tag->tag->traits & MAIL_HTML_CODE) != 0 && !is_prose(tag, style)) {
    return MAIL_HTML_CODE_TEXT;
  }
  return is_pressed(tag) ? MAIL_HTML_BUTTON : MAIL_HTML_PLAIN;
}

enum mail_html_role mail_html_role_within(enum mail_html_role outer,
                                          enum mail_html_role own) {
  bool open = outer == MAIL_HTML_PLAIN || outer == MAIL_HTML_BUTTON ||
              (outer == MAIL_HTML_REPLY && own != MAIL_HTML_BUTTON);
  return open && own != MAIL_HTML_PLAIN ? own : outer;
}

/* --- What is written --- */

enum { LARGEST_LINE = 400 }; /* of an attribution, in bytes; else it is prose */

void mail_html_marker_start(struct mail_html_marker *marker,
                            const struct mail_mapped *text,
                            struct mail_marks *marks) {
  *marker = (struct mail_html_marker){
      .text = text,
      .marks = marks,
      .first_mark = marks->count,
      .last = COURTESY_ZONE_BODY,
  };
}

static uint32_t position(const struct mail_html_marker *marker) {
  return (uint32_t)marker->text->bytes.size;
}

static enum courtesy_zone zone_of(const struct mail_html_marker *marker,
                                  enum mail_html_role role) {
  bool forward = marker->passes_on ||
                 (marker->in_reply && marker->reply == COURTESY_ZONE_FORWARD);
  if (forward) {
    return COURTESY_ZONE_FORWARD;
  }
  switch (role) {
  case MAIL_HTML_PLAIN:
    break;
  case MAIL_HTML_ATTRIBUTION:
    return COURTESY_ZONE_ATTRIBUTION;
  case MAIL_HTML_QUOTE:
    return COURTESY_ZONE_QUOTE;
  case MAIL_HTML_SIGNATURE:
    return COURTESY_ZONE_SIGNATURE;
  case MAIL_HTML_CODE_TEXT:
    return COURTESY_ZONE_CODE;
  case MAIL_HTML_BUTTON:
    return COURTESY_ZONE_BUTTON;
  case MAIL_HTML_FORWARD:
  case MAIL_HTML_ORIGINAL:
    return COURTESY_ZONE_FORWARD;
  case MAIL_HTML_REPLY:
    return marker->reply;
  }
  return COURTESY_ZONE_BODY;
}

/* The text from `start` on, without surrounding blanks. */
static struct base_slice written(const struct mail_html_marker *marker,
                                 uint32_t start) {
  const struct base_buffer *bytes = &marker->text->bytes;
  if (start >= bytes->size) {
    return base_slice_of("");
  }
  return mail_trim(
      (struct base_slice){bytes->bytes + start, bytes->size - start});
}

/* The mark of the last piece of text, NULL when it has none. */
static struct mail_marked *last_mark(const struct mail_html_marker *marker) {
  if (marker->last == COURTESY_ZONE_BODY ||
      marker->marks->count == marker->first_mark) {
    return NULL;
  }
  return &marker->marks->items[marker->marks->count - 1];
}

static bool is_line_start(const struct mail_html_marker *marker) {
  const struct base_buffer *bytes = &marker->text->bytes;
  return bytes->size > 0 && (bytes->bytes[bytes->size - 1] == '\n' ||
                             bytes->bytes[bytes->size - 1] == '\r');
}

/* Some programs write "On Monday, Ana wrote:" as the quote's first line. */
static void look_at_first_line(struct mail_html_marker *marker) {
  struct mail_marked *mark = last_mark(marker);
  struct base_slice inner;
  if (mark == NULL || mark->zone != COURTESY_ZONE_QUOTE ||
      !is_line_start(marker)) {
    return;
  }
  struct base_slice line = written(marker, mark->start);
  if (line.size <= LARGEST_LINE && mail_ends_with_colon(line, &inner) &&
      (mail_holds_date(line) || mail_holds_address(line))) {
    mark->zone = COURTESY_ZONE_ATTRIBUTION;
    marker->last = COURTESY_ZONE_BODY;
  }
  marker->opens_quote = false;
}

/* An attribution without a quote below it is what an author wrote in place of
 * one: some programs copy its markup to each line. */
static void take_attribution_back(struct mail_html_marker *marker) {
  struct mail_marks *marks = marker->marks;
  if (marks->count > marker->first_mark &&
      marks->items[marks->count - 1].zone == COURTESY_ZONE_ATTRIBUTION) {
    marks->count--;
    marker->has_own_words = true;
    marker->last = COURTESY_ZONE_BODY;
  }
}

static void begin_hue(struct mail_html_marker *marker, enum mail_hue hue) {
  if (hue > MAIL_HUE_PLAIN && hue != marker->hue) {
    uint32_t at = position(marker);
    mail_marks_add(&marker->hues,
                   (struct mail_marked){.hue = hue, .start = at, .end = at});
  }
  marker->hue = hue;
}

void mail_html_marker_begin(struct mail_html_marker *marker,
                            enum mail_html_role role, enum mail_hue hue) {
  begin_hue(marker, hue);
  enum courtesy_zone zone = zone_of(marker, role);
  if (marker->awaits_quote && zone != COURTESY_ZONE_QUOTE &&
      zone != COURTESY_ZONE_FORWARD) {
    take_attribution_back(marker);
  }
  marker->awaits_quote = false;
  if (marker->opens_quote) {
    look_at_first_line(marker);
  }
  marker->has_own_words = marker->has_own_words || zone == COURTESY_ZONE_BODY ||
                          zone == COURTESY_ZONE_BUTTON;
  if (zone != COURTESY_ZONE_BODY && zone != marker->last) {
    uint32_t at = position(marker);
    mail_marks_add(marker->marks,
                   (struct mail_marked){.zone = zone, .start = at, .end = at});
  }
  marker->last = zone;
}

void mail_html_marker_end(struct mail_html_marker *marker) {
  struct mail_marked *mark = last_mark(marker);
  if (mark != NULL) {
    mark->end = position(marker);
  }
  if (marker->hue > MAIL_HUE_PLAIN && marker->hues.count > 0) {
    marker->hues.items[marker->hues.count - 1].end = position(marker);
  }
}

/* Changes the zone of what was marked from `start` on. */
static void mark_again(struct mail_html_marker *marker, uint32_t start,
                       enum courtesy_zone zone) {
  size_t i = marker->marks->count;
  while (i > marker->first_mark && marker->marks->items[i - 1].start >= start) {
    i--;
    marker->marks->items[i].zone = zone;
  }
  marker->last = COURTESY_ZONE_BODY;
}

/* "---------- Forwarded message ---------", in any language, but not Zoho's
 * "---- On 3 May 2017 Ana wrote ---". */
static bool is_passed_on(const struct mail_html_marker *marker) {
  struct base_slice text = written(marker, marker->reply_start);
  size_t next;
  struct base_slice line = {text.bytes, mail_line_size(text, &next)};
  return base_slice_begins(text, "---") && text.size > strlen("---") &&
         (line.size > LARGEST_LINE ||
          !mail_phrases_within(line, &mail_attribution_verbs));
}

/* Authors who answer at the top may write into the element that holds the
 * attribution: its last paragraph is one, what stands above is theirs. */
static void keep_last_paragraph(struct mail_html_marker *marker) {
  struct mail_marked *mark = last_mark(marker);
  if (mark == NULL || mark->zone != COURTESY_ZONE_ATTRIBUTION) {
    return;
  }
  const char *bytes = marker->text->bytes.bytes;
  uint32_t kept = mark->end;
  uint32_t line_end = mark->end;
  for (uint32_t at = mark->end; mark->end - at <= LARGEST_LINE; at--) {
    if (at == mark->start || bytes[at - 1] == '\n') {
      struct base_slice line = {bytes + at, line_end - at};
      if (mail_trim(line).size == 0) {
        break;
      }
      kept = at;
      line_end = at;
    }
    if (at == mark->start) {
      break;
    }
  }
  marker->has_own_words = marker->has_own_words || kept > mark->start;
  mark->start = kept;
  if (kept == mark->end) {
    marker->marks->count--;
  }
  marker->last = COURTESY_ZONE_BODY;
}

/* The attribution is complete; `next` is the zone of what is plain behind it
 * in a reply. */
static void leave_attribution(struct mail_html_marker *marker,
                              enum courtesy_zone next) {
  if (marker->in_reply) {
    bool first = marker->reply == COURTESY_ZONE_ATTRIBUTION;
    if (first && is_passed_on(marker)) {
      marker->reply = COURTESY_ZONE_FORWARD;
      mark_again(marker, marker->reply_start, COURTESY_ZONE_FORWARD);
    }
    if (marker->reply == COURTESY_ZONE_FORWARD) {
      return;
    }
    marker->reply = next;
  }
  keep_last_paragraph(marker);
}

void mail_html_marker_open(struct mail_html_marker *marker,
                           enum mail_html_role role) {
  switch (role) {
  case MAIL_HTML_QUOTE:
    leave_attribution(marker, COURTESY_ZONE_BODY);
    marker->opens_quote = true;
    marker->last = COURTESY_ZONE_BODY; /* a mark of its own */
    break;
  case MAIL_HTML_REPLY:
    marker->in_reply = true;
    marker->reply = COURTESY_ZONE_ATTRIBUTION;
    marker->reply_start = position(marker);
    break;
  case MAIL_HTML_ORIGINAL:
    marker->passes_on = true;
    break;
  default:
    break;
  }
}

void mail_html_marker_close(struct mail_html_marker *marker,
                            enum mail_html_role role) {
  if (role == MAIL_HTML_ATTRIBUTION) {
    leave_attribution(marker, COURTESY_ZONE_QUOTE);
    marker->awaits_quote = true;
  } else if (role == MAIL_HTML_REPLY) {
    /* What looked like an attribution has no quote below it. */
    if (marker->reply == COURTESY_ZONE_ATTRIBUTION) {
      mark_again(marker, marker->reply_start,
                 is_passed_on(marker) ? COURTESY_ZONE_FORWARD
                                      : COURTESY_ZONE_QUOTE);
    }
    marker->in_reply = false;
  }
}

/* Takes the marks of one zone out. */
static void unmark(struct mail_html_marker *marker, enum courtesy_zone zone) {
  struct mail_marks *marks = marker->marks;
  size_t kept = marker->first_mark;
  for (size_t i = marker->first_mark; i < marks->count; i++) {
    if (marks->items[i].zone != zone) {
      marks->items[kept++] = marks->items[i];
    }
  }
  marks->count = kept;
}

void mail_html_marker_finish(struct mail_html_marker *marker) {
  if (!marker->has_own_words) {
    unmark(marker, COURTESY_ZONE_CODE);
  }
  for (size_t i = 0; i < marker->hues.count; i++) {
    mail_marks_add(marker->marks, marker->hues.items[i]);
  }
  marker->marks->failed = marker->marks->failed || marker->hues.failed;
  mail_marks_destroy(&marker->hues);
}
