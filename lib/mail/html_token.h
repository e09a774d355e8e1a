/* SPDX-License-Identifier: MIT */
/*
 * The tokens of an HTML document, by the states of the standard (§13.2.5):
 *
 *     <p class=a>Fish &amp; chips<!-- soon --></p>
 *     start tag  text reference text comment  end tag
 *
 * Each byte is looked at once. Text between two tags comes in pieces, broken
 * where a reference stands. What the standard reads as nothing, such as an
 * unfinished tag at the end, is no token.
 */
#ifndef COURTESY_MAIL_HTML_TOKEN_H
#define COURTESY_MAIL_HTML_TOKEN_H

#include "base/line_end.h"
#include "mail/html_entity.h"
#include "mail/html_tag.h"

#include <stdbool.h>
#include <stdint.h>

enum mail_html_kind {
  MAIL_HTML_TEXT = 0,  /* characters as they stand */
  MAIL_HTML_REFERENCE, /* one character reference */
  MAIL_HTML_START_TAG,
  MAIL_HTML_END_TAG,
  MAIL_HTML_COMMENT, /* also what is read as one: <?xml ?>, <![if !mso]> */
  MAIL_HTML_DOCTYPE,
};

/* The attributes that are kept; a tag may have any number of others. */
enum mail_html_attribute {
  MAIL_HTML_ALT = 0,
  MAIL_HTML_CHARSET,
  MAIL_HTML_CLASS,
  MAIL_HTML_COLOR,
  MAIL_HTML_CONTENT,
  MAIL_HTML_DATA_EMOJI,
  MAIL_HTML_DATA_SMARTMAIL,
  MAIL_HTML_HIDDEN,
  MAIL_HTML_HREF,
  MAIL_HTML_ID,
  MAIL_HTML_NAME,
  MAIL_HTML_STYLE,
  MAIL_HTML_TYPE,
  MAIL_HTML_WRAP,
  MAIL_HTML_ATTRIBUTES,
};

struct mail_html_token {
  enum mail_html_kind kind;
  uint32_t start; /* of the document */
  uint32_t end;
  struct mail_html_characters characters; /* of a reference */
  /* Of a tag: */
  struct base_slice name; /* as written */
  const struct mail_html_tag *tag;
  bool self_closing;
  bool is_known;   /* the same tag stood before … */
  unsigned number; /* … under this number: html_known.h */
  /* Values as written, references and all; NULL bytes: not there. The first
   * of two of the same name counts. Valid until the next token is read. */
  const struct base_slice *attributes;
  struct base_slice own_attributes[MAIL_HTML_ATTRIBUTES]; /* of a new tag */
};

/* What stands at the place of reading. */
enum mail_html_content {
  MAIL_HTML_IS_DATA = 0,
  MAIL_HTML_IS_RCDATA,    /* text and references */
  MAIL_HTML_IS_RAWTEXT,   /* text */
  MAIL_HTML_IS_SCRIPT,    /* text, with its own idea of comments */
  MAIL_HTML_IS_PLAINTEXT, /* text to the end */
  MAIL_HTML_IS_CDATA,     /* text, in foreign elements only */
};

struct mail_html_known;

struct mail_html_tokenizer {
  const char *bytes;
  uint32_t size;
  uint32_t at;
  struct mail_html_known *known; /* what it has read; or NULL */
  enum mail_html_content content;
  struct base_slice element; /* whose content is not data: its end ends it */
  bool foreign;              /* set by the caller while it is in svg or math */
};

/* Reads the next token; false at the end. */
bool mail_html_next(struct mail_html_tokenizer *tokenizer,
                    struct mail_html_token *token);

/* A word of a table. */
#define MAIL_HTML_WORD(literal)                                                \
  { literal, sizeof literal - 1 }

/* White space of HTML, the "ASCII whitespace" of the standard. */
static inline bool mail_html_is_space(char byte) {
  return byte == '\f' || base_is_blank_or_line_end(byte);
}

/* Takes the first word, up to white space, off the value of an attribute;
 * empty when there is none. */
struct base_slice mail_html_take_word(struct base_slice *value);

/* Whether a kept attribute is there. */
static inline bool mail_html_has(const struct mail_html_token *token,
                                 enum mail_html_attribute attribute) {
  return token->attributes[attribute].bytes != NULL;
}

#endif
