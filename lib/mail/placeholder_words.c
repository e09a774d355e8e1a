/* SPDX-License-Identifier: MIT */
#include "mail/placeholder_code.h"

#include "mail/line.h"
#include "mail/phrase.h"
#include "text/byte_class.h"

/* How many literals stand before the text that a word translates, a domain or
 * a context; -1 when it is none that does. */
static int skipped_by(struct base_slice word) {
  if (mail_is_among(word, "dgettext pgettext")) {
    return 1;
  }
  return mail_is_among(word,
                       "_ __ _e esc_html__ esc_html_e gettext i18n l lang "
                       "loc localize maketext ngettext t tr trans "
                       "translate")
             ? 0
             : -1;
}

static bool is_call_byte(char byte) {
  return text_byte_is(byte, TEXT_BYTE_WORD) || base_is_one_of(byte, "_.$:");
}

/* Takes a name off that translates, behind its text as a filter or before it;
 * of `I18n.t` or `c.loc` what is behind the last point counts. Returns as
 * skipped_by() does. */
static int take_translator(struct base_slice *code) {
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
  return skipped_by(name);
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
    return take_translator(&code) >= 0;
  }
  int skipped = take_translator(&code);
  if (skipped < 0) {
    return false;
  }
  take_sign(&code, '(');
  for (int i = 0; i < skipped; i++) {
    if (!take_literal(&code, words) || !take_sign(&code, ',')) {
      return false;
    }
  }
  return take_literal(&code, words);
}

/* Takes off what only puts: `php echo`, `printf(`. */
static struct base_slice without_putting(struct base_slice code) {
  for (;;) {
    struct base_slice rest = code;
    struct base_slice word = mail_code_take_word(&rest);
    if (!mail_is_among(word, "php echo print printf")) {
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
