/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_TESTS_BENCH_MEASURE_H
#define CL_TESTS_BENCH_MEASURE_H

/* Clocks, medians and quickest runs; a double is good enough for how long it took. */

#include <glib.h>
#include <stdlib.h>
#include <time.h>

static inline double
read_clock(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/** Seconds one core worked for this program: others do not count. */
static inline double
cpu_seconds(void)
{
    return read_clock(CLOCK_PROCESS_CPUTIME_ID);
}

static inline double
wall_seconds(void)
{
    return read_clock(CLOCK_MONOTONIC);
}

static inline int
compare_doubles(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

/** Sorts values; the middle one. */
static inline double
median(double *values, size_t count)
{
    qsort(values, count, sizeof *values, compare_doubles);
    return values[count / 2];
}

/** The least of some values: what a machine does when nobody disturbs it. */
static inline double
least(const double *values, size_t count)
{
    double found = values[0];
    for (size_t i = 1; i < count; i++)
        found = MIN(found, values[i]);
    return found;
}

#endif
