/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Interval arithmetic over exact numbers.  An end that is unbounded counts as
 * open; an interval never has lo > hi unless its maker gave it so.
 */
#include "quantity/quantity.h"

/* One end, so that the lower and the upper are handled by the same lines. */
typedef struct {
    ClNumber at;
    bool open;
    int infinite; /* -1, 0 or 1 */
} End;

static End
lower_end(ClInterval i)
{
    return (End){i.lo, i.lo_open || i.lo_unbounded, i.lo_unbounded ? -1 : 0};
}

static End
upper_end(ClInterval i)
{
    return (End){i.hi, i.hi_open || i.hi_unbounded, i.hi_unbounded ? 1 : 0};
}

static ClInterval
make_interval(End lo, End hi)
{
    const ClNumber zero = {0, 1, 0};
    return (ClInterval){
        .lo = lo.infinite ? zero : lo.at,
        .hi = hi.infinite ? zero : hi.at,
        .lo_open = lo.open && !lo.infinite,
        .hi_open = hi.open && !hi.infinite,
        .lo_unbounded = lo.infinite != 0,
        .hi_unbounded = hi.infinite != 0,
    };
}

static inline int
compare_places(End a, End b)
{
    if (a.infinite || b.infinite)
        return a.infinite - b.infinite;
    return cl_number_compare(a.at, b.at);
}

/* As lower ends: (3 begins after [3. */
static int
compare_lower(End a, End b)
{
    const int order = compare_places(a, b);
    return order ? order : (int)a.open - (int)b.open;
}

/* As upper ends: 3) stops before 3]. */
static int
compare_upper(End a, End b)
{
    const int order = compare_places(a, b);
    return order ? order : (int)b.open - (int)a.open;
}

/* True if the lower end leaves room before, or at, the upper one. */
static bool
leaves_room(End lo, End hi)
{
    const int order = compare_places(lo, hi);
    return order < 0 || (order == 0 && !lo.open && !hi.open);
}

bool
cl_interval_meets(ClInterval a, ClInterval b)
{
    return leaves_room(lower_end(a), upper_end(b)) &&
           leaves_room(lower_end(b), upper_end(a));
}

bool
cl_interval_contains(ClInterval outer, ClInterval inner)
{
    return compare_lower(lower_end(outer), lower_end(inner)) <= 0 &&
           compare_upper(upper_end(outer), upper_end(inner)) >= 0;
}

bool
cl_interval_holds(ClInterval interval, ClNumber value)
{
    return cl_interval_meets(interval, cl_interval_point(value));
}

bool
cl_interval_equal(ClInterval a, ClInterval b)
{
    return cl_interval_compare(a, b) == 0;
}

bool
cl_interval_is_point(ClInterval i)
{
    return !i.lo_unbounded && !i.hi_unbounded && !i.lo_open && !i.hi_open &&
           cl_number_equal(i.lo, i.hi);
}

int
cl_interval_compare(ClInterval a, ClInterval b)
{
    const int order = compare_lower(lower_end(a), lower_end(b));
    return order ? order : compare_upper(upper_end(a), upper_end(b));
}

ClInterval
cl_interval_intersect(ClInterval a, ClInterval b)
{
    End lo = lower_end(a), hi = upper_end(a);
    if (compare_lower(lo, lower_end(b)) < 0)
        lo = lower_end(b);
    if (compare_upper(hi, upper_end(b)) > 0)
        hi = upper_end(b);
    return make_interval(lo, hi);
}

ClInterval
cl_interval_hull(ClInterval a, ClInterval b)
{
    End lo = lower_end(a), hi = upper_end(a);
    if (compare_lower(lo, lower_end(b)) > 0)
        lo = lower_end(b);
    if (compare_upper(hi, upper_end(b)) < 0)
        hi = upper_end(b);
    return make_interval(lo, hi);
}

static End
add_ends(End a, End b)
{
    const int infinite = a.infinite ? a.infinite : b.infinite;
    return (End){infinite ? cl_number_make(0, 0) : cl_number_add(a.at, b.at),
                 a.open || b.open, infinite};
}

static End
negate_end(End a)
{
    return (End){cl_number_negate(a.at), a.open, -a.infinite};
}

ClInterval
cl_interval_add(ClInterval a, ClInterval b)
{
    return make_interval(add_ends(lower_end(a), lower_end(b)),
                         add_ends(upper_end(a), upper_end(b)));
}

ClInterval
cl_interval_subtract(ClInterval a, ClInterval b)
{
    return make_interval(add_ends(lower_end(a), negate_end(upper_end(b))),
                         add_ends(upper_end(a), negate_end(lower_end(b))));
}

static int
end_sign(End a)
{
    return a.infinite ? a.infinite : cl_number_sign(a.at);
}

/* 0 times infinity is 0: a bound that is reached takes nothing with it. */
static End
multiply_ends(End a, End b)
{
    const bool zero =
        (end_sign(a) == 0 && !a.open) || (end_sign(b) == 0 && !b.open);
    if (end_sign(a) == 0 || end_sign(b) == 0)
        return (End){cl_number_make(0, 0), !zero, 0};
    if (a.infinite || b.infinite)
        return (End){cl_number_make(0, 0), true, end_sign(a) * end_sign(b)};
    return (End){cl_number_multiply(a.at, b.at), a.open || b.open, 0};
}

ClInterval
cl_interval_multiply(ClInterval a, ClInterval b)
{
    const End xs[2] = {lower_end(a), upper_end(a)};
    const End ys[2] = {lower_end(b), upper_end(b)};
    End lo = multiply_ends(xs[0], ys[0]);
    End hi = lo;
    for (int i = 1; i < 4; i++) {
        const End product = multiply_ends(xs[i / 2], ys[i % 2]);
        if (compare_lower(product, lo) < 0)
            lo = product;
        if (compare_upper(product, hi) > 0)
            hi = product;
    }
    return make_interval(lo, hi);
}

/* 1 / end.  A zero end can only be the near one of an interval beside 0. */
static End
invert_end(End a, int side)
{
    if (a.infinite)
        return (End){cl_number_make(0, 0), true, 0};
    if (cl_number_is_zero(a.at))
        return (End){cl_number_make(0, 0), true, side};
    return (End){cl_number_divide(cl_number_make(1, 0), a.at), a.open, 0};
}

ClInterval
cl_interval_divide(ClInterval a, ClInterval b)
{
    const int lo_sign = end_sign(lower_end(b));
    const int hi_sign = end_sign(upper_end(b));
    if (cl_interval_holds(b, cl_number_make(0, 0)) || lo_sign == hi_sign * -1)
        return (ClInterval){.lo_unbounded = true, .hi_unbounded = true};
    const int side = lo_sign + hi_sign > 0 ? 1 : -1;
    return cl_interval_multiply(a,
                                make_interval(invert_end(upper_end(b), side),
                                              invert_end(lower_end(b), side)));
}

static End
affine_end(End a, ClNumber factor, ClNumber offset)
{
    if (a.infinite)
        return (End){a.at, true, a.infinite * cl_number_sign(factor)};
    return (End){cl_number_add(cl_number_multiply(a.at, factor), offset),
                 a.open, 0};
}

ClInterval
cl_interval_affine(ClInterval interval, ClNumber factor, ClNumber offset)
{
    const End lo = affine_end(lower_end(interval), factor, offset);
    const End hi = affine_end(upper_end(interval), factor, offset);
    return cl_number_sign(factor) < 0 ? make_interval(hi, lo)
                                      : make_interval(lo, hi);
}

void
cl_interval_print(ClInterval i, GString *out)
{
    g_string_append_c(out, i.lo_open || i.lo_unbounded ? '(' : '[');
    if (i.lo_unbounded)
        g_string_append(out, "-inf");
    else
        cl_number_print(i.lo, CL_ROUND_FLOOR, out);
    g_string_append(out, ", ");
    if (i.hi_unbounded)
        g_string_append(out, "+inf");
    else
        cl_number_print(i.hi, CL_ROUND_CEILING, out);
    g_string_append_c(out, i.hi_open || i.hi_unbounded ? ')' : ']');
}
