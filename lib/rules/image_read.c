/* SPDX-License-Identifier: MIT */
/*
 * From an image to a ruleset, in one pass over the tables that hold pointers.
 * What is wrong makes a flag stick, and at the end nothing of such a ruleset
 * is kept; until then none of its values is used.
 */
#include "rules/image.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct reader {
  const char *bytes;
  const void *items[RULES_IMAGE_SECTION_COUNT]; /* as stored */
  size_t counts[RULES_IMAGE_SECTION_COUNT];
  /* The same with pointers: as stored where there are none. */
  const void *made[RULES_IMAGE_SECTION_COUNT];
  size_t made_sizes[RULES_IMAGE_SECTION_COUNT];
  /* No two lists share items: they cannot be more than a section's. */
  size_t listed[RULES_IMAGE_SECTION_COUNT];
  struct base_arena *arena;
  bool trusts;    /* the bytes; only their fields are looked at */
  bool no_memory; /* outside of the arena */
  bool wrong;
};

/* ---------------------------------------------------------------- values */

/* Values are looked at in the image: what a field may not hold is never in
 * one. */

static inline void check_most(struct reader *reader, size_t value,
                              size_t last) {
  reader->wrong |= value > last;
}

#define check_flag(reader, value, last) check_most(reader, value, true)
#define check_byte(reader, value, last) check_most(reader, value, last)
#define check_choice(reader, value, last) check_most(reader, value, last)
#define check_half(reader, value, last)
#define check_number(reader, value, last)
#define check_size(reader, value, last)

static inline void check_real(struct reader *reader, image_real value,
                              unsigned last) {
  (void)last;
  reader->wrong |= isnan(value);
}

static inline void check_note(struct reader *reader, image_note value,
                              unsigned last) {
  (void)last;
  reader->wrong |= value >= reader->counts[RULES_IMAGE_NOTES];
}

static inline void check_maybe_note(struct reader *reader,
                                    image_maybe_note value, unsigned last) {
  if (value != RULES_NO_NOTE) {
    check_note(reader, value, last);
  }
}

#define CHECK_F(kind, name, last) check_##kind(reader, from->name, last);
#define CHECK_T(kind, name)
#define CHECK_L(section, name, items)
#define CHECK_S(record, name) check_##record(reader, &from->name);
#define CHECK_R(type, name, dimension)
#define CHECK(record, fields, type)                                            \
  static inline void check_##record(struct reader *reader,                     \
                                    const struct image_##record *from) {       \
    (void)reader;                                                              \
    (void)from;                                                                \
    fields(CHECK_F, CHECK_T, CHECK_L, CHECK_S, CHECK_R)                        \
  }

RULES_IMAGE_RECORDS(CHECK)

/* -------------------------------------------------------------- pointers */

/* The last byte of all texts is a NUL, so that every text ends. */
static inline const char *read_text(struct reader *reader, image_text value) {
  if (value >= reader->counts[RULES_IMAGE_TEXTS]) {
    reader->wrong = true;
    value = 0;
  }
  return (const char *)reader->items[RULES_IMAGE_TEXTS] + value;
}

static inline const char *read_maybe(struct reader *reader, image_maybe value) {
  return value == RULES_IMAGE_NULL ? NULL : read_text(reader, value);
}

static inline void *read_nothing(struct reader *reader, image_nothing value) {
  (void)reader;
  (void)value;
  return NULL;
}

static inline const void *read_list(struct reader *reader,
                                    enum rules_image_section section,
                                    size_t first, size_t count) {
  if (count == 0) {
    return NULL;
  }
  size_t there = reader->counts[section];
  size_t free = there - reader->listed[section];
  if (count > free || first > there - count) {
    reader->wrong = true;
    return NULL;
  }
  reader->listed[section] += count;
  return (const char *)reader->made[section] +
         first * reader->made_sizes[section];
}

/* --------------------------------------------------------------- records */

#define POINT_F(kind, name, last)
#define POINT_T(kind, name) to->name = read_##kind(reader, from->name);
#define POINT_L(section, name, items)                                          \
  to->name = read_list(reader, RULES_IMAGE_##section, from->name, from->items);
#define POINT_S(record, name) point_##record(reader, &from->name, &to->name);
#define POINT_R(type, name, dimension)

/* A record is the struct with numbers for pointers. */
#define READ(record, fields, type)                                             \
  static inline void point_##record(                                           \
      struct reader *reader, const struct image_##record *from, type *to) {    \
    (void)reader;                                                              \
    (void)from;                                                                \
    (void)to;                                                                  \
    fields(POINT_F, POINT_T, POINT_L, POINT_S, POINT_R)                        \
  }                                                                            \
  static inline void read_##record(                                            \
      struct reader *reader, const struct image_##record *from, type *to) {    \
    if (!reader->trusts) {                                                     \
      check_##record(reader, from);                                            \
    }                                                                          \
    memcpy(to, from, sizeof *to);                                              \
    point_##record(reader, from, to);                                          \
  }

RULES_IMAGE_RECORDS(READ)

static inline void read_name(struct reader *reader, const image_text *from,
                             const char **to) {
  *to = read_text(reader, *from);
}

/* Makes the table of a section whose items hold pointers. */
#define READ_SECTION(section, records, record, stored, type)                   \
  static type *make_##records(struct reader *reader) {                         \
    size_t count = reader->counts[RULES_IMAGE_##section];                      \
    const stored *from = reader->items[RULES_IMAGE_##section];                 \
    type *made = base_arena_take(reader->arena, count * sizeof *made);         \
    for (size_t i = 0; made != NULL && i < count; i++) {                       \
      read_##record(reader, &from[i], &made[i]);                               \
    }                                                                          \
    reader->made[RULES_IMAGE_##section] = made;                                \
    reader->made_sizes[RULES_IMAGE_##section] = sizeof *made;                  \
    reader->wrong |= made == NULL;                                             \
    return made;                                                               \
  }

READ_SECTION(NAMES, names, name, image_text, const char *)
READ_SECTION(SPELLINGS, spellings, name, image_text, const char *)
READ_SECTION(CONDITIONS, conditions, condition, struct image_condition,
             struct courtesy_condition)
READ_SECTION(ENTRIES, entries, entry, struct image_entry, struct courtesy_rule)

/* The table of a section whose records hold none: it is used where it lies,
 * once each field is known to be one. */
#define USE_SECTION(SECTION, records, record, type)                            \
  static type *use_##records(struct reader *reader) {                          \
    const struct image_##record *from = reader->items[RULES_IMAGE_##SECTION];  \
    size_t count = reader->trusts ? 0 : reader->counts[RULES_IMAGE_##SECTION]; \
    for (size_t i = 0; i < count; i++) {                                       \
      check_##record(reader, &from[i]);                                        \
    }                                                                          \
    return (type *)reader->items[RULES_IMAGE_##SECTION];                       \
  }

USE_SECTION(PHRASES, phrases, phrase, struct rules_noted_phrase)
USE_SECTION(EXAMPLES, examples, example, struct rules_noted_example)
USE_SECTION(PATTERNS, patterns, pattern, struct rules_pattern)

/* Those whose items are used where they lie. */
static void use_in_place(struct reader *reader) {
  for (size_t i = 0; i < RULES_IMAGE_SECTION_COUNT; i++) {
    reader->made[i] = reader->items[i];
    reader->made_sizes[i] = rules_image_item_sizes[i];
  }
}

/* ------------------------------------------------------------ the header */

static bool is_ours(const struct image_header *header, size_t size) {
  struct image_header ours = rules_image_header();
  return memcmp(header->magic, ours.magic, sizeof ours.magic) == 0 &&
         header->version == ours.version &&
         header->byte_order == ours.byte_order && header->hash == ours.hash &&
         header->size == size;
}

static bool open_section(struct reader *reader,
                         const struct image_header *header, size_t number) {
  const struct image_section *section = &header->sections[number];
  size_t item_size = rules_image_item_sizes[number];
  if (section->item_size != item_size || section->offset > header->size ||
      section->offset % RULES_IMAGE_ALIGNMENT != 0 ||
      section->count > (header->size - section->offset) / item_size ||
      section->count > UINT32_MAX - 1) {
    return false;
  }
  reader->items[number] = reader->bytes + section->offset;
  reader->counts[number] = (size_t)section->count;
  return true;
}

/* Whether every text in the section ends. */
static bool has_whole_texts(const struct reader *reader,
                            enum rules_image_section section) {
  const char *texts = reader->items[section];
  size_t size = reader->counts[section];
  return reader->trusts || size == 0 || texts[size - 1] == '\0';
}

/* Finds the sections, and in them what every record relies on. */
static bool open_image(struct reader *reader, size_t size) {
  struct image_header header;
  if (size < sizeof header) {
    return false;
  }
  memcpy(&header, reader->bytes, sizeof header);
  bool sound = reader->trusts || is_ours(&header, size);
  for (size_t i = 0; i < RULES_IMAGE_SECTION_COUNT && sound; i++) {
    sound = open_section(reader, &header, i);
  }
  if (!sound) {
    return false;
  }
  return reader->counts[RULES_IMAGE_RULESET] == 1 &&
         reader->counts[RULES_IMAGE_PLACES] > 0 &&
         reader->counts[RULES_IMAGE_TEXTS] > 0 &&
         has_whole_texts(reader, RULES_IMAGE_TEXTS) &&
         has_whole_texts(reader, RULES_IMAGE_NOTES);
}

/* ----------------------------------------------------------- the ruleset */

static void read_vocabulary(struct reader *reader,
                            struct courtesy_ruleset *to) {
  struct text_vocabulary_tables tables = {
      .places = reader->items[RULES_IMAGE_PLACES],
      .mask = (uint32_t)(reader->counts[RULES_IMAGE_PLACES] - 1),
      .words = reader->items[RULES_IMAGE_WORDS],
      .texts = reader->items[RULES_IMAGE_TEXTS],
      .end = (uint32_t)reader->counts[RULES_IMAGE_WORDS],
  };
  if (!reader->trusts) {
    reader->wrong |=
        !text_vocabulary_is_sound(&tables, reader->counts[RULES_IMAGE_TEXTS]);
  }
  if (!reader->wrong) {
    to->vocabulary = text_vocabulary_over(&tables);
    reader->no_memory |= to->vocabulary == NULL;
  }
  to->lexicon.vocabulary = to->vocabulary;
}

static const uint32_t *read_numbers(struct reader *reader,
                                    const struct image_list *list) {
  return read_list(reader, RULES_IMAGE_NUMBERS, list->first, list->count);
}

static void read_prefilter(struct reader *reader,
                           const struct image_ruleset *from,
                           struct courtesy_ruleset *to) {
  struct text_prefilter_tables tables = {
      .places = read_numbers(reader, &from->places),
      .drawers = reader->items[RULES_IMAGE_DRAWERS],
      .keys = reader->items[RULES_IMAGE_FILED],
      .words = reader->counts[RULES_IMAGE_WORDS],
      .drawer_count = reader->counts[RULES_IMAGE_DRAWERS],
      .key_count = reader->counts[RULES_IMAGE_FILED],
  };
  for (size_t i = 0; i < TEXT_CABINETS; i++) {
    tables.always[i] = read_numbers(reader, &from->always[i]);
    tables.always_count[i] = from->always[i].count;
  }
  reader->wrong |= from->places.count != TEXT_CABINETS * tables.words;
  if (!reader->wrong && !reader->trusts) {
    reader->wrong = !text_prefilter_is_sound(&tables, to->pattern_count);
  }
  if (!reader->wrong) {
    to->prefilter = text_prefilter_over(&tables);
    reader->no_memory |= to->prefilter == NULL;
  }
}

/* Every word has a role, and the first stands for none. */
static void read_forms(struct reader *reader, const struct image_ruleset *from,
                       struct rules_forms *to) {
  to->words = reader->counts[RULES_IMAGE_WORDS];
  to->roles = reader->items[RULES_IMAGE_ROLES];
  to->role_count = reader->counts[RULES_IMAGE_ROLES];
  for (size_t i = 0; i < RULES_FORM_FAMILIES; i++) {
    to->role_of[i] = read_numbers(reader, &from->role_of[i]);
    to->patterns[i] = read_numbers(reader, &from->form_patterns[i]);
    to->families[i] = from->forms[i];
    reader->wrong |=
        from->role_of[i].count != to->words ||
        from->form_patterns[i].count != rules_form_patterns(&from->forms[i]);
  }
}

/* Notes and code grow while a ruleset is compiled and never after, so that
 * nobody writes to tables that lie in an image. */
static void read_notes(struct reader *reader, const struct image_ruleset *from,
                       struct rules_notes *to) {
  to->borrowed = true;
  to->texts.bytes = (char *)reader->items[RULES_IMAGE_NOTES];
  to->texts.size = reader->counts[RULES_IMAGE_NOTES];
  to->phrases.items = use_phrases(reader);
  to->phrases.count = reader->counts[RULES_IMAGE_PHRASES];
  to->examples.items = use_examples(reader);
  to->examples.count = reader->counts[RULES_IMAGE_EXAMPLES];
  to->spans.items = (size_t *)reader->items[RULES_IMAGE_SPANS];
  to->spans.count = reader->counts[RULES_IMAGE_SPANS];
  to->names.items = (const char **)reader->made[RULES_IMAGE_NAMES];
  to->names.count = from->note_names;
  reader->listed[RULES_IMAGE_NAMES] = from->note_names;
  reader->wrong |= from->note_names > reader->counts[RULES_IMAGE_NAMES];
}

static void read_code(struct reader *reader, struct rules_code *to) {
  to->borrowed = true;
  to->instructions.items =
      (struct rules_instruction *)reader->items[RULES_IMAGE_INSTRUCTIONS];
  to->instructions.count = reader->counts[RULES_IMAGE_INSTRUCTIONS];
  to->word_sets.items =
      (struct rules_table *)reader->items[RULES_IMAGE_WORD_SETS];
  to->word_sets.count = reader->counts[RULES_IMAGE_WORD_SETS];
  to->words.items = (uint32_t *)reader->items[RULES_IMAGE_MEMBERS];
  to->words.count = reader->counts[RULES_IMAGE_MEMBERS];
  to->spellings.items = make_spellings(reader);
  to->spellings.count = reader->counts[RULES_IMAGE_SPELLINGS];
  to->switches.items =
      (struct rules_table *)reader->items[RULES_IMAGE_SWITCHES];
  to->switches.count = reader->counts[RULES_IMAGE_SWITCHES];
  to->cases.items = (struct rules_case *)reader->items[RULES_IMAGE_CASES];
  to->cases.count = reader->counts[RULES_IMAGE_CASES];
  to->needs.items = (struct rules_bits *)reader->items[RULES_IMAGE_NEEDS];
  to->needs.count = reader->counts[RULES_IMAGE_NEEDS];
  to->guards.items = (struct rules_guard *)reader->items[RULES_IMAGE_GUARDS];
  to->guards.count = reader->counts[RULES_IMAGE_GUARDS];
}

/* In this order, for the later tables point into the earlier ones. */
static void read_tables(struct reader *reader, struct courtesy_ruleset *to) {
  use_in_place(reader);
  make_names(reader);
  make_conditions(reader);
  to->entries = make_entries(reader);
  to->entry_count = reader->counts[RULES_IMAGE_ENTRIES];
  to->patterns = use_patterns(reader);
  to->pattern_count = reader->counts[RULES_IMAGE_PATTERNS];
  to->aims = reader->items[RULES_IMAGE_AIMS];
  reader->wrong |= reader->counts[RULES_IMAGE_AIMS] != to->pattern_count;
  to->nicknames = reader->items[RULES_IMAGE_NICKNAMES];
  to->nickname_count = reader->counts[RULES_IMAGE_NICKNAMES];
  read_code(reader, &to->code);
}

static void read_ruleset(struct reader *reader, struct courtesy_ruleset *to) {
  const struct image_ruleset *from = reader->items[RULES_IMAGE_RULESET];
  read_tables(reader, to);
  read_notes(reader, from, &to->notes);
  to->profile = read_text(reader, from->profile);
  to->profile_count = from->profile_names.count;
  to->profile_names =
      read_list(reader, RULES_IMAGE_NAMES, from->profile_names.first,
                from->profile_names.count);
  to->profile_severities =
      (const void *)read_numbers(reader, &from->severities);
  to->by_id = read_numbers(reader, &from->by_id);
  to->greeting = from->greeting;
  to->farewell = from->farewell;
  reader->wrong |=
      from->by_id.count != to->entry_count ||
      to->profile_count > reader->counts[RULES_IMAGE_NAMES] ||
      from->severities.count != to->profile_count * to->entry_count;
  read_lexicon(reader, &from->lexicon, &to->lexicon);
  read_vocabulary(reader, to);
  read_prefilter(reader, from, to);
  read_forms(reader, from, &to->forms);
  reader->wrong |= reader->no_memory;
}

/* Images may lie anywhere; tables may not. */
static const char *aligned(struct base_arena *arena, const void *bytes,
                           size_t size) {
  return (uintptr_t)bytes % RULES_IMAGE_ALIGNMENT == 0
             ? bytes
             : base_arena_copy(arena, bytes, size);
}

static enum courtesy_status fill_ruleset(struct reader *reader,
                                         const void *bytes, size_t size,
                                         struct courtesy_ruleset *ruleset) {
  enum courtesy_status status = COURTESY_BAD_IMAGE;
  reader->arena = &ruleset->arena;
  reader->bytes = aligned(reader->arena, bytes, size);
  if (reader->bytes != NULL && open_image(reader, size)) {
    read_ruleset(reader, ruleset);
    status = reader->wrong ? COURTESY_BAD_IMAGE : COURTESY_OK;
  }
  if (status == COURTESY_OK && !reader->trusts) {
    status = rules_image_check(ruleset);
  }
  return ruleset->arena.failed || reader->no_memory ? COURTESY_NO_MEMORY
                                                    : status;
}

enum courtesy_status rules_image_read(const void *bytes, size_t size,
                                      enum rules_image_origin origin,
                                      struct courtesy_ruleset **out) {
  struct reader reader = {.trusts = origin == RULES_IMAGE_BUILT_IN};
  struct courtesy_ruleset *ruleset = calloc(1, sizeof *ruleset);
  if (ruleset == NULL) {
    return COURTESY_NO_MEMORY;
  }
  enum courtesy_status status = fill_ruleset(&reader, bytes, size, ruleset);
  if (status != COURTESY_OK) {
    courtesy_ruleset_destroy(ruleset);
    return status;
  }
  *out = ruleset;
  return COURTESY_OK;
}

enum courtesy_status courtesy_ruleset_read(const void *bytes, size_t size,
                                           struct courtesy_ruleset **out) {
  return rules_image_read(bytes, size, RULES_IMAGE_FROM_ANYWHERE, out);
}
