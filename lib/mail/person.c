/* SPDX-License-Identifier: MIT */
#include "mail/person.h"

#include "mail/address.h"
#include "mail/line.h"
#include "mail/phrase.h"

#include <string.h>

enum {
  LEAST_NAME = 2,        /* bytes; an initial is no name to go by */
  LARGEST_ADDRESS = 998, /* of a person: a line, RFC 5322 §2.1.1 */
};

/* The names found in one address. */
struct person {
  size_t display; /* words of the display name or of a comment */
  size_t local;   /* words of the local part */
  bool shared;
};

/* Counts the words of `text`. */
static void count_words(struct person *person, struct base_slice text,
                        size_t *count) {
  struct base_slice word;
  while (mail_word_next(&text, &word)) {
    if (word.size >= LEAST_NAME) {
      (*count)++;
      person->shared =
          person->shared || mail_phrases_equal(word, &mail_shared_names);
    }
  }
}

/* Counts a word between blanks: of a local part, or of a display name. */
static void count_atom(struct person *person, struct base_slice atom) {
  struct base_slice local = {atom.bytes, base_slice_find(atom, '@')};
  bool is_address = local.size < atom.size;
  count_words(person, local, is_address ? &person->local : &person->display);
}

static bool is_person(const struct person *person) {
  return !person->shared && (person->display >= 2 || person->local >= 2);
}

static bool holds_any(struct base_slice text, const char *signs) {
  for (; *signs != '\0'; signs++) {
    if (base_slice_holds(text, *signs)) {
      return true;
    }
  }
  return false;
}

/* Whether a template, or who sends by one, is still to put an address there. */
static bool holds_placeholder(struct base_slice address) {
  return holds_any(address, "{}%|");
}

/* Whether an address shows the full name of a person, or nothing. */
static bool shows_person(struct base_slice address) {
  const struct base_slice whole = address;
  struct person person = {0};
  struct mail_piece piece;
  bool some = false;
  while (mail_piece_next(&address, &piece)) {
    if (piece.kind != MAIL_PIECE_MARK) {
      count_atom(&person, piece.text);
      some = true;
    }
  }
  return !some || (is_person(&person) && !holds_placeholder(whole));
}

bool mail_all_persons(const char *list) {
  struct base_slice rest = base_slice_of(list);
  struct mail_address address;
  while (mail_address_next(&rest, &address)) {
    if (address.in_group || !shows_person(address.text)) {
      return false;
    }
  }
  return true;
}

/* The display name before the angle or in quotation marks; empty when there
 * is none. */
static struct base_slice display_name(struct base_slice address) {
  size_t angle = base_slice_find(address, '<');
  struct base_slice name = mail_trim(
      (struct base_slice){address.bytes, angle < address.size ? angle : 0});
  if (name.size >= 2 && name.bytes[0] == '"' &&
      name.bytes[name.size - 1] == '"') {
    name = mail_trim((struct base_slice){name.bytes + 1, name.size - 2});
  }
  return name;
}

/* The first word of a name, which must be letters, the first a capital and the
 * next one small. */
static struct base_slice first_word(struct base_slice name) {
  size_t size = 0;
  while (size < name.size &&
         (mail_is_name_byte(name.bytes[size]) || name.bytes[size] == '-')) {
    size++;
  }
  bool whole = size == name.size || name.bytes[size] == ' ';
  bool capital =
      size >= LEAST_NAME && ((name.bytes[0] >= 'A' && name.bytes[0] <= 'Z') ||
                             (name.bytes[0] & 0x80) != 0);
  bool shouted = size > 1 && name.bytes[1] >= 'A' && name.bytes[1] <= 'Z';
  return (struct base_slice){name.bytes,
                             whole && capital && !shouted ? size : 0};
}

static bool is_one_address(struct base_slice list) {
  size_t at = base_slice_find(list, '@');
  return at < list.size && !base_slice_holds(mail_skip(list, at + 1), '@');
}

/* Whether a name is that of two: "Ana & Tom", "Ana/Tom Lima". */
static bool joins_names(struct base_slice name) {
  return holds_any(name, "&+/");
}

/* Whether the address tells both names in another order, so that a later one
 * may be the first: "Lima Ana <ana.lima@acme.example>". */
static bool may_be_reversed(struct base_slice name, struct base_slice local) {
  struct base_slice first;
  struct base_slice word;
  bool later = mail_word_next(&local, &first) &&
               mail_word_next(&local, &word) && mail_word_next(&name, &word);
  while (later && mail_word_next(&name, &word)) {
    if (mail_same_nocase(word, first)) {
      return true;
    }
  }
  return false;
}

struct base_slice mail_only_first_name(const char *list) {
  struct base_slice whole = base_slice_of(list);
  struct base_slice none = {list, 0};
  if (whole.size > LARGEST_ADDRESS || !is_one_address(whole)) {
    return none;
  }
  struct base_slice name = display_name(whole);
  if (base_slice_holds(name, '@') || !base_slice_holds(name, ' ') ||
      joins_names(name) || !mail_all_persons(list)) {
    return none;
  }
  size_t comma = base_slice_find(name, ',');
  if (comma < name.size) { /* "Lima, Ana" */
    name = mail_trim(mail_skip(name, comma + 1));
  } else if (may_be_reversed(name, mail_first_local_part(list))) {
    return none;
  }
  return first_word(name);
}
