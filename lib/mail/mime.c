/* SPDX-License-Identifier: MIT */
#include "mail/mime.h"

#include "base/line_end.h"
#include "mail/line.h"
#include "mail/part.h"
#include "mail/phrase.h"

enum { MOST_LINE_END = 3 }; /* bytes: CR CR LF */

/* A part that is not closed yet. */
struct frame {
  uint32_t part;
  struct base_slice boundary; /* empty: none is looked for */
  bool is_digest;
};

struct reader {
  struct base_slice mail;
  struct base_arena *arena;
  struct mail_structure *structure;
  struct frame stack[MAIL_NESTING_MAX + 1]; /* the last may be a leaf */
  size_t depth;
};

/* The line "--boundary" or "--boundary--". */
struct delimiter {
  size_t start; /* of the line end before it, which is its own */
  size_t next;  /* after the line */
  size_t frame;
  bool closes;
};

static void add_trouble(struct reader *reader, const char *code,
                        const char *message, size_t offset) {
  mail_troubles_add(&reader->structure->troubles,
                    (struct mail_trouble){code, message, offset});
}

/* Whether a line, without its two hyphens, is a boundary of that frame. */
static bool is_boundary(const struct frame *frame, struct base_slice line,
                        bool *closes) {
  size_t size = frame->boundary.size;
  if (size == 0 || line.size < size ||
      memcmp(line.bytes, frame->boundary.bytes, size) != 0) {
    return false;
  }
  struct base_slice rest = mail_skip(line, size);
  *closes = base_slice_begins(rest, "--");
  return mail_trim(mail_skip(rest, *closes ? 2 : 0)).size == 0;
}

static bool match_line(const struct reader *reader, size_t at,
                       struct delimiter *delimiter) {
  struct base_slice rest = mail_skip(reader->mail, at);
  size_t next;
  struct base_slice line = {rest.bytes, mail_line_size(rest, &next)};
  for (size_t i = reader->depth; i > 0; i--) {
    if (is_boundary(&reader->stack[i - 1], mail_skip(line, 2),
                    &delimiter->closes)) {
      delimiter->start = at;
      delimiter->next = at + next;
      delimiter->frame = i - 1;
      return true;
    }
  }
  return false;
}

static bool starts_line(const struct reader *reader, size_t from, size_t at) {
  char before = at == 0 ? '\n' : reader->mail.bytes[at - 1];
  return at == from || before == '\n' || before == '\r';
}

/* Takes the line end before a delimiter into it. */
static void widen(const struct reader *reader, size_t from,
                  struct delimiter *delimiter) {
  const char *bytes = reader->mail.bytes;
  size_t least = from + MOST_LINE_END < delimiter->start
                     ? delimiter->start - MOST_LINE_END
                     : from;
  for (size_t at = least; at < delimiter->start; at++) {
    struct base_slice end = {bytes + at, delimiter->start - at};
    if (base_line_end_size(end) == end.size) {
      delimiter->start = at;
    }
  }
}

static bool has_boundary(const struct reader *reader) {
  for (size_t i = 0; i < reader->depth; i++) {
    if (reader->stack[i].boundary.size > 0) {
      return true;
    }
  }
  return false;
}

/* The next delimiter in mail[from, end); `from` starts a line. */
static bool find_delimiter(const struct reader *reader, size_t from, size_t end,
                           struct delimiter *delimiter) {
  if (!has_boundary(reader)) {
    return false;
  }
  struct base_slice text = {reader->mail.bytes, end};
  for (size_t at = from; at < end; at++) {
    at += base_slice_find(mail_skip(text, at), '-');
    if (base_slice_has(text, at + 1, '-') && starts_line(reader, from, at) &&
        match_line(reader, at, delimiter)) {
      widen(reader, from, delimiter);
      return true;
    }
  }
  return false;
}

static struct mail_part *part_of(const struct reader *reader, size_t frame) {
  return &reader->structure->parts.items[reader->stack[frame].part];
}

/* What has no part in it is read as text, so that nothing goes unseen. */
static void mend_empty_multipart(struct reader *reader,
                                 struct mail_part *part) {
  if (part->media != MAIL_MEDIA_MULTIPART ||
      &reader->structure->parts.items[part->end - 1] != part ||
      mail_trim(part->body).size == 0) {
    return;
  }
  part->media = MAIL_MEDIA_PLAIN;
  add_trouble(reader, "damaged-multipart",
              "a mail of several parts has no boundary between them",
              (size_t)(part->body.bytes - reader->mail.bytes));
}

/* Ends all parts above that many. */
static void close_parts(struct reader *reader, size_t depth, size_t offset) {
  while (reader->depth > depth) {
    reader->depth--;
    struct mail_part *part = part_of(reader, reader->depth);
    const char *end = reader->mail.bytes + offset;
    part->body.size =
        end > part->body.bytes ? (size_t)(end - part->body.bytes) : 0;
    part->end = (uint32_t)reader->structure->parts.count;
    mend_empty_multipart(reader, part);
  }
}

static bool is_container(const struct mail_part *part) {
  return part->media == MAIL_MEDIA_MULTIPART ||
         (part->media == MAIL_MEDIA_MESSAGE && part->transfer == MAIL_VERBATIM);
}

static struct base_slice boundary_of(const struct mail_part *part) {
  return mail_trim(base_slice_of(part->boundary == NULL ? "" : part->boundary));
}

/* Adds the part with that header and puts it on the stack. Whether another
 * one follows in it at once: the mail in a message/rfc822. */
static bool add_part(struct reader *reader, const struct mail_fields *fields,
                     size_t body) {
  struct mail_part_list *parts = &reader->structure->parts;
  bool is_first = reader->depth == 0;
  const struct frame *above =
      is_first ? NULL : &reader->stack[reader->depth - 1];
  bool in_digest = above != NULL && above->is_digest;
  struct mail_part *part = mail_part_list_push(parts);
  if (part == NULL) {
    return false;
  }
  mail_part_describe(part, fields, in_digest ? "message/rfc822" : "text/plain",
                     reader->arena);
  part->parent = is_first ? 0 : above->part;
  part->depth = (uint32_t)reader->depth;
  part->body = (struct base_slice){reader->mail.bytes + body, 0};
  if (is_container(part) && reader->depth == MAIL_NESTING_MAX) {
    part->media = MAIL_MEDIA_OTHER;
    add_trouble(reader, "nesting-limit",
                "parts are nested too deep, the inner ones were not read",
                body);
  }
  struct frame *frame = &reader->stack[reader->depth++];
  *frame = (struct frame){.part = (uint32_t)parts->count - 1};
  if (part->media == MAIL_MEDIA_MULTIPART) {
    frame->boundary = boundary_of(part);
    frame->is_digest = mail_part_is(part, "multipart/digest");
  }
  return part->media == MAIL_MEDIA_MESSAGE && is_container(part);
}

/* Reads the header at `at`; a delimiter ends it like a blank line. Returns
 * the offset of the body. */
static size_t read_header(struct reader *reader, size_t at,
                          struct mail_fields *fields) {
  struct base_slice rest = mail_skip(reader->mail, at);
  struct delimiter delimiter;
  size_t limit;
  size_t body = mail_header_read(rest, fields, &limit);
  if (find_delimiter(reader, at, at + body, &delimiter)) {
    rest.size = delimiter.start - at;
    *fields = (struct mail_fields){0};
    body = mail_header_read(rest, fields, &limit);
  }
  if (limit != SIZE_MAX) {
    add_trouble(reader, "header-limit",
                "a header is too long, its end was not read", at + limit);
  }
  return at + body;
}

/* Opens the part at `at`, and those that begin in it at once. Returns where
 * to look for the next delimiter. */
static size_t open_part(struct reader *reader, size_t at) {
  for (bool goes_on = true; goes_on;) {
    struct mail_fields fields = {0};
    at = read_header(reader, at, &fields);
    goes_on = add_part(reader, &fields, at) &&
              reader->structure->parts.count < MAIL_PARTS_MAX;
  }
  return at;
}

void mail_structure_read(struct base_slice mail, size_t body,
                         const struct mail_fields *fields,
                         struct base_arena *arena,
                         struct mail_structure *structure) {
  struct reader reader; /* whose stack is large, and empty */
  reader.mail = mail;
  reader.arena = arena;
  reader.structure = structure;
  reader.depth = 0;
  size_t at = body;
  struct delimiter delimiter;
  if (add_part(&reader, fields, body)) {
    at = open_part(&reader, body);
  }
  while (!structure->parts.failed && !arena->failed &&
         find_delimiter(&reader, at, mail.size, &delimiter)) {
    close_parts(&reader, delimiter.frame + 1, delimiter.start);
    at = delimiter.next;
    if (structure->parts.count == MAIL_PARTS_MAX) {
      add_trouble(&reader, "part-limit",
                  "there are too many parts, the last ones were not read", at);
      break;
    }
    if (delimiter.closes) {
      reader.stack[delimiter.frame].boundary.size = 0;
    } else {
      at = open_part(&reader, at);
    }
  }
  close_parts(&reader, 0, mail.size);
}

void mail_structure_destroy(struct mail_structure *structure) {
  mail_part_list_destroy(&structure->parts);
  mail_troubles_destroy(&structure->troubles);
}
