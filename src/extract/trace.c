/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Tells each decision to whoever wants to know why.  What a trace hears is
 * what was decided with, never a second reading; without one nothing happens.
 */
#include "extract/private.h"

static void
tell(Extraction *run, ClStep step)
{
    run->decision.step = step;
    run->trace->tell(run->trace->data, &run->decision);
}

void
trace_sentence(Extraction *run, Passage *passage)
{
    if (!run->trace)
        return;
    run->decision = (ClDecision){
        .article = run->article,
        .sentence = passage->sentence.span,
        .text = passage_text(run, passage),
        .hits = passage_hits(run, passage),
        .quantities = passage_quantities(run, passage),
    };
    tell(run, CL_STEP_SENTENCE);
}

void
trace_figure(Extraction *run,
             const ClRule *rule,
             const ClQuantity *quantity,
             bool fits)
{
    if (!run->trace)
        return;
    run->decision.rule = rule;
    run->decision.quantity = quantity;
    run->decision.fits = fits;
    run->decision.measure = run->decision.words = (ClSpan){0, 0};
    tell(run, CL_STEP_FIGURE);
}

void
trace_step(Extraction *run, ClStep step, ClSpan measure, ClSpan words)
{
    if (!run->trace)
        return;
    ClDecision *decision = &run->decision;
    decision->measure = measure;
    decision->words = words;
    decision->distance = distance_between(decision->text->text->str, measure,
                                          decision->quantity->span);
    tell(run, step);
}

/* Facets are read once all of a sentence is bound: back to the quantity. */
static void
return_to(Extraction *run, const Binding *binding)
{
    run->decision.rule = cl_rule_set_get(run->rules, binding->rule);
    run->decision.quantity = &g_array_index(binding->passage->quantities,
                                            ClQuantity, binding->quantity);
    run->decision.measure = binding->measure;
    run->decision.fits = true;
}

static ClFound
place_words(const ClDecision *decision)
{
    const GString *text = decision->text->text;
    const ClSpan clause =
        cl_clause_at(text->str, text->len, decision->quantity->span.start);
    if (decision->from && decision->from != decision->text)
        return CL_FOUND_CARRIED;
    return cl_span_overlaps(clause, decision->words) ? CL_FOUND_CLAUSE
                                                     : CL_FOUND_SENTENCE;
}

void
trace_subject(Extraction *run, const Binding *binding)
{
    if (!run->trace)
        return;
    return_to(run, binding);
    run->decision.words = binding->subject;
    run->decision.from =
        binding->subject_passage ? &binding->subject_passage->text : NULL;
    run->decision.found = place_words(&run->decision);
    tell(run, CL_STEP_SUBJECT);
    run->decision.from = NULL;
}

void
trace_words(Extraction *run, const Passage *from, ClSpan words)
{
    run->decision.from = &from->text;
    run->decision.words = words;
}

void
trace_facet(Extraction *run,
            const Binding *binding,
            ClStep step,
            const ClFacet *facet,
            const ClFacetValue *given)
{
    if (!run->trace)
        return;
    ClDecision *decision = &run->decision;
    return_to(run, binding);
    decision->facet = facet;
    decision->given = given;
    decision->found = !given->words   ? CL_FOUND_ASSUMED
                      : run->foreseen ? CL_FOUND_ARTICLE
                                      : place_words(decision);
    run->foreseen = false;
    tell(run, step);
    decision->from = NULL;
}

void
trace_claim(Extraction *run, const Binding *binding, const ClQuantity *value)
{
    if (!run->trace)
        return;
    return_to(run, binding);
    run->decision.words = (ClSpan){0, 0};
    run->decision.value = value;
    tell(run, CL_STEP_CLAIM);
}
