/* SPDX-License-Identifier: MIT */
#include "mail/person.h"

#include "mail/address.h"
#include "mail/line.h"
#include "mail/phrase.h"

enum { LEAST_NAME = 2 }; /* bytes; an initial is no name to go by */

/* The names found in one address. */
struct person {
  size_t display; /* words of the display name or of a comment */
  size_t local;   /* words of the local part */
  bool shared;
};

static bool is_name_byte(char byte) {
  return mail_is_letter(byte) || (byte & 0x80) != 0 || byte == '\'';
}

static void count_word(struct person *person, struct base_slice word,
                       size_t *count) {
  if (word.size >= LEAST_NAME) {
    (*count)++;
    person->shared =
        person->shared || mail_phrases_equal(word, &mail_shared_names);
  }
}

/* Counts the words of `text`. */
static void count_words(struct person *person, struct base_slice text,
                        size_t *count) {
  size_t start = 0;
  for (size_t i = 0; i <= text.size; i++) {
    if (i == text.size || !is_name_byte(text.bytes[i])) {
      count_word(person, (struct base_slice){text.bytes + start, i - start},
                 count);
      start = i + 1;
    }
  }
}

/* Counts a word between blanks: of a local part, or of a display name. */
static void count_atom(struct person *person, struct base_slice atom) {
  const char *at = memchr(atom.bytes, '@', atom.size);
  if (at == NULL) {
    count_words(person, atom, &person->display);
    return;
  }
  atom.size = (size_t)(at - atom.bytes);
  count_words(person, atom, &person->local);
}

static bool is_person(const struct person *person) {
  return !person->shared && (person->display >= 2 || person->local >= 2);
}

/* The bytes of a quoted string or comment with its marks. */
static size_t enclosed_size(struct base_slice text) {
  char close = text.bytes[0] == '(' ? ')' : '"';
  for (size_t i = 1; i < text.size; i++) {
    if (text.bytes[i] == '\\') {
      i++;
    } else if (text.bytes[i] == close) {
      return i + 1;
    }
  }
  return text.size;
}

bool mail_all_persons(const char *list) {
  struct base_slice rest = base_slice_of(list);
  struct person person = {0};
  bool some = false; /* of this address was read */
  while (rest.size > 0) {
    size_t size = mail_atom_size(rest);
    char byte = rest.bytes[0];
    if (size > 0) {
      count_atom(&person, (struct base_slice){rest.bytes, size});
      some = true;
    } else if (byte == '"' || byte == '(') {
      size = enclosed_size(rest);
      count_atom(&person, (struct base_slice){rest.bytes, size});
      some = true;
    } else if (byte == ':') {
      return false; /* a group */
    } else {
      if (byte == ',' || byte == ';') {
        if (some && !is_person(&person)) {
          return false;
        }
        person = (struct person){0};
        some = false;
      }
      size = 1;
    }
    rest = mail_skip(rest, size);
  }
  return !some || is_person(&person);
}
