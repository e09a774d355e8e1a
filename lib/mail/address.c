/* SPDX-License-Identifier: MIT */
#include "mail/address.h"

#include "mail/phrase.h"

enum { LEAST_NAME = 2 }; /* bytes; initials say nothing */

struct reader {
  struct base_slice rest;
  struct mail_names *names;
  struct base_arena *arena;
  size_t group_start; /* names before a colon are the group's: dropped */
};

static bool is_name_byte(char byte) {
  return mail_is_letter(byte) || (byte & 0x80) != 0 || byte == '\'';
}

static void add_name(struct reader *reader, struct base_slice word) {
  while (word.size > 0 && word.bytes[0] == '\'') {
    word = mail_skip(word, 1);
  }
  while (word.size > 0 && word.bytes[word.size - 1] == '\'') {
    word.size--;
  }
  if (word.size >= LEAST_NAME) {
    mail_names_add(reader->names,
                   base_arena_copy(reader->arena, word.bytes, word.size));
  }
}

/* Adds the words of a display name, comment or local part. */
static void add_names(struct reader *reader, struct base_slice text) {
  size_t start = 0;
  for (size_t i = 0; i <= text.size; i++) {
    if (i == text.size || !is_name_byte(text.bytes[i])) {
      add_name(reader, (struct base_slice){text.bytes + start, i - start});
      start = i + 1;
    }
  }
}

size_t mail_enclosed_size(struct base_slice text) {
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

size_t mail_atom_size(struct base_slice text) {
  size_t size = 0;
  while (size < text.size && !ends_atom(text.bytes[size])) {
    size++;
  }
  return size;
}

static struct base_slice local_part(struct base_slice atom) {
  const char *at = memchr(atom.bytes, '@', atom.size);
  size_t size = at == NULL ? atom.size : (size_t)(at - atom.bytes);
  return (struct base_slice){atom.bytes, size};
}

/* A word in a charset that is not known, or in a draft: no name. */
static bool is_encoded_word(struct base_slice atom) {
  return atom.size > 2 && atom.bytes[0] == '=' && atom.bytes[1] == '?';
}

/* Reads one piece of an address; whether there was one. */
static bool read_piece(struct reader *reader) {
  size_t size = 1;
  bool some = true;
  switch (reader->rest.bytes[0]) {
  case '"':
  case '(': /* a comment is no address */
    some = reader->rest.bytes[0] == '"';
    size = mail_enclosed_size(reader->rest);
    add_names(reader, (struct base_slice){reader->rest.bytes, size});
    break;
  case ':':
    reader->names->count = reader->group_start;
    some = false;
    break;
  case ' ':
  case '\t':
  case '\r':
  case '\n':
  case '<':
  case '>':
  case ')':
    some = false;
    break;
  default:
    size = mail_atom_size(reader->rest);
    struct base_slice atom = {reader->rest.bytes, size};
    if (!is_encoded_word(atom)) {
      add_names(reader, local_part(atom));
    }
  }
  reader->rest = mail_skip(reader->rest, size);
  return some;
}

size_t mail_addresses_read(const char *list, struct mail_names *names,
                           struct base_arena *arena) {
  struct reader reader = {base_slice_of(list), names, arena, names->count};
  size_t addresses = 0;
  bool some = false;
  while (reader.rest.size > 0) {
    char byte = reader.rest.bytes[0];
    if (byte == ',' || byte == ';') {
      addresses += some;
      some = false;
      reader.group_start = names->count;
      reader.rest = mail_skip(reader.rest, 1);
    } else if (byte == ':') {
      read_piece(&reader);
      some = false;
    } else {
      some = read_piece(&reader) || some;
    }
  }
  return addresses + some;
}

struct base_slice mail_first_local_part(const char *list) {
  struct base_slice text = base_slice_of(list);
  const char *at = strchr(list, '@');
  if (at == NULL) {
    return (struct base_slice){list, 0};
  }
  const char *start = at;
  while (start > text.bytes && memchr(" \t<\"(,;:", start[-1], 8) == NULL) {
    start--;
  }
  return (struct base_slice){start, (size_t)(at - start)};
}

/* From its local part to the end of the atom; empty without an @. */
static struct base_slice first_address(const char *list) {
  struct base_slice local = mail_first_local_part(list);
  size_t size =
      local.size == 0 ? 0 : mail_atom_size(base_slice_of(local.bytes));
  return (struct base_slice){local.bytes, size};
}

bool mail_is_only_address(const char *list, const char *other) {
  struct base_slice only = first_address(list);
  struct base_slice first = first_address(other);
  if (only.size == 0 || only.size != first.size ||
      strchr(only.bytes + only.size, '@') != NULL) {
    return false;
  }
  for (size_t i = 0; i < only.size; i++) {
    char a = only.bytes[i];
    char b = first.bytes[i];
    if (mail_is_letter(a) ? (a | 0x20) != (b | 0x20) : a != b) {
      return false;
    }
  }
  return true;
}
