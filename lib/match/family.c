/* SPDX-License-Identifier: MIT */
/*
 * What is tried in a run for greetings or farewells: the texts are lines, of a
 * few words, and rules/forms.h knows with which words the patterns begin.
 *
 *     token ─ word ─> role: leads, begins ──┐
 *       └── a capital ─> capital ───────────┴─> bits ─> patterns ─> the machine
 *
 * Of those bits only these are left that who asks has not ruled out, and at
 * the last word those of patterns that may match one word.
 */
#include "match/state.h"

/* The bits of the patterns that may begin with the token; `starts` tells
 * whether it is the first of its sentence. */
static uint64_t begun_by(const struct rules_family *family,
                         const struct text_token *token, bool starts) {
  bool capital = (token->flags & TEXT_CAPITALISED) != 0;
  uint64_t begins = rules_form_all_if(starts);
  uint64_t bits =
      (family->form->other & rules_form_all_if(token->kind != TEXT_WORD)) |
      (family->form->capital & begins & rules_form_all_if(capital));
  size_t readings = text_token_readings(token);
  for (size_t i = 0; i < readings; i++) {
    const struct rules_role *role = rules_role_of(family, token->words[i]);
    bits |= role->leads | (role->begins & begins);
  }
  return bits;
}

/* Behind the words that a match may take which begins in the sentence;
 * UINT32_MAX when there may be more in the next one. */
static uint32_t end_of_words(const struct match_scene *scene,
                             uint32_t sentence) {
  return match_scene_goes_on(scene, sentence)
             ? UINT32_MAX
             : scene->sentences[sentence].word_end;
}

/* Where patterns are tried. */
struct place {
  uint32_t sentence;
  uint32_t token;
  uint32_t word_end; /* see end_of_words */
  bool starts;       /* ^ holds */
  uint64_t own;      /* the token's sign */
  uint64_t behind;   /* … and that of what follows */
};

static struct place place_of(const struct match_scene *scene, uint32_t sentence,
                             uint32_t token, uint32_t word_end) {
  const struct text_sentence *around = &scene->sentences[sentence];
  bool goes_on = match_word_goes_on(scene, around, token);
  return (struct place){
      .sentence = sentence,
      .token = token,
      .word_end = word_end,
      .starts = token <= around->word_start,
      .own = scene->signs[token],
      .behind = match_sign_of_second(scene, sentence, token) |
                (goes_on ? RULES_MORE_OF_WORD : 0),
  };
}

/* Whether the last match, of a pattern before this one of the same entry, takes
 * all words from here on: then this one brings none that is longer, unless by a
 * mark. */
static inline bool is_hidden(const struct match_engine *engine,
                             uint32_t pattern, const struct place *place) {
  const struct match_hits *found = &engine->found;
  if (found->count == 0) {
    return false;
  }
  const struct match_hit *last = &found->items[found->count - 1];
  return last->first_token == place->token &&
         last->token_end >= place->word_end && last->pattern < pattern &&
         last->entry == engine->rules->aims[pattern].entry;
}

/* Whether a match of the phrase may begin here. */
static inline bool fits(const struct match_scene *scene,
                        const struct rules_program *program,
                        const struct place *place) {
  bool begins = ((program->starts & place->own) != 0) &
                ((program->seconds & place->behind) != 0) &
                (place->starts | !program->at_start_only);
  return begins &&
         (program->sentence_ends > 0 ||
          match_sign_fits(scene->sentences[place->sentence].sign, program));
}

/* Looks for matches of phrases that begin here. A regex that shares the bit of
 * one is not for here. */
static void try_bits(struct match_engine *engine,
                     const struct rules_family *family, uint64_t bits,
                     const struct place *place) {
  const struct rules_form *form = family->form;
  for (; bits != 0; bits &= bits - 1) {
    int bit = __builtin_ctzll(bits);
    bool marked = (form->marked >> bit & 1) != 0;
    for (uint32_t i = rules_form_first(form, bit); i < form->ends[bit]; i++) {
      uint32_t pattern = family->patterns[i];
      const struct rules_program *program = &engine->rules->patterns[pattern];
      if (fits(&engine->scene, program, place) && !rules_is_regex(program) &&
          (marked || !is_hidden(engine, pattern, place))) {
        match_scan_at(engine, pattern, place->sentence, place->token);
      }
    }
  }
}

/* The patterns of these bits, wherever they begin. */
static void try_whole(struct match_engine *engine,
                      const struct rules_family *family, uint64_t bits,
                      uint32_t sentence) {
  const struct rules_form *form = family->form;
  for (; bits != 0; bits &= bits - 1) {
    int bit = __builtin_ctzll(bits);
    for (uint32_t i = rules_form_first(form, bit); i < form->ends[bit]; i++) {
      uint32_t pattern = family->patterns[i];
      if (!rules_is_regex(&engine->rules->patterns[pattern]) ||
          match_is_filed(engine, pattern, sentence)) {
        match_scan(engine, pattern, sentence);
      }
    }
  }
}

static void try_words(struct match_engine *engine,
                      const struct rules_family *family, uint64_t bits,
                      uint32_t sentence) {
  const struct text_sentence *around = &engine->scene.sentences[sentence];
  uint32_t word_end = end_of_words(&engine->scene, sentence);
  uint32_t end = around->token_end;
  if (family->form->first && around->word_start < end) {
    end = sentence == engine->scene.first_own ? around->word_start + 1
                                              : around->first_token;
  }
  for (uint32_t t = around->first_token; t < end; t++) {
    uint64_t begun = bits & begun_by(family, &engine->scene.tokens[t],
                                     t <= around->word_start);
    begun &= rules_form_all_if(t + 1 < word_end) | family->form->single;
    if (begun != 0) {
      struct place place = place_of(&engine->scene, sentence, t, word_end);
      try_bits(engine, family, begun, &place);
    }
  }
}

void match_try_family(struct match_engine *engine,
                      enum rules_form_family number, uint64_t bits) {
  struct rules_family family = rules_family_of(&engine->rules->forms, number);
  for (uint32_t s = 0; s < engine->scene.sentence_count; s++) {
    if (engine->unfiltered) {
      try_whole(engine, &family, UINT64_MAX, s);
    } else {
      try_words(engine, &family, bits, s);
      try_whole(engine, &family, bits & family.form->unled, s);
    }
  }
}
