/* SPDX-License-Identifier: Apache-2.0 */
/*
 * 小鹏8月交付37709辆，同比增长169%，蔚来31305辆: what one clause measured, the
 * next need not name again.  A figure takes the measure of the figure of the
 * same rule before it where nothing but another subject, a time and words
 * without weight stand before it, and where nothing in between measures
 * anything else.  One without a unit must be of the same order.
 */
#include "extract/search.h"

#include <string.h>

/* ---- Words without weight --------------------------------------------------- */

static bool
is_blank(char c)
{
    return c == ' ' || c == ':' || c == ',' || c == '(';
}

/* How long what parts two words is there, 's included; 0: a word is there. */
static size_t
blank_at(const char *text)
{
    static const char owns[] = "'s ";
    return g_str_has_prefix(text, owns) ? strlen(owns) : is_blank(*text);
}

/* A word that leads to a number: 回升至. */
static bool
is_link(const Search *search, const ClHit *hit)
{
    return hit_has_role(search->run->rules, hit, 0, CL_ROLE_LINK);
}

size_t
search_light_at(const Search *search, ClSpan span)
{
    const char *text = search->text;
    const size_t link = search_end_at(search, span, is_link);
    const size_t blank = blank_at(text + span.start);
    size_t end = span.start;
    const bool latin = g_ascii_isalpha(text[end]);
    if (link || blank)
        return link ? link : span.start + blank;
    while (end < span.end && !is_blank(text[end]) &&
           g_ascii_isalpha(text[end]) == latin)
        end++;
    return cl_rule_set_is_light(search->run->rules, text + span.start,
                                end - span.start)
               ? end
               : 0;
}

/* Whether a span holds nothing else; at its ends and between them blanks. */
static bool
weighs_nothing(const Search *search, ClSpan span)
{
    while (span.start < span.end) {
        span.start = search_light_at(search, span);
        if (!span.start)
            return false;
    }
    return true;
}

/* OPPO第三，1070万台，15.5%: the count that a share goes with, between commas. */
static ClSpan
skip_counted(const Search *search, ClSpan span)
{
    const char *text = search->text;
    for (unsigned i = 0; i < search->quantities->len; i++) {
        const ClQuantity *count = search_quantity(search, i);
        const bool apart = text[count->span.end] == ',' &&
                           count->kind == CL_KIND_COUNT &&
                           cl_span_contains(span, count->span);
        if (apart &&
            weighs_nothing(search, (ClSpan){span.start, count->span.start}))
            span.start = count->span.end;
    }
    return span;
}

/* The same with a time in it: 小鹏7月36717辆. */
bool
search_is_light(const Search *search, ClSpan span)
{
    const GArray *times = passage_times(search->run, search->passage);
    span = skip_counted(search, span);
    for (unsigned i = 0; i < times->len; i++) {
        const ClSpan time = g_array_index(times, ClTime, i).span;
        if (!cl_span_contains(span, time))
            continue;
        if (!weighs_nothing(search, (ClSpan){span.start, time.start}))
            return false;
        span.start = time.end;
    }
    return weighs_nothing(search, span);
}

/* ---- Between the two figures ------------------------------------------------ */

static bool
any_within(const GArray *hits, ClSpan span)
{
    for (unsigned i = search_from(hits, span.start); i < hits->len; i++) {
        const ClHit *hit = &g_array_index(hits, ClHit, i);
        if (hit->span.start >= span.end)
            break;
        if (hit->span.start >= span.start)
            return true;
    }
    return false;
}

bool
search_is_change(const Search *search, const ClHit *rival)
{
    size_t count;
    const ClTermUse *uses =
        cl_rule_set_uses(search->run->rules, rival->term, &count);
    for (size_t i = 0; i < count; i++)
        if (uses[i].role == CL_ROLE_RIVAL && uses[i].option == CL_RIVAL_CHANGE)
            return true;
    return false;
}

/* 19%的份额, a 19% share: the share's own figure stands before it. */
static bool
ends_own_figure(const Search *search,
                const ClQuantity *quantity,
                const ClHit *rival)
{
    static const char *const links[] = {"", " ", "的", " market ", " of the "};
    ClQuantity value;
    if (quantity->kind != CL_KIND_PERCENT || quantity->form != CL_FORM_LEVEL ||
        quantity->span.end > rival->span.start ||
        fits_unit(search, quantity, &value))
        return false;
    const size_t length = rival->span.start - quantity->span.end;
    for (size_t i = 0; i < G_N_ELEMENTS(links); i++)
        if (strlen(links[i]) == length &&
            memcmp(search->text + quantity->span.end, links[i], length) == 0)
            return true;
    return false;
}

/* 排名第三, 份额13.5%: a rank or share that has its figure has no other one. */
static bool
has_own_figure(const Search *search, const ClHit *rival)
{
    for (unsigned i = 0; i < search->quantities->len; i++) {
        const ClQuantity *quantity = search_quantity(search, i);
        ClQuantity value;
        if (ends_own_figure(search, quantity, rival))
            return true;
        if (quantity->span.start < rival->span.end)
            continue;
        return distance_between(search->text, rival->span, quantity->span) <=
                   ADJOINING &&
               (quantity->kind == CL_KIND_ORDINAL ||
                (quantity->kind == CL_KIND_PERCENT &&
                 quantity->form == CL_FORM_LEVEL)) &&
               !fits_unit(search, quantity, &value);
    }
    return false;
}

/* By how much a figure grew may be told between it and the next one. */
bool
search_measures_another(const Search *search, ClSpan between)
{
    for (unsigned i = search_from(search->rivals, between.start);
         i < search->rivals->len; i++) {
        const ClHit *hit = &g_array_index(search->rivals, ClHit, i);
        if (hit->span.start >= between.end)
            break;
        if (hit->span.start >= between.start &&
            !search_is_change(search, hit) && !has_own_figure(search, hit))
            return true;
    }
    return any_within(search->excludes, between) ||
           any_within(search->measures, between);
}

/* The subject right before a figure, behind the figure before. */
static const ClHit *
find_namesake(const Search *search, ClSpan between)
{
    const ClHit *last = NULL;
    for (unsigned i = search_from(search->subjects, between.start);
         i < search->subjects->len; i++) {
        const ClHit *hit = &g_array_index(search->subjects, ClHit, i);
        if (hit->span.start >= between.end)
            break;
        if (cl_span_contains(between, hit->span))
            last = hit;
    }
    return last;
}

/* ---- The figure ------------------------------------------------------------- */

/* 113,000 after 90,000, but not 8 and not 2025. */
static bool
is_alike(const ClQuantity *quantity, const ClQuantity *before)
{
    enum { THOUSANDS = 3, ORDERS = 1 };
    const int apart = cl_number_magnitude(quantity->value) -
                      cl_number_magnitude(before->value);
    return !may_be_year(quantity) && apart <= ORDERS && apart >= -ORDERS &&
           cl_number_magnitude(quantity->value) >= THOUSANDS;
}

/* NIO 31,305 battery swaps: what stands behind a bare number names it. */
bool
figure_ends_there(const Search *search, const ClQuantity *quantity)
{
    static const char *const ends[] = {
        "and ",     "in ",    "for ",  "at ",       "on ",     "is ",
        "are ",     "was ",   "were ", "compares ", "of them", "of those",
        "of these", "so far", "there", "together",  "after ",  "according ",
        "gave ",    "last ",  "this "};
    const char *behind = search->text + quantity->span.end;
    while (*behind == ' ')
        behind++;
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++)
        if (g_str_has_prefix(behind, ends[i]))
            return true;
    return *behind == '\0' ||
           (g_ascii_ispunct(*behind) && *behind != '-' && *behind != '\'') ||
           g_str_has_prefix(behind, "。") || g_str_has_prefix(behind, "、");
}

/* about 300 overseas, 300 in Europe: the place right behind a figure, where
   nothing else follows. */
static const ClHit *
place_behind(const Search *search, const ClQuantity *quantity)
{
    const char *text = search->text;
    size_t at = quantity->span.end;
    at += text[at] == ' ';
    at += g_str_has_prefix(text + at, "in ") ? strlen("in ") : 0;
    for (unsigned i = search_from(search->hits, at); i < search->hits->len;
         i++) {
        const ClHit *hit = &g_array_index(search->hits, ClHit, i);
        if (hit->span.start > at)
            break;
        const char end = text[hit->span.end];
        if (hit->span.start == at && search_is_place(search, hit) &&
            (end == '\0' || end == ',' || end == '.' || end == ';'))
            return hit;
    }
    return NULL;
}

/* In another place there may be fewer than thousands. */
static bool
is_count_elsewhere(const Search *search, const ClQuantity *quantity)
{
    enum { HUNDREDS = 2 };
    return !may_be_year(quantity) &&
           cl_number_magnitude(quantity->value) >= HUNDREDS &&
           place_behind(search, quantity);
}

static bool
fits_like(const Search *search,
          const ClQuantity *quantity,
          const Binding *before,
          ClQuantity *value)
{
    if (fits_unit(search, quantity, value))
        return true;
    if (!is_bare(search, quantity) || quantity->kind == CL_KIND_ORDINAL ||
        !(is_count_elsewhere(search, quantity) ||
          (is_alike(quantity, search_quantity(search, before->quantity)) &&
           figure_ends_there(search, quantity))))
        return false;
    *value = *quantity;
    value->unit = before->value.unit;
    return true;
}

/* 222,123 in 2024 and 79,250 in the fourth quarter: another time behind a
   figure says that it is one more of the same subject. */
static bool
is_of_another_time(const Search *search, ClSpan between, ClSpan figure)
{
    const GArray *times = passage_times(search->run, search->passage);
    bool other = false;
    if (!search_is_light(search, between))
        return false;
    for (unsigned i = 0; i < times->len && !other; i++) {
        const ClSpan time = g_array_index(times, ClTime, i).span;
        other = time.start >= figure.end &&
                weighs_nothing(search, (ClSpan){figure.end, time.start});
    }
    return other;
}

/* in mainland China and: places and words without weight. */
static bool
is_of_places(const Search *search, ClSpan span)
{
    for (unsigned i = search_from(search->hits, span.start);
         i < search->hits->len; i++) {
        const ClHit *hit = &g_array_index(search->hits, ClHit, i);
        if (hit->span.start >= span.end)
            break;
        if (hit->span.start < span.start || !search_is_place(search, hit))
            continue;
        if (!search_is_light(search, (ClSpan){span.start, hit->span.start}))
            return false;
        span.start = hit->span.end;
    }
    return search_is_light(search, span);
}

/* 18,000 stores in mainland China and about 300 overseas: so does a place. */
static bool
is_of_another_place(const Search *search,
                    ClSpan between,
                    const ClQuantity *quantity)
{
    static const char joint[] = " and ";
    const char *text = search->text;
    return between.end - between.start >= strlen(joint) &&
           g_str_has_prefix(text + between.end - strlen(joint), joint) &&
           place_behind(search, quantity) && is_of_places(search, between);
}

/* 18,000 stores and 300 overseas: an English measure ends the phrase of its
   figure. */
static size_t
end_of_phrase(const Search *search, const Binding *before)
{
    const size_t end = search_quantity(search, before->quantity)->span.end;
    return !before->measure_passage && before->measure.start >= end
               ? before->measure.end
               : end;
}

static bool
names_subject(const Search *search,
              const Binding *before,
              ClSpan between,
              Binding *binding)
{
    const ClHit *name = find_namesake(search, between);
    binding->subject = name ? name->span : before->subject;
    binding->subject_term = name ? name->term : before->subject_term;
    binding->subject_passage = name ? NULL : before->subject_passage;
    if (name)
        return search_is_light(search, (ClSpan){name->span.end, between.end});
    const ClQuantity *quantity = search_quantity(search, binding->quantity);
    const ClSpan figure = quantity->span;
    if (is_of_another_place(search, between, quantity))
        return true;
    if (!is_of_another_time(search, between, figure))
        return false;
    binding->times_from = figure.end;
    return true;
}

bool
bind_ellipsis(const Search *search, const Binding *before, Binding *binding)
{
    enum { FARTHEST = 120 }; /* bytes */
    if (!before)
        return false;
    const ClQuantity *quantity = search_quantity(search, binding->quantity);
    const ClSpan between = {end_of_phrase(search, before),
                            quantity->span.start};
    if (between.start >= between.end || between.end - between.start > FARTHEST)
        return false;
    if (!fits_like(search, quantity, before, &binding->value) ||
        search_measures_another(search, between) ||
        !names_subject(search, before, between, binding))
        return false;
    binding->measure = before->measure;
    binding->measure_passage = before->measure_passage;
    binding->understood = true;
    trace_step(search->run, CL_STEP_MEASURE, binding->measure,
               binding->measure);
    trace_subject(search->run, binding);
    return true;
}
