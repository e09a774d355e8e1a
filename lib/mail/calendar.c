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

/* What has slashes or hyphens may have the month first: only where one of the
 * two can be no month is it known. */
static bool read_digits(const struct mail_date_digits *digits,
                        struct date *date) {
  const int *numbers = digits->numbers;
  if (digits->sizes[0] == LARGEST_NUMBER) {
    *date = (struct date){numbers[0], numbers[1], numbers[2]};
    return true;
  }
  bool month_first = numbers[1] > 12;
  *date = (struct date){
      .year = full_year(numbers[2], digits->sizes[2]),
      .month = numbers[month_first ? 0 : 1],
      .day = numbers[month_first ? 1 : 0],
  };
  return digits->mark == '.' || numbers[0] > 12 || month_first ||
         numbers[0] == numbers[1];
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
        base_is_one_of(rest.bytes[0], " \t\r\n.,-/")) {
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

/* A text on the way to its first date. */
struct search {
  struct base_slice text;
  struct date date;
  size_t day_end; /* behind a number that may be the day */
  bool known;
};

/* Reads the number at text[at]: all of a date, or what may be the day of one.
 * Returns its bytes; 0 when the search is over. */
static size_t read_number(struct search *search, size_t at) {
  struct base_slice rest = mail_skip(search->text, at);
  struct mail_date_digits digits;
  if (mail_date_read(rest, &digits) > 0) {
    search->known = read_digits(&digits, &search->date);
    return 0;
  }
  int day;
  size_t size = number_size(rest, &day);
  search->date.day = size > 2 ? 0 : day;
  search->day_end = at + size;
  return size;
}

/* The same of a byte that is no digit: the name of a month may begin there,
 * with the day before it or behind it. */
static size_t read_month(struct search *search, size_t at) {
  struct base_slice rest = mail_skip(search->text, at);
  struct date *date = &search->date;
  size_t size =
      mail_starts_word(search->text, at) ? month_size(rest, &date->month) : 0;
  if (size == 0) {
    return 1;
  }
  bool joined =
      date->day > 0 && skip_joints(search->text, search->day_end) >= at;
  date->day = joined ? date->day : 0;
  search->known = read_rest(mail_skip(rest, size), date);
  return search->known ? 0 : size;
}

bool mail_day_of(struct base_slice text, long *day) {
  struct search search = {.text = text};
  size_t size = 1;
  for (size_t at = 0; at < text.size && size > 0; at += size) {
    size = mail_is_digit(text.bytes[at]) ? read_number(&search, at)
                                         : read_month(&search, at);
  }
  bool found = search.known && is_date(&search.date);
  *day = found ? day_number(&search.date) : 0;
  return found;
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
