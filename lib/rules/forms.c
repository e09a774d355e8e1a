/* SPDX-License-Identifier: MIT */
#include "rules/forms.h"

#include "rules/ruleset.h"
#include "text/byte_class.h"
#include "text/token.h"

#include <stdlib.h>
#include <string.h>

/* How many words are taken on the ways to an instruction, as a set; without a
 * bit there is no way. */
enum { NONE_TAKEN = 1 << 0, ONE_TAKEN = 1 << 1, MORE_TAKEN = 1 << 2 };

/* Patterns share bits with others of their kind only: of one that no word
 * files and one whose first words nobody knows, each would make up for what
 * the other lacks. */
enum kind { PLAIN, UNHELD, UNLED, KINDS };

static const struct bits {
  unsigned first;
  unsigned count;
} bits_of[KINDS] = {{0, 40}, {40, 16}, {56, 8}};

BASE_VECTOR(role_list, struct rules_role);

struct filler {
  const struct courtesy_ruleset *ruleset;
  struct rules_role *words; /* the roles of all words in the family at hand */
  uint64_t *groups;         /* by pattern: its bit, when it is of the family */
  bool *unheld;             /* by pattern: filed under no word */
  uint8_t *taken;           /* by instruction of the pattern at hand */
  struct rules_form form;   /* of the family at hand */
  unsigned counts[KINDS];   /* of its patterns, so far */
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

static void give_all(struct filler *filler,
                     struct rules_instruction instruction, enum role role,
                     uint64_t group) {
  const struct rules_code *code = &filler->ruleset->code;
  uint32_t argument = instruction.argument;
  if (instruction.operation == RULES_WORD) {
    give(filler, argument, role, group);
  } else if (instruction.operation == RULES_WORD_SET) {
    struct text_word_set set = rules_code_set(code, argument);
    for (size_t i = 0; i < set.count; i++) {
      give(filler, set.words[i], role, group);
    }
  } else if (instruction.operation == RULES_SWITCH) {
    struct rules_switch table = rules_code_switch(code, argument);
    for (size_t i = 0; i < table.count; i++) {
      give(filler, table.cases[i].word, role, group);
    }
  }
}

static bool is_capital(struct rules_instruction instruction) {
  return instruction.operation == RULES_CAPITAL ||
         instruction.operation == RULES_NAME;
}

/* A placeholder is no ASCII: lines with one are looked at anyway. */
static bool is_placeholder(struct rules_instruction instruction) {
  return instruction.operation == RULES_CLASS &&
         instruction.argument == TEXT_PLACEHOLDER;
}

/* What may be any word, or none. */
static bool is_vague(struct rules_instruction instruction) {
  return instruction.operation == RULES_ANY ||
         (instruction.operation == RULES_CLASS && !is_placeholder(instruction));
}

/* A mark or the end behind a word is seen as such. */
static bool ends_pair(struct rules_instruction instruction) {
  return instruction.operation == RULES_AT_SENTENCE_END ||
         instruction.operation == RULES_AT_TEXT_END ||
         instruction.operation == RULES_MARK ||
         instruction.operation == RULES_HYPHEN;
}

static bool takes_word(struct rules_instruction instruction) {
  return rules_operation_consumes(instruction.operation) &&
         instruction.operation != RULES_MARK &&
         instruction.operation != RULES_HYPHEN;
}

static struct rules_instruction instruction_at(const struct filler *filler,
                                               const struct rules_program *of,
                                               uint32_t i) {
  return filler->ruleset->code.instructions.items[of->first + i];
}

/* What is taken behind an instruction. */
static unsigned taken_behind(struct rules_instruction instruction,
                             unsigned taken) {
  if (takes_word(instruction)) {
    return (taken << 1 | (taken & MORE_TAKEN)) &
           (NONE_TAKEN | ONE_TAKEN | MORE_TAKEN);
  }
  if (ends_pair(instruction) && (taken & ONE_TAKEN) != 0) {
    return (taken & NONE_TAKEN) | MORE_TAKEN;
  }
  return taken;
}

/* Programs lead forwards only, so that one pass tells. */
static void measure(struct filler *filler,
                    const struct rules_program *program) {
  memset(filler->taken, 0, program->count + 1);
  filler->taken[0] = NONE_TAKEN;
  for (uint32_t i = 0; i < program->count; i++) {
    struct rules_instruction instruction = instruction_at(filler, program, i);
    if (is_placeholder(instruction) || instruction.operation == RULES_ACCEPT) {
      continue;
    }
    uint8_t taken = (uint8_t)taken_behind(instruction, filler->taken[i]);
    if (instruction.operation == RULES_SWITCH) {
      struct rules_switch table =
          rules_code_switch(&filler->ruleset->code, instruction.argument);
      for (size_t k = 0; k < table.count; k++) {
        filler->taken[table.cases[k].target] |= taken;
      }
      continue;
    }
    if (instruction.operation == RULES_JUMP ||
        instruction.operation == RULES_SPLIT) {
      filler->taken[instruction.argument] |= taken;
    }
    if (instruction.operation != RULES_JUMP) {
      filler->taken[i + 1] |= taken;
    }
  }
}

/* Whether every way to the end of the program is by its last $. */
static bool ends_sentence(const struct filler *filler,
                          const struct rules_program *program) {
  uint32_t accept = program->count - 1;
  bool ends =
      accept > 0 && instruction_at(filler, program, accept - 1).operation ==
                        RULES_AT_SENTENCE_END;
  for (uint32_t i = 0; i < accept && ends; i++) {
    struct rules_instruction instruction = instruction_at(filler, program, i);
    bool jumps = instruction.operation == RULES_JUMP ||
                 instruction.operation == RULES_SPLIT;
    ends = !(jumps && instruction.argument == accept);
    if (instruction.operation == RULES_SWITCH) {
      struct rules_switch table =
          rules_code_switch(&filler->ruleset->code, instruction.argument);
      for (size_t k = 0; k < table.count; k++) {
        ends = ends && table.cases[k].target != accept;
      }
    }
  }
  return ends;
}

/* A pattern that may begin with a capital. */
static void tell_capital(struct filler *filler,
                         const struct rules_program *program, uint64_t group) {
  bool whole = ends_sentence(filler, program);
  for (uint32_t i = 0; i < program->count; i++) {
    whole = whole && (filler->taken[i] == 0 ||
                      !is_vague(instruction_at(filler, program, i)));
  }
  filler->form.capital |= group;
  filler->form.loose |= whole ? 0 : group;
  filler->form.named |= whole ? group : 0;
  for (uint32_t i = 0; i < program->count; i++) {
    if ((filler->taken[i] & (NONE_TAKEN | ONE_TAKEN)) != 0 ||
        (whole && filler->taken[i] != 0)) {
      give_all(filler, instruction_at(filler, program, i), LINKS, group);
    }
  }
}

/* What can be told of how matches begin. */
struct beginning {
  bool clear;    /* with a word, or with a capital at a sentence's start */
  bool capital;  /* some with a capital */
  bool followed; /* a word or capital comes next, or a mark, or an end */
  bool named;    /* a capital may */
};

/* A capital that begins a match must be followed, too. */
static struct beginning beginning_of(const struct filler *filler,
                                     const struct rules_program *program) {
  struct beginning beginning = {.clear = program->count > 0, .followed = true};
  for (uint32_t i = 0; i < program->count; i++) {
    struct rules_instruction instruction = instruction_at(filler, program, i);
    bool ends = instruction.operation == RULES_ACCEPT;
    if ((filler->taken[i] & NONE_TAKEN) != 0) {
      beginning.clear &= !is_vague(instruction) && !ends;
      beginning.capital |= is_capital(instruction);
    }
    if ((filler->taken[i] & ONE_TAKEN) != 0) {
      beginning.followed &= !is_vague(instruction) && !ends;
      beginning.named |= is_capital(instruction);
    }
  }
  beginning.clear &=
      !beginning.capital || (program->at_start_only && beginning.followed);
  return beginning;
}

static void tell_beginning(struct filler *filler,
                           const struct rules_program *program,
                           const struct beginning *beginning, uint64_t group) {
  filler->form.unfollowed |= beginning->followed ? 0 : group;
  filler->form.named |= beginning->named ? group : 0;
  enum role leads = program->at_start_only ? BEGINS : LEADS;
  for (uint32_t i = 0; i < program->count; i++) {
    struct rules_instruction instruction = instruction_at(filler, program, i);
    if ((filler->taken[i] & NONE_TAKEN) != 0) {
      give_all(filler, instruction, leads, group);
    }
    if ((filler->taken[i] & ONE_TAKEN) != 0) {
      give_all(filler, instruction, FOLLOWS, group);
    }
  }
  if (beginning->capital) {
    tell_capital(filler, program, group);
  }
}

static void tell_pattern(struct filler *filler, uint32_t number) {
  const struct rules_pattern *pattern = &filler->ruleset->patterns[number];
  const struct rules_program *program = &pattern->program;
  struct beginning beginning = {0};
  if (!pattern->is_regex) {
    measure(filler, program);
    beginning = beginning_of(filler, program);
  }
  bool unheld = filler->unheld[number];
  uint64_t group = new_group(filler, unheld            ? UNHELD
                                     : beginning.clear ? PLAIN
                                                       : UNLED);
  filler->groups[number] = group;
  filler->form.first &= !pattern->is_regex && program->at_text_start_only;
  filler->form.open |= unheld && !beginning.clear;
  filler->form.unheld |= unheld ? group : 0;
  if (beginning.clear) {
    tell_beginning(filler, program, &beginning, group);
  } else {
    filler->form.unled |= group;
  }
}

/* Whether it matters to the pattern which lines are there beside its own. */
static bool asks_for_text_edge(const struct filler *filler, uint32_t number) {
  const struct rules_program *program =
      &filler->ruleset->patterns[number].program;
  bool asks = false;
  for (uint32_t i = 0; i < program->count && !asks; i++) {
    uint32_t operation = instruction_at(filler, program, i).operation;
    asks = operation == RULES_AT_TEXT_START || operation == RULES_AT_TEXT_END;
  }
  return asks;
}

/* The patterns of an entry are one range: find, then what vetoes. */
static void tell_entry(struct filler *filler, const struct courtesy_rule *entry,
                       bool alone) {
  uint32_t first = entry->find.first;
  uint32_t end = entry->except_here.first + entry->except_here.count;
  for (uint32_t i = first; i < end; i++) {
    if (i < first + entry->find.count) {
      tell_pattern(filler, i);
    }
    if (!alone && asks_for_text_edge(filler, i)) {
      filler->form.open = true;
    }
  }
}

static void note_unheld(struct filler *filler) {
  size_t count = 0;
  const uint32_t *always =
      text_prefilter_always(filler->ruleset->prefilter, &count);
  for (size_t i = 0; i < count; i++) {
    filler->unheld[always[i]] = true;
  }
}

static void tell_held(struct filler *filler) {
  size_t end = text_vocabulary_end(filler->ruleset->vocabulary);
  for (uint32_t word = 0; word < end; word++) {
    size_t count = 0;
    const struct text_key *keys =
        text_prefilter_of(filler->ruleset->prefilter, word, &count);
    for (size_t i = 0; i < count; i++) {
      filler->words[word].held |= filler->groups[keys[i].pattern];
    }
  }
}

/* Whether a line that holds the word is known by its letters and digits, or
 * looked at anyway: for what is no ASCII, for & between them, and for an
 * apostrophe but in a contraction. */
static bool is_seen(struct base_slice word) {
  struct text_contraction contraction;
  bool wide = false;
  bool plain = word.size > 0;
  bool joined = true; /* by a mark, or nothing was there yet */
  for (size_t i = 0; i < word.size; i++) {
    bool is_mark = word.bytes[i] == '\'' || word.bytes[i] == '&';
    wide |= text_byte_is(word.bytes[i], TEXT_BYTE_HIGH);
    plain &= is_mark ? !joined : text_byte_is(word.bytes[i], TEXT_BYTE_WORD);
    joined = is_mark;
  }
  bool split = memchr(word.bytes, '\'', word.size) != NULL &&
               text_contraction_split(word.bytes, word.size, &contraction);
  return wide || (plain && !joined && !split);
}

static bool has_role(const struct rules_role *role) {
  return (role->leads | role->begins | role->follows | role->links |
          role->held) != 0;
}

/* Gives the words of the family that have a role its number. */
static bool number_roles(struct filler *filler, struct role_list *roles,
                         uint32_t *role_of) {
  const struct text_vocabulary *vocabulary = filler->ruleset->vocabulary;
  bool made = true;
  for (uint32_t word = 0; word < text_vocabulary_end(vocabulary); word++) {
    if (!has_role(&filler->words[word])) {
      continue;
    }
    role_of[word] = (uint32_t)roles->count;
    made &= role_list_add(roles, filler->words[word]);
    filler->form.open |= word != TEXT_POSSESSIVE &&
                         !is_seen(text_vocabulary_spelling(vocabulary, word));
  }
  return made;
}

/* Greetings are looked for on one line at a time, farewells on several. */
static bool tell_family(struct filler *filler, enum rules_form_family family,
                        uint32_t entry, struct role_list *roles,
                        struct rules_forms *forms, struct base_arena *arena) {
  const struct courtesy_ruleset *ruleset = filler->ruleset;
  size_t words = text_vocabulary_end(ruleset->vocabulary);
  uint32_t *role_of = base_arena_alloc(arena, words * sizeof *role_of);
  memset(filler->words, 0, words * sizeof *filler->words);
  memset(filler->groups, 0, ruleset->pattern_count * sizeof *filler->groups);
  filler->form = (struct rules_form){.first = true};
  memset(filler->counts, 0, sizeof filler->counts);
  while (entry != RULES_NO_ENTRY) {
    tell_entry(filler, &ruleset->entries[entry], family == RULES_GREETING);
    entry = ruleset->entries[entry].sibling;
  }
  tell_held(filler);
  bool made = role_of != NULL && number_roles(filler, roles, role_of);
  forms->role_of[family] = role_of;
  forms->families[family] = filler->form;
  return made;
}

static size_t longest_program(const struct courtesy_ruleset *ruleset) {
  size_t longest = 0;
  for (size_t i = 0; i < ruleset->pattern_count; i++) {
    size_t count = ruleset->patterns[i].program.count;
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
