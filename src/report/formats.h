/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_REPORT_FORMATS_H
#define CL_REPORT_FORMATS_H

/* The writers behind the table of formats, one file each. */

#include "report/report.h"

void cl_report_text(const ClReport *report, GString *out);
void cl_report_json(const ClReport *report, GString *out);
void cl_report_markdown(const ClReport *report, GString *out);

#endif
