/* SPDX-License-Identifier: MIT */
#include "mail/calendar.h"

#include "mail/phrase.h"
#include "mail/stamp.h"

enum {
  FIRST_YEAR = 1970,
  LAST_YEAR = 2099,
  CENTURY_BREAK = 70, /* 69 is 2069, 70 is 1970 */
  LARGEST_NUMBER = 4, /* digits of a year */
  WEEK = 7,
  WORKDAYS = 5,
};

struct date {
  int year;
  int month;
  int day;
};

/* Days since 1970-01-01 in the Gregorian calendar. The year starts in March
 * here, so that the leap day is its last. */
static long day_number(const struct date *date) {
  long year = date->year - (date->month <= 2);
  long month = (date->month + 9) % 12;
  long in_year = (153 * month + 2) / 5 + date->day - 1;
  return 365 * year + year / 4 - year / 100 + year / 400 + in_year - 719468;
}

static bool is_date(const struct date *date) {
  return date->year >= FIRST_YEAR && date->year <= LAST_YEAR &&
         date->month >= 1 && date->month <= 12 && date->day >= 1 &&
         date->day <= 31;
}

/* The digits at the start of `text`; more than a year has are no number. */
static size_t number_size(struct base_slice text, int *value) {
  size_t size = 0;
  *value = 0;
  for (; size < text.size && mail_is_digit(text.bytes[size]); size++) {
    if (size < LARGEST_NUMBER) {
      *value = *value * 10 + (text.bytes[size] - '0');
    }
  }
  return size;
}

static int full_year(int year, size_t digits) {
  if (digits > 2) {
    return year;
  }
  return year + (year < CENTURY_BREAK ? 2000 : 1900);
}

/* Reads 2001-07-09, 9.7.2001, 13/07/01. What has slashes or hyphens may have
 * the month first: only where one of the two can be no month is it known. */
static bool read_digits(struct base_slice text, struct date *date) {
  int parts[3];
  size_t sizes[3];
  size_t at = 0;
  char mark = '\0';
  for (size_t i = 0; i < 3; i++) {
    sizes[i] = number_size(mail_skip(text, at), &parts[i]);
    at += sizes[i];
    mark = i == 0 && at < text.size ? text.bytes[at] : mark;
    at++;
  }
  if (sizes[0] == LARGEST_NUMBER) {
    *date = (struct date){parts[0], parts[1], parts[2]};
    return true;
  }
  bool month_first = parts[1] > 12;
  *date = month_first ? (struct date){0, parts[0], parts[1]}
                      : (struct date){0, parts[1], parts[0]};
  date->year = full_year(parts[2], sizes[2]);
  return mark == '.' || parts[0] > 12 || month_first || parts[0] == parts[1];
}

static size_t month_size(struct base_slice text, int *number) {
  if (!mail_is_letter(text.bytes[0])) {
    return 0;
  }
  size_t size = 0;
  const struct mail_phrase *month =
      mail_phrases_find(text, &mail_months, &size);
  *number = month == NULL ? *number : month->value;
  return size;
}

/* Blanks, punctuation and joints from `at` on. */
static size_t skip_joints(struct base_slice text, size_t at) {
  for (size_t size = 1; size > 0; at += size) {
    struct base_slice rest = mail_skip(text, at);
    size = mail_phrases_size(rest, &mail_date_joints);
    if (size == 0 && rest.size > 0 &&
        memchr(" \t\r\n.,-/", rest.bytes[0], 8) != NULL) {
      size = 1;
    }
  }
  return at;
}

/* Reads what follows the name of a month: the year, after the day unless
 * that stood before the month. */
static bool read_rest(struct base_slice text, struct date *date) {
  size_t at = skip_joints(text, 0);
  int number;
  size_t size = number_size(mail_skip(text, at), &number);
  if (date->day == 0 && size > 0 && size <= 2) {
    date->day = number;
    at = skip_joints(text, at + size);
    size = number_size(mail_skip(text, at), &number);
  }
  date->year = full_year(number, size);
  return size == 2 || size == LARGEST_NUMBER;
}

static bool starts_word(struct base_slice text, size_t at) {
  return at == 0 || !(mail_is_letter(text.bytes[at - 1]) ||
                      (text.bytes[at - 1] & 0x80) != 0);
}

bool mail_day_of(struct base_slice text, long *day) {
  struct date date = {0, 0, 0};
  size_t day_end = 0; /* past a number that may be the day */
  bool known = false;
  for (size_t at = 0; at < text.size;) {
    struct base_slice rest = mail_skip(text, at);
    size_t size = 1;
    if (mail_is_digit(text.bytes[at])) {
      if (mail_date_size(rest) > 0) {
        known = read_digits(rest, &date);
        break;
      }
      size = number_size(rest, &date.day);
      date.day = size > 2 ? 0 : date.day;
      day_end = at + size;
    } else if (starts_word(text, at)) {
      size_t name = month_size(rest, &date.month);
      if (name > 0) {
        bool joined = date.day > 0 && skip_joints(text, day_end) >= at;
        date.day = joined ? date.day : 0;
        if (read_rest(mail_skip(rest, name), &date)) {
          known = true;
          break;
        }
        size = name;
      }
    }
    at += size;
  }
  *day = known && is_date(&date) ? day_number(&date) : 0;
  return known && is_date(&date);
}

/* 1970-01-01 was a Thursday: how many working days lie before a day, counted
 * from the Monday of that week. */
static long workdays_before(long day) {
  long since_monday = day + 3;
  long weeks = since_monday / WEEK;
  long rest = since_monday % WEEK;
  return weeks * WORKDAYS + (rest < WORKDAYS ? rest : WORKDAYS);
}

long mail_working_days(long from, long to) {
  return to <= from ? 0 : workdays_before(to + 1) - workdays_before(from + 1);
}
