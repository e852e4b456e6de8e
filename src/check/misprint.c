/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rules of type slip: figures of one subject of which nobody knows what they
 * measure.  Nothing is said of two that differ; but where one is the other
 * with a slip of the pen, and there are too few for that to be chance, one of
 * them was likely copied wrong.  What other rules know of a figure counts: two
 * measures, or two times that the text tells, are two facts.
 */
#include "check/twin.h"

#include <limits.h>
#include <string.h>

/** Claims of one subject with one number in one unit. */
typedef struct {
    ClCamp camp;
    const ClClaim *sample; /* as it was written most exactly */
} Print;

typedef struct {
    const ClRule *rule;
    const ClClaims *claims;
    bool by_article; /* what an article tells is held together, of whomever it
                        is, so far as that is but guessed */
    GArray *prints;  /* of Print, subject by subject, in order of value */
    GArray *parents; /* of unsigned: prints that hang together */
    GArray *causes;  /* of Twin, of each print */
} Desk;

static const ClClaim *
claim_at(const Desk *desk, const Print *print, unsigned i)
{
    return cl_claims_get(desk->claims,
                         g_array_index(print->camp.claims, uint32_t, i));
}

static Print *
print_at(const Desk *desk, unsigned index)
{
    return &g_array_index(desk->prints, Print, index);
}

static unsigned *
parents_of(const Desk *desk)
{
    return (unsigned *)(void *)desk->parents->data;
}

/* KFC's figures and those of Yum China are told of each other. */
static const char *
house_of(const ClClaim *claim)
{
    return cl_rule_house(claim->rule, entity_of(claim));
}

/* ---- Prints ------------------------------------------------------------------ */

static int
compare_groups(const Desk *desk, const ClClaim *a, const ClClaim *b)
{
    return desk->by_article ? strcmp(a->article->path, b->article->path)
                            : g_strcmp0(house_of(a), house_of(b));
}

static int
compare_figures(const Desk *desk, const ClClaim *a, const ClClaim *b)
{
    const int group = compare_groups(desk, a, b);
    if (group || a->quantity.unit != b->quantity.unit)
        return group ? group : a->quantity.unit < b->quantity.unit ? -1 : 1;
    return cl_number_compare(a->quantity.value, b->quantity.value);
}

static int
compare_claims(const void *left, const void *right, void *data)
{
    const Desk *desk = data;
    const uint32_t i = *(const uint32_t *)left, j = *(const uint32_t *)right;
    const int order = compare_figures(desk, cl_claims_get(desk->claims, i),
                                      cl_claims_get(desk->claims, j));
    return order ? order : (i > j) - (i < j);
}

static void
add_claim(Desk *desk, uint32_t index)
{
    const ClClaim *claim = cl_claims_get(desk->claims, index);
    Print *last =
        desk->prints->len ? print_at(desk, desk->prints->len - 1) : NULL;
    if (!last || compare_figures(desk, last->sample, claim) != 0) {
        const Print print = {
            .camp = {.claims = g_array_new(FALSE, FALSE, sizeof(uint32_t))},
            .sample = claim,
        };
        g_array_append_val(desk->prints, print);
        last = print_at(desk, desk->prints->len - 1);
    }
    const unsigned count = last->camp.claims->len;
    /* a guessed figure has a claim for each guess */
    if (count && is_same_place(claim_at(desk, last, count - 1), claim))
        return;
    if (!count || claim_at(desk, last, count - 1)->article != claim->article)
        last->camp.sources++;
    if (claim->quantity.place < last->sample->quantity.place)
        last->sample = claim;
    g_array_append_val(last->camp.claims, index);
}

static void
fill_desk(Desk *desk, const GArray *indexes)
{
    g_autoptr(GArray) order =
        g_array_sized_new(FALSE, FALSE, sizeof(uint32_t), indexes->len);
    g_array_append_vals(order, indexes->data, indexes->len);
    g_array_sort_with_data(order, compare_claims, desk);
    for (unsigned i = 0; i < order->len; i++)
        add_claim(desk, g_array_index(order, uint32_t, i));
    for (unsigned i = 0; i < desk->prints->len; i++) {
        const Twin none = TWIN_NONE;
        g_array_append_val(desk->parents, i);
        g_array_append_val(desk->causes, none);
    }
}

static void
clear_desk(Desk *desk)
{
    for (unsigned i = 0; i < desk->prints->len; i++)
        g_array_free(print_at(desk, i)->camp.claims, TRUE);
    g_array_free(desk->prints, TRUE);
    g_array_free(desk->parents, TRUE);
    g_array_free(desk->causes, TRUE);
}

/* ---- Pairs -------------------------------------------------------------------- */

/* True for money of which no claim says what kind it is. */
static bool
may_be_dollar(const Desk *desk, const Print *print)
{
    for (unsigned i = 0; i < print->camp.claims->len; i++)
        if (!is_some_dollar(claim_at(desk, print, i)))
            return false;
    return true;
}

/* All prints of one subject. */
typedef struct {
    unsigned from, to;
} Run;

/* 1131亿 and, rounded, 113亿: an article that tells both, or what they are
   rounded, knows them for two figures. */
static bool
are_told_together(const Desk *desk, Run run, const Print *x, const Print *y)
{
    const ClNumber exact = cl_number_make(0, 0);
    for (unsigned i = run.from; i < run.to; i++) {
        const Print *other = print_at(desk, i);
        if (compares(other->sample, y->sample) &&
            cl_quantities_agree(&other->sample->quantity, &y->sample->quantity,
                                exact) == CL_AGREE &&
            share_article(desk->claims, &x->camp, &other->camp))
            return true;
    }
    return false;
}

static bool
is_told(const Desk *desk, uint32_t i, uint32_t j, Likeness like)
{
    return (!desk->by_article || is_guessed(cl_claims_get(desk->claims, i)) ||
            is_guessed(cl_claims_get(desk->claims, j))) &&
           may_be_slip(desk->claims, i, j, like);
}

static bool
any_is_told(const Desk *desk, const Print *x, const Print *y, Likeness like)
{
    for (unsigned i = 0; i < x->camp.claims->len; i++)
        for (unsigned j = 0; j < y->camp.claims->len; j++)
            if (is_told(desk, g_array_index(x->camp.claims, uint32_t, i),
                        g_array_index(y->camp.claims, uint32_t, j), like))
                return true;
    return false;
}

/* How many of the run one could have been mistaken for by such a slip. */
static unsigned
count_rivals(const Desk *desk, Run run, const Print *x, Twin twin)
{
    unsigned count = 0;
    const int magnitude = cl_number_magnitude(x->sample->quantity.value);
    for (unsigned i = run.from; i < run.to; i++) {
        const ClClaim *other = print_at(desk, i)->sample;
        const bool of_size =
            cl_number_magnitude(other->quantity.value) == magnitude;
        count += twin == TWIN_POWER ? compares(x->sample, other)
                                    : of_size && (twin == TWIN_UNIT ||
                                                  compares(x->sample, other));
    }
    return count;
}

static Twin
judge_prints(const Desk *desk, Run run, unsigned i, unsigned j)
{
    Likeness like;
    const Print *x = print_at(desk, i), *y = print_at(desk, j);
    like.twin = twin_of(x->sample, y->sample, &like.digits);
    if (like.twin == TWIN_NONE ||
        (x->camp.sources > 1 && y->camp.sources > 1) ||
        (like.twin != TWIN_SWAP && (are_told_together(desk, run, x, y) ||
                                    are_told_together(desk, run, y, x))) ||
        (like.twin == TWIN_UNIT &&
         (may_be_dollar(desk, x) || may_be_dollar(desk, y))))
        return TWIN_NONE;
    like.rivals = count_rivals(desk, run, x, like.twin);
    return any_is_told(desk, x, y, like) ? like.twin : TWIN_NONE;
}

static void
join_prints(Desk *desk, unsigned i, unsigned j, Twin twin)
{
    const unsigned a = root_of(parents_of(desk), i),
                   b = root_of(parents_of(desk), j);
    g_array_index(desk->parents, unsigned, MAX(a, b)) = MIN(a, b);
    g_array_index(desk->causes, Twin, i) = twin;
    g_array_index(desk->causes, Twin, j) = twin;
}

/* Enough to be held together, each with each. */
enum { MOST_TOGETHER = 4096 };

/* Of very many figures only those with digits enough: of the others so many
   are alike by chance that none would be told. */
static GArray *
choose_prints(const Desk *desk, Run run)
{
    GArray *chosen = g_array_new(FALSE, FALSE, sizeof(unsigned));
    for (unsigned fewest = 0;; fewest++) {
        g_array_set_size(chosen, 0);
        for (unsigned i = run.from; i < run.to; i++)
            if (cl_number_digits(print_at(desk, i)->sample->quantity.value) >=
                fewest)
                g_array_append_val(chosen, i);
        if (chosen->len <= MOST_TOGETHER)
            return chosen;
    }
}

/* All figures of one subject. */
static void
judge_subject(Desk *desk, Run run)
{
    g_autoptr(GArray) chosen = choose_prints(desk, run);
    for (unsigned i = 0; i < chosen->len; i++)
        for (unsigned j = i + 1; j < chosen->len; j++) {
            const unsigned a = g_array_index(chosen, unsigned, i);
            const unsigned b = g_array_index(chosen, unsigned, j);
            const Twin twin = judge_prints(desk, run, a, b);
            if (twin != TWIN_NONE)
                join_prints(desk, a, b, twin);
        }
}

static void
judge_desk(Desk *desk)
{
    unsigned from = 0;
    for (unsigned to = 1; to <= desk->prints->len; to++) {
        if (to < desk->prints->len &&
            compare_groups(desk, print_at(desk, from)->sample,
                           print_at(desk, to)->sample) == 0)
            continue;
        judge_subject(desk, (Run){from, to});
        from = to;
    }
}

/* ---- Findings ----------------------------------------------------------------- */

static ClCause
cause_of(Twin twin)
{
    switch (twin) {
    case TWIN_SWAP:
        return CL_CAUSE_TRANSPOSED;
    case TWIN_POWER:
        return CL_CAUSE_MAGNITUDE;
    case TWIN_UNIT:
        return CL_CAUSE_UNIT;
    case TWIN_DIGIT:
    case TWIN_NONE:
    default:
        return CL_CAUSE_NONE;
    }
}

/* By how many powers of ten two camps are apart. */
static int
find_power(const Desk *desk, const GArray *camps)
{
    int least = INT_MAX, most = INT_MIN;
    for (unsigned i = 0; i < camps->len; i++) {
        const GArray *claims = g_array_index(camps, ClCamp, i).claims;
        const ClClaim *claim =
            cl_claims_get(desk->claims, g_array_index(claims, uint32_t, 0));
        const int magnitude = cl_number_magnitude(claim->quantity.value);
        least = MIN(least, magnitude);
        most = MAX(most, magnitude);
    }
    return most - least;
}

static void
add_finding(const Desk *desk, unsigned root, GArray *list)
{
    ClFinding finding = new_finding(desk->rule, CL_VERDICT_DIVERGENCE);
    finding.cause = cause_of(g_array_index(desk->causes, Twin, root));
    for (unsigned i = root; i < desk->prints->len; i++) {
        if (root_of(parents_of(desk), i) != root)
            continue;
        Print *print = print_at(desk, i);
        g_array_append_val(finding.camps, print->camp);
        print->camp.claims = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    }
    if (finding.cause == CL_CAUSE_MAGNITUDE)
        finding.power = find_power(desk, finding.camps);
    finish_finding(desk->claims, finding, list);
}

static void
check_desk(Desk desk, const GArray *indexes, GArray *list)
{
    desk.prints = g_array_new(FALSE, FALSE, sizeof(Print));
    desk.parents = g_array_new(FALSE, FALSE, sizeof(unsigned));
    desk.causes = g_array_new(FALSE, FALSE, sizeof(Twin));
    fill_desk(&desk, indexes);
    judge_desk(&desk);
    for (unsigned i = 0; i < desk.prints->len; i++)
        if (root_of(parents_of(&desk), i) == i &&
            g_array_index(desk.causes, Twin, i) != TWIN_NONE)
            add_finding(&desk, i, list);
    clear_desk(&desk);
}

void
check_slips(const ClRule *rule,
            const ClClaims *claims,
            const GArray *indexes,
            GArray *list)
{
    Desk desk = {.rule = rule, .claims = claims};
    check_desk(desk, indexes, list);
    desk.by_article = true;
    check_desk(desk, indexes, list);
}
