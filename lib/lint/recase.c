/* SPDX-License-Identifier: MIT */
#include "lint/recase.h"

#include "mail/people.h"
#include "text/unicode.h"

#include <string.h>

/* A letter takes one byte more than the same in the other case at most. */
enum { GROWTH = 2 };

/* What words end at. */
#define MARKS " \t\r\n,.;:!?()\"/-"

/* As strcspn, which lies alone in pages of its own, so that a program that is
 * small otherwise had better not call it. */
static size_t size_before(const char *text, const char *marks) {
  size_t size = 0;
  while (text[size] != '\0' && strchr(marks, text[size]) == NULL) {
    size++;
  }
  return size;
}

/* Up to a blank, mark or apostrophe. The bytes of ’ stand in other letters,
 * too. */
static struct base_slice first_word(const char *text) {
  static const char mark[] = "’";
  size_t end = size_before(text, MARKS "'");
  size_t size = 0;
  while (size < end && strncmp(text + size, mark, strlen(mark)) != 0) {
    size++;
  }
  return (struct base_slice){text, size};
}

bool lint_begins_upper(const char *text) {
  uint32_t code = 0;
  size_t size = strlen(text);
  return size > 0 && text_decode(text, size, &code) > 0 && text_is_upper(code);
}

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
  size_t length = text_encode(change(code), first);
  char *result = base_arena_alloc(arena, length + size - used + 1);
  if (result != NULL) {
    memcpy(result, first, length);
    memcpy(result + length, text + used, size - used);
  }
  return result;
}

/* --------------------------------------------------- words with a capital */

/* Lists of people may be long, and edits many. */
static void read_names(struct courtesy_session *session) {
  struct lint_names *names = &session->names;
  struct mail_people people = mail_people_of(&session->view.message->facts);
  bool is_sender;
  names->count = 0;
  while (names->count < LINT_MOST_NAMES &&
         mail_people_next(&people, &names->items[names->count], &is_sender)) {
    names->count++;
  }
  names->are_read = true;
}

/* Whether it is such a name, which may be shouted here and is not there. */
static bool is_of_people(struct courtesy_session *session,
                         struct base_slice word) {
  if (!session->names.are_read) {
    read_names(session);
  }
  for (size_t i = 0; i < session->names.count; i++) {
    struct base_slice name = session->names.items[i];
    if (name.bytes[0] == word.bytes[0] && mail_same_nocase(name, word)) {
      return true;
    }
  }
  return false;
}

/* Whether it begins with a capital anywhere: `I`, a name that is known, and
 * what the list `capital-words` has. */
static bool has_capital(struct courtesy_session *session,
                        struct base_slice word) {
  const struct text_lexicon *lexicon = &session->ruleset->lexicon;
  uint32_t id = text_vocabulary_find(lexicon->vocabulary, word);
  return (word.size == 1 && word.bytes[0] == 'I') ||
         (id != TEXT_NO_WORD && (text_word_set_has(&lexicon->names, id) ||
                                 text_word_set_has(&lexicon->capitals, id))) ||
         is_of_people(session, word);
}

/* `IT`, `McKay` */
static bool has_inner_capital(struct base_slice word) {
  for (size_t i = 1; i < word.size; i++) {
    if (word.bytes[i] >= 'A' && word.bytes[i] <= 'Z') {
      return true;
    }
  }
  return false;
}

char *lint_raised(struct courtesy_session *session, const char *text) {
  return recased(&session->arena, text, text_to_upper);
}

char *lint_sunk(struct courtesy_session *session, const char *text) {
  struct base_slice word = first_word(text);
  bool stays = has_inner_capital(word) || has_capital(session, word);
  return stays ? base_arena_copy(&session->arena, text, strlen(text))
               : recased(&session->arena, text, text_to_lower);
}

/* ---------------------------------------------------------- shouted words */

static size_t count_of(struct base_slice word, const char *bytes) {
  size_t count = 0;
  for (size_t i = 0; i < word.size; i++) {
    count += strchr(bytes, word.bytes[i]) != NULL;
  }
  return count;
}

/* What is no word in capitals: it holds a digit (`Q3`, but not `5TH`), no vowel
 * (`HR`), or nothing but Roman digits. */
static bool is_short_form(struct base_slice word) {
  static const char digits[] = "0123456789";
  return word.size > 1 && strchr(digits, word.bytes[0]) == NULL &&
         (count_of(word, digits) > 0 ||
          count_of(word, "BCDFGHJKLMNPQRSTVWXZ") == word.size ||
          count_of(word, "IVX") == word.size);
}

/* How many of its first bytes a word keeps. */
static size_t kept(struct courtesy_session *session, struct base_slice word,
                   bool begins_sentence) {
  uint32_t code;
  return word.size == 0        ? 0
         : is_short_form(word) ? word.size
         : begins_sentence || has_capital(session, word)
             ? text_decode(word.bytes, word.size, &code)
             : 0;
}

/* Writes text[0, size) in another case but for its first `keep` bytes. */
static size_t write_in(char *out, const char *text, size_t size, size_t keep,
                       uint32_t (*change)(uint32_t code)) {
  memcpy(out, text, keep);
  size_t used = keep;
  for (size_t i = keep; i < size;) {
    uint32_t code;
    size_t step = text_decode(text + i, size - i, &code);
    if (code == TEXT_REPLACEMENT) {
      memcpy(out + used, text + i, step);
      used += step;
    } else {
      used += text_encode(change(code), out + used);
    }
    i += step;
  }
  return used;
}

char *lint_shouted(struct courtesy_session *session, const char *text) {
  size_t size = strlen(text);
  char *result = base_arena_alloc(&session->arena, GROWTH * size + 1);
  if (result != NULL) {
    result[write_in(result, text, size, 0, text_to_upper)] = '\0';
  }
  return result;
}

char *lint_lowered(struct courtesy_session *session, const char *text,
                   bool begins_sentence) {
  size_t size = strlen(text);
  char *result = base_arena_alloc(&session->arena, GROWTH * size + 1);
  if (result == NULL) {
    return NULL;
  }
  size_t used = 0;
  for (size_t i = 0; i < size;) {
    struct base_slice word = first_word(text + i);
    size_t keep = kept(session, word, i == 0 && begins_sentence);
    size_t rest = size_before(text + i + word.size, MARKS);
    size_t whole = word.size + rest;
    whole += i + whole < size; /* with the blank or mark behind it */
    used += write_in(result + used, text + i, whole, keep, text_to_lower);
    i += whole;
  }
  result[used] = '\0';
  return result;
}
