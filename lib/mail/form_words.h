/* SPDX-License-Identifier: MIT */
/*
 * The words of a form of a text, and those of them that another form has not.
 * Each three in a row are put into a set of hashes; those that meet there
 * are taken for the same, which can only make forms look more alike.
 *
 *     this form    Hi Sam, nobody asked you to write this. The list is fine.
 *     other form   Hi Sam, the list is fine.
 *
 *                  sam nobody asked  ┐
 *                  nobody asked you  │ seven threes that stand there alone:
 *                  …                 │ a run of five words or more
 *                  this the list     ┘
 */
#ifndef COURTESY_MAIL_FORM_WORDS_H
#define COURTESY_MAIL_FORM_WORDS_H

#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct mail_form_set {
  uint64_t *bits;
  size_t size;    /* of them, a power of two */
  unsigned shift; /* of a hash to its place */
};

/* Words in a row of which none lies in three that the other form has, too: two
 * more threes than words. */
struct mail_form_run {
  size_t threes;
  const char *start;
  const char *end; /* where the next word starts */
};

struct mail_form_word {
  uint64_t hash;
  const char *start;
};

/* A text in reading, of which a set is made or which is looked for in another.
 */
struct mail_form_reader {
  struct mail_form_set *set;          /* or NULL */
  const struct mail_form_set *others; /* or NULL */
  size_t words;
  size_t alone; /* of them, in runs */
  struct mail_form_word last;
  struct mail_form_word before_last;
  struct mail_form_run run;     /* that may go on */
  struct mail_form_run longest; /* of those that have ended */
};

/* Takes the first word off a text, with what stands before it; false when there
 * is none. */
bool mail_form_take_word(struct base_slice *text, uint64_t *hash);

/* Reads all words of a text. */
void mail_form_read(struct mail_form_reader *reader, struct base_slice text);

/* The same in steps: some at the start of *text, which is taken off it. */
void mail_form_start(struct mail_form_reader *reader, struct base_slice text);
void mail_form_next(struct mail_form_reader *reader, struct base_slice *text);
void mail_form_end(struct mail_form_reader *reader, struct base_slice text);

#endif
