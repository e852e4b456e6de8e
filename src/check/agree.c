/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whether two quantities can both be true: a pairwise predicate, not an
 * overlap of intervals, since 106.76亿 and 107亿 say the same and share no
 * point.  Symmetric in its two quantities.
 */
#include "check/private.h"

int
precision_of(const ClQuantity *quantity, ClNumber value)
{
    if (value.digits == 0 || value.divisor != 1)
        return quantity->place;
    const int last = value.exponent;
    const int second = cl_number_magnitude(value) - 1;
    /* half a percent has no digit to tell its place: a tenth */
    const int place = MIN(quantity->place, last);
    return MAX(place, MIN(last, second));
}

static bool
rounds_to(ClNumber exact, ClNumber rounded, int place)
{
    return cl_number_equal(cl_number_round(exact, place, CL_ROUND_HALF_AWAY),
                           rounded) ||
           cl_number_equal(cl_number_round(exact, place, CL_ROUND_TRUNCATE),
                           rounded);
}

static bool
values_agree(const ClQuantity *a, ClNumber x, const ClQuantity *b, ClNumber y)
{
    if (cl_number_equal(x, y))
        return true;
    const int x_place = precision_of(a, x);
    const int y_place = precision_of(b, y);
    return x_place <= y_place ? rounds_to(x, y, y_place)
                              : rounds_to(y, x, x_place);
}

/* Meeting, or touching at an end that one of the two includes. */
static bool
intervals_agree(ClInterval a, ClInterval b)
{
    if (!a.hi_unbounded && !b.lo_unbounded) {
        const int order = cl_number_compare(a.hi, b.lo);
        if (order < 0 || (order == 0 && a.hi_open && b.lo_open))
            return false;
    }
    if (!b.hi_unbounded && !a.lo_unbounded) {
        const int order = cl_number_compare(b.hi, a.lo);
        if (order < 0 || (order == 0 && b.hi_open && a.lo_open))
            return false;
    }
    return true;
}

/* Both ends moved outwards by a part of themselves. */
static ClInterval
widen(ClInterval interval, ClNumber part)
{
    if (cl_number_is_zero(part))
        return interval;
    const ClNumber lower = cl_number_multiply(cl_number_abs(interval.lo), part);
    const ClNumber upper = cl_number_multiply(cl_number_abs(interval.hi), part);
    ClInterval wide = interval;
    wide.lo = cl_number_subtract(interval.lo, lower);
    wide.hi = cl_number_add(interval.hi, upper);
    return cl_interval_valid(wide) ? wide : interval;
}

/* 售价21万-30万 against 售价21万-32万: the ends are two figures each. */
static bool
spans_agree(const ClQuantity *a, const ClQuantity *b)
{
    return values_agree(a, a->value, b, b->value) &&
           values_agree(a, a->upper, b, b->upper);
}

bool
is_mile_for_kilometre(const ClQuantity *a, const ClQuantity *b)
{
    enum { TELLING = 100 };
    const ClNumber mile = cl_number_make(1609344, -6);
    if (a->kind != CL_KIND_DIMENSION || b->kind != a->kind ||
        MIN(ABS(a->value.digits), ABS(b->value.digits)) < 10)
        return false;
    const bool less = cl_number_compare(a->value, b->value) < 0;
    const ClNumber short_one = less ? a->value : b->value;
    return cl_number_compare(short_one, cl_number_make(TELLING, 0)) >= 0 &&
           cl_number_equal(cl_number_multiply(short_one, mile),
                           less ? b->value : a->value);
}

/* A written number may be rounded: points, and what one-sided hedges name. */
static bool
may_round(const ClQuantity *a, const ClQuantity *b)
{
    return (a->shape == CL_SHAPE_POINT && b->shape == CL_SHAPE_POINT) ||
           (a->shape == CL_SHAPE_POINT && b->shape == CL_SHAPE_ONE_SIDED) ||
           (a->shape == CL_SHAPE_ONE_SIDED && b->shape == CL_SHAPE_POINT);
}

/* Whether a point breaks a bound in so far as it was written: 8011 and fewer
   than 8000, 7986 and more than 8000.  What rounds to the last digit that was
   written was rounded upwards first: 28.87万 and 超28.9万. */
static bool
breaks_bound(const ClQuantity *point, const ClQuantity *bound)
{
    const int order = cl_number_compare(point->value, bound->value);
    if (bound->shape != CL_SHAPE_ONE_SIDED || point->shape != CL_SHAPE_POINT ||
        point->spoken ||
        precision_of(point, point->value) > precision_of(bound, bound->value))
        return false;
    if (!bound->hard.hi_unbounded)
        return order > 0;
    return order < 0 && !rounds_to(point->value, bound->value, bound->place);
}

ClAgreement
cl_quantities_agree(const ClQuantity *a,
                    const ClQuantity *b,
                    ClNumber tolerance)
{
    if (a->span_of_values && b->span_of_values && cl_number_is_zero(tolerance))
        return spans_agree(a, b) ? CL_AGREE : CL_DISAGREE;
    if (may_round(a, b) && values_agree(a, a->value, b, b->value))
        return breaks_bound(a, b) || breaks_bound(b, a) ? CL_STRAIN : CL_AGREE;
    if (is_mile_for_kilometre(a, b) ||
        !intervals_agree(widen(a->hard, tolerance), widen(b->hard, tolerance)))
        return CL_DISAGREE;
    return intervals_agree(widen(a->usual, tolerance),
                           widen(b->usual, tolerance))
               ? CL_AGREE
               : CL_STRAIN;
}
