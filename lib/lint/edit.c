/* SPDX-License-Identifier: MIT */
#include "lint/edit.h"

#include "lint/fill.h"
#include "mail/message.h"
#include "mail/people.h"
#include "text/unicode.h"

#include <string.h>

/* ---------------------------------------------------------- case of letters */

/* The first letter of a text in another case, and the rest as it is. */
static char *recased(struct base_arena *arena, const char *text,
                     uint32_t (*change)(uint32_t code)) {
  uint32_t code;
  char first[4];
  size_t size = strlen(text);
  size_t used = size == 0 ? 0 : text_decode(text, size, &code);
  if (used == 0 || code == TEXT_REPLACEMENT) {
    return base_arena_copy(arena, text, size);
  }
  int length = (int)text_encode(change(code), first);
  return base_arena_format(arena, "%.*s%s", length, first, text + used);
}

static bool starts_upper(const char *text) {
  uint32_t code = 0;
  size_t size = strlen(text);
  return size > 0 && text_decode(text, size, &code) > 0 && text_is_upper(code);
}

static bool is_known_name(const struct courtesy_session *session,
                          struct base_slice word) {
  const struct text_lexicon *lexicon = &session->ruleset->lexicon;
  uint32_t id = text_vocabulary_find(lexicon->vocabulary, word);
  if (id != TEXT_NO_WORD && text_word_set_has(&lexicon->names, id)) {
    return true;
  }
  struct mail_people people = mail_people_of(&session->view.message->facts);
  struct base_slice name;
  bool is_sender;
  while (mail_people_next(&people, &name, &is_sender)) {
    if (base_slice_same(name, word)) {
      return true;
    }
  }
  return false;
}

/* The bytes of ’ stand in other letters, too. */
static struct base_slice first_word(const char *text) {
  size_t size = strcspn(text, " \t',.;:!?");
  const char *apostrophe = strstr(text, "’");
  if (apostrophe != NULL && (size_t)(apostrophe - text) < size) {
    size = (size_t)(apostrophe - text);
  }
  return (struct base_slice){text, size};
}

/* Whether the match's first word keeps its capital inside a sentence: `I`, a
 * name that is known, a word with a capital further on (`IT`, `McKay`). */
static bool keeps_capital(const struct courtesy_session *session,
                          const char *text) {
  struct base_slice word = first_word(text);
  for (size_t i = 1; i < word.size; i++) {
    if (text[i] >= 'A' && text[i] <= 'Z') {
      return true;
    }
  }
  return (word.size == 1 && text[0] == 'I') || is_known_name(session, word);
}

static bool is_sentence_start(const struct courtesy_session *session,
                              const struct lint_candidate *candidate) {
  const struct text_sentences *sentences = &session->view.document.sentences;
  return candidate->sentence < sentences->count &&
         sentences->items[candidate->sentence].start == candidate->start;
}

/* Whether the `I` at `at` is the pronoun, which stays a capital. */
static bool is_pronoun(const char *text, const char *at) {
  bool begins = at == text || at[-1] == ' ';
  return *at == 'I' && begins &&
         (at[1] == '\0' || strchr(" ,.'", at[1]) != NULL ||
          strncmp(at + 1, "’", strlen("’")) == 0);
}

/* Shouted words as they would be spoken: in small letters but for `I` and the
 * first of a sentence. */
static char *lowered(struct base_arena *arena, const char *text,
                     bool begins_sentence) {
  /* a small letter takes one byte more than its capital at most */
  enum { GROWTH = 2 };
  size_t size = strlen(text);
  char *result = base_arena_alloc(arena, GROWTH * size + 1);
  if (result == NULL) {
    return NULL;
  }
  size_t used = 0;
  for (size_t i = 0; i < size;) {
    uint32_t code;
    size_t step = text_decode(text + i, size - i, &code);
    bool keep = (i == 0 && begins_sentence) || is_pronoun(text, text + i) ||
                code == TEXT_REPLACEMENT;
    if (keep) {
      memcpy(result + used, text + i, step);
      used += step;
    } else {
      used += text_encode(text_to_lower(code), result + used);
    }
    i += step;
  }
  result[used] = '\0';
  return result;
}

/* --------------------------------------------------------------- the edits */

static bool begins_with(const char *text, const char *start) {
  return strncmp(text, start, strlen(start)) == 0;
}

/* Whether the lines of a message end in CRLF, as its first one tells. */
static bool ends_lines_with_crlf(const struct courtesy_message *message) {
  const char *feed = message->raw_size == 0
                         ? NULL
                         : memchr(message->raw, '\n', message->raw_size);
  return feed != NULL && feed > message->raw && feed[-1] == '\r';
}

/* What an edit puts in, its lines ended as those of the message are. */
static const char *with_line_ends_of(const struct courtesy_message *message,
                                     struct base_arena *arena,
                                     const char *insert) {
  if (insert == NULL || strchr(insert, '\n') == NULL ||
      !ends_lines_with_crlf(message)) {
    return insert;
  }
  char *result = base_arena_alloc(arena, 2 * strlen(insert) + 1);
  if (result == NULL) {
    return NULL;
  }
  size_t used = 0;
  for (const char *at = insert; *at != '\0'; at++) {
    if (*at == '\n') {
      result[used++] = '\r';
    }
    result[used++] = *at;
  }
  result[used] = '\0';
  return result;
}

/* What an edit puts in the match's place: it takes over the case of the
 * match's first letter, and {text} inside it loses its own. */
static const char *take_over_case(struct courtesy_session *session,
                                  const char *replace,
                                  const struct lint_filling *filling) {
  struct base_arena *arena = &session->arena;
  if (!starts_upper(filling->text) || begins_with(replace, "{lower}")) {
    return lint_fill(arena, replace, filling);
  }
  struct lint_filling inner = *filling;
  if (!begins_with(replace, "{text}") &&
      !keeps_capital(session, filling->text)) {
    inner.text = recased(arena, filling->text, text_to_lower);
  }
  const char *whole =
      inner.text == NULL ? NULL : lint_fill(arena, replace, &inner);
  return whole == NULL ? NULL : recased(arena, whole, text_to_upper);
}

/* Whether the match begins with a word of the list that `replace-at` names. */
static bool is_at_word(const struct courtesy_session *session,
                       const struct courtesy_rule *rule, const char *text) {
  if (rule->replace_at == RULES_NO_SET) {
    return true;
  }
  const struct courtesy_ruleset *ruleset = session->ruleset;
  struct text_word_set set = rules_code_set(&ruleset->code, rule->replace_at);
  uint32_t id = text_vocabulary_find(ruleset->vocabulary, first_word(text));
  return id != TEXT_NO_WORD && text_word_set_has(&set, id);
}

static const char *replace_of(const struct courtesy_session *session,
                              const struct courtesy_rule *rule) {
  return rules_noted(session->ruleset, rule->replace);
}

static bool names_recipient(const struct courtesy_session *session,
                            const struct courtesy_rule *rule) {
  return strstr(replace_of(session, rule), "{recipient}") != NULL;
}

/* The name that an edit of the rule puts in; empty when it puts none or none
 * is known. */
static struct base_slice recipient_for(const struct courtesy_session *session,
                                       const struct courtesy_rule *rule) {
  return names_recipient(session, rule)
             ? mail_recipient_name(&session->view.message->facts)
             : (struct base_slice){"", 0};
}

/* Whether the rule has an edit for this match in this message. */
static bool has_edit(const struct courtesy_session *session,
                     const struct lint_candidate *candidate, const char *text) {
  const struct courtesy_rule *rule = candidate->rule;
  const struct text_source *source = session->view.sources[candidate->source];
  return rule->replace != RULES_NO_NOTE &&
         (!names_recipient(session, rule) ||
          recipient_for(session, rule).size > 0) &&
         text_source_is_verbatim(source, candidate->start, candidate->end) &&
         is_at_word(session, rule, text);
}

bool lint_add_edit(struct courtesy_session *session,
                   const struct lint_candidate *candidate,
                   struct courtesy_finding *finding) {
  if (!has_edit(session, candidate, finding->text)) {
    return true;
  }
  struct base_arena *arena = &session->arena;
  struct base_slice recipient = recipient_for(session, candidate->rule);
  struct lint_filling filling = {
      .text = finding->text,
      .lower =
          lowered(arena, finding->text, is_sentence_start(session, candidate)),
      .recipient = recipient.size == 0 ? ""
                                       : base_arena_copy(arena, recipient.bytes,
                                                         recipient.size),
  };
  struct courtesy_edit *edit = base_arena_alloc(arena, sizeof *edit);
  if (edit == NULL || filling.lower == NULL || filling.recipient == NULL) {
    return false;
  }
  const char *insert = with_line_ends_of(
      session->view.message, arena,
      take_over_case(session, replace_of(session, candidate->rule), &filling));
  *edit = (struct courtesy_edit){finding->span.offset, finding->span.length,
                                 insert, candidate->rule->safe};
  finding->edits = edit;
  finding->edit_count = 1;
  return insert != NULL;
}
