/* SPDX-License-Identifier: Apache-2.0 */
/*
 * English words become a number: one hundred and sixteen, 1.2 million, two and
 * a half million, five eighths, twenty-first, three lakh crore.  Words are
 * taken one by one; what does not continue the number ends it, and an "and"
 * that led nowhere is given back.
 */
#include "quantity/english.h"

#include <string.h>

/* ---- Words that build a whole number ----------------------------------- */

static bool
fits_group(const ClEnglishSum *s, ClEnglishStage stage)
{
    if (!s->any_group)
        return true;
    if (stage == AT_UNIT)
        return s->stage == AT_TENS || s->stage == AT_HUNDRED;
    return s->stage == AT_HUNDRED;
}

static bool
add_small(ClEnglishSum *s, int value, ClEnglishStage stage)
{
    if (!fits_group(s, stage))
        return false;
    s->group = cl_number_add(s->any_group ? s->group : cl_english_whole(0),
                             cl_english_whole(value));
    s->any_group = true;
    s->counted = true;
    s->stage = stage;
    s->place = s->tail = stage == AT_TENS ? 1 : 0;
    s->closing = 0;
    return true;
}

static bool
add_hundred(ClEnglishSum *s)
{
    if (s->stage == AT_HUNDRED ||
        (s->any_group &&
         cl_number_compare(s->group, cl_english_whole(100)) >= 0))
        return false;
    const ClNumber times = s->any_group ? s->group : cl_english_whole(1);
    s->group = cl_number_shift(times, 2);
    s->place = s->tail = (s->any_group ? s->place : 0) + 2;
    s->any_group = true;
    s->stage = AT_HUNDRED;
    s->closing = 2;
    return true;
}

static bool
add_scale(ClEnglishSum *s, int scale)
{
    if (s->stage == AT_SCALE) { /* three lakh crore */
        g_assert(!s->any_group);
        s->total = cl_number_shift(s->total, scale);
        s->closing += scale;
        s->place += scale;
        s->tail += scale;
        return true;
    }
    if (s->scale && scale >= s->scale)
        return false;
    const ClNumber times = s->any_group ? s->group : cl_english_whole(1);
    s->total = cl_number_add(s->total, cl_number_shift(times, scale));
    s->place = (s->any_group ? s->place : 0) + scale;
    s->tail = scale + (s->any_group && s->tail < 0 ? s->tail : 0);
    s->any_group = false;
    s->group = cl_english_whole(0);
    s->scale = scale;
    s->closing = scale;
    s->stage = AT_SCALE;
    return true;
}

static bool
add_dozen(ClEnglishSum *s)
{
    if (s->stage == AT_SCALE)
        return false;
    s->group = cl_number_multiply(s->any_group ? s->group : cl_english_whole(1),
                                  cl_english_whole(12));
    s->any_group = true;
    s->stage = AT_DONE;
    return true;
}

static bool
add_ordinal(ClEnglishSum *s, const ClEnglishWord *w)
{
    if (w->plural)
        return false;
    if (w->role == CL_WORD_ORDINAL_SCALE) {
        const bool added =
            w->value == 2 ? add_hundred(s) : add_scale(s, w->value);
        s->ordinal = added;
    } else {
        const ClEnglishStage stage = w->value >= 20 ? AT_TENS : AT_UNIT;
        s->ordinal = add_small(s, w->value, stage);
    }
    if (s->ordinal)
        s->stage = AT_DONE;
    return s->ordinal;
}

static bool
add_word(ClEnglishSum *s, const ClEnglishWord *w)
{
    switch (w->role) {
    case CL_WORD_DIGIT:
    case CL_WORD_TEEN:
        return s->stage != AT_DONE && add_small(s, w->value, AT_UNIT);
    case CL_WORD_TENS:
        return s->stage != AT_DONE && add_small(s, w->value, AT_TENS);
    case CL_WORD_HUNDRED:
        return s->stage != AT_DONE && add_hundred(s);
    case CL_WORD_SCALE:
        return s->stage != AT_DONE && add_scale(s, w->value);
    case CL_WORD_DOZEN:
        return s->stage != AT_DONE && add_dozen(s);
    case CL_WORD_ORDINAL:
    case CL_WORD_ORDINAL_SCALE:
        return s->stage != AT_DONE && !s->digits && add_ordinal(s, w);
    default:
        return false;
    }
}

/* ---- Digits and decimals within ---------------------------------------- */

/* 21 in "3 hundred and 21", 3 in "4 thousand 3 hundred". */
static bool
take_arabic(const ClReader *r, size_t at, ClEnglishSum *s)
{
    ClNumeral number;
    if (!cl_reader_digit(r, at) || s->any_group != (s->stage == AT_HUNDRED))
        return false;
    cl_numeral_read_arabic(r, at, &number);
    ClEnglishWord next;
    const size_t gap = cl_reader_gap(r, number.end);
    const bool scaled = gap > number.end && cl_english_word(r, gap, &next) &&
                        (next.role == CL_WORD_HUNDRED ||
                         (next.role == CL_WORD_SCALE && next.value < s->scale));
    const bool tail = s->stage == AT_HUNDRED && s->after_and &&
                      number.digits <= 2 && !scaled &&
                      cl_number_sign(number.value) > 0;
    if (!tail && (!scaled || s->stage != AT_SCALE))
        return false;
    s->group = cl_number_add(s->any_group ? s->group : cl_english_whole(0),
                             number.value);
    s->any_group = true;
    s->place = number.place;
    s->tail = number.tail;
    s->stage = tail ? AT_DONE : AT_UNIT;
    s->end = number.end;
    return true;
}

/* ---- The whole --------------------------------------------------------- */

/* Where the next word of the number may start; 0 if nothing leads on. */
static size_t
skip_joint(const ClReader *r, const ClEnglishSum *s, bool *is_and)
{
    static const char *const joints[] = {" and ", " & ", ", ", " - ", " ", "-"};
    const char first = cl_reader_byte(r, s->end);
    *is_and = false;
    if (first != ' ' && first != ',' && first != '-')
        return 0;
    for (size_t i = 0; i < G_N_ELEMENTS(joints); i++) {
        const size_t length = cl_reader_word(r, s->end, joints[i]);
        if (length == 0)
            continue;
        if (i < 2 && s->stage != AT_HUNDRED && s->stage != AT_SCALE)
            return 0;
        if (i == 2 && s->stage != AT_SCALE)
            return 0;
        *is_and = i < 2;
        return s->end + length;
    }
    return 0;
}

/* A bare "and" after hundred takes less than a hundred: 3 hundred and 2
 * hundred are two numbers. */
static bool
overreaches(const ClEnglishSum *before, const ClEnglishWord *w)
{
    return before->after_and && before->stage == AT_UNIT &&
           w->role == CL_WORD_HUNDRED && before->scale == 0;
}

static bool
take_word(const ClReader *r, ClEnglishSum *s, const ClEnglishSum *before_and)
{
    bool is_and;
    const size_t at = skip_joint(r, s, &is_and);
    ClEnglishWord w;
    if (at == 0)
        return false;
    ClEnglishFraction fraction;
    if (is_and && cl_english_fraction(r, at, true, &fraction))
        return false;
    ClEnglishSum next = *s;
    next.after_and = is_and || (s->after_and && s->stage != AT_HUNDRED);
    if (!cl_english_word(r, at, &w)) {
        if (cl_english_decimal(r, at, s))
            return true;
        if (!take_arabic(r, at, &next))
            return false;
        *s = next;
        return true;
    }
    if (overreaches(&next, &w)) {
        *s = *before_and;
        return false;
    }
    if (!add_word(&next, &w))
        return false;
    next.end = w.end;
    next.words = true;
    *s = next;
    return true;
}

/* What a fraction is over: a plain number, so that "one over one over one"
 * needs no depth. */
static bool
read_under(const ClReader *r, size_t at, ClNumber *under, size_t *end)
{
    ClNumeral n;
    ClEnglishSum s = {
        .total = cl_english_whole(0), .group = cl_english_whole(0), .end = at};
    if (cl_reader_digit(r, at)) {
        cl_numeral_read_arabic(r, at, &n);
        *under = n.value;
        *end = n.end;
        return true;
    }
    ClEnglishWord w;
    if (!cl_english_word(r, at, &w) || !add_word(&s, &w) || s.ordinal)
        return false;
    s.end = w.end;
    ClEnglishSum and = s;
    while (take_word(r, &s, &and))
        ;
    *under =
        cl_number_add(s.total, s.any_group ? s.group : cl_english_whole(0));
    *end = s.end;
    return true;
}

/* one over three */
static void
take_over(const ClReader *r, ClEnglishSum *s)
{
    const size_t over = cl_reader_word(r, s->end, " over ");
    ClNumber under;
    size_t end;
    const ClNumber one = cl_english_whole(1);
    if (over == 0 || !s->words || s->fraction || !s->any_group ||
        !cl_number_equal(s->group, one) || !cl_number_is_zero(s->total) ||
        !read_under(r, s->end + over, &under, &end) ||
        cl_number_sign(under) <= 0)
        return;
    s->group = cl_number_divide(one, under);
    s->fraction = true;
    s->end = end;
}

static void
finish(const ClEnglishSum *s, ClNumeral *out)
{
    out->value =
        cl_number_add(s->total, s->any_group ? s->group : cl_english_whole(0));
    out->upper = out->value;
    out->place = s->place;
    out->tail = s->tail;
    out->scale = s->closing;
    out->end = s->end;
    if (s->words)
        out->flags |= CL_NUMERAL_ENGLISH;
    if (s->words && !s->counted && !s->article)
        out->flags |= CL_NUMERAL_BARE;
    if (s->ordinal)
        out->flags |= CL_NUMERAL_ORDINAL;
    if (s->fraction)
        out->flags |= CL_NUMERAL_FRACTION;
    if (s->article)
        out->flags |= CL_NUMERAL_ARTICLE;
    if (s->decimal)
        out->flags |= CL_NUMERAL_DECIMAL;
}

static void
take_words(const ClReader *r, ClEnglishSum *s)
{
    ClEnglishSum before_and = *s;
    for (;;) {
        const ClEnglishSum before = *s;
        const bool had_and = s->after_and;
        if (!take_word(r, s, &before_and))
            break;
        if (s->after_and && !had_and)
            before_and = before;
    }
    if (!cl_english_add_fraction(r, s))
        cl_english_divide(r, s);
    take_over(r, s);
}

/* half, three quarters, a third, two thirds of a million */
static bool
read_plain_fraction(const ClReader *r, size_t at, ClNumeral *out)
{
    ClEnglishFraction fraction;
    if (!cl_english_fraction(r, at, false, &fraction))
        return false;
    const ClNumber value =
        cl_number_shift(fraction.value, MAX(fraction.scale, 0));
    *out = (ClNumeral){.start = at,
                       .end = fraction.end,
                       .value = value,
                       .upper = value,
                       .flags = CL_NUMERAL_ENGLISH | CL_NUMERAL_FRACTION};
    return true;
}

/* a million, a hundred, an eighth: the article counts one. */
static size_t
skip_article(const ClReader *r, size_t at)
{
    const size_t length =
        MAX(cl_reader_word(r, at, "a "), cl_reader_word(r, at, "A "));
    ClEnglishWord w;
    if (length && cl_english_word(r, at + length, &w) &&
        (w.role == CL_WORD_HUNDRED || w.role == CL_WORD_SCALE ||
         w.role == CL_WORD_DOZEN))
        return at + length;
    return at;
}

/* bn, cr: five of them are a number, and alone they are something else. */
static bool
is_brief(const ClReader *r, size_t at)
{
    int meaning;
    return cl_reader_match(r, CL_WORDS_BRIEF, at, &meaning) > 0;
}

static bool
start_words(const ClReader *r, size_t at, ClEnglishSum *s)
{
    const size_t first = skip_article(r, at);
    s->article = first > at;
    s->end = first;
    ClEnglishWord w;
    if (cl_english_decimal(r, first, s))
        return true;
    if (!cl_english_word(r, first, &w) || w.role == CL_WORD_O ||
        (w.role == CL_WORD_SCALE && is_brief(r, first)) || !add_word(s, &w))
        return false;
    s->end = w.end;
    s->words = true;
    return true;
}

/* Nearly all words are not the first of a number: one look tells. */
static bool
may_start(const ClReader *r, size_t at)
{
    ClEnglishWord word;
    return cl_english_word(r, at, &word) || cl_reader_word(r, at, "a ") ||
           cl_reader_word(r, at, "A ") || (r->text[at] | 0x20) == 'p';
}

static void
start_digits(const ClNumeral *digits, ClEnglishSum *s)
{
    s->group = digits->value;
    s->any_group = true;
    s->counted = true;
    s->digits = true;
    s->stage = AT_UNIT;
    s->place = digits->place;
    s->tail = digits->tail;
    s->decimal = digits->flags & CL_NUMERAL_DECIMAL;
    s->end = digits->end;
}

bool
cl_numeral_read_english(const ClReader *r,
                        size_t at,
                        bool goes_on,
                        ClNumeral *out)
{
    if (!goes_on && !may_start(r, at))
        return false;
    if (!goes_on && read_plain_fraction(r, at, out))
        return true;
    ClEnglishSum s = {
        .total = cl_english_whole(0), .group = cl_english_whole(0), .end = at};
    if (goes_on)
        start_digits(out, &s);
    else if (!start_words(r, at, &s))
        return false;
    else
        cl_numeral_open(out, at, 0);
    const size_t before = s.end;
    take_words(r, &s);
    if (goes_on && s.end == before)
        return true;
    finish(&s, out);
    return true;
}
