/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Orders that two claims of one rule must keep: the rule's own (locked <=
 * intent), and that no part of the world holds more than all of it.
 */
#include "check/private.h"

#include <string.h>

static int
option_at(const ClClaim *claim, unsigned facet, const ClRelation *relation)
{
    const char *value = claim->facets[facet].value;
    if (!value)
        return 0;
    return strcmp(value, relation->less) == 0   ? -1
           : strcmp(value, relation->more) == 0 ? 1
                                                : 0;
}

/* locked <= intent, told the other way round: every reading of the lesser
   lies above every reading of the greater. */
static bool
breaks(const ClClaim *less, const ClClaim *more, bool strict)
{
    if (less->quantity.hard.lo_unbounded || more->quantity.hard.hi_unbounded)
        return false;
    const int order =
        cl_number_compare(less->quantity.hard.lo, more->quantity.hard.hi);
    const ClNumber none = cl_number_make(0, 0);
    if (strict && order == 0)
        return is_exact(&less->quantity) && is_exact(&more->quantity);
    return order > 0 && cl_quantities_agree(&less->quantity, &more->quantity,
                                            none) == CL_DISAGREE;
}

/* As the rule writes it: "locked <= intent". */
static const char *
relation_words(const char *less, const char *more, bool strict)
{
    g_autofree char *words =
        g_strdup_printf("%s %s %s", less, strict ? "<" : "<=", more);
    return g_intern_string(words);
}

static const char *
broken_by_rule(const ClClaim *a, const ClClaim *b, Comparison comparison)
{
    const ClRule *rule = a->rule;
    for (unsigned i = 0; i < rule->relations->len; i++) {
        const ClRelation *relation =
            &g_array_index(rule->relations, ClRelation, i);
        const unsigned facet = relation->facet;
        if (comparison.differs != UINT64_C(1) << facet || comparison.unknown)
            continue;
        const int a_side = option_at(a, facet, relation);
        const int b_side = option_at(b, facet, relation);
        if (a_side * b_side != -1)
            continue;
        if (breaks(a_side < 0 ? a : b, a_side < 0 ? b : a, relation->strict))
            return relation_words(relation->less, relation->more,
                                  relation->strict);
    }
    return NULL;
}

/* ---- A part and its whole --------------------------------------------------- */

static bool
is_whole(const ClFacetValue *region)
{
    return region->value && strcmp(region->value, "global") == 0;
}

/* 其中中国6820家: a part by two names; of what was opened since it is none. */
static uint64_t
ignore_part(const ClClaim *a, const ClClaim *b, uint64_t differs)
{
    const char *const natures[] = {a->facets[CL_FACET_NATURE].value,
                                   b->facets[CL_FACET_NATURE].value};
    for (size_t i = 0; i < G_N_ELEMENTS(natures); i++) {
        const char *other = natures[1 - i];
        if (g_strcmp0(natures[i], "part") == 0 &&
            (!other || strcmp(other, "total") == 0))
            return differs & ~(UINT64_C(1) << CL_FACET_NATURE);
    }
    return differs;
}

/* 全球4347家，其中中国6820家: what is counted in one place is counted in the
   world; of shares and prices this is not so. */
static const char *
broken_by_place(const ClClaim *a, const ClClaim *b, Comparison comparison)
{
    const ClFacetValue *x = &a->facets[CL_FACET_REGION];
    const ClFacetValue *y = &b->facets[CL_FACET_REGION];
    if (ignore_part(a, b, comparison.differs) != UINT64_C(1)
                                                     << CL_FACET_REGION ||
        comparison.unknown || !both_count(a, b) || x->assumed || y->assumed ||
        is_whole(x) == is_whole(y))
        return NULL;
    const ClClaim *part = is_whole(x) ? b : a, *whole = is_whole(x) ? a : b;
    return breaks(part, whole, false)
               ? relation_words(part->facets[CL_FACET_REGION].value, "global",
                                false)
               : NULL;
}

const char *
broken_relation(const ClClaim *a, const ClClaim *b, Comparison comparison)
{
    const char *words = broken_by_rule(a, b, comparison);
    return words ? words : broken_by_place(a, b, comparison);
}

bool
explained_by_place(const ClClaim *a, const ClClaim *b, Comparison comparison)
{
    const ClFacetValue *x = &a->facets[CL_FACET_REGION];
    const bool a_says = x->value != NULL;
    if ((comparison.unknown & ~(uint64_t)UNSAID) != UINT64_C(1)
                                                        << CL_FACET_REGION ||
        comparison.standing != STAND_PARTIAL || !both_count(a, b))
        return false;
    const ClClaim *said = a_says ? a : b, *unsaid = a_says ? b : a;
    return is_whole(&said->facets[CL_FACET_REGION])
               ? !breaks(unsaid, said, false)
               : !breaks(said, unsaid, false);
}
