/* SPDX-License-Identifier: MIT */
#include "mail/placeholder.h"

#include "mail/html_token.h"
#include "mail/line.h"
#include "mail/phrase.h"
#include "text/byte_class.h"

/* The words that code begins with in most languages. */
static const struct {
  const char *word;
  enum mail_placeholder_role role;
} words[] = {
    {"begin", MAIL_OPENS},      {"block", MAIL_OPENS},
    {"blocktrans", MAIL_OPENS}, {"blocktranslate", MAIL_OPENS},
    {"define", MAIL_OPENS},     {"each", MAIL_OPENS},
    {"elif", MAIL_PARTS},       {"else", MAIL_PARTS},
    {"elseif", MAIL_PARTS},     {"elsif", MAIL_PARTS},
    {"end", MAIL_CLOSES},       {"filter", MAIL_OPENS},
    {"for", MAIL_OPENS},        {"foreach", MAIL_OPENS},
    {"if", MAIL_OPENS},         {"ifchanged", MAIL_OPENS},
    {"ifequal", MAIL_OPENS},    {"ifnotequal", MAIL_OPENS},
    {"range", MAIL_OPENS},      {"switch", MAIL_OPENS},
    {"tablerow", MAIL_OPENS},   {"unless", MAIL_OPENS},
    {"when", MAIL_PARTS},       {"while", MAIL_OPENS},
    {"with", MAIL_OPENS},       {"wrapper", MAIL_OPENS},
};

static bool is_word_byte(char byte) {
  return byte == '_' || text_byte_is(byte, TEXT_BYTE_WORD);
}

/* Takes the first word off; empty when there is none. */
static struct base_slice take_word(struct base_slice *inner) {
  size_t size = 0;
  while (size < inner->size && is_word_byte(inner->bytes[size])) {
    size++;
  }
  struct base_slice word = {inner->bytes, size};
  *inner = mail_skip(*inner, size);
  return word;
}

static bool is(struct base_slice word, const char *other) {
  return mail_html_same(word, base_slice_of(other));
}

static bool is_one_of(struct base_slice word, const char *const *others,
                      size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (is(word, others[i])) {
      return true;
    }
  }
  return false;
}

/* What a word does; `other` when it is none of them. */
static enum mail_placeholder_role role_of_word(
    struct base_slice word, enum mail_placeholder_role other) {
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
    if (is(word, words[i].word)) {
      return words[i].role;
    }
  }
  return other;
}

/* Without blanks and the signs that cut blanks off: {%- -%}, {{~ ~}}. */
static struct base_slice core_of(struct base_slice inner, const char *signs) {
  inner = mail_trim(inner);
  while (inner.size > 0 && inner.bytes[0] != '\0' &&
         strchr(signs, inner.bytes[0]) != NULL) {
    inner = mail_skip(inner, 1);
  }
  while (inner.size > 0 && inner.bytes[inner.size - 1] != '\0' &&
         strchr(signs, inner.bytes[inner.size - 1]) != NULL) {
    inner.size--;
  }
  return mail_trim(inner);
}

static bool begins_with(struct base_slice text, char byte) {
  return text.size > 0 && text.bytes[0] == byte;
}

static bool ends_with(struct base_slice text, char byte) {
  return text.size > 0 && text.bytes[text.size - 1] == byte;
}

/* Words between double braces are names, but for those of Go and for `else`:
 * `{{ range .Items }}` opens, `{{ range }}` and `{{ range | upper }}` put. */
static enum mail_placeholder_role role_of_braced_word(struct base_slice inner) {
  static const char *const openers[] = {"block", "if", "range", "with"};
  struct base_slice word = take_word(&inner);
  bool apart = begins_with(inner, ' ');
  struct base_slice rest = mail_trim(inner);
  if (is(word, "else") && (apart || rest.size == 0)) {
    return MAIL_PARTS;
  }
  if (is(word, "end") && rest.size == 0) {
    return MAIL_MAY_CLOSE;
  }
  if (!apart || rest.size == 0 || rest.bytes[0] == '|') {
    return MAIL_PUTS;
  }
  if (is_one_of(word, openers, sizeof openers / sizeof openers[0])) {
    return MAIL_OPENS;
  }
  if (is(word, "define")) {
    return MAIL_DEFINES;
  }
  return is(word, "template") ? MAIL_IS_SILENT : MAIL_PUTS;
}

static enum mail_placeholder_role role_of_braces(struct base_slice inner) {
  inner = core_of(inner, "-~");
  switch (inner.size == 0 ? '\0' : inner.bytes[0]) {
  case '#':
    return MAIL_OPENS;
  case '^':
    return inner.size == 1 ? MAIL_PARTS : MAIL_INVERTS;
  case '/': /* of a block, or Go's comment */
    return inner.size > 1 && inner.bytes[1] == '*' ? MAIL_IS_SILENT
                                                   : MAIL_CLOSES;
  case '!':
  case '>':
  case '=':
    return MAIL_IS_SILENT;
  case '$': /* Go's $name := */
    return memchr(inner.bytes, '=', inner.size) != NULL ? MAIL_IS_SILENT
                                                        : MAIL_PUTS;
  default:
    return role_of_braced_word(inner);
  }
}

static bool translates(struct base_slice word) {
  return is(word, "trans") || is(word, "translate");
}

/* Jinja's `{% trans n=count %}` and Twig's `{% trans with {…} %}` have an end;
 * Django's `{% trans "Hello" %}` and `{% trans greeting %}` do not. */
static enum mail_placeholder_role role_of_translation(struct base_slice code) {
  static const char *const openers[] = {"count",     "from",    "into",
                                        "notrimmed", "trimmed", "with"};
  code = mail_trim(code);
  if (code.size == 0) {
    return MAIL_OPENS;
  }
  if (code.bytes[0] == '"' || code.bytes[0] == '\'') {
    return MAIL_PUTS;
  }
  bool sets = memchr(code.bytes, '=', code.size) != NULL;
  struct base_slice word = take_word(&code);
  return sets || is_one_of(word, openers, sizeof openers / sizeof openers[0])
             ? MAIL_OPENS
             : MAIL_PUTS;
}

/* What `{% end… %}` ends. */
static enum mail_placeholder_role role_of_percent_end(struct base_slice ended) {
  if (is(ended, "comment")) {
    return MAIL_UNCOMMENTS;
  }
  return is(ended, "case") || translates(ended) ||
                 role_of_word(ended, MAIL_IS_SILENT) == MAIL_OPENS
             ? MAIL_CLOSES
             : MAIL_IS_SILENT;
}

/* Takes the last word off, and blanks before it. */
static struct base_slice take_last_word(struct base_slice *code) {
  *code = mail_trim(*code);
  size_t start = code->size;
  while (start > 0 && is_word_byte(code->bytes[start - 1])) {
    start--;
  }
  struct base_slice word = mail_skip(*code, start);
  code->size = start;
  *code = mail_trim(*code);
  return word;
}

/* Whether it keeps what it would put under a name: `… as name`. */
static bool keeps(struct base_slice code) {
  take_last_word(&code);
  return is(take_last_word(&code), "as");
}

static enum mail_placeholder_role role_of_percent(struct base_slice inner) {
  static const char *const putting[] = {"cycle",  "firstof", "now",
                                        "static", "t",       "url"};
  enum { END = 3 };
  inner = core_of(inner, "-+");
  struct base_slice word = take_word(&inner);
  if (word.size > END && is((struct base_slice){word.bytes, END}, "end")) {
    return role_of_percent_end(mail_skip(word, END));
  }
  if (begins_with(inner, '.')) {
    return MAIL_PUTS; /* Help Scout's {%customer.firstName%} */
  }
  if (translates(word)) {
    return keeps(inner) ? MAIL_IS_SILENT : role_of_translation(inner);
  }
  if (is_one_of(word, putting, sizeof putting / sizeof putting[0])) {
    return mail_trim(inner).size > 0 && !keeps(inner) ? MAIL_PUTS
                                                      : MAIL_IS_SILENT;
  }
  if (is(word, "case")) {
    return MAIL_OPENS;
  }
  if (is(word, "plural") || is(word, "pluralize")) {
    return MAIL_PARTS;
  }
  return is(word, "comment") ? MAIL_COMMENTS
                             : role_of_word(word, MAIL_IS_SILENT);
}

/* Ruby's and Elixir's `… do` or `… do |item|`. */
static bool opens_by_do(struct base_slice code) {
  if (ends_with(code, '|')) {
    size_t bar = code.size - 1;
    while (bar > 0 && code.bytes[bar - 1] != '|') {
      bar--;
    }
    code = mail_trim((struct base_slice){code.bytes, bar == 0 ? 0 : bar - 1});
  }
  return code.size > 3 && memcmp(code.bytes + code.size - 3, " do", 3) == 0;
}

/* Ruby, Elixir, or what has braces: EJS, JSP. */
static enum mail_placeholder_role role_of_code(struct base_slice code) {
  bool opens = ends_with(code, '{') || opens_by_do(code);
  if (begins_with(code, '}')) {
    return opens ? MAIL_PARTS : MAIL_CLOSES;
  }
  struct base_slice word = take_word(&code);
  return opens || is(word, "case") ? MAIL_OPENS
                                   : role_of_word(word, MAIL_IS_SILENT);
}

/* `<%-` puts in EJS, and cuts blanks off in ERB. */
static enum mail_placeholder_role role_of_angle(struct base_slice inner) {
  bool dashed = begins_with(inner, '-');
  struct base_slice code = core_of(inner, "-_=");
  if (begins_with(inner, '=')) {
    return opens_by_do(code) ? MAIL_OPENS : MAIL_PUTS;
  }
  enum mail_placeholder_role role = role_of_code(code);
  return dashed && role == MAIL_IS_SILENT ? MAIL_PUTS : role;
}

static bool is_upper(struct base_slice word) {
  for (size_t i = 0; i < word.size; i++) {
    if (text_byte_is(word.bytes[i], TEXT_BYTE_LOWER)) {
      return false;
    }
  }
  return word.size > 0;
}

/* Template Toolkit, whose own words are in capitals: `[% name %]` puts, as
 * does `[% IF a; b; END %]`. */
static enum mail_placeholder_role role_of_square(struct base_slice inner) {
  static const char *const openers[] = {"perl", "rawperl", "try", "view"};
  static const char *const silent[] = {
      "call",   "catch", "clear", "default", "final", "include",
      "insert", "last",  "macro", "meta",    "next",  "process",
      "return", "set",   "stop",  "throw",   "use"};
  enum { END = 3 };
  if (begins_with(inner, '#')) {
    return MAIL_IS_SILENT;
  }
  inner = core_of(inner, "-+=~");
  bool ended =
      inner.size > END && is(mail_skip(inner, inner.size - END), "END");
  struct base_slice word = take_word(&inner);
  inner = mail_trim(inner);
  if (begins_with(inner, '=') && !begins_with(mail_skip(inner, 1), '=')) {
    return MAIL_IS_SILENT;
  }
  if (!is_upper(word) || begins_with(inner, '.')) {
    return MAIL_PUTS;
  }
  if (is_one_of(word, silent, sizeof silent / sizeof silent[0])) {
    return MAIL_IS_SILENT;
  }
  if (is(word, "case")) {
    return MAIL_PARTS;
  }
  enum mail_placeholder_role role =
      is_one_of(word, openers, sizeof openers / sizeof openers[0])
          ? MAIL_OPENS
          : role_of_word(word, MAIL_PUTS);
  return role == MAIL_OPENS && ended ? MAIL_PUTS : role;
}

/* Smarty: `if $late`, `else`, `/if`; else a name. */
static enum mail_placeholder_role role_of_brace(struct base_slice inner) {
  static const char *const parting[] = {"else", "elseif", "foreachelse"};
  static const char *const silent[] = {"assign", "capture", "include",
                                       "literal", "strip"};
  bool ends = begins_with(inner, '/');
  if (ends) {
    inner = mail_skip(inner, 1);
  }
  struct base_slice word = take_word(&inner);
  if (role_of_word(word, MAIL_PUTS) == MAIL_OPENS) {
    bool asks = inner.size > 0 && memchr(inner.bytes, '$', inner.size) != NULL;
    return ends ? MAIL_CLOSES : asks ? MAIL_OPENS : MAIL_PUTS;
  }
  if (is_one_of(word, parting, sizeof parting / sizeof parting[0])) {
    return MAIL_PARTS;
  }
  return ends || is_one_of(word, silent, sizeof silent / sizeof silent[0])
             ? MAIL_IS_SILENT
             : MAIL_PUTS;
}

/* AMPscript: `IF @a == 1 THEN`; a block may hold all of a condition. */
static enum mail_placeholder_role role_of_percents(struct base_slice inner) {
  struct base_slice code = inner;
  struct base_slice last = take_last_word(&code);
  inner = mail_trim(inner);
  enum mail_placeholder_role role =
      role_of_word(take_word(&inner), MAIL_IS_SILENT);
  if (is(last, "endif") || is(last, "next")) {
    return code.size == 0 ? MAIL_CLOSES : MAIL_IS_SILENT;
  }
  return role;
}

/* Mailchimp: `*|IF:X|*`, `*|END:IF|*`. */
static enum mail_placeholder_role role_of_star(struct base_slice inner) {
  static const char *const openers[] = {"if", "ifnot", "interested"};
  struct base_slice word = take_word(&inner);
  if (is_one_of(word, openers, sizeof openers / sizeof openers[0])) {
    return MAIL_OPENS;
  }
  if (is(word, "else") || is(word, "elseif")) {
    return MAIL_PARTS;
  }
  return is(word, "end") ? MAIL_CLOSES : MAIL_PUTS;
}

/* FreeMarker. */
static enum mail_placeholder_role role_of_directive(struct base_slice inner) {
  struct base_slice word = take_word(&inner);
  if (is(word, "list") || is(word, "items")) {
    return MAIL_OPENS;
  }
  return is(word, "case") ? MAIL_PARTS : role_of_word(word, MAIL_IS_SILENT);
}

enum mail_placeholder_role mail_placeholder_role_of(enum mail_dialect dialect,
                                                    struct base_slice inner) {
  switch (dialect) {
  case MAIL_DIALECT_VALUE:
    break;
  case MAIL_DIALECT_COMMENT:
    return MAIL_IS_SILENT;
  case MAIL_DIALECT_BRACE:
    return role_of_brace(inner);
  case MAIL_DIALECT_BRACES:
    return role_of_braces(inner);
  case MAIL_DIALECT_PERCENT:
    return role_of_percent(inner);
  case MAIL_DIALECT_PERCENTS:
    return role_of_percents(inner);
  case MAIL_DIALECT_ANGLE:
    return role_of_angle(inner);
  case MAIL_DIALECT_SQUARE:
    return role_of_square(inner);
  case MAIL_DIALECT_STAR:
    return role_of_star(inner);
  case MAIL_DIALECT_DIRECTIVE:
    return role_of_directive(inner);
  case MAIL_DIALECT_END_DIRECTIVE:
    return role_of_directive(inner) == MAIL_OPENS ? MAIL_CLOSES
                                                  : MAIL_IS_SILENT;
  }
  return MAIL_PUTS;
}
