/* SPDX-License-Identifier: MIT */
#include "mail/language.h"

#include "base/block.h"
#include "base/eight.h"
#include "mail/phrase.h"
#include "mail/stop_words.h"

enum {
  MOST_WORDS = 256,
  CHECK_WORDS = 8,  /* how often it is asked whether enough was read */
  CLEAR_VOTES = 16, /* enough, when no other language has a third of it */
  LEAST_VOTES = 3,  /* one word that languages share must not decide */
  LEAST_SHARE = 8,  /* one word in so many: lists of names have fewer */
};

struct vote {
  bool is_enough; /* more words would tell nothing new */
  size_t words;
  size_t most; /* of the votes */
  size_t votes[MAIL_LANGUAGES];
};

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
  if (vote->words >= MOST_WORDS || vote->most < CLEAR_VOTES) {
    return vote->words >= MOST_WORDS;
  }
  leader(vote, &second);
  return second * 3 <= vote->most;
}

/* The first bytes of `text` are a word that a table may hold. */
static void count_votes(struct vote *vote, struct base_slice text,
                        size_t size) {
  uint64_t first = base_eight_load(text.bytes, text.size);
  uint64_t small = base_eight_first(first | BASE_EACH(0x20), (unsigned)size);
  uint64_t word =
      base_eight_wide(small) == 0 ? small : folded_word(text.bytes, size);
  uint16_t languages = mail_stop_word_languages(word);
  for (; languages != 0; languages &= (uint16_t)(languages - 1)) {
    size_t votes = ++vote->votes[__builtin_ctz(languages)];
    vote->most = votes > vote->most ? votes : vote->most;
  }
}

static void count_word(struct vote *vote, struct base_slice text, size_t size) {
  vote->words++;
  if (size <= BASE_EIGHT) {
    count_votes(vote, text, size);
  }
  if (vote->words % CHECK_WORDS == 0) {
    vote->is_enough = is_enough(vote);
  }
}

/*
 * A block of the text as bits. Letters are those of all scripts, since the
 * bytes of none but ASCII are looked at. What joins words to addresses and
 * names of the computer's, "acme.de", "a_la_carte", takes them their votes. A
 * word may be cut by an apostrophe: "c'est" is two.
 *
 *     bytes    see acme.de, c'est 5th
 *     starts   ■   ■    ■   ■ ■    ■      of words
 *     ends        ■    ■  ■  ■   ■   ■
 *     joined           ■■          ■      starts and ends that take votes
 */
struct sight {
  uint64_t starts;
  uint64_t ends;
  uint64_t joined;
  uint64_t letters;
  uint64_t joints;
};

/* The letter and the joint right before a block, as bits 0. */
struct border {
  uint64_t letter;
  uint64_t joint;
};

static struct sight look(struct base_slice text, const struct border *left) {
  struct base_block block = base_block_start(text.bytes, text.size);
  uint64_t letters = base_block_letters(block) | base_block_wide(block);
  uint64_t joints = base_block_range(block, '.', 12) | /* ./0123456789 */
                    base_block_equal(block, '@') |
                    base_block_equal(block, '_') |
                    base_block_equal(block, '\\');
  uint64_t names = letters | base_block_digits(block);
  uint64_t before = letters << 1 | left->letter;
  uint64_t starts = letters & ~before;
  uint64_t ends = ~letters & before;
  if (left->letter != 0) { /* the end of a word that was counted */
    ends &= ends - 1;
  }
  return (struct sight){
      .starts = starts,
      .ends = text.size > BASE_BLOCK ? ends << 1 >> 1 : ends,
      .joined =
          (starts & (joints << 1 | left->joint)) | (ends & joints & names >> 1),
      .letters = letters,
      .joints = joints,
  };
}

static uint64_t lowest(uint64_t bits) {
  return bits & (~bits + 1);
}

/* Counts the words in the block that `text` starts with; how many bytes were
 * read. A word that may go on behind the block is left to the next one, unless
 * it fills this. */
static size_t count_block(struct vote *vote, struct base_slice text,
                          struct sight sight) {
  while (sight.starts != 0 && !vote->is_enough) {
    uint64_t borders = lowest(sight.starts) | lowest(sight.ends);
    size_t start = (size_t)__builtin_ctzll(sight.starts);
    size_t end = BASE_BLOCK;
    if (sight.ends != 0) {
      end = (size_t)__builtin_ctzll(sight.ends);
    } else if (start > 0 && text.size > BASE_BLOCK) {
      return start;
    }
    if ((sight.joined & borders) == 0) {
      count_word(vote, mail_skip(text, start), end - start);
    }
    sight.starts &= sight.starts - 1;
    sight.ends &= sight.ends - 1;
  }
  return BASE_BLOCK;
}

/* Counts the words of a stretch, until enough were read. */
static void count_words(struct vote *vote, struct base_slice text) {
  struct border left = {0};
  for (;;) {
    struct sight sight = look(text, &left);
    size_t next = count_block(vote, text, sight);
    if (vote->is_enough || next >= text.size) {
      return;
    }
    left = (struct border){
        .letter = sight.letters >> (next - 1) & 1,
        .joint = sight.joints >> (next - 1) & 1,
    };
    text = mail_skip(text, next);
  }
}

const char *mail_language_of(const struct courtesy_message *message) {
  struct vote vote = {0};
  const char *bytes = message->sources[MAIL_SOURCE_TEXT].bytes;
  for (size_t i = 0; i < message->regions.count && !vote.is_enough; i++) {
    const struct mail_region *region = &message->regions.items[i];
    if (region->zone == COURTESY_ZONE_BODY &&
        region->source == MAIL_SOURCE_TEXT) {
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
