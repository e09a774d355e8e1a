/* SPDX-License-Identifier: MIT */
#include "mail/parameter.h"

#include "base/either.h"
#include "base/line_end.h"
#include "base/sort.h"
#include "mail/charset.h"
#include "mail/line.h"
#include "mail/phrase.h"
#include "mail/transfer.h"
#include "mail/word.h"

struct base_slice mail_first_word(struct base_slice value) {
  size_t size = 0;
  while (size < value.size && value.bytes[size] != ';' &&
         value.bytes[size] != '(' &&
         !base_is_blank_or_line_end(value.bytes[size])) {
    size++;
  }
  return (struct base_slice){value.bytes, size};
}

/* "name*7*=value": a section of a value, or all of it. */
struct piece {
  uint32_t number;
  bool in_sections; /* there is a number */
  bool extended;    /* a star at the end: percent signs, and a charset first */
  bool quoted;
  struct base_slice value;
};

BASE_VECTOR(pieces, struct piece);

/* The bytes up to a quotation mark that closes, without it. */
static size_t quoted_size(struct base_slice text) {
  size_t size = 0;
  while (size < text.size && text.bytes[size] != '"') {
    size += text.bytes[size] == '\\' && size + 1 < text.size ? 2 : 1;
  }
  return size;
}

/* The bytes of a value without quotation marks: up to a semicolon, or to a
 * comment. File names with blanks in them are met. */
static size_t bare_size(struct base_slice text) {
  size_t size = 0;
  while (size < text.size && text.bytes[size] != ';' &&
         (text.bytes[size] != '(' || size == 0 ||
          !base_is_blank_or_line_end(text.bytes[size - 1]))) {
    size++;
  }
  return size;
}

/* Past the next semicolon that is in no quoted string. */
static size_t skip_parameter(struct base_slice text) {
  size_t at = base_either_at(text, ';', '"');
  while (at < text.size && text.bytes[at] == '"') {
    at += 1 + quoted_size(mail_skip(text, at + 1));
    at += at < text.size;
    at += base_either_at(mail_skip(text, at), ';', '"');
  }
  return at < text.size ? at + 1 : at;
}

/* Reads "*", "*7" or "*7*" behind a name; false for anything else. */
static bool read_stars(struct base_slice stars, struct piece *piece) {
  size_t at = 0;
  if (at < stars.size && stars.bytes[at] == '*') {
    at++;
    size_t digits = at;
    while (at < stars.size && mail_is_digit(stars.bytes[at]) &&
           at - digits < 6) {
      piece->number = piece->number * 10 + (uint32_t)(stars.bytes[at] - '0');
      at++;
    }
    piece->in_sections = at > digits;
    piece->extended = at == digits;
  }
  if (piece->in_sections && at < stars.size && stars.bytes[at] == '*') {
    piece->extended = true;
    at++;
  }
  return at == stars.size;
}

/* A parameter: attribute and value, without blanks around them. */
struct parameter {
  struct base_slice attribute; /* empty where there is no equals sign */
  struct base_slice value;
};

/* Takes the parameter at `at`, which follows a semicolon, and the semicolon
 * behind it. Returns where the next one starts. */
static size_t take_parameter(struct base_slice value, size_t at,
                             struct parameter *parameter) {
  struct base_slice text = mail_skip(value, at);
  size_t size = skip_parameter(text);
  bool closed = at + size < value.size || text.bytes[size - 1] == ';';
  text.size = size - closed;
  const char *sign = memchr(text.bytes, '=', text.size);
  size_t before = sign == NULL ? 0 : (size_t)(sign - text.bytes);
  parameter->attribute = mail_trim((struct base_slice){text.bytes, before});
  parameter->value = mail_trim(mail_skip(text, before + (sign != NULL)));
  return at + size;
}

/* The value, without quotation marks and what follows it. */
static struct base_slice bare_value(struct base_slice value, bool *quoted) {
  *quoted = value.size > 0 && value.bytes[0] == '"';
  if (*quoted) {
    value = mail_skip(value, 1);
    value.size = quoted_size(value);
    return value;
  }
  value.size = bare_size(value);
  return mail_trim(value);
}

/* Whether a parameter is of that name, or a section of it. */
static bool read_piece(const struct parameter *parameter, const char *name,
                       struct piece *piece) {
  *piece = (struct piece){0};
  if (!mail_begins_nocase(parameter->attribute, name) ||
      !read_stars(mail_skip(parameter->attribute, strlen(name)), piece)) {
    return false;
  }
  piece->value = bare_value(parameter->value, &piece->quoted);
  return true;
}

static void collect(struct base_slice value, const char *name,
                    struct pieces *pieces) {
  for (size_t at = skip_parameter(value); at < value.size;) {
    struct parameter parameter;
    struct piece piece;
    at = take_parameter(value, at, &parameter);
    if (read_piece(&parameter, name, &piece)) {
      pieces_add(pieces, piece);
    }
  }
}

static int compare_pieces(const void *left, const void *right) {
  const struct piece *a = left;
  const struct piece *b = right;
  return base_order(a->number, b->number);
}

/* Keeps what is to be joined: "name*=" before "name*0=" before "name=", the
 * last being for programs that know no better. */
static void choose(struct pieces *pieces) {
  size_t sections = 0;
  for (size_t i = 0; i < pieces->count; i++) {
    const struct piece *piece = &pieces->items[i];
    if (piece->extended && !piece->in_sections) {
      pieces->items[0] = *piece;
      pieces->count = 1;
      return;
    }
    sections += piece->in_sections;
  }
  if (sections == 0) {
    pieces->count = 1;
    return;
  }
  size_t kept = 0;
  for (size_t i = 0; i < pieces->count; i++) {
    if (pieces->items[i].in_sections) {
      pieces->items[kept++] = pieces->items[i];
    }
  }
  base_sort(pieces->items, kept, sizeof pieces->items[0], compare_pieces);
  pieces->count = kept;
}

/* Takes "charset'language'" off the first piece. */
static struct base_slice take_charset(struct piece *piece) {
  struct base_slice charset = piece->value;
  charset.size = base_slice_find(charset, '\'');
  if (piece->extended && charset.size < piece->value.size) {
    struct base_slice rest = mail_skip(piece->value, charset.size + 1);
    size_t language = base_slice_find(rest, '\'');
    if (language < rest.size) {
      piece->value = mail_skip(rest, language + 1);
      return charset;
    }
  }
  return base_slice_of("");
}

/* The bytes at `at` that stand for themselves; the first one does. */
static size_t plain_size(const struct piece *piece, size_t at) {
  struct base_slice rest = mail_skip(piece->value, at);
  size_t size = 1;
  while (size < rest.size && !base_is_line_end(rest.bytes[size]) &&
         !(piece->extended && rest.bytes[size] == '%') &&
         !(piece->quoted && rest.bytes[size] == '\\')) {
    size++;
  }
  return size;
}

/* Undoes percent signs, or backslashes, and folds. */
static void add_piece(const struct piece *piece, uint32_t place,
                      struct mail_mapped *bytes) {
  struct base_slice value = piece->value;
  for (size_t at = 0; at < value.size;) {
    const char *byte = value.bytes + at;
    uint32_t raw = place + (uint32_t)at;
    size_t left = value.size - at;
    bool is_escape = piece->extended && *byte == '%';
    int escaped = is_escape ? mail_escape_value(mail_skip(value, at)) : -1;
    size_t size = 1;
    if (escaped >= 0) {
      char decoded = (char)escaped;
      size = 3;
      mail_mapped_add_unit(bytes, &decoded, 1, raw, 3);
    } else if (piece->quoted && *byte == '\\' && left > 1) {
      size = 2;
      mail_mapped_add_unit(bytes, byte + 1, 1, raw, 2);
    } else if (!base_is_line_end(*byte)) {
      size = plain_size(piece, at);
      mail_mapped_add_raw(bytes, byte, size, raw);
    }
    at += size;
  }
}

static void decode_pieces(struct pieces *pieces, struct base_slice value,
                          struct mail_mapped *text) {
  struct mail_mapped bytes = {0};
  struct base_slice charset = take_charset(&pieces->items[0]);
  for (size_t i = 0; i < pieces->count; i++) {
    const struct piece *piece = &pieces->items[i];
    add_piece(piece, (uint32_t)(piece->value.bytes - value.bytes), &bytes);
  }
  struct text_source joined = mail_mapped_source(&bytes);
  unsigned flaws = mail_charset_decode(charset, &joined, UINT32_MAX, text);
  if ((flaws & MAIL_UNKNOWN) != 0) {
    mail_mapped_add_copy(text, &joined, 0, joined.size);
  }
  text->bytes.failed = text->bytes.failed || mail_mapped_failed(&bytes);
  mail_mapped_destroy(&bytes);
}

bool mail_parameter_decode(struct base_slice value, const char *name,
                           struct mail_mapped *text) {
  struct pieces pieces = {0};
  collect(value, name, &pieces);
  bool found = pieces.count > 0;
  if (found) {
    choose(&pieces);
    const struct piece *first = &pieces.items[0];
    bool alone = !first->extended && !first->in_sections;
    if (alone && mail_has_words(first->value)) {
      mail_words_decode(first->value,
                        (uint32_t)(first->value.bytes - value.bytes), false,
                        text);
    } else {
      decode_pieces(&pieces, value, text);
    }
  }
  text->bytes.failed = text->bytes.failed || pieces.failed;
  pieces_destroy(&pieces);
  return found;
}

const char *mail_parameter_string(struct base_slice value, const char *name,
                                  struct base_arena *arena) {
  struct mail_mapped text = {0};
  bool found = mail_parameter_decode(value, name, &text);
  const char *string = mail_mapped_string(&text, arena);
  return found ? string : NULL;
}

const char *const mail_parameter_names[MAIL_PARAMETERS] = {
    [MAIL_PARAMETER_CHARSET] = "charset",
    [MAIL_PARAMETER_NAME] = "name",
    [MAIL_PARAMETER_FILENAME] = "filename",
    [MAIL_PARAMETER_BOUNDARY] = "boundary",
    [MAIL_PARAMETER_FORMAT] = "format",
    [MAIL_PARAMETER_DELSP] = "delsp",
    [MAIL_PARAMETER_METHOD] = "method",
    [MAIL_PARAMETER_SMIME_TYPE] = "smime-type",
};

static unsigned number_of(struct base_slice name) {
  unsigned i = 0;
  while (i < MAIL_PARAMETERS &&
         !mail_equals_nocase(name, mail_parameter_names[i])) {
    i++;
  }
  return i;
}

/* Whether a value stands for itself: it is ASCII without any mark that is to be
 * undone, such as "=?" of an encoded word. */
static bool is_plain(struct base_slice value) {
  for (size_t i = 0; i < value.size; i++) {
    char byte = value.bytes[i];
    if ((byte & 0x80) != 0 || byte == '\\' || byte == '?' ||
        base_is_line_end(byte)) {
      return false;
    }
  }
  return true;
}

/* Reads one of them. The first of its name counts, unless one has a star:
 * then all of that name are looked at, once. */
static void add_parameter(struct mail_parameters *parameters,
                          const struct parameter *parameter,
                          struct base_slice all, struct base_arena *arena) {
  struct base_slice name = parameter->attribute;
  const char *star = memchr(name.bytes, '*', name.size);
  name.size = star == NULL ? name.size : (size_t)(star - name.bytes);
  unsigned number = number_of(name);
  if (number == MAIL_PARAMETERS || parameters->decoded[number] ||
      (star == NULL && parameters->strings[number] != NULL)) {
    return;
  }
  bool quoted;
  struct base_slice value = bare_value(parameter->value, &quoted);
  parameters->decoded[number] = star != NULL || !is_plain(value);
  parameters->strings[number] =
      parameters->decoded[number]
          ? mail_parameter_string(all, mail_parameter_names[number], arena)
          : base_arena_copy(arena, value.bytes, value.size);
}

struct mail_parameters mail_parameters_read(struct base_slice value,
                                            struct base_arena *arena) {
  struct mail_parameters parameters = {0};
  for (size_t at = skip_parameter(value); at < value.size;) {
    struct parameter parameter;
    at = take_parameter(value, at, &parameter);
    add_parameter(&parameters, &parameter, value, arena);
  }
  return parameters;
}
