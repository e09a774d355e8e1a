/* SPDX-License-Identifier: MIT */
/* From lexemes to a tree. Open brackets lie on a stack of their own. */
#include "rules/phrase_tree.h"

#include "text/token.h"

#include <string.h>

struct phrase_node *phrase_node_new(struct phrase_compiler *compiler,
                                    enum phrase_node_kind kind,
                                    const struct phrase_lexeme *lexeme) {
  struct phrase_node *node = base_arena_alloc(&compiler->scratch, sizeof *node);
  if (node == NULL) {
    compiler->failed = true;
    return NULL;
  }
  node->kind = kind;
  node->offset = lexeme->offset;
  node->end = lexeme->end;
  return node;
}

void phrase_node_append(struct phrase_node *parent, struct phrase_node *child) {
  if (parent->last == NULL) {
    parent->first = child;
  } else {
    parent->last->next = child;
  }
  parent->last = child;
}

/* A bracket whose alternatives are being read. */
struct frame {
  struct phrase_node *choice;
  struct phrase_node *sequence; /* the alternative that grows */
  uint32_t open;                /* ( or [ */
};

struct parser {
  struct phrase_compiler *compiler;
  const char *text;
  struct frame frames[PHRASE_DEPTH + 1]; /* frames[0] is the whole phrase */
  size_t depth;
};

static struct frame *top(struct parser *parser) {
  return &parser->frames[parser->depth];
}

static struct phrase_node *atom(struct phrase_compiler *compiler,
                                const struct phrase_lexeme *lexeme,
                                enum rules_operation operation,
                                uint32_t argument) {
  struct phrase_node *node = phrase_node_new(compiler, PHRASE_ATOM, lexeme);
  if (node != NULL) {
    node->operation = operation;
    node->argument = argument;
  }
  return node;
}

/* One to `most` atoms of a kind, or none at all when `optional`:
 * `[* [* [*]]]`. */
static struct phrase_node *repeat(struct phrase_compiler *compiler,
                                  const struct phrase_lexeme *lexeme,
                                  enum rules_operation operation, unsigned most,
                                  bool optional) {
  struct phrase_node *inner = NULL;
  for (unsigned left = most; left > 0; left--) {
    struct phrase_node *sequence =
        phrase_node_new(compiler, PHRASE_SEQUENCE, lexeme);
    struct phrase_node *one = atom(compiler, lexeme, operation, 0);
    struct phrase_node *choice =
        phrase_node_new(compiler, PHRASE_CHOICE, lexeme);
    if (sequence == NULL || one == NULL || choice == NULL) {
      return NULL;
    }
    phrase_node_append(sequence, one);
    if (inner != NULL) {
      phrase_node_append(sequence, inner);
    }
    phrase_node_append(choice, sequence);
    choice->optional = optional || left > 1;
    inner = choice;
  }
  return inner;
}

static struct phrase_node *parse_word(struct phrase_compiler *compiler,
                                      const struct phrase_lexeme *lexeme) {
  uint32_t word = text_vocabulary_add(compiler->vocabulary, lexeme->slice);
  if (word == TEXT_NO_WORD) {
    compiler->failed = true;
    return NULL;
  }
  return atom(compiler, lexeme, RULES_WORD, word);
}

/* `=IT` is the word, and then the question how it was spelled. */
static struct phrase_node *parse_spelling(struct parser *parser,
                                          const struct phrase_lexeme *lexeme) {
  struct phrase_compiler *compiler = parser->compiler;
  struct phrase_node *word = parse_word(compiler, lexeme);
  uint32_t spelling = 0;
  if (word == NULL) {
    return NULL;
  }
  if (!rules_code_add_spelling(compiler->code, compiler->arena,
                               lexeme->slice.bytes, lexeme->slice.size,
                               &spelling)) {
    compiler->failed = true;
    return NULL;
  }
  phrase_node_append(top(parser)->sequence, word);
  return atom(compiler, lexeme, RULES_SPELLED, spelling);
}

/* `<step>` is a ^, and then the question what begins there. */
static struct phrase_node *parse_step(struct parser *parser,
                                      const struct phrase_lexeme *lexeme) {
  struct phrase_compiler *compiler = parser->compiler;
  struct phrase_node *start =
      atom(compiler, lexeme, RULES_AT_SENTENCE_START, 0);
  if (start == NULL) {
    return NULL;
  }
  compiler->has_edges = true;
  phrase_node_append(top(parser)->sequence, start);
  return atom(compiler, lexeme, RULES_IN_STEP, 0);
}

static struct phrase_node *parse_class(struct parser *parser,
                                       const struct phrase_lexeme *lexeme) {
  struct phrase_compiler *compiler = parser->compiler;
  static const struct {
    const char *name;
    enum rules_operation operation;
    uint32_t argument;
  } classes[] = {
      {"Name", RULES_NAME, 0},
      {"Capital", RULES_CAPITAL, 0},
      {"number", RULES_CLASS, TEXT_NUMBER},
      {"url", RULES_CLASS, TEXT_URL},
      {"address", RULES_CLASS, TEXT_ADDRESS},
      {"placeholder", RULES_CLASS, TEXT_PLACEHOLDER},
      {"smile", RULES_CLASS, TEXT_EMOJI},
  };
  enum { LONGEST_NAME = 3 }; /* words of a <Name> */
  if (base_slice_equals(lexeme->slice, "step")) {
    return parse_step(parser, lexeme);
  }
  for (size_t i = 0; i < sizeof classes / sizeof classes[0]; i++) {
    if (!base_slice_equals(lexeme->slice, classes[i].name)) {
      continue;
    }
    if (classes[i].operation == RULES_NAME) {
      return repeat(compiler, lexeme, RULES_NAME, LONGEST_NAME, false);
    }
    return atom(compiler, lexeme, classes[i].operation, classes[i].argument);
  }
  phrase_mistake(
      compiler, lexeme->offset,
      "there is no class <%.*s>; there are <Name>, <Capital>, "
      "<number>, <url>, <address>, <placeholder>, <smile> and <step>",
      (int)lexeme->slice.size, lexeme->slice.bytes);
  return NULL;
}

static struct phrase_node *parse_possessive(
    struct parser *parser, const struct phrase_lexeme *lexeme) {
  const struct phrase_node *before = top(parser)->sequence->last;
  bool is_name =
      before != NULL &&
      (before->kind != PHRASE_ATOM || before->operation <= RULES_CLASS) &&
      !(before->kind == PHRASE_CHOICE && before->optional);
  if (!is_name) {
    phrase_mistake(parser->compiler, lexeme->offset,
                   "'s stands straight behind a word, a class or a list");
    return NULL;
  }
  return atom(parser->compiler, lexeme, RULES_WORD, TEXT_POSSESSIVE);
}

/* What stands by itself: everything but brackets and bars. */
static struct phrase_node *parse_element(struct parser *parser,
                                         const struct phrase_lexeme *lexeme) {
  enum { MOST_ANY = 3 }; /* words that ** stands for */
  struct phrase_compiler *compiler = parser->compiler;
  compiler->has_edges |=
      lexeme->kind == PHRASE_START || lexeme->kind == PHRASE_STOP;
  switch (lexeme->kind) {
  case PHRASE_WORD:
    return parse_word(compiler, lexeme);
  case PHRASE_EXACT:
    return parse_spelling(parser, lexeme);
  case PHRASE_FORMS:
    return phrase_expand_forms(compiler, lexeme);
  case PHRASE_LIST:
    return phrase_expand_list(compiler, lexeme);
  case PHRASE_CLASS:
    return parse_class(parser, lexeme);
  case PHRASE_POSSESSIVE:
    return parse_possessive(parser, lexeme);
  case PHRASE_HYPHEN:
    return atom(compiler, lexeme, RULES_HYPHEN, 0);
  case PHRASE_MARK:
    return atom(compiler, lexeme, RULES_MARK, lexeme->mark);
  case PHRASE_ANY:
    return lexeme->mark == 1
               ? atom(compiler, lexeme, RULES_ANY, 0)
               : repeat(compiler, lexeme, RULES_ANY, MOST_ANY, true);
  case PHRASE_START:
    return atom(
        compiler, lexeme,
        lexeme->mark == 1 ? RULES_AT_SENTENCE_START : RULES_AT_TEXT_START, 0);
  case PHRASE_STOP:
    return atom(compiler, lexeme,
                lexeme->mark == 1 ? RULES_AT_SENTENCE_END : RULES_AT_TEXT_END,
                0);
  default:
    return NULL;
  }
}

static bool open_bracket(struct parser *parser,
                         const struct phrase_lexeme *lexeme) {
  struct phrase_compiler *compiler = parser->compiler;
  if (parser->depth == PHRASE_DEPTH) {
    return phrase_mistake(compiler, lexeme->offset,
                          "brackets lie in brackets more than %d deep",
                          PHRASE_DEPTH);
  }
  struct frame frame = {
      .choice = phrase_node_new(compiler, PHRASE_CHOICE, lexeme),
      .sequence = phrase_node_new(compiler, PHRASE_SEQUENCE, lexeme),
      .open = lexeme->mark,
  };
  if (frame.choice == NULL || frame.sequence == NULL) {
    return false;
  }
  frame.choice->optional = lexeme->mark == '[';
  phrase_node_append(frame.choice, frame.sequence);
  parser->frames[++parser->depth] = frame;
  return true;
}

static bool check_alternative(struct parser *parser,
                              const struct phrase_lexeme *lexeme) {
  return top(parser)->sequence->first != NULL ||
         phrase_mistake(parser->compiler, lexeme->offset,
                        "an alternative is empty; what may be left out is "
                        "written [a|b]");
}

static bool next_alternative(struct parser *parser,
                             const struct phrase_lexeme *lexeme) {
  if (parser->depth == 0) {
    return phrase_mistake(parser->compiler, lexeme->offset,
                          "alternatives stand in brackets: (a|b)");
  }
  if (!check_alternative(parser, lexeme)) {
    return false;
  }
  struct phrase_node *sequence =
      phrase_node_new(parser->compiler, PHRASE_SEQUENCE, lexeme);
  if (sequence == NULL) {
    return false;
  }
  phrase_node_append(top(parser)->choice, sequence);
  top(parser)->sequence = sequence;
  return true;
}

static bool close_bracket(struct parser *parser,
                          const struct phrase_lexeme *lexeme) {
  if (parser->depth == 0) {
    return phrase_mistake(parser->compiler, lexeme->offset,
                          "\"%c\" closes nothing", (int)lexeme->mark);
  }
  uint32_t wanted = top(parser)->open == '(' ? ')' : ']';
  if (lexeme->mark != wanted) {
    return phrase_mistake(parser->compiler, lexeme->offset,
                          "\"%c\" was opened, so \"%c\" must close it",
                          (int)top(parser)->open, (int)wanted);
  }
  if (!check_alternative(parser, lexeme)) {
    return false;
  }
  struct phrase_node *choice = top(parser)->choice;
  choice->end = lexeme->end;
  parser->depth--;
  phrase_node_append(top(parser)->sequence, choice);
  return true;
}

static bool parse_lexeme(struct parser *parser,
                         const struct phrase_lexeme *lexeme) {
  switch (lexeme->kind) {
  case PHRASE_OPEN:
    return open_bracket(parser, lexeme);
  case PHRASE_CLOSE:
    return close_bracket(parser, lexeme);
  case PHRASE_BAR:
    return next_alternative(parser, lexeme);
  default: {
    struct phrase_node *element = parse_element(parser, lexeme);
    if (element != NULL) {
      phrase_node_append(top(parser)->sequence, element);
    }
    return element != NULL;
  }
  }
}

struct phrase_node *phrase_parse(struct phrase_compiler *compiler,
                                 const char *text) {
  struct parser parser = {.compiler = compiler, .text = text};
  struct phrase_lexeme whole = {.end = strlen(text)};
  struct phrase_node *root = phrase_node_new(compiler, PHRASE_SEQUENCE, &whole);
  if (root == NULL) {
    return NULL;
  }
  parser.frames[0].sequence = root;
  size_t place = 0;
  for (;;) {
    struct phrase_lexeme lexeme = phrase_scan(compiler, text, &place);
    if (lexeme.kind == PHRASE_MISTAKE) {
      return NULL;
    }
    if (lexeme.kind == PHRASE_END) {
      break;
    }
    if (!parse_lexeme(&parser, &lexeme)) {
      return NULL;
    }
  }
  if (parser.depth > 0) {
    const struct frame *frame = top(&parser);
    phrase_mistake(compiler, frame->choice->offset,
                   "\"%c\" is never closed; \"%c\" is missing",
                   (int)frame->open, frame->open == '(' ? ')' : ']');
    return NULL;
  }
  return root;
}
