/* SPDX-License-Identifier: Apache-2.0 */
/*
 * 营收、净利分别为398亿元、30亿元; revenue and profit rose 9% and 12%: where
 * measures stand in a row, or each with its figure, the values behind go with
 * them one by one.  Which value is whose, no nearness tells.
 */
#include "extract/search.h"

#include <string.h>

enum { MOST = 8 }; /* measures in a row; of more nobody reads */

typedef struct {
    ClSpan spans[MOST]; /* the last ones before the values, in order */
    size_t count;
    size_t dropped; /* how many more stood before them */
} Row;

/* ---- Measures of any rule ------------------------------------------------------ */

/* Words that overlap are one measure: 归母净利润 and the 净利 in it. */
static void
add_measure(Row *row, ClSpan span)
{
    ClSpan *last = row->count ? &row->spans[row->count - 1] : NULL;
    if (last && span.start < last->end) {
        last->end = MAX(last->end, span.end);
        return;
    }
    if (row->count == MOST) {
        memmove(row->spans, row->spans + 1, (MOST - 1) * sizeof(ClSpan));
        row->count--;
        row->dropped++;
    }
    row->spans[row->count++] = span;
}

/* What is measured before a byte, by any rule; how it changed is none. */
static void
find_measures(const Search *search, size_t end, Row *row)
{
    const GArray *own = search->measures, *others = search->rivals;
    unsigned i = 0, j = 0;
    *row = (Row){.count = 0};
    while (i < own->len || j < others->len) {
        const ClHit *a = i < own->len ? &g_array_index(own, ClHit, i) : NULL;
        const ClHit *b =
            j < others->len ? &g_array_index(others, ClHit, j) : NULL;
        const bool mine = a && (!b || a->span.start <= b->span.start);
        const ClHit *hit = mine ? a : b;
        i += mine;
        j += !mine;
        if (hit->span.end <= end && (mine || !search_is_change(search, hit)))
            add_measure(row, hit->span);
    }
}

/* ---- How they stand ------------------------------------------------------------ */

/* 和归属于上市公司股东的: a joint, and what only says which profit it is. */
static bool
is_joint(const char *text, ClSpan between)
{
    static const char *const joints[] = {"、", "以及", "和",    "与",
                                         "及", "，",   " and ", ", "};
    enum { LONGEST = 48 };
    size_t joint = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(joints) && !joint; i++)
        if (g_str_has_prefix(text + between.start, joints[i]))
            joint = strlen(joints[i]);
    if (!joint || between.start + joint > between.end ||
        between.end - between.start > LONGEST)
        return false;
    for (size_t at = between.start + joint; at < between.end; at++)
        if (g_ascii_isdigit(text[at]) ||
            (g_ascii_ispunct(text[at]) && text[at] != '-'))
            return false;
    return true;
}

static bool
stand_in_row(const Search *search, const Row *row, size_t count)
{
    const ClSpan *spans = row->spans + row->count - count;
    for (size_t i = 1; i < count; i++)
        if (!is_joint(search->text, (ClSpan){spans[i - 1].end, spans[i].start}))
            return false;
    return row->count == count ||
           !is_joint(search->text, (ClSpan){spans[-1].end, spans[0].start});
}

/* How many figures between two bytes are amounts, and no changes or shares. */
static size_t
count_amounts(const Search *search, ClSpan span)
{
    size_t count = 0;
    for (unsigned i = 0; i < search->quantities->len; i++) {
        const ClQuantity *quantity = search_quantity(search, i);
        if (!cl_span_contains(span, quantity->span) ||
            search_is_time(search, quantity->span))
            continue;
        if (quantity->form != CL_FORM_LEVEL || !quantity->unit ||
            quantity->kind == CL_KIND_PERCENT)
            return SIZE_MAX;
        count++;
    }
    return count;
}

/* 营收398亿元，净利30亿元，分别: each has one amount behind it. */
static bool
have_amounts(const Search *search, const Row *row, size_t count, size_t end)
{
    for (size_t i = row->count - count; i < row->count; i++) {
        const size_t to = i + 1 < row->count ? row->spans[i + 1].start : end;
        if (count_amounts(search, (ClSpan){row->spans[i].end, to}) != 1)
            return false;
    }
    return true;
}

/* 分别, 同比分别 right before the values, or respectively behind them. */
static bool
says_respectively(const Search *search, const Listing *list)
{
    static const char *const words[] = {"分别", "依次", "各"};
    enum { BEHIND = 16 };
    const size_t start = list->values.start;
    const ClSpan clause = search_clause(search, start);
    const size_t from = MIN(clause.start, start);
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_strstr_len(search->text + from, (gssize)(start - from), words[i]))
            return true;
    return g_strstr_len(search->text + list->values.end,
                        (gssize)MIN(search->length - list->values.end, BEHIND),
                        "respectively") != NULL;
}

/* ---- The measure of a value ---------------------------------------------------- */

/* The measure of the rule within a span; false if it is another one's. */
static bool
take_own(const Search *search, ClSpan span, ClSpan *measure)
{
    for (unsigned i = search_from(search->measures, span.start);
         i < search->measures->len; i++) {
        const ClHit *hit = &g_array_index(search->measures, ClHit, i);
        if (hit->span.start >= span.end)
            break;
        /* 净利 is 净利润 too, but 营业利润 is no 利润 of a longer word */
        if (hit->span.end == span.end && cl_span_contains(span, hit->span)) {
            *measure = hit->span;
            return true;
        }
    }
    return false;
}

/* 云业务的收入和利润, 手机毛利和净利: what the rule excludes, told of all of them
   or of this one. */
static bool
is_excluded(const Search *search, const Row *row, size_t own, ClSpan values)
{
    const size_t first = row->count - 1;
    for (unsigned i = 0; i < search->excludes->len; i++) {
        const ClSpan word = g_array_index(search->excludes, ClHit, i).span;
        bool others = false;
        for (size_t j = 0; j <= first; j++)
            others |= j != own && cl_span_overlaps(row->spans[j], word);
        const ClSpan clause = search_clause(search, row->spans[own].start);
        if (!others && word.start >= MIN(clause.start, row->spans[own].start) &&
            word.start <
                MAX(values.end, search_clause(search, values.start).end))
            return true;
    }
    return false;
}

/* Whether so many measures go with the values, one by one. */
static bool
go_together(const Search *search,
            const Row *row,
            const Listing *list,
            size_t count)
{
    if (row->count < count)
        return false;
    /* 营收、净利分别为398亿元、30亿元，增长7%、22%: amounts of their own first */
    const size_t amounts = count_amounts(
        search, (ClSpan){row->spans[row->count - 1].end, list->values.start});
    if (stand_in_row(search, row, count) && (!amounts || amounts == count))
        return true;
    return row->count == count && !row->dropped &&
           says_respectively(search, list) &&
           have_amounts(search, row, count, list->values.start);
}

/* What the others are called is not said of this one: 营收、归母净利润. */
static void
set_item(const Row *row, size_t count, size_t own, Binding *binding)
{
    const size_t first = row->count - count;
    const size_t from =
        own > first ? row->spans[own - 1].end : row->spans[first].start;
    binding->listed =
        (ClSpan){row->spans[first].start, row->spans[row->count - 1].end};
    binding->item = (ClSpan){from, row->spans[own].end};
}

Rowed
bind_row(Search *search, Binding *binding)
{
    Listing list;
    Row row;
    list_values(search, binding->quantity, &list);
    const size_t count = list.last - list.first + 1;
    if (count < 2 || count > MOST)
        return ROW_NONE;
    find_measures(search, list.values.start, &row);
    if (!go_together(search, &row, &list, count))
        return ROW_NONE;
    const size_t own = row.count - count + binding->quantity - list.first;
    if (!fits_unit(search, search_quantity(search, binding->quantity),
                   &binding->value) ||
        !take_own(search, row.spans[own], &binding->measure))
        return ROW_OTHER;
    if (is_excluded(search, &row, own, list.values)) {
        search_refuse(search, CL_STEP_EXCLUDED, binding->measure,
                      row.spans[own]);
        return ROW_OTHER;
    }
    set_item(&row, count, own, binding);
    binding->values = list.values;
    trace_step(search->run, CL_STEP_MEASURE, binding->measure,
               binding->measure);
    return bind_subject(search, binding) ? ROW_OWN : ROW_OTHER;
}
