/* SPDX-License-Identifier: MIT */
#include "match/walk.h"

#include "match/picture.h"
#include "match/take.h"

enum {
  WALK_STEPS = 64, /* ways, and tokens passed over; most runs go few */
  WALK_BRANCHES = 48,
};

/* The sentence that a way is in, and where it ends:
 *
 *     like I told you .    Thanks ,
 *                     ↑edge↑end
 */
struct bounds {
  const struct text_token *edge; /* its words end there, and $ holds; */
  const struct text_token *end;  /* there its tokens do. Both are NULL where the
                                    way named the end, such as by a full stop:
                                    it goes on in the next sentence */
  uint32_t sentence;
};

/* A way through a program, not gone yet: at an instruction, before a token. */
struct way {
  const struct rules_instruction *at;
  const struct text_token *next;
  struct bounds in;
};

struct walk {
  const struct match_scene *scene;
  const struct rules_program *program;
  const struct text_token *start;
  const struct text_token *longest; /* end of the longest match so far; NULL:
                                       there is none */
  uint32_t longest_sentence;        /* where that ends */
  struct bounds in;                 /* of the way that is gone */
  int steps;                        /* that are left */
  uint32_t depth;
  struct way branches[WALK_BRANCHES]; /* the last one is gone next */
};

static struct bounds bounds_of(const struct match_scene *scene,
                               uint32_t sentence) {
  const struct text_sentence *place = &scene->sentences[sentence];
  return (struct bounds){scene->tokens + place->word_end,
                         scene->tokens + place->token_end, sentence};
}

/* Leaves a way for later. */
static inline void leave(struct walk *walk, struct way way) {
  if (walk->depth == WALK_BRANCHES) {
    walk->steps = 0; /* no room: it is left to the machine */
    return;
  }
  walk->branches[walk->depth++] = way;
}

/* Leaves a way that goes on in this sentence. */
static inline void branch(struct walk *walk, const struct rules_instruction *at,
                          const struct text_token *next) {
  leave(walk, (struct way){at, next, walk->in});
}

/* Goes on in the next sentence, if that belongs to this one. */
static const struct text_token *cross(struct walk *walk) {
  const struct match_scene *scene = walk->scene;
  if (!match_scene_goes_on(scene, walk->in.sentence)) {
    return NULL;
  }
  walk->in = bounds_of(scene, walk->in.sentence + 1);
  return scene->tokens + scene->sentences[walk->in.sentence].first_token;
}

/* The token behind the one that was taken, and all that is taken with it. */
static inline const struct text_token *token_behind(
    struct walk *walk, const struct text_token *token,
    struct rules_instruction instruction) {
  if (rules_operation_takes_many(instruction.operation)) {
    while (match_takes_next(instruction, token, walk->in.end)) {
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
  if (walk->in.end == NULL) {
    token = cross(walk);
  }
  for (; token != NULL && token < walk->in.end; token++) {
    if (match_takes(walk->scene, walk->in.sentence, instruction, token)) {
      break;
    }
    if (token == walk->start ||
        !match_is_passed(token, walk->program->strict_comma) ||
        walk->steps-- <= 0) {
      return NULL;
    }
  }
  if (token == NULL || token == walk->in.end) {
    return NULL;
  }
  return token_behind(walk, token, instruction);
}

/* Whether the token is a word or the like, which is not passed over: it is
 * taken, or the way ends. At most tokens of most programs this is so. */
static inline bool is_at_word(const struct walk *walk,
                              const struct text_token *token) {
  return token < walk->in.end && token->kind <= TEXT_HYPHEN;
}

/* What `*` takes: where a written word begins, all of it. */
static inline const struct text_token *take_any(
    struct walk *walk, const struct text_token *token) {
  if (token >= walk->in.end || !text_token_is_written(token)) {
    return take(walk, token, (struct rules_instruction){RULES_ANY, 0});
  }
  uint32_t written = token->written;
  if (token > walk->scene->tokens && token[-1].written == written &&
      token[-1].kind <= TEXT_HYPHEN) {
    return NULL; /* the word began before */
  }
  while (++token < walk->in.end && token->written == written &&
         token->kind <= TEXT_HYPHEN) {
    walk->steps--;
  }
  return token;
}

/* Leaves a branch for each case of the token; `next` is behind the switch. */
static void take_cases(struct walk *walk, const struct text_token *token,
                       uint32_t number, const struct rules_instruction *next) {
  size_t readings = text_token_readings(token);
  for (size_t i = 0; i < readings; i++) {
    uint32_t word = token->words[i];
    struct rules_switch near =
        match_cases_near(&walk->scene->rules->code, number, word);
    for (size_t k = 0; k < near.count; k++) {
      if (rules_case_word(near.cases[k]) == word) {
        branch(walk, next + rules_case_past(near.cases[k]), token + 1);
      }
    }
  }
}

/* What take_words leaves: where the token has several readings or may be passed
 * over, where the words are too many for buckets, and where the word leads
 * several ways. */
static const struct text_token *take_words_slowly(
    struct walk *walk, const struct text_token *token,
    struct rules_instruction instruction,
    const struct rules_instruction *next) {
  if (!is_at_word(walk, token)) {
    token = take(walk, token, instruction);
  } else if (match_takes(walk->scene, walk->in.sentence, instruction, token)) {
    token++;
  } else {
    return NULL;
  }
  if (token == NULL || instruction.operation != RULES_SWITCH) {
    return token;
  }
  take_cases(walk, token - 1, instruction.argument, next);
  return NULL;
}

/* Whether the token has one reading, and that a number that buckets tell. */
static inline bool is_plain(const struct text_token *token) {
  return !text_token_is_ambiguous(token) &&
         token->words[0] <= RULES_LAST_CASE_WORD;
}

/* Takes a word, one of a set, or one of a switch, and goes on where that leads:
 * at *at. How the three are one, struct match_words tells. */
static inline const struct text_token *take_words(
    struct walk *walk, const struct match_words *words,
    const struct text_token *token, struct rules_instruction instruction,
    const struct rules_instruction **at) {
  uint32_t operation = instruction.operation;
  uint32_t argument = instruction.argument;
  uint32_t only = argument & words->only[operation];
  struct rules_spread spread = words->spreads[operation][argument - only];
  if (!is_at_word(walk, token) || !is_plain(token) ||
      spread.mask == RULES_NOT_SPREAD) {
    return take_words_slowly(walk, token, instruction, *at);
  }
  uint32_t word = token->words[0] - only;
  const struct rules_bucket *bucket =
      &words->buckets[operation][rules_spread_bucket(spread, word)];
  uint32_t found = rules_bucket_find(bucket, word);
  if (found == 0) {
    return NULL;
  }
  /* A branch: of the others what comes next need not wait for the search. */
  if (operation == RULES_SWITCH) {
    if ((found & (found - 1)) != 0) { /* several ways */
      return take_words_slowly(walk, token, instruction, *at);
    }
    *at += rules_bucket_past(bucket, found);
  }
  return token + 1;
}

static inline struct match_spot spot_at(const struct walk *walk,
                                        const struct text_token *token) {
  return (struct match_spot){walk->start, token, walk->in.sentence};
}

/* A full stop may lie in the abbreviation that was taken last; and a mark at
 * the end of a sentence leads beyond it, too. */
static const struct text_token *take_mark(
    struct walk *walk, const struct text_token *token,
    struct rules_instruction instruction,
    const struct rules_instruction *next) {
  if (instruction.argument == '.') {
    struct match_spot spot = spot_at(walk, token);
    if (match_was_abbreviation(walk->scene, &spot)) {
      branch(walk, next, token);
    }
  }
  if (is_at_word(walk, token)) {
    return NULL;
  }
  token = take(walk, token, instruction);
  if (token != NULL && rules_mark_ends_sentence(instruction.argument) &&
      token >= walk->in.edge) {
    struct bounds beyond = {NULL, NULL, walk->in.sentence};
    leave(walk, (struct way){next, token, beyond});
  }
  return token;
}

static inline void accept(struct walk *walk, const struct text_token *token) {
  if ((walk->longest == NULL || token > walk->longest) &&
      match_may_end_with(token - 1)) {
    walk->longest = token;
    walk->longest_sentence = walk->in.sentence;
  }
}

/* The signs of what can be taken at the token: of what stands behind the one
 * before it. */
static inline uint64_t sign_at(const struct walk *walk,
                               const struct text_token *token) {
  const struct match_scene *scene = walk->scene;
  uint32_t here = (uint32_t)(token - scene->tokens);
  if (token < walk->in.edge && (scene->signs[here] & TEXT_SIGN_PASSED) == 0) {
    return scene->signs[here];
  }
  return walk->in.end == NULL
             ? TEXT_SIGN_ANY
             : match_sign_behind_far(
                   scene, &scene->sentences[walk->in.sentence], here - 1);
}

static inline bool holds(const struct walk *walk,
                         const struct text_token *token,
                         struct rules_instruction instruction) {
  struct match_spot spot = spot_at(walk, token);
  return match_holds(walk->scene, &spot, instruction);
}

/* Passes over the words of a gap: each may be the last, and where the token may
 * be what stands behind the gap, there is a branch. */
static inline const struct text_token *take_gap(
    struct walk *walk, const struct text_token *token,
    const struct rules_fork *gap, const struct rules_instruction *rest) {
  for (uint32_t left = gap->words; token != NULL && left > 0; left--) {
    if ((sign_at(walk, token) & gap->there) != 0) {
      branch(walk, rest, token);
    }
    token = take_any(walk, token);
  }
  return token;
}

/* Goes one of the two ways of a fork, and leaves the other as a branch where
 * the token may be taken on both. Returns NULL where it is on neither. */
static inline const struct text_token *take_fork(
    struct walk *walk, const struct text_token *token,
    struct rules_instruction instruction, const struct rules_instruction **at) {
  const struct rules_fork *fork =
      &walk->scene->rules->code.forks.items[instruction.argument];
  const struct rules_instruction *there = *at + fork->past;
  if (fork->words > 0) {
    *at = there;
    return take_gap(walk, token, fork, there);
  }
  uint64_t sign = sign_at(walk, token);
  bool goes_here = (sign & fork->here) != 0;
  if ((sign & fork->there) == 0) {
    return goes_here ? token : NULL;
  }
  if (goes_here) {
    branch(walk, there, token);
  } else {
    *at = there;
  }
  return token;
}

/* Goes on from an instruction until the way ends, which it does with the
 * program at the latest: all instructions lead forwards. */
static inline void go(struct walk *walk, const struct match_words *words,
                      const struct rules_instruction *first,
                      const struct rules_instruction *at,
                      const struct text_token *token) {
  while (token != NULL) {
    struct rules_instruction instruction = *at++;
    if (instruction.operation <= RULES_SWITCH) {
      token = take_words(walk, words, token, instruction, &at);
      continue;
    }
    switch (instruction.operation) {
    case RULES_ACCEPT:
      accept(walk, token);
      return;
    case RULES_JUMP:
      at = first + instruction.argument;
      break;
    case RULES_SPLIT:
      token = take_fork(walk, token, instruction, &at);
      break;
    case RULES_MARK:
      token = take_mark(walk, token, instruction, at);
      break;
    case RULES_ANY:
      token = take_any(walk, token);
      break;
    case RULES_CAPITAL:
    case RULES_NAME:
    case RULES_CLASS:
    case RULES_HYPHEN:
      token = take(walk, token, instruction);
      break;
    default:
      token = holds(walk, token, instruction) ? token : NULL;
      break;
    }
  }
}

struct match_end match_walk(const struct match_scene *scene,
                            const struct rules_program *program,
                            uint32_t sentence, uint32_t start) {
  struct walk walk; /* its branches are not worth clearing */
  walk.scene = scene;
  walk.program = program;
  walk.start = scene->tokens + start;
  walk.longest = NULL;
  walk.in = bounds_of(scene, sentence);
  walk.steps = WALK_STEPS;
  walk.depth = 0;
  const struct rules_instruction *first =
      scene->rules->code.instructions.items + program->first;
  const struct rules_instruction *at = first;
  const struct text_token *next = walk.start;
  for (;;) {
    go(&walk, &scene->words, first, at, next);
    if (walk.depth == 0 || walk.steps-- <= 0) {
      break;
    }
    const struct way *way = &walk.branches[--walk.depth];
    at = way->at;
    next = way->next;
    walk.in = way->in;
  }
  if (walk.steps <= 0) {
    return (struct match_end){MATCH_TOO_FAR, sentence};
  }
  if (walk.longest == NULL) {
    return (struct match_end){MATCH_NOWHERE, sentence};
  }
  return (struct match_end){(uint32_t)(walk.longest - scene->tokens),
                            walk.longest_sentence};
}
