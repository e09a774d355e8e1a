/* SPDX-License-Identifier: MIT */
/*
 * Example sentences: a text, or a map with the facts of the message. What
 * stands between [[ and ]] is what must be found.
 */
#include "base/names.h"
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
  size_t kind;
  if (rules_read_choice(reading, node, base_kind_names, &kind)) {
    example->kind = (enum courtesy_kind)kind;
  }
}

/* An empty one says that it is empty. */
static const char *subject_of(const struct rules_reading *reading,
                              const struct data_node *node) {
  bool empty = node->kind == DATA_TEXT && node->style != DATA_PLAIN &&
               node->text.size == 0 && !node->damaged;
  return empty ? "" : text_of(reading, node);
}

static enum courtesy_answer answer_of(const struct rules_reading *reading,
                                      const struct data_node *node) {
  bool yes;
  if (!rules_read_yes_no(reading, node, &yes)) {
    return COURTESY_UNKNOWN;
  }
  return yes ? COURTESY_YES : COURTESY_NO;
}

/* `attachments: []` and `attachments: none` say that there are none. */
static void read_attachments(const struct rules_reading *reading,
                             const struct data_node *node,
                             struct courtesy_example *example) {
  example->attachments_given = true;
  bool none = node->kind == DATA_TEXT && base_slice_equals(node->text, "none");
  if (!none) {
    example->attachments =
        rules_read_names(reading, node, &example->attachment_count);
  }
}

enum fact {
  TEXT = 0, /* read first */
  KIND,
  SUBJECT,
  TO,
  FROM,
  REPLY,
  AUTOMATIC,
  DATE,
  ATTACHMENTS,
  FIRES,
  DOMAINS,
  FACTS,
};

static const char *const fact_names[FACTS + 1] = {
    "text",        "kind",  "subject",          "to",
    "from",        "reply", "automatic",        "date",
    "attachments", "fires", "internal-domains", NULL};

static void read_fact(const struct rules_reading *reading,
                      const struct data_node *node,
                      struct courtesy_example *example) {
  enum fact fact = (enum fact)rules_read_key(
      reading, node, fact_names, "an example has no key",
      "there are text, kind, subject, to, from, reply, automatic, date, "
      "attachments, internal-domains and fires");
  switch (fact) {
  case KIND:
    read_kind(reading, node, example);
    break;
  case SUBJECT:
    example->subject = subject_of(reading, node);
    break;
  case TO:
    example->to = text_of(reading, node);
    break;
  case FROM:
    example->from = text_of(reading, node);
    break;
  case REPLY:
    example->reply = answer_of(reading, node);
    break;
  case AUTOMATIC:
    example->automatic = answer_of(reading, node);
    break;
  case DATE:
    example->date = text_of(reading, node);
    break;
  case ATTACHMENTS:
    read_attachments(reading, node, example);
    break;
  case FIRES:
    example->fires = rules_read_names(reading, node, &example->fires_count);
    break;
  case DOMAINS:
    example->internal_domains =
        rules_read_names(reading, node, &example->internal_domain_count);
    break;
  case TEXT:
  case FACTS:
    break;
  }
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

/* A sentence that holds a colon is a map, too, but has other keys. */
static bool has_fact(const struct data_node *map) {
  bool has = false;
  for (size_t i = 0; i < FACTS && !has; i++) {
    has = data_node_get(map, fact_names[i]) != NULL;
  }
  return has;
}

static struct rules_line *read_item(const struct rules_reading *reading,
                                    const struct data_node *item, bool bad) {
  bool is_map = item->kind == DATA_MAP;
  if (is_map && data_node_get(item, "text") != NULL) {
    return read_map(reading, item, bad);
  }
  if (is_map && !item->damaged && has_fact(item)) {
    rules_wrong(reading, item->place, "an example needs `text:`, its sentence");
    return NULL;
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

static void read_list(const struct rules_reading *reading,
                      const struct data_node *node, bool bad,
                      struct rules_lines *samples) {
  for (const struct data_node *item = node->first; item != NULL;
       item = item->next) {
    rules_lines_add(samples, read_item(reading, item, bad));
  }
}

void rules_read_samples(const struct rules_reading *reading,
                        const struct data_node *node, bool bad,
                        struct rules_lines *samples) {
  size_t errors = reading->report->errors;
  if (node->kind == DATA_LIST) {
    read_list(reading, node, bad, samples);
  } else {
    read_block(reading, node, bad, samples);
  }
  samples->lacks |= reading->report->errors > errors;
}
