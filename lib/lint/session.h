/* SPDX-License-Identifier: MIT */
/*
 * What a session keeps between its steps. A lint goes through them in this
 * order, each in a file of its own:
 *
 *     view        zones, tokens and sentences            view.c, greeting.c
 *     hits        phrases and regexes                    seek.c, hear.c, hits.c
 *     candidates  what rules make of hits and absences   candidate.c, near.c,
 *                                                        missing.c
 *     winners     overlapping ones of a group merged     merge.c
 *     chosen      where there are too many, the gravest  choose.c
 *     findings    texts, places, edits                   render.c
 *     marks       the markers' hits                      mark.c
 *     score       the sum of weights                     score.c
 *
 * speaks.c tells which entries may speak at all, limits.c and other_language.c
 * what nobody looked at.
 * trace.c tells the host, on request, what became of each hit on the way.
 */
#ifndef COURTESY_LINT_SESSION_H
#define COURTESY_LINT_SESSION_H

#include "base/arena.h"
#include "base/sort.h"
#include "base/vector.h"
#include "lint/view.h"
#include "match/condition.h"
#include "match/engine.h"
#include "rules/ruleset.h"

#include <courtesy/session.h>

#define LINT_NO_PATTERN UINT32_MAX

/* A stretch of one of the message's sources. */
struct lint_place {
  uint8_t source;
  uint32_t start; /* bytes of the source */
  uint32_t end;
};

/* A finding to be, before merging. */
struct lint_candidate {
  const struct courtesy_rule *rule;
  uint32_t pattern; /* that matched; LINT_NO_PATTERN for absences */
  enum courtesy_zone zone;
  uint8_t source;
  uint32_t sentence; /* where it begins; UINT32_MAX for absences */
  uint32_t start;    /* bytes of the source */
  uint32_t end;
  uint32_t winner; /* index of the candidate that stands for it */
  bool left_out;   /* it won, but there are too many */
};

/* The hits of an entry. */
struct lint_found {
  uint32_t first; /* of the session's */
  uint32_t count;
  uint32_t live; /* of these, how many nothing silenced */
};

/* A marker's match. What the host reads of it is made when it asks. */
struct lint_mark {
  const struct courtesy_rule *marker;
  const struct match_hit *hit;
};

/* A rule of form `missing` or `each`, as far as must be known of each of them
 * for every message. */
struct lint_naming {
  uint32_t rule;
  uint32_t subject;
  enum courtesy_form form;
};

/* What an entry adds to the score. */
struct lint_part {
  uint32_t entry;
  uint32_t times;
};

BASE_VECTOR(lint_candidates, struct lint_candidate);
BASE_VECTOR(lint_marks, struct lint_mark);
BASE_VECTOR(lint_indices, uint32_t);
BASE_VECTOR(lint_namings, struct lint_naming);
BASE_VECTOR(lint_findings, struct courtesy_finding);
BASE_VECTOR(lint_parts, struct lint_part);
BASE_VECTOR(lint_told_parts, struct courtesy_score_part);
BASE_VECTOR(lint_problems, struct courtesy_problem);

/* Why an entry may not speak about a message. */
enum lint_reason {
  LINT_NOT_ASKED = 0,
  LINT_SPEAKS,
  LINT_IS_OFF,
  LINT_OTHER_LANGUAGE,
  LINT_OPEN_LANGUAGE,
  LINT_LOOSE_TEXT,
  LINT_WHEN,
  LINT_UNLESS,
};

/* Whether a language is the message's, as it was asked last. */
struct lint_tongue {
  rules_note language; /* of an entry; RULES_NO_NOTE: not asked yet */
  bool fits;
};

/* From where to where in a message, in the unit in which nearness is counted. */
struct lint_reach {
  uint32_t first;
  uint32_t last;
};

/* What a rule was told last of a reach: many hits of a sentence, and many items
 * of a list, ask for the same. */
struct lint_softening {
  const struct courtesy_rule *rule; /* NULL: not asked yet */
  struct lint_reach reach;
  bool softens;
};

/* What the engine is told to look for, and in whose words: seek.c and hear.c
 * keep it. A rule of form `each` is called "A needs B": A is its subject, and
 * B what it says `without` of. */
struct lint_search {
  bool is_stale;               /* the host's wishes changed: call lint_seek */
  struct lint_namings naming;  /* rules that are on and name other entries */
  struct lint_indices waiting; /* of these, rules whose A is looked for only
                                  where the rule could speak */
  struct lint_indices hearing; /* entries that look at others' words, too */
  bool hears;                  /* others' words were made into sentences */
  bool *sought;                /* by entry: whether this lint looks for it */
  struct lint_indices asked;   /* entries that only this message's rules ask
                                  for: forgotten before the next message */
  bool is_loose;               /* the message is loose text */
};

/* Of the people of the message, the first ones whose names an edit asked
 * for. */
enum { LINT_MOST_NAMES = 32 };

struct lint_names {
  struct base_slice items[LINT_MOST_NAMES];
  size_t count;
  bool are_read;
};

/* What not every host asks for: the marks, what the score was summed from, and
 * sentences of a text about which there is nothing to say. The first one who
 * does has it listed, put in order or read, and sees a session that does not
 * change. */
struct lint_listing {
  struct lint_view *view;  /* the session's */
  struct lint_marks marks; /* with room for all, once they are counted */
  struct lint_parts parts;
  struct lint_told_parts told_parts; /* with room for all of them */
  size_t mark_count;
  enum courtesy_marks wanted; /* … as the lint was told */
};

struct courtesy_session {
  const struct courtesy_ruleset *ruleset;
  struct match_engine *engine;
  uint32_t tried;           /* entry that runs on loose text too, or none */
  struct lint_found *found; /* of each entry */
  /* These three have room for all entries. */
  struct lint_indices met;        /* entries that have any hits, as they come */
  struct lint_indices met_rules;  /* of these, rules, … */
  struct lint_indices recognised; /* … and markers and signals that may speak
                                     and have live ones */
  uint8_t *reasons;               /* of each, enum lint_reason */
  struct match_facts facts;       /* of the message, as conditions asked */
  struct lint_tongue tongue;
  struct lint_softening around; /* hits */
  struct lint_softening lead;   /* of their list */
  struct lint_names names;
  size_t live;                 /* the first rule that is on, of some language */
  size_t others;               /* the next such one in another; 0: not asked */
  struct lint_indices tongues; /* an entry of each language, but of greetings
                                  and farewells; listed when first needed */
  bool speaks;      /* some entry of these is in the message's language */
  uint32_t *counts; /* findings of each entry, for the score; zeros else */
  void (*trace)(void *context, const struct courtesy_trace *step);
  void *trace_context;
  enum courtesy_marks wanted_marks;
  struct lint_search search;

  struct lint_view view;
  struct match_hits hits; /* of greeting and farewell, then of what the matcher
                             found, by entry */
  struct match_limits limits;
  struct lint_candidates candidates;
  struct lint_indices order; /* scratch of merging */

  struct base_arena arena; /* strings of the results */
  struct lint_findings findings;
  struct lint_listing *listing;
  struct lint_problems problems;
  bool has_score;
  int score;
};

/* Tells the engine what to look for in every message; before the first one,
 * and after each change of what the host wants. */
void lint_seek(struct courtesy_session *session);

/* Before a message: forgets what rules asked for in the one before. */
void lint_seek_again(struct courtesy_session *session);

/* Asks for the A of those waiting rules that could speak: it may stand in
 * others' words. Returns false when memory ran out. */
bool lint_ask_for_heard(struct courtesy_session *session);

/* Asks for the B of each rule whose A was found. Returns false when memory ran
 * out. */
bool lint_ask_for_without(struct courtesy_session *session);

/* Tells the engine which entries were asked for. */
void lint_tell_asked(struct courtesy_session *session);

/* Notes which rules name other entries, and which entries look at others' words.
 * Returns false when memory ran out. */
bool lint_list_searchers(struct courtesy_session *session);

/* Of some zones those of others' words: quotes, signatures, … */
static inline uint32_t lint_others_of(uint32_t zones) {
  return zones & ~(uint32_t)RULES_OWN_ZONES;
}

/* Whether an entry looks at these, too. */
static inline bool lint_hears(const struct courtesy_ruleset *ruleset,
                              uint32_t entry) {
  return lint_others_of(ruleset->scopes[entry].zones) != 0;
}

/* Makes sentences of those paragraphs of others' words in which an entry that
 * is looked for may find something. Returns false when memory ran out. */
bool lint_hear(struct courtesy_session *session);

/* Finds the hits of all entries that make a difference. */
enum courtesy_status lint_find_hits(struct courtesy_session *session);

/* Notes the first rule that is on. */
void lint_find_live(struct courtesy_session *session);

/* Notes the limits that were reached on the way to the hits. */
enum courtesy_status lint_note_limits(struct courtesy_session *session);

/* Notes it as a problem where no rule is in the message's language. */
enum courtesy_status lint_note_language(struct courtesy_session *session);

/* Makes candidates of the rules' hits and of what is missing. */
enum courtesy_status lint_collect(struct courtesy_session *session);

/* One of a hit. Returns false when memory ran out, as the next ones do. */
bool lint_add_candidate(struct courtesy_session *session,
                        const struct courtesy_rule *rule,
                        const struct match_hit *hit);

/* One of each A that has no B near it, for a rule "A needs B". */
bool lint_add_needing(struct courtesy_session *session,
                      const struct courtesy_rule *rule);

/* One where that belongs which a rule says is missing. */
bool lint_add_missing(struct courtesy_session *session,
                      const struct courtesy_rule *rule);

/* Whether it is missing, and where it belongs. */
bool lint_is_missing(const struct courtesy_session *session,
                     const struct courtesy_rule *rule);
struct lint_place lint_missing_place(const struct courtesy_session *session,
                                     const struct courtesy_rule *rule);

/* Whether an entry is a greeting or farewell, in whatever language. */
static inline bool lint_is_form(const struct courtesy_session *session,
                                uint32_t entry) {
  return session->ruleset->scopes[entry].cabinet == RULES_CABINET_FORMS;
}

/* The hits of an entry, in the order of their places. */
static inline const struct match_hit *lint_hits_of(
    const struct courtesy_session *session, uint32_t entry) {
  return session->hits.items + session->found[entry].first;
}

static inline size_t lint_hit_count(const struct courtesy_session *session,
                                    uint32_t entry) {
  return session->found[entry].count;
}

/* Whether the entry has a hit in one of these zones that nothing silenced. */
bool lint_has_live_hit(const struct courtesy_session *session, uint32_t entry,
                       uint32_t zones);

/* Whether an entry may speak about this message, for its severity, language and
 * conditions: told once for the whole message. */
bool lint_find_whether_speaks(struct courtesy_session *session, uint32_t entry);

/* A few words for the trace on why one may not of which that was asked. */
const char *lint_reason_words(const struct courtesy_session *session,
                              const struct courtesy_rule *rule);

/* Most entries have nothing but a language, nearly all the one that was asked
 * about last; a greeting in another language is one, too. */
static inline bool lint_entry_speaks(struct courtesy_session *session,
                                     uint32_t entry) {
  const struct rules_scope *scope = &session->ruleset->scopes[entry];
  bool is_form = lint_is_form(session, entry);
  bool fits = session->tongue.fits;
  fits &= scope->language == session->tongue.language;
  return (scope->speaks & (fits | is_form)) != 0 ||
         lint_find_whether_speaks(session, entry);
}

/* Whether an entry is in the message's language, or in none. */
bool lint_language_fits(struct courtesy_session *session, uint32_t entry);

/* Whether any entry but greetings and farewells is. */
bool lint_any_speaks(struct courtesy_session *session);

/* Lets one of overlapping candidates of a group stand for all. */
enum courtesy_status lint_merge(struct courtesy_session *session);

/* Leaves out winners past COURTESY_FINDINGS_MAX, which becomes a problem. */
enum courtesy_status lint_choose(struct courtesy_session *session);

/* Makes findings of the candidates that were chosen. */
enum courtesy_status lint_render(struct courtesy_session *session);

/* Counts the markers' hits that the host wants as marks. */
enum courtesy_status lint_mark_hits(struct courtesy_session *session);

/* One of them, in the order of their places; NULL past the end. */
const struct lint_mark *lint_mark_at(const struct courtesy_session *session,
                                     size_t index);

/* Counts entries and sums their weights. */
enum courtesy_status lint_score(struct courtesy_session *session);

static inline struct lint_place lint_place_of(
    const struct lint_candidate *candidate) {
  return (struct lint_place){candidate->source, candidate->start,
                             candidate->end};
}

static inline struct lint_place lint_place_of_hit(const struct match_hit *hit) {
  return (struct lint_place){hit->source, hit->start, hit->end};
}

/* Which of two begins first: the subject stands above the text. Less than,
 * equal to or greater than 0. */
static inline int lint_order_starts(struct lint_place a, struct lint_place b) {
  int order = base_order(b.source == MAIL_SOURCE_SUBJECT,
                         a.source == MAIL_SOURCE_SUBJECT);
  return order != 0 ? order : base_order(a.start, b.start);
}

/* Reports a step to the host's trace function; costs nothing without one. The
 * pattern is LINT_NO_PATTERN where none is to be named. */
void lint_tell_trace(const struct courtesy_session *session,
                     enum courtesy_trace_step step,
                     const struct courtesy_rule *rule, struct lint_place place,
                     uint32_t pattern, const char *detail);

static inline void lint_trace(const struct courtesy_session *session,
                              enum courtesy_trace_step step,
                              const struct courtesy_rule *rule,
                              struct lint_place place, uint32_t pattern,
                              const char *detail) {
  if (session->trace != NULL) {
    lint_tell_trace(session, step, rule, place, pattern, detail);
  }
}

/* Reports a hit that a rule keeps to itself. */
void lint_trace_silence(const struct courtesy_session *session,
                        const struct courtesy_rule *rule,
                        const struct match_hit *hit, const char *why_not);

/* Reports what the matcher found, and what silenced it there. */
void lint_trace_hits(const struct courtesy_session *session);

#endif
