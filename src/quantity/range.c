/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The second end of a range: 21万-30万, 4000-6000元, 两到三千, 3、4万亿, between
 * 2 and 3 times, 2,000±5.  A unit or a scale at one end serves both.
 */
#include "quantity/phrase.h"

#include <string.h>

static const ClUnit *
unit_of(const ClReader *r, ClUnitId unit)
{
    return cl_vocabulary_unit(r->vocabulary, unit);
}

/* ---- The second end ---------------------------------------------------- */

/* $ in $10-$20, 人民币 in 从5元到人民币10元. */
static size_t
skip_currency(const ClReader *r, size_t at, ClPhrase *b)
{
    int spelling;
    const size_t length = cl_reader_match(r, CL_WORDS_SYMBOLS, at, &spelling);
    if (length == 0)
        return at;
    const ClUnitId unit =
        cl_vocabulary_spelling(r->vocabulary, spelling)->units[0];
    if (unit_of(r, unit)->kind != CL_KIND_CURRENCY)
        return at;
    b->currency = unit;
    return cl_reader_gap(r, at + length);
}

static bool
read_second(const ClReader *r, size_t at, ClPhrase *b)
{
    int meaning;
    cl_phrase_open(b, at);
    at += cl_reader_match(r, CL_WORDS_RANGE_SKIP, at, &meaning);
    at = skip_currency(r, at, b);
    const char sign = cl_reader_byte(r, at);
    b->negative = sign == '-' || cl_reader_word(r, at, "负") > 0;
    if (b->negative)
        at += sign == '-' ? 1 : strlen("负");
    const int role = cl_reader_char(r, at) / 16;
    if (!cl_reader_digit(r, at) && !cl_reader_letter(r, at) && role == 0)
        return false;
    if (!cl_numeral_read_whole(r, at, &b->n) ||
        b->n.flags & (CL_NUMERAL_VERSION | CL_NUMERAL_ORDINAL))
        return false;
    b->end = b->n.end;
    cl_phrase_read_unit(r, b);
    cl_phrase_join(r, b);
    return true;
}

/* ---- Making both ends alike -------------------------------------------- */

/* 500-600万, 一千到两千万: the closing scale of the second end serves both. */
static void
share_scale(ClNumeral *a, const ClNumeral *b)
{
    if (b->scale == 0 || a->scale >= b->scale || b->hedge ||
        a->flags & (CL_NUMERAL_BARE | CL_NUMERAL_PERCENT))
        return;
    const ClNumber mantissa = cl_number_shift(b->value, -b->scale);
    if (a->scale && b->scale < 4)
        return;
    if (cl_number_compare(a->value, mantissa) >= 0)
        return;
    a->value = cl_number_shift(a->value, b->scale);
    a->upper = cl_number_shift(a->upper, b->scale);
    a->place += b->scale;
    a->tail += b->scale;
}

static bool
share_unit(const ClReader *r, ClPhrase *a, ClPhrase *b, bool spoken_to)
{
    if (a->unit == b->unit)
        return true;
    if (!a->unit || !b->unit) {
        if (a->unit && spoken_to && !a->currency)
            return false; /* 5 percent to 60: two figures */
        ClPhrase *poor = a->unit ? b : a;
        const ClPhrase *rich = a->unit ? a : b;
        poor->unit = rich->unit;
        poor->spelling = rich->spelling;
        poor->per = rich->per;
        return true;
    }
    ClNumber factor;
    if (!cl_dimension_joins(unit_of(r, a->unit)->dimension,
                            unit_of(r, b->unit)->dimension) ||
        unit_of(r, a->unit)->kind == CL_KIND_COUNT ||
        !cl_unit_convert(r->vocabulary, a->unit, b->unit, &factor))
        return false;
    a->n.value = cl_number_multiply(a->n.value, factor);
    a->n.upper = cl_number_multiply(a->n.upper, factor);
    a->unit = b->unit;
    return true;
}

static bool
are_estimates(const ClPhrase *a, const ClPhrase *b)
{
    const ClNumber ten = cl_number_make(10, 0);
    const ClNumber mantissa = cl_number_shift(b->n.value, -b->n.scale);
    return a->unit == 0 && a->n.scale == 0 && (b->n.scale || b->unit) &&
           a->n.value.exponent == 0 && a->n.value.divisor == 1 &&
           cl_number_compare(mantissa, ten) < 0 &&
           cl_number_equal(cl_number_add(a->n.value, cl_number_make(1, 0)),
                           mantissa);
}

/* 间 in 与20000间 ends a range; it counts rooms elsewhere. */
static void
free_closing_word(const ClReader *r, ClPhrase *b)
{
    int meaning;
    const size_t closing =
        cl_reader_match(r, CL_WORDS_RANGE_AFTER, b->n.end, &meaning);
    if (closing > 0 && b->n.end + closing >= b->end) {
        b->unit = 0;
        b->end = b->n.end;
    }
}

static void
apply_sign(ClPhrase *p)
{
    if (!p->negative)
        return;
    p->n.value = cl_number_negate(p->n.value);
    p->n.upper = cl_number_negate(p->n.upper);
    p->negative = false;
}

/* ---- Words around a range ---------------------------------------------- */

/* The length of a word in front, the blank between included; 0 for none. */
static size_t
length_before(const ClReader *r, ClWords words, size_t at)
{
    int meaning;
    const size_t gap = at > r->floor && r->text[at - 1] == ' ';
    const size_t length =
        cl_reader_match_before(r, words, at - gap, r->floor, &meaning);
    return length ? length + gap : 0;
}

static bool
stands_between(const ClReader *r, const ClPhrase *a, const ClPhrase *b)
{
    int meaning;
    if (length_before(r, CL_WORDS_RANGE_BEFORE, a->start) > 0)
        return true;
    return cl_reader_match(r, CL_WORDS_RANGE_AFTER, b->end, &meaning) > 0;
}

/* 售价 in 官方指导价为21万-30万: a word of price a few characters before. */
static bool
names_span(const ClReader *r, size_t at)
{
    int meaning;
    for (int i = 0; i < 4 && at > r->floor; i++) {
        if (cl_reader_match_before(r, CL_WORDS_SPAN_WORDS, at, r->floor,
                                   &meaning) > 0)
            return true;
        at--;
        while (at > r->floor && (r->text[at] & 0xC0) == 0x80)
            at--;
    }
    return false;
}

/* 从不足1%到6% tells a change, not a range: its first end is hedged. */
static bool
starts_with_hedge(const ClReader *r, const ClPhrase *a)
{
    const ClVocabulary *v = r->vocabulary;
    int word;
    const size_t gap = a->start > r->floor && r->text[a->start - 1] == ' ';
    const size_t length = cl_reader_match_before(
        r, CL_WORDS_HEDGES_BEFORE, a->start - gap, r->floor, &word);
    if (length == 0 || word == 0)
        return false;
    const int id = g_array_index(v->hedge_words, ClHedgeWord, word).hedges[0];
    return cl_vocabulary_hedge(v, id)->shape == CL_SHAPE_ONE_SIDED;
}

static void
take_words_around(const ClReader *r, ClPhrase *a, int role)
{
    int meaning;
    a->both_hold = length_before(r, CL_WORDS_RANGE_FROM, a->start) > 0 ||
                   names_span(r, a->start);
    if (role == CL_RANGE_BETWEEN ||
        length_before(r, CL_WORDS_RANGE_FROM, a->start) > 0)
        a->start -= length_before(r, CL_WORDS_RANGE_BEFORE, a->start);
    a->end += cl_reader_match(r, CL_WORDS_RANGE_AFTER, a->end, &meaning);
}

/* in 2023 to 148.4 billion: a greater number of a smaller scale is no start. */
static bool
ends_before_it_starts(const ClPhrase *a, const ClPhrase *b)
{
    return !a->unit && a->n.scale == 0 && b->n.scale >= 6 &&
           cl_number_compare(a->n.value,
                             cl_number_shift(b->n.value, -b->n.scale)) >= 0;
}

/* leapt by a quarter to 26.0 billion: by how much, and to what. */
static bool
is_change_by_part(const ClPhrase *a, const ClPhrase *b)
{
    return !a->unit && a->n.flags & CL_NUMERAL_FRACTION &&
           !(b->n.flags & CL_NUMERAL_FRACTION) &&
           cl_number_compare(a->n.value, cl_number_make(1, 0)) < 0;
}

/* rose from 4 to 6, went steadily from 4 to 6: what it was and what it is. */
static bool
tells_move(const ClReader *r, const ClPhrase *a)
{
    int meaning;
    const size_t from = length_before(r, CL_WORDS_RANGE_FROM, a->start);
    if (!from)
        return false;
    size_t at = a->start - from;
    at -= at > r->floor && r->text[at - 1] == ' ';
    if (at >= r->floor + 2 && memcmp(r->text + at - 2, "ly", 2) == 0) {
        while (at > r->floor && r->text[at - 1] != ' ')
            at--;
        at -= at > r->floor;
    }
    return cl_reader_match_before(r, CL_WORDS_RANGE_MOVES, at, r->floor,
                                  &meaning) > 0 ||
           (cl_reader_match_before(r, CL_WORDS_CHANGES, at, r->floor,
                                   &meaning) > 0 &&
            meaning <= CL_CHANGE_DECLINE);
}

/* ---- Putting together -------------------------------------------------- */

static bool
unite(const ClReader *r, ClPhrase *a, ClPhrase *b, int role, bool spoken_to)
{
    if (role == CL_RANGE_ESTIMATE && !are_estimates(a, b))
        return false;
    if (role == CL_RANGE_BETWEEN)
        free_closing_word(r, b);
    if (role == CL_RANGE_BETWEEN && !stands_between(r, a, b))
        return false;
    if (spoken_to && (ends_before_it_starts(a, b) || is_change_by_part(a, b) ||
                      tells_move(r, a)))
        return false;
    if (b->currency && !b->unit)
        b->unit = b->currency;
    share_scale(&a->n, &b->n);
    if (!share_unit(r, a, b, spoken_to))
        return false;
    apply_sign(a);
    apply_sign(b);
    if (!cl_number_valid(a->n.value) || !cl_number_valid(b->n.upper) ||
        cl_number_compare(a->n.value, b->n.upper) > 0)
        return false;
    a->n.upper = b->n.upper;
    a->n.place = MIN(a->n.place, b->n.place);
    a->n.flags |= CL_NUMERAL_RANGED |
                  (b->n.flags & (CL_NUMERAL_ENGLISH | CL_NUMERAL_PERCENT));
    a->n.flags &=
        ~(unsigned)(CL_NUMERAL_LONE | CL_NUMERAL_PAIR | CL_NUMERAL_BARE);
    a->n.end = b->n.end;
    a->end = b->end;
    a->ranged = true;
    if (b->after && !a->after)
        a->after = b->after;
    return true;
}

/* 2,000±5 */
static bool
read_margin(const ClReader *r, ClPhrase *a)
{
    const size_t sign = cl_reader_word(r, a->n.end, "±");
    ClNumeral margin;
    if (sign == 0 || !cl_reader_digit(r, a->n.end + sign))
        return false;
    cl_numeral_read_arabic(r, a->n.end + sign, &margin);
    const ClNumber middle = a->n.value;
    a->n.value = cl_number_subtract(middle, margin.value);
    a->n.upper = cl_number_add(middle, margin.value);
    a->n.end = a->end = margin.end;
    a->n.flags |= CL_NUMERAL_RANGED;
    a->ranged = true;
    a->unit = 0;
    cl_phrase_read_unit(r, a);
    return true;
}

static bool
is_spoken_to(const ClReader *r, size_t at)
{
    return r->text[at] == ' ' && cl_reader_letter(r, at + 1);
}

bool
cl_phrase_read_range(const ClReader *r, ClPhrase *a)
{
    int role;
    if (a->ranged || a->n.flags & CL_NUMERAL_ORDINAL || a->per)
        return false;
    if (read_margin(r, a))
        return true;
    size_t at = a->end;
    at += cl_reader_word(r, at, "(含)");
    const size_t length = cl_reader_match(r, CL_WORDS_RANGES, at, &role);
    ClPhrase b;
    if (length == 0 || !read_second(r, at + length, &b) ||
        (r->text[at] != '-' && r->text[at] != '~' && starts_with_hedge(r, a)))
        return false;
    const ClPhrase first = *a;
    const int roles[] = {CL_RANGE_PLAIN, CL_RANGE_BETWEEN, CL_RANGE_ESTIMATE};
    for (size_t i = 0; i < G_N_ELEMENTS(roles); i++) {
        ClPhrase second = b;
        *a = first;
        if (role & roles[i] &&
            unite(r, a, &second, roles[i], is_spoken_to(r, at))) {
            take_words_around(r, a, roles[i]);
            return true;
        }
    }
    *a = first;
    return false;
}
