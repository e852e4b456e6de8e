/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The tokens of a match become the pieces of a statement: what each is in the
 * relation, and all levels in one unit.  What cannot be one thing in one unit
 * is no statement.
 */
#include "extract/statement.h"

#include <string.h>

static const Token *
token_at(const Window *window, size_t at)
{
    for (unsigned i = 0; i < window->tokens->len; i++) {
        const Token *token = &g_array_index(window->tokens, Token, i);
        if (token->at == at)
            return token;
    }
    return NULL;
}
/* ---- Pieces ----------------------------------------------------------------- */

/* 降到80家, 少了700mAh: which way it went is said by the other figures. */
static void
make_plain(ClQuantity *value, ClPart part)
{
    const ClNumber minus = cl_number_make(-1, 0), none = cl_number_make(0, 0);
    if (part == CL_PART_CHANGE && value->form == CL_FORM_GROWTH &&
        cl_number_sign(value->value) < 0)
        value->form = CL_FORM_DECLINE; /* 同比-18% */
    if (value->form == CL_FORM_DECLINE) {
        value->hard = cl_interval_affine(value->hard, minus, none);
        value->usual = cl_interval_affine(value->usual, minus, none);
        value->value = cl_number_negate(value->value);
        value->upper = cl_number_negate(value->upper);
    }
    if (part != CL_PART_TIMES && part != CL_PART_CHANGE)
        value->form = CL_FORM_LEVEL;
}

static ClQuantity
end_of_pair(const ClQuantity *pair, ClNumber end)
{
    ClQuantity value = *pair;
    value.shape = CL_SHAPE_POINT;
    value.hard = value.usual = cl_interval_point(end);
    value.value = value.upper = end;
    value.span_of_values = false;
    value.hedge = "exact";
    return value;
}

/* Whether a figure ends at a byte of a sentence. */
static bool
ends_figure(Extraction *run, Passage *passage, size_t end)
{
    const GArray *quantities = passage_quantities(run, passage);
    for (unsigned i = 0; i < quantities->len; i++)
        if (g_array_index(quantities, ClQuantity, i).span.end == end)
            return true;
    return false;
}

/* 18 percent less than 51.5 million, adding up to 90: no hedge of the figure,
   though it reads like one. */
static ClQuantity
without_link(Extraction *run, const Token *token)
{
    static const char *const links[] = {
        "more than ",  "less than ",  "higher than ",
        "lower than ", "fewer than ", "above ",
        "below ",      "over ",       "up to "};
    static const char *const leads[] = {
        "%",       "percent", "points",  "point",   "adding",   "adds",
        "add",     "added",   "million", "billion", "trillion", "yuan",
        "dollars", "euros",   "won",     "yen",     "km",       "mah",
        "kg",      "people",  "units",   "cars",    "stores",   "shops"};
    const char *text = passage_near(run, token->index, 0)->text.text->str;
    size_t end = token->source.start;
    bool linked = false;
    for (size_t i = 0; i < G_N_ELEMENTS(links); i++)
        linked |= g_str_has_prefix(text + end, links[i]);
    while (end > 0 && text[end - 1] == ' ')
        end--;
    const gssize own = (gssize)(token->source.end - token->source.start);
    if (linked && g_strstr_len(text + token->source.start, own, "than the ") &&
        ends_figure(run, passage_near(run, token->index, 0), end))
        return end_of_pair(&token->value, token->value.value);
    for (size_t i = 0; linked && i < G_N_ELEMENTS(leads); i++) {
        const size_t length = strlen(leads[i]);
        if (end >= length && memcmp(text + end - length, leads[i], length) == 0)
            return end_of_pair(&token->value, token->value.value);
    }
    return token->value;
}

/* 4699元起: a price that others begin at is that price. */
static ClQuantity
without_start(Extraction *run, const Token *token, ClQuantity value)
{
    static const char *const starts[] = {"起", "起步", "起跳", "起售"};
    const char *text = passage_near(run, token->index, 0)->text.text->str;
    const ClSpan span = token->source;
    for (size_t i = 0; i < G_N_ELEMENTS(starts); i++) {
        const size_t length = strlen(starts[i]);
        if (value.kind == CL_KIND_CURRENCY && span.end - span.start > length &&
            memcmp(text + span.end - length, starts[i], length) == 0)
            return end_of_pair(&value, value.value);
    }
    return value;
}

static void
add_piece(Extraction *run, GArray *pieces, ClPart part, const Token *token)
{
    Piece piece = {part, *token,
                   without_start(run, token, without_link(run, token))};
    make_plain(&piece.value, part);
    g_array_append_val(pieces, piece);
}

/* Where the second figure begins: 120 stores in "from 100 to 120 stores". */
static ClSpan
find_reach(const char *text, ClSpan span)
{
    static const char *const words[] = {" to ", "到", "至"};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        const char *at = g_strrstr_len(
            text + span.start, (gssize)(span.end - span.start), words[i]);
        if (at)
            return (ClSpan){(size_t)(at - text),
                            (size_t)(at - text) + strlen(words[i])};
    }
    return span;
}

static void
add_pair(Extraction *run, GArray *pieces, const Token *token)
{
    const char *text = passage_near(run, token->index, 0)->text.text->str;
    const ClSpan reach = find_reach(text, token->source);
    Token end = *token;
    end.source.start += from_word_at(text, token->source.start);
    if (reach.start > end.source.start)
        end.source.end = reach.start;
    end.value = end_of_pair(&token->value, token->value.value);
    add_piece(run, pieces, CL_PART_FROM, &end);
    if (reach.start > end.source.start)
        end.source = (ClSpan){reach.end, token->source.end};
    end.value = end_of_pair(&token->value, token->value.upper);
    add_piece(run, pieces, CL_PART_TO, &end);
}

static bool
is_part(const ClFormMatch *match, size_t at)
{
    for (unsigned part = 0; part < CL_PARTS; part++)
        if (match->at[part] == at)
            return true;
    return false;
}

/* 破万, 10,053辆: what is told once more, more exactly, counts once. */
static bool
is_told_again(const Window *window, unsigned i)
{
    enum { NEAR = 1 + 4 }; /* the token, and a comma with blanks */
    if (i + 1 >= window->tokens->len)
        return false;
    const Token *token = &g_array_index(window->tokens, Token, i);
    const Token *next = &g_array_index(window->tokens, Token, i + 1);
    return token->value.shape != CL_SHAPE_POINT &&
           next->value.shape == CL_SHAPE_POINT && next->token == token->token &&
           next->at - token->at <= NEAR &&
           cl_interval_holds(token->value.hard, next->value.value);
}

/* Shares and what makes a share are percentages, other sums amounts. */
static char
wanted_terms(const ClRule *rule, const Window *window, const ClFormMatch *match)
{
    const size_t at = match->at[CL_PART_TOTAL];
    const Token *total = at == SIZE_MAX ? NULL : token_at(window, at);
    if (rule->check == CL_CHECK_SHARES)
        return CL_TOKEN_PERCENT;
    if (rule->check == CL_CHECK_PART)
        return match->at[CL_PART_SOME] == SIZE_MAX ? CL_TOKEN_AMOUNT : 0;
    if (rule->check != CL_CHECK_SUM)
        return 0;
    return total ? total->token : CL_TOKEN_AMOUNT;
}

/* Figures of a match that the form gives no part are what is added up. */
static void
add_terms(Extraction *run,
          const ClRule *rule,
          const Window *window,
          const ClFormMatch *match,
          GArray *pieces)
{
    const char wanted = wanted_terms(rule, window, match);
    const ClPart part =
        match->proof == CL_PROOF_ALL ? CL_PART_EACH : CL_PART_TERM;
    for (unsigned i = 0; i < window->tokens->len; i++) {
        const Token *token = &g_array_index(window->tokens, Token, i);
        if (token->token == wanted && token->at >= match->terms.start &&
            token->at < match->terms.end && !is_part(match, token->at) &&
            !is_told_again(window, i))
            add_piece(run, pieces, part, token);
    }
}

static int
compare_pieces(const void *left, const void *right)
{
    const Piece *a = left, *b = right;
    if (a->token.at != b->token.at)
        return a->token.at < b->token.at ? -1 : 1;
    return (int)a->part - (int)b->part;
}

GArray *
collect_pieces(Extraction *run,
               const ClRule *rule,
               const Window *window,
               const ClFormMatch *match)
{
    GArray *pieces = g_array_new(FALSE, FALSE, sizeof(Piece));
    for (unsigned part = 0; part < CL_PARTS; part++) {
        const Token *token = match->at[part] == SIZE_MAX
                                 ? NULL
                                 : token_at(window, match->at[part]);
        if (token && part == CL_PART_PAIR)
            add_pair(run, pieces, token);
        else if (token)
            add_piece(run, pieces, (ClPart)part, token);
    }
    add_terms(run, rule, window, match, pieces);
    g_array_sort(pieces, compare_pieces);
    return pieces;
}

Piece *
find_piece(const GArray *pieces, ClPart part)
{
    for (unsigned i = 0; i < pieces->len; i++) {
        Piece *piece = &g_array_index(pieces, Piece, i);
        if (piece->part == part)
            return piece;
    }
    return NULL;
}

bool
is_term(const Piece *piece)
{
    return piece->part == CL_PART_TERM || piece->part == CL_PART_EACH;
}
