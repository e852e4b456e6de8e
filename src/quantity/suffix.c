/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What stands behind a number: 多, the unit (with 个 before it, with a half or
 * a hedge in between), what it is counted per, and hedges such as 以上.
 */
#include "quantity/phrase.h"

#include <string.h>

static bool
is_money(const ClReader *r, ClUnitId unit)
{
    return cl_vocabulary_unit(r->vocabulary, unit)->kind == CL_KIND_CURRENCY;
}

/* A unit of counted things that has a name of its own behind a counter: 万名
 * 用户 are users. */
static bool
names_things(const ClReader *r, int spelling, size_t length)
{
    const ClUnitId unit =
        cl_vocabulary_spelling(r->vocabulary, spelling)->units[0];
    return length >= 6 || !cl_unit_is_count(r->vocabulary, unit) ||
           cl_vocabulary_unit(r->vocabulary, unit)->accepts;
}

/* ---- Taking them ------------------------------------------------------- */

static void
set_unit(const ClReader *r, ClPhrase *p, int spelling, size_t end)
{
    p->spelling = spelling;
    p->unit = cl_vocabulary_spelling(r->vocabulary, spelling)->units[0];
    p->end = end;
}

static int
hedge_of(const ClReader *r, int word, const ClPhrase *p)
{
    const ClVocabulary *v = r->vocabulary;
    const ClHedgeWord *choices =
        &g_array_index(v->hedge_words, ClHedgeWord, word);
    for (int i = 0; i < CL_HEDGE_WORD_CHOICES && choices->hedges[i]; i++) {
        const ClHedge *hedge = cl_vocabulary_hedge(v, choices->hedges[i]);
        const bool bare = p->n.flags & CL_NUMERAL_BARE;
        const bool scaled = p->n.scale >= 3;
        if ((hedge->bare == CL_ONLY && !bare) ||
            (hedge->bare == CL_NEVER && bare) ||
            (hedge->scaled == CL_ONLY && !scaled))
            continue;
        return choices->hedges[i];
    }
    return 0;
}

/* 多 right behind the digits: 300多家. */
CL_SELDOM static void
take_tight(const ClReader *r, ClPhrase *p)
{
    int word, unit;
    const size_t length =
        cl_reader_match(r, CL_WORDS_HEDGES_TIGHT, p->end, &word);
    if (length == 0 || p->n.hedge || p->n.flags & CL_NUMERAL_FRACTION)
        return;
    const int hedge = hedge_of(r, word, p);
    const size_t end = p->end + length;
    /* 来 needs something to count: 10来人, but 近10来 is nothing */
    if (strncmp(r->text + p->end, "来", 3) == 0 &&
        cl_reader_unit(r, end, &unit) == 0)
        return;
    if (strncmp(r->text + end, "少", 3) == 0)
        return;
    p->after = hedge;
    p->end = end;
}

/* 个 and what it leads to: 一个小时, 一个半月, 两个多月, 20个比特币. */
CL_SELDOM static bool
take_linked(const ClReader *r, ClPhrase *p, size_t at)
{
    const size_t link = cl_reader_match(r, CL_WORDS_LINK, at, NULL);
    if (link == 0)
        return false;
    size_t i = at + link;
    int word, spelling;
    const size_t half = cl_reader_match(r, CL_WORDS_HALF, i, NULL);
    const size_t hedge = cl_reader_match(r, CL_WORDS_HEDGES_TIGHT, i, &word);
    i += half ? half : hedge;
    const size_t length = cl_reader_unit(r, i, &spelling);
    if (length == 0 || !names_things(r, spelling, length))
        return false;
    const ClUnit *unit = cl_vocabulary_unit(
        r->vocabulary,
        cl_vocabulary_spelling(r->vocabulary, spelling)->units[0]);
    if ((half || hedge) && unit->kind != CL_KIND_DURATION)
        return false;
    set_unit(r, p, spelling, i + length);
    if (half)
        p->n.value = p->n.upper =
            cl_number_add(p->n.value, cl_number_make(5, -1));
    if (half)
        p->n.place = p->n.tail = -1;
    if (hedge && !half)
        p->after = hedge_of(r, word, p);
    return true;
}

/* 名 in 5万名用户 says what is counted only with the noun behind it. */
static void
take_noun(const ClReader *r, ClPhrase *p)
{
    const ClVocabulary *v = r->vocabulary;
    int spelling;
    const size_t length = cl_reader_unit(r, p->end, &spelling);
    ClNumber factor;
    if (length < 6)
        return;
    const ClUnitId noun = cl_vocabulary_spelling(v, spelling)->units[0];
    if (cl_unit_is_count(v, noun) && cl_unit_convert(v, p->unit, noun, &factor))
        set_unit(r, p, spelling, p->end + length);
}

/* 元 in 亿元人民币, 度 in 度电: the word behind says which. */
static void
refine_generic(const ClReader *r, ClPhrase *p)
{
    const ClVocabulary *v = r->vocabulary;
    int spelling;
    const size_t length = cl_reader_unit(r, p->end, &spelling);
    if (length > 0 && is_money(r, p->unit) &&
        is_money(r, cl_vocabulary_spelling(v, spelling)->units[0]))
        set_unit(r, p, spelling, p->end + length);
}

/* $100-150m, $100m-150m: the currency stands before the other end. */
CL_SELDOM static bool
ends_money_range(const ClReader *r, const ClPhrase *p)
{
    int spelling;
    size_t at = p->n.start;
    if (at < r->floor + 3 || !strchr("-~", r->text[at - 1]))
        return false;
    at -= 1 + (g_ascii_isalpha(r->text[at - 2]) != 0);
    const size_t end = at;
    while (at > r->floor &&
           (g_ascii_isdigit(r->text[at - 1]) || strchr(".,", r->text[at - 1])))
        at--;
    return at < end && cl_reader_match_before(r, CL_WORDS_UNITS_BEFORE, at,
                                              r->floor, &spelling) > 0;
}

/* Cars in 1.2m cars: who counts things does not measure them. Of one thing m
 * tells the length, and t the weight of many. */
static bool
counts_things(const ClReader *r, int scale, int spelling, size_t end)
{
    const ClUnitId unit =
        cl_vocabulary_spelling(r->vocabulary, spelling)->units[0];
    return (scale == 6 || scale == 9) &&
           cl_unit_is_count(r->vocabulary, unit) &&
           (cl_reader_byte(r, end - 1) == 's' ||
            cl_reader_word(r, end - strlen("people"), "people"));
}

/* Money or many things: 12m yuan, 12m cars. */
CL_SELDOM static bool
leads_to_many(const ClReader *r, int scale, size_t at)
{
    int spelling;
    const size_t gap = cl_reader_gap(r, at);
    const size_t length = cl_reader_unit(r, gap, &spelling);
    return length > 0 &&
           (is_money(
                r,
                cl_vocabulary_spelling(r->vocabulary, spelling)->units[0]) ||
            (gap > at && counts_things(r, scale, spelling, gap + length)));
}

/* m, b and T behind a number are scales where money or many things are meant:
 * $10m, 1.2m cars. */
CL_SELDOM static void
take_money_letter(const ClReader *r, ClPhrase *p)
{
    int scale;
    const size_t length =
        cl_reader_match(r, CL_WORDS_MONEY_LETTERS, p->end, &scale);
    if (length == 0 || p->n.scale || !(p->n.flags & CL_NUMERAL_ARABIC))
        return;
    if (!p->currency && !ends_money_range(r, p) &&
        !leads_to_many(r, scale, p->end + length))
        return;
    p->n.value = p->n.upper = cl_number_shift(p->n.value, scale);
    p->n.place += scale;
    p->n.tail = scale + MIN(p->n.tail, 0);
    p->n.scale = scale;
    p->n.end = p->end = p->end + length;
}

/* The place a unit may start: behind a blank, or a hyphen as in 10-gallon. */
static size_t
unit_place(const ClReader *r, size_t at)
{
    const char c = cl_reader_byte(r, at);
    if (c == ' ' || (c == '-' && cl_reader_letter(r, at + 1)))
        return at + 1;
    return at;
}

CL_SELDOM static void
take_half(const ClReader *r, ClPhrase *p)
{
    static const char *const words[] = {" and a half", " and half"};
    int meaning;
    size_t half = cl_reader_match(r, CL_WORDS_HALF, p->end, NULL);
    if (half && cl_reader_match(r, CL_WORDS_SILENT, p->end, &meaning) > half)
        return;
    if (half && cl_reader_unit(r, p->end + half, &meaning) &&
        !(strncmp(r->text + p->end + half, "钟", 3) == 0))
        return;
    for (size_t i = 0; half == 0 && i < G_N_ELEMENTS(words); i++)
        half = cl_reader_word(r, p->end, words[i]);
    if (half == 0 || !p->unit || p->n.flags & CL_NUMERAL_DECIMAL ||
        cl_reader_letter(r, p->end + half))
        return;
    const ClUnitId time =
        p->spelling >= 0 ? cl_spelling_in(r->vocabulary, p->spelling, "time")
                         : 0;
    if (time) /* 五分半 is told of time, not of points */
        p->unit = time;
    p->n.value = cl_number_add(p->n.value, cl_number_make(5, -1));
    p->n.upper = p->n.value;
    p->n.place = p->n.tail = -1;
    p->end += half;
    p->end += cl_reader_word(r, p->end, "钟");
}

/* 四成五 is 4.5 tenths; 三成一个月 is three, and a month. */
CL_SELDOM static void
take_tenths(const ClReader *r, ClPhrase *p)
{
    enum { HAN = 3 };
    const unsigned next = cl_reader_char(r, p->end);
    int spelling;
    if (!(cl_vocabulary_unit(r->vocabulary, p->unit)->flags & CL_UNIT_SPOKEN) ||
        next / 16 != CL_CHAR_DIGIT || next % 16 == 0 ||
        cl_reader_char(r, p->end + HAN) / 16 != CL_CHAR_NONE ||
        cl_reader_unit(r, p->end + HAN, &spelling))
        return;
    p->n.value =
        cl_number_add(p->n.value, cl_number_make((int64_t)(next % 16), -1));
    p->n.upper = p->n.value;
    p->n.place = p->n.tail = -1;
    p->end += HAN;
}

/* a year earlier is when, not how often. */
static bool
tells_when(const ClReader *r, size_t at)
{
    static const char *const words[] = {" earlier", " ago",   " later",
                                        " before",  " after", " from",
                                        "-earlier", " or "};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        if (cl_reader_word(r, at, words[i]))
            return true;
    }
    return false;
}

/* An article does not count by anything: $5 a share, but not $5 a kilometre. */
static bool
takes_article(const ClUnit *unit)
{
    return unit->kind == CL_KIND_DURATION || unit->kind == CL_KIND_COUNT ||
           strcmp(unit->name, "barrel") == 0;
}

/* /台, 每股, per hour, a share */
CL_SELDOM static void
take_per(const ClReader *r, ClPhrase *p)
{
    int role, spelling;
    const size_t word = cl_reader_match(r, CL_WORDS_PER, p->end, &role);
    if (word == 0 || !p->unit || p->per)
        return;
    const size_t at = p->end + word;
    const size_t length = cl_reader_unit(r, at, &spelling);
    if (length == 0 || cl_reader_digit(r, at))
        return;
    const ClUnitId unit =
        cl_vocabulary_spelling(r->vocabulary, spelling)->units[0];
    if (role == CL_PER_ARTICLE &&
        (!takes_article(cl_vocabulary_unit(r->vocabulary, unit)) ||
         tells_when(r, at + length)))
        return;
    p->per = unit;
    p->end = at + length;
}

/* 级 in 百万级 hedges the number; it is a grade in 3级. */
CL_SELDOM static bool
tells_class(const ClReader *r, const ClPhrase *p, size_t at)
{
    int word;
    const size_t length = cl_reader_match(r, CL_WORDS_HEDGES_AFTER, at, &word);
    const int id = length && word > 0 ? hedge_of(r, word, p) : 0;
    const ClHedge *hedge = cl_vocabulary_hedge(r->vocabulary, id);
    return hedge->bare == CL_ONLY || hedge->scaled == CL_ONLY;
}

/* half an hour, three quarters of a mile, one and a quarter of hour */
CL_SELDOM static size_t
skip_of(const ClReader *r, const ClPhrase *p)
{
    static const char *const words[] = {" of an ", " of a ", " of ", " an ",
                                        " a "};
    int spelling;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        const size_t length = cl_reader_word(r, p->end, words[i]);
        if (length && cl_reader_unit(r, p->end + length, &spelling) > 0 &&
            !cl_unit_is_count(
                r->vocabulary,
                cl_vocabulary_spelling(r->vocabulary, spelling)->units[0]))
            return length;
    }
    return 0;
}

/* 75 USD million */
CL_SELDOM static void
take_scale_behind(const ClReader *r, ClPhrase *p)
{
    int meaning;
    const size_t at = p->end + 1;
    if (!is_money(r, p->unit) || p->n.scale)
        return;
    const size_t length = cl_reader_match(r, CL_WORDS_ENGLISH, at, &meaning);
    if (length == 0 || cl_word_role(meaning) != CL_WORD_SCALE)
        return;
    p->n.scale = cl_word_value(meaning);
    p->n.value = p->n.upper = cl_number_shift(p->n.value, p->n.scale);
    p->n.place += p->n.scale;
    p->n.tail = p->n.scale + MIN(p->n.tail, 0);
    p->end = at + length;
}

/* 19,100 company-operated stores are no companies. */
static bool
opens_compound(const ClReader *r, size_t at, size_t end)
{
    return at > 0 && cl_reader_byte(r, at - 1) == ' ' &&
           cl_reader_byte(r, end) == '-' && cl_reader_letter(r, end + 1);
}

/* Where its unit would start. */
static inline size_t
unit_start(const ClReader *r, const ClPhrase *p)
{
    const unsigned of = CL_NUMERAL_FRACTION | CL_NUMERAL_ENGLISH;
    const size_t skipped = (p->n.flags & of) == of ? skip_of(r, p) : 0;
    return skipped ? p->end + skipped : unit_place(r, p->end);
}

/* 20 in "$20 $30" has the $ for its unit. */
static bool
opens_next_price(const ClReader *r, size_t at, size_t length)
{
    return length <= 3 && cl_reader_digit(r, cl_reader_gap(r, at + length)) &&
           !cl_reader_letter(r, at);
}

static inline void
take_plain_unit(const ClReader *r, ClPhrase *p)
{
    int spelling;
    const size_t at = unit_start(r, p);
    if (cl_reader_may(r, CL_WORDS_LINK, at) && take_linked(r, p, at)) {
        const size_t whole = cl_reader_unit(r, at, &spelling);
        if (at + whole > p->end)
            set_unit(r, p, spelling, at + whole);
        return;
    }
    const size_t length = cl_reader_unit(r, at, &spelling);
    if (length == 0 ||
        (cl_reader_may(r, CL_WORDS_HEDGES_AFTER, at) &&
         tells_class(r, p, at)) ||
        opens_compound(r, at, at + length))
        return;
    if (p->currency) {
        const ClUnitId unit =
            cl_vocabulary_spelling(r->vocabulary, spelling)->units[0];
        const bool generic =
            cl_vocabulary_unit(r->vocabulary, unit)->flags & CL_UNIT_GENERIC;
        if ((!is_money(r, unit) && !generic) || opens_next_price(r, at, length))
            return;
    }
    set_unit(r, p, spelling, at + length);
    if (cl_reader_byte(r, p->end) == ' ')
        take_scale_behind(r, p);
}

/* 元 after 港币, 度 after 摄氏: the word before says which; but 角 after 人民币
 * stays a tenth. */
static void
settle_currency(const ClReader *r, ClPhrase *p)
{
    const ClUnit *money = cl_vocabulary_unit(r->vocabulary, p->currency);
    const ClUnitId part =
        p->spelling >= 0
            ? cl_spelling_in(r->vocabulary, p->spelling, money->dimension)
            : 0;
    p->unit = part ? part : p->currency;
}

/* 壹分 is money: nobody counts points on a cheque. */
static void
settle_formal(const ClReader *r, ClPhrase *p)
{
    if (p->spelling < 0)
        return;
    const ClUnitId money =
        cl_spelling_in(r->vocabulary, p->spelling, "money:CNY");
    if (money)
        p->unit = money;
}

/* What stands behind a unit belongs to it: 五分半, 四成五. */
static inline void
take_rest_of_unit(const ClReader *r, ClPhrase *p)
{
    if (cl_reader_may(r, CL_WORDS_HALF, p->end) ||
        cl_reader_byte(r, p->end) == ' ')
        take_half(r, p);
    if (p->n.flags & CL_NUMERAL_LONE)
        take_tenths(r, p);
}

static inline void
take_unit(const ClReader *r, ClPhrase *p)
{
    take_plain_unit(r, p);
    if (p->unit) {
        const ClUnit *unit = cl_vocabulary_unit(r->vocabulary, p->unit);
        if (unit->kind == CL_KIND_COUNT)
            take_noun(r, p);
        else if (unit->flags & CL_UNIT_GENERIC)
            refine_generic(r, p);
    }
    if (p->currency)
        settle_currency(r, p);
    if (p->n.flags & CL_NUMERAL_FORMAL)
        settle_formal(r, p);
    if (p->unit)
        take_rest_of_unit(r, p);
}

void
cl_phrase_read_unit(const ClReader *r, ClPhrase *p)
{
    p->spelling = -1;
    if (cl_reader_may(r, CL_WORDS_MONEY_LETTERS, p->end))
        take_money_letter(r, p);
    if (p->n.flags & CL_NUMERAL_PERCENT)
        p->unit = MAX(r->vocabulary->percent, 0);
    if (cl_reader_may(r, CL_WORDS_HEDGES_TIGHT, p->end))
        take_tight(r, p);
    if (!(p->n.flags & CL_NUMERAL_PERCENT))
        take_unit(r, p);
}

/* "40 and more than 30": more belongs to what follows. */
static bool
opens_next(const ClReader *r, size_t at)
{
    return (cl_reader_word(r, at, " than ") || cl_reader_word(r, at, " to ")) &&
           at + 4 < r->length;
}

/* ---- Hedges behind ----------------------------------------------------- */

void
cl_phrase_read_after(const ClReader *r, ClPhrase *p)
{
    if (cl_reader_may(r, CL_WORDS_PER, p->end))
        take_per(r, p);
    for (int i = 0; i < 2; i++) {
        int word;
        size_t at = cl_reader_gap(r, p->end);
        size_t length = cl_reader_match(r, CL_WORDS_HEDGES_AFTER, at, &word);
        if (length == 0 && cl_reader_byte(r, at) == ',') {
            at++; /* 300, or more */
            length = 0;
        }
        const int hedge = length && word > 0 ? hedge_of(r, word, p) : 0;
        if (hedge == 0 || opens_next(r, at + length))
            return;
        if (p->after == 0 || hedge < p->after)
            p->after = hedge;
        p->end = at + length;
    }
}
