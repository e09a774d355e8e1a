/* SPDX-License-Identifier: MIT */
#include "mail/hue.h"

#include "mail/line.h"
#include "mail/phrase.h"
#include "mail/transfer.h"

enum {
  LEAST_SPREAD = 80, /* between the strongest and the weakest part: less is grey
                      */
  LARGEST_LINE = 400, /* bytes of a line that may announce; longer ones are cut
                       */
};

struct colour {
  int red, green, blue;
};

/* "#c00" or "#c00000", in old mails without the sign. */
static bool read_hex(struct base_slice text, struct colour *colour) {
  int digits[6];
  if (text.size > 0 && text.bytes[0] == '#') {
    text = mail_skip(text, 1);
  }
  if (text.size != 3 && text.size != 6) {
    return false;
  }
  for (size_t i = 0; i < 6; i++) {
    digits[i] = mail_hex_value(text.bytes[text.size == 3 ? i / 2 : i]);
    if (digits[i] < 0) {
      return false;
    }
  }
  *colour =
      (struct colour){digits[0] * 16 + digits[1], digits[2] * 16 + digits[3],
                      digits[4] * 16 + digits[5]};
  return true;
}

/* The next number of "rgb(192, 0, 0)" and "rgba(192, 0, 0, 1)"; -1 when there
 * is none. */
static int take_number(struct base_slice *text) {
  while (text->size > 0 && !mail_is_digit(text->bytes[0])) {
    *text = mail_skip(*text, 1);
  }
  int number = text->size > 0 ? 0 : -1;
  while (text->size > 0 && mail_is_digit(text->bytes[0]) && number <= 255) {
    number = number * 10 + (text->bytes[0] - '0');
    *text = mail_skip(*text, 1);
  }
  return number;
}

static bool read_rgb(struct base_slice text, struct colour *colour) {
  if (!mail_begins_nocase(text, "rgb(") && !mail_begins_nocase(text, "rgba(")) {
    return false;
  }
  colour->red = take_number(&text);
  colour->green = take_number(&text);
  colour->blue = take_number(&text);
  return colour->blue >= 0;
}

static enum mail_hue hue_of_name(struct base_slice name) {
  static const struct {
    const char *names;
    enum mail_hue hue;
  } hues[] = {
      {"red darkred maroon", MAIL_HUE_RED},
      {"blue", MAIL_HUE_BLUE},
      {"green darkgreen lime", MAIL_HUE_GREEN},
      {"purple fuchsia magenta", MAIL_HUE_PURPLE},
      {"orange darkorange", MAIL_HUE_ORANGE},
      {"black windowtext gray grey dimgray darkgray silver white navy",
       MAIL_HUE_PLAIN},
  };
  for (size_t i = 0; i < sizeof hues / sizeof hues[0]; i++) {
    if (mail_is_among(name, hues[i].names)) {
      return hues[i].hue;
    }
  }
  return MAIL_HUE_UNSAID;
}

/* The dark blues in which Outlook writes all answers, and the blue of its
 * links, announce nothing. */
static bool is_default(struct colour colour) {
  static const struct colour defaults[] = {
      {0x1f, 0x49, 0x7d}, {0x00, 0x00, 0x80}, {0x05, 0x63, 0xc1}};
  for (size_t i = 0; i < sizeof defaults / sizeof defaults[0]; i++) {
    if (colour.red == defaults[i].red && colour.green == defaults[i].green &&
        colour.blue == defaults[i].blue) {
      return true;
    }
  }
  return false;
}

static int larger(int one, int other) {
  return one > other ? one : other;
}

static enum mail_hue hue_of_parts(struct colour colour) {
  int red = colour.red;
  int green = colour.green;
  int blue = colour.blue;
  int most = larger(red, larger(green, blue));
  int least = -larger(-red, larger(-green, -blue));
  if (most - least < LEAST_SPREAD || is_default(colour)) {
    return MAIL_HUE_PLAIN;
  }
  if (least == green && 3 * red > blue && 3 * blue > red) {
    return MAIL_HUE_PURPLE;
  }
  if (most == red) {
    return 5 * green < 2 * red ? MAIL_HUE_RED : MAIL_HUE_ORANGE;
  }
  return most == green ? MAIL_HUE_GREEN : MAIL_HUE_BLUE;
}

enum mail_hue mail_hue_of(struct base_slice colour) {
  colour.size = base_slice_find(colour, '!'); /* !important */
  colour = mail_trim(colour);
  struct colour parts;
  return read_hex(colour, &parts) || read_rgb(colour, &parts)
             ? hue_of_parts(parts)
             : hue_of_name(colour);
}

/* Whether a sentence or clause begins at a place of the line. */
static bool begins(struct base_slice line, size_t at) {
  while (at > 0 && line.bytes[at - 1] == ' ') {
    at--;
  }
  return at == 0 || base_is_one_of(line.bytes[at - 1], ".!?,;:-");
}

bool mail_says_to_answer(struct base_slice line) {
  line.size = line.size < LARGEST_LINE ? line.size : LARGEST_LINE;
  for (size_t at = 0; at < line.size; at++) {
    size_t size;
    const struct mail_phrase *phrase =
        mail_starts_word(line, at)
            ? mail_phrases_find(mail_skip(line, at), &mail_answer_words, &size)
            : NULL;
    if (phrase != NULL && (phrase->value != 0 || begins(line, at))) {
      return true;
    }
  }
  return false;
}

enum mail_hue mail_hue_announced(struct base_slice line) {
  line.size = line.size < LARGEST_LINE ? line.size : LARGEST_LINE;
  const struct mail_phrase *phrase = NULL;
  for (size_t at = 0; at < line.size && phrase == NULL; at++) {
    size_t size;
    if (mail_starts_word(line, at)) {
      phrase = mail_phrases_find(mail_skip(line, at), &mail_hue_words, &size);
    }
  }
  return phrase != NULL && mail_says_to_answer(line)
             ? (enum mail_hue)phrase->value
             : MAIL_HUE_UNSAID;
}
