/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Slips that show across periods.  Two figures of different times, or one of
 * nobody knows when, are two facts; but where all their digits are the same
 * and only the sign, the power of ten or the currency is another, one of them
 * was copied wrong, and its time may have been too.
 */
#include "check/private.h"

#include <string.h>

/* How many digits are no chance: of one time that one side leaves unsaid, and
   of two that both sides say. */
enum { FEW = 3, MANY = 4, MORE = 5 };

unsigned
digits_as_written(const ClQuantity *quantity)
{
    const unsigned digits = cl_number_digits(quantity->value);
    const int noughts = quantity->value.exponent - quantity->place;
    return digits && noughts > 0 ? digits + (unsigned)noughts : digits;
}

/* Of a sentence before, which may have told another thing. */
static bool
is_lent(const ClClaim *claim)
{
    return claim->facets[CL_FACET_WHEN].lent;
}

/* True if time is all that keeps two claims apart; a growth may leave its
   basis unsaid. */
static bool
is_apart_by_time(const ClClaim *a, const ClClaim *b, Comparison comparison)
{
    return (a->rule->over_time == CL_OVER_TIME_VARIES ||
            a->rule->over_time == CL_OVER_TIME_LASTS) &&
           a->article != b->article &&
           comparison.differs == UINT64_C(1) << CL_FACET_WHEN &&
           !(comparison.unknown & ~(UINT64_C(1) << CL_FACET_BASIS));
}

/* 8.617 and -8.617, 2108 and 210.8: nothing but the digits is kept. */
static bool
keeps_digits(ClNumber a, ClNumber b)
{
    return ABS(a.digits) == ABS(b.digits) && a.divisor == b.divisor;
}

/* 5999元起 is a price as it stands. */
static bool
is_written_out(const ClQuantity *quantity)
{
    return !quantity->spoken && (quantity->shape == CL_SHAPE_POINT ||
                                 quantity->shape == CL_SHAPE_ONE_SIDED);
}

/* 14.11亿 and 11.41亿: all digits are kept but their order. */
static bool
swaps_digits(const ClClaim *a, const ClClaim *b)
{
    return is_written_out(&a->quantity) && is_written_out(&b->quantity) &&
           compares(a, b) &&
           is_transposed(a->quantity.value, b->quantity.value);
}

/* $13.6 billion, 135.8亿元: rounded too, where one of them says no time. */
static bool
swaps_currency(const ClClaim *a, const ClClaim *b)
{
    return (is_undated(a) || is_undated(b)) && !compares(a, b) &&
           a->quantity.kind == CL_KIND_CURRENCY &&
           b->quantity.kind == CL_KIND_CURRENCY &&
           is_one_number(&a->quantity, &b->quantity);
}

bool
is_slip_over_time(const ClClaim *a, const ClClaim *b, Comparison comparison)
{
    const ClNumber x = a->quantity.value, y = b->quantity.value;
    if (!is_apart_by_time(a, b, comparison))
        return false;
    const bool loose = is_undated(a) || is_undated(b) || !is_like_period(a, b);
    if (swaps_digits(a, b))
        return cl_number_digits(x) >= (loose ? MANY : MORE);
    if (!is_exact(&a->quantity) || !is_exact(&b->quantity))
        return false;
    if (!keeps_digits(x, y))
        return swaps_currency(a, b);
    const bool same = cl_number_equal(x, y);
    return cl_number_digits(x) >= (loose ? FEW : MANY) &&
           (!same || !compares(a, b));
}

bool
is_told_again(const ClClaim *a, const ClClaim *b, Comparison comparison)
{
    return a->rule->over_time == CL_OVER_TIME_VARIES &&
           comparison.differs == UINT64_C(1) << CL_FACET_WHEN &&
           !comparison.unknown && !is_undated(a) && !is_undated(b) &&
           is_exact(&a->quantity) && is_exact(&b->quantity) &&
           a->quantity.unit == b->quantity.unit &&
           cl_number_equal(a->quantity.value, b->quantity.value) &&
           cl_number_digits(a->quantity.value) >= FEW;
}

/* 2025年全年 before that is over cannot be told as a fact: of two periods it
   is the wrong one, wherever the other was said. */
static bool
is_impossible(const ClClaim *claim)
{
    return is_early(claim) && !is_maybe_before(claim) && !is_lent(claim);
}

/* A time that labels its figure: said beside it, and not "the end of the year",
   which may be that of the year before. */
bool
is_labelled(const ClClaim *claim, const ClClaim *other)
{
    return !is_undated(claim) && !is_maybe_before(claim) &&
           !is_by_report(claim) && (!is_lent(claim) || is_impossible(other));
}

/* A row of a table may be of a brand (品牌), and so of a part, a count be 累计 or
   of a window, and who counts cars say only once how: that matters little where
   all of five digits are one. */
static uint64_t
matters_little(const ClClaim *claim)
{
    const uint64_t own = ~((UINT64_C(1) << CL_FACET_OWN) - 1);
    return cl_number_digits(claim->quantity.value) >= MORE
               ? own | UINT64_C(1) << CL_FACET_WINDOW
               : 0;
}

static bool
is_told_of_two_times(const ClClaim *claim, Comparison comparison)
{
    const uint64_t nature = UINT64_C(1) << CL_FACET_NATURE;
    const uint64_t loose =
        cl_number_digits(claim->quantity.value) >= MORE ? nature : UINT64_C(0);
    return (comparison.differs & ~loose) == UINT64_C(1) << CL_FACET_WHEN &&
           !(comparison.unknown & ~(uint64_t)UNSAID & ~loose &
             ~matters_little(claim));
}

/* Of what a half-year brought, and of one of its quarters.  A month may be how
   a quarter is called that it ends: the three months to September. */
static bool
holds_the_other(const ClClaim *a, const ClClaim *b)
{
    const ClFacetValue *x = &a->facets[CL_FACET_WHEN];
    const ClFacetValue *y = &b->facets[CL_FACET_WHEN];
    return a->rule->time == CL_TIME_OF_PERIOD && months_of(x) > 1 &&
           months_of(y) > 1 &&
           ((x->from <= y->from && y->to <= x->to) ||
            (y->from <= x->from && x->to <= y->to));
}

static bool
says_when(const ClClaim *claim)
{
    const ClFacetValue *when = &claim->facets[CL_FACET_WHEN];
    return !is_undated(claim) && !is_maybe_before(claim) &&
           !is_by_report(claim) && !when->lent && !when->aside;
}

/* 前三季度研发投入150.68亿元 told as that of the third quarter: what a part of the
   time brought is not all of it, so that no chance is in three digits, rounded
   or not; nor does it matter where the longer time was said. */
static bool
is_sum_as_part(const ClClaim *a, const ClClaim *b)
{
    const bool longer = months_of(&a->facets[CL_FACET_WHEN]) >
                        months_of(&b->facets[CL_FACET_WHEN]);
    const ClClaim *whole = longer ? a : b, *part = longer ? b : a;
    return a->article != b->article && holds_the_other(a, b) &&
           !is_like_period(a, b) && a->quantity.form == CL_FORM_LEVEL &&
           b->quantity.form == CL_FORM_LEVEL &&
           a->quantity.kind != CL_KIND_PERCENT && says_when(part) &&
           !is_undated(whole) && !is_maybe_before(whole) &&
           !is_by_report(whole) && shared_digits(a, b) >= FEW;
}

bool
is_other_period(const ClClaim *a, const ClClaim *b, Comparison comparison)
{
    if (a->rule->over_time == CL_OVER_TIME_VARIES &&
        is_told_of_two_times(a, comparison) && is_sum_as_part(a, b))
        return true;
    const bool alike = is_like_period(a, b);
    const unsigned enough =
        a->article == b->article || !(alike || holds_the_other(a, b)) ? MORE
                                                                      : MANY;
    return a->rule->over_time == CL_OVER_TIME_VARIES &&
           is_told_of_two_times(a, comparison) && is_labelled(a, b) &&
           is_labelled(b, a) && months_of(&a->facets[CL_FACET_WHEN]) > 0 &&
           (alike || holds_the_other(a, b) || a->article == b->article) &&
           is_exact(&a->quantity) && is_exact(&b->quantity) &&
           cl_number_equal(a->quantity.value, b->quantity.value) &&
           cl_number_digits(a->quantity.value) >= enough;
}
