/* SPDX-License-Identifier: MIT */
/*
 * Whether two forms have the same words in the same order, as most have of which
 * one was made of the other. What is the same byte for byte is passed over:
 *
 *     plain    Your so-called *soup* is\non the table.
 *     HTML     Your so‑called soup is on the table.
 *              ^^^^^                ^^ ^^^^^^^^^^^^^    the same bytes
 *                   ^^^^^^^^^ ^^^^                      the same words
 */
#ifndef COURTESY_MAIL_FORM_ORDER_H
#define COURTESY_MAIL_FORM_ORDER_H

#include "base/slice.h"

#include <stdbool.h>

bool mail_form_order_is_same(struct base_slice one, struct base_slice other);

#endif
