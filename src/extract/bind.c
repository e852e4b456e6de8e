/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which quantity of a sentence answers which rule: by a whole wording
 * (patterns), or by a measure (measure.c) and a subject (subject.c).  A
 * quantity answers a rule at most once.
 */
#include "extract/search.h"

/* ---- Patterns ------------------------------------------------------------- */

/* A whole wording of the rule needs no other subject or measure. */
static bool
bind_pattern(const Search *search, Binding *binding)
{
    const ClQuantity *quantity =
        &g_array_index(search->quantities, ClQuantity, binding->quantity);
    bool gave_up = false;
    const bool found =
        search->rule->wordings &&
        fits_unit(search, quantity, &binding->value) &&
        cl_rule_match_pattern(search->rule, search->text, search->length,
                              quantity->span, &binding->measure, &gave_up);
    if (gave_up)
        say_gave_up(search->run, search->passage, search->rule_index);
    if (found)
        trace_step(search->run, CL_STEP_PATTERN, binding->measure,
                   binding->measure);
    return found;
}

/* ---- Sentences ------------------------------------------------------------ */

/* 小米17 and Model 3 are names: their numbers count nothing. */
static bool
is_in_name(const Search *search, ClSpan number)
{
    for (unsigned i = search_from(search->subjects, number.start);
         i < search->subjects->len; i++) {
        const ClHit *hit = &g_array_index(search->subjects, ClHit, i);
        if (hit->span.start > number.start)
            break;
        if (cl_span_contains(hit->span, number))
            return true;
    }
    return false;
}

static void
trace_quantity(const Search *search, const ClQuantity *quantity)
{
    ClQuantity value;
    if (search->run->trace)
        trace_figure(search->run, search->rule, quantity,
                     fits_unit(search, quantity, &value) ||
                         is_bare(search, quantity));
}

static void
bind_rule(Search *search, GArray *out)
{
    for (size_t i = 0; i < search->quantities->len; i++) {
        const ClQuantity *quantity =
            &g_array_index(search->quantities, ClQuantity, i);
        trace_quantity(search, quantity);
        if (is_in_name(search, quantity->number)) {
            trace_step(search->run, CL_STEP_IN_NAME, (ClSpan){0, 0},
                       quantity->number);
            continue;
        }
        Binding binding = {
            .rule = search->rule_index,
            .passage = search->passage,
            .index = search->index,
            .quantity = i,
            .subject_term = UINT32_MAX,
        };
        if (bind_pattern(search, &binding) ||
            (find_measure(search, i, &binding.measure, &binding.value) &&
             bind_subject(search, &binding)))
            g_array_append_val(out, binding);
    }
}

void
bind_sentence(Extraction *run, size_t index, GArray *out)
{
    g_array_set_size(out, 0);
    Passage *passage = passage_near(run, index, 0);
    g_autoptr(GArray) rules = find_candidates(run, index);
    if (!rules->len || !passage_quantities(run, passage)->len)
        return;
    Search search;
    search_init(&search, run);
    for (unsigned i = 0; i < rules->len; i++) {
        search_start(&search, passage, index,
                     g_array_index(rules, uint32_t, i));
        bind_rule(&search, out);
    }
    search_clear(&search);
}
