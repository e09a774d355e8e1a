/* SPDX-License-Identifier: MIT */
#include "picture.h"

static void fences(void **state) {
  (void)state;
  assert_zones("body        | Try this:\n"
               "            |\n"
               "code        | ```c\n"
               "code        | please be kind\n"
               "            |\n"
               "code        | ```\n"
               "            |\n"
               "body        | Thanks.\n");
}

static void a_fence_that_is_never_closed_is_text(void **state) {
  (void)state;
  assert_zones("body        | ```\n"
               "body        | Please have a look.\n");
}

static void indented_code(void **state) {
  (void)state;
  assert_zones("body        | Try this:\n"
               "            |\n"
               "code        |     int main(void) {\n"
               "code        |       return 0;\n"
               "code        |     }\n");
  assert_zones("code        |     <p class=\"soup\">\n"
               "code        |     </p>\n");
  assert_zones("code        |     soup => hot\n"
               "code        |     size = 3\n");
  assert_zones("body        |     <ana@acme.example>\n"
               "body        |     2 - 3 cups\n");
}

static void indented_prose_is_own(void **state) {
  (void)state;
  assert_zones("body        | My points:\n"
               "            |\n"
               "body        |     the room is small\n"
               "body        |     the table is fine\n");
}

static void blocks_in_braces(void **state) {
  (void)state;
  assert_zones("body        | This is how it counts:\n"
               "code        | int count(const char *text) {\n"
               "code        |   int words = 0;\n"
               "            |\n"
               "code        |   while (next(&text)) {\n"
               "code        |     words++;\n"
               "code        |   }\n"
               "code        |   return words;\n"
               "code        | }\n"
               "body        | Fine with you?\n");
  assert_zones("code        | {\n"
               "code        |   \"day\": \"Monday\",\n"
               "code        |   \"lunch\": [\"soup\", \"bread\"],\n"
               "code        |   \"guests\": 12\n"
               "code        | }\n");
}

static void a_brace_alone_is_text(void **state) {
  (void)state;
  assert_zones("body        | In the form the line with {\n"
               "body        | is missing. Could you add it?\n");
  assert_zones("body        | the placeholders {\n"
               "body        | first name\n"
               "body        | last name\n"
               "body        | room\n"
               "body        | } are filled in by the office\n");
}

static void stack_traces(void **state) {
  (void)state;
  assert_zones("body        | It says:\n"
               "code        | java.io.IOException: no such file\n"
               "code        | \tat com.acme.Mail.send(Mail.java:12)\n"
               "code        | Caused by: java.lang.RuntimeException: oh\n"
               "code        | \t... 12 more\n"
               "            |\n"
               "body        | at the moment I am (as always) in room 12\n");
  assert_zones("code        | Traceback (most recent call last):\n"
               "code        |   File \"mail.py\", line 3, in send\n");
  assert_zones("code        | java.lang.StackOverflowError\n");
  assert_zones("body        | ... and 12 more\n");
}

static void patches(void **state) {
  (void)state;
  assert_zones("body        | This helps:\n"
               "            |\n"
               "code        | diff --git a/mail.c b/mail.c\n"
               "code        | --- a/mail.c\n"
               "code        | +++ b/mail.c\n"
               "code        | @@ -1,2 +1,2 @@\n"
               "code        | -old\n"
               "code        | +new\n"
               "            |\n"
               "body        | Thanks.\n");
  assert_zones("code        | diff --git a/mail.c b/mail.c\n"
               "code        | new file mode 100644\n"
               "code        | index 000000..7c4a3b\n"
               "code        | diff --cc mail.h\n"
               "code        | --- a/mail.h\n");
  assert_zones("code        | --- soup.txt\n"
               "code        | +++ stew.txt\n"
               "code        | @@ -1 +1 @@\n");
  assert_zones("body        | --- as promised\n"
               "body        | the list is here.\n");
}

static void logs_and_prompts(void **state) {
  (void)state;
  assert_zones("code        | 2017-05-03 12:00:01,123 INFO started\n"
               "code        | 2017-05-03T12:00:02 INFO ready\n"
               "code        | May  3 12:00:02 host mail: ready\n"
               "code        | [12:00:03] stopped\n"
               "body        | 12:00 is lunch.\n"
               "body        | May 3 is fine.\n"
               "body        | 2026-03-01 12:00 we meet at the gate.\n"
               "body        | 2026-03-01 12:00:30\n"
               "body        | 2026-03-01 12:00:30, as agreed:\n"
               "code        | $ make check\n"
               "code        | ana@host:~$ ls\n"
               "body        | $ 500 is the price.\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(fences),
      cmocka_unit_test(a_fence_that_is_never_closed_is_text),
      cmocka_unit_test(indented_code),
      cmocka_unit_test(indented_prose_is_own),
      cmocka_unit_test(blocks_in_braces),
      cmocka_unit_test(a_brace_alone_is_text),
      cmocka_unit_test(stack_traces),
      cmocka_unit_test(patches),
      cmocka_unit_test(logs_and_prompts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
