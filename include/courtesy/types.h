/* SPDX-License-Identifier: MIT */
/*
 * The words that every part of the API shares: statuses, severities, kinds of
 * input, zones of a message, and places in a file.
 *
 * Conventions that hold in all headers:
 *   - Offsets and lengths are bytes. Lines and columns start at 1; a column
 *     counts code points, and a byte that is not UTF-8 counts as one.
 *   - A `const char *` is NUL-terminated UTF-8 unless a size stands beside it.
 *   - What a function returns by pointer stays with the object it was asked
 *     of, and is valid until that object is changed or destroyed.
 *   - An index counts from 0 and may be any: past the end a function that
 *     returns a pointer returns NULL, and one that fills in a struct returns
 *     false and leaves it.
 *   - `*_destroy` accepts NULL, and bytes may be NULL where their size is 0. No
 *     other argument may be NULL unless its comment says so.
 *   - The name of an enumeration's value is "unknown" when it is none of them.
 *   - The library prints nothing, opens no file, reads no clock and no
 *     environment variable, and keeps no global state.
 */
#ifndef COURTESY_TYPES_H
#define COURTESY_TYPES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define COURTESY_API __attribute__((visibility("default")))
#else
#define COURTESY_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* How a call ended. Everything but COURTESY_OK leaves the outputs unset. */
enum courtesy_status {
  COURTESY_OK = 0,
  COURTESY_NO_MEMORY,        /* an allocation failed; nothing was kept */
  COURTESY_INVALID_ARGUMENT, /* a call that the documentation forbids */
  COURTESY_BAD_RULES,        /* the rule files hold errors: see diagnostics */
  COURTESY_TOO_LARGE,        /* an input is larger than a documented limit */
  COURTESY_UNKNOWN_NAME,     /* no profile, rule or list of that name */
  COURTESY_BAD_IMAGE,        /* bytes that are no ruleset of this library */
};

/* One short English sentence without a full stop, for any value. */
COURTESY_API const char *courtesy_status_text(enum courtesy_status status);

/* How much a finding matters. Ordered: a larger value is more severe. */
enum courtesy_severity {
  COURTESY_OFF = 0,
  COURTESY_SUGGESTION,
  COURTESY_WARNING,
  COURTESY_ERROR,
};

/* "off", "suggestion", "warning" or "error". */
COURTESY_API const char *courtesy_severity_name(
    enum courtesy_severity severity);
/* The reverse. Returns false, and leaves *severity, for another name. */
COURTESY_API bool courtesy_severity_parse(const char *name,
                                          enum courtesy_severity *severity);

/* What an input is. It decides which zones are looked for and which rules
 * run: loose text has neither zones nor whole-message rules. */
enum courtesy_kind {
  COURTESY_DRAFT = 0, /* a message as typed, perhaps below header lines */
  COURTESY_TEXT,      /* loose sentences: all body */
  COURTESY_MAIL,      /* an RFC 5322 message with its header */
  COURTESY_TEMPLATE,  /* a draft with placeholders, which stand for words */
};

/* "draft", "text", "mail" or "template". */
COURTESY_API const char *courtesy_kind_name(enum courtesy_kind kind);
/* The reverse. Returns false, and leaves *kind, for another name. */
COURTESY_API bool courtesy_kind_parse(const char *name,
                                      enum courtesy_kind *kind);

/* A stretch of a message. Rules look at the first five, the author's own
 * words, unless they say otherwise. A link or a button that has a line to
 * itself is a label: nobody asks for anything there. */
enum courtesy_zone {
  COURTESY_ZONE_SUBJECT = 0,
  COURTESY_ZONE_GREETING,
  COURTESY_ZONE_BODY,
  COURTESY_ZONE_CLOSING,
  COURTESY_ZONE_BUTTON,
  COURTESY_ZONE_SIGNATURE,
  COURTESY_ZONE_QUOTE,
  COURTESY_ZONE_ATTRIBUTION,
  COURTESY_ZONE_FORWARD,
  COURTESY_ZONE_DISCLAIMER,
  COURTESY_ZONE_CODE,
  COURTESY_ZONE_COUNT,
};

/* "subject", "greeting", "body", … as in the machine formats. */
COURTESY_API const char *courtesy_zone_name(enum courtesy_zone zone);
/* The reverse. Returns false, and leaves *zone, for another name. */
COURTESY_API bool courtesy_zone_parse(const char *name,
                                      enum courtesy_zone *zone);

/* A fact that may not be known. An unknown fact makes a `when:` false and
 * does not make an `unless:` true. */
enum courtesy_answer {
  COURTESY_UNKNOWN = 0,
  COURTESY_NO,
  COURTESY_YES,
};

/* A stretch of the raw input; end line and column are exclusive. When
 * `in_subject` is true, the subject was given beside the input, and all
 * values count in the UTF-8 of that subject. */
struct courtesy_span {
  size_t offset;
  size_t length;
  uint32_t line;
  uint32_t column;
  uint32_t end_line;
  uint32_t end_column;
  bool in_subject;
};

/* The version of the library, for example "0.1.0". */
COURTESY_API const char *courtesy_version(void);

#ifdef __cplusplus
}
#endif

#endif
