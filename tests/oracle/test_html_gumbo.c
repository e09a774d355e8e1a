/* SPDX-License-Identifier: MIT */
/*
 * Compares the words of HTML documents with those that gumbo, a parser with a
 * tree, sees in them: of a few documents written here, and of all files in
 * the folder that COURTESY_HTML_DOCUMENTS names. Which styles hide is asked
 * of the same reader on both sides; it has tests of its own.
 */
#include "folder.h"

#include "base/vector.h"
#include "mail/html.h"
#include "mail/html_style.h"
#include "mail/html_tag.h"

#include <gumbo.h>
#include <stdlib.h>
#include <string.h>

#define FOLDER "COURTESY_HTML_DOCUMENTS"

/* --- Words --- */

BASE_VECTOR(words, struct base_slice);

static bool is_space(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' ||
         byte == '\f';
}

/* The words of a text. Bullets are ours alone, and left out. */
static struct words words_of(const struct base_buffer *text) {
  struct words words = {0};
  size_t start = 0;
  for (size_t at = 0; at <= text->size; at++) {
    if (at < text->size && !is_space(text->bytes[at])) {
      continue;
    }
    struct base_slice word = {text->bytes + start, at - start};
    bool bullet = base_slice_equals(word, "-") || base_slice_equals(word, "1.");
    if (word.size > 0 && !bullet) {
      words_add(&words, word);
    }
    start = at + 1;
  }
  return words;
}

static int compare(const void *a, const void *b) {
  const struct base_slice *one = a;
  const struct base_slice *other = b;
  size_t size = one->size < other->size ? one->size : other->size;
  int order = size == 0 ? 0 : memcmp(one->bytes, other->bytes, size);
  return order != 0 ? order
                    : (one->size > other->size) - (one->size < other->size);
}

/* The first word that differs, or the number of words when none does. */
static size_t first_difference(const struct words *ours,
                               const struct words *theirs) {
  size_t i = 0;
  while (i < ours->count && i < theirs->count &&
         compare(&ours->items[i], &theirs->items[i]) == 0) {
    i++;
  }
  return i;
}

static bool are_same(const struct words *ours, const struct words *theirs) {
  return ours->count == theirs->count &&
         first_difference(ours, theirs) == ours->count;
}

static void sort(struct words *words) {
  if (words->count > 0) {
    qsort(words->items, words->count, sizeof words->items[0], compare);
  }
}

/* What browsers make of the bytes C2 80 to C2 9F: controls. gumbo replaces
 * them. */
static void replace_controls(struct base_buffer *text) {
  struct base_buffer replaced = {0};
  for (size_t at = 0; at < text->size; at++) {
    if (text->bytes[at] == '\xc2' && at + 1 < text->size &&
        (unsigned char)text->bytes[at + 1] < 0xA0) {
      base_buffer_add_string(&replaced, "\xef\xbf\xbd");
      at++;
    } else {
      base_buffer_add_byte(&replaced, text->bytes[at]);
    }
  }
  base_buffer_destroy(text);
  *text = replaced;
}

/* --- What gumbo sees --- */

enum { UNSEEN = 1, INVISIBLE = 2, TINY = 4 };

struct level {
  const GumboNode *node;
  unsigned next; /* child */
  unsigned state;
};

static const struct mail_html_tag *tag_of(const GumboElement *element) {
  struct base_slice name = {element->original_tag.data,
                            element->original_tag.length};
  if (element->tag != GUMBO_TAG_UNKNOWN) {
    return mail_html_tag_find(
        base_slice_of(gumbo_normalized_tagname(element->tag)));
  }
  GumboStringPiece piece = element->original_tag;
  gumbo_tag_from_original_text(&piece);
  name = (struct base_slice){piece.data, piece.length};
  return mail_html_tag_find(name);
}

static struct mail_html_style style_of(const GumboElement *element) {
  const GumboAttribute *style =
      gumbo_get_attribute(&element->attributes, "style");
  return mail_html_style_read(base_slice_of(style == NULL ? "" : style->value));
}

static unsigned state_of(const GumboElement *element, unsigned state) {
  struct mail_html_style style = style_of(element);
  if ((tag_of(element)->traits & MAIL_HTML_DROPPED) != 0 || style.hides ||
      gumbo_get_attribute(&element->attributes, "hidden") != NULL) {
    state |= UNSEEN;
  }
  if (style.visible != MAIL_HTML_UNSAID) {
    state = (state & ~(unsigned)INVISIBLE) |
            (style.visible == MAIL_HTML_NO ? INVISIBLE : 0);
  }
  if (style.legible != MAIL_HTML_UNSAID) {
    state =
        (state & ~(unsigned)TINY) | (style.legible == MAIL_HTML_NO ? TINY : 0);
  }
  return state;
}

static bool separates(const GumboElement *element) {
  struct mail_html_style style = style_of(element);
  uint32_t traits = tag_of(element)->traits;
  if ((traits & (MAIL_HTML_BREAK | MAIL_HTML_CELL)) != 0) {
    return true;
  }
  return style.line == MAIL_HTML_UNSAID ? (traits & MAIL_HTML_LINE) != 0
                                        : style.line == MAIL_HTML_YES;
}

static void add_text(struct base_buffer *text, const GumboNode *node,
                     unsigned state) {
  bool is_text = node->type == GUMBO_NODE_TEXT ||
                 node->type == GUMBO_NODE_WHITESPACE ||
                 node->type == GUMBO_NODE_CDATA;
  if (is_text && state == 0) {
    base_buffer_add_string(text, node->v.text.text);
  }
}

/* The text of a tree, whatever its depth. */
static struct base_buffer text_of_tree(const GumboNode *root) {
  struct base_buffer text = {0};
  size_t room = 64;
  size_t depth = 1;
  struct level *levels = malloc(room * sizeof *levels);
  levels[0] = (struct level){root, 0, 0};
  while (depth > 0) {
    struct level *level = &levels[depth - 1];
    const GumboElement *element = &level->node->v.element;
    bool line = (level->state & UNSEEN) == 0 && separates(element);
    if (line && level->next == 0) {
      base_buffer_add_byte(&text, ' ');
    }
    if (level->next == element->children.length) {
      if (line) {
        base_buffer_add_byte(&text, ' ');
      }
      depth--;
      continue;
    }
    const GumboNode *child = element->children.data[level->next++];
    if (child->type != GUMBO_NODE_ELEMENT &&
        child->type != GUMBO_NODE_TEMPLATE) {
      add_text(&text, child, level->state);
      continue;
    }
    if (depth == room) {
      room *= 2;
      levels = realloc(levels, room * sizeof *levels);
    }
    levels[depth] = (struct level){
        child, 0, state_of(&child->v.element, levels[depth - 1].state)};
    depth++;
  }
  free(levels);
  return text;
}

/* --- Comparing --- */

static void show(const char *whose, const struct words *words, size_t from) {
  print_message("#   %s:", whose);
  for (size_t i = from; i < words->count && i < from + 6; i++) {
    print_message(" %.*s", (int)words->items[i].size, words->items[i].bytes);
  }
  print_message("\n");
}

enum outcome { SAME, MOVED, DIFFERENT };

/* Text between the cells of a table moves before it in a tree. */
static enum outcome compare_words(const char *name, struct words *ours,
                                  struct words *theirs) {
  if (are_same(ours, theirs)) {
    return SAME;
  }
  size_t at = first_difference(ours, theirs);
  print_message("# %s\n", name);
  show("ours ", ours, at);
  show("gumbo", theirs, at);
  sort(ours);
  sort(theirs);
  return are_same(ours, theirs) ? MOVED : DIFFERENT;
}

static struct base_buffer our_text(struct base_slice html) {
  struct text_source source = {.bytes = html.bytes,
                               .size = (uint32_t)html.size};
  struct mail_mapped text = {0};
  struct mail_marks marks = {0};
  size_t links = 0;
  assert_true(mail_html_read(&source, SIZE_MAX, &text, &marks, &links));
  mail_segments_destroy(&text.segments);
  mail_marks_destroy(&marks);
  return text.bytes;
}

static struct base_buffer their_text(struct base_slice html) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0; /* else each keeps a copy of the stack */
  GumboOutput *output =
      gumbo_parse_with_options(&options, html.bytes, html.size);
  struct base_buffer text = text_of_tree(output->root);
  gumbo_destroy_output(&options, output);
  return text;
}

static int read_both(const char *name, struct base_slice html) {
  struct base_buffer ours = our_text(html);
  struct base_buffer theirs = their_text(html);
  replace_controls(&ours);
  struct words our_words = words_of(&ours);
  struct words their_words = words_of(&theirs);
  enum outcome outcome = compare_words(name, &our_words, &their_words);
  words_destroy(&our_words);
  words_destroy(&their_words);
  base_buffer_destroy(&ours);
  base_buffer_destroy(&theirs);
  return (int)outcome;
}

static void small_documents_read_alike(void **state) {
  (void)state;
  static const char *const documents[] = {
      "<p>Hi Ana,<p>the <b>dra</b>ft is fine &amp; done.<br>Tom",
      "a<!-- b --><!doctype html>c<![if !mso]>d<![endif]>e</>f< g",
      "<title>a</title><style>b</style><script>c<!--<script></script>--> d"
      "</script>e",
      "<textarea>a &lt; <b></textarea>b<xmp>c &lt;</xmp>d",
      "<ul><li>a<li>b<p>c</ul><ol><li>a<li>b</ol><dl><dt>d<dd>e<dt>f</dl>g",
      "<table><tr><td>a<td>b<tr><td>c</table>d<td>e</td>f",
      "<span hidden>a<p>b</span>c</p>d",
      "<font style='display:none'>a<p>b</font>c</p>d",
      "<div style='font-size:0'>a<span style='font-size:1em'>b<b style="
      "'font-size:9px'>c</b></span>d</div>e",
      "<p hidden>a<div>b</div><li hidden>c<li>d",
      "<svg><title>a</title><text>b<![CDATA[<c>]]></text></svg>d<p/>e",
      "a&notit;b&not;c&ampd&#x80;e&#0;f&#xD800;g&;h&#;i",
  };
  for (size_t i = 0; i < sizeof documents / sizeof documents[0]; i++) {
    assert_int_equal(read_both(documents[i], base_slice_of(documents[i])),
                     SAME);
  }
}

static void documents_of_a_folder_read_alike(void **state) {
  (void)state;
  size_t counts[DIFFERENT + 1] = {0};
  folder_count(getenv(FOLDER), read_both, counts);
  print_message("# %zu alike, %zu with text moved out of a table, %zu differ\n",
                counts[SAME], counts[MOVED], counts[DIFFERENT]);
  assert_int_equal(counts[DIFFERENT], 0);
}

static int check_folder(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(documents_of_a_folder_read_alike),
  };
  if (getenv(FOLDER) == NULL) {
    printf("1..0 # SKIP " FOLDER " names no folder\n");
    return 0;
  }
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* With any argument, the folder. */
int main(int argc, char **argv) {
  (void)argv;
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(small_documents_read_alike),
  };
  return argc > 1 ? check_folder() : cmocka_run_group_tests(tests, NULL, NULL);
}
