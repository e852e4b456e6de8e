/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_CLI_NEAR_MISS_H
#define CL_CLI_NEAR_MISS_H

/* Which rules claim something, and what they nearly claimed. */

#include "extract/extract.h"

typedef struct ClNearMisses ClNearMisses;

ClNearMisses *cl_near_misses_new(const ClRuleSet *rules);
void cl_near_misses_free(ClNearMisses *misses);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ClNearMisses, cl_near_misses_free)

/** What cl_extract_claims_traced tells; data is the ClNearMisses. */
void cl_near_misses_tell(void *data, const ClDecision *decision);

/**
 * Notes rules without a claim, and for each rule at most five sentences with
 * its subject and a fitting figure that it claims nothing in.
 */
void cl_near_misses_finish(ClNearMisses *misses, ClNotes *notes);

#endif
