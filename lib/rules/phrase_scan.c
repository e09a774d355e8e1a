/* SPDX-License-Identifier: MIT */
/* From the characters of a phrase to lexemes, with the mistakes that are seen
 * from neighbouring characters. */
#include "rules/phrase_tree.h"

#include "text/fold.h"
#include "text/unicode.h"

#include <string.h>

enum { EN_DASH = 0x2013, EM_DASH = 0x2014, ELLIPSIS = 0x2026 };

struct character {
  uint32_t code;
  size_t size; /* bytes; 0 at the end of the text */
};

static struct character decode(const char *text) {
  enum { LONGEST = 4 }; /* bytes of a code point */
  struct character character = {(unsigned char)*text, *text != '\0'};
  if (character.code < 0x80) {
    return character;
  }
  size_t size = strnlen(text, LONGEST);
  if (size > 0) {
    character.size = text_decode(text, size, &character.code);
  }
  return character;
}

static bool is_hyphen(uint32_t code) {
  return code == '-' || code == 0x2010 || code == 0x2011;
}

static bool is_quotation_mark(uint32_t code) {
  return code == '"' || (code >= 0x201A && code <= 0x201F) || code == 0xAB ||
         code == 0xBB || code == 0x2039 || code == 0x203A;
}

/* Punctuation that may be written in a phrase. */
static bool is_mark(uint32_t code) {
  return (code < 0x80 && code != 0 && strchr(",.?!:;/&", (int)code) != NULL) ||
         code == ELLIPSIS || code == EN_DASH || code == EM_DASH;
}

/* Whatever words are made of. */
static bool is_letter(uint32_t code) {
  bool common = text_is_letter(code) || text_is_digit(code) || code == '_';
  return common ||
         (code >= 0x80 && (text_is_mark(code) || text_is_ignorable(code)));
}

static bool is_opening(uint32_t code) {
  return code == '(' || code == '[' || code == '{' || code == '<';
}

/* Behind an apostrophe: s that ends the word. */
static bool is_final_s(const char *text) {
  return (text[0] == 's' || text[0] == 'S') &&
         !is_letter(decode(text + 1).code);
}

/* What joins two letters or digits to one word, as the tokenizer does it: an
 * inner apostrophe (not the one of 's), the & of R&D, the full stop of e.g.
 * and 3.5, the marks inside a number. */
static bool joins(uint32_t before, uint32_t code, const char *after) {
  uint32_t next = decode(after).code;
  if (!is_letter(next)) {
    return false;
  }
  if (text_is_apostrophe(code)) {
    return !is_final_s(after);
  }
  bool in_number = text_is_digit(before) && text_is_digit(next);
  return code == '&' || code == '.' ||
         (in_number && (code == ',' || code == ':'));
}

static enum text_word_break word_break(uint32_t code) {
  return (enum text_word_break)text_property_of(code)->typed_break;
}

/* Whether letters that touch are of two words, as the tokenizer has it where a
 * script puts no blanks between them: 你好 are two, テスト版 the katakana and
 * one more. */
static bool parts(uint32_t before, uint32_t code) {
  if (before == 0 || (before < 0x80 && code < 0x80) || text_is_mark(code) ||
      text_is_ignorable(code)) {
    return false;
  }
  enum text_word_break one = word_break(before);
  enum text_word_break other = word_break(code);
  return one == TEXT_WB_OTHER || other == TEXT_WB_OTHER ||
         (one == TEXT_WB_KATAKANA) != (other == TEXT_WB_KATAKANA);
}

static size_t word_end(const char *text, size_t place) {
  uint32_t before = 0;
  for (;;) {
    struct character at = decode(text + place);
    bool part =
        is_letter(at.code)
            ? !parts(before, at.code)
            : before != 0 && joins(before, at.code, text + place + at.size);
    if (!part) {
      return place + (at.code == '%' && text_is_digit(before));
    }
    before = at.code;
    place += at.size;
  }
}

/* A lexeme that stands for words must not touch a bracket, a star or other
 * letters behind it. */
static bool ends_apart(struct phrase_compiler *compiler, const char *text,
                       const struct phrase_lexeme *lexeme) {
  uint32_t next = decode(text + lexeme->end).code;
  int size = (int)(lexeme->end - lexeme->offset);
  const char *written = text + lexeme->offset;
  if (is_opening(next)) {
    return phrase_mistake(
        compiler, lexeme->end,
        "a bracket stands for whole words: put a space between \"%.*s\" and "
        "\"%c\", or write out each word, such as (apologise|apologize)",
        size, written, (int)next);
  }
  if (next == '*') {
    return phrase_mistake(compiler, lexeme->end,
                          "* stands for one whole word: write spaces around "
                          "it, or write out each word");
  }
  if (lexeme->kind != PHRASE_WORD && is_letter(next)) {
    return phrase_mistake(compiler, lexeme->end, "put a space behind \"%.*s\"",
                          size, written);
  }
  if (next == '~') {
    return phrase_mistake(compiler, lexeme->end,
                          "~ stands straight behind a word, such as tell~");
  }
  return true;
}

/* No text holds a word that cannot be folded. */
static void check_word(struct phrase_compiler *compiler,
                       const struct phrase_lexeme *lexeme) {
  struct text_folded folded;
  if (!text_fold(lexeme->slice, &folded)) {
    phrase_mistake(compiler, lexeme->offset,
                   "a word has at most %d bytes, and this one has %zu",
                   TEXT_FOLD_MAX, lexeme->slice.size);
  } else if (folded.size == 0) {
    phrase_mistake(compiler, lexeme->offset,
                   "an invisible character (U+%04X) stands here: delete it",
                   (unsigned)decode(lexeme->slice.bytes).code);
  }
}

static void check_contraction(struct phrase_compiler *compiler,
                              const struct phrase_lexeme *lexeme) {
  char full[96];
  if (phrase_contraction(lexeme->slice, full, sizeof full)) {
    phrase_mistake(compiler, lexeme->offset,
                   "write \"%s\" for \"%.*s\": it is then found in both "
                   "spellings",
                   full, (int)lexeme->slice.size, lexeme->slice.bytes);
  }
}

/* `it's` is read as far as `it`; the word with its 's decides. */
static struct base_slice with_final_s(const char *text, size_t start,
                                      size_t end) {
  struct character next = decode(text + end);
  if (text_is_apostrophe(next.code) && is_final_s(text + end + next.size)) {
    end += next.size + 1;
  }
  return (struct base_slice){text + start, end - start};
}

static void scan_word(struct phrase_compiler *compiler, const char *text,
                      struct phrase_lexeme *lexeme) {
  size_t end = word_end(text, lexeme->offset);
  lexeme->kind = PHRASE_WORD;
  lexeme->slice = with_final_s(text, lexeme->offset, end);
  check_contraction(compiler, lexeme);
  lexeme->slice.size = end - lexeme->offset;
  lexeme->end = end;
  check_word(compiler, lexeme);
  if (text[end] == '~') {
    lexeme->kind = PHRASE_FORMS;
    lexeme->end++;
  }
  ends_apart(compiler, text, lexeme);
}

static void scan_exact(struct phrase_compiler *compiler, const char *text,
                       struct phrase_lexeme *lexeme) {
  size_t start = lexeme->offset + 1;
  if (!is_letter(decode(text + start).code)) {
    phrase_mistake(compiler, lexeme->offset,
                   "= stands straight before a word, such as =IT");
    return;
  }
  lexeme->kind = PHRASE_EXACT;
  lexeme->end = word_end(text, start);
  lexeme->slice = (struct base_slice){text + start, lexeme->end - start};
  check_word(compiler, lexeme);
  ends_apart(compiler, text, lexeme);
}

/* {name} or <Name>. */
static void scan_reference(struct phrase_compiler *compiler, const char *text,
                           struct phrase_lexeme *lexeme, char close) {
  size_t start = lexeme->offset + 1;
  size_t end = start;
  while (is_letter(decode(text + end).code) || text[end] == '-') {
    end += decode(text + end).size;
  }
  if (text[end] != close || end == start) {
    phrase_mistake(compiler, lexeme->offset,
                   close == '>' ? "a class is written <Name>, <Capital>, "
                                  "<number>, <url>, <address>, "
                                  "<placeholder>, <smile> or <step>"
                   : strchr(text + end, close) == NULL
                       ? "\"{\" is never closed; \"}\" is missing"
                       : "a list is written {its-name}");
    return;
  }
  lexeme->kind = close == '}' ? PHRASE_LIST : PHRASE_CLASS;
  lexeme->slice = (struct base_slice){text + start, end - start};
  lexeme->end = end + 1;
  ends_apart(compiler, text, lexeme);
}

/* One or two of the same sign. */
static void scan_pair(struct phrase_compiler *compiler, const char *text,
                      struct phrase_lexeme *lexeme,
                      enum phrase_lexeme_kind kind) {
  char sign = text[lexeme->offset];
  lexeme->kind = kind;
  lexeme->mark = 1;
  lexeme->end = lexeme->offset + 1;
  if (text[lexeme->end] == sign) {
    lexeme->mark = 2;
    lexeme->end++;
  }
  if (text[lexeme->end] == sign) {
    phrase_mistake(compiler, lexeme->offset, "%c and %c%c are all there is",
                   sign, sign, sign);
  }
  if (kind == PHRASE_ANY && is_letter(decode(text + lexeme->end).code)) {
    phrase_mistake(compiler, lexeme->offset,
                   "* stands for one whole word: write spaces around it, or "
                   "write out each word");
  }
}

/* `[,.]`: a bracket of marks only, as in a character class. */
static bool is_class_of_marks(const char *text, size_t open) {
  size_t marks = 0;
  bool dots = true;
  size_t place = open + 1;
  for (struct character at = decode(text + place); is_mark(at.code);
       at = decode(text + place)) {
    dots &= at.code == '.';
    marks++;
    place += at.size;
  }
  return text[place] == ']' && marks > 1 && !dots;
}

static void scan_open(struct phrase_compiler *compiler, const char *text,
                      struct phrase_lexeme *lexeme) {
  const char *after = text + lexeme->offset + 1;
  lexeme->kind = PHRASE_OPEN;
  if (text[lexeme->offset] == '(' && *after == '?') {
    phrase_mistake(compiler, lexeme->offset,
                   "there are no lookaheads and no (?:…): write (a|b), and "
                   "what must not be there under \"except\"");
  } else if (text[lexeme->offset] == '[' &&
             is_class_of_marks(text, lexeme->offset)) {
    phrase_mistake(compiler, lexeme->offset,
                   "each mark is an alternative of its own: write [%.1s|%.*s]",
                   after, (int)decode(after + 1).size, after + 1);
  }
}

static void scan_close(struct phrase_compiler *compiler, const char *text,
                       struct phrase_lexeme *lexeme) {
  uint32_t next = decode(text + lexeme->end).code;
  lexeme->kind = PHRASE_CLOSE;
  if (next == '?') {
    phrase_mistake(compiler, lexeme->end,
                   "what may be left out is written [a|b]; for a question "
                   "mark put a space before the ?");
  } else if (next == '*' || next == '+') {
    phrase_mistake(compiler, lexeme->end,
                   "nothing is repeated in a phrase: write what may stand "
                   "there, or ** for up to three words");
  } else if (is_letter(next) || next == '=' || next == '{' || next == '<') {
    phrase_mistake(compiler, lexeme->end,
                   "a bracket stands for whole words: put a space behind "
                   "\"%c\", or write out each word",
                   text[lexeme->offset]);
  }
}

static void scan_possessive(struct phrase_compiler *compiler, const char *text,
                            struct phrase_lexeme *lexeme) {
  size_t after = lexeme->end;
  if (!is_final_s(text + after)) {
    phrase_mistake(compiler, lexeme->offset,
                   "an apostrophe stands inside a word, or in 's behind it");
  } else if (!lexeme->glued || lexeme->offset == 0) {
    phrase_mistake(compiler, lexeme->offset,
                   "'s stands straight behind a word: leave out the space");
  } else {
    lexeme->kind = PHRASE_POSSESSIVE;
    lexeme->end = after + 1;
    ends_apart(compiler, text, lexeme);
  }
}

/* A run of one mark is one token: ?? and ? are the same, .. and ... are an
 * ellipsis. */
static void scan_mark(const char *text, struct phrase_lexeme *lexeme,
                      uint32_t code) {
  lexeme->kind = PHRASE_MARK;
  lexeme->mark = code;
  if (code >= 0x80) {
    return;
  }
  while (text[lexeme->end] == (char)code) {
    lexeme->end++;
    lexeme->mark = code == '.' ? ELLIPSIS : code;
  }
}

/* A hyphen joins words; between blanks it is a dash, and so are two. At the
 * start it was meant for the `- ` of an item. */
static void scan_hyphen(struct phrase_compiler *compiler, const char *text,
                        struct phrase_lexeme *lexeme) {
  bool apart = !lexeme->glued || lexeme->offset == 0;
  uint32_t next = decode(text + lexeme->end).code;
  lexeme->kind = PHRASE_HYPHEN;
  if (strncmp(text + lexeme->offset, "--", 2) == 0) {
    lexeme->kind = PHRASE_MARK;
    lexeme->mark = EM_DASH;
    lexeme->end++;
  } else if (lexeme->offset == 0 && text_is_blank(next)) {
    phrase_mistake(compiler, 0,
                   "leave out the \"- \": each line of a block is a text by "
                   "itself");
  } else if (apart && text_is_blank(next)) {
    lexeme->kind = PHRASE_MARK;
    lexeme->mark = EN_DASH;
  }
}

static void refuse(struct phrase_compiler *compiler,
                   const struct phrase_lexeme *lexeme, uint32_t code,
                   const char *bytes) {
  if (code == '\\') {
    phrase_mistake(compiler, lexeme->offset,
                   "there are no backslashes: words are always whole words, "
                   "and spaces are spaces");
  } else if (is_quotation_mark(code)) {
    phrase_mistake(compiler, lexeme->offset,
                   "leave out quotation marks: a phrase passes over them");
  } else if (code == '~') {
    phrase_mistake(compiler, lexeme->offset,
                   "~ stands straight behind a word, such as tell~");
  } else if (code == '+') {
    phrase_mistake(compiler, lexeme->offset,
                   "nothing is repeated in a phrase: write what may stand "
                   "there, or ** for up to three words");
  } else if (code == '}' || code == '>') {
    phrase_mistake(compiler, lexeme->offset, "\"%c\" closes nothing",
                   (int)code);
  } else {
    phrase_mistake(compiler, lexeme->offset,
                   "\"%.*s\" cannot stand in a phrase; a regex can say it",
                   (int)(lexeme->end - lexeme->offset), bytes);
  }
}

static void scan_sign(struct phrase_compiler *compiler, const char *text,
                      struct phrase_lexeme *lexeme, uint32_t code) {
  switch (code) {
  case '=':
    scan_exact(compiler, text, lexeme);
    break;
  case '{':
    scan_reference(compiler, text, lexeme, '}');
    break;
  case '<':
    scan_reference(compiler, text, lexeme, '>');
    break;
  case '*':
    scan_pair(compiler, text, lexeme, PHRASE_ANY);
    break;
  case '^':
    scan_pair(compiler, text, lexeme, PHRASE_START);
    break;
  case '$':
    scan_pair(compiler, text, lexeme, PHRASE_STOP);
    break;
  case '(':
  case '[':
    scan_open(compiler, text, lexeme);
    break;
  case ')':
  case ']':
    scan_close(compiler, text, lexeme);
    break;
  case '|':
    lexeme->kind = PHRASE_BAR;
    break;
  default:
    refuse(compiler, lexeme, code, text + lexeme->offset);
    break;
  }
}

struct phrase_lexeme phrase_scan(struct phrase_compiler *compiler,
                                 const char *text, size_t *place) {
  size_t start = *place;
  struct character at = decode(text + start);
  while (at.size > 0 && text_is_blank(at.code)) {
    start += at.size;
    at = decode(text + start);
  }
  struct phrase_lexeme lexeme = {.kind = PHRASE_END,
                                 .offset = start,
                                 .end = start + at.size,
                                 .mark = at.code,
                                 .glued = start == *place};
  if (at.size == 0) {
    return lexeme;
  }
  if (is_letter(at.code)) {
    scan_word(compiler, text, &lexeme);
  } else if (text_is_apostrophe(at.code)) {
    scan_possessive(compiler, text, &lexeme);
  } else if (is_hyphen(at.code)) {
    scan_hyphen(compiler, text, &lexeme);
  } else if (is_mark(at.code)) {
    scan_mark(text, &lexeme, at.code);
  } else {
    scan_sign(compiler, text, &lexeme, at.code);
  }
  if (!phrase_is_well(compiler)) {
    lexeme.kind = PHRASE_MISTAKE;
  }
  *place = lexeme.end;
  return lexeme;
}
