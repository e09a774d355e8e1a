/* SPDX-License-Identifier: MIT */
/* What an entry says beside its phrases: facts, defaults, references. */
#include "rules/compile.h"
#include "rules/word_ids.h"

#include <string.h>

static const char *or_empty(const char *text) {
  return text == NULL ? "" : text;
}

/* An entry's part in the score, if its file names none. */
static double default_weight(const struct rules_description *entry,
                             enum courtesy_severity severity) {
  if (entry->rule_class != COURTESY_RULE) {
    return entry->rule_class == COURTESY_MARKER && entry->shown ? 0.3 : 0;
  }
  switch (severity) {
  case COURTESY_ERROR:
    return -1.5;
  case COURTESY_WARNING:
    return -0.8;
  case COURTESY_SUGGESTION:
    return -0.3;
  case COURTESY_OFF:
    break;
  }
  return 0;
}

/* Linting reads these, too. */
static void note_regexes(struct rules_notes *notes,
                         const struct rules_description *entry) {
  const struct rules_lines *lines =
      &entry->lines[COURTESY_PHRASE_REGEX][RULES_SET];
  for (const struct rules_line *line = lines->first; line != NULL;
       line = line->next) {
    rules_notes_add_text(notes, line->text);
  }
}

void rules_compile_facts(struct rules_compiler *compiler, uint32_t number,
                         enum courtesy_severity severity) {
  const struct rules_description *entry =
      compiler->model->entries.items[number];
  struct courtesy_rule *rule = &compiler->ruleset->entries[number];
  struct rules_notes *notes = &compiler->ruleset->notes;
  bool is_rule = entry->rule_class == COURTESY_RULE;
  rule->facts = (struct rules_noted_facts){
      .rule_class = entry->rule_class,
      .id = rules_notes_add_text(notes, entry->id),
      .group = rules_notes_add_text(notes, is_rule ? entry->group : ""),
      .language = rules_notes_add_text(notes, entry->language),
      .severity = severity,
      .message = rules_notes_add_text(notes, or_empty(entry->message.text)),
      .instead = rules_notes_add_text(notes, or_empty(entry->instead.text)),
      .weight = rules_says(entry, RULES_KEY_WEIGHT)
                    ? entry->weight
                    : default_weight(entry, severity),
      .shown = entry->rule_class == COURTESY_MARKER && entry->shown,
      .suppressible = entry->suppressible,
      .built_in = entry->from_pack,
      .line = entry->place.line,
  };
  rule->replace = rules_notes_add_text(notes, entry->replace.text);
  note_regexes(notes, entry);
}

/* What only listings read stands behind all that linting does. */
static void fill_listed(struct rules_notes *notes, struct courtesy_rule *rule,
                        const struct rules_description *entry) {
  rule->facts.why = rules_notes_add_text(notes, or_empty(entry->why.text));
  rule->facts.file = rules_notes_add_text(notes, entry->place.name);
}

static struct rules_range add_conditions(struct courtesy_ruleset *ruleset,
                                         const struct rules_conditions *added) {
  struct rules_range range = {(uint32_t)ruleset->condition_count,
                              (uint32_t)added->count};
  for (size_t i = 0; i < added->count; i++) {
    ruleset->conditions[ruleset->condition_count++] = added->items[i];
  }
  return range;
}

static bool asks_for_message(const struct rules_conditions *conditions) {
  for (size_t i = 0; i < conditions->count; i++) {
    if (conditions->items[i].fact != COURTESY_FACT_LANGUAGE) {
      return true;
    }
  }
  return false;
}

/* Whether the rule is about a whole message, so that loose text is none of
 * its business. */
static bool is_message_level(const struct rules_description *entry) {
  return entry->missing.text != NULL ||
         entry->within != COURTESY_WITHIN_SENTENCE || entry->at_least > 0 ||
         entry->share > 0 || asks_for_message(&entry->when) ||
         asks_for_message(&entry->unless);
}

/* ------------------------------------------------------------ references */

static uint32_t find_marker(struct rules_compiler *compiler,
                            const struct rules_description *entry,
                            const char *id) {
  return rules_model_find_marker(compiler->model, compiler->arena,
                                 entry->language, id);
}

static uint32_t resolve_marker(struct rules_compiler *compiler,
                               const struct rules_description *entry,
                               const struct rules_text *name) {
  uint32_t number = find_marker(compiler, entry, name->text);
  if (number == RULES_NOT_FOUND) {
    rules_unknown_name(compiler->report, name->place, compiler->model,
                       1U << COURTESY_MARKER, name->text);
  }
  return number;
}

/* A marker or a rule that has matches of its own. */
static uint32_t resolve_subject(struct rules_compiler *compiler,
                                const struct rules_description *entry,
                                const struct rules_text *name) {
  const struct rules_model *model = compiler->model;
  uint32_t number = find_marker(compiler, entry, name->text);
  if (number == RULES_NOT_FOUND) {
    number = rules_model_find(model, name->text);
  }
  if (number == RULES_NOT_FOUND) {
    rules_unknown_name(compiler->report, name->place, model,
                       1U << COURTESY_MARKER | 1U << COURTESY_RULE, name->text);
    return number;
  }
  const struct rules_description *subject = model->entries.items[number];
  if (subject->rule_class == COURTESY_SIGNAL || subject->each.text != NULL ||
      subject->missing.text != NULL) {
    rules_error(compiler->report, name->place,
                "`%s` finds no places of its own: name a marker, or a rule "
                "with `find`",
                name->text);
  }
  return number;
}

static void resolve_references(struct rules_compiler *compiler,
                               const struct rules_description *entry,
                               struct courtesy_rule *rule) {
  struct courtesy_ruleset *ruleset = compiler->ruleset;
  rule->form = rules_form_of(entry);
  rule->subject = RULES_NO_ENTRY;
  if (rule->form == COURTESY_FORM_MISSING) {
    rule->subject = resolve_marker(compiler, entry, &entry->missing);
  } else if (rule->form == COURTESY_FORM_EACH) {
    rule->subject = resolve_subject(compiler, entry, &entry->each);
  }
  rule->without = (struct rules_range){(uint32_t)ruleset->without_count,
                                       (uint32_t)entry->without.count};
  for (size_t i = 0; i < entry->without.count; i++) {
    ruleset->without[ruleset->without_count++] =
        resolve_subject(compiler, entry, &entry->without.items[i]);
  }
}

/* The entries of a list that are one word. */
static void add_edited_words(struct rules_compiler *compiler,
                             const struct rules_definitions *definitions,
                             const struct rules_text *name,
                             struct rules_word_ids *ids) {
  const struct rules_word_list *list =
      rules_word_lists_find(definitions->lists, base_slice_of(name->text));
  size_t before = ids->count;
  if (list == NULL) {
    rules_error(compiler->report, name->place, "there is no list `%s`",
                name->text);
    return;
  }
  for (size_t i = 0; i < list->count; i++) {
    rules_word_ids_add_entry(ids, list->entries[i],
                             compiler->ruleset->vocabulary);
  }
  if (ids->count == before && !ids->failed) {
    rules_error(compiler->report, name->place,
                "no entry of the list `%s` is a single word", name->text);
  }
}

/* The words that an edit begins at, in lists. Without any it would be made
 * everywhere. */
static bool resolve_replace_at(struct rules_compiler *compiler,
                               const struct rules_description *entry,
                               struct courtesy_rule *rule) {
  const struct rules_definitions *definitions =
      rules_languages_find(&compiler->languages, entry->language);
  struct rules_word_ids ids = {0};
  rule->replace_at = RULES_NO_SET;
  for (size_t i = 0; i < entry->replace_at.count; i++) {
    add_edited_words(compiler, definitions, &entry->replace_at.items[i], &ids);
  }
  bool added =
      !ids.failed &&
      (ids.count == 0 || rules_code_add_set(&compiler->ruleset->code, ids.items,
                                            ids.count, &rule->replace_at));
  rules_word_ids_destroy(&ids);
  return added;
}

/* -------------------------------------------------------------- examples */

static void check_fires(struct rules_compiler *compiler,
                        const struct rules_line *line) {
  const struct courtesy_example *example = line->example;
  for (size_t i = 0; i < example->fires_count; i++) {
    if (rules_model_find(compiler->model, example->fires[i]) ==
        RULES_NOT_FOUND) {
      rules_unknown_name(compiler->report, line->place, compiler->model,
                         1U << COURTESY_RULE, example->fires[i]);
    }
  }
}

static bool fill_examples(struct rules_compiler *compiler,
                          const struct rules_description *entry,
                          struct courtesy_rule *rule) {
  struct rules_notes *notes = &compiler->ruleset->notes;
  rule->examples.first = (uint32_t)notes->examples.count;
  bool made = true;
  for (int side = RULES_BAD; side >= RULES_GOOD; side--) {
    for (const struct rules_line *line = entry->samples[side][RULES_SET].first;
         line != NULL; line = line->next) {
      check_fires(compiler, line);
      made = made && rules_notes_add_example(notes, line->example);
    }
  }
  rule->examples.count = (uint32_t)notes->examples.count - rule->examples.first;
  return made;
}

/* Nothing was found where something is missing. A house file may have given
 * the message. */
static void check_message(struct rules_compiler *compiler,
                          const struct rules_description *entry) {
  if (rules_form_of(entry) == COURTESY_FORM_MISSING &&
      entry->message.text != NULL &&
      strstr(entry->message.text, "{text}") != NULL) {
    rules_error(compiler->report, entry->message.place,
                "{text} has nothing to stand for in the message of a "
                "`missing:` rule");
  }
}

bool rules_compile_entry(struct rules_compiler *compiler, uint32_t number) {
  const struct rules_description *entry =
      compiler->model->entries.items[number];
  struct courtesy_ruleset *ruleset = compiler->ruleset;
  struct courtesy_rule *rule = &ruleset->entries[number];
  check_message(compiler, entry);
  fill_listed(&ruleset->notes, rule, entry);
  rule->index = number;
  rule->family = number;
  rule->sibling = RULES_NO_ENTRY;
  rule->zones =
      rules_says(entry, RULES_KEY_IN) ? entry->zones : RULES_OWN_ZONES;
  rule->quoted = entry->quoted;
  rule->safe = entry->safe;
  rule->at = entry->at;
  rule->within = entry->within;
  rule->at_least = entry->at_least;
  rule->share = entry->share;
  rule->when = add_conditions(ruleset, &entry->when);
  rule->unless = add_conditions(ruleset, &entry->unless);
  rule->message_level = is_message_level(entry);
  resolve_references(compiler, entry, rule);
  return resolve_replace_at(compiler, entry, rule) &&
         fill_examples(compiler, entry, rule);
}
