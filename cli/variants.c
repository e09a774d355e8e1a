/* SPDX-License-Identifier: MIT */
#include "variants.h"

#include "letters.h"
#include "utf8.h"

#include <stdlib.h>
#include <string.h>

const char *cli_variant_name(enum cli_variant_id id) {
  static const char *const names[] = {
      [CLI_AS_WRITTEN] = "as written",
      [CLI_WRAPPED] = "wrapped at 40 columns",
      [CLI_CURLY] = "with curly quotes",
      [CLI_DECOMPOSED] = "with decomposed letters",
      [CLI_CAPITALS] = "in capitals",
      [CLI_QUOTED] = "in a quote",
  };
  return names[id];
}

static bool is_blank(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\n';
}

static size_t word_size(const char *bytes, size_t size) {
  size_t i = 0;
  while (i < size && !is_blank(bytes[i])) {
    i++;
  }
  return i;
}

static size_t count_characters(const char *bytes, size_t size) {
  size_t count = 0;
  for (size_t i = 0; i < size; i++) {
    count += !cli_utf8_continues(bytes[i]);
  }
  return count;
}

/* "12." or "(b)", but not "May.": digits or one letter. */
static bool looks_like_number(const char *word, size_t size) {
  size_t start = word[0] == '(' ? 1 : 0;
  if (size < start + 2 || strchr(".):", word[size - 1]) == NULL) {
    return false;
  }
  size_t digits = start;
  while (digits < size - 1 && word[digits] >= '0' && word[digits] <= '9') {
    digits++;
  }
  return digits == size - 1 || size == start + 2;
}

/* Whether a line that begins with this word would be read as a list item, a
 * quote or a heading rather than as running text. */
static bool looks_like_bullet(const char *word, size_t size) {
  if (size == 0 || strchr("-*+>#|=~:", word[0]) != NULL) {
    return true;
  }
  bool sign = size <= 3 && (unsigned char)word[0] >= 0x80; /* •, – */
  return sign || looks_like_number(word, size);
}

/* Each blank may become a line break, so that bytes stay where they are. */
static void wrap(struct cli_bytes *text) {
  enum { COLUMNS = 40 };
  size_t column = 0;
  for (size_t i = 0; i < text->size;) {
    char *blank = text->bytes + i;
    if (!is_blank(*blank)) {
      size_t size = word_size(blank, text->size - i);
      column += count_characters(blank, size);
      i += size;
      continue;
    }
    size_t next = word_size(blank + 1, text->size - i - 1);
    bool breaks = *blank == ' ' && column > 0 &&
                  column + 1 + count_characters(blank + 1, next) > COLUMNS &&
                  !looks_like_bullet(blank + 1, next);
    if (breaks) {
      *blank = '\n';
    }
    column = *blank == '\n' ? 0 : column + 1;
    i++;
  }
}

static bool is_opening(const char *sentence, size_t i) {
  return i == 0 || strchr(" \t\n([", sentence[i - 1]) != NULL;
}

/* What stands for the character at sentence[i], of `c.size` bytes. */
static void add_changed(struct cli_variant *variant, enum cli_variant_id id,
                        const char *sentence, size_t i,
                        struct cli_character c) {
  struct cli_bytes *text = &variant->text;
  char upper[4];
  const char *apart;
  if (id == CLI_CURLY && c.code_point == '\'') {
    cli_bytes_add_string(text, is_opening(sentence, i) ? "‘" : "’");
  } else if (id == CLI_CURLY && c.code_point == '"') {
    cli_bytes_add_string(text, is_opening(sentence, i) ? "“" : "”");
  } else if (id == CLI_CAPITALS && c.valid) {
    cli_bytes_add(text, upper,
                  cli_utf8_encode(cli_letter_upper(c.code_point), upper));
  } else if (id == CLI_DECOMPOSED && c.valid &&
             (apart = cli_letter_apart(c.code_point)) != NULL) {
    cli_bytes_add_string(text, apart);
  } else {
    cli_bytes_add(text, sentence + i, c.size);
  }
}

static void change_characters(struct cli_variant *variant,
                              enum cli_variant_id id, const char *sentence,
                              size_t size) {
  for (size_t i = 0; i < size;) {
    struct cli_character c = cli_utf8_decode(sentence + i, size - i);
    for (size_t j = 0; j < c.size; j++) {
      variant->offsets[i + j] = variant->text.size;
    }
    add_changed(variant, id, sentence, i, c);
    i += c.size;
  }
  variant->offsets[size] = variant->text.size;
}

/* Sam,
 *
 * the lines below are from last week.
 *
 * > the sentence
 */
static void quote(struct cli_variant *variant, const char *sentence,
                  size_t size) {
  cli_bytes_add_string(&variant->text,
                       "Sam,\n\nthe lines below are from last week.\n\n> ");
  for (size_t i = 0; i < size; i++) {
    variant->offsets[i] = variant->text.size;
    cli_bytes_add(&variant->text, sentence + i, 1);
    if (sentence[i] == '\n') {
      cli_bytes_add_string(&variant->text, "> ");
    }
  }
  variant->offsets[size] = variant->text.size;
  cli_bytes_add_string(&variant->text, "\n");
}

bool cli_variant_make(struct cli_variant *variant, enum cli_variant_id id,
                      const char *sentence, size_t size) {
  if (variant->offset_capacity <= size) {
    variant->offset_capacity = size + 1;
    variant->offsets =
        cli_resize(variant->offsets, (size + 1) * sizeof(size_t));
  }
  variant->text.size = 0;
  if (id == CLI_QUOTED) {
    quote(variant, sentence, size);
  } else {
    change_characters(variant, id, sentence, size);
  }
  if (id == CLI_WRAPPED) {
    wrap(&variant->text);
  }
  return id == CLI_AS_WRITTEN || variant->text.size != size ||
         memcmp(variant->text.bytes, sentence, size) != 0;
}

void cli_variant_destroy(struct cli_variant *variant) {
  cli_bytes_destroy(&variant->text);
  free(variant->offsets);
}
