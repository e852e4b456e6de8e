/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_RULE_SET_H
#define CL_RULE_SET_H

/* Inside rule/: what a set keeps of its files. */

#include "rule/rule.h"

/** The lists of entities of a set: of ClEntityList *. */
const GPtrArray *cl_rule_set_lists(const ClRuleSet *rules);

/** The term of a literal in folded characters; UINT32_MAX: it is none. */
uint32_t cl_rule_set_literal(const ClRuleSet *rules, const char *text);

/** The characters of a term. */
const char *cl_rule_set_term_text(const ClRuleSet *rules, uint32_t term);

#endif
