/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is said once: 非国际准则下净利润706亿元，增长18%, a change is of what the level
 * before it is of; 归母净利润70亿元。其中第三季度净利润20亿元, whose part of a profit
 * is told holds within the paragraph until it is said otherwise.
 */
#include "extract/option.h"

#include <string.h>

enum { MOST = 40 };

/* ---- Of the level --------------------------------------------------------------- */

/* A sum or a count, which the change behind it led to. */
static bool
is_amount(const ClQuantity *quantity)
{
    return quantity->form == CL_FORM_LEVEL &&
           (quantity->kind == CL_KIND_CURRENCY ||
            quantity->kind == CL_KIND_COUNT);
}

/* 净利109亿元，优于预估的98亿元，季增45%: those between two places. */
static unsigned
count_amounts(const Scene *scene, size_t from, size_t to)
{
    const GArray *quantities = scene->binding->passage->quantities;
    unsigned count = 0;
    for (unsigned i = 0; i < quantities->len; i++) {
        const ClQuantity *quantity = &g_array_index(quantities, ClQuantity, i);
        count += is_amount(quantity) && quantity->span.start >= from &&
                 quantity->span.end <= to;
    }
    return count;
}

/* 非国际准则下，归母净利润706亿元，同比增长18%: a change that says nothing itself is
   of what the level before it is of. */
Choice
facet_choose_led(const Scene *scene, unsigned facet)
{
    const Choice own = facet_choose(scene, facet);
    const Binding *binding = scene->binding;
    const ClQuantity *quantity = &g_array_index(binding->passage->quantities,
                                                ClQuantity, binding->quantity);
    if ((facet != CL_FACET_DEFINITION && facet != CL_FACET_MODALITY) ||
        quantity->form == CL_FORM_LEVEL || !binding->quantity ||
        !is_amount(&quantity[-1]) ||
        (own.option && cl_span_overlaps(scene->clause, own.words)))
        return own;
    Binding level = *binding;
    level.quantity--;
    const GString *text = binding->passage->text.text;
    Scene before = *scene;
    before.binding = &level;
    before.anchor = quantity[-1].span;
    before.clause = cl_clause_at(text->str, text->len, before.anchor.start);
    const Choice choice = facet_choose(&before, facet);
    /* 提前完成35万辆的目标，同比增长50%: no target itself */
    const bool of_level =
        facet == CL_FACET_DEFINITION ||
        (g_strcmp0(choice.option, "forecast") == 0 &&
         count_amounts(scene, binding->measure.end, choice.words.start) == 0);
    return choice.option && of_level ? choice : own;
}

/* ---- Of the sentences before ----------------------------------------------------- */

static const char *
entity_of(const ClRule *rule, const ClFacetValue *facets)
{
    for (unsigned i = CL_FACET_OWN; i < rule->facets->len; i++) {
        const ClFacet *spec = g_ptr_array_index(rule->facets, i);
        if (spec->from_subject)
            return facets[i].value;
    }
    return NULL;
}

/* One tells the level, the other its growth, or both the same. */
static bool
are_of_one_measure(const ClRule *a, const ClRule *b)
{
    return a == b || g_strcmp0(a->growth_of, b->id) == 0 ||
           g_strcmp0(b->growth_of, a->id) == 0;
}

/* 按美国会计准则净利润5亿元: said in other words, and another thing. */
static bool
names_standard(const Passage *passage)
{
    static const char *const words[] = {"准则", "gaap", "ifrs", "口径"};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (strstr(passage->text.text->str, words[i]))
            return true;
    return false;
}

/* The byte where the paragraph of a sentence begins, as far as is known. */
static size_t
start_of_paragraph(const Scene *scene)
{
    const Passage *own = scene->binding->passage;
    size_t start = own->sentence.span.start;
    for (int back = 1; back <= FARTHEST_SUBJECT; back++) {
        const Passage *near =
            passage_near(scene->run, scene->binding->index, -back);
        if (!near || near->sentence.paragraph != own->sentence.paragraph)
            break;
        start = near->sentence.span.start;
    }
    return start;
}

/* What was said last of the same profits, but for the adjusted ones. */
static const ClFacetValue *
find_last(const Scene *scene, const char *entity)
{
    const ClClaims *claims = scene->run->claims;
    const size_t from = start_of_paragraph(scene);
    const size_t count = cl_claims_count(claims);
    for (size_t i = count; i > 0 && count - i < MOST; i--) {
        const ClClaim *claim = cl_claims_get(claims, i - 1);
        const ClFacetValue *said = &claim->facets[CL_FACET_DEFINITION];
        if (claim->article != scene->run->info || claim->span.start < from)
            break;
        if (are_of_one_measure(scene->rule, claim->rule) &&
            g_strcmp0(said->value, "adjusted") != 0 &&
            cl_rule_one_subject(scene->rule, entity, claim->rule,
                                entity_of(claim->rule, claim->facets)))
            return said;
    }
    return NULL;
}

void
facet_inherit_definition(const Scene *scene,
                         const char *entity,
                         ClFacetValue *out)
{
    if (!entity || names_standard(scene->binding->passage))
        return;
    const ClFacetValue *said = find_last(scene, entity);
    if (said && g_strcmp0(said->value, "attributable") == 0)
        *out = (ClFacetValue){.value = said->value, .assumed = true};
}
