/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whether two figures are one slip of the pen apart.  Both are rounded to as
 * many digits as the coarser one was written with; leading digits lie, so that
 * nothing is said of fewer than three.
 */
#include "check/twin.h"

#include <stdio.h>
#include <string.h>

enum { FEWEST = 3, MOST = 18, MOST_POWER = 4 };

/* The first count digits, rounded; false where rounding adds one to them. */
static bool
print_rounded(const ClQuantity *quantity, int count, char out[MOST + 1])
{
    const ClNumber value = cl_number_abs(quantity->value);
    const int place = cl_number_magnitude(value) - count + 1;
    ClNumber round = cl_number_round(value, place, CL_ROUND_HALF_AWAY);
    if (!cl_number_valid(round) || round.divisor != 1)
        return false;
    round = cl_number_shift(round, -place);
    g_autoptr(GString) text = g_string_new(NULL);
    cl_number_print(round, CL_ROUND_HALF_AWAY, text);
    if (text->len != (size_t)count)
        return false;
    memcpy(out, text->str, (size_t)count + 1);
    return true;
}

/* Zeros at the end may be no more than room for 万; of the nines of a price,
   5999, one tells as much as all. */
static unsigned
digits_telling(const char *digits)
{
    size_t length = strlen(digits), nines = 0;
    while (length > 0 && digits[length - 1] == '0')
        length--;
    while (nines + 1 < length && digits[length - nines - 1] == '9')
        nines++;
    return (unsigned)(nines > 1 ? length - nines + 1 : length);
}

/* The places in which two numbers differ, the first two of them. */
static unsigned
count_differences(const char *a, const char *b, size_t at[2])
{
    unsigned count = 0;
    for (size_t i = 0; a[i]; i++) {
        if (a[i] == b[i])
            continue;
        if (count < 2)
            at[count] = i;
        count++;
    }
    return count;
}

static Twin
compare_digits(const char *a, const char *b)
{
    enum { TELLING = 5, APART = 4 };
    size_t at[2] = {0, 0};
    const unsigned count = count_differences(a, b, at);
    if (count == 1 && strlen(a) >= TELLING)
        return TWIN_DIGIT;
    if (count != 2 || a[at[0]] != b[at[1]] || a[at[1]] != b[at[0]])
        return TWIN_NONE;
    return at[1] == at[0] + 1 || strlen(a) >= APART ? TWIN_SWAP : TWIN_NONE;
}

static bool
is_money(const ClQuantity *quantity)
{
    return quantity->kind == CL_KIND_CURRENCY;
}

/* 13.94元, NT$13.94: 元 is called what a dollar is where it is spent. */
static bool
is_local_dollar(const char *a, const char *b)
{
    static const char *const dollars[] = {"NT$", "HK$", "新台", "新臺", "港"};
    for (size_t i = 0; g_str_has_suffix(a, "元") && !strstr(a, "美") &&
                       i < G_N_ELEMENTS(dollars);
         i++)
        if (strstr(b, dollars[i]))
            return true;
    return false;
}

/* 751公里, 751 miles: as written they are one number. */
static bool
is_mile_to_kilometre(ClNumber a, ClNumber b)
{
    const ClNumber mile = cl_number_make(1609344, -6);
    return cl_number_equal(cl_number_multiply(a, mile), b) ||
           cl_number_equal(cl_number_multiply(b, mile), a);
}

static Twin
compare_scales(const ClClaim *a, const ClClaim *b, bool alike)
{
    const int power = cl_number_magnitude(a->quantity.value) -
                      cl_number_magnitude(b->quantity.value);
    if (alike)
        return power && ABS(power) <= MOST_POWER ? TWIN_POWER : TWIN_NONE;
    if (is_local_dollar(a->quantity_text, b->quantity_text) ||
        is_local_dollar(b->quantity_text, a->quantity_text))
        return TWIN_NONE;
    return !power && is_money(&a->quantity) && is_money(&b->quantity)
               ? TWIN_UNIT
               : TWIN_NONE;
}

/* 21,017 beside a noun that was not understood may be 辆. */
static bool
is_bare(const ClClaim *claim)
{
    return claim->quantity.kind == CL_KIND_NUMBER;
}

/* No slip moves the point so far: not worth writing the digits out. */
static bool
is_far(const ClClaim *a, const ClClaim *b)
{
    return ABS(cl_number_magnitude(a->quantity.value) -
               cl_number_magnitude(b->quantity.value)) > MOST_POWER;
}

Twin
twin_of(const ClClaim *a, const ClClaim *b, unsigned *digits)
{
    char x[MOST + 1], y[MOST + 1];
    if ((a->quantity.form == CL_FORM_LEVEL) !=
        (b->quantity.form == CL_FORM_LEVEL))
        return TWIN_NONE;
    if (is_mile_to_kilometre(a->quantity.value, b->quantity.value)) {
        *digits = FEWEST;
        return TWIN_UNIT;
    }
    const bool alike = compares(a, b) || is_bare(a) || is_bare(b);
    const int count =
        MIN(cl_quantity_digits(&a->quantity), cl_quantity_digits(&b->quantity));
    if (count < FEWEST || count > MOST || is_far(a, b) ||
        !print_rounded(&a->quantity, count, x) ||
        !print_rounded(&b->quantity, count, y))
        return TWIN_NONE;
    *digits = MAX(digits_telling(x), digits_telling(y));
    if (*digits < FEWEST)
        return TWIN_NONE;
    if (strcmp(x, y) == 0)
        return compare_scales(a, b, alike);
    return alike && cl_number_magnitude(a->quantity.value) ==
                        cl_number_magnitude(b->quantity.value)
               ? compare_digits(x, y)
               : TWIN_NONE;
}

/* How many of all numbers with so many digits are twins of one. */
static unsigned
neighbours(Twin twin, unsigned digits)
{
    enum { OTHER_DIGITS = 9 };
    switch (twin) {
    case TWIN_SWAP:
        return digits - 1;
    case TWIN_DIGIT:
        return OTHER_DIGITS * digits;
    case TWIN_POWER:
        return 2; /* one unit up or down is what people slip by */
    case TWIN_UNIT:
    case TWIN_NONE:
    default:
        return 1;
    }
}

bool
is_no_chance(Twin twin, unsigned digits, unsigned figures, unsigned odds)
{
    uint64_t numbers = 9; /* with so many digits, the first of them no zero */
    for (unsigned i = 1; i < digits; i++)
        numbers *= 10;
    return numbers > (uint64_t)odds * neighbours(twin, digits) * figures;
}
