/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Figures whose subject was carried on from another sentence.  A name that
 * was not understood ends what carries in the reader's mind and not in ours,
 * so that such a figure is held against another one only where the two are
 * near: a slip, or a count that was corrected.
 */
#include "check/private.h"

#include <stdio.h>
#include <string.h>

/* Whose it is was said before, and so was of when, where that matters: who
   tells the time anew knows of whom. */
static bool
is_loose(const ClClaim *claim)
{
    const ClFacetValue *when = &claim->facets[CL_FACET_WHEN];
    const bool timed = claim->rule->over_time == CL_OVER_TIME_VARIES &&
                       when->value && !when->assumed && !when->lent &&
                       !when->aside;
    return claim->carried && !timed;
}

/* One that names the subject beside the figure will do; two that do not may
   be two that were not understood. */
static bool
is_carried(const Board *board, const Figure *figure)
{
    const GArray *indexes = figure->camp.claims;
    for (unsigned i = 0; i < indexes->len; i++)
        if (!is_loose(cl_claims_get(board->claims,
                                    g_array_index(indexes, uint32_t, i))))
            return false;
    return true;
}

/* 3.6亿 and 2.5亿 may be one thing counted twice, 2.8亿 and 7亿 are hardly. */
static bool
is_near(ClNumber x, ClNumber y)
{
    const ClNumber a = cl_number_abs(x), b = cl_number_abs(y);
    const ClNumber two = cl_number_make(2, 0);
    const bool less = cl_number_compare(a, b) < 0;
    return cl_number_compare(less ? b : a,
                             cl_number_multiply(less ? a : b, two)) <= 0;
}

/* 1451 and 1951, 266 and 662: one other digit, or the same ones. */
static bool
is_miswritten(ClNumber x, ClNumber y)
{
    enum { FEWEST = 3 };
    int counts[10] = {0};
    unsigned apart = 0, moved = 0;
    char a[24], b[24];
    if (x.divisor != 1 || y.divisor != 1 || x.exponent != y.exponent)
        return false;
    snprintf(a, sizeof a, "%lld", (long long)ABS(x.digits));
    snprintf(b, sizeof b, "%lld", (long long)ABS(y.digits));
    if (strlen(a) != strlen(b) || strlen(a) < FEWEST)
        return false;
    for (size_t i = 0; a[i]; i++) {
        apart += a[i] != b[i];
        counts[a[i] - '0']++;
        counts[b[i] - '0']--;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(counts); i++)
        moved += counts[i] != 0;
    return apart == 1 || moved == 0;
}

/* The profit of all 2024 told again for a half of 2025, the growth over the
   quarter before told as that over the year: the figure is of the subject, if
   under another label. */
static bool
is_copied(const Board *board, const Figure *figure)
{
    const ClClaim *claim = figure_claim(board, figure);
    for (unsigned i = 0; i < board->figures->len; i++) {
        const ClClaim *other = figure_claim(board, board_figure(board, i));
        if (other == claim)
            continue;
        const Comparison comparison = compare_facets(claim, other);
        if (other->article == claim->article
                ? is_told_again(claim, other, comparison)
                : has_other_label(claim, other, comparison))
            return true;
    }
    return false;
}

bool
explained_by_carrying(const Board *board, const Figure *a, const Figure *b)
{
    int power;
    const ClQuantity *x = &figure_claim(board, a)->quantity;
    const ClQuantity *y = &figure_claim(board, b)->quantity;
    return (is_carried(board, a) || is_carried(board, b)) &&
           find_cause(x, y, &power) == CL_CAUSE_NONE &&
           !is_near(x->value, y->value) && !is_miswritten(x->value, y->value) &&
           !is_copied(board, a) && !is_copied(board, b);
}
