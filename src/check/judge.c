/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A pair of figures of one rule, judged by how their facets stand to each
 * other and how the quantities agree.
 */
#include "check/private.h"

#include <string.h>

/* Where one says 5999元起 and the other only what it costs, that may be another
   version, which is not cheaper. */
static bool
is_above_start(const ClClaim *start, const ClClaim *other)
{
    for (unsigned i = CL_FACET_OWN; i < start->rule->facets->len; i++)
        if (g_strcmp0(start->facets[i].value, "start") == 0 &&
            !other->facets[i].value)
            return cl_number_compare(start->quantity.value,
                                     other->quantity.value) <= 0;
    return false;
}

/* The verdict of two claims that are not apart; false if there is none. */
static bool
judge_claims(const ClClaim *a,
             const ClClaim *b,
             Comparison comparison,
             ClVerdict *verdict)
{
    const ClAgreement agreement =
        cl_quantities_agree(&a->quantity, &b->quantity, a->rule->tolerance);
    if (agreement == CL_AGREE || is_above_start(a, b) || is_above_start(b, a))
        return false;
    if (agreement == CL_STRAIN) {
        *verdict = CL_VERDICT_TENSION;
        /* more than 10,000 in 27 minutes, more than 30,000 so far */
        return comparison.standing != STAND_TOLD &&
               !(comparison.unknown >> CL_FACET_WINDOW & 1);
    }
    *verdict = comparison.standing == STAND_SAME ? CL_VERDICT_CONFLICT
                                                 : CL_VERDICT_DIVERGENCE;
    return true;
}

/* 两个版本分别为615公里和710公里: who names two figures in a breath means two
   things. */
static bool
in_one_sentence(const ClClaim *a, const ClClaim *b)
{
    return a->article == b->article && a->sentence_key == b->sentence_key;
}

bool
is_some_dollar(const ClClaim *claim)
{
    const char *const words = claim->quantity_text;
    return (g_str_has_suffix(words, "億元") ||
            g_str_has_suffix(words, "兆元") ||
            g_str_has_suffix(words, "萬元")) &&
           !strstr(words, "幣") && !strstr(words, "$");
}

/* 29亿元, 29亿美元: two digits are no chance where all else is said to be the
   same, three are none in any case. */
static bool
is_telling(const ClClaim *a, const ClClaim *b, Standing stands)
{
    enum { TWO = 2, THREE = 3 };
    const bool said = stands == STAND_SAME &&
                      !a->facets[CL_FACET_WHEN].assumed &&
                      !b->facets[CL_FACET_WHEN].assumed;
    return digits_as_written(&a->quantity) >= (said ? TWO : THREE);
}

/* Where one claim of a figure says more, it is known which. */
static bool
may_be_dollar(const Board *board, const Figure *figure)
{
    const GArray *claims = figure->camp.claims;
    for (unsigned i = 0; i < claims->len; i++)
        if (!is_some_dollar(cl_claims_get(board->claims,
                                          g_array_index(claims, uint32_t, i))))
            return false;
    return true;
}

/* 61.1个百分点, 61%. */
static bool
is_point_for_percent(const ClQuantity *a, const ClQuantity *b)
{
    return (a->kind == CL_KIND_PERCENTAGE_POINT &&
            b->kind == CL_KIND_PERCENT) ||
           (b->kind == CL_KIND_PERCENTAGE_POINT && a->kind == CL_KIND_PERCENT);
}

bool
is_one_number(const ClQuantity *a, const ClQuantity *b)
{
    enum { TWO = 2, THREE = 3 };
    if (cl_number_equal(a->value, b->value))
        return true;
    const bool money = a->kind == CL_KIND_CURRENCY && b->kind == a->kind;
    return (money || is_point_for_percent(a, b)) &&
           MIN(digits_as_written(a), digits_as_written(b)) >=
               (money ? THREE : TWO) &&
           cl_quantities_agree(a, b, cl_number_make(0, 0)) == CL_AGREE;
}

/* 541.61亿元, 541.61亿美元: money of two kinds does not compare, but one number
   of many digits in both is no chance. */
static ClFate
judge_units(const Board *board, Pair *pair, GArray *pairs)
{
    const Figure *x = board_figure(board, pair->a);
    const Figure *y = board_figure(board, pair->b);
    const ClClaim *a = figure_claim(board, x), *b = figure_claim(board, y);
    const Standing stands = pair->comparison.standing;
    if (!is_one_number(&a->quantity, &b->quantity) || !is_exact(&a->quantity) ||
        !is_exact(&b->quantity) || may_be_dollar(board, x) ||
        may_be_dollar(board, y))
        return CL_FATE_UNITS;
    const bool points = a->quantity.kind == CL_KIND_PERCENTAGE_POINT ||
                        b->quantity.kind == CL_KIND_PERCENTAGE_POINT;
    if (!points && !is_telling(a, b, stands))
        return CL_FATE_UNITS;
    pair->cause = points ? CL_CAUSE_POINTS : CL_CAUSE_UNIT;
    pair->verdict =
        stands == STAND_SAME ? CL_VERDICT_CONFLICT : CL_VERDICT_DIVERGENCE;
    g_array_append_val(pairs, *pair);
    return CL_FATE_TOLD;
}

/* What the rule, or a part and its whole, do not allow; or one figure under
   two labels.  Both are told though the facets keep the claims apart. */
static bool
judge_labels(const Board *board, const ClClaim *a, const ClClaim *b, Pair *pair)
{
    const bool apart = !in_one_sentence(a, b);
    pair->relation = broken_relation(a, b, pair->comparison);
    pair->verdict = pair->relation ? CL_VERDICT_RELATION : CL_VERDICT_RELABEL;
    if (pair->relation)
        return true;
    pair->odd = apart && is_odd_label(board, a, b, pair->comparison);
    return pair->odd || (apart && is_relabel(a, b, pair->comparison));
}

/* ¥4.77 trillion: the sign of the yuan is that of the yen. */
static bool
is_some_yen(const ClClaim *a, const ClClaim *b)
{
    static const char *const words[] = {"日元", "日圆", "日圓", "日币",
                                        "日幣", "円",   "yen",  "JPY"};
    if (!g_str_has_prefix(a->quantity_text, "¥"))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (strstr(b->quantity_text, words[i]))
            return true;
    return false;
}

/* 9899.2億元, 9989.2亿元新台币: what may be that dollar is, where all of four
   digits are the same but their order. */
static bool
is_that_dollar(const ClClaim *a, const ClClaim *b)
{
    enum { TELLING = 4 };
    static const char *const words[] = {"新台", "新臺", "台幣", "臺幣",
                                        "NT$",  "港",   "HK$"};
    const ClNumber x = a->quantity.value, y = b->quantity.value;
    if (!is_some_dollar(a) || cl_number_digits(x) < TELLING ||
        cl_number_equal(x, y) || !has_same_digits(x, y))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (strstr(b->quantity_text, words[i]))
            return true;
    return false;
}

bool
compares(const ClClaim *a, const ClClaim *b)
{
    return a->quantity.unit == b->quantity.unit || both_count(a, b) ||
           is_some_yen(a, b) || is_some_yen(b, a) || is_that_dollar(a, b) ||
           is_that_dollar(b, a);
}

/* The time, or the place, of one of two figures is left open, and may be the
   other's. */
static Comparison
leave_open(Comparison comparison, unsigned facet)
{
    const uint64_t bit = UINT64_C(1) << facet;
    return (Comparison){STAND_PARTIAL, comparison.differs & ~bit,
                        comparison.unknown | bit};
}

/* Time and place explain why two figures differ, not why they are one. */
static bool
is_explained(const ClClaim *a, const ClClaim *b, Comparison comparison)
{
    return !cl_number_equal(a->quantity.value, b->quantity.value) &&
           (explained_by_time(a, b, comparison) ||
            explained_by_place(a, b, comparison));
}

/* By what facets and figures say; TOLD if the pair has its verdict. */
static ClFate
judge_figures(const Board *board, Pair *pair, bool beside)
{
    const Figure *x = board_figure(board, pair->a);
    const Figure *y = board_figure(board, pair->b);
    const ClClaim *a = figure_claim(board, x), *b = figure_claim(board, y);
    if (judge_labels(board, a, b, pair))
        return CL_FATE_TOLD;
    if (in_one_sentence(a, b))
        return CL_FATE_ONE_SENTENCE;
    if (pair->comparison.standing == STAND_APART)
        return CL_FATE_APART;
    if (!judge_claims(a, b, pair->comparison, &pair->verdict))
        return CL_FATE_AGREE;
    if (!beside && explained_by_carrying(board, x, y))
        return CL_FATE_CARRIED;
    return CL_FATE_TOLD;
}

/* A slip that any two quantities of the figures show: 53.12亿 and 35.12亿, though
   5.31 billion stands for the former. */
static ClCause
cause_of(const Figure *x, const Figure *y, int *power)
{
    ClCause cause = CL_CAUSE_NONE;
    for (unsigned i = 0; i < x->quantities->len && !cause; i++)
        for (unsigned j = 0; j < y->quantities->len && !cause; j++)
            cause =
                find_cause(&g_array_index(x->quantities, ClQuantity, i),
                           &g_array_index(y->quantities, ClQuantity, j), power);
    return cause;
}

ClFate
judge_pair(const Board *board, unsigned i, unsigned j, GArray *pairs)
{
    const Figure *x = board_figure(board, i), *y = board_figure(board, j);
    const ClClaim *a = figure_claim(board, x), *b = figure_claim(board, y);
    Pair pair = {.a = i, .b = j, .comparison = compare_facets(a, b)};
    const bool slip = is_slip_over_time(a, b, pair.comparison);
    const bool time = !slip && is_of_one_time(board, x, y, pair.comparison);
    const bool place = !slip && is_of_one_place(board, x, y, pair.comparison);
    if (time)
        pair.comparison = leave_open(pair.comparison, CL_FACET_WHEN);
    if (x->listed || y->listed)
        return CL_FATE_LISTED;
    if (is_explained(a, b, pair.comparison))
        return CL_FATE_EXPLAINED;
    if (place)
        pair.comparison = leave_open(pair.comparison, CL_FACET_REGION);
    const Standing stands = pair.comparison.standing;
    if (!compares(a, b) && stands != STAND_TOLD) {
        if (in_one_sentence(a, b))
            return CL_FATE_ONE_SENTENCE;
        if (stands == STAND_APART && !slip)
            return CL_FATE_APART;
        return judge_units(board, &pair, pairs);
    }
    pair.verdict = CL_VERDICT_DIVERGENCE;
    const ClFate fate =
        slip ? CL_FATE_TOLD : judge_figures(board, &pair, time || place);
    if (fate != CL_FATE_TOLD)
        return fate;
    pair.cause = cause_of(x, y, &pair.power);
    g_array_append_val(pairs, pair);
    return CL_FATE_TOLD;
}

/* 全球4347家，其中中国6820家: a sentence that gives itself away does so whatever
   others say. */
static bool
breaks_in_itself(const Board *board, const Pair *pair)
{
    return pair->verdict == CL_VERDICT_RELATION &&
           in_one_sentence(figure_claim(board, board_figure(board, pair->a)),
                           figure_claim(board, board_figure(board, pair->b)));
}

static bool
is_by_time(const Pair *pair)
{
    return pair->comparison.standing == STAND_APART &&
           pair->comparison.differs == UINT64_C(1) << CL_FACET_WHEN;
}

static bool
is_by_window(const Pair *pair)
{
    return (pair->comparison.differs >> CL_FACET_WINDOW & 1) != 0;
}

/* A slip in one figure shows against its like, against the whole and against
   other times: the like says it. */
static bool
is_shown_by_like(const Board *board, const Pair *pair)
{
    return pair->comparison.standing == STAND_APART &&
           !breaks_in_itself(board, pair) &&
           (pair->verdict == CL_VERDICT_RELATION ||
            (is_by_time(pair) && pair->verdict != CL_VERDICT_CONFLICT));
}

/* Of two figures that cannot stand together one is told under another label
   too: that says where it may come from, and is no finding of its own. */
static bool
explains(const Pair *pair)
{
    return pair->verdict == CL_VERDICT_RELABEL &&
           (pair->odd || is_by_time(pair) || is_by_window(pair));
}

/* ---- What is another one's ---------------------------------------------------- */

/* Whether an open claim says what a third one does, which differs from the
   other in all that is left open. */
static bool
says_as(const ClClaim *open, const ClClaim *other, const ClClaim *third)
{
    const uint64_t unknown = compare_facets(open, other).unknown;
    const Comparison with = compare_facets(open, third);
    return with.standing == STAND_PARTIAL && !(with.unknown & ~unknown) &&
           compares(open, third) &&
           (compare_facets(other, third).differs & unknown) == unknown &&
           cl_quantities_agree(&open->quantity, &third->quantity,
                               open->rule->tolerance) == CL_AGREE;
}

static bool
leaves_open(const ClClaim *claim, uint64_t unknown)
{
    for (unsigned i = 0; i < claim->rule->facets->len; i++)
        if (unknown >> i & 1 && claim->facets[i].value)
            return false;
    return true;
}

/* 全球份额13.6%，中国15.7%, a share of 15.7 percent: of which place it is, the
   figure says. */
static bool
is_of_other_place(const Board *board, const Pair *pair)
{
    const uint64_t unknown = pair->comparison.unknown;
    const ClClaim *a = figure_claim(board, board_figure(board, pair->a));
    const ClClaim *b = figure_claim(board, board_figure(board, pair->b));
    const bool first = leaves_open(a, unknown);
    if (pair->verdict != CL_VERDICT_DIVERGENCE || !unknown ||
        pair->comparison.standing != STAND_PARTIAL ||
        unknown & UINT64_C(1) << CL_FACET_WHEN ||
        (!first && !leaves_open(b, unknown)))
        return false;
    for (unsigned i = 0; i < board->figures->len; i++) {
        const ClClaim *third = figure_claim(board, board_figure(board, i));
        if (i != pair->a && i != pair->b &&
            says_as(first ? a : b, first ? b : a, third))
            return true;
    }
    return false;
}

static bool *
mark_shown(const Board *board, const GArray *pairs)
{
    bool *shown = g_new0(bool, board->figures->len + 1);
    for (unsigned i = 0; i < pairs->len; i++) {
        const Pair *pair = &g_array_index(pairs, Pair, i);
        if (pair->verdict == CL_VERDICT_CONFLICT)
            shown[pair->a] = shown[pair->b] = true;
    }
    return shown;
}

void
drop_shown(const Board *board, GArray *pairs)
{
    if (!pairs->len)
        return;
    g_autofree bool *shown = mark_shown(board, pairs);
    Origins *origins = origins_new(board);
    unsigned kept = 0;
    for (unsigned i = 0; i < pairs->len; i++) {
        Pair pair = g_array_index(pairs, Pair, i);
        const bool told = shown[pair.a] || shown[pair.b];
        if (is_of_other_place(board, &pair) || is_of_other_time(origins, &pair))
            continue;
        if (told && explains(&pair))
            pair.verdict = CL_VERDICT_CONFLICT;
        else if (told && is_shown_by_like(board, &pair))
            continue;
        g_array_index(pairs, Pair, kept++) = pair;
    }
    g_array_set_size(pairs, kept);
    add_origins(origins, pairs);
    origins_free(origins);
}
