/* SPDX-License-Identifier: Apache-2.0 */
/*
 * 29,214 stores, of which 18,882 are its own and 10,332 are run by partners: a
 * bare count that "of which" leads to counts what the one before it counts, and
 * so does the next one that "and" joins to it.
 */
#include "extract/search.h"

#include <string.h>

static const ClQuantity *
quantity_at(const Search *search, size_t index)
{
    return &g_array_index(search->quantities, ClQuantity, index);
}

static bool
ends_in(const char *text, ClSpan span, const char *word)
{
    size_t end = span.end;
    while (end > span.start && strchr(" ,", text[end - 1]))
        end--;
    const size_t length = strlen(word);
    return end >= span.start + length &&
           memcmp(text + end - length, word, length) == 0;
}

static bool
ends_in_any(const char *text, ClSpan span, const char *const *words)
{
    for (; *words; words++)
        if (ends_in(text, span, *words))
            return true;
    return false;
}

/* Right before the figure, or behind it: 7,187 of them. */
static bool
is_led(const Search *search, ClSpan before, const ClQuantity *own)
{
    static const char *const words[] = {"of which", "of whom", NULL};
    static const char *const behind[] = {" of them", " of those", " of these"};
    for (size_t i = 0; i < G_N_ELEMENTS(behind); i++)
        if (g_str_has_prefix(search->text + own->span.end, behind[i]))
            return true;
    return ends_in_any(search->text, before, words);
}

static bool
is_joined(const Search *search, ClSpan before)
{
    static const char *const words[] = {" and", " while", " another", NULL};
    return ends_in_any(search->text, before, words) &&
           !memchr(search->text + before.start, ';', before.end - before.start);
}

static const Binding *
bound_as(const GArray *bound, size_t quantity, const Binding *binding)
{
    for (unsigned i = bound->len; i > 0; i--) {
        const Binding *other = &g_array_index(bound, Binding, i - 1);
        if (other->rule == binding->rule && other->quantity == quantity &&
            other->passage == binding->passage)
            return other;
    }
    return NULL;
}

/* 18,311 are in the US and 8,011: here goes for one of the two. */
static bool
tells_apart(const Search *search, ClSpan between)
{
    for (unsigned i = search_from(search->hits, between.start);
         i < search->hits->len; i++) {
        const ClHit *hit = &g_array_index(search->hits, ClHit, i);
        if (hit->span.start >= between.end)
            break;
        if (cl_span_contains(between, hit->span) &&
            search_tells_apart(search, hit))
            return true;
    }
    return false;
}

/* A part of the one before, or the next part of what that one is a part of. */
static bool
is_part(const Search *search, const Binding *before, const ClQuantity *own)
{
    const ClQuantity *last = quantity_at(search, before->quantity);
    const ClSpan between = {last->span.end, own->span.start};
    if (before->some)
        return is_joined(search, between) && !tells_apart(search, between);
    return is_led(search, between, own) &&
           cl_number_compare(last->value, own->value) > 0;
}

static bool
names_subject(const Search *search, ClSpan between)
{
    for (unsigned i = search_from(search->subjects, between.start);
         i < search->subjects->len; i++) {
        const ClHit *hit = &g_array_index(search->subjects, ClHit, i);
        if (hit->span.start >= between.end)
            break;
        if (cl_span_contains(between, hit->span))
            return true;
    }
    return false;
}

bool
bind_some(const Search *search, const GArray *bound, Binding *binding)
{
    enum { FARTHEST = 90 }; /* bytes */
    const ClQuantity *own = quantity_at(search, binding->quantity);
    const ClUnitId unit = g_array_index(search->rule->units, ClUnitId, 0);
    if (!binding->quantity || own->kind != CL_KIND_NUMBER ||
        !search_is_large(own) || !is_bare(search, own) ||
        !figure_ends_there(search, own) ||
        !cl_unit_is_count(search->run->vocabulary, unit))
        return false;
    const Binding *before = bound_as(bound, binding->quantity - 1, binding);
    if (!before || before->value.unit != unit)
        return false;
    const ClSpan behind = {own->span.end,
                           search_clause(search, own->span.start).end};
    const ClSpan between = {quantity_at(search, before->quantity)->span.end,
                            own->span.start};
    if (between.end - between.start > FARTHEST ||
        search_measures_another(search, between) ||
        names_subject(search, between) || names_subject(search, behind) ||
        !is_part(search, before, own))
        return false;
    binding->some = true;
    binding->value = *own;
    binding->value.unit = unit;
    binding->measure = before->measure;
    binding->measure_passage = before->measure_passage;
    binding->subject = before->subject;
    binding->subject_term = before->subject_term;
    binding->subject_passage = before->subject_passage;
    trace_step(search->run, CL_STEP_MEASURE, binding->measure,
               binding->measure);
    trace_subject(search->run, binding);
    return true;
}
