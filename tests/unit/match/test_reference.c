/* SPDX-License-Identifier: MIT */
/*
 * Random phrases on random tokens: the machine against a slow matcher that
 * tries every way, and the engine with and without its prefilter.
 *
 * The slow matcher walks the phrase's tree with sets of places, bit p being
 * the place before token p; it knows nothing of programs and threads.
 */
#include "fixture.h"

#include "base/buffer.h"
#include "match/chart.h"
#include "match/run.h"
#include "match/picture.h"

#include <stdio.h>
#include <string.h>

/* ---- A small random number generator, the same on every machine. */

static uint32_t state_of_chance;

static uint32_t chance(uint32_t limit) {
  state_of_chance = state_of_chance * 1664525 + 1013904223;
  return (state_of_chance >> 8) % limit;
}

/* ---- Random tokens. */

enum { TOKENS = 40, WORDS = 5, BYTES = 10 * TOKENS + 10 };

static const char *const words[WORDS] = {"ash", "birch", "cedar", "dogwood",
                                         "elm"};
static const char marks[] = ",.?!,:";

struct stream {
  struct text_document document;
  uint32_t paragraph;
  struct text_token tokens[TOKENS];
  uint64_t signs[TOKENS + TEXT_SIGNS_BEHIND];
  struct text_sentence sentences[TOKENS];
  char bytes[BYTES];
  struct text_source source;
  const struct text_source *sources[1];
  struct match_text text;
};

static struct text_token *add_token(struct stream *s, uint8_t kind) {
  uint32_t index = (uint32_t)s->document.tokens.count++;
  struct text_token *token = &s->tokens[index];
  *token = (struct text_token){.start = index * 10,
                               .end = index * 10 + 5,
                               .written = s->document.written,
                               .kind = kind};
  return token;
}

static struct text_token *add_word_token(struct stream *s,
                                         const uint32_t *ids) {
  struct text_token *token =
      add_token(s, chance(8) == 0 ? TEXT_NUMBER : TEXT_WORD);
  if (token->kind == TEXT_WORD) {
    token->words[0] = ids[chance(WORDS)];
    token->flags = chance(3) == 0 ? TEXT_CAPITALISED : 0;
    if (chance(6) == 0) {
      token->words[1] = ids[chance(WORDS)];
    }
  }
  return token;
}

static bool room(const struct stream *s) {
  return s->document.tokens.count + 4 < TOKENS;
}

/* A written word: simple, a contraction, an 's, or a compound. */
static void add_written(struct stream *s, const uint32_t *ids) {
  s->document.written++;
  struct text_token *token = add_word_token(s, ids);
  uint32_t kind = chance(10);
  if (kind < 2) {
    struct text_token *part = add_token(s, TEXT_WORD);
    part->words[0] = kind == 0 ? TEXT_POSSESSIVE : ids[chance(WORDS)];
    part->start = token->start;
    part->end = token->end;
  }
  while (chance(6) == 0 && room(s)) {
    token = &s->tokens[s->document.tokens.count - 1];
    token->flags |= TEXT_HYPHEN_AFTER;
    add_token(s, TEXT_HYPHEN);
    token = add_word_token(s, ids);
    token->flags |= TEXT_HYPHEN_BEFORE;
  }
}

static void add_other(struct stream *s) {
  uint32_t kind = chance(8);
  if (kind < 4) {
    struct text_token *token = add_token(s, TEXT_PUNCTUATION);
    token->mark = (uint16_t)marks[chance(sizeof marks - 1)];
  } else if (kind < 7) {
    add_token(s, TEXT_SKIPPED);
  } else {
    add_token(s, chance(2) ? TEXT_BRACKET : TEXT_EMOJI);
  }
}

static void add_sentence(struct stream *s, const uint32_t *ids) {
  struct text_sentence *sentence = &s->sentences[s->document.sentences.count++];
  *sentence =
      (struct text_sentence){.first_token = (uint32_t)s->document.tokens.count,
                             .zone = COURTESY_ZONE_BODY,
                             .flags = chance(2) == 0 ? TEXT_STEP : 0};
  while (chance(4) == 0 && room(s)) {
    add_other(s);
  }
  sentence->word_start = (uint32_t)s->document.tokens.count;
  do {
    add_written(s, ids);
    sentence->word_end = (uint32_t)s->document.tokens.count;
    while (chance(4) == 0 && room(s)) {
      add_other(s);
    }
  } while (chance(8) != 0 && room(s));
  while (chance(2) == 0 && room(s)) {
    struct text_token *token = add_token(s, TEXT_PUNCTUATION);
    token->mark = (uint16_t)marks[chance(sizeof marks - 1)];
  }
  sentence->token_end = (uint32_t)s->document.tokens.count;
  for (uint32_t i = sentence->first_token; i < sentence->token_end; i++) {
    s->signs[i] = text_sign_of(&s->tokens[i]);
    sentence->sign |= s->signs[i];
  }
  sentence->flags = chance(6) == 0 ? TEXT_MOSTLY_CAPITALISED : 0;
  sentence->paragraph = s->paragraph;
  s->paragraph += chance(4) == 0;
}

static void make_stream(struct stream *s, const uint32_t *ids) {
  memset(s, 0, sizeof *s);
  memset(s->bytes, 'x', sizeof s->bytes);
  s->source = (struct text_source){.bytes = s->bytes, .size = BYTES};
  s->sources[0] = &s->source;
  do {
    add_sentence(s, ids);
  } while (room(s) && chance(5) != 0);
  s->document.tokens.items = s->tokens;
  s->document.signs.items = s->signs;
  s->document.sentences.items = s->sentences;
  s->text =
      (struct match_text){.document = &s->document, .sources = s->sources};
}

/* ---- Random phrases, as trees and as text. */

enum { NODES = 256 };

enum shape { ATOM, SEQUENCE, CHOICE, OPTIONAL };

struct node {
  enum shape shape;
  const char *text; /* of an atom */
  struct node *children[4];
  size_t count;
};

struct grove {
  struct node nodes[NODES];
  size_t count;
};

static const char *const atoms[] = {
    "ash",      "birch",     "cedar",  "dogwood", "elm",    "ash",
    "birch",    "cedar",     "*",      "**",      "<Name>", "<Capital>",
    "<number>", ",",         "?",      ".",       "!",      "{trees}",
    "grow~",    "ash-birch", "-cedar", "elm-",    "ash's",  "=xxxxx",
};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static struct node *new_node(struct grove *grove, enum shape shape) {
  struct node *node = &grove->nodes[grove->count++];
  *node = (struct node){.shape = shape};
  return node;
}

static struct node *new_atom(struct grove *grove, const char *text) {
  struct node *node = new_node(grove, ATOM);
  node->text = text;
  return node;
}

static struct node *make_sequence(struct grove *grove, int depth);

static struct node *make_element(struct grove *grove, int depth) {
  if (depth == 0 || chance(3) != 0 || grove->count > NODES / 2) {
    return new_atom(grove, atoms[chance(COUNT(atoms))]);
  }
  struct node *node = new_node(grove, chance(2) ? CHOICE : OPTIONAL);
  node->count = 1 + chance(3);
  for (size_t i = 0; i < node->count; i++) {
    node->children[i] = make_sequence(grove, depth - 1);
  }
  return node;
}

static struct node *make_sequence(struct grove *grove, int depth) {
  struct node *node = new_node(grove, SEQUENCE);
  node->count = 1 + chance(3);
  for (size_t i = 0; i < node->count; i++) {
    node->children[i] = make_element(grove, depth);
  }
  return node;
}

/* An edge of the phrase: ^ alone, or as an alternative of a bracket. */
static struct node *make_edge(struct grove *grove, const char *sign) {
  struct node *atom = new_atom(grove, sign);
  if (chance(2) == 0) {
    return atom;
  }
  struct node *choice = new_node(grove, CHOICE);
  choice->count = 2;
  for (size_t i = 0; i < 2; i++) {
    choice->children[i] = new_node(grove, SEQUENCE);
    choice->children[i]->count = 1;
  }
  choice->children[0]->children[0] = atom;
  choice->children[1]->children[0] = new_atom(grove, words[chance(WORDS)]);
  return choice;
}

static struct node *make_phrase(struct grove *grove) {
  static const char *const starts[] = {"^", "<step>", "^^"};
  static const char *const ends[] = {"$", "$", "$$"};
  grove->count = 0;
  struct node *phrase = new_node(grove, SEQUENCE);
  if (chance(4) == 0) {
    phrase->children[phrase->count++] = make_edge(grove, starts[chance(3)]);
  }
  phrase->children[phrase->count++] = make_sequence(grove, 3);
  if (chance(4) == 0) {
    phrase->children[phrase->count++] = make_edge(grove, ends[chance(3)]);
  }
  return phrase;
}

static void write_phrase(const struct node *node, struct base_buffer *out) {
  static const char *const open[] = {"", "", "(", "["};
  static const char *const close[] = {"", "", ")", "]"};
  if (node->shape == ATOM) {
    base_buffer_add_string(out, node->text);
    return;
  }
  base_buffer_add_string(out, open[node->shape]);
  for (size_t i = 0; i < node->count; i++) {
    if (i > 0) {
      base_buffer_add_string(out, node->shape == SEQUENCE ? " " : " | ");
    }
    write_phrase(node->children[i], out);
  }
  base_buffer_add_string(out, close[node->shape]);
}

/* ---- The slow matcher. */

typedef uint64_t places;

struct slow {
  struct fixture *fixture;
  const struct stream *stream;
  bool strict;
  uint32_t start;
};

static places at(uint32_t place) {
  return (places)1 << place;
}

static uint32_t sentence_of(const struct stream *s, uint32_t token) {
  uint32_t sentence = 0;
  while (token >= s->sentences[sentence].token_end) {
    sentence++;
  }
  return sentence;
}

static bool reads(const struct text_token *token, uint32_t word) {
  return token->words[0] == word || token->words[1] == word;
}

static bool reads_text(const struct slow *slow, const struct text_token *token,
                       const char *word) {
  return reads(token, text_vocabulary_find(slow->fixture->rules.vocabulary,
                                           base_slice_of(word)));
}

static bool is_first_of_written(const struct stream *s, uint32_t token) {
  return s->tokens[token].kind <= TEXT_PLACEHOLDER &&
         (token == 0 ||
          s->tokens[token - 1].written != s->tokens[token].written);
}

/* The place behind the written word; with `keep`, an 's stays outside. */
static uint32_t behind_written(const struct stream *s, uint32_t token,
                               bool keep) {
  uint32_t end = s->sentences[sentence_of(s, token)].token_end;
  uint32_t next = token + 1;
  while (next < end && s->tokens[next].written == s->tokens[token].written) {
    bool hyphen = s->tokens[next].kind == TEXT_HYPHEN;
    bool after = s->tokens[next - 1].kind == TEXT_HYPHEN;
    bool word = s->tokens[next].kind <= TEXT_PLACEHOLDER;
    if (!(hyphen || (word && (after || !keep)))) {
      break;
    }
    next++;
  }
  return next;
}

static bool is_a_name(const struct slow *slow, uint32_t token) {
  const struct stream *s = slow->stream;
  const struct text_token *t = &s->tokens[token];
  const struct text_sentence *place = &s->sentences[sentence_of(s, token)];
  return t->kind == TEXT_WORD && (t->flags & TEXT_CAPITALISED) != 0 &&
         is_first_of_written(s, token) &&
         (place->flags & TEXT_MOSTLY_CAPITALISED) == 0 &&
         !reads_text(slow, t, "dogwood") &&
         (token > place->word_start || reads_text(slow, t, "cedar"));
}

/* The place behind an atom that takes this token, or 0. */
static uint32_t take(const struct slow *slow, const char *atom,
                     uint32_t token) {
  const struct stream *s = slow->stream;
  const struct text_token *t = &s->tokens[token];
  bool taken = false;
  if (strcmp(atom, "*") == 0) {
    return is_first_of_written(s, token) ? behind_written(s, token, false) : 0;
  }
  if (strcmp(atom, "<Name>") == 0) {
    return is_a_name(slow, token) ? behind_written(s, token, true) : 0;
  }
  if (strcmp(atom, "<Capital>") == 0) {
    taken = t->kind == TEXT_WORD && (t->flags & TEXT_CAPITALISED) != 0 &&
            is_first_of_written(s, token);
    return taken ? behind_written(s, token, true) : 0;
  }
  if (strcmp(atom, "<number>") == 0) {
    taken = t->kind == TEXT_NUMBER;
  } else if (strcmp(atom, "-") == 0) {
    taken = t->kind == TEXT_HYPHEN;
  } else if (strcmp(atom, "'s") == 0) {
    taken = reads(t, TEXT_POSSESSIVE);
  } else if (atom[1] == '\0') {
    taken = t->kind == TEXT_PUNCTUATION && t->mark == (uint16_t)atom[0];
  } else if (strcmp(atom, "grow~") == 0) {
    taken = reads_text(slow, t, "grow") || reads_text(slow, t, "birch");
  } else if (atom[0] == '=') {
    taken = reads_text(slow, t, atom + 1);
  } else {
    taken = reads_text(slow, t, atom);
  }
  return taken ? token + 1 : 0;
}

/* From `place`, in its sentence: what is passed over, then the token. */
static places take_after(const struct slow *slow, const char *atom,
                         uint32_t place, uint32_t end) {
  const struct stream *s = slow->stream;
  for (uint32_t token = place; token < end; token++) {
    const struct text_token *t = &s->tokens[token];
    uint32_t behind = take(slow, atom, token);
    if (behind != 0) {
      return at(behind);
    }
    bool comma = t->kind == TEXT_PUNCTUATION && t->mark == ',';
    bool passed = t->kind == TEXT_SKIPPED || (comma && !slow->strict);
    if (!passed || place == slow->start) {
      break;
    }
  }
  return 0;
}

static places match_atom(const struct slow *slow, const char *atom,
                         uint32_t place) {
  const struct stream *s = slow->stream;
  bool first = place == slow->start;
  uint32_t sentence = sentence_of(s, first ? place : place - 1);
  const struct text_sentence *here = &s->sentences[sentence];
  if (atom[0] == '^') {
    return first && place <= here->word_start &&
                   (atom[1] == '\0' || sentence == 0)
               ? at(place)
               : 0;
  }
  if (strcmp(atom, "<step>") == 0) {
    bool step = (here->flags & TEXT_STEP) != 0;
    return first && place <= here->word_start && step ? at(place) : 0;
  }
  bool last = sentence + 1 == s->document.sentences.count;
  if (atom[0] == '$') {
    return place >= here->word_end && (atom[1] == '\0' || last) ? at(place) : 0;
  }
  places result = take_after(slow, atom, place, here->token_end);
  bool named = !first && s->tokens[place - 1].kind == TEXT_PUNCTUATION &&
               strchr(".?!", s->tokens[place - 1].mark) != NULL;
  if (named && place >= here->word_end && !last &&
      here[1].paragraph == here->paragraph) {
    result |= take_after(slow, atom, here[1].first_token, here[1].token_end);
  }
  return result;
}

static places match_each(const struct slow *slow, const char *atom,
                         places from) {
  places result = 0;
  for (uint32_t place = 0; place <= TOKENS; place++) {
    if ((from & at(place)) != 0) {
      result |= match_atom(slow, atom, place);
    }
  }
  return result;
}

/* Atoms that stand for several: ** , <Name>, a list, a word with 's. */
static places match_text_of(const struct slow *slow, const char *atom,
                            places from) {
  if (strcmp(atom, "**") == 0) {
    places once = match_each(slow, "*", from);
    places twice = match_each(slow, "*", once);
    return from | once | twice | match_each(slow, "*", twice);
  }
  if (strcmp(atom, "<Name>") == 0) {
    places once = match_each(slow, atom, from);
    places twice = match_each(slow, atom, once);
    return once | twice | match_each(slow, atom, twice);
  }
  if (strcmp(atom, "{trees}") == 0) {
    return match_each(slow, "elm", from) |
           match_each(slow, "birch", match_each(slow, "ash", from));
  }
  if (strcmp(atom, "ash-birch") == 0) {
    places joined = match_each(slow, "-", match_each(slow, "ash", from));
    return match_each(slow, "birch", joined);
  }
  if (strcmp(atom, "-cedar") == 0) {
    return match_each(slow, "cedar", match_each(slow, "-", from));
  }
  if (strcmp(atom, "elm-") == 0) {
    return match_each(slow, "-", match_each(slow, "elm", from));
  }
  if (strcmp(atom, "ash's") == 0) {
    return match_each(slow, "'s", match_each(slow, "ash", from));
  }
  return match_each(slow, atom, from);
}

static places match_node(const struct slow *slow, const struct node *node,
                         places from) {
  if (node->shape == ATOM) {
    return match_text_of(slow, node->text, from);
  }
  places result = node->shape == OPTIONAL || node->shape == SEQUENCE ? from : 0;
  for (size_t i = 0; i < node->count; i++) {
    if (node->shape == SEQUENCE) {
      result = match_node(slow, node->children[i], result);
    } else {
      result |= match_node(slow, node->children[i], from);
    }
  }
  return result;
}

/* The end of the longest match from a start, or 0. */
static uint32_t longest(const struct slow *slow, const struct node *phrase) {
  const struct stream *s = slow->stream;
  const struct text_token *start = &s->tokens[slow->start];
  if (start->kind == TEXT_SKIPPED || (start->flags & TEXT_HYPHEN_BEFORE) != 0) {
    return 0;
  }
  places ends = match_node(slow, phrase, at(slow->start));
  for (uint32_t end = TOKENS; end > slow->start; end--) {
    const struct text_token *last = &s->tokens[end - 1];
    if ((ends & at(end)) != 0 && (last->flags & TEXT_HYPHEN_AFTER) == 0) {
      return end;
    }
  }
  return 0;
}

/* ---- The tests. */

static const char *const trees[] = {"elm", "ash birch"};
static const char *const grow[] = {"birch"};
static const struct rules_word_list lists[] = {{"trees", trees, 2}};
static const struct rules_word_list forms[] = {{"grow", grow, 1}};

struct forest {
  struct fixture fixture;
  uint32_t ids[WORDS];
};

static void create(struct forest *forest) {
  struct fixture *fixture = &forest->fixture;
  fixture_create(fixture);
  fixture->definitions = (struct rules_definitions){
      {lists, 1}, {forms, 1}, {NULL, 0}, NULL, false};
  for (size_t i = 0; i < WORDS; i++) {
    forest->ids[i] = fixture_word(fixture, words[i]);
  }
  fixture->rules.lexicon.names = (struct text_word_set){&forest->ids[2], 1};
  fixture->rules.lexicon.not_names = (struct text_word_set){&forest->ids[3], 1};
}

/* False for phrases that are no phrases: those that match nothing. */
static bool compile(struct forest *forest, const struct node *phrase,
                    bool strict, struct base_buffer *text,
                    struct rules_program *program) {
  struct rules_anchor anchor;
  struct rules_phrase_error error;
  struct courtesy_ruleset *rules = &forest->fixture.rules;
  base_buffer_reset(text);
  write_phrase(phrase, text);
  return rules_phrase_compile(text->bytes, strict, &forest->fixture.definitions,
                              rules->vocabulary, &rules->arena, &rules->code,
                              program, &anchor, &error) == COURTESY_OK;
}

static void expect_end(const char *text, const struct rules_program *program,
                       uint32_t start, uint32_t end, uint32_t expected) {
  if (end != expected) {
    fail_msg("%s%s: at token %u: ends at %u, not at %u", text,
             program->strict_comma ? " (strict)" : "", start, end, expected);
  }
}

/* What the machine finds alone, where most matches are found by walking. */
static uint32_t end_of_run(struct match_machine *machine,
                           const struct match_scene *scene,
                           const struct rules_program *program,
                           uint32_t sentence, uint32_t start) {
  return match_may_start_with(&scene->tokens[start])
             ? match_machine_run(machine, scene, program, sentence, start).token
             : MATCH_NOWHERE;
}

/* A chart may seem to have a match where there is none, but misses none. */
static void expect_charted(const struct match_scene *scene,
                           const struct rules_program *program,
                           uint32_t sentence, uint32_t start,
                           const char *text) {
  const struct text_sentence *place = &scene->sentences[sentence];
  struct match_charts charts = {0};
  assert_true(match_chart_draw(scene, place, &charts));
  assert_int_equal(charts.count, 1);
  uint64_t starts =
      match_chart_starts(charts.items, &scene->rules->code, program, true);
  if ((starts >> match_stretch_of(scene, place, start) & 1) == 0) {
    fail_msg("\"%s\" at %u is not charted", text, start);
  }
  match_charts_destroy(&charts);
}

/* Where a match may begin, asked of a sentence at once, of some of its tokens,
 * and of one after the other. */
static void expect_starts(const struct match_scene *scene,
                          const struct rules_program *program,
                          uint32_t sentence, const char *text) {
  const struct text_sentence *place = &scene->sentences[sentence];
  uint32_t first = place->first_token;
  uint64_t whole = match_picture_all_starts(scene, program, sentence, first,
                                            place->token_end);
  for (uint32_t t = first; t < place->token_end; t++) {
    uint64_t part =
        match_picture_all_starts(scene, program, sentence, first, t);
    uint64_t alone =
        match_picture_all_starts(scene, program, sentence, t, t + 1);
    bool starts = match_picture_starts(scene, program, sentence, t);
    assert_int_equal(part, whole & ~(UINT64_MAX << (t - first)));
    if (alone != (whole >> (t - first) & 1) || (starts && alone == 0)) {
      fail_msg("\"%s\" at %u seems not to start", text, t);
    }
  }
}

static void compare(struct forest *forest, struct match_machine *machine,
                    const struct node *phrase,
                    const struct rules_program *program, const char *text,
                    const struct stream *stream) {
  struct match_names names = {0};
  struct match_scene scene = {
      .rules = &forest->fixture.rules,
      .words = match_words_of(&forest->fixture.rules.code),
      .text = &stream->text,
      .tokens = stream->tokens,
      .signs = stream->signs,
      .sentences = stream->sentences,
      .sentence_count = (uint32_t)stream->document.sentences.count,
      .names = &names,
      .last_own = (uint32_t)stream->document.sentences.count - 1,
  };
  struct slow slow = {&forest->fixture, stream, program->strict_comma, 0};
  match_machine_begin(machine);
  for (uint32_t s = 0; s < scene.sentence_count; s++) {
    const struct text_sentence *sentence = &stream->sentences[s];
    struct match_found found = {0};
    uint32_t from = sentence->first_token;
    expect_starts(&scene, program, s, text);
    bool more = match_find(machine, &scene, program, s, from,
                           sentence->token_end, &found);
    for (slow.start = from; slow.start < sentence->token_end; slow.start++) {
      uint32_t end = longest(&slow, phrase);
      uint32_t machine_end =
          more && found.first_token == slow.start ? found.token_end : 0;
      expect_end(text, program, slow.start, machine_end, end);
      expect_end(text, program, slow.start,
                 end_of_run(machine, &scene, program, s, slow.start), end);
      if (end != 0 && program->sentence_ends == 0) {
        expect_charted(&scene, program, s, slow.start, text);
      }
      if (machine_end != 0) {
        more = match_find(machine, &scene, program, s, slow.start + 1,
                          sentence->token_end, &found);
      }
    }
  }
}

static void the_machine_finds_what_the_slow_matcher_finds(void **state) {
  (void)state;
  enum { PHRASES = 4000, STREAMS = 12, LARGEST = 600 };
  static struct grove grove;
  static struct stream stream;
  struct base_buffer text = {0};
  struct match_machine *machine = match_machine_create();
  assert_non_null(machine);
  size_t compiled = 0;
  for (uint32_t round = 0; round < PHRASES; round++) {
    struct forest forest;
    create(&forest);
    state_of_chance = round;
    const struct node *phrase = make_phrase(&grove);
    struct rules_program program;
    bool strict = chance(4) == 0;
    if (compile(&forest, phrase, strict, &text, &program) &&
        program.count <= LARGEST) {
      compiled++;
      for (size_t i = 0; i < STREAMS; i++) {
        make_stream(&stream, forest.ids);
        compare(&forest, machine, phrase, &program, text.bytes, &stream);
      }
    }
    fixture_destroy(&forest.fixture);
  }
  /* Most trees are phrases; else the generator tests nothing. */
  assert_true(compiled > PHRASES / 2);
  match_machine_destroy(machine);
  base_buffer_destroy(&text);
}

static void run(struct forest *forest, const struct stream *stream, bool use,
                struct match_hits *hits) {
  struct match_limits limits = {0};
  hits->count = 0;
  match_engine_use_prefilter(forest->fixture.engine, use);
  assert_int_equal(
      match_engine_run(forest->fixture.engine, &stream->text, hits, &limits),
      COURTESY_OK);
}

/* Looks for the first two entries when the others were found. Returns all
 * hits. */
static void run_twice(struct forest *forest, const struct stream *stream,
                      struct match_hits *hits) {
  static const uint32_t asked[] = {0, 1};
  struct match_engine *engine = forest->fixture.engine;
  struct match_hits later = {0};
  struct match_limits limits = {0};
  match_engine_want(engine, 0, false);
  match_engine_want(engine, 1, false);
  run(forest, stream, true, &later);
  hits->count = 0;
  assert_int_equal(match_engine_run_more(engine, asked, 2, hits, &limits),
                   COURTESY_OK);
  match_engine_want(engine, 0, true);
  match_engine_want(engine, 1, true);
  for (size_t i = 0; i < later.count; i++) {
    assert_true(match_hits_add(hits, later.items[i]));
  }
  match_hits_destroy(&later);
}

static bool same_hits(const struct match_hits *a, const struct match_hits *b) {
  if (a->count != b->count) {
    return false;
  }
  for (size_t i = 0; i < a->count; i++) {
    const struct match_hit *x = &a->items[i];
    const struct match_hit *y = &b->items[i];
    if (x->entry != y->entry || x->pattern != y->pattern ||
        x->first_token != y->first_token || x->token_end != y->token_end ||
        x->sentence != y->sentence || x->last_sentence != y->last_sentence ||
        x->fate != y->fate) {
      return false;
    }
  }
  return true;
}

/* Some phrases that are one, each on a line. */
static size_t write_phrases(struct forest *forest, struct grove *grove,
                            struct base_buffer *out) {
  struct base_buffer text = {0};
  size_t count = 0;
  base_buffer_reset(out);
  base_buffer_add_string(out, "");
  for (size_t i = 0; i < 4; i++) {
    struct rules_program program;
    if (compile(forest, make_phrase(grove), false, &text, &program)) {
      base_buffer_add_string(out, count > 0 ? "\n" : "");
      base_buffer_add_string(out, text.bytes);
      count++;
    }
  }
  base_buffer_destroy(&text);
  return count;
}

static void the_prefilter_misses_nothing(void **state) {
  (void)state;
  enum { ROUNDS = 1500, ENTRIES = 4, STREAMS = 12, LARGEST = 600 };
  static struct grove grove;
  static struct stream stream;
  struct match_hits with = {0};
  struct match_hits without = {0};
  struct base_buffer find = {0};
  struct base_buffer except = {0};
  size_t matches = 0;
  for (uint32_t round = 0; round < ROUNDS; round++) {
    struct forest forest;
    create(&forest);
    state_of_chance = round;
    for (size_t i = 0; i < ENTRIES; i++) {
      write_phrases(&forest, &grove, &find);
      write_phrases(&forest, &grove, &except);
      struct fixture_entry entry = {
          .find = find.bytes,
          .except = chance(4) == 0 ? except.bytes : NULL,
          .except_here = chance(4) == 0 ? except.bytes : NULL,
      };
      fixture_add(&forest.fixture, &entry);
    }
    fixture_finish(&forest.fixture);
    for (size_t i = 0; i < STREAMS; i++) {
      make_stream(&stream, forest.ids);
      run(&forest, &stream, true, &with);
      run(&forest, &stream, false, &without);
      if (!same_hits(&with, &without)) {
        fail_msg("round %u: %zu hits, but %zu without the prefilter", round,
                 with.count, without.count);
      }
      run_twice(&forest, &stream, &without);
      if (!same_hits(&with, &without)) {
        fail_msg("round %u: %zu hits, but %zu in two steps", round, with.count,
                 without.count);
      }
      matches += with.count;
    }
    fixture_destroy(&forest.fixture);
  }
  assert_true(matches > ROUNDS * STREAMS);
  match_hits_destroy(&with);
  match_hits_destroy(&without);
  base_buffer_destroy(&find);
  base_buffer_destroy(&except);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_machine_finds_what_the_slow_matcher_finds),
      cmocka_unit_test(the_prefilter_misses_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
