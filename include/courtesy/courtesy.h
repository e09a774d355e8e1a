/* SPDX-License-Identifier: MIT */
/*
 * libcourtesy: the courtesy of internal mail, checked before it is sent.
 *
 * Make a ruleset once, make a session a thread, make a message of each
 * input, lint it, read the findings:
 *
 *     struct courtesy_ruleset *ruleset;
 *     struct courtesy_session *session;
 *     struct courtesy_message *message;
 *
 *     courtesy_ruleset_create_pack("en", "", &ruleset);
 *     courtesy_session_create(ruleset, &session);
 *     courtesy_message_create(COURTESY_DRAFT, text, size, NULL, &message);
 *     courtesy_session_lint(session, message);
 *     for (size_t i = 0; i < courtesy_session_finding_count(session); i++) {
 *       puts(courtesy_session_finding(session, i)->message);
 *     }
 *
 * What may fail returns an enum courtesy_status to be looked at, as the first
 * four calls do here; examples/lint.c looks.
 */
#ifndef COURTESY_COURTESY_H
#define COURTESY_COURTESY_H

#include <courtesy/message.h>
#include <courtesy/rules.h>
#include <courtesy/session.h>
#include <courtesy/types.h>

#endif
