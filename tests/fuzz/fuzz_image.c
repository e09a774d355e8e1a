/* SPDX-License-Identifier: MIT */
/*
 * Images of rulesets that lie. An image belongs to one build of the library,
 * so that no file may hold one: an input says what is changed in that of
 * image_rules.yaml, a line each,
 *
 *     PATTERNS 3 8 255     byte 8 of item 3 of the section becomes 255
 *     HEADER 0 40 1        a byte of the header
 *
 * and what is no such line is passed over.
 */
#include "fuzz.h"

#include "base/buffer.h"
#include "rules/image.h"
#include "rules/pack.h"

#include <courtesy/courtesy.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern const struct rules_embedded fuzz_image_files[];
extern const size_t fuzz_image_file_count;

struct change {
  unsigned section; /* RULES_IMAGE_SECTION_COUNT: the header */
  unsigned item;
  unsigned byte;
  unsigned value;
};

enum { CHANGES_MOST = 32, LINE_MOST = 64 };

#define SECTION_NAME(section, type) #section,
static const char *const section_names[] = {
    RULES_IMAGE_SECTIONS(SECTION_NAME) "HEADER"};

/* ---------------------------------------------------------- what is changed */

static bool change_of(const char *line, struct change *change) {
  char name[LINE_MOST];
  if (sscanf(line, "%63s %u %u %u", name, &change->item, &change->byte,
             &change->value) != 4) {
    return false;
  }
  change->section = 0;
  while (change->section <= RULES_IMAGE_SECTION_COUNT &&
         strcmp(section_names[change->section], name) != 0) {
    change->section++;
  }
  return change->section <= RULES_IMAGE_SECTION_COUNT;
}

static size_t read_changes(const uint8_t *data, size_t size,
                           struct change *changes) {
  size_t count = 0;
  char line[LINE_MOST];
  size_t length = 0;
  for (size_t i = 0; i <= size && count < CHANGES_MOST; i++) {
    if (i < size && data[i] != '\n') {
      line[length] = (char)data[i];
      length += length + 1 < LINE_MOST;
    } else {
      line[length] = '\0';
      length = 0;
      count += change_of(line, &changes[count]);
    }
  }
  return count;
}

/* `header` is that of the sound image. */
static void make_change(struct base_buffer *image,
                        const struct image_header *header,
                        const struct change *change) {
  size_t place = change->byte % sizeof *header;
  if (change->section < RULES_IMAGE_SECTION_COUNT) {
    const struct image_section *section = &header->sections[change->section];
    if (section->count == 0) {
      return;
    }
    place = section->offset +
            change->item % section->count * section->item_size +
            change->byte % section->item_size;
  }
  if (place < image->size) {
    image->bytes[place] = (char)change->value;
  }
}

/* ---------------------------------------------------------------- the image */

static void keep(void *context, const void *bytes, size_t size) {
  base_buffer_add(context, bytes, size);
}

static struct base_buffer write_image(void) {
  struct base_buffer image = {0};
  struct courtesy_builder *builder = NULL;
  struct courtesy_ruleset *ruleset = NULL;
  FUZZ_HOLDS(courtesy_builder_create(&builder) == COURTESY_OK);
  FUZZ_HOLDS(courtesy_builder_add_file(
                 builder, fuzz_image_files[0].name, fuzz_image_files[0].bytes,
                 fuzz_image_files[0].size) == COURTESY_OK);
  FUZZ_HOLDS(courtesy_builder_finish(builder, &ruleset) == COURTESY_OK);
  FUZZ_HOLDS(courtesy_ruleset_write(ruleset, keep, &image) == COURTESY_OK);
  courtesy_builder_destroy(builder);
  courtesy_ruleset_destroy(ruleset);
  return image;
}

/* ------------------------------------------------------------ what reads it */

static void list_rule(const struct courtesy_ruleset *ruleset,
                      const struct courtesy_rule *rule) {
  struct courtesy_rule_facts facts;
  struct courtesy_rule_trigger trigger;
  struct courtesy_example example;
  struct courtesy_phrase phrase;
  char text[256];
  courtesy_rule_describe(ruleset, rule, &facts);
  courtesy_rule_describe_trigger(ruleset, rule, &trigger);
  for (size_t i = 0; i < trigger.without_count; i++) {
    FUZZ_HOLDS(courtesy_rule_without(ruleset, rule, i) != NULL);
  }
  for (size_t i = 0; courtesy_rule_example(ruleset, rule, i, &example); i++) {
    FUZZ_HOLDS(strlen(example.text) <= example.size);
  }
  for (size_t i = 0; courtesy_rule_phrase(ruleset, rule, i, &phrase); i++) {
    FUZZ_HOLDS(phrase.text != NULL);
    courtesy_rule_sample(ruleset, rule, i, 1, text, sizeof text);
  }
}

/* A regex that is none is told as memory that ran out. */
static void lint(const struct courtesy_ruleset *ruleset) {
  static const char text[] =
      "Subject: Order 4711\n\nHello Kim,\n\nlike I told you already. Please "
      "send it to me by 5 pm.\nThere is no way, \"as I told you\". We told "
      "you. Twice, as IT told them!! LEGAL tells Ana [so], Sam.\n\n"
      "> Hi Ana,\n> please send them to us.\n\nThanks,\nAna\n";
  struct courtesy_session *session = NULL;
  struct courtesy_message *message = NULL;
  FUZZ_HOLDS(courtesy_session_create(ruleset, &session) == COURTESY_OK);
  FUZZ_HOLDS(courtesy_message_create(COURTESY_DRAFT, text, sizeof text - 1,
                                     NULL, &message) == COURTESY_OK);
  if (courtesy_session_lint(session, message) == COURTESY_OK) {
    for (size_t i = 0; i < courtesy_session_finding_count(session); i++) {
      const struct courtesy_finding *finding =
          courtesy_session_finding(session, i);
      FUZZ_HOLDS(finding->span.offset + finding->span.length < sizeof text);
    }
  }
  courtesy_message_destroy(message);
  courtesy_session_destroy(session);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static struct base_buffer sound;
  struct change changes[CHANGES_MOST];
  size_t count = read_changes(data, size, changes);
  struct base_buffer image = {0};
  struct courtesy_ruleset *ruleset = NULL;
  if (sound.size == 0) {
    sound = write_image();
  }
  struct image_header header;
  memcpy(&header, sound.bytes, sizeof header);
  base_buffer_add(&image, sound.bytes, sound.size);
  for (size_t i = 0; i < count; i++) {
    make_change(&image, &header, &changes[i]);
  }
  if (courtesy_ruleset_read(image.bytes, image.size, &ruleset) == COURTESY_OK) {
    for (size_t i = 0; i < courtesy_ruleset_rule_count(ruleset); i++) {
      list_rule(ruleset, courtesy_ruleset_rule(ruleset, i));
    }
    lint(ruleset);
    courtesy_ruleset_destroy(ruleset);
  }
  base_buffer_destroy(&image);
  return 0;
}

/* ------------------------------------------------ libFuzzer's way to inputs */

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most,
                               unsigned int number);

/* Values are often small, largest, or near a power of two. */
static struct change random_change(void) {
  static const unsigned values[] = {0, 1, 2, 4, 8, 16, 32, 64, 127, 128, 255};
  enum { VALUES = sizeof values / sizeof values[0], ITEMS = 256, BYTES = 128 };
  return (struct change){
      .section = (unsigned)rand() % (RULES_IMAGE_SECTION_COUNT + 1),
      .item = (unsigned)rand() % ITEMS,
      .byte = (unsigned)rand() % BYTES,
      .value = rand() % 2 == 0 ? (unsigned)rand() % 256
                               : values[(unsigned)rand() % VALUES],
  };
}

/* One more, one less, or another; returns how many there are. */
static size_t vary(struct change *changes, size_t count) {
  size_t place = count == 0 ? 0 : (size_t)rand() % count;
  if (count > 0 && rand() % 4 == 0) {
    changes[place] = changes[count - 1];
    return count - 1;
  }
  bool adds = count == 0 || (count < CHANGES_MOST && rand() % 2 == 0);
  changes[adds ? count : place] = random_change();
  return count + adds;
}

static size_t write_changes(const struct change *changes, size_t count,
                            uint8_t *data, size_t most) {
  size_t used = 0;
  for (size_t i = 0; i < count; i++) {
    char line[LINE_MOST];
    int size = snprintf(line, sizeof line, "%s %u %u %u\n",
                        section_names[changes[i].section], changes[i].item,
                        changes[i].byte, changes[i].value);
    if (size > 0 && used + (size_t)size <= most) {
      memcpy(data + used, line, (size_t)size);
      used += (size_t)size;
    }
  }
  return used;
}

/* Bytes changed at random would seldom be a line. */
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most,
                               unsigned int number) {
  struct change changes[CHANGES_MOST];
  size_t count = read_changes(data, size, changes);
  srand(number);
  count = vary(changes, count);
  return write_changes(changes, count, data, most);
}
