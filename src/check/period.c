/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The periods of two claims as evidence: whether both texts say one and the
 * same, whether what one of them leaves open may be that of the other, and
 * whether a figure was told before its period was over.
 */
#include "check/private.h"

#include <string.h>

/* The day of the article that stands above its text. */
static bool
is_dateline(const ClClaim *claim)
{
    ClDay day;
    const ClFacetValue *when = &claim->facets[CL_FACET_WHEN];
    return when->lent && (!when->from || when->from == when->to) &&
           cl_day_parse(claim->article->date, &day) && when->to == day;
}

bool
is_undated(const ClClaim *claim)
{
    const ClFacetValue *when = &claim->facets[CL_FACET_WHEN];
    return when->assumed || !when->value || when->framed || is_dateline(claim);
}

/* 三季报 may be of the nine months; 二季报 is no half-year report. */
bool
is_by_report(const ClClaim *claim)
{
    enum { SEPTEMBER = 9 };
    const ClFacetValue *when = &claim->facets[CL_FACET_WHEN];
    return claim->rule->time == CL_TIME_OF_PERIOD && when->words &&
           (strstr(when->words, "季报") || strstr(when->words, "季報")) &&
           when->to / 100 % 100 == SEPTEMBER &&
           when->to / 100 % 100 > when->from / 100 % 100 &&
           when->from / 100 % 100 > 1;
}

/* A year and a year, a quarter and a quarter: how many, or 0. */
unsigned
months_of(const ClFacetValue *when)
{
    if (!when->from || !when->to)
        return 0;
    return (unsigned)(12 * (when->to / 10000 - when->from / 10000) +
                      when->to / 100 % 100 - when->from / 100 % 100 + 1);
}

bool
is_like_period(const ClClaim *a, const ClClaim *b)
{
    return months_of(&a->facets[CL_FACET_WHEN]) ==
           months_of(&b->facets[CL_FACET_WHEN]);
}

bool
is_year_to_date(const ClClaim *claim)
{
    enum { MONTH = 100, LEAST = 2, MOST = 11 };
    const ClFacetValue *when = &claim->facets[CL_FACET_WHEN];
    const unsigned months = months_of(when);
    return claim->rule->time == CL_TIME_OF_PERIOD && !is_undated(claim) &&
           when->from / MONTH % MONTH == 1 && months >= LEAST && months <= MOST;
}

bool
is_early(const ClClaim *claim)
{
    ClDay day;
    return cl_day_parse(claim->article->date, &day) &&
           claim->facets[CL_FACET_WHEN].to > day;
}

/* The number that a run of digits gives, and where it ends. */
static int
read_digits(const char **at)
{
    int number = 0;
    for (; **at; *at = g_utf8_next_char(*at)) {
        const int digit = g_unichar_digit_value(g_utf8_get_char(*at));
        if (digit < 0)
            break;
        number = MIN(number, 100000) * 10 + digit;
    }
    return number;
}

/* 2025年全年 is that year and no other; 年底 may be the one before. */
static bool
names_its_year(const ClFacetValue *when)
{
    enum { YEAR = 10000 };
    for (const char *at = when->words; at && *at;) {
        if (g_unichar_digit_value(g_utf8_get_char(at)) < 0)
            at = g_utf8_next_char(at);
        else if (read_digits(&at) == when->to / YEAR)
            return true;
    }
    return false;
}

bool
is_maybe_before(const ClClaim *claim)
{
    return is_early(claim) && !names_its_year(&claim->facets[CL_FACET_WHEN]);
}

/* What is counted on the last day or in the last month of a year is that
   year's, unless the rule is of what a year brought. */
static bool
ends_with(const ClClaim *state, const ClClaim *period)
{
    return state->rule->time != CL_TIME_OF_PERIOD &&
           months_of(&state->facets[CL_FACET_WHEN]) <= 1 &&
           state->facets[CL_FACET_WHEN].to == period->facets[CL_FACET_WHEN].to;
}

bool
is_one_period(const ClClaim *a, const ClClaim *b)
{
    const ClFacetValue *x = &a->facets[CL_FACET_WHEN];
    const ClFacetValue *y = &b->facets[CL_FACET_WHEN];
    return !is_undated(a) && !is_undated(b) && x->to &&
           ((x->from == y->from && x->to == y->to) || ends_with(a, b) ||
            ends_with(b, a));
}

enum { SOON = 6, MONTHS = 12 };

/* The month in which the period of a claim ends, counted from year 0. */
static int
last_month(const ClClaim *claim)
{
    enum { YEAR = 10000, MONTH = 100 };
    const ClDay day = claim->facets[CL_FACET_WHEN].to;
    return MONTHS * (day / YEAR) + day / MONTH % 100;
}

bool
ends_soon(const ClClaim *a, const ClClaim *b)
{
    return a->facets[CL_FACET_WHEN].to && b->facets[CL_FACET_WHEN].to &&
           ABS(last_month(a) - last_month(b)) <= SOON;
}

/* What nobody dates is told soon after it was. */
bool
may_be_one_period(const ClClaim *a, const ClClaim *b)
{
    const bool open = is_undated(a) || is_undated(b) || is_maybe_before(a) ||
                      is_maybe_before(b);
    const int x = last_month(a) - MONTHS * is_maybe_before(a);
    const int y = last_month(b) - MONTHS * is_maybe_before(b);
    return open && a->facets[CL_FACET_WHEN].to && b->facets[CL_FACET_WHEN].to &&
           ABS(x - y) <= SOON;
}
