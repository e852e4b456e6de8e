/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_CLI_SKETCH_H
#define CL_CLI_SKETCH_H

/* A rule guessed from one sentence. */

#include "rule/rule.h"

/**
 * Writes a rule file for the figure a sentence is most likely about.  What is
 * written loads, and its examples pass: what did not was thrown away.
 *
 * id       NULL: one is made up
 * mistake  receives one line where no such rule can be made
 * returns  false on a mistake
 */
bool cl_sketch_rule(const ClVocabulary *vocabulary,
                    const char *sentence,
                    const char *id,
                    GString *out,
                    GString *mistake);

#endif
