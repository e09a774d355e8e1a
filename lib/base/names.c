/* SPDX-License-Identifier: MIT */
#include "base/names.h"

#include <courtesy/message.h>
#include <courtesy/session.h>
#include <courtesy/types.h>

#include <string.h>

static const char *const status_texts[] = {
    [COURTESY_OK] = "no error",
    [COURTESY_NO_MEMORY] = "there is not enough memory",
    [COURTESY_INVALID_ARGUMENT] = "the call was not as documented",
    [COURTESY_BAD_RULES] = "the rule files hold errors",
    [COURTESY_TOO_LARGE] = "the input is larger than the limit",
    [COURTESY_UNKNOWN_NAME] = "there is nothing of that name",
    [COURTESY_BAD_IMAGE] = "the bytes are no ruleset of this library",
    NULL,
};

const char *const base_severity_names[] = {
    [COURTESY_OFF] = "off",
    [COURTESY_SUGGESTION] = "suggestion",
    [COURTESY_WARNING] = "warning",
    [COURTESY_ERROR] = "error",
    NULL,
};

const char *const base_kind_names[] = {
    [COURTESY_DRAFT] = "draft",
    [COURTESY_TEXT] = "text",
    [COURTESY_MAIL] = "mail",
    [COURTESY_TEMPLATE] = "template",
    NULL,
};

const char *const base_zone_names[] = {
    [COURTESY_ZONE_SUBJECT] = "subject",
    [COURTESY_ZONE_GREETING] = "greeting",
    [COURTESY_ZONE_BODY] = "body",
    [COURTESY_ZONE_CLOSING] = "closing",
    [COURTESY_ZONE_BUTTON] = "button",
    [COURTESY_ZONE_SIGNATURE] = "signature",
    [COURTESY_ZONE_QUOTE] = "quote",
    [COURTESY_ZONE_ATTRIBUTION] = "attribution",
    [COURTESY_ZONE_FORWARD] = "forward",
    [COURTESY_ZONE_DISCLAIMER] = "disclaimer",
    [COURTESY_ZONE_CODE] = "code",
    [COURTESY_ZONE_COUNT] = NULL,
};

static const char *const part_use_names[] = {
    [COURTESY_PART_OTHER] = "other",
    [COURTESY_PART_CONTAINER] = "container",
    [COURTESY_PART_LINTED] = "linted",
    [COURTESY_PART_FORWARDED] = "forwarded",
    [COURTESY_PART_ALTERNATIVE] = "alternative",
    [COURTESY_PART_INLINE] = "inline",
    [COURTESY_PART_ATTACHMENT] = "attachment",
    [COURTESY_PART_UNREAD] = "unread",
    NULL,
};

static const char *const trace_step_names[] = {
    [COURTESY_TRACE_MATCHED] = "matched",
    [COURTESY_TRACE_VETOED] = "vetoed",
    [COURTESY_TRACE_QUOTED] = "in quotation marks",
    [COURTESY_TRACE_CONDITION] = "silent",
    [COURTESY_TRACE_MERGED] = "merged",
    [COURTESY_TRACE_FOUND] = "found",
    NULL,
};

static const char *name_of(const char *const *names, unsigned value) {
  while (value > 0 && *names != NULL) {
    value--;
    names++;
  }
  return *names != NULL ? *names : "unknown";
}

/* The value of a name, or -1. */
static int value_of(const char *const *names, const char *name) {
  for (int value = 0; names[value] != NULL; value++) {
    if (strcmp(names[value], name) == 0) {
      return value;
    }
  }
  return -1;
}

const char *courtesy_status_text(enum courtesy_status status) {
  return name_of(status_texts, (unsigned)status);
}

const char *courtesy_severity_name(enum courtesy_severity severity) {
  return name_of(base_severity_names, (unsigned)severity);
}

bool courtesy_severity_parse(const char *name,
                             enum courtesy_severity *severity) {
  int value = value_of(base_severity_names, name);
  if (value >= 0) {
    *severity = (enum courtesy_severity)value;
  }
  return value >= 0;
}

const char *courtesy_kind_name(enum courtesy_kind kind) {
  return name_of(base_kind_names, (unsigned)kind);
}

bool courtesy_kind_parse(const char *name, enum courtesy_kind *kind) {
  int value = value_of(base_kind_names, name);
  if (value >= 0) {
    *kind = (enum courtesy_kind)value;
  }
  return value >= 0;
}

const char *courtesy_zone_name(enum courtesy_zone zone) {
  return name_of(base_zone_names, (unsigned)zone);
}

bool courtesy_zone_parse(const char *name, enum courtesy_zone *zone) {
  int value = value_of(base_zone_names, name);
  if (value >= 0) {
    *zone = (enum courtesy_zone)value;
  }
  return value >= 0;
}

const char *courtesy_part_use_name(enum courtesy_part_use use) {
  return name_of(part_use_names, (unsigned)use);
}

const char *courtesy_trace_step_name(enum courtesy_trace_step step) {
  return name_of(trace_step_names, (unsigned)step);
}

const char *courtesy_version(void) {
  return COURTESY_VERSION;
}
