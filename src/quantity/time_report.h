/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_QUANTITY_TIME_REPORT_H
#define CL_QUANTITY_TIME_REPORT_H

/* Inside quantity/: periods as reports of companies name them. */

#include "quantity/time_parts.h"

/** three months ended June 30, 2025; fiscal year ended in September */
size_t cl_time_english_ended(const ClTimeText *t, size_t at, ClTimePeriod *out);
/** 季度 behind 截至6月30日止: the period up to that day. */
size_t cl_time_chinese_ended(const ClTimeText *t,
                             size_t at,
                             ClTimePeriod *period);
/** 季度 before 截至9月底: the quarter up to that day. */
bool cl_time_behind_quarter(const ClTimeText *t,
                            size_t at,
                            ClTimePeriod *period);
/** 季度, " quarter" behind a month: the quarter that it ends. */
size_t cl_time_month_quarter(const ClTimeText *t,
                             size_t at,
                             ClTimePeriod *period);
/** 第四财季, fiscal Q4: "FY-Q4", or "FY2025-Q4" if a year follows; no days. */
size_t cl_time_fiscal_quarter(const ClTimeText *t, size_t at, ClTime *out);

#endif
