/* SPDX-License-Identifier: MIT */
#include "text/scan.h"

#include "text/byte_class.h"
#include "text/unicode.h"
#include "text/word_break.h"

#include <string.h>

enum { EN_DASH = 0x2013, EM_DASH = 0x2014, ELLIPSIS = 0x2026 };

static bool is_blank_at(const struct text_scan *scan, uint32_t at) {
  if (at >= scan->end) {
    return true;
  }
  uint32_t code;
  text_decode(scan->bytes + at, scan->end - at, &code);
  return text_is_blank(code);
}

static uint32_t run_end(const struct text_scan *scan) {
  uint32_t end = scan->at + 1;
  while (end < scan->end && scan->bytes[end] == scan->bytes[scan->at]) {
    end++;
  }
  return end;
}

static bool add(struct text_scan *scan, enum text_token_kind kind,
                uint32_t end) {
  return text_scan_add(scan, kind, scan->at, end) != NULL;
}

static bool add_punctuation(struct text_scan *scan, uint32_t mark,
                            uint32_t end) {
  struct text_token *token =
      text_scan_add(scan, TEXT_PUNCTUATION, scan->at, end);
  if (token == NULL) {
    return false;
  }
  token->mark = (uint16_t)mark;
  return true;
}

static bool add_quote(struct text_scan *scan, uint32_t mark, uint32_t end) {
  struct text_token *token = text_scan_add(scan, TEXT_SKIPPED, scan->at, end);
  if (token == NULL) {
    return false;
  }
  token->mark = (uint16_t)mark;
  token->flags |= TEXT_QUOTE_MARK;
  return true;
}

/* Where :-) ;D =( :'( and their like end; 0 when there is none. Without a
 * nose, letters and slashes make a mouth only behind a blank ("a:D"). */
static uint32_t smiley_end(const struct text_scan *scan) {
  const char *bytes = scan->bytes;
  uint32_t at = scan->at + 1;
  bool nose =
      at < scan->end && strchr("-'^", bytes[at]) != NULL && bytes[at] != '\0';
  at += nose ? 1 : 0;
  if (at >= scan->end || bytes[at] == '\0') {
    return 0;
  }
  char mouth = bytes[at];
  bool plain = strchr(")(][", mouth) != NULL;
  if (!plain &&
      (strchr("DPpOo/\\|*3", mouth) == NULL || !(scan->blank || nose))) {
    return 0;
  }
  while (at < scan->end && bytes[at] == mouth) {
    at++;
  }
  return text_scan_is_word_at(scan, at) ? 0 : at;
}

static bool add_emoji(struct text_scan *scan, uint32_t end, bool smiles) {
  struct text_token *token = text_scan_add(scan, TEXT_EMOJI, scan->at, end);
  if (token == NULL) {
    return false;
  }
  token->mark = smiles ? TEXT_SMILE : 0;
  return true;
}

/* Of the eyes and the mouth of a smiley: not :( :/ :o and the like. */
static bool add_smiley(struct text_scan *scan, uint32_t end) {
  bool smiles = strchr(")]DPp3*", scan->bytes[end - 1]) != NULL;
  return add_emoji(scan, end, smiles);
}

/* A face that smiles, laughs or winks, and no other: 🙄 and 😡 do not. */
static bool smiles(uint32_t code) {
  return (code >= 0x1F600 && code <= 0x1F60F) || /* 😀 … 😏 */
         (code >= 0x1F617 && code <= 0x1F61D) || /* 😗 … 😝 */
         (code >= 0x1F638 && code <= 0x1F63B) || /* cats */
         code == 0x1F642 || code == 0x1F643 || code == 0x1F648 ||
         code == 0x1F917 || code == 0x1F923 || code == 0x1F929 ||
         code == 0x1F92A || code == 0x1F92D || code == 0x1F970 ||
         code == 0x1F973 || code == TEXT_SMILE;
}

/* * and _ around words are emphasis; alone, or in long runs, they are not. */
static bool add_emphasis(struct text_scan *scan) {
  enum { LONGEST = 3 }; /* ***both*** */
  uint32_t end = run_end(scan);
  bool alone = scan->blank && is_blank_at(scan, end);
  bool emphasis = !alone && end - scan->at <= LONGEST;
  return add(scan, emphasis ? TEXT_SKIPPED : TEXT_OTHER, end);
}

static bool is_capital_at(const struct text_scan *scan, uint32_t at) {
  return at < scan->end && scan->bytes[at] >= 'A' && scan->bytes[at] <= 'Z';
}

/* Whether a hyphen that ends at `end`, where no word begins, parts as a dash
 * does: "All- The list is here", but not "pre- and post". */
static bool is_loose_dash(const struct text_scan *scan, uint32_t end) {
  uint32_t at = end;
  while (at < scan->end && scan->bytes[at] == ' ') {
    at++;
  }
  return is_capital_at(scan, at);
}

/* Where the next line begins when nothing but blanks stands on this one from
 * `at` on: at scan->end when there is none; 0 when something does. */
static uint32_t next_line(const struct text_scan *scan, uint32_t at) {
  bool ended = false;
  while (at < scan->end && is_blank_at(scan, at)) {
    ended |= scan->bytes[at] == '\n' || scan->bytes[at] == '\r';
    uint32_t code;
    at += text_decode(scan->bytes + at, scan->end - at, &code);
  }
  return ended || at == scan->end ? at : 0;
}

/* Between words, or at the end of the line: whether a word follows there, the
 * next line tells. */
static bool add_hyphen(struct text_scan *scan, uint32_t end) {
  bool behind_word = text_scan_follows_word(scan);
  uint32_t next = text_scan_is_word_at(scan, end) ? end : next_line(scan, end);
  if (!behind_word || next == 0) {
    bool dash = behind_word && is_loose_dash(scan, end);
    return add_punctuation(scan, dash ? EN_DASH : '-', end);
  }
  if (!add(scan, TEXT_HYPHEN, end)) {
    return false;
  }
  scan->hyphen = scan->count;
  scan->at = next;
  scan->blank = next > end;
  return true;
}

/* - between blanks is a dash, before a capital also in "Thanks -Eva"; so is --
 * anywhere; -> is an arrow and ----- a ruler. */
static bool add_hyphens(struct text_scan *scan) {
  enum { LONGEST_DASH = 3 };
  uint32_t end = run_end(scan);
  if (end < scan->end && scan->bytes[end] == '>') {
    return add(scan, TEXT_OTHER, end + 1);
  }
  if (end - scan->at > LONGEST_DASH) {
    return add(scan, TEXT_OTHER, end);
  }
  if (end - scan->at > 1) {
    return add_punctuation(scan, EM_DASH, end);
  }
  if (scan->blank && (is_blank_at(scan, end) || is_capital_at(scan, end))) {
    return add_punctuation(scan, EN_DASH, end);
  }
  return add_hyphen(scan, end);
}

static bool add_at_sign(struct text_scan *scan) {
  if (text_scan_is_word_at(scan, scan->at + 1)) {
    bool found;
    if (!text_scan_address(scan, &found)) {
      return false;
    }
    if (found) {
      return true;
    }
  }
  return add(scan, TEXT_OTHER, scan->at + 1);
}

static bool add_full_stops(struct text_scan *scan) {
  uint32_t end = run_end(scan);
  return add_punctuation(scan, end - scan->at > 1 ? ELLIPSIS : '.', end);
}

static bool add_colons(struct text_scan *scan, char byte) {
  uint32_t end = smiley_end(scan);
  return end != 0 ? add_smiley(scan, end)
                  : add_punctuation(scan, (unsigned char)byte, run_end(scan));
}

static bool add_equals_signs(struct text_scan *scan) {
  uint32_t end = scan->blank ? smiley_end(scan) : 0;
  return end != 0 ? add_smiley(scan, end)
                  : add(scan, TEXT_OTHER, run_end(scan));
}

/* <3 is a heart. */
static bool add_angle(struct text_scan *scan) {
  bool heart = scan->end - scan->at >= 2 && scan->bytes[scan->at + 1] == '3' &&
               !text_scan_is_word_at(scan, scan->at + 2);
  return heart ? add_emoji(scan, scan->at + 2, true)
               : add(scan, TEXT_BRACKET, scan->at + 1);
}

/* One that may quote. */
static bool open_quote(struct text_scan *scan, uint32_t mark, uint32_t end) {
  scan->quotes = true;
  return add_quote(scan, mark, end);
}

static bool add_ascii(struct text_scan *scan) {
  char byte = scan->bytes[scan->at];
  switch (byte) {
  case '.':
    return add_full_stops(scan);
  case ':':
  case ';':
    return add_colons(scan, byte);
  case ',':
  case '?':
  case '!':
  case '/':
  case '&':
    return add_punctuation(scan, (unsigned char)byte, run_end(scan));
  case '-':
    return add_hyphens(scan);
  case '"':
    return open_quote(scan, '"', scan->at + 1);
  case '\'':
    return add_quote(scan, '\'', run_end(scan));
  case '`':
    return open_quote(scan, '`', run_end(scan));
  case '*':
  case '_':
    return add_emphasis(scan);
  case '<':
    return add_angle(scan);
  case '(':
  case ')':
  case '[':
  case ']':
  case '{':
  case '}':
  case '>':
    return add(scan, TEXT_BRACKET, scan->at + 1);
  case '@':
    return add_at_sign(scan);
  case '=':
    return add_equals_signs(scan);
  default:
    return add(scan, TEXT_OTHER, run_end(scan));
  }
}

/* The mark that a phrase names when it means this one, or 0. */
static uint32_t punctuation_of(uint32_t code) {
  switch (code) {
  case ELLIPSIS:
    return ELLIPSIS;
  case 0x2012:
  case EN_DASH:
    return EN_DASH;
  case EM_DASH:
  case 0x2015:
    return EM_DASH;
  case 0x61F: /* Arabic */
  case 0x37E: /* Greek */
  case 0x2047:
  case 0x2048:
  case 0xFF1F: /* fullwidth */
    return '?';
  case 0x203C:
  case 0x2049:
  case 0xFF01:
    return '!';
  case 0x589:  /* Armenian */
  case 0x6D4:  /* Urdu */
  case 0x964:  /* Devanagari */
  case 0x3002: /* ideographic */
  case 0xFF0E:
  case 0xFF61:
    return '.';
  case 0x60C:
  case 0x3001: /* ideographic */
  case 0xFF0C:
  case 0xFF64:
    return ',';
  case 0x61B:
  case 0xFF1B:
    return ';';
  case 0xFF1A:
    return ':';
  default:
    return 0;
  }
}

/* An emoji with what belongs to it, or a run of a sign. */
static bool add_other(struct text_scan *scan, uint32_t code, uint32_t end) {
  if (text_is_emoji(code)) {
    end = (uint32_t)text_word_break_after(scan->bytes, scan->end, scan->at,
                                          TEXT_WORD_TYPED);
    return add_emoji(scan, end, smiles(code));
  }
  while (end < scan->end) {
    uint32_t next;
    uint32_t length = text_decode(scan->bytes + end, scan->end - end, &next);
    if (next != code && !text_is_mark(next)) {
      break;
    }
    end += length;
  }
  return add(scan, TEXT_OTHER, end);
}

static bool add_high(struct text_scan *scan) {
  uint32_t code;
  uint32_t end = scan->at + text_decode(scan->bytes + scan->at,
                                        scan->end - scan->at, &code);
  uint32_t mark = punctuation_of(code);
  if (mark != 0) {
    return add_punctuation(scan, mark, end);
  }
  switch (code) {
  case 0x2010:
  case 0x2011:
    return add_hyphen(scan, end);
  case 0xAB: /* « » “ ” „ ‟ */
  case 0xBB:
  case 0x201C:
  case 0x201D:
  case 0x201E:
  case 0x201F:
    return open_quote(scan, code, end);
  case 0xB4: /* ´ ‘ ’ ‚ ‛ ‹ › */
  case 0x2018:
  case 0x2019:
  case 0x201A:
  case 0x201B:
  case 0x2039:
  case 0x203A:
    return add_quote(scan, '\'', end);
  case 0xA1: /* ¡ ¿ open a Spanish sentence */
  case 0xBF:
    return add(scan, TEXT_SKIPPED, end);
  case TEXT_OBJECT_REPLACEMENT:
    return text_scan_add_word(scan, TEXT_PLACEHOLDER, scan->at, end) != NULL;
  default:
    return add_other(scan, code, end);
  }
}

bool text_scan_mark(struct text_scan *scan) {
  if (!text_byte_is(scan->bytes[scan->at], TEXT_BYTE_HIGH)) {
    return add_ascii(scan);
  }
  uint32_t code;
  uint32_t length =
      text_decode(scan->bytes + scan->at, scan->end - scan->at, &code);
  if (text_is_letter(code)) {
    return text_scan_word(scan);
  }
  if (text_is_digit(code)) {
    return text_scan_number(scan);
  }
  if (text_is_blank(code)) {
    scan->at += length;
    scan->blank = true;
    return true;
  }
  if (text_is_ignorable(code)) {
    scan->at += length;
    return true;
  }
  return add_high(scan);
}
