/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Expressions of the hedge profile become coefficients, and coefficients with
 * a number become an interval.  The number is never negative here: a sign is
 * put back by who asked.
 */
#include "quantity/hedge.h"

#include <string.h>

static void
skip_blanks(const char **at)
{
    while (**at == ' ')
        (*at)++;
}

static bool
take(const char **at, const char *word)
{
    skip_blanks(at);
    if (!g_str_has_prefix(*at, word))
        return false;
    *at += strlen(word);
    return true;
}

/* A plain decimal; 1 where there is none, as in "v". */
static bool
take_number(const char **at, ClNumber *out)
{
    skip_blanks(at);
    const size_t length = strspn(*at, "0123456789.");
    *out = cl_number_make(1, 0);
    if (length == 0)
        return false;
    g_autofree char *digits = g_strndup(*at, length);
    *at += length;
    return cl_number_parse(digits, out);
}

/* One term: 0.9v, step, 0.5unit, 3. */
static bool
take_term(const char **at, bool minus, ClHedgeEnd *end)
{
    ClNumber factor;
    const bool counted = take_number(at, &factor);
    if (minus)
        factor = cl_number_negate(factor);
    ClNumber *slot = &end->constant;
    if (take(at, "v"))
        slot = &end->value;
    else if (take(at, "step"))
        slot = &end->step;
    else if (take(at, "unit"))
        slot = &end->unit;
    else if (!counted)
        return false;
    *slot = cl_number_add(*slot, factor);
    return true;
}

static ClHedgeEnd
empty_end(void)
{
    const ClNumber zero = cl_number_make(0, 0);
    return (ClHedgeEnd){zero,  zero,  zero,  zero, zero,
                        false, false, false, false};
}

static bool
take_end(const char **at, ClHedgeEnd *end)
{
    *end = empty_end();
    if (take(at, "-inf") || take(at, "inf")) {
        end->unbounded = true;
        return true;
    }
    if (!take_term(at, false, end))
        return false;
    for (;;) {
        if (take(at, "+")) {
            if (!take_term(at, false, end))
                return false;
        } else if (take(at, "-")) {
            if (!take_term(at, true, end))
                return false;
        } else {
            return true;
        }
    }
}

/* min(0.5step, 5%) */
static bool
take_way(const char **at, ClHedgeEnd *way)
{
    *way = empty_end();
    ClNumber percent;
    if (!take(at, "min(") || !take_term(at, false, way) || !take(at, ",") ||
        !take_number(at, &percent) || !take(at, "%)"))
        return false;
    way->cap = cl_number_shift(percent, -2);
    return true;
}

static bool
take_both_ways(const char **at, ClHedgeWidth *out)
{
    ClHedgeEnd way;
    if (!take(at, "v") || !take(at, "±") || !take_way(at, &way))
        return false;
    out->lo = out->hi = way;
    out->both_ways = true;
    return **at == '\0';
}

/* What most ends are, so that they have a short way. */
static void
classify_end(ClHedgeEnd *end)
{
    end->simple =
        cl_number_is_zero(end->step) && cl_number_is_zero(end->unit) &&
        cl_number_is_zero(end->constant) && cl_number_is_zero(end->cap);
    end->plain =
        end->simple && cl_number_equal(end->value, cl_number_make(1, 0));
}

bool
cl_hedge_parse(const char *text, ClHedgeWidth *out)
{
    const char *at = text;
    out->both_ways = false;
    if (take_both_ways(&at, out))
        return true;
    at = text;
    const bool open = take(&at, "(");
    if (!open && !take(&at, "["))
        return false;
    if (!take_end(&at, &out->lo) || !take(&at, ",") || !take_end(&at, &out->hi))
        return false;
    out->lo.open = open;
    classify_end(&out->lo);
    out->hi.open = take(&at, ")");
    classify_end(&out->hi);
    return (out->hi.open || take(&at, "]")) && *at == '\0';
}

ClNumber
cl_hedge_step(ClNumber value)
{
    if (value.divisor != 1)
        return cl_number_shift(cl_number_abs(value), -1);
    const int64_t digits = value.digits < 0 ? -value.digits : value.digits;
    const bool five = digits >= 10 && digits % 10 == 5;
    return cl_number_make(five ? 5 : 1, value.exponent);
}

/* Most coefficients are 0 or 1, and long arithmetic is slow. */
static inline ClNumber
take_times(ClNumber coefficient, ClNumber number)
{
    if (number.divisor && coefficient.divisor == 1 &&
        (coefficient.digits == 0 ||
         (coefficient.digits == 1 && coefficient.exponent == 0)))
        return coefficient.digits ? number : coefficient;
    return cl_number_multiply(coefficient, number);
}

/* How far from v an end lies, without its constant. */
CL_SELDOM static ClNumber
work_out_way(const ClHedgeEnd *end, ClHedgeNumber number)
{
    const ClNumber way = take_times(end->unit, number.unit);
    if (cl_number_is_zero(end->step))
        return way;
    return cl_number_add(
        cl_number_multiply(end->step, cl_hedge_step(number.value)), way);
}

/* The way of an end that goes both ways: never below zero. */
static ClNumber
cap_way(const ClHedgeEnd *end, ClHedgeNumber number)
{
    const ClNumber way = work_out_way(end, number);
    return cl_number_is_zero(end->cap)
               ? way
               : cl_number_min(way, cl_number_multiply(end->cap, number.value));
}

static inline ClNumber
work_out(const ClHedgeEnd *end, ClHedgeNumber number)
{
    if (end->plain && cl_number_valid(number.unit))
        return number.value;
    const ClNumber base = take_times(end->value, number.value);
    if (end->simple && cl_number_valid(number.unit))
        return base;
    return cl_number_add(cl_number_add(base, work_out_way(end, number)),
                         end->constant);
}

ClInterval
cl_hedge_width(const ClHedgeWidth *width, ClHedgeNumber number)
{
    ClInterval out = {
        .lo_unbounded = width->lo.unbounded,
        .hi_unbounded = width->hi.unbounded,
        .lo_open = width->lo.open && !width->lo.unbounded,
        .hi_open = width->hi.open && !width->hi.unbounded,
        .lo = {0, 1, 0},
        .hi = {0, 1, 0},
    };
    if (width->both_ways) {
        const ClNumber way = cap_way(&width->hi, number);
        out.lo = cl_number_subtract(number.value, way);
        out.hi = cl_number_add(number.value, way);
        return out;
    }
    if (!out.lo_unbounded)
        out.lo = work_out(&width->lo, number);
    if (!out.hi_unbounded)
        out.hi = work_out(&width->hi, number);
    return out;
}
