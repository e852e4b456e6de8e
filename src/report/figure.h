/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_REPORT_FIGURE_H
#define CL_REPORT_FIGURE_H

/* Exact numbers in the form their readers write them. */

#include "report/report.h"

/** True if text holds a Han character: its reader counts in 万 and 亿. */
bool cl_figure_is_chinese(const char *text);

/** Appends "28.9万", "2000亿"; in English "289,000", "200 billion". */
void cl_figure_number(ClNumber number, bool chinese, GString *out);

/** Appends a number with its unit: "135亿元", "45%", "7分04秒957". */
void cl_figure_amount(const ClVocabulary *vocabulary,
                      ClNumber number,
                      ClUnitId unit,
                      bool chinese,
                      GString *out);

/** The whole part as an integer; false if it does not fit. */
bool cl_figure_whole(ClNumber number, int64_t *out);

#endif
