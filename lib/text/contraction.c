/* SPDX-License-Identifier: MIT */
#include "text/contraction.h"

#include "text/lexicon.h"
#include "text/vocabulary.h"

#include <string.h>

static const char *const not_word[] = {"not", NULL};
static const char *const are_word[] = {"are", NULL};
static const char *const have_word[] = {"have", NULL};
static const char *const am_word[] = {"am", NULL};
static const char *const will_word[] = {"will", NULL};
static const char *const shall_word[] = {"shall", NULL};
static const char *const us_word[] = {"us", NULL};
static const char *const would_words[] = {"would", "had", NULL};
static const char *const is_words[] = {"is", "has", NULL};
static const char *const be_words[] = {"am", "is", "are", NULL};
static const char *const to_word[] = {"to", NULL};
static const char *const of_word[] = {"of", NULL};
static const char *const me_word[] = {"me", NULL};
static const char *const on_word[] = {"on", NULL};
static const char *const going_word[] = {"going", NULL};
static const char *const want_word[] = {"want", NULL};
static const char *const got_words[] = {"got", "have", NULL};
static const char *const come_word[] = {"come", NULL};
static const char *const let_word[] = {"let", NULL};
static const char *const give_word[] = {"give", NULL};

/* Endings that any word may take. */
static const struct ending {
  const char *spelling;
  uint8_t size;
  const char *const *readings;
  bool possessive;
} endings[] = {
    {"'s", 2, is_words, true},     {"n't", 3, not_word, false},
    {"'re", 3, are_word, false},   {"'ve", 3, have_word, false},
    {"'m", 2, am_word, false},     {"'ll", 3, will_word, false},
    {"'d", 2, would_words, false},
};

/* Words of their own: irregular ones and those written without apostrophe.
 * Never its, were, well and ill, which are English words, nor im, a German one;
 * cant and wont are words as well, but hardly of any mail. */
static const struct whole {
  const char *spelling;
  uint8_t size;
  uint8_t stem;
  const char *const *first; /* NULL: the stem */
  const char *const *second;
} wholes[] = {
    {"won't", 5, 2, will_word, not_word},
    {"shan't", 6, 3, shall_word, not_word},
    {"ain't", 5, 2, be_words, not_word},
    {"can't", 5, 3, NULL, not_word},
    {"let's", 5, 3, NULL, us_word},
    {"c'mon", 5, 0, come_word, on_word},
    /* The rest has no apostrophe. */
    {"cannot", 6, 3, NULL, not_word},
    {"dont", 4, 2, NULL, not_word},
    {"doesnt", 6, 4, NULL, not_word},
    {"didnt", 5, 3, NULL, not_word},
    {"cant", 4, 3, NULL, not_word},
    {"wont", 4, 2, will_word, not_word},
    {"couldnt", 7, 5, NULL, not_word},
    {"wouldnt", 7, 5, NULL, not_word},
    {"isnt", 4, 2, NULL, not_word},
    {"arent", 5, 3, NULL, not_word},
    {"wasnt", 5, 3, NULL, not_word},
    {"werent", 6, 4, NULL, not_word},
    {"havent", 6, 4, NULL, not_word},
    {"hasnt", 5, 3, NULL, not_word},
    {"hadnt", 5, 3, NULL, not_word},
    {"shouldnt", 8, 6, NULL, not_word},
    {"youre", 5, 3, NULL, are_word},
    {"theyre", 6, 4, NULL, are_word},
    {"ive", 3, 1, NULL, have_word},
    {"youve", 5, 3, NULL, have_word},
    {"weve", 4, 2, NULL, have_word},
    {"theyve", 6, 4, NULL, have_word},
    {"hes", 3, 2, NULL, is_words},
    {"shes", 4, 3, NULL, is_words},
    {"thats", 5, 4, NULL, is_words},
    {"whats", 5, 4, NULL, is_words},
    {"theres", 6, 5, NULL, is_words},
    {"gonna", 5, 0, going_word, to_word},
    {"wanna", 5, 0, want_word, to_word},
    {"gotta", 5, 0, got_words, to_word},
    {"kinda", 5, 4, NULL, of_word},
    {"sorta", 5, 4, NULL, of_word},
    {"gimme", 5, 0, give_word, me_word},
    {"lemme", 5, 0, let_word, me_word},
};

enum { WHOLES = sizeof wholes / sizeof wholes[0] };

const char *text_contraction_word(size_t number) {
  static const char *const readings[] = {"not",  "are",   "have", "am",
                                         "will", "shall", "us",   "would",
                                         "had",  "is",    "has"};
  return number < TEXT_BARE_CONTRACTIONS
             ? wholes[WHOLES - TEXT_BARE_CONTRACTIONS + number].spelling
             : readings[number - TEXT_BARE_CONTRACTIONS];
}

static const struct whole *find_whole(const char *word, size_t size) {
  const struct whole *bare = &wholes[WHOLES - TEXT_BARE_CONTRACTIONS];
  bool apostrophe = memchr(word, '\'', size) != NULL;
  const struct whole *end = apostrophe ? bare : &wholes[WHOLES];
  for (const struct whole *at = apostrophe ? wholes : bare; at < end; at++) {
    if (at->size == size && memcmp(at->spelling, word, size) == 0) {
      return at;
    }
  }
  return NULL;
}

static const struct ending *find_ending(const char *word, size_t size) {
  for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
    size_t length = endings[i].size;
    if (size > length && endings[i].spelling[length - 1] == word[size - 1] &&
        memcmp(endings[i].spelling, word + size - length, length) == 0) {
      return &endings[i];
    }
  }
  return NULL;
}

static void add_part(struct text_contraction *contraction,
                     const char *const *readings, bool possessive) {
  contraction->parts[contraction->count++] =
      (struct text_contraction_part){readings, possessive};
}

bool text_contraction_split(const char *word, size_t size,
                            struct text_contraction *contraction) {
  /* Endings come off from the last to the first; what is left is a stem or a
   * whole of the table, so two parts at most. */
  enum { MOST_ENDINGS = TEXT_CONTRACTION_PARTS - 2 };
  const struct ending *found[MOST_ENDINGS];
  size_t count = 0;
  const struct whole *whole = find_whole(word, size);
  if (whole == NULL && memchr(word, '\'', size) == NULL) {
    return false;
  }
  while (whole == NULL && count < MOST_ENDINGS) {
    const struct ending *ending = find_ending(word, size);
    if (ending == NULL) {
      break;
    }
    found[count++] = ending;
    size -= ending->size;
    whole = find_whole(word, size);
  }
  *contraction = (struct text_contraction){.stem = size};
  if (whole != NULL) {
    contraction->stem = whole->stem;
    add_part(contraction, whole->first, false);
    add_part(contraction, whole->second, false);
  } else {
    add_part(contraction, NULL, false);
  }
  while (count > 0) {
    count--;
    add_part(contraction, found[count]->readings, found[count]->possessive);
  }
  return contraction->count > 1;
}

size_t text_contraction_words(const struct text_vocabulary_tables *vocabulary,
                              const char *folded,
                              const struct text_contraction *contraction,
                              size_t part, uint32_t *words) {
  const struct text_contraction_part *read = &contraction->parts[part];
  if (read->readings == NULL) {
    words[0] =
        text_vocabulary_find_folded(vocabulary, folded, contraction->stem);
    return 1;
  }
  size_t count = 0;
  for (; read->readings[count] != NULL; count++) {
    const char *word = read->readings[count];
    words[count] = text_vocabulary_find_folded(vocabulary, word, strlen(word));
  }
  if (read->possessive) {
    words[count++] = TEXT_POSSESSIVE;
  }
  return count;
}
