/* SPDX-License-Identifier: MIT */
#include "mail/language.h"

#include "base/block.h"
#include "base/eight.h"
#include "mail/phrase.h"
#include "mail/stop_words.h"

enum {
  MOST_WORDS = UINT8_MAX, /* more tell nothing new; nor do votes overflow */
  CHECK_WORDS = 8,        /* how often it is asked whether enough was read */
  CLEAR_VOTES = 16, /* enough, when no other language has a third of it; a power
                       of two */
  LEAST_VOTES = 3,  /* one word that languages share must not decide */
  LEAST_SHARE = 8,  /* one word in so many: lists of names have fewer */
};

struct vote {
  bool is_enough;
  unsigned words;
  struct mail_votes votes;
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

struct lead {
  unsigned language;
  unsigned votes;
  unsigned second; /* votes of the next one */
};

static struct lead find_lead(const struct vote *vote) {
  struct lead lead = {0};
  for (unsigned i = 0; i < MAIL_LANGUAGES; i++) {
    unsigned votes = mail_votes_for(&vote->votes, i);
    unsigned loser = votes > lead.votes ? lead.votes : votes;
    lead.second = loser > lead.second ? loser : lead.second;
    if (votes > lead.votes) {
      lead.language = i;
      lead.votes = votes;
    }
  }
  return lead;
}

/* Whether any language has so many votes that they may be clear. */
static bool may_be_clear(const struct mail_votes *votes) {
  uint64_t any = votes->bytes[0] | votes->bytes[1];
  return (any & ~BASE_EACH(CLEAR_VOTES - 1)) != 0;
}

static bool is_enough(const struct vote *vote) {
  if (vote->words == MOST_WORDS || !may_be_clear(&vote->votes)) {
    return vote->words == MOST_WORDS;
  }
  struct lead lead = find_lead(vote);
  return lead.second * 3 <= lead.votes;
}

/* A word of so many bytes; longer ones than eight are in no table. */
static void count_word(struct vote *vote, const char *bytes, size_t size) {
  vote->words++;
  if (size <= BASE_EIGHT) {
    uint64_t first = base_eight_load(bytes, BASE_EIGHT);
    uint64_t small = (first | BASE_EACH(0x20)) & UINT64_MAX >> (64 - 8 * size);
    const struct mail_votes *votes = mail_votes_of(
        base_eight_wide(small) == 0 ? small : folded_word(bytes, size));
    vote->votes.bytes[0] += votes->bytes[0];
    vote->votes.bytes[1] += votes->bytes[1];
  }
  if (vote->words % CHECK_WORDS == 0 || vote->words == MOST_WORDS) {
    vote->is_enough = is_enough(vote);
  }
}

/*
 * The text is looked at in windows, of which words are read that start in the
 * first STEP bytes. Letters are those of all scripts, since the bytes of none
 * but ASCII are looked at; "c'est" is two words. What joins words to addresses
 * and names of the computer's, "acme.de", "a_la_carte", takes them their
 * votes.
 *
 *     bytes    see acme.de, c'est 5th
 *     starts   ■   ■        ■ ■         of words with a vote, but for those …
 *     joined           ■                … that end here
 *
 * A word that goes on behind the window is as long as if it ended there.
 */
enum { STEP = 48 };

struct window {
  char copy[BASE_BLOCK + BASE_EIGHT]; /* of the text's end, and zeros */
  const char *bytes;
  uint64_t letters;
  uint64_t starts;
  uint64_t joined;
  uint64_t letter_before; /* whether one stands before the next window */
  uint64_t joint_before;
};

/* At signs, low lines, backslashes, full stops and slashes. */
static uint64_t joining_marks(struct base_block block) {
  struct base_block marks = base_block_range(block, '.', 2);
  marks = base_block_or(marks, base_block_either(block, '@', '_'));
  marks = base_block_or(marks, base_block_equal(block, '\\'));
  return base_block_bits(marks);
}

static void look(struct window *window, struct base_slice text) {
  window->bytes = text.bytes;
  if (text.size < sizeof window->copy) {
    memset(window->copy, 0, sizeof window->copy);
    memcpy(window->copy, text.bytes, text.size);
    window->bytes = window->copy;
  }
  struct base_block block = base_block_load(window->bytes);
  uint64_t letters =
      base_block_bits(base_block_or(base_block_letters(block), block));
  uint64_t digits = base_block_bits(base_block_digits(block));
  uint64_t joints = digits | joining_marks(block);
  uint64_t before =
      (letters | joints) << 1 | window->letter_before | window->joint_before;
  window->letters = letters;
  window->starts = letters & ~before & ((UINT64_C(1) << STEP) - 1);
  window->joined = joints & (letters | digits) >> 1;
  window->letter_before = letters >> (STEP - 1) & 1;
  window->joint_before = joints >> (STEP - 1) & 1;
}

/* Counts the words of a stretch, until enough were read. */
static void count_words(struct vote *vote, struct base_slice text) {
  struct window window = {.bytes = NULL};
  for (size_t at = 0; at < text.size; at += STEP) {
    look(&window, mail_skip(text, at));
    for (uint64_t starts = window.starts; starts != 0; starts &= starts - 1) {
      unsigned start = (unsigned)__builtin_ctzll(starts);
      uint64_t others = ~(window.letters >> start) | UINT64_C(1) << 63;
      unsigned size = (unsigned)__builtin_ctzll(others);
      if ((window.joined >> start >> size & 1) == 0) {
        count_word(vote, window.bytes + start, size);
      }
      if (vote->is_enough) {
        return;
      }
    }
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
  struct lead lead = find_lead(&vote);
  bool clear =
      lead.votes >= LEAST_VOTES && lead.votes * LEAST_SHARE >= vote.words &&
      lead.votes * 2 >= lead.second * 3 && lead.votes > lead.second + 1;
  return clear ? mail_languages[lead.language] : NULL;
}

bool mail_language_is_told(const char *language) {
  for (size_t i = 0; i < MAIL_LANGUAGES; i++) {
    if (strcmp(mail_languages[i], language) == 0) {
      return true;
    }
  }
  return false;
}
