/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_RULE_UNITS_H
#define CL_RULE_UNITS_H

/* Units a rule asks for, by any of their spellings. */

#include "rule/read.h"

/** Reads a text or list of units into rule->units, mistakes told. */
void cl_read_units(const ClReader *reader,
                   const ClYamlNode *node,
                   ClRule *rule);

#endif
