/* SPDX-License-Identifier: MIT */
#include "text/sentence.h"

#include "text/byte_class.h"
#include "text/unicode.h"

enum { ELLIPSIS = 0x2026 };

/* One paragraph's tokens. */
struct paragraph {
  const char *bytes;
  const struct text_token *tokens;
  uint32_t end;       /* token */
  uint32_t words_end; /* behind the last word */
};

/* The kinds before TEXT_HYPHEN. */
static bool is_written_word(const struct text_token *token) {
  return token->kind <= TEXT_PLACEHOLDER;
}

static bool is_blank_before(const struct text_token *token) {
  return (token->flags & TEXT_BLANK_BEFORE) != 0;
}

static bool is_end_mark(const struct text_token *token) {
  return token->kind == TEXT_PUNCTUATION &&
         (token->mark == '.' || token->mark == '!' || token->mark == '?' ||
          token->mark == ELLIPSIS);
}

static bool is_closing_bracket(const char *bytes,
                               const struct text_token *token) {
  char byte = bytes[token->start];
  return token->kind == TEXT_BRACKET &&
         (byte == ')' || byte == ']' || byte == '}' || byte == '>');
}

/* Behind an end mark: further end marks, and what closes straight after it.
 * *closed tells whether a bracket, quotation mark or emphasis did. */
static uint32_t skip_closing(const struct paragraph *paragraph, uint32_t at,
                             bool *closed) {
  *closed = false;
  for (; at < paragraph->end; at++) {
    const struct text_token *token = &paragraph->tokens[at];
    if (is_end_mark(token)) {
      continue;
    }
    if (is_blank_before(token)) {
      break;
    }
    if (token->kind == TEXT_SKIPPED ||
        is_closing_bracket(paragraph->bytes, token)) {
      *closed = true;
    } else if (token->kind != TEXT_EMOJI) {
      break;
    }
  }
  return at;
}

static bool begins_lower(const char *bytes, const struct text_token *token) {
  if (token->kind != TEXT_WORD) {
    return false;
  }
  uint32_t code;
  text_decode(bytes + token->start, token->end - token->start, &code);
  return text_is_lower(code);
}

/* Whether the next word, past quotation marks and brackets, is small. */
static bool small_word_follows(const struct paragraph *paragraph, uint32_t at) {
  while (at < paragraph->end && (paragraph->tokens[at].kind == TEXT_SKIPPED ||
                                 paragraph->tokens[at].kind == TEXT_BRACKET)) {
    at++;
  }
  return at < paragraph->end &&
         begins_lower(paragraph->bytes, &paragraph->tokens[at]);
}

/* `before.The`, `what?You`, `well…No`: no blank, but a capital. A full stop
 * needs a small letter or digit before it and a word like "The" or "I" behind
 * it, since `ASP.NET` is none of ours. */
static bool ends_without_blank(const struct paragraph *paragraph, uint32_t mark,
                               uint32_t at) {
  const char *bytes = paragraph->bytes;
  const struct text_token *token = &paragraph->tokens[at];
  if (at != mark + 1 || token->kind != TEXT_WORD ||
      (token->flags & TEXT_CAPITALISED) == 0) {
    return false;
  }
  if (paragraph->tokens[mark].mark != '.') {
    return true;
  }
  uint32_t code;
  text_decode_before(bytes, paragraph->tokens[mark].start, &code);
  return (token->flags & TEXT_ALL_CAPITALS) == 0 &&
         (text_is_lower(code) || text_is_digit(code));
}

/* Whether the end mark `mark` ends its sentence; then *end is the first token
 * of the next one, else where to go on looking. */
static bool ends_sentence(const struct paragraph *paragraph, uint32_t mark,
                          uint32_t *end) {
  bool closed;
  *end = skip_closing(paragraph, mark + 1, &closed);
  if (*end >= paragraph->words_end) {
    *end = paragraph->end;
    return true;
  }
  if (!is_blank_before(&paragraph->tokens[*end])) {
    return ends_without_blank(paragraph, mark, *end);
  }
  bool ellipsis = paragraph->tokens[mark].mark == ELLIPSIS;
  return !((ellipsis || closed) && small_word_follows(paragraph, *end));
}

/* The end of the sentence that begins with token `first`. End marks before
 * its first word ("... and then") do not count. */
static uint32_t sentence_end(const struct paragraph *paragraph,
                             uint32_t first) {
  bool word = false;
  for (uint32_t at = first; at < paragraph->words_end;) {
    const struct text_token *token = &paragraph->tokens[at];
    if (word && is_end_mark(token)) {
      if (ends_sentence(paragraph, at, &at)) {
        return at;
      }
      continue;
    }
    word = word || is_written_word(token);
    at++;
  }
  return paragraph->end;
}

/* How words of letters are written in a sentence, a contraction once. */
struct capitals {
  uint32_t words;
  uint32_t small;       /* with a small letter, or none of any case */
  uint32_t all;         /* two letters or more, all capital */
  uint32_t later;       /* words behind the first, "I" left out */
  uint32_t later_upper; /* those that begin with a capital */
};

static void count_capital(struct capitals *capitals,
                          const struct text_token *token, char first_byte) {
  bool all = (token->flags & TEXT_ALL_CAPITALS) != 0;
  bool single = token->end - token->start == 1;
  capitals->all += all ? 1 : 0;
  capitals->small += all || single ? 0 : 1;
  if (capitals->words > 1) {
    bool is_i = single && first_byte == 'I';
    capitals->later -= is_i ? 1 : 0;
    capitals->later_upper += is_i ? 0 : 1;
  }
}

static void count_word(struct capitals *capitals,
                       const struct text_token *token, const char *bytes) {
  capitals->later += capitals->words > 0 ? 1 : 0;
  capitals->words++;
  if ((token->flags & TEXT_CAPITALISED) != 0) {
    count_capital(capitals, token, bytes[token->start]);
  } else {
    capitals->small++;
  }
}

/* "Most words" of the rule language: the first word is a capital anyway, and
 * three names in a row are no title. */
static uint8_t capital_flags(const struct capitals *capitals) {
  enum { LEAST_TITLE_WORDS = 4 };
  if (capitals->small == 0 && capitals->all >= 2) {
    return TEXT_SHOUTED | TEXT_MOSTLY_CAPITALISED;
  }
  return capitals->later_upper >= LEAST_TITLE_WORDS &&
                 capitals->later_upper * 2 > capitals->later
             ? TEXT_MOSTLY_CAPITALISED
             : 0;
}

static bool is_skipped_at_start(const struct text_token *token) {
  return token->kind == TEXT_SKIPPED || token->kind == TEXT_BRACKET ||
         token->kind == TEXT_EMOJI;
}

bool text_token_is_indent(const char *bytes, const struct text_token *token) {
  return token->kind == TEXT_SKIPPED &&
         (bytes[token->start] == '>' || bytes[token->start] == '|');
}

static void measure(struct text_sentence *sentence,
                    const struct paragraph *paragraph) {
  const struct text_token *tokens = paragraph->tokens;
  struct capitals capitals = {0};
  uint32_t first_word = sentence->token_end;
  uint32_t word_end = sentence->first_token;
  uint32_t counted = 0; /* 1 + written number of the last word counted */
  for (uint32_t i = sentence->first_token; i < sentence->token_end; i++) {
    if (!is_written_word(&tokens[i])) {
      continue;
    }
    first_word = first_word == sentence->token_end ? i : first_word;
    word_end = i + 1;
    if (tokens[i].kind == TEXT_WORD && counted != tokens[i].written + 1) {
      counted = tokens[i].written + 1;
      count_word(&capitals, &tokens[i], paragraph->bytes);
    }
  }
  sentence->word_end = word_end;
  sentence->word_start = sentence->first_token;
  while (sentence->word_start < sentence->token_end &&
         is_skipped_at_start(&tokens[sentence->word_start])) {
    sentence->word_start++;
  }
  if (word_end > sentence->first_token) {
    sentence->words =
        tokens[word_end - 1].written + 1 - tokens[first_word].written;
  }
  sentence->flags |= capital_flags(&capitals);
  uint32_t first = sentence->first_token;
  while (first + 1 < sentence->token_end &&
         text_token_is_indent(paragraph->bytes, &tokens[first])) {
    first++;
  }
  sentence->start = tokens[first].start;
  sentence->end = tokens[sentence->token_end - 1].end;
}

bool text_sentence_divide(struct text_document *document, const char *bytes,
                          uint32_t first, const struct text_sentence *model) {
  struct paragraph paragraph = {
      .bytes = bytes,
      .tokens = document->tokens.items,
      .end = (uint32_t)document->tokens.count,
  };
  paragraph.words_end = paragraph.end;
  while (paragraph.words_end > first &&
         !is_written_word(&paragraph.tokens[paragraph.words_end - 1])) {
    paragraph.words_end--;
  }
  while (first < paragraph.end) {
    struct text_sentence sentence = *model;
    sentence.first_token = first;
    sentence.token_end = first = sentence_end(&paragraph, first);
    measure(&sentence, &paragraph);
    if (!text_sentences_add(&document->sentences, sentence)) {
      return false;
    }
  }
  return true;
}
