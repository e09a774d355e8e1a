/* SPDX-License-Identifier: MIT */
/*
 * Excerpts of code and logs. Real text that is taken for code is text that
 * nobody looks at, so each pattern asks for marks that prose does not have.
 */
#include "mail/address.h"
#include "mail/line.h"
#include "mail/phrase.h"
#include "mail/stamp.h"
#include "mail/zones.h"

enum {
  LEAST_FENCE = 3,
  LARGEST_BLOCK = 500,  /* lines between braces; unclosed it is text */
  LEAST_CODE_LINES = 2, /* of an indented block, at least half of them code */
};

static char last_byte(struct base_slice line) {
  return line.bytes[line.size - 1];
}

static bool holds(struct base_slice line, const char *word) {
  size_t size = strlen(word);
  while (line.size >= size) {
    const char *first = memchr(line.bytes, word[0], line.size - size + 1);
    if (first == NULL) {
      return false;
    }
    if (memcmp(first, word, size) == 0) {
      return true;
    }
    line = mail_skip(line, (size_t)(first + 1 - line.bytes));
  }
  return false;
}

/* Fences ------------------------------------------------------------- */

static size_t fence_size(struct base_slice line) {
  size_t size = 0;
  while (size < line.size && (line.bytes[0] == '`' || line.bytes[0] == '~') &&
         line.bytes[size] == line.bytes[0]) {
    size++;
  }
  return size >= LEAST_FENCE ? size : 0;
}

/* Pairs of fences; one that is never closed is text. */
static void mark_fences(struct mail_page *page) {
  size_t open = page->lines.count;
  if ((page->traits & MAIL_STARTS_FENCE) == 0) {
    return;
  }
  for (size_t i = 0; i < page->lines.count; i++) {
    size_t size =
        mail_is_open(page, i) ? fence_size(mail_page_line(page, i)) : 0;
    if (!mail_is_open(page, i)) {
      open = page->lines.count;
    } else if (size > 0 && open == page->lines.count) {
      open = i;
    } else if (size > 0 && size == mail_page_line(page, i).size &&
               page->bytes[page->lines.items[i].start] ==
                   page->bytes[page->lines.items[open].start]) {
      mail_mark(page, open, i + 1, COURTESY_ZONE_CODE);
      open = page->lines.count;
    }
  }
}

/* Patches ------------------------------------------------------------ */

static bool starts_patch(const struct mail_page *page, size_t i) {
  if (!mail_has_trait(page, i, MAIL_STARTS_CODE)) {
    return false;
  }
  struct base_slice line = mail_page_line(page, i);
  switch (line.bytes[0]) {
  case '-':
    return base_slice_begins(line, "--- ") && i + 1 < page->lines.count &&
           base_slice_begins(mail_page_line(page, i + 1), "+++ ");
  case 'd':
    return base_slice_begins(line, "diff --git ");
  case '@':
    return base_slice_begins(line, "@@ -") && holds(line, " @@");
  default:
    return false;
  }
}

/* A patch goes on with marked, indented and header lines; a blank line ends
 * it unless a marked line follows. */
static bool goes_on_patch(const struct mail_page *page, size_t i) {
  const struct mail_line *at = &page->lines.items[i];
  struct base_slice line = mail_page_line(page, i);
  bool marked = at->indent == 0 && memchr("+-@", line.bytes[0], 3) != NULL;
  bool header = base_slice_begins(line, "index ") ||
                base_slice_begins(line, "diff ") ||
                base_slice_begins(line, "new file mode ") ||
                base_slice_begins(line, "deleted file mode ") ||
                base_slice_begins(line, "rename ") ||
                base_slice_begins(line, "similarity ");
  return marked || (!at->gap && (at->indent > 0 || header));
}

/* Single lines ------------------------------------------------------- */

/* "at com.acme.Mail.send(Mail.java:12)", "Caused by: java.io.IOException",
 * `  File "mail.py", line 3, in send`, "#0  0x00007f in send ()". */
static bool is_trace(struct base_slice line) {
  switch (line.bytes[0]) {
  case 'a':
    return base_slice_begins(line, "at ") && last_byte(line) == ')' &&
           holds(line, ".") && holds(line, "(");
  case '.':
    return base_slice_begins(line, "... ") &&
           mail_is_digit(line.bytes[4 < line.size ? 4 : 0]) &&
           holds(line, " more");
  case 'C':
    return base_slice_begins(line, "Caused by: ") &&
           (holds(line, "Exception") || holds(line, "Error"));
  case '#':
    return line.size > 2 && mail_is_digit(line.bytes[1]) && holds(line, " 0x");
  case 'T':
    return base_slice_begins(line, "Traceback (most recent call last)");
  case 'E':
    return base_slice_begins(line, "Exception in thread ");
  case 'F':
    return base_slice_begins(line, "File \"") && holds(line, "\", line ");
  default:
    return false;
  }
}

static bool is_name_byte(char byte) {
  return mail_is_letter(byte) || mail_is_digit(byte) || byte == '.' ||
         byte == '_' || byte == '$';
}

/* The first word, with two dots or more in it, names an error:
 * "java.io.IOException: no such file". */
static bool is_exception(struct base_slice line) {
  struct base_slice name = {line.bytes, 0};
  while (name.size < line.size && is_name_byte(line.bytes[name.size])) {
    name.size++;
  }
  bool ends = name.size == line.size || line.bytes[name.size] == ':';
  if (!ends || !mail_is_letter(line.bytes[0])) {
    return false;
  }
  size_t dots = 0;
  for (size_t i = 0; i < name.size; i++) {
    dots += name.bytes[i] == '.';
  }
  return dots >= 2 && (holds(name, "Exception") || holds(name, "Error"));
}

/* "2017-03-01 12:00:01,123 …", "[12:00:01] …", "Mar  1 12:00:01 host …": a
 * time with seconds, which people do not write. */
static bool is_log(struct base_slice line) {
  struct base_slice rest = line;
  if (rest.bytes[0] == '[' || rest.bytes[0] == '(') {
    rest = mail_skip(rest, 1);
  }
  size_t date = mail_date_size(rest);
  size_t month = date == 0 ? mail_phrases_size(rest, &mail_log_months) : 0;
  if (date + month == 0 && line.bytes[0] != '[') {
    return false;
  }
  rest = mail_skip(rest, date + month);
  if (month > 0) {
    rest = mail_trim(rest);
    rest = mail_skip(rest, mail_skip_digits(rest, 0));
  }
  if (date > 0 && rest.size > 0 && rest.bytes[0] == 'T') {
    rest = mail_skip(rest, 1);
  }
  rest = mail_trim(rest);
  bool seconds = false;
  size_t time = mail_time_size(rest, &seconds);
  return time > 0 && seconds && time < rest.size && last_byte(line) != ':';
}

/* "$ make check". */
static bool is_bare_prompt(struct base_slice line) {
  char next = line.size > 2 ? line.bytes[2] : ' ';
  return base_slice_begins(line, "$ ") &&
         (next == '.' || next == '/' || (next >= 'a' && next <= 'z'));
}

/* "ana@host:~$ make", "C:\mail> dir". */
static bool is_prompt(struct base_slice line) {
  struct base_slice word = {line.bytes, 0};
  while (word.size < line.size && line.bytes[word.size] > ' ') {
    word.size++;
  }
  char mark = word.size > 0 ? last_byte(word) : ' ';
  if (mark == '$' || mark == '#') {
    return word.size < line.size && holds(mail_skip(word, 1), "@") &&
           holds(word, ":");
  }
  return mark == '>' && word.size > 3 && mail_is_letter(word.bytes[0]) &&
         word.bytes[1] == ':' && word.bytes[2] == '\\';
}

/* Times and prompts hold a colon. */
static bool is_code_line(const struct mail_page *page, size_t i) {
  struct base_slice line = mail_page_line(page, i);
  if (mail_has_trait(page, i, MAIL_STARTS_CODE) &&
      (is_trace(line) || is_bare_prompt(line))) {
    return true;
  }
  return (mail_has_trait(page, i, MAIL_STARTS_NAME) && is_exception(line)) ||
         (mail_has_trait(page, i, MAIL_HAS_COLON) &&
          (is_log(line) || is_prompt(line)));
}

/* Indented blocks ---------------------------------------------------- */

/* The byte that makes a mark of code with the one before it. */
static const char mark_ends[256] = {
    ['('] = ')', [')'] = ';', ['-'] = '>', [':'] = ':', ['='] = '=',
    ['!'] = '=', ['<'] = '/', ['/'] = '>', ['{'] = '}', ['&'] = '&',
};

/* Two bytes of these, "=>" or " = ". */
static bool holds_code_mark(struct base_slice line) {
  for (size_t i = 0; i + 1 < line.size; i++) {
    char byte = line.bytes[i];
    char next = line.bytes[i + 1];
    char end = mark_ends[(unsigned char)byte];
    if (end == '\0') {
      continue;
    }
    bool assigns =
        byte == '=' && next == ' ' && i > 0 && line.bytes[i - 1] == ' ';
    if (next == end || (byte == '=' && next == '>') || assigns) {
      return true;
    }
  }
  return false;
}

static bool is_tag(struct base_slice line) {
  return line.size > 2 && line.bytes[0] == '<' &&
         (mail_is_letter(line.bytes[1]) || line.bytes[1] == '!') &&
         last_byte(line) == '>' && !mail_holds_address(line);
}

static bool looks_like_code(struct base_slice line) {
  char last = last_byte(line);
  return last == ';' || last == '{' || last == '}' || is_tag(line) ||
         base_slice_begins(line, "//") || base_slice_begins(line, "/*") ||
         base_slice_begins(line, "#include") || holds_code_mark(line);
}

/* The end of the run of indented lines from `i`; *code counts those that look
 * like code. */
static size_t indented_end(const struct mail_page *page, size_t i,
                           size_t *code) {
  *code = 0;
  while (i < page->lines.count && mail_is_open(page, i) &&
         mail_has_trait(page, i, MAIL_IS_INDENTED)) {
    *code += looks_like_code(mail_page_line(page, i));
    i++;
  }
  return i;
}

static void mark_indented(struct mail_page *page) {
  size_t end = 0;
  if ((page->traits & MAIL_IS_INDENTED) == 0) {
    return;
  }
  for (size_t i = 0; i < page->lines.count; i = end + 1) {
    size_t code = 0;
    end = indented_end(page, i, &code);
    size_t lines = end - i;
    if (lines >= LEAST_CODE_LINES && code * 2 >= lines) {
      mail_mark(page, i, end, COURTESY_ZONE_CODE);
    }
  }
}

/* Blocks in braces --------------------------------------------------- */

static int balance_of(struct base_slice line) {
  int balance = 0;
  for (size_t i = 0; i < line.size; i++) {
    balance += (line.bytes[i] == '{') - (line.bytes[i] == '}');
  }
  return balance;
}

/* From a line that ends with an opening brace to the one that closes it, if
 * half of the lines look like code, or go on with a comma as data do. */
static void mark_braces(struct mail_page *page) {
  size_t start = 0;
  size_t code = 0;
  int depth = 0; /* 0: no block is open */
  if ((page->traits & MAIL_ENDS_BRACE) == 0) {
    return;
  }
  for (size_t i = 0; i < page->lines.count; i++) {
    struct base_slice line = mail_page_line(page, i);
    if (!mail_is_open(page, i) || (depth == 0 && last_byte(line) != '{')) {
      depth = 0;
      continue;
    }
    if (depth == 0) {
      start = i;
      code = 0;
    }
    depth += balance_of(line);
    code += last_byte(line) == ',' || looks_like_code(line);
    if (depth == 0 && i > start && code * 2 > i - start) {
      mail_mark(page, start, i + 1, COURTESY_ZONE_CODE);
    }
    depth = depth < 0 || i - start >= LARGEST_BLOCK ? 0 : depth;
  }
}

/* Patches, and lines that are code by themselves. */
static void mark_lines(struct mail_page *page) {
  enum { MAY_BE_CODE = MAIL_STARTS_CODE | MAIL_STARTS_NAME | MAIL_HAS_COLON };
  bool patch = false;
  for (size_t i = 0; i < page->lines.count; i++) {
    if (!patch && !mail_has_trait(page, i, MAY_BE_CODE)) {
      continue;
    }
    bool is_open = mail_is_open(page, i);
    patch = is_open && (patch ? goes_on_patch(page, i) : starts_patch(page, i));
    if (patch || (is_open && is_code_line(page, i))) {
      mail_mark(page, i, i + 1, COURTESY_ZONE_CODE);
    }
  }
}

void mail_mark_code(struct mail_page *page) {
  mark_fences(page);
  mark_indented(page);
  mark_lines(page);
  mark_braces(page); /* last: patches hold halves of blocks */
}
