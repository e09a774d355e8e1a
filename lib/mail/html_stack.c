/* SPDX-License-Identifier: MIT */
#include "mail/html_stack.h"

#include "mail/phrase.h"

enum {
  TABLE_CONTEXT = MAIL_HTML_TABLE | MAIL_HTML_SECTION,
};

void mail_html_stack_start(struct mail_html_stack *stack) {
  stack->items[0] = (struct mail_html_element){
      .tag = mail_html_tag_find(base_slice_of("html")),
      .name = base_slice_of("html"),
  };
  stack->count = 1;
  stack->deeper = 0;
  stack->tables = 0;
}

/* What holds in items[index] follows from the one below it. */
static void inherit(struct mail_html_stack *stack, size_t index) {
  struct mail_html_element *element = &stack->items[index];
  const struct mail_html_element *outer = element - 1;
  element->state = (outer->state & ~element->clears) | element->sets;
  element->hue =
      element->own_hue != MAIL_HUE_UNSAID ? element->own_hue : outer->hue;
  element->role = mail_html_role_within(outer->role, element->own_role);
}

bool mail_html_push(struct mail_html_stack *stack,
                    const struct mail_html_element *element) {
  if (stack->count == MAIL_HTML_DEEPEST) {
    stack->deeper++;
    return false;
  }
  stack->items[stack->count] = *element;
  inherit(stack, stack->count);
  stack->count++;
  stack->tables += (element->tag->traits & MAIL_HTML_TABLE) != 0;
  return true;
}

void mail_html_pop(struct mail_html_stack *stack) {
  stack->count--;
  uint32_t traits = stack->items[stack->count].tag->traits;
  stack->tables -= (traits & MAIL_HTML_TABLE) != 0;
}

/* The last element with one of the traits `wanted`, unless one with `stop` and
 * none of `but` comes first; 0 when there is none. */
static size_t last_with(const struct mail_html_stack *stack, uint32_t wanted,
                        uint32_t stop, uint32_t but) {
  for (size_t i = stack->count - 1; i > 0; i--) {
    uint32_t traits = stack->items[i].tag->traits;
    if ((traits & wanted) != 0) {
      return i;
    }
    if ((traits & stop) != 0 && (traits & but) == 0) {
      break;
    }
  }
  return 0;
}

/* In a table, a part ends all that lies in the part which may hold it. */
static size_t kept_by_part(const struct mail_html_stack *stack,
                           uint32_t traits) {
  uint32_t holders = MAIL_HTML_TABLE;
  if ((traits & MAIL_HTML_ROW) != 0) {
    holders = TABLE_CONTEXT;
  } else if ((traits & MAIL_HTML_CELL) != 0) {
    holders = TABLE_CONTEXT | MAIL_HTML_ROW;
  }
  size_t holder = last_with(stack, holders, 0, 0);
  return holder == 0 ? stack->count : holder + 1;
}

size_t mail_html_kept_by_start(const struct mail_html_stack *stack,
                               const struct mail_html_tag *tag) {
  size_t ended = 0;
  if ((tag->traits & MAIL_HTML_TABLE_PARTS) != 0) {
    return kept_by_part(stack, tag->traits);
  }
  if ((tag->traits & MAIL_HTML_TABLE) != 0) {
    ended = last_with(stack, MAIL_HTML_TABLE, MAIL_HTML_CELL, 0);
  } else if ((tag->traits & (MAIL_HTML_ITEM | MAIL_HTML_TERM)) != 0) {
    /* `<li>` ends an item over what is inline, a `div` or a paragraph. */
    ended = last_with(stack, tag->traits & (MAIL_HTML_ITEM | MAIL_HTML_TERM),
                      MAIL_HTML_SPECIAL, MAIL_HTML_DIV | MAIL_HTML_P);
  }
  if (ended == 0 && (tag->traits & MAIL_HTML_ENDS_P) != 0) {
    ended = last_with(stack, MAIL_HTML_P, MAIL_HTML_SCOPE, 0);
  }
  size_t last = stack->count - 1;
  if (ended == 0 &&
      (stack->items[last].tag->traits & tag->traits & MAIL_HTML_HEADING) != 0) {
    ended = last; /* headings do not nest */
  }
  return ended == 0 ? stack->count : ended;
}

/* A heading of any rank ends any other. */
static bool ends(const struct mail_html_token *end_tag,
                 const struct mail_html_element *element) {
  uint32_t both = end_tag->tag->traits & element->tag->traits;
  return (both & MAIL_HTML_HEADING) != 0 ||
         (element->tag == end_tag->tag &&
          (element->tag->name[0] != '\0' ||
           mail_same_nocase(element->name, end_tag->name)));
}

/* What an end tag does not reach over. */
static uint32_t barrier_of(uint32_t traits) {
  if ((traits & (MAIL_HTML_TABLE_PARTS | MAIL_HTML_TABLE)) != 0) {
    return MAIL_HTML_TABLE;
  }
  if ((traits & MAIL_HTML_ITEM) != 0) {
    return MAIL_HTML_SCOPE | MAIL_HTML_LIST;
  }
  if ((traits & (MAIL_HTML_SPECIAL | MAIL_HTML_FORMATTING)) != 0) {
    return MAIL_HTML_SCOPE;
  }
  return MAIL_HTML_SPECIAL;
}

size_t mail_html_ended(const struct mail_html_stack *stack,
                       const struct mail_html_token *end_tag) {
  uint32_t barrier = barrier_of(end_tag->tag->traits);
  for (size_t i = stack->count - 1; i > 0; i--) {
    if (ends(end_tag, &stack->items[i])) {
      return i;
    }
    if ((stack->items[i].tag->traits & barrier) != 0) {
      break;
    }
  }
  return 0;
}

bool mail_html_is_outlived(const struct mail_html_stack *stack, size_t index) {
  if ((stack->items[index].tag->traits & MAIL_HTML_FORMATTING) == 0) {
    return false;
  }
  return last_with(stack, MAIL_HTML_SPECIAL, 0, 0) > index;
}

void mail_html_remove(struct mail_html_stack *stack, size_t index) {
  stack->count--;
  memmove(&stack->items[index], &stack->items[index + 1],
          (stack->count - index) * sizeof stack->items[0]);
  for (size_t i = index; i < stack->count; i++) {
    inherit(stack, i);
  }
}
