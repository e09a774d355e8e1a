/* SPDX-License-Identifier: MIT */
/* One rule, marker or signal: its keys, and what a definition must have. */
#include "rules/keys.h"
#include "rules/nearest.h"

#include <string.h>

enum rules_how rules_split_sign(const char *name, size_t *size) {
  *size = strlen(name);
  char last = *size > 1 ? name[*size - 1] : '\0';
  if (last != '+' && last != '-') {
    return RULES_SET;
  }
  --*size;
  return last == '+' ? RULES_PLUS : RULES_MINUS;
}

static enum rules_key find_key(struct base_slice name) {
  size_t key = 0;
  while (key < RULES_KEYS && !base_slice_equals(name, rules_keys[key].name)) {
    key++;
  }
  return (enum rules_key)key;
}

bool rules_names_key(const char *name) {
  size_t size;
  rules_split_sign(name, &size);
  return find_key((struct base_slice){name, size}) < RULES_KEYS;
}

static const char *class_name(unsigned classes) {
  return classes == RULES_CLASS_RULE     ? "a rule"
         : classes == RULES_CLASS_MARKER ? "a marker"
         : classes == RULES_CLASS_SIGNAL ? "a signal"
                                         : "a change";
}

/* The sign is no part of the name, and told again where the key takes one. */
static void unknown_key(const struct rules_reading *reading,
                        const struct data_node *node, struct base_slice name,
                        unsigned classes, struct rules_description *entry) {
  const char *wrong = base_arena_copy(reading->arena, name.bytes, name.size);
  struct rules_nearest nearest = rules_nearest_to(wrong == NULL ? "" : wrong);
  for (size_t i = 0; i < RULES_KEYS; i++) {
    if ((rules_keys[i].classes & classes) != 0) {
      rules_nearest_offer(&nearest, rules_keys[i].name);
    }
  }
  if (nearest.best == NULL) {
    bool is_name = node->kind == DATA_MAP ||
                   (node->kind == DATA_TEXT && node->text.size == 0);
    rules_wrong(reading, node->key_place, "%s has no key `%s`: %s",
                class_name(classes), node->key,
                is_name ? "if it is a name, indent it like the others"
                        : "the keys are listed in rules/README.md");
    return;
  }
  enum rules_key meant = find_key(base_slice_of(nearest.best));
  bool signs = rules_keys[meant].changeable == RULES_ADJUSTED;
  rules_wrong(reading, node->key_place,
              "%s has no key `%s`: did you mean `%s%s`?", class_name(classes),
              node->key, nearest.best, signs ? node->key + name.size : "");
  entry->meant |= 1U << meant;
}

/* The sentences of rules and those of markers have other names. */
static void tell_of_class(const struct rules_reading *reading,
                          const struct data_node *node, unsigned classes,
                          const char *name) {
  static const struct {
    const char *name;
    const char *meant;
  } sentences[] = {{"bad", "found"},
                   {"good", "not-found"},
                   {"found", "bad"},
                   {"not-found", "good"}};
  for (size_t i = 0; i < sizeof sentences / sizeof sentences[0]; i++) {
    if (strcmp(name, sentences[i].name) == 0) {
      rules_wrong(reading, node->key_place, "%s cannot have `%s`: write `%s`",
                  class_name(classes), name, sentences[i].meant);
      return;
    }
  }
  rules_wrong(reading, node->key_place, "%s cannot have `%s`%s",
              class_name(classes), name,
              strcmp(name, "severity") == 0 && classes != RULES_CLASS_RULE
                  ? ": rules stand below `rules:`"
                  : "");
}

static void read_one_key(const struct rules_reading *reading,
                         const struct data_node *node, unsigned classes,
                         struct rules_description *entry) {
  size_t size;
  enum rules_how how = rules_split_sign(node->key, &size);
  struct base_slice name = {node->key, size};
  enum rules_key number = find_key(name);
  if (number == RULES_KEYS) {
    unknown_key(reading, node, name, classes, entry);
    return;
  }
  const struct rules_key_facts *key = &rules_keys[number];
  if ((key->classes & classes) == 0) {
    if (!entry->damaged) {
      tell_of_class(reading, node, classes, key->name);
    }
    entry->damaged = true;
    return;
  }
  if (how != RULES_SET && key->changeable != RULES_ADJUSTED) {
    rules_wrong(reading, node->key_place,
                "`%s` has one value: write `%s` without the sign", key->name,
                key->name);
    return;
  }
  entry->given |= 1U << number;
  entry->signs[how] |= 1U << number;
  if (!node->damaged) {
    size_t of_sign = (size_t)how * sizeof(struct rules_lines);
    key->read(reading, node, (char *)entry + key->offset + of_sign);
  }
}

struct rules_description *rules_read_entry(const struct rules_reading *reading,
                                           const struct data_node *node,
                                           unsigned classes) {
  struct rules_description *entry =
      base_arena_alloc(reading->arena, sizeof *entry);
  if (entry == NULL) {
    return NULL;
  }
  *entry = (struct rules_description){
      .id = base_arena_string(reading->arena, node->key),
      .group = reading->group,
      .language = reading->language,
      .place = rules_spot_of(reading, node->key_place),
      .from_pack = reading->from_pack,
      .damaged = node->damaged,
      .severity = COURTESY_SUGGESTION,
      .suppressible = true,
      .shown = true,
  };
  if (!rules_is_map(reading, node)) {
    entry->damaged = true;
    return entry;
  }
  for (const struct data_node *child = node->first; child != NULL;
       child = child->next) {
    read_one_key(reading, child, classes, entry);
  }
  return entry;
}

bool rules_is_change(const struct rules_description *description) {
  uint32_t fixed = 0;
  for (size_t i = 0; i < RULES_KEYS; i++) {
    fixed |= rules_keys[i].changeable == RULES_REPLACED ? 0 : 1U << i;
  }
  return (description->signs[RULES_SET] & fixed) == 0;
}

/* ------------------------------------------- what a definition must have */

static struct data_place place_of(const struct rules_description *entry) {
  return (struct data_place){0, entry->place.line, entry->place.column};
}

static void require(const struct rules_reading *reading,
                    const struct rules_description *entry, enum rules_key key,
                    const char *purpose) {
  if (((entry->given | entry->meant) >> key & 1U) == 0) {
    rules_wrong(reading, place_of(entry), "`%s` lacks `%s:`, %s", entry->id,
                rules_keys[key].name, purpose);
  }
}

enum {
  FIND_KEYS = 1 << RULES_KEY_FIND | 1 << RULES_KEY_REGEX,
  FORM_KEYS = FIND_KEYS | 1 << RULES_KEY_MISSING | 1 << RULES_KEY_EACH
};

/* The keys that make a rule what it is; those that were only meant, when it
 * has no other. */
static uint32_t form_keys(const struct rules_description *entry) {
  uint32_t given = entry->given & FORM_KEYS;
  return given != 0 ? given : entry->meant & FORM_KEYS;
}

/* The form of a rule, from the key that makes it one; reports two. */
static enum courtesy_form form_of(const struct rules_reading *reading,
                                  const struct rules_description *entry) {
  uint32_t keys = form_keys(entry);
  bool find = (keys & FIND_KEYS) != 0;
  bool missing = (keys >> RULES_KEY_MISSING & 1U) != 0;
  bool each = (keys >> RULES_KEY_EACH & 1U) != 0;
  int forms = (find ? 1 : 0) + (missing ? 1 : 0) + (each ? 1 : 0);
  if (forms == 0) {
    rules_wrong(reading, place_of(entry),
                entry->rule_class == COURTESY_RULE
                    ? "`%s` looks for nothing: give it `find:`, `missing:` or "
                      "`each:`"
                    : "`%s` looks for nothing: give it `find:`",
                entry->id);
  } else if (forms > 1) {
    rules_wrong(reading, place_of(entry),
                "`%s` has more than one of `find:`, `missing:` and `each:`: "
                "make a rule of each",
                entry->id);
  }
  return each ? COURTESY_FORM_EACH
              : (missing ? COURTESY_FORM_MISSING : COURTESY_FORM_FIND);
}

static void check_form(const struct rules_reading *reading,
                       const struct rules_description *entry) {
  enum courtesy_form form = form_of(reading, entry);
  for (size_t i = 0; i < RULES_KEYS; i++) {
    bool makes_form = (FORM_KEYS >> i & 1) != 0;
    if (!makes_form && rules_says(entry, (enum rules_key)i) &&
        (rules_keys[i].forms >> form & 1U) == 0) {
      rules_wrong(reading, place_of(entry), "`%s`: `%s` does not go with `%s`",
                  entry->id, rules_keys[i].name, rules_form_name(form));
    }
  }
  if (form == COURTESY_FORM_MISSING) {
    require(reading, entry, RULES_KEY_AT,
            "opening, closing, message or subject");
  }
}

/* Keys that say something about another one. */
static void check_companions(const struct rules_reading *reading,
                             const struct rules_description *entry) {
  if (rules_says(entry, RULES_KEY_WORDS) &&
      !rules_says(entry, RULES_KEY_REGEX)) {
    rules_wrong(reading, place_of(entry),
                "`%s`: `words` goes with `regex`, phrases need none",
                entry->id);
  }
  static const enum rules_key of_edits[] = {RULES_KEY_SAFE,
                                            RULES_KEY_REPLACE_AT};
  for (size_t i = 0; i < sizeof of_edits / sizeof of_edits[0]; i++) {
    if (rules_says(entry, of_edits[i]) &&
        !rules_says(entry, RULES_KEY_REPLACE)) {
      rules_wrong(reading, place_of(entry), "`%s`: `%s` goes with `replace`",
                  entry->id, rules_keys[of_edits[i]].name);
    }
  }
}

/* The pack must show what it means; a house file had better. */
static void check_samples(const struct rules_reading *reading,
                          const struct rules_description *entry) {
  enum { BAD_NEEDED = 2, GOOD_NEEDED = 3 };
  const struct rules_lines *of_bad = &entry->samples[RULES_BAD][RULES_SET];
  const struct rules_lines *of_good = &entry->samples[RULES_GOOD][RULES_SET];
  size_t bad = of_bad->count;
  size_t good = of_good->count;
  if ((bad >= BAD_NEEDED && good >= GOOD_NEEDED) || of_bad->lacks ||
      of_good->lacks) {
    return;
  }
  static const char format[] =
      "`%s` has %zu `bad` and %zu `good` sentences: write at least %d and %d";
  if (entry->from_pack) {
    rules_wrong(reading, place_of(entry), format, entry->id, bad, good,
                (int)BAD_NEEDED, (int)GOOD_NEEDED);
  } else {
    rules_doubt(reading, place_of(entry), format, entry->id, bad, good,
                (int)BAD_NEEDED, (int)GOOD_NEEDED);
  }
}

void rules_check_definition(const struct rules_reading *reading,
                            const struct rules_description *entry) {
  if (entry->damaged) {
    return;
  }
  check_form(reading, entry);
  check_companions(reading, entry);
  if (entry->rule_class == COURTESY_SIGNAL) {
    require(reading, entry, RULES_KEY_WEIGHT, "its part in the score");
  }
  if (entry->rule_class != COURTESY_RULE) {
    return;
  }
  require(reading, entry, RULES_KEY_SEVERITY,
          "one of error, warning, suggestion and off");
  require(reading, entry, RULES_KEY_MESSAGE, "what the reader could hear");
  require(reading, entry, RULES_KEY_WHY, "the reason and its source");
  require(reading, entry, RULES_KEY_INSTEAD, "what to write instead");
  check_samples(reading, entry);
}
