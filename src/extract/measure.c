/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The measure of a quantity: a word of the rule near it, in front of it or
 * behind it in the same clause, with no other measure between and nothing
 * the rule excludes around.
 */
#include "extract/search.h"

#include <string.h>

/* ---- Words between --------------------------------------------------------- */

static ClSpan
gap_between(ClSpan a, ClSpan b)
{
    const ClSpan gap = {MIN(a.end, b.end), MAX(a.start, b.start)};
    return gap.start < gap.end ? gap : (ClSpan){0, 0};
}

/* A figure that has a unit, within a span. */
static bool
has_figure(const Search *search, ClSpan span)
{
    for (unsigned i = 0; i < search->quantities->len; i++) {
        const ClQuantity *quantity =
            &g_array_index(search->quantities, ClQuantity, i);
        if (quantity->span.start >= span.end)
            break;
        if (quantity->unit && cl_span_contains(span, quantity->span))
            return true;
    }
    return false;
}

/* 毛利率22%、净利润, and net income: what comes next is parted from the figure
   before a measure; 500平方米的门店 is not. */
static bool
is_parted(const Search *search, ClSpan measure)
{
    static const char *const joints[] = {",",       "、", ";",  " and ",
                                         " while ", "和", "而", "但"};
    const ClQuantity *before = NULL;
    for (unsigned i = 0; i < search->quantities->len; i++) {
        const ClQuantity *quantity =
            &g_array_index(search->quantities, ClQuantity, i);
        if (quantity->span.end > measure.start)
            break;
        before = quantity;
    }
    const size_t from = before ? before->span.end : measure.start;
    for (size_t i = 0; i < G_N_ELEMENTS(joints); i++)
        if (g_strstr_len(search->text + from, (gssize)(measure.start - from),
                         joints[i]))
            return true;
    return false;
}

/* Operating income was $17 billion and net income $21 billion, 毛利率22%、净利润
   113亿元: what measures something itself and has its figure, before the measure
   or behind the figure, says nothing of this one. */
static bool
measures_its_own(const Search *search,
                 ClSpan word,
                 ClSpan measure,
                 ClSpan quantity)
{
    enum { NEAR = 24 };
    if (!search_any_over(search->rivals, word))
        return false;
    if (word.end <= measure.start && measure.end <= quantity.start)
        return has_figure(search, (ClSpan){word.end, measure.start}) &&
               is_parted(search, measure);
    const ClSpan behind = {word.end, MIN(word.end + NEAR, search->length)};
    return word.start >= MAX(quantity.end, measure.end) &&
           measure.start < quantity.start && has_figure(search, behind) &&
           !has_figure(search, (ClSpan){quantity.end, word.start});
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
        if ((cl_span_contains(clause, hit->span) ||
             cl_span_contains(claim, hit->span)) &&
            !measures_its_own(search, hit->span, measure, quantity)) {
            *words = hit->span;
            return true;
        }
    }
    return false;
}

/* 自2020年以来首次下滑，同比跌了3.05%: a change without a figure of its own
   says no more than that this one is a change. */
static bool
is_same_change(const Search *search,
               const ClHit *rival,
               const ClQuantity *quantity)
{
    size_t count;
    const ClTermUse *uses =
        cl_rule_set_uses(search->run->rules, rival->term, &count);
    bool change = false, pace = false;
    for (size_t i = 0; i < count; i++) {
        change |=
            uses[i].role == CL_ROLE_RIVAL && uses[i].option == CL_RIVAL_CHANGE;
        pace |= uses[i].role == CL_ROLE_PACE;
    }
    if (!change || pace || quantity->form == CL_FORM_LEVEL ||
        rival->span.end > quantity->span.start)
        return false;
    for (unsigned i = 0; i < search->quantities->len; i++) {
        const ClQuantity *other =
            &g_array_index(search->quantities, ClQuantity, i);
        if (other->form != CL_FORM_LEVEL &&
            other->span.start >= rival->span.start &&
            other->span.end <= quantity->span.start)
            return false;
    }
    return true;
}

/* 在157个城市开了542家店: what has a figure of its own right before it asks
   for no other one. */
static bool
is_counted(const Search *search, ClSpan rival, const ClQuantity *quantity)
{
    for (unsigned i = 0; i < search->quantities->len; i++) {
        const ClQuantity *other =
            &g_array_index(search->quantities, ClQuantity, i);
        if (other->span.start >= rival.start)
            break;
        if (other->span.start != quantity->span.start && other->unit &&
            other->kind == CL_KIND_COUNT && other->span.end >= rival.start)
            return true;
    }
    return false;
}

/* 10 billion in sales and 2 billion of profit, a fifth less: a measure that
   ends the phrase of its own figure asks for no other one, but how it changed
   may follow. */
static bool
is_spent_on(const Search *search, ClSpan rival, const ClQuantity *quantity)
{
    return quantity->form == CL_FORM_LEVEL &&
           rival.end <= quantity->span.start && phrase_is_spent(search, rival);
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
            !phrase_is_verb(search, hit->span, quantity) &&
            !phrase_is_noun(search, hit->span, quantity) &&
            !is_same_change(search, hit, quantity) &&
            (search_is_change(search, hit) ||
             !is_counted(search, hit->span, quantity)) &&
            !is_spent_on(search, hit->span, quantity)) {
            *words = hit->span;
            return true;
        }
    }
    return false;
}

/* 加上上半年的155亿元，前三季度净利润为233亿元: what a figure is added to says what
   both are. */
static bool
is_added(const Search *search, ClSpan clause, ClSpan measure)
{
    static const char *const words[] = {"加上", "算上", "连同",
                                        "together with ", "added to "};
    const size_t next = clause.end + 1;
    if (next >= search->length || search->text[clause.end] != ',' ||
        !cl_span_contains(search_clause(search, next), measure))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_str_has_prefix(search->text + clause.start, words[i]))
            return true;
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
    /* sold for 6 billion and its profit: what is joined is another's */
    if ((!cl_span_contains(clause, measure) &&
         !is_added(search, clause, measure)) ||
        g_str_has_prefix(search->text + quantity->span.end, " and "))
        return false;
    /* 135亿元的研发投入、2500多人的团队: the enumeration comma parts them */
    const char *text = search->text;
    const char *comma = g_strrstr_len(text + clause.start,
                                      (gssize)(start - clause.start), "、");
    const size_t first = comma ? (size_t)(comma - text) : clause.start;
    const ClSpan before = {MAX(first, phrase_begins(search, quantity, measure)),
                           start};
    return !has_rival(search, before, quantity, words);
}

/* What stands above a table or list is as far away as the label under it, and
   what a change leads to as the change. */
static size_t
distance_to(const Search *search, ClSpan measure, const ClQuantity *quantity)
{
    const Passage *passage = search->passage;
    const size_t start = passage->labels.start;
    if (passage->composed && measure.end <= start)
        measure = (ClSpan){start, start};
    return distance_between(search->text, measure, quantity->span);
}

static bool
reaches(const Search *search, ClSpan measure, const ClQuantity *quantity)
{
    ClSpan words = {0, 0};
    const ClQuantity *first = &g_array_index(search->quantities, ClQuantity, 0);
    const ClQuantity *change =
        search_change_to(search, (size_t)(quantity - first), measure);
    const ClQuantity *near = change ? change : quantity;
    if (distance_to(search, measure, near) > search->rule->gap)
        return search_refuse(search, CL_STEP_FAR, measure, words);
    if (measure.start >= quantity->span.end &&
        !may_follow(search, measure, quantity, &words))
        return search_refuse(search, CL_STEP_BEHIND, measure, words);
    if (search->passage->composed &&
        measure.start < search->passage->labels.start &&
        !search_is_framed(search))
        return search_refuse(search, CL_STEP_OTHER_NAME, measure, words);
    if (search_is_of_part(search, measure))
        return search_refuse(search, CL_STEP_EXCLUDED, measure, measure);
    if (has_excluded(search, measure, quantity->span, &words))
        return search_refuse(search, CL_STEP_EXCLUDED, measure, words);
    if (has_rival(search, gap_between(measure, near->span), near, &words) ||
        (change && has_rival(search, gap_between(change->span, quantity->span),
                             change, &words)) ||
        (measure.end <= quantity->span.start &&
         phrase_is_owned(search, quantity, &words)))
        return search_refuse(search, CL_STEP_RIVAL, measure, words);
    return true;
}

/* Another quantity of the rule nearer to a measure that follows its own, or
   opened by it: 25 billion and a profit of 2 billion, 3 billion on revenue of
   10 billion. */
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
        const bool behind = other->span.start >= measure.end;
        if (fits_unit(search, other, &value) &&
            (!behind || phrase_opens(search, measure, other->span))) {
            trace_step(search->run, CL_STEP_NEARER, measure, other->span);
            return true;
        }
        if (behind)
            break;
    }
    return false;
}

/* Revenue of 11.5 billion, compared with 2.4 billion on 9.8 billion: two figures
   held against two, of which the measure has one already. */
static bool
is_of_later_pair(const Search *search, ClSpan measure, size_t index)
{
    const size_t pair = phrase_pair(search, index);
    if (pair == SIZE_MAX)
        return false;
    const ClSpan between = {
        measure.end,
        g_array_index(search->quantities, ClQuantity, pair).span.start};
    return between.start < between.end && has_figure(search, between);
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

/* 4,499, 4,999 and 5,999 yuan: the last of a list has the unit of all. */
static bool
fits_in_list(const Search *search,
             size_t index,
             const Listing *listing,
             ClQuantity *value)
{
    return listing && fits_as(search, index, listing->last, value);
}

static void
consider(const Search *search,
         size_t index,
         const Listing *listing,
         ClSpan measure,
         Match *best)
{
    const ClQuantity *own =
        &g_array_index(search->quantities, ClQuantity, index);
    ClQuantity value;
    size_t nearest = index;
    if (listing)
        nearest =
            measure.start < own->span.start ? listing->first : listing->last;
    const ClQuantity *quantity =
        &g_array_index(search->quantities, ClQuantity, nearest);
    if (!reaches(search, measure, quantity) ||
        is_of_later_pair(search, measure, nearest) ||
        phrase_is_used_up(search, measure, nearest) ||
        is_nearer_to_other(search, measure, nearest))
        return;
    if (!fits_in_list(search, index, listing, &value) &&
        !fits_measure(search, own, measure, &value)) {
        search_refuse(search, CL_STEP_UNIT, measure, own->span);
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
             const Listing *listing,
             ClSpan *measure,
             ClQuantity *value)
{
    const size_t first = listing ? listing->first : index;
    const size_t last = listing ? listing->last : index;
    const ClSpan span = {
        g_array_index(search->quantities, ClQuantity, first).span.start,
        g_array_index(search->quantities, ClQuantity, last).span.end};
    const size_t reach = reach_of(search->rule);
    const size_t from = span.start > reach ? span.start - reach : 0;
    Match best = {.distance = SIZE_MAX};
    for (unsigned i = search_from(search->measures, from);
         i < search->measures->len; i++) {
        const ClHit *hit = &g_array_index(search->measures, ClHit, i);
        if (hit->span.start > span.end + reach)
            break;
        consider(search, index, listing, hit->span, &best);
    }
    if (best.distance == SIZE_MAX)
        return false;
    *measure = best.measure;
    *value = best.value;
    trace_step(search->run, CL_STEP_MEASURE, *measure, *measure);
    return true;
}
