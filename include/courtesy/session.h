/* SPDX-License-Identifier: MIT */
/*
 * A session lints messages under one ruleset. One session belongs to one
 * thread at a time and is reused for many messages; each lint replaces the
 * results of the one before.
 */
#ifndef COURTESY_SESSION_H
#define COURTESY_SESSION_H

#include <courtesy/message.h>
#include <courtesy/rules.h>
#include <courtesy/types.h>

#ifdef __cplusplus
extern "C" {
#endif

struct courtesy_session;

/* Makes a session, which has no results yet. The ruleset must outlive it. It
 * keeps its memory from message to message, but for what a huge one needed.
 * Errors: COURTESY_NO_MEMORY. */
COURTESY_API enum courtesy_status courtesy_session_create(
    const struct courtesy_ruleset *ruleset, struct courtesy_session **out);
/* Frees a session with its results. */
COURTESY_API void courtesy_session_destroy(struct courtesy_session *session);

/* Lints a message, in a time that its size bounds. Results point into session
 * and message: both must be kept while they are read. Errors:
 * COURTESY_NO_MEMORY (no results then). */
COURTESY_API enum courtesy_status courtesy_session_lint(
    struct courtesy_session *session, const struct courtesy_message *message);

/* Has a whole-message rule run on loose text (COURTESY_TEXT) too, as the test
 * of its own examples needs it; NULL for none. The id is copied. Errors:
 * COURTESY_NO_MEMORY, COURTESY_UNKNOWN_NAME. */
COURTESY_API enum courtesy_status courtesy_session_try_rule(
    struct courtesy_session *session, const char *id);

/* An edit that would mend a finding: replace `length` bytes, all of its span or
 * what comes last in it, by `insert`. The offset counts as that of the span
 * does. */
struct courtesy_edit {
  size_t offset;
  size_t length;
  const char *insert;
  bool safe; /* whether a program may make it unasked */
};

/* One thing to tell the author. Length 0 means that something is missing at
 * that place. */
struct courtesy_finding {
  const char *rule;
  const char *group;
  enum courtesy_severity severity;
  enum courtesy_zone zone;
  struct courtesy_span span;
  const char *text;    /* the match, each line wrap one space, placeholders of
                          a template as written; "" if none */
  const char *message; /* what it could read as */
  const char *const *suggestions;
  size_t suggestion_count;
  const char *const *also; /* rules merged into this finding */
  size_t also_count;
  const struct courtesy_edit *edits;
  size_t edit_count;
};

/* The most findings of a message. Where there would be more, the gravest are
 * kept, of those the first; courtesy_session_problem says so, and the score is
 * that of all. */
#define COURTESY_FINDINGS_MAX ((size_t)10000)

/* How many findings the last lint made. */
COURTESY_API size_t
courtesy_session_finding_count(const struct courtesy_session *session);
/* One of them, sorted by start, end and rule id. */
COURTESY_API const struct courtesy_finding *courtesy_session_finding(
    const struct courtesy_session *session, size_t index);

/* Something recognised, good or neutral, such as a greeting or a request. */
struct courtesy_mark {
  const char *id;
  enum courtesy_zone zone;
  struct courtesy_span span;
  const char *text; /* UTF-8, line wraps included; no NUL ends it */
  size_t text_size; /* bytes */
  bool shown;       /* whether a report to the author names it */
};

/* Which marks a host is going to ask for. */
enum courtesy_marks {
  COURTESY_MARKS_NONE = 0,
  COURTESY_MARKS_SHOWN, /* those that a report to the author names */
  COURTESY_MARKS_ALL,
};

/* Says which marks the next lints are to find: all, unless this is called. Who
 * wants fewer waits less, for much that is recognised matters to rules only
 * where others have found something. Findings and score are the same. A host
 * that traces gets every step all the same. */
COURTESY_API void courtesy_session_want_marks(struct courtesy_session *session,
                                              enum courtesy_marks marks);

/* How many marks the last lint found. */
COURTESY_API size_t
courtesy_session_mark_count(const struct courtesy_session *session);
/* Fills in one of them, sorted by start, end and id. Its place is looked up
 * only now: who only wants findings does not pay for it. */
COURTESY_API bool courtesy_session_mark(const struct courtesy_session *session,
                                        size_t index,
                                        struct courtesy_mark *mark);

/* A zone of the message as this ruleset's word lists see it. They are in order,
 * without blank lines. Their texts are disjoint. So are their spans, unless
 * one encoded unit, such as the four characters of base64 that stand for
 * three bytes, holds the end of one zone and the start of the next: then both
 * spans take it in, as the smallest range of whole units that holds each. */
struct courtesy_zone_span {
  enum courtesy_zone zone;
  struct courtesy_span span;
  const char *text; /* UTF-8, line wraps included; no NUL ends it */
  size_t text_size; /* bytes */
};

/* How many zones the message has. */
COURTESY_API size_t
courtesy_session_zone_count(const struct courtesy_session *session);
/* Fills in one of them. */
COURTESY_API bool courtesy_session_zone(const struct courtesy_session *session,
                                        size_t index,
                                        struct courtesy_zone_span *zone);

/* Whom the greeting names: "recipient" when one of To and Cc, "stranger" when
 * nobody of them, NULL when that cannot be told. */
COURTESY_API const char *courtesy_session_greets(
    const struct courtesy_session *session);

/* One of the author's own sentences. */
struct courtesy_sentence {
  enum courtesy_zone zone;
  struct courtesy_span span;
  const char *text; /* UTF-8, line wraps included; no NUL ends it */
  size_t text_size; /* bytes */
  size_t words;     /* written words */
};

/* How many sentences the author wrote. Where no rule is in the message's
 * language they are only now made, by the first one who asks for them, their
 * tokens or courtesy_session_greets; then there are none while memory is out. */
COURTESY_API size_t
courtesy_session_sentence_count(const struct courtesy_session *session);
/* Fills in one of them, in order. */
COURTESY_API bool courtesy_session_sentence(
    const struct courtesy_session *session, size_t index,
    struct courtesy_sentence *sentence);

/* One token of an own sentence. Contractions appear once a part, each with
 * the span of the whole word. */
struct courtesy_token {
  const char *kind; /* "word", "number", "url", "address", … */
  struct courtesy_span span;
  const char *text; /* UTF-8, line wraps included; no NUL ends it */
  size_t text_size; /* bytes */
};

/* How many tokens a sentence has; 0 when there is no sentence of that
 * number. */
COURTESY_API size_t courtesy_session_token_count(
    const struct courtesy_session *session, size_t sentence);
/* Fills in one of them, in order; false when there is no such sentence, as
 * well. */
COURTESY_API bool courtesy_session_token(const struct courtesy_session *session,
                                         size_t sentence, size_t index,
                                         struct courtesy_token *token);

/* The phrase score, 0 to 100; 50 for a text in which nothing was recognised.
 * Returns false when the message has no words of the author's own. */
COURTESY_API bool courtesy_session_score(const struct courtesy_session *session,
                                         int *score);

/* What the score was summed from: weight × count (2 at most). */
struct courtesy_score_part {
  const char *id;
  enum courtesy_rule_class rule_class;
  double weight;
  size_t count;
};

/* How many parts the score has. */
COURTESY_API size_t
courtesy_session_score_part_count(const struct courtesy_session *session);
/* One of them, the heaviest first. */
COURTESY_API const struct courtesy_score_part *courtesy_session_score_part(
    const struct courtesy_session *session, size_t index);

/* How many problems the last lint had, such as a regex that gave up. */
COURTESY_API size_t
courtesy_session_problem_count(const struct courtesy_session *session);
/* One of them; which there are says message.h. */
COURTESY_API const struct courtesy_problem *courtesy_session_problem(
    const struct courtesy_session *session, size_t index);

/* What happened to one match on its way to becoming a finding. */
enum courtesy_trace_step {
  COURTESY_TRACE_MATCHED = 0, /* a phrase or regex fits */
  COURTESY_TRACE_VETOED,      /* `except` or `except-here` silenced it */
  COURTESY_TRACE_QUOTED,      /* it stands in quotation marks */
  COURTESY_TRACE_CONDITION,   /* `when`, `unless`, … do not hold */
  COURTESY_TRACE_MERGED,      /* another finding of its group covers it */
  COURTESY_TRACE_FOUND,       /* it is a finding or a mark */
};

/* "matched", "vetoed", "in quotation marks", "silent", "merged" or "found":
 * what the command prints behind the rule's id. */
COURTESY_API const char *courtesy_trace_step_name(
    enum courtesy_trace_step step);

struct courtesy_trace {
  enum courtesy_trace_step step;
  const char *rule;
  struct courtesy_span span;
  const struct courtesy_phrase *phrase; /* that matched or vetoed, or NULL */
  const char *detail;                   /* "" when there is nothing to add */
};

/* Has every step reported to `trace` during lint; NULL turns it off. What a
 * step points to is valid during the call, in which the session may not be
 * used. */
COURTESY_API void courtesy_session_set_trace(
    struct courtesy_session *session,
    void (*trace)(void *context, const struct courtesy_trace *step),
    void *context);

#ifdef __cplusplus
}
#endif

#endif
