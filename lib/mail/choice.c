/* SPDX-License-Identifier: MIT */
#include "mail/choice.h"

#include "mail/line.h"
#include "mail/part.h"

/* How well a part serves as the text to lint. */
enum rank { NO_TEXT = 0, BLANK_TEXT, HTML_TEXT, PLAIN_TEXT };

static enum rank rank_of(const struct mail_part *part) {
  if (part->is_attached) {
    return NO_TEXT;
  }
  switch (part->media) {
  case MAIL_MEDIA_PLAIN:
    return mail_trim(part->body).size == 0 ? BLANK_TEXT : PLAIN_TEXT;
  case MAIL_MEDIA_HTML:
    return HTML_TEXT;
  default:
    return NO_TEXT;
  }
}

/* The best among the leaves below a part. */
static enum rank best_rank(const struct mail_part_list *parts, size_t first) {
  enum rank best = NO_TEXT;
  for (size_t i = first; i < parts->items[first].end; i++) {
    enum rank rank = rank_of(&parts->items[i]);
    best = rank > best ? rank : best;
  }
  return best;
}

/* The part of a multipart/alternative that is read. (Nested alternatives are
 * looked at once for each level, of which there are few.) */
static size_t choose_alternative(const struct mail_part_list *parts,
                                 size_t parent) {
  enum rank best = NO_TEXT;
  size_t chosen = parent + 1;
  for (size_t i = parent + 1; i < parts->items[parent].end;
       i = parts->items[i].end) {
    enum rank rank = best_rank(parts, i);
    if (rank > best) {
      best = rank;
      chosen = i;
    }
  }
  return chosen;
}

/* What holds for a part because of those around it. */
struct place {
  bool shown;     /* its text is the mail's */
  bool forwarded; /* it lies in a mail in the mail */
  size_t chosen;  /* of its parts; 0 when all are shown */
};

static struct place place_in(const struct mail_part_list *parts, size_t i,
                             const struct place *above) {
  const struct mail_part *part = &parts->items[i];
  const struct mail_part *parent = &parts->items[part->parent];
  struct place place = {.shown = true};
  if (i > 0) {
    place.shown = above->shown && (above->chosen == 0 || above->chosen == i);
    place.forwarded = above->forwarded || parent->media == MAIL_MEDIA_MESSAGE;
  }
  if (mail_part_is(part, "multipart/alternative")) {
    place.chosen = choose_alternative(parts, i);
  } else if (mail_part_is(part, "multipart/related") ||
             mail_part_is(part, "multipart/signed")) {
    place.chosen = i + 1;
  }
  return place;
}

static bool is_text(const struct mail_part *part) {
  return part->media == MAIL_MEDIA_PLAIN || part->media == MAIL_MEDIA_HTML;
}

/* What goes along with a mail and is not what a person attached. */
static bool is_machinery(const struct mail_part *part) {
  static const char *const types[] = {
      "application/pgp-signature",     "application/pkcs7-signature",
      "application/x-pkcs7-signature", "application/pgp-encrypted",
      "message/delivery-status",       "message/disposition-notification",
      "text/rfc822-headers",
  };
  for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
    if (mail_part_is(part, types[i])) {
      return true;
    }
  }
  return false;
}

static bool is_attachment(const struct mail_part_list *parts,
                          const struct mail_part *part) {
  const struct mail_part *parent = &parts->items[part->parent];
  bool in_related = parent != part && mail_part_is(parent, "multipart/related");
  bool is_other_form =
      parent != part && mail_part_is(parent, "multipart/alternative");
  if (part->media == MAIL_MEDIA_MULTIPART || is_machinery(part)) {
    return false;
  }
  if (part->has_id && (in_related || !part->is_attached) &&
      mail_part_is(part, "image/")) {
    return false;
  }
  if (part->is_attached || (part->name != NULL && !is_other_form)) {
    return true;
  }
  return !is_other_form && !mail_part_is(part, "text/") && !is_text(part);
}

void mail_choose_parts(struct mail_part_list *parts) {
  struct place places[MAIL_NESTING_MAX + 1] = {{0}}; /* by depth */
  bool has_text = false;
  for (size_t i = 0; i < parts->count; i++) {
    struct mail_part *part = &parts->items[i];
    struct place *place = &places[part->depth];
    *place = place_in(parts, i, i == 0 ? NULL : place - 1);
    /* A text with a file name is a file, unless it is the first. */
    if (place->shown && is_text(part) && !part->is_attached &&
        (part->name == NULL || !has_text)) {
      part->use = place->forwarded ? MAIL_USE_FORWARD : MAIL_USE_LINT;
      has_text = true;
    } else if (!place->forwarded && is_attachment(parts, part)) {
      part->use = MAIL_USE_ATTACHMENT;
    }
  }
}
