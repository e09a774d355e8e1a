/* SPDX-License-Identifier: MIT */
#include "match/walk.h"

enum {
  WALK_STEPS =
      64, /* instructions and tokens; most runs need fewer than twenty */
  WALK_BRANCHES = 48,
};

/* A way not gone yet: at an instruction, before a token. A way `beyond` named
 * the end of its sentence, and takes its next token from the one after it. */
struct branch {
  uint32_t pc;
  uint32_t sentence;
  uint32_t position;
  bool beyond;
};

/* The way that is gone is at `spot`. */
struct walk {
  const struct match_scene *scene;
  const struct rules_program *program;
  const struct rules_instruction *code;
  const struct text_token *tokens;
  struct match_spot spot;
  uint32_t end; /* of the tokens of spot.sentence */
  bool beyond;
  struct match_found *longest; /* so far; token_end 0: none */
  int steps;                   /* that are left */
  size_t depth;
  struct branch branches[WALK_BRANCHES];
};

static void push(struct walk *walk, uint32_t pc, bool beyond) {
  if (walk->depth == WALK_BRANCHES) {
    walk->steps = 0;
    return;
  }
  struct branch *branch = &walk->branches[walk->depth++];
  branch->pc = pc;
  branch->sentence = walk->spot.sentence;
  branch->position = walk->spot.position;
  branch->beyond = beyond;
}

static void enter(struct walk *walk, uint32_t sentence) {
  walk->spot.sentence = sentence;
  walk->end = walk->scene->sentences[sentence].token_end;
}

/* Goes on in the next sentence, if that belongs to this one. */
static bool cross(struct walk *walk) {
  uint32_t next = walk->spot.sentence + 1;
  walk->beyond = false;
  if (!match_scene_goes_on(walk->scene, walk->spot.sentence)) {
    return false;
  }
  enter(walk, next);
  walk->spot.position = walk->scene->sentences[next].first_token;
  return true;
}

/* Passes over what phrases pass over, as long as the instruction does not
 * take it. Returns the token that it takes, or walk->end. */
static uint32_t find_taken(struct walk *walk,
                           struct rules_instruction instruction) {
  for (uint32_t token = walk->spot.position; token < walk->end; token++) {
    if (match_takes(walk->scene, walk->spot.sentence, instruction, token)) {
      return token;
    }
    if (token == walk->spot.start ||
        !match_is_passed(&walk->tokens[token], walk->program->strict_comma) ||
        walk->steps-- <= 0) {
      return walk->end;
    }
  }
  return walk->end;
}

/* Whether the instruction takes the next token, and all that it takes with
 * it. Moves behind them. */
static bool take(struct walk *walk, struct rules_instruction instruction) {
  if (walk->beyond && !cross(walk)) {
    return false;
  }
  uint32_t token = find_taken(walk, instruction);
  if (token == walk->end) {
    return false;
  }
  if (rules_operation_takes_many(instruction.operation)) {
    while (match_takes_next(walk->scene, walk->spot.sentence, instruction,
                            token)) {
      walk->steps--;
      token++;
    }
  }
  walk->spot.position = token + 1;
  return true;
}

/* Whether the next token is a word or the like, and so taken or not: nothing
 * is passed over, and the sentence goes on. */
static inline bool is_at_word(const struct walk *walk) {
  return !walk->beyond && walk->spot.position < walk->end &&
         walk->tokens[walk->spot.position].kind <= TEXT_HYPHEN;
}

/* What most programs are made of, told in a few steps. */
static inline bool take_word(struct walk *walk,
                             struct rules_instruction instruction) {
  if (!is_at_word(walk)) {
    return take(walk, instruction);
  }
  const struct text_token *token = &walk->tokens[walk->spot.position++];
  return match_has_reading(token, instruction.argument);
}

/* Leaves a branch for each case of the token that was taken last. */
static void take_cases(struct walk *walk, uint32_t table) {
  struct rules_switch cases =
      rules_code_switch(&walk->scene->rules->code, table);
  const struct text_token *token = &walk->tokens[walk->spot.position - 1];
  size_t readings = text_token_readings(token);
  for (size_t i = 0; i < readings; i++) {
    uint32_t word = token->words[i];
    if (word == TEXT_NO_WORD) {
      continue;
    }
    size_t place = rules_switch_find(cases, word);
    for (; place < cases.count && cases.cases[place].word == word; place++) {
      push(walk, cases.cases[place].target, false);
    }
  }
}

static void take_switch(struct walk *walk,
                        struct rules_instruction instruction) {
  if (is_at_word(walk)) {
    walk->spot.position++;
    take_cases(walk, instruction.argument);
  } else if (take(walk, instruction)) {
    take_cases(walk, instruction.argument);
  }
}

/* A full stop may lie in the abbreviation that was taken last; and a mark at
 * the end of a sentence leads beyond it, too. */
static bool take_mark(struct walk *walk, struct rules_instruction instruction,
                      uint32_t next) {
  if (instruction.argument == '.' &&
      match_was_abbreviation(walk->scene, &walk->spot)) {
    push(walk, next, walk->beyond);
  }
  if (!take(walk, instruction)) {
    return false;
  }
  const struct match_spot *spot = &walk->spot;
  if (rules_mark_ends_sentence(instruction.argument) &&
      spot->position >= walk->scene->sentences[spot->sentence].word_end) {
    push(walk, next, true);
  }
  return true;
}

static void accept(struct walk *walk) {
  const struct match_spot *spot = &walk->spot;
  if (spot->position > walk->longest->token_end &&
      match_may_end_with(&walk->tokens[spot->position - 1])) {
    walk->longest->token_end = spot->position;
    walk->longest->last_sentence = spot->sentence;
  }
}

/* Goes from `pc` until the way ends, or no steps are left. */
static void go(struct walk *walk, uint32_t pc) {
  for (bool goes_on = true; goes_on && walk->steps > 0; walk->steps--) {
    struct rules_instruction instruction = walk->code[pc++];
    switch (instruction.operation) {
    case RULES_ACCEPT:
      accept(walk);
      return;
    case RULES_JUMP:
      pc = instruction.argument;
      break;
    case RULES_SPLIT:
      push(walk, instruction.argument, walk->beyond);
      break;
    case RULES_SWITCH:
      take_switch(walk, instruction);
      return;
    case RULES_WORD:
      goes_on = take_word(walk, instruction);
      break;
    case RULES_MARK:
      goes_on = take_mark(walk, instruction, pc);
      break;
    default:
      goes_on = rules_operation_consumes(instruction.operation)
                    ? take(walk, instruction)
                    : match_holds(walk->scene, &walk->spot, instruction);
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
  walk.tokens = scene->tokens;
  walk.spot = (struct match_spot){start, sentence, start};
  walk.end = scene->sentences[sentence].token_end;
  walk.beyond = false;
  walk.longest = found;
  walk.steps = WALK_STEPS;
  walk.depth = 0;
  *found = (struct match_found){start, 0, sentence, sentence};
  go(&walk, 0);
  while (walk.depth > 0 && walk.steps > 0) {
    const struct branch *branch = &walk.branches[--walk.depth];
    enter(&walk, branch->sentence);
    walk.spot.position = branch->position;
    walk.beyond = branch->beyond;
    go(&walk, branch->pc);
  }
  if (walk.steps <= 0) {
    return MATCH_WALKED_TOO_FAR;
  }
  return found->token_end > 0 ? MATCH_WALKED_FOUND : MATCH_WALKED_NOTHING;
}
