/* SPDX-License-Identifier: MIT */
/*
 * What fuzz targets share. A target is a file fuzz_*.c with the function that
 * libFuzzer calls for each input:
 *
 *     fuzz_html.c + libFuzzer     fuzz-html       makes inputs, for CI
 *                 + replay.c      replay-html     reads those of a folder
 *
 * It asks more of the library than not to crash: what FUZZ_HOLDS names is true
 * whatever the input is.
 */
#ifndef COURTESY_TESTS_FUZZ_H
#define COURTESY_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Ends the program, as a sanitizer does, and says what does not hold. */
#define FUZZ_HOLDS(condition)                                                  \
  ((condition) ? (void)0 : fuzz_broken(__FILE__, __LINE__, #condition))

_Noreturn void fuzz_broken(const char *file, int line, const char *what);

#endif
