/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Claims become findings, rule by rule: cells and figures (cell.c), pairs
 * (judge.c), findings (gather.c).  Their order depends on nothing but claims.
 */
#include "check/private.h"

#include <string.h>

struct ClFindings {
    GArray *list;   /* of ClFinding */
    GPtrArray *cut; /* of const ClRule: with too many figures */
};

static int
compare_rules(const void *left, const void *right, void *data)
{
    const uint32_t i = *(const uint32_t *)left, j = *(const uint32_t *)right;
    const ClClaim *a = cl_claims_get(data, i), *b = cl_claims_get(data, j);
    const int order = a->rule == b->rule ? 0 : strcmp(a->rule->id, b->rule->id);
    return order ? order : (i > j) - (i < j);
}

/* Claims that are not repeats, rule by rule. */
static GArray *
order_by_rule(const ClClaims *claims)
{
    GArray *order = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    for (size_t i = 0; i < cl_claims_count(claims); i++) {
        const uint32_t index = (uint32_t)i;
        if (cl_claims_get(claims, i)->repeat_of < 0)
            g_array_append_val(order, index);
    }
    g_array_sort_with_data(order, compare_rules, (void *)claims);
    return order;
}

static void
check_rule(const ClRule *rule,
           const ClClaims *claims,
           const GArray *indexes,
           const ClFactSet *facts,
           ClDay today,
           ClFindings *findings)
{
    Board board;
    GArray *list = findings->list;
    if (rule->check != CL_CHECK_NONE) {
        check_arithmetic(rule, claims, indexes, list);
        return;
    }
    if (rule->slips) {
        check_slips(rule, claims, indexes, list);
        return;
    }
    board_fill(&board, rule, claims, indexes);
    g_autoptr(GArray) pairs = g_array_new(FALSE, FALSE, sizeof(Pair));
    if (!judge_pairs(&board, pairs))
        g_ptr_array_add(findings->cut, (gpointer)rule);
    gather_findings(&board, pairs, list);
    if (facts)
        hold_facts(&board, facts, today, list);
    board_clear(&board);
}

static uint32_t
first_claim(const ClFinding *finding)
{
    uint32_t first = UINT32_MAX;
    for (unsigned i = 0; i < finding->camps->len; i++) {
        const ClCamp *camp = &g_array_index(finding->camps, ClCamp, i);
        first = MIN(first, g_array_index(camp->claims, uint32_t, 0));
    }
    return first;
}

/* ---- Findings told twice -------------------------------------------------- */

/* A rule over a list of entities: one rule for many. */
static bool
is_general(const ClRule *rule)
{
    for (unsigned i = 0; i < rule->facets->len; i++) {
        const ClFacet *facet = g_ptr_array_index(rule->facets, i);
        if (facet->from_subject)
            return true;
    }
    return false;
}

bool
is_same_place(const ClClaim *a, const ClClaim *b)
{
    return a->article == b->article &&
           a->quantity_span.start == b->quantity_span.start;
}

bool
share_article(const ClClaims *claims, const ClCamp *a, const ClCamp *b)
{
    for (unsigned i = 0; i < a->claims->len; i++)
        for (unsigned j = 0; j < b->claims->len; j++)
            if (cl_claims_get(claims, g_array_index(a->claims, uint32_t, i))
                    ->article ==
                cl_claims_get(claims, g_array_index(b->claims, uint32_t, j))
                    ->article)
                return true;
    return false;
}

static bool
shares_figure(const ClClaims *claims, const ClCamp *a, const ClCamp *b)
{
    for (unsigned i = 0; i < a->claims->len; i++) {
        const ClClaim *x =
            cl_claims_get(claims, g_array_index(a->claims, uint32_t, i));
        for (unsigned j = 0; j < b->claims->len; j++) {
            const ClClaim *y =
                cl_claims_get(claims, g_array_index(b->claims, uint32_t, j));
            if (is_same_place(x, y))
                return true;
        }
    }
    return false;
}

static bool
has_figure(const ClClaims *claims, const ClFinding *finding, const ClCamp *camp)
{
    for (unsigned i = 0; i < finding->camps->len; i++)
        if (shares_figure(claims, &g_array_index(finding->camps, ClCamp, i),
                          camp))
            return true;
    return false;
}

/* A rule of its own for the thing says it better than one for all. */
static bool
is_told_by(const ClClaims *claims,
           const ClFinding *general,
           const ClFinding *special)
{
    if (is_general(special->rule) || special->verdict != general->verdict ||
        !special->fact != !general->fact)
        return false;
    for (unsigned i = 0; i < general->camps->len; i++)
        if (!has_figure(claims, special,
                        &g_array_index(general->camps, ClCamp, i)))
            return false;
    return true;
}

static bool
is_told_twice(const ClClaims *claims, const GArray *list, unsigned index)
{
    const ClFinding *finding = &g_array_index(list, ClFinding, index);
    if (!is_general(finding->rule))
        return false;
    for (unsigned i = 0; i < list->len; i++)
        if (is_told_by(claims, finding, &g_array_index(list, ClFinding, i)))
            return true;
    return false;
}

void
cl_findings_drop_doubled(ClFindings *findings, const ClClaims *claims)
{
    GArray *list = findings->list;
    for (unsigned i = list->len; i > 0; i--)
        if (is_told_twice(claims, list, i - 1))
            g_array_remove_index(list, i - 1);
}

/* Another rule says of both figures more than that they are twins; of two that
   say no more, one is enough. */
static bool
is_twin_told(const ClClaims *claims, const GArray *list, unsigned index)
{
    const ClFinding *twin = &g_array_index(list, ClFinding, index);
    for (unsigned i = 0; i < list->len; i++) {
        const ClFinding *other = &g_array_index(list, ClFinding, i);
        if (i == index || (other->rule->slips && i > index))
            continue;
        bool has_all = true;
        for (unsigned j = 0; j < twin->camps->len && has_all; j++)
            has_all = has_figure(claims, other,
                                 &g_array_index(twin->camps, ClCamp, j));
        if (has_all)
            return true;
    }
    return false;
}

static void
drop_told_twins(const ClClaims *claims, GArray *list)
{
    for (unsigned i = list->len; i > 0; i--)
        if (g_array_index(list, ClFinding, i - 1).rule->slips &&
            is_twin_told(claims, list, i - 1))
            g_array_remove_index(list, i - 1);
}

static void
mark_cited(const ClFindings *findings, bool *cited)
{
    for (unsigned i = 0; i < findings->list->len; i++) {
        const ClFinding *finding = &g_array_index(findings->list, ClFinding, i);
        for (unsigned j = 0; j < finding->camps->len; j++) {
            const GArray *claims =
                g_array_index(finding->camps, ClCamp, j).claims;
            for (unsigned k = 0; k < claims->len; k++)
                cited[g_array_index(claims, uint32_t, k)] = true;
        }
    }
}

static void
number_anew(ClFindings *findings, const GArray *indexes)
{
    for (unsigned i = 0; i < findings->list->len; i++) {
        const ClFinding *finding = &g_array_index(findings->list, ClFinding, i);
        for (unsigned j = 0; j < finding->camps->len; j++) {
            GArray *claims = g_array_index(finding->camps, ClCamp, j).claims;
            for (unsigned k = 0; k < claims->len; k++) {
                uint32_t *claim = &g_array_index(claims, uint32_t, k);
                *claim = g_array_index(indexes, uint32_t, *claim);
            }
        }
    }
}

void
cl_findings_drop_idle(ClFindings *findings, ClClaims *claims)
{
    const size_t count = cl_claims_count(claims);
    g_autofree bool *keep = g_new0(bool, count + 1);
    bool any = false;
    if (findings)
        mark_cited(findings, keep);
    for (size_t i = 0; i < count; i++) {
        keep[i] |= !cl_claims_get(claims, i)->rule->slips;
        any |= !keep[i];
    }
    if (!any)
        return;
    g_autoptr(GArray) indexes = cl_claims_drop(claims, keep);
    if (findings)
        number_anew(findings, indexes);
}

/* ---- Order ----------------------------------------------------------------- */

static int
compare_findings(const void *left, const void *right)
{
    const ClFinding *a = left, *b = right;
    if (a->severity != b->severity)
        return a->severity > b->severity ? -1 : 1;
    const uint32_t i = first_claim(a), j = first_claim(b);
    if (i != j)
        return i < j ? -1 : 1;
    const int order = strcmp(a->rule->id, b->rule->id);
    return order ? order : strcmp(a->id, b->id);
}

ClFindings *
cl_check_claims(const ClClaims *claims, const ClFactSet *facts, ClDay today)
{
    ClFindings *findings = g_new(ClFindings, 1);
    findings->list = g_array_new(FALSE, FALSE, sizeof(ClFinding));
    findings->cut = g_ptr_array_new();
    g_array_set_clear_func(findings->list, clear_finding);
    g_autoptr(GArray) order = order_by_rule(claims);
    g_autoptr(GArray) indexes = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    for (unsigned i = 0; i < order->len; i++) {
        const uint32_t index = g_array_index(order, uint32_t, i);
        const ClRule *rule = cl_claims_get(claims, index)->rule;
        g_array_append_val(indexes, index);
        if (i + 1 < order->len &&
            cl_claims_get(claims, g_array_index(order, uint32_t, i + 1))
                    ->rule == rule)
            continue;
        check_rule(rule, claims, indexes, facts, today, findings);
        g_array_set_size(indexes, 0);
    }
    tell_once(claims, findings->list);
    hold_confused(claims, findings->list);
    hold_series(claims, findings->list);
    drop_told_twins(claims, findings->list);
    g_array_sort(findings->list, compare_findings);
    return findings;
}

void
cl_findings_free(ClFindings *findings)
{
    if (!findings)
        return;
    g_array_free(findings->list, TRUE);
    g_ptr_array_free(findings->cut, TRUE);
    g_free(findings);
}

void
cl_findings_tell_cut(const ClFindings *findings, ClNotes *notes)
{
    for (unsigned i = 0; i < findings->cut->len; i++) {
        const ClRule *rule = findings->cut->pdata[i];
        cl_notes_add(notes, "too-many-figures", CL_SEVERITY_ERROR, rule->file,
                     rule->line, 0, "check fewer articles at once",
                     "rule '%s' has so many different figures that only "
                     "neighbours in value were compared",
                     rule->id);
    }
}

size_t
cl_findings_count(const ClFindings *findings)
{
    return findings->list->len;
}

const ClFinding *
cl_findings_get(const ClFindings *findings, size_t index)
{
    return &g_array_index(findings->list, ClFinding, index);
}
