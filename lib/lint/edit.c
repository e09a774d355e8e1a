/* SPDX-License-Identifier: MIT */
#include "lint/edit.h"

#include "lint/fill.h"
#include "lint/recase.h"
#include "mail/parts.h"
#include "mail/people.h"
#include "match/take.h"
#include "text/unicode.h"

#include <string.h>

enum { EDIT_WORDS = 2 }; /* of which `replace-at` may name one */

/* NULL of what is missing. */
static const struct text_sentence *sentence_of(
    const struct courtesy_session *session,
    const struct lint_candidate *candidate) {
  const struct text_sentences *all = &session->view.document.sentences;
  return candidate->sentence < all->count ? &all->items[candidate->sentence]
                                          : NULL;
}

/* Where `^` holds: a bullet may stand before it. */
static bool begins_sentence(const struct courtesy_session *session,
                            const struct lint_candidate *candidate) {
  const struct text_token *tokens = session->view.document.tokens.items;
  const struct text_sentence *sentence = sentence_of(session, candidate);
  return sentence != NULL &&
         candidate->start <= tokens[sentence->word_start].start;
}

static bool has_slot(const char *replace, const char *slot) {
  return strstr(replace, slot) != NULL;
}

static bool begins_with(const char *text, const char *start) {
  return strncmp(text, start, strlen(start)) == 0;
}

/* Whether all words around an edit are in capitals, and it calms none. */
static bool shouts(const struct courtesy_session *session,
                   const struct lint_candidate *match, const char *replace) {
  const struct text_sentence *sentence = sentence_of(session, match);
  return sentence != NULL && (sentence->flags & TEXT_SHOUTED) != 0 &&
         !has_slot(replace, "{lower}");
}

/* Whether the lines of a message end in CRLF, as its first one tells, if that
 * is no endless one: edits may be many. */
static bool ends_lines_with_crlf(const struct courtesy_message *message) {
  enum { LONGEST = 1 << 16 };
  struct base_slice raw = {message->raw, message->raw_size};
  raw.size = raw.size < LONGEST ? raw.size : LONGEST;
  size_t feed = base_slice_find(raw, '\n');
  return feed < raw.size && feed > 0 && raw.bytes[feed - 1] == '\r';
}

/* What a rule puts in, its lines ended as those of the message are. */
static const char *with_line_ends_of(const struct courtesy_message *message,
                                     struct base_arena *arena,
                                     const char *replace) {
  if (strchr(replace, '\n') == NULL || !ends_lines_with_crlf(message)) {
    return replace;
  }
  char *result = base_arena_alloc(arena, 2 * strlen(replace) + 1);
  if (result == NULL) {
    return NULL;
  }
  size_t used = 0;
  for (const char *at = replace; *at != '\0'; at++) {
    if (*at == '\n') {
      result[used++] = '\r';
    }
    result[used++] = *at;
  }
  result[used] = '\0';
  return result;
}

/* What an edit puts in the match's place: it takes over the case of the
 * match's first letter, and {text} inside it loses its own. A capital that the
 * first word has anyway says nothing inside a sentence. */
static const char *take_over_case(struct courtesy_session *session,
                                  const struct lint_candidate *match,
                                  const char *replace,
                                  const struct lint_filling *filling) {
  struct base_arena *arena = &session->arena;
  if (!lint_begins_upper(filling->text) || begins_with(replace, "{lower}")) {
    return lint_fill(arena, replace, filling);
  }
  struct lint_filling inner = *filling;
  inner.text = lint_sunk(session, filling->text);
  bool raises = inner.text != NULL && (!lint_begins_upper(inner.text) ||
                                       begins_sentence(session, match));
  if (begins_with(replace, "{text}")) {
    inner.text = filling->text;
  }
  const char *whole =
      inner.text == NULL ? NULL : lint_fill(arena, replace, &inner);
  if (whole == NULL) {
    return NULL;
  }
  return shouts(session, match, replace) ? lint_shouted(session, whole)
         : raises                        ? lint_raised(session, whole)
                                         : whole;
}

/* The first of a few words from the start of the match on that is of a set;
 * NULL when there is none. */
static const struct text_token *find_word(
    const struct courtesy_session *session, const struct lint_candidate *match,
    uint32_t set) {
  const struct text_token *tokens = session->view.document.tokens.items;
  const struct text_sentence *sentence = sentence_of(session, match);
  size_t words = 0;
  for (uint32_t i = text_token_at(tokens, sentence->first_token,
                                  sentence->token_end, match->start);
       i < sentence->token_end && words < EDIT_WORDS; i++) {
    const struct text_token *token = &tokens[i];
    if (token->kind != TEXT_WORD) {
      continue;
    }
    if ((token->flags & TEXT_HYPHEN_BEFORE) == 0 &&
        token->words[0] != TEXT_NO_WORD &&
        match_is_in_set(&session->ruleset->code, set, token->words[0])) {
      return token;
    }
    words++;
  }
  return NULL;
}

/* Narrows the match to where `replace-at` has its edit begin: at its first
 * word, or at the one behind it ("Ana, send me"). Returns false when neither is
 * of its lists. */
static bool narrow(const struct courtesy_session *session,
                   struct lint_candidate *match) {
  uint32_t number = match->rule->replace_at;
  if (number == RULES_NO_SET) {
    return true;
  }
  const struct text_token *word = find_word(session, match, number);
  match->start = word == NULL ? match->start : word->start;
  return word != NULL;
}

static const char *replace_of(const struct courtesy_session *session,
                              const struct courtesy_rule *rule) {
  return rules_noted(session->ruleset, rule->replace);
}

/* Whether a name can be written into the file: one of other letters only where
 * that is UTF-8, which no mail has to be. */
static bool can_be_written(const struct courtesy_message *message,
                           struct base_slice name) {
  for (size_t i = 0; i < name.size;) {
    uint32_t code;
    i += text_decode(name.bytes + i, name.size - i, &code);
    if (code == TEXT_REPLACEMENT ||
        (code > 0x7F && message->kind == COURTESY_MAIL)) {
      return false;
    }
  }
  return true;
}

/* The name that an edit puts in; empty when none is known. A title is none. */
static struct base_slice recipient_of(const struct courtesy_session *session) {
  const struct courtesy_message *message = session->view.message;
  const struct text_lexicon *lexicon = &session->ruleset->lexicon;
  struct base_slice name = mail_recipient_name(&message->facts);
  if (name.size == 0) {
    return name; /* as of most drafts */
  }
  uint32_t id = text_vocabulary_find(lexicon->vocabulary, name);
  bool is_name = !text_word_set_has(&lexicon->not_persons, id) &&
                 can_be_written(message, name);
  return is_name ? name : (struct base_slice){"", 0};
}

/* Whether the bytes of the match may be replaced: they are those of the file,
 * and no NUL ends them. */
static bool is_editable(const struct courtesy_session *session,
                        const struct lint_candidate *candidate) {
  const struct text_source *source = session->view.sources[candidate->source];
  struct base_slice match = {source->bytes + candidate->start,
                             candidate->end - candidate->start};
  return text_source_is_verbatim(source, candidate->start, candidate->end) &&
         !base_slice_holds(match, '\0');
}

/* Whether the rule has an edit for this match in this message. */
static bool has_edit(const struct courtesy_session *session,
                     const struct lint_candidate *candidate,
                     struct courtesy_span span) {
  if (!is_editable(session, candidate)) {
    return false;
  }
  const char *replace = replace_of(session, candidate->rule);
  bool is_known =
      !has_slot(replace, "{recipient}") || recipient_of(session).size > 0;
  return is_known && !(has_slot(replace, "\n") &&
                       mail_is_html_at(session->view.message, span.offset));
}

/* What `replace` is filled with: the match as it is written, with the ends of
 * its lines. */
static struct lint_filling filling_of(struct courtesy_session *session,
                                      const struct lint_candidate *candidate,
                                      const char *replace) {
  const struct text_source *source = session->view.sources[candidate->source];
  struct base_slice name = has_slot(replace, "{recipient}")
                               ? recipient_of(session)
                               : (struct base_slice){"", 0};
  struct lint_filling filling = {
      .text = base_arena_copy(&session->arena, source->bytes + candidate->start,
                              candidate->end - candidate->start),
      .recipient = base_arena_copy(&session->arena, name.bytes, name.size),
  };
  filling.lower = filling.text;
  if (filling.text != NULL && has_slot(replace, "{lower}")) {
    filling.lower = lint_lowered(session, filling.text,
                                 begins_sentence(session, candidate));
  }
  return filling;
}

bool lint_add_edit(struct courtesy_session *session,
                   const struct lint_candidate *candidate,
                   struct courtesy_finding *finding) {
  struct lint_candidate match = *candidate;
  if (match.rule->replace == RULES_NO_NOTE || !narrow(session, &match)) {
    return true;
  }
  struct courtesy_span span =
      lint_view_bytes(&session->view, match.source, match.start, match.end);
  if (!has_edit(session, &match, span)) {
    return true;
  }
  const char *replace = replace_of(session, match.rule);
  struct lint_filling filling = filling_of(session, &match, replace);
  struct courtesy_edit *edit = base_arena_alloc(&session->arena, sizeof *edit);
  replace = with_line_ends_of(session->view.message, &session->arena, replace);
  if (edit == NULL || replace == NULL || filling.lower == NULL ||
      filling.recipient == NULL) {
    return false;
  }
  *edit = (struct courtesy_edit){
      span.offset, span.length,
      take_over_case(session, &match, replace, &filling), match.rule->safe};
  finding->edits = edit;
  finding->edit_count = 1;
  return edit->insert != NULL;
}
