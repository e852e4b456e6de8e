/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which figures of a rule are held against each other: all of one entity, and
 * of two entities those that share their digits, for one figure told of two
 * is all that two can have amiss.  So years of copy about many companies cost
 * little more than the sum of the companies.
 */
#include "check/private.h"

#include <string.h>

/* Enough for one entity; beyond it, only neighbours are compared. */
enum { MOST_FIGURES = 1024 };

/* Fewer digits two entities may share by chance (odd.c). */
enum { TELLING = 4 };

/* ---- Figures of one entity -------------------------------------------------- */

/* The figures of a board in another order; the board's is their number. */
typedef struct {
    const Board *board;
    unsigned facet; /* of the entity */
    GArray *order;  /* of unsigned */
} Deck;

static unsigned
figure_at(const Deck *deck, unsigned i)
{
    return g_array_index(deck->order, unsigned, i);
}

static const ClClaim *
claim_of(const Deck *deck, unsigned figure)
{
    return figure_claim(deck->board, board_figure(deck->board, figure));
}

static const char *
entity_at(const Deck *deck, unsigned figure)
{
    return claim_of(deck, figure)->facets[deck->facet].value;
}

/* The facet that says which entity of a list it is; or that there is none. */
static bool
find_entity(const ClRule *rule, unsigned *facet)
{
    for (*facet = 0; *facet < rule->facets->len; ++*facet) {
        const ClFacet *spec = g_ptr_array_index(rule->facets, *facet);
        if (spec->from_subject && spec->role == CL_FACET_PARTS)
            return true;
    }
    return false;
}

static int
compare_entities(const void *left, const void *right, void *data)
{
    const unsigned i = *(const unsigned *)left, j = *(const unsigned *)right;
    const int order = g_strcmp0(entity_at(data, i), entity_at(data, j));
    return order ? order : (i > j) - (i < j);
}

/* The figures [from, to); false if only neighbours are compared. */
static bool
judge_run(const Deck *deck, unsigned from, unsigned to, GArray *pairs)
{
    const bool few = to - from <= MOST_FIGURES;
    for (unsigned i = from; i < to; i++)
        for (unsigned j = i + 1; j < (few ? to : MIN(i + 2, to)); j++)
            judge_pair(deck->board, figure_at(deck, i), figure_at(deck, j),
                       pairs);
    return few;
}

static bool
judge_by_entity(const Deck *deck, GArray *pairs)
{
    bool all = true;
    unsigned from = 0;
    g_array_sort_with_data(deck->order, compare_entities, (void *)deck);
    for (unsigned to = 1; to <= deck->order->len; to++) {
        if (to < deck->order->len &&
            g_strcmp0(entity_at(deck, figure_at(deck, from)),
                      entity_at(deck, figure_at(deck, to))) == 0)
            continue;
        all &= judge_run(deck, from, to, pairs);
        from = to;
    }
    return all;
}

/* ---- One figure of two entities --------------------------------------------- */

static int
compare_bounds(const void *left, const void *right, void *data)
{
    const unsigned i = *(const unsigned *)left, j = *(const unsigned *)right;
    const int order = cl_interval_compare(claim_of(data, i)->quantity.hard,
                                          claim_of(data, j)->quantity.hard);
    return order ? order : (i > j) - (i < j);
}

static void
drop_round(Deck *deck)
{
    unsigned kept = 0;
    for (unsigned i = 0; i < deck->order->len; i++) {
        const unsigned figure = figure_at(deck, i);
        const ClQuantity *quantity = &claim_of(deck, figure)->quantity;
        if (is_exact(quantity) && cl_number_digits(quantity->value) >= TELLING)
            g_array_index(deck->order, unsigned, kept++) = figure;
    }
    g_array_set_size(deck->order, kept);
}

static bool
reaches(const Deck *deck, unsigned i, unsigned j)
{
    const ClInterval a = claim_of(deck, i)->quantity.hard;
    const ClInterval b = claim_of(deck, j)->quantity.hard;
    return cl_number_compare(b.lo, a.hi) <= 0;
}

static void
judge_shared(Deck *deck, GArray *pairs)
{
    drop_round(deck);
    g_array_sort_with_data(deck->order, compare_bounds, deck);
    for (unsigned i = 0; i < deck->order->len; i++) {
        const unsigned a = figure_at(deck, i);
        for (unsigned j = i + 1; j < deck->order->len; j++) {
            const unsigned b = figure_at(deck, j);
            if (!reaches(deck, a, b))
                break;
            if (g_strcmp0(entity_at(deck, a), entity_at(deck, b)) != 0)
                judge_pair(deck->board, MIN(a, b), MAX(a, b), pairs);
        }
    }
}

/* ---- All -------------------------------------------------------------------- */

static int
compare_pairs(const void *left, const void *right)
{
    const Pair *a = left, *b = right;
    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    return (a->b > b->b) - (a->b < b->b);
}

static bool
judge_deck(Deck *deck, GArray *pairs)
{
    if (deck->order->len <= MOST_FIGURES ||
        !find_entity(deck->board->rule, &deck->facet))
        return judge_run(deck, 0, deck->order->len, pairs);
    const bool all = judge_by_entity(deck, pairs);
    judge_shared(deck, pairs);
    g_array_sort(pairs, compare_pairs);
    return all;
}

bool
judge_pairs(const Board *board, GArray *pairs)
{
    g_autoptr(GArray) order = g_array_new(FALSE, FALSE, sizeof(unsigned));
    for (unsigned i = 0; i < board->figures->len; i++)
        g_array_append_val(order, i);
    Deck deck = {.board = board, .order = order};
    const bool all = judge_deck(&deck, pairs);
    drop_shown(board, pairs);
    return all;
}
