/* SPDX-License-Identifier: MIT */
/*
 * Example sentences: a text, or a map with the facts of the message. What
 * stands between [[ and ]] is what must be found.
 */
#include "rules/nearest.h"
#include "rules/read.h"

#include <string.h>

/* Takes the marks out of a text and notes their spans. Returns the offset of
 * a mark without its partner, or SIZE_MAX. */
static size_t take_marks(const char *marked, char *plain, size_t *plain_size,
                         size_t *spans, size_t *span_count) {
  size_t size = 0;
  size_t opened = SIZE_MAX;
  size_t count = 0;
  const char *at = marked;
  while (*at != '\0') {
    bool opens = at[0] == '[' && at[1] == '[';
    bool closes = at[0] == ']' && at[1] == ']' && opened != SIZE_MAX;
    if (opens && opened != SIZE_MAX) {
      return (size_t)(at - marked);
    }
    if (opens) {
      opened = (size_t)(at - marked);
      spans[count] = size;
      at += 2;
    } else if (closes) {
      spans[count + 1] = size - spans[count];
      count += 2;
      opened = SIZE_MAX;
      at += 2;
    } else {
      plain[size++] = *at++;
    }
  }
  *plain_size = size;
  *span_count = count / 2;
  return opened;
}

static size_t count_marks(const char *text) {
  size_t count = 0;
  for (; (text = strstr(text, "[[")) != NULL; text += 2) {
    count++;
  }
  return count;
}

/* Turns a line into a sentence; false when it is none. */
static bool make_sample(const struct rules_reading *reading,
                        struct rules_line *line, bool bad) {
  if (line->text == NULL) { /* for want of memory */
    return false;
  }
  size_t most = count_marks(line->text);
  struct courtesy_example *example =
      base_arena_alloc(reading->arena, sizeof *example);
  char *plain = base_arena_alloc(reading->arena, strlen(line->text) + 1);
  size_t *spans =
      base_arena_alloc(reading->arena, 2 * (most + 1) * sizeof *spans);
  if (example == NULL || plain == NULL || spans == NULL) {
    return false;
  }
  size_t size = 0;
  size_t count = 0;
  if (take_marks(line->text, plain, &size, spans, &count) != SIZE_MAX) {
    rules_error(reading->report, line->place,
                "a `[[` lacks its `]]`: write them around what must be found");
    return false;
  }
  *example = (struct courtesy_example){
      .bad = bad,
      .text = plain,
      .size = size,
      .spans_given = most > 0,
      .spans = spans,
      .span_count = count,
      .file = reading->name,
      .line = line->place.line,
      .column = line->place.column,
      .layer = reading->file,
      .kind = COURTESY_TEXT,
  };
  line->example = example;
  return true;
}

/* ----------------------------------------------- facts of an example map */

static const char *text_of(const struct rules_reading *reading,
                           const struct data_node *node) {
  struct rules_text text = {0};
  rules_read_text(reading, node, &text);
  return text.text;
}

static void read_kind(const struct rules_reading *reading,
                      const struct data_node *node,
                      struct courtesy_example *example) {
  static const char *const kinds[] = {"draft", "text", "mail", "template",
                                      NULL};
  size_t kind;
  if (rules_read_choice(reading, node, kinds, &kind)) {
    example->kind = (enum courtesy_kind)kind;
  }
}

static void read_subject(const struct rules_reading *reading,
                         const struct data_node *node,
                         struct courtesy_example *example) {
  bool empty = node->kind == DATA_TEXT && node->style != DATA_PLAIN &&
               node->text.size == 0 && !node->damaged;
  example->subject = empty ? "" : text_of(reading, node);
}

static void read_from(const struct rules_reading *reading,
                      const struct data_node *node,
                      struct courtesy_example *example) {
  example->from = text_of(reading, node);
}

static void read_to(const struct rules_reading *reading,
                    const struct data_node *node,
                    struct courtesy_example *example) {
  example->to = text_of(reading, node);
}

static void read_date(const struct rules_reading *reading,
                      const struct data_node *node,
                      struct courtesy_example *example) {
  example->date = text_of(reading, node);
}

static enum courtesy_answer answer_of(const struct rules_reading *reading,
                                      const struct data_node *node) {
  bool yes;
  if (!rules_read_yes_no(reading, node, &yes)) {
    return COURTESY_UNKNOWN;
  }
  return yes ? COURTESY_YES : COURTESY_NO;
}

static void read_reply(const struct rules_reading *reading,
                       const struct data_node *node,
                       struct courtesy_example *example) {
  example->reply = answer_of(reading, node);
}

static void read_automatic(const struct rules_reading *reading,
                           const struct data_node *node,
                           struct courtesy_example *example) {
  example->automatic = answer_of(reading, node);
}

static const char *const *names_of(const struct rules_reading *reading,
                                   const struct data_node *node,
                                   size_t *count) {
  struct rules_words words = {0};
  rules_read_words(reading, node, &words);
  const char **names =
      base_arena_alloc(reading->arena, words.count * sizeof *names);
  for (size_t i = 0; names != NULL && i < words.count; i++) {
    names[i] = words.items[i].text;
  }
  *count = names == NULL ? 0 : words.count;
  return names;
}

/* `attachments: []` and `attachments: none` say that there are none. */
static void read_attachments(const struct rules_reading *reading,
                             const struct data_node *node,
                             struct courtesy_example *example) {
  example->attachments_given = true;
  bool none = node->kind == DATA_TEXT && base_slice_equals(node->text, "none");
  if (!none) {
    example->attachments = names_of(reading, node, &example->attachment_count);
  }
}

static void read_domains(const struct rules_reading *reading,
                         const struct data_node *node,
                         struct courtesy_example *example) {
  example->internal_domains =
      names_of(reading, node, &example->internal_domain_count);
}

static void read_fires(const struct rules_reading *reading,
                       const struct data_node *node,
                       struct courtesy_example *example) {
  example->fires = names_of(reading, node, &example->fires_count);
}

static const struct fact {
  const char *name;
  void (*read)(const struct rules_reading *reading,
               const struct data_node *node, struct courtesy_example *example);
} facts[] = {
    {"text", NULL}, /* read first */
    {"kind", read_kind},   {"subject", read_subject},
    {"to", read_to},       {"from", read_from},
    {"reply", read_reply}, {"automatic", read_automatic},
    {"date", read_date},   {"attachments", read_attachments},
    {"fires", read_fires}, {"internal-domains", read_domains},
};

enum { FACTS = sizeof facts / sizeof facts[0] };

static void read_fact(const struct rules_reading *reading,
                      const struct data_node *node,
                      struct courtesy_example *example) {
  struct rules_nearest nearest = rules_nearest_to(node->key);
  for (size_t i = 0; i < FACTS; i++) {
    if (strcmp(facts[i].name, node->key) == 0) {
      if (facts[i].read != NULL) {
        facts[i].read(reading, node, example);
      }
      return;
    }
    rules_nearest_offer(&nearest, facts[i].name);
  }
  rules_unknown_key(reading, node, "an example has no key", nearest.best,
                    "there are text, kind, subject, to, from, reply, "
                    "automatic, date, attachments, internal-domains and fires");
}

/* `{text: …, kind: draft, …}`. */
static struct rules_line *read_map(const struct rules_reading *reading,
                                   const struct data_node *node, bool bad) {
  struct rules_line *line = base_arena_alloc(reading->arena, sizeof *line);
  if (line == NULL) {
    return NULL;
  }
  line->text = text_of(reading, data_node_get(node, "text"));
  line->place = rules_spot_of(reading, node->place);
  struct courtesy_example ignored = {0};
  bool made = line->text != NULL && make_sample(reading, line, bad);
  for (const struct data_node *child = node->first; child != NULL;
       child = child->next) {
    read_fact(reading, child, made ? line->example : &ignored);
  }
  return made ? line : NULL;
}

static struct rules_line *read_item(const struct rules_reading *reading,
                                    const struct data_node *item, bool bad) {
  if (item->kind == DATA_MAP && data_node_get(item, "text") != NULL) {
    return read_map(reading, item, bad);
  }
  struct rules_line *line = rules_read_item(reading, item);
  return line != NULL && make_sample(reading, line, bad) ? line : NULL;
}

static void read_block(const struct rules_reading *reading,
                       const struct data_node *node, bool bad,
                       struct rules_lines *samples) {
  struct rules_lines lines = {0};
  rules_read_lines(reading, node, &lines);
  struct rules_line *next;
  for (struct rules_line *line = lines.first; line != NULL; line = next) {
    next = line->next;
    line->next = NULL;
    rules_lines_add(samples, make_sample(reading, line, bad) ? line : NULL);
  }
}

void rules_read_samples(const struct rules_reading *reading,
                        const struct data_node *node, bool bad,
                        struct rules_lines *samples) {
  if (node->kind != DATA_LIST) {
    read_block(reading, node, bad, samples);
    return;
  }
  for (const struct data_node *item = node->first; item != NULL;
       item = item->next) {
    rules_lines_add(samples, read_item(reading, item, bad));
  }
}
