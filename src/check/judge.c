/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Pairs of figures of one rule, judged by how their facets stand to each
 * other and how the quantities agree.  A figure has no pair with itself.
 */
#include "check/private.h"

#include <string.h>

/* Enough for any newsroom; beyond it, only neighbours are compared. */
enum { MOST_FIGURES = 512 };

static bool
is_exact(const ClQuantity *quantity)
{
    return quantity->shape == CL_SHAPE_POINT && !quantity->spoken;
}

/* 1小时大定8万, 1小时锁单8万: one event, one figure, two labels. */
static bool
is_relabel(const ClClaim *a, const ClClaim *b, Comparison comparison)
{
    if (comparison.unknown || !is_exact(&a->quantity) ||
        !is_exact(&b->quantity))
        return false;
    const bool one_facet =
        comparison.differs &&
        (comparison.differs & (comparison.differs - 1)) == 0 &&
        comparison.differs >= UINT64_C(1) << CL_FACET_OWN;
    const ClFacet *window = g_ptr_array_index(a->rule->facets, CL_FACET_WINDOW);
    const bool one_event =
        !window->used || a->facets[CL_FACET_WINDOW].value != NULL;
    return one_facet && one_event &&
           cl_number_equal(a->quantity.value, b->quantity.value);
}

/* The verdict of two claims that are not apart; false if there is none. */
static bool
judge_claims(const ClClaim *a,
             const ClClaim *b,
             Comparison comparison,
             ClVerdict *verdict)
{
    const bool told = comparison.standing == STAND_TOLD;
    if (told && is_relabel(a, b, comparison)) {
        *verdict = CL_VERDICT_RELABEL;
        return true;
    }
    switch (
        cl_quantities_agree(&a->quantity, &b->quantity, a->rule->tolerance)) {
    case CL_AGREE:
        return false;
    case CL_STRAIN:
        *verdict = CL_VERDICT_TENSION;
        return !told;
    case CL_DISAGREE:
        break;
    }
    *verdict = comparison.standing == STAND_SAME ? CL_VERDICT_CONFLICT
                                                 : CL_VERDICT_DIVERGENCE;
    return true;
}

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
relation_words(const ClRelation *relation)
{
    g_autofree char *words =
        g_strdup_printf("%s %s %s", relation->less,
                        relation->strict ? "<" : "<=", relation->more);
    return g_intern_string(words);
}

static const char *
broken_relation(const ClClaim *a, const ClClaim *b, Comparison comparison)
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
            return relation_words(relation);
    }
    return NULL;
}

/* 两个版本分别为615公里和710公里: who names two figures in a breath means two
   things. */
static bool
in_one_sentence(const ClClaim *a, const ClClaim *b)
{
    return a->article == b->article && a->sentence_key == b->sentence_key;
}

static bool
counts(const ClQuantity *quantity)
{
    return quantity->kind == CL_KIND_COUNT || quantity->kind == CL_KIND_NUMBER;
}

/* 890万人, 9.9 million members: two words for what a rule counts. */
static bool
both_count(const ClClaim *a, const ClClaim *b)
{
    return counts(&a->quantity) && counts(&b->quantity);
}

/* 億元 in a Taiwanese article is NT$, and in one of Hong Kong HK$. */
static bool
may_be_one_dollar(const ClClaim *a, const ClClaim *b)
{
    const char *const words[] = {a->quantity_text, b->quantity_text};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_str_has_suffix(words[i], "億元") ||
            g_str_has_suffix(words[i], "萬元"))
            return true;
    return false;
}

/* 541.61亿元, 541.61億美元: money of two kinds does not compare, but one number
   of many digits in both is no chance. */
static void
judge_units(const ClClaim *a, const ClClaim *b, Pair *pair, GArray *pairs)
{
    enum { TELLING = 100 }; /* digits that are no chance: three or more */
    const ClNumber value = a->quantity.value;
    if (!cl_number_equal(value, b->quantity.value) || !is_exact(&a->quantity) ||
        !is_exact(&b->quantity) || may_be_one_dollar(a, b))
        return;
    const bool points = a->quantity.kind == CL_KIND_PERCENTAGE_POINT ||
                        b->quantity.kind == CL_KIND_PERCENTAGE_POINT;
    if (!points && ABS(value.digits) < TELLING)
        return;
    pair->cause = points ? CL_CAUSE_POINTS : CL_CAUSE_UNIT;
    pair->verdict = pair->comparison.standing == STAND_SAME
                        ? CL_VERDICT_CONFLICT
                        : CL_VERDICT_DIVERGENCE;
    g_array_append_val(pairs, *pair);
}

static void
judge_pair(const Board *board, unsigned i, unsigned j, GArray *pairs)
{
    const Figure *x = board_figure(board, i), *y = board_figure(board, j);
    const ClClaim *a = figure_claim(board, x), *b = figure_claim(board, y);
    Pair pair = {.a = i, .b = j, .comparison = compare_facets(a, b)};
    if (in_one_sentence(a, b) || x->listed || y->listed ||
        pair.comparison.standing == STAND_APART ||
        explained_by_time(a, b, pair.comparison))
        return;
    if (a->quantity.unit != b->quantity.unit &&
        pair.comparison.standing != STAND_TOLD && !both_count(a, b)) {
        judge_units(a, b, &pair, pairs);
        return;
    }
    pair.relation = broken_relation(a, b, pair.comparison);
    if (pair.relation)
        pair.verdict = CL_VERDICT_RELATION;
    else if (!judge_claims(a, b, pair.comparison, &pair.verdict))
        return;
    pair.cause = find_cause(&a->quantity, &b->quantity, &pair.power);
    g_array_append_val(pairs, pair);
}

void
judge_pairs(const Board *board, GArray *pairs)
{
    const unsigned count = board->figures->len;
    for (unsigned i = 0; i < count; i++) {
        const unsigned end = count <= MOST_FIGURES ? count : MIN(i + 2, count);
        for (unsigned j = i + 1; j < end; j++)
            judge_pair(board, i, j, pairs);
    }
}
