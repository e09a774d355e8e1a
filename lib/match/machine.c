/* SPDX-License-Identifier: MIT */
#include "match/machine.h"

#include "match/take.h"

#include <stdlib.h>
#include <string.h>

/* A thread waits at instruction `pc`; inside a written word that the
 * instruction takes whole, it waits as state 2 * pc + 1. */
static uint32_t waiting_at(uint32_t pc) {
  return 2 * pc;
}

static uint32_t inside(uint32_t pc) {
  return 2 * pc + 1;
}

/* Threads, each state once: marks[state] is `stamp` for those that were seen,
 * instructions that take nothing included. */
struct threads {
  uint32_t *states;
  uint32_t *marks;
  uint32_t count;
  uint32_t stamp;
};

/* The last run of marks that was passed over. Starts inside of it need not
 * walk to its end again, which keeps a million commas linear. */
struct gap {
  const struct text_token *first;
  const struct text_token *end; /* NULL: none was */
};

struct match_machine {
  uint32_t states; /* room in each of the sets: none before the first run */
  struct threads current;
  struct threads next;
  struct threads beyond; /* behind the sentence's end, which they named */
  uint32_t *stack;       /* of instructions to follow: each leaves one more at
                            most, and is followed once */
  struct gap gaps[2];    /* by strict_comma */
  bool failed;           /* memory ran out */
};

static bool create_threads(struct threads *threads, size_t states) {
  threads->states = calloc(states, sizeof(uint32_t));
  threads->marks = calloc(states, sizeof(uint32_t));
  threads->stamp = 1;
  return threads->states != NULL && threads->marks != NULL;
}

static void destroy_threads(struct threads *threads) {
  free(threads->states);
  free(threads->marks);
}

struct match_machine *match_machine_create(void) {
  return calloc(1, sizeof(struct match_machine));
}

static void destroy_room(struct match_machine *machine) {
  destroy_threads(&machine->current);
  destroy_threads(&machine->next);
  destroy_threads(&machine->beyond);
  free(machine->stack);
}

void match_machine_destroy(struct match_machine *machine) {
  if (machine != NULL) {
    destroy_room(machine);
    free(machine);
  }
}

bool match_machine_failed(const struct match_machine *machine) {
  return machine->failed;
}

/* Room for the threads of a program, and for twice as many as before, so that
 * ever larger programs do not make it anew each time. */
static bool make_room(struct match_machine *machine, uint32_t instructions) {
  uint32_t states = 2 * instructions + 2;
  if (states <= machine->states) {
    return true;
  }
  states = states > 2 * machine->states ? states : 2 * machine->states;
  destroy_room(machine);
  machine->states = states;
  machine->stack = calloc(states / 2, sizeof(uint32_t));
  bool made = create_threads(&machine->current, states);
  made &= create_threads(&machine->next, states);
  made &= create_threads(&machine->beyond, states);
  made &= machine->stack != NULL;
  machine->states = made ? states : 0;
  machine->failed |= !made;
  return made;
}

void match_machine_begin(struct match_machine *machine) {
  memset(machine->gaps, 0, sizeof machine->gaps);
  machine->failed = false;
}

static void clear(struct match_machine *machine, struct threads *threads) {
  threads->count = 0;
  if (++threads->stamp == 0) {
    memset(threads->marks, 0, machine->states * sizeof *threads->marks);
    threads->stamp = 1;
  }
}

static void swap(struct threads *a, struct threads *b) {
  struct threads kept = *a;
  *a = *b;
  *b = kept;
}

/* Returns false when the state was there. */
static bool mark(struct threads *threads, uint32_t state) {
  if (threads->marks[state] == threads->stamp) {
    return false;
  }
  threads->marks[state] = threads->stamp;
  return true;
}

static void add(struct threads *threads, uint32_t state) {
  if (mark(threads, state)) {
    threads->states[threads->count++] = state;
  }
}

/* One run: where it is, and the longest match so far. */
struct run {
  struct match_machine *machine;
  const struct match_scene *scene;
  const struct rules_program *program;
  const struct rules_instruction *code;
  struct match_spot spot;
  const struct text_token *longest; /* its end; NULL: there is none */
  uint32_t last_sentence;
};

static const struct text_sentence *sentence_of(const struct run *run) {
  return &run->scene->sentences[run->spot.sentence];
}

static const struct text_token *sentence_end(const struct run *run) {
  return run->scene->tokens + sentence_of(run)->token_end;
}

static void accept(struct run *run) {
  if (match_may_end_with(run->spot.next - 1)) {
    run->longest = run->spot.next;
    run->last_sentence = run->spot.sentence;
  }
}

/* Adds what can be reached from `pc` without taking a token. */
static void follow(struct run *run, struct threads *threads, uint32_t pc) {
  uint32_t *stack = run->machine->stack;
  size_t depth = 0;
  stack[depth++] = pc;
  while (depth > 0) {
    pc = stack[--depth];
    if (!mark(threads, waiting_at(pc))) {
      continue;
    }
    struct rules_instruction instruction = run->code[pc];
    bool goes_on = false; /* at the next instruction */
    if (rules_operation_consumes(instruction.operation)) {
      threads->states[threads->count++] = waiting_at(pc);
      goes_on = instruction.operation == RULES_MARK &&
                instruction.argument == '.' &&
                match_was_abbreviation(run->scene, &run->spot);
    } else if (instruction.operation == RULES_ACCEPT) {
      accept(run);
    } else if (instruction.operation == RULES_JUMP) {
      stack[depth++] = instruction.argument;
    } else {
      goes_on = match_holds(run->scene, &run->spot, instruction);
    }
    if (instruction.operation == RULES_SPLIT) {
      const struct rules_code *code = &run->scene->rules->code;
      stack[depth++] = pc + 1 + code->forks.items[instruction.argument].past;
    }
    if (goes_on) {
      stack[depth++] = pc + 1;
    }
  }
}

/* The thread at `pc` took the token before run->spot.next. */
static void move_on(struct run *run, uint32_t pc) {
  struct match_machine *machine = run->machine;
  struct rules_instruction instruction = run->code[pc];
  if (rules_operation_takes_many(instruction.operation) &&
      match_takes_next(instruction, run->spot.next - 1, sentence_end(run))) {
    add(&machine->next, inside(pc));
    return;
  }
  follow(run, &machine->next, pc + 1);
  bool ends_sentence =
      instruction.operation == RULES_MARK &&
      rules_mark_ends_sentence(instruction.argument) &&
      run->spot.next >= run->scene->tokens + sentence_of(run)->word_end;
  if (ends_sentence) {
    follow(run, &machine->beyond, pc + 1);
  }
}

/* Goes on at all cases of the token's words, of the switch before `pc`. Returns
 * false when there are none. */
static bool take_cases(struct run *run, uint32_t number, uint32_t pc,
                       const struct text_token *token) {
  size_t readings = text_token_readings(token);
  bool taken = false;
  for (size_t i = 0; i < readings; i++) {
    uint32_t word = token->words[i];
    struct rules_switch near =
        match_cases_near(&run->scene->rules->code, number, word);
    for (size_t k = 0; k < near.count; k++) {
      if (rules_case_word(near.cases[k]) == word) {
        follow(run, &run->machine->next, pc + rules_case_past(near.cases[k]));
        taken = true;
      }
    }
  }
  return taken;
}

/* The thread takes the token, or not. */
static bool take(struct run *run, uint32_t state,
                 const struct text_token *token) {
  uint32_t pc = state / 2;
  struct rules_instruction instruction = run->code[pc];
  if (instruction.operation == RULES_SWITCH) {
    return take_cases(run, instruction.argument, pc + 1, token);
  }
  bool taken = state == inside(pc) ||
               match_takes(run->scene, run->spot.sentence, instruction, token);
  if (taken) {
    move_on(run, pc);
  }
  return taken;
}

static bool wants_comma(const struct run *run) {
  const struct threads *threads = &run->machine->current;
  for (uint32_t i = 0; i < threads->count; i++) {
    struct rules_instruction instruction = run->code[threads->states[i] / 2];
    if (instruction.operation == RULES_MARK && instruction.argument == ',') {
      return true;
    }
  }
  return false;
}

static void pass_over_gap(struct run *run) {
  bool strict = run->program->strict_comma;
  struct gap *gap = &run->machine->gaps[strict];
  const struct text_token *next = run->spot.next;
  if (gap->end == NULL || next < gap->first || next >= gap->end) {
    const struct text_token *end = next;
    while (end < sentence_end(run) && match_is_passed(end, strict)) {
      end++;
    }
    *gap = (struct gap){next, end};
  }
  run->spot.next = gap->end;
}

/* One token for all threads. Those that do not take it end here, unless it is
 * one that phrases pass over. */
static void step(struct run *run, bool passed) {
  struct match_machine *machine = run->machine;
  const struct threads *current = &machine->current;
  const struct text_token *token = run->spot.next++;
  clear(machine, &machine->next);
  for (uint32_t i = 0; i < current->count; i++) {
    uint32_t state = current->states[i];
    if (!take(run, state, token) && passed) {
      add(&machine->next, state);
    }
  }
  swap(&machine->current, &machine->next);
}

/* Goes on in the next sentence with the threads that named the end of this
 * one. Returns false when there are none. */
static bool cross(struct run *run) {
  struct match_machine *machine = run->machine;
  if (machine->beyond.count == 0 ||
      !match_scene_goes_on(run->scene, run->spot.sentence)) {
    return false;
  }
  run->spot.sentence++;
  run->spot.next = run->scene->tokens + sentence_of(run)->first_token;
  swap(&machine->current, &machine->beyond);
  clear(machine, &machine->beyond);
  return true;
}

static void run_to_end(struct run *run) {
  struct match_machine *machine = run->machine;
  clear(machine, &machine->current);
  clear(machine, &machine->beyond);
  follow(run, &machine->current, 0);
  /* The first token is taken, not passed over. */
  step(run, false);
  for (;;) {
    if (machine->current.count == 0 || run->spot.next >= sentence_end(run)) {
      if (!cross(run)) {
        return;
      }
      continue;
    }
    bool passed = match_is_passed(run->spot.next, run->program->strict_comma);
    if (passed && !wants_comma(run)) {
      pass_over_gap(run);
    } else {
      step(run, passed);
    }
  }
}

struct match_end match_machine_run(struct match_machine *machine,
                                   const struct match_scene *scene,
                                   const struct rules_program *program,
                                   uint32_t sentence, uint32_t start) {
  if (!make_room(machine, program->count)) {
    return (struct match_end){MATCH_NOWHERE, sentence};
  }
  struct run run = {
      .machine = machine,
      .scene = scene,
      .program = program,
      .code = scene->rules->code.instructions.items + program->first,
      .spot = {scene->tokens + start, scene->tokens + start, sentence},
  };
  run_to_end(&run);
  return run.longest == NULL
             ? (struct match_end){MATCH_NOWHERE, sentence}
             : (struct match_end){(uint32_t)(run.longest - scene->tokens),
                                  run.last_sentence};
}
