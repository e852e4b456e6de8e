/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_QUANTITY_TIME_ENGLISH_H
#define CL_QUANTITY_TIME_ENGLISH_H

/* English names of years and their parts, which make up periods. */

#include "quantity/time_parts.h"

/**
 * "October 15", "Q3", "third quarter", "first nine months" of a year.
 *
 * sure     "march" and "may" alone are months: January to March
 */
size_t cl_time_english_part(const ClTimeText *t,
                            size_t at,
                            bool sure,
                            ClTimePart *out);
/** 2025, FY2024, last year. */
size_t cl_time_english_year(const ClTimeText *t, size_t at, ClTimeYear *out);
/**
 * "early ", "mid-", "the end of ": 0, 1, 2, with the blank after it.
 *
 * verb  "ended ": true for what is a time only where the phrase ends with it
 */
size_t cl_time_english_edge(const ClTimeText *t,
                            size_t at,
                            int *edge,
                            bool *verb);

#endif
