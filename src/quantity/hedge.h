/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_QUANTITY_HEDGE_H
#define CL_QUANTITY_HEDGE_H

/*
 * A hedge: what words such as 近 or "more than" make of a number.  Its widths
 * are expressions of the hedge profile, kept as coefficients.
 */

#include "quantity/quantity.h"

/** One end of an interval: value*v + step*step + unit*unit + constant. */
typedef struct {
    ClNumber value, step, unit, constant;
    ClNumber cap; /* the way from v is at most cap * v; 0 for no cap */
    bool unbounded;
    bool open;
    bool plain;  /* it is v itself */
    bool simple; /* nothing is added to value*v */
} ClHedgeEnd;

/** An expression such as "(v, v+step]". */
typedef struct {
    ClHedgeEnd lo, hi;
    bool both_ways; /* v ± the same way, which both ends hold */
} ClHedgeWidth;

typedef enum { CL_EITHER, CL_ONLY, CL_NEVER } ClCondition;

typedef struct {
    const char *name;
    const char *hard_text, *usual_text; /* as the profile has them */
    ClHedgeWidth hard, usual;
    ClShape shape;
    ClCondition bare, scaled;
    bool plural;
    bool no_window;
    bool hard_only; /* usual is no other */
    ClNumber from;  /* 0: any number */
} ClHedge;

#define CL_HEDGE_WORD_CHOICES 3

/** Hedges that one word may be; the first whose conditions hold is meant. */
typedef struct {
    int hedges[CL_HEDGE_WORD_CHOICES]; /* 0: none */
} ClHedgeWord;

/** What an expression is worked out from. */
typedef struct {
    ClNumber value; /* not negative */
    ClNumber unit;
} ClHedgeNumber;

/**
 * Reads "[0.9v, v)" or "v ± min(step, 10%)".
 *
 * returns  false if it is no such expression
 */
bool cl_hedge_parse(const char *text, ClHedgeWidth *out);

ClInterval cl_hedge_width(const ClHedgeWidth *width, ClHedgeNumber number);

/** One unit of v's last non-zero digit; a trailing 5 of several steps by 5. */
ClNumber cl_hedge_step(ClNumber value);

#endif
