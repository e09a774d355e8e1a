/* SPDX-License-Identifier: MIT */
#include "mail/html.h"

#include "mail/html_flow.h"
#include "mail/html_known.h"
#include "mail/html_stack.h"
#include "mail/html_style.h"
#include "mail/html_token.h"
#include "mail/phrase.h"

/* What is known of tags and of the elements that they begin. */
struct memory {
  struct mail_html_known tags;
  struct known_element {
    bool is_there;
    struct mail_html_element element;
    struct mail_html_style style;
  } elements[MAIL_HTML_KNOWN_TAGS];
};

struct reader {
  struct mail_html_tokenizer tokenizer;
  struct mail_html_token token;
  struct memory *memory;
  struct mail_html_stack *stack;
  struct mail_html_flow flow;
  struct base_buffer value; /* of an attribute, its references read */
  bool skips_newline;       /* the first of a `pre` is not part of it */
  size_t links;
};

static struct mail_html_span span_of(const struct mail_html_token *token) {
  return (struct mail_html_span){token->start, token->end};
}

/* The value of an attribute; valid until the next one is asked for. */
static struct base_slice value_of(struct reader *reader,
                                  enum mail_html_attribute attribute) {
  struct base_slice rest = reader->token.attributes[attribute];
  size_t before = base_slice_find(rest, '&');
  if (before == rest.size) {
    return rest;
  }
  base_buffer_reset(&reader->value);
  for (; before < rest.size; before = base_slice_find(rest, '&')) {
    struct mail_html_characters characters = {.text = "&", .size = 1};
    size_t size = mail_html_reference_size(
        rest.bytes + before, rest.size - before, true, &characters);
    base_buffer_add(&reader->value, rest.bytes, before);
    base_buffer_add(&reader->value, characters.text, characters.size);
    rest = mail_skip(rest, before + (size > 0 ? size : 1));
  }
  base_buffer_add(&reader->value, rest.bytes, rest.size);
  return (struct base_slice){reader->value.bytes, reader->value.size};
}

/* --- Closing --- */

static void close_last(struct reader *reader, struct mail_html_span tag) {
  struct mail_html_element *element = mail_html_top(reader->stack);
  if ((element->state & MAIL_HTML_GONE) == 0) {
    mail_html_flow_block(&reader->flow, element->line_ends, tag);
    if ((element->tag->traits & MAIL_HTML_ITEM) != 0) {
      mail_html_flow_item_end(&reader->flow);
    }
  }
  if (element->role != (element - 1)->role) {
    mail_html_marker_close(&reader->flow.marker, element->role);
  }
  mail_html_pop(reader->stack);
}

static void close_to(struct reader *reader, size_t count,
                     struct mail_html_span tag) {
  while (reader->stack->count > count) {
    close_last(reader, tag);
  }
}

/* --- Opening --- */

/* Word's paragraphs stand without margins; a list within a list, too. */
static bool has_margin(struct reader *reader,
                       const struct mail_html_style *style) {
  const struct mail_html_token *token = &reader->token;
  struct base_slice class = token->attributes[MAIL_HTML_CLASS];
  bool word = base_slice_begins(class, "Mso");
  uint32_t outer = mail_html_top(reader->stack)->tag->traits;
  bool inner_list = (token->tag->traits & MAIL_HTML_LIST) != 0 &&
                    (outer & (MAIL_HTML_ITEM | MAIL_HTML_LIST)) != 0;
  return (token->tag->traits & MAIL_HTML_MARGIN) != 0 && !word && !inner_list &&
         style->margin != MAIL_HTML_NO;
}

static unsigned line_ends_of(struct reader *reader,
                             const struct mail_html_style *style) {
  bool line = (reader->token.tag->traits & MAIL_HTML_LINE) != 0;
  if (style->line != MAIL_HTML_UNSAID) {
    line = style->line == MAIL_HTML_YES;
  }
  return line ? has_margin(reader, style) ? 2 : 1 : 0;
}

static void say(struct mail_html_element *element, enum mail_html_said said,
                enum mail_html_said setting, unsigned state) {
  if (said != MAIL_HTML_UNSAID) {
    *(said == setting ? &element->sets : &element->clears) |= state;
  }
}

static void read_states(struct mail_html_element *element,
                        const struct mail_html_token *token,
                        const struct mail_html_style *style) {
  uint32_t traits = token->tag->traits;
  if ((traits & MAIL_HTML_DROPPED) != 0 || style->hides ||
      mail_html_has(token, MAIL_HTML_HIDDEN)) {
    element->sets |= MAIL_HTML_GONE;
  }
  if ((traits & MAIL_HTML_FOREIGN) != 0) {
    element->sets |= MAIL_HTML_IN_FOREIGN;
  }
  if ((traits & MAIL_HTML_ISLAND) != 0) {
    element->clears |= MAIL_HTML_IN_FOREIGN;
  }
  if ((traits & MAIL_HTML_PRE) != 0 && style->keeps == MAIL_HTML_UNSAID) {
    element->sets |= MAIL_HTML_KEEPS;
  }
  say(element, style->keeps, MAIL_HTML_YES, MAIL_HTML_KEEPS);
  say(element, style->visible, MAIL_HTML_NO, MAIL_HTML_INVISIBLE);
  say(element, style->legible, MAIL_HTML_NO, MAIL_HTML_TINY);
}

/* What its tag alone says of an element. */
static void read_element(struct reader *reader, struct known_element *known) {
  const struct mail_html_token *token = &reader->token;
  known->is_there = true;
  known->style = mail_html_style_read(value_of(reader, MAIL_HTML_STYLE));
  known->element = (struct mail_html_element){
      .tag = token->tag,
      .name = token->name,
      .own_hue = known->style.hue,
      .own_role = mail_html_role_of(token, &known->style),
  };
  read_states(&known->element, token, &known->style);
  if (known->element.own_hue == MAIL_HUE_UNSAID &&
      mail_html_has(token, MAIL_HTML_COLOR)) {
    known->element.own_hue = mail_hue_of(value_of(reader, MAIL_HTML_COLOR));
  }
}

static struct mail_html_element element_of(struct reader *reader) {
  const struct mail_html_token *token = &reader->token;
  struct known_element *known = &reader->memory->elements[token->number];
  if (!known->is_there) {
    read_element(reader, known);
  }
  struct mail_html_element element = known->element;
  element.line_ends = line_ends_of(reader, &known->style);
  return element;
}

/* Mail programs send an emoji as a picture, and itself beside it. */
static void write_emoji(struct reader *reader) {
  if (mail_html_has(&reader->token, MAIL_HTML_DATA_EMOJI)) {
    struct base_slice emoji = value_of(reader, MAIL_HTML_ALT);
    if (emoji.size > 0) {
      mail_html_flow_characters(&reader->flow, emoji.bytes, emoji.size,
                                span_of(&reader->token));
    }
  }
}

static void lay_out(struct reader *reader,
                    const struct mail_html_element *element) {
  struct mail_html_flow *flow = &reader->flow;
  struct mail_html_span tag = span_of(&reader->token);
  uint32_t traits = element->tag->traits;
  mail_html_flow_block(flow, element->line_ends, tag);
  if ((traits & MAIL_HTML_BREAK) != 0) {
    mail_html_flow_break(flow, tag);
  } else if ((traits & MAIL_HTML_CELL) != 0) {
    mail_html_flow_cell(flow, tag);
  } else if ((traits & MAIL_HTML_ITEM) != 0 && element->line_ends > 0) {
    uint32_t list = mail_html_top(reader->stack)->tag->traits;
    mail_html_flow_item(flow, (list & MAIL_HTML_NUMBERS) != 0, tag);
  } else if ((traits & MAIL_HTML_PICTURE) != 0) {
    write_emoji(reader);
  }
}

/* HTML inside svg and math ends them (§13.2.6.5). */
static void leave_foreign(struct reader *reader) {
  enum {
    HTML = MAIL_HTML_LINE | MAIL_HTML_BREAK | MAIL_HTML_PICTURE |
           MAIL_HTML_FORMATTING
  };
  if ((reader->token.tag->traits & HTML) == 0) {
    return;
  }
  while ((mail_html_top(reader->stack)->state & MAIL_HTML_IN_FOREIGN) != 0) {
    close_last(reader, span_of(&reader->token));
  }
}

/* Whether the standard has no place for the tag: cells outside a table. */
static bool is_lost(const struct reader *reader) {
  return (reader->token.tag->traits & MAIL_HTML_TABLE_PARTS) != 0 &&
         reader->stack->tables == 0 && reader->stack->deeper == 0;
}

static bool is_link(const struct mail_html_token *token) {
  struct base_slice target = token->attributes[MAIL_HTML_HREF];
  bool anchor = token->name.size == 1 && (token->name.bytes[0] | 0x20) == 'a';
  return anchor && target.size > 0 && target.bytes[0] != '#';
}

static void push(struct reader *reader,
                 const struct mail_html_element *element) {
  enum mail_html_role outer = mail_html_top(reader->stack)->role;
  if (mail_html_push(reader->stack, element)) {
    enum mail_html_role role = mail_html_top(reader->stack)->role;
    if (role != outer) {
      mail_html_marker_open(&reader->flow.marker, role);
    }
  }
}

/* Another tag has the number of one that was known. */
static void forget_element(struct reader *reader) {
  if (!reader->token.is_known) {
    reader->memory->elements[reader->token.number].is_there = false;
  }
}

static void read_start_tag(struct reader *reader) {
  const struct mail_html_token *token = &reader->token;
  uint32_t traits = token->tag->traits;
  reader->skips_newline = false;
  leave_foreign(reader);
  if (is_lost(reader)) {
    return;
  }
  if (reader->stack->deeper == 0) {
    size_t kept = mail_html_kept_by_start(reader->stack, token->tag);
    close_to(reader, kept, span_of(token));
  }
  struct mail_html_element element = element_of(reader);
  unsigned outer = mail_html_top(reader->stack)->state;
  if (((outer | element.sets) & MAIL_HTML_GONE) == 0) {
    lay_out(reader, &element);
    reader->links += is_link(token);
  }
  bool empty = token->self_closing && (outer & MAIL_HTML_IN_FOREIGN) != 0;
  if ((traits & MAIL_HTML_VOID) != 0) {
    if (element.own_role == MAIL_HTML_ORIGINAL) {
      mail_html_marker_open(&reader->flow.marker, element.own_role);
    }
  } else if ((traits & MAIL_HTML_NEVER_OPEN) == 0 && !empty) {
    push(reader, &element);
    reader->skips_newline = (traits & MAIL_HTML_PRE) != 0;
  }
}

static void read_end_tag(struct reader *reader) {
  const struct mail_html_token *token = &reader->token;
  struct mail_html_span tag = span_of(token);
  uint32_t traits = token->tag->traits;
  if ((traits & MAIL_HTML_BREAK) != 0) {
    read_start_tag(reader); /* </br> is <br> */
    return;
  }
  if (reader->stack->deeper > 0) {
    mail_html_flow_block(&reader->flow, (traits & MAIL_HTML_LINE) != 0, tag);
    reader->stack->deeper--;
    return;
  }
  size_t index = mail_html_ended(reader->stack, token);
  if (index == 0) {
    /* </p> alone is an empty paragraph. */
    mail_html_flow_block(&reader->flow, (traits & MAIL_HTML_P) != 0 ? 2 : 0,
                         tag);
  } else if (mail_html_is_outlived(reader->stack, index)) {
    mail_html_remove(reader->stack, index);
  } else {
    close_to(reader, index, tag);
  }
}

/* --- Text --- */

/* The text without the newline that follows `<pre>`. */
static struct mail_html_span text_span(struct reader *reader) {
  struct mail_html_span span = span_of(&reader->token);
  const char *bytes = reader->tokenizer.bytes;
  if (reader->skips_newline) {
    if (bytes[span.start] == '\r') {
      span.start++;
    }
    if (span.start < span.end && bytes[span.start] == '\n') {
      span.start++;
    }
  }
  return span;
}

static void read_text(struct reader *reader) {
  if ((mail_html_top(reader->stack)->state & MAIL_HTML_KEEPS) != 0) {
    mail_html_flow_kept(&reader->flow, text_span(reader));
  } else {
    mail_html_flow_text(&reader->flow, span_of(&reader->token));
  }
}

static bool is_white_space(const struct mail_html_characters *characters) {
  return characters->size == 1 && mail_html_is_space(characters->text[0]);
}

static void read_reference(struct reader *reader) {
  const struct mail_html_characters *characters = &reader->token.characters;
  struct mail_html_span span = span_of(&reader->token);
  bool keeps = (mail_html_top(reader->stack)->state & MAIL_HTML_KEEPS) != 0;
  if (!is_white_space(characters)) {
    mail_html_flow_characters(&reader->flow, characters->text, characters->size,
                              span);
  } else if (!keeps) {
    mail_html_flow_space(&reader->flow, span);
  } else if (characters->text[0] == '\n' || characters->text[0] == '\r') {
    mail_html_flow_break(&reader->flow, span);
  } else {
    mail_html_flow_characters(&reader->flow, characters->text, 1, span);
  }
}

static void read_token(struct reader *reader) {
  const struct mail_html_element *top = mail_html_top(reader->stack);
  bool seen = (top->state & MAIL_HTML_UNSEEN) == 0;
  reader->flow.role = top->role;
  reader->flow.hue = top->hue;
  switch (reader->token.kind) {
  case MAIL_HTML_TEXT:
    if (seen) {
      read_text(reader);
    }
    break;
  case MAIL_HTML_REFERENCE:
    if (seen) {
      read_reference(reader);
    }
    break;
  case MAIL_HTML_START_TAG:
    forget_element(reader);
    read_start_tag(reader);
    return;
  case MAIL_HTML_END_TAG:
    forget_element(reader);
    read_end_tag(reader);
    break;
  case MAIL_HTML_COMMENT:
  case MAIL_HTML_DOCTYPE:
    return;
  }
  reader->skips_newline = false;
}

bool mail_html_read(const struct text_source *html, size_t most,
                    struct mail_mapped *text, struct mail_marks *marks,
                    size_t *links) {
  struct mail_html_stack stack; /* large: not zeroed with the reader */
  struct memory memory;         /* … nor is this */
  mail_html_stack_start(&stack);
  mail_html_known_start(&memory.tags);
  struct reader reader = {
      .tokenizer = {.bytes = html->bytes,
                    .size = html->size,
                    .known = &memory.tags},
      .memory = &memory,
      .stack = &stack,
  };
  mail_html_flow_start(&reader.flow, html, text, marks);
  while (text->bytes.size <= most &&
         mail_html_next(&reader.tokenizer, &reader.token)) {
    read_token(&reader);
    reader.tokenizer.foreign =
        (mail_html_top(&stack)->state & MAIL_HTML_IN_FOREIGN) != 0;
  }
  close_to(&reader, 1, (struct mail_html_span){html->size, html->size});
  mail_html_marker_finish(&reader.flow.marker);
  *links += reader.links;
  bool failed = reader.value.failed || marks->failed;
  base_buffer_destroy(&reader.value);
  return !failed && !mail_mapped_failed(text);
}
