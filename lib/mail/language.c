/* SPDX-License-Identifier: MIT */
#include "mail/language.h"

#include "base/eight.h"
#include "mail/phrase.h"
#include "mail/stop_words.h"

enum {
  MOST_WORDS = 256, /* more tell nothing new */
  CHECK_WORDS = 8,  /* how often it is asked whether enough was read */
  CLEAR_VOTES = 16, /* enough, when no other language has a third of it */
  LEAST_VOTES = 3,  /* one word that languages share must not decide */
  LEAST_SHARE = 8,  /* one word in so many: lists of names have fewer */
};

struct vote {
  size_t words;
  size_t most; /* of the votes */
  size_t votes[MAIL_LANGUAGES];
};

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

static uint64_t folded_word(const char *bytes, size_t size) {
  char word[BASE_EIGHT];
  memcpy(word, bytes, size);
  fold_word(word, size);
  return base_eight_load(word, size);
}

/* The letters at `at`, which are `first` or begin with these eight bytes.
 * Longer words are in no table. */
static size_t word_size(struct base_slice text, size_t at, uint64_t first) {
  size_t size =
      base_eight_leading(base_eight_letters(first) | base_eight_wide(first));
  if (size == BASE_EIGHT) {
    while (at + size < text.size && is_letter(text.bytes[at + size])) {
      size++;
    }
  }
  return size;
}

/* A word of which `first` are the first eight bytes. */
static void count_word(struct vote *vote, const char *bytes, size_t size,
                       uint64_t first) {
  vote->words++;
  if (size > BASE_EIGHT) {
    return;
  }
  uint64_t small = base_eight_first(first | BASE_EACH(0x20), (unsigned)size);
  uint64_t word =
      base_eight_wide(small) == 0 ? small : folded_word(bytes, size);
  uint16_t languages = mail_stop_word_languages(word);
  for (; languages != 0; languages &= (uint16_t)(languages - 1)) {
    size_t votes = ++vote->votes[__builtin_ctz(languages)];
    vote->most = votes > vote->most ? votes : vote->most;
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
  size_t second = 0;
  if (vote->words % CHECK_WORDS != 0) {
    return false;
  }
  if (vote->words >= MOST_WORDS || vote->most < CLEAR_VOTES) {
    return vote->words >= MOST_WORDS;
  }
  leader(vote, &second);
  return second * 3 <= vote->most;
}

/* Whether the byte joins what stands beside it to an address or a name of the
 * computer's: "acme.de", "a_la_carte". */
static bool joins(char byte) {
  return byte == '@' || byte == '_' || byte == '/' || byte == '\\' ||
         byte == '.' || mail_is_digit(byte);
}

/* Whether the word joins what stands beside it. */
static bool is_joined(struct base_slice text, size_t start, size_t end) {
  if (start > 0 && joins(text.bytes[start - 1])) {
    return true;
  }
  return end + 1 < text.size && joins(text.bytes[end]) &&
         (is_letter(text.bytes[end + 1]) || mail_is_digit(text.bytes[end + 1]));
}

/* Counts the words of a stretch; false when enough were read. A word may be
 * cut by an apostrophe: "c'est" is two. */
static bool count_words(struct vote *vote, struct base_slice text) {
  size_t at = 0;
  while (at < text.size) {
    if (!is_letter(text.bytes[at])) {
      at++;
      continue;
    }
    uint64_t first = base_eight_load(text.bytes + at, text.size - at);
    size_t end = at + word_size(text, at, first);
    if (!is_joined(text, at, end)) {
      count_word(vote, text.bytes + at, end - at, first);
      if (is_enough(vote)) {
        return false;
      }
    }
    at = end;
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
