/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Judged pairs become findings: pairs of one verdict that share a figure hang
 * together and are one finding, its camps in order of value.
 */
#include "check/private.h"

unsigned
root_of(unsigned *parents, unsigned i)
{
    while (parents[i] != i)
        i = parents[i] = parents[parents[i]];
    return i;
}

void
add_names(const ClRule *rule, uint64_t bits, GPtrArray *names)
{
    for (unsigned i = 0; i < MIN(rule->facets->len, MOST_FACETS); i++) {
        const ClFacet *facet = g_ptr_array_index(rule->facets, i);
        if (bits >> i & 1)
            g_ptr_array_add(names, facet->name);
    }
}

static ClCamp
copy_camp(const ClCamp *camp)
{
    ClCamp copy = *camp;
    copy.claims =
        g_array_sized_new(FALSE, FALSE, sizeof(uint32_t), camp->claims->len);
    g_array_append_vals(copy.claims, camp->claims->data, camp->claims->len);
    return copy;
}

static int
compare_camps(const void *left, const void *right, void *data)
{
    const ClCamp *a = left, *b = right;
    const uint32_t i = g_array_index(a->claims, uint32_t, 0);
    const uint32_t j = g_array_index(b->claims, uint32_t, 0);
    const int order =
        cl_interval_compare(cl_claims_get(data, i)->quantity.hard,
                            cl_claims_get(data, j)->quantity.hard);
    return order ? order : (i > j) - (i < j);
}

static void
print_claim(const ClClaim *claim, GString *out)
{
    g_string_append_c(out, '\n');
    cl_interval_print(claim->quantity.hard, out);
    for (unsigned i = 0; i < claim->rule->facets->len; i++) {
        const ClFacet *facet = g_ptr_array_index(claim->rule->facets, i);
        const ClFacetValue *value = &claim->facets[i];
        if (facet->used && facet->role != CL_FACET_INFORMS && value->value &&
            !value->assumed)
            g_string_append_printf(out, "\t%s=%s", facet->name, value->value);
    }
}

/* Over what the finding says, not where: a moved paragraph keeps it. */
void
sign_finding(const ClClaims *claims, ClFinding *finding)
{
    g_autoptr(GString) text = g_string_new(finding->rule->id);
    g_string_append_printf(text, "\n%s", cl_verdict_name(finding->verdict));
    for (unsigned i = 0; i < finding->camps->len; i++) {
        const ClCamp *camp = &g_array_index(finding->camps, ClCamp, i);
        const uint32_t first = g_array_index(camp->claims, uint32_t, 0);
        print_claim(cl_claims_get(claims, first), text);
    }
    if (finding->reference)
        print_claim(finding->reference, text);
    g_autofree char *hash = g_compute_checksum_for_string(
        G_CHECKSUM_SHA256, text->str, (gssize)text->len);
    g_strlcpy(finding->id, hash, sizeof finding->id);
}

ClFinding
new_finding(const ClRule *rule, ClVerdict verdict)
{
    return (ClFinding){
        .rule = rule,
        .verdict = verdict,
        .severity = cl_verdict_severity(verdict),
        .differs_in = g_ptr_array_new(),
        .unknown_in = g_ptr_array_new(),
        .camps = g_array_new(FALSE, FALSE, sizeof(ClCamp)),
    };
}

void
finish_finding(const ClClaims *claims, ClFinding finding, GArray *list)
{
    g_array_sort_with_data(finding.camps, compare_camps, (void *)claims);
    sign_finding(claims, &finding);
    g_array_append_val(list, finding);
}

/* The pairs of one component and verdict make one finding. */
static void
add_finding(const Board *board,
            const GArray *pairs,
            ClVerdict verdict,
            unsigned *parents,
            unsigned root,
            GArray *list)
{
    ClFinding finding = new_finding(board->rule, verdict);
    uint64_t differs = 0, unknown = 0;
    for (unsigned i = 0; i < pairs->len; i++) {
        const Pair *pair = &g_array_index(pairs, Pair, i);
        if (pair->verdict != verdict || root_of(parents, pair->a) != root)
            continue;
        differs |= pair->comparison.differs;
        unknown |= pair->comparison.unknown;
        if (pair->relation)
            finding.relation = pair->relation;
        if (finding.cause == CL_CAUSE_NONE) {
            finding.cause = pair->cause;
            finding.power = pair->power;
        }
    }
    if (finding.cause == CL_CAUSE_NONE && differs)
        finding.cause = differs == UINT64_C(1) << CL_FACET_SPEAKER
                            ? CL_CAUSE_SOURCE
                            : CL_CAUSE_FACET;
    add_names(board->rule, differs, finding.differs_in);
    add_names(board->rule, unknown, finding.unknown_in);
    for (unsigned i = 0; i < board->figures->len; i++) {
        if (root_of(parents, i) != root)
            continue;
        const ClCamp camp = copy_camp(&board_figure(board, i)->camp);
        g_array_append_val(finding.camps, camp);
    }
    finish_finding(board->claims, finding, list);
}

static void
find_verdict(const Board *board,
             const GArray *pairs,
             ClVerdict verdict,
             GArray *list)
{
    const unsigned count = board->figures->len;
    g_autofree unsigned *parents = g_new(unsigned, count);
    g_autofree bool *members = g_new0(bool, count);
    for (unsigned i = 0; i < count; i++)
        parents[i] = i;
    for (unsigned i = 0; i < pairs->len; i++) {
        const Pair *pair = &g_array_index(pairs, Pair, i);
        if (pair->verdict != verdict)
            continue;
        parents[root_of(parents, pair->a)] = root_of(parents, pair->b);
        members[pair->a] = members[pair->b] = true;
    }
    for (unsigned i = 0; i < count; i++)
        if (members[i] && root_of(parents, i) == i)
            add_finding(board, pairs, verdict, parents, i, list);
}

void
gather_findings(const Board *board, const GArray *pairs, GArray *list)
{
    for (int verdict = 0; verdict < CL_VERDICTS && pairs->len; verdict++)
        find_verdict(board, pairs, (ClVerdict)verdict, list);
}

void
clear_finding(void *data)
{
    ClFinding *finding = data;
    g_ptr_array_free(finding->differs_in, TRUE);
    g_ptr_array_free(finding->unknown_in, TRUE);
    for (unsigned i = 0; i < finding->camps->len; i++)
        g_array_free(g_array_index(finding->camps, ClCamp, i).claims, TRUE);
    g_array_free(finding->camps, TRUE);
    g_free(finding->reference);
}
