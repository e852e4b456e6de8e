/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Parts that make more than their whole.  Groups strike out what their parts
 * sell each other, so that this alone is no mistake; it is one where a single
 * slip of the pen in one of the figures explains the difference.
 */
#include "check/reckon.h"

/* The figure as an integer of its last written place; 0 if that is too long
   or it is no plain number. */
static int64_t
written_digits(const ClQuantity *quantity)
{
    const ClNumber number =
        cl_number_shift(cl_number_abs(quantity->value), -quantity->place);
    int64_t digits = number.digits;
    enum { MOST = 12 };
    if (quantity->shape != CL_SHAPE_POINT || number.divisor != 1 ||
        number.exponent < 0 || number.exponent > MOST)
        return 0;
    for (int i = 0; i < number.exponent; i++)
        digits *= 10;
    return digits;
}

/* Whether so many units of a place more make up for what a sum is over. */
static bool
makes_up(int64_t more, int place, ClInterval over, bool whole)
{
    return more != 0 &&
           cl_interval_holds(over, cl_number_make(whole ? more : -more, place));
}

bool
is_slip_of_sum(const ClQuantity *quantity, ClInterval over, bool whole)
{
    const int64_t digits = written_digits(quantity);
    for (int64_t unit = 1; unit <= digits; unit *= 10) {
        const int64_t digit = digits / unit % 10;
        const int64_t next = digits / unit / 10 % 10;
        const bool leads = digits / unit < 10;
        for (int64_t other = leads; other <= 9; other++)
            if (makes_up((other - digit) * unit, quantity->place, over, whole))
                return true;
        if (!leads && digit &&
            makes_up((next - digit) * unit + (digit - next) * unit * 10,
                     quantity->place, over, whole))
            return true;
    }
    return false;
}

bool
is_much(ClInterval over, ClNumber whole)
{
    enum { LEAST = 1, MUCH = 3, EXACT = 20 };
    const ClNumber size = cl_number_abs(whole);
    const ClNumber least = cl_number_multiply(size, cl_number_make(LEAST, -2));
    const ClNumber much = cl_number_multiply(size, cl_number_make(MUCH, -2));
    const ClNumber width = cl_number_subtract(over.hi, over.lo);
    const ClNumber wide = cl_number_multiply(width, cl_number_make(EXACT, 0));
    return cl_number_compare(over.lo, much) >= 0 ||
           (cl_number_compare(over.lo, least) >= 0 &&
            cl_number_compare(wide, over.lo) <= 0);
}
