/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The claims of one rule become cells (equal facets) and figures (claims of a
 * cell that agree).  Sorting and one sweep, never all pairs: a figure keeps
 * only the few different quantities it was told in.
 */
#include "check/private.h"

#include <string.h>

enum { MOST_QUANTITIES = 16 };

const Figure *
board_figure(const Board *board, unsigned index)
{
    return &g_array_index(board->figures, Figure, index);
}

const Cell *
board_cell(const Board *board, unsigned index)
{
    return &g_array_index(board->cells, Cell, index);
}

const ClClaim *
figure_claim(const Board *board, const Figure *figure)
{
    return cl_claims_get(board->claims, figure->sample);
}

/* ---- Order: facets, then value, then place ------------------------------ */

/* An assumed period is the article's own date: it parts nothing by itself
   unless figures change over time. */
static const char *
key_of(const ClClaim *claim, unsigned facet)
{
    const ClFacetValue *value = &claim->facets[facet];
    const ClFacet *spec = g_ptr_array_index(claim->rule->facets, facet);
    if (!spec->used || spec->role == CL_FACET_INFORMS)
        return NULL;
    if (facet == CL_FACET_WHEN && value->assumed &&
        claim->rule->over_time == CL_OVER_TIME_FIXED)
        return NULL;
    return value->value;
}

static int
compare_keys(const ClClaim *a, const ClClaim *b)
{
    if (a->quantity.unit != b->quantity.unit)
        return a->quantity.unit < b->quantity.unit ? -1 : 1;
    for (unsigned i = 0; i < a->rule->facets->len; i++) {
        const int order = g_strcmp0(key_of(a, i), key_of(b, i));
        if (order)
            return order;
    }
    return 0;
}

static int
compare_claims(const void *left, const void *right, void *data)
{
    const uint32_t i = *(const uint32_t *)left, j = *(const uint32_t *)right;
    const ClClaim *a = cl_claims_get(data, i), *b = cl_claims_get(data, j);
    int order = compare_keys(a, b);
    if (!order)
        order = cl_interval_compare(a->quantity.hard, b->quantity.hard);
    return order ? order : (i > j) - (i < j);
}

/* ---- Figures ------------------------------------------------------------ */

static bool
joins(const Figure *figure, const ClClaim *claim)
{
    for (unsigned i = 0; i < figure->quantities->len; i++) {
        const ClQuantity *known =
            &g_array_index(figure->quantities, ClQuantity, i);
        if (cl_quantities_agree(known, &claim->quantity,
                                claim->rule->tolerance) != CL_AGREE)
            return false;
    }
    return true;
}

static bool
tells_already(const Figure *figure, const ClQuantity *quantity)
{
    for (unsigned i = 0; i < figure->quantities->len; i++) {
        const ClQuantity *known =
            &g_array_index(figure->quantities, ClQuantity, i);
        if (cl_interval_equal(known->hard, quantity->hard) &&
            known->place == quantity->place)
            return true;
    }
    return false;
}

static bool
is_point(const ClClaim *claim)
{
    return claim->quantity.shape == CL_SHAPE_POINT;
}

static void
add_to_figure(const Board *board, Figure *figure, uint32_t index)
{
    const ClClaim *claim = cl_claims_get(board->claims, index);
    const bool first = figure->camp.claims->len == 0;
    g_array_append_val(figure->camp.claims, index);
    if (first || (is_point(claim) && !is_point(figure_claim(board, figure))))
        figure->sample = index;
    if (!tells_already(figure, &claim->quantity) &&
        figure->quantities->len < MOST_QUANTITIES)
        g_array_append_val(figure->quantities, claim->quantity);
}

static void
start_figure(Board *board, uint32_t index)
{
    Figure figure = {
        .camp = {.claims = g_array_new(FALSE, FALSE, sizeof(uint32_t))},
        .cell = board->cells->len - 1,
        .quantities = g_array_new(FALSE, FALSE, sizeof(ClQuantity)),
    };
    add_to_figure(board, &figure, index);
    g_array_append_val(board->figures, figure);
}

static void
start_cell(Board *board, const ClClaim *claim)
{
    const Cell cell = {claim, board->figures->len, 0};
    g_array_append_val(board->cells, cell);
}

/* The first figure of the cell the claim fits, newest first: claims come in
   order of value, and an open end (超24万) stays where it was met. */
static void
place_claim(Board *board, uint32_t index)
{
    const ClClaim *claim = cl_claims_get(board->claims, index);
    Cell *cell = &g_array_index(board->cells, Cell, board->cells->len - 1);
    enum { LOOK_BACK = 8 };
    const unsigned end = board->figures->len;
    for (unsigned i = end; i > cell->first && i + LOOK_BACK > end; i--) {
        Figure *figure = &g_array_index(board->figures, Figure, i - 1);
        if (joins(figure, claim)) {
            add_to_figure(board, figure, index);
            return;
        }
    }
    start_figure(board, index);
    cell->count++;
}

int
compare_by_index(const void *a, const void *b)
{
    const uint32_t i = *(const uint32_t *)a, j = *(const uint32_t *)b;
    return (i > j) - (i < j);
}

/* ---- Parts -------------------------------------------------------------- */

typedef struct {
    uint64_t sentence;
    const ClArticleInfo *article;
    unsigned cell, figure;
} Place;

static int
compare_places(const void *left, const void *right)
{
    const Place *a = left, *b = right;
    if (a->cell != b->cell)
        return a->cell < b->cell ? -1 : 1;
    if (a->article != b->article)
        return a->article < b->article ? -1 : 1; /* only to be together */
    return (a->sentence > b->sentence) - (a->sentence < b->sentence);
}

static void
mark_run(Board *board, const GArray *places, unsigned from, unsigned to)
{
    enum { PARTS = 3 };
    for (unsigned i = from; i < to && to - from >= PARTS; i++)
        g_array_index(board->figures, Figure,
                      g_array_index(places, Place, i).figure)
            .listed = true;
}

/* A品牌13,728辆、B品牌15,246辆、C品牌5,775辆: three figures of one thing in one
   sentence are its parts. */
static void
mark_listed(Board *board)
{
    unsigned start = 0;
    g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(Place));
    for (unsigned i = 0; i < board->figures->len; i++) {
        const Figure *figure = board_figure(board, i);
        const ClClaim *claim = figure_claim(board, figure);
        const Place place = {claim->sentence_key, claim->article, figure->cell,
                             i};
        g_array_append_val(places, place);
    }
    g_array_sort(places, compare_places);
    for (unsigned i = 1; i <= places->len; i++) {
        const Place *first = &g_array_index(places, Place, start);
        if (i < places->len &&
            compare_places(first, &g_array_index(places, Place, i)) == 0)
            continue;
        mark_run(board, places, start, i);
        start = i;
    }
}

/* Claims back in reading order, articles counted. */
static void
finish_figures(Board *board)
{
    for (unsigned i = 0; i < board->figures->len; i++) {
        ClCamp *camp = &g_array_index(board->figures, Figure, i).camp;
        g_array_sort(camp->claims, compare_by_index);
        const ClArticleInfo *last = NULL;
        for (unsigned j = 0; j < camp->claims->len; j++) {
            const ClClaim *claim = cl_claims_get(
                board->claims, g_array_index(camp->claims, uint32_t, j));
            camp->sources += claim->article != last;
            last = claim->article;
        }
    }
}

void
board_fill(Board *board,
           const ClRule *rule,
           const ClClaims *claims,
           const GArray *indexes)
{
    *board = (Board){
        .rule = rule,
        .claims = claims,
        .cells = g_array_new(FALSE, FALSE, sizeof(Cell)),
        .figures = g_array_new(FALSE, FALSE, sizeof(Figure)),
    };
    g_autoptr(GArray) order =
        g_array_sized_new(FALSE, FALSE, sizeof(uint32_t), indexes->len);
    g_array_append_vals(order, indexes->data, indexes->len);
    g_array_sort_with_data(order, compare_claims, (void *)claims);
    const ClClaim *last = NULL;
    for (unsigned i = 0; i < order->len; i++) {
        const uint32_t index = g_array_index(order, uint32_t, i);
        const ClClaim *claim = cl_claims_get(claims, index);
        if (!last || compare_keys(last, claim) != 0)
            start_cell(board, claim);
        place_claim(board, index);
        last = claim;
    }
    finish_figures(board);
    mark_listed(board);
    board->copied = g_new0(uint8_t, board->figures->len + 1);
}

void
board_clear(Board *board)
{
    for (unsigned i = 0; i < board->figures->len; i++) {
        Figure *figure = &g_array_index(board->figures, Figure, i);
        g_array_free(figure->quantities, TRUE);
        g_array_free(figure->camp.claims, TRUE);
    }
    g_array_free(board->figures, TRUE);
    g_array_free(board->cells, TRUE);
    g_free(board->copied);
}
