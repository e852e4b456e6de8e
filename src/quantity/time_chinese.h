/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_QUANTITY_TIME_CHINESE_H
#define CL_QUANTITY_TIME_CHINESE_H

/* Chinese names of years and their parts, which make up periods. */

#include "quantity/time_parts.h"

typedef enum { CL_EDGE_START, CL_EDGE_MIDDLE, CL_EDGE_END } ClTimeEdge;

/** 初, 中, 底, 末 where no other word starts with it. */
size_t cl_time_chinese_edge(const ClTimeText *t, size_t at, ClTimeEdge *edge);
/** 2025年, 二〇二五年度, 去年, 2024财年. */
size_t cl_time_chinese_year(const ClTimeText *t, size_t at, ClTimeYear *out);
/** 10月15日, 三季度, 上半年; in_year: what only follows a year (底, Q3). */
size_t cl_time_chinese_part(const ClTimeText *t,
                            size_t at,
                            bool in_year,
                            ClTimePart *out);
/** 15日, 15号. */
size_t cl_time_chinese_day(const ClTimeText *t, size_t at, int *day);
/** What may follow a month's name: 中旬, 底, 15日; gives `at` if none. */
size_t cl_time_chinese_month_rest(const ClTimeText *t,
                                  size_t at,
                                  int month,
                                  ClTimePart *out);
/** Four digits from 1900 to 2100. */
bool cl_time_plausible_year(ClTimeInteger number);

#endif
