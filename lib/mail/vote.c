/* SPDX-License-Identifier: MIT */
#include "mail/vote.h"

#include "mail/word_block.h"

enum {
  MOST_WORDS = UINT8_MAX - BASE_BLOCK / 2, /* more tell nothing new; nor do
                                              votes overflow in a block */
  CLEAR_VOTES = 16,                        /* enough, … */
  ENGLISH_VOTES = 8, /* … or so many of running text in Latin letters, … */
  PROSE_SHARE = 4,   /* … of which one word in so many has a vote, … */
  LEAD = 3,          /* … when no other language has a third of them */
};

/* Eight bytes in small letters: ASCII, Latin-1 and Cyrillic. Behind C3 and D0 a
 * capital is told by its second byte, in which the small letter has another bit
 * 0x20; where it has none, as р of Р, D0 A0, has, the first byte is D1. */
static uint64_t small_letters(uint64_t eight) {
  uint64_t latin = base_eight_equal(eight, 0xC3) << 8;
  uint64_t cyrillic = base_eight_equal(eight, 0xD0) << 8;
  uint64_t capitals = (latin & base_eight_between(eight, 0x80, 0x9E)) |
                      (cyrillic & base_eight_between(eight, 0x90, 0xAF));
  uint64_t next = capitals & eight << 2; /* 0x20 to 0x80 */
  uint64_t ascii = base_eight_wide(~eight);
  return ((eight ^ capitals >> 2) | ascii >> 2) | next >> 15;
}

/* The bits of the languages that have so many votes. */
static uint32_t languages_with(const struct mail_votes *votes, unsigned least) {
  base_sixteen fewer = base_sixteen_each((uint8_t)(least - 1));
  base_sixteen first = base_sixteen_load(votes->bytes);
  base_sixteen second = base_sixteen_load(votes->bytes + BASE_SIXTEEN);
  return base_sixteen_bits(first > fewer) | base_sixteen_bits(second > fewer)
                                                << BASE_SIXTEEN;
}

/* The first of those that have the most votes, among the languages of these
 * bits. */
static unsigned leader(const struct mail_votes *votes, uint32_t languages) {
  unsigned language = 0;
  for (uint32_t above = languages; above != 0;) {
    language = (unsigned)__builtin_ctz(above);
    above = languages & languages_with(votes, votes->bytes[language] + 1u);
  }
  return language;
}

struct mail_lead mail_votes_lead(const struct mail_votes *all,
                                 unsigned languages) {
  uint32_t bits = (UINT32_C(1) << languages) - 1;
  unsigned first = leader(all, bits);
  unsigned second = leader(all, bits & ~(UINT32_C(1) << first));
  return (struct mail_lead){
      .language = first,
      .votes = all->bytes[first],
      .second = all->bytes[second],
  };
}

/* Whether a language leads without doubt, if it has so many votes. */
static bool leads(const struct mail_votes *votes, unsigned least) {
  if (languages_with(votes, least) == 0) {
    return false;
  }
  struct mail_lead lead = mail_votes_lead(votes, MAIL_LANGUAGES);
  return lead.second * LEAD <= lead.votes;
}

/* Whether a text is English beyond doubt: sooner than another language, for
 * what is told to be English is linted, as what is in doubt is. */
static bool is_english(const struct mail_vote *vote) {
  unsigned votes = vote->votes.bytes[MAIL_ENGLISH];
  return votes >= ENGLISH_VOTES && votes * PROSE_SHARE >= vote->words &&
         vote->others == 0 &&
         languages_with(&vote->votes, votes / LEAD + 1) == 1u << MAIL_ENGLISH;
}

/* Whether the words that were counted are enough. */
static bool is_enough(struct mail_vote *vote) {
  vote->is_english = is_english(vote);
  return vote->is_english || vote->words > MOST_WORDS ||
         leads(&vote->votes, CLEAR_VOTES);
}

/* A word of so many bytes, up to eight, in small letters and with blanks before
 * it. */
static inline uint64_t read_word(const char *bytes, unsigned size) {
  uint64_t eight = base_eight_load(bytes, BASE_EIGHT);
  uint64_t word = eight << (8 * (BASE_EIGHT - size));
  return base_eight_wide(word) == 0 ? word | BASE_EACH(' ')
                                    : small_letters(word);
}

/* Words of a block, of each the bit where it starts and the bit behind it. */
struct words {
  uint64_t starts; /* and perhaps that of the last one, which goes on */
  uint64_t ends;
};

/* Those without what joints join to what follows. */
static struct words words_apart(const struct mail_word_block *block) {
  struct words words = {block->starts, block->ends};
  for (uint64_t left = block->joined; left != 0; left &= left - 1) {
    unsigned end = (unsigned)__builtin_ctzll(left);
    if (mail_word_block_joins(block, end)) {
      uint64_t bit = UINT64_C(1) << end;
      uint64_t before = words.starts & (bit - 1);
      words.starts ^= UINT64_C(1) << (BASE_BLOCK - 1 - __builtin_clzll(before));
      words.ends ^= bit;
    }
  }
  return words;
}

/* Those of up to eight bytes, which may have a vote. Of Cyrillic ones nearly
 * half are longer, in no order that a branch could tell. */
static struct words short_words(struct words words) {
  uint64_t letters = words.ends - words.starts;
  uint64_t two = letters & letters >> 1;
  uint64_t four = two & two >> 2;
  uint64_t nine = four & four >> 4 & letters >> 8;
  uint64_t starts = words.starts & nine;
  /* A sum carries from where a word starts to where it ends. */
  uint64_t ends = (letters + starts) & ~letters;
  return (struct words){words.starts & ~starts, words.ends & ~ends};
}

/* Counts the words of a block. */
static void count_block(struct mail_vote *vote,
                        const struct mail_word_block *block) {
  base_sixteen first = base_sixteen_load(vote->votes.bytes);
  base_sixteen second = base_sixteen_load(vote->votes.bytes + BASE_SIXTEEN);
  struct words words = words_apart(block);
  vote->words += (unsigned)__builtin_popcountll(words.ends);
  words = short_words(words);
  while (words.ends != 0) {
    unsigned start = (unsigned)__builtin_ctzll(words.starts);
    unsigned end = (unsigned)__builtin_ctzll(words.ends);
    words.starts &= words.starts - 1;
    words.ends &= words.ends - 1;
    const struct mail_votes *votes =
        mail_votes_of(read_word(block->bytes + start, end - start));
    first += base_sixteen_load(votes->bytes);
    second += base_sixteen_load(votes->bytes + BASE_SIXTEEN);
  }
  memcpy(vote->votes.bytes, &first, sizeof first);
  memcpy(vote->votes.bytes + BASE_SIXTEEN, &second, sizeof second);
}

/* Counts the letters of other scripts, and the words that begin with them. */
static void count_others(struct mail_vote *vote,
                         const struct mail_word_block *block) {
  uint64_t others = block->others;
  if (block->step < BASE_BLOCK) {
    others &= (UINT64_C(1) << block->step) - 1;
  }
  vote->others += (unsigned)__builtin_popcountll(others & block->starts);
  mail_letters_count(&vote->letters, block->bytes, others);
}

/* Counts the words of a stretch; whether enough were read. */
static bool count_words(struct mail_vote *vote,
                        const struct mail_stretch *stretch) {
  struct mail_word_block block;
  block.before = 0;
  block.cut = 0;
  bool enough = false;
  for (size_t at = 0; at < stretch->size && !enough; at += block.step) {
    mail_word_block_look(&block, stretch, at);
    count_block(vote, &block);
    if (block.others != 0) {
      count_others(vote, &block);
    }
    enough = is_enough(vote);
  }
  return enough;
}

struct mail_vote mail_vote_in(const struct courtesy_message *message,
                              uint32_t zones) {
  struct mail_vote vote = {0};
  const struct text_source *text = &message->sources[MAIL_SOURCE_TEXT];
  bool enough = false;
  for (size_t i = 0; i < message->regions.count && !enough; i++) {
    const struct mail_region *region = &message->regions.items[i];
    if ((zones >> region->zone & 1) != 0 &&
        region->source == MAIL_SOURCE_TEXT) {
      enough = count_words(&vote, &(struct mail_stretch){
                                      .bytes = text->bytes + region->start,
                                      .size = region->end - region->start,
                                      .readable = text->size - region->start,
                                  });
    }
  }
  vote.lead = vote.is_english
                  ? (struct mail_lead){.language = MAIL_ENGLISH,
                                       .votes = vote.votes.bytes[MAIL_ENGLISH]}
                  : mail_votes_lead(&vote.votes, MAIL_LANGUAGES);
  return vote;
}
