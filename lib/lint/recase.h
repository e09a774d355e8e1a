/* SPDX-License-Identifier: MIT */
/* Capital and small letters, as edits need them. */
#ifndef COURTESY_LINT_RECASE_H
#define COURTESY_LINT_RECASE_H

#include "lint/session.h"

bool lint_begins_upper(const char *text);

/* Each of these is a new string in the session's arena, NULL when memory ran
 * out. The text with a capital first letter: */
char *lint_raised(struct courtesy_session *session, const char *text);
/* as it is written inside a sentence: with a small one, unless it begins with
 * `I`, a name or a word with a capital further on; */
char *lint_sunk(struct courtesy_session *session, const char *text);
/* all in capitals, as in a sentence that shouts; */
char *lint_shouted(struct courtesy_session *session, const char *text);
/* shouted words as they would be spoken: in small letters but for names, the
 * like of Monday, `I`, short forms that nobody can say (`HR`), and the first
 * letter of a sentence. */
char *lint_lowered(struct courtesy_session *session, const char *text,
                   bool begins_sentence);

#endif
