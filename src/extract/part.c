/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where a sentence goes on from a whole to its parts, where it comes back to
 * the whole, and which parts are all of what they are called.
 */
#include "extract/option.h"

#include <string.h>

/* 其中中国6820家，全年营收…: the parts are of what is counted in stores, and the
   next figure in another unit is the whole's again. */
bool
scene_holds_for_parts(const Scene *scene, ClSpan words)
{
    const GArray *quantities = scene->binding->passage->quantities;
    const ClQuantity *own =
        &g_array_index(quantities, ClQuantity, scene->binding->quantity);
    for (size_t i = 0; i < scene->binding->quantity; i++) {
        const ClQuantity *first = &g_array_index(quantities, ClQuantity, i);
        if (first->span.start >= words.end && first->kind != CL_KIND_DATE)
            return first->kind == own->kind;
    }
    return true;
}

/* The colon before the quantity, behind which parts may be told; 0 if none. */
static size_t
colon_before(const Scene *scene)
{
    const char *text = scene->binding->passage->text.text->str;
    const char *colon = g_strrstr_len(text, (gssize)scene->anchor.start, ":");
    return colon ? (size_t)(colon - text) : 0;
}

/* 16,978 stores: 12,238 restaurants of one brand: what follows the whole behind
   a colon, in its unit, and is less, are its parts. */
bool
scene_follows_whole(const Scene *scene)
{
    const size_t colon = colon_before(scene);
    if (colon && facet_names_part(scene, colon + 1))
        return false;
    const GArray *quantities = scene->binding->passage->quantities;
    const ClQuantity *own =
        &g_array_index(quantities, ClQuantity, scene->binding->quantity);
    for (size_t i = scene->binding->quantity; colon && i > 0; i--) {
        const ClQuantity *whole = &g_array_index(quantities, ClQuantity, i - 1);
        if (whole->span.end <= colon && whole->kind == CL_KIND_COUNT)
            return (own->kind == CL_KIND_COUNT ||
                    own->kind == CL_KIND_NUMBER) &&
                   cl_number_compare(whole->value, own->value) > 0;
    }
    return false;
}

/* ---- A part that is all of what it is called ----------------------------------- */

/* Whether the options of a facet divide what is counted: places do, and what a
   rule puts below another or beside "all". */
static bool
divides(const Scene *scene, unsigned facet, const char *option)
{
    const ClFacet *spec = g_ptr_array_index(scene->rule->facets, facet);
    if (facet == CL_FACET_REGION)
        return strcmp(option, "global") != 0;
    if (facet < CL_FACET_OWN || spec->from_subject)
        return false;
    if (spec->assumed)
        return strcmp(option, spec->assumed) != 0;
    for (unsigned i = 0; i < scene->rule->relations->len; i++)
        if (strcmp(g_array_index(scene->rule->relations, ClRelation, i).less,
                   option) == 0)
            return true;
    return false;
}

/* 其中海外销量8万辆: nothing else stands before the name of the part, and little
   behind it; 8,011 of them in China. */
static bool
is_name_of_figure(const Scene *scene, size_t from, ClSpan name)
{
    enum { LEAD = 3, BEFORE = 10, BEHIND = 8 };
    const char *text = scene->binding->passage->text.text->str;
    const ClSpan start = {from, from};
    if (!cl_span_overlaps(scene->clause, name))
        return false;
    if (name.end <= scene->anchor.start)
        return name.end > from && distance_between(text, start, name) <= LEAD &&
               distance_between(text, name, scene->anchor) <= BEFORE;
    return name.start >= scene->anchor.end &&
           distance_between(text, scene->anchor, name) <= BEHIND;
}

bool
facet_names_part(const Scene *scene, size_t behind)
{
    const size_t from = MAX(behind, scene->clause.start);
    for (unsigned i = 0; i < scene->rule->facets->len; i++) {
        const ClFacet *spec = g_ptr_array_index(scene->rule->facets, i);
        if (!spec->used || (i != CL_FACET_REGION && i < CL_FACET_OWN))
            continue;
        const Choice choice = facet_choose(scene, i);
        if (choice.option && divides(scene, i, choice.option) &&
            is_name_of_figure(scene, from, choice.words))
            return true;
    }
    return false;
}
