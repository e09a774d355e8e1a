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
  unsigned words;
  unsigned unchecked; /* that may follow before it is asked again */
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

/* Whether the words that were counted are enough, and when to ask again. */
static bool is_enough(struct vote *vote) {
  unsigned left = MOST_WORDS - vote->words;
  vote->unchecked = left < CHECK_WORDS ? left : CHECK_WORDS;
  if (left == 0 || !may_be_clear(&vote->votes)) {
    return left == 0;
  }
  struct lead lead = find_lead(vote);
  return lead.second * 3 <= lead.votes;
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
 *     ends        ■    ■     ■   ■      … that are joined to what follows
 *     joined           ■
 *
 * A word that goes on behind the window ends with it.
 */
enum { STEP = 48, LAST = BASE_BLOCK - 1 };

struct stretch {
  const char *bytes;
  size_t size;
  size_t readable; /* bytes, with those of the text behind it */
};

struct window {
  char copy[BASE_BLOCK]; /* of the text's end, and zeros */
  const char *bytes;
  uint64_t starts;
  uint64_t ends;
  uint64_t joined;
  uint64_t before; /* whether a letter or a joint stands before the next one */
};

/* At signs, low lines, backslashes, full stops and slashes. */
static uint64_t joining_marks(struct base_block block) {
  struct base_block marks = base_block_range(block, '.', 2);
  marks = base_block_or(marks, base_block_either(block, '@', '_'));
  marks = base_block_or(marks, base_block_equal(block, '\\'));
  return base_block_bits(marks);
}

/* The block at `at`, without what stands behind the stretch. */
static struct base_block load(struct window *window,
                              const struct stretch *stretch, size_t at) {
  window->bytes = stretch->bytes + at;
  if (stretch->readable - at < BASE_BLOCK) {
    memset(window->copy, 0, sizeof window->copy);
    memcpy(window->copy, window->bytes, stretch->readable - at);
    window->bytes = window->copy;
  }
  return base_block_load(window->bytes);
}

static void look(struct window *window, const struct stretch *stretch,
                 size_t at) {
  struct base_block block = load(window, stretch, at);
  size_t left = stretch->size - at;
  uint64_t inside = left < BASE_BLOCK ? (UINT64_C(1) << left) - 1 : UINT64_MAX;
  uint64_t letters =
      base_block_bits(base_block_or(base_block_letters(block), block)) & inside;
  uint64_t digits = base_block_bits(base_block_digits(block)) & inside;
  uint64_t joints = (joining_marks(block) & inside) | digits;
  uint64_t before = (letters | joints) << 1 | window->before;
  uint64_t starts = letters & ~before & ((UINT64_C(1) << STEP) - 1);
  window->starts = starts;
  /* A sum carries from where a word starts to where it ends. */
  window->ends = ((letters + starts) & ~letters) | UINT64_C(1) << LAST;
  window->joined = joints & (letters | digits) >> 1;
  window->before = before >> STEP & 1;
}

/* A word of so many bytes, up to eight, in small letters. */
static uint64_t read_word(const char *bytes, unsigned size) {
  uint64_t word = base_eight_load(bytes, BASE_EIGHT) | BASE_EACH(0x20);
  word = base_eight_first(word, size);
  return base_eight_wide(word) == 0 ? word : folded_word(bytes, size);
}

/* Counts the words of a window; whether they are enough. Words of more than
 * eight bytes have no vote. */
static bool count_window(struct vote *vote, const struct window *window) {
  uint64_t ends = window->ends;
  for (uint64_t starts = window->starts; starts != 0; starts &= starts - 1) {
    unsigned start = (unsigned)__builtin_ctzll(starts);
    unsigned end = (unsigned)__builtin_ctzll(ends);
    ends &= ends - 1;
    if ((window->joined >> end & 1) != 0) {
      continue;
    }
    if (end - start <= BASE_EIGHT) {
      mail_votes_add(&vote->votes,
                     read_word(window->bytes + start, end - start));
    }
    vote->words++;
    vote->unchecked--;
    if (vote->unchecked == 0 && is_enough(vote)) {
      return true;
    }
  }
  return false;
}

/* Counts the words of a stretch; whether enough were read. */
static bool count_words(struct vote *vote, const struct stretch *stretch) {
  struct window window;
  window.before = 0;
  bool enough = false;
  for (size_t at = 0; at < stretch->size && !enough; at += STEP) {
    look(&window, stretch, at);
    enough = count_window(vote, &window);
  }
  return enough;
}

const char *mail_language_of(const struct courtesy_message *message) {
  struct vote vote = {.unchecked = CHECK_WORDS};
  const struct text_source *text = &message->sources[MAIL_SOURCE_TEXT];
  bool enough = false;
  for (size_t i = 0; i < message->regions.count && !enough; i++) {
    const struct mail_region *region = &message->regions.items[i];
    if (region->zone == COURTESY_ZONE_BODY &&
        region->source == MAIL_SOURCE_TEXT) {
      enough = count_words(&vote, &(struct stretch){
                                      .bytes = text->bytes + region->start,
                                      .size = region->end - region->start,
                                      .readable = text->size - region->start,
                                  });
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
