/* SPDX-License-Identifier: MIT */
#include "mail/address.h"

#include "mail/phrase.h"

enum { LEAST_NAME = 2 }; /* bytes; initials say nothing */

static bool ends_atom(char byte) {
  switch (byte) {
  case ' ':
  case '\t':
  case '\r':
  case '\n':
  case '"':
  case ',':
  case ';':
  case ':':
  case '<':
  case '>':
  case '(':
  case ')':
    return true;
  default:
    return false;
  }
}

static size_t atom_size(struct base_slice text) {
  size_t size = 0;
  while (size < text.size && !ends_atom(text.bytes[size])) {
    size++;
  }
  return size;
}

/* The bytes of a quoted string or comment; comments nest. One that nobody
 * closed goes to the end. */
static size_t enclosed_size(struct base_slice text) {
  bool comment = text.bytes[0] == '(';
  size_t depth = 0;
  for (size_t i = 0; i < text.size; i++) {
    char byte = text.bytes[i];
    if (byte == '\\' && i + 1 < text.size) {
      i++;
    } else if (comment && byte == '(') {
      depth++;
    } else if (comment ? byte == ')' && --depth == 0 : byte == '"' && i > 0) {
      return i + 1;
    }
  }
  return text.size;
}

bool mail_piece_next(struct base_slice *address, struct mail_piece *piece) {
  if (address->size == 0) {
    return false;
  }
  size_t size = 1;
  char first = address->bytes[0];
  if (first == '"' || first == '(') {
    piece->kind = first == '"' ? MAIL_PIECE_QUOTED : MAIL_PIECE_COMMENT;
    size = enclosed_size(*address);
  } else if (ends_atom(first)) {
    piece->kind = MAIL_PIECE_MARK;
  } else {
    piece->kind = MAIL_PIECE_ATOM;
    size = atom_size(*address);
  }
  piece->text = (struct base_slice){address->bytes, size};
  *address = mail_skip(*address, size);
  return true;
}

bool mail_address_next(struct base_slice *list, struct mail_address *address) {
  *address = (struct mail_address){.text = {list->bytes, 0}};
  struct mail_piece piece;
  bool some = false;
  while (mail_piece_next(list, &piece)) {
    char mark = piece.kind == MAIL_PIECE_MARK ? piece.text.bytes[0] : '\0';
    some = true;
    if (mark == ',' || mark == ';') {
      address->text.size = (size_t)(piece.text.bytes - address->text.bytes);
      return true;
    }
    if (mark == ':') {
      *address =
          (struct mail_address){.text = {list->bytes, 0}, .in_group = true};
    }
    address->is_one = address->is_one || piece.kind == MAIL_PIECE_ATOM ||
                      piece.kind == MAIL_PIECE_QUOTED;
  }
  address->text.size = (size_t)(list->bytes - address->text.bytes);
  return some;
}

size_t mail_addresses_count(struct base_slice list) {
  size_t count = 0;
  struct mail_address address;
  while (mail_address_next(&list, &address)) {
    count += address.is_one;
  }
  return count;
}

/* ------------------------------------------------------------------ names */

/* A word in a charset that is not known, or in a draft: no name. */
static bool is_encoded_word(struct base_slice atom) {
  return atom.size > 2 && atom.bytes[0] == '=' && atom.bytes[1] == '?';
}

/* What of a piece may be names. */
static struct base_slice names_in(const struct mail_piece *piece) {
  struct base_slice text = piece->text;
  if (piece->kind == MAIL_PIECE_ATOM) {
    text.size = is_encoded_word(text) ? 0 : base_slice_find(text, '@');
  }
  return text;
}

bool mail_word_next(struct base_slice *text, struct base_slice *word) {
  while (text->size > 0 && !mail_is_name_byte(text->bytes[0])) {
    *text = mail_skip(*text, 1);
  }
  size_t size = 0;
  while (size < text->size && mail_is_name_byte(text->bytes[size])) {
    size++;
  }
  *word = (struct base_slice){text->bytes, size};
  *text = mail_skip(*text, size);
  return size > 0;
}

static struct base_slice strip_apostrophes(struct base_slice word) {
  while (word.size > 0 && word.bytes[0] == '\'') {
    word = mail_skip(word, 1);
  }
  while (word.size > 0 && word.bytes[word.size - 1] == '\'') {
    word.size--;
  }
  return word;
}

struct mail_name_reader mail_name_reader_of(struct base_slice list) {
  return (struct mail_name_reader){.list = list};
}

/* Goes on to the next piece; false when there is none. */
static bool go_on(struct mail_name_reader *reader) {
  struct mail_piece piece;
  struct mail_address address;
  while (!mail_piece_next(&reader->address, &piece)) {
    if (!mail_address_next(&reader->list, &address)) {
      return false;
    }
    reader->address = address.text;
  }
  reader->words = names_in(&piece);
  return true;
}

bool mail_name_next(struct mail_name_reader *reader, struct base_slice *name) {
  do {
    while (mail_word_next(&reader->words, name)) {
      *name = strip_apostrophes(*name);
      if (name->size >= LEAST_NAME) {
        return true;
      }
    }
  } while (go_on(reader));
  return false;
}

/* ------------------------------------------------------- single addresses */

struct base_slice mail_first_local_part(const char *list) {
  const char *at = strchr(list, '@');
  if (at == NULL) {
    return (struct base_slice){list, 0};
  }
  const char *start = at;
  while (start > list && !ends_atom(start[-1])) {
    start--;
  }
  return (struct base_slice){start, (size_t)(at - start)};
}

/* From its local part to the end of the atom; empty without an @. */
static struct base_slice whole_address(struct base_slice local) {
  local.size = local.size == 0 ? 0 : atom_size(base_slice_of(local.bytes));
  return local;
}

bool mail_is_only_address(const char *list, const char *other) {
  struct base_slice local = mail_first_local_part(list);
  struct base_slice other_local = mail_first_local_part(other);
  if (local.size == 0 || !mail_same_nocase(local, other_local)) {
    return false;
  }
  struct base_slice only = whole_address(local);
  return mail_same_nocase(only, whole_address(other_local)) &&
         strchr(only.bytes + only.size, '@') == NULL;
}

/* ------------------------------------------------------ in running text */

/* Whether an address may have its at sign there, with bytes around it. */
static bool is_address_sign(const char *at) {
  return (mail_is_letter(at[1]) || mail_is_digit(at[1])) && at[-1] > ' ' &&
         at[-1] != '<' && at[-1] != '(';
}

bool mail_holds_address(struct base_slice text) {
  if (text.size < sizeof "a@b" - 1) {
    return false;
  }
  const char *last = text.bytes + text.size - 1;
  const char *at = text.bytes + 1;
  while (at < last && (at = memchr(at, '@', (size_t)(last - at))) != NULL) {
    if (is_address_sign(at)) {
      return true;
    }
    at++;
  }
  return false;
}
