/* SPDX-License-Identifier: MIT */
#include "mail/stamp.h"

#include "base/block.h"
#include "mail/line.h"
#include "mail/phrase.h"

enum {
  HOURS = 24,
  MINUTES = 60,
  LARGEST_ZONE = 6, /* letters of "CDT", "+0200", "GMT+01" */
};

/* Digits at the start of `text`, at most `most` of them, and their value. */
static size_t digits_size(struct base_slice text, size_t most, int *value) {
  size_t size = 0;
  *value = 0;
  while (size < text.size && size < most && mail_is_digit(text.bytes[size])) {
    *value = *value * 10 + (text.bytes[size] - '0');
    size++;
  }
  return size;
}

static size_t skip_blanks(struct base_slice text, size_t at) {
  return at + mail_blanks_size(mail_skip(text, at));
}

/* Minutes since midnight of hh:mm[:ss] or 18h07; -1 when there is no time. */
static int clock_time(struct base_slice text, size_t *size, bool *seconds) {
  int hour = 0;
  int minute = 0;
  *seconds = false;
  size_t at = digits_size(text, 2, &hour);
  if (at == 0 || hour >= HOURS ||
      !(base_slice_has(text, at, ':') || base_slice_has(text, at, 'h'))) {
    return -1;
  }
  size_t two = digits_size(mail_skip(text, at + 1), 2, &minute);
  if (two != 2 || minute >= MINUTES) {
    return -1;
  }
  at += 3;
  int second = 0;
  if (base_slice_has(text, at, ':') &&
      digits_size(mail_skip(text, at + 1), 2, &second) == 2) {
    at += 3;
    *seconds = true;
  }
  if (at < text.size && mail_is_digit(text.bytes[at])) {
    return -1;
  }
  *size = at;
  return hour * MINUTES + minute;
}

int mail_minutes(const char *date) {
  struct base_slice text = base_slice_of(date);
  for (size_t at = 0; at < text.size; at++) {
    bool starts = mail_is_digit(text.bytes[at]) &&
                  (at == 0 || !(mail_is_digit(text.bytes[at - 1]) ||
                                text.bytes[at - 1] == ':'));
    size_t size = 0;
    bool seconds = false;
    int minutes =
        starts ? clock_time(mail_skip(text, at), &size, &seconds) : -1;
    if (minutes >= 0) {
      return minutes;
    }
  }
  return -1;
}

/* What parts the numbers of a date at text[at], or '\0'. */
static char date_mark(struct base_slice text, size_t at) {
  char byte = at < text.size ? text.bytes[at] : '\0';
  return byte == '-' || byte == '/' || byte == '.' ? byte : '\0';
}

/* Three numbers with one mark between them; their bytes, 0 for none. */
static size_t numbers_size(struct base_slice text,
                           struct mail_date_digits *date) {
  size_t at = 0;
  for (size_t i = 0; i < 3; i++) {
    if (i > 0) {
      char mark = date_mark(text, at++);
      if (mark == '\0' || (i == 2 && mark != date->mark)) {
        return 0;
      }
      date->mark = mark;
    }
    date->sizes[i] = digits_size(mail_skip(text, at), 4, &date->numbers[i]);
    at += date->sizes[i];
    if (date->sizes[i] == 0) {
      return 0;
    }
  }
  return at;
}

size_t mail_date_read(struct base_slice text, struct mail_date_digits *date) {
  size_t end = numbers_size(text, date);
  const int *numbers = date->numbers;
  const size_t *sizes = date->sizes;
  if (end == 0 || (end < text.size && mail_is_digit(text.bytes[end]))) {
    return 0;
  }
  bool year_first = sizes[0] == 4 && sizes[1] <= 2 && sizes[2] <= 2;
  bool year_last =
      sizes[0] <= 2 && sizes[1] <= 2 && (sizes[2] == 2 || sizes[2] == 4);
  int other = year_first ? numbers[1] : numbers[0];
  int month = numbers[1] < other ? numbers[1] : other;
  return (year_first || year_last) && month >= 1 && month <= 12 ? end : 0;
}

size_t mail_date_size(struct base_slice text) {
  struct mail_date_digits date;
  return mail_date_read(text, &date);
}

size_t mail_time_size(struct base_slice text, bool *seconds) {
  size_t size = 0;
  if (clock_time(text, &size, seconds) < 0) {
    return 0;
  }
  size_t after = skip_blanks(text, size);
  size_t half = mail_phrases_size(mail_skip(text, after), &mail_day_halves);
  return half > 0 ? after + half : size;
}

size_t mail_digit_at(struct base_slice text) {
  for (size_t at = 0; at < text.size; at += BASE_BLOCK) {
    struct base_block block = base_block_start(text.bytes + at, text.size - at);
    uint64_t digits = base_block_bits(base_block_digits(block));
    if (digits != 0) {
      return at + (size_t)__builtin_ctzll(digits);
    }
  }
  return text.size;
}

/* What starts with the next run of digits; nothing when there is none. */
static struct base_slice next_number(struct base_slice text) {
  return mail_skip(text, mail_digit_at(text));
}

static struct base_slice behind_number(struct base_slice text) {
  return mail_skip(text, mail_skip_digits(text, 0));
}

static bool is_year(struct base_slice text) {
  int value = 0;
  size_t size = digits_size(text, 4, &value);
  bool ends = size == text.size || !mail_is_digit(text.bytes[size]);
  bool cjk = base_slice_begins(mail_skip(text, size), "年");
  return (size == 4 && ends && value >= 1970 && value < 2100) ||
         (size == 2 && cjk);
}

bool mail_ends_with_ctime(struct base_slice text) {
  enum { YEAR = sizeof "2001" - 1, CLOCK = sizeof "14:03:00 " - 1 };
  if (text.size <= CLOCK + YEAR) {
    return false;
  }
  struct base_slice clock = mail_skip(text, text.size - CLOCK - YEAR);
  size_t size = 0;
  bool seconds = false;
  return clock.bytes[-1] == ' ' && is_year(mail_skip(clock, CLOCK)) &&
         clock.bytes[CLOCK - 1] == ' ' &&
         clock_time(clock, &size, &seconds) >= 0 && size == CLOCK - 1;
}

bool mail_holds_date(struct base_slice text) {
  for (text = next_number(text); text.size > 0;
       text = next_number(behind_number(text))) {
    if (is_year(text) || mail_date_size(text) > 0) {
      return true;
    }
  }
  return false;
}

bool mail_holds_time(struct base_slice text) {
  bool seconds = false;
  for (text = next_number(text); text.size > 0;
       text = next_number(behind_number(text))) {
    if (mail_time_size(text, &seconds) > 0) {
      return true;
    }
  }
  return false;
}

/* A zone such as "CDT" or "+0200" at the end of a stamp. */
static size_t zone_size(struct base_slice text) {
  size_t size = 0;
  while (size < text.size && size < LARGEST_ZONE &&
         (mail_is_letter(text.bytes[size]) || mail_is_digit(text.bytes[size]) ||
          text.bytes[size] == '+' || text.bytes[size] == '-')) {
    size++;
  }
  return size;
}

bool mail_ends_with_stamp(struct base_slice text, size_t *start) {
  for (struct base_slice rest = next_number(text); rest.size > 0;
       rest = next_number(behind_number(rest))) {
    size_t date = mail_date_size(rest);
    if (date == 0) {
      continue;
    }
    size_t after = skip_blanks(rest, date);
    bool seconds = false;
    size_t time = mail_time_size(mail_skip(rest, after), &seconds);
    if (time == 0) {
      continue;
    }
    after = skip_blanks(rest, after + time);
    after += zone_size(mail_skip(rest, after));
    if (after == rest.size) {
      *start = (size_t)(rest.bytes - text.bytes);
      return true;
    }
  }
  return false;
}
