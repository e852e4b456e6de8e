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

/** Two figures as twins among so many. */
typedef struct {
    Twin twin;
    unsigned digits, rivals;
} Likeness;

/** Whether it is only guessed whose figure a claim of such a rule is. */
bool is_guessed(const ClClaim *claim);

/**
 * Whether one of two claims (indexes) may well be the other with a slip: no
 * chance by what is known of their times, and nothing that other rules made
 * of the figures says that they are two facts.
 */
bool may_be_slip(const ClClaims *claims, uint32_t i, uint32_t j, Likeness like);

#endif
