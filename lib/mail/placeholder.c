/* SPDX-License-Identifier: MIT */
#include "mail/placeholder.h"

#include "base/line_end.h"
#include "mail/line.h"
#include "mail/phrase.h"
#include "mail/placeholder_bare.h"
#include "mail/placeholder_reach.h"
#include "text/byte_class.h"

/* What may stand between the signs. The weaker they are, the less may. */
enum content {
  ANYTHING = 0,
  LETTER_FIRST, /* anything behind a letter: <#if, and not <#12> */
  ONE_LINE,
  EXPRESSION, /* the same, and no other placeholder: #{{ number }} */
  NAME,       /* words of a name, with single blanks between them */
  WORDS,      /* anything that is no code of a template */
  CODE,       /* a name, or what in Smarty and HEEx can be nothing else */
  WORD,       /* one of three letters or more, behind none: 5%a%b is no name */
};

struct syntax {
  const char *open;
  const char *close;
  enum content content;
  enum mail_dialect dialect;
};

/* The first one that fits is it: longer signs before shorter ones. */
static const struct syntax syntaxes[] = {
    {"{{!--", "--}}", ANYTHING, MAIL_DIALECT_COMMENT},
    {"{{--", "--}}", ANYTHING, MAIL_DIALECT_COMMENT},
    {"{{{", "}}}", ANYTHING, MAIL_DIALECT_VALUE},
    {"{{", "}}", ANYTHING, MAIL_DIALECT_BRACES},
    {"{%", "%}", ANYTHING, MAIL_DIALECT_PERCENT},
    {"{#", "#}", ANYTHING, MAIL_DIALECT_COMMENT},
    {"{*", "*}", ANYTHING, MAIL_DIALECT_COMMENT},
    {"{!!", "!!}", ANYTHING, MAIL_DIALECT_VALUE},
    {"{", "}", CODE, MAIL_DIALECT_BRACE},
    {"<!--", "-->", WORDS, MAIL_DIALECT_COMMENT}, /* in Markdown */
    {"<%--", "--%>", ANYTHING, MAIL_DIALECT_COMMENT},
    {"<%!--", "--%>", ANYTHING, MAIL_DIALECT_COMMENT},
    {"<%", "%>", ANYTHING, MAIL_DIALECT_ANGLE},
    {"<#--", "-->", ANYTHING, MAIL_DIALECT_COMMENT},
    {"<#", ">", LETTER_FIRST, MAIL_DIALECT_DIRECTIVE},
    {"</#", ">", LETTER_FIRST, MAIL_DIALECT_END_DIRECTIVE},
    {"<@", ">", LETTER_FIRST, MAIL_DIALECT_COMMENT},
    {"</@", ">", LETTER_FIRST, MAIL_DIALECT_COMMENT},
    {"<?", "?>", ANYTHING, MAIL_DIALECT_PHP},
    {"<<", ">>", NAME, MAIL_DIALECT_VALUE},
    {"[%", "%]", ANYTHING, MAIL_DIALECT_SQUARE},
    {"[[", "]]", ONE_LINE, MAIL_DIALECT_VALUE},
    {"[(${", "})]", ONE_LINE, MAIL_DIALECT_VALUE},
    {"[(#{", "})]", ONE_LINE, MAIL_DIALECT_VALUE},
    {"[# th:", "]", ONE_LINE, MAIL_DIALECT_ATTRIBUTE},
    {"${", "}", EXPRESSION, MAIL_DIALECT_VALUE},
    {"$!{", "}", EXPRESSION, MAIL_DIALECT_VALUE},
    {"#*", "*#", ANYTHING, MAIL_DIALECT_COMMENT},
    {"@*", "*@", ANYTHING, MAIL_DIALECT_COMMENT},
    {"#{", "}", EXPRESSION, MAIL_DIALECT_HASH},
    {"*|", "|*", ONE_LINE, MAIL_DIALECT_STAR},
    {"%{", "}", NAME, MAIL_DIALECT_VALUE},
    {"%(", ")s", NAME, MAIL_DIALECT_VALUE},
    {"%(", ")d", NAME, MAIL_DIALECT_VALUE},
    {"%%[", "]%%", ANYTHING, MAIL_DIALECT_PERCENTS},
    {"%%=", "=%%", ANYTHING, MAIL_DIALECT_VALUE},
    {"%%", "%%", NAME, MAIL_DIALECT_VALUE},
    {"%", "%", WORD, MAIL_DIALECT_VALUE},
    {"«", "»", WORD, MAIL_DIALECT_VALUE}, /* fields of Word */
};

enum { SYNTAXES = sizeof syntaxes / sizeof syntaxes[0] };

/* Their first bytes. */
static const bool opens[256] = {
    ['{'] = true, ['<'] = true,  ['['] = true, ['$'] = true,
    ['#'] = true, ['*'] = true,  ['%'] = true, ['@'] = true,
    ['}'] = true, [0xC2] = true, /* « */
};

static bool starts(struct base_slice text, size_t at, const char *sign) {
  return base_slice_begins(mail_skip(text, at), sign);
}

/* Where the closing sign stands; the text's size when another opening one
 * stands before it. So no stretch is searched twice for the same sign. */
static size_t find_close(struct base_slice text, size_t at,
                         const struct syntax *syntax) {
  for (; at < text.size; at++) {
    if (starts(text, at, syntax->close)) {
      return at;
    }
    if (starts(text, at, syntax->open)) {
      return text.size;
    }
  }
  return text.size;
}

static bool is_name_byte(char byte) {
  return text_byte_is(byte, TEXT_BYTE_WORD | TEXT_BYTE_HIGH) ||
         base_is_one_of(byte, "_.-:");
}

/* `first_name`, `user.name`, `first name`. */
static bool is_name(struct base_slice inner) {
  enum { LONGEST = 64 }; /* bytes */
  if (inner.size == 0 || inner.size > LONGEST ||
      !(text_byte_is(inner.bytes[0], TEXT_BYTE_LETTER | TEXT_BYTE_HIGH) ||
        inner.bytes[0] == '_')) {
    return false;
  }
  char before = '\0';
  for (size_t i = 0; i < inner.size; i++) {
    char byte = inner.bytes[i];
    if (!is_name_byte(byte) && !(byte == ' ' && before != ' ')) {
      return false;
    }
    before = byte;
  }
  return before != ' ';
}

static bool is_word(struct base_slice inner) {
  enum { SHORTEST = 3 }; /* %E2% is part of an encoded address */
  return inner.size >= SHORTEST && is_name(inner) &&
         !base_slice_holds(inner, ' ');
}

static bool is_one_line(struct base_slice inner) {
  for (size_t i = 0; i < inner.size; i++) {
    if (base_is_line_end(inner.bytes[i])) {
      return false;
    }
  }
  return inner.size > 0;
}

static size_t name_size(struct base_slice text) {
  size_t size = 0;
  while (size < text.size && is_name_byte(text.bytes[size])) {
    size++;
  }
  return size;
}

/* Behind a first word a variable, `name=`, or all in parentheses: `if $late`,
 * `include file="a"`, `money(@price)`. */
static bool is_call(struct base_slice inner) {
  size_t word = name_size(inner);
  if (word == 0 || word == inner.size || !mail_is_letter(inner.bytes[0])) {
    return false;
  }
  struct base_slice rest = mail_skip(inner, word);
  if (rest.bytes[0] == '(') {
    return rest.bytes[rest.size - 1] == ')';
  }
  struct base_slice argument = mail_trim(rest);
  size_t name = name_size(argument);
  return rest.bytes[0] == ' ' &&
         (base_slice_holds(argument, '$') ||
          (name > 0 && name < argument.size && argument.bytes[name] == '='));
}

/* Python's and Java's `0`, `2,date,long`, `day:%d.%m.`, `name!r`, `a[b]`. */
static bool is_field(struct base_slice inner) {
  size_t digits = mail_skip_digits(inner, 0);
  if (digits > 0) {
    struct base_slice rest = mail_skip(inner, digits);
    return rest.size == 0 || (rest.size > 1 && rest.bytes[0] == ',' &&
                              mail_is_letter(rest.bytes[1]));
  }
  size_t name = name_size(inner);
  return name > 1 && name < inner.size && mail_is_letter(inner.bytes[0]) &&
         (inner.bytes[name - 1] == ':' || inner.bytes[name] == '!' ||
          inner.bytes[name] == '[');
}

/* Also `$name|upper`, `@name`, `/if`, Salesforce's `!IF(a, "b")`. */
static bool is_code(struct base_slice inner) {
  if (is_name(inner)) {
    return true;
  }
  if (!is_one_line(inner)) {
    return false;
  }
  bool marked = base_is_one_of(inner.bytes[0], "$@!/");
  return marked ? inner.size > 1 && mail_is_letter(inner.bytes[1])
                : is_call(inner) || is_field(inner);
}

/* Whether `inner`, which begins at text[at], is fit for the signs. */
static bool fits(struct base_slice text, size_t open, struct base_slice inner,
                 enum content content) {
  switch (content) {
  case ANYTHING:
    return true;
  case LETTER_FIRST:
    return inner.size > 0 && mail_is_letter(inner.bytes[0]);
  case ONE_LINE:
    return is_one_line(inner);
  case EXPRESSION:
    return is_one_line(inner) && !base_is_one_of(inner.bytes[0], "{%#");
  case NAME:
    return is_name(inner);
  case WORDS:
    return !base_slice_holds(inner, '{') && !base_slice_holds(inner, '%');
  case CODE:
    return is_code(inner);
  case WORD:
    return is_word(inner) &&
           (open == 0 || !text_byte_is(text.bytes[open - 1], TEXT_BYTE_WORD));
  }
  return false;
}

static void note_words(struct base_slice text, struct base_slice inner,
                       struct mail_placeholder *found) {
  if (found->role != MAIL_PUTS) {
    return;
  }
  struct base_slice words = mail_placeholder_words(inner);
  if (words.size > 0) {
    found->words = (uint32_t)(words.bytes - text.bytes);
    found->words_end = found->words + (uint32_t)words.size;
  }
}

static bool read(struct base_slice text, size_t at, const struct syntax *syntax,
                 struct mail_placeholder *found) {
  if (!starts(text, at, syntax->open)) {
    return false;
  }
  size_t start = at + strlen(syntax->open);
  size_t close = find_close(text, start, syntax);
  struct base_slice inner = {text.bytes + start, close - start};
  if (close == text.size || !fits(text, at, inner, syntax->content)) {
    return false;
  }
  *found = (struct mail_placeholder){
      .start = (uint32_t)at,
      .end = (uint32_t)(close + strlen(syntax->close)),
      .role = mail_placeholder_role_of(syntax->dialect, inner),
  };
  note_words(text, inner, found);
  return true;
}

/* The signs of a label reach to its words, also over line ends. */
static void reach_label(struct base_slice text, uint32_t from,
                        struct mail_placeholder *found) {
  if (found->role == MAIL_LABELS) {
    while (found->end < text.size &&
           base_is_blank_or_line_end(text.bytes[found->end])) {
      found->end++;
    }
  } else if (found->role == MAIL_UNLABELS || found->role == MAIL_MAY_UNLABEL) {
    while (found->start > from &&
           base_is_blank_or_line_end(text.bytes[found->start - 1])) {
      found->start--;
    }
  }
}

/* Those that no sign ends. */
static bool read_bare(struct base_slice text, uint32_t from, size_t at,
                      struct mail_placeholder *found) {
  if (!mail_placeholder_bare(text, at, found)) {
    return false;
  }
  reach_label(text, from, found);
  struct base_slice inner = {text.bytes + at + 1, found->end - at - 1};
  note_words(text, inner, found);
  return true;
}

/* `<br>`, `<br/>`, `<br />`. */
static bool read_break(struct base_slice text, size_t at,
                       struct mail_placeholder *found) {
  if (!starts(text, at, "<br")) {
    return false;
  }
  size_t end = at + strlen("<br");
  end += base_slice_has(text, end, ' ') ? 1 : 0;
  end += base_slice_has(text, end, '/') ? 1 : 0;
  return base_slice_has(text, end, '>') &&
         mail_placeholder_is(found, at, end + 1, MAIL_IS_SILENT);
}

static bool read_comment(struct base_slice text, size_t at,
                         struct mail_placeholder *found) {
  return starts(text, at, "##") &&
         mail_placeholder_is(found, at, mail_reach_line(text, at),
                             MAIL_IS_SILENT);
}

struct mail_template_text mail_template_text_of(struct base_slice bytes,
                                                bool html) {
  bool found = false;
  for (size_t at = 0; at < bytes.size && !found; at++) {
    found = (bytes.bytes[at] == '#' || bytes.bytes[at] == '%') &&
            mail_has_comments(bytes, at);
  }
  return (struct mail_template_text){bytes, html, found};
}

bool mail_placeholder_find(const struct mail_template_text *text, uint32_t from,
                           struct mail_placeholder *found) {
  struct base_slice bytes = text->bytes;
  for (size_t at = from; at < bytes.size; at++) {
    if (!opens[(unsigned char)bytes.bytes[at]]) {
      continue;
    }
    if (text->has_comments && read_comment(bytes, at, found)) {
      return true;
    }
    for (size_t i = 0; i < SYNTAXES; i++) {
      if (read(bytes, at, &syntaxes[i], found)) {
        return true;
      }
    }
    if (read_bare(bytes, from, at, found) ||
        (!text->html && read_break(bytes, at, found))) {
      return true;
    }
  }
  return false;
}
