/* SPDX-License-Identifier: MIT */
/*
 * From a program back to a text that it matches: one walk from its first
 * instruction to ACCEPT, the tokens on the way written down.
 */
#include "rules/ruleset.h"
#include "text/token.h"
#include "text/unicode.h"

#include <string.h>

struct sample {
  char *text;
  size_t size; /* of the buffer */
  size_t used;
  size_t word; /* where the last token begins */
  uint32_t variant;
  uint32_t turns; /* what is left of it */
  bool glued;     /* no blank before the next token */
  bool failed;    /* the buffer is too small, or a list is empty */
};

/* One of `count` ways to go on. */
static uint32_t choose(struct sample *sample, size_t count) {
  uint32_t choice = sample->turns % (uint32_t)count;
  sample->turns /= (uint32_t)count;
  return choice;
}

static void put(struct sample *sample, const char *bytes, size_t size) {
  if (size >= sample->size - sample->used) {
    sample->failed = true;
    return;
  }
  memcpy(sample->text + sample->used, bytes, size);
  sample->used += size;
  sample->text[sample->used] = '\0';
}

static void put_token(struct sample *sample, const char *bytes, size_t size) {
  if (sample->used > 0 && !sample->glued) {
    put(sample, " ", 1);
  }
  sample->glued = false;
  sample->word = sample->used;
  put(sample, bytes, size);
}

static void put_string(struct sample *sample, const char *string) {
  put_token(sample, string, strlen(string));
}

static void put_word(struct sample *sample,
                     const struct courtesy_ruleset *ruleset, uint32_t word) {
  if (word == TEXT_POSSESSIVE) {
    sample->glued = true;
    put_string(sample, "'s");
    return;
  }
  struct base_slice spelling =
      text_vocabulary_spelling(ruleset->vocabulary, word);
  put_token(sample, spelling.bytes, spelling.size);
}

/* Which word it is hardly matters: a long list uses up no turns, so that few
 * variants go all ways behind it. */
static void put_one_of(struct sample *sample,
                       const struct courtesy_ruleset *ruleset,
                       struct text_word_set set) {
  if (set.count == 0) {
    sample->failed = true;
    return;
  }
  put_word(sample, ruleset, set.words[sample->variant % set.count]);
}

static void put_class(struct sample *sample, uint32_t kind) {
  static const char *const words[] = {
      [TEXT_NUMBER] = "7",
      [TEXT_URL] = "https://example.org",
      [TEXT_ADDRESS] = "anna@example.org",
      [TEXT_PLACEHOLDER] = "\xEF\xBF\xBC",
      [TEXT_EMOJI] = ":-)",
  };
  put_string(sample,
             kind <= TEXT_EMOJI && words[kind] != NULL ? words[kind] : "word");
}

/* Dashes stand between blanks, all other marks right behind a word. */
static void put_mark(struct sample *sample, uint32_t mark) {
  char bytes[4];
  bool dash = mark == '-' || mark == 0x2013 || mark == 0x2014;
  sample->glued = !dash;
  put_token(sample, bytes, text_encode(mark, bytes));
}

/* The same word as it must be spelled. */
static void respell(struct sample *sample, const char *spelling) {
  sample->used = sample->word;
  put(sample, spelling, strlen(spelling));
}

static void put_instruction(struct sample *sample,
                            const struct courtesy_ruleset *ruleset,
                            struct rules_instruction instruction) {
  const struct rules_code *code = &ruleset->code;
  uint32_t argument = instruction.argument;
  switch ((enum rules_operation)instruction.operation) {
  case RULES_WORD:
    put_word(sample, ruleset, argument);
    break;
  case RULES_WORD_SET:
    put_one_of(sample, ruleset, rules_code_set(code, argument));
    break;
  case RULES_NAME:
  case RULES_CAPITAL:
    put_string(sample, "Anna");
    break;
  case RULES_CLASS:
    put_class(sample, argument);
    break;
  case RULES_ANY:
    put_string(sample, "word");
    break;
  case RULES_MARK:
    put_mark(sample, argument);
    break;
  case RULES_HYPHEN:
    sample->glued = true;
    put_string(sample, "-");
    sample->glued = true;
    break;
  case RULES_SPELLED:
    respell(sample, code->spellings.items[argument]);
    break;
  case RULES_IN_STEP:
    put_string(sample, "1.");
    break;
  default: /* takes no token */
    break;
  }
}

/* Writes the instruction's token; returns the instruction to go on at. Of a
 * split the way past it comes first: optional words are left out. */
static uint32_t walk(struct sample *sample,
                     const struct courtesy_ruleset *ruleset,
                     struct rules_instruction instruction, uint32_t at) {
  if (instruction.operation == RULES_SPLIT) {
    const struct rules_fork *fork =
        &ruleset->code.forks.items[instruction.argument];
    return at + 1 + (choose(sample, 2) == 0 ? fork->past : 0);
  }
  if (instruction.operation == RULES_JUMP) {
    return instruction.argument;
  }
  if (instruction.operation == RULES_SWITCH) {
    struct rules_switch table =
        rules_code_switch(&ruleset->code, instruction.argument);
    struct rules_case taken = table.cases[choose(sample, table.count)];
    put_word(sample, ruleset, rules_case_word(taken));
    return at + 1 + rules_case_past(taken);
  }
  put_instruction(sample, ruleset, instruction);
  return at + 1;
}

bool courtesy_rule_sample(const struct courtesy_ruleset *ruleset,
                          const struct courtesy_rule *rule, size_t index,
                          unsigned variant, char *text, size_t size) {
  if (index >= rule->facts.phrase_count || size == 0) {
    return false;
  }
  const struct rules_program *program =
      &ruleset->patterns[rule->find.first + index];
  if (rules_is_regex(program)) {
    return false;
  }
  struct sample sample = {
      .text = text, .size = size, .variant = variant, .turns = variant};
  const struct rules_instruction *code =
      ruleset->code.instructions.items + program->first;
  text[0] = '\0';
  for (uint32_t at = 0; !sample.failed && code[at].operation != RULES_ACCEPT;) {
    at = walk(&sample, ruleset, code[at], at);
  }
  return !sample.failed;
}
