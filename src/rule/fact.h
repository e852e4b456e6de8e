/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_RULE_FACT_H
#define CL_RULE_FACT_H

/* How an entry of the desk's book is read; mistakes are notes. */

#include "rule/read.h"

/** Reads one entry.  Owned, never NULL; usable only without a mistake. */
ClFact *cl_fact_read(const ClReader *reader,
                     const ClRuleSet *rules,
                     const ClYamlNode *node);
void cl_fact_free(void *fact);

/** Reads the figure into fact->quantity, in a unit of its rule. */
void cl_fact_read_value(const ClReader *reader,
                        const ClYamlNode *node,
                        ClFact *fact);

/**
 * Reads the facets, once rule and as-of day are known.
 *
 * map  NULL if the entry names none
 */
void cl_fact_read_facets(const ClReader *reader,
                         const ClYamlNode *map,
                         ClFact *fact);

#endif
