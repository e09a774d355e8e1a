/* SPDX-License-Identifier: MIT */
#include "mail/forms.h"

#include "base/arena.h"
#include "mail/form_order.h"
#include "mail/form_words.h"
#include "mail/line.h"
#include "mail/phrase.h"
#include "mail/zones.h"
#include "text/unicode.h"

enum {
  LEAST_PLACES = 1 << 7, /* of 64 bits */
  BYTES_A_PLACE = 12,    /* of text: two words */

  /* A stub has less than a quarter of the HTML's words … */
  STUB_PART = 4,
  /* … or is a short text, no longer than the HTML, half of whose words stand
   * nowhere there: "Your mail program cannot show HTML". */
  STUB_WORDS = 40,

  /* A third of the words of a plain text, and enough of them to be a sentence,
   * stand there alone. Programs that write it from HTML add a tenth:
   * descriptions of pictures, and what the HTML hides. */
  DIFFERENT_PART = 3,
  DIFFERENT_WORDS = 12,

  /* So many words in a row, and so many with small letters, say something;
   * labels, names and addresses do not. */
  SENTENCE_WORDS = 4,
  SENTENCE_SMALL = 3,
};

/* Whether all that one set holds is in the other. */
static bool is_within(const struct mail_form_set *set,
                      const struct mail_form_set *other) {
  uint64_t alone = 0;
  for (size_t i = 0; i < set->size; i++) {
    alone |= set->bits[i] & ~other->bits[i];
  }
  return alone == 0;
}

static bool is_different(const struct mail_form_reader *plain) {
  return plain->alone >= DIFFERENT_WORDS &&
         plain->alone * DIFFERENT_PART > plain->words;
}

/* Words that do not begin with a capital, at most so many. A letter of a script
 * without capitals may be a word. */
static size_t count_small(struct base_slice text, size_t most) {
  size_t count = 0;
  bool begins = true;
  for (size_t at = 0; at < text.size && count < most;) {
    uint32_t code;
    at += text_decode(text.bytes + at, text.size - at, &code);
    bool is_small = text_is_letter(code) && !text_is_upper(code);
    count += begins && is_small;
    begins = text_is_blank(code) || (is_small && !text_is_lower(code));
  }
  return count;
}

/* What a list or a newsletter adds says nothing. */
static bool says_something(struct base_slice words) {
  return count_small(words, SENTENCE_SMALL) == SENTENCE_SMALL &&
         mail_phrases_size(words, &mail_footers) == 0;
}

/* A form whose own words are looked for in the zones of its lines. */
struct search {
  const struct mail_page *page;
  size_t line; /* the first that no run lies behind */
};

/* Where words in a run are the author's and say something; NULL when nowhere
 * on a line. */
static const char *find_sentence(struct search *search,
                                 const struct mail_form_run *run) {
  const struct mail_page *page = search->page;
  for (; search->line < page->lines.count; search->line++) {
    struct base_slice line = mail_page_line(page, search->line);
    const char *end = line.bytes + line.size;
    const char *start = run->start > line.bytes ? run->start : line.bytes;
    const char *stop = run->end < end ? run->end : end;
    if (start < stop && mail_is_open(page, search->line) &&
        says_something((struct base_slice){start, (size_t)(stop - start)})) {
      return start;
    }
    if (run->end <= end) {
      break;
    }
  }
  return NULL;
}

static bool may_say_more(const struct mail_form_run *run) {
  return run->threes >= SENTENCE_WORDS + 2;
}

/* The same for all runs of a form whose zones are known. */
static const char *find_own_sentence(const struct mail_page *page,
                                     struct base_slice text,
                                     const struct mail_form_set *others) {
  struct mail_form_reader reader = {.others = others};
  struct search search = {.page = page};
  const char *at = NULL;
  mail_form_start(&reader, text);
  for (struct base_slice rest = text; rest.size > 0 && at == NULL;) {
    mail_form_next(&reader, &rest);
    if (rest.size == 0) {
      mail_form_end(&reader, text);
    }
    if (may_say_more(&reader.longest)) {
      at = find_sentence(&search, &reader.longest);
    }
    reader.longest.threes = 0;
  }
  return at;
}

/* The zones of a form's lines, and what they tell besides. The page and the
 * hints are empty before. Returns false when memory ran out. */
static bool mark_zones(const struct mail_form *form, struct mail_page *page,
                       struct mail_hints *hints) {
  mail_page_read(page, form->text.bytes, (uint32_t)form->text.size);
  mail_mark_zones(page, form->marks, hints);
  bool failed = page->lines.failed || hints->files.failed;
  mail_files_destroy(&hints->files);
  return !failed;
}

/* Whether a form says what the other does not; *place is then where. */
static bool says_more(const struct mail_form *form,
                      const struct mail_form_set *others, size_t *place,
                      bool *failed) {
  struct base_slice text = form->text;
  struct mail_page page = {0};
  struct mail_hints hints = {0};
  *failed = !mark_zones(form, &page, &hints) || *failed;
  const char *at = find_own_sentence(&page, text, others);
  *place = at == NULL ? 0 : (size_t)(at - text.bytes);
  mail_page_destroy(&page);
  return at != NULL;
}

static bool is_stub(const struct mail_form_reader *plain,
                    const struct mail_form_reader *html) {
  bool is_notice = plain->words <= STUB_WORDS && plain->words <= html->words &&
                   plain->alone * 2 > plain->words;
  return plain->words * STUB_PART < html->words || is_notice;
}

/* The first is of the plain text, the other of the HTML. */
static bool make_sets(struct mail_form_set sets[2], size_t text_size,
                      struct base_arena *arena) {
  size_t places = LEAST_PLACES;
  while (places < text_size / BYTES_A_PLACE) {
    places *= 2;
  }
  for (size_t i = 0; i < 2; i++) {
    sets[i] = (struct mail_form_set){
        .bits = base_arena_alloc(arena, places * sizeof *sets[i].bits),
        .size = places,
        .shift = 64 - (unsigned)__builtin_ctzll(places),
    };
  }
  return !arena->failed;
}

/* Whether any line, whosever it is, says that answers stand in a colour that
 * the HTML has. */
static bool may_answer_in_colour(const struct mail_form *html) {
  struct base_slice text = html->text;
  bool coloured = false;
  for (size_t i = 0; i < html->marks->count && !coloured; i++) {
    coloured = html->marks->items[i].hue != MAIL_HUE_UNSAID;
  }
  enum mail_hue hue = MAIL_HUE_UNSAID;
  while (coloured && text.size > 0 && hue == MAIL_HUE_UNSAID) {
    size_t next;
    struct base_slice line = {text.bytes, mail_line_size(text, &next)};
    hue = mail_hue_announced(line);
    text = mail_skip(text, next);
  }
  return hue != MAIL_HUE_UNSAID;
}

/* Whether answers of the author stand in a colour, which only the HTML has. */
static bool answers_in_colour(const struct mail_form *html, bool *failed) {
  if (!may_answer_in_colour(html)) {
    return false;
  }
  struct mail_page page = {0};
  struct mail_hints hints = {0};
  *failed = !mark_zones(html, &page, &hints) || *failed;
  mail_page_destroy(&page);
  return hints.coloured;
}

static size_t gather(const struct mail_form *form, struct mail_form_set *set) {
  struct mail_form_reader reader = {.set = set};
  mail_form_read(&reader, form->text);
  return reader.words;
}

static struct mail_form_reader look(const struct mail_form *form,
                                    const struct mail_form_set *others) {
  struct mail_form_reader reader = {.others = others};
  mail_form_read(&reader, form->text);
  return reader;
}

/* Compares forms that are not alike all through. */
static struct mail_comparison compare_runs(const struct mail_form *plain,
                                           const struct mail_form *html,
                                           const struct mail_form_set sets[2],
                                           bool coloured) {
  struct mail_comparison comparison = {.likeness = MAIL_FORMS_ALIKE};
  struct mail_form_reader p = look(plain, &sets[1]);
  struct mail_form_reader h = look(html, &sets[0]);
  if (is_stub(&p, &h)) {
    comparison.likeness = MAIL_FORMS_STUB;
    return comparison;
  }
  bool html_more =
      may_say_more(&h.longest) &&
      says_more(html, &sets[0], &comparison.in_html, &comparison.failed);
  bool asks = html_more || coloured || (h.words > 0 && is_different(&p));
  bool plain_more =
      asks && may_say_more(&p.longest) &&
      says_more(plain, &sets[1], &comparison.in_plain, &comparison.failed);
  if (html_more) {
    comparison.likeness =
        plain_more ? MAIL_FORMS_BOTH_MORE : MAIL_FORMS_HTML_MORE;
  } else if (plain_more) {
    comparison.likeness = MAIL_FORMS_DIFFER;
  }
  return comparison;
}

/* In most mails plain text made of HTML says all of it, and a few words more,
 * of what that has marks for. */
static struct mail_comparison compare(const struct mail_form *plain,
                                      const struct mail_form *html,
                                      struct mail_form_set sets[2],
                                      bool coloured) {
  size_t p = gather(plain, &sets[0]);
  size_t h = gather(html, &sets[1]);
  if (!coloured && is_within(&sets[1], &sets[0]) &&
      p <= h + p / DIFFERENT_PART) {
    return (struct mail_comparison){.likeness = MAIL_FORMS_ALIKE};
  }
  return compare_runs(plain, html, sets, coloured);
}

struct mail_comparison mail_forms_compare(const struct mail_form *plain,
                                          const struct mail_form *html) {
  bool failed = false;
  bool coloured = answers_in_colour(html, &failed);
  if (!coloured && !failed &&
      mail_form_order_is_same(plain->text, html->text)) {
    return (struct mail_comparison){.likeness = MAIL_FORMS_ALIKE};
  }
  struct base_arena arena = {0};
  struct mail_form_set sets[2];
  struct mail_comparison comparison = {.failed = true};
  size_t p = plain->text.size;
  size_t h = html->text.size;
  if (make_sets(sets, p > h ? p : h, &arena)) {
    comparison = compare(plain, html, sets, coloured);
  }
  comparison.failed = comparison.failed || failed;
  base_arena_destroy(&arena);
  if (coloured && comparison.likeness == MAIL_FORMS_DIFFER) {
    comparison.likeness = MAIL_FORMS_BOTH_MORE;
  }
  comparison.takes_html = coloured || comparison.likeness == MAIL_FORMS_STUB ||
                          comparison.likeness == MAIL_FORMS_HTML_MORE ||
                          comparison.likeness == MAIL_FORMS_BOTH_MORE;
  return comparison;
}
