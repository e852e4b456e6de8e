/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One error is told once.  A conflict holds 增长74.1% against "rose 47.1%", and
 * a divergence holds it against 同比增长47.1%, only because that says over what:
 * what the divergence adds is another witness of a camp that stands there.
 */
#include "check/private.h"

static const ClClaim *
claim_of(const ClClaims *claims, const ClCamp *camp, unsigned i)
{
    return cl_claims_get(claims, g_array_index(camp->claims, uint32_t, i));
}

static bool
has_claim(const ClCamp *camp, uint32_t index)
{
    for (unsigned i = 0; i < camp->claims->len; i++)
        if (g_array_index(camp->claims, uint32_t, i) == index)
            return true;
    return false;
}

static bool
shares_claim(const ClCamp *a, const ClCamp *b)
{
    for (unsigned i = 0; i < a->claims->len; i++)
        if (has_claim(b, g_array_index(a->claims, uint32_t, i)))
            return true;
    return false;
}

/* The facets in which two claims are known to differ; a time that one of them
   leaves open is not known. */
static uint64_t
known_to_differ(const ClClaim *a, const ClClaim *b)
{
    const uint64_t differs = compare_facets(a, b).differs;
    return may_be_one_period(a, b) ? differs & ~(UINT64_C(1) << CL_FACET_WHEN)
                                   : differs;
}

/* Whether a claim of one camp may be what one of the other is. */
static bool
is_witness(const ClClaims *claims, const ClCamp *more, const ClCamp *camp)
{
    for (unsigned i = 0; i < more->claims->len; i++)
        for (unsigned j = 0; j < camp->claims->len; j++) {
            const ClClaim *a = claim_of(claims, more, i);
            const ClClaim *b = claim_of(claims, camp, j);
            if (compares(a, b) && !known_to_differ(a, b) &&
                cl_quantities_agree(&a->quantity, &b->quantity,
                                    a->rule->tolerance) == CL_AGREE)
                return true;
        }
    return false;
}

/* The camp of a finding that one of a lesser finding belongs to; -1: none. */
static int
camp_for(const ClClaims *claims, const ClFinding *finding, const ClCamp *camp)
{
    for (unsigned i = 0; i < finding->camps->len; i++)
        if (shares_claim(&g_array_index(finding->camps, ClCamp, i), camp))
            return (int)i;
    for (unsigned i = 0; i < finding->camps->len; i++)
        if (is_witness(claims, camp, &g_array_index(finding->camps, ClCamp, i)))
            return (int)i;
    return -1;
}

static void
count_sources(const ClClaims *claims, ClCamp *camp)
{
    camp->sources = 0;
    for (unsigned i = 0; i < camp->claims->len; i++)
        camp->sources += i == 0 || claim_of(claims, camp, i)->article !=
                                       claim_of(claims, camp, i - 1)->article;
}

static void
add_witnesses(const ClClaims *claims, const ClCamp *from, ClCamp *to)
{
    for (unsigned i = 0; i < from->claims->len; i++) {
        const uint32_t index = g_array_index(from->claims, uint32_t, i);
        if (!has_claim(to, index))
            g_array_append_val(to->claims, index);
    }
    g_array_sort(to->claims, compare_by_index);
    count_sources(claims, to);
}

/* Whether a finding says all that a lesser one does; it then takes over the
   claims of that. */
static bool
take_over(const ClClaims *claims, ClFinding *finding, const ClFinding *lesser)
{
    enum { MOST = 8 };
    int to[MOST];
    bool shared = false, apart = false;
    if (lesser->camps->len > MOST)
        return false;
    for (unsigned i = 0; i < lesser->camps->len; i++) {
        const ClCamp *camp = &g_array_index(lesser->camps, ClCamp, i);
        to[i] = camp_for(claims, finding, camp);
        if (to[i] < 0)
            return false;
        shared |= shares_claim(
            &g_array_index(finding->camps, ClCamp, (unsigned)to[i]), camp);
        apart |= to[i] != to[0];
    }
    if (!shared || !apart)
        return false;
    for (unsigned i = 0; i < lesser->camps->len; i++)
        add_witnesses(claims, &g_array_index(lesser->camps, ClCamp, i),
                      &g_array_index(finding->camps, ClCamp, (unsigned)to[i]));
    sign_finding(claims, finding);
    return true;
}

/* Only because one side leaves something unsaid. */
static bool
is_lesser(const ClFinding *finding)
{
    return finding->verdict == CL_VERDICT_DIVERGENCE && !finding->fact &&
           !finding->rule->slips && finding->unknown_in->len > 0 &&
           finding->differs_in->len == 0;
}

static bool
is_taken_over(const ClClaims *claims, const GArray *list, unsigned index)
{
    const ClFinding *lesser = &g_array_index(list, ClFinding, index);
    for (unsigned i = 0; i < list->len; i++) {
        ClFinding *finding = &g_array_index(list, ClFinding, i);
        if (finding->verdict == CL_VERDICT_CONFLICT && !finding->fact &&
            finding->rule == lesser->rule && take_over(claims, finding, lesser))
            return true;
    }
    return false;
}

void
tell_once(const ClClaims *claims, GArray *list)
{
    for (unsigned i = list->len; i > 0; i--)
        if (is_lesser(&g_array_index(list, ClFinding, i - 1)) &&
            is_taken_over(claims, list, i - 1))
            g_array_remove_index(list, i - 1);
}
