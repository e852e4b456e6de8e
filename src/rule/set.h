/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_RULE_SET_H
#define CL_RULE_SET_H

/* Inside rule/: what a set keeps of its files. */

#include "rule/rule.h"

/** The lists of entities of a set: of ClEntityList *. */
const GPtrArray *cl_rule_set_lists(const ClRuleSet *rules);

/** The characters of a term. */
const char *cl_rule_set_term_text(const ClRuleSet *rules, uint32_t term);

#endif
