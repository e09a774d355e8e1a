/* SPDX-License-Identifier: MIT */
#include "mail/placeholder_code.h"

#include "mail/line.h"
#include "mail/phrase.h"
#include "text/byte_class.h"

static bool ends_with(struct base_slice text, char byte) {
  return text.size > 0 && text.bytes[text.size - 1] == byte;
}

/* Words between double braces are names, but for those of Go and for `else`:
 * `{{ range .Items }}` opens, `{{ range }}` and `{{ range | upper }}` put. */
static enum mail_placeholder_role role_of_braced_word(struct base_slice inner) {
  struct base_slice word = mail_code_take_word(&inner);
  bool apart = base_slice_has(inner, 0, ' ');
  struct base_slice rest = mail_trim(inner);
  if (mail_equals_nocase(word, "else") && (apart || rest.size == 0)) {
    return MAIL_PARTS;
  }
  if (mail_equals_nocase(word, "end") && rest.size == 0) {
    return MAIL_MAY_CLOSE;
  }
  if (!apart || rest.size == 0 || rest.bytes[0] == '|') {
    return MAIL_PUTS;
  }
  if (mail_is_among(word, "block if range with")) {
    return MAIL_OPENS;
  }
  if (mail_equals_nocase(word, "define")) {
    return MAIL_DEFINES;
  }
  return mail_equals_nocase(word, "template") ? MAIL_IS_SILENT : MAIL_PUTS;
}

static enum mail_placeholder_role role_of_braces(struct base_slice inner) {
  inner = mail_code_core(inner, "-~");
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
    return base_slice_holds(inner, '=') ? MAIL_IS_SILENT : MAIL_PUTS;
  default:
    return role_of_braced_word(inner);
  }
}

static bool translates(struct base_slice word) {
  return mail_is_among(word, "trans translate");
}

/* Jinja's `{% trans n=count %}` and Twig's `{% trans with {…} %}` have an end;
 * Django's `{% trans "Hello" %}` and `{% trans greeting %}` do not. */
static enum mail_placeholder_role role_of_translation(struct base_slice code) {
  code = mail_trim(code);
  if (code.size == 0) {
    return MAIL_OPENS;
  }
  if (code.bytes[0] == '"' || code.bytes[0] == '\'') {
    return MAIL_PUTS;
  }
  bool sets = base_slice_holds(code, '=');
  struct base_slice word = mail_code_take_word(&code);
  return sets || mail_is_among(word, "count from into notrimmed trimmed with")
             ? MAIL_OPENS
             : MAIL_PUTS;
}

/* What `{% end… %}` ends. */
static enum mail_placeholder_role role_of_percent_end(struct base_slice ended) {
  if (mail_equals_nocase(ended, "comment")) {
    return MAIL_UNCOMMENTS;
  }
  return mail_equals_nocase(ended, "case") || translates(ended) ||
                 mail_code_role(ended, MAIL_IS_SILENT) == MAIL_OPENS
             ? MAIL_CLOSES
             : MAIL_IS_SILENT;
}

/* Whether it keeps what it would put under a name: `… as name`. */
static bool keeps(struct base_slice code) {
  mail_code_take_last_word(&code);
  return mail_equals_nocase(mail_code_take_last_word(&code), "as");
}

static enum mail_placeholder_role role_of_percent(struct base_slice inner) {
  inner = mail_code_core(inner, "-+");
  struct base_slice word = mail_code_take_word(&inner);
  if (mail_code_take_end(&word)) {
    return role_of_percent_end(word);
  }
  if (base_slice_has(inner, 0, '.')) {
    return MAIL_PUTS; /* Help Scout's {%customer.firstName%} */
  }
  if (translates(word)) {
    return keeps(inner) ? MAIL_IS_SILENT : role_of_translation(inner);
  }
  if (mail_is_among(word, "cycle firstof now static t url")) {
    return mail_trim(inner).size > 0 && !keeps(inner) ? MAIL_PUTS
                                                      : MAIL_IS_SILENT;
  }
  if (mail_equals_nocase(word, "case")) {
    return MAIL_OPENS;
  }
  if (mail_is_among(word, "plural pluralize")) {
    return MAIL_PARTS;
  }
  return mail_equals_nocase(word, "comment")
             ? MAIL_COMMENTS
             : mail_code_role(word, MAIL_IS_SILENT);
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
  return code.size > 3 && base_slice_ends(code, " do");
}

/* Ruby, Elixir, or what has braces: EJS, JSP. */
static enum mail_placeholder_role role_of_code(struct base_slice code) {
  bool opens = ends_with(code, '{') || opens_by_do(code);
  if (base_slice_has(code, 0, '}')) {
    return opens ? MAIL_PARTS : MAIL_CLOSES;
  }
  struct base_slice word = mail_code_take_word(&code);
  return opens || mail_equals_nocase(word, "case")
             ? MAIL_OPENS
             : mail_code_role(word, MAIL_IS_SILENT);
}

/* `<%-` puts in EJS, and cuts blanks off in ERB. */
static enum mail_placeholder_role role_of_angle(struct base_slice inner) {
  bool dashed = base_slice_has(inner, 0, '-');
  struct base_slice code = mail_code_core(inner, "-_=");
  if (base_slice_has(inner, 0, '=')) {
    return opens_by_do(code) ? MAIL_OPENS : MAIL_PUTS;
  }
  enum mail_placeholder_role role = role_of_code(code);
  return dashed && role == MAIL_IS_SILENT ? MAIL_PUTS : role;
}

static enum mail_placeholder_role role_of_php_end(struct base_slice ended) {
  return mail_code_role(ended, MAIL_IS_SILENT) == MAIL_OPENS ? MAIL_CLOSES
                                                             : MAIL_IS_SILENT;
}

/* `if (a):` and `if (a) {` open; `if (a) { b(); }` is all there is. */
static enum mail_placeholder_role role_of_php(struct base_slice inner) {
  struct base_slice code = mail_code_core(inner, ";");
  struct base_slice rest = code;
  struct base_slice word = mail_code_take_word(&rest);
  if (mail_equals_nocase(word, "php")) {
    code = mail_trim(rest);
    rest = code;
    word = mail_code_take_word(&rest);
  } else if (base_slice_has(code, 0, '=')) {
    return MAIL_PUTS;
  }
  if (mail_is_among(word, "echo print printf _e esc_attr_e esc_html_e")) {
    return MAIL_PUTS;
  }
  if (mail_code_take_end(&word)) {
    return role_of_php_end(word);
  }
  bool goes_on = base_slice_has(code, 0, '}') || ends_with(code, '{') ||
                 ends_with(code, ':');
  return goes_on ? role_of_code(code) : MAIL_IS_SILENT;
}

/* Velocity's `#{else}` and `#{end}`; else a value. */
static enum mail_placeholder_role role_of_hash(struct base_slice inner) {
  if (mail_equals_nocase(inner, "else")) {
    return MAIL_PARTS;
  }
  return mail_equals_nocase(inner, "end") ? MAIL_MAY_CLOSE : MAIL_PUTS;
}

/* Thymeleaf: what has no end puts. */
static enum mail_placeholder_role role_of_attribute(struct base_slice inner) {
  return ends_with(inner, '/') ? MAIL_PUTS : MAIL_OPENS;
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
  enum { END = 3 };
  if (base_slice_has(inner, 0, '#')) {
    return MAIL_IS_SILENT;
  }
  inner = mail_code_core(inner, "-+=~");
  bool ended = inner.size > END &&
               mail_equals_nocase(mail_skip(inner, inner.size - END), "END");
  struct base_slice word = mail_code_take_word(&inner);
  inner = mail_trim(inner);
  if (base_slice_has(inner, 0, '=') && !base_slice_has(inner, 1, '=')) {
    return MAIL_IS_SILENT;
  }
  if (!is_upper(word) || base_slice_has(inner, 0, '.')) {
    return MAIL_PUTS;
  }
  if (mail_is_among(word,
                    "call catch clear default final include insert last "
                    "macro meta next process return set stop throw use")) {
    return MAIL_IS_SILENT;
  }
  if (mail_equals_nocase(word, "case")) {
    return MAIL_PARTS;
  }
  enum mail_placeholder_role role = mail_is_among(word, "perl rawperl try view")
                                        ? MAIL_OPENS
                                        : mail_code_role(word, MAIL_PUTS);
  return role == MAIL_OPENS && ended ? MAIL_PUTS : role;
}

/* FreeMarker. */
static enum mail_placeholder_role role_of_directive(struct base_slice inner) {
  struct base_slice word = mail_code_take_word(&inner);
  if (mail_is_among(word, "list items")) {
    return MAIL_OPENS;
  }
  return mail_equals_nocase(word, "case")
             ? MAIL_PARTS
             : mail_code_role(word, MAIL_IS_SILENT);
}

enum mail_placeholder_role mail_placeholder_role_of(enum mail_dialect dialect,
                                                    struct base_slice inner) {
  switch (dialect) {
  case MAIL_DIALECT_VALUE:
    break;
  case MAIL_DIALECT_COMMENT:
    return MAIL_IS_SILENT;
  case MAIL_DIALECT_BRACE:
    return mail_code_role_in_brace(inner);
  case MAIL_DIALECT_BRACES:
    return role_of_braces(inner);
  case MAIL_DIALECT_PERCENT:
    return role_of_percent(inner);
  case MAIL_DIALECT_PERCENTS:
    return mail_code_role_in_percents(inner);
  case MAIL_DIALECT_ANGLE:
    return role_of_angle(inner);
  case MAIL_DIALECT_PHP:
    return role_of_php(inner);
  case MAIL_DIALECT_HASH:
    return role_of_hash(inner);
  case MAIL_DIALECT_SQUARE:
    return role_of_square(inner);
  case MAIL_DIALECT_ATTRIBUTE:
    return role_of_attribute(inner);
  case MAIL_DIALECT_STAR:
    return mail_code_role_in_star(inner);
  case MAIL_DIALECT_DIRECTIVE:
    return role_of_directive(inner);
  case MAIL_DIALECT_END_DIRECTIVE:
    return role_of_directive(inner) == MAIL_OPENS ? MAIL_CLOSES
                                                  : MAIL_IS_SILENT;
  }
  return MAIL_PUTS;
}
