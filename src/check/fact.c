/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Claims held against the desk's book.  An entry is seen as a claim of its
 * file, so that facets are compared as between articles; claims that cannot
 * be true beside it are the camps of one finding, those whose facets are
 * only partly known those of another.
 */
#include "check/private.h"

#include <stdio.h>

/* An entry as a claim, in one piece that g_free() frees. */
typedef struct {
    ClClaim claim; /* first: it is what a finding holds */
    ClArticleInfo article;
    ClFacetValue facets[];
} Reference;

/* All of one board that disagrees with an entry, to one standing. */
typedef struct {
    const Board *board;
    const ClFact *fact;
    ClFinding finding;
    uint64_t unknown;
} Trial;

static void
copy_facet(const ClFactFacet *from, ClFacetValue *to)
{
    *to = (ClFacetValue){
        .value = from->value,
        .words = from->words,
        .assumed = from->value && !from->words,
        .from = from->from,
        .to = from->to,
        .seconds = from->seconds,
    };
}

/* Borrows everything but itself from the fact. */
static ClClaim *
new_reference(const ClFact *fact)
{
    const unsigned count = fact->rule->facets->len;
    Reference *reference =
        g_malloc0(sizeof *reference + count * sizeof(ClFacetValue));
    for (unsigned i = 0; i < count; i++)
        copy_facet(&fact->facets[i], &reference->facets[i]);
    reference->article = (ClArticleInfo){
        .path = fact->file,
        .source = fact->source,
    };
    const unsigned day = (unsigned)fact->as_of;
    snprintf(reference->article.date, sizeof reference->article.date,
             "%04u-%02u-%02u", day / 10000 % 10000, day / 100 % 100, day % 100);
    reference->claim = (ClClaim){
        .rule = fact->rule,
        .article = &reference->article,
        .place = {fact->line, fact->column, fact->line, fact->column},
        .text = fact->value_text,
        .quantity_text = fact->value_text,
        .sentence = fact->value_text,
        .quantity = fact->quantity,
        .facets = reference->facets,
        .repeat_of = -1,
    };
    return &reference->claim;
}

/* 2023年 is another period than that of a figure as of 2025-06-27, even for
   a rule that asks for none. */
static bool
is_of_another_year(const ClClaim *claim, const ClClaim *reference)
{
    const ClFacetValue *said = &claim->facets[CL_FACET_WHEN];
    const ClFacetValue *held = &reference->facets[CL_FACET_WHEN];
    if (!held->assumed || said->assumed || !said->to)
        return false;
    const int year = held->to / 10000;
    const int first = (said->from ? said->from : said->to) / 10000;
    return claim->rule->over_time == CL_OVER_TIME_FIXED &&
           (year < first || year > said->to / 10000);
}

static bool
disagrees(const ClClaim *claim, const ClClaim *reference, Comparison comparison)
{
    return claim->quantity.unit == reference->quantity.unit &&
           !is_of_another_year(claim, reference) &&
           !explained_by_time(claim, reference, comparison) &&
           cl_quantities_agree(&claim->quantity, &reference->quantity,
                               claim->rule->tolerance) == CL_DISAGREE;
}

/* ---- Trials --------------------------------------------------------------- */

static void
start_trial(Trial *trial,
            const Board *board,
            const ClFact *fact,
            ClVerdict verdict,
            bool stale)
{
    *trial = (Trial){board, fact, new_finding(board->rule, verdict), 0};
    trial->finding.fact = fact;
    trial->finding.stale = stale;
    trial->finding.reference = new_reference(fact);
    if (stale)
        trial->finding.severity =
            MIN(trial->finding.severity, CL_SEVERITY_WARNING);
}

static void
add_to_camp(const Trial *trial, uint32_t index, ClCamp *camp)
{
    const ClClaims *claims = trial->board->claims;
    const unsigned count = camp->claims->len;
    const ClArticleInfo *last =
        count ? cl_claims_get(claims,
                              g_array_index(camp->claims, uint32_t, count - 1))
                    ->article
              : NULL;
    camp->sources += cl_claims_get(claims, index)->article != last;
    g_array_append_val(camp->claims, index);
}

/* The claims of a figure that disagree, by how their facets stand. */
static void
try_figure(const Figure *figure, Trial *whole, Trial *partial)
{
    ClCamp camps[] = {
        {g_array_new(FALSE, FALSE, sizeof(uint32_t)), 0},
        {g_array_new(FALSE, FALSE, sizeof(uint32_t)), 0},
    };
    Trial *const trials[] = {whole, partial};
    const ClClaim *reference = whole->finding.reference;
    for (unsigned i = 0; i < figure->camp.claims->len; i++) {
        const uint32_t index = g_array_index(figure->camp.claims, uint32_t, i);
        const ClClaim *claim = cl_claims_get(whole->board->claims, index);
        const Comparison comparison = compare_facets(claim, reference);
        if (comparison.standing > STAND_PARTIAL ||
            !disagrees(claim, reference, comparison))
            continue;
        const int side = comparison.standing == STAND_PARTIAL;
        trials[side]->unknown |= comparison.unknown;
        add_to_camp(trials[side], index, &camps[side]);
    }
    for (int side = 0; side < 2; side++) {
        if (camps[side].claims->len)
            g_array_append_val(trials[side]->finding.camps, camps[side]);
        else
            g_array_free(camps[side].claims, TRUE);
    }
}

static const ClClaim *
first_of(const Trial *trial)
{
    const ClCamp *camp = &g_array_index(trial->finding.camps, ClCamp, 0);
    return cl_claims_get(trial->board->claims,
                         g_array_index(camp->claims, uint32_t, 0));
}

static void
finish_trial(Trial *trial, GArray *list)
{
    ClFinding *finding = &trial->finding;
    if (!finding->camps->len) {
        clear_finding(finding);
        return;
    }
    add_names(trial->board->rule, trial->unknown, finding->unknown_in);
    finding->cause = find_cause(&first_of(trial)->quantity,
                                &trial->fact->quantity, &finding->power);
    finish_finding(trial->board->claims, *finding, list);
}

static void
hold_fact(const Board *board, const ClFact *fact, bool stale, GArray *list)
{
    Trial whole, partial;
    start_trial(&whole, board, fact, CL_VERDICT_REFERENCE, stale);
    start_trial(&partial, board, fact, CL_VERDICT_DIVERGENCE, stale);
    for (unsigned i = 0; i < board->figures->len; i++)
        try_figure(board_figure(board, i), &whole, &partial);
    finish_trial(&whole, list);
    finish_trial(&partial, list);
}

void
hold_facts(const Board *board,
           const ClFactSet *facts,
           ClDay today,
           GArray *list)
{
    size_t count;
    const size_t first = cl_fact_set_find(facts, board->rule, &count);
    for (size_t i = first; i < first + count; i++) {
        const ClFact *fact = cl_fact_set_get(facts, i);
        hold_fact(board, fact, cl_fact_is_stale(fact, today), list);
    }
}
