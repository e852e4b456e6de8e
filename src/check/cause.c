/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Slips that explain how one figure became another, tried from a closed list.
 * Only a likely reason: who is right is for people to find out.
 */
#include "check/private.h"

#include <stdio.h>
#include <string.h>

/* 400万 and 400: the same digits, another power of ten.  A lone digit proves
   little, so only the steps that units make (千, 万, million, 亿) count; 2.0%
   and 20% have two. */
static bool
magnitude_slip(const ClQuantity *x, const ClQuantity *y, int *power)
{
    const ClNumber a = x->value, b = y->value;
    if (a.digits != b.digits || a.divisor != b.divisor ||
        a.exponent == b.exponent || a.digits == 0)
        return false;
    *power = ABS(a.exponent - b.exponent);
    const bool lone = MIN(digits_as_written(x), digits_as_written(y)) < 2;
    return !lone || *power == 3 || *power == 4 || *power == 6 || *power == 8;
}

bool
is_transposed(ClNumber a, ClNumber b)
{
    if (a.divisor != 1 || b.divisor != 1 || a.exponent != b.exponent)
        return false;
    char left[24], right[24];
    snprintf(left, sizeof left, "%lld", (long long)a.digits);
    snprintf(right, sizeof right, "%lld", (long long)b.digits);
    const size_t length = strlen(left);
    if (length < 2 || strlen(right) != length)
        return false;
    size_t at = 0;
    while (at < length && left[at] == right[at])
        at++;
    return at + 1 < length && left[at] == right[at + 1] &&
           left[at + 1] == right[at] &&
           strcmp(left + at + 2, right + at + 2) == 0;
}

bool
is_shifted(ClNumber x, ClNumber y)
{
    enum { FEWEST = 3 };
    char a[24], b[24];
    if (x.divisor != 1 || y.divisor != 1 ||
        cl_number_magnitude(x) == cl_number_magnitude(y))
        return false;
    snprintf(a, sizeof a, "%lld", (long long)ABS(x.digits));
    snprintf(b, sizeof b, "%lld", (long long)ABS(y.digits));
    const size_t common = MIN(strlen(a), strlen(b));
    return common >= FEWEST && memcmp(a, b, common) == 0;
}

/* The digits of a figure as written, full-width ones too; false if there are
   too many. */
static bool
copy_digits(const char *text, char out[24])
{
    size_t count = 0;
    for (; *text; text = g_utf8_next_char(text)) {
        const int digit = g_unichar_digit_value(g_utf8_get_char(text));
        if (digit < 0)
            continue;
        if (count == 23)
            return false;
        out[count++] = (char)('0' + digit);
    }
    out[count] = '\0';
    return true;
}

static bool
same_digits(const char *a, const char *b)
{
    int counts[10] = {0};
    for (; *a; a++)
        counts[*a - '0']++;
    for (; *b; b++)
        counts[*b - '0']--;
    for (size_t i = 0; i < G_N_ELEMENTS(counts); i++)
        if (counts[i])
            return false;
    return true;
}

/* The digits of a number, of two numbers with one last place. */
static bool
print_digits(ClNumber x, ClNumber y, char a[24], char b[24])
{
    if (x.divisor != 1 || y.divisor != 1 || x.exponent != y.exponent)
        return false;
    snprintf(a, 24, "%lld", (long long)ABS(x.digits));
    snprintf(b, 24, "%lld", (long long)ABS(y.digits));
    return strlen(a) == strlen(b);
}

bool
has_same_digits(ClNumber x, ClNumber y)
{
    char a[24], b[24];
    return print_digits(x, y, a, b) && same_digits(a, b);
}

bool
is_miswritten(ClNumber x, ClNumber y)
{
    enum { FEWEST = 3 };
    char a[24], b[24];
    unsigned apart = 0;
    if (!print_digits(x, y, a, b) || strlen(a) < FEWEST)
        return false;
    for (size_t i = 0; a[i]; i++)
        apart += a[i] != b[i];
    return apart == 1 || same_digits(a, b);
}

bool
is_slip_of_pen(const char *a, const char *b)
{
    enum { TELLING = 5 };
    char x[24], y[24];
    if (!copy_digits(a, x) || !copy_digits(b, y) || strlen(x) < TELLING ||
        strlen(x) != strlen(y))
        return false;
    unsigned apart = 0;
    for (size_t i = 0; x[i]; i++)
        apart += x[i] != y[i];
    return apart == 1 || (apart > 1 && same_digits(x, y));
}

static bool
is_percent(const ClQuantity *a)
{
    return a->kind == CL_KIND_PERCENT && a->form == CL_FORM_GROWTH;
}

static bool
is_multiple(const ClQuantity *a)
{
    return a->kind == CL_KIND_MULTIPLE;
}

/* 是3倍 against 是2倍: one of them may be growth taken for a level.  A rule of
   growth has both in percent: by 101.8 %, 1.02 times; by 1332.52 %, 14.3 times
   are a hundred apart, as far as written. */
static bool
off_by_one(const ClQuantity *a, const ClQuantity *b)
{
    if ((!is_percent(a) && !is_multiple(a)) ||
        (!is_percent(b) && !is_multiple(b)))
        return false;
    const ClNumber apart =
        cl_number_abs(cl_number_subtract(a->value, b->value));
    const int tens = MAX(a->place, b->place) > 0;
    if (is_multiple(a) && is_multiple(b) &&
        cl_number_equal(apart, cl_number_make(1, 0)))
        return true;
    return cl_number_equal(cl_number_round(apart, tens, CL_ROUND_HALF_AWAY),
                           cl_number_make(1, 2));
}

/* 增长2% and fell 2 percent. */
static bool
turned_round(ClNumber a, ClNumber b)
{
    const ClNumber sum = cl_number_add(a, b);
    return cl_number_valid(sum) && cl_number_is_zero(sum) &&
           !cl_number_is_zero(a);
}

ClCause
find_cause(const ClQuantity *a, const ClQuantity *b, int *power)
{
    if (magnitude_slip(a, b, power))
        return CL_CAUSE_MAGNITUDE;
    /* 23.71亿 and 23.7 billion: one of them was rounded too */
    if (is_shifted(a->value, b->value)) {
        *power =
            ABS(cl_number_magnitude(a->value) - cl_number_magnitude(b->value));
        return CL_CAUSE_MAGNITUDE;
    }
    *power = 0;
    if (turned_round(a->value, b->value))
        return CL_CAUSE_SIGN;
    if (is_transposed(a->value, b->value))
        return CL_CAUSE_TRANSPOSED;
    if (is_mile_for_kilometre(a, b))
        return CL_CAUSE_UNIT;
    return off_by_one(a, b) ? CL_CAUSE_GROWTH : CL_CAUSE_NONE;
}
