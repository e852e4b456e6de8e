/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where one of two figures that cannot stand together comes from: another
 * article has it under another label.  If the text says the label that is
 * wrong, that figure belongs into the finding, for it tells how the error came
 * about; if the time was only understood from what was said before, it was
 * understood wrong, and there is no finding.
 */
#include "check/private.h"

/* Digits of a figure that two times share by no chance; and of how many other
   figures with one number the first are enough. */
enum { TELLING = 3, MOST_LIKE = 16 };

/* Of one entity, as many figures on either side by value are asked whether they
   are one number with another: those that round to it stand beside it. */
enum { NEAR = 32 };

struct Origins {
    const Board *board;
    GArray **alike; /* of each figure: of unsigned, or NULL if not asked yet */
    unsigned
        *order; /* the figures by entity and value; NULL before any is asked */
    unsigned *place; /* of each figure in order */
};

static int
compare_values(const void *left, const void *right, void *data)
{
    const Board *board = data;
    const unsigned i = *(const unsigned *)left, j = *(const unsigned *)right;
    const ClClaim *a = figure_claim(board, board_figure(board, i));
    const ClClaim *b = figure_claim(board, board_figure(board, j));
    int order = g_strcmp0(entity_of(a), entity_of(b));
    if (!order)
        order = cl_interval_compare(a->quantity.hard, b->quantity.hard);
    return order ? order : (i > j) - (i < j);
}

Origins *
origins_new(const Board *board)
{
    Origins *origins = g_new0(Origins, 1);
    origins->board = board;
    origins->alike = g_new0(GArray *, board->figures->len + 1);
    return origins;
}

static void
sort_figures(Origins *origins)
{
    const Board *board = origins->board;
    origins->order = g_new(unsigned, board->figures->len + 1);
    origins->place = g_new(unsigned, board->figures->len + 1);
    for (unsigned i = 0; i < board->figures->len; i++)
        origins->order[i] = i;
    g_qsort_with_data(origins->order, (int)board->figures->len,
                      sizeof *origins->order, compare_values, (void *)board);
    for (unsigned i = 0; i < board->figures->len; i++)
        origins->place[origins->order[i]] = i;
}

void
origins_free(Origins *origins)
{
    for (unsigned i = 0; i < origins->board->figures->len; i++)
        if (origins->alike[i])
            g_array_free(origins->alike[i], TRUE);
    g_free(origins->alike);
    g_free(origins->order);
    g_free(origins->place);
    g_free(origins);
}

/* ---- One number under another label -------------------------------------------- */

/* Another thing, and not another company's, nor the same in other words. */
static bool
is_other_label(const ClRule *rule, Comparison comparison)
{
    const uint64_t words = UINT64_C(1) << CL_FACET_NATURE |
                           UINT64_C(1) << CL_FACET_SPEAKER |
                           UINT64_C(1) << CL_FACET_WINDOW;
    for (unsigned i = 0; i < MIN(rule->facets->len, MOST_FACETS); i++) {
        const ClFacet *facet = g_ptr_array_index(rule->facets, i);
        if (comparison.differs >> i & 1 && facet->from_subject)
            return false;
    }
    return (comparison.differs & ~words) != 0;
}

static bool
is_alike(const Board *board, const ClClaim *own, const ClClaim *other)
{
    return own != other && compares(own, other) &&
           cl_quantities_agree(&own->quantity, &other->quantity,
                               board->rule->tolerance) == CL_AGREE &&
           is_other_label(board->rule, compare_facets(own, other));
}

/* The figures that have the number of one, perhaps rounded, as another thing
   of its subject. */
static const GArray *
find_alike(Origins *origins, unsigned figure)
{
    const Board *board = origins->board;
    if (origins->alike[figure])
        return origins->alike[figure];
    GArray *found = g_array_new(FALSE, FALSE, sizeof(unsigned));
    const ClClaim *own = figure_claim(board, board_figure(board, figure));
    if (!origins->order)
        sort_figures(origins);
    const unsigned place = origins->place[figure];
    const unsigned end = MIN(place + NEAR + 1, board->figures->len);
    for (unsigned at = place > NEAR ? place - NEAR : 0; at < end; at++) {
        const unsigned i = origins->order[at];
        if (is_alike(board, own, figure_claim(board, board_figure(board, i))))
            g_array_append_val(found, i);
    }
    g_array_sort(found, compare_by_index);
    g_array_set_size(found, MIN(found->len, MOST_LIKE));
    origins->alike[figure] = found;
    return found;
}

static const ClClaim *
claim_at(const Board *board, const Figure *figure, unsigned i)
{
    return cl_claims_get(board->claims,
                         g_array_index(figure->camp.claims, uint32_t, i));
}

/* ---- A time that was understood ------------------------------------------------ */

static bool
is_lent(const ClClaim *claim)
{
    const ClFacetValue *when = &claim->facets[CL_FACET_WHEN];
    return when->lent || when->framed;
}

static bool
is_all_lent(const Board *board, const Figure *figure)
{
    for (unsigned i = 0; i < figure->camp.claims->len; i++)
        if (!is_lent(claim_at(board, figure, i)))
            return false;
    return true;
}

/* 去年500,508辆。今年406,343辆: two figures of one paragraph. */
static bool
is_beside(const Board *board, const Figure *figure, const ClClaim *claim)
{
    for (unsigned i = 0; i < figure->camp.claims->len; i++) {
        const ClClaim *own = claim_at(board, figure, i);
        if (own->article == claim->article &&
            own->place.line == claim->place.line)
            return true;
    }
    return false;
}

/* Whether a claim says in so many words of which time a figure is whose own
   time was lent to it, while all else is the same. */
static bool
says_when(const ClClaim *claim, const ClClaim *lent)
{
    const uint64_t own = ~((UINT64_C(1) << CL_FACET_OWN) - 1);
    const uint64_t when = UINT64_C(1) << CL_FACET_WHEN;
    const uint64_t loose = shared_digits(claim, lent) >= TELLING
                               ? UINT64_C(1) << CL_FACET_NATURE
                               : UINT64_C(0);
    const Comparison comparison = compare_facets(claim, lent);
    return claim->article != lent->article && (comparison.differs & when) &&
           !(comparison.differs & ~when & ~loose) &&
           !(comparison.unknown & ~(uint64_t)UNSAID & ~own) &&
           !is_lent(claim) && !is_undated(claim);
}

/* A figure is another time's if all its digits are, or if the one it is held
   against stands beside it there. */
static bool
is_misdated(Origins *origins, unsigned figure, unsigned against)
{
    const Board *board = origins->board;
    const ClClaim *own = figure_claim(board, board_figure(board, figure));
    if (!is_all_lent(board, board_figure(board, figure)))
        return false;
    const GArray *alike = find_alike(origins, figure);
    for (unsigned i = 0; i < alike->len; i++) {
        const ClClaim *claim = figure_claim(
            board, board_figure(board, g_array_index(alike, unsigned, i)));
        if (says_when(claim, own) &&
            (shared_digits(claim, own) >= TELLING ||
             is_beside(board, board_figure(board, against), claim)))
            return true;
    }
    return false;
}

bool
is_of_other_time(Origins *origins, const Pair *pair)
{
    return origins->board->rule->over_time == CL_OVER_TIME_VARIES &&
           (pair->verdict == CL_VERDICT_CONFLICT ||
            pair->verdict == CL_VERDICT_DIVERGENCE) &&
           pair->comparison.standing <= STAND_PARTIAL &&
           pair->cause == CL_CAUSE_NONE &&
           (is_misdated(origins, pair->a, pair->b) ||
            is_misdated(origins, pair->b, pair->a));
}

/* ---- Where an error comes from ------------------------------------------------- */

/* A share or a growth of two digits is told of many things. */
static bool
is_one_number_exactly(const ClQuantity *a, const ClQuantity *b)
{
    return is_exact(a) && is_exact(b) && cl_number_equal(a->value, b->value) &&
           (a->kind != CL_KIND_PERCENT ||
            cl_number_digits(a->value) >= TELLING);
}

/* Whether who tells against tells the figure too, as something else. */
static bool
is_origin(const Board *board,
          const Figure *origin,
          const Figure *figure,
          const Figure *against)
{
    return !origin->listed &&
           is_one_number_exactly(&figure_claim(board, figure)->quantity,
                                 &figure_claim(board, origin)->quantity) &&
           share_article(board->claims, &origin->camp, &against->camp) &&
           !share_article(board->claims, &origin->camp, &figure->camp);
}

/* Whether one of the first count pairs, which are in order, has two figures. */
static bool
has_pair(const GArray *pairs, unsigned count, unsigned a, unsigned b)
{
    unsigned from = 0;
    while (from < count) {
        const unsigned middle = from + (count - from) / 2;
        const Pair *pair = &g_array_index(pairs, Pair, middle);
        if (pair->a == a && pair->b == b)
            return true;
        if (pair->a < a || (pair->a == a && pair->b < b))
            from = middle + 1;
        else
            count = middle;
    }
    return false;
}

/* Adds those of one figure, against another one; each of them once. */
static void
add_origins_of(Origins *origins,
               const Pair *pair,
               unsigned figure,
               unsigned count,
               GArray *pairs)
{
    const Board *board = origins->board;
    const unsigned against = figure == pair->a ? pair->b : pair->a;
    GArray *alike = (GArray *)find_alike(origins, figure);
    for (unsigned i = alike->len; i > 0; i--) {
        const unsigned other = g_array_index(alike, unsigned, i - 1);
        if (!is_origin(board, board_figure(board, other),
                       board_figure(board, figure),
                       board_figure(board, against)))
            continue;
        g_array_remove_index(alike, i - 1);
        const Pair origin = {
            .a = MIN(figure, other),
            .b = MAX(figure, other),
            .verdict = pair->verdict,
            .comparison =
                compare_facets(figure_claim(board, board_figure(board, figure)),
                               figure_claim(board, board_figure(board, other))),
        };
        if (!has_pair(pairs, count, origin.a, origin.b))
            g_array_append_val(pairs, origin);
    }
}

void
add_origins(Origins *origins, GArray *pairs)
{
    const unsigned count = pairs->len;
    for (unsigned i = 0; i < count; i++) {
        const Pair pair = g_array_index(pairs, Pair, i);
        if (pair.verdict == CL_VERDICT_RELABEL ||
            pair.verdict == CL_VERDICT_RELATION ||
            pair.comparison.standing > STAND_PARTIAL)
            continue;
        add_origins_of(origins, &pair, pair.a, count, pairs);
        add_origins_of(origins, &pair, pair.b, count, pairs);
    }
}
