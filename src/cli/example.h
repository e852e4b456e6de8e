/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_CLI_EXAMPLE_H
#define CL_CLI_EXAMPLE_H

/* A rule's example, run as if its texts were articles. */

#include "report/report.h"

/** What an example did, named as a rule author sees it. */
typedef enum {
    CL_OUTCOME_FIRED,  /* claimed or found what it should */
    CL_OUTCOME_SILENT, /* said nothing, as it should */
    CL_OUTCOME_MISSED, /* should have, and did not */
    CL_OUTCOME_NOISY,  /* should not have, and did */
} ClOutcome;

/** "fired", ... */
const char *cl_outcome_name(ClOutcome outcome);

/** True for fired and silent. */
bool cl_outcome_passes(ClOutcome outcome);

/**
 * Runs one example of a rule, as it is and in other notations and scripts.
 *
 * number   which one, from 0
 * story    receives, where it failed, what was expected and what was got
 */
ClOutcome cl_example_run(const ClRuleSet *rules,
                         const ClRule *rule,
                         size_t number,
                         GString *story);

#endif
