/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Number characters become a number: 二十八万九千, 3千万亿, 三五百, 十四五万,
 * 500多亿, 一百五.  The sum is kept in four parts: what a greater scale closed,
 * what the last 万 or 亿 closed, the section of 千百十 since, and the digit.
 */
#include "quantity/numeral.h"

#include <string.h>

#define SECTION_SCALE 4 /* 万 and above close a section */

typedef struct {
    ClNumber high, low, section, digit;
    ClNumber spread; /* upper minus lower, for 三五百 */
    bool any_low, any_section, any_digit;
    bool zero;    /* 零 stands before the digit: it keeps its own place */
    bool formal;  /* has a character of the formal set */
    bool single;  /* digit is one character */
    bool bare;    /* a scale alone so far */
    bool string;  /* digit by digit */
    bool settled; /* after 多: only scales may follow */
    int low_scale, section_scale, last_scale, closing;
    int place, tail;
    int hedge, hedge_unit;
    unsigned characters; /* of digits and scales */
    size_t end;
} Sum;

/* A digit is a number in normal form as it stands. */
static ClNumber
whole(int digit)
{
    return (ClNumber){digit, 1, 0};
}

static bool
is_digit_role(int role)
{
    return role == CL_CHAR_DIGIT || role == CL_CHAR_FORMAL;
}

static bool
started(const Sum *s)
{
    return s->any_low || s->any_section;
}

/* ---- Digits ------------------------------------------------------------ */

#define LONGEST_STRING 18

typedef struct {
    uint8_t values[LONGEST_STRING];
    size_t count; /* may exceed what values hold */
    bool formal;
    size_t end;
} Digits;

/* 两 behind digits weighs: 九两, 三十两; but 一两个 is one or two. */
static bool
is_weight(const ClReader *r, size_t at, bool after_one)
{
    static const char weight[] = "两";
    const int next = cl_reader_char(r, at + strlen(weight));
    int unit;
    if (!cl_reader_word(r, at, weight) || next / 16 == CL_CHAR_SCALE)
        return false;
    return !after_one || cl_reader_match(r, CL_WORDS_UNITS_ZH,
                                         at + strlen(weight), &unit) == 0;
}

static Digits
read_digits(const ClReader *r, size_t at, bool first)
{
    Digits digits = {.end = at};
    for (;; digits.end += 3) {
        const int c = cl_reader_char(r, digits.end);
        const bool after_one = digits.count == 1 && digits.values[0] == 1;
        if (!is_digit_role(c / 16) || ((!first || digits.count > 0) &&
                                       is_weight(r, digits.end, after_one)))
            return digits;
        if (digits.count < LONGEST_STRING)
            digits.values[digits.count] = (uint8_t)(c % 16);
        digits.formal |= c / 16 == CL_CHAR_FORMAL;
        digits.count++;
    }
}

/* 三四, 两三, 三五: an estimate between two digits. */
static bool
is_pair(const Digits *d, size_t from)
{
    if (d->count != from + 2)
        return false;
    const int a = d->values[from], b = d->values[from + 1];
    return a > 0 && (b == a + 1 || (a == 3 && b == 5));
}

static void
set_digit(Sum *s, ClNumber value, int place)
{
    s->digit = value;
    s->any_digit = true;
    s->place = place;
    s->tail = place;
    s->closing = 0;
}

/* Digit by digit: 二〇二五, 一七二零. */
static void
set_string(Sum *s, const Digits *d)
{
    ClNumber value = CL_NUMBER_OVERFLOW;
    if (d->count <= LONGEST_STRING) {
        int64_t n = 0;
        for (size_t i = 0; i < d->count; i++)
            n = n * 10 + d->values[i];
        value = cl_number_make(n, 0);
    }
    set_digit(s, value, 0);
    s->string = true;
}

static bool
take_digits(const ClReader *r, size_t at, Sum *s)
{
    const Digits d = read_digits(r, at, !started(s));
    if (d.count == 0)
        return false;
    size_t from = 0;
    if (s->settled || s->any_digit)
        return false;
    while (started(s) && from < d.count && from < LONGEST_STRING &&
           d.values[from] == 0)
        from++;
    if (from > 0)
        s->zero = true;
    if (from == d.count) { /* 零 before a scale: 一万零百一十 */
        s->end = d.end;
        return true;
    }
    if (d.count == from + 1) {
        set_digit(s, whole(d.values[from]), 0);
        s->single = true;
    } else if (is_pair(&d, from)) {
        set_digit(s, whole(d.values[from]), 0);
        s->spread = whole(d.values[from + 1] - d.values[from]);
        s->single = true;
    } else if (!started(s)) {
        set_string(s, &d);
    } else {
        return false;
    }
    s->formal |= d.formal;
    s->characters += (unsigned)MIN(d.count, 1000);
    s->end = d.end;
    return true;
}

/* 点 and the digits behind it: 二点五, 十点二三三. */
static bool
take_decimals(const ClReader *r, size_t at, Sum *s)
{
    const size_t point = cl_reader_match(r, CL_WORDS_POINT, at, NULL);
    if (point == 0 || s->settled || (!s->any_digit && !started(s)))
        return false;
    const Digits d = read_digits(r, at + point, false);
    const int next = cl_reader_char(r, d.end);
    if (d.count == 0 || d.count > LONGEST_STRING ||
        next == CL_CHAR_SCALE * 16 + 1) /* 三点五十: a time of day */
        return false;
    int64_t n = 0;
    for (size_t i = 0; i < d.count; i++)
        n = n * 10 + d.values[i];
    const int place = -(int)d.count;
    const ClNumber before = s->any_digit ? s->digit : whole(0);
    set_digit(s, cl_number_add(before, cl_number_make(n, place)), place);
    s->single = false;
    s->zero = true;
    s->characters += (unsigned)d.count;
    s->end = d.end;
    return true;
}

/* ---- Scales ------------------------------------------------------------ */

/* 千 in 三千克 belongs to the unit, as 兆 in 五十兆字节 does. */
static bool
belongs_to_unit(const ClReader *r, size_t at)
{
    int unit;
    const size_t length = cl_reader_match(r, CL_WORDS_UNITS_ZH, at, &unit);
    return length > 3;
}

static void
close_scale(Sum *s, int scale, bool follows_scale)
{
    s->closing = follows_scale ? s->closing + scale : scale;
    s->last_scale = scale;
    s->any_digit = false;
    s->single = false;
    s->zero = false;
    if (s->hedge)
        s->hedge_unit += scale;
}

static bool
take_small_scale(Sum *s, int scale)
{
    if (scale >= s->section_scale || s->string)
        return false;
    if (!s->any_digit && scale != 1 && (started(s) && !s->zero))
        return false;
    s->bare = !s->any_digit && !started(s) && scale > 1;
    const ClNumber times = s->any_digit ? s->digit : whole(1);
    s->section = cl_number_add(s->section, cl_number_shift(times, scale));
    if (!cl_number_is_zero(s->spread) && s->any_digit)
        s->spread = cl_number_shift(s->spread, scale);
    s->place = (s->any_digit ? s->place : 0) + scale;
    s->tail = s->place;
    s->any_section = true;
    s->section_scale = scale;
    close_scale(s, scale, false);
    return true;
}

static bool
take_great_scale(Sum *s, int scale)
{
    const bool pending = s->any_digit || s->any_section;
    if (s->string || (pending && s->any_low && scale == s->low_scale))
        return false;
    ClNumber sum = cl_number_add(s->section, s->digit);
    if (!s->any_digit)
        sum = s->section;
    if (!pending && !s->any_low) {
        sum = whole(1);
        s->bare = true;
    }
    if (s->any_low && (!pending || scale > s->low_scale))
        sum = cl_number_add(s->low, pending ? sum : whole(0));
    else if (s->any_low)
        s->high = cl_number_add(s->high, s->low);
    s->low = cl_number_shift(sum, scale);
    s->spread = cl_number_shift(s->spread, scale);
    s->place = (pending || s->any_low ? s->place : 0) + scale;
    s->tail = scale + MIN(s->tail, 0);
    if (!pending && s->any_low)
        s->tail = s->place;
    s->section = whole(0);
    s->any_section = false;
    s->any_low = true;
    s->low_scale = scale;
    s->section_scale = SECTION_SCALE;
    close_scale(s, scale, !pending);
    return true;
}

static bool
take_scale(const ClReader *r, size_t at, int c, Sum *s)
{
    const int scale = c % 16;
    const bool first = !started(s) && !s->any_digit;
    if (belongs_to_unit(r, at) && (!first || scale > 1))
        return false;
    s->formal |= c / 16 == CL_CHAR_FORMAL_SCALE;
    const bool taken = scale < SECTION_SCALE ? take_small_scale(s, scale)
                                             : take_great_scale(s, scale);
    if (taken) {
        s->characters++;
        s->end = at + 3;
    }
    return taken;
}

static bool
take_tens(size_t at, int c, Sum *s)
{
    if (s->any_digit || s->section_scale <= 1 || s->settled)
        return false;
    s->section = cl_number_add(s->section, cl_number_shift(whole(c % 16), 1));
    s->any_section = true;
    s->section_scale = 1;
    s->place = s->tail = 1;
    s->closing = 0;
    s->last_scale = 1;
    s->characters += 2;
    s->end = at + 3;
    return true;
}

/* ---- Between ----------------------------------------------------------- */

static bool
is_scale(int c)
{
    return c / 16 == CL_CHAR_SCALE || c / 16 == CL_CHAR_FORMAL_SCALE;
}

/* 三万二 is 32000, 一百五 is 150: the last scale is left out. */
static bool
omits_scale(const Sum *s)
{
    return s->any_digit && s->single && !s->zero && s->last_scale >= 2 &&
           !s->settled;
}

static void
fill_scale(Sum *s)
{
    s->digit = cl_number_shift(s->digit, s->last_scale - 1);
    s->spread = cl_number_shift(s->spread, s->last_scale - 1);
    s->place = s->tail = s->last_scale - 1;
}

/* 多 in 500多亿, 来 in 十来万: the hedge stays, the scale goes on. */
static bool
take_hedge(const ClReader *r, size_t at, Sum *s)
{
    int word;
    const size_t length = cl_reader_match(r, CL_WORDS_HEDGES_TIGHT, at, &word);
    if (length == 0 || s->hedge || (!started(s) && !s->any_digit))
        return false;
    const int c = cl_reader_char(r, at + length);
    if (!is_scale(c) || c % 16 < 2 || belongs_to_unit(r, at + length))
        return false;
    if (omits_scale(s)) /* 三百二来万 */
        fill_scale(s);
    s->hedge =
        g_array_index(r->vocabulary->hedge_words, ClHedgeWord, word).hedges[0];
    s->hedge_unit = s->tail;
    s->settled = true;
    s->end = at + length;
    return true;
}

/* 个 in 三个亿. */
static bool
take_link(const ClReader *r, size_t at, Sum *s)
{
    const size_t link = cl_reader_match(r, CL_WORDS_LINK, at, NULL);
    const int c = link ? cl_reader_char(r, at + link) : 0;
    if (!is_scale(c) || c % 16 < SECTION_SCALE ||
        (!started(s) && !s->any_digit))
        return false;
    s->end = at + link;
    return true;
}

/* The scale behind a number or behind its 多: 5,900亿, 5,900多亿; or what
   stands there. */
static int
scale_behind(const ClReader *r, size_t at)
{
    const size_t hedge = cl_reader_match(r, CL_WORDS_HEDGES_TIGHT, at, NULL);
    const int scale = cl_reader_char(r, at + hedge);
    return is_scale(scale) ? scale : cl_reader_char(r, at);
}

/* How many digits stand in front of the point: four in 4,122. */
static int
count_whole_digits(const ClReader *r, const ClNumeral *number)
{
    int count = number->digits;
    for (size_t at = number->start + (size_t)count;
         at < number->end && r->text[at] != '.';
         at++)
        count += cl_reader_digit(r, at);
    return count;
}

/* Digits after a scale: 5万4千, 100万1111, 38万4,122, 200亿零四千230,
   16兆5,900多亿. */
static bool
take_arabic(const ClReader *r, size_t at, Sum *s)
{
    ClNumeral number;
    if (!cl_reader_digit(r, at) || !started(s) || s->any_digit || s->settled)
        return false;
    cl_numeral_read_arabic(r, at, &number);
    const int limit = s->any_section ? s->section_scale : MIN(s->low_scale, 18);
    const int digits = count_whole_digits(r, &number);
    if (digits > limit || number.flags & CL_NUMERAL_VERSION)
        return false;
    const int c = scale_behind(r, number.end);
    const bool alone = digits == 1;
    if (!is_scale(c) &&
        (alone || cl_byte_is_chinese(cl_reader_byte(r, number.end)))) {
        /* 5万4 is a slip or two figures; 10万2025年 certainly is two. */
        int unit;
        if (alone ||
            cl_reader_match(r, CL_WORDS_UNITS_ZH, number.end, &unit) == 0)
            return false;
        const char *year = "年";
        if (strncmp(r->text + number.end, year, strlen(year)) == 0)
            return false;
    }
    set_digit(s, number.value, number.place);
    s->tail = number.tail;
    s->zero = true;
    s->end = number.end;
    return true;
}

static bool
take_next(const ClReader *r, Sum *s)
{
    const size_t at = s->end;
    const int c = cl_reader_char(r, at);
    const int role = c / 16;
    if (!cl_numeral_leads_on(r, at) && !cl_reader_digit(r, at))
        return false;
    if (is_digit_role(role))
        return take_digits(r, at, s);
    if (is_scale(c))
        return take_scale(r, at, c, s);
    if (role == CL_CHAR_TENS)
        return take_tens(at, c, s);
    return take_decimals(r, at, s) || take_link(r, at, s) ||
           take_arabic(r, at, s) || take_hedge(r, at, s);
}

/* ---- The whole --------------------------------------------------------- */

/* 八百一晚 is 800 a night: 一 belongs to what follows. */
static bool
opens_unit(const ClReader *r, const Sum *s)
{
    int unit;
    return omits_scale(s) && cl_number_equal(s->digit, whole(1)) &&
           cl_number_is_zero(s->spread) &&
           cl_reader_match(r, CL_WORDS_UNITS_ZH, s->end, &unit) > 0;
}

static unsigned
describe(const Sum *s, bool omitted)
{
    unsigned flags = CL_NUMERAL_CHINESE;
    if (omitted)
        flags |= CL_NUMERAL_SHORT;
    if (s->bare && !s->any_digit && cl_number_is_zero(s->high))
        flags |= CL_NUMERAL_BARE;
    if (s->string)
        flags |= CL_NUMERAL_STRING;
    if (!started(s) && s->any_digit && s->characters == 1)
        flags |= CL_NUMERAL_LONE;
    if (!cl_number_is_zero(s->spread))
        flags |= CL_NUMERAL_RANGED;
    if (!started(s) && !cl_number_is_zero(s->spread))
        flags |= CL_NUMERAL_PAIR;
    if (s->formal && s->characters < 2)
        flags |= CL_NUMERAL_FORMAL;
    if (s->place < 0)
        flags |= CL_NUMERAL_DECIMAL;
    return flags;
}

static void
finish(Sum *s, ClNumeral *out)
{
    const bool omitted = omits_scale(s);
    if (omitted)
        fill_scale(s);
    ClNumber sum = cl_number_add(s->high, s->low);
    sum = cl_number_add(sum, s->section);
    if (s->any_digit)
        sum = cl_number_add(sum, s->digit);
    out->value = sum;
    out->upper = cl_number_add(sum, s->spread);
    out->place = s->place;
    out->tail = s->tail;
    out->scale = s->closing;
    out->hedge = s->hedge;
    out->hedge_unit = s->hedge_unit;
    out->flags |= describe(s, omitted);
    out->end = s->end;
}

/* A scale that does not fit (三百四百) puts back the digit before it. */
static bool
misfits(const ClReader *r, const Sum *s)
{
    return s->any_digit && started(s) && is_scale(cl_reader_char(r, s->end)) &&
           !belongs_to_unit(r, s->end);
}

/* start: the digits that it opens with, NULL for none. */
static void
open_sum(const ClNumeral *start, size_t at, Sum *s)
{
    const ClNumber zero = {0, 1, 0};
    *s = (Sum){.high = zero,
               .low = zero,
               .section = zero,
               .digit = zero,
               .spread = zero,
               .section_scale = SECTION_SCALE,
               .end = at};
    if (!start)
        return;
    set_digit(s, start->value, start->place);
    s->tail = start->tail;
    s->characters = 2;
    s->end = start->end;
}

/* Takes all up to a limit; gives where the last scale was closed. */
static size_t
take_all(const ClReader *r, size_t limit, Sum *s)
{
    size_t settled = s->end;
    while (s->end < limit && take_next(r, s)) {
        if (!s->any_digit && !s->zero)
            settled = s->end;
    }
    return settled;
}

bool
cl_numeral_read_chinese(const ClReader *r,
                        size_t at,
                        bool goes_on,
                        ClNumeral *out)
{
    if (!goes_on)
        cl_numeral_open(out, at, 0);
    Sum s;
    const ClNumeral *start = goes_on ? out : NULL;
    open_sum(start, at, &s);
    const size_t settled = take_all(r, r->length, &s);
    if (misfits(r, &s) || opens_unit(r, &s)) {
        open_sum(start, at, &s);
        take_all(r, settled, &s);
    }
    if (s.end == out->end)
        return goes_on;
    finish(&s, out);
    return true;
}
