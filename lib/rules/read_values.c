/* SPDX-License-Identifier: MIT */
#include "base/language_tag.h"
#include "base/names.h"
#include "rules/nearest.h"
#include "rules/read.h"

#include <stdarg.h>
#include <string.h>

struct rules_spot rules_spot_of(const struct rules_reading *reading,
                                struct data_place place) {
  return (struct rules_spot){reading->name, reading->file, place.line,
                             place.column};
}

struct rules_spot rules_line_place(const struct data_tree *tree,
                                   const struct rules_line *line,
                                   size_t offset) {
  struct rules_spot spot = line->place;
  if (line->node != NULL) {
    struct data_place place = data_text_place(tree, line->node, offset);
    spot.line = place.line;
    spot.column = place.column;
  } else {
    spot.column += data_code_points(line->text, offset);
  }
  return spot;
}

/* Whether the YAML of the line is at fault already: what else seems wrong
 * there would only repeat it. */
static bool is_reported(const struct rules_reading *reading, uint32_t line) {
  size_t low = 0;
  size_t high = reading->problems->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (reading->problems->items[middle].place.line < line) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < reading->problems->count &&
         reading->problems->items[low].place.line == line;
}

void rules_wrong(const struct rules_reading *reading, struct data_place place,
                 const char *format, ...) {
  if (!is_reported(reading, place.line)) {
    va_list arguments;
    va_start(arguments, format);
    rules_report_add(reading->report, COURTESY_ERROR,
                     rules_spot_of(reading, place), format, arguments);
    va_end(arguments);
  }
}

void rules_doubt(const struct rules_reading *reading, struct data_place place,
                 const char *format, ...) {
  if (!is_reported(reading, place.line)) {
    va_list arguments;
    va_start(arguments, format);
    rules_report_add(reading->report, COURTESY_WARNING,
                     rules_spot_of(reading, place), format, arguments);
    va_end(arguments);
  }
}

size_t rules_read_key(const struct rules_reading *reading,
                      const struct data_node *node, const char *const *names,
                      const char *claim, const char *otherwise) {
  struct rules_nearest nearest = rules_nearest_to(node->key);
  size_t number = 0;
  for (; names[number] != NULL; number++) {
    if (strcmp(names[number], node->key) == 0) {
      return number;
    }
    rules_nearest_offer(&nearest, names[number]);
  }
  if (nearest.best == NULL) {
    rules_wrong(reading, node->key_place, "%s `%s`: %s", claim, node->key,
                otherwise);
    return number;
  }
  rules_wrong(reading, node->key_place, "%s `%s`: did you mean `%s`?", claim,
              node->key, nearest.best);
  for (number = 0; names[number] != nearest.best;) {
    number++;
  }
  return number;
}

/* Shows how the text that was meant should be quoted. */
static void ask_for_quotes(const struct rules_reading *reading,
                           const struct data_node *node, const char *why) {
  struct base_slice typed = data_node_typed(reading->tree, node);
  rules_wrong(reading, node->place, "%s: put the text in quotes: %s", why,
              data_quoted(&reading->report->arena, typed));
}

bool rules_is_map(const struct rules_reading *reading,
                  const struct data_node *node) {
  if (node->kind == DATA_MAP) {
    return true;
  }
  if (node->kind == DATA_TEXT && node->text.size == 0) {
    return false;
  }
  const char *name = node->key == NULL ? "this" : node->key;
  if (node->kind == DATA_LIST &&
      reading->tree->source.bytes[node->place.offset] != '[') {
    rules_wrong(reading, node->place,
                "`%s` holds lines of the form `name: …`, not items: take each "
                "`- ` away",
                name);
  } else {
    rules_wrong(reading, node->place,
                "`%s` must be followed by lines of the form `name: …`, "
                "indented",
                name);
  }
  return false;
}

bool rules_is_whole_text(const struct rules_reading *reading,
                         const struct data_node *node) {
  if (node->damaged) {
    return false;
  }
  if (node->kind == DATA_MAP) {
    ask_for_quotes(reading, node,
                   "a text is expected here, but a colon and a space, or `{`, "
                   "make it a map");
    return false;
  }
  if (node->kind == DATA_LIST) {
    ask_for_quotes(reading, node,
                   "a text is expected here, but `[` or `-` makes it a list");
    return false;
  }
  if (node->cut) {
    ask_for_quotes(reading, node, "all from ` #` on is lost as a comment");
    return false;
  }
  return true;
}

bool rules_read_text(const struct rules_reading *reading,
                     const struct data_node *node, struct rules_text *text) {
  if (!rules_is_whole_text(reading, node)) {
    return false;
  }
  if (node->text.size == 0) {
    rules_wrong(reading, node->place, "`%s` says nothing: write a text here",
                node->key == NULL ? "this item" : node->key);
    return false;
  }
  *text = (struct rules_text){
      base_arena_copy(reading->arena, node->text.bytes, node->text.size),
      rules_spot_of(reading, node->place)};
  return text->text != NULL;
}

/* A word that is not prose: a comment may follow it. */
static bool is_word(const struct rules_reading *reading,
                    const struct data_node *node, const char *expected) {
  if (node->damaged) {
    return false;
  }
  bool word = node->kind == DATA_TEXT && node->text.size > 0;
  if (!word) {
    rules_wrong(reading, node->place, "%s is expected here", expected);
  }
  return word;
}

bool rules_is_id(const char *name) {
  bool hyphen = true; /* none at the start, no two, none at the end */
  for (; *name != '\0'; name++) {
    bool letter =
        (*name >= 'a' && *name <= 'z') || (*name >= '0' && *name <= '9');
    if (!letter && (*name != '-' || hyphen)) {
      return false;
    }
    hyphen = !letter;
  }
  return !hyphen;
}

bool rules_read_id(const struct rules_reading *reading,
                   const struct data_node *node, const char **id) {
  if (!is_word(reading, node, "a name")) {
    return false;
  }
  if (!rules_is_id(node->text.bytes)) {
    rules_wrong(reading, node->place,
                "`%s` is no name here: write lower-case letters, digits and "
                "single hyphens",
                node->text.bytes);
    return false;
  }
  *id = base_arena_string(reading->arena, node->text.bytes);
  return *id != NULL;
}

/* Messages have tags that were folded, and files are read by people: one
 * spelling is enough. */
bool rules_read_language(const struct rules_reading *reading,
                         const struct data_node *node, const char **tag) {
  if (!is_word(reading, node, "a language, such as en,")) {
    return false;
  }
  const char *written = node->text.bytes;
  char *folded = base_arena_string(reading->arena, written);
  if (folded == NULL) {
    return false;
  }
  if (!base_language_is_tag(written)) {
    const char *code = base_language_code(written);
    rules_wrong(reading, node->place,
                code != NULL
                    ? "`%s` is no language tag: write `%s`"
                    : "`%s` is no language tag: write two or three letters, "
                      "such as `%s`",
                written, code != NULL ? code : "en");
    return false;
  }
  base_language_fold(folded);
  if (strcmp(written, folded) != 0) {
    rules_wrong(reading, node->place, "`%s`: write `%s`", written, folded);
    return false;
  }
  *tag = folded;
  return true;
}

/* “a, b or c”; "" when memory ran out, which the arena remembers. */
static const char *join(struct base_arena *arena, const char *const *names) {
  const char *all = names[0];
  for (size_t i = 1; names[i] != NULL && all != NULL; i++) {
    const char *between = names[i + 1] == NULL ? " or " : ", ";
    all = base_arena_format(arena, "%s%s%s", all, between, names[i]);
  }
  return all == NULL ? "" : all;
}

bool rules_read_choice(const struct rules_reading *reading,
                       const struct data_node *node, const char *const *names,
                       size_t *value) {
  if (!is_word(reading, node, "a word")) {
    return false;
  }
  struct rules_nearest nearest = rules_nearest_to(node->text.bytes);
  size_t count = 0;
  for (; names[count] != NULL; count++) {
    if (base_slice_equals(node->text, names[count])) {
      *value = count;
      return true;
    }
    rules_nearest_offer(&nearest, names[count]);
  }
  if (nearest.best != NULL) {
    rules_wrong(reading, node->place, "`%s` is not known: did you mean `%s`?",
                node->text.bytes, nearest.best);
  } else {
    rules_wrong(reading, node->place, "`%s` is not known: write %s",
                node->text.bytes, join(&reading->report->arena, names));
  }
  return false;
}

bool rules_read_yes_no(const struct rules_reading *reading,
                       const struct data_node *node, bool *value) {
  static const char *const answers[] = {"yes", "no", "true", "false", NULL};
  size_t answer;
  bool known = rules_read_choice(reading, node, answers, &answer);
  if (known) {
    *value = answer % 2 == 0;
  }
  return known;
}

bool rules_read_severity(const struct rules_reading *reading,
                         const struct data_node *node,
                         enum courtesy_severity *value) {
  size_t number;
  bool known = rules_read_choice(reading, node, base_severity_names, &number);
  if (known) {
    *value = (enum courtesy_severity)number;
  }
  return known;
}

/* Digits with a sign and a decimal point. Not strtod, which asks the locale
 * what a decimal point is. */
static bool parse_number(const char *text, double *value) {
  double sign = *text == '-' ? -1 : 1;
  text += *text == '-' || *text == '+' ? 1 : 0;
  double number = 0;
  double unit = 1;
  bool fraction = false;
  size_t digits = 0;
  for (; *text != '\0'; text++) {
    if (*text == '.' && !fraction) {
      fraction = true;
    } else if (*text >= '0' && *text <= '9' && digits < 15) {
      number = number * 10 + (*text - '0');
      unit *= fraction ? 10 : 1;
      digits++;
    } else {
      return false;
    }
  }
  *value = sign * number / unit;
  return digits > 0;
}

bool rules_read_number(const struct rules_reading *reading,
                       const struct data_node *node, const char *cure,
                       double *value) {
  if (!is_word(reading, node, "a number")) {
    return false;
  }
  bool known = parse_number(node->text.bytes, value);
  if (!known) {
    rules_wrong(reading, node->place, "`%s` is not a number: %s",
                node->text.bytes, cure);
  }
  return known;
}

static bool read_word(const struct rules_reading *reading,
                      const struct data_node *node, struct rules_words *words) {
  if (!is_word(reading, node, "a name")) {
    return false;
  }
  struct rules_text *item = &words->items[words->count++];
  *item = (struct rules_text){
      base_arena_copy(reading->arena, node->text.bytes, node->text.size),
      rules_spot_of(reading, node->place)};
  return item->text != NULL;
}

bool rules_read_words(const struct rules_reading *reading,
                      const struct data_node *node, struct rules_words *words) {
  if (node->kind == DATA_MAP) {
    rules_wrong(reading, node->place, "write a name, or a list: [one, two]");
    return false;
  }
  size_t most = node->kind == DATA_LIST ? node->count : 1;
  *words = (struct rules_words){
      base_arena_alloc(reading->arena, most * sizeof *words->items), 0};
  if (words->items == NULL) {
    return false;
  }
  if (node->kind == DATA_TEXT) {
    return read_word(reading, node, words);
  }
  bool read = true;
  for (const struct data_node *item = node->first; item != NULL;
       item = item->next) {
    read = read_word(reading, item, words) && read;
  }
  return read;
}

const char *const *rules_read_names(const struct rules_reading *reading,
                                    const struct data_node *node,
                                    size_t *count) {
  struct rules_words words = {0};
  bool read = rules_read_words(reading, node, &words);
  const char **names =
      read ? base_arena_alloc(reading->arena, words.count * sizeof *names)
           : NULL;
  for (size_t i = 0; names != NULL && i < words.count; i++) {
    names[i] = words.items[i].text;
  }
  *count = names == NULL ? 0 : words.count;
  return names;
}
