/* SPDX-License-Identifier: MIT */
#include "date.h"

#include <stddef.h>
#include <string.h>

static bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

static bool take(const char **at, char byte) {
  if (**at != byte) {
    return false;
  }
  ++*at;
  return true;
}

static void skip_blanks(const char **at) {
  *at += strspn(*at, " \t");
}

/* A number of so many digits, from 0 to `largest`; -1 when there is none. */
static int number(const char **at, int fewest, int most, int largest) {
  int value = 0;
  int digits = 0;
  while (digits < most && is_digit(**at)) {
    value = value * 10 + (*(*at)++ - '0');
    digits++;
  }
  return digits >= fewest && value <= largest ? value : -1;
}

/* One of some names of three letters, small or capital; -1 when it is none. */
static int name(const char **at, const char *names) {
  for (int i = 0; names[3 * i] != '\0'; i++) {
    int same = 0;
    while (same < 3 && ((*at)[same] | 0x20) == names[3 * i + same]) {
      same++;
    }
    if (same == 3) {
      *at += 3;
      return i;
    }
  }
  return -1;
}

static bool is_day(int year, int month, int day) {
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return year >= 0 && month >= 1 && month <= 12 && day >= 1 &&
         day <= days[month - 1] + (leap && month == 2 ? 1 : 0);
}

/* 16:30, 16:30:00, 16:30:00.125; a leap second is the 60th. */
static bool take_clock(const char **at, int fewest_hour_digits) {
  if (number(at, fewest_hour_digits, 2, 23) < 0 || !take(at, ':') ||
      number(at, 2, 2, 59) < 0) {
    return false;
  }
  if (take(at, ':') && number(at, 2, 2, 60) < 0) {
    return false;
  }
  if (take(at, '.')) {
    size_t digits = strspn(*at, "0123456789");
    *at += digits;
    return digits > 0;
  }
  return true;
}

/* +0200 or +02:00 */
static bool take_offset(const char **at) {
  if (!take(at, '+') && !take(at, '-')) {
    return false;
  }
  return number(at, 2, 2, 23) >= 0 && (take(at, ':') || is_digit(**at)) &&
         number(at, 2, 2, 59) >= 0;
}

static bool is_written_in_digits(const char *at) {
  int year = number(&at, 4, 4, 9999);
  int month = take(&at, '-') ? number(&at, 2, 2, 12) : -1;
  int day = take(&at, '-') ? number(&at, 2, 2, 31) : -1;
  if (!is_day(year, month, day)) {
    return false;
  }
  if (take(&at, 'T') || take(&at, ' ')) {
    if (!take_clock(&at, 2)) {
      return false;
    }
    if (*at != '\0' && !take(&at, 'Z') && !take_offset(&at)) {
      return false;
    }
  }
  return *at == '\0';
}

/* The zone of a mail: an offset, a name such as GMT, and a comment. */
static bool is_mail_zone(const char *at) {
  skip_blanks(&at);
  if (*at == '+' || *at == '-') {
    if (!take_offset(&at)) {
      return false;
    }
  } else {
    at += strspn(at, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
  }
  skip_blanks(&at);
  if (take(&at, '(')) {
    at += strcspn(at, "()");
    if (!take(&at, ')')) {
      return false;
    }
    skip_blanks(&at);
  }
  return *at == '\0';
}

static bool is_written_as_in_a_mail(const char *at) {
  skip_blanks(&at);
  if (name(&at, "montuewedthufrisatsun") >= 0) {
    if (!take(&at, ',')) {
      return false;
    }
    skip_blanks(&at);
  }
  int day = number(&at, 1, 2, 31);
  skip_blanks(&at);
  int month = name(&at, "janfebmaraprmayjunjulaugsepoctnovdec") + 1;
  skip_blanks(&at);
  /* Old mails have years of two digits (RFC 5322 §4.3); every fourth of
   * them is a leap year whichever century is meant, but for 1900. */
  int year = number(&at, 2, 4, 9999);
  if (!is_day(year, month, day)) {
    return false;
  }
  if (*at == '\0') {
    return true;
  }
  if (*at != ' ' && *at != '\t') {
    return false;
  }
  skip_blanks(&at);
  return *at == '\0' || (take_clock(&at, 1) && is_mail_zone(at));
}

bool cli_is_date(const char *text) {
  return is_written_in_digits(text) || is_written_as_in_a_mail(text);
}
