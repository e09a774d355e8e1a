/* SPDX-License-Identifier: MIT */
#include "mail/address.h"
#include "mail/bar.h"
#include "mail/label.h"
#include "mail/line.h"
#include "mail/phrase.h"
#include "mail/stamp.h"
#include "mail/zones.h"

enum {
  MOST_DELIMITED = 24,   /* lines below `-- `: more is text below a rule */
  MOST_BLOCK = 12,       /* lines of a block without delimiter */
  LARGEST_LINE = 80,     /* bytes of a line in such a block … */
  LARGEST_COMPANY = 160, /* … and of one that tells of the company */
  LARGEST_NOTICE = 400,  /* … and of a paragraph that does */
  LEAST_REGISTERED = 5,  /* digits of a number in a register, or of a town */
  LEAST_PHONE = 7,       /* … of a telephone number */
  LARGEST_PHONE = 15,    /* … and the most that E.164 allows */
  MOST_CENTS = 2,        /* digits behind the point of an amount */
  LEAST_SMALL = 5,       /* words in small letters: a sentence … */
  FEW_SMALL = 2,         /* … and of a short one with a full stop */
  LEAST_DIVIDER = 5,     /* bytes of a rule above a block */
  LEAST_ENTRIES = 3,     /* lines of a list of telephone numbers */
  LARGEST_DEVICE = 120,  /* bytes of "Sent from my …" */
  MOST_DEVICE = 4,       /* lines of it below a rule */
  LEAST_TOLD = 3,        /* words in small letters behind "Sent from" */
  LEAST_DRAWN = 20,      /* marks of a rule that a mail service draws */
};

static bool is_delimiter(struct base_slice line) {
  return base_slice_equals(line, "--");
}

static size_t own_end(const struct mail_page *page, size_t i) {
  while (i < page->lines.count && mail_is_open(page, i)) {
    i++;
  }
  return i;
}

/* "PS: bring the list", but not "PS Electronics", nor a note on office hours. */
static bool is_postscript(struct base_slice line) {
  return (line.bytes[0] | 0x20) == 'p' && mail_is_postscript(line) &&
         (base_slice_holds(line, ':') ||
          memchr(line.bytes, '.', line.size - 1) != NULL);
}

/* All but postscripts, which go on to the end of their paragraphs. */
static void mark_below(struct mail_page *page, size_t first, size_t end) {
  bool postscript = false;
  for (size_t i = first; i < end; i++) {
    postscript = is_postscript(mail_page_line(page, i)) ||
                 (postscript && !page->lines.items[i].gap);
    if (!postscript) {
      mail_mark(page, i, i + 1, COURTESY_ZONE_SIGNATURE);
    }
  }
}

/* Below the last `-- ` of each stretch of own text. The run of lines from a
 * delimiter is walked at most once more, since `i` goes on behind it. */
static void mark_delimited(struct mail_page *page) {
  size_t end = 0;
  if ((page->traits & MAIL_STARTS_BAR) == 0) {
    return;
  }
  for (size_t i = 0; i < page->lines.count; i++) {
    if (!mail_has_trait(page, i, MAIL_STARTS_BAR) ||
        !is_delimiter(mail_page_line(page, i))) {
      continue;
    }
    if (i >= end) {
      end = own_end(page, i);
    }
    if (i + 1 < end && end - i <= MOST_DELIMITED) {
      mark_below(page, i, end);
      i = end;
    }
  }
}

/* "Yahoo Mail on Android" or "iPhone", with a capital in the first word, but not
 * "Berlin, where it rains today". */
static bool is_product(struct base_slice words) {
  size_t at = 0;
  while (at < words.size && words.bytes[at] >= 'a' && words.bytes[at] <= 'z') {
    at++;
  }
  return at < words.size && words.bytes[at] >= 'A' && words.bytes[at] <= 'Z' &&
         mail_small_words(words, LEAST_TOLD) < LEAST_TOLD;
}

static bool is_device(struct base_slice line) {
  size_t size = 0;
  const struct mail_phrase *phrase =
      line.size <= LARGEST_DEVICE &&
              mail_phrases_may_fit(line, &mail_device_words)
          ? mail_phrases_find(line, &mail_device_words, &size)
          : NULL;
  return phrase != NULL &&
         (phrase->value == 0 || is_product(mail_trim(mail_skip(line, size))));
}

/* Two blanks, or a dash between blanks, part numbers: "1999 - 2004     500". */
static bool parts_numbers(struct base_slice line, size_t i) {
  return line.bytes[i] == ' ' && i > 1 &&
         (line.bytes[i - 1] == ' ' ||
          (line.bytes[i - 1] == '-' && line.bytes[i - 2] == ' '));
}

/* Digits with marks between them. */
struct number {
  size_t digits;
  size_t dots;
  size_t last; /* digits behind the last mark */
};

/* No longer than a telephone number can be, and no amount: "65196.80". */
static bool is_phone(const struct number *number) {
  bool amount = number->dots == 1 && number->last <= MOST_CENTS;
  return number->digits >= LEAST_PHONE && number->digits <= LARGEST_PHONE &&
         !amount;
}

/* A number not inside a word, as in "job_17000001", nor behind a "#". */
static bool holds_phone(struct base_slice line) {
  struct number number = {0};
  bool inside = false;
  for (size_t i = 0; i <= line.size; i++) {
    char byte = i < line.size ? line.bytes[i] : 'x';
    if (mail_is_digit(byte)) {
      number.digits++;
      number.last++;
    } else if (!mail_is_phone_mark(byte) || parts_numbers(line, i)) {
      if (!inside && is_phone(&number)) {
        return true;
      }
      inside = mail_is_letter(byte) || byte == '_' || byte == '#';
      number = (struct number){0};
    } else if (number.digits == 0) {
      inside = false;
    } else {
      number.dots += byte == '.';
      number.last = 0;
    }
  }
  return false;
}

static bool starts_url(struct base_slice line) {
  return mail_phrases_size(line, &mail_url_starts) > 0;
}

static bool is_sentence(struct base_slice line) {
  return mail_small_words(line, LEAST_SMALL) == LEAST_SMALL;
}

static bool ends_clause(char last) {
  return last == '?' || last == '!' || last == ':' || last == ';' ||
         last == ',';
}

/* "Acme Ltd. Registered office: Mill Lane. Registered number: 01234567." */
static bool is_company(struct base_slice line) {
  return line.size <= LARGEST_COMPANY && mail_digit_at(line) < line.size &&
         mail_phrases_within(line, &mail_company_words);
}

/* "Good account of soup.", or the end of a sentence that was wrapped. */
static bool is_short_sentence(struct base_slice line) {
  return line.bytes[line.size - 1] == '.' &&
         ((line.bytes[0] >= 'a' && line.bytes[0] <= 'z') ||
          mail_small_words(line, FEW_SMALL) == FEW_SMALL);
}

/* Ends as a sentence or clause does, or runs on: not a line of an address. */
static bool is_prose(struct base_slice line) {
  char last = line.bytes[line.size - 1];
  bool runs_on =
      line.size > LARGEST_LINE || (last == '.' && line.size > LARGEST_LINE / 2);
  return ends_clause(last) || is_sentence(line) ||
         ((runs_on || is_short_sentence(line)) && !is_company(line));
}

/* "Ordered by : Ana Lima", "To: Ana Lima": a line of a form or of a mail's
 * header, not of an address. */
static bool is_field(const struct mail_page *page, size_t i) {
  if (!mail_has_trait(page, i, MAIL_HAS_COLON)) {
    return false;
  }
  struct base_slice line = mail_page_line(page, i);
  enum mail_role role = (enum mail_role)page->lines.items[i].role;
  size_t colon = base_slice_find(line, ':');
  return (role >= MAIL_ROLE_FROM && role <= MAIL_ROLE_SUBJECT) ||
         (colon < line.size && colon > 0 && line.bytes[colon - 1] == ' ' &&
          mail_phrases_size(line, &mail_contact_words) == 0);
}

static bool is_contact(struct base_slice line) {
  return starts_url(line) || holds_phone(line) || mail_holds_address(line) ||
         (mail_phrases_size(line, &mail_contact_words) > 0 &&
          line.size <= LARGEST_LINE / 2) ||
         is_company(line);
}

/* A rule between a text and what is below. */
static bool is_divider(const struct mail_page *page, size_t i) {
  return mail_is_bar(page, i) && mail_page_line(page, i).size >= LEAST_DIVIDER;
}

/* The start of the last paragraph of the stretch that ends at `end`, or `end`
 * when it is longer than a signature. */
static size_t last_paragraph(const struct mail_page *page, size_t end) {
  size_t start = end;
  while (start > 0 && mail_is_open(page, start - 1)) {
    start--;
    if (end - start > MOST_BLOCK) {
      return end;
    }
    if (page->lines.items[start].gap) {
      return start;
    }
  }
  return end;
}

/* Two lines or more, one of which says how to reach the author: one of a few,
 * or of those below a rule, or two; and own text above. A link on top is what
 * the text talks about. */
static bool is_block(const struct mail_page *page, size_t start, size_t end) {
  if (end - start < 2 || start == 0 || !mail_is_open(page, start - 1) ||
      starts_url(mail_page_line(page, start))) {
    return false;
  }
  for (size_t i = start; i < end; i++) {
    if (is_prose(mail_page_line(page, i)) || is_field(page, i)) {
      return false;
    }
  }
  size_t contacts = 0;
  for (size_t i = start; i < end; i++) {
    contacts += is_contact(mail_page_line(page, i));
  }
  return contacts >= 2 || (contacts > 0 && (contacts * 3 >= end - start ||
                                            is_divider(page, start)));
}

static bool dials_in(struct base_slice text) {
  return mail_phrases_within(text, &mail_dial_in_words);
}

/* Whether a block is about a meeting by telephone: it tells how to dial in, and
 * not only in one line of a signature, which has its author's address, too. */
static bool is_meeting(const struct mail_page *page, size_t start, size_t end) {
  if (!dials_in(mail_page_lines(page, start, end - 1))) {
    return false;
  }
  size_t dialled = 0;
  bool address = false;
  for (size_t i = start + 1; i < end; i++) {
    struct base_slice line = mail_page_line(page, i);
    dialled += dials_in(line);
    address = address || mail_holds_address(line);
  }
  return dialled != 1 || !address || dials_in(mail_page_line(page, start));
}

/* "Kitchen 030 5550101", but not "Phone 030 5550101". */
static bool is_entry(struct base_slice line) {
  return mail_is_letter(line.bytes[0]) && holds_phone(line) &&
         mail_phrases_size(line, &mail_contact_words) == 0 &&
         !mail_holds_address(line);
}

/* Whether a block lists the numbers of many, or those that are announced. */
static bool is_directory(const struct mail_page *page, size_t start,
                         size_t end) {
  struct base_slice inner;
  bool announced =
      mail_ends_with_colon(mail_page_line(page, start - 1), &inner);
  size_t i = start;
  while (i < end && is_entry(mail_page_line(page, i))) {
    i++;
  }
  return i == end && (announced || end - start >= LEAST_ENTRIES);
}

/* Whether a number stands in `text` that may be one of a register. */
static bool holds_registered(struct base_slice text) {
  size_t digits = 0;
  while (text.size > 0 && digits < LEAST_REGISTERED) {
    text = mail_skip(text, mail_digit_at(text));
    digits = mail_skip_digits(text, 0);
    text = mail_skip(text, digits);
  }
  return digits >= LEAST_REGISTERED;
}

/* What the law wants companies to tell, in a paragraph below own text:
 *
 *     Acme Canteen GmbH, Sitz der Gesellschaft: Neustadt, Amtsgericht Neustadt,
 *     HRB 12345
 */
static bool is_notice(const struct mail_page *page, size_t start, size_t end) {
  struct base_slice text = mail_page_lines(page, start, end - 1);
  return text.size <= LARGEST_NOTICE && start > 0 &&
         mail_is_open(page, start - 1) && holds_registered(text) &&
         mail_phrases_count(text, &mail_company_words) >= 2;
}

/* A block that is about its author. */
static bool is_signature(const struct mail_page *page, size_t start,
                         size_t end) {
  return (is_block(page, start, end) && !is_meeting(page, start, end) &&
          !is_directory(page, start, end)) ||
         is_notice(page, start, end);
}

/* Marks "Sent from my …" at the end of a stretch, with links below it, or the
 * rule above it and what an advertisement goes on to say; the end of what is
 * left. */
static size_t mark_device(struct mail_page *page, size_t end) {
  size_t start = end - 1;
  bool links = true; /* nothing else stands below */
  while (!is_device(mail_page_line(page, start))) {
    if (page->lines.items[start].gap || start == 0 ||
        end - start == MOST_DEVICE || !mail_is_open(page, start - 1)) {
      return end;
    }
    links = links && starts_url(mail_page_line(page, start));
    start--;
  }
  if (start > 0 && mail_is_open(page, start - 1) &&
      mail_is_bar(page, start - 1)) {
    start--;
  } else if (!links) {
    return end;
  }
  mail_mark(page, start, end, COURTESY_ZONE_SIGNATURE);
  return start;
}

static bool is_drawn(struct base_slice line) {
  size_t at = 0;
  while (at < line.size && line.bytes[at] == '_') {
    at++;
  }
  return at == line.size && at >= LEAST_DRAWN;
}

/* Marks what a mail service advertises at the end of a stretch, below a line
 * that it draws, which is nobody's signature; the end of what is left:
 *
 *     ________________________________
 *     Send a card with your next mail!
 *     https://cards.acme.example
 */
static size_t mark_advertisement(struct mail_page *page, size_t end) {
  if ((page->traits & MAIL_STARTS_BAR) == 0 || end == 0 ||
      !mail_is_open(page, end - 1)) {
    return end; /* nothing is drawn, or all of the stretch is marked */
  }
  size_t start = end - 1;
  while (!page->lines.items[start].gap && start > 0 &&
         end - start < MOST_DEVICE && mail_is_open(page, start - 1)) {
    start--;
  }
  if (start == 0 || start + 1 == end || !page->lines.items[start].gap ||
      !is_drawn(mail_page_line(page, start)) ||
      !mail_phrases_within(mail_page_lines(page, start + 1, end - 1),
                           &mail_url_starts)) {
    return end;
  }
  mail_mark(page, start, end, COURTESY_ZONE_DISCLAIMER);
  return start;
}

/* The end of a stretch without the files that are listed below it. */
static size_t above_files(const struct mail_page *page, size_t end) {
  while (end > 1 && mail_is_listed_file(mail_page_line(page, end - 1)) &&
         mail_is_open(page, end - 2)) {
    end--;
  }
  return end;
}

static size_t above_pictures(const struct mail_page *page, size_t end) {
  while (end > 1 && mail_is_picture(mail_page_line(page, end - 1)) &&
         mail_is_open(page, end - 2)) {
    end--;
  }
  return end;
}

/* Marks the last paragraph above *end if it is about its author; *end then is
 * where it started. */
static bool mark_block(struct mail_page *page, size_t *end) {
  size_t start = last_paragraph(page, *end);
  bool is_own = start < *end && is_signature(page, start, *end);
  if (is_own) {
    mail_mark(page, start, *end, COURTESY_ZONE_SIGNATURE);
    *end = start;
  }
  return is_own;
}

/* At the end of a stretch of own text. */
static void mark_last(struct mail_page *page, size_t stretch_end) {
  size_t words = above_pictures(page, stretch_end);
  size_t files = above_files(page, words);
  size_t end = mark_device(page, files);
  end = end == files ? words : end;
  bool is_marked = mark_block(page, &end);
  if (!is_marked) {
    size_t left = mark_advertisement(page, end);
    is_marked = left < end;
    end = left;
  }
  while (is_marked) {
    is_marked = mark_block(page, &end);
  }
}

void mail_mark_signatures(struct mail_page *page) {
  mark_delimited(page);
  size_t start = 0;
  size_t end = 0;
  while (mail_next_stretch(page, &start, &end)) {
    mark_last(page, end);
  }
}
