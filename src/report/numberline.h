/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_REPORT_NUMBERLINE_H
#define CL_REPORT_NUMBERLINE_H

/* A finding's readings drawn above one another on one scale. */

#include "report/report.h"

/**
 * Appends a row for each camp: ● a point, ├──┤ a range, ○ an end left out,
 * an arrow where there is no bound, ━ what the writer likely means.
 *
 * Nothing where all camps read the same.
 */
void cl_numberline_print(const ClReport *report,
                         const ClFinding *finding,
                         GString *out);

#endif
