/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_CLI_REASON_H
#define CL_CLI_REASON_H

/* Decisions of extraction in words for a rule's author. */

#include "extract/extract.h"

/** How far a figure came, so that the step nearest to a claim is told. */
unsigned cl_reason_rank(ClStep step);

/**
 * Appends why, in half a line without a full stop: "'营收' stands between
 * '订单' and the figure".
 */
void cl_reason_tell(const ClDecision *decision, GString *out);

/** Whether the sentence has a word of the rule with that role. */
bool cl_reason_has_role(const ClRuleSet *rules,
                        const ClDecision *decision,
                        const ClRule *rule,
                        ClRole role);

/** Appends the sentence's words of the rule with that role, quoted. */
void cl_reason_list_words(const ClRuleSet *rules,
                          const ClDecision *decision,
                          const ClRule *rule,
                          ClRole role,
                          GString *out);

#endif
