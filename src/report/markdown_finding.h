/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_REPORT_MARKDOWN_FINDING_H
#define CL_REPORT_MARKDOWN_FINDING_H

/* One finding as a section of the Markdown report. */

#include "report/repeats.h"

/** Appends the section; number counts findings from 1. */
void cl_markdown_finding(const ClReport *report,
                         const ClRepeats *repeats,
                         const ClFinding *finding,
                         size_t number,
                         GString *out);

#endif
