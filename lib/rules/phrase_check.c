/* SPDX-License-Identifier: MIT */
/* Mistakes that only the whole tree shows. */
#include "rules/phrase_tree.h"

static bool is_nullable(const struct phrase_node *node) {
  if (node->kind == PHRASE_ATOM) {
    return !rules_operation_consumes(node->operation);
  }
  bool all = true;
  bool any = false;
  for (const struct phrase_node *child = node->first; child != NULL;
       child = child->next) {
    bool nullable = is_nullable(child);
    all &= nullable;
    any |= nullable;
  }
  return node->kind == PHRASE_SEQUENCE ? all : any || node->optional;
}

/* Whether the node can take a token at all. */
static bool may_consume(const struct phrase_node *node) {
  if (node->kind == PHRASE_ATOM) {
    return rules_operation_consumes(node->operation);
  }
  bool any = false;
  for (const struct phrase_node *child = node->first; child != NULL;
       child = child->next) {
    any |= may_consume(child);
  }
  return any;
}

static bool check_atom(struct phrase_compiler *compiler,
                       const struct phrase_node *node, bool first, bool last) {
  switch (node->operation) {
  case RULES_AT_SENTENCE_START:
  case RULES_AT_TEXT_START:
    return first || phrase_mistake(compiler, node->offset,
                                   "^ and <step> stand before everything "
                                   "else, or in the first bracket");
  case RULES_AT_SENTENCE_END:
  case RULES_AT_TEXT_END:
    return last || phrase_mistake(compiler, node->offset,
                                  "$ stands behind everything else, or in "
                                  "the last bracket");
  default:
    return true;
  }
}

/* `first`: nothing can be consumed before the node; `last`: nor after it. */
static bool check_edges(struct phrase_compiler *compiler,
                        const struct phrase_node *node, bool first, bool last) {
  if (node->kind == PHRASE_ATOM) {
    return check_atom(compiler, node, first, last);
  }
  bool is_sequence = node->kind == PHRASE_SEQUENCE;
  const struct phrase_node *final = NULL; /* child that consumes, the last */
  for (const struct phrase_node *child = node->first; child != NULL;
       child = child->next) {
    if (may_consume(child)) {
      final = child;
    }
  }
  bool started = false;
  bool ended = final == NULL;
  for (const struct phrase_node *child = node->first; child != NULL;
       child = child->next) {
    ended |= child == final;
    if (!check_edges(compiler, child, first && !(is_sequence && started),
                     last && (!is_sequence || ended))) {
      return false;
    }
    started |= may_consume(child);
  }
  return true;
}

bool phrase_names_something(const struct phrase_node *node) {
  bool named = node->kind == PHRASE_ATOM ? node->operation != RULES_ANY
                                         : node->first == NULL;
  for (const struct phrase_node *child = node->first; child != NULL && !named;
       child = child->next) {
    named = phrase_names_something(child);
  }
  return named;
}

bool phrase_check(struct phrase_compiler *compiler,
                  const struct phrase_node *root) {
  if (root->first == NULL) {
    return phrase_mistake(compiler, 0, "the phrase is empty");
  }
  if (compiler->has_edges && !check_edges(compiler, root, true, true)) {
    return false;
  }
  if (is_nullable(root)) {
    return phrase_mistake(compiler, 0,
                          "the phrase could match the empty text: at least "
                          "one word must stand outside of [ ]");
  }
  return true;
}
