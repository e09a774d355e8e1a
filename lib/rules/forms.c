/* SPDX-License-Identifier: MIT */
#include "rules/forms.h"

#include "base/language_tag.h"
#include "rules/beginning.h"
#include "rules/known.h"
#include "rules/ruleset.h"

#include <stdlib.h>
#include <string.h>

/* There are more patterns than bits, and they share bits with others of their
 * kind only. A line tells a bit by a beginning and by a word that a pattern is
 * filed under; if one that needs no such word and one that needs no beginning
 * had the same bit, every line would tell it. Most lines are in the language of
 * the first patterns and hold few words of the others': those, which are
 * elsewhere, need few bits. */
enum kind {
  PLAIN, /* nothing of what follows */
  PLAIN_ELSEWHERE,
  CROSSING, /* may end in a later sentence */
  CROSSING_ELSEWHERE,
  UNHELD, /* filed under no word */
  UNLED,  /* nothing is known of its first words */
  KINDS
};

static const struct bits {
  unsigned first;
  unsigned count;
} bits_of[KINDS] = {{0, 27}, {27, 9}, {36, 7}, {43, 3}, {46, 10}, {56, 8}};

BASE_VECTOR(role_list, struct rules_role);

enum { LAST_ROLE = UINT16_MAX };

struct filler {
  const struct courtesy_ruleset *ruleset;
  struct rules_role *words; /* the roles of all words in the family at hand */
  uint64_t *groups;         /* by pattern: its bit, when it is of the family */
  bool *unheld;             /* by pattern: filed under no word */
  uint8_t *taken;           /* by instruction of the pattern at hand */
  struct rules_form form;   /* of the family at hand */
  bool elsewhere;         /* the entry is in another language than the first */
  unsigned counts[KINDS]; /* of its patterns, so far */
};

enum role { LEADS, BEGINS, FOLLOWS, LINKS };

static uint64_t new_group(struct filler *filler, enum kind kind) {
  unsigned number = filler->counts[kind]++ % bits_of[kind].count;
  return UINT64_C(1) << (bits_of[kind].first + number);
}

static void give(struct filler *filler, uint32_t word, enum role role,
                 uint64_t group) {
  struct rules_role *to = &filler->words[word];
  uint64_t *const bits[] = {&to->leads, &to->begins, &to->follows, &to->links};
  *bits[role] |= group;
}

/* How many words an instruction names. */
static size_t word_count(const struct filler *filler,
                         struct rules_instruction instruction) {
  const struct rules_code *code = &filler->ruleset->code;
  switch (instruction.operation) {
  case RULES_WORD:
    return 1;
  case RULES_WORD_SET:
    return rules_code_set(code, instruction.argument).count;
  case RULES_SWITCH:
    return rules_code_switch(code, instruction.argument).count;
  default:
    return 0;
  }
}

static uint32_t word_at(const struct filler *filler,
                        struct rules_instruction instruction, size_t i) {
  const struct rules_code *code = &filler->ruleset->code;
  switch (instruction.operation) {
  case RULES_WORD_SET:
    return rules_code_set(code, instruction.argument).words[i];
  case RULES_SWITCH:
    return rules_case_word(
        rules_code_switch(code, instruction.argument).cases[i]);
  default:
    return instruction.argument;
  }
}

static void give_all(struct filler *filler,
                     struct rules_instruction instruction, enum role role,
                     uint64_t group) {
  size_t count = word_count(filler, instruction);
  for (size_t i = 0; i < count; i++) {
    give(filler, word_at(filler, instruction, i), role, group);
  }
}

/* The words of a pattern before which as many are taken. */
static void give_where(struct filler *filler,
                       const struct rules_program *program, unsigned taken,
                       enum role role, uint64_t group) {
  for (uint32_t i = 0; i < program->count; i++) {
    if ((filler->taken[i] & taken) != 0) {
      give_all(filler, rules_instruction_at(&filler->ruleset->code, program, i),
               role, group);
    }
  }
}

static void tell_beginning(struct filler *filler,
                           const struct rules_program *program,
                           const struct rules_beginning *beginning,
                           uint64_t group) {
  struct rules_form *form = &filler->form;
  bool whole = beginning->capital && beginning->whole;
  form->unfollowed |= beginning->followed ? 0 : group;
  form->named |= beginning->named || whole ? group : 0;
  form->other |= beginning->other ? group : 0;
  give_where(filler, program, RULES_NONE_TAKEN,
             program->at_start_only ? BEGINS : LEADS, group);
  give_where(filler, program, RULES_ONE_TAKEN, FOLLOWS, group);
  if (beginning->capital) {
    form->capital |= group;
    form->loose |= whole ? 0 : group;
    give_where(filler, program,
               RULES_NONE_TAKEN | RULES_ONE_TAKEN |
                   (whole ? RULES_MORE_TAKEN : 0),
               LINKS, group);
  }
}

/* How far behind its start a match of the pattern may have the word that it is
 * filed under. */
static uint32_t reach_of(const struct filler *filler, uint32_t pattern) {
  const struct courtesy_ruleset *ruleset = filler->ruleset;
  const struct rules_program *program = &ruleset->patterns[pattern];
  if (rules_is_regex(program)) {
    return UINT32_MAX;
  }
  uint32_t reach = 0;
  rules_words_before(program, &ruleset->code, filler->taken);
  for (uint32_t i = 0; i < program->count; i++) {
    struct rules_instruction instruction =
        rules_instruction_at(&ruleset->code, program, i);
    size_t count = word_count(filler, instruction);
    for (size_t k = 0; k < count && filler->taken[i] >= reach; k++) {
      uint32_t word = word_at(filler, instruction, k);
      bool filed = text_prefilter_holds(&ruleset->prefilter,
                                        RULES_CABINET_FORMS, word, pattern);
      reach = filed ? filler->taken[i] + 1u : reach;
    }
  }
  return reach <= UINT8_MAX ? reach : UINT32_MAX;
}

static enum kind kind_of(const struct filler *filler, uint32_t number,
                         bool clear) {
  bool crosses = filler->ruleset->patterns[number].sentence_ends > 0;
  if (filler->unheld[number]) {
    return UNHELD;
  }
  if (!clear) {
    return UNLED;
  }
  if (crosses) {
    return filler->elsewhere ? CROSSING_ELSEWHERE : CROSSING;
  }
  return filler->elsewhere ? PLAIN_ELSEWHERE : PLAIN;
}

static void tell_pattern(struct filler *filler, uint32_t number) {
  const struct rules_program *program = &filler->ruleset->patterns[number];
  const struct rules_code *code = &filler->ruleset->code;
  struct rules_beginning beginning = {.clear = false};
  struct rules_shape shape = {.single = true, .marked = true};
  if (!rules_is_regex(program)) {
    shape = rules_shape_of(program, code, filler->taken);
    beginning = rules_beginning_of(program, code, filler->taken);
  }
  uint64_t group = new_group(filler, kind_of(filler, number, beginning.clear));
  filler->groups[number] = group;
  filler->form.first &= !rules_is_regex(program) && program->at_text_start_only;
  filler->form.unheld |= filler->unheld[number] ? group : 0;
  filler->form.crosses |= program->sentence_ends > 0 ? group : 0;
  filler->form.single |= shape.single ? group : 0;
  filler->form.marked |= shape.marked ? group : 0;
  if (beginning.clear) {
    tell_beginning(filler, program, &beginning, group);
  } else {
    filler->form.unled |= group;
    uint32_t reach = reach_of(filler, number);
    filler->form.reach =
        reach > filler->form.reach ? reach : filler->form.reach;
  }
}

static void note_unheld(struct filler *filler) {
  const struct text_prefilter *prefilter = &filler->ruleset->prefilter;
  for (size_t i = 0; i < prefilter->always_count[RULES_CABINET_FORMS]; i++) {
    filler->unheld[prefilter->always[RULES_CABINET_FORMS][i]] = true;
  }
}

static void tell_held(struct filler *filler) {
  size_t end = text_vocabulary_end(filler->ruleset->vocabulary);
  for (uint32_t word = 0; word < end; word++) {
    size_t count = 0;
    const struct text_key *keys = text_prefilter_of(
        &filler->ruleset->prefilter, RULES_CABINET_FORMS, word, &count);
    for (size_t i = 0; i < count; i++) {
      filler->words[word].held |= filler->groups[keys[i].pattern];
    }
  }
}

static bool has_role(const struct rules_role *role) {
  return (role->leads | role->begins | role->follows | role->links |
          role->held) != 0;
}

/* Roles are numbered in this order. */
enum rank { NO_RANK, STANDS_BEHIND, LEADS_ANYWHERE };

static enum rank rank_of(const struct rules_role *role) {
  return role->leads != 0 ? LEADS_ANYWHERE
         : has_role(role) ? STANDS_BEHIND
                          : NO_RANK;
}

static void unite(struct rules_role *into, const struct rules_role *from) {
  into->leads |= from->leads;
  into->begins |= from->begins;
  into->follows |= from->follows;
  into->links |= from->links;
  into->held |= from->held;
}

/* The number of a role, which words of one family may share. Those for which
 * there is no number left share the last: it tells what any of them may be.
 * Returns false when memory ran out. */
static bool number_role(const struct rules_role *role,
                        struct rules_known *known, struct role_list *roles,
                        uint16_t *number) {
  struct rules_known_walk walk = {.hash = rules_known_hash(role, sizeof *role)};
  while (rules_known_next(known, &walk)) {
    if (memcmp(&roles->items[walk.number], role, sizeof *role) == 0) {
      *number = (uint16_t)walk.number;
      return true;
    }
  }
  if (roles->count > LAST_ROLE) {
    unite(&roles->items[LAST_ROLE], role);
    *number = LAST_ROLE;
    return true;
  }
  *number = (uint16_t)roles->count;
  return role_list_add(roles, *role) &&
         rules_known_add(known, walk.hash, *number);
}

/* Gives the words of a rank the numbers of their roles. */
static bool number_rank(struct filler *filler, enum rank rank,
                        struct rules_known *known, struct role_list *roles,
                        uint16_t *role_of) {
  const struct text_vocabulary *vocabulary = filler->ruleset->vocabulary;
  bool made = true;
  for (uint32_t word = 0; word < text_vocabulary_end(vocabulary); word++) {
    if (rank_of(&filler->words[word]) == rank) {
      made &= number_role(&filler->words[word], known, roles, &role_of[word]);
    }
  }
  return made;
}

static bool number_roles(struct filler *filler, struct role_list *roles,
                         uint16_t *role_of) {
  struct rules_known known = {0};
  bool made = number_rank(filler, STANDS_BEHIND, &known, roles, role_of);
  filler->form.leading =
      roles->count < LAST_ROLE ? (uint32_t)roles->count : LAST_ROLE;
  made &= number_rank(filler, LEADS_ANYWHERE, &known, roles, role_of);
  rules_known_destroy(&known);
  return made;
}

/* Lists the patterns of the family by their bits. */
static void list_patterns(struct filler *filler, uint32_t *list) {
  uint32_t *ends = filler->form.ends;
  size_t patterns = filler->ruleset->pattern_count;
  for (size_t i = 0; i < patterns; i++) {
    if (filler->groups[i] != 0) {
      ends[__builtin_ctzll(filler->groups[i])]++;
    }
  }
  uint32_t starts[RULES_FORM_BITS] = {0};
  for (size_t bit = 1; bit < RULES_FORM_BITS; bit++) {
    starts[bit] = ends[bit - 1];
    ends[bit] += ends[bit - 1];
  }
  for (size_t i = 0; i < patterns; i++) {
    if (filler->groups[i] != 0) {
      list[starts[__builtin_ctzll(filler->groups[i])]++] = (uint32_t)i;
    }
  }
}

/* Returns the bits of the entry's patterns. */
static uint64_t tell_entry(struct filler *filler,
                           const struct courtesy_rule *entry) {
  uint64_t bits = 0;
  for (uint32_t i = 0; i < entry->find.count; i++) {
    tell_pattern(filler, entry->find.first + i);
    bits |= filler->groups[entry->find.first + i];
  }
  return bits;
}

/* The entries of a family, this one the first. Returns how many patterns they
 * have. */
static size_t tell_entries(struct filler *filler, uint32_t entry) {
  const struct courtesy_ruleset *ruleset = filler->ruleset;
  size_t count = 0;
  uint64_t spoken = 0; /* by the patterns of a language */
  const char *first = NULL;
  for (; entry != RULES_NO_ENTRY; entry = ruleset->entries[entry].sibling) {
    const struct courtesy_rule *rule = &ruleset->entries[entry];
    const char *language = rules_noted(ruleset, rule->facts.language);
    bool none = base_language_is_none(language);
    first = first == NULL ? language : first;
    filler->elsewhere = !none && strcmp(language, first) != 0;
    uint64_t bits = tell_entry(filler, rule);
    spoken |= none ? 0 : bits;
    filler->form.names |= bits;
    count += rule->find.count;
  }
  filler->form.names &= ~spoken;
  return count;
}

static bool tell_family(struct filler *filler, enum rules_form_family family,
                        uint32_t entry, struct role_list *roles,
                        struct rules_forms *forms, struct base_arena *arena) {
  const struct courtesy_ruleset *ruleset = filler->ruleset;
  size_t words = text_vocabulary_end(ruleset->vocabulary);
  uint16_t *role_of = base_arena_alloc(arena, words * sizeof *role_of);
  memset(filler->words, 0, words * sizeof *filler->words);
  memset(filler->groups, 0, ruleset->pattern_count * sizeof *filler->groups);
  memset(filler->counts, 0, sizeof filler->counts);
  filler->form = (struct rules_form){.first = true};
  size_t count = tell_entries(filler, entry);
  tell_held(filler);
  uint32_t *patterns = base_arena_alloc(arena, (count + 1) * sizeof *patterns);
  bool made = role_of != NULL && patterns != NULL &&
              number_roles(filler, roles, role_of);
  if (made) {
    list_patterns(filler, patterns);
  }
  forms->role_of[family] = role_of;
  forms->patterns[family] = patterns;
  forms->families[family] = filler->form;
  return made;
}

static size_t longest_program(const struct courtesy_ruleset *ruleset) {
  size_t longest = 0;
  for (size_t i = 0; i < ruleset->pattern_count; i++) {
    size_t count = ruleset->patterns[i].count;
    longest = count > longest ? count : longest;
  }
  return longest;
}

/* The list becomes the ruleset's. */
static bool keep_roles(struct rules_forms *forms, const struct role_list *roles,
                       struct base_arena *arena) {
  size_t size = roles->count * sizeof *roles->items;
  struct rules_role *kept = base_arena_alloc(arena, size);
  if (kept != NULL) {
    memcpy(kept, roles->items, size);
  }
  forms->roles = kept;
  forms->role_count = roles->count;
  return kept != NULL;
}

bool rules_forms_fill(struct courtesy_ruleset *ruleset,
                      struct base_arena *arena) {
  struct rules_forms *forms = &ruleset->forms;
  struct role_list roles = {0};
  forms->words = text_vocabulary_end(ruleset->vocabulary);
  struct filler filler = {
      .ruleset = ruleset,
      .words = calloc(forms->words, sizeof *filler.words),
      .groups = calloc(ruleset->pattern_count + 1, sizeof *filler.groups),
      .unheld = calloc(ruleset->pattern_count + 1, sizeof *filler.unheld),
      .taken = malloc(longest_program(ruleset) + 1),
  };
  bool made = filler.words != NULL && filler.groups != NULL &&
              filler.unheld != NULL && filler.taken != NULL &&
              role_list_add(&roles, (struct rules_role){0});
  if (made) {
    note_unheld(&filler);
    made = tell_family(&filler, RULES_GREETING, ruleset->greeting, &roles,
                       forms, arena) &&
           tell_family(&filler, RULES_FAREWELL, ruleset->farewell, &roles,
                       forms, arena) &&
           keep_roles(forms, &roles, arena);
  }
  free(filler.unheld);
  free(filler.words);
  free(filler.groups);
  free(filler.taken);
  role_list_destroy(&roles);
  return made;
}
