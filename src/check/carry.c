/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Figures whose subject was carried on from another sentence.  A name that
 * was not understood ends what carries in the reader's mind and not in ours,
 * so that such a figure is held against another one only where the two are
 * near: a slip, or a count that was corrected.
 */
#include "check/private.h"

#include <string.h>

/* Whose it is was said before, and so was of when, where that matters: who
   tells the time anew knows of whom, unless a paragraph began since. */
static bool
is_loose(const ClClaim *claim)
{
    const ClFacetValue *when = &claim->facets[CL_FACET_WHEN];
    const bool timed = claim->rule->over_time == CL_OVER_TIME_VARIES &&
                       when->value && !when->assumed && !when->lent &&
                       !when->aside;
    return claim->carried == CL_CARRIED_FAR || (claim->carried && !timed);
}

/* 615公里和702公里 are two answers to one question. */
static bool
are_listed(const ClClaim *first, const ClClaim *second)
{
    enum { LONGEST_JOINER = 9 };
    return second->quantity_span.start <=
           first->quantity_span.end + LONGEST_JOINER;
}

/* 远山营收300亿元；竹里也好，营收41亿元: a sentence tells one thing once, so
   that the second figure is of somebody who was not understood. */
static bool
is_second(const ClClaims *claims, size_t index)
{
    const ClClaim *own = cl_claims_get(claims, index);
    while (index-- > 0) {
        const ClClaim *first = cl_claims_get(claims, index);
        if (first->article != own->article ||
            first->sentence_key != own->sentence_key)
            return false;
        if (first->rule == own->rule && !are_listed(first, own) &&
            compare_facets(first, own).standing == STAND_SAME &&
            cl_quantities_agree(&first->quantity, &own->quantity,
                                own->rule->tolerance) != CL_AGREE)
            return true;
    }
    return false;
}

/* One that names the subject beside the figure will do; two that do not may
   be two that were not understood. */
static bool
is_carried(const Board *board, const Figure *figure)
{
    const GArray *indexes = figure->camp.claims;
    for (unsigned i = 0; i < indexes->len; i++) {
        const uint32_t index = g_array_index(indexes, uint32_t, i);
        if (!is_loose(cl_claims_get(board->claims, index)) &&
            !is_second(board->claims, index))
            return false;
    }
    return true;
}

/* 3.6亿 and 2.5亿 may be one thing counted twice, 2.8亿 and 4.5亿 are hardly. */
static bool
is_near(ClNumber x, ClNumber y)
{
    const ClNumber a = cl_number_abs(x), b = cl_number_abs(y);
    const ClNumber most = cl_number_make(15, -1);
    const bool less = cl_number_compare(a, b) < 0;
    return cl_number_compare(less ? b : a,
                             cl_number_multiply(less ? a : b, most)) <= 0;
}

/* The profit of all 2024 told again for a half of 2025, the growth over the
   quarter before told as that over the year: the figure is of the subject, if
   under another label. */
static bool
has_copy(const Board *board, const Figure *figure)
{
    const ClClaim *claim = figure_claim(board, figure);
    for (unsigned i = 0; i < board->figures->len; i++) {
        const ClClaim *other = figure_claim(board, board_figure(board, i));
        if (other == claim)
            continue;
        const Comparison comparison = compare_facets(claim, other);
        if (other->article == claim->article
                ? is_told_again(claim, other, comparison)
                : has_other_label(claim, other, comparison))
            return true;
    }
    return false;
}

/* Asked of a figure in all its pairs, and found out once. */
typedef enum { COPIED_UNKNOWN, COPIED_NOT, COPIED } Copied;

static bool
is_copied(const Board *board, const Figure *figure)
{
    uint8_t *copied = &board->copied[figure - board_figure(board, 0)];
    if (*copied == COPIED_UNKNOWN)
        *copied = has_copy(board, figure) ? COPIED : COPIED_NOT;
    return *copied == COPIED;
}

/* ---- Companions -------------------------------------------------------------- */

/* 687.15亿, 68.7 billion: one figure, and no chance; some facets either may leave
   unsaid. */
static bool
is_one_fact(const ClClaim *a, const ClClaim *b, uint64_t unsaid)
{
    enum { TELLING = 100 };
    if (a->rule != b->rule || ABS(a->quantity.value.digits) < TELLING ||
        ABS(b->quantity.value.digits) < TELLING || !compares(a, b))
        return false;
    const Comparison comparison = compare_facets(a, b);
    return !comparison.differs && !(comparison.unknown & ~unsaid) &&
           cl_quantities_agree(&a->quantity, &b->quantity,
                               a->rule->tolerance) == CL_AGREE;
}

/* Whether the article of a claim, at an index, tells a fact. */
static bool
is_told_around(const ClClaims *claims,
               size_t index,
               const ClClaim *fact,
               uint64_t unsaid)
{
    const ClArticleInfo *article = cl_claims_get(claims, index)->article;
    size_t at = index;
    while (at > 0 && cl_claims_get(claims, at - 1)->article == article)
        at--;
    for (; at < cl_claims_count(claims); at++) {
        const ClClaim *claim = cl_claims_get(claims, at);
        if (claim->article != article)
            return false;
        if (is_one_fact(claim, fact, unsaid))
            return true;
    }
    return false;
}

/* In one sentence, or of one time and so of one run of them. */
static bool
stands_beside(const ClClaim *own, const ClClaim *beside)
{
    return beside->article == own->article &&
           (beside->sentence_key == own->sentence_key ||
            g_strcmp0(beside->facets[CL_FACET_WHEN].value,
                      own->facets[CL_FACET_WHEN].value) == 0);
}

/* 净利润24.1亿元，增长43.2%: by how much the figure before it grew, whatever was
   the base. */
static bool
is_growth_of(const ClClaim *growth, const ClClaim *own)
{
    return growth->sentence_key == own->sentence_key &&
           growth->quantity.form != CL_FORM_LEVEL &&
           own->quantity.form == CL_FORM_LEVEL;
}

/* 收入687亿元，增长31% and 收入687.15亿元，增长10.31%: the figure beside it is told
   of the same subject by the other article, so it is no other one's. */
static bool
has_companion(const Board *board, const Figure *figure, const Figure *other)
{
    enum { REACH = 4 };
    const ClClaims *claims = board->claims;
    const ClClaim *own = figure_claim(board, figure);
    const size_t at = figure->sample;
    if (figure_claim(board, other)->article == own->article)
        return false;
    for (size_t i = at > REACH ? at - REACH : 0;
         i < MIN(at + REACH + 1, cl_claims_count(claims)); i++) {
        const ClClaim *beside = cl_claims_get(claims, i);
        if (beside->rule != own->rule && stands_beside(own, beside) &&
            is_told_around(claims, other->sample, beside,
                           i == at + 1 && is_growth_of(beside, own)
                               ? (uint64_t)UNSAID
                               : 0))
            return true;
    }
    return false;
}

/* Nobody says when, but that the article is about a period. */
static bool
is_framed(const Board *board, const Figure *figure)
{
    const GArray *indexes = figure->camp.claims;
    for (unsigned i = 0; i < indexes->len; i++)
        if (!cl_claims_get(board->claims, g_array_index(indexes, uint32_t, i))
                 ->facets[CL_FACET_WHEN]
                 .framed)
            return false;
    return true;
}

/* Carried, and nothing beside shows that it is the subject's. */
static bool
is_doubtful(const Board *board, const Figure *figure, const Figure *other)
{
    return (is_carried(board, figure) || is_framed(board, figure)) &&
           !has_companion(board, figure, other);
}

/* Whether every article that tells one figure tells the other too. */
static bool
is_told_with(const Board *board, const Figure *one, const Figure *other)
{
    for (unsigned i = 0; i < one->camp.claims->len; i++) {
        const ClArticleInfo *article =
            cl_claims_get(board->claims,
                          g_array_index(one->camp.claims, uint32_t, i))
                ->article;
        bool found = false;
        for (unsigned j = 0; j < other->camp.claims->len && !found; j++)
            found =
                cl_claims_get(board->claims,
                              g_array_index(other->camp.claims, uint32_t, j))
                    ->article == article;
        if (!found)
            return false;
    }
    return true;
}

/* Two that count one thing differ a little.  One who writes does not: two
   figures of one article are rather of two companies of one trade, whoever
   else tells one of them.  And there all growth is near all other. */
static bool
is_recounted(const Board *board, const Figure *x, const Figure *y)
{
    const ClClaim *a = figure_claim(board, x), *b = figure_claim(board, y);
    return a->article != b->article && a->quantity.form == CL_FORM_LEVEL &&
           is_near(a->quantity.value, b->quantity.value) &&
           !is_told_with(board, x, y) && !is_told_with(board, y, x);
}

/* 3999元 and 4999元 in one article are two prices; who tells a figure twice
   there has more digits in common. */
static bool
is_miswritten_copy(const ClClaim *a, const ClClaim *b)
{
    enum { TELLING = 5 };
    const ClNumber x = a->quantity.value, y = b->quantity.value;
    return is_miswritten(x, y) &&
           (a->article != b->article || cl_number_digits(x) >= TELLING ||
            has_same_digits(x, y));
}

/* 22% and -22.08%; a change of one digit is turned by chance. */
static bool
is_turned_far(const ClQuantity *a, const ClQuantity *b)
{
    return MIN(cl_number_digits(a->value), cl_number_digits(b->value)) > 1 &&
           is_turned(a, b);
}

bool
explained_by_carrying(const Board *board, const Figure *a, const Figure *b)
{
    int power;
    const ClQuantity *x = &figure_claim(board, a)->quantity;
    const ClQuantity *y = &figure_claim(board, b)->quantity;
    return (is_doubtful(board, a, b) || is_doubtful(board, b, a)) &&
           find_cause(x, y, &power) == CL_CAUSE_NONE &&
           (is_framed(board, a) || is_framed(board, b) ||
            !is_recounted(board, a, b)) &&
           !is_miswritten_copy(figure_claim(board, a),
                               figure_claim(board, b)) &&
           !is_shifted(x->value, y->value) && !is_turned_far(x, y) &&
           !is_copied(board, a) && !is_copied(board, b) &&
           !is_of_other_measure(board->claims, b->sample,
                                figure_claim(board, a)) &&
           !is_of_other_measure(board->claims, a->sample,
                                figure_claim(board, b));
}
