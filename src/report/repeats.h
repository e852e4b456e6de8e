/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_REPORT_REPEATS_H
#define CL_REPORT_REPEATS_H

/* Where else the sentence of a claim was met. */

#include "report/report.h"

typedef struct {
    uint32_t *next; /* by claim: the next of the same sentence; 0: no more */
} ClRepeats;

void cl_repeats_init(ClRepeats *repeats, const ClReport *report);
void cl_repeats_clear(ClRepeats *repeats);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ClRepeats, cl_repeats_clear)

/**
 * Every place of a camp, its claims' repeats among them.
 *
 * returns  owned, of uint32_t: indexes of claims in order
 */
GArray *cl_repeats_places(const ClRepeats *repeats,
                          const ClReport *report,
                          const ClCamp *camp);

#endif
