/* SPDX-License-Identifier: MIT */
#include "mail/language.h"

#include "base/language_tag.h"
#include "mail/vote.h"

#include <string.h>

enum {
  LEAST_VOTES = 3, /* one word that languages share must not decide */
  LEAST_SHARE = 8, /* one word in so many: lists of names have fewer */
  LEVEL_VOTES = 5, /* neighbours with as many are told from all others … */
  LEVEL_SHARE = 4, /* … that have one word in so many, … */
  MOST_LEVEL = 3,  /* … when they are few */
  PROSE_SHARE = 3, /* running text has a vote in so many words, or more, … */
  LEAST_PROSE = 2, /* … but one alone is that of a name: "Hi Li" */
  LEAST_SCRIPT = 3, /* words in another script, beside any in the Latin one … */
  SIGNATURE = 8,    /* … and beside running text */
};

/* What has a vote on the author's language, and on that of who is answered. */
enum {
  OWN_ZONES = 1 << COURTESY_ZONE_BODY,
  OTHERS_ZONES = 1 << COURTESY_ZONE_QUOTE | 1 << COURTESY_ZONE_FORWARD,
};

static bool is_clear(unsigned votes, unsigned second) {
  return votes * 2 >= second * 3 && votes > second + 1;
}

/* Whether a language has so many votes, and a vote in so many words. */
static bool has_votes(const struct mail_vote *vote, unsigned votes,
                      unsigned least, unsigned share) {
  return votes >= least && votes * share >= vote->words;
}

/* Whose lead is clear; NULL when nobody's is. */
static const char *clear_language(const struct mail_vote *vote) {
  struct mail_lead lead = vote->lead;
  bool clear = has_votes(vote, lead.votes, LEAST_VOTES, LEAST_SHARE) &&
               is_clear(lead.votes, lead.second);
  return clear ? mail_languages[lead.language] : NULL;
}

/* The bits of those that are about level, with a clear lead before all others;
 * none where they are many. */
static uint32_t level_languages(const struct mail_vote *vote) {
  struct mail_lead lead = vote->lead;
  uint32_t level = 0;
  for (unsigned i = 0; i < MAIL_LANGUAGES; i++) {
    bool behind = is_clear(lead.votes, vote->votes.bytes[i]);
    level |= (uint32_t)!behind << i;
  }
  bool few = __builtin_popcount(level) <= MOST_LEVEL &&
             has_votes(vote, lead.votes, LEVEL_VOTES, LEVEL_SHARE);
  return few ? level : 0;
}

/* By the votes. Neighbours share most words, and are told apart by two that
 * they do not share. */
static struct mail_language language_by_votes(const struct mail_vote *vote) {
  struct mail_language told = {.own = clear_language(vote)};
  if (told.own == NULL) {
    struct mail_lead lead = vote->lead;
    told.among = level_languages(vote);
    if (told.among != 0 && lead.votes > lead.second + 1) {
      told.own = mail_languages[lead.language];
      told.among = 0;
    }
  }
  return told;
}

/* Of what is joined to addresses only the others are counted. */
static unsigned latin_words(const struct mail_vote *vote) {
  return vote->words > vote->others ? vote->words - vote->others : 0;
}

/* About how many words are running text in Latin letters; lists of names have
 * no votes. */
static unsigned latin_prose(const struct mail_vote *vote) {
  unsigned votes = mail_votes_lead(&vote->votes, MAIL_LATIN_LANGUAGES).votes;
  unsigned words = latin_words(vote);
  if (votes < LEAST_PROSE) {
    return 0;
  }
  return votes * PROSE_SHARE < words ? votes * PROSE_SHARE : words;
}

/* Whether so many words in another script leave no doubt that the text is in
 * it: names and terms beside it are often in Latin letters, and below a few
 * lines in English a signature may stand that is not. */
static bool is_other_script(const struct mail_vote *vote, unsigned words) {
  unsigned latin = latin_words(vote);
  unsigned prose = latin_prose(vote);
  if (latin == 0) {
    return words > 0;
  }
  return words >= LEAST_SCRIPT && words * 2 >= latin &&
         words >= prose + (prose > 0 ? SIGNATURE : 0);
}

static const char *language_by_script(const struct mail_vote *vote) {
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
                                     const struct mail_vote *own) {
  struct mail_lead lead = own->lead;
  if (lead.votes == lead.second) {
    return NULL;
  }
  struct mail_vote others = mail_vote_in(message, OTHERS_ZONES);
  const char *language = clear_language(&others);
  return language == mail_languages[lead.language] ? language : NULL;
}

static struct mail_language own_language(const struct mail_vote *vote) {
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
  struct mail_vote vote = mail_vote_in(message, OWN_ZONES);
  if (vote.is_english && !vote.letters.any) {
    return (struct mail_language){.own = mail_languages[MAIL_ENGLISH]};
  }
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
