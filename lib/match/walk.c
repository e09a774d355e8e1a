/* SPDX-License-Identifier: MIT */
#include "match/walk.h"

#include "match/take.h"

enum {
  WALK_STEPS = 64, /* ways, and tokens passed over; most runs go few */
  WALK_BRANCHES = 48,
};

/* A way through a program, not gone yet: at an instruction, before a token.
 *
 *     tokens   [like] I told you .    Thanks ,
 *                     ↑next       ↑end
 */
struct way {
  uint32_t pc;
  uint32_t sentence;
  const struct text_token *next;
  const struct text_token *end; /* of the sentence's tokens; NULL: the way took
                                   the sentence's end by name, and goes on in
                                   the next sentence */
};

struct walk {
  const struct match_scene *scene;
  const struct rules_program *program;
  const struct rules_instruction *code;
  const struct text_token *start;
  const struct text_token *longest; /* end of the longest match so far; NULL:
                                       there is none */
  uint32_t longest_sentence;        /* where it ends */
  uint32_t sentence;                /* of the way that is gone, and */
  const struct text_token *end;     /* its end, as of a way */
  int steps;                        /* that are left, see WALK_STEPS */
  size_t depth;
  struct way branches[WALK_BRANCHES];
};

static inline void branch(struct walk *walk, uint32_t pc,
                          const struct text_token *next,
                          const struct text_token *end) {
  if (walk->depth == WALK_BRANCHES) {
    walk->steps = 0;
    return;
  }
  walk->branches[walk->depth++] = (struct way){pc, walk->sentence, next, end};
}

/* Goes on in the next sentence, if that belongs to this one. */
static const struct text_token *cross(struct walk *walk) {
  const struct match_scene *scene = walk->scene;
  if (!match_scene_goes_on(scene, walk->sentence)) {
    return NULL;
  }
  const struct text_sentence *sentence = &scene->sentences[++walk->sentence];
  walk->end = scene->tokens + sentence->token_end;
  return scene->tokens + sentence->first_token;
}

/* The token behind the one that was taken, and all that is taken with it. */
static inline const struct text_token *behind(
    struct walk *walk, const struct text_token *token,
    struct rules_instruction instruction) {
  if (rules_operation_takes_many(instruction.operation)) {
    while (match_takes_next(instruction, token, walk->end)) {
      walk->steps--;
      token++;
    }
  }
  return token + 1;
}

/* The token behind the next one, if the instruction takes that, and behind all
 * that it takes with it; else NULL. Passes over what phrases pass over, as
 * long as the instruction does not take it. */
static const struct text_token *take(struct walk *walk,
                                     const struct text_token *token,
                                     struct rules_instruction instruction) {
  if (walk->end == NULL) {
    token = cross(walk);
  }
  for (; token != NULL && token < walk->end; token++) {
    if (match_takes(walk->scene, walk->sentence, instruction, token)) {
      break;
    }
    if (token == walk->start ||
        !match_is_passed(token, walk->program->strict_comma) ||
        walk->steps-- <= 0) {
      return NULL;
    }
  }
  if (token == NULL || token == walk->end) {
    return NULL;
  }
  return behind(walk, token, instruction);
}

/* Whether the token is a word or the like, and so taken or not: nothing is
 * passed over, and the sentence goes on. What most programs are made of is
 * told at such a token in a few steps. */
static inline bool is_at_word(const struct walk *walk,
                              const struct text_token *token) {
  return token < walk->end && token->kind <= TEXT_HYPHEN;
}

static inline const struct text_token *take_word(
    struct walk *walk, const struct text_token *token,
    struct rules_instruction instruction) {
  if (!is_at_word(walk, token)) {
    return take(walk, token, instruction);
  }
  return match_has_reading(token, instruction.argument) ? token + 1 : NULL;
}

static inline const struct text_token *take_set(
    struct walk *walk, const struct text_token *token,
    struct rules_instruction instruction) {
  if (!is_at_word(walk, token)) {
    return take(walk, token, instruction);
  }
  const struct rules_code *code = &walk->scene->rules->code;
  return match_is_in_set(token, code, instruction.argument) ? token + 1 : NULL;
}

static inline const struct text_token *take_other(
    struct walk *walk, const struct text_token *token,
    struct rules_instruction instruction) {
  if (!is_at_word(walk, token)) {
    return take(walk, token, instruction);
  }
  return match_takes(walk->scene, walk->sentence, instruction, token)
             ? behind(walk, token, instruction)
             : NULL;
}

/* Leaves a branch for each case of the token; `pc` is behind the switch. */
static void take_cases(struct walk *walk, const struct text_token *token,
                       struct rules_switch table, uint32_t pc) {
  size_t readings = text_token_readings(token);
  for (size_t i = 0; i < readings; i++) {
    size_t place = match_case_of(token, i, table);
    for (; place < table.count &&
           rules_case_word(table.cases[place]) == token->words[i];
         place++) {
      branch(walk, pc + rules_case_past(table.cases[place]), token + 1,
             walk->end);
    }
  }
}

/* Goes on at the case of the token's word, if there is one: at *pc. Leaves
 * branches where there may be several. */
static inline const struct text_token *take_switch(
    struct walk *walk, const struct text_token *token,
    struct rules_instruction instruction, uint32_t *pc) {
  struct rules_switch table =
      rules_code_switch(&walk->scene->rules->code, instruction.argument);
  if (!is_at_word(walk, token)) {
    token = take(walk, token, instruction);
    if (token != NULL) {
      take_cases(walk, token - 1, table, *pc);
    }
    return NULL;
  }
  size_t place = match_case_of(token, 0, table);
  bool one = place + 1 >= table.count ||
             rules_case_word(table.cases[place + 1]) != token->words[0];
  if (!one || text_token_is_ambiguous(token)) {
    take_cases(walk, token, table, *pc);
    return NULL;
  }
  if (place == table.count) {
    return NULL;
  }
  *pc += rules_case_past(table.cases[place]);
  return token + 1;
}

static inline struct match_spot spot_at(const struct walk *walk,
                                        const struct text_token *token) {
  return (struct match_spot){walk->start, token, walk->sentence};
}

/* A full stop may lie in the abbreviation that was taken last; and a mark at
 * the end of a sentence leads beyond it, too. */
static const struct text_token *take_mark(struct walk *walk,
                                          const struct text_token *token,
                                          struct rules_instruction instruction,
                                          uint32_t next) {
  struct match_spot spot = spot_at(walk, token);
  if (instruction.argument == '.' &&
      match_was_abbreviation(walk->scene, &spot)) {
    branch(walk, next, token, walk->end);
  }
  if (is_at_word(walk, token)) {
    return NULL;
  }
  token = take(walk, token, instruction);
  if (token != NULL && rules_mark_ends_sentence(instruction.argument) &&
      token >= walk->scene->tokens +
                   walk->scene->sentences[walk->sentence].word_end) {
    branch(walk, next, token, NULL);
  }
  return token;
}

static inline void accept(struct walk *walk, const struct text_token *token) {
  if ((walk->longest == NULL || token > walk->longest) &&
      match_may_end_with(token - 1)) {
    walk->longest = token;
    walk->longest_sentence = walk->sentence;
  }
}

/* Where most walks begin. */
static inline bool starts_sentence(const struct walk *walk) {
  const struct match_scene *scene = walk->scene;
  return walk->start <=
         scene->tokens + scene->sentences[walk->sentence].word_start;
}

static inline bool holds(const struct walk *walk,
                         const struct text_token *token,
                         struct rules_instruction instruction) {
  struct match_spot spot = spot_at(walk, token);
  return match_holds(walk->scene, &spot, instruction);
}

/* Whether the instruction surely does not take the token: then the one way on
 * from a SPLIT is the other. */
static inline bool refuses(const struct walk *walk,
                           const struct text_token *token,
                           struct rules_instruction instruction) {
  const struct rules_code *code = &walk->scene->rules->code;
  uint32_t argument = instruction.argument;
  switch (instruction.operation) {
  case RULES_WORD:
    return is_at_word(walk, token) && !match_has_reading(token, argument);
  case RULES_WORD_SET:
    return is_at_word(walk, token) && !match_is_in_set(token, code, argument);
  case RULES_SWITCH:
    return is_at_word(walk, token) &&
           !match_may_be_in(token, &code->switches.items[argument]);
  case RULES_MARK:
    return is_at_word(walk, token) && argument != '.';
  case RULES_NAME:
  case RULES_CAPITAL:
    return is_at_word(walk, token) && (token->flags & TEXT_CAPITALISED) == 0;
  default:
    return false;
  }
}

/* Goes from an instruction until the way ends, as it does with the program:
 * all instructions lead forwards. */
static inline void go(struct walk *walk, uint32_t pc,
                      const struct text_token *token) {
  while (token != NULL) {
    struct rules_instruction instruction = walk->code[pc++];
    switch (instruction.operation) {
    case RULES_ACCEPT:
      accept(walk, token);
      return;
    case RULES_JUMP:
      pc = instruction.argument;
      break;
    case RULES_SPLIT:
      if (refuses(walk, token, walk->code[pc])) {
        pc = instruction.argument;
      } else if (!refuses(walk, token, walk->code[instruction.argument])) {
        branch(walk, instruction.argument, token, walk->end);
      }
      break;
    case RULES_SWITCH:
      token = take_switch(walk, token, instruction, &pc);
      break;
    case RULES_WORD:
      token = take_word(walk, token, instruction);
      break;
    case RULES_WORD_SET:
      token = take_set(walk, token, instruction);
      break;
    case RULES_MARK:
      token = take_mark(walk, token, instruction, pc);
      break;
    case RULES_ANY:
      token = take_other(walk, token, (struct rules_instruction){RULES_ANY, 0});
      break;
    case RULES_CAPITAL:
      token =
          take_other(walk, token, (struct rules_instruction){RULES_CAPITAL, 0});
      break;
    case RULES_NAME:
    case RULES_CLASS:
    case RULES_HYPHEN:
      token = take(walk, token, instruction);
      break;
    case RULES_AT_SENTENCE_START:
      token = starts_sentence(walk) ? token : NULL;
      break;
    default:
      token = holds(walk, token, instruction) ? token : NULL;
      break;
    }
  }
}

enum match_walked match_walk(const struct match_scene *scene,
                             const struct rules_program *program,
                             uint32_t sentence, uint32_t start,
                             struct match_found *found) {
  struct walk walk; /* its branches are not worth clearing */
  walk.scene = scene;
  walk.program = program;
  walk.code = scene->rules->code.instructions.items + program->first;
  walk.start = scene->tokens + start;
  walk.longest = NULL;
  walk.sentence = sentence;
  walk.end = scene->tokens + scene->sentences[sentence].token_end;
  walk.steps = WALK_STEPS;
  walk.depth = 0;
  struct way way = {0, sentence, walk.start, walk.end};
  for (;;) {
    go(&walk, way.pc, way.next);
    if (walk.depth == 0 || walk.steps-- <= 0) {
      break;
    }
    way = walk.branches[--walk.depth];
    walk.sentence = way.sentence;
    walk.end = way.end;
  }
  if (walk.steps <= 0) {
    return MATCH_WALKED_TOO_FAR;
  }
  if (walk.longest == NULL) {
    return MATCH_WALKED_NOTHING;
  }
  *found = (struct match_found){start, (uint32_t)(walk.longest - scene->tokens),
                                sentence, walk.longest_sentence};
  return MATCH_WALKED_FOUND;
}
