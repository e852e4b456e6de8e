/* SPDX-License-Identifier: Apache-2.0 */
/*
 * 22.98万元, 17,626: for a rule of type slip a figure is its subject's whatever
 * it measures.  What counts is that it was written out: three digits or more,
 * exact, with a unit of the rule, or as a bare number too long to be a year.
 */
#include "extract/search.h"

/* Fewer digits are alike by chance; and 6000元 has only one, whatever zeros. */
enum { FEWEST = 3, FEWEST_TELLING = 2, FEWEST_BARE = 5 };

/* As written: 4.90亿 has three. */
static int
digits_written(const ClQuantity *quantity)
{
    return cl_number_magnitude(quantity->value) - quantity->place + 1;
}

/* Without the zeros at its end. */
static unsigned
digits_telling(ClNumber value)
{
    unsigned count = 0;
    for (int64_t rest = ABS(value.digits); rest; rest /= 10)
        count++;
    return count;
}

static bool
is_written_out(const ClQuantity *quantity)
{
    return quantity->shape == CL_SHAPE_POINT && !quantity->spoken &&
           quantity->form == CL_FORM_LEVEL &&
           quantity->kind != CL_KIND_ORDINAL &&
           digits_written(quantity) >= FEWEST &&
           digits_telling(quantity->value) >= FEWEST_TELLING;
}

/* 21,017, 186.3亿: what it counts the words around say. */
static bool
is_bare_count(const Search *search, const ClQuantity *quantity)
{
    return !quantity->unit && quantity->kind == CL_KIND_NUMBER &&
           cl_number_magnitude(quantity->value) + 1 >= FEWEST_BARE &&
           !search_is_time(search, quantity->span);
}

static bool
takes_figure(const Search *search,
             const ClQuantity *quantity,
             ClQuantity *value)
{
    if (!is_written_out(quantity))
        return false;
    if (fits_unit(search, quantity, value))
        return true;
    *value = *quantity;
    return is_bare_count(search, quantity);
}

/* ---- Whose it is -------------------------------------------------------------- */

static const ClHit *
last_subject(const Search *search, const GArray *hits)
{
    for (unsigned i = hits->len; i > 0; i--) {
        const ClHit *hit = &g_array_index(hits, ClHit, i - 1);
        if (hit_has_role(search->run->rules, hit, search->rule_index,
                         CL_ROLE_SUBJECT))
            return hit;
    }
    return NULL;
}

/* Of whoever was named last, though others may have been since: that two
   figures are twins says more than that. */
static bool
take_last_named(const Search *search, Binding *binding)
{
    const ClHit *own = search_subject_before(search, binding->measure.start);
    if (own) {
        binding->subject = own->span;
        binding->subject_term = own->term;
        return true;
    }
    for (int back = 1; back < PASSAGES; back++) {
        Passage *near = passage_near(search->run, search->index, -back);
        const ClHit *hit =
            near ? last_subject(search, passage_anchors(search->run, near))
                 : NULL;
        if (!hit)
            continue;
        binding->subject = (ClSpan){0, 0};
        binding->subject_passage = near;
        binding->subject_term = hit->term;
        return true;
    }
    return false;
}

bool
bind_any(Search *search, Binding *binding)
{
    const ClQuantity *quantity =
        &g_array_index(search->quantities, ClQuantity, binding->quantity);
    if (!takes_figure(search, quantity, &binding->value))
        return false;
    binding->measure = quantity->span;
    trace_step(search->run, CL_STEP_MEASURE, binding->measure,
               binding->measure);
    if (bind_subject(search, binding))
        return true;
    if (!take_last_named(search, binding))
        return false;
    trace_subject(search->run, binding);
    return true;
}
