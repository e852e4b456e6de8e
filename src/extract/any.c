/* SPDX-License-Identifier: Apache-2.0 */
/*
 * 22.98万元, 17,626: for a rule of type slip a figure is its subject's whatever
 * it measures.  What counts is that it was written out: three digits or more,
 * exact, with a unit of the rule, or as a bare number too long to be a year.
 */
#include "extract/search.h"

#include <string.h>

/* Fewer digits are alike by chance; and 6000元 has only one, whatever zeros. */
enum { FEWEST = 3, FEWEST_TELLING = 2, FEWEST_BARE = 5 };

static bool
is_written_out(const ClQuantity *quantity)
{
    return quantity->shape == CL_SHAPE_POINT && !quantity->spoken &&
           (quantity->form == CL_FORM_LEVEL ||
            quantity->kind == CL_KIND_PERCENT) &&
           quantity->kind != CL_KIND_ORDINAL &&
           cl_quantity_digits(quantity) >= FEWEST &&
           cl_number_digits(quantity->value) >= FEWEST_TELLING;
}

/* 21,017, 8,138, 186.3亿: what it counts the words around say. */
static bool
is_bare_count(const Search *search, const ClQuantity *quantity)
{
    const char *text = search->text + quantity->number.start;
    const size_t length = quantity->number.end - quantity->number.start;
    return !quantity->unit && quantity->kind == CL_KIND_NUMBER &&
           (cl_number_magnitude(quantity->value) + 1 >= FEWEST_BARE ||
            memchr(text, ',', length)) &&
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

/* Enough of those named before; more are a list. */
enum { MOST_NAMED = 12 };

static bool
is_named_already(const Search *search,
                 const GArray *out,
                 unsigned from,
                 uint32_t term)
{
    for (unsigned i = from; i < out->len; i++)
        if (search_same_entity(
                search, g_array_index(out, Binding, i).subject_term, term))
            return true;
    return out->len - from >= MOST_NAMED;
}

/* Of whoever was named last in this sentence. */
static bool
take_named_here(const Search *search, Binding *binding)
{
    const ClHit *own = search_subject_before(search, binding->measure.start);
    if (!own)
        return false;
    binding->subject = own->span;
    binding->subject_term = own->term;
    return true;
}

static void
add_named_in(const Search *search,
             Passage *near,
             Binding binding,
             unsigned from,
             GArray *out)
{
    const GArray *hits = passage_anchors(search->run, near);
    binding.subject = (ClSpan){0, 0};
    binding.subject_passage = near;
    binding.guessed = true;
    for (unsigned i = hits->len; i > 0; i--) {
        const ClHit *hit = &g_array_index(hits, ClHit, i - 1);
        if (!hit_has_role(search->run->rules, hit, search->rule_index,
                          CL_ROLE_SUBJECT) ||
            is_named_already(search, out, from, hit->term))
            continue;
        binding.subject_term = hit->term;
        trace_subject(search->run, &binding);
        g_array_append_val(out, binding);
    }
}

/* Of each of those who were named before: that two figures are twins says
   whose they are better than the order of names does. */
static void
add_named_before(const Search *search, Binding binding, GArray *out)
{
    const unsigned from = out->len;
    for (int back = 1; back < PASSAGES; back++) {
        Passage *near = passage_near(search->run, search->index, -back);
        if (near)
            add_named_in(search, near, binding, from, out);
    }
    if (search->run->has_title)
        add_named_in(search, &search->run->title, binding, from, out);
}

void
bind_any(Search *search, Binding binding, GArray *out)
{
    const ClQuantity *quantity =
        &g_array_index(search->quantities, ClQuantity, binding.quantity);
    if (!takes_figure(search, quantity, &binding.value))
        return;
    binding.measure = quantity->span;
    trace_step(search->run, CL_STEP_MEASURE, binding.measure, binding.measure);
    if (bind_subject(search, &binding)) {
        g_array_append_val(out, binding);
    } else if (take_named_here(search, &binding)) {
        trace_subject(search->run, &binding);
        g_array_append_val(out, binding);
    } else {
        add_named_before(search, binding, out);
    }
}
