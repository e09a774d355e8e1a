/* SPDX-License-Identifier: MIT */
#include "mail/choice.h"

#include "mail/part.h"
#include "mail/phrase.h"
#include "mail/seal.h"

/* How well a part serves as the text to lint. */
enum rank { NO_TEXT = 0, HTML_TEXT, PLAIN_TEXT };

static enum rank rank_of(const struct mail_part *part) {
  if (part->is_attached || part->transfer == MAIL_TRANSFER_UNKNOWN) {
    return NO_TEXT;
  }
  switch (part->media) {
  case MAIL_MEDIA_PLAIN:
    return PLAIN_TEXT;
  case MAIL_MEDIA_HTML:
    return HTML_TEXT;
  default:
    return NO_TEXT;
  }
}

struct leaf {
  enum rank rank;
  size_t part;
};

/* The best among the leaves below a part. */
static struct leaf best_leaf(const struct mail_part_list *parts, size_t first) {
  struct leaf best = {NO_TEXT, 0};
  for (size_t i = first; i < parts->items[first].end; i++) {
    enum rank rank = rank_of(&parts->items[i]);
    if (rank > best.rank) {
      best = (struct leaf){rank, i};
    }
  }
  return best;
}

/* The first HTML in a multipart's other parts; 0 for none. */
static uint32_t html_beside(const struct mail_part_list *parts, size_t parent,
                            size_t chosen) {
  for (size_t i = parent + 1; i < parts->items[parent].end; i++) {
    bool inside = i >= chosen && i < parts->items[chosen].end;
    if (!inside && rank_of(&parts->items[i]) == HTML_TEXT) {
      return (uint32_t)i;
    }
  }
  return 0;
}

/* The part of a multipart/alternative that is read; a plain text learns of
 * its HTML form. (Nested alternatives are looked at once for each level, of
 * which there are few.) */
static size_t choose_alternative(struct mail_part_list *parts, size_t parent) {
  struct leaf best = {NO_TEXT, 0};
  size_t chosen = parent + 1;
  for (size_t i = parent + 1; i < parts->items[parent].end;
       i = parts->items[i].end) {
    struct leaf leaf = best_leaf(parts, i);
    if (leaf.rank > best.rank) {
      best = leaf;
      chosen = i;
    }
  }
  if (best.rank == PLAIN_TEXT) {
    parts->items[best.part].html_form = html_beside(parts, parent, chosen);
  }
  return chosen;
}

/* What holds for a part because of those around it. */
struct place {
  enum courtesy_part_use text; /* what becomes of a text there */
  bool forwarded;              /* it lies in a mail in the mail */
  size_t chosen;               /* of its parts; 0 when all are shown */
  enum courtesy_part_use rest; /* what becomes of texts in the others */
};

static struct place place_in(struct mail_part_list *parts, size_t i,
                             const struct place *above) {
  const struct mail_part *part = &parts->items[i];
  const struct mail_part *parent = &parts->items[part->parent];
  struct place place = {.text = COURTESY_PART_LINTED};
  if (i > 0) {
    bool shown = above->chosen == 0 || above->chosen == i;
    place.text = shown ? above->text : above->rest;
    place.forwarded = above->forwarded || parent->media == MAIL_MEDIA_MESSAGE;
  }
  if (place.text == COURTESY_PART_LINTED && place.forwarded) {
    place.text = COURTESY_PART_FORWARDED;
  }
  place.rest = place.text;
  if (part->media != MAIL_MEDIA_MULTIPART) {
    return place;
  }
  if (mail_part_is(part, "multipart/alternative")) {
    place.chosen = choose_alternative(parts, i);
    place.rest = COURTESY_PART_ALTERNATIVE;
  } else if (mail_part_is(part, "multipart/related") ||
             mail_part_is(part, "multipart/signed")) {
    place.chosen = i + 1;
    place.rest = COURTESY_PART_OTHER;
  }
  return place;
}

static bool is_text(const struct mail_part *part) {
  return part->media == MAIL_MEDIA_PLAIN || part->media == MAIL_MEDIA_HTML;
}

/* What goes along with a mail and is not what a person attached. */
static bool is_machinery(const struct mail_part *part) {
  return mail_is_among(
      part->type, "application/pgp-signature application/pkcs7-signature "
                  "application/x-pkcs7-signature application/pgp-encrypted "
                  "message/delivery-status message/disposition-notification "
                  "text/rfc822-headers");
}

/* A picture that a text shows has an id to be named by. */
static bool is_inline(const struct mail_part_list *parts,
                      const struct mail_part *part) {
  const struct mail_part *parent = &parts->items[part->parent];
  bool in_related = parent != part && mail_part_is(parent, "multipart/related");
  return part->has_id && (in_related || !part->is_attached) &&
         mail_part_is(part, "image/");
}

static bool is_attachment(const struct mail_part_list *parts,
                          const struct mail_part *part) {
  const struct mail_part *parent = &parts->items[part->parent];
  bool is_other_form =
      parent != part && mail_part_is(parent, "multipart/alternative");
  if (is_machinery(part)) {
    return false;
  }
  if (part->is_attached || (part->name != NULL && !is_other_form)) {
    return true;
  }
  return !is_other_form && !mail_part_is(part, "text/") && !is_text(part);
}

/* A text with a file name is a file, unless it is the first. */
static enum courtesy_part_use use_of(const struct mail_part_list *parts,
                                     const struct mail_part *part,
                                     const struct place *place, bool has_text) {
  bool is_read = place->text == COURTESY_PART_LINTED ||
                 place->text == COURTESY_PART_FORWARDED;
  if (part->media == MAIL_MEDIA_MULTIPART) {
    return COURTESY_PART_CONTAINER;
  }
  if (is_read && is_text(part) && !part->is_attached &&
      (part->name == NULL || !has_text)) {
    return place->text;
  }
  if (part->seal != MAIL_UNSEALED || /* or nested too deep */
      mail_part_is(part, "multipart/")) {
    return COURTESY_PART_UNREAD;
  }
  if (is_inline(parts, part)) {
    return COURTESY_PART_INLINE;
  }
  if (!place->forwarded && is_attachment(parts, part)) {
    return COURTESY_PART_ATTACHMENT;
  }
  return is_read ? COURTESY_PART_OTHER : place->text;
}

void mail_choose_parts(struct mail_part_list *parts) {
  struct place places[MAIL_NESTING_MAX + 1]; /* by depth */
  bool has_text = false;
  for (size_t i = 0; i < parts->count; i++) {
    struct mail_part *part = &parts->items[i];
    struct place *place = &places[part->depth];
    *place = place_in(parts, i, i == 0 ? NULL : place - 1);
    part->seal = place->forwarded ? MAIL_UNSEALED : mail_seal_of(parts, i);
    part->use = use_of(parts, part, place, has_text);
    has_text = has_text || mail_part_is_read(part);
  }
}
