/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whether the pieces of a match are enough to reckon with: all shares and
 * parts there are, or a slip where the words leave open whether they are.
 */
#include "extract/statement.h"

#include <string.h>

/* 其余 leaves over what all shares before it do not take. */
static bool
has_all_shares(const Window *window, const GArray *pieces)
{
    const Piece *first = &g_array_index(pieces, Piece, 0);
    if (!find_piece(pieces, CL_PART_REST))
        return true;
    for (unsigned i = 0; i < window->tokens->len; i++) {
        const Token *token = &g_array_index(window->tokens, Token, i);
        if (token->token == CL_TOKEN_PERCENT && token->at < first->token.at)
            return false;
    }
    return true;
}

/* 300 people and 200 in Paris, together 12 offices: a noun that is no known
   unit makes a bare total another thing. */
static bool
counts_something_else(const Window *window,
                      const ClFormMatch *match,
                      const GArray *pieces)
{
    const Piece *total = find_piece(pieces, CL_PART_TOTAL);
    if (!total || total->token.value.unit ||
        match->span.end > total->token.at + 1)
        return false;
    /* 49,545 for the half is told of a time, and of nothing else */
    static const char *const joints[] = {"for ", "in ",   "by ", "at ",
                                         "on ",  "over ", "as ", "and ",
                                         "so ",  "to ",   "all "};
    const char *after = window->text->str + total->token.at + 1;
    after += *after == ' ';
    for (size_t i = 0; i < G_N_ELEMENTS(joints); i++)
        if (g_str_has_prefix(after, joints[i]))
            return false;
    const gunichar c = g_utf8_get_char(after);
    return g_unichar_isalpha(c) || cl_char_is_han(c);
}

/* What the terms are short of the total, or over it; false if one of them is
   no plain number. */
static bool
find_gap(const GArray *pieces, const Piece *total, ClNumber *gap)
{
    *gap = cl_number_negate(total->value.value);
    if (total->value.shape != CL_SHAPE_POINT)
        return false;
    for (unsigned i = 0; i < pieces->len; i++) {
        const Piece *piece = &g_array_index(pieces, Piece, i);
        if (!is_term(piece))
            continue;
        if (piece->value.shape != CL_SHAPE_POINT)
            return false;
        *gap = cl_number_add(*gap, piece->value.value);
    }
    return true;
}

/* 100000 is one digit of a figure, 27000 are two that changed places, 99 two
   with another between them. */
static bool
is_slip(ClNumber gap, int place)
{
    enum { DIGIT = 9, SWAP = 9, FAR_SWAP = 99 };
    const ClNumber size = cl_number_abs(gap);
    if (!cl_number_valid(size) || size.divisor != 1 || size.digits == 0 ||
        size.exponent < place)
        return false;
    return size.digits <= DIGIT ||
           (size.digits % SWAP == 0 && size.digits / SWAP <= DIGIT) ||
           (size.digits % FAR_SWAP == 0 && size.digits / FAR_SWAP <= DIGIT);
}

/* A whole told before its parts, 1.409 million: 725,000 and 784,000, may have
   others.  Of four digits and more, that there is no rest or a slip explains
   it is no chance. */
static bool
tells_parts(const GArray *pieces, const Piece *total)
{
    enum { PRECISE = 3, FAR = 4 };
    ClNumber gap;
    const int magnitude = cl_number_magnitude(total->value.value);
    if (!find_gap(pieces, total, &gap) ||
        magnitude - total->value.place < PRECISE)
        return false;
    const ClNumber much =
        cl_number_multiply(cl_number_abs(gap), cl_number_make(FAR, 0));
    if (cl_number_is_zero(gap))
        return true;
    return is_slip(gap, total->value.place) && cl_number_valid(much) &&
           cl_number_compare(much, total->value.value) < 0;
}

/* A sum that its words leave open is told where a slip explains it. */
static bool
is_open(const ClFormMatch *match, const GArray *pieces, const Piece *total)
{
    const bool first = total && &g_array_index(pieces, Piece, 0) == total;
    return match->proof == CL_PROOF_SLIP ||
           (match->proof == CL_PROOF_NONE && first);
}

/* 营收5亿元，净利1亿元，其中海外收入3亿元: 其中 may be of any figure before. */
static bool
exceeds_all(const Window *window, const GArray *pieces)
{
    const Piece *some = find_piece(pieces, CL_PART_SOME);
    const Piece *all = find_piece(pieces, CL_PART_ALL);
    if (cl_number_compare(some->value.value, all->value.value) <= 0)
        return true;
    for (unsigned i = 0; i < window->tokens->len; i++) {
        const Token *token = &g_array_index(window->tokens, Token, i);
        if (token->at >= some->token.at)
            break;
        if (token->token == CL_TOKEN_AMOUNT &&
            cl_number_compare(token->value.upper, some->value.value) >= 0)
            return false;
    }
    return true;
}

/* 2 for 两家, 3 for 三者 at a place; 0 for anything else, as for 三季度, the third
   quarter. */
static unsigned
group_at(const char *text)
{
    static const char *const numerals[] = {"两", "三", "四", "五", "六"};
    static const char *const kinds[] = {"家", "者", "名", "强", "大",
                                        "国", "款", "地", "方", "个"};
    for (size_t i = 0; i < G_N_ELEMENTS(numerals); i++)
        for (size_t j = 0;
             j < G_N_ELEMENTS(kinds) && g_str_has_prefix(text, numerals[i]);
             j++)
            if (g_str_has_prefix(text + strlen(numerals[i]), kinds[j]))
                return (unsigned)i + 2;
    return 0;
}

/* How many a text says right before a byte: 两家合计, 前三名共; 0: none. */
static unsigned
count_said(const char *text, size_t at)
{
    enum { REACH = 30 };
    const char *from = text + (at > REACH ? at - REACH : 0);
    const char *c = g_utf8_find_prev_char(from, text + at);
    unsigned said = 0;
    for (; c && !said; c = g_utf8_find_prev_char(from, c))
        said = group_at(c);
    return said;
}

/* 乙19.1%，丙13%，前三名共51.8%: one of the three was not understood. */
static bool
lacks_terms(const Window *window, const GArray *pieces, unsigned terms)
{
    const Piece *total = find_piece(pieces, CL_PART_TOTAL);
    const Piece *last = &g_array_index(pieces, Piece, pieces->len - 1);
    if (!total || last != total)
        return false;
    const unsigned said = count_said(window->text->str, total->token.at);
    return said > terms;
}

/* Each of them less than the whole. */
static bool
are_parts(const GArray *pieces)
{
    const Piece *all = find_piece(pieces, CL_PART_ALL);
    for (unsigned i = 0; all && i < pieces->len; i++) {
        const Piece *piece = &g_array_index(pieces, Piece, i);
        if (is_term(piece) &&
            cl_number_compare(piece->value.value, all->value.value) >= 0)
            return false;
    }
    return all != NULL;
}

bool
is_whole(Extraction *run,
         const ClRule *rule,
         const Window *window,
         const ClFormMatch *match,
         const GArray *pieces)
{
    unsigned terms = 0;
    for (unsigned i = 0; i < pieces->len; i++)
        terms += is_term(&g_array_index(pieces, Piece, i));
    const Piece *years = find_piece(pieces, CL_PART_YEARS);
    const Piece *total = find_piece(pieces, CL_PART_TOTAL);
    switch (rule->check) {
    case CL_CHECK_SUM:
        return terms >= 2 && terms <= MOST_TERMS &&
               !lacks_terms(window, pieces, terms) &&
               (!is_open(match, pieces, total) || tells_parts(pieces, total)) &&
               !counts_something_else(window, match, pieces);
    case CL_CHECK_SHARES:
        return terms >= (find_piece(pieces, CL_PART_REST) ? 1 : 2) &&
               terms <= MOST_TERMS && has_all_shares(window, pieces);
    case CL_CHECK_YEARS:
        return years &&
               strcmp(cl_unit_name(run->vocabulary, years->value.unit),
                      "year") == 0 &&
               (find_piece(pieces, CL_PART_FROM) || window->from);
    case CL_CHECK_PART:
        return find_piece(pieces, CL_PART_SOME)
                   ? exceeds_all(window, pieces)
                   : terms >= 2 && terms <= MOST_TERMS && are_parts(pieces);
    default:
        return true;
    }
}
