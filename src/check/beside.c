/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is told in one breath is of one time.  Where two articles tell one
 * figure of a company (收入321.38亿元, revenue of 32.1 billion), what each of
 * them says beside it is of one period too, though one of them leaves the time
 * unsaid or it was lent from elsewhere.  A growth may have been taken at other
 * prices all the same, so that such figures are told only where they differ as
 * slips do.  It is of one place too: who tells the revenue in China and does
 * not say so means China's shops.
 */
#include "check/private.h"

/* 687.15亿, 68.7 billion: one figure of one subject, whatever else is said of
   when, or of where. */
static bool
is_one_but_for(const ClClaim *a, const ClClaim *b, unsigned facet)
{
    enum { TELLING = 3 };
    const uint64_t bit = UINT64_C(1) << facet;
    if (a->rule != b->rule || shared_digits(a, b) < TELLING)
        return false;
    const Comparison comparison = compare_facets(a, b);
    return !(comparison.differs & ~bit) &&
           !(comparison.unknown & ~(uint64_t)UNSAID & ~bit);
}

/* ---- What stands beside ------------------------------------------------------- */

/* In the sentence of a claim, or behind and before it as long as nobody else
   is told of: a table gives each cell a sentence, a wire gives each figure
   one. */
static bool
is_in_run(const ClClaim *own, const ClClaim *other)
{
    if (other->article != own->article)
        return false;
    if (other->sentence_key == own->sentence_key)
        return true;
    const char *entity = entity_of(other);
    return ABS((int)other->place.line - (int)own->place.line) <= 1 &&
           (!entity || g_strcmp0(entity, entity_of(own)) == 0);
}

/* The first claim of the run in which a claim, at an index, stands. */
static size_t
start_of_run(const ClClaims *claims, size_t index)
{
    const ClClaim *own = cl_claims_get(claims, index);
    while (index > 0 && is_in_run(own, cl_claims_get(claims, index - 1)))
        index--;
    return index;
}

/* Of the run and of the time, or the place, of a claim, and not of its rule. */
static bool
is_of_one_breath(const ClClaim *own, const ClClaim *beside, unsigned facet)
{
    return beside->rule != own->rule &&
           g_strcmp0(beside->facets[facet].value, own->facets[facet].value) ==
               0;
}

/* Whether the run of a claim, at an index, tells a figure as of its time, or
   its place. */
static bool
tells_beside(const ClClaims *claims,
             size_t index,
             const ClClaim *figure,
             unsigned facet)
{
    const ClClaim *own = cl_claims_get(claims, index);
    for (size_t i = start_of_run(claims, index); i < cl_claims_count(claims);
         i++) {
        const ClClaim *beside = cl_claims_get(claims, i);
        if (!is_in_run(own, beside))
            return false;
        if (is_of_one_breath(own, beside, facet) &&
            is_one_but_for(beside, figure, facet))
            return true;
    }
    return false;
}

/* Whether the runs of two claims, at their indexes, tell one figure. */
static bool
share_figure(const ClClaims *claims,
             size_t first,
             size_t second,
             unsigned facet)
{
    const ClClaim *own = cl_claims_get(claims, first);
    for (size_t i = start_of_run(claims, first); i < cl_claims_count(claims);
         i++) {
        const ClClaim *beside = cl_claims_get(claims, i);
        if (!is_in_run(own, beside))
            return false;
        if (is_of_one_breath(own, beside, facet) &&
            tells_beside(claims, second, beside, facet))
            return true;
    }
    return false;
}

/* ---- Slips ------------------------------------------------------------------- */

/* 22 percent higher, -22.08%: what was rounded turns round too. */
bool
is_turned(const ClQuantity *a, const ClQuantity *b)
{
    ClQuantity turned = *b;
    turned.value = cl_number_subtract(cl_number_make(0, 0), b->value);
    return is_exact(a) && is_exact(b) && !cl_number_is_zero(a->value) &&
           cl_number_sign(a->value) == cl_number_sign(turned.value) &&
           cl_quantities_agree(a, &turned, cl_number_make(0, 0)) == CL_AGREE;
}

/* 10.3% and 10.2% may be two ways to count; 10.3% and 11.3% are hardly. */
static bool
is_other_count(const ClQuantity *a, const ClQuantity *b)
{
    const ClNumber apart =
        cl_number_abs(cl_number_subtract(a->value, b->value));
    return a->kind == CL_KIND_PERCENT &&
           cl_number_magnitude(apart) <=
               MAX(a->value.exponent, b->value.exponent);
}

/* 47.28% and 42.7%: a slip in what was rounded or cut off too. */
static bool
is_miswritten_part(const ClQuantity *a, const ClQuantity *b)
{
    const ClNumber x = a->value, y = b->value;
    const int place = MAX(x.exponent, y.exponent);
    static const ClRounding ways[] = {CL_ROUND_HALF_AWAY, CL_ROUND_TRUNCATE};
    if (x.divisor != 1 || y.divisor != 1 || !is_exact(a) || !is_exact(b))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(ways); i++)
        if (is_miswritten(cl_number_round(x, place, ways[i]),
                          cl_number_round(y, place, ways[i])))
            return true;
    return false;
}

static bool
differ_as_slips_do(const ClClaim *a, const ClClaim *b)
{
    int power;
    const ClQuantity *x = &a->quantity, *y = &b->quantity;
    if (!compares(a, b))
        return true; /* judge_units() looks at the digits */
    return find_cause(x, y, &power) != CL_CAUSE_NONE || is_turned(x, y) ||
           is_shifted(x->value, y->value) ||
           (is_miswritten_part(x, y) && !is_other_count(x, y));
}

/* 19.8万人, 近2万人: a tenth of the first is what the second says. */
static bool
is_ten_times(const ClQuantity *more, const ClQuantity *less)
{
    ClQuantity tenth = *more;
    if (!is_exact(more) || cl_number_digits(more->value) < 2)
        return false;
    tenth.value = tenth.upper = cl_number_shift(more->value, -1);
    tenth.hard = tenth.usual = cl_interval_point(tenth.value);
    tenth.place--;
    return cl_quantities_agree(&tenth, less, cl_number_make(0, 0)) == CL_AGREE;
}

/* Heads that were counted within half a year, one of them nobody says when, or
   at the end of a year that is not over: they are not ten times as many, nor
   the same digits in another order. */
static bool
is_miscounted(const ClClaim *a, const ClClaim *b)
{
    enum { TELLING = 3 };
    const ClNumber x = a->quantity.value, y = b->quantity.value;
    const bool open = is_undated(a) || is_undated(b) || is_maybe_before(a) ||
                      is_maybe_before(b);
    return a->rule->time == CL_TIME_OF_STATE && open &&
           may_be_one_period(a, b) && compares(a, b) &&
           ((MIN(cl_number_digits(x), cl_number_digits(y)) >= TELLING &&
             (has_same_digits(x, y) || is_shifted(x, y))) ||
            is_ten_times(&a->quantity, &b->quantity) ||
            is_ten_times(&b->quantity, &a->quantity));
}

bool
is_of_one_time(const Board *board,
               const Figure *x,
               const Figure *y,
               Comparison comparison)
{
    const ClClaim *a = figure_claim(board, x), *b = figure_claim(board, y);
    const uint64_t when = UINT64_C(1) << CL_FACET_WHEN;
    return comparison.differs == when && a->article != b->article &&
           !(comparison.unknown & ~(uint64_t)UNSAID) &&
           !(is_labelled(a, b) && is_labelled(b, a)) &&
           (is_miscounted(a, b) ||
            (differ_as_slips_do(a, b) &&
             share_figure(board->claims, x->sample, y->sample, CL_FACET_WHEN)));
}

bool
is_of_one_place(const Board *board,
                const Figure *x,
                const Figure *y,
                Comparison comparison)
{
    const ClClaim *a = figure_claim(board, x), *b = figure_claim(board, y);
    return comparison.differs == UINT64_C(1) << CL_FACET_REGION &&
           !(comparison.unknown & ~(uint64_t)UNSAID) &&
           a->article != b->article &&
           a->facets[CL_FACET_REGION].assumed !=
               b->facets[CL_FACET_REGION].assumed &&
           share_figure(board->claims, x->sample, y->sample, CL_FACET_REGION);
}
