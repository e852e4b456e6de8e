/* SPDX-License-Identifier: Apache-2.0 */
/*
 * 29,214 stores, of which 18,882 are its own and 10,332 are run by partners: a
 * bare count that "of which" leads to counts what the one before it counts, and
 * so does the next one that "and" joins to it.
 */
#include "extract/search.h"

#include <string.h>

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

/* A part of the one before, or the next part of what that one is a part of. */
static bool
is_part(const Search *search, const Binding *before, const ClQuantity *own)
{
    const ClQuantity *last = search_quantity(search, before->quantity);
    const ClSpan between = {last->span.end, own->span.start};
    if (before->some)
        /* 18,311 are in the US and 8,011: here goes for one of the two */
        return is_joined(search, between) &&
               !search_has_within(search, search->hits, between,
                                  search_tells_apart);
    return is_led(search, between, own) &&
           cl_number_compare(last->value, own->value) > 0;
}

bool
bind_some(const Search *search, const GArray *bound, Binding *binding)
{
    enum { FARTHEST = 90 }; /* bytes */
    const ClQuantity *own = search_quantity(search, binding->quantity);
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
    const ClSpan between = {search_quantity(search, before->quantity)->span.end,
                            own->span.start};
    if (between.end - between.start > FARTHEST ||
        search_measures_another(search, between) ||
        search_has_within(search, search->subjects, between, NULL) ||
        search_has_within(search, search->subjects, behind, NULL) ||
        !is_part(search, before, own))
        return false;
    binding->some = true;
    binding->value = *own;
    binding->value.unit = unit;
    search_take_from(search, before, binding);
    return true;
}
