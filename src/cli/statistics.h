/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_CLI_STATISTICS_H
#define CL_CLI_STATISTICS_H

/*
 * What a run read and how long each stage took.  Times are told here and
 * nowhere else, so that reports keep the same bytes.
 */

#include "report/report.h"

/** A run counted.  All times are microseconds. */
typedef struct {
    unsigned threads;
    size_t articles; /* listed */
    size_t unread;    /* of them: known, and as they were */
    size_t unchanged; /* of them: read, and their bytes were known */
    bool cached;      /* whether a cache was asked */
    int64_t bytes;    /* of those that could be read */
    int64_t read, extract; /* of all threads together */
    int64_t rules, list, work, compare, report; /* by the wall clock */
    int64_t since; /* when the stage that is under way began */
} ClStatistics;

/** Starts the clock of the first stage. */
void cl_statistics_start(ClStatistics *statistics);

/** The time since the last call, which began this stage. */
int64_t cl_statistics_lap(ClStatistics *statistics);

/** Appends it in words, some lines. */
void cl_statistics_tell(const ClStatistics *statistics, const ClReport *report,
                        GString *out);

#endif
