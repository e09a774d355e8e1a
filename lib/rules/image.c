/* SPDX-License-Identifier: MIT */
/* What the writer and the reader of images have in common. */
#include "rules/image.h"

#include <string.h>

#define ITEM_SIZE(section, type) sizeof(type),
const size_t rules_image_item_sizes[RULES_IMAGE_SECTION_COUNT] = {
    RULES_IMAGE_SECTIONS(ITEM_SIZE)};

/* What the records leave out. A member more is a line more here, and one in
 * write_ruleset and read_ruleset. */
struct ruleset_members {
  struct base_arena arena; /* made anew */
  void *owned;             /* the host's, as is the next */
  void (*release)(void *bytes);
  const char *profile;
  const char *const *profile_names;
  size_t profile_count;
  const enum courtesy_severity *profile_severities;
  struct courtesy_rule *entries;
  size_t entry_count;
  struct courtesy_condition *conditions;
  size_t condition_count;
  uint32_t *without;
  size_t without_count;
  const uint32_t *by_id;
  struct rules_program *patterns;
  size_t pattern_count;
  const struct rules_aim *aims;
  const struct rules_scope *scopes;
  struct note_members {
    struct base_buffer texts;
    struct rules_noted_phrases phrases;
    struct rules_noted_examples examples;
    struct rules_noted_spans spans;
    struct rules_noted_names names;
    struct rules_index known; /* for compiling only */
    bool borrowed;
  } notes;
  struct code_members {
    struct rules_instructions instructions;
    struct rules_tables word_sets;
    struct rules_tables switches;
    struct rules_members words;
    struct rules_cases cases;
    struct rules_needs needs;
    struct rules_spellings spellings;
    struct rules_guards guards;
    struct rules_known known[3]; /* for compiling only */
    bool borrowed;
  } code;
  struct text_vocabulary *vocabulary;
  struct text_lexicon lexicon;
  const struct rules_nickname *nicknames;
  size_t nickname_count;
  struct text_prefilter *prefilter;
  const struct rules_sieve *sieve;
  uint32_t greeting;
  uint32_t farewell;
  struct rules_forms forms;
};

_Static_assert(sizeof(struct ruleset_members) ==
                       sizeof(struct courtesy_ruleset) &&
                   sizeof(struct note_members) == sizeof(struct rules_notes) &&
                   sizeof(struct code_members) == sizeof(struct rules_code),
               "a table of rulesets is not in their images");

struct image_header rules_image_header(void) {
  struct image_header header = {
      .version = RULES_IMAGE_VERSION,
      .byte_order = RULES_IMAGE_BYTE_ORDER,
      .hash = text_word_hash(RULES_IMAGE_MAGIC, sizeof header.magic),
  };
  memcpy(header.magic, RULES_IMAGE_MAGIC, sizeof header.magic);
  return header;
}
