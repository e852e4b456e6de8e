/* SPDX-License-Identifier: Apache-2.0 */
/*
 * 印度二季度共出货3900万部。vivo以810万部居首; Zeekr's 16,702 in June: what one
 * sentence measured, the next need not name again.  A figure right behind
 * another subject takes the measure of the sentence before, if all figures of
 * that one are of that measure and nothing here speaks of any other.
 */
#include "extract/search.h"

/* A sentence of more figures than that is no news, and would be read once for
   each figure of the next. */
enum { FARTHEST = 5, MOST_FIGURES = 64, MOST_PARAGRAPHS = 3 };

/* One more of several in a row, or their total: the sentence of the measure is
   the last before them that has one. */
static bool
hands_on(const Search *other)
{
    const ClUnitId unit = g_array_index(other->rule->units, ClUnitId, 0);
    const bool counted = cl_unit_is_count(other->run->vocabulary, unit);
    bool fits = false;
    for (unsigned i = 0; i < other->quantities->len && !fits; i++) {
        ClQuantity value;
        fits = fits_unit(
            other, &g_array_index(other->quantities, ClQuantity, i), &value);
    }
    return fits && other->excludes->len == 0 &&
           (counted || other->subjects->len > 0);
}

/* Whether a figure of the sentence is one of the rule's measures, and nothing
   there measures another one that would fit. */
static bool
measures_alone(const Search *other)
{
    bool any = false;
    if (other->quantities->len > MOST_FIGURES)
        return false;
    for (unsigned i = 0; i < other->quantities->len; i++) {
        const ClQuantity *quantity =
            &g_array_index(other->quantities, ClQuantity, i);
        ClSpan measure;
        ClQuantity value;
        const bool measured = find_measure(other, i, NULL, &measure, &value);
        if (!measured && fits_unit(other, quantity, &value) &&
            other->rivals->len)
            return false;
        any |= measured;
    }
    return any && other->excludes->len == 0;
}

/* It last stood there in 2020: of nobody else, and no figure of the kind. */
static bool
is_aside(const Search *other)
{
    for (unsigned i = 0; i < other->quantities->len; i++) {
        ClQuantity value;
        if (fits_unit(other, &g_array_index(other->quantities, ClQuantity, i),
                      &value))
            return false;
    }
    return other->subjects->len == 0 && other->excludes->len == 0 &&
           other->rivals->len == 0;
}

typedef enum { TELLS_NOTHING, TELLS_MEASURE, HANDS_ON } Tells;

/* Of the same subject there is nothing left to say without a measure. */
static bool
names(const Search *other, const ClHit *subject)
{
    for (unsigned i = 0; i < other->subjects->len; i++)
        if (search_same_entity(other,
                               g_array_index(other->subjects, ClHit, i).term,
                               subject->term))
            return true;
    return false;
}

static Tells
look_into(const Search *search, Passage *passage, const ClHit *subject)
{
    Search other;
    Tells tells = TELLS_NOTHING;
    /* what is found there is told where it stands */
    const ClTrace *trace = search->run->trace;
    search->run->trace = NULL;
    search_init(&other, search->run);
    search_start(&other, passage, search->index, search->rule_index);
    if (names(&other, subject))
        tells = TELLS_NOTHING;
    else if (other.measures->len)
        tells = measures_alone(&other) ? TELLS_MEASURE : TELLS_NOTHING;
    else if (hands_on(&other) || is_aside(&other))
        tells = HANDS_ON;
    search_clear(&other);
    search->run->trace = trace;
    return tells;
}

static Passage *
find_measured(const Search *search, const ClHit *subject)
{
    for (int back = 1; back <= FARTHEST; back++) {
        Passage *near = passage_near(search->run, search->index, -back);
        if (!near || near->composed ||
            search->passage->sentence.paragraph - near->sentence.paragraph >
                MOST_PARAGRAPHS)
            return NULL;
        const Tells tells = look_into(search, near, subject);
        if (tells == TELLS_MEASURE)
            return near;
        if (tells == TELLS_NOTHING)
            return NULL;
    }
    return NULL;
}

/* Up to the next figure, which may be another's: 810万部、21%的份额. */
static size_t
end_of_own(const Search *search, size_t index)
{
    const ClQuantity *own =
        &g_array_index(search->quantities, ClQuantity, index);
    const size_t end =
        MAX(search_clause(search, own->span.start).end, own->span.end);
    return index + 1 < search->quantities->len
               ? MIN(end,
                     g_array_index(search->quantities, ClQuantity, index + 1)
                         .span.start)
               : end;
}

bool
bind_echo(const Search *search, Binding *binding)
{
    const ClQuantity *quantity =
        &g_array_index(search->quantities, ClQuantity, binding->quantity);
    const ClHit *subject = search_subject_before(search, quantity->span.start);
    if (!subject || search->passage->composed || search->measures->len ||
        search->rule->subject_is_measure ||
        search->quantities->len > MOST_FIGURES ||
        !fits_unit(search, quantity, &binding->value) ||
        !search_is_light(search,
                         (ClSpan){subject->span.end, quantity->span.start}) ||
        !figure_ends_there(search, quantity) ||
        search_measures_another(
            search, (ClSpan){0, end_of_own(search, binding->quantity)}))
        return false;
    binding->measure_passage = find_measured(search, subject);
    if (!binding->measure_passage)
        return false;
    binding->subject = subject->span;
    binding->subject_term = subject->term;
    trace_step(search->run, CL_STEP_MEASURE, binding->measure,
               binding->measure);
    trace_subject(search->run, binding);
    return true;
}
