/* SPDX-License-Identifier: MIT */
/*
 * Names of enumerations, written once: the lists below give the public
 * *_name and *_parse functions their words.
 */
#ifndef COURTESY_BASE_NAMES_H
#define COURTESY_BASE_NAMES_H

#define BASE_STATUS_NAMES(X)                                                   \
  X(COURTESY_OK, "no error")                                                   \
  X(COURTESY_NO_MEMORY, "there is not enough memory")                          \
  X(COURTESY_INVALID_ARGUMENT, "the call was not as documented")               \
  X(COURTESY_BAD_RULES, "the rule files hold errors")                          \
  X(COURTESY_TOO_LARGE, "the input is larger than the limit")                  \
  X(COURTESY_UNKNOWN_NAME, "there is nothing of that name")                    \
  X(COURTESY_BAD_IMAGE, "the bytes are no ruleset of this library")

#define BASE_SEVERITY_NAMES(X)                                                 \
  X(COURTESY_OFF, "off")                                                       \
  X(COURTESY_SUGGESTION, "suggestion")                                         \
  X(COURTESY_WARNING, "warning")                                               \
  X(COURTESY_ERROR, "error")

#define BASE_KIND_NAMES(X)                                                     \
  X(COURTESY_DRAFT, "draft")                                                   \
  X(COURTESY_TEXT, "text")                                                     \
  X(COURTESY_MAIL, "mail")                                                     \
  X(COURTESY_TEMPLATE, "template")

#define BASE_ZONE_NAMES(X)                                                     \
  X(COURTESY_ZONE_SUBJECT, "subject")                                          \
  X(COURTESY_ZONE_GREETING, "greeting")                                        \
  X(COURTESY_ZONE_BODY, "body")                                                \
  X(COURTESY_ZONE_CLOSING, "closing")                                          \
  X(COURTESY_ZONE_BUTTON, "button")                                            \
  X(COURTESY_ZONE_SIGNATURE, "signature")                                      \
  X(COURTESY_ZONE_QUOTE, "quote")                                              \
  X(COURTESY_ZONE_ATTRIBUTION, "attribution")                                  \
  X(COURTESY_ZONE_FORWARD, "forward")                                          \
  X(COURTESY_ZONE_DISCLAIMER, "disclaimer")                                    \
  X(COURTESY_ZONE_CODE, "code")

#define BASE_PART_USE_NAMES(X)                                                 \
  X(COURTESY_PART_OTHER, "other")                                              \
  X(COURTESY_PART_CONTAINER, "container")                                      \
  X(COURTESY_PART_LINTED, "linted")                                            \
  X(COURTESY_PART_FORWARDED, "forwarded")                                      \
  X(COURTESY_PART_ALTERNATIVE, "alternative")                                  \
  X(COURTESY_PART_INLINE, "inline")                                            \
  X(COURTESY_PART_ATTACHMENT, "attachment")                                    \
  X(COURTESY_PART_UNREAD, "unread")

#endif
