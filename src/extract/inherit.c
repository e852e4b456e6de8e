/* SPDX-License-Identifier: Apache-2.0 */
/*
 * 归母净利润70亿元。其中第三季度净利润20亿元: whose part of the profit is told is
 * said once, and holds for the same company until it is said otherwise.
 */
#include "extract/option.h"

#include <string.h>

enum { MOST = 40 };

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
