/* SPDX-License-Identifier: MIT */
/* What the matcher and the session take for granted of a ruleset, asked of
 * one that came as bytes. The passes are linear, whatever the bytes say:
 * patterns of entries, and programs of patterns, stand one behind the other. */
#include "rules/image.h"

#include "text/token.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---------------------------------------------------------------- ranges */

/* Tables are handed out from their first item on, so that no two ranges share
 * items. Whether the range begins at the next of `count` items, and lies among
 * them; the next is then the one behind it. */
static bool follows(const struct rules_range *range, uint32_t *next,
                    size_t count) {
  if (range->first != *next || range->count > count - *next) {
    return false;
  }
  *next += range->count;
  return true;
}

static bool follow_each_other(const struct rules_tables *tables, size_t count) {
  uint32_t next = 0;
  bool sound = true;
  for (size_t i = 0; i < tables->count && sound; i++) {
    struct rules_range range = {tables->items[i].first, tables->items[i].count};
    sound = follows(&range, &next, count);
  }
  return sound;
}

/* -------------------------------------------------------------- programs */

enum {
  OPERATIONS = 256,
  /* Arguments are below 1 << 24. */
  NO_LIMIT = 1 << 24,
  LAST_CODE_POINT = 0x10FFFF,
};

/* What the argument of an operation stays below; 0 for what is none. Targets
 * are looked at apart. */
struct limits {
  uint32_t of[OPERATIONS];
};

/* Of the cases of a switch, which many programs may share. */
struct reach {
  uint32_t past; /* the farthest that one leads */
  uint32_t ways; /* that one word leads, beside the first */
};

/* The programs, one after the other. */
struct programs {
  const struct courtesy_ruleset *ruleset;
  struct limits limits;
  struct reach *reach;  /* of the switches */
  bool *reached;        /* instructions of a program; all false between */
  uint32_t instruction; /* the first that is no program's yet */
};

static struct limits limits_of(const struct courtesy_ruleset *ruleset) {
  struct limits limits = {{0}};
  for (size_t i = 0; i <= RULES_ACCEPT; i++) {
    limits.of[i] = NO_LIMIT;
  }
  limits.of[RULES_WORD] = text_vocabulary_end(ruleset->vocabulary);
  limits.of[RULES_WORD_SET] = (uint32_t)ruleset->code.word_sets.count;
  limits.of[RULES_SWITCH] = (uint32_t)ruleset->code.switches.count;
  limits.of[RULES_SPELLED] = (uint32_t)ruleset->code.spellings.count;
  limits.of[RULES_CLASS] = TEXT_OTHER + 1;
  limits.of[RULES_MARK] = LAST_CODE_POINT + 1;
  return limits;
}

static bool is_target(uint32_t target, uint32_t here, uint32_t count) {
  return target > here && target < count;
}

/* Each switch by itself, once: it has cases, their words are some, and the
 * matcher goes on at all cases in a row that have the same. */
static bool measure_switches(const struct courtesy_ruleset *ruleset,
                             struct reach *reach) {
  const struct rules_code *code = &ruleset->code;
  uint32_t end = text_vocabulary_end(ruleset->vocabulary);
  bool sound = true;
  for (size_t i = 0; i < code->switches.count; i++) {
    struct rules_switch table = rules_code_switch(code, i);
    uint32_t ways = 0;
    sound &= table.count > 0;
    for (size_t k = 0; k < table.count; k++) {
      const struct rules_case *one = &table.cases[k];
      sound &= one->word < end;
      ways = k > 0 && one->word == one[-1].word ? ways + 1 : 0;
      reach[i].ways = ways > reach[i].ways ? ways : reach[i].ways;
      reach[i].past = one->past > reach[i].past ? one->past : reach[i].past;
    }
  }
  return sound;
}

static bool goes_elsewhere(uint32_t operation) {
  return operation == RULES_JUMP || operation == RULES_SPLIT;
}

/* Leads forwards, always to an instruction, and ends with the last one. Where a
 * word leads several ways, all but one go on at instructions of their own, so
 * that a token takes no more of them than there are instructions. */
static bool is_program(struct programs *programs,
                       const struct rules_instruction *code, uint32_t count) {
  if (count == 0 || code[count - 1].operation != RULES_ACCEPT) {
    return false;
  }
  bool sound = true;
  uint64_t ways = 0;
  for (uint32_t i = 0; i < count && sound; i++) {
    uint32_t operation = code[i].operation;
    uint32_t argument = code[i].argument;
    sound = argument < programs->limits.of[operation];
    if (goes_elsewhere(operation)) {
      sound &= is_target(argument, i, count);
    } else if (operation == RULES_SWITCH && sound) {
      sound = programs->reach[argument].past < count - i - 1;
      ways += programs->reach[argument].ways;
    }
  }
  return sound && ways <= count;
}

static bool needs_token(uint32_t operation) {
  return operation == RULES_ACCEPT || operation == RULES_SPELLED;
}

/* Whether no way leads past all that takes a token to what looks back at the
 * one that was taken last. */
static bool takes_something(const struct rules_instruction *code,
                            uint32_t count, bool *reached) {
  bool takes = true;
  uint32_t last = 0;
  reached[0] = true;
  for (uint32_t i = 0; i <= last && takes; i++) {
    struct rules_instruction instruction = code[i];
    if (!reached[i] || rules_operation_consumes(instruction.operation)) {
      continue;
    }
    uint32_t target =
        goes_elsewhere(instruction.operation) ? instruction.argument : i + 1;
    takes = !needs_token(instruction.operation);
    if (takes) {
      reached[i + 1] |= instruction.operation != RULES_JUMP;
      reached[target] = true;
      last = target > last ? target : last;
    }
  }
  memset(reached, 0, count * sizeof *reached);
  return takes;
}

static bool check_phrase(struct programs *programs,
                         const struct rules_program *program) {
  const struct rules_code *code = &programs->ruleset->code;
  if (program->first < programs->instruction ||
      program->first > code->instructions.count ||
      program->count > code->instructions.count - program->first) {
    return false;
  }
  programs->instruction = program->first + program->count;
  const struct rules_instruction *first =
      code->instructions.items + program->first;
  return is_program(programs, first, program->count) &&
         (rules_operation_consumes(first->operation) ||
          takes_something(first, program->count, programs->reached));
}

static bool check_needs(const struct rules_code *code,
                        const struct rules_program *program) {
  bool sound = true;
  for (size_t i = 0; i < program->need_count; i++) {
    sound &= program->needs[i] < code->needs.count;
  }
  return sound;
}

static bool check_pattern(struct programs *programs, size_t number) {
  const struct courtesy_ruleset *ruleset = programs->ruleset;
  const struct rules_program *program = &ruleset->patterns[number];
  bool says_regex =
      ruleset->notes.phrases.items[number].role == COURTESY_PHRASE_REGEX;
  return rules_is_regex(program) == says_regex &&
         check_needs(&ruleset->code, program) &&
         (says_regex || check_phrase(programs, program));
}

static bool check_patterns(const struct courtesy_ruleset *ruleset,
                           struct reach *reach, bool *reached) {
  struct programs programs = {
      .ruleset = ruleset,
      .limits = limits_of(ruleset),
      .reach = reach,
      .reached = reached,
  };
  const struct rules_code *code = &ruleset->code;
  bool sound = code->instructions.count <= RULES_CODE_INSTRUCTIONS &&
               follow_each_other(&code->switches, code->cases.count) &&
               measure_switches(ruleset, reach) &&
               ruleset->notes.phrases.count == ruleset->pattern_count;
  for (size_t i = 0; i < ruleset->pattern_count && sound; i++) {
    sound = check_pattern(&programs, i);
  }
  return sound;
}

/* --------------------------------------------------------------- entries */

static bool is_entry(const struct courtesy_ruleset *ruleset, uint32_t number) {
  return number < ruleset->entry_count;
}

/* What no entry before has. */
struct next {
  uint32_t pattern;
  uint32_t example;
  uint32_t condition;
  uint32_t without;
};

/* An entry's patterns: find, except, except_here, behind those of the entry
 * before. */
static bool check_ranges(const struct courtesy_ruleset *ruleset,
                         const struct courtesy_rule *entry, uint32_t *next) {
  const struct rules_range *ranges[] = {&entry->find, &entry->except,
                                        &entry->except_here};
  uint32_t first = *next;
  for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++) {
    if (!follows(ranges[i], next, ruleset->pattern_count)) {
      return false;
    }
  }
  return entry->facts.phrase_count == *next - first;
}

static bool check_references(const struct courtesy_ruleset *ruleset,
                             const struct courtesy_rule *entry) {
  bool sound = entry->form == COURTESY_FORM_FIND
                   ? entry->subject == RULES_NO_ENTRY
                   : is_entry(ruleset, entry->subject);
  for (size_t i = 0; i < entry->without.count; i++) {
    sound &= is_entry(ruleset, rules_without(ruleset, entry)[i]);
  }
  return sound;
}

static bool check_entry(const struct courtesy_ruleset *ruleset, size_t number,
                        struct next *next) {
  const struct courtesy_rule *entry = &ruleset->entries[number];
  return entry->index == number && entry->zones >> COURTESY_ZONE_COUNT == 0 &&
         isfinite(entry->facts.weight) &&
         check_ranges(ruleset, entry, &next->pattern) &&
         follows(&entry->examples, &next->example,
                 ruleset->notes.examples.count) &&
         follows(&entry->when, &next->condition, ruleset->condition_count) &&
         follows(&entry->unless, &next->condition, ruleset->condition_count) &&
         follows(&entry->without, &next->without, ruleset->without_count) &&
         check_references(ruleset, entry) &&
         (entry->replace_at == RULES_NO_SET ||
          entry->replace_at < ruleset->code.word_sets.count) &&
         is_entry(ruleset, ruleset->by_id[number]);
}

static bool check_entries(const struct courtesy_ruleset *ruleset) {
  struct next next = {0};
  bool sound = true;
  for (size_t i = 0; i < ruleset->entry_count && sound; i++) {
    sound = check_entry(ruleset, i, &next);
  }
  return sound && next.pattern == ruleset->pattern_count;
}

/* Aims and scopes are what entries and patterns make them. */
static bool check_aims(const struct courtesy_ruleset *ruleset,
                       struct rules_aim *aims, struct rules_scope *scopes) {
  rules_scope(ruleset, scopes);
  uint32_t regexes = rules_aim(ruleset, aims);
  return regexes == ruleset->code.guards.count &&
         memcmp(aims, ruleset->aims, ruleset->pattern_count * sizeof *aims) ==
             0 &&
         memcmp(scopes, ruleset->scopes,
                ruleset->entry_count * sizeof *scopes) == 0;
}

/* Families are chains that lead forwards from their first entry, and every
 * entry is on the one that it names. */
static bool check_families(const struct courtesy_ruleset *ruleset) {
  const struct courtesy_rule *entries = ruleset->entries;
  size_t met = 0;
  for (uint32_t first = 0; first < ruleset->entry_count; first++) {
    if (entries[first].family != first) {
      continue;
    }
    met++;
    for (uint32_t at = first; entries[at].sibling != RULES_NO_ENTRY; met++) {
      uint32_t next = entries[at].sibling;
      if (next <= at || !is_entry(ruleset, next) ||
          entries[next].family != first) {
        return false;
      }
      at = next;
    }
  }
  return met == ruleset->entry_count;
}

/* ----------------------------------------------------------------- notes */

/* Stand in the text one behind the other. */
static bool check_spans(const size_t *spans, size_t count, size_t size) {
  size_t end = 0;
  bool sound = true;
  for (size_t i = 0; i < count && sound; i++) {
    size_t offset = spans[2 * i];
    size_t length = spans[2 * i + 1];
    sound = offset >= end && offset <= size && length <= size - offset;
    end = offset + length;
  }
  return sound;
}

static bool check_examples(const struct rules_notes *notes) {
  uint32_t span = 0;
  uint32_t name = 0;
  bool sound = true;
  for (size_t i = 0; i < notes->examples.count && sound; i++) {
    const struct rules_noted_example *noted = &notes->examples.items[i];
    sound = follows(&noted->spans, &span, notes->spans.count / 2) &&
            follows(&noted->attachments, &name, notes->names.count) &&
            follows(&noted->domains, &name, notes->names.count) &&
            follows(&noted->fires, &name, notes->names.count);
    if (sound) {
      struct courtesy_example example = rules_notes_example(notes, i);
      sound = strlen(example.text) == example.size &&
              check_spans(example.spans, example.span_count, example.size);
    }
  }
  return sound;
}

/* ---------------------------------------------------------------- tables */

static bool check_set(const struct courtesy_ruleset *ruleset,
                      struct text_word_set set) {
  uint32_t end = text_vocabulary_end(ruleset->vocabulary);
  bool sound = true;
  for (size_t i = 0; i < set.count; i++) {
    sound &= set.words[i] < end;
  }
  return sound;
}

static bool check_words(const struct courtesy_ruleset *ruleset) {
  const struct text_lexicon *lexicon = &ruleset->lexicon;
  const struct rules_code *code = &ruleset->code;
  struct text_word_set members = {code->words.items, code->words.count};
  bool sound = check_set(ruleset, members) &&
               follow_each_other(&code->word_sets, code->words.count) &&
               check_set(ruleset, lexicon->abbreviations) &&
               check_set(ruleset, lexicon->not_names) &&
               check_set(ruleset, lexicon->names) &&
               check_set(ruleset, lexicon->not_persons);
  uint32_t end = text_vocabulary_end(ruleset->vocabulary);
  for (size_t i = 0; i < ruleset->nickname_count; i++) {
    sound &= ruleset->nicknames[i].nickname < end;
    sound &= ruleset->nicknames[i].name < end;
  }
  return sound;
}

/* Only phrases are begun where a key says that they may begin. */
static bool check_keys(const struct courtesy_ruleset *ruleset) {
  struct text_prefilter_tables tables =
      text_prefilter_tables(ruleset->prefilter);
  bool sound = true;
  for (size_t i = 0; i < tables.key_count; i++) {
    sound &= tables.keys[i].most == TEXT_ANYWHERE ||
             !rules_is_regex(&ruleset->patterns[tables.keys[i].pattern]);
  }
  return sound;
}

static bool check_severities(const struct courtesy_ruleset *ruleset) {
  const uint32_t *severities = (const void *)ruleset->profile_severities;
  size_t count = ruleset->profile_count * ruleset->entry_count;
  bool sound = true;
  for (size_t i = 0; i < count; i++) {
    sound &= severities[i] <= COURTESY_ERROR;
  }
  return sound;
}

static bool is_entry_or_none(const struct courtesy_ruleset *ruleset,
                             uint32_t entry) {
  return entry == RULES_NO_ENTRY || is_entry(ruleset, entry);
}

static bool check_forms(const struct courtesy_ruleset *ruleset) {
  const struct rules_forms *forms = &ruleset->forms;
  bool sound = true;
  for (size_t i = 0; i < RULES_FORM_FAMILIES; i++) {
    const struct rules_form *form = &forms->families[i];
    for (size_t word = 0; word < forms->words; word++) {
      sound &= forms->role_of[i][word] < forms->role_count;
    }
    for (size_t bit = 1; bit < RULES_FORM_BITS; bit++) {
      sound &= form->ends[bit - 1] <= form->ends[bit];
    }
    for (size_t k = 0; k < rules_form_patterns(form); k++) {
      sound &= forms->patterns[i][k] < ruleset->pattern_count;
    }
  }
  return sound;
}

/* What is passed over is what the words tell. */
static bool check_sieve(const struct courtesy_ruleset *ruleset) {
  struct rules_sieve sieve = {0};
  rules_sieve_fill(ruleset, &sieve);
  return memcmp(&sieve, ruleset->sieve, sizeof sieve) == 0;
}

enum courtesy_status rules_image_check(const struct courtesy_ruleset *ruleset) {
  bool *reached = calloc(ruleset->code.instructions.count + 1, sizeof *reached);
  struct rules_aim *aims = calloc(ruleset->pattern_count + 1, sizeof *aims);
  struct reach *reach = calloc(ruleset->code.switches.count + 1, sizeof *reach);
  struct rules_scope *scopes = calloc(ruleset->entry_count + 1, sizeof *scopes);
  bool made =
      reached != NULL && aims != NULL && scopes != NULL && reach != NULL;
  bool sound = made && is_entry_or_none(ruleset, ruleset->greeting) &&
               is_entry_or_none(ruleset, ruleset->farewell) &&
               check_severities(ruleset) && check_words(ruleset) &&
               check_forms(ruleset) && check_keys(ruleset) &&
               check_sieve(ruleset) && check_entries(ruleset) &&
               check_examples(&ruleset->notes) && check_families(ruleset) &&
               check_patterns(ruleset, reach, reached) &&
               check_aims(ruleset, aims, scopes);
  free(reached);
  free(aims);
  free(scopes);
  free(reach);
  if (!made) {
    return COURTESY_NO_MEMORY;
  }
  return sound ? COURTESY_OK : COURTESY_BAD_IMAGE;
}
