/* SPDX-License-Identifier: MIT */
#include "mail/html_tag.h"

#include "base/eight.h"
#include "text/byte_class.h"

enum {
  BLOCK = MAIL_HTML_LINE | MAIL_HTML_SPECIAL | MAIL_HTML_ENDS_P,
  SPACED = BLOCK | MAIL_HTML_MARGIN,
  PREFORMATTED = SPACED | MAIL_HTML_PRE,
  HEADING = SPACED | MAIL_HTML_HEADING,
  LIST = SPACED | MAIL_HTML_LIST,
  TABLE_PART = MAIL_HTML_LINE | MAIL_HTML_SPECIAL,
  SECTION = TABLE_PART | MAIL_HTML_SECTION,
  CELL = MAIL_HTML_SPECIAL | MAIL_HTML_SCOPE | MAIL_HTML_CELL,
  FORMATTING = MAIL_HTML_FORMATTING,
  VOID = MAIL_HTML_VOID,
  HIDDEN_RAWTEXT = MAIL_HTML_DROPPED | MAIL_HTML_SPECIAL | MAIL_HTML_RAWTEXT,
};

/* Sorted by name. Elements that are like unknown ones are not here. */
static const struct mail_html_tag tags[] = {
    {"a", FORMATTING},
    {"address", BLOCK | MAIL_HTML_DIV},
    {"applet", MAIL_HTML_SPECIAL | MAIL_HTML_SCOPE},
    {"area", VOID},
    {"article", BLOCK},
    {"aside", BLOCK},
    {"audio", MAIL_HTML_DROPPED},
    {"b", FORMATTING},
    {"base", VOID},
    {"basefont", VOID},
    {"bgsound", VOID},
    {"big", FORMATTING},
    {"blockquote", SPACED | MAIL_HTML_QUOTES},
    {"body", MAIL_HTML_NEVER_OPEN},
    {"br", VOID | MAIL_HTML_BREAK},
    {"button", MAIL_HTML_SPECIAL},
    {"canvas", MAIL_HTML_DROPPED},
    {"caption", SECTION | MAIL_HTML_SCOPE},
    {"center", BLOCK},
    {"code", FORMATTING | MAIL_HTML_CODE},
    {"col", VOID},
    {"colgroup", SECTION},
    {"datalist", MAIL_HTML_DROPPED},
    {"dd", BLOCK | MAIL_HTML_TERM},
    {"desc", MAIL_HTML_ISLAND},
    {"details", BLOCK},
    {"dialog", BLOCK},
    {"dir", LIST},
    {"div", BLOCK | MAIL_HTML_DIV},
    {"dl", SPACED},
    {"dt", BLOCK | MAIL_HTML_TERM},
    {"em", FORMATTING},
    {"embed", VOID},
    {"fieldset", BLOCK},
    {"figcaption", BLOCK},
    {"figure", SPACED},
    {"font", FORMATTING},
    {"footer", BLOCK},
    {"foreignobject", MAIL_HTML_ISLAND | MAIL_HTML_SCOPE},
    {"form", BLOCK},
    {"frame", VOID},
    {"h1", HEADING},
    {"h2", HEADING},
    {"h3", HEADING},
    {"h4", HEADING},
    {"h5", HEADING},
    {"h6", HEADING},
    {"head", MAIL_HTML_NEVER_OPEN},
    {"header", BLOCK},
    {"hgroup", BLOCK},
    {"hr", SPACED | VOID},
    {"html", MAIL_HTML_NEVER_OPEN},
    {"i", FORMATTING},
    {"iframe", HIDDEN_RAWTEXT},
    {"img", VOID | MAIL_HTML_PICTURE},
    {"input", VOID},
    {"keygen", VOID},
    {"legend", BLOCK},
    {"li", BLOCK | MAIL_HTML_ITEM},
    {"link", VOID},
    {"listing", PREFORMATTED | MAIL_HTML_CODE},
    {"main", BLOCK},
    {"marquee", MAIL_HTML_SPECIAL | MAIL_HTML_SCOPE},
    {"math", MAIL_HTML_FOREIGN},
    {"menu", LIST},
    {"meta", VOID},
    {"mj-head", MAIL_HTML_DROPPED | MAIL_HTML_SPECIAL},
    {"mj-preview", MAIL_HTML_DROPPED | MAIL_HTML_SPECIAL},
    {"mj-style", HIDDEN_RAWTEXT},
    {"mj-table", BLOCK | MAIL_HTML_SCOPE | MAIL_HTML_TABLE},
    {"mj-title", MAIL_HTML_DROPPED | MAIL_HTML_SPECIAL},
    {"nav", BLOCK},
    {"nobr", FORMATTING},
    {"noembed", HIDDEN_RAWTEXT},
    {"noframes", HIDDEN_RAWTEXT},
    {"object", MAIL_HTML_SPECIAL | MAIL_HTML_SCOPE},
    {"ol", LIST | MAIL_HTML_NUMBERS},
    {"optgroup", MAIL_HTML_LINE},
    {"option", MAIL_HTML_LINE},
    {"p", SPACED | MAIL_HTML_P},
    {"param", VOID},
    {"plaintext", PREFORMATTED | MAIL_HTML_PLAINTEXT},
    {"pre", PREFORMATTED | MAIL_HTML_CODE},
    {"rp", MAIL_HTML_DROPPED},
    {"s", FORMATTING},
    {"script", MAIL_HTML_DROPPED | MAIL_HTML_SPECIAL | MAIL_HTML_SCRIPT},
    {"search", BLOCK},
    {"section", BLOCK},
    {"small", FORMATTING},
    {"source", VOID},
    {"strike", FORMATTING},
    {"strong", FORMATTING},
    {"style", HIDDEN_RAWTEXT},
    {"summary", BLOCK},
    {"svg", MAIL_HTML_FOREIGN},
    {"table", BLOCK | MAIL_HTML_SCOPE | MAIL_HTML_TABLE},
    {"tbody", SECTION},
    {"td", CELL},
    {"template", MAIL_HTML_DROPPED | MAIL_HTML_SPECIAL | MAIL_HTML_SCOPE},
    {"textarea", MAIL_HTML_RCDATA | MAIL_HTML_SPECIAL | MAIL_HTML_PRE},
    {"tfoot", SECTION},
    {"th", CELL},
    {"thead", SECTION},
    {"title", MAIL_HTML_DROPPED | MAIL_HTML_SPECIAL | MAIL_HTML_RCDATA |
                  MAIL_HTML_ISLAND},
    {"tr", TABLE_PART | MAIL_HTML_ROW},
    {"track", VOID},
    {"tt", FORMATTING},
    {"u", FORMATTING},
    {"ul", LIST},
    {"video", MAIL_HTML_DROPPED},
    {"wbr", VOID},
    {"xmp", PREFORMATTED | MAIL_HTML_RAWTEXT | MAIL_HTML_CODE},
};

enum { TAGS = sizeof tags / sizeof tags[0] };

static const struct mail_html_tag unknown = {"", 0};

/* MJML, a language for templates of mail: its elements are blocks, but for a
 * few above. */
static const struct mail_html_tag mjml = {"", SPACED};

static const struct mail_html_tag *other_tag(struct base_slice name) {
  bool is_mjml = name.size > 3 && (name.bytes[0] | 0x20) == 'm' &&
                 (name.bytes[1] | 0x20) == 'j' && name.bytes[2] == '-';
  return is_mjml ? &mjml : &unknown;
}

/* The start of a name as a number: those of names are in the order in which
 * they are sorted, and no two have the same. */
static uint64_t order_of(const char *name) {
  return __builtin_bswap64(base_eight_load(name, BASE_EIGHT));
}

const struct mail_html_tag *mail_html_tag_find(struct base_slice name) {
  char key[sizeof tags[0].name] = {0};
  if (name.size > MAIL_HTML_LONGEST_TAG) {
    return other_tag(name);
  }
  for (size_t i = 0; i < name.size; i++) {
    char byte = name.bytes[i];
    key[i] = text_byte_is(byte, TEXT_BYTE_UPPER) ? text_byte_lower(byte) : byte;
  }
  uint64_t order = order_of(key);
  const struct mail_html_tag *found = tags; /* the last that is not behind it */
  for (size_t left = TAGS; left > 1; left -= left / 2) {
    const struct mail_html_tag *middle = found + left / 2;
    found = order_of(middle->name) <= order ? middle : found;
  }
  return memcmp(found->name, key, sizeof key) == 0 ? found : other_tag(name);
}
