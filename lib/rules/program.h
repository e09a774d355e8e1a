/* SPDX-License-Identifier: MIT */
/*
 * A phrase as a small program for a thread machine (Pike's): `like I [just]
 * told you` becomes
 *
 *     0 WORD like
 *     1 WORD i
 *     2 SPLIT 3, 4
 *     3 WORD just
 *     4 WORD told
 *     5 WORD you
 *     6 ACCEPT
 *
 * An instruction that consumes a token goes on at the next instruction;
 * JUMP and SPLIT go on elsewhere, always forwards, so a program ends.
 */
#ifndef COURTESY_RULES_PROGRAM_H
#define COURTESY_RULES_PROGRAM_H

#include "base/vector.h"
#include "text/lexicon.h"

#include <stdbool.h>
#include <stdint.h>

enum rules_operation {
  RULES_WORD = 0, /* argument: vocabulary id; a reading of the token */
  RULES_WORD_SET, /* argument: index of a word set */
  RULES_EXACT,    /* argument: index of a spelling, `=IT` */
  RULES_NAME,     /* <Name>: one to three name words */
  RULES_CAPITAL,  /* <Capital> */
  RULES_CLASS,    /* argument: enum text_token_kind (number, url, …) */
  RULES_ANY,      /* `*`: one written word */
  RULES_MARK,     /* argument: code point of written punctuation */
  RULES_COMMA,    /* a written comma (programs that pass over commas) */
  RULES_HYPHEN,   /* a written hyphen */
  RULES_AT_SENTENCE_START, /* ^ */
  RULES_AT_SENTENCE_END,   /* $ */
  RULES_AT_TEXT_START,     /* ^^ */
  RULES_AT_TEXT_END,       /* $$ */
  RULES_JUMP,              /* argument: target */
  RULES_SPLIT,             /* next instruction, and argument: target */
  RULES_ACCEPT,
};

struct rules_instruction {
  uint32_t operation : 8;
  uint32_t argument : 24;
};

BASE_VECTOR(rules_instructions, struct rules_instruction);
BASE_VECTOR(rules_word_sets, struct text_word_set);
BASE_VECTOR(rules_spellings, const char *);

/* What the programs of a ruleset share. */
struct rules_code {
  struct rules_instructions instructions;
  struct rules_word_sets word_sets;
  struct rules_spellings spellings;
};

struct rules_program {
  uint32_t first; /* instruction */
  uint32_t count;
  uint16_t consuming;    /* instructions that consume a token */
  uint8_t sentence_ends; /* most sentence ends it can cross */
  bool strict_comma;     /* a veto: commas are not passed over */
  bool needs_case;       /* <Name>, <Capital> or =word */
};

#endif
