/* SPDX-License-Identifier: MIT */
#include "mail/placeholder_code.h"

#include "mail/line.h"
#include "mail/phrase.h"
#include "text/byte_class.h"

/* What translates a text that stands behind it, or before it as a filter. */
static const struct {
  const char *name;
  unsigned skipped; /* literals before the text: a domain, a context */
} translators[] = {
    {"_", 0},          {"__", 0},         {"_e", 0},        {"dgettext", 1},
    {"esc_html__", 0}, {"esc_html_e", 0}, {"gettext", 0},   {"i18n", 0},
    {"l", 0},          {"lang", 0},       {"loc", 0},       {"localize", 0},
    {"maketext", 0},   {"ngettext", 0},   {"pgettext", 1},  {"t", 0},
    {"tr", 0},         {"trans", 0},      {"translate", 0},
};

enum { TRANSLATORS = sizeof translators / sizeof translators[0] };

static bool is_call_byte(char byte) {
  return text_byte_is(byte, TEXT_BYTE_WORD) || base_is_one_of(byte, "_.$:");
}

/* Takes a name off, and of `I18n.t` or `c.loc` what is behind the last point;
 * which translator it is, or TRANSLATORS. */
static size_t take_translator(struct base_slice *code) {
  size_t start = 0;
  size_t size = 0;
  while (size < code->size && is_call_byte(code->bytes[size])) {
    size++;
    if (strchr(".$:", code->bytes[size - 1]) != NULL) {
      start = size;
    }
  }
  struct base_slice name = {code->bytes + start, size - start};
  *code = mail_skip(*code, size);
  size_t i = 0;
  while (i < TRANSLATORS && !mail_equals_nocase(name, translators[i].name)) {
    i++;
  }
  return i;
}

static void skip_blanks(struct base_slice *code) {
  *code = mail_skip(*code, mail_blanks_size(*code));
}

static bool take_sign(struct base_slice *code, char sign) {
  skip_blanks(code);
  if (code->size == 0 || code->bytes[0] != sign) {
    return false;
  }
  *code = mail_skip(*code, 1);
  return true;
}

/* Takes a literal off, its quotation marks with it. */
static bool take_literal(struct base_slice *code, struct base_slice *words) {
  skip_blanks(code);
  if (code->size == 0 || (code->bytes[0] != '"' && code->bytes[0] != '\'')) {
    return false;
  }
  char mark = code->bytes[0];
  size_t end = 1;
  while (end < code->size && code->bytes[end] != mark) {
    end += code->bytes[end] == '\\' ? 2 : 1;
  }
  if (end >= code->size) {
    return false;
  }
  *words = (struct base_slice){code->bytes + 1, end - 1};
  *code = mail_skip(*code, end + 1);
  return true;
}

/* A line break written `\n`, or a `>` that could end a tag around it. */
static bool is_hard_to_read(struct base_slice words) {
  bool tag = false;
  for (size_t i = 0; i < words.size; i++) {
    if (words.bytes[i] == '\\' &&
        text_byte_is(words.bytes[++i], TEXT_BYTE_LETTER)) {
      return true;
    }
    if (words.bytes[i] == '>' && !tag) {
      return true;
    }
    tag = words.bytes[i] == '<' || (tag && words.bytes[i] != '>');
  }
  return false;
}

/* Whether it is text and not the key of one, `mail.greeting` or `hello`: two
 * words, or one with a capital letter. */
static bool is_text(struct base_slice words) {
  if (base_slice_holds(words, ' ')) {
    return !is_hard_to_read(words);
  }
  size_t at = 1;
  while (at < words.size &&
         text_byte_is(words.bytes[at], TEXT_BYTE_LOWER | TEXT_BYTE_HIGH)) {
    at++;
  }
  bool ends = at == words.size || (at + 1 == words.size &&
                                   strchr(",.!?:", words.bytes[at]) != NULL);
  return at > 1 && ends && text_byte_is(words.bytes[0], TEXT_BYTE_UPPER);
}

/* `_("Hello")`, `trans "Hello"`, `"Hello"|trans`. */
static bool find_literal(struct base_slice code, struct base_slice *words) {
  if (take_literal(&code, words)) {
    if (!take_sign(&code, '|')) {
      return false;
    }
    skip_blanks(&code);
    return take_translator(&code) < TRANSLATORS;
  }
  size_t translator = take_translator(&code);
  if (translator == TRANSLATORS) {
    return false;
  }
  take_sign(&code, '(');
  for (unsigned i = 0; i < translators[translator].skipped; i++) {
    if (!take_literal(&code, words) || !take_sign(&code, ',')) {
      return false;
    }
  }
  return take_literal(&code, words);
}

/* Takes off what only puts: `php echo`, `printf(`. */
static struct base_slice without_putting(struct base_slice code) {
  static const char *const putting[] = {"php", "echo", "print", "printf"};
  for (;;) {
    struct base_slice rest = code;
    struct base_slice word = mail_code_take_word(&rest);
    if (!mail_code_is_one_of(word, putting, sizeof putting / sizeof *putting)) {
      return code;
    }
    take_sign(&rest, '(');
    code = mail_trim(rest);
  }
}

struct base_slice mail_placeholder_words(struct base_slice inner) {
  struct base_slice words;
  struct base_slice code = mail_code_core(inner, "-=~+&");
  bool found = find_literal(without_putting(code), &words);
  return found && is_text(words) ? words : base_slice_of("");
}
