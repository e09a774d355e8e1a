/* SPDX-License-Identifier: MIT */
#include "walk.h"
#include "utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

/* Each test has a folder of its own, in which it is; what it makes there is
 * noted, to be taken away again. */
static char folder[] = "walk-XXXXXX";
static struct cli_names made;

static int enter_folder(void **state) {
  (void)state;
  strcpy(folder, "walk-XXXXXX");
  return mkdtemp(folder) != NULL ? chdir(folder) : -1;
}

static int leave_folder(void **state) {
  (void)state;
  for (size_t i = made.count; i > 0; i--) {
    remove(made.names[i - 1]);
  }
  cli_names_destroy(&made);
  return chdir("..") == 0 ? rmdir(folder) : -1;
}

static void make_folder(const char *name) {
  assert_int_equal(0, mkdir(name, 0777));
  cli_names_add(&made, name);
}

static void make(const char *name, const char *text) {
  FILE *file = fopen(name, "w");
  assert_non_null(file);
  fputs(text, file);
  fclose(file);
  cli_names_add(&made, name);
}

static bool is_text_name(const char *name) {
  return cli_name_ends(name, ".txt") || cli_name_ends(name, ".md");
}

/* The files of a walk, with blanks between them. */
static void assert_walk(const char *path, bool without_ignored,
                        const char *wanted) {
  struct cli_bytes found = {0};
  struct cli_walk walk;
  struct cli_source source;
  cli_walk_begin(&walk, &path, 1, is_text_name);
  walk.without_ignored = without_ignored;
  while (cli_walk_next(&walk, &source)) {
    assert_int_equal(0, source.error);
    cli_bytes_add_string(&found, found.size > 0 ? " " : "");
    cli_bytes_add_string(&found, source.path);
  }
  cli_walk_end(&walk);
  cli_bytes_add(&found, "", 1);
  assert_string_equal(wanted, found.bytes);
  cli_bytes_destroy(&found);
}

static bool meets_maildir(const char *path) {
  struct cli_walk walk;
  struct cli_source source;
  cli_walk_begin(&walk, &path, 1, is_text_name);
  assert_false(cli_walk_next(&walk, &source));
  cli_walk_end(&walk);
  return walk.met_maildir;
}

/* No mail is no mistake, as no text is: so the two are told apart. */
static void test_an_empty_maildir_is_told_from_an_empty_folder(void **state) {
  (void)state;
  make_folder("post");
  make_folder("post/cur");
  make_folder("post/new");
  make_folder("post/tmp");
  make_folder("other");
  assert_true(meets_maildir("post"));
  assert_false(meets_maildir("other"));
}

/* A repository of its own: Meson has git ignore all of a build folder. */
static void test_a_folder_is_its_files_in_order(void **state) {
  (void)state;
  make_folder(".git");
  make_folder("mails");
  make_folder("mails/more");
  make("mails/b.txt", "");
  make("mails/a.MD", "");
  make("mails/c.log", "");
  make("mails/.hidden.txt", "");
  make("mails/more/d.txt", "");
  assert_walk("mails", true, "mails/a.MD mails/b.txt mails/more/d.txt");
  assert_walk("mails/c.log", true, "mails/c.log");
}

/* One by one: those of a folder are only counted where they are clean. */
static void test_named_files_are_told_from_found_ones(void **state) {
  (void)state;
  make_folder("a");
  make("a/1.txt", "");
  make("b.txt", "");
  const char *paths[] = {"b.txt", "a", "a/1.txt", "a", "b.txt"};
  const bool in_folder[] = {false, true, false, true, false};
  struct cli_walk walk;
  struct cli_source source;
  cli_walk_begin(&walk, paths, sizeof paths / sizeof paths[0], is_text_name);
  for (size_t i = 0; i < sizeof in_folder / sizeof in_folder[0]; i++) {
    assert_true(cli_walk_next(&walk, &source));
    assert_int_equal(in_folder[i], source.in_folder);
  }
  assert_false(cli_walk_next(&walk, &source));
  cli_walk_end(&walk);
}

static void test_what_git_ignores_is_left_out(void **state) {
  (void)state;
  make_folder(".git");
  make_folder("sent");
  make_folder("drafts");
  make_folder("drafts/old");
  make(".gitignore", "# what is gone\nsent/\n*.md\n");
  make("drafts/.gitignore", "/old/*.txt\n!old/keep.txt\n");
  make("a.txt", "");
  make("b.md", "");
  make("sent/c.txt", "");
  make("drafts/old/d.txt", "");
  make("drafts/old/keep.txt", "");
  make("drafts/e.md", "");
  assert_walk(".", true, "./a.txt ./drafts/old/keep.txt");
  assert_walk("drafts", true, "drafts/old/keep.txt");
  assert_walk("drafts/old", true, "drafts/old/keep.txt");
  /* Who names it wants it. */
  assert_walk("sent", true, "sent/c.txt");
  assert_walk("b.md", true, "b.md");
  assert_walk("sent", false, "sent/c.txt");
  assert_walk(".", false,
              "./a.txt ./b.md ./drafts/e.md ./drafts/old/d.txt "
              "./drafts/old/keep.txt ./sent/c.txt");
}

static void test_patterns(void **state) {
  (void)state;
  make_folder(".git");
  make_folder(".git/info");
  make_folder("x");
  make_folder("x/y");
  make_folder("x/y/z");
  make(".git/info/exclude", "secret.txt\n");
  make(".gitignore", "/top.txt\r\nx/**/deep.txt\n**/[ab]?.txt  \n\\#1.txt\n"
                     "x/y/z/**\n/\n");
  make("#1.txt", "");
  make("secret.txt", "");
  make("top.txt", "");
  make("x/a1.txt", "");
  make("x/c1.txt", "");
  make("x/deep.txt", "");
  make("x/top.txt", "");
  make("x/y/deep.txt", "");
  make("x/y/z/any.txt", "");
  assert_walk(".", true, "./x/c1.txt ./x/top.txt");
}

/* Without a repository a .gitignore means nothing. A folder with .git in it
 * is one, so that the folders above this one do not matter either. */
static void test_the_nearest_repository_counts(void **state) {
  (void)state;
  make_folder(".git");
  make_folder("inner");
  make_folder("inner/.git");
  make(".gitignore", "*.txt\n");
  make("inner/a.txt", "");
  assert_walk("inner", true, "inner/a.txt");
}

int main(void) {
#define IN_FOLDER(test)                                                        \
  cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)
  const struct CMUnitTest tests[] = {
      IN_FOLDER(test_a_folder_is_its_files_in_order),
      IN_FOLDER(test_named_files_are_told_from_found_ones),
      IN_FOLDER(test_what_git_ignores_is_left_out),
      IN_FOLDER(test_patterns),
      IN_FOLDER(test_the_nearest_repository_counts),
      IN_FOLDER(test_an_empty_maildir_is_told_from_an_empty_folder),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
