/* SPDX-License-Identifier: MIT */
/*
 * From a document to hits: prefilter → candidates → programs and regexes →
 * leftmost-longest matches of each entry → vetoes and quotation marks.
 *
 * The engine is a session's scratch memory (one a thread); ruleset and
 * document are only read.
 */
#ifndef COURTESY_MATCH_ENGINE_H
#define COURTESY_MATCH_ENGINE_H

#include "base/vector.h"
#include "rules/ruleset.h"
#include "text/token.h"

#include <courtesy/message.h>

/* What happened to a match of `find` or `regex`. */
enum match_fate {
  MATCH_LIVE = 0,
  MATCH_VETOED, /* by `veto`; it still hides shorter matches under it */
  MATCH_QUOTED, /* wholly inside quotation marks, and the entry minds */
  MATCH_OTHERS, /* in a subject that somebody else wrote; the engine never says
                   so, its caller does, who knows the message */
};

struct match_hit {
  uint32_t entry;
  uint32_t pattern;
  uint32_t veto;          /* the pattern, when vetoed */
  uint32_t sentence;      /* in the document: where it begins */
  uint32_t last_sentence; /* and ends */
  uint32_t first_token;   /* a regex match names the tokens it touches */
  uint32_t token_end;
  uint32_t start; /* bytes of the sentence's source */
  uint32_t end;
  uint8_t source;
  uint8_t zone;
  uint8_t fate; /* enum match_fate */
};

BASE_VECTOR(match_hits, struct match_hit);

/* A document with what <Name> needs to know of this message. */
struct match_text {
  const struct text_document *document;
  const struct text_source *const *sources; /* by sentence.source */
  const struct courtesy_facts *facts;       /* that tell the names in the header
                                         fields; NULL when there are none */
};

/* Only so many matches of one entry are looked at, the first ones. A hundred
 * megabytes of real text hold fewer of any entry; a message that repeats one
 * phrase without end must not cost more memory than its tokens do. Other
 * entries are still looked for, so that nothing hides behind such a flood. */
enum { MATCH_ENTRY_MAX = 1 << 18 };

enum match_limit_kind {
  MATCH_GAVE_UP = 0, /* a regex gave up on the sentence */
  MATCH_CUT,         /* regexes saw only the start of the sentence; told once
                        for a sentence */
  MATCH_TOO_MANY,    /* matches of the pattern's entry are left out from this
                        sentence on; told once for an entry */
};

/* A limit that was reached. */
struct match_limit {
  uint32_t pattern;
  uint32_t sentence;
  uint32_t start; /* byte of its source where that was */
  enum match_limit_kind kind;
};

BASE_VECTOR(match_limits, struct match_limit);

struct match_engine;

enum courtesy_status match_engine_create(const struct courtesy_ruleset *rules,
                                         struct match_engine **out);
void match_engine_destroy(struct match_engine *engine);

/* With false every pattern is tried on every sentence; findings must be the
 * same (a test compares them). */
void match_engine_use_prefilter(struct match_engine *engine, bool use);

/* Says whether runs look for an entry; at first they look for none. One that is
 * not wanted is still looked for where a wanted entry refers to it. */
void match_engine_want(struct match_engine *engine, uint32_t entry, bool want);

/* The same of all entries, by entry; those in other cabinets than these, bits
 * 1 << enum rules_cabinet, are not wanted. */
void match_engine_want_all(struct match_engine *engine, const bool *wants,
                           unsigned cabinets);

/* To be called before the first run of a message: regexes may cost only so much
 * in one message, and this begins to count anew. */
void match_engine_begin_message(struct match_engine *engine);

/* All hits of all entries that are wanted, in the zones each looks at, sorted
 * by (entry, sentence, start). Entries of form `missing` and `each` have
 * none. */
enum courtesy_status match_engine_run(struct match_engine *engine,
                                      const struct match_text *text,
                                      struct match_hits *hits,
                                      struct match_limits *limits);

/* The same for these entries only, wanted or not, and in the text of the last
 * run. Its document may have grown since. */
enum courtesy_status match_engine_run_more(struct match_engine *engine,
                                           const uint32_t *entries,
                                           size_t count,
                                           struct match_hits *hits,
                                           struct match_limits *limits);

/* All hits of greetings or of farewells in all languages, wanted or not, in
 * any zone: how the session looks for them on a line. Tried are the patterns
 * that `bits` names (rules/forms.h). */
enum courtesy_status match_engine_run_family(struct match_engine *engine,
                                             const struct match_text *text,
                                             enum rules_form_family family,
                                             uint64_t bits,
                                             struct match_hits *hits);

#endif
