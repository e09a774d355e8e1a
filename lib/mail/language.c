/* SPDX-License-Identifier: MIT */
#include "mail/language.h"

#include "base/block.h"
#include "base/eight.h"
#include "base/language_tag.h"
#include "mail/phrase.h"
#include "mail/script.h"
#include "mail/stop_words.h"

enum {
  MOST_WORDS = UINT8_MAX - BASE_BLOCK / 2, /* more tell nothing new; nor do
                                              votes overflow in a block */
  CLEAR_VOTES = 16, /* enough, when no other language has a third of it; a power
                       of two */
  LEAST_VOTES = 3,  /* one word that languages share must not decide */
  LEAST_SHARE = 8,  /* one word in so many: lists of names have fewer */
  LEVEL_VOTES = 5,  /* neighbours with as many are told from all others … */
  LEVEL_SHARE = 4,  /* … that have one word in so many, … */
  MOST_LEVEL = 3,   /* … when they are few */
  PROSE_SHARE = 3,  /* running text has a vote in so many words, or more */
  LEAST_SCRIPT = 3, /* words in another script, beside any in the Latin one … */
  SIGNATURE = 8,    /* … and beside running text */
};

/* What has a vote on the author's language, and on that of who is answered. */
enum {
  OWN_ZONES = 1 << COURTESY_ZONE_BODY,
  OTHERS_ZONES = 1 << COURTESY_ZONE_QUOTE | 1 << COURTESY_ZONE_FORWARD,
};

struct lead {
  unsigned language;
  unsigned votes;
  unsigned second; /* votes of the next one */
};

struct vote {
  unsigned words;
  unsigned others; /* that begin with no ASCII and no Latin letter */
  struct mail_votes votes;
  struct mail_letters letters;
  struct lead lead; /* of all languages, once they are counted */
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

/* Of so many languages. */
static struct lead find_lead(const struct mail_votes *all, unsigned languages) {
  struct lead lead = {0};
  for (unsigned i = 0; i < languages; i++) {
    unsigned votes = mail_votes_for(all, i);
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
  uint64_t any = 0;
  for (unsigned i = 0; i < MAIL_VOTE_NUMBERS; i++) {
    any |= votes->bytes[i];
  }
  return (any & ~BASE_EACH(CLEAR_VOTES - 1)) != 0;
}

/* Whether the words that were counted are enough; then it is known who leads. */
static bool is_enough(struct vote *vote) {
  bool many = vote->words > MOST_WORDS;
  if (!many && !may_be_clear(&vote->votes)) {
    return false;
  }
  vote->lead = find_lead(&vote->votes, MAIL_LANGUAGES);
  return many || vote->lead.second * 3 <= vote->lead.votes;
}

/*
 * The text is looked at in blocks. Letters are those of all scripts: all bytes
 * that are no ASCII, but for those of signs such as “ and –; "c'est" is two
 * words, and so is "c’est". What joins words to addresses and names of the
 * computer's, "acme.de", "a_la_carte", takes them their votes.
 *
 *     bytes    see acme.de, c'est 5th
 *     starts   ■   ■        ■ ■         of words with a vote, but for those …
 *     ends        ■    ■     ■   ■      … that are joined to what follows
 *     joints           ■             ■
 *
 * A word that goes on behind a block is the first of the next one.
 */
struct stretch {
  const char *bytes;
  size_t size;
  size_t readable; /* bytes, with those of the text behind it */
};

enum { LOOK = BASE_BLOCK + BASE_EIGHT }; /* each word's first bytes, at once */

struct block {
  char copy[LOOK]; /* of the text's end, and zeros */
  const char *bytes;
  size_t size; /* of the stretch, from here on */
  size_t step; /* bytes up to the next block */
  uint64_t starts;
  uint64_t ends;
  uint64_t joints;
  uint64_t others; /* where letters begin that are no Latin ones, or signs */
  uint64_t before; /* whether a letter or a joint stands before it */
  uint64_t cut;    /* whether it begins with the last byte of a sign */
};

/* The block at `at`, without what stands behind the stretch. */
static struct base_block load(struct block *block,
                              const struct stretch *stretch, size_t at) {
  block->bytes = stretch->bytes + at;
  block->size = stretch->size - at;
  if (stretch->readable - at < LOOK) {
    memset(block->copy, 0, sizeof block->copy);
    memcpy(block->copy, block->bytes, stretch->readable - at);
    block->bytes = block->copy;
  }
  return base_block_load(block->bytes);
}

/* At signs, low lines, backslashes, full stops, slashes and digits. */
static uint64_t joints_of(struct base_block block) {
  struct base_block joints = base_block_range(block, '.', '9' - '.' + 1);
  joints = base_block_or(joints, base_block_either(block, '@', '_'));
  joints = base_block_or(joints, base_block_equal(block, '\\'));
  return base_block_bits(joints);
}

/* The bytes of U+0080 to U+00BF, such as « and no-break spaces, and of U+2000 to
 * U+203F: dashes, spaces and quotation marks. But soft hyphens and what else
 * has no width stand inside of words. `behind` is the byte behind the block. */
static uint64_t signs_of(struct base_block block, unsigned char behind,
                         uint64_t *cut) {
  uint64_t soft = base_block_bits(base_block_equal(block, '\xAD')) >> 1 |
                  (uint64_t)(behind == 0xAD) << (BASE_BLOCK - 1);
  uint64_t no_width = base_block_bits(base_block_range(block, '\x8B', 5)) >> 2 |
                      (uint64_t)(behind >= 0x8B && behind <= 0x8F)
                          << (BASE_BLOCK - 2);
  uint64_t latin = base_block_bits(base_block_equal(block, '\xC2')) & ~soft;
  uint64_t general = base_block_bits(base_block_equal(block, '\xE2')) &
                     base_block_bits(base_block_equal(block, '\x80')) >> 1 &
                     ~no_width;
  uint64_t signs = latin | latin << 1 | general | general << 1 | general << 2;
  signs |= *cut;
  *cut = latin >> (BASE_BLOCK - 1) | general >> (BASE_BLOCK - 2);
  return signs;
}

static void look(struct block *block, const struct stretch *stretch,
                 size_t at) {
  struct base_block bytes = load(block, stretch, at);
  uint64_t inside =
      block->size < BASE_BLOCK ? (UINT64_C(1) << block->size) - 1 : UINT64_MAX;
  uint64_t letters =
      base_block_bits(base_block_or(base_block_letters(bytes), bytes)) & inside;
  uint64_t joints = joints_of(bytes) & inside;
  block->others = 0;
  if (base_block_bits(bytes) != 0) {
    unsigned char behind = (unsigned char)block->bytes[BASE_BLOCK];
    letters &= ~signs_of(bytes, behind, &block->cut);
    block->others =
        base_block_bits(base_block_range(bytes, '\xCD', 0x33)) & inside;
  }
  uint64_t before = (letters | joints) << 1 | block->before;
  uint64_t starts = letters & ~before;
  /* A sum carries from where a word starts to where it ends. */
  uint64_t sum = letters + starts;
  block->starts = starts;
  block->ends = sum & ~letters;
  block->joints = joints;
  block->step = BASE_BLOCK;
  block->before = (letters | joints) >> (BASE_BLOCK - 1);
  if (sum < letters) { /* the last one goes on */
    block->step = BASE_BLOCK - 1 - (size_t)__builtin_clzll(starts);
    block->before = 0;
  }
  if (block->step == 0) { /* as long as a block: here it ends with it */
    block->step = BASE_BLOCK;
    block->ends = UINT64_C(1) << (BASE_BLOCK - 1);
    block->before = 1;
  }
}

/* Whether the joint that stands there is one to what follows it. */
static bool joins(const struct block *block, size_t joint) {
  char next = joint + 1 < block->size ? block->bytes[joint + 1] : ' ';
  bool sign = next == '\xC2' || next == '\xE2';
  return mail_is_letter(next) || mail_is_digit(next) ||
         ((next & 0x80) != 0 && !sign);
}

/* A word of so many bytes, up to eight, in small letters. */
static uint64_t read_word(const char *bytes, size_t size) {
  uint64_t eight = base_eight_load(bytes, BASE_EIGHT);
  size_t behind = 8 * (BASE_EIGHT - size); /* bits */
  uint64_t word = base_eight_wide(eight << behind) == 0
                      ? eight | BASE_EACH(0x20)
                      : small_letters(eight);
  return word << behind >> behind;
}

/* Counts the words of a block. Those of more than eight bytes have no vote. */
static void count_block(struct vote *vote, const struct block *block) {
  uint64_t starts = block->starts;
  for (uint64_t ends = block->ends; ends != 0; ends &= ends - 1) {
    size_t start = (size_t)__builtin_ctzll(starts);
    size_t end = (size_t)__builtin_ctzll(ends);
    starts &= starts - 1;
    if ((block->joints >> end & 1) != 0 && joins(block, end)) {
      continue;
    }
    if (end - start <= BASE_EIGHT) {
      mail_votes_add(&vote->votes,
                     read_word(block->bytes + start, end - start));
    }
    vote->words++;
  }
}

/* Counts the letters of other scripts, and the words that begin with them. */
static void count_others(struct vote *vote, const struct block *block) {
  uint64_t others = block->others;
  if (block->step < BASE_BLOCK) {
    others &= (UINT64_C(1) << block->step) - 1;
  }
  vote->others += (unsigned)__builtin_popcountll(others & block->starts);
  mail_letters_count(&vote->letters, block->bytes, others);
}

/* Counts the words of a stretch; whether enough were read. */
static bool count_words(struct vote *vote, const struct stretch *stretch) {
  struct block block;
  block.before = 0;
  block.cut = 0;
  bool enough = false;
  for (size_t at = 0; at < stretch->size && !enough; at += block.step) {
    look(&block, stretch, at);
    count_block(vote, &block);
    if (block.others != 0) {
      count_others(vote, &block);
    }
    enough = is_enough(vote);
  }
  return enough;
}

/* The vote of the words in these zones, bits 1 << enum courtesy_zone. */
static struct vote vote_in(const struct courtesy_message *message,
                           uint32_t zones) {
  struct vote vote = {0};
  const struct text_source *text = &message->sources[MAIL_SOURCE_TEXT];
  bool enough = false;
  for (size_t i = 0; i < message->regions.count && !enough; i++) {
    const struct mail_region *region = &message->regions.items[i];
    if ((zones >> region->zone & 1) != 0 &&
        region->source == MAIL_SOURCE_TEXT) {
      enough = count_words(&vote, &(struct stretch){
                                      .bytes = text->bytes + region->start,
                                      .size = region->end - region->start,
                                      .readable = text->size - region->start,
                                  });
    }
  }
  if (!enough) {
    vote.lead = find_lead(&vote.votes, MAIL_LANGUAGES);
  }
  return vote;
}

static bool is_clear(unsigned votes, unsigned second) {
  return votes * 2 >= second * 3 && votes > second + 1;
}

/* Whether a language has so many votes, and a vote in so many words. */
static bool has_votes(const struct vote *vote, unsigned votes, unsigned least,
                      unsigned share) {
  return votes >= least && votes * share >= vote->words;
}

/* Whose lead is clear; NULL when nobody's is. */
static const char *clear_language(const struct vote *vote) {
  struct lead lead = vote->lead;
  bool clear = has_votes(vote, lead.votes, LEAST_VOTES, LEAST_SHARE) &&
               is_clear(lead.votes, lead.second);
  return clear ? mail_languages[lead.language] : NULL;
}

/* The bits of those that are about level, with a clear lead before all others;
 * none where they are many. */
static uint32_t level_languages(const struct vote *vote) {
  struct lead lead = vote->lead;
  uint32_t level = 0;
  for (unsigned i = 0; i < MAIL_LANGUAGES; i++) {
    bool behind = is_clear(lead.votes, mail_votes_for(&vote->votes, i));
    level |= (uint32_t)!behind << i;
  }
  bool few = __builtin_popcount(level) <= MOST_LEVEL &&
             has_votes(vote, lead.votes, LEVEL_VOTES, LEVEL_SHARE);
  return few ? level : 0;
}

/* By the votes. Neighbours share most words, and are told apart by two that
 * they do not share. */
static struct mail_language language_by_votes(const struct vote *vote) {
  struct mail_language told = {.own = clear_language(vote)};
  if (told.own == NULL) {
    struct lead lead = vote->lead;
    told.among = level_languages(vote);
    if (told.among != 0 && lead.votes > lead.second + 1) {
      told.own = mail_languages[lead.language];
      told.among = 0;
    }
  }
  return told;
}

/* Of what is joined to addresses only the others are counted. */
static unsigned latin_words(const struct vote *vote) {
  return vote->words > vote->others ? vote->words - vote->others : 0;
}

/* About how many words are running text in Latin letters; lists of names have
 * no votes. */
static unsigned latin_prose(const struct vote *vote) {
  unsigned votes = find_lead(&vote->votes, MAIL_LATIN_LANGUAGES).votes;
  unsigned words = latin_words(vote);
  return votes * PROSE_SHARE < words ? votes * PROSE_SHARE : words;
}

/* Whether so many words in another script leave no doubt that the text is in
 * it: names and terms beside it are often in Latin letters, and below a few
 * lines in English a signature may stand that is not. */
static bool is_other_script(const struct vote *vote, unsigned words) {
  unsigned latin = latin_words(vote);
  unsigned prose = latin_prose(vote);
  if (latin == 0) {
    return words > 0;
  }
  return words >= LEAST_SCRIPT && words * 2 >= latin &&
         words >= prose + (prose > 0 ? SIGNATURE : 0);
}

static const char *language_by_script(const struct vote *vote) {
  const char *tag = mail_letters_tag(&vote->letters);
  if (strcmp(tag, MAIL_CYRILLIC) != 0) {
    return tag;
  }
  const char *language = clear_language(vote);
  if (language == NULL || !base_language_may_be(tag, language)) {
    language = mail_letters_alphabet(&vote->letters);
  }
  return language == NULL ? tag : language;
}

/* Whose lead is clear among others' words, and who leads among the author's. */
static const char *answered_language(const struct courtesy_message *message,
                                     const struct vote *own) {
  struct lead lead = own->lead;
  if (lead.votes == lead.second) {
    return NULL;
  }
  struct vote others = vote_in(message, OTHERS_ZONES);
  const char *language = clear_language(&others);
  return language == mail_languages[lead.language] ? language : NULL;
}

static struct mail_language own_language(const struct vote *vote) {
  unsigned words = mail_letters_words(&vote->letters);
  if (words == 0) {
    return language_by_votes(vote);
  }
  if (is_other_script(vote, words)) {
    return (struct mail_language){.own = language_by_script(vote)};
  }
  return words * 2 <= latin_prose(vote) ? language_by_votes(vote)
                                        : (struct mail_language){0};
}

struct mail_language mail_language_of(const struct courtesy_message *message) {
  struct vote vote = vote_in(message, OWN_ZONES);
  struct mail_language told = own_language(&vote);
  if (told.own == NULL) {
    told.answered = answered_language(message, &vote);
  }
  return told;
}

static unsigned number_of(const char *language) {
  unsigned number = 0;
  while (number < MAIL_LANGUAGES &&
         strcmp(mail_languages[number], language) != 0) {
    number++;
  }
  return number;
}

bool mail_language_is_told(const char *language) {
  return number_of(language) < MAIL_LANGUAGES;
}

bool mail_language_is_among(uint32_t bits, const char *language) {
  unsigned number = number_of(language);
  return number < MAIL_LANGUAGES && (bits >> number & 1) != 0;
}
