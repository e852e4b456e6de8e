/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_BASE_YAML_TREE_H
#define CL_BASE_YAML_TREE_H

/* What the two readers of YAML fill: nodes and texts, freed as a whole. */

#include "base/base.h"

enum { CL_YAML_DEEPEST = 32, CL_YAML_LONGEST_KEY = 256 };

/** room guesses how many bytes there will be. */
ClYaml *cl_yaml_new(size_t room);

void cl_yaml_set_root(ClYaml *yaml, ClYamlNode *root);

/** Room that lives as long as the tree. */
void *cl_yaml_take(ClYaml *yaml, size_t bytes);

/** A copy that ends with a NUL. */
char *cl_yaml_keep(ClYaml *yaml, const char *text, size_t length);

ClYamlNode *cl_yaml_add(ClYaml *yaml,
                        ClYamlType type,
                        unsigned line,
                        unsigned column);

/** Makes children those of node; of a map they are key, item, key, item. */
void cl_yaml_fill(ClYaml *yaml,
                  ClYamlNode *node,
                  ClYamlNode *const *children,
                  size_t count);

/** The first key of a map that an earlier one equals, or its count. */
size_t cl_yaml_doubled(const ClYamlNode *map);

/**
 * Reads plain YAML, as people write it, many times faster than a parser of
 * all YAML: maps and lists by indentation or in brackets, words and quotes
 * within a line.
 *
 * bytes    valid UTF-8 without control characters
 * returns  owned, the same tree that the other reader makes of it; NULL if
 *          there is a mistake or anything else in it, which proves nothing
 */
ClYaml *cl_yaml_read_plain(const char *bytes, size_t length);

/** Appends the tree as bytes of any value. */
void cl_yaml_pack(const ClYaml *yaml, GString *out);

/** What cl_yaml_pack() made, which must outlive the tree; owned. */
ClYaml *cl_yaml_unpack(const char *packed);

/** The value of a key of the root alone; NULL if it has none. */
ClYaml *cl_yaml_unpack_key(const char *packed, const char *key);

typedef enum { CL_YAML_READ_PLAIN = 1, CL_YAML_READ_EVENTS = 2 } ClYamlReaders;

/** As cl_yaml_parse(), by these readers alone: to compare them. */
ClYaml *cl_yaml_parse_with(ClYamlReaders readers,
                           const char *bytes,
                           size_t length,
                           const char *file,
                           ClNotes *notes);

#endif
