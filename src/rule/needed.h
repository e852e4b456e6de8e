/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_RULE_NEEDED_H
#define CL_RULE_NEEDED_H

/* Which plain words a text must hold for an expression to match in it. */

#include "base/base.h"

/**
 * Words of which every match of a folded expression holds one at least:
 * 美的 of (?<!完)美的(?!是), had and has of \b(?:had|has)(?= [0-9]).
 *
 * returns  owned, of char *, owned; a blank in front says that it begins a word
 *          of Latin letters; NULL if no such words are known
 */
GPtrArray *cl_needed_words(const char *pattern);

#endif
