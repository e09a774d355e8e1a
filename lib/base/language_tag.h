/* SPDX-License-Identifier: MIT */
/*
 * Language tags (RFC 5646), as hosts, rule files and messages have them:
 * "en", "pt-BR", "zh_Hant_TW". One is folded to small letters and hyphens, and
 * to one code of two letters where a language has several ("eng"; "nb" and
 * "nn" are written forms of "no"), so that two folded tags can be compared
 * byte by byte.
 */
#ifndef COURTESY_BASE_LANGUAGE_TAG_H
#define COURTESY_BASE_LANGUAGE_TAG_H

#include <stdbool.h>

/* Whether two or three letters and subtags of up to eight letters and digits
 * are all that stands there. Names of languages are no tags. */
bool base_language_is_tag(const char *text);

/* Folds a tag in place; it gets no longer. */
void base_language_fold(char *tag);

/* Whether a folded tag is that of a language, or a kind of it: "en-gb" is
 * within "en" (RFC 4647 §3.3.1). */
bool base_language_is_within(const char *tag, const char *range);

/* Whether two folded tags are kinds of one language. */
bool base_language_is_same(const char *tag, const char *other);

/* Whether a folded tag says that something has no language, as names have none:
 * "zxx" (ISO 639-2). */
bool base_language_is_none(const char *tag);

/* Whether a folded tag names no one language: "und" (ISO 639-2), "und-cyrl"
 * where the script is known, "mul" where there are several. */
bool base_language_is_undetermined(const char *tag);

/* Whether what such a tag stands for may be the other language: "und-cyrl" may
 * be "ru", and "en" may not. */
bool base_language_may_be(const char *tag, const char *other);

/* What the script of such a tag is called in English; NULL when there is none,
 * or it is not known here. */
const char *base_language_script_name(const char *tag);

/* What a folded tag's language is called in English; NULL when that is not
 * known here. */
const char *base_language_name(const char *tag);

/* The code of a language by its English name, in any case, such as "en"; NULL
 * when it is none. */
const char *base_language_code(const char *name);

#endif
