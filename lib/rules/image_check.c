/* SPDX-License-Identifier: MIT */
/* What the matcher and the session take for granted of a ruleset, asked of
 * one that came as bytes. The passes are linear, whatever the bytes say:
 * patterns of entries stand one behind the other. */
#include "rules/image.h"

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

/* An edit can begin at a word only where there is a match. */
static bool check_edit(const struct courtesy_ruleset *ruleset,
                       const struct courtesy_rule *entry) {
  return entry->replace_at == RULES_NO_SET ||
         (entry->form != COURTESY_FORM_MISSING &&
          entry->replace_at < ruleset->code.word_sets.count);
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
         check_references(ruleset, entry) && check_edit(ruleset, entry) &&
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

static bool are_aims(const struct courtesy_ruleset *ruleset,
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
               follow_each_other(&code->switches, code->cases.count) &&
               check_set(ruleset, lexicon->not_names) &&
               check_set(ruleset, lexicon->names) &&
               check_set(ruleset, lexicon->capitals) &&
               check_set(ruleset, lexicon->not_persons);
  uint32_t end = text_vocabulary_end(ruleset->vocabulary);
  for (size_t i = 0; i < ruleset->nickname_count; i++) {
    sound &= ruleset->nicknames[i].word < end;
    sound &= ruleset->nicknames[i].other < end;
  }
  return sound;
}

/* Only phrases are begun where a key says that they may begin. */
static bool check_keys(const struct courtesy_ruleset *ruleset) {
  bool sound = true;
  for (size_t w = 0; w < TEXT_WINGS; w++) {
    const struct text_wing *wing = &ruleset->prefilter.wings[w];
    for (size_t i = 0; i < wing->key_count; i++) {
      sound &= wing->keys[i].from == TEXT_FROM_ANYWHERE ||
               !rules_is_regex(&ruleset->patterns[wing->keys[i].pattern]);
    }
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

/* Guards name the texts that the phrases of their regexes name. */
static bool check_guards(const struct courtesy_ruleset *ruleset) {
  const struct rules_noted_phrase *phrases = ruleset->notes.phrases.items;
  bool sound = true;
  for (size_t i = 0; i < ruleset->pattern_count; i++) {
    if (rules_is_regex(&ruleset->patterns[i])) {
      uint32_t number = ruleset->aims[i].regex;
      sound &= ruleset->code.guards.items[number].regex == phrases[i].text;
    }
  }
  return sound;
}

/* Aims and scopes are what entries and patterns make them. */
static enum courtesy_status check_aims(const struct courtesy_ruleset *ruleset) {
  struct rules_aim *aims = calloc(ruleset->pattern_count + 1, sizeof *aims);
  struct rules_scope *scopes = calloc(ruleset->entry_count + 1, sizeof *scopes);
  enum courtesy_status status = COURTESY_NO_MEMORY;
  if (aims != NULL && scopes != NULL) {
    bool sound = are_aims(ruleset, aims, scopes) && check_guards(ruleset);
    status = sound ? COURTESY_OK : COURTESY_BAD_IMAGE;
  }
  free(aims);
  free(scopes);
  return status;
}

/* Rows of vetoes are what their programs make them. */
static enum courtesy_status check_vetoes(
    const struct courtesy_ruleset *ruleset) {
  size_t count = rules_veto_row_count(ruleset);
  if (count != ruleset->veto_row_count) {
    return COURTESY_BAD_IMAGE;
  }
  struct rules_veto_row *rows = calloc(count + 1, sizeof *rows);
  enum courtesy_status status = COURTESY_NO_MEMORY;
  if (rows != NULL) {
    rules_veto_rows_fill(ruleset, rows);
    bool same = memcmp(rows, ruleset->vetoes, count * sizeof *rows) == 0;
    status = same ? COURTESY_OK : COURTESY_BAD_IMAGE;
  }
  free(rows);
  return status;
}

static bool check_tables(const struct courtesy_ruleset *ruleset) {
  return is_entry_or_none(ruleset, ruleset->greeting) &&
         is_entry_or_none(ruleset, ruleset->farewell) &&
         check_severities(ruleset) && check_words(ruleset) &&
         check_forms(ruleset) && check_keys(ruleset) && check_sieve(ruleset) &&
         check_entries(ruleset) && check_examples(&ruleset->notes) &&
         check_families(ruleset);
}

enum courtesy_status rules_image_check(const struct courtesy_ruleset *ruleset) {
  enum courtesy_status status =
      check_tables(ruleset) ? COURTESY_OK : COURTESY_BAD_IMAGE;
  if (status == COURTESY_OK) {
    status = rules_image_check_programs(ruleset);
  }
  if (status == COURTESY_OK) {
    status = check_vetoes(ruleset);
  }
  return status == COURTESY_OK ? check_aims(ruleset) : status;
}
