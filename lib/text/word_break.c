/* SPDX-License-Identifier: MIT */
#include "text/word_break.h"

#include "text/unicode.h"

#include <stdbool.h>

/* Sets of properties, as the rules name them. */
#define SET(property) (1u << (property))

enum {
  NEWLINE = SET(TEXT_WB_CR) | SET(TEXT_WB_LF) | SET(TEXT_WB_NEWLINE),
  SKIPPED = SET(TEXT_WB_EXTEND) | SET(TEXT_WB_FORMAT) | SET(TEXT_WB_ZWJ),
  AH_LETTER = SET(TEXT_WB_ALETTER) | SET(TEXT_WB_HEBREW_LETTER),
  MID_NUM_LET_Q = SET(TEXT_WB_MID_NUM_LET) | SET(TEXT_WB_SINGLE_QUOTE),
  MID_WORD = SET(TEXT_WB_MID_LETTER) | MID_NUM_LET_Q,
  MID_NUMBER = SET(TEXT_WB_MID_NUM) | MID_NUM_LET_Q,
};

static bool in(enum text_word_break property, unsigned set) {
  return (SET(property) & set) != 0;
}

static enum text_word_break property_of(uint32_t code,
                                        enum text_word_rules rules) {
  const struct text_property *property = text_property_of(code);
  return (enum text_word_break)(
      rules == TEXT_WORD_TYPED ? property->typed_break : property->word_break);
}

/* What stands before the place that is looked at, WB4 applied. */
struct context {
  enum text_word_break raw;    /* the very code point before */
  enum text_word_break before; /* the last one that is not skipped */
  enum text_word_break second; /* the one before that */
  unsigned regional_indicators;
};

/* The property of the next code point that WB4 does not skip. */
static enum text_word_break look_ahead(const char *bytes, size_t size,
                                       size_t at, enum text_word_rules rules) {
  while (at < size) {
    uint32_t code;
    at += text_decode(bytes + at, size - at, &code);
    enum text_word_break property = property_of(code, rules);
    if (!in(property, SKIPPED)) {
      return property;
    }
  }
  return TEXT_WB_OTHER;
}

/* WB6, WB7b and WB12: a middle mark joins if what follows is of the kind that
 * stands before it. */
static bool joins_middle(const struct context *context,
                         enum text_word_break property,
                         enum text_word_break next) {
  if (in(context->before, AH_LETTER) && in(property, MID_WORD) &&
      in(next, AH_LETTER)) {
    return true;
  }
  if (context->before == TEXT_WB_HEBREW_LETTER) {
    if (property == TEXT_WB_SINGLE_QUOTE) {
      return true; /* WB7a */
    }
    if (property == TEXT_WB_DOUBLE_QUOTE) {
      return next == TEXT_WB_HEBREW_LETTER;
    }
  }
  return context->before == TEXT_WB_NUMERIC && in(property, MID_NUMBER) &&
         next == TEXT_WB_NUMERIC;
}

/* WB7, WB7c, WB11: behind a middle mark that joined. */
static bool joins_after_middle(const struct context *context,
                               enum text_word_break property) {
  if (in(context->second, AH_LETTER) && in(context->before, MID_WORD)) {
    return in(property, AH_LETTER);
  }
  if (context->second == TEXT_WB_HEBREW_LETTER &&
      context->before == TEXT_WB_DOUBLE_QUOTE) {
    return property == TEXT_WB_HEBREW_LETTER;
  }
  return context->second == TEXT_WB_NUMERIC &&
         in(context->before, MID_NUMBER) && property == TEXT_WB_NUMERIC;
}

/* WB5, WB8 to WB10, WB13 to WB13b, WB15 and WB16. */
static bool joins_neighbour(const struct context *context,
                            enum text_word_break property) {
  enum { WORD_LIKE = AH_LETTER | SET(TEXT_WB_NUMERIC) };
  enum { BEFORE_EXTENDER = WORD_LIKE | SET(TEXT_WB_KATAKANA) };
  enum text_word_break before = context->before;
  if (in(before, WORD_LIKE) && in(property, WORD_LIKE)) {
    return true;
  }
  if (before == TEXT_WB_KATAKANA && property == TEXT_WB_KATAKANA) {
    return true;
  }
  if (property == TEXT_WB_EXTEND_NUM_LET) {
    return in(before, BEFORE_EXTENDER) || before == TEXT_WB_EXTEND_NUM_LET;
  }
  if (before == TEXT_WB_EXTEND_NUM_LET) {
    return in(property, BEFORE_EXTENDER);
  }
  return before == TEXT_WB_REGIONAL_INDICATOR && property == before &&
         context->regional_indicators % 2 == 1;
}

static bool joins(const struct context *context,
                  enum text_word_break property) {
  if (in(context->raw, NEWLINE) || in(property, NEWLINE)) {
    return context->raw == TEXT_WB_CR && property == TEXT_WB_LF;
  }
  if (context->raw == TEXT_WB_ZWJ && property == TEXT_WB_PICTOGRAPH) {
    return true;
  }
  if (context->raw == TEXT_WB_SEGMENT_SPACE && property == context->raw) {
    return true;
  }
  return in(property, SKIPPED) || joins_neighbour(context, property) ||
         joins_after_middle(context, property);
}

static void step(struct context *context, enum text_word_break property) {
  context->raw = property;
  if (in(property, SKIPPED)) {
    return;
  }
  context->second = context->before;
  context->before = property;
  context->regional_indicators = property == TEXT_WB_REGIONAL_INDICATOR
                                     ? context->regional_indicators + 1
                                     : 0;
}

size_t text_word_break_after(const char *bytes, size_t size, size_t at,
                             enum text_word_rules rules) {
  struct context context = {0};
  uint32_t code;
  at += text_decode(bytes + at, size - at, &code);
  context.raw = context.before = property_of(code, rules);
  context.regional_indicators = context.raw == TEXT_WB_REGIONAL_INDICATOR;
  while (at < size) {
    uint32_t length = text_decode(bytes + at, size - at, &code);
    enum text_word_break property = property_of(code, rules);
    if (property == TEXT_WB_ALETTER && context.raw == TEXT_WB_ALETTER) {
      context.second = TEXT_WB_ALETTER; /* the usual case */
      at += length;
      continue;
    }
    if (!joins(&context, property)) {
      enum { MIDDLE = MID_WORD | MID_NUMBER | SET(TEXT_WB_DOUBLE_QUOTE) };
      if (!in(property, MIDDLE) || in(context.raw, NEWLINE) ||
          !joins_middle(&context, property,
                        look_ahead(bytes, size, at + length, rules))) {
        return at;
      }
    }
    step(&context, property);
    at += length;
  }
  return at;
}
