/* SPDX-License-Identifier: MIT */
/* A message of one kind, which the build names; from its bytes to findings. */
#include "linter.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  fuzz_lint_by_pack(&(struct fuzz_input){
      .kind = FUZZ_KIND, .bytes = (const char *)data, .size = size});
  return 0;
}
