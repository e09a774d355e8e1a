/* SPDX-License-Identifier: MIT */
#include "text/sentence.h"

#include "text/sign.h"
#include "text/unicode.h"

enum { ELLIPSIS = 0x2026 };

/* One paragraph's tokens. */
struct paragraph {
  const char *bytes;
  const struct text_token *tokens;
  const uint64_t *signs; /* of them */
  uint32_t start;        /* token; those before it may be of another text */
  uint32_t end;          /* token */
  uint32_t words_end;    /* behind the last word */
};

static bool is_blank_before(const struct text_token *token) {
  return (token->flags & TEXT_BLANK_BEFORE) != 0;
}

static bool is_end_mark(const struct text_token *token) {
  static const uint64_t ascii =
      UINT64_C(1) << '.' | UINT64_C(1) << '!' | UINT64_C(1) << '?';
  bool ends = token->mark < 64 ? (ascii >> token->mark & 1) != 0
                               : token->mark == ELLIPSIS;
  return token->kind == TEXT_PUNCTUATION && ends;
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
static __attribute__((noinline)) bool small_word_follows(
    const struct paragraph *paragraph, uint32_t at) {
  while (at < paragraph->end && (paragraph->tokens[at].kind == TEXT_SKIPPED ||
                                 paragraph->tokens[at].kind == TEXT_BRACKET)) {
    at++;
  }
  return at < paragraph->end &&
         begins_lower(paragraph->bytes, &paragraph->tokens[at]);
}

/* Whether the mark is one of scripts that put no blank behind it: 。！？ */
static bool is_wide(const char *bytes, const struct text_token *mark) {
  return (bytes[mark->start] & 0x80) != 0 && mark->mark != ELLIPSIS;
}

/* Whether code leads to the mark: `@Model.`, `{{ Order.`, `{!`. */
static bool is_in_code(const struct paragraph *paragraph, uint32_t mark) {
  enum { LONGEST = 8 }; /* tokens */
  const struct text_token *tokens = paragraph->tokens;
  uint32_t at = mark;
  bool joined = true;
  while (at > paragraph->start && joined && mark - at < LONGEST) {
    const struct text_token *before = &tokens[--at];
    char byte = paragraph->bytes[before->start];
    if (byte == '{' || byte == '@' || byte == '$') {
      return true;
    }
    joined = before->end == tokens[at + 1].start &&
             (before->kind == TEXT_WORD || is_end_mark(before));
  }
  return false;
}

/* `before.The`, `what?You`, `well…No`: no blank, but a capital. A full stop
 * needs a small letter or digit before it and a word like "The" or "I" behind
 * it, since `ASP.NET` is none of ours. */
static __attribute__((noinline)) bool ends_without_blank(
    const struct paragraph *paragraph, uint32_t mark, uint32_t at) {
  const char *bytes = paragraph->bytes;
  const struct text_token *token = &paragraph->tokens[at];
  if (at != mark + 1 || token->kind != TEXT_WORD ||
      (token->flags & TEXT_CAPITALISED) == 0 || is_in_code(paragraph, mark)) {
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
    return is_wide(paragraph->bytes, &paragraph->tokens[mark]) ||
           ends_without_blank(paragraph, mark, *end);
  }
  bool ellipsis = paragraph->tokens[mark].mark == ELLIPSIS;
  return !((ellipsis || closed) && small_word_follows(paragraph, *end));
}

/* The number of no written word: they are fewer than bytes. */
#define NO_WORD UINT32_MAX

/* How the words of a sentence are written, a contraction once. */
struct capitals {
  uint32_t words;       /* of letters */
  uint32_t all;         /* two letters or more, all capital */
  uint32_t single;      /* one capital letter */
  uint32_t later_i;     /* behind the first word: "I" */
  uint32_t later_upper; /* others that begin with a capital */
};

/* One word after the other is as likely capitalised as not: no branch tells. */
static struct capitals count_capitals(const struct paragraph *paragraph,
                                      uint32_t first, uint32_t end) {
  uint32_t counted = NO_WORD;
  struct capitals capitals = {0};
  for (uint32_t at = first; at < end; at++) {
    const struct text_token *token = &paragraph->tokens[at];
    uint32_t word = (token->kind == TEXT_WORD) & (token->written != counted);
    uint32_t upper = word & token->flags / TEXT_CAPITALISED;
    uint32_t single = upper & (token->end - token->start == 1);
    uint32_t later = upper & (capitals.words > 0);
    uint32_t later_i = single & later & (paragraph->bytes[token->start] == 'I');
    capitals.all += upper & token->flags / TEXT_ALL_CAPITALS;
    capitals.single += single;
    capitals.later_i += later_i;
    capitals.later_upper += later - later_i;
    capitals.words += word;
    counted = word != 0 ? token->written : counted;
  }
  return capitals;
}

enum { LEAST_TITLE_WORDS = 4, LEAST_SHOUTED_WORDS = 2 };

/* "Most words" of the rule language: the first word is a capital anyway, and
 * three names in a row are no title. */
static uint8_t capital_flags(const struct capitals *capitals) {
  if (capitals->words == capitals->all + capitals->single &&
      capitals->all >= LEAST_SHOUTED_WORDS) {
    return TEXT_SHOUTED | TEXT_MOSTLY_CAPITALISED;
  }
  uint32_t later = capitals->words - 1 - capitals->later_i;
  return capitals->later_upper >= LEAST_TITLE_WORDS &&
                 capitals->later_upper * 2 > later
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

/* What one pass over a sentence's tokens tells. */
struct reading {
  uint32_t first_word; /* a written one */
  uint32_t word_end;   /* behind the last one */
  uint32_t token_end;  /* of the sentence */
  uint32_t capitals;   /* tokens that begin with one */
  uint64_t sign;       /* of its tokens together */
};

/* In signs: end marks, and what is written but no word of letters. */
#define END_MARKS                                                              \
  (TEXT_SIGN_OF_MARK('.') | TEXT_SIGN_OF_MARK('!') | TEXT_SIGN_OF_MARK('?') |  \
   TEXT_SIGN_OF_MARK(ELLIPSIS))
#define OTHERS                                                                 \
  (TEXT_SIGN_OF_KIND(TEXT_NUMBER) | TEXT_SIGN_OF_KIND(TEXT_URL) |              \
   TEXT_SIGN_OF_KIND(TEXT_ADDRESS) | TEXT_SIGN_OF_KIND(TEXT_PLACEHOLDER))

/* Passes over all but end marks, and counts capitals on the way; the sign has
 * the mark's, too. The signs tell, which lie closer together than tokens. */
static uint32_t next_mark(const struct paragraph *paragraph, uint32_t at,
                          struct reading *reading) {
  for (; at < paragraph->words_end; at++) {
    uint64_t sign = paragraph->signs[at];
    reading->sign |= sign;
    reading->capitals += sign >> TEXT_SIGN_CASE & 1;
    if ((sign & END_MARKS) != 0) {
      break;
    }
  }
  return at;
}

/* Of what stands behind a mark, which is little. */
static __attribute__((noinline)) void add_signs(
    const struct paragraph *paragraph, uint32_t first, uint32_t end,
    struct reading *reading) {
  for (uint32_t at = first; at < end; at++) {
    reading->sign |= paragraph->signs[at];
  }
}

/* Behind the last written word before `end`. */
static uint32_t word_end_before(const struct paragraph *paragraph,
                                uint32_t first, uint32_t end) {
  while (end > first && !text_token_is_written(&paragraph->tokens[end - 1])) {
    end--;
  }
  return end;
}

/* Reads the sentence that begins with token `first`. End marks before its
 * first word ("... and then") do not count. */
static void read_sentence(const struct paragraph *paragraph, uint32_t first,
                          struct reading *reading) {
  const struct text_token *tokens = paragraph->tokens;
  uint32_t at = first;
  uint64_t sign = 0;
  while (at < paragraph->words_end && !text_token_is_written(&tokens[at])) {
    sign |= paragraph->signs[at++];
  }
  *reading = (struct reading){
      .first_word = at,
      .token_end = paragraph->end,
      .sign = sign,
  };
  uint32_t mark = paragraph->words_end;
  while ((at = next_mark(paragraph, at, reading)) < paragraph->words_end) {
    uint32_t stop = at++;
    if (is_end_mark(&tokens[stop]) && ends_sentence(paragraph, stop, &at)) {
      reading->token_end = at;
      mark = stop;
      break;
    }
    add_signs(paragraph, stop + 1, at, reading);
  }
  uint32_t behind = mark + (mark < paragraph->words_end);
  if (behind < reading->token_end) {
    add_signs(paragraph, behind, reading->token_end, reading);
  }
  reading->word_end = word_end_before(paragraph, first, mark);
}

/* At least as many as there are: what is rarer than numbers counts more often,
 * by the bit of its kind. */
static uint32_t bound_others(const struct paragraph *paragraph, uint32_t first,
                             uint32_t end) {
  enum { LOWEST = TEXT_SIGN_KINDS + TEXT_NUMBER };
  uint64_t others = 0;
  for (uint32_t at = first; at < end; at++) {
    others += (paragraph->signs[at] & OTHERS) >> LOWEST;
  }
  return (uint32_t)others;
}

/* Whether there are capitals enough in a sentence that is read, if so many of
 * its written words are others. That of the first word makes no title. No
 * branch tells: names are in many sentences, and enough of them in few. */
static bool may_be_capitals(const struct paragraph *paragraph,
                            const struct reading *reading, uint32_t written,
                            uint32_t others) {
  uint32_t capitals = reading->capitals;
  uint32_t later = capitals - (uint32_t)(paragraph->signs[reading->first_word] /
                                         TEXT_SIGN_CAPITALISED % 2);
  bool shouts = (capitals >= LEAST_SHOUTED_WORDS) &
                ((reading->sign & TEXT_SIGN_CAPITALS) != 0) &
                (capitals + others >= written);
  bool is_title =
      (later >= LEAST_TITLE_WORDS) & (later * 2 + others + 1 > written);
  return shouts | is_title;
}

/* Whether there may be, by the least that must be counted. */
static bool are_capitals_likely(const struct paragraph *paragraph,
                                const struct reading *reading,
                                uint32_t written) {
  bool others = (reading->sign & OTHERS) != 0;
  return may_be_capitals(paragraph, reading, written,
                         written & -(uint32_t)others);
}

/* Looks for others where there are any, and in few sentences counts words. */
static __attribute__((noinline)) uint8_t count_likely(
    const struct paragraph *paragraph, const struct reading *reading,
    uint32_t written) {
  uint32_t first = reading->first_word;
  uint32_t end = reading->word_end;
  if ((reading->sign & OTHERS) != 0 &&
      !may_be_capitals(paragraph, reading, written,
                       bound_others(paragraph, first, end))) {
    return 0;
  }
  struct capitals capitals = count_capitals(paragraph, first, end);
  return capital_flags(&capitals);
}

static void measure(struct text_sentence *sentence,
                    const struct paragraph *paragraph,
                    const struct reading *reading) {
  const struct text_token *tokens = paragraph->tokens;
  uint32_t first = sentence->first_token;
  sentence->sign = reading->sign;
  sentence->token_end = reading->token_end;
  sentence->word_end = reading->word_end;
  sentence->word_start = first;
  while (sentence->word_start < sentence->token_end &&
         is_skipped_at_start(&tokens[sentence->word_start])) {
    sentence->word_start++;
  }
  if (reading->word_end > first) {
    sentence->words = tokens[reading->word_end - 1].written + 1 -
                      tokens[reading->first_word].written;
  }
  if (are_capitals_likely(paragraph, reading, sentence->words)) {
    sentence->flags |= count_likely(paragraph, reading, sentence->words);
  }
  while (first + 1 < sentence->token_end &&
         text_token_is_indent(paragraph->bytes, &tokens[first])) {
    first++;
  }
  sentence->start = tokens[first].start;
  sentence->end = tokens[sentence->token_end - 1].end;
}

bool text_sentence_divide(struct text_document *document, const char *bytes,
                          uint32_t first, uint32_t end,
                          const struct text_sentence *model) {
  struct paragraph paragraph = {
      .bytes = bytes,
      .tokens = document->tokens.items,
      .signs = document->signs.items,
      .start = first,
      .end = end,
  };
  paragraph.words_end = word_end_before(&paragraph, first, paragraph.end);
  while (first < paragraph.end) {
    if (!text_sentences_reserve(&document->sentences)) {
      return false;
    }
    struct text_sentence *sentence =
        &document->sentences.items[document->sentences.count++];
    struct reading reading;
    read_sentence(&paragraph, first, &reading);
    *sentence = *model;
    sentence->first_token = first;
    measure(sentence, &paragraph, &reading);
    first = sentence->token_end;
  }
  return true;
}
