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

static bool
is_part(const ClClaim *claim)
{
    return g_strcmp0(claim->facets[CL_FACET_NATURE].value, "part") == 0;
}

/* The facets of which one side only was silent, and so took what the rule
   assumes: 月活 is of the whole until somebody says of what. */
static uint64_t
left_unsaid(const ClClaim *a, const ClClaim *b, uint64_t bits)
{
    uint64_t unsaid = 0;
    for (unsigned i = CL_FACET_BASIS; i < a->rule->facets->len; i++)
        if (bits >> i & 1 && a->facets[i].assumed != b->facets[i].assumed)
            unsaid |= UINT64_C(1) << i;
    return unsaid;
}

/* 其中新能源车32万辆: what the part is of is another facet's to say. */
static uint64_t
nature_of_part(const ClClaim *a, const ClClaim *b)
{
    return is_part(a) != is_part(b) ? UINT64_C(1) << CL_FACET_NATURE : 0;
}

/* Counted on two days of one month. */
static bool
is_of_one_month(const ClClaim *a, const ClClaim *b)
{
    enum { MONTH = 100 };
    const ClFacetValue *x = &a->facets[CL_FACET_WHEN];
    const ClFacetValue *y = &b->facets[CL_FACET_WHEN];
    return months_of(x) == 0 && months_of(y) == 0 && x->to && y->to &&
           x->to / MONTH == y->to / MONTH;
}

/* The bit of the period where that is, or may be, one. */
static uint64_t
open_period(const ClClaim *a, const ClClaim *b)
{
    return is_one_period(a, b) || may_be_one_period(a, b) ||
                   is_of_one_month(a, b)
               ? UINT64_C(1) << CL_FACET_WHEN
               : 0;
}

/* 年底要开到12,500家, told as the shops of September: of when it was wanted is
   no matter. */
static uint64_t
time_of_wish(const ClClaim *a, const ClClaim *b)
{
    return is_expected(a) != is_expected(b) && ends_soon(a, b)
               ? UINT64_C(1) << CL_FACET_WHEN
               : 0;
}

/* The facets in which two claims differ, leaving out a period that is open
   and, where another one is left, what one side does not say; false if one of
   them says less. */
static bool
labels_of(const ClClaim *a,
          const ClClaim *b,
          Comparison comparison,
          uint64_t *bits)
{
    const uint64_t when = open_period(a, b) | time_of_wish(a, b);
    const uint64_t differs = comparison.differs & ~when;
    const uint64_t said =
        differs & ~left_unsaid(a, b, differs) & ~nature_of_part(a, b);
    *bits = said ? said : differs;
    return !(comparison.unknown & ~(uint64_t)UNSAID & ~when);
}

/* The bit of the period where it may differ: where that is the label, two that
   are open tell nothing. */
static uint64_t
period_of_label(const ClClaim *other, const ClClaim *odd, uint64_t label)
{
    const uint64_t when = UINT64_C(1) << CL_FACET_WHEN;
    if (label == when)
        return is_one_period(other, odd) ? when : 0;
    return open_period(other, odd);
}

bool
is_of_label(const ClClaim *other, const ClClaim *odd, uint64_t label)
{
    const Comparison comparison = compare_facets(other, odd);
    const uint64_t when = period_of_label(other, odd, label);
    const uint64_t differs = comparison.differs & ~when;
    return !(comparison.unknown & ~(uint64_t)UNSAID & ~when) &&
           !(differs & ~left_unsaid(other, odd, differs & ~label) &
             ~(nature_of_part(other, odd) & ~label));
}

static bool
contradicts(const ClClaim *other,
            const ClClaim *claim,
            const ClClaim *odd,
            uint64_t label)
{
    return other->article == claim->article && other != claim && other != odd &&
           compares(other, odd) && is_of_label(other, odd, label) &&
           cl_quantities_agree(&other->quantity, &odd->quantity,
                               odd->rule->tolerance) == CL_DISAGREE;
}

/* Whether an article that has one claim's figure has another one for the
   label of the odd one. */
static bool
is_contradicted(const Board *board,
                const ClClaim *claim,
                const ClClaim *odd,
                uint64_t label)
{
    for (unsigned i = 0; i < board->figures->len; i++) {
        const GArray *claims = board_figure(board, i)->camp.claims;
        for (unsigned j = 0; j < claims->len; j++)
            if (contradicts(cl_claims_get(board->claims,
                                          g_array_index(claims, uint32_t, j)),
                            claim, odd, label))
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

bool
is_part_of_other(const ClClaim *a, const ClClaim *b, unsigned facet)
{
    const char *x = a->facets[facet].value, *y = b->facets[facet].value;
    return cl_rule_is_part(a->rule, x, y) || cl_rule_is_part(a->rule, y, x);
}

/* Whom a figure is of is told of many figures, of a house and its parts of
   fewer, how it is meant of few; growth is one of some hundred numbers. */
static unsigned
digits_needed(const ClClaim *a, const ClClaim *b, uint64_t label)
{
    const unsigned index = facet_of_bit(label);
    const ClFacet *facet = g_ptr_array_index(a->rule->facets, index);
    if (facet->from_subject && is_part_of_other(a, b, index))
        return SOME;
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

/* Of 16,978 shops 12,238 are KFC's: whose a part is another name may say. */
static bool
is_whose(const ClClaim *a, const ClClaim *b, uint64_t label)
{
    const ClFacet *facet =
        g_ptr_array_index(a->rule->facets, facet_of_bit(label));
    return !facet->from_subject || !(is_part(a) || is_part(b));
}

bool
is_odd_label(const Board *board,
             const ClClaim *a,
             const ClClaim *b,
             Comparison comparison)
{
    uint64_t label;
    return a->article != b->article && labels_of(a, b, comparison, &label) &&
           is_label(a, b, label) && is_whose(a, b, label) &&
           shared_digits(a, b) >= digits_needed(a, b, label) &&
           (is_contradicted(board, a, b, label) ||
            is_contradicted(board, b, a, label));
}
