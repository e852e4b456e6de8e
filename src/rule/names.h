/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_RULE_NAMES_H
#define CL_RULE_NAMES_H

/* The names of all lists of entities, and who belongs to whose house. */

#include "rule/entities.h"
#include "rule/terms.h"

/** Makes every entity of the lists a name to all rules. */
void cl_names_add(ClTerms *terms, const GPtrArray *lists);

#endif
