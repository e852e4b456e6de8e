/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Digits become a number: 289,000, 28.9, 12,34,567.89, 1 234 567, 1e6.  A
 * thousands separator needs groups of exactly three digits; anything else ends
 * the number, so that 1,2万 stays a list.
 */
#include "quantity/numeral.h"

/* Digits gathered so far; behind many, zeros at the end are held back, so that
 * a long run of them still fits. */
typedef struct {
    int64_t digits;
    int zeros;
    int after_point;
    bool fits;
} Gathered;

enum { FEW_DIGITS = 8, FEW = 100000000 }; /* twice as many always fit */

static inline bool
is_digit(char c)
{
    return (unsigned char)(c - '0') < 10;
}

/* A digit behind many. */
static void
gather(Gathered *g, char digit)
{
    if (digit == '0') {
        g->zeros++;
        return;
    }
    for (; g->zeros >= 0 && g->fits; g->zeros--)
        g->fits = !__builtin_mul_overflow(g->digits, 10, &g->digits);
    g->zeros = 0;
    g->fits =
        g->fits && !__builtin_add_overflow(g->digits, digit - '0', &g->digits);
}

CL_SELDOM static size_t
gather_many(const ClReader *r, size_t at, Gathered *g)
{
    for (; cl_reader_digit(r, at); at++)
        gather(g, r->text[at]);
    return at;
}

static inline size_t
gather_run(const ClReader *r, size_t at, Gathered *g, bool after_point)
{
    const size_t start = at;
    if (g->fits && g->zeros == 0 && g->digits < FEW) {
        const size_t limit = MIN(r->length, at + FEW_DIGITS);
        for (; at < limit && is_digit(r->text[at]); at++)
            g->digits = g->digits * 10 + (r->text[at] - '0');
    }
    if (cl_reader_digit(r, at))
        at = gather_many(r, at, g);
    if (after_point)
        g->after_point += (int)(at - start);
    return at;
}

static size_t
run_end(const ClReader *r, size_t at)
{
    while (cl_reader_digit(r, at))
        at++;
    return at;
}

/* True if exactly so many digits stand at a place. */
static bool
has_group(const ClReader *r, size_t at, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        if (!cl_reader_digit(r, at + i))
            return false;
    }
    return !cl_reader_digit(r, at + size);
}

#define MOST_PAIRS 7 /* what still fits a number */

/* 12,34,567: pairs, then three. */
static bool
has_indian_groups(const ClReader *r, size_t at)
{
    size_t pairs = 0;
    while (pairs < MOST_PAIRS && cl_reader_byte(r, at) == ',' &&
           has_group(r, at + 1, 2)) {
        at += 3;
        pairs++;
    }
    return pairs > 0 && cl_reader_byte(r, at) == ',' && has_group(r, at + 1, 3);
}

/* 1 234 567: two groups at least, or one of three zeros. */
static bool
has_spaced_groups(const ClReader *r, size_t at)
{
    if (cl_reader_byte(r, at) != ' ' || !has_group(r, at + 1, 3))
        return false;
    const bool zeros = r->text[at + 1] == '0' && r->text[at + 2] == '0' &&
                       r->text[at + 3] == '0';
    return zeros ||
           (cl_reader_byte(r, at + 4) == ' ' && has_group(r, at + 5, 3));
}

CL_SELDOM static size_t
gather_groups(const ClReader *r, size_t at, Gathered *g)
{
    if (has_indian_groups(r, at)) {
        while (has_group(r, at + 1, 2))
            at = gather_run(r, at + 1, g, false);
        return gather_run(r, at + 1, g, false);
    }
    if (has_spaced_groups(r, at)) {
        while (cl_reader_byte(r, at) == ' ' && has_group(r, at + 1, 3))
            at = gather_run(r, at + 1, g, false);
        return at;
    }
    while (cl_reader_byte(r, at) == ',' && has_group(r, at + 1, 3))
        at = gather_run(r, at + 1, g, false);
    return at;
}

static inline bool
may_have_groups(const ClReader *r, size_t at)
{
    const char mark = cl_reader_byte(r, at);
    return (mark == ',' || mark == ' ') && cl_reader_digit(r, at + 1);
}

/* 1e6, -1e-3, behind the e. */
CL_SELDOM static size_t
read_exponent(const ClReader *r, size_t at, int *exponent)
{
    size_t i = at + 1;
    const char sign = cl_reader_byte(r, i);
    i += sign == '+' || sign == '-';
    const size_t end = run_end(r, i);
    if (end == i || end - i > 3 || cl_reader_letter(r, end))
        return at;
    for (; i < end; i++)
        *exponent = *exponent * 10 + (r->text[i] - '0');
    if (sign == '-')
        *exponent = -*exponent;
    return end;
}

/* 2.48×10^-5: the power of ten behind a decimal. */
CL_SELDOM static size_t
read_power(const ClReader *r, size_t at, bool decimal, int *exponent)
{
    const size_t times = cl_reader_word(r, at, "×10");
    if (times == 0)
        return at;
    size_t i = at + times;
    const bool caret = cl_reader_byte(r, i) == '^';
    i += caret;
    const bool minus = cl_reader_byte(r, i) == '-';
    i += minus;
    const size_t end = run_end(r, i);
    if (end == i || end - i > 2 || !(caret || minus) || !(caret || decimal))
        return at;
    for (; i < end; i++)
        *exponent = *exponent * 10 + (r->text[i] - '0');
    if (minus)
        *exponent = -*exponent;
    return end;
}

/* Where the exponent of either kind ends; no step forward without one. */
static inline size_t
read_power_of_ten(const ClReader *r, size_t at, bool decimal, int *exponent)
{
    switch (cl_reader_byte(r, at)) {
    case 'e':
    case 'E':
        return read_exponent(r, at, exponent);
    case '\303': /* of × */
        return read_power(r, at, decimal, exponent);
    default:
        return at;
    }
}

/* 3.2.1 is a version, 2025.10.13 a date, 192.168.1.2 an address. */
static bool
skip_version(const ClReader *r, ClNumeral *out)
{
    if (cl_reader_byte(r, out->end) != '.' || !cl_reader_digit(r, out->end + 1))
        return false;
    while (cl_reader_byte(r, out->end) == '.' &&
           cl_reader_digit(r, out->end + 1))
        out->end = run_end(r, out->end + 1);
    out->flags |= CL_NUMERAL_VERSION;
    return true;
}

static inline int
trailing_place(ClNumber value)
{
    return cl_number_is_zero(value) ? 0 : value.exponent;
}

void
cl_numeral_read_arabic(const ClReader *r, size_t at, ClNumeral *out)
{
    Gathered g = {.fits = true};
    cl_numeral_open(out, at, CL_NUMERAL_ARABIC);
    size_t end = gather_run(r, at, &g, false);
    out->digits = (int)MIN(end - at, 1000);
    if (end > at && end - at <= 3 && may_have_groups(r, end))
        end = gather_groups(r, end, &g);
    if (cl_reader_byte(r, end) == '.' && cl_reader_digit(r, end + 1)) {
        end = gather_run(r, end + 1, &g, true);
        out->flags |= CL_NUMERAL_DECIMAL;
    }
    g_assert(end > at);
    int exponent = 0;
    out->end =
        read_power_of_ten(r, end, out->flags & CL_NUMERAL_DECIMAL, &exponent);
    if (out->flags & CL_NUMERAL_DECIMAL && skip_version(r, out))
        return;
    out->value =
        g.fits ? cl_number_make(g.digits, g.zeros - g.after_point + exponent)
               : CL_NUMBER_OVERFLOW;
    out->upper = out->value;
    out->place = exponent - g.after_point;
    out->tail = trailing_place(out->value);
}
