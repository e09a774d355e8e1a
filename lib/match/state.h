/* SPDX-License-Identifier: MIT */
/*
 * Inside of the engine, private to lib/match:
 *
 *     engine.c      one run after the other
 *     scope.c       what is looked for at all
 *     candidates.c  which patterns to try where: keys that fit
 *     picture.c     what the words of a sentence and the neighbours rule out
 *     chart.c       where in a long sentence a phrase may be at all
 *     unfiled.c     those that no word names
 *     try.c         tries one of them from where a match may begin
 *     tries.c       which whole sentences were tried already
 *     family.c      the same of greetings and farewells
 *     scan.c        all matches of one pattern in one sentence; regex.c: of
 *                   the regexes of an entry
 *     run.h         runs a program: one that hardly branches by walk.c, and the
 *                   others by machine.c; take.h: which tokens it takes
 *     settle.c      leftmost-longest of each entry, quotation marks
 *     veto.c        what silences those hits
 */
#ifndef COURTESY_MATCH_STATE_H
#define COURTESY_MATCH_STATE_H

#include "match/run.h"
#include "match/scope.h"
#include "match/tries.h"
#include "text/normal_form.h"
#include "text/regex.h"

/* What the sentence that leads to a list says of an entry: asked again for each
 * of its matches in the items. */
struct match_lead {
  uint32_t list; /* its first sentence; 0: nothing was asked */
  uint32_t entry;
  bool vetoes; /* an `except` is there: */
  uint32_t pattern;
};

/* The vetoes that were found in sentences [first, last] for an entry: asked
 * again for each of its matches there, which come in their order. */
struct match_vetoes {
  bool filled;
  uint32_t entry;
  uint32_t first;
  uint32_t last;
  bool anywhere;    /* an `except` is there: */
  uint32_t pattern; /* this one */
  /* Of those `except_here` that begin before the token `looked`: */
  uint32_t looked;
  uint32_t furthest; /* the end of the one that goes furthest, */
  uint32_t here;     /* and which it is */
};

/* A pattern that is filed under no word, and so is asked of each sentence. */
struct match_unfiled {
  uint64_t need; /* a sentence that shares no bit with this does not hold it */
  uint32_t pattern;
  uint32_t zones; /* where it is looked for */
};

BASE_VECTOR(match_unfileds, struct match_unfiled);

/* Documents have fewer. */
#define MATCH_NO_SENTENCE UINT32_MAX

struct match_engine {
  const struct courtesy_ruleset *rules;
  struct match_scope scope;
  bool unfiltered; /* the prefilter is not asked */
  /* Of the run that is on, or was the last: */
  struct match_text text;
  struct match_scene scene;
  struct match_picture picture; /* of its document */
  struct match_names names;
  struct match_tries tries;
  struct match_machine *machine;
  struct match_limits *limits; /* the caller's; NULL: not wanted */
  bool failed;                 /* memory ran out */
  /* Patterns filed under no word that it looks for: */
  struct match_unfileds unfiled;
  bool unfiled_chosen; /* those that ordinary runs look for */
  /* Regexes by number, compiled when first used: */
  struct text_regex **regexes;
  struct text_regex_scratch *scratch;
  /* What regexes ask of the sentence at hand, and which that is: */
  uint32_t marks;
  uint32_t marks_of; /* or MATCH_NO_SENTENCE */
  struct text_normal_form form;
  uint32_t form_of; /* so, too */
  /* All matches, before any choice: */
  struct match_hits found;
  uint64_t *met;     /* by entry a bit whether it has any, */
  uint32_t *tallies; /* and how many; MATCH_ENTRY_MAX + 1 when it has too many.
                        match_settle puts in their place where the next match
                        of each entry goes. Zeros between runs, as `met`. */
  uint32_t *listed;  /* match_settle: the entries that have any, in order */
  /* What silences those that were chosen: */
  struct match_vetoes vetoes;
  struct match_lead lead;
};

/* Before the first sentence of a run: chooses what of the patterns filed under
 * no word it looks for. Returns false when memory ran out. */
bool match_choose_unfiled(struct match_engine *engine);

/* Tries those on a sentence. */
void match_try_unfiled(struct match_engine *engine, uint32_t sentence);

/* Tries all that the prefilter names. */
void match_try_text(struct match_engine *engine);

/* Tries the pattern of a key that fits at a token. */
void match_try_key(struct match_engine *engine, const struct text_key *key,
                   uint32_t token, uint32_t sentence);

/* Tries patterns of one family, greetings or farewells: those that the bits
 * name. */
void match_try_family(struct match_engine *engine,
                      enum rules_form_family number, uint64_t bits);

/* Tries a pattern on a sentence where it may match, or end: then it began in
 * one of the sentences before. Each is tried once. */
void match_try_sentence(struct match_engine *engine, uint32_t pattern,
                        uint32_t sentence);

/* Whether the sentence holds a word that the pattern is filed under, or it is
 * filed under none. */
bool match_is_filed(const struct match_engine *engine, uint32_t pattern,
                    uint32_t sentence);

/* Adds all matches of the pattern that begin in the sentence; a regex stands
 * for all of its entry. */
void match_scan(struct match_engine *engine, uint32_t pattern,
                uint32_t sentence);

/* The same of an entry's regexes, from its first on. */
void match_scan_regexes(struct match_engine *engine, uint32_t first,
                        uint32_t sentence);

/* Of the phrase's matches that begin at the tokens [from, end) of the sentence,
 * the token behind the one that goes furthest; 0 when there is none. */
uint32_t match_furthest(struct match_engine *engine, uint32_t pattern,
                        uint32_t sentence, uint32_t from, uint32_t end);

/* Adds a match, which lies in bytes [start, end) of the sentence's source, if
 * the entry has not too many. */
void match_add_hit(struct match_engine *engine, uint32_t pattern,
                   const struct match_found *found, uint32_t start,
                   uint32_t end);

/* Notes that a limit was reached. */
void match_note_limit(struct match_engine *engine, uint32_t pattern,
                      uint32_t sentence, uint32_t start,
                      enum match_limit_kind kind);

/* Adds a match that is this word. */
void match_take_word(struct match_engine *engine, uint32_t pattern,
                     uint32_t sentence, uint32_t token);

/* Adds the phrase's match that begins at the token, if there is one. */
void match_scan_at(struct match_engine *engine, uint32_t pattern,
                   uint32_t sentence, uint32_t token);

/* Whether a veto of its entry, which has some, silences the hit, and which. */
bool match_is_vetoed(struct match_engine *engine, const struct match_hit *hit,
                     uint32_t *by);

/* How many words `met` has. */
static inline size_t match_met_words(const struct courtesy_ruleset *rules) {
  return (rules->entry_count + 63) / 64;
}

/* Makes of all that was found the hits of the entries. */
void match_settle(struct match_engine *engine, struct match_hits *hits);

#endif
