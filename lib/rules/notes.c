/* SPDX-License-Identifier: MIT */
#include "rules/notes.h"

#include <string.h>

void rules_notes_destroy(struct rules_notes *notes) {
  rules_index_destroy(&notes->known);
  if (notes->borrowed) {
    return;
  }
  base_buffer_destroy(&notes->texts);
  rules_noted_phrases_destroy(&notes->phrases);
  rules_noted_examples_destroy(&notes->examples);
  rules_noted_spans_destroy(&notes->spans);
  rules_noted_names_destroy(&notes->names);
}

rules_note rules_notes_add_text(struct rules_notes *notes, const char *text) {
  if (text == NULL) {
    return RULES_NO_NOTE;
  }
  uint32_t known = rules_index_get(&notes->known, text);
  if (known != RULES_NOT_FOUND) {
    return known;
  }
  size_t first = notes->texts.size;
  size_t size = strlen(text) + 1;
  if (size >= RULES_NO_NOTE - first) {
    notes->texts.failed = true;
    return 0;
  }
  base_buffer_add(&notes->texts, text, size);
  rules_index_put(&notes->known, text, (uint32_t)first);
  return (rules_note)first;
}

static bool has_texts(const struct rules_notes *notes) {
  return !notes->texts.failed && !notes->known.failed;
}

bool rules_notes_finish(struct rules_notes *notes) {
  bool whole = has_texts(notes);
  rules_index_destroy(&notes->known);
  return whole;
}

bool rules_notes_add_phrase(struct rules_notes *notes,
                            const struct courtesy_phrase *phrase) {
  struct rules_noted_phrase noted = {
      .role = phrase->role,
      .text = rules_notes_add_text(notes, phrase->text),
      .file = rules_notes_add_text(notes, phrase->file),
      .line = phrase->line,
      .column = phrase->column,
  };
  return has_texts(notes) && rules_noted_phrases_add(&notes->phrases, noted);
}

static struct rules_range add_spans(struct rules_notes *notes,
                                    const size_t *spans, size_t count) {
  struct rules_range range = {(uint32_t)(notes->spans.count / 2),
                              (uint32_t)count};
  for (size_t i = 0; i < 2 * count; i++) {
    rules_noted_spans_add(&notes->spans, spans[i]);
  }
  return range;
}

static struct rules_range add_names(struct rules_notes *notes,
                                    const char *const *names, size_t count) {
  struct rules_range range = {(uint32_t)notes->names.count, (uint32_t)count};
  for (size_t i = 0; i < count; i++) {
    rules_noted_names_add(&notes->names, names[i]);
  }
  return range;
}

bool rules_notes_add_example(struct rules_notes *notes,
                             const struct courtesy_example *example) {
  struct rules_noted_example noted = {
      .bad = example->bad,
      .spans_given = example->spans_given,
      .attachments_given = example->attachments_given,
      .text = rules_notes_add_text(notes, example->text),
      .size = (uint32_t)example->size,
      .file = rules_notes_add_text(notes, example->file),
      .line = example->line,
      .column = example->column,
      .layer = example->layer,
      .kind = example->kind,
      .reply = example->reply,
      .automatic = example->automatic,
      .subject = rules_notes_add_text(notes, example->subject),
      .from = rules_notes_add_text(notes, example->from),
      .to = rules_notes_add_text(notes, example->to),
      .date = rules_notes_add_text(notes, example->date),
      .spans = add_spans(notes, example->spans, example->span_count),
      .attachments =
          add_names(notes, example->attachments, example->attachment_count),
      .domains = add_names(notes, example->internal_domains,
                           example->internal_domain_count),
      .fires = add_names(notes, example->fires, example->fires_count),
  };
  return has_texts(notes) && !notes->spans.failed && !notes->names.failed &&
         rules_noted_examples_add(&notes->examples, noted);
}

struct courtesy_phrase rules_notes_phrase(const struct rules_notes *notes,
                                          size_t number) {
  const struct rules_noted_phrase *noted = &notes->phrases.items[number];
  return (struct courtesy_phrase){
      .role = (enum courtesy_phrase_role)noted->role,
      .text = rules_notes_text(notes, noted->text),
      .file = rules_notes_text(notes, noted->file),
      .line = noted->line,
      .column = noted->column,
  };
}

struct courtesy_example rules_notes_example(const struct rules_notes *notes,
                                            size_t number) {
  const struct rules_noted_example *noted = &notes->examples.items[number];
  return (struct courtesy_example){
      .bad = noted->bad,
      .text = rules_notes_text(notes, noted->text),
      .size = noted->size,
      .spans_given = noted->spans_given,
      .spans = notes->spans.items + 2 * (size_t)noted->spans.first,
      .span_count = noted->spans.count,
      .file = rules_notes_text(notes, noted->file),
      .line = noted->line,
      .column = noted->column,
      .layer = noted->layer,
      .kind = (enum courtesy_kind)noted->kind,
      .subject = rules_notes_text(notes, noted->subject),
      .from = rules_notes_text(notes, noted->from),
      .to = rules_notes_text(notes, noted->to),
      .date = rules_notes_text(notes, noted->date),
      .reply = (enum courtesy_answer)noted->reply,
      .automatic = (enum courtesy_answer)noted->automatic,
      .attachments_given = noted->attachments_given,
      .attachments = notes->names.items + noted->attachments.first,
      .attachment_count = noted->attachments.count,
      .internal_domains = notes->names.items + noted->domains.first,
      .internal_domain_count = noted->domains.count,
      .fires = notes->names.items + noted->fires.first,
      .fires_count = noted->fires.count,
  };
}
