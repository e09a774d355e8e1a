/* SPDX-License-Identifier: MIT */
#include "mail/language.h"

#include "mail/line.h"
#include "mail/phrase.h"
#include "mail/stop_words.h"

enum {
  MOST_WORDS = 256,  /* more tell nothing new */
  CHECK_WORDS = 8,   /* how often it is asked whether enough was read */
  CLEAR_VOTES = 16,  /* enough, when no other language has a third of it */
  LEAST_VOTES = 3,   /* one word that languages share must not decide */
  LEAST_SHARE = 8,   /* one word in so many: lists of names have fewer */
  LARGEST_WORD = 12, /* bytes of the words in the table, and more */
};

struct vote {
  size_t words;
  size_t votes[MAIL_LANGUAGES];
};

static int compare_word(const char *word, size_t size, const char *other) {
  int order = strncmp(word, other, size);
  return order != 0 || other[size] == '\0' ? order : -1;
}

static uint16_t languages_of(const char *word, size_t size) {
  size_t low = 0;
  size_t high = mail_stop_word_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    int order = compare_word(word, size, mail_stop_words[middle].word);
    if (order == 0) {
      return mail_stop_words[middle].languages;
    }
    if (order < 0) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return 0;
}

/* Letters of all scripts, since the bytes of none but ASCII are looked at. */
static bool is_letter(char byte) {
  return mail_is_letter(byte) || (byte & 0x80) != 0;
}

/* Small letters: ASCII, Latin-1 and Cyrillic. */
static void fold_word(char *word, size_t size) {
  for (size_t i = 0; i < size; i++) {
    uint8_t byte = (uint8_t)word[i];
    uint8_t next = i + 1 < size ? (uint8_t)word[i + 1] : 0;
    if (byte < 0x80) {
      word[i] = (char)(byte | 0x20);
    } else if (byte == 0xc3 && next >= 0x80 && next <= 0x9e) {
      word[++i] = (char)(next + 0x20);
    } else if (byte == 0xd0 && next >= 0x90 && next <= 0x9f) {
      word[++i] = (char)(next + 0x20);
    } else if (byte == 0xd0 && next >= 0xa0 && next <= 0xaf) {
      word[i] = (char)0xd1;
      word[++i] = (char)(next - 0x20);
    }
  }
}

static void count_word(struct vote *vote, const char *bytes, size_t size) {
  vote->words++;
  if (size > LARGEST_WORD) {
    return;
  }
  char word[LARGEST_WORD];
  memcpy(word, bytes, size);
  fold_word(word, size);
  uint16_t languages = languages_of(word, size);
  for (size_t i = 0; languages != 0; i++, languages >>= 1) {
    vote->votes[i] += languages & 1;
  }
}

/* The language with most votes; *second is what the next one has. */
static size_t leader(const struct vote *vote, size_t *second) {
  size_t best = 0;
  *second = 0;
  for (size_t i = 1; i < MAIL_LANGUAGES; i++) {
    size_t loser = i;
    if (vote->votes[i] > vote->votes[best]) {
      loser = best;
      best = i;
    }
    *second = vote->votes[loser] > *second ? vote->votes[loser] : *second;
  }
  return best;
}

static bool is_enough(const struct vote *vote) {
  size_t second;
  if (vote->words % CHECK_WORDS != 0) {
    return false;
  }
  size_t votes = vote->votes[leader(vote, &second)];
  return vote->words >= MOST_WORDS ||
         (votes >= CLEAR_VOTES && second * 3 <= votes);
}

/* Whether the byte joins what stands beside it to an address or a name of the
 * computer's: "acme.de", "a_la_carte". */
static bool joins(char byte) {
  return byte == '@' || byte == '_' || byte == '/' || byte == '\\' ||
         byte == '.' || mail_is_digit(byte);
}

/* Counts the words of a stretch; false when enough were read. A word may be
 * cut by an apostrophe: "c'est" is two. */
static bool count_words(struct vote *vote, struct base_slice text) {
  size_t at = 0;
  while (at < text.size) {
    size_t start = at;
    while (at < text.size && is_letter(text.bytes[at])) {
      at++;
    }
    bool joined =
        (start > 0 && joins(text.bytes[start - 1])) ||
        (at + 1 < text.size && joins(text.bytes[at]) &&
         (is_letter(text.bytes[at + 1]) || mail_is_digit(text.bytes[at + 1])));
    if (at > start && !joined) {
      count_word(vote, text.bytes + start, at - start);
      if (is_enough(vote)) {
        return false;
      }
    }
    at += at < text.size && !is_letter(text.bytes[at]);
  }
  return true;
}

const char *mail_language_of(const struct courtesy_message *message) {
  struct vote vote = {0};
  const char *bytes = message->sources[MAIL_SOURCE_TEXT].bytes;
  bool more = true;
  for (size_t i = 0; i < message->regions.count && more; i++) {
    const struct mail_region *region = &message->regions.items[i];
    if (region->zone == COURTESY_ZONE_BODY &&
        region->source == MAIL_SOURCE_TEXT) {
      more =
          count_words(&vote, (struct base_slice){bytes + region->start,
                                                 region->end - region->start});
    }
  }
  size_t second;
  size_t best = leader(&vote, &second);
  size_t votes = vote.votes[best];
  bool clear = votes >= LEAST_VOTES && votes * LEAST_SHARE >= vote.words &&
               votes * 2 >= second * 3 && votes > second + 1;
  return clear ? mail_languages[best] : NULL;
}

bool mail_language_is_told(const char *language) {
  for (size_t i = 0; i < MAIL_LANGUAGES; i++) {
    if (strcmp(mail_languages[i], language) == 0) {
      return true;
    }
  }
  return false;
}
