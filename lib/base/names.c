/* SPDX-License-Identifier: MIT */
#include "base/names.h"

#include <courtesy/message.h>
#include <courtesy/types.h>

#include <string.h>

struct pair {
  int value;
  const char *name;
};

#define PAIR(value, name) {(value), (name)},

static const struct pair statuses[] = {BASE_STATUS_NAMES(PAIR)};
static const struct pair severities[] = {BASE_SEVERITY_NAMES(PAIR)};
static const struct pair kinds[] = {BASE_KIND_NAMES(PAIR)};
static const struct pair zones[] = {BASE_ZONE_NAMES(PAIR)};
static const struct pair part_uses[] = {BASE_PART_USE_NAMES(PAIR)};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static const char *name_of(const struct pair *pairs, size_t count, int value) {
  for (size_t i = 0; i < count; i++) {
    if (pairs[i].value == value) {
      return pairs[i].name;
    }
  }
  return "unknown";
}

/* The value of a name, or -1. */
static int value_of(const struct pair *pairs, size_t count, const char *name) {
  for (size_t i = 0; i < count; i++) {
    if (strcmp(pairs[i].name, name) == 0) {
      return pairs[i].value;
    }
  }
  return -1;
}

const char *courtesy_status_text(enum courtesy_status status) {
  return name_of(statuses, COUNT(statuses), (int)status);
}

const char *courtesy_severity_name(enum courtesy_severity severity) {
  return name_of(severities, COUNT(severities), (int)severity);
}

bool courtesy_severity_parse(const char *name,
                             enum courtesy_severity *severity) {
  int value = value_of(severities, COUNT(severities), name);
  if (value >= 0) {
    *severity = (enum courtesy_severity)value;
  }
  return value >= 0;
}

const char *courtesy_kind_name(enum courtesy_kind kind) {
  return name_of(kinds, COUNT(kinds), (int)kind);
}

bool courtesy_kind_parse(const char *name, enum courtesy_kind *kind) {
  int value = value_of(kinds, COUNT(kinds), name);
  if (value >= 0) {
    *kind = (enum courtesy_kind)value;
  }
  return value >= 0;
}

const char *courtesy_zone_name(enum courtesy_zone zone) {
  return name_of(zones, COUNT(zones), (int)zone);
}

bool courtesy_zone_parse(const char *name, enum courtesy_zone *zone) {
  int value = value_of(zones, COUNT(zones), name);
  if (value >= 0) {
    *zone = (enum courtesy_zone)value;
  }
  return value >= 0;
}

const char *courtesy_version(void) {
  return COURTESY_VERSION;
}

const char *courtesy_part_use_name(enum courtesy_part_use use) {
  return name_of(part_uses, COUNT(part_uses), (int)use);
}
