/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_CLI_EXPLAIN_PAIRS_H
#define CL_CLI_EXPLAIN_PAIRS_H

/* From claims to the verdict: why two figures of a rule are told or not. */

#include "check/check.h"

/**
 * Appends the figures of a rule that claims make, each once with its places,
 * and what becomes of each two of them; nothing if there are fewer than two.
 *
 * claims  sorted
 */
void cl_explain_pairs(const ClRuleSet *rules,
                      const ClClaims *claims,
                      const ClRule *rule,
                      GString *out);

#endif
