/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_RULE_TERMS_H
#define CL_RULE_TERMS_H

/* All terms of all rules, found in a text in one walk. */

#include "rule/rule.h"
#include "rule/sieve.h"
#include "rule/term_text.h"

typedef struct ClTerms ClTerms;

ClTerms *cl_terms_new(void);
void cl_terms_free(ClTerms *terms);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ClTerms, cl_terms_free)

/**
 * Adds a use of a folded literal or a checked regular expression: rule by
 * rule in their order, those for all rules last.
 *
 * word     used by no other ClTerms; outlives this one
 * returns  the term
 */
uint32_t cl_terms_add(ClTerms *terms, ClTermText *word, ClTermUse use);

/** Ends the adding; from here on the terms are read-only. */
void cl_terms_finish(ClTerms *terms);

/** See cl_rule_set_match_anchors and cl_rule_set_match_rest. */
void cl_terms_match_anchors(const ClTerms *terms,
                            const char *text,
                            size_t length,
                            GArray *out,
                            GArray *gave_up);
void cl_terms_match_rest(const ClTerms *terms,
                         const char *text,
                         size_t length,
                         GArray *out,
                         GArray *gave_up);

/** See cl_rule_set_make_sieve; after cl_terms_finish. */
void cl_terms_make_sieve(ClTerms *terms);
/** Of subjects, measures and stand-ins; NULL if it was not made. */
const ClSieve *cl_terms_sieve(const ClTerms *terms);

/** See cl_rule_set_roles. */
unsigned cl_terms_roles(const ClTerms *terms, uint32_t term);

/** See cl_rule_set_uses_of. */
const ClTermUse *cl_terms_uses_of(const ClTerms *terms,
                                  uint32_t term,
                                  uint32_t rule,
                                  size_t *count);

/** See cl_rule_set_uses. */
const ClTermUse *cl_terms_uses(const ClTerms *terms,
                               uint32_t term,
                               size_t *count);

/** The characters of a term, or the source of its expression. */
const char *cl_terms_text(const ClTerms *terms, uint32_t term);

#endif
