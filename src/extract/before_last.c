/* SPDX-License-Identifier: Apache-2.0 */
/*
 * 第二季度净利润86亿元，上一季为103亿元: the last quarter is one before today and, in
 * a text that has told the same figure of that quarter by its name, the one
 * before it.
 */
#include "extract/frame.h"

#include "extract/claims.h"

#include <string.h>

/* By how many months the time that words stand for may lie before it; 0: they
   are other words. */
static int
months_of(const char *words)
{
    static const struct {
        const char *word;
        int months;
    } known[] = {{"上一季", 3},     {"上一季度", 3},     {"上一个季度", 3},
                 {"上一個季度", 3}, {"上个季度", 3},     {"上個季度", 3},
                 {"上季", 3},       {"上季度", 3},       {"last quarter", 3},
                 {"上月", 1},       {"上个月", 1},       {"上個月", 1},
                 {"上一月", 1},     {"上一个月", 1},     {"上一個月", 1},
                 {"last month", 1}, {"Last quarter", 3}, {"Last month", 1}};
    for (size_t i = 0; words && i < G_N_ELEMENTS(known); i++)
        if (strcmp(words, known[i].word) == 0)
            return known[i].months;
    return 0;
}

static bool
is_one_thing(const ClClaim *a, const ClClaim *b)
{
    if (a->rule != b->rule)
        return false;
    for (unsigned i = 0; i < a->rule->facets->len; i++)
        if (i != CL_FACET_WHEN && i != CL_FACET_WINDOW &&
            i != CL_FACET_SPEAKER &&
            g_strcmp0(a->facets[i].value, b->facets[i].value) != 0)
            return false;
    return true;
}

static void
count_digits(const char *text, int count[10])
{
    for (; *text; text++)
        if (g_ascii_isdigit(*text))
            count[*text - '0']++;
}

/* 1,928亿元, 1,982亿元: one of them may be a slip of the other. */
static bool
has_same_digits(const ClClaim *a, const ClClaim *b)
{
    int x[10] = {0}, y[10] = {0};
    count_digits(a->quantity_text, x);
    count_digits(b->quantity_text, y);
    return memcmp(x, y, sizeof x) == 0;
}

/* 上季手机收入455亿元 beside a revenue of 1160 may be a part of it, told of the same
   quarter; 上一季 is none of which more is told. */
static bool
is_of_one_size(const ClClaim *a, const ClClaim *b)
{
    const char *words = a->facets[CL_FACET_WHEN].words;
    if (strstr(words, "一") || strstr(words, "个") || strstr(words, "個"))
        return true;
    const ClNumber x = cl_number_abs(a->quantity.value);
    const ClNumber y = cl_number_abs(b->quantity.value);
    const ClNumber two = cl_number_make(2, 0);
    return cl_number_valid(x) && cl_number_valid(y) &&
           cl_number_compare(x, cl_number_multiply(two, y)) <= 0 &&
           cl_number_compare(y, cl_number_multiply(two, x)) <= 0;
}

/* Whether a claim before tells another figure of the same time by other
   words. */
static bool
is_told_before(const ClClaims *claims, size_t first, size_t index)
{
    const ClClaim *claim = cl_claims_get(claims, index);
    const ClFacetValue *when = &claim->facets[CL_FACET_WHEN];
    for (size_t i = first; i < index; i++) {
        const ClClaim *other = cl_claims_get(claims, i);
        const ClFacetValue *told = &other->facets[CL_FACET_WHEN];
        if (told->from == when->from && told->to == when->to && told->words &&
            !months_of(told->words) && is_one_thing(claim, other) &&
            !cl_interval_meets(claim->quantity.hard, other->quantity.hard) &&
            is_of_one_size(claim, other) && !has_same_digits(claim, other))
            return true;
    }
    return false;
}

static void
shift(ClClaims *claims, size_t index, int months)
{
    ClFacetValue *when = claims_facet(claims, index, CL_FACET_WHEN);
    ClTime time;
    cl_time_set_days(&time, when->from, when->to);
    if (!cl_time_shift(&time, -months))
        return;
    when->value = claims_keep(claims, time.iso);
    when->from = time.from;
    when->to = time.to;
}

/* With it what its sentence tells by the same words. */
static void
shift_all(ClClaims *claims, size_t first, size_t index, int months)
{
    const ClClaim *claim = cl_claims_get(claims, index);
    const ClFacetValue told = claim->facets[CL_FACET_WHEN];
    const uint64_t key = claim->sentence_key;
    for (size_t i = first; i < cl_claims_count(claims); i++) {
        const ClClaim *other = cl_claims_get(claims, i);
        const ClFacetValue *when = &other->facets[CL_FACET_WHEN];
        if (other->sentence_key == key && when->from == told.from &&
            when->to == told.to && g_strcmp0(when->words, told.words) == 0)
            shift(claims, i, months);
    }
}

void
frame_shift_repeated(ClClaims *claims, size_t first)
{
    for (size_t i = first; i < cl_claims_count(claims); i++) {
        const ClFacetValue *when =
            &cl_claims_get(claims, i)->facets[CL_FACET_WHEN];
        const int months = months_of(when->words);
        if (months && when->from && is_told_before(claims, first, i))
            shift_all(claims, first, i, months);
    }
}
