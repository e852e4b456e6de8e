/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_CLI_LINT_H
#define CL_CLI_LINT_H

/* What is odd in rules that load. */

#include "extract/extract.h"

/**
 * Tells terms that can never match, regular expressions that may take very
 * long, doubled titles, and rules that say too little.
 */
void cl_lint_rules(const ClRuleSet *rules, ClNotes *notes);

/** Adds a remark at a rule; the place is that of its first line. */
void cl_lint_note(const ClRule *rule,
                  ClSeverity severity,
                  const char *kind,
                  const char *hint,
                  const char *message,
                  ClNotes *notes);

#endif
