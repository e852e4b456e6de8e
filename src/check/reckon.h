/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_CHECK_RECKON_H
#define CL_CHECK_RECKON_H

/* What a passage states of its own figures, reckoned again. */

#include "check/private.h"

/** The claims of one passage by what they are in its relation. */
typedef struct {
    const ClRule *rule;
    const ClClaim *parts[CL_PARTS]; /* NULL where the passage has none */
    GArray *terms;                  /* of const ClClaim *; borrowed */
    bool all;                       /* none of them can be left out */
} Statement;

/** True if some reading of the figures makes it true, or none is known. */
bool statement_holds(const Statement *statement);

/** Why it does not hold, where a slip explains it. */
ClCause statement_cause(const Statement *statement, int *power);

/** Why a figure is not what was reckoned, where a slip explains it. */
ClCause slip_cause(ClInterval reckoned, const ClClaim *told, int *power);

/**
 * The one figure of a broken statement in which two neighbouring digits may
 * have changed places: with meant for it, the statement holds.
 *
 * returns  NULL if there is none, or if several explain it
 */
const ClClaim *statement_swap(const Statement *statement, ClNumber *meant);

/** A reckoned value in the notation of a figure, to one digit more; NULL: in
    per cent. */
void append_reckoned(ClInterval value, const ClClaim *like, GString *out);

/** "7000mAh - 6300mAh = 700mAh, not 800mAh".  Owned. */
char *statement_explain(const Statement *statement);

/** False for a rise to what is less, or a fall to what is more. */
bool statement_sign_holds(const Statement *statement);

/** What the relation gives, without room for rounding. */
ClInterval statement_value(const Statement *statement);

/** The figure it is held against; NULL: a whole, 100. */
const ClClaim *statement_result(const Statement *statement);

/**
 * Whether one other digit of a figure, or two neighbours of it that changed
 * places, take away what a sum is over.
 *
 * over   what the parts make beyond the whole
 * whole  the figure is the whole: it is to grow by that, not to shrink
 */
bool is_slip_of_sum(const ClQuantity *quantity, ClInterval over, bool whole);

/** Whether a sum is so much over, or over by so exact a sum, that it is no
    matter of what parts sell each other. */
bool is_much(ClInterval over, ClNumber whole);

/** A figure with the room that its rounding leaves, at most so great a part of
    itself. */
ClInterval quantity_with_room(const ClQuantity *quantity, ClNumber most);

/** Days from one to another, in years of 372 days (12 x 31). */
int years_between(ClDay from, ClDay to);

#endif
