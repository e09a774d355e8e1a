/* SPDX-License-Identifier: MIT */
/*
 * What programs put into a text and no person reads: files in uuencode (POSIX)
 * or yEnc, and armour around keys and signatures (RFC 7468, RFC 9580 §6.2).
 *
 *     begin 644 plan.txt            code, the name of an attachment
 *     #0V%T                         code
 *     `                             code
 *     end                           code
 *     -----BEGIN PGP SIGNATURE----- code
 *     iF0EARECAB0WIQTaJtq3VyocX     code
 *     -----END PGP SIGNATURE-----   code
 */
#include "mail/line.h"
#include "mail/phrase.h"
#include "mail/zones.h"

/* "begin 644 plan.txt"; *name then is the last of it, which may be empty. */
static bool is_uu_header(struct base_slice line, struct base_slice *name) {
  if (!base_slice_begins(line, "begin ")) {
    return false;
  }
  size_t at = strlen("begin ");
  size_t digits = 0;
  while (at < line.size && line.bytes[at] >= '0' && line.bytes[at] <= '7') {
    at++;
    digits++;
  }
  *name = mail_trim(mail_skip(line, at));
  return digits >= 3 && digits <= 4 &&
         (at == line.size || line.bytes[at] == ' ');
}

/* A line of up to 45 bytes: their number, then four characters for three of
 * them. Blanks at the end may be lost, a checksum may follow. */
static bool is_uu_data(struct base_slice line) {
  for (size_t i = 0; i < line.size; i++) {
    if (line.bytes[i] < ' ' || line.bytes[i] > '`') {
      return false;
    }
  }
  size_t bytes = (size_t)(line.bytes[0] - ' ') & 63;
  return line.size - 1 <= (bytes + 2) / 3 * 4 + 1;
}

/* The end of the lines of a file whose header is line `i`. */
static size_t uu_end(const struct mail_page *page, size_t i) {
  size_t first = ++i;
  while (i < page->lines.count && mail_is_open(page, i) &&
         is_uu_data(mail_page_line(page, i))) {
    i++;
  }
  bool ends = i > first && i < page->lines.count &&
              base_slice_equals(mail_page_line(page, i), "end");
  return i > first ? i + ends : first - 1;
}

/* "=ybegin line=128 size=12 name=plan.txt" */
static bool is_yenc_header(struct base_slice line, struct base_slice *name) {
  static const char key[] = " name=";
  if (!base_slice_begins(line, "=ybegin ")) {
    return false;
  }
  for (size_t i = 0; i + sizeof key <= line.size; i++) {
    if (memcmp(line.bytes + i, key, sizeof key - 1) == 0) {
      *name = mail_trim(mail_skip(line, i + sizeof key - 1));
      return true;
    }
  }
  return false;
}

/* What goes on to a line that starts in a certain way. */
struct ending {
  const char *start;
  bool is_missing; /* in all lines to come: it is not looked for again */
};

/* The line behind the next such line; without one, `i`. */
static size_t end_behind(const struct mail_page *page, size_t i,
                         struct ending *ending) {
  for (size_t end = i; !ending->is_missing && end < page->lines.count; end++) {
    if (base_slice_begins(mail_page_line(page, end), ending->start)) {
      return end + 1;
    }
  }
  ending->is_missing = true;
  return i;
}

/* A signed text is text: what stands above it ends with a blank line. */
static size_t armor_header_end(const struct mail_page *page, size_t i) {
  do {
    i++;
  } while (i < page->lines.count && !page->lines.items[i].gap);
  return i;
}

static bool is_armor(struct base_slice line) {
  return base_slice_begins(line, "-----BEGIN ") && line.size > 16 &&
         base_slice_ends(line, "-----");
}

/* The end of a file that begins in line `i`, which is `i` when none does. */
static size_t file_end(const struct mail_page *page, size_t i,
                       struct ending *yenc, struct base_slice *name) {
  struct base_slice line = mail_page_line(page, i);
  if (is_uu_header(line, name)) {
    return uu_end(page, i);
  }
  return is_yenc_header(line, name) ? end_behind(page, i, yenc) : i;
}

static size_t armor_end(const struct mail_page *page, size_t i,
                        struct ending *armor) {
  struct base_slice line = mail_page_line(page, i);
  if (base_slice_equals(line, "-----BEGIN PGP SIGNED MESSAGE-----")) {
    return armor_header_end(page, i);
  }
  return is_armor(line) ? end_behind(page, i, armor) : i;
}

static void note_encrypted(const struct mail_page *page, size_t i, size_t end,
                           struct mail_hints *hints) {
  if (!hints->is_encrypted && end > i &&
      base_slice_equals(mail_page_line(page, i),
                        "-----BEGIN PGP MESSAGE-----")) {
    hints->is_encrypted = true;
    hints->encrypted = page->lines.items[i].start;
  }
}

void mail_mark_encoded(struct mail_page *page, struct mail_hints *hints) {
  struct ending yenc = {.start = "=yend "};
  struct ending armor = {.start = "-----END "};
  for (size_t i = 0; i < page->lines.count; i++) {
    struct base_slice name;
    if (!mail_has_trait(page, i, MAIL_STARTS_FILE) || !mail_is_open(page, i)) {
      continue;
    }
    size_t end = file_end(page, i, &yenc, &name);
    if (end > i) {
      mail_files_add(&hints->files, name);
    } else {
      end = armor_end(page, i, &armor);
      note_encrypted(page, i, end, hints);
    }
    mail_mark(page, i, end, COURTESY_ZONE_CODE);
  }
}
