/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A statement that does not hold as it is written and does with two digits of
 * one figure the other way round: that figure, and what it was to be.
 */
#include "check/reckon.h"

/* Ratios are told in few digits, which much may come near to by chance. */
static bool
is_told_exactly(const Statement *statement)
{
    enum { TELLING = 3 };
    const ClCheck check = statement->rule->check;
    const ClClaim *result = statement_result(statement);
    if (check == CL_CHECK_SUM || check == CL_CHECK_DIFFERENCE)
        return result != NULL;
    return (check == CL_CHECK_CHANGE || check == CL_CHECK_SHARE) && result &&
           digits_as_written(&result->quantity) >= TELLING;
}

/* The digits, counted from the last, at a place and before it changed. */
static bool
swap_at(ClNumber number, int64_t unit, ClNumber *swapped)
{
    const int64_t last = number.digits / unit % 10;
    const int64_t next = number.digits / unit / 10 % 10;
    const bool leads = number.digits / unit < 100;
    if (last == next || (leads && last == 0))
        return false;
    *swapped = number;
    swapped->digits += (next - last) * unit + (last - next) * unit * 10;
    return true;
}

/* Whether it holds with another value for one figure, which stands at seat. */
static bool
holds_with(const Statement *statement, const ClClaim **seat, ClNumber value)
{
    const ClClaim *const told = *seat;
    ClClaim other = *told;
    other.quantity.value = value;
    other.quantity.hard = other.quantity.usual = cl_interval_point(value);
    *seat = &other;
    const bool holds = statement_holds(statement);
    *seat = told;
    return holds;
}

/* How many ways there are to mend one figure; the last of them is kept. */
static unsigned
count_swaps(const Statement *statement, const ClClaim **seat, ClNumber *meant)
{
    enum { MOST = 100000000 };
    const ClClaim *const claim = *seat;
    const ClNumber value = claim ? claim->quantity.value : (ClNumber){0};
    unsigned count = 0;
    if (!claim || !is_exact(&claim->quantity) || value.divisor != 1)
        return 0;
    for (int64_t unit = 1; unit <= MOST && unit * 10 <= value.digits;
         unit *= 10) {
        ClNumber swapped;
        if (!swap_at(value, unit, &swapped) ||
            !holds_with(statement, seat, swapped))
            continue;
        *meant = swapped;
        count++;
    }
    return count;
}

const ClClaim *
statement_swap(const Statement *statement, ClNumber *meant)
{
    const ClClaim *found = NULL;
    unsigned count = 0;
    Statement tried = *statement;
    if (!is_told_exactly(statement))
        return NULL;
    for (unsigned i = 0; i < CL_PARTS + statement->terms->len; i++) {
        const ClClaim **seat =
            i < CL_PARTS
                ? &tried.parts[i]
                : &g_array_index(tried.terms, const ClClaim *, i - CL_PARTS);
        const ClClaim *const claim = *seat;
        const unsigned ways = count_swaps(&tried, seat, meant);
        found = ways ? claim : found;
        count += ways;
    }
    return count == 1 ? found : NULL;
}
