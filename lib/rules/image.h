/* SPDX-License-Identifier: MIT */
/*
 * A compiled ruleset as flat bytes:
 *
 *     header     magic, version, and where each section lies
 *     sections   tables of records, aligned to eight bytes; as they are written
 *                each begins with a line of the processor's cache
 *
 * A record is a struct of the ruleset, which names what is elsewhere by the
 * number of an item in another section, so that an image may lie anywhere and
 * is used where it lies. Pointers are made only for the conditions and for
 * those few names that hosts are told in lists. An image is made for one build
 * of the library: header and record sizes tell whether it is ours. What its
 * numbers say is checked one by one, so that an image from anywhere is refused
 * or safe to use.
 */
#ifndef COURTESY_RULES_IMAGE_H
#define COURTESY_RULES_IMAGE_H

#include "rules/ruleset.h"
#include "text/vocabulary.h"

/* Grows with every change of what an image means. */
enum { RULES_IMAGE_VERSION = 44, RULES_IMAGE_ALIGNMENT = 8 };

/* ------------------------------------------------------------ the fields
 *
 * The structs that are written, each as a list of its fields in their order.
 * A field more in a struct is a line more here; without it the assertion on
 * the sizes below does not hold.
 *
 *     F(kind, name, last)            a value, at most `last` where it counts
 *     S(record, name)                a struct with a list of its own
 *     R(type, name, dimension)       any bytes will do
 */

enum { ANY = 0 }; /* as `last`: nothing to check */

#define RULES_IMAGE_PHRASE(F, S, R)                                            \
  F(choice, role, COURTESY_PHRASE_EXCEPT_HERE)                                 \
  F(note, text, ANY)                                                           \
  F(note, file, ANY)                                                           \
  F(number, line, ANY)                                                         \
  F(number, column, ANY)

#define RULES_IMAGE_PROGRAM(F, S, R)                                           \
  F(number, first, ANY)                                                        \
  F(number, count, ANY)                                                        \
  R(uint64_t, starts, )                                                        \
  R(uint64_t, seconds, )                                                       \
  R(uint64_t, need_signs, [RULES_NEEDS])                                       \
  R(uint32_t, reach, )                                                         \
  R(uint16_t, needs, [RULES_NEEDS])                                            \
  F(byte, need_count, RULES_NEEDS)                                             \
  F(byte, sentence_ends, UINT8_MAX)                                            \
  F(flag, at_start_only, ANY)                                                  \
  F(flag, at_text_start_only, ANY)                                             \
  F(flag, strict_comma, ANY)                                                   \
  F(flag, needs_case, ANY)

#define RULES_IMAGE_RANGE(F, S, R)                                             \
  F(number, first, ANY)                                                        \
  F(number, count, ANY)

#define RULES_IMAGE_EXAMPLE(F, S, R)                                           \
  F(flag, bad, ANY)                                                            \
  F(flag, spans_given, ANY)                                                    \
  F(flag, attachments_given, ANY)                                              \
  F(note, text, ANY)                                                           \
  F(number, size, ANY)                                                         \
  F(note, file, ANY)                                                           \
  F(number, line, ANY)                                                         \
  F(number, column, ANY)                                                       \
  F(number, layer, ANY)                                                        \
  F(choice, kind, COURTESY_TEMPLATE)                                           \
  F(choice, reply, COURTESY_YES)                                               \
  F(choice, automatic, COURTESY_YES)                                           \
  F(maybe_note, subject, ANY)                                                  \
  F(maybe_note, from, ANY)                                                     \
  F(maybe_note, to, ANY)                                                       \
  F(maybe_note, date, ANY)                                                     \
  S(range, spans)                                                              \
  S(range, attachments)                                                        \
  S(range, domains)                                                            \
  S(range, fires)

#define RULES_IMAGE_FACTS(F, S, R)                                             \
  F(choice, rule_class, COURTESY_SIGNAL)                                       \
  F(note, id, ANY)                                                             \
  F(note, group, ANY)                                                          \
  F(note, language, ANY)                                                       \
  F(choice, severity, COURTESY_ERROR)                                          \
  F(note, message, ANY)                                                        \
  F(note, why, ANY)                                                            \
  F(note, instead, ANY)                                                        \
  F(real, weight, ANY)                                                         \
  F(flag, shown, ANY)                                                          \
  F(flag, suppressible, ANY)                                                   \
  F(flag, built_in, ANY)                                                       \
  F(note, file, ANY)                                                           \
  F(number, line, ANY)                                                         \
  F(number, phrase_count, ANY)

#define RULES_IMAGE_ENTRY(F, S, R)                                             \
  S(facts, facts)                                                              \
  F(number, index, ANY)                                                        \
  F(number, rank, ANY)                                                         \
  F(number, family, ANY)                                                       \
  F(number, sibling, ANY)                                                      \
  F(choice, form, COURTESY_FORM_EACH)                                          \
  F(number, zones, ANY)                                                        \
  F(flag, quoted, ANY)                                                         \
  F(flag, safe, ANY)                                                           \
  F(maybe_note, replace, ANY)                                                  \
  F(number, replace_at, ANY)                                                   \
  F(flag, ignores_case, ANY)                                                   \
  S(range, find)                                                               \
  S(range, except)                                                             \
  S(range, except_here)                                                        \
  F(number, subject, ANY)                                                      \
  F(choice, at, COURTESY_AT_SUBJECT)                                           \
  F(choice, within, COURTESY_WITHIN_MESSAGE)                                   \
  S(range, without)                                                            \
  F(number, at_least, ANY)                                                     \
  F(real, share, ANY)                                                          \
  S(range, when)                                                               \
  S(range, unless)                                                             \
  F(flag, message_level, ANY)                                                  \
  S(range, examples)

/* All of them: X(record, fields, type). What a record holds as a struct stands
 * before it. */
#define RULES_IMAGE_RECORDS(X)                                                 \
  X(phrase, RULES_IMAGE_PHRASE, struct rules_noted_phrase)                     \
  X(program, RULES_IMAGE_PROGRAM, struct rules_program)                        \
  X(range, RULES_IMAGE_RANGE, struct rules_range)                              \
  X(example, RULES_IMAGE_EXAMPLE, struct rules_noted_example)                  \
  X(facts, RULES_IMAGE_FACTS, struct rules_noted_facts)                        \
  X(entry, RULES_IMAGE_ENTRY, struct courtesy_rule)

/* ----------------------------------------------------------- the records */

/* How the kinds of fields are stored: of the size of the field. */
typedef uint8_t image_flag;
typedef uint8_t image_byte;
typedef uint32_t image_number;
typedef uint32_t image_choice; /* an enumeration */
typedef double image_real;
typedef uint32_t image_note;       /* a rules_note */
typedef uint32_t image_maybe_note; /* so, or RULES_NO_NOTE */
typedef size_t image_text;         /* first byte in TEXTS */

#define RULES_IMAGE_STORE_F(kind, name, last) image_##kind name;
#define RULES_IMAGE_STORE_S(record, name) struct image_##record name;
#define RULES_IMAGE_STORE_R(type, name, dimension) type name dimension;
#define RULES_IMAGE_STORE(record, fields, type)                                \
  struct image_##record {                                                      \
    fields(RULES_IMAGE_STORE_F, RULES_IMAGE_STORE_S, RULES_IMAGE_STORE_R)      \
  };                                                                           \
  _Static_assert(sizeof(struct image_##record) == sizeof(type),                \
                 "a field of this struct is not in its list above");

RULES_IMAGE_RECORDS(RULES_IMAGE_STORE)

struct image_list {
  size_t first;
  size_t count;
};

struct image_condition {
  image_choice fact;
  image_real low;
  image_real high;
  struct image_list words; /* NAMES */
};

/* What there is one of. */
struct image_ruleset {
  image_text profile;
  struct image_list note_names;
  struct image_list profile_names;
  struct image_list severities;
  struct image_list by_id;
  struct image_list without;
  struct image_list always[TEXT_CABINETS];
  struct image_list not_names;
  struct image_list names;
  struct image_list capitals;
  struct image_list not_persons;
  uint32_t greeting;
  uint32_t farewell;
  struct image_list form_patterns[RULES_FORM_FAMILIES];
  struct rules_form forms[RULES_FORM_FAMILIES];
};

/* ---------------------------------------------------------- the sections */

/* X(section, type of its items). What linting does not read comes last, so
 * that it need not be in memory. */
#define RULES_IMAGE_SECTIONS(X)                                                \
  X(RULESET, struct image_ruleset)                                             \
  X(ENTRIES, struct image_entry)                                               \
  X(SCOPES, struct rules_scope)                                                \
  X(CONDITIONS, struct image_condition)                                        \
  X(NAMES, image_text)                                                         \
  X(SPELLINGS, image_text)                                                     \
  X(GUARDS, struct rules_guard)                                                \
  X(NICKNAMES, struct rules_nickname)                                          \
  X(NUMBERS, uint32_t) /* words, patterns, entries, severities */              \
  X(ROLES, struct rules_role)                                                  \
  X(SIEVE, struct rules_sieve)                                                 \
  X(ROLE_OF, uint16_t)   /* of the words, family by family */                  \
  X(DRAWER_OF, uint16_t) /* of the words, cabinet by cabinet */                \
  X(PLACES, uint32_t)    /* of the words */                                    \
  X(WORDS, struct text_vocabulary_word)                                        \
  X(DRAWERS, struct text_drawer) /* of the prefilter's usual wing, */          \
  X(FILED, struct text_key)      /* their keys, */                             \
  X(GRIDS, uint8_t)              /* and the grids of these */                  \
  X(AIMS, struct rules_aim)                                                    \
  X(VETOES, struct rules_veto_row)                                             \
  X(PATTERNS, struct image_program)                                            \
  X(INSTRUCTIONS, struct rules_instruction)                                    \
  X(SET_SPREADS, struct rules_spread)                                          \
  X(SWITCH_SPREADS, struct rules_spread)                                       \
  X(BUCKETS, struct rules_bucket) /* of members and cases */                   \
  X(FORKS, struct rules_fork)                                                  \
  X(NEEDS, struct rules_bits)                                                  \
  X(RARE_DRAWERS, struct text_drawer) /* of the rare wing: some words ask */   \
  X(TEXTS, char) /* NUL-terminated, one behind the other */                    \
  X(NOTES, char) /* first those that linting reads */                          \
  X(RARE_FILED, struct text_key)                                               \
  X(RARE_GRIDS, uint8_t)                                                       \
  X(WORD_TEXTS, char) /* the spellings of the words */                         \
  X(PHRASES, struct image_phrase)                                              \
  X(EXAMPLES, struct image_example)                                            \
  X(SPANS, size_t) /* in pairs, of examples */                                 \
  X(WORD_SETS, struct rules_table)                                             \
  X(MEMBERS, uint32_t) /* of the word sets */                                  \
  X(SWITCHES, struct rules_table)                                              \
  X(CASES, struct rules_case)

/* Those that are tables of the code, as they are: X(section, table). */
#define RULES_IMAGE_CODE(X)                                                    \
  X(INSTRUCTIONS, instructions)                                                \
  X(WORD_SETS, word_sets)                                                      \
  X(MEMBERS, words)                                                            \
  X(SWITCHES, switches)                                                        \
  X(CASES, cases)                                                              \
  X(SET_SPREADS, set_spreads)                                                  \
  X(SWITCH_SPREADS, switch_spreads)                                            \
  X(BUCKETS, buckets)                                                          \
  X(FORKS, forks)                                                              \
  X(NEEDS, needs)                                                              \
  X(GUARDS, guards)

#define RULES_IMAGE_SECTION_NAME(section, type) RULES_IMAGE_##section,
enum rules_image_section {
  RULES_IMAGE_SECTIONS(RULES_IMAGE_SECTION_NAME) RULES_IMAGE_SECTION_COUNT
};

/* The sizes of the items, by section. */
extern const size_t rules_image_item_sizes[RULES_IMAGE_SECTION_COUNT];

struct image_section {
  uint64_t offset; /* from the image's start */
  uint64_t count;  /* of items */
  uint64_t item_size;
};

struct image_header {
  char magic[8];
  uint32_t version;
  uint32_t byte_order; /* RULES_IMAGE_BYTE_ORDER as the writer stores it */
  uint64_t hash;       /* of the magic: the vocabulary's hash is the same */
  uint64_t size;       /* of the image */
  struct image_section sections[RULES_IMAGE_SECTION_COUNT];
};

#define RULES_IMAGE_MAGIC "courtesy"
enum { RULES_IMAGE_BYTE_ORDER = 0x01020304 };

/* What both directions hold the same: all but the sections. */
struct image_header rules_image_header(void);

/* How far to trust bytes that pass for an image. */
enum rules_image_origin {
  RULES_IMAGE_FROM_ANYWHERE = 0,
  RULES_IMAGE_BUILT_IN, /* as much as the code beside it; tests check it */
};

/* See courtesy_ruleset_read. */
enum courtesy_status rules_image_read(const void *bytes, size_t size,
                                      enum rules_image_origin origin,
                                      struct courtesy_ruleset **out);

/* What a ruleset from anywhere is asked before it is used: programs stay
 * inside and end, entries name what is there. All that the matcher and the
 * session rely on, beside what single fields may hold. COURTESY_BAD_IMAGE:
 * something is wrong. */
enum courtesy_status rules_image_check(const struct courtesy_ruleset *ruleset);

/* A part of it: the programs of the patterns, once their tables are sound. */
enum courtesy_status rules_image_check_programs(
    const struct courtesy_ruleset *ruleset);

_Static_assert(sizeof(enum courtesy_severity) == sizeof(uint32_t) &&
                   sizeof(struct rules_instruction) == sizeof(uint32_t),
               "tables of these are used where they lie");

#endif
