/* SPDX-License-Identifier: MIT */
#include "rules/pack.h"

#include "rules/arrange.h"
#include "rules/image.h"

#include <string.h>

static const char usual_profile[] = "internal";

/* NULL when none was built in. */
static const struct rules_embedded *find_image(const char *language,
                                               const char *profile) {
  size_t size = strlen(language);
  for (size_t i = 0; i < rules_pack_image_count; i++) {
    const char *name = rules_pack_images[i].name;
    if (strncmp(name, language, size) == 0 && name[size] == '-' &&
        strcmp(name + size + 1, profile) == 0) {
      return &rules_pack_images[i];
    }
  }
  return NULL;
}

/* One step of FNV-1a, over a whole hash. */
static uint64_t mix(uint64_t hash, const struct rules_embedded *embedded) {
  return (hash ^ embedded->hash) * UINT64_C(1099511628211);
}

uint64_t courtesy_pack_hash(void) {
  uint64_t hash = UINT64_C(14695981039346656037);
  for (size_t i = 0; i < rules_pack_file_count; i++) {
    hash = mix(hash, &rules_pack_files[i]);
  }
  for (size_t i = 0; i < rules_pack_image_count; i++) {
    hash = mix(hash, &rules_pack_images[i]);
  }
  return hash;
}

/* The vocabulary, NULL or what becomes the ruleset's, is taken in any case. */
static enum courtesy_status build(const char *language, const char *profile,
                                  struct text_vocabulary *vocabulary,
                                  struct courtesy_ruleset **out) {
  struct courtesy_builder *builder = NULL;
  enum courtesy_status status = courtesy_builder_create(&builder);
  if (status != COURTESY_OK) {
    text_vocabulary_destroy(vocabulary);
  } else {
    rules_builder_use_vocabulary(builder, vocabulary);
    status = courtesy_builder_add_pack(builder, language);
  }
  if (status == COURTESY_OK) {
    status = courtesy_builder_set_profile(builder, profile);
  }
  if (status == COURTESY_OK) {
    status = courtesy_builder_finish(builder, out);
  }
  courtesy_builder_destroy(builder);
  return status;
}

enum courtesy_status courtesy_ruleset_create_pack(
    const char *language, const char *profile, struct courtesy_ruleset **out) {
  const char *wanted = *profile == '\0' ? usual_profile : profile;
  const struct rules_embedded *image = find_image(language, wanted);
  return image != NULL ? rules_image_read(image->bytes, image->size,
                                          RULES_IMAGE_BUILT_IN, out)
                       : build(language, wanted, NULL, out);
}

enum courtesy_status rules_arrange_pack(const char *language,
                                        const char *profile,
                                        struct courtesy_ruleset **out) {
  struct courtesy_ruleset *first = NULL;
  enum courtesy_status status = build(language, profile, NULL, &first);
  if (status != COURTESY_OK) {
    return status;
  }
  struct text_vocabulary *vocabulary = rules_arrange_words(first);
  courtesy_ruleset_destroy(first);
  return vocabulary == NULL ? COURTESY_NO_MEMORY
                            : build(language, profile, vocabulary, out);
}
