/* SPDX-License-Identifier: MIT */
/* HTML: the text that is shown and where it stands, then findings in it. */
#include "linter.h"

#include "map.h"
#include "mail/html.h"
#include "mail/html_known.h"

/* Those of zones come in order, and behind them those of hues. */
static void check_marks(const struct mail_marks *marks, size_t size) {
  uint32_t end = 0;
  bool in_hues = false;
  for (size_t i = 0; i < marks->count; i++) {
    const struct mail_marked *mark = &marks->items[i];
    bool has_hue = mark->hue != MAIL_HUE_UNSAID;
    if (has_hue && !in_hues) {
      end = 0;
      in_hues = true;
    }
    FUZZ_HOLDS(has_hue == in_hues);
    FUZZ_HOLDS(mark->zone < COURTESY_ZONE_COUNT);
    FUZZ_HOLDS(mark->start >= end && mark->end > mark->start);
    end = mark->end;
    FUZZ_HOLDS(end <= size);
  }
}

/* Tags read the same whether they are known or not. */
static void check_tags(struct base_slice page) {
  struct mail_html_known known;
  mail_html_known_start(&known);
  struct mail_html_tokenizer one = {.bytes = page.bytes,
                                    .size = (uint32_t)page.size};
  struct mail_html_tokenizer other = one;
  other.known = &known;
  struct mail_html_token expected;
  struct mail_html_token token;
  while (mail_html_next(&one, &expected)) {
    FUZZ_HOLDS(mail_html_next(&other, &token));
    FUZZ_HOLDS(token.kind == expected.kind && token.end == expected.end);
    if (token.kind != MAIL_HTML_START_TAG && token.kind != MAIL_HTML_END_TAG) {
      continue;
    }
    FUZZ_HOLDS(token.tag == expected.tag &&
               token.self_closing == expected.self_closing);
    for (int i = 0; i < MAIL_HTML_ATTRIBUTES; i++) {
      FUZZ_HOLDS(base_slice_same(token.attributes[i], expected.attributes[i]));
    }
  }
  FUZZ_HOLDS(!mail_html_next(&other, &token));
}

static void read_page(struct base_slice page) {
  struct text_source html = {.bytes = page.bytes, .size = (uint32_t)page.size};
  struct mail_mapped text = {0};
  struct mail_marks marks = {0};
  size_t links = 0;
  FUZZ_HOLDS(mail_html_read(&html, SIZE_MAX, &text, &marks, &links));
  FUZZ_HOLDS(links <= page.size);
  check_marks(&marks, text.bytes.size);
  fuzz_check_map(&text, 0, page.size, true);
  mail_mapped_destroy(&text);
  mail_marks_destroy(&marks);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  const struct courtesy_facts facts = {.markup = COURTESY_MARKUP_HTML};
  struct base_slice page = {(const char *)data, size};
  struct base_slice charset = mail_html_charset(page);
  FUZZ_HOLDS(charset.size <= size);
  check_tags(page);
  read_page(page);
  fuzz_lint_by_pack(
      &(struct fuzz_input){COURTESY_DRAFT, page.bytes, page.size, &facts});
  fuzz_lint_by_pack(
      &(struct fuzz_input){COURTESY_TEMPLATE, page.bytes, page.size, &facts});
  return 0;
}
