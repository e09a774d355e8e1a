/* SPDX-License-Identifier: MIT */
/*
 * From an image to a ruleset: tables are used where they lie, and pointers are
 * made for those few that hold texts and lists.
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
  const char **names; /* of the section NAMES */
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
#define check_number(reader, value, last)

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
#define CHECK_S(record, name) check_##record(reader, &from->name);
#define CHECK_R(type, name, dimension)
#define CHECK(record, fields, type)                                            \
  static inline void check_##record(struct reader *reader,                     \
                                    const struct image_##record *from) {       \
    (void)reader;                                                              \
    (void)from;                                                                \
    fields(CHECK_F, CHECK_S, CHECK_R)                                          \
  }

RULES_IMAGE_RECORDS(CHECK)

/* Looks at the records of a section, which are used where they lie. */
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
USE_SECTION(PATTERNS, patterns, program, struct rules_program)
USE_SECTION(ENTRIES, entries, entry, struct courtesy_rule)

/* -------------------------------------------------------------- pointers */

/* The last byte of all texts is a NUL, so that every text ends. */
static const char *read_text(struct reader *reader, image_text value) {
  if (value >= reader->counts[RULES_IMAGE_TEXTS]) {
    reader->wrong = true;
    value = 0;
  }
  return (const char *)reader->items[RULES_IMAGE_TEXTS] + value;
}

static const char **make_texts(struct reader *reader,
                               enum rules_image_section section) {
  size_t count = reader->counts[section];
  const image_text *from = reader->items[section];
  const char **made = base_arena_take(reader->arena, count * sizeof *made);
  for (size_t i = 0; made != NULL && i < count; i++) {
    made[i] = read_text(reader, from[i]);
  }
  reader->wrong |= made == NULL;
  return made;
}

/* Where a list begins in its section: at the first item where it is wrong. */
static size_t read_list(struct reader *reader, enum rules_image_section section,
                        const struct image_list *list) {
  size_t there = reader->counts[section];
  size_t free = there - reader->listed[section];
  if (list->count > free || list->first > there - list->count) {
    reader->wrong = true;
    return 0;
  }
  reader->listed[section] += list->count;
  return list->first;
}

static const uint32_t *read_numbers(struct reader *reader,
                                    const struct image_list *list) {
  return (const uint32_t *)reader->items[RULES_IMAGE_NUMBERS] +
         read_list(reader, RULES_IMAGE_NUMBERS, list);
}

static const char *const *read_names(struct reader *reader,
                                     const struct image_list *list) {
  size_t first = read_list(reader, RULES_IMAGE_NAMES, list);
  return reader->names == NULL ? NULL : reader->names + first;
}

static struct courtesy_condition *make_conditions(struct reader *reader) {
  size_t count = reader->counts[RULES_IMAGE_CONDITIONS];
  const struct image_condition *from = reader->items[RULES_IMAGE_CONDITIONS];
  struct courtesy_condition *made =
      base_arena_take(reader->arena, count * sizeof *made);
  for (size_t i = 0; made != NULL && i < count; i++) {
    check_choice(reader, from[i].fact, COURTESY_FACT_LINKS);
    check_real(reader, from[i].low, ANY);
    check_real(reader, from[i].high, ANY);
    made[i] = (struct courtesy_condition){
        .fact = (enum courtesy_fact)from[i].fact,
        .low = from[i].low,
        .high = from[i].high,
        .words = read_names(reader, &from[i].words),
        .word_count = from[i].words.count,
    };
  }
  reader->wrong |= made == NULL;
  return made;
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
         reader->counts[RULES_IMAGE_SIEVE] == 1 &&
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
      .texts = reader->items[RULES_IMAGE_WORD_TEXTS],
      .end = (uint32_t)reader->counts[RULES_IMAGE_WORDS],
  };
  if (!reader->trusts) {
    reader->wrong |= !text_vocabulary_is_sound(
        &tables, reader->counts[RULES_IMAGE_WORD_TEXTS]);
  }
  if (!reader->wrong) {
    to->vocabulary = text_vocabulary_over(&tables);
    reader->no_memory |= to->vocabulary == NULL;
  }
  to->lexicon.vocabulary = to->vocabulary;
}

static struct text_word_set read_set(struct reader *reader,
                                     const struct image_list *list) {
  return (struct text_word_set){read_numbers(reader, list), list->count};
}

static void read_lexicon(struct reader *reader,
                         const struct image_ruleset *from,
                         struct text_lexicon *to) {
  to->not_names = read_set(reader, &from->not_names);
  to->names = read_set(reader, &from->names);
  to->capitals = read_set(reader, &from->capitals);
  to->not_persons = read_set(reader, &from->not_persons);
}

static struct text_wing read_wing(const struct reader *reader,
                                  enum rules_image_section drawers,
                                  enum rules_image_section keys,
                                  enum rules_image_section grids) {
  return (struct text_wing){
      .drawers = reader->items[drawers],
      .keys = reader->items[keys],
      .grids = reader->items[grids],
      .drawer_count = reader->counts[drawers],
      .key_count = reader->counts[keys],
      .grid_bytes = reader->counts[grids],
  };
}

static void read_prefilter(struct reader *reader,
                           const struct image_ruleset *from,
                           struct courtesy_ruleset *to) {
  to->prefilter = (struct text_prefilter){
      .places = reader->items[RULES_IMAGE_DRAWER_OF],
      .wings = {read_wing(reader, RULES_IMAGE_DRAWERS, RULES_IMAGE_FILED,
                          RULES_IMAGE_GRIDS),
                read_wing(reader, RULES_IMAGE_RARE_DRAWERS,
                          RULES_IMAGE_RARE_FILED, RULES_IMAGE_RARE_GRIDS)},
      .words = reader->counts[RULES_IMAGE_WORDS],
  };
  for (size_t i = 0; i < TEXT_CABINETS; i++) {
    to->prefilter.always[i] = read_numbers(reader, &from->always[i]);
    to->prefilter.always_count[i] = from->always[i].count;
  }
  reader->wrong |=
      reader->counts[RULES_IMAGE_DRAWER_OF] != TEXT_ROWS * to->prefilter.words;
  if (!reader->wrong && !reader->trusts) {
    reader->wrong = !text_prefilter_is_sound(&to->prefilter, to->pattern_count);
  }
}

/* Every word has a role, and the first stands for none. */
static void read_forms(struct reader *reader, const struct image_ruleset *from,
                       struct rules_forms *to) {
  to->words = reader->counts[RULES_IMAGE_WORDS];
  to->roles = reader->items[RULES_IMAGE_ROLES];
  to->role_count = reader->counts[RULES_IMAGE_ROLES];
  reader->wrong |=
      reader->counts[RULES_IMAGE_ROLE_OF] != RULES_FORM_FAMILIES * to->words;
  const uint16_t *role_of = reader->items[RULES_IMAGE_ROLE_OF];
  for (size_t i = 0; i < RULES_FORM_FAMILIES; i++) {
    to->role_of[i] = role_of + i * to->words;
    to->patterns[i] = read_numbers(reader, &from->form_patterns[i]);
    to->families[i] = from->forms[i];
    reader->wrong |=
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
  to->names.items = (const char **)read_names(reader, &from->note_names);
  to->names.count = from->note_names.count;
}

static void read_code(struct reader *reader, struct rules_code *to) {
#define READ_TABLE(SECTION, table)                                             \
  to->table.items = (void *)reader->items[RULES_IMAGE_##SECTION];              \
  to->table.count = reader->counts[RULES_IMAGE_##SECTION];
  RULES_IMAGE_CODE(READ_TABLE)
  to->borrowed = true;
  to->spellings.items = make_texts(reader, RULES_IMAGE_SPELLINGS);
  to->spellings.count = reader->counts[RULES_IMAGE_SPELLINGS];
}

static bool are_spread(const struct rules_code *code) {
  return code->set_spreads.count == code->word_sets.count &&
         code->switch_spreads.count == code->switches.count;
}

static void read_tables(struct reader *reader, struct courtesy_ruleset *to) {
  reader->names = make_texts(reader, RULES_IMAGE_NAMES);
  to->conditions = make_conditions(reader);
  to->condition_count = reader->counts[RULES_IMAGE_CONDITIONS];
  to->entries = use_entries(reader);
  to->entry_count = reader->counts[RULES_IMAGE_ENTRIES];
  to->patterns = use_patterns(reader);
  to->pattern_count = reader->counts[RULES_IMAGE_PATTERNS];
  to->aims = reader->items[RULES_IMAGE_AIMS];
  to->scopes = reader->items[RULES_IMAGE_SCOPES];
  to->vetoes = reader->items[RULES_IMAGE_VETOES];
  to->veto_row_count = reader->counts[RULES_IMAGE_VETOES];
  reader->wrong |= reader->counts[RULES_IMAGE_SCOPES] != to->entry_count;
  reader->wrong |= reader->counts[RULES_IMAGE_AIMS] != to->pattern_count;
  to->nicknames = reader->items[RULES_IMAGE_NICKNAMES];
  to->nickname_count = reader->counts[RULES_IMAGE_NICKNAMES];
  read_code(reader, &to->code);
  reader->wrong |= !are_spread(&to->code);
}

static void read_ruleset(struct reader *reader, struct courtesy_ruleset *to) {
  const struct image_ruleset *from = reader->items[RULES_IMAGE_RULESET];
  read_tables(reader, to);
  read_notes(reader, from, &to->notes);
  to->profile = read_text(reader, from->profile);
  to->profile_count = from->profile_names.count;
  to->profile_names = read_names(reader, &from->profile_names);
  to->profile_severities =
      (const void *)read_numbers(reader, &from->severities);
  to->by_id = read_numbers(reader, &from->by_id);
  to->without = (uint32_t *)read_numbers(reader, &from->without);
  to->without_count = from->without.count;
  to->greeting = from->greeting;
  to->farewell = from->farewell;
  reader->wrong |=
      from->by_id.count != to->entry_count ||
      to->profile_count > reader->counts[RULES_IMAGE_NAMES] ||
      from->severities.count != to->profile_count * to->entry_count;
  read_lexicon(reader, from, &to->lexicon);
  read_vocabulary(reader, to);
  read_prefilter(reader, from, to);
  to->sieve = reader->items[RULES_IMAGE_SIEVE];
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
