/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Claims of a rule of type arithmetic become findings: parts of one passage
 * are put together and reckoned again.  Passages that state the same broken
 * relation are one finding.
 */
#include "check/reckon.h"

#include <string.h>

static const ClClaim *
claim_at(const ClClaims *claims, const GArray *indexes, unsigned i)
{
    return cl_claims_get(claims, g_array_index(indexes, uint32_t, i));
}

/* Passages are called by their place: 900 comes before 1200. */
static int
compare_passages(const ClClaim *a, const ClClaim *b)
{
    const char *x = a->facets[CL_FACET_PASSAGE].value;
    const char *y = b->facets[CL_FACET_PASSAGE].value;
    const size_t m = strlen(x), n = strlen(y);
    const int order = strcmp(a->article->path, b->article->path);
    if (order)
        return order;
    return m != n ? (m > n) - (m < n) : strcmp(x, y);
}

static int
compare_indexes(const void *left, const void *right, void *data)
{
    const uint32_t i = *(const uint32_t *)left, j = *(const uint32_t *)right;
    const int order =
        compare_passages(cl_claims_get(data, i), cl_claims_get(data, j));
    return order ? order : (i > j) - (i < j);
}

static ClPart
part_of(const ClClaim *claim)
{
    unsigned part = 0;
    while (part < CL_PARTS && strcmp(cl_part_name((ClPart)part),
                                     claim->facets[CL_FACET_PART].value) != 0)
        part++;
    return (ClPart)part;
}

static void
put_together(Statement *statement,
             const ClClaims *claims,
             const GArray *indexes,
             unsigned first,
             unsigned end)
{
    for (unsigned i = first; i < end; i++) {
        const ClClaim *claim = claim_at(claims, indexes, i);
        const ClPart part = part_of(claim);
        statement->all |= part == CL_PART_EACH;
        if (part == CL_PART_TERM || part == CL_PART_EACH)
            g_array_append_val(statement->terms, claim);
        else if (part < CL_PARTS)
            statement->parts[part] = claim;
    }
}

/* A claim read back from elsewhere may have lost its passage. */
static bool
is_complete(const Statement *statement)
{
    const ClClaim *const *parts = statement->parts;
    const bool ends = parts[CL_PART_FROM] && parts[CL_PART_TO];
    switch (statement->rule->check) {
    case CL_CHECK_CHANGE:
        return ends && parts[CL_PART_CHANGE];
    case CL_CHECK_MULTIPLE:
        return (ends || parts[CL_PART_CHANGE]) && parts[CL_PART_TIMES];
    case CL_CHECK_DIFFERENCE:
        return ends && (parts[CL_PART_DIFFERENCE] || parts[CL_PART_ADDED]);
    case CL_CHECK_SUM:
        return statement->terms->len >= 2 && parts[CL_PART_TOTAL];
    case CL_CHECK_SHARES:
        return statement->terms->len >= 1;
    case CL_CHECK_YEARS:
        return parts[CL_PART_YEARS] &&
               (parts[CL_PART_SINCE] || parts[CL_PART_TO]);
    case CL_CHECK_DIRECTION:
        return parts[CL_PART_LESS] && parts[CL_PART_MORE];
    case CL_CHECK_SHARE:
        return parts[CL_PART_SOME] && parts[CL_PART_ALL] &&
               parts[CL_PART_SHARE];
    case CL_CHECK_PART:
        return parts[CL_PART_ALL] &&
               (parts[CL_PART_SOME] || statement->terms->len >= 2);
    case CL_CHECK_NONE:
        break;
    }
    return false;
}

static void
add_camp(ClFinding *finding, uint32_t index)
{
    ClCamp camp = {g_array_new(FALSE, FALSE, sizeof(uint32_t)), 1};
    g_array_append_val(camp.claims, index);
    g_array_append_val(finding->camps, camp);
}

/* The same figures once more, in another article or further down. */
static bool
join_finding(const ClClaims *claims, ClFinding *finding, GArray *list)
{
    for (unsigned i = 0; i < list->len; i++) {
        ClFinding *other = &g_array_index(list, ClFinding, i);
        if (other->rule != finding->rule || strcmp(other->id, finding->id) != 0)
            continue;
        for (unsigned j = 0; j < other->camps->len; j++) {
            ClCamp *to = &g_array_index(other->camps, ClCamp, j);
            const ClCamp *from = &g_array_index(finding->camps, ClCamp, j);
            const uint32_t last =
                g_array_index(to->claims, uint32_t, to->claims->len - 1);
            const uint32_t more = g_array_index(from->claims, uint32_t, 0);
            to->sources += cl_claims_get(claims, last)->article !=
                           cl_claims_get(claims, more)->article;
            g_array_append_val(to->claims, more);
        }
        return true;
    }
    return false;
}

static void
add_finding(const Statement *statement,
            const ClClaims *claims,
            const GArray *indexes,
            unsigned first,
            unsigned end,
            GArray *list)
{
    ClFinding finding = new_finding(statement->rule, CL_VERDICT_RELATION);
    g_autofree char *explanation = statement_explain(statement);
    finding.relation = g_intern_string(explanation);
    finding.cause = statement_cause(statement, &finding.power);
    for (unsigned i = first; i < end; i++)
        add_camp(&finding, g_array_index(indexes, uint32_t, i));
    sign_finding(claims, &finding);
    if (join_finding(claims, &finding, list))
        clear_finding(&finding);
    else
        g_array_append_val(list, finding);
}

void
check_arithmetic(const ClRule *rule,
                 const ClClaims *claims,
                 const GArray *indexes,
                 GArray *list)
{
    g_autoptr(GArray) sorted = g_array_copy((GArray *)indexes);
    g_autoptr(GArray) terms = g_array_new(FALSE, FALSE, sizeof(ClClaim *));
    g_array_sort_with_data(sorted, compare_indexes, (void *)claims);
    for (unsigned first = 0, end; first < sorted->len; first = end) {
        for (end = first + 1; end < sorted->len; end++)
            if (compare_passages(claim_at(claims, sorted, first),
                                 claim_at(claims, sorted, end)) != 0)
                break;
        Statement statement = {.rule = rule, .terms = terms};
        g_array_set_size(terms, 0);
        put_together(&statement, claims, sorted, first, end);
        if (is_complete(&statement) && !statement_holds(&statement))
            add_finding(&statement, claims, sorted, first, end, list);
    }
}
