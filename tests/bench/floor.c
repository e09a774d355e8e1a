/* SPDX-License-Identifier: MIT */
/* Opens, reads and closes each file named: what no reader can do without. */
#include <fcntl.h>
#include <unistd.h>

int main(int count, char **paths) {
  static char buffer[1 << 16];
  for (int i = 1; i < count; i++) {
    int file = open(paths[i], O_RDONLY);
    if (file < 0) {
      return 1;
    }
    while (read(file, buffer, sizeof buffer) > 0) {
    }
    close(file);
  }
  return 0;
}
