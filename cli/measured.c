/* SPDX-License-Identifier: MIT */
#include "measured.h"

#include <string.h>

const struct cli_measured *cli_measured_find(
    const struct courtesy_rule_facts *facts) {
  const struct cli_measured *measured = cli_measured_table;
  while (measured->id[0] != '\0' && strcmp(measured->id, facts->id) != 0) {
    measured++;
  }
  return facts->built_in && measured->id[0] != '\0' ? measured : NULL;
}

double cli_measured_rate(int count) {
  return 1000.0 * count / cli_measured_mails;
}
