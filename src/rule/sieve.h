/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_RULE_SIEVE_H
#define CL_RULE_SIEVE_H

/*
 * Which words of rules may stand where in an article that is not folded:
 * never too few of them.
 */

#include "rule/rule.h"

typedef struct ClSieve ClSieve;

ClSieve *cl_sieve_new(void);
void cl_sieve_free(ClSieve *sieve);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ClSieve, cl_sieve_free)

/**
 * Adds a word of a term.
 *
 * word    folded, as a text that has the term holds it; NULL: not known
 * inside  it may also begin inside a longer word of Latin letters
 */
void cl_sieve_add(ClSieve *sieve, const char *word, bool inside, uint32_t term);

/** Ends the adding; from here on the sieve is read-only. */
void cl_sieve_finish(ClSieve *sieve);

/** See cl_rule_set_sift. */
void cl_sieve_sift(const ClSieve *sieve, const ClArticle *article, GArray *out);

/** See cl_rule_set_can_sift. */
bool cl_sieve_is_whole(const ClSieve *sieve);

#endif
