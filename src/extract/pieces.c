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
    if (value->form == CL_FORM_DECLINE) {
        value->hard = cl_interval_affine(value->hard, minus, none);
        value->usual = cl_interval_affine(value->usual, minus, none);
        value->value = cl_number_negate(value->value);
        value->upper = cl_number_negate(value->upper);
    }
    if (part != CL_PART_TIMES)
        value->form = CL_FORM_LEVEL;
}

static void
add_piece(GArray *pieces, ClPart part, const Token *token)
{
    Piece piece = {part, *token, token->value};
    make_plain(&piece.value, part);
    g_array_append_val(pieces, piece);
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
    add_piece(pieces, CL_PART_FROM, &end);
    if (reach.start > end.source.start)
        end.source = (ClSpan){reach.end, token->source.end};
    end.value = end_of_pair(&token->value, token->value.upper);
    add_piece(pieces, CL_PART_TO, &end);
}

static bool
is_part(const ClFormMatch *match, size_t at)
{
    for (unsigned part = 0; part < CL_PARTS; part++)
        if (match->at[part] == at)
            return true;
    return false;
}

/* Figures of a match that the form gives no part are what is added up. */
static void
add_terms(const ClRule *rule,
          const Window *window,
          const ClFormMatch *match,
          GArray *pieces)
{
    const char wanted = rule->check == CL_CHECK_SUM      ? CL_TOKEN_AMOUNT
                        : rule->check == CL_CHECK_SHARES ? CL_TOKEN_PERCENT
                                                         : 0;
    for (unsigned i = 0; i < window->tokens->len; i++) {
        const Token *token = &g_array_index(window->tokens, Token, i);
        if (token->token == wanted && token->at >= match->span.start &&
            token->at < match->span.end && !is_part(match, token->at))
            add_piece(pieces, CL_PART_TERM, token);
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
            add_piece(pieces, (ClPart)part, token);
    }
    add_terms(rule, window, match, pieces);
    g_array_sort(pieces, compare_pieces);
    return pieces;
}

/* ---- Units ------------------------------------------------------------------ */

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

/* The figure in whose unit the others are read. */
static const Piece *
find_reference(const ClRule *rule, const GArray *pieces)
{
    switch (rule->check) {
    case CL_CHECK_SUM:
        return find_piece(pieces, CL_PART_TOTAL);
    case CL_CHECK_DIFFERENCE: {
        const Piece *apart = find_piece(pieces, CL_PART_DIFFERENCE);
        /* 23% is 5个百分点 above 18% */
        if (apart && apart->value.unit &&
            apart->value.kind != CL_KIND_PERCENTAGE_POINT)
            return apart;
        return find_piece(pieces, CL_PART_TO);
    }
    case CL_CHECK_DIRECTION:
        return find_piece(pieces, CL_PART_MORE);
    default:
        return find_piece(pieces, CL_PART_TO);
    }
}

static ClUnitId
unit_of(const ClRule *rule, const GArray *pieces)
{
    const Piece *reference = find_reference(rule, pieces);
    if (reference && reference->value.unit)
        return reference->value.unit;
    for (unsigned i = 0; i < pieces->len; i++) {
        const Piece *piece = &g_array_index(pieces, Piece, i);
        const bool level = piece->part == CL_PART_FROM ||
                           piece->part == CL_PART_TERM ||
                           piece->part == CL_PART_LESS;
        if (level && piece->value.unit)
            return piece->value.unit;
    }
    return 0;
}

/* Parts of another dimension stand between those of a sum: 6000元往上一年5000万台.
   Of the same one, or bare, they leave it open what was added up. */
static bool
may_be_left_out(Extraction *run, const Piece *piece, ClUnitId unit)
{
    const ClUnitId own = piece->value.unit;
    const char *one = cl_unit_dimension(run->vocabulary, own);
    const char *other = cl_unit_dimension(run->vocabulary, unit);
    const bool money =
        g_str_has_prefix(one, "money") && g_str_has_prefix(other, "money");
    const bool counts = cl_unit_is_count(run->vocabulary, own) &&
                        cl_unit_is_count(run->vocabulary, unit);
    return piece->part == CL_PART_TERM && own && unit && !money && !counts &&
           strcmp(one, other) != 0;
}

static bool
is_level(const Piece *piece)
{
    return piece->part == CL_PART_FROM || piece->part == CL_PART_TO ||
           piece->part == CL_PART_TERM || piece->part == CL_PART_TOTAL ||
           piece->part == CL_PART_LESS || piece->part == CL_PART_MORE ||
           (piece->part == CL_PART_DIFFERENCE &&
            piece->value.kind != CL_KIND_PERCENTAGE_POINT);
}

/* 三个部门分别有12人、15人和20人: 个 counts the word behind it, no people. */
static bool
counts_what_follows(Extraction *run, const Piece *piece, ClUnitId unit)
{
    const ClUnitId any = cl_unit_find(run->vocabulary, "个");
    return piece->part == CL_PART_TERM && piece->value.unit == any &&
           unit != any;
}

static bool
convert_piece(Extraction *run, Piece *piece, ClUnitId unit)
{
    if (piece->value.unit == unit || !piece->value.unit) {
        piece->value.unit = unit;
        return true;
    }
    ClQuantity converted;
    if (!unit || counts_what_follows(run, piece, unit) ||
        !cl_quantity_convert(run->vocabulary, &piece->value, unit, &converted))
        return false;
    piece->value = converted;
    return true;
}

static bool
has_wanted_unit(Extraction *run, const ClRule *rule, ClUnitId unit)
{
    ClNumber factor;
    for (unsigned i = 0; i < rule->units->len; i++)
        if (cl_unit_convert(run->vocabulary, unit,
                            g_array_index(rule->units, ClUnitId, i), &factor))
            return true;
    return rule->units->len == 0;
}

/* 30 percent a year is no growth from here to there; 5元/台 goes with 6元/台. */
static bool
share_divisor(const GArray *pieces)
{
    ClUnitId per = 0;
    bool first = true;
    for (unsigned i = 0; i < pieces->len; i++) {
        const Piece *piece = &g_array_index(pieces, Piece, i);
        const bool level = is_level(piece);
        if (!level && piece->value.per)
            return false;
        if (level && !first && piece->value.per != per)
            return false;
        per = level ? piece->value.per : per;
        first = first && !level;
    }
    return true;
}

bool
unify_units(Extraction *run, const ClRule *rule, GArray *pieces)
{
    const ClUnitId unit = unit_of(rule, pieces);
    if (rule->check == CL_CHECK_YEARS)
        return true;
    if (!share_divisor(pieces))
        return false;
    for (unsigned i = 0; i < pieces->len; i++) {
        Piece *piece = &g_array_index(pieces, Piece, i);
        if (!is_level(piece) || convert_piece(run, piece, unit))
            continue;
        if (!may_be_left_out(run, piece, unit))
            return false;
        g_array_remove_index(pieces, i--);
    }
    return has_wanted_unit(run, rule, unit);
}

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
                                         "on ",  "over ", "as ", "and "};
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
        if (piece->part != CL_PART_TERM)
            continue;
        if (piece->value.shape != CL_SHAPE_POINT)
            return false;
        *gap = cl_number_add(*gap, piece->value.value);
    }
    return true;
}

/* 100000 is one digit of a figure, 27000 are two that changed places. */
static bool
is_slip(ClNumber gap, int place)
{
    enum { DIGIT = 9, SWAP = 9 };
    const ClNumber size = cl_number_abs(gap);
    if (!cl_number_valid(size) || size.divisor != 1 || size.digits == 0 ||
        size.exponent < place)
        return false;
    return size.digits <= DIGIT ||
           (size.digits % SWAP == 0 && size.digits / SWAP <= DIGIT);
}

/* A whole told before its parts, 1.409 million: 725,000 and 784,000, may have
   others.  Of four digits and more, that a slip explains the rest is no
   chance. */
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
    return is_slip(gap, total->value.place) && cl_number_valid(much) &&
           cl_number_compare(much, total->value.value) < 0;
}

static bool
is_told_first(const GArray *pieces, const Piece *total)
{
    return total && &g_array_index(pieces, Piece, 0) == total;
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
        terms += g_array_index(pieces, Piece, i).part == CL_PART_TERM;
    const Piece *years = find_piece(pieces, CL_PART_YEARS);
    const Piece *total = find_piece(pieces, CL_PART_TOTAL);
    switch (rule->check) {
    case CL_CHECK_SUM:
        return terms >= 2 && terms <= MOST_TERMS &&
               (!is_told_first(pieces, total) || tells_parts(pieces, total)) &&
               !counts_something_else(window, match, pieces);
    case CL_CHECK_SHARES:
        return terms >= (find_piece(pieces, CL_PART_REST) ? 1 : 2) &&
               terms <= MOST_TERMS && has_all_shares(window, pieces);
    case CL_CHECK_YEARS:
        return years &&
               strcmp(cl_unit_name(run->vocabulary, years->value.unit),
                      "year") == 0 &&
               (find_piece(pieces, CL_PART_FROM) || window->from);
    default:
        return true;
    }
}
