/* SPDX-License-Identifier: MIT */
#include "text/source.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/*
 * Raw input   "Hi=20Sam=\n, hello"
 *              0 2  5  8   10
 * Text        "Hi Sam, hello"
 *              0  3  6
 */
static const struct text_segment segments[] = {
    {.start = 0, .raw_start = 0, .raw_length = 2, .verbatim = true},
    {.start = 2, .raw_start = 2, .raw_length = 3, .verbatim = false},
    {.start = 3, .raw_start = 5, .raw_length = 3, .verbatim = true},
    {.start = 6, .raw_start = 10, .raw_length = 7, .verbatim = true},
};

static const struct text_source decoded = {
    .bytes = "Hi Sam, hello",
    .size = 13,
    .segments = segments,
    .segment_count = 4,
};

static void assert_raw(const struct text_source *source, uint32_t start,
                       uint32_t end, uint32_t raw_start, uint32_t raw_end) {
  uint32_t first = 0;
  uint32_t last = 0;
  text_source_raw(source, start, end, &first, &last);
  assert_int_equal(first, raw_start);
  assert_int_equal(last, raw_end);
}

static void a_plain_text_is_the_raw_input_from_its_start_on(void **state) {
  (void)state;
  const struct text_source plain = {
      .bytes = "Hello", .size = 5, .raw_start = 9};
  assert_raw(&plain, 1, 3, 10, 12);
  assert_raw(&plain, 5, 5, 14, 14);
  assert_true(text_source_is_verbatim(&plain, 0, 5));
}

static void spans_cover_whole_units(void **state) {
  (void)state;
  assert_raw(&decoded, 0, 2, 0, 2);
  assert_raw(&decoded, 0, 3, 0, 5);
  assert_raw(&decoded, 2, 3, 2, 5);
  assert_raw(&decoded, 3, 6, 5, 8);
  assert_raw(&decoded, 3, 7, 5, 11); /* over the soft line break */
  assert_raw(&decoded, 8, 13, 12, 17);
}

static void an_empty_range_is_the_place_before_the_text(void **state) {
  (void)state;
  assert_raw(&decoded, 0, 0, 0, 0);
  assert_raw(&decoded, 3, 3, 5, 5);
  assert_raw(&decoded, 6, 6, 10, 10);
  assert_raw(&decoded, 13, 13, 17, 17);
}

/* "SGkgU2Ft" CRLF "IQ==" is "Hi Sam!" in base64. */
static void each_quad_is_a_unit(void **state) {
  (void)state;
  static const struct text_segment quads[] = {
      {.start = 0, .raw_start = 0, .raw_length = 8, .quads = true},
      {.start = 6, .raw_start = 10, .raw_length = 4},
  };
  const struct text_source text = {
      .bytes = "Hi Sam!", .size = 7, .segments = quads, .segment_count = 2};
  assert_raw(&text, 0, 1, 0, 4);
  assert_raw(&text, 2, 3, 0, 4);
  assert_raw(&text, 3, 4, 4, 8);
  assert_raw(&text, 2, 4, 0, 8);
  assert_raw(&text, 5, 7, 4, 14);
  assert_raw(&text, 4, 4, 4, 4);
  assert_raw(&text, 7, 7, 14, 14);
  assert_false(text_source_is_verbatim(&text, 0, 6));
}

static void only_unbroken_bytes_are_verbatim(void **state) {
  (void)state;
  assert_true(text_source_is_verbatim(&decoded, 3, 6));
  assert_false(text_source_is_verbatim(&decoded, 0, 3));
  assert_false(text_source_is_verbatim(&decoded, 3, 7));
  assert_true(text_source_is_verbatim(&decoded, 8, 13));
}

/* Wherever one asks, and whether line ends were noted or not. */
static void lines_begin_and_end_where_their_ends_stand(void **state) {
  (void)state;
  struct text_source source = {.bytes = "Hi\r\nTom,\n\nsoup", .size = 14};
  struct text_source noted = source;
  struct base_marks marks = {0};
  assert_true(base_marks_begin(&marks, source.size));
  base_marks_put(marks.items, 0, 1u << 2 | 1u << 3 | 1u << 8 | 1u << 9);
  base_marks_end(&marks, source.size);
  noted.line_ends = marks.items;
  for (uint32_t at = 0; at <= source.size; at++) {
    assert_int_equal(text_source_line_start(&noted, at),
                     text_source_line_start(&source, at));
    for (uint32_t limit = at; limit <= source.size; limit++) {
      assert_int_equal(text_source_line_end(&noted, at, limit),
                       text_source_line_end(&source, at, limit));
    }
  }
  assert_int_equal(text_source_line_end(&noted, 5, 14), 8);
  assert_int_equal(text_source_line_end(&noted, 5, 6), 6);
  assert_int_equal(text_source_line_start(&noted, 8), 4);
  base_marks_destroy(&marks);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_plain_text_is_the_raw_input_from_its_start_on),
      cmocka_unit_test(spans_cover_whole_units),
      cmocka_unit_test(an_empty_range_is_the_place_before_the_text),
      cmocka_unit_test(each_quad_is_a_unit),
      cmocka_unit_test(only_unbroken_bytes_are_verbatim),
      cmocka_unit_test(lines_begin_and_end_where_their_ends_stand),
  };
  return cmocka_run_group_tests_name("source", tests, NULL, NULL);
}
