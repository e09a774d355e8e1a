/* SPDX-License-Identifier: MIT */
#include "rule_examples.h"

#include "memory.h"

#include <string.h>

/* Begins a section with its first line; later ones belong to it. */
static void begin_section(struct cli_page *page, const char *heading,
                          bool *begun) {
  if (!*begun) {
    cli_page_heading(page, heading);
    cli_page_block(page);
    *begun = true;
  }
}

void cli_print_phrases(struct cli_page *page,
                       const struct courtesy_ruleset *ruleset,
                       const struct courtesy_rule *rule,
                       enum courtesy_phrase_role role, const char *heading) {
  struct courtesy_phrase phrase;
  bool begun = false;
  for (size_t i = 0; courtesy_rule_phrase(ruleset, rule, i, &phrase); i++) {
    if (phrase.role != role) {
      continue;
    }
    begin_section(page, heading, &begun);
    if (role == COURTESY_PHRASE_REGEX) {
      cli_page_line(page, phrase.text);
    } else {
      cli_page_phrase(page, phrase.text);
    }
  }
}

/* An example as its author wrote it: with [[ ]] around what is found. */
static void add_marked(struct cli_bytes *text,
                       const struct courtesy_example *example) {
  size_t done = 0;
  for (size_t i = 0; i < example->span_count; i++) {
    size_t start = example->spans[2 * i];
    size_t end = start + example->spans[2 * i + 1];
    cli_bytes_add(text, example->text + done, start - done);
    cli_bytes_add_string(text, "[[");
    cli_bytes_add(text, example->text + start, end - start);
    cli_bytes_add_string(text, "]]");
    done = end;
  }
  cli_bytes_add(text, example->text + done, example->size - done);
  while (text->size > 0 && text->bytes[text->size - 1] == '\n') {
    text->size--;
  }
}

static void add_fact(struct cli_bytes *facts, const char *name,
                     const char *value) {
  if (value != NULL) {
    cli_bytes_add_string(facts, facts->size > 0 ? ", " : "");
    cli_bytes_add_string(facts, name);
    cli_bytes_add_string(facts, value[0] != '\0' ? value : "empty");
  }
}

static const char *answer_text(enum courtesy_answer answer, const char *yes,
                               const char *no) {
  return answer == COURTESY_YES ? yes : answer == COURTESY_NO ? no : NULL;
}

/* "draft, sent 2024-03-12T16:50:" and a line end: what is known of it beside
 * the text. */
static void add_facts(struct cli_bytes *facts,
                      const struct courtesy_example *example) {
  if (example->kind != COURTESY_TEXT) {
    add_fact(facts, "", courtesy_kind_name(example->kind));
  }
  add_fact(facts, "subject ", example->subject);
  add_fact(facts, "from ", example->from);
  add_fact(facts, "to ", example->to);
  add_fact(facts, "sent ", example->date);
  add_fact(facts, "",
           answer_text(example->reply, "an answer", "a first message"));
  add_fact(facts, "",
           answer_text(example->automatic, "a program sends it",
                       "a person sends it"));
  if (example->attachments_given && example->attachment_count == 0) {
    add_fact(facts, "", "nothing attached");
  }
  for (size_t i = 0; i < example->attachment_count; i++) {
    add_fact(facts, "attached ", example->attachments[i]);
  }
  for (size_t i = 0; i < example->internal_domain_count; i++) {
    add_fact(facts, "written in ", example->internal_domains[i]);
  }
  cli_bytes_add_string(facts, facts->size > 0 ? ":\n" : "");
}

/* Lines behind a bullet and below it. */
static void print_lines(struct cli_page *page, const struct cli_bytes *text) {
  const char *first = "- ";
  for (size_t start = 0; start <= text->size;) {
    const char *line = text->bytes + start;
    const char *feed = memchr(line, '\n', text->size - start);
    size_t size = feed != NULL ? (size_t)(feed - line) : text->size - start;
    cli_page_wrapped_line(page, first, "  ", line, size);
    first = "  ";
    start += size + 1;
  }
}

static void print_example(struct cli_page *page,
                          const struct courtesy_example *example) {
  struct cli_bytes text = {0};
  add_facts(&text, example);
  add_marked(&text, example);
  if (text.size > 0) {
    print_lines(page, &text);
  }
  cli_bytes_destroy(&text);
}

void cli_print_examples(struct cli_page *page,
                        const struct courtesy_ruleset *ruleset,
                        const struct courtesy_rule *rule, bool bad,
                        const char *heading) {
  struct courtesy_example example;
  bool begun = false;
  for (size_t i = 0; courtesy_rule_example(ruleset, rule, i, &example); i++) {
    if (example.bad != bad) {
      continue;
    }
    begin_section(page, heading, &begun);
    print_example(page, &example);
  }
}
