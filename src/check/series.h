/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_CHECK_SERIES_H
#define CL_CHECK_SERIES_H

/* What figures of several periods say of each other: inside series.c, sums.c. */

#include "check/reckon.h"

/* Levels of one thing in one period, compared with each other at most. */
enum { MOST_LEVELS = 8, MOST_PARTS = 4, MONTHS = 12 };

/** A claim with what it is of and when. */
typedef struct {
    const ClClaim *claim;
    uint32_t index;
    const char *key; /* interned: measure, subject and what else must agree */
    int from;        /* its first month, counted from year 0 */
    unsigned months;
} Level;

/** Levels of one thing in one period. */
typedef struct {
    const Level *first;
    unsigned count;
} Levels;

/** What is held against each other, and where what is found goes. */
typedef struct {
    const ClClaims *claims;
    GArray *levels;   /* of Level, by key and period */
    const bool *told; /* by claim: whether a finding has it already */
    GArray *list;     /* of ClFinding */
} Series;

/** The levels of a key in a period; none if there are too many to choose of. */
Levels series_levels(const Series *series,
                     const char *key,
                     int from,
                     unsigned months);

/** Whether a finding has one of them already. */
bool series_is_told(const Series *series, const Levels *levels, unsigned count);

/** What figures give, in words, and why one may have been told otherwise. */
typedef struct {
    char *words; /* owned by whoever made it */
    ClCause cause;
    int power;
} Reckoned;

/** Adds a finding with a camp for each of the levels, read as a relation. */
void series_add_finding(const Series *series,
                        const Levels *levels,
                        unsigned count,
                        const ClRule *rule,
                        const Reckoned *reckoned);

/** How a relation writes a level: 净亏损18.06亿元 adds up as -18.06亿元. */
const char *series_words(const Levels *levels);

/** A level as it may be rounded, and as sources may restate it. */
ClInterval level_as_rounded(const ClClaim *claim);
ClInterval level_with_room(const ClClaim *claim);

/** Adds a finding for each period that its parts do not make up. */
void hold_sums(const Series *series);

#endif
