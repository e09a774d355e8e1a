/* SPDX-License-Identifier: MIT */
/* From a ruleset to its image: sections grow side by side, then are handed
 * out one after the other. */
#include "rules/image.h"

#include "base/buffer.h"
#include "rules/index.h"

#include <string.h>

struct writer {
  struct base_buffer sections[RULES_IMAGE_SECTION_COUNT];
  struct rules_index texts; /* first byte of each text that is there */
};

static size_t item_count(const struct writer *writer,
                         enum rules_image_section section) {
  return writer->sections[section].size / rules_image_item_sizes[section];
}

/* Adds items as they are and returns the number of the first. */
static size_t add(struct writer *writer, enum rules_image_section section,
                  const void *items, size_t count) {
  size_t first = item_count(writer, section);
  base_buffer_add(&writer->sections[section], items,
                  count * rules_image_item_sizes[section]);
  return first;
}

static size_t add_text(struct writer *writer, const char *text) {
  uint32_t known = rules_index_get(&writer->texts, text);
  if (known != RULES_NOT_FOUND) {
    return known;
  }
  size_t first = add(writer, RULES_IMAGE_TEXTS, text, strlen(text) + 1);
  rules_index_put(&writer->texts, text, (uint32_t)first);
  return first;
}

/* --------------------------------------------------------------- records */

/* Field by field, so that nothing of an image is chance. */
#define WRITE_F(kind, name, last) to->name = (image_##kind)from->name;
#define WRITE_S(record, name) write_##record(&from->name, &to->name);
#define WRITE_R(type, name, dimension)                                         \
  memcpy(&to->name, &from->name, sizeof to->name);
#define WRITE(record, fields, type)                                            \
  static inline void write_##record(const type *from,                          \
                                    struct image_##record *to) {               \
    memset(to, 0, sizeof *to);                                                 \
    fields(WRITE_F, WRITE_S, WRITE_R)                                          \
  }

RULES_IMAGE_RECORDS(WRITE)

/* Items that are written as records. */
#define WRITE_SECTION(SECTION, records, record, type)                          \
  static void write_##records(struct writer *writer, const type *items,        \
                              size_t count) {                                  \
    for (size_t i = 0; i < count; i++) {                                       \
      struct image_##record to;                                                \
      write_##record(&items[i], &to);                                          \
      add(writer, RULES_IMAGE_##SECTION, &to, 1);                              \
    }                                                                          \
  }

WRITE_SECTION(PHRASES, phrases, phrase, struct rules_noted_phrase)
WRITE_SECTION(EXAMPLES, examples, example, struct rules_noted_example)
WRITE_SECTION(ENTRIES, entries, entry, struct courtesy_rule)
WRITE_SECTION(PATTERNS, patterns, program, struct rules_program)

static struct image_list write_texts(struct writer *writer,
                                     enum rules_image_section section,
                                     const char *const *texts, size_t count) {
  struct image_list list = {item_count(writer, section), count};
  for (size_t i = 0; i < count; i++) {
    image_text to = add_text(writer, texts[i]);
    add(writer, section, &to, 1);
  }
  return list;
}

static void write_conditions(struct writer *writer,
                             const struct courtesy_condition *items,
                             size_t count) {
  for (size_t i = 0; i < count; i++) {
    struct image_condition to;
    memset(&to, 0, sizeof to);
    to.fact = items[i].fact;
    to.low = items[i].low;
    to.high = items[i].high;
    to.words = write_texts(writer, RULES_IMAGE_NAMES, items[i].words,
                           items[i].word_count);
    add(writer, RULES_IMAGE_CONDITIONS, &to, 1);
  }
}

/* ----------------------------------------------------------- the ruleset */

static void write_vocabulary(struct writer *writer,
                             const struct text_vocabulary *vocabulary) {
  const struct text_vocabulary_tables *tables =
      text_vocabulary_tables(vocabulary);
  add(writer, RULES_IMAGE_PLACES, tables->places, (size_t)tables->mask + 1);
  for (uint32_t i = 0; i < tables->end; i++) {
    struct base_slice spelling = text_vocabulary_spelled(tables, i);
    struct text_vocabulary_word word = tables->words[i];
    word.text = (uint32_t)add(writer, RULES_IMAGE_WORD_TEXTS, spelling.bytes,
                              spelling.size);
    add(writer, RULES_IMAGE_WORDS, &word, 1);
  }
}

static struct image_list write_numbers(struct writer *writer,
                                       const uint32_t *numbers, size_t count) {
  return (struct image_list){add(writer, RULES_IMAGE_NUMBERS, numbers, count),
                             count};
}

static void write_prefilter(struct writer *writer,
                            const struct text_prefilter *prefilter,
                            struct image_ruleset *to) {
  const struct text_wing *usual = &prefilter->wings[TEXT_WING_USUAL];
  const struct text_wing *rare = &prefilter->wings[TEXT_WING_RARE];
  add(writer, RULES_IMAGE_DRAWER_OF, prefilter->places,
      TEXT_ROWS * prefilter->words);
  add(writer, RULES_IMAGE_DRAWERS, usual->drawers, usual->drawer_count);
  add(writer, RULES_IMAGE_FILED, usual->keys, usual->key_count);
  add(writer, RULES_IMAGE_GRIDS, usual->grids, usual->grid_bytes);
  add(writer, RULES_IMAGE_RARE_DRAWERS, rare->drawers, rare->drawer_count);
  add(writer, RULES_IMAGE_RARE_FILED, rare->keys, rare->key_count);
  add(writer, RULES_IMAGE_RARE_GRIDS, rare->grids, rare->grid_bytes);
  for (size_t i = 0; i < TEXT_CABINETS; i++) {
    to->always[i] =
        write_numbers(writer, prefilter->always[i], prefilter->always_count[i]);
  }
}

static void write_forms(struct writer *writer, const struct rules_forms *from,
                        struct image_ruleset *to) {
  for (size_t i = 0; i < RULES_FORM_FAMILIES; i++) {
    add(writer, RULES_IMAGE_ROLE_OF, from->role_of[i], from->words);
    to->form_patterns[i] = write_numbers(
        writer, from->patterns[i], rules_form_patterns(&from->families[i]));
    to->forms[i] = from->families[i];
  }
  add(writer, RULES_IMAGE_ROLES, from->roles, from->role_count);
}

static struct image_list write_set(struct writer *writer,
                                   struct text_word_set set) {
  return write_numbers(writer, set.words, set.count);
}

static void write_lexicon(struct writer *writer,
                          const struct text_lexicon *from,
                          struct image_ruleset *to) {
  to->not_names = write_set(writer, from->not_names);
  to->names = write_set(writer, from->names);
  to->capitals = write_set(writer, from->capitals);
  to->not_persons = write_set(writer, from->not_persons);
}

static void write_notes(struct writer *writer, const struct rules_notes *from,
                        struct image_ruleset *to) {
  add(writer, RULES_IMAGE_NOTES, from->texts.bytes, from->texts.size);
  to->note_names = write_texts(writer, RULES_IMAGE_NAMES, from->names.items,
                               from->names.count);
  add(writer, RULES_IMAGE_SPANS, from->spans.items, from->spans.count);
  write_examples(writer, from->examples.items, from->examples.count);
  write_phrases(writer, from->phrases.items, from->phrases.count);
}

static void write_code(struct writer *writer, const struct rules_code *from) {
#define WRITE_TABLE(SECTION, table)                                            \
  add(writer, RULES_IMAGE_##SECTION, from->table.items, from->table.count);
  RULES_IMAGE_CODE(WRITE_TABLE)
  write_texts(writer, RULES_IMAGE_SPELLINGS, from->spellings.items,
              from->spellings.count);
}

static void write_ruleset(struct writer *writer,
                          const struct courtesy_ruleset *from) {
  size_t severities = from->profile_count * from->entry_count;
  const uint32_t *severity_numbers = (const void *)from->profile_severities;
  struct image_ruleset to;
  memset(&to, 0, sizeof to);
  write_notes(writer, &from->notes, &to);
  to.profile = add_text(writer, from->profile);
  to.profile_names = write_texts(writer, RULES_IMAGE_NAMES, from->profile_names,
                                 from->profile_count);
  to.severities = write_numbers(writer, severity_numbers, severities);
  to.by_id = write_numbers(writer, from->by_id, from->entry_count);
  to.without = write_numbers(writer, from->without, from->without_count);
  to.greeting = from->greeting;
  to.farewell = from->farewell;
  write_forms(writer, &from->forms, &to);
  write_entries(writer, from->entries, from->entry_count);
  write_conditions(writer, from->conditions, from->condition_count);
  write_patterns(writer, from->patterns, from->pattern_count);
  add(writer, RULES_IMAGE_AIMS, from->aims, from->pattern_count);
  add(writer, RULES_IMAGE_SCOPES, from->scopes, from->entry_count);
  add(writer, RULES_IMAGE_VETOES, from->vetoes, from->veto_row_count);
  write_code(writer, &from->code);
  add(writer, RULES_IMAGE_NICKNAMES, from->nicknames, from->nickname_count);
  write_vocabulary(writer, from->vocabulary);
  write_lexicon(writer, &from->lexicon, &to);
  write_prefilter(writer, &from->prefilter, &to);
  add(writer, RULES_IMAGE_SIEVE, from->sieve, 1);
  add(writer, RULES_IMAGE_RULESET, &to, 1);
}

/* --------------------------------------------------------------- the end */

static bool failed(const struct writer *writer) {
  bool any = writer->texts.failed;
  for (size_t i = 0; i < RULES_IMAGE_SECTION_COUNT; i++) {
    any |= writer->sections[i].failed;
  }
  return any;
}

/* What follows a section of that size, so that the next one begins with a line
 * of the processor's cache, where the image does. */
enum { LINE = 64 };
_Static_assert(LINE % RULES_IMAGE_ALIGNMENT == 0, "sections are aligned");

static size_t padding(size_t size) {
  return (LINE - size % LINE) % LINE;
}

static struct image_header header_of(const struct writer *writer) {
  struct image_header header = rules_image_header();
  header.size = sizeof header + padding(sizeof header);
  for (size_t i = 0; i < RULES_IMAGE_SECTION_COUNT; i++) {
    size_t size = writer->sections[i].size;
    header.sections[i] = (struct image_section){
        .offset = header.size,
        .count = item_count(writer, (enum rules_image_section)i),
        .item_size = rules_image_item_sizes[i],
    };
    header.size += size + padding(size);
  }
  return header;
}

enum courtesy_status courtesy_ruleset_write(
    const struct courtesy_ruleset *ruleset,
    void (*write)(void *context, const void *bytes, size_t size),
    void *context) {
  static const char zeros[LINE] = {0};
  struct writer writer = {0};
  write_ruleset(&writer, ruleset);
  bool complete = !failed(&writer);
  if (complete) {
    struct image_header header = header_of(&writer);
    write(context, &header, sizeof header);
    write(context, zeros, padding(sizeof header));
  }
  for (size_t i = 0; i < RULES_IMAGE_SECTION_COUNT; i++) {
    struct base_buffer *section = &writer.sections[i];
    if (complete && section->size > 0) {
      write(context, section->bytes, section->size);
      write(context, zeros, padding(section->size));
    }
    base_buffer_destroy(section);
  }
  rules_index_destroy(&writer.texts);
  return complete ? COURTESY_OK : COURTESY_NO_MEMORY;
}
