/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_QUANTITY_TIME_START_H
#define CL_QUANTITY_TIME_START_H

/* Where a time may start, told from a few characters. */

#include "quantity/time_parts.h"

/** Readers, a bit each in the order in which they are asked. */
enum {
    CL_TIME_NOW = 1,    /* 目前, so far */
    CL_TIME_UNTIL = 2,  /* 截至8月, as of August */
    CL_TIME_NAMED = 4,  /* 2025年, last month */
    CL_TIME_LENGTH = 8, /* 18小时, the past five years */
};

typedef size_t ClTimeReader(const ClTimeText *t, size_t at, ClTime *out);

/** Notes the first words that a reader knows under its bit. */
void cl_time_learn(ClVocabulary *vocabulary,
                   ClTimeReader *read,
                   unsigned reader);

/** Those that may read something at a place; 0 nearly everywhere. */
unsigned cl_time_readers(const ClTimeText *t, size_t at);

#endif
