/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One figure told as two things that readers take for each other, each with a
 * rule of its own: 问界M8大定21,751台, 问界M8交付21,751台.  Only figures that are
 * no chance: many digits of one time, or of one stated window (24小时).
 */
#include "check/private.h"

#include <string.h>

/* Digits that two measures of one subject share by no chance, and those that
   will do where both measures are known to differ; figures of one value
   compared with each other. */
enum { TELLING = 4, FEWER = 3, MOST = 256 };

static bool
is_in_window(const ClClaim *claim)
{
    return claim->facets[CL_FACET_WINDOW].value != NULL;
}

/* What may be told under another label. */
static bool
is_distinct(const ClClaim *claim)
{
    return is_in_window(claim) ||
           (is_exact(&claim->quantity) &&
            cl_number_digits(claim->quantity.value) >= FEWER);
}

const char *
entity_of(const ClClaim *claim)
{
    for (unsigned i = CL_FACET_OWN; i < claim->rule->facets->len; i++) {
        const ClFacet *facet = g_ptr_array_index(claim->rule->facets, i);
        if (facet->from_subject)
            return claim->facets[i].value;
    }
    return NULL;
}

static bool
is_one_entity(const ClClaim *a, const ClClaim *b)
{
    return cl_rule_one_subject(a->rule, entity_of(a), b->rule, entity_of(b));
}

static bool
is_one_time(const ClClaim *a, const ClClaim *b)
{
    return is_one_period(a, b) || may_be_one_period(a, b);
}

static bool
is_unlike(const ClClaim *a, const ClClaim *b, unsigned facet)
{
    const ClFacetValue *x = &a->facets[facet], *y = &b->facets[facet];
    return x->value && y->value && !x->assumed && !y->assumed &&
           strcmp(x->value, y->value) != 0;
}

static bool
is_of_one_sentence(const ClClaim *a, const ClClaim *b)
{
    return a->article == b->article && a->sentence_key == b->sentence_key;
}

/* ---- Two measures, two figures --------------------------------------------- */

typedef struct {
    const ClClaims *claims;
    const uint32_t *run; /* indexes of claims of one value */
    unsigned count;
    bool *told;
} Run;

static const ClClaim *
claim_at(const Run *run, unsigned i)
{
    return cl_claims_get(run->claims, run->run[i]);
}

/* The claims of one article around an index, so many at most on each side. */
typedef struct {
    size_t first, end;
} Around;

static Around
claims_around(const ClClaims *claims, size_t index)
{
    const ClArticleInfo *article = cl_claims_get(claims, index)->article;
    Around around = {index, index + 1};
    while (around.first > 0 && index - around.first < MOST &&
           cl_claims_get(claims, around.first - 1)->article == article)
        around.first--;
    while (around.end < cl_claims_count(claims) && around.end - index < MOST &&
           cl_claims_get(claims, around.end)->article == article)
        around.end++;
    return around;
}

/* 营业利润7.37亿元，净利润5.25亿元: what the other rule would read as 净利润7.37亿元
   has another figure beside the first one. */
static bool
has_figure_of_its_own(const Run *run, unsigned at, const ClClaim *odd)
{
    if (claim_at(run, at)->article == odd->article)
        return false;
    const Around around = claims_around(run->claims, run->run[at]);
    for (size_t i = around.first; i < around.end; i++) {
        const ClClaim *own = cl_claims_get(run->claims, i);
        if (own->rule == odd->rule && compares(own, odd) &&
            is_one_entity(own, odd) && is_of_label(own, odd, 0) &&
            cl_quantities_agree(&own->quantity, &odd->quantity,
                                cl_number_make(0, 0)) == CL_DISAGREE)
            return true;
    }
    return false;
}

bool
is_of_other_measure(const ClClaims *claims, size_t index, const ClClaim *odd)
{
    if (cl_claims_get(claims, index)->article == odd->article)
        return false;
    const Around around = claims_around(claims, index);
    for (size_t i = around.first; i < around.end; i++) {
        const ClClaim *claim = cl_claims_get(claims, i);
        if (claim->rule != odd->rule &&
            cl_rule_confused(claim->rule, odd->rule) &&
            shared_digits(claim, odd) >= FEWER && is_one_entity(claim, odd) &&
            is_one_period(claim, odd))
            return true;
    }
    return false;
}

/* One window, or one time where none is told. */
static bool
is_one_event(const Run *run, unsigned i, unsigned j)
{
    const ClClaim *a = claim_at(run, i), *b = claim_at(run, j);
    if (is_in_window(a) && is_in_window(b))
        return cl_number_equal(a->facets[CL_FACET_WINDOW].seconds,
                               b->facets[CL_FACET_WINDOW].seconds);
    const unsigned digits = shared_digits(a, b);
    return (digits >= TELLING && is_one_time(a, b)) ||
           (digits >= FEWER && is_one_period(a, b) &&
            (has_figure_of_its_own(run, i, b) ||
             has_figure_of_its_own(run, j, a)));
}

static bool
is_confused(const Run *run, unsigned i, unsigned j)
{
    const ClClaim *a = claim_at(run, i), *b = claim_at(run, j);
    return a->rule != b->rule && cl_rule_confused(a->rule, b->rule) &&
           a->quantity.unit == b->quantity.unit &&
           is_one_figure(&a->quantity, &b->quantity) && is_one_entity(a, b) &&
           !is_of_one_sentence(a, b) && !is_unlike(a, b, CL_FACET_MODALITY) &&
           !is_unlike(a, b, CL_FACET_REGION) &&
           !is_unlike(a, b, CL_FACET_BASIS) && is_one_event(run, i, j);
}

/* ---- Claims of one value ----------------------------------------------------- */

/* The ids that rules of these claims are confused with. */
static GHashTable *
list_confused(const ClClaims *claims)
{
    const ClRule *last = NULL;
    GHashTable *ids = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < cl_claims_count(claims); i++) {
        const ClRule *rule = cl_claims_get(claims, i)->rule;
        for (guint j = 0; rule != last && j < rule->confused_with->len; j++)
            g_hash_table_add(ids, rule->confused_with->pdata[j]);
        last = rule;
    }
    return ids;
}

static int
compare_values(const void *left, const void *right, void *data)
{
    const uint32_t i = *(const uint32_t *)left, j = *(const uint32_t *)right;
    const int order = cl_number_compare(cl_claims_get(data, i)->quantity.value,
                                        cl_claims_get(data, j)->quantity.value);
    return order ? order : (i > j) - (i < j);
}

/* Claims of such rules, by value. */
static GArray *
order_by_value(const ClClaims *claims)
{
    g_autoptr(GHashTable) ids = list_confused(claims);
    GArray *order = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    for (size_t i = 0; g_hash_table_size(ids) && i < cl_claims_count(claims);
         i++) {
        const uint32_t index = (uint32_t)i;
        const ClClaim *claim = cl_claims_get(claims, i);
        if (claim->repeat_of < 0 && is_distinct(claim) &&
            (claim->rule->confused_with->len ||
             g_hash_table_contains(ids, claim->rule->id)))
            g_array_append_val(order, index);
    }
    g_array_sort_with_data(order, compare_values, (void *)claims);
    return order;
}

/* ---- Findings --------------------------------------------------------------- */

/* What two such rules read in one figure is of one of them, and nobody knows
   of which. */
static bool
is_ambiguous(const Run *run, unsigned i)
{
    const ClClaim *claim = claim_at(run, i);
    for (unsigned j = 0; j < run->count; j++) {
        const ClClaim *other = claim_at(run, j);
        if (is_same_place(other, claim) &&
            cl_rule_confused(other->rule, claim->rule))
            return true;
    }
    return false;
}

/* 游戏公司营收174.4亿元，游戏收入174.4亿元: who gives the figure to both measures
   in a breath knows that they are one. */
static bool
is_said_of_both(const Run *run, unsigned i, unsigned j)
{
    const ClClaim *a = claim_at(run, i), *b = claim_at(run, j);
    for (unsigned k = 0; k < run->count; k++)
        for (unsigned l = 0; l < run->count; l++)
            if (claim_at(run, k)->rule == a->rule &&
                claim_at(run, l)->rule == b->rule &&
                is_of_one_sentence(claim_at(run, k), claim_at(run, l)) &&
                is_one_entity(claim_at(run, k), a) &&
                is_one_entity(claim_at(run, l), b))
                return true;
    return false;
}

static void
add_to_camp(const Run *run, unsigned i, ClCamp *camp)
{
    bool known = false;
    for (guint j = 0; j < camp->claims->len; j++)
        known |=
            cl_claims_get(run->claims, g_array_index(camp->claims, uint32_t, j))
                ->article == claim_at(run, i)->article;
    g_array_append_val(camp->claims, run->run[i]);
    camp->sources += !known;
    run->told[i] = true;
}

/* All of one rule that are confused with the claim. */
static ClCamp
find_camp(const Run *run, unsigned with, const ClRule *rule)
{
    ClCamp camp = {.claims = g_array_new(FALSE, FALSE, sizeof(uint32_t))};
    for (unsigned i = 0; i < run->count; i++)
        if (!run->told[i] && claim_at(run, i)->rule == rule &&
            is_confused(run, with, i))
            add_to_camp(run, i, &camp);
    return camp;
}

/* A finding of the rule whose id comes first. */
static void
tell(const Run *run, unsigned first, unsigned second, GArray *list)
{
    static char measure[] = "measure";
    const ClRule *a = claim_at(run, first)->rule;
    const ClRule *b = claim_at(run, second)->rule;
    ClFinding finding =
        new_finding(strcmp(a->id, b->id) < 0 ? a : b, CL_VERDICT_RELABEL);
    const ClCamp others = find_camp(run, first, b);
    const ClCamp own = find_camp(run, second, a);
    g_array_append_val(finding.camps, own);
    g_array_append_val(finding.camps, others);
    g_ptr_array_add(finding.differs_in, measure);
    finding.cause = CL_CAUSE_FACET;
    finish_finding(run->claims, finding, list);
}

static bool
holds_claim(const ClFinding *finding, uint32_t index)
{
    for (guint i = 0; i < finding->camps->len; i++) {
        const ClCamp *camp = &g_array_index(finding->camps, ClCamp, i);
        for (guint j = 0; j < camp->claims->len; j++)
            if (g_array_index(camp->claims, uint32_t, j) == index)
                return true;
    }
    return false;
}

/* A figure that cannot stand beside another one of its measure says more than
   that another measure has it. */
static bool
is_in_conflict(const Run *run, unsigned i, const GArray *list)
{
    for (guint j = 0; j < list->len; j++) {
        const ClFinding *finding = &g_array_index(list, ClFinding, j);
        if (finding->verdict == CL_VERDICT_CONFLICT &&
            holds_claim(finding, run->run[i]))
            return true;
    }
    return false;
}

static void
hold_run(const Run *run, GArray *list)
{
    for (unsigned i = 0; i < run->count; i++)
        run->told[i] = is_ambiguous(run, i);
    for (unsigned i = 0; i < run->count; i++)
        for (unsigned j = i + 1; j < run->count; j++)
            if (!run->told[i] && !run->told[j] && is_confused(run, i, j) &&
                !is_said_of_both(run, i, j) && !is_in_conflict(run, i, list) &&
                !is_in_conflict(run, j, list))
                tell(run, i, j, list);
}

void
hold_confused(const ClClaims *claims, GArray *list)
{
    bool told[MOST];
    g_autoptr(GArray) order = order_by_value(claims);
    for (unsigned start = 0, end; start < order->len; start = end) {
        const uint32_t *at = &g_array_index(order, uint32_t, start);
        for (end = start + 1; end < order->len && end - start < MOST; end++)
            if (!cl_number_equal(
                    cl_claims_get(claims, *at)->quantity.value,
                    cl_claims_get(claims, at[end - start])->quantity.value))
                break;
        const Run run = {claims, at, end - start, told};
        hold_run(&run, list);
    }
}
