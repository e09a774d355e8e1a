/* SPDX-License-Identifier: MIT */
/*
 * Rules: from rule files in memory to an immutable ruleset.
 *
 *   courtesy_builder (collects files and every diagnostic)
 *        │ courtesy_builder_finish
 *        ▼
 *   courtesy_ruleset (immutable; any number of threads may share it)
 *        │ courtesy_ruleset_rule
 *        ▼
 *   courtesy_rule (what one rule says, for listings and explanations)
 *
 * The language of the files is described in rules/README.md.
 */
#ifndef COURTESY_RULES_H
#define COURTESY_RULES_H

#include <courtesy/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Belongs to one thread at a time. Once it was finished, however that ended, it
 * takes nothing more: what adds or sets answers COURTESY_INVALID_ARGUMENT. */
struct courtesy_builder;
struct courtesy_ruleset;
struct courtesy_rule;

/* One thing to mend in a rule file. */
struct courtesy_diagnostic {
  enum courtesy_severity severity; /* COURTESY_ERROR or COURTESY_WARNING */
  const char *file;                /* the name given with the file */
  uint32_t line;                   /* from 1 */
  uint32_t column;                 /* from 1, in code points */
  const char *message;             /* plain words, with what to write */
};

/* Makes an empty builder in *out. Errors: COURTESY_NO_MEMORY. */
COURTESY_API enum courtesy_status courtesy_builder_create(
    struct courtesy_builder **out);
/* Frees a builder with its diagnostics; the ruleset that it made stays. */
COURTESY_API void courtesy_builder_destroy(struct courtesy_builder *builder);

/* Adds the rule pack that is built into the library for a language ("en"),
 * once, and with the first one the greetings and farewells of every language.
 * Errors: COURTESY_NO_MEMORY, COURTESY_UNKNOWN_NAME. */
COURTESY_API enum courtesy_status courtesy_builder_add_pack(
    struct courtesy_builder *builder, const char *language);

/* Adds a rule file. `name` is what diagnostics call it; name and bytes are
 * copied. Mistakes in the file become diagnostics, not a status, so that all
 * of them are seen at once. Later files may change rules of earlier ones.
 * Errors: COURTESY_NO_MEMORY, COURTESY_TOO_LARGE (over 4 MiB; also put into
 * the diagnostics). */
COURTESY_API enum courtesy_status courtesy_builder_add_file(
    struct courtesy_builder *builder, const char *name, const char *bytes,
    size_t size);

/* Chooses the profile ("internal" when never called). Whether it exists is
 * seen by finish, which answers COURTESY_UNKNOWN_NAME if not. Errors:
 * COURTESY_NO_MEMORY. */
COURTESY_API enum courtesy_status courtesy_builder_set_profile(
    struct courtesy_builder *builder, const char *profile);

/* Puts an entry of one or more words into a list that the files have, or into
 * `colleagues`, the names that <Name> accepts even at the start of a sentence.
 * What is not plain words is left out, with a warning among the diagnostics; a
 * list that there is not is an error among them. Errors: COURTESY_NO_MEMORY. */
COURTESY_API enum courtesy_status courtesy_builder_extend_list(
    struct courtesy_builder *builder, const char *list, const char *entry);

/* Sets the severity of a rule id or of "group/NAME", after all files and the
 * profile. Errors: COURTESY_NO_MEMORY, COURTESY_INVALID_ARGUMENT (no such
 * severity); an unknown name is a diagnostic. */
COURTESY_API enum courtesy_status courtesy_builder_set_severity(
    struct courtesy_builder *builder, const char *rule_or_group,
    enum courtesy_severity severity);

/* Resolves and compiles everything. On COURTESY_OK *out is the caller's to
 * destroy; the builder may be destroyed before it. With at least one
 * diagnostic of severity error the answer is COURTESY_BAD_RULES.
 * Errors: also COURTESY_NO_MEMORY, COURTESY_UNKNOWN_NAME (the profile),
 * COURTESY_INVALID_ARGUMENT (finished before). */
COURTESY_API enum courtesy_status courtesy_builder_finish(
    struct courtesy_builder *builder, struct courtesy_ruleset **out);

/* How many diagnostics there are so far. */
COURTESY_API size_t
courtesy_builder_diagnostic_count(const struct courtesy_builder *builder);
/* One of them, in the order of files, lines and columns. Valid until the next
 * call that adds or finishes. */
COURTESY_API const struct courtesy_diagnostic *courtesy_builder_diagnostic(
    const struct courtesy_builder *builder, size_t index);

/* Frees a ruleset; no session may use it any more. */
COURTESY_API void courtesy_ruleset_destroy(struct courtesy_ruleset *ruleset);

/* A ruleset of nothing but the pack of a language and a profile of it ("" for
 * "internal"). The usual one was compiled with the library, so that no file is
 * read; it is the same as a builder makes. Errors: COURTESY_NO_MEMORY,
 * COURTESY_UNKNOWN_NAME. */
COURTESY_API enum courtesy_status courtesy_ruleset_create_pack(
    const char *language, const char *profile, struct courtesy_ruleset **out);

/* Hands out the ruleset as bytes, its image, piece by piece. An image is for
 * this build of the library, to be kept in a cache, and not a format to send
 * around. Errors: COURTESY_NO_MEMORY, and nothing was handed out. */
COURTESY_API enum courtesy_status courtesy_ruleset_write(
    const struct courtesy_ruleset *ruleset,
    void (*write)(void *context, const void *bytes, size_t size),
    void *context);

/* Makes a ruleset of an image. The bytes are used where they lie, unless that
 * is at no multiple of 8, and must outlive the ruleset. They may come from
 * anywhere: all that they say is checked. Errors: COURTESY_NO_MEMORY,
 * COURTESY_BAD_IMAGE (of another build, or damaged). */
COURTESY_API enum courtesy_status courtesy_ruleset_read(
    const void *bytes, size_t size, struct courtesy_ruleset **out);

/* Has the ruleset call `release` with the bytes when it is destroyed; for those
 * of the image that it was made of, with a function such as free. A later call
 * takes the place of an earlier one. */
COURTESY_API void courtesy_ruleset_own(struct courtesy_ruleset *ruleset,
                                       void *bytes,
                                       void (*release)(void *bytes));

/* A number for keys of caches: another one as soon as any pack that is built
 * in, or how it is compiled, changes. */
COURTESY_API uint64_t courtesy_pack_hash(void);

/* The profile that the ruleset was built for. */
COURTESY_API const char *courtesy_ruleset_profile(
    const struct courtesy_ruleset *ruleset);

/* How many profiles all files have. */
COURTESY_API size_t
courtesy_ruleset_profile_count(const struct courtesy_ruleset *ruleset);
/* The name of one of them, in alphabetical order. */
COURTESY_API const char *courtesy_ruleset_profile_name(
    const struct courtesy_ruleset *ruleset, size_t index);

/* How many rules, markers and signals there are. */
COURTESY_API size_t
courtesy_ruleset_rule_count(const struct courtesy_ruleset *ruleset);
/* One of them, in the order of the files. */
COURTESY_API const struct courtesy_rule *courtesy_ruleset_rule(
    const struct courtesy_ruleset *ruleset, size_t index);
/* The one of that id; NULL when there is none. */
COURTESY_API const struct courtesy_rule *courtesy_ruleset_find(
    const struct courtesy_ruleset *ruleset, const char *id);

/* What an entry is: a rule makes findings, a marker names what is there, a
 * signal is only counted by the score. */
enum courtesy_rule_class {
  COURTESY_RULE = 0,
  COURTESY_MARKER,
  COURTESY_SIGNAL,
};

/* What one entry says. `message`, `why`, `instead` and `group` are "" for
 * markers and signals. */
struct courtesy_rule_facts {
  enum courtesy_rule_class rule_class;
  const char *id;
  const char *group;
  const char *language;
  enum courtesy_severity severity;
  const char *message;
  const char *why;
  const char *instead;
  double weight;
  bool shown;        /* a marker that reports name */
  bool suppressible; /* kept for comments that silence rules from inside a
                        text: there are none yet, and nothing looks at it */
  bool built_in;     /* defined by the library's own pack */
  const char *file;  /* where it is defined */
  uint32_t line;
  size_t phrase_count; /* lines of `find`, `regex` and vetoes */
};

/* Fills in what the entry says; the strings are the ruleset's. */
COURTESY_API void courtesy_rule_describe(const struct courtesy_ruleset *ruleset,
                                         const struct courtesy_rule *rule,
                                         struct courtesy_rule_facts *facts);

/* The severity that a profile gives the rule. Errors:
 * COURTESY_UNKNOWN_NAME. */
COURTESY_API enum courtesy_status courtesy_rule_severity_in(
    const struct courtesy_ruleset *ruleset, const struct courtesy_rule *rule,
    const char *profile, enum courtesy_severity *severity);

/* How an entry finds what it is about. */
enum courtesy_form {
  COURTESY_FORM_FIND = 0, /* by its phrases and regexes */
  COURTESY_FORM_MISSING,  /* a marker is absent */
  COURTESY_FORM_EACH,     /* each match of another entry, if nothing near it
                             makes up for it */
};

/* Where a marker may be missing. */
enum courtesy_place {
  COURTESY_AT_OPENING = 0,
  COURTESY_AT_CLOSING,
  COURTESY_AT_MESSAGE,
  COURTESY_AT_SUBJECT,
};

/* How near is near. */
enum courtesy_within {
  COURTESY_WITHIN_SENTENCE = 0,
  COURTESY_WITHIN_PARAGRAPH,
  COURTESY_WITHIN_MESSAGE,
};

/* What a condition asks about; one that nobody knows does not hold. */
enum courtesy_fact {
  COURTESY_FACT_KIND = 0,    /* a word: courtesy_kind_name */
  COURTESY_FACT_WORDS,       /* a number, of the author's own words */
  COURTESY_FACT_RECIPIENTS,  /* a number */
  COURTESY_FACT_ATTACHMENTS, /* a number */
  COURTESY_FACT_AUDIENCE,    /* a word: internal or external */
  COURTESY_FACT_LANGUAGE,    /* a word: a language tag */
  COURTESY_FACT_TIME,        /* a number: minutes since midnight */
  COURTESY_FACT_REPLY,       /* a word: yes or no */
  COURTESY_FACT_AUTOMATIC,   /* a word: yes or no */
  COURTESY_FACT_QUOTE_AGE,   /* a number: working days since the quoted mail */
  COURTESY_FACT_GREETS,      /* a word: recipient or stranger */
  COURTESY_FACT_LINKS,       /* a number: courtesy_message_links */
};

/* One key of `when` or `unless`. Of a fact that is a number it holds when
 * low <= fact <= high, where -DBL_MAX and DBL_MAX are open ends and a time
 * wraps around midnight when low > high; of others when one of the words
 * equals. */
struct courtesy_condition {
  enum courtesy_fact fact;
  double low;
  double high;
  const char *const *words;
  size_t word_count;
};

/* What makes an entry speak, beside its phrases. What it points to is the
 * ruleset's. */
struct courtesy_rule_trigger {
  enum courtesy_form form;
  const struct courtesy_rule *subject; /* what is missing, or what may need
                                          something near it; else NULL */
  enum courtesy_place at;              /* of a missing one */
  enum courtesy_within within;         /* of `each`: how near */
  size_t without_count;                /* see courtesy_rule_without */
  uint32_t at_least;                   /* so many matches; 0: any number */
  double share; /* of the sentences, 0.5 for half of them; 0: any */
  const struct courtesy_condition *when; /* all must hold */
  size_t when_count;
  const struct courtesy_condition *unless; /* none may hold */
  size_t unless_count;
  uint32_t zones;      /* where it looks: bits 1 << enum courtesy_zone */
  bool quoted;         /* also inside quotation marks */
  const char *replace; /* the edit, with {text}, {lower} and {recipient}
                          (rules/README.md); NULL: none */
  bool edits_some;     /* only matches with certain words in front */
  bool safe;           /* a program may make the edit unasked */
};

/* Fills in how the entry finds what it is about. */
COURTESY_API void courtesy_rule_describe_trigger(
    const struct courtesy_ruleset *ruleset, const struct courtesy_rule *rule,
    struct courtesy_rule_trigger *trigger);

/* The entries of which one near the subject is enough. NULL from
 * trigger.without_count on. */
COURTESY_API const struct courtesy_rule *courtesy_rule_without(
    const struct courtesy_ruleset *ruleset, const struct courtesy_rule *rule,
    size_t index);

/* Which key of the rule a line stands under. */
enum courtesy_phrase_role {
  COURTESY_PHRASE_FIND = 0,
  COURTESY_PHRASE_REGEX,
  COURTESY_PHRASE_EXCEPT,
  COURTESY_PHRASE_EXCEPT_HERE,
};

/* One phrase or regex of a rule, as written, and where. */
struct courtesy_phrase {
  enum courtesy_phrase_role role;
  const char *text;
  const char *file;
  uint32_t line;
  uint32_t column;
};

/* Fills in the phrase, regex or veto with that number; what it points to is the
 * ruleset's. False, and nothing filled in, from phrase_count on. */
COURTESY_API bool courtesy_rule_phrase(const struct courtesy_ruleset *ruleset,
                                       const struct courtesy_rule *rule,
                                       size_t index,
                                       struct courtesy_phrase *phrase);

/* Writes a text that the phrase or veto number `index` matches, as UTF-8 with
 * a NUL: lower-case words, Anna for a name. Variant 0 leaves out what is
 * optional; other numbers take other ways through the phrase, some of them the
 * same. False for a regex, for an index from phrase_count on, where the way
 * leads through an empty list, and when the text does not go into `size`
 * bytes. */
COURTESY_API bool courtesy_rule_sample(const struct courtesy_ruleset *ruleset,
                                       const struct courtesy_rule *rule,
                                       size_t index, unsigned variant,
                                       char *text, size_t size);

/* One example sentence of a rule, marker or signal. */
struct courtesy_example {
  bool bad;         /* must fire (bad, found); else must be silent */
  const char *text; /* without the [[ ]] marks */
  size_t size;
  /* Spans that the marks name, as pairs (offset, length); without marks
   * `spans_given` is false and any span will do. */
  bool spans_given;
  const size_t *spans;
  size_t span_count;
  const char *file;
  uint32_t line;
  uint32_t column;
  uint32_t layer; /* which file, counted from 0, it came with */
  /* Facts, NULL or unknown where the example names none. */
  enum courtesy_kind kind;
  const char *subject;
  const char *from;
  const char *to;
  const char *date;
  enum courtesy_answer reply;
  enum courtesy_answer automatic;
  bool attachments_given;
  const char *const *attachments;
  size_t attachment_count;
  const char *const *internal_domains;
  size_t internal_domain_count;
  const char *const *fires; /* other rules that may fire */
  size_t fires_count;
};

/* How many example sentences an entry has. */
COURTESY_API size_t
courtesy_rule_example_count(const struct courtesy_rule *rule);
/* Fills in the example with that number; what it points to is the ruleset's.
 * False, and nothing filled in, from courtesy_rule_example_count on. */
COURTESY_API bool courtesy_rule_example(const struct courtesy_ruleset *ruleset,
                                        const struct courtesy_rule *rule,
                                        size_t index,
                                        struct courtesy_example *example);

/* Whether capitals must not change what the rule finds: false when it, or a
 * list it uses, has <Name>, <Capital>, an =exact word or a regex. */
COURTESY_API bool courtesy_rule_ignores_case(const struct courtesy_rule *rule);

#ifdef __cplusplus
}
#endif

#endif
