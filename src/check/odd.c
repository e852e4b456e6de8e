/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which of two labels of one figure is the odd one: an article that gives the
 * figure one label, and the other label another figure, shows that who gives
 * this figure that other label took the wrong one of the two.
 */
#include "check/private.h"

/* Digits that are no chance once both labels are known to have figures of
   their own: who lists many companies or years has many figures. */
enum { FEW = 2, SOME = 3, MANY = 4 };

/* The facets in which two claims differ, leaving out a period that is open;
   false if one of them says less. */
static bool
labels_of(const ClClaim *a,
          const ClClaim *b,
          Comparison comparison,
          uint64_t *bits)
{
    const bool one = is_one_period(a, b) || may_be_one_period(a, b);
    const uint64_t when = one ? UINT64_C(1) << CL_FACET_WHEN : 0;
    *bits = comparison.differs & ~when;
    return !(comparison.unknown & ~(uint64_t)UNSAID & ~when);
}

static bool
is_one_label(const ClClaim *a, const ClClaim *b)
{
    uint64_t bits;
    return labels_of(a, b, compare_facets(a, b), &bits) && !bits;
}

/* Whether an article that has one claim's figure has another one for the
   label of the odd one. */
static bool
is_contradicted(const Board *board, const ClClaim *claim, const ClClaim *odd)
{
    for (unsigned i = 0; i < board->figures->len; i++) {
        const ClClaim *other = figure_claim(board, board_figure(board, i));
        if (other->article == claim->article && other != claim &&
            other != odd && compares(other, odd) && is_one_label(other, odd) &&
            cl_quantities_agree(&other->quantity, &odd->quantity,
                                board->rule->tolerance) == CL_DISAGREE)
            return true;
    }
    return false;
}

/* A window or 累计 may have been understood from other words, and so may a time
   that was not said beside its figure. */
static bool
is_label(const ClClaim *a, const ClClaim *b, uint64_t bits)
{
    const unsigned facet = facet_of_bit(bits);
    if (!is_one_facet(bits) || facet == CL_FACET_WINDOW ||
        facet == CL_FACET_NATURE || facet == CL_FACET_SPEAKER)
        return false;
    return facet != CL_FACET_WHEN ||
           (is_labelled(a, b) && is_labelled(b, a) &&
            a->rule->over_time == CL_OVER_TIME_VARIES);
}

/* Whom a figure is of is told of many figures, how it is meant of few; growth
   is one of some hundred numbers. */
static unsigned
digits_needed(const ClClaim *a, const ClClaim *b, uint64_t label)
{
    const ClFacet *facet =
        g_ptr_array_index(a->rule->facets, facet_of_bit(label));
    if (is_one_period(a, b))
        return facet->from_subject ? MANY : FEW;
    if (label == UINT64_C(1) << CL_FACET_WHEN)
        return SOME;
    return (facet->from_subject ? MANY : FEW) +
           (a->quantity.kind == CL_KIND_PERCENT ? 2 : 1);
}

bool
has_other_label(const ClClaim *a, const ClClaim *b, Comparison comparison)
{
    uint64_t label;
    return is_one_period(a, b) && labels_of(a, b, comparison, &label) &&
           is_label(a, b, label) && digits_needed(a, b, label) == FEW &&
           shared_digits(a, b) >= FEW;
}

bool
is_odd_label(const Board *board,
             const ClClaim *a,
             const ClClaim *b,
             Comparison comparison)
{
    uint64_t label;
    return a->article != b->article && labels_of(a, b, comparison, &label) &&
           is_label(a, b, label) &&
           shared_digits(a, b) >= digits_needed(a, b, label) &&
           (is_contradicted(board, a, b) || is_contradicted(board, b, a));
}
