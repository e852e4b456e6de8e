/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_CHECK_TWIN_H
#define CL_CHECK_TWIN_H

/* Two figures that a slip of the pen could turn into each other. */

#include "check/private.h"

typedef enum {
    TWIN_NONE,
    TWIN_SWAP,  /* 18.63亿, 16.83亿: two digits changed places */
    TWIN_DIGIT, /* 21,017, 22,017: one digit is another */
    TWIN_POWER, /* 4.33亿, 4330万: the same digits, x10^n */
    TWIN_UNIT,  /* 95.49 billion yuan, $95.49 billion */
} Twin;

/**
 * How one figure could have become the other, at the precision of the coarser
 * one: 187.41亿 and 17.8 billion are twins.
 *
 * digits  how many they were compared in, for a twin
 */
Twin twin_of(const ClClaim *a, const ClClaim *b, unsigned *digits);

/**
 * Whether among so many figures a twin is no chance: of figures whose digits
 * are random less than one in `odds` has one.
 */
bool is_no_chance(Twin twin, unsigned digits, unsigned figures, unsigned odds);

#endif
