/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What becomes of each two figures of a rule, for those who ask why nothing
 * was told: the same judge says it that makes findings.
 */
#include "check/private.h"

enum { MOST_EXPLAINED = 200 };

static void
take_claims(const ClClaims *claims, const ClRule *rule, GArray *indexes)
{
    for (size_t i = 0; i < cl_claims_count(claims); i++) {
        const ClClaim *claim = cl_claims_get(claims, i);
        const uint32_t index = (uint32_t)i;
        if (claim->rule == rule && claim->repeat_of < 0)
            g_array_append_val(indexes, index);
    }
}

static void
list_figures(const Board *board, GArray *figures)
{
    for (unsigned i = 0; i < board->figures->len; i++) {
        const Figure *figure = board_figure(board, i);
        const ClFigure listed = {figure_claim(board, figure),
                                 figure->camp.claims->len};
        g_array_append_val(figures, listed);
    }
}

/* Two companies are two facts: nobody asks why. */
static bool
is_worth_telling(const Board *board, const ClPairFate *fate)
{
    const char *a =
        entity_of(figure_claim(board, board_figure(board, fate->a)));
    const char *b =
        entity_of(figure_claim(board, board_figure(board, fate->b)));
    return fate->fate == CL_FATE_TOLD || g_strcmp0(a, b) == 0;
}

static void
judge_all(const Board *board, GArray *pairs, GArray *fates)
{
    for (unsigned i = 0; i < board->figures->len; i++)
        for (unsigned j = i + 1; j < board->figures->len; j++) {
            const Comparison comparison =
                compare_facets(figure_claim(board, board_figure(board, i)),
                               figure_claim(board, board_figure(board, j)));
            const ClPairFate fate = {
                .a = i,
                .b = j,
                .fate = judge_pair(board, i, j, pairs),
                .differs = comparison.differs,
                .unknown = comparison.unknown,
            };
            if (is_worth_telling(board, &fate))
                g_array_append_val(fates, fate);
        }
}

static const Pair *
pair_of(const GArray *pairs, const ClPairFate *fate)
{
    for (unsigned i = 0; i < pairs->len; i++) {
        const Pair *pair = &g_array_index(pairs, Pair, i);
        if (pair->a == fate->a && pair->b == fate->b)
            return pair;
    }
    return NULL;
}

static void
add_verdicts(const GArray *pairs, GArray *fates)
{
    for (unsigned i = 0; i < fates->len; i++) {
        ClPairFate *fate = &g_array_index(fates, ClPairFate, i);
        const Pair *pair = pair_of(pairs, fate);
        if (pair) {
            fate->fate = CL_FATE_TOLD;
            fate->verdict = pair->verdict;
        } else if (fate->fate == CL_FATE_TOLD) {
            fate->fate = CL_FATE_SHOWN;
        }
    }
}

bool
cl_check_explain(const ClClaims *claims,
                 const ClRule *rule,
                 GArray *figures,
                 GArray *fates)
{
    Board board;
    g_autoptr(GArray) indexes = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    g_autoptr(GArray) pairs = g_array_new(FALSE, FALSE, sizeof(Pair));
    take_claims(claims, rule, indexes);
    board_fill(&board, rule, claims, indexes);
    list_figures(&board, figures);
    const bool few = figures->len <= MOST_EXPLAINED;
    if (few) {
        judge_all(&board, pairs, fates);
        drop_shown(&board, pairs);
        add_verdicts(pairs, fates);
    }
    board_clear(&board);
    return few;
}
