/* SPDX-License-Identifier: MIT */
#include "mail/html_token.h"

#include "base/either.h"
#include "mail/html_known.h"
#include "mail/phrase.h"

static const struct base_slice attribute_names[MAIL_HTML_ATTRIBUTES] = {
    [MAIL_HTML_ALT] = MAIL_HTML_WORD("alt"),
    [MAIL_HTML_CHARSET] = MAIL_HTML_WORD("charset"),
    [MAIL_HTML_CLASS] = MAIL_HTML_WORD("class"),
    [MAIL_HTML_COLOR] = MAIL_HTML_WORD("color"),
    [MAIL_HTML_CONTENT] = MAIL_HTML_WORD("content"),
    [MAIL_HTML_DATA_EMOJI] = MAIL_HTML_WORD("data-emoji"),
    [MAIL_HTML_DATA_SMARTMAIL] = MAIL_HTML_WORD("data-smartmail"),
    [MAIL_HTML_HIDDEN] = MAIL_HTML_WORD("hidden"),
    [MAIL_HTML_HREF] = MAIL_HTML_WORD("href"),
    [MAIL_HTML_ID] = MAIL_HTML_WORD("id"),
    [MAIL_HTML_NAME] = MAIL_HTML_WORD("name"),
    [MAIL_HTML_STYLE] = MAIL_HTML_WORD("style"),
    [MAIL_HTML_TYPE] = MAIL_HTML_WORD("type"),
    [MAIL_HTML_WRAP] = MAIL_HTML_WORD("wrap"),
};

struct base_slice mail_html_take_word(struct base_slice *value) {
  size_t start = 0;
  while (start < value->size && mail_html_is_space(value->bytes[start])) {
    start++;
  }
  size_t end = start;
  while (end < value->size && !mail_html_is_space(value->bytes[end])) {
    end++;
  }
  struct base_slice word = {value->bytes + start, end - start};
  *value = mail_skip(*value, end);
  return word;
}

/* Whether `word` stands at `at` in any case. */
static bool has_word(const struct mail_html_tokenizer *tokenizer, uint32_t at,
                     struct base_slice word) {
  return word.size <= tokenizer->size - at &&
         mail_same_letters(tokenizer->bytes + at, word.bytes, word.size);
}

static bool has(const struct mail_html_tokenizer *tokenizer, uint32_t at,
                const char *word) {
  return has_word(tokenizer, at, base_slice_of(word));
}

/* Whether the name of an element stands at `at`, to its end. */
static bool has_name(const struct mail_html_tokenizer *tokenizer, uint32_t at,
                     struct base_slice name) {
  if (!has_word(tokenizer, at, name) || tokenizer->size - at == name.size) {
    return false;
  }
  char after = tokenizer->bytes[at + name.size];
  return mail_html_is_space(after) || after == '/' || after == '>';
}

/* "Appropriate end tag": </title ends a title, and nothing else does. */
static bool has_end_of_element(const struct mail_html_tokenizer *tokenizer,
                               uint32_t at) {
  return has(tokenizer, at, "</") &&
         has_name(tokenizer, at + 2, tokenizer->element);
}

/* The place of `byte` from `at` on, or the end. */
static uint32_t find(const struct mail_html_tokenizer *tokenizer, uint32_t at,
                     char byte) {
  const char *found = memchr(tokenizer->bytes + at, byte, tokenizer->size - at);
  return found == NULL ? tokenizer->size : (uint32_t)(found - tokenizer->bytes);
}

static uint32_t skip_space(const struct mail_html_tokenizer *tokenizer,
                           uint32_t at) {
  while (at < tokenizer->size && mail_html_is_space(tokenizer->bytes[at])) {
    at++;
  }
  return at;
}

/* Behind the `>` that ends what begins at `at`, or the end. */
static uint32_t after_angle(const struct mail_html_tokenizer *tokenizer,
                            uint32_t at) {
  uint32_t angle = find(tokenizer, at, '>');
  return angle < tokenizer->size ? angle + 1 : angle;
}

static struct base_slice slice(const struct mail_html_tokenizer *tokenizer,
                               uint32_t start, uint32_t end) {
  return (struct base_slice){tokenizer->bytes + start, end - start};
}

/* --- Tags: §13.2.5.6 to .8 and .32 to .40 --- */

static void keep_attribute(struct mail_html_token *token,
                           struct base_slice name, struct base_slice value) {
  for (int i = 0; i < MAIL_HTML_ATTRIBUTES; i++) {
    if (mail_same_nocase(name, attribute_names[i])) {
      if (token->own_attributes[i].bytes == NULL) {
        token->own_attributes[i] = value;
      }
      return;
    }
  }
}

static bool ends_name(char byte) {
  return mail_html_is_space(byte) || byte == '/' || byte == '>' || byte == '=';
}

/* "Attribute name state": the first byte may be anything, even `=`. */
static uint32_t name_end(const struct mail_html_tokenizer *tokenizer,
                         uint32_t at) {
  do {
    at++;
  } while (at < tokenizer->size && !ends_name(tokenizer->bytes[at]));
  return at;
}

/* "Before attribute value state" to "after attribute value (quoted) state";
 * returns where reading goes on. */
static uint32_t read_value(const struct mail_html_tokenizer *tokenizer,
                           uint32_t at, struct base_slice *value) {
  at = skip_space(tokenizer, at);
  uint32_t start = at;
  if (at == tokenizer->size) {
    return at;
  }
  char quote = tokenizer->bytes[at];
  if (quote == '"' || quote == '\'') {
    uint32_t end = find(tokenizer, at + 1, quote);
    *value = slice(tokenizer, start + 1, end);
    return end < tokenizer->size ? end + 1 : end;
  }
  while (at < tokenizer->size && !mail_html_is_space(tokenizer->bytes[at]) &&
         tokenizer->bytes[at] != '>') {
    at++;
  }
  *value = slice(tokenizer, start, at);
  return at;
}

/* One attribute and the `=` behind it, if any. */
static uint32_t read_attribute(const struct mail_html_tokenizer *tokenizer,
                               uint32_t at, struct mail_html_token *token) {
  uint32_t end = name_end(tokenizer, at);
  struct base_slice name = slice(tokenizer, at, end);
  struct base_slice value = slice(tokenizer, end, end);
  uint32_t next = skip_space(tokenizer, end);
  if (next < tokenizer->size && tokenizer->bytes[next] == '=') {
    next = read_value(tokenizer, next + 1, &value);
  }
  keep_attribute(token, name, value);
  return next;
}

/* "Tag name state" and what follows, from the name on; false when the
 * document ends in the tag, which then is none. */
static bool read_new_tag(struct mail_html_tokenizer *tokenizer, uint32_t at,
                         struct mail_html_token *token) {
  const char *bytes = tokenizer->bytes;
  uint32_t start = at;
  while (at < tokenizer->size && !mail_html_is_space(bytes[at]) &&
         bytes[at] != '/' && bytes[at] != '>') {
    at++;
  }
  token->name = slice(tokenizer, start, at);
  token->self_closing = false;
  token->attributes = token->own_attributes;
  memset(token->own_attributes, 0, sizeof token->own_attributes);
  while (at < tokenizer->size && bytes[at] != '>') {
    if (bytes[at] == '/') {
      at++;
      token->self_closing = at < tokenizer->size && bytes[at] == '>';
    } else if (mail_html_is_space(bytes[at])) {
      at++;
    } else {
      at = read_attribute(tokenizer, at, token);
    }
  }
  if (at == tokenizer->size) {
    tokenizer->at = at;
    return false;
  }
  token->tag = mail_html_tag_find(token->name);
  token->end = at + 1;
  return true;
}

static bool read_tag(struct mail_html_tokenizer *tokenizer, uint32_t at,
                     struct mail_html_token *token) {
  struct mail_html_known *known = tokenizer->known;
  if (known == NULL) {
    return read_new_tag(tokenizer, at, token);
  }
  uint32_t size =
      mail_html_recall(known, slice(tokenizer, at, tokenizer->size), token);
  if (size > 0) {
    token->end = at + size;
    return true;
  }
  bool is_tag = read_new_tag(tokenizer, at, token);
  if (is_tag) {
    mail_html_remember(known, token, token->end - at);
  }
  return is_tag;
}

/* What an element's content is; in svg and math all is data. */
static void enter(struct mail_html_tokenizer *tokenizer,
                  const struct mail_html_token *token) {
  uint32_t traits = tokenizer->foreign ? 0 : token->tag->traits;
  tokenizer->element = token->name;
  if ((traits & MAIL_HTML_RCDATA) != 0) {
    tokenizer->content = MAIL_HTML_IS_RCDATA;
  } else if ((traits & MAIL_HTML_RAWTEXT) != 0) {
    tokenizer->content = MAIL_HTML_IS_RAWTEXT;
  } else if ((traits & MAIL_HTML_SCRIPT) != 0) {
    tokenizer->content = MAIL_HTML_IS_SCRIPT;
  } else if ((traits & MAIL_HTML_PLAINTEXT) != 0) {
    tokenizer->content = MAIL_HTML_IS_PLAINTEXT;
  }
}

/* --- Comments: §13.2.5.41 to .56 --- */

/* Where the comment ends whose text begins at `at`: behind `-->` or `--!>`,
 * or behind `>` or `->` right at the start. */
static uint32_t comment_end(const struct mail_html_tokenizer *tokenizer,
                            uint32_t at) {
  if (has(tokenizer, at, ">")) {
    return at + 1;
  }
  if (has(tokenizer, at, "->")) {
    return at + 2;
  }
  for (at = find(tokenizer, at, '-'); at < tokenizer->size;
       at = find(tokenizer, at + 1, '-')) {
    if (has(tokenizer, at, "-->")) {
      return at + 3;
    }
    if (has(tokenizer, at, "--!>")) {
      return at + 4;
    }
  }
  return at;
}

enum { CDATA_SIZE = 7 };

static bool begins_cdata(const struct mail_html_tokenizer *tokenizer,
                         uint32_t at) {
  return tokenizer->size - at >= CDATA_SIZE &&
         memcmp(tokenizer->bytes + at, "[CDATA[", CDATA_SIZE) == 0;
}

/* "Markup declaration open state", at `<!`. */
static void read_declaration(struct mail_html_tokenizer *tokenizer,
                             struct mail_html_token *token) {
  uint32_t at = tokenizer->at + 2;
  token->kind = MAIL_HTML_COMMENT;
  if (has(tokenizer, at, "--")) {
    token->end = comment_end(tokenizer, at + 2);
  } else if (tokenizer->foreign && begins_cdata(tokenizer, at)) {
    tokenizer->content = MAIL_HTML_IS_CDATA;
    token->end = at + CDATA_SIZE;
  } else {
    if (has(tokenizer, at, "doctype")) {
      token->kind = MAIL_HTML_DOCTYPE;
    }
    token->end = after_angle(tokenizer, at);
  }
}

/* --- Text: §13.2.5.1 to .5, .9 to .31, .69 to .71 --- */

static bool begins_tag(const struct mail_html_tokenizer *tokenizer,
                       uint32_t at) {
  return at < tokenizer->size && mail_is_letter(tokenizer->bytes[at]);
}

/* "Tag open state" and "end tag open state", at `<`: whether this is markup
 * and not a letter of the text. */
static bool is_markup(const struct mail_html_tokenizer *tokenizer) {
  uint32_t at = tokenizer->at + 1;
  if (at == tokenizer->size) {
    return false;
  }
  switch (tokenizer->bytes[at]) {
  case '/':
    return at + 1 < tokenizer->size;
  case '!':
  case '?':
    return true;
  default:
    return begins_tag(tokenizer, at);
  }
}

/* Reads what begins with `<`; false when it is nothing, up to the end. */
static bool read_markup(struct mail_html_tokenizer *tokenizer,
                        struct mail_html_token *token) {
  uint32_t at = tokenizer->at;
  if (begins_tag(tokenizer, at + 1)) {
    token->kind = MAIL_HTML_START_TAG;
    if (!read_tag(tokenizer, at + 1, token)) {
      return false;
    }
    enter(tokenizer, token);
  } else if (tokenizer->bytes[at + 1] == '!') {
    read_declaration(tokenizer, token);
  } else if (tokenizer->bytes[at + 1] == '/' && begins_tag(tokenizer, at + 2)) {
    token->kind = MAIL_HTML_END_TAG;
    tokenizer->content = MAIL_HTML_IS_DATA;
    return read_tag(tokenizer, at + 2, token);
  } else {
    token->kind = MAIL_HTML_COMMENT;
    token->end = after_angle(tokenizer, at);
  }
  return true;
}

static uint32_t text_end(const struct mail_html_tokenizer *tokenizer,
                         uint32_t at) {
  struct base_slice rest = slice(tokenizer, at, tokenizer->size);
  return at + (uint32_t)base_either_at(rest, '<', '&');
}

/* Text and references, up to what may be markup. */
static void read_text(struct mail_html_tokenizer *tokenizer,
                      struct mail_html_token *token) {
  uint32_t at = tokenizer->at;
  token->kind = MAIL_HTML_TEXT;
  if (tokenizer->bytes[at] == '&') {
    size_t size = mail_html_reference_size(
        tokenizer->bytes + at, tokenizer->size - at, false, &token->characters);
    if (size > 0) {
      token->kind = MAIL_HTML_REFERENCE;
      token->end = at + (uint32_t)size;
      return;
    }
  }
  token->end = text_end(tokenizer, at + 1);
}

static uint32_t raw_text_end(const struct mail_html_tokenizer *tokenizer) {
  uint32_t at = find(tokenizer, tokenizer->at, '<');
  while (at < tokenizer->size && !has_end_of_element(tokenizer, at)) {
    at = find(tokenizer, at + 1, '<');
  }
  return at;
}

/* A script may hold its own end inside `<!-- <script>`:
 *
 *     x <!-- y <script> z </script> y --> x </script>
 *     plain    escaped  doubly      escaped plain
 */
static uint32_t script_end(const struct mail_html_tokenizer *tokenizer) {
  enum { PLAIN, ESCAPED, DOUBLY } state = PLAIN;
  uint32_t at = tokenizer->at;
  for (; at < tokenizer->size; at++) {
    char byte = tokenizer->bytes[at];
    if (byte == '-' && state != PLAIN && has(tokenizer, at, "-->")) {
      state = PLAIN;
    } else if (byte != '<') {
      continue;
    } else if (state == PLAIN && has(tokenizer, at, "<!--")) {
      state = ESCAPED;
      at++; /* its hyphens may be those of --> */
    } else if (state == ESCAPED &&
               has_name(tokenizer, at + 1, tokenizer->element)) {
      state = DOUBLY;
    } else if (has_end_of_element(tokenizer, at)) {
      if (state != DOUBLY) {
        break;
      }
      state = ESCAPED;
    }
  }
  return at;
}

static uint32_t cdata_end(const struct mail_html_tokenizer *tokenizer) {
  uint32_t at = find(tokenizer, tokenizer->at, ']');
  while (at < tokenizer->size && !has(tokenizer, at, "]]>")) {
    at = find(tokenizer, at + 1, ']');
  }
  return at;
}

/* The end of a text without references; where it lies, other content
 * begins. */
static uint32_t plain_end(const struct mail_html_tokenizer *tokenizer) {
  switch (tokenizer->content) {
  case MAIL_HTML_IS_RAWTEXT:
    return raw_text_end(tokenizer);
  case MAIL_HTML_IS_SCRIPT:
    return script_end(tokenizer);
  case MAIL_HTML_IS_CDATA:
    return cdata_end(tokenizer);
  default:
    return tokenizer->size;
  }
}

/* Raw text, scripts, CDATA, plain text: false when there is none. */
static bool read_plain(struct mail_html_tokenizer *tokenizer,
                       struct mail_html_token *token) {
  token->kind = MAIL_HTML_TEXT;
  token->end = plain_end(tokenizer);
  bool found = token->end > tokenizer->at;
  if (tokenizer->content == MAIL_HTML_IS_CDATA &&
      token->end < tokenizer->size) {
    if (found) {
      return true;
    }
    token->kind = MAIL_HTML_COMMENT; /* the ]]> */
    token->end = tokenizer->at + 3;
    tokenizer->content = MAIL_HTML_IS_DATA;
    return true;
  }
  tokenizer->content = MAIL_HTML_IS_DATA;
  return found;
}

static bool read_token(struct mail_html_tokenizer *tokenizer,
                       struct mail_html_token *token) {
  bool plain = tokenizer->content != MAIL_HTML_IS_DATA &&
               tokenizer->content != MAIL_HTML_IS_RCDATA;
  if (plain && read_plain(tokenizer, token)) {
    return true;
  }
  if (tokenizer->bytes[tokenizer->at] == '<' &&
      (tokenizer->content == MAIL_HTML_IS_RCDATA
           ? has_end_of_element(tokenizer, tokenizer->at)
           : is_markup(tokenizer))) {
    return read_markup(tokenizer, token);
  }
  read_text(tokenizer, token);
  return true;
}

bool mail_html_next(struct mail_html_tokenizer *tokenizer,
                    struct mail_html_token *token) {
  if (tokenizer->at >= tokenizer->size) {
    return false;
  }
  token->start = tokenizer->at;
  if (!read_token(tokenizer, token)) {
    return false;
  }
  tokenizer->at = token->end;
  return true;
}
