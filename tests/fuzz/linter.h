/* SPDX-License-Identifier: MIT */
/* Lints inputs, and checks all that a host may rely on. */
#ifndef COURTESY_TESTS_FUZZ_LINTER_H
#define COURTESY_TESTS_FUZZ_LINTER_H

#include "fuzz.h"

#include <courtesy/courtesy.h>

/* Two sessions, whose findings must be the same. */
struct fuzz_linter {
  struct courtesy_session *usual;    /* with all marks */
  struct courtesy_session *thorough; /* without marks and prefilter */
};

struct fuzz_linter fuzz_linter_create(const struct courtesy_ruleset *ruleset);
void fuzz_linter_destroy(struct fuzz_linter *linter);

/* What is linted. */
struct fuzz_input {
  enum courtesy_kind kind;
  const char *bytes;
  size_t size;
  const struct courtesy_facts *facts; /* or NULL */
};

void fuzz_lint(struct fuzz_linter *linter, const struct fuzz_input *input);

/* The same under the pack, with sessions that serve all inputs. */
void fuzz_lint_by_pack(const struct fuzz_input *input);

/* The checks of it, a file each. */
void fuzz_check_message(const struct fuzz_input *input,
                        const struct courtesy_message *message);
void fuzz_check_results(const struct fuzz_input *input,
                        const struct courtesy_message *message,
                        const struct courtesy_session *session);

/* Whether what a result shows is what stands in its place, as far as that can
 * be told by simple means: byte for byte in text that is not encoded, letter
 * for letter in quoted-printable and base64. */
bool fuzz_shows(const struct fuzz_input *input,
                const struct courtesy_message *message,
                const struct courtesy_span *span, const char *text,
                size_t size);

#endif
