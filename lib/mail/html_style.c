/* SPDX-License-Identifier: MIT */
#include "mail/html_style.h"

#include "mail/html_token.h"
#include "mail/line.h"
#include "mail/phrase.h"

/* What is gathered until all declarations are read. */
struct reading {
  struct mail_html_style style;
  bool empty_box; /* its height or width is 0 */
  bool cuts;      /* overflow:hidden */
  bool bare;      /* border:none */
  bool pushed;    /* margin-left:40px in a shorthand */
  bool ruled;     /* border-top in one of Outlook's greys */
  enum mail_html_said top;
  enum mail_html_said bottom;
};

/* Whether a length rounds to nothing: 0, 0px, .0001pt. */
static bool is_zero(struct base_slice length) {
  size_t at = 0;
  while (at < length.size && length.bytes[at] == '0') {
    at++;
  }
  if (at < length.size && length.bytes[at] == '.') {
    return at + 1 < length.size && length.bytes[at + 1] == '0';
  }
  return at > 0 && (at == length.size || !mail_is_digit(length.bytes[at]));
}

static enum mail_html_said is_some(struct base_slice length) {
  return is_zero(length) ? MAIL_HTML_NO : MAIL_HTML_YES;
}

static bool ends(struct base_slice text, const char *word) {
  size_t size = strlen(word);
  return text.size >= size &&
         mail_same_letters(text.bytes + text.size - size, word, size);
}

static void read_color(struct reading *reading, struct base_slice value) {
  enum mail_hue hue = mail_hue_of(value);
  if (hue != MAIL_HUE_UNSAID) {
    reading->style.hue = hue;
  }
}

static void read_display(struct reading *reading, struct base_slice value) {
  if (mail_begins_nocase(value, "none")) {
    reading->style.hides = true;
  } else if (mail_begins_nocase(value, "inline") ||
             mail_begins_nocase(value, "table-cell")) {
    reading->style.line = MAIL_HTML_NO;
  } else if (mail_begins_nocase(value, "block") ||
             mail_begins_nocase(value, "list-item") ||
             mail_begins_nocase(value, "table") ||
             mail_begins_nocase(value, "flex") ||
             mail_begins_nocase(value, "grid")) {
    reading->style.line = MAIL_HTML_YES;
  }
}

static void read_hide(struct reading *reading, struct base_slice value) {
  reading->style.hides |= mail_begins_nocase(value, "all");
}

static void read_visibility(struct reading *reading, struct base_slice value) {
  bool hidden = mail_begins_nocase(value, "hidden") ||
                mail_begins_nocase(value, "collapse");
  reading->style.visible = hidden ? MAIL_HTML_NO : MAIL_HTML_YES;
}

static void read_opacity(struct reading *reading, struct base_slice value) {
  reading->style.hides |= is_zero(mail_html_take_word(&value));
}

static void read_font_size(struct reading *reading, struct base_slice value) {
  struct base_slice length = mail_html_take_word(&value);
  bool relative =
      ends(length, "%") || (ends(length, "em") && !ends(length, "rem"));
  if (is_zero(length)) {
    reading->style.legible = MAIL_HTML_NO;
  } else if (!relative) { /* 2em of nothing is nothing */
    reading->style.legible = MAIL_HTML_YES;
  }
}

static void read_white_space(struct reading *reading, struct base_slice value) {
  bool keeps = mail_begins_nocase(value, "pre") ||
               mail_begins_nocase(value, "break-spaces");
  reading->style.keeps = keeps ? MAIL_HTML_YES : MAIL_HTML_NO;
}

static void read_extent(struct reading *reading, struct base_slice value) {
  reading->empty_box |= is_zero(mail_html_take_word(&value));
}

static void read_overflow(struct reading *reading, struct base_slice value) {
  reading->cuts |= mail_begins_nocase(value, "hidden");
}

static void read_margin(struct reading *reading, struct base_slice value) {
  struct base_slice top = mail_html_take_word(&value);
  mail_html_take_word(&value);
  struct base_slice bottom = mail_html_take_word(&value);
  struct base_slice left = mail_html_take_word(&value);
  reading->top = is_some(top);
  reading->bottom = is_some(bottom.size > 0 ? bottom : top);
  reading->pushed = mail_begins_nocase(left, "40px");
}

static void read_margin_top(struct reading *reading, struct base_slice value) {
  reading->top = is_some(mail_html_take_word(&value));
}

static void read_margin_bottom(struct reading *reading,
                               struct base_slice value) {
  reading->bottom = is_some(mail_html_take_word(&value));
}

static void read_border(struct reading *reading, struct base_slice value) {
  reading->bare = mail_begins_nocase(value, "none");
}

static void read_border_top(struct reading *reading, struct base_slice value) {
  for (struct base_slice word = mail_html_take_word(&value); word.size > 0;
       word = mail_html_take_word(&value)) {
    reading->ruled |= mail_is_among(word, "#e1e1e1 #b5c4df");
  }
}

static const struct {
  struct base_slice name;
  void (*read)(struct reading *reading, struct base_slice value);
} properties[] = {
    {MAIL_HTML_WORD("border"), read_border},
    {MAIL_HTML_WORD("border-top"), read_border_top},
    {MAIL_HTML_WORD("color"), read_color},
    {MAIL_HTML_WORD("display"), read_display},
    {MAIL_HTML_WORD("font-size"), read_font_size},
    {MAIL_HTML_WORD("height"), read_extent},
    {MAIL_HTML_WORD("margin"), read_margin},
    {MAIL_HTML_WORD("margin-bottom"), read_margin_bottom},
    {MAIL_HTML_WORD("margin-top"), read_margin_top},
    {MAIL_HTML_WORD("max-height"), read_extent},
    {MAIL_HTML_WORD("max-width"), read_extent},
    {MAIL_HTML_WORD("mso-hide"), read_hide},
    {MAIL_HTML_WORD("opacity"), read_opacity},
    {MAIL_HTML_WORD("overflow"), read_overflow},
    {MAIL_HTML_WORD("visibility"), read_visibility},
    {MAIL_HTML_WORD("white-space"), read_white_space},
    {MAIL_HTML_WORD("width"), read_extent},
};

static void read_declaration(struct reading *reading, struct base_slice css) {
  size_t size = base_slice_find(css, ':');
  if (size == css.size) {
    return;
  }
  struct base_slice name = mail_trim((struct base_slice){css.bytes, size});
  struct base_slice value = mail_trim(mail_skip(css, size + 1));
  for (size_t i = 0; i < sizeof properties / sizeof properties[0]; i++) {
    if (mail_same_nocase(name, properties[i].name)) {
      properties[i].read(reading, value);
    }
  }
}

static struct mail_html_style conclude(const struct reading *reading) {
  struct mail_html_style style = reading->style;
  style.hides |= reading->empty_box && reading->cuts;
  style.indents = reading->bare && reading->pushed;
  style.headline = reading->bare && reading->ruled;
  if (reading->top == MAIL_HTML_NO && reading->bottom == MAIL_HTML_NO) {
    style.margin = MAIL_HTML_NO;
  }
  return style;
}

struct mail_html_style mail_html_style_read(struct base_slice css) {
  struct reading reading = {0};
  while (css.size > 0) {
    size_t size = base_slice_find(css, ';');
    read_declaration(&reading, (struct base_slice){css.bytes, size});
    css = mail_skip(css, size + (size < css.size));
  }
  return conclude(&reading);
}
