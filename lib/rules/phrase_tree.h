/* SPDX-License-Identifier: MIT */
/*
 * Inside of the phrase compiler, private to lib/rules/phrase*.c:
 *
 *     text ─scan─> lexemes ─parse─> tree ─check─> ─emit─> instructions ─fork─>
 *                             ▲                └─anchor─> words
 *                 lists, forms ┘ (expand)
 *
 * The tree of `(like|as I) [just] told`:
 *
 *     SEQUENCE ─ CHOICE ─────────── CHOICE optional ─ ATOM told
 *                ├ SEQUENCE like    └ SEQUENCE just
 *                └ SEQUENCE as ─ I
 *
 * Trees are never deeper than PHRASE_DEPTH brackets, so that walking them
 * recursively is safe.
 */
#ifndef COURTESY_RULES_PHRASE_TREE_H
#define COURTESY_RULES_PHRASE_TREE_H

#include "base/vector.h"
#include "rules/phrase.h"

enum {
  PHRASE_DEPTH = 32,  /* brackets inside brackets; people write four */
  PHRASE_FACTORS = 8, /* words that alternatives share, one after another */
};

enum phrase_lexeme_kind {
  PHRASE_END = 0,
  PHRASE_WORD,
  PHRASE_EXACT,      /* =word; the slice is the word */
  PHRASE_FORMS,      /* word~; the slice is the word */
  PHRASE_LIST,       /* {name}; the slice is the name */
  PHRASE_CLASS,      /* <Name>; the slice is the name */
  PHRASE_POSSESSIVE, /* 's right behind a word, class, list or bracket */
  PHRASE_HYPHEN,
  PHRASE_MARK,  /* `mark` says which */
  PHRASE_ANY,   /* one * or two, `mark` says how many */
  PHRASE_START, /* one ^ or two */
  PHRASE_STOP,  /* one $ or two */
  PHRASE_OPEN,  /* ( or [, in `mark` */
  PHRASE_CLOSE, /* ) or ] */
  PHRASE_BAR,
  PHRASE_MISTAKE, /* the error is set */
};

struct phrase_lexeme {
  enum phrase_lexeme_kind kind;
  struct base_slice slice;
  size_t offset; /* of the whole lexeme in the phrase */
  size_t end;
  uint32_t mark;
  bool glued; /* no blank before it */
};

/* The elements of a sequence are atoms and choices, the alternatives of a
 * choice are sequences. */
enum phrase_node_kind { PHRASE_ATOM = 0, PHRASE_SEQUENCE, PHRASE_CHOICE };

struct phrase_node {
  enum phrase_node_kind kind;
  bool optional;                  /* of a choice */
  enum rules_operation operation; /* of an atom */
  uint32_t argument;
  size_t offset; /* in the phrase, for errors */
  size_t end;
  size_t code; /* of an element of the phrase, the first instruction */
  size_t code_end;
  size_t positions;          /* consuming instructions it became */
  unsigned factors;          /* words before it that alternatives share */
  struct phrase_node *first; /* elements of a sequence, alternatives */
  struct phrase_node *last;
  struct phrase_node *next;
};

struct phrase_compiler {
  const struct rules_definitions *definitions;
  struct text_vocabulary *vocabulary;
  struct base_arena *arena;  /* the ruleset's: what stays */
  struct base_arena scratch; /* the tree */
  struct rules_code *code;
  struct rules_cases cases;         /* of the switches that are not whole yet */
  struct rules_phrase_error *error; /* message is NULL until a mistake */
  bool has_edges;                   /* a ^ or $ was read */
  bool met_broken;                  /* a list of which a mistake was told */
  bool failed;                      /* memory ran out */
};

/* Records the first mistake. Always returns false. */
bool phrase_mistake(struct phrase_compiler *compiler, size_t offset,
                    const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Whether neither a mistake was found nor memory ran out. */
bool phrase_is_well(const struct phrase_compiler *compiler);

/* The lexeme at `*place`, which moves behind it. */
struct phrase_lexeme phrase_scan(struct phrase_compiler *compiler,
                                 const char *text, size_t *place);

/* The full words of a contraction, such as “do not” for “don't”, in `full` of
 * `size` bytes. Returns false when the word is none. */
bool phrase_contraction(struct base_slice word, char *full, size_t size);

/* A new node; NULL when memory ran out. */
struct phrase_node *phrase_node_new(struct phrase_compiler *compiler,
                                    enum phrase_node_kind kind,
                                    const struct phrase_lexeme *lexeme);
void phrase_node_append(struct phrase_node *parent, struct phrase_node *child);

/* The tree of a phrase or of a list's entry, a SEQUENCE; NULL after a
 * mistake. */
struct phrase_node *phrase_parse(struct phrase_compiler *compiler,
                                 const char *text);

/* {list} and word~ as choices; NULL after a mistake, and of what is broken. */
struct phrase_node *phrase_expand_list(struct phrase_compiler *compiler,
                                       const struct phrase_lexeme *lexeme);
struct phrase_node *phrase_expand_forms(struct phrase_compiler *compiler,
                                        const struct phrase_lexeme *lexeme);

/* Whether the tree makes sense as a whole: something is sure to be matched,
 * and ^ and $ stand at the edges. */
bool phrase_check(struct phrase_compiler *compiler,
                  const struct phrase_node *root);
/* Whether there is anything but `*`: a list that is empty yet, too. */
bool phrase_names_something(const struct phrase_node *node);

/* Adds the tree's instructions to the code, up to ACCEPT. The argument of a
 * SPLIT is its target until its fork is told. */
bool phrase_emit(struct phrase_compiler *compiler, struct phrase_node *root,
                 const char *text, struct rules_program *program);

/* Gives each SPLIT its fork. Returns false when memory ran out. */
bool phrase_tell_forks(struct phrase_compiler *compiler,
                       const struct rules_program *program);

void phrase_choose_anchor(struct phrase_compiler *compiler,
                          const struct phrase_node *root,
                          struct rules_anchor *anchor);

/* Fills in the program's needs. */
void phrase_tell_needs(struct phrase_compiler *compiler,
                       const struct phrase_node *root,
                       struct rules_program *program);

/* What the alternatives of a choice amount to: words that are alternatives by
 * themselves, and all others. */
BASE_VECTOR(phrase_words, uint32_t);
BASE_VECTOR(phrase_branches, struct phrase_node *);
void phrase_gather(struct phrase_compiler *compiler,
                   const struct phrase_node *choice, struct phrase_words *words,
                   struct phrase_branches *branches);

#endif
