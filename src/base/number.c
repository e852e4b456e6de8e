/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Exact rationals in 64 bits with a power of ten.  Every function returns the
 * normal form or CL_NUMBER_OVERFLOW; steps in between have 128 bits and are
 * checked.
 */
#include "base/base.h"

#include <stdlib.h>
#include <string.h>

__extension__ typedef __int128 Wide;

enum { WIDE_DIGITS = 38, SIGNIFICANT = 12 };

static const int64_t MOST_DIVISOR = (INT64_C(1) << 47) - 1;

/* Nearly all numbers are whole numbers of 64 bits with a power of ten.  What
   is done with them has a short way, which gives up where it would overflow:
   then the long way decides. */
static const int64_t powers_of_ten[] = {
    INT64_C(1),
    INT64_C(10),
    INT64_C(100),
    INT64_C(1000),
    INT64_C(10000),
    INT64_C(100000),
    INT64_C(1000000),
    INT64_C(10000000),
    INT64_C(100000000),
    INT64_C(1000000000),
    INT64_C(10000000000),
    INT64_C(100000000000),
    INT64_C(1000000000000),
    INT64_C(10000000000000),
    INT64_C(100000000000000),
    INT64_C(1000000000000000),
    INT64_C(10000000000000000),
    INT64_C(100000000000000000),
    INT64_C(1000000000000000000),
};

enum { MOST_POWER = G_N_ELEMENTS(powers_of_ten) - 1 };

static Wide
greatest_divisor(Wide a, Wide b)
{
    while (b) {
        const Wide rest = a % b;
        a = b;
        b = rest;
    }
    return a < 0 ? -a : a;
}

/* Takes factors of `factor` out of the divisor: 1/2 = 5 * 10^-1. */
static bool
move_factor(Wide *digits, Wide *divisor, int factor, int other, long *exponent)
{
    while (*divisor % factor == 0) {
        *divisor /= factor;
        --*exponent;
        if (__builtin_mul_overflow(*digits, (Wide)other, digits))
            return false;
    }
    return true;
}

/* Both as digits of the lower exponent; false if they do not fit. */
static inline bool
align_whole(ClNumber a, ClNumber b, int64_t *left, int64_t *right)
{
    const int lift = a.exponent - b.exponent;
    const int size = lift < 0 ? -lift : lift;
    if (a.divisor != 1 || b.divisor != 1 || size > MOST_POWER)
        return false;
    *left = a.digits;
    *right = b.digits;
    int64_t *const higher = lift > 0 ? left : right;
    return !__builtin_mul_overflow(*higher, powers_of_ten[size], higher);
}

/* A whole number of 64 bits: no long division. */
static ClNumber
normalize_whole(int64_t digits, long exponent)
{
    for (; digits % 10 == 0; digits /= 10)
        exponent++;
    if (digits < -INT64_MAX || exponent > CL_NUMBER_MOST_EXPONENT ||
        exponent < -CL_NUMBER_MOST_EXPONENT)
        return CL_NUMBER_OVERFLOW;
    return (ClNumber){digits, 1, (int16_t)exponent};
}

static ClNumber
normalize(Wide digits, Wide divisor, long exponent)
{
    if (divisor == 0)
        return CL_NUMBER_OVERFLOW;
    if (digits == 0)
        return (ClNumber){0, 1, 0};
    if (divisor == 1 && digits == (int64_t)digits)
        return normalize_whole((int64_t)digits, exponent);
    const Wide common = greatest_divisor(digits, divisor);
    digits /= divisor < 0 ? -common : common;
    divisor /= divisor < 0 ? -common : common;
    while (digits % 10 == 0) {
        digits /= 10;
        exponent++;
    }
    if (!move_factor(&digits, &divisor, 2, 5, &exponent) ||
        !move_factor(&digits, &divisor, 5, 2, &exponent))
        return CL_NUMBER_OVERFLOW;
    while (digits % 10 == 0) {
        digits /= 10;
        exponent++;
    }
    if (digits > INT64_MAX || digits < -INT64_MAX || divisor > MOST_DIVISOR ||
        exponent > CL_NUMBER_MOST_EXPONENT ||
        exponent < -CL_NUMBER_MOST_EXPONENT)
        return CL_NUMBER_OVERFLOW;
    return (ClNumber){(int64_t)digits, (int64_t)divisor, (int16_t)exponent};
}

/* value * 10^power, power not negative. */
static bool
scale(Wide *value, long power)
{
    if (*value == 0)
        return true;
    if (power > WIDE_DIGITS)
        return false;
    for (; power > MOST_POWER; power -= MOST_POWER)
        if (__builtin_mul_overflow(*value, (Wide)powers_of_ten[MOST_POWER],
                                   value))
            return false;
    return !__builtin_mul_overflow(*value, (Wide)powers_of_ten[power], value);
}

ClNumber
cl_number_normal(int64_t digits, int exponent)
{
    return normalize_whole(digits, exponent);
}

ClNumber
cl_number_ratio(int64_t numerator, int64_t denominator)
{
    return normalize(numerator, denominator, 0);
}

CL_SELDOM static int
order_wide(ClNumber a, ClNumber b)
{
    Wide left = (Wide)a.digits * b.divisor;
    Wide right = (Wide)b.digits * a.divisor;
    const long lift = (long)a.exponent - b.exponent;
    /* what no longer fits is the larger: the other side is under 2^126 */
    if (lift > 0 && !scale(&left, lift))
        return cl_number_sign(a);
    if (lift < 0 && !scale(&right, -lift))
        return -cl_number_sign(a);
    return (left > right) - (left < right);
}

int
cl_number_order(ClNumber a, ClNumber b)
{
    int64_t near, far;
    const int signs = cl_number_sign(a) - cl_number_sign(b);
    if (signs || a.digits == 0)
        return (signs > 0) - (signs < 0);
    if (!align_whole(a, b, &near, &far))
        return order_wide(a, b);
    return (near > far) - (near < far);
}

CL_SELDOM static ClNumber
sum_wide(ClNumber a, ClNumber b)
{
    /* over the least common divisor, what overflows has no 64-bit result */
    const Wide common = a.divisor == 1 || b.divisor == 1
                            ? 1
                            : greatest_divisor(a.divisor, b.divisor);
    const long lowest = MIN(a.exponent, b.exponent);
    Wide left = a.digits * (b.divisor / common);
    Wide right = b.digits * (a.divisor / common);
    Wide sum;
    if (!scale(&left, a.exponent - lowest) ||
        !scale(&right, b.exponent - lowest) ||
        __builtin_add_overflow(left, right, &sum))
        return CL_NUMBER_OVERFLOW;
    return normalize(sum, b.divisor * (a.divisor / common), lowest);
}

ClNumber
cl_number_sum(ClNumber a, ClNumber b)
{
    int64_t near, far, total;
    if (!a.divisor || !b.divisor)
        return CL_NUMBER_OVERFLOW;
    if (!align_whole(a, b, &near, &far) ||
        __builtin_add_overflow(near, far, &total))
        return sum_wide(a, b);
    return total ? normalize_whole(total, MIN(a.exponent, b.exponent))
                 : (ClNumber){0, 1, 0};
}

ClNumber
cl_number_subtract(ClNumber a, ClNumber b)
{
    return cl_number_add(a, cl_number_negate(b));
}

CL_SELDOM static ClNumber
multiply_wide(ClNumber a, ClNumber b)
{
    return normalize((Wide)a.digits * b.digits, (Wide)a.divisor * b.divisor,
                     (long)a.exponent + b.exponent);
}

ClNumber
cl_number_multiply(ClNumber a, ClNumber b)
{
    int64_t product;
    if (a.divisor != 1 || b.divisor != 1 || !a.digits || !b.digits ||
        __builtin_mul_overflow(a.digits, b.digits, &product))
        return multiply_wide(a, b);
    return normalize_whole(product, (long)a.exponent + b.exponent);
}

ClNumber
cl_number_divide(ClNumber a, ClNumber b)
{
    if (!b.divisor)
        return CL_NUMBER_OVERFLOW;
    return normalize((Wide)a.digits * b.divisor, (Wide)a.divisor * b.digits,
                     (long)a.exponent - b.exponent);
}

ClNumber
cl_number_min(ClNumber a, ClNumber b)
{
    if (!a.divisor || !b.divisor)
        return CL_NUMBER_OVERFLOW;
    return cl_number_compare(a, b) <= 0 ? a : b;
}

ClNumber
cl_number_max(ClNumber a, ClNumber b)
{
    if (!a.divisor || !b.divisor)
        return CL_NUMBER_OVERFLOW;
    return cl_number_compare(a, b) >= 0 ? a : b;
}

unsigned
cl_number_digits(ClNumber n)
{
    unsigned count = 0;
    for (int64_t rest = ABS(n.digits); rest; rest /= 10)
        count++;
    return n.divisor == 1 ? count : 0;
}

int
cl_number_magnitude(ClNumber n)
{
    if (n.digits == 0)
        return 0;
    const ClNumber size = cl_number_abs(n);
    int power = n.exponent;
    for (int64_t rest = size.digits / 10; rest; rest /= 10)
        power++;
    for (int64_t rest = size.divisor / 10; rest; rest /= 10)
        power--;
    /* the quotient of leading digits may be below one: 1/3 */
    while (cl_number_compare(size, (ClNumber){1, 1, power}) < 0)
        power--;
    return power;
}

/* Whether the quotient, taken towards zero, goes one further from it. */
static bool
rounds_away(Wide rest, Wide divisor, bool negative, ClRounding rounding)
{
    g_assert(rest); /* a number in normal form that has no such place */
    if (rounding == CL_ROUND_HALF_AWAY)
        return rest >= divisor - rest;
    return rounding == (negative ? CL_ROUND_FLOOR : CL_ROUND_CEILING);
}

ClNumber
cl_number_round(ClNumber n, int place, ClRounding rounding)
{
    const long lift = (long)n.exponent - place;
    if (n.digits == 0 || (n.divisor == 1 && lift >= 0))
        return n;
    Wide digits = cl_number_abs(n).digits;
    Wide divisor = n.divisor;
    if (lift > 0 && !scale(&digits, lift))
        return CL_NUMBER_OVERFLOW;
    if (lift < 0 && !scale(&divisor, -lift)) {
        divisor = 3; /* far below one: any small rest rounds alike */
        digits = 1;
    }
    Wide whole = digits / divisor;
    whole += rounds_away(digits % divisor, divisor, n.digits < 0, rounding);
    return normalize(n.digits < 0 ? -whole : whole, 1, place);
}

static void
print_plain(ClNumber n, GString *out)
{
    char digits[24];
    g_snprintf(digits, sizeof digits, "%" G_GINT64_FORMAT,
               cl_number_abs(n).digits);
    const long length = (long)strlen(digits);
    if (n.digits < 0)
        g_string_append_c(out, '-');
    const long whole = length + n.exponent; /* digits before the point */
    if (whole <= 0)
        g_string_append(out, "0.");
    for (long i = whole; i < 0; i++)
        g_string_append_c(out, '0');
    for (long i = 0; i < length; i++) {
        if (i == whole && i > 0)
            g_string_append_c(out, '.');
        g_string_append_c(out, digits[i]);
    }
    for (long i = length; i < whole; i++)
        g_string_append_c(out, '0');
}

void
cl_number_print(ClNumber n, ClRounding rounding, GString *out)
{
    if (!n.divisor) {
        g_string_append(out, "overflow");
        return;
    }
    if (n.divisor != 1) {
        const int place = cl_number_magnitude(n) - (SIGNIFICANT - 1);
        /* rounded near the point, where no exponent is too small */
        n = cl_number_round(cl_number_shift(n, -place), 0, rounding);
        n.exponent += place;
    }
    print_plain(n, out);
}

/* Digits as read: 28.90 is 289 * 10^-1. */
typedef struct {
    Wide digits;
    long exponent;
    bool point, fits;
} Decimal;

/* Digits with at most one point; leaves *text behind them. */
static bool
parse_decimal(const char **text, Decimal *out)
{
    *out = (Decimal){.fits = true};
    bool any = false;
    long zeros = 0; /* not needed unless another digit follows */
    for (; g_ascii_isdigit(**text) || (**text == '.' && !out->point); ++*text) {
        if (**text == '.') {
            out->point = true;
            continue;
        }
        any = true;
        out->exponent -= out->point;
        zeros++;
        if (**text == '0')
            continue;
        out->fits =
            out->fits && scale(&out->digits, zeros) &&
            !__builtin_add_overflow(out->digits, **text - '0', &out->digits);
        zeros = 0;
    }
    out->exponent += zeros;
    return any;
}

static bool
parse_exponent(const char **text, long *exponent)
{
    if (**text != 'e' && **text != 'E')
        return true;
    char *end;
    const long power = strtol(*text + 1, &end, 10);
    if (end == *text + 1 || g_ascii_isspace((*text)[1]))
        return false;
    *text = end;
    *exponent += CLAMP(power, -1000000, 1000000);
    return true;
}

bool
cl_number_parse(const char *text, ClNumber *out)
{
    const bool negative = *text == '-';
    text += *text == '-' || *text == '+';
    Decimal top, bottom = {.digits = 1, .fits = true};
    if (!parse_decimal(&text, &top))
        return false;
    if (*text == '/') {
        text++;
        if (!parse_decimal(&text, &bottom) || bottom.point)
            return false;
    } else if (!parse_exponent(&text, &top.exponent)) {
        return false;
    }
    if (*text)
        return false;
    *out = top.fits && bottom.fits
               ? normalize(negative ? -top.digits : top.digits, bottom.digits,
                           top.exponent - bottom.exponent)
               : CL_NUMBER_OVERFLOW;
    return true;
}
