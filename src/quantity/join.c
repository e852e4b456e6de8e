/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Smaller units are added to greater ones: 一小时三十分钟, 50元6角, 7 feet and
 * 10 inches, 12块5, 7分04秒957.  Money keeps its greater unit, the rest is told
 * in the smaller one, so that nothing is lost.
 */
#include "quantity/phrase.h"

#include <string.h>

#define MOST_PARTS 8

static const ClUnit *
unit_of(const ClReader *r, ClUnitId unit)
{
    return cl_vocabulary_unit(r->vocabulary, unit);
}

/* The units that both spellings can mean in one dimension: 分 and 秒. */
static bool
choose_units(const ClReader *r,
             const ClPhrase *p,
             int spelling,
             ClUnitId *greater,
             ClUnitId *smaller)
{
    const ClVocabulary *v = r->vocabulary;
    const ClSpelling single = {{p->unit}};
    const ClSpelling *choices = p->spelling >= 0 && !p->currency
                                    ? cl_vocabulary_spelling(v, p->spelling)
                                    : &single;
    for (int i = 0; i < CL_SPELLING_UNITS && choices->units[i]; i++) {
        const ClUnit *a = unit_of(r, choices->units[i]);
        const ClUnitId other = cl_spelling_in(v, spelling, a->dimension);
        if (other == 0 || a->kind == CL_KIND_COUNT)
            continue;
        const ClUnit *b = unit_of(r, other);
        if (cl_number_compare(b->factor, a->factor) < 0) {
            *greater = choices->units[i];
            *smaller = other;
            return true;
        }
    }
    return false;
}

static ClNumber
convert(const ClUnit *from, const ClUnit *to, ClNumber value)
{
    if (from->holds && strcmp(from->holds, to->name) == 0)
        return cl_number_multiply(value, from->times);
    return cl_number_multiply(value,
                              cl_number_divide(from->factor, to->factor));
}

static void
add_part(const ClReader *r,
         ClPhrase *p,
         const ClNumeral *part,
         ClUnitId greater,
         ClUnitId smaller)
{
    const ClUnit *a = unit_of(r, greater), *b = unit_of(r, smaller);
    if (a->kind == CL_KIND_CURRENCY) {
        p->n.value = cl_number_add(p->n.value, convert(b, a, part->value));
        p->unit = greater;
        p->n.place = part->place + b->factor.exponent;
    } else {
        p->n.value = cl_number_add(convert(a, b, p->n.value), part->value);
        p->unit = smaller;
        p->n.place = part->place;
    }
    p->n.upper = p->n.value;
    p->n.tail = p->n.place;
}

static size_t
part_place(const ClReader *r, size_t at)
{
    int meaning;
    return at + cl_reader_match(r, CL_WORDS_JOINTS, at, &meaning);
}

static bool
starts_number(const ClReader *r, size_t at)
{
    return cl_reader_digit(r, at) || cl_reader_letter(r, at) ||
           cl_reader_char(r, at) / 16 != CL_CHAR_NONE;
}

/* 2019年11月9日 is a date, and no length to add to. */
static bool
opens_date(const ClReader *r, const ClPhrase *p)
{
    if (p->unit == r->vocabulary->year)
        return p->n.digits == 4 || p->n.flags & CL_NUMERAL_STRING;
    return p->unit == r->vocabulary->month && cl_reader_word(r, p->n.end, "月");
}

/* Most units have none: nothing is read twice behind 300家. */
static bool
may_have_parts(const ClReader *r, const ClPhrase *p)
{
    if (p->spelling < 0 || p->currency)
        return unit_of(r, p->unit)->flags & CL_UNIT_PARTS;
    const ClSpelling *choices =
        cl_vocabulary_spelling(r->vocabulary, p->spelling);
    unsigned flags = 0;
    for (int i = 0; i < CL_SPELLING_UNITS && choices->units[i]; i++)
        flags |= unit_of(r, choices->units[i])->flags;
    return flags & CL_UNIT_PARTS;
}

static bool
take_part_at(const ClReader *r, size_t at, ClPhrase *p)
{
    ClPhrase part;
    ClUnitId greater, smaller;
    cl_phrase_open(&part, at);
    if (!starts_number(r, at) || !cl_numeral_read(r, at, &part.n) ||
        part.n.flags & (CL_NUMERAL_VERSION | CL_NUMERAL_ORDINAL))
        return false;
    part.end = part.n.end;
    cl_phrase_read_unit(r, &part);
    if (!part.unit || part.after || part.spelling < 0 ||
        !choose_units(r, p, part.spelling, &greater, &smaller))
        return false;
    add_part(r, p, &part.n, greater, smaller);
    p->end = part.end;
    p->spelling = part.spelling;
    if (unit_of(r, p->unit)->kind == CL_KIND_CURRENCY)
        p->spelling = -1;
    return true;
}

/* 零 may join or be the digit itself: 一小时零三分, 十元零角. */
static bool
take_part(const ClReader *r, ClPhrase *p)
{
    if (!may_have_parts(r, p))
        return false;
    const size_t at = part_place(r, p->end);
    return take_part_at(r, at, p) ||
           (at > p->end && take_part_at(r, p->end, p));
}

/* 12块5, 三米九, 04秒957: digits right behind are decimals. */
static bool
take_decimals(const ClReader *r, ClPhrase *p)
{
    const ClUnit *unit = unit_of(r, p->unit);
    ClNumeral n;
    int spelling;
    const int role = cl_reader_char(r, p->end) / 16;
    if (!(unit->flags & CL_UNIT_DECIMAL) ||
        (unsigned char)r->text[p->end - 1] < 0x80 ||
        !(cl_reader_digit(r, p->end) || role == CL_CHAR_DIGIT) ||
        p->n.flags & CL_NUMERAL_DECIMAL || !cl_numeral_read(r, p->end, &n))
        return false;
    const int digits = n.flags & CL_NUMERAL_ARABIC ? n.digits : 1;
    const bool plain = n.end - p->end == (role ? 3u : (size_t)digits);
    if (!plain || digits > 3 || cl_reader_unit(r, n.end, &spelling) ||
        cl_reader_letter(r, n.end) || cl_reader_byte(r, n.end) == '%' ||
        cl_reader_byte(r, n.end) == '-' || cl_reader_byte(r, n.end) == ' ')
        return false;
    /* 三块六毛五: of the mao */
    const int place = MIN(p->n.place, 0) - digits;
    const ClNumber part = cl_number_shift(n.value, place);
    p->n.value = p->n.upper = cl_number_add(p->n.value, part);
    p->n.place = p->n.tail = place;
    p->end = n.end;
    return true;
}

/* 2 hours ten, 15 dollars 50, $3 and fourteen: nothing may follow. */
static bool
take_rest(const ClReader *r, ClPhrase *p)
{
    const ClUnit *unit = unit_of(r, p->unit);
    if (cl_number_is_zero(unit->rest))
        return false;
    const size_t at = part_place(r, p->end);
    ClNumeral n;
    if (p->n.value.divisor != 1 || p->n.value.exponent < 0 || p->n.scale > 2 ||
        r->text[p->end] == ',' || !starts_number(r, at) ||
        cl_byte_is_chinese(cl_reader_byte(r, at)) ||
        (unsigned char)r->text[p->end - 1] >= 0x80 ||
        !cl_numeral_read(r, at, &n) ||
        n.flags & ~(unsigned)(CL_NUMERAL_ARABIC | CL_NUMERAL_ENGLISH))
        return false;
    const char next = cl_reader_byte(r, n.end);
    const bool ends = n.end == r->length || strchr(".,;!?)\"", next) ||
                      cl_reader_word(r, n.end, " more");
    const ClNumber limit = cl_number_divide(cl_number_make(1, 0), unit->rest);
    if (!ends || n.value.exponent < 0 || !cl_number_valid(n.value) ||
        cl_number_compare(n.value, limit) >= 0)
        return false;
    p->n.value =
        cl_number_add(p->n.value, cl_number_multiply(n.value, unit->rest));
    p->n.upper = p->n.value;
    p->end = n.end;
    return true;
}

bool
cl_phrase_join(const ClReader *r, ClPhrase *p)
{
    const unsigned odd = CL_NUMERAL_RANGED | CL_NUMERAL_PERCENT;
    if (!p->unit || p->n.flags & odd || p->n.hedge || p->after ||
        !cl_number_valid(p->n.value) || opens_date(r, p))
        return false;
    int parts = 0;
    while (parts < MOST_PARTS && take_part(r, p))
        parts++;
    return take_decimals(r, p) || take_rest(r, p) || parts > 0;
}
