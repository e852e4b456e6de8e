/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Facets of two claims of one rule: are they the same fact, the same as far
 * as told, facts that readers mix up, or different facts?  And the two ways
 * in which time makes a difference no surprise.
 */
#include "check/private.h"

#include <string.h>

typedef enum { EQUAL, ONE_UNKNOWN, DIFFERENT } FacetOrder;

/* Periods that share a day speak of the same time: 2025年 and 今年上半年. */
static FacetOrder
compare_periods(const ClFacetValue *a, const ClFacetValue *b)
{
    const ClDay a_from = a->from ? a->from : a->to;
    const ClDay b_from = b->from ? b->from : b->to;
    if (!a->to || !b->to)
        return g_strcmp0(a->value, b->value) == 0 ? EQUAL : ONE_UNKNOWN;
    return a_from <= b->to && b_from <= a->to ? EQUAL : DIFFERENT;
}

static bool
same_period(const ClFacetValue *a, const ClFacetValue *b)
{
    return a->from == b->from && a->to == b->to;
}

static bool
same_month(const ClFacetValue *a, const ClFacetValue *b)
{
    return a->to && b->to && a->to / 100 == b->to / 100;
}

/* More than a quarter of a year. */
static bool
is_long(const ClFacetValue *when)
{
    enum { MONTH = 100, YEAR = 10000, QUARTER = 3 };
    if (!when->from || !when->to)
        return false;
    const int years = when->to / YEAR - when->from / YEAR;
    const int months = when->to / MONTH % 100 - when->from / MONTH % 100;
    return 12 * years + months >= QUARTER;
}

/* A level of nobody knows when is no measure for one that is dated. */
static FacetOrder
compare_undated(const ClRule *rule, bool both)
{
    if (both || rule->over_time == CL_OVER_TIME_FIXED)
        return EQUAL;
    return rule->over_time == CL_OVER_TIME_VARIES ? DIFFERENT : ONE_UNKNOWN;
}

/* 2024年月活6.75亿, 2024年12月底月活6.75亿: who counts heads for a year counts
   them at its end, or did so all along. */
static bool
ends_with_state(const ClFacetValue *a, const ClFacetValue *b)
{
    const ClFacetValue *period = a->from ? a : b;
    const ClFacetValue *state = a->from ? b : a;
    return is_long(period) && !state->from && same_month(period, state);
}

/* What a quarter brought in is not what three of them did, nor is a state at
   its end: levels and flows compare over one and the same time. */
static FacetOrder
compare_stated(const ClRule *rule, const ClFacetValue *a, const ClFacetValue *b)
{
    if (strcmp(a->value, b->value) == 0)
        return EQUAL;
    /* 2024年员工5万人 is who they were when it ended */
    const bool states =
        (!a->from && !b->from) || rule->time == CL_TIME_OF_STATE;
    if ((states && same_month(a, b)) ||
        (a->from && b->from && same_period(a, b)))
        return EQUAL;
    return rule->time != CL_TIME_OF_PERIOD && ends_with_state(a, b)
               ? ONE_UNKNOWN
               : DIFFERENT;
}

/* A confirmed figure has no article of its own: its day is a state's. */
static bool
is_reference(const ClClaim *claim)
{
    return !claim->article->title && claim->sentence_key == 0;
}

/* The day of an article says little of the period its figures are of: two of
   one month may be meant alike, two of one article are two periods. */
static FacetOrder
compare_assumed(const ClClaim *a, const ClClaim *b)
{
    const ClFacetValue *x = &a->facets[CL_FACET_WHEN];
    const ClFacetValue *y = &b->facets[CL_FACET_WHEN];
    const ClFacetValue *stated = x->assumed ? y : x;
    if (!same_month(x, y))
        return DIFFERENT;
    if (is_reference(a) || is_reference(b))
        return EQUAL;
    if (!stated->assumed)
        return stated->from ? DIFFERENT : EQUAL;
    return a->article == b->article ? DIFFERENT : ONE_UNKNOWN;
}

/* 去年同期 of nobody knows when, a fiscal quarter without its year: no two of
   them are known to be one. */
static bool
is_unplaced(const char *when)
{
    return when && (*when == '?' || g_str_has_prefix(when, "FY-"));
}

/* How many months lie between two times; 0 if they touch. */
static int
months_between(const ClFacetValue *a, const ClFacetValue *b)
{
    enum { MONTH = 100, YEAR = 10000 };
    const bool first = a->to <= b->to;
    const ClDay end = first ? a->to : b->to;
    const ClFacetValue *later = first ? b : a;
    const ClDay start = later->from ? later->from : later->to;
    return MAX(0, 12 * (start / YEAR - end / YEAR) + start / MONTH % 100 -
                      end / MONTH % 100);
}

/* What a thing costs is told of the day it came out, and for months after. */
static FacetOrder
compare_lasting(const ClFacetValue *a, const ClFacetValue *b)
{
    enum { MOST = 4 };
    if (!a->to || !b->to)
        return ONE_UNKNOWN;
    return months_between(a, b) <= MOST ? EQUAL : DIFFERENT;
}

static FacetOrder
compare_when(const ClClaim *a, const ClClaim *b)
{
    const ClFacetValue *x = &a->facets[CL_FACET_WHEN];
    const ClFacetValue *y = &b->facets[CL_FACET_WHEN];
    const bool varies = a->rule->over_time == CL_OVER_TIME_VARIES;
    if (is_unplaced(x->value) || is_unplaced(y->value))
        return DIFFERENT;
    if (!x->value || !y->value)
        return compare_undated(a->rule, x->value == y->value);
    if (a->rule->over_time == CL_OVER_TIME_LASTS)
        return compare_lasting(x, y);
    if (!x->assumed && !y->assumed)
        return varies ? compare_stated(a->rule, x, y) : compare_periods(x, y);
    /* one event: the day of telling is no matter; a total is judged by
       explained_by_time() */
    return varies ? compare_assumed(a, b) : EQUAL;
}

/* 新开300家, 每年涨1个点, 从12%起: who means these says so, and silence means
   none of them. */
static bool
is_marked(const char *nature)
{
    return strcmp(nature, "part") == 0 || strcmp(nature, "joint") == 0 ||
           strcmp(nature, "lost") == 0 || strcmp(nature, "new") == 0 ||
           strcmp(nature, "rate") == 0 || strcmp(nature, "start") == 0;
}

/* 三个月合计 is what these months brought, 累计 what all years did. */
static bool
adds_up(const ClFacetValue *nature)
{
    static const char *const words[] = {
        "合计", "合計", "总计",     "總計",   "加起来",     "加起來",
        "一共", "共计", "in total", "in all", "altogether", "共計"};
    for (size_t i = 0; nature->words && i < G_N_ELEMENTS(words); i++)
        if (strstr(nature->words, words[i]))
            return true;
    return false;
}

/* 一共3944公里 is the figure itself; a peak may or may not be. */
static FacetOrder
compare_unsaid(const ClClaim *a, const ClClaim *b)
{
    const ClFacetValue *nature = a->facets[CL_FACET_NATURE].value
                                     ? &a->facets[CL_FACET_NATURE]
                                     : &b->facets[CL_FACET_NATURE];
    if (is_marked(nature->value))
        return DIFFERENT;
    if (strcmp(nature->value, "total") != 0)
        return ONE_UNKNOWN;
    /* 前10个月累计交付 is what these months did */
    if (is_year_to_date(a) && is_year_to_date(b) && is_one_period(a, b))
        return EQUAL;
    /* 累计交付 is not what a month delivered, all heads on one day are all */
    return a->rule->over_time != CL_OVER_TIME_VARIES || adds_up(nature) ||
                   a->rule->time == CL_TIME_OF_STATE
               ? EQUAL
               : DIFFERENT;
}

/* 净利 is 归母净利 more often than not, and never 经调整净利; growth in other
   money is another growth. */
static FacetOrder
compare_undefined(const char *definition)
{
    return strcmp(definition, "adjusted") == 0 ||
                   strcmp(definition, "comparable") == 0
               ? DIFFERENT
               : EQUAL;
}

/* 营收增长24%: a rise without a basis is one over the year before, for certain
   where it is a year's, and never one over the quarter before. */
static FacetOrder
compare_unbased(const ClClaim *a, const ClClaim *b, const char *basis)
{
    const ClRule *rule = a->rule;
    if (rule->over_time != CL_OVER_TIME_VARIES)
        return ONE_UNKNOWN;
    if (strcmp(basis, "yoy") != 0)
        return DIFFERENT;
    return is_long(&a->facets[CL_FACET_WHEN]) &&
                   is_long(&b->facets[CL_FACET_WHEN])
               ? EQUAL
               : ONE_UNKNOWN;
}

static bool
is_part(const ClClaim *claim)
{
    return g_strcmp0(claim->facets[CL_FACET_NATURE].value, "part") == 0;
}

/* 其中海外4,895家, 4,985 of them abroad: which part it is, and when, both
   say. */
static bool
are_one_part(const ClClaim *a, const ClClaim *b)
{
    const ClFacetValue *x = &a->facets[CL_FACET_REGION];
    const ClFacetValue *y = &b->facets[CL_FACET_REGION];
    return (is_part(a) || is_part(b)) && is_one_period(a, b) && x->value &&
           y->value && !x->assumed && !y->assumed &&
           strcmp(x->value, y->value) == 0 && strcmp(x->value, "global") != 0;
}

static FacetOrder
compare_facet(const ClClaim *a, const ClClaim *b, unsigned facet)
{
    if (facet == CL_FACET_WHEN)
        return compare_when(a, b);
    if (facet == CL_FACET_NATURE && are_one_part(a, b))
        return EQUAL;
    const char *x = a->facets[facet].value, *y = b->facets[facet].value;
    /* PT1H and PT60M */
    if (facet == CL_FACET_WINDOW && x && y)
        return cl_number_equal(a->facets[facet].seconds,
                               b->facets[facet].seconds)
                   ? EQUAL
                   : DIFFERENT;
    if (facet == CL_FACET_NATURE && !x != !y)
        return compare_unsaid(a, b);
    if (facet == CL_FACET_DEFINITION && !x != !y)
        return compare_undefined(x ? x : y);
    if (facet == CL_FACET_BASIS && !x != !y)
        return compare_unbased(a, b, x ? x : y);
    if (!x || !y)
        return x == y ? EQUAL : ONE_UNKNOWN;
    /* two parts of a whole are two parts; who 三家加起来 are is not known */
    if (facet == CL_FACET_NATURE &&
        (strcmp(x, "part") == 0 || strcmp(x, "joint") == 0))
        return DIFFERENT;
    return strcmp(x, y) == 0 ? EQUAL : DIFFERENT;
}

/* Another day is another fact, unless a total must not fall by then, or a
   record rise. */
static bool
parts(const ClRule *rule, unsigned facet)
{
    const ClFacet *spec = g_ptr_array_index(rule->facets, facet);
    return spec->role == CL_FACET_PARTS &&
           (facet != CL_FACET_WHEN || (rule->over_time != CL_OVER_TIME_GROWS &&
                                       rule->over_time != CL_OVER_TIME_FALLS));
}

Comparison
compare_facets(const ClClaim *a, const ClClaim *b)
{
    Comparison result = {STAND_SAME, 0, 0};
    for (unsigned i = 0; i < MIN(a->rule->facets->len, MOST_FACETS); i++) {
        const ClFacet *facet = g_ptr_array_index(a->rule->facets, i);
        if (!facet->used || facet->role == CL_FACET_INFORMS)
            continue;
        const FacetOrder order = compare_facet(a, b, i);
        if (order == ONE_UNKNOWN) {
            result.unknown |= UINT64_C(1) << i;
            result.standing = MAX(result.standing, STAND_PARTIAL);
        } else if (order == DIFFERENT) {
            result.differs |= UINT64_C(1) << i;
            result.standing = MAX(result.standing,
                                  parts(a->rule, i) ? STAND_APART : STAND_TOLD);
        }
    }
    return result;
}

static bool
counts(const ClQuantity *quantity)
{
    return quantity->kind == CL_KIND_COUNT || quantity->kind == CL_KIND_NUMBER;
}

bool
both_count(const ClClaim *a, const ClClaim *b)
{
    return counts(&a->quantity) && counts(&b->quantity);
}

/* True if later has at least what earlier had, as writers mean it: about 10,000
   were no 9,176 before. */
static bool
grew(const ClClaim *earlier, const ClClaim *later)
{
    const ClInterval *low = &earlier->quantity.usual;
    const ClInterval *high = &later->quantity.usual;
    return high->hi_unbounded || low->lo_unbounded ||
           cl_number_compare(low->lo, high->hi) <= 0;
}

/* 超过1.4万家 and 5万家 in one month: nothing doubles within days. */
static bool
leaps(const ClClaim *a, const ClClaim *b)
{
    const ClNumber x = a->quantity.value, y = b->quantity.value;
    const bool less = cl_number_compare(x, y) < 0;
    const ClNumber twice =
        cl_number_multiply(less ? x : y, cl_number_make(2, 0));
    return cl_number_valid(twice) && cl_number_compare(twice, less ? y : x) < 0;
}

/* 24,097 in March, 25,097 in an article of May: of five digits, four do not
   stay by chance, and nobody says that the second is of another day. */
static bool
is_miscopied(const ClClaim *a, const ClClaim *b)
{
    const ClFacetValue *x = &a->facets[CL_FACET_WHEN];
    const ClFacetValue *y = &b->facets[CL_FACET_WHEN];
    enum { MONTH = 100, YEAR = 10000, NEAR = 3 };
    const int months = 12 * (x->to / YEAR - y->to / YEAR) +
                       x->to / MONTH % 100 - y->to / MONTH % 100;
    return (x->assumed || y->assumed) && ABS(months) <= NEAR &&
           a->article != b->article &&
           is_slip_of_pen(a->quantity_text, b->quantity_text);
}

static bool
total_grew(const ClClaim *a, const ClClaim *b)
{
    const ClFacetValue *when = &a->facets[CL_FACET_WHEN];
    const ClDay x = when->to;
    const ClDay y = b->facets[CL_FACET_WHEN].to;
    if (!x || !y || x == y ||
        (same_month(when, &b->facets[CL_FACET_WHEN]) && leaps(a, b)) ||
        is_miscopied(a, b))
        return false;
    return x < y ? grew(a, b) : grew(b, a);
}

/* 6分46秒 in May, 6分22秒 in June: a record was bettered, and so it was where
   nobody says when, unless the two differ as slips of the pen do. */
static bool
record_fell(const ClClaim *a, const ClClaim *b)
{
    const ClFacetValue *x = &a->facets[CL_FACET_WHEN];
    const ClFacetValue *y = &b->facets[CL_FACET_WHEN];
    if (is_slip_of_pen(a->quantity_text, b->quantity_text))
        return false;
    if (!x->to || !y->to)
        return true;
    const bool told = !x->assumed && !y->assumed;
    if (told ? x->to == y->to : same_month(x, y))
        return false;
    return x->to < y->to ? grew(b, a) : grew(a, b);
}

/* 1小时18万, 18小时24万: what accumulates may be more after longer. */
static bool
window_held_more(const ClClaim *a, const ClClaim *b, Comparison comparison)
{
    if (comparison.differs != UINT64_C(1) << CL_FACET_WINDOW)
        return false;
    const ClNumber x = a->facets[CL_FACET_WINDOW].seconds;
    const ClNumber y = b->facets[CL_FACET_WINDOW].seconds;
    if (!cl_number_valid(x) || !cl_number_valid(y))
        return false;
    return cl_number_compare(x, y) < 0 ? grew(a, b) : grew(b, a);
}

/* 三季报营收5662亿元, 第三季度营收1950亿元: of nine months, and of three. */
static bool
is_of_more_months(const ClClaim *report, const ClClaim *quarter)
{
    const ClNumber x = report->quantity.value, y = quarter->quantity.value;
    return is_by_report(report) && !is_by_report(quarter) &&
           ABS(x.digits) != ABS(y.digits) && grew(quarter, report);
}

bool
explained_by_time(const ClClaim *a, const ClClaim *b, Comparison comparison)
{
    if (a->rule->over_time == CL_OVER_TIME_GROWS && total_grew(a, b))
        return true;
    if (a->rule->over_time == CL_OVER_TIME_FALLS && record_fell(a, b))
        return true;
    if (is_of_more_months(a, b) || is_of_more_months(b, a))
        return true;
    return window_held_more(a, b, comparison);
}
