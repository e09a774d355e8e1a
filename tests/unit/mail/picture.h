/* SPDX-License-Identifier: MIT */
/*
 * Tests of zones are pictures: each line of a draft with its zone before a
 * bar. A line without a zone is blank, or there only to be read.
 *
 *     assert_zones("body        | Fine with me.\n"
 *                  "            |\n"
 *                  "attribution | On 3 May 2017, Ana wrote:\n"
 *                  "quote       | > Is Tuesday fine?\n");
 */
#ifndef TESTS_UNIT_MAIL_PICTURE_H
#define TESTS_UNIT_MAIL_PICTURE_H

#include <courtesy/message.h>

/* What each test file of this folder needs before cmocka. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

void assert_zones(const char *picture);

/* The same for another kind of input. */
void assert_zones_of(enum courtesy_kind kind, const char *picture);

/* A message of a string; the test destroys it. */
struct courtesy_message *message_of(enum courtesy_kind kind, const char *text,
                                    const struct courtesy_facts *facts);

#endif
