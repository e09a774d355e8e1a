/* SPDX-License-Identifier: MIT */
/* Phrases are written with full words; here a contraction in one is told from
 * other words, and what to write instead. */
#include "rules/phrase_tree.h"

#include <stdio.h>
#include <string.h>

struct rewriting {
  const char *from;
  const char *to;
};

/* Whole words, folded, with a straight apostrophe. */
static const struct rewriting words[] = {
    {"won't", "will not"},
    {"shan't", "shall not"},
    {"can't", "can not"},
    {"cannot", "can not"},
    {"ain't", "is not"},
    {"let's", "let us"},
    {"it's", "it is"},
    {"he's", "he is"},
    {"she's", "she is"},
    {"that's", "that is"},
    {"this's", "this is"},
    {"there's", "there is"},
    {"here's", "here is"},
    {"what's", "what is"},
    {"who's", "who is"},
    {"where's", "where is"},
    {"when's", "when is"},
    {"why's", "why is"},
    {"how's", "how is"},
    {"dont", "do not"},
    {"doesnt", "does not"},
    {"didnt", "did not"},
    {"isnt", "is not"},
    {"arent", "are not"},
    {"wasnt", "was not"},
    {"havent", "have not"},
    {"hasnt", "has not"},
    {"shouldnt", "should not"},
    {"youre", "you are"},
    {"theyre", "they are"},
    {"ive", "I have"},
    {"youve", "you have"},
    {"thats", "that is"},
    {"shouldn't've", "should not have"},
    {"wouldn't've", "would not have"},
    {"couldn't've", "could not have"},
};

/* Endings of a word; the rest stays. */
static const struct rewriting endings[] = {
    {"n't", " not"},  {"'re", " are"},  {"'ve", " have"},
    {"'ll", " will"}, {"'d", " would"}, {"'m", " am"},
};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* ASCII letters small, apostrophes straight; false when the word is too long
 * to be a contraction. */
static bool simplify(struct base_slice word, char *out, size_t size) {
  static const char *const apostrophes[] = {"\xE2\x80\x98", "\xE2\x80\x99",
                                            "\xCA\xBC", "\xC2\xB4", "`"};
  size_t used = 0;
  for (size_t i = 0; i < word.size;) {
    if (used + 1 >= size) {
      return false;
    }
    size_t step = 1;
    char byte = word.bytes[i];
    for (size_t a = 0; a < COUNT(apostrophes); a++) {
      size_t length = strlen(apostrophes[a]);
      if (length <= word.size - i &&
          memcmp(word.bytes + i, apostrophes[a], length) == 0) {
        byte = '\'';
        step = length;
      }
    }
    out[used++] = byte >= 'A' && byte <= 'Z' ? (char)(byte | 0x20) : byte;
    i += step;
  }
  out[used] = '\0';
  return true;
}

bool phrase_contraction(struct base_slice word, char *full, size_t size) {
  char simple[32];
  if (!simplify(word, simple, sizeof simple)) {
    return false;
  }
  for (size_t i = 0; i < COUNT(words); i++) {
    if (strcmp(simple, words[i].from) == 0) {
      snprintf(full, size, "%s", words[i].to);
      return true;
    }
  }
  size_t length = strlen(simple);
  for (size_t i = 0; i < COUNT(endings); i++) {
    size_t ending = strlen(endings[i].from);
    if (length > ending &&
        strcmp(simple + length - ending, endings[i].from) == 0) {
      snprintf(full, size, "%.*s%s", (int)(length - ending), simple,
               endings[i].to);
      return true;
    }
  }
  return false;
}
