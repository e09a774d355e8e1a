/* SPDX-License-Identifier: MIT */
/*
 * Address lists (RFC 5322 §3.4), read leniently: what is wanted is how many
 * people there are and by what words they may be called.
 *
 *     Team: "Lima, Ana" <al@acme.example>, tom@acme.example (Park);
 *           └──────────address──────────┘  └───────address───────┘
 *     names: Lima Ana al                   tom Park
 */
#ifndef COURTESY_MAIL_ADDRESS_H
#define COURTESY_MAIL_ADDRESS_H

#include "mail/phrase.h"

#include <stdbool.h>
#include <stddef.h>

struct mail_address {
  struct base_slice text; /* all of it, without the name of a group before it */
  bool in_group;          /* such a name was there */
  bool is_one;            /* it has more than comments and marks */
};

/* Takes the next address off a list, in which a semicolon separates as a
 * comma does; false at the end of the list. What stands between two commas
 * may be empty. */
bool mail_address_next(struct base_slice *list, struct mail_address *address);

struct mail_piece {
  enum {
    MAIL_PIECE_ATOM,   /* up to a blank or mark: ana@acme.example is one */
    MAIL_PIECE_QUOTED, /* with its marks; if nobody closed it, to the end */
    MAIL_PIECE_COMMENT,
    MAIL_PIECE_MARK, /* one, or a blank */
  } kind;
  struct base_slice text;
};

/* A byte of a word of a name. */
static inline bool mail_is_name_byte(char byte) {
  return mail_is_letter(byte) || (byte & 0x80) != 0 || byte == '\'';
}

/* Takes the next word off some text; false when there is none. */
bool mail_word_next(struct base_slice *text, struct base_slice *word);

/* Takes the next piece off an address; false at its end. */
bool mail_piece_next(struct base_slice *address, struct mail_piece *piece);

/* How many addresses there are: groups count by their members. */
size_t mail_addresses_count(struct base_slice list);

/* The words of a list one by one that people may be called by: those of
 * display names, comments and local parts, of two letters or more. */
struct mail_name_reader {
  struct base_slice list;    /* what follows the address, */
  struct base_slice address; /* of it what follows the piece, */
  struct base_slice words;   /* and of that what follows the name */
};

struct mail_name_reader mail_name_reader_of(struct base_slice list);

/* The next of them, which points into the list; false when there is none. */
bool mail_name_next(struct mail_name_reader *reader, struct base_slice *name);

/* The local part of the first address of a list; empty when there is none.
 * It points into `list`. */
struct base_slice mail_first_local_part(const char *list);

/* Whether a list names one address only, the first of `other`; the case of
 * ASCII letters does not count. */
bool mail_is_only_address(const char *list, const char *other);

/* Whether an address stands in text of any kind. */
bool mail_holds_address(struct base_slice text);

#endif
