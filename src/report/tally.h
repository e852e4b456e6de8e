/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_REPORT_TALLY_H
#define CL_REPORT_TALLY_H

/* Counts of a run: the last line of every report. */

#include "report/report.h"

/** What became of one rule. */
typedef struct {
    size_t claims;
    size_t different; /* of them no repeats */
    size_t articles; /* that make one */
    size_t findings;
    const char *path; /* of the last claim counted */
} ClRuleTally;

typedef struct {
    size_t verdicts[CL_VERDICTS]; /* findings told, by verdict */
    size_t told;
    /* rules without a finding: two claims or more, one, none */
    size_t agreeing, single, silent;
    GArray *rules;           /* of ClRuleTally, as the rule set has them */
} ClTally;

void cl_tally_init(ClTally *tally, const ClReport *report);
void cl_tally_clear(ClTally *tally);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ClTally, cl_tally_clear)

/** Appends "5 articles, 61 claims of 19 rules: ...", without a line end. */
void cl_tally_summary(const ClTally *tally,
                      const ClReport *report,
                      GString *out);

#endif
