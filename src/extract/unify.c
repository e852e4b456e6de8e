/* SPDX-License-Identifier: Apache-2.0 */
/*
 * All levels of a statement in one unit: that of what they make, or of the
 * first that has one.  What cannot be brought to it is no statement.
 */
#include "extract/statement.h"

#include <string.h>

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
    case CL_CHECK_SHARE:
    case CL_CHECK_PART:
        return find_piece(pieces, CL_PART_ALL);
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
        const bool level =
            piece->part == CL_PART_FROM || piece->part == CL_PART_TERM ||
            piece->part == CL_PART_EACH || piece->part == CL_PART_SOME ||
            piece->part == CL_PART_ADDED || piece->part == CL_PART_LESS;
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
    /* the two brands brought in $5bn and $3bn */
    if (is_term(piece) && !own && g_str_has_prefix(other, "money"))
        return true;
    return piece->part == CL_PART_TERM && own && unit && !money && !counts &&
           strcmp(one, other) != 0;
}

static bool
is_level(const Piece *piece)
{
    return piece->part == CL_PART_FROM || piece->part == CL_PART_TO ||
           piece->part == CL_PART_TERM || piece->part == CL_PART_EACH ||
           piece->part == CL_PART_TOTAL || piece->part == CL_PART_LESS ||
           piece->part == CL_PART_MORE || piece->part == CL_PART_SOME ||
           piece->part == CL_PART_ALL || piece->part == CL_PART_ADDED ||
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

/* Down 17 percent on 2023: a bare year stands beside figures with a unit. */
static bool
may_be_year(Extraction *run, const Piece *piece)
{
    enum { FIRST = 1900, LAST = 2100, DIGITS = 4 };
    const char *text = passage_near(run, piece->token.index, 0)->text.text->str;
    const ClNumber value = piece->value.value;
    return !piece->value.unit && piece->part != CL_PART_TERM &&
           strspn(text + piece->token.source.start, "0123456789") == DIGITS &&
           cl_number_compare(value, cl_number_make(FIRST, 0)) >= 0 &&
           cl_number_compare(value, cl_number_make(LAST, 0)) <= 0;
}

/* 比上代的16低了500元, 588个品牌破亿: a bare number, far from what has a unit, is
   the name of something or counts another thing. */
static bool
is_out_of_scale(const GArray *pieces, const Piece *piece)
{
    enum { FAR = 50 };
    const ClNumber own = cl_number_abs(piece->value.value);
    const ClNumber much = cl_number_multiply(own, cl_number_make(FAR, 0));
    if (piece->value.unit ||
        (piece->part != CL_PART_FROM && piece->part != CL_PART_TO))
        return false;
    bool seen = false;
    for (unsigned i = 0; i < pieces->len; i++) {
        const Piece *other = &g_array_index(pieces, Piece, i);
        if (!is_level(other) || !other->value.unit ||
            other->part == CL_PART_DIFFERENCE)
            continue;
        const ClNumber size = cl_number_abs(other->value.value);
        if (cl_number_compare(size, much) < 0 &&
            cl_number_compare(
                own, cl_number_multiply(size, cl_number_make(FAR, 0))) < 0)
            return false;
        seen = true;
    }
    return seen;
}

/* 新台幣412億元, 較上季的380億元: what is called 元 after it is the same. */
static bool
is_bare_yuan(Extraction *run, const Piece *piece)
{
    const char *text = passage_near(run, piece->token.index, 0)->text.text->str;
    const ClSpan span = piece->token.source;
    return piece->value.unit == cl_unit_find(run->vocabulary, "元") &&
           span.end - span.start > strlen("元") &&
           memcmp(text + span.end - strlen("元"), "元", strlen("元")) == 0 &&
           !g_strstr_len(text + span.start, (gssize)(span.end - span.start),
                         "人民");
}

static bool
is_called_yuan(Extraction *run, ClUnitId unit)
{
    return unit && (unit == cl_unit_find(run->vocabulary, "新台币") ||
                    unit == cl_unit_find(run->vocabulary, "港元"));
}

/* $5.2bn and 3.4bn: a sum of money, its currency said before. */
static bool
is_large(const Piece *piece)
{
    return cl_number_compare(cl_number_abs(piece->value.value),
                             cl_number_make(1, 6)) >= 0;
}

static bool
convert_piece(Extraction *run, Piece *piece, ClUnitId unit)
{
    const char *dimension = cl_unit_dimension(run->vocabulary, unit);
    if (unit && may_be_year(run, piece))
        return false;
    if (is_term(piece) && !piece->value.unit && dimension &&
        g_str_has_prefix(dimension, "money") && !is_large(piece))
        return false;
    if (piece->value.unit == unit || !piece->value.unit) {
        piece->value.unit = unit;
        return true;
    }
    if (is_called_yuan(run, unit) && is_bare_yuan(run, piece)) {
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

/* The unit of the others, where the reference is 元 and they say whose. */
static ClUnitId
named_yuan(Extraction *run, const GArray *pieces, ClUnitId unit)
{
    ClUnitId named = unit;
    for (unsigned i = 0; i < pieces->len; i++) {
        const Piece *piece = &g_array_index(pieces, Piece, i);
        if (!is_level(piece) || !piece->value.unit)
            continue;
        if (piece->value.unit == unit && !is_bare_yuan(run, piece))
            return unit;
        if (is_called_yuan(run, piece->value.unit))
            named = piece->value.unit;
    }
    return named;
}

bool
unify_units(Extraction *run, const ClRule *rule, GArray *pieces)
{
    const ClUnitId unit = named_yuan(run, pieces, unit_of(rule, pieces));
    if (rule->check == CL_CHECK_YEARS)
        return true;
    if (!share_divisor(pieces))
        return false;
    for (unsigned i = 0; i < pieces->len; i++) {
        Piece *piece = &g_array_index(pieces, Piece, i);
        if (unit && is_level(piece) && is_out_of_scale(pieces, piece))
            return false;
        if (!is_level(piece) || convert_piece(run, piece, unit))
            continue;
        if (!may_be_left_out(run, piece, unit))
            return false;
        g_array_remove_index(pieces, i--);
    }
    return has_wanted_unit(run, rule, unit);
}
