/* SPDX-License-Identifier: MIT */
#include "mail/phrase.h"
#include "mail/stamp.h"
#include "mail/zones.h"

enum {
  MOST_LINES = 4,     /* mail programs wrap an attribution this often */
  LARGEST_LINE = 400, /* bytes; longer lines are prose */
  LARGEST_BARE = 80,  /* … of "Ana Lima wrote:" without date or address */
};

/* What is said of the sender, anywhere in the attribution. */
static const char *const verbs[] = {
    "wrote",
    "writes",
    "has written",
    "said",
    "quoting",
    "schrieb",
    "schrieben",
    "schreibt",
    "hat geschrieben",
    "zitat von",
    "a écrit",
    "écrit",
    "écrivait",
    "selon",
    "escribió",
    "escribe",
    "ha escrito",
    "ha scritto",
    "scrive",
    "schreef",
    "heeft geschreven",
    "het volgende geschreven",
    "escreveu",
    "escribiu",
    "citando",
    "napisał",
    "napisała",
    "napisał(a)",
    "pisze",
    "skrev",
    "kirjoitti",
    "napsal",
    "napsala",
    "napsal(a)",
    "píše",
    "написал",
    "написала",
    "написал(а)",
    "пишет",
    "писал",
    "писал(а)",
    "さんは書きました",
    "は書きました",
    "のメール",
    "写道",
    "寫道",
    "编写",
};

/* What an attribution starts with. */
static const char *const openers[] = {
    "on",      "in article", "in message", "am",    "le",      "el",
    "il",      "il giorno",  "op",         "em",    "dnia",    "w dniu",
    "den",     "d.",         "dne",        "at",    "quoting", "zitat von",
    "citando", "mon,",       "tue,",       "wed,",  "thu,",    "fri,",
    "sat,",    "sun,",       "пн,",        "вт,",   "ср,",     "чт,",
    "пт,",     "сб,",        "вс,",        "po ",   "út ",     "st ",
    "čt ",     "pá ",        "so ",        "ne ",   "pon.,",   "wt.,",
    "śr.,",    "czw.,",      "pt.,",       "sob.,", "niedz.,", "ma ",
    "ti ",     "ke ",        "to ",        "pe ",   "la ",     "su ",
    "在",      "于",
};

/* Evidence that a text of one or more lines is an attribution. */
struct evidence {
  bool opener; /* it starts as one, or with a date */
  bool verb;
  bool date;
  bool time;
  bool address;
  bool brief;
};

static bool holds_digit(struct base_slice text) {
  for (size_t i = 0; i < text.size; i++) {
    if (mail_is_digit(text.bytes[i])) {
      return true;
    }
  }
  return false;
}

static bool opens(struct base_slice text) {
  bool date_first = mail_is_digit(text.bytes[0]) && mail_holds_date(text);
  return date_first || (mail_phrases_size(text, MAIL_PHRASES(openers)) > 0 &&
                        (holds_digit(text) || mail_holds_address(text)));
}

static struct evidence gather(struct base_slice text) {
  struct evidence found = {
      .opener = opens(text),
      .date = mail_holds_date(text),
      .time = mail_holds_time(text),
      .address = mail_holds_address(text),
      .brief = text.size <= LARGEST_BARE,
  };
  found.verb = mail_phrases_within(text, MAIL_PHRASES(verbs));
  return found;
}

/* Some programs wrap "Ana <ana@acme.example> wrote:" before its last angle,
 * which then looks like a quote mark. */
static bool is_torn_end(const struct mail_page *page, size_t i) {
  struct base_slice line = mail_page_line(page, i);
  struct base_slice inner;
  return line.bytes[0] == '>' && line.size <= LARGEST_LINE &&
         mail_ends_with_colon(mail_trim(mail_skip(line, 1)), &inner) &&
         mail_phrases_equal(inner, MAIL_PHRASES(verbs));
}

static bool is_quote(const struct mail_page *page, size_t i) {
  return i < page->lines.count &&
         page->lines.items[i].zone == COURTESY_ZONE_QUOTE;
}

/* Whether line `i` may be the last of an attribution. */
static bool may_end(const struct mail_page *page, size_t i) {
  struct base_slice line = mail_page_line(page, i);
  struct base_slice inner;
  if (line.size > LARGEST_LINE) {
    return false;
  }
  if (mail_is_open(page, i)) {
    return mail_ends_with_colon(line, &inner);
  }
  return i > 0 && is_quote(page, i) && mail_is_open(page, i - 1) &&
         !page->lines.items[i].gap && is_torn_end(page, i);
}

/* Enough for an attribution, given whether a quote follows. Without one much
 * is at stake, since all that follows counts as not the author's. */
static bool suffices(const struct evidence *found, bool quote_follows) {
  if (quote_follows) {
    return (found->verb && (found->brief || found->date || found->address)) ||
           (found->address && (found->date || found->opener));
  }
  return found->opener && found->date &&
         (found->address || (found->verb && found->time));
}

/* The first line of the attribution that ends with line `last`; last + 1
 * when there is none. The fewest lines that open as one are taken, else the
 * last line alone. */
static size_t find_first(const struct mail_page *page, size_t last) {
  const struct mail_line *lines = page->lines.items;
  bool quote_follows = is_quote(page, last + 1);
  size_t first = last;
  for (size_t count = 1; count <= MOST_LINES; count++) {
    struct base_slice text = mail_page_lines(page, first, last);
    if (text.size > LARGEST_LINE) {
      break;
    }
    struct evidence found = gather(text);
    if (found.opener && suffices(&found, quote_follows)) {
      return first;
    }
    if (lines[first].gap || first == 0 || !mail_is_open(page, first - 1)) {
      break;
    }
    first--;
  }
  if (!mail_is_open(page, last)) {
    return last + 1;
  }
  struct evidence found = gather(mail_page_line(page, last));
  return suffices(&found, quote_follows) ? last : last + 1;
}

static size_t last_quote(const struct mail_page *page) {
  size_t i = page->lines.count;
  while (i > 0 && !is_quote(page, i - 1)) {
    i--;
  }
  return i;
}

void mail_mark_attributions(struct mail_page *page, struct mail_hints *hints) {
  size_t quotes_end = last_quote(page);
  for (size_t i = 0; i < page->lines.count; i++) {
    if (!may_end(page, i)) {
      continue;
    }
    size_t first = find_first(page, i);
    if (first > i) {
      continue;
    }
    mail_mark(page, first, i + 1, COURTESY_ZONE_ATTRIBUTION);
    hints->answers = true;
    if (!is_quote(page, i + 1) && i + 1 >= quotes_end) {
      /* A program quoted without marks: the rest is not the author's. */
      mail_mark(page, i + 1, page->lines.count, COURTESY_ZONE_FORWARD);
      return;
    }
  }
}
