/* SPDX-License-Identifier: MIT */
/* The YAML profile: where everything stands, and every mistake with its
 * cure. Breaks for lib/data. */
#include "data/yaml.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

struct file {
  struct base_arena arena;
  struct data_problems problems;
  struct data_tree tree;
};

static struct file read_bytes(const char *bytes, size_t size) {
  struct file file = {0};
  assert_int_equal(
      data_yaml_parse(&file.arena, bytes, size, &file.problems, &file.tree),
      COURTESY_OK);
  return file;
}

static struct file read_text(const char *text) {
  return read_bytes(text, strlen(text));
}

static void close_file(struct file *file) {
  base_arena_destroy(&file->arena);
  data_problems_destroy(&file->problems);
}

/* The node that a path of keys leads to, for example "rules/first". */
static const struct data_node *at(const struct file *file, const char *path) {
  const struct data_node *node = file->tree.root;
  char key[32];
  while (node != NULL && *path != '\0') {
    size_t size = strcspn(path, "/");
    snprintf(key, sizeof key, "%.*s", (int)size, path);
    node = data_node_get(node, key);
    path += size + (path[size] == '/' ? 1 : 0);
  }
  assert_non_null(node);
  return node;
}

static void assert_place(struct data_place place, unsigned line,
                         unsigned column) {
  assert_int_equal(place.line, line);
  assert_int_equal(place.column, column);
}

/* ------------------------------------------------------------- positions */

static void test_places_of_keys_and_values(void **state) {
  (void)state;
  struct file file = read_text("language: en\n"
                               "rules:\n"
                               "  kind-words:\n"
                               "    why: 'so'\n"
                               "    bad: [one, \"two\"]\n");
  assert_place(at(&file, "rules")->key_place, 2, 1);
  assert_place(at(&file, "rules/kind-words")->key_place, 3, 3);
  assert_place(at(&file, "rules/kind-words/why")->place, 4, 10);
  const struct data_node *bad = at(&file, "rules/kind-words/bad");
  assert_int_equal(bad->count, 2);
  assert_place(bad->first->place, 5, 11);
  assert_place(bad->last->place, 5, 16);
  assert_int_equal(file.problems.count, 0);
  close_file(&file);
}

static void test_columns_count_code_points_and_offsets_bytes(void **state) {
  (void)state;
  struct file file = read_text("größe: {éé: ü, z: 1}\n");
  const struct data_node *z = at(&file, "größe/z");
  assert_place(z->key_place, 1, 16);
  assert_int_equal(z->key_place.offset, 20);
  close_file(&file);
}

static void test_every_line_of_a_block_has_its_place(void **state) {
  (void)state;
  struct file file = read_text("find: |\r\n"
                               "    like I told you\r\n"
                               "\r\n"
                               "      äh so\r\n"
                               "next: x\r\n");
  struct data_lines lines = data_lines_of(&file.tree, at(&file, "find"));
  struct data_line line;
  assert_true(data_lines_next(&lines, &line));
  assert_place(line.place, 2, 5);
  assert_true(base_slice_equals(line.text, "like I told you"));
  assert_int_equal(line.place.offset, 13);
  assert_true(data_lines_next(&lines, &line));
  assert_int_equal(line.text.size, 0);
  assert_true(data_lines_next(&lines, &line));
  assert_place(line.place, 4, 5);
  assert_true(base_slice_equals(line.text, "  äh so"));
  assert_false(data_lines_next(&lines, &line));
  close_file(&file);
}

static void test_places_inside_quoted_texts(void **state) {
  (void)state;
  struct file file = read_text("a: 'it''s so'\n"
                               "b: \"\\u00e4\\\" so\"\n"
                               "c: plain so\n"
                               "d: \"\\x7f\\u0080\\u07ff\\u0800 so\"\n"
                               "e: \"\\U0000ffff\\U00010000 so\"\n"
                               "f: \"\\N\\_\\L\\P so\"\n");
  assert_place(data_text_place(&file.tree, at(&file, "a"), 5), 1, 11);
  assert_place(data_text_place(&file.tree, at(&file, "b"), 4), 2, 14);
  assert_place(data_text_place(&file.tree, at(&file, "c"), 6), 3, 10);
  /* escapes of one, two, two and three bytes; of three and four */
  assert_place(data_text_place(&file.tree, at(&file, "d"), 9), 4, 28);
  assert_place(data_text_place(&file.tree, at(&file, "e"), 8), 5, 26);
  /* of two, two, three and three */
  assert_place(data_text_place(&file.tree, at(&file, "f"), 11), 6, 14);
  close_file(&file);
}

static void test_places_inside_blocks(void **state) {
  (void)state;
  struct file file = read_text("a: |\n"
                               "    it is\n"
                               "\n"
                               "      sö so\n"
                               "b: >\n"
                               "  it is\n"
                               "  so\n");
  assert_place(data_text_place(&file.tree, at(&file, "a"), 3), 2, 8);
  assert_place(data_text_place(&file.tree, at(&file, "a"), 6), 3, 1);
  assert_place(data_text_place(&file.tree, at(&file, "a"), 13), 4, 10);
  /* where lines were joined is not followed */
  assert_place(data_text_place(&file.tree, at(&file, "b"), 6), 5, 4);
  close_file(&file);
}

static void test_all_scalars_are_texts(void **state) {
  (void)state;
  struct file file = read_text("a: no\nb: 0777\nc: 1.10\nd: 5:30\ne:\n");
  assert_string_equal(at(&file, "a")->text.bytes, "no");
  assert_string_equal(at(&file, "b")->text.bytes, "0777");
  assert_string_equal(at(&file, "c")->text.bytes, "1.10");
  assert_string_equal(at(&file, "d")->text.bytes, "5:30");
  assert_string_equal(at(&file, "e")->text.bytes, "");
  close_file(&file);
}

static void test_byte_order_mark_counts_as_nothing(void **state) {
  (void)state;
  struct file file = read_text("\xEF\xBB\xBFlanguage: en\n");
  assert_place(at(&file, "language")->place, 1, 11);
  assert_int_equal(file.problems.count, 0);
  close_file(&file);
}

static void test_text_cut_by_a_comment_is_known(void **state) {
  (void)state;
  struct file file = read_text("a: great #1\nb: great#1\nc: 'great' # one\n");
  assert_true(at(&file, "a")->cut);
  assert_false(at(&file, "b")->cut);
  assert_false(at(&file, "c")->cut);
  close_file(&file);
}

static void test_empty_files_say_nothing(void **state) {
  (void)state;
  static const char *const texts[] = {"", "\n", "# only a comment\n", "---\n"};
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
    struct file file = read_text(texts[i]);
    assert_int_equal(file.problems.count, 0);
    assert_true(file.tree.root == NULL || file.tree.root->text.size == 0);
    close_file(&file);
  }
  struct file none = read_bytes(NULL, 0);
  assert_null(none.tree.root);
  close_file(&none);
}

/* -------------------------------------------------------------- mistakes */

#define NO_PROPERTIES                                                          \
  "anchors (&), aliases (*) and tags (!) are not part of rule files; if it "   \
  "is a text, put it in quotes: "

static const struct mistake {
  const char *text;
  const char *problems; /* one a line: LINE:COLUMN: MESSAGE */
} mistakes[] = {
    {"a: @home\n",
     "1:4: an unquoted text cannot start with `@`: put it in quotes: "
     "\"@home\"\n"},
    {"a: `code`\n",
     "1:4: an unquoted text cannot start with ```: put it in quotes: "
     "\"`code`\"\n"},
    {"a:\n  - *bold*\n", "2:5: " NO_PROPERTIES "\"*bold*\"\n"},
    {"a:\n  - &co\n", "2:5: " NO_PROPERTIES "\"&co\"\n"},
    {"a:\n  - !important\n", "2:5: " NO_PROPERTIES "\"!important\"\n"},
    {"a: &b\n  c: d\n", "1:4: " NO_PROPERTIES "\"&b\"\n"},
    {"a: [“[[No]], he said”]\n",
     "1:4: curly quotation marks are part of a text: write straight ones "
     "around it: \"\n"},
    {"a: & co\n", "1:4: an unquoted text cannot start with `&`: put it in "
                  "quotes: \"& co\"\n"},
    {"a:\n  - > quoted\n",
     "2:5: an unquoted text cannot start with `>`: put it in quotes: "
     "\"> quoted\"\n"},
    {"a:\n  - [please] do\n",
     "2:5: an unquoted text cannot start with `[`: put it in quotes: "
     "\"[please] do\"\n"},
    {"a: [one, two\nb: three\n",
     "1:4: no `]` closes the `[` here; if it is a text, put it in quotes: "
     "\"[one, two\"\n"},
    {"a: so: it is\n",
     "1:4: an unquoted text cannot hold a colon and a space: put it in "
     "quotes: \"so: it is\"\n"},
    {"a: \"as per\" usual\n",
     "1:13: text follows the closing quote: put all of it in quotes: "
     "'\"as per\" usual'\n"},
    {"a: 'as per' usual\n",
     "1:13: text follows the closing quote: put all of it in quotes: "
     "\"'as per' usual\"\n"},
    {"a: \"never closed\nb: two\n",
     "1:4: the quote that opens here is not closed: put \" at the end\n"},
    {"a:\n  - 'never closed\n  - 'two'\n",
     "2:5: the quote that opens here is not closed: put ' at the end\n"},
    {"a: \"C:\\temp\\q\"\n",
     "1:4: a backslash in double quotes is read as an escape: use single "
     "quotes, or a block after `|`\n"},
    {"a:\n\tb: c\n", "2:1: a tab indents this line: indent with spaces\n"},
    {"a: b\tc\n", "1:5: a tab stands here: write a space\n"},
    {"a: b\xE9\n",
     "1:5: a byte that is not UTF-8 (0xE9) stands here: save the file as "
     "UTF-8\n"},
    {"a: b\x01\n",
     "1:5: a control character (U+0001) stands here: delete it\n"},
    {"a: b\rc: d\n",
     "1:5: a carriage return stands here alone: end lines with a line "
     "feed\n"},
    {"a: b\xE2\x80\xA8"
     "c\n",
     "1:5: a line break that cannot be seen stands here (U+2028 or U+2029): "
     "delete it\n"},
    {"a: b\xC2\x85"
     "c\n",
     "1:5: a control character or line break that cannot be seen stands here "
     "(U+0080 to U+009F): delete it\n"},
    {"a: b\nc: d\na: e\n",
     "3:1: `a` stands here a second time (first in line 1): take one away\n"},
    {"a:\n  b: c\n d: e\n",
     "3:2: this key does not line up with the others: it is indented by 1 "
     "spaces\n"},
    {"a: b\n  c: d\n",
     "2:3: this key does not line up with the others: it is indented by 2 "
     "spaces\n"},
    {"a:\n  b: @c\n  d: e\n f: g\nh: i\n",
     "2:6: an unquoted text cannot start with `@`: put it in quotes: "
     "\"@c\"\n"
     "4:2: this key does not line up with the others: it is indented by 1 "
     "spaces\n"},
    {"a: @ \"it's\" so\n",
     "1:4: an unquoted text cannot start with `@`: put it in quotes: "
     "'@ \"it''s\" so'\n"},
    {"a: b\njust words\n",
     "2:1: this line is neither `key: text` nor `- text`, and not part of a "
     "block after `|`\n"},
    {"a:\n  b: c\nd\n  e: f\ng: h\n", "3:1: a colon is missing: `d:`\n"},
    {"a:\n  b: c\n  d:e\n  f: g\n",
     "3:3: a colon and a space part a key from its text: `d: e`\n"},
    {"a:\n  b:c\n  d: e\n",
     "2:3: a colon and a space part a key from its text: `b: c`\n"},
    {"a:\n  b = c\n  d: e\n",
     "2:3: a colon and a space part a key from its text: `b: c`\n"},
    {"a:\n  b: c\n  - d: e\n  f: g\n",
     "3:3: keys stand here, not items: take the `- ` away\n"},
    {"a:\n  b: |\n  c d\n  e: f\n",
     "3:3: indent this line: what belongs to the block after `|` stands deeper "
     "than its key\n"},
    {"a:\n  b: |\nc d\ne: f\n",
     "3:1: indent this line: what belongs to the block after `|` stands deeper "
     "than its key\n"},
    {"a:\n  b: c\n  d: e\n  f: g\n  b: h\n  d: i\n  f: j\n",
     "5:3: `b` and 2 keys more stand here a second time (first in line 2): is "
     "a name missing above it, or indented too far?\n"},
    {"a: | b c\n", "1:4: write the text below the `|`, indented\n"},
    {"a: {b: c, d: >= 5}\n",
     "1:14: an unquoted text cannot start with `>`: put it in quotes: "
     "\">= 5\"\n"},
    {"a: |\n    one\n  # two\n    three\nb: c\n",
     "3:3: this comment ends the block above: indent it like the lines of the "
     "block\n"},
    {"a: |\n  one\n# fine\nb: @c\n",
     "4:4: an unquoted text cannot start with `@`: put it in quotes: "
     "\"@c\"\n"},
    {"? a\n",
     "1:3: a key is one word before a colon; if `?` belongs to a text, put "
     "the text in quotes\n"},
    {"\"\": b\n", "1:1: a key is missing before this colon\n"},
    {"a: b\n---\nc: d\n",
     "2:1: a file is one document: take the line `---` away\n"},
    {"\xFF\xFE"
     "a",
     "1:1: the file is UTF-16: save it as UTF-8\n"},
};

static void test_each_mistake_with_its_cure(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof mistakes / sizeof mistakes[0]; i++) {
    struct file file = read_text(mistakes[i].text);
    char found[2048] = "";
    for (size_t k = 0; k < file.problems.count; k++) {
      const struct data_problem *problem = &file.problems.items[k];
      size_t used = strlen(found);
      snprintf(found + used, sizeof found - used, "%u:%u: %s\n",
               (unsigned)problem->place.line, (unsigned)problem->place.column,
               problem->message);
    }
    assert_string_equal(found, mistakes[i].problems);
    close_file(&file);
  }
}

static void test_reading_goes_on_after_mistakes(void **state) {
  (void)state;
  struct file file = read_text("rules:\n"
                               "  first:\n"
                               "    message: @once\n"
                               "    why: \"open\n"
                               "    find: |\n"
                               "      thank you\n"
                               "    bad:\n"
                               "      - *so*\n"
                               "      - fine\n"
                               "  second:\n"
                               "    in: [body\n"
                               "    why: known\n"
                               "  third: &x\n"
                               "  fourth: yes\n");
  assert_int_equal(file.problems.count, 5);
  assert_string_equal(at(&file, "rules/first/find")->text.bytes, "thank you\n");
  assert_string_equal(at(&file, "rules/first/bad")->first->text.bytes, "fine");
  assert_string_equal(at(&file, "rules/second/why")->text.bytes, "known");
  assert_string_equal(at(&file, "rules/fourth")->text.bytes, "yes");
  assert_true(at(&file, "rules/first")->damaged);
  assert_true(at(&file, "rules/first/message")->damaged);
  assert_false(at(&file, "rules/first/find")->damaged);
  close_file(&file);
}

/* ---------------------------------------------------------------- limits */

static void test_depth_stops_early(void **state) {
  (void)state;
  enum { DEPTH = 200000 };
  char *text = malloc(DEPTH);
  assert_non_null(text);
  memset(text, '[', DEPTH);
  struct file file = read_bytes(text, DEPTH);
  assert_int_equal(file.problems.count, 1);
  assert_string_equal(file.problems.items[0].message,
                      "lists and maps are more than 16 deep here");
  close_file(&file);
  free(text);
}

static void test_mistakes_past_the_limit_are_summed_up(void **state) {
  (void)state;
  char text[DATA_PROBLEMS_MAX * 16] = "";
  for (size_t i = 0; i < DATA_PROBLEMS_MAX + 20; i++) {
    snprintf(text + strlen(text), 16, "k%zu: @x\n", i);
  }
  struct file file = read_text(text);
  assert_int_equal(file.problems.count, DATA_PROBLEMS_MAX);
  assert_string_equal(file.problems.items[DATA_PROBLEMS_MAX - 1].message,
                      "further mistakes in this file are not shown");
  close_file(&file);
}

static void test_items_past_the_limit_are_refused(void **state) {
  (void)state;
  size_t size = (size_t)DATA_NODES_MAX * 2 + 8;
  char *text = malloc(size);
  assert_non_null(text);
  memcpy(text, "a: [", 4);
  for (size_t i = 4; i < size - 1; i += 2) {
    memcpy(text + i, "x,", 2);
  }
  text[size - 1] = ']';
  struct file file = read_bytes(text, size);
  assert_int_equal(file.problems.count, 1);
  assert_string_equal(file.problems.items[0].message,
                      "the file holds too many keys and items");
  close_file(&file);
  free(text);
}

static void test_size_is_limited(void **state) {
  (void)state;
  struct base_arena arena = {0};
  struct data_problems problems = {0};
  struct data_tree tree;
  assert_int_equal(
      data_yaml_parse(&arena, "", DATA_SIZE_MAX + 1, &problems, &tree),
      COURTESY_TOO_LARGE);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_places_of_keys_and_values),
      cmocka_unit_test(test_columns_count_code_points_and_offsets_bytes),
      cmocka_unit_test(test_every_line_of_a_block_has_its_place),
      cmocka_unit_test(test_places_inside_quoted_texts),
      cmocka_unit_test(test_places_inside_blocks),
      cmocka_unit_test(test_all_scalars_are_texts),
      cmocka_unit_test(test_byte_order_mark_counts_as_nothing),
      cmocka_unit_test(test_text_cut_by_a_comment_is_known),
      cmocka_unit_test(test_empty_files_say_nothing),
      cmocka_unit_test(test_each_mistake_with_its_cure),
      cmocka_unit_test(test_reading_goes_on_after_mistakes),
      cmocka_unit_test(test_depth_stops_early),
      cmocka_unit_test(test_mistakes_past_the_limit_are_summed_up),
      cmocka_unit_test(test_items_past_the_limit_are_refused),
      cmocka_unit_test(test_size_is_limited),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
