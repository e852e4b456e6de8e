/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whether of two twins one is a slip of the other, by all that is known of
 * them besides: what other rules say that they measure, the times and other
 * labels that the text gives them, and how likely chance is then.
 */
#include "check/twin.h"

#include <string.h>

/* What a claim says of a facet itself, beside its figure. */
static bool
says(const ClClaim *claim, unsigned facet)
{
    const ClFacetValue *value = &claim->facets[facet];
    return value->value && !value->assumed && !value->lent && !value->framed &&
           !value->aside;
}

static bool
are_of_two_times(const ClClaim *a, const ClClaim *b)
{
    const ClFacetValue *x = &a->facets[CL_FACET_WHEN];
    const ClFacetValue *y = &b->facets[CL_FACET_WHEN];
    return says(a, CL_FACET_WHEN) && says(b, CL_FACET_WHEN) &&
           strcmp(x->value, y->value) != 0 && !is_one_period(a, b) &&
           !may_be_one_period(a, b);
}

/* Whether two claims of one measure say themselves that they are two facts. */
static bool
are_two_facts(const ClClaim *a, const ClClaim *b)
{
    const Comparison comparison = compare_facets(a, b);
    if (comparison.standing != STAND_APART)
        return false;
    for (unsigned i = 0; i < MIN(a->rule->facets->len, MOST_FACETS); i++) {
        const ClFacet *facet = g_ptr_array_index(a->rule->facets, i);
        if (!(comparison.differs >> i & 1) || facet->from_subject)
            continue;
        if (i == CL_FACET_WHEN ? are_of_two_times(a, b)
                               : says(a, i) && says(b, i))
            return true;
    }
    return false;
}

/* The claims of other rules that took the figure of a claim, of ClClaim *. */
static GPtrArray *
find_measures(const ClClaims *claims, uint32_t index)
{
    const ClClaim *own = cl_claims_get(claims, index);
    GPtrArray *found = g_ptr_array_new();
    size_t from = index;
    while (from > 0 && cl_claims_get(claims, from - 1)->article == own->article)
        from--;
    for (; from < cl_claims_count(claims); from++) {
        const ClClaim *other = cl_claims_get(claims, from);
        if (other->article != own->article)
            break;
        if (is_same_place(other, own) && !other->rule->slips &&
            other->rule->check == CL_CHECK_NONE)
            g_ptr_array_add(found, (void *)other);
    }
    return found;
}

/* Where both are measured, by one rule and nothing keeps them apart. */
static bool
may_be_one_measure(const GPtrArray *xs, const GPtrArray *ys)
{
    if (!xs->len || !ys->len)
        return true;
    for (guint i = 0; i < xs->len; i++)
        for (guint j = 0; j < ys->len; j++) {
            const ClClaim *x = xs->pdata[i], *y = ys->pdata[j];
            if (x->rule == y->rule && !are_two_facts(x, y))
                return true;
        }
    return false;
}

/* One chance in so many is too much, by what is known of the times: of one
   time, of one that is open, of another. */
static unsigned
find_odds(const ClClaim *a, const ClClaim *b)
{
    enum { LIKELY = 20, OPEN = 50, UNLIKELY = 500, OTHER = 1000 };
    if (is_one_period(a, b))
        return LIKELY;
    if (!is_undated(a) && !is_undated(b))
        return OTHER;
    const bool dated =
        a->facets[CL_FACET_WHEN].to && b->facets[CL_FACET_WHEN].to;
    return !dated || may_be_one_period(a, b) ? OPEN : UNLIKELY;
}

bool
is_guessed(const ClClaim *claim)
{
    return claim->carried == CL_CARRIED_GUESSED;
}

/* Where it is only guessed whose they are, guesses are right by chance too. */
static unsigned
count_guesses(const ClClaim *a, const ClClaim *b)
{
    enum { GUESSES = 2 };
    return (is_guessed(a) ? GUESSES : 1) * (is_guessed(b) ? GUESSES : 1);
}

static bool
may_be_one(const ClClaims *claims, uint32_t i, uint32_t j)
{
    const ClClaim *a = cl_claims_get(claims, i);
    const ClClaim *b = cl_claims_get(claims, j);
    if ((a->article == b->article && a->sentence_key == b->sentence_key) ||
        are_of_two_times(a, b))
        return false;
    g_autoptr(GPtrArray) xs = find_measures(claims, i);
    g_autoptr(GPtrArray) ys = find_measures(claims, j);
    return may_be_one_measure(xs, ys);
}

bool
may_be_slip(const ClClaims *claims, uint32_t i, uint32_t j, Likeness like)
{
    const ClClaim *a = cl_claims_get(claims, i), *b = cl_claims_get(claims, j);
    const unsigned odds = find_odds(a, b) * count_guesses(a, b);
    return is_no_chance(like.twin, like.digits, like.rivals, odds) &&
           may_be_one(claims, i, j);
}
