/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The measure of a quantity: a word of the rule near it, in front of it or
 * behind it in the same clause, with no other measure between and nothing
 * the rule excludes around.
 */
#include "extract/search.h"

#include <string.h>

/* ---- Units ----------------------------------------------------------------- */

/* 增长2倍 answers a rule in percent, 是3倍 does not: only a change turns into
   another one. */
static bool
keeps_form(const Search *search, const ClQuantity *quantity, ClUnitId unit)
{
    const bool level = quantity->form == CL_FORM_LEVEL;
    if ((search->rule->wording == CL_WORDING_LEVEL && !level) ||
        (search->rule->wording == CL_WORDING_CHANGE && level))
        return false;
    const char *dimension = cl_unit_dimension(search->run->vocabulary, unit);
    return !level || (strcmp(dimension, "multiple") == 0) ==
                         (quantity->kind == CL_KIND_MULTIPLE);
}

/* 是去年同期的1.02倍 says a growth by 2 %: a multiple of the time before. */
static bool
is_of_year_before(const Search *search, const ClQuantity *quantity)
{
    enum { REACH = 30 };
    static const char *const bases[] = {"去年同期的", "上年同期的", "去年的",
                                        "上年的",     "上一年的",   "上年同期",
                                        "前一年的",   "去年同期"};
    const size_t end = quantity->span.start;
    const size_t start = end > REACH ? end - REACH : 0;
    for (size_t i = 0; i < G_N_ELEMENTS(bases); i++) {
        const char *found = g_strrstr_len(search->text + start,
                                          (gssize)(end - start), bases[i]);
        if (found && found + strlen(bases[i]) == search->text + end)
            return true;
    }
    return false;
}

/* The growth that a multiple of the time before tells, in percent. */
static ClQuantity
growth_of(const Search *search, const ClQuantity *multiple)
{
    const ClNumber hundred = cl_number_make(100, 0);
    const ClNumber all = cl_number_make(-100, 0);
    ClQuantity growth = *multiple;
    growth.unit = cl_unit_find(search->run->vocabulary, "%");
    growth.kind = CL_KIND_PERCENT;
    growth.form = CL_FORM_GROWTH;
    growth.hard = cl_interval_affine(multiple->hard, hundred, all);
    growth.usual = cl_interval_affine(multiple->usual, hundred, all);
    growth.value =
        cl_number_add(cl_number_multiply(multiple->value, hundred), all);
    growth.upper =
        cl_number_add(cl_number_multiply(multiple->upper, hundred), all);
    growth.place += 2;
    return growth;
}

bool
fits_unit(const Search *search, const ClQuantity *quantity, ClQuantity *value)
{
    const ClVocabulary *vocabulary = search->run->vocabulary;
    ClQuantity known = *quantity;
    /* 一半以上, a third: parts of one */
    if (!known.unit && known.kind == CL_KIND_FRACTION)
        known.unit = cl_unit_find(vocabulary, "ratio");
    if (search->rule->wording == CL_WORDING_CHANGE &&
        known.kind == CL_KIND_MULTIPLE && known.form == CL_FORM_LEVEL &&
        is_of_year_before(search, quantity))
        known = growth_of(search, quantity);
    for (unsigned i = 0; known.unit && i < search->rule->units->len; i++) {
        const ClUnitId unit = g_array_index(search->rule->units, ClUnitId, i);
        if (keeps_form(search, &known, unit) &&
            cl_quantity_convert(vocabulary, &known, unit, value))
            return true;
    }
    return false;
}

/* 用户已超400万, 千亿研发投入: a bare number counts what the measure beside
   it names; money only in amounts that are never anything else. */
bool
is_bare(const Search *search, const ClQuantity *quantity)
{
    const ClVocabulary *vocabulary = search->run->vocabulary;
    const ClUnitId unit = g_array_index(search->rule->units, ClUnitId, 0);
    const char *dimension = cl_unit_dimension(vocabulary, unit);
    if (quantity->unit || quantity->kind == CL_KIND_DATE)
        return false;
    if (quantity->kind == CL_KIND_ORDINAL)
        return strcmp(dimension, "rank") == 0;
    if (g_str_has_prefix(dimension, "money"))
        return cl_number_magnitude(quantity->value) >= 6;
    return cl_unit_is_count(vocabulary, unit);
}

/* 两个老外: a word that counts anything counts what stands beside it. */
static bool
counts_anything(const Search *search, const ClQuantity *quantity)
{
    const ClVocabulary *vocabulary = search->run->vocabulary;
    return strcmp(cl_unit_name(vocabulary, quantity->unit), "item") == 0;
}

/* 第二; 月活用户首次突破七亿: a rank, and millions behind the measure in the
   clause, count it across a verb. */
static bool
stands_alone(const Search *search, const ClQuantity *quantity, ClSpan measure)
{
    enum { MILLIONS = 6 };
    if (quantity->kind == CL_KIND_ORDINAL)
        return true;
    return measure.end <= quantity->span.start &&
           cl_number_magnitude(quantity->value) >= MILLIONS &&
           cl_span_contains(search_clause(search, quantity->span.start),
                            measure);
}

static bool
fits(const Search *search,
     const ClQuantity *quantity,
     ClSpan measure,
     ClQuantity *value)
{
    const bool adjoins =
        distance_between(search->text, quantity->span, measure) <= ADJOINING;
    if (fits_unit(search, quantity, value))
        return adjoins || !counts_anything(search, quantity);
    if (!is_bare(search, quantity) ||
        !(adjoins || stands_alone(search, quantity, measure)))
        return false;
    *value = *quantity;
    value->unit = g_array_index(search->rule->units, ClUnitId, 0);
    return true;
}

/* ---- Words between --------------------------------------------------------- */

static ClSpan
gap_between(ClSpan a, ClSpan b)
{
    const ClSpan gap = {MIN(a.end, b.end), MAX(a.start, b.start)};
    return gap.start < gap.end ? gap : (ClSpan){0, 0};
}

/* A word the rule excludes makes the figure of its clause, or of the words
   up to its measure, something else: 收入增长40%, 500平方米的店300家. */
static bool
has_excluded(const Search *search,
             ClSpan measure,
             ClSpan quantity,
             ClSpan *words)
{
    const ClSpan claim = cl_span_join(measure, quantity);
    const ClSpan clause = search_clause(search, quantity.start);
    const size_t end = MAX(claim.end, clause.end);
    const size_t start = MIN(claim.start, clause.start);
    for (unsigned i = search_from(search->excludes, start);
         i < search->excludes->len; i++) {
        const ClHit *hit = &g_array_index(search->excludes, ClHit, i);
        if (hit->span.start >= end)
            break;
        if (cl_span_contains(clause, hit->span) ||
            cl_span_contains(claim, hit->span)) {
            *words = hit->span;
            return true;
        }
    }
    return false;
}

/* 用户较上一代提升了近2倍: the verb of a change belongs to its figure. */
static bool
is_own_verb(const Search *search, ClSpan rival, const ClQuantity *quantity)
{
    return quantity->form != CL_FORM_LEVEL &&
           rival.end <= quantity->number.start &&
           distance_between(search->text, rival, quantity->number) <= ADJOINING;
}

static bool
has_rival(const Search *search,
          ClSpan between,
          const ClQuantity *quantity,
          ClSpan *words)
{
    for (unsigned i = search_from(search->rivals, between.start);
         i < search->rivals->len; i++) {
        const ClHit *hit = &g_array_index(search->rivals, ClHit, i);
        if (hit->span.start >= between.end)
            break;
        if (cl_span_contains(between, hit->span) &&
            !is_own_verb(search, hit->span, quantity)) {
            *words = hit->span;
            return true;
        }
    }
    return false;
}

/* 交付24万台, 锁单…: a measure behind a quantity names it only within the
   clause, and not if another measure stands before it there. */
static bool
may_follow(const Search *search,
           ClSpan measure,
           const ClQuantity *quantity,
           ClSpan *words)
{
    const size_t start = quantity->span.start;
    const ClSpan clause = search_clause(search, start);
    if (!cl_span_contains(clause, measure))
        return false;
    /* 135亿元的研发投入、2500多人的团队: the enumeration comma parts them */
    const char *text = search->text;
    const char *comma = g_strrstr_len(text + clause.start,
                                      (gssize)(start - clause.start), "、");
    const ClSpan before = {comma ? (size_t)(comma - text) : clause.start,
                           start};
    return !has_rival(search, before, quantity, words);
}

static bool
reaches(const Search *search, ClSpan measure, const ClQuantity *quantity)
{
    ClSpan words = {0, 0};
    if (distance_between(search->text, measure, quantity->span) >
        search->rule->gap)
        return search_refuse(search, CL_STEP_FAR, measure, words);
    if (measure.start >= quantity->span.end &&
        !may_follow(search, measure, quantity, &words))
        return search_refuse(search, CL_STEP_BEHIND, measure, words);
    if (has_excluded(search, measure, quantity->span, &words))
        return search_refuse(search, CL_STEP_EXCLUDED, measure, words);
    if (has_rival(search, gap_between(measure, quantity->span), quantity,
                  &words))
        return search_refuse(search, CL_STEP_RIVAL, measure, words);
    return true;
}

/* Another quantity of the rule nearer to a measure that follows both. */
static bool
is_nearer_to_other(const Search *search, ClSpan measure, size_t index)
{
    const ClQuantity *own =
        &g_array_index(search->quantities, ClQuantity, index);
    if (measure.start < own->span.end)
        return false;
    for (size_t i = index + 1; i < search->quantities->len; i++) {
        const ClQuantity *other =
            &g_array_index(search->quantities, ClQuantity, i);
        ClQuantity value;
        if (other->span.start >= measure.end)
            break;
        if (fits_unit(search, other, &value)) {
            trace_step(search->run, CL_STEP_NEARER, measure, other->span);
            return true;
        }
    }
    return false;
}

/* ---- The nearest ------------------------------------------------------------ */

/* Bytes that a gap may take at most: words of a dozen letters. */
static size_t
reach_of(const ClRule *rule)
{
    enum { BYTES_A_STEP = 8, BYTES_OF_BLANKS = 64 };
    return rule->gap * BYTES_A_STEP + BYTES_OF_BLANKS;
}

typedef struct {
    size_t distance;
    ClSpan measure;
    ClQuantity value;
} Match;

static void
consider(const Search *search, size_t index, ClSpan measure, Match *best)
{
    const ClQuantity *quantity =
        &g_array_index(search->quantities, ClQuantity, index);
    ClQuantity value;
    if (!reaches(search, measure, quantity) ||
        is_nearer_to_other(search, measure, index))
        return;
    if (!fits(search, quantity, measure, &value)) {
        search_refuse(search, CL_STEP_UNIT, measure, quantity->span);
        return;
    }
    const size_t distance =
        distance_between(search->text, measure, quantity->span);
    if (distance < best->distance)
        *best = (Match){distance, measure, value};
}

bool
find_measure(const Search *search,
             size_t index,
             ClSpan *measure,
             ClQuantity *value)
{
    const ClSpan span =
        g_array_index(search->quantities, ClQuantity, index).span;
    const size_t reach = reach_of(search->rule);
    const size_t from = span.start > reach ? span.start - reach : 0;
    Match best = {.distance = SIZE_MAX};
    for (unsigned i = search_from(search->measures, from);
         i < search->measures->len; i++) {
        const ClHit *hit = &g_array_index(search->measures, ClHit, i);
        if (hit->span.start > span.end + reach)
            break;
        consider(search, index, hit->span, &best);
    }
    if (best.distance == SIZE_MAX)
        return false;
    *measure = best.measure;
    *value = best.value;
    trace_step(search->run, CL_STEP_MEASURE, *measure, *measure);
    return true;
}
