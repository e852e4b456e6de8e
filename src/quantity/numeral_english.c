/* SPDX-License-Identifier: Apache-2.0 */
/*
 * English words become a number: one hundred and sixteen, 1.2 million, two and
 * a half million, five eighths, twenty-first, three lakh crore.  Words are
 * taken one by one; what does not continue the number ends it, and an "and"
 * that led nowhere is given back.
 */
#include "quantity/numeral.h"

#include <string.h>

typedef enum { AT_START, AT_UNIT, AT_TENS, AT_HUNDRED, AT_SCALE, AT_DONE } Stage;

typedef struct {
    ClNumber total, group;
    bool any_group;
    Stage stage;
    int scale;       /* of the last scale, 0 before any */
    int place, tail, closing;
    bool after_and;  /* an "and" stands before the open group */
    bool fraction, ordinal, article, decimal, words;
    bool counted;    /* has more than scales: two hundred */
    bool digits;     /* began with digits: $280 million first ... */
    size_t end;
} Sum;

typedef struct {
    ClWordRole role;
    int value;
    bool plural; /* thirds */
    size_t end;
} Word;

static ClNumber
whole(int64_t n)
{
    return cl_number_make(n, 0);
}

static bool
read_word(const ClReader *r, size_t at, Word *out)
{
    const ClLexicon *words = r->vocabulary->english;
    int meaning;
    size_t length = cl_lexicon_match(words, r->text, at, r->length, &meaning);
    out->plural = false;
    if (length == 0) { /* thirds, hundredths */
        size_t end = at;
        while (cl_reader_letter(r, end) && end - at < 16)
            end++;
        if (end < at + 4 || (r->text[end - 1] | 32) != 's')
            return false;
        length = cl_lexicon_match(words, r->text, at, end - 1, &meaning);
        if (length != end - 1 - at || cl_word_role(meaning) < CL_WORD_ORDINAL)
            return false;
        length++;
        out->plural = true;
    }
    out->role = cl_word_role(meaning);
    out->value = cl_word_value(meaning);
    out->end = at + length;
    return true;
}

/* ---- Words that build a whole number ----------------------------------- */

static bool
fits_group(const Sum *s, Stage stage)
{
    if (!s->any_group)
        return true;
    if (stage == AT_UNIT)
        return s->stage == AT_TENS || s->stage == AT_HUNDRED;
    return s->stage == AT_HUNDRED;
}

static bool
add_small(Sum *s, int value, Stage stage)
{
    if (!fits_group(s, stage))
        return false;
    s->group = cl_number_add(s->any_group ? s->group : whole(0),
                             whole(value));
    s->any_group = true;
    s->counted = true;
    s->stage = stage;
    s->place = s->tail = stage == AT_TENS ? 1 : 0;
    s->closing = 0;
    return true;
}

static bool
add_hundred(Sum *s)
{
    if (s->stage == AT_HUNDRED || (s->any_group &&
        cl_number_compare(s->group, whole(100)) >= 0))
        return false;
    const ClNumber times = s->any_group ? s->group : whole(1);
    s->group = cl_number_shift(times, 2);
    s->place = s->tail = (s->any_group ? s->place : 0) + 2;
    s->any_group = true;
    s->stage = AT_HUNDRED;
    s->closing = 2;
    return true;
}

static bool
add_scale(Sum *s, int scale)
{
    if (s->stage == AT_SCALE) { /* three lakh crore */
        if (s->any_group)
            return false;
        s->total = cl_number_shift(s->total, scale);
        s->closing += scale;
        s->place += scale;
        s->tail += scale;
        return true;
    }
    if (s->scale && scale >= s->scale)
        return false;
    const ClNumber times = s->any_group ? s->group : whole(1);
    s->total = cl_number_add(s->total, cl_number_shift(times, scale));
    s->place = (s->any_group ? s->place : 0) + scale;
    s->tail = scale + MIN(s->any_group ? s->tail : 0, 0);
    s->any_group = false;
    s->group = whole(0);
    s->scale = scale;
    s->closing = scale;
    s->stage = AT_SCALE;
    return true;
}

static bool
add_dozen(Sum *s)
{
    if (s->stage == AT_SCALE)
        return false;
    s->group = cl_number_multiply(s->any_group ? s->group : whole(1),
                                  whole(12));
    s->any_group = true;
    s->stage = AT_DONE;
    return true;
}

static bool
add_ordinal(Sum *s, const Word *w)
{
    if (w->plural)
        return false;
    if (w->role == CL_WORD_ORDINAL_SCALE) {
        const bool added =
            w->value == 2 ? add_hundred(s) : add_scale(s, w->value);
        s->ordinal = added;
    } else {
        const Stage stage = w->value >= 20 ? AT_TENS : AT_UNIT;
        s->ordinal = add_small(s, w->value, stage);
    }
    if (s->ordinal)
        s->stage = AT_DONE;
    return s->ordinal;
}

static bool
add_word(Sum *s, const Word *w)
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
take_arabic(const ClReader *r, size_t at, Sum *s)
{
    ClNumeral number;
    if (!cl_reader_digit(r, at) || s->any_group != (s->stage == AT_HUNDRED) ||
        s->stage == AT_START || !cl_numeral_read_arabic(r, at, &number))
        return false;
    Word next;
    const size_t gap = cl_reader_gap(r, number.end);
    const bool scaled = gap > number.end && read_word(r, gap, &next) &&
                        (next.role == CL_WORD_HUNDRED ||
                         (next.role == CL_WORD_SCALE &&
                          next.value < s->scale));
    const bool tail = s->stage == AT_HUNDRED && s->after_and &&
                      number.digits <= 2 && !scaled &&
                      cl_number_sign(number.value) > 0;
    if (!tail && (!scaled || s->stage != AT_SCALE))
        return false;
    s->group = cl_number_add(s->any_group ? s->group : whole(0),
                             number.value);
    s->any_group = true;
    s->place = number.place;
    s->tail = number.tail;
    s->stage = tail ? AT_DONE : AT_UNIT;
    s->end = number.end;
    return true;
}

static int
count_digits(int value)
{
    return value < 10 ? 1 : 2;
}

/* two six in "point two six", eleven in "point eleven". */
static bool
take_decimal(const ClReader *r, size_t at, Sum *s)
{
    static const char point[] = "point ";
    if (g_ascii_strncasecmp(r->text + at, point, strlen(point)) != 0 ||
        s->stage > AT_TENS + 1 || s->decimal)
        return false;
    size_t i = at + strlen(point);
    int64_t digits = 0;
    int count = 0, tens = 0;
    Word w;
    ClNumeral number;
    if (cl_reader_digit(r, i) && cl_numeral_read_arabic(r, i, &number)) {
        digits = number.digits <= 4 ? number.value.digits : 0;
        count = number.digits;
        for (int k = 0; k < number.value.exponent && count <= 4; k++)
            digits *= 10;
        s->end = number.end;
    }
    while (count < 16 && read_word(r, i, &w) &&
           (w.role <= CL_WORD_TENS || w.role == CL_WORD_O) && !w.plural) {
        if (tens && w.role == CL_WORD_DIGIT && w.value > 0) {
            digits += w.value;
            tens = 0;
        } else {
            const int more = count_digits(w.value);
            digits = digits * (more == 1 ? 10 : 100) + w.value;
            count += more;
            tens = w.role == CL_WORD_TENS;
        }
        s->end = w.end;
        const char gap = cl_reader_byte(r, w.end);
        if (gap != ' ' && gap != '-')
            break;
        i = w.end + 1;
    }
    if (count == 0)
        return false;
    s->group = cl_number_add(s->any_group ? s->group : whole(0),
                             cl_number_make(digits, -count));
    s->any_group = true;
    s->decimal = true;
    s->counted = true;
    s->place = s->tail = -count;
    s->stage = AT_UNIT;
    s->words = true;
    return true;
}

/* ---- Fractions --------------------------------------------------------- */

static int
denominator(const Word *w)
{
    if (w->role == CL_WORD_HALF)
        return w->value;
    if (w->role == CL_WORD_ORDINAL && w->value > 2)
        return w->value;
    return 0;
}

/* of a million, a million, million: the scale of a fraction; -1 for none. */
static int
take_fraction_scale(const ClReader *r, size_t at, size_t *end)
{
    static const char *const fronts[] = {" of a ", " a ", " ", "-"};
    for (size_t i = 0; i < G_N_ELEMENTS(fronts); i++) {
        const size_t front = cl_reader_word(r, at, fronts[i]);
        Word w;
        if (front == 0 || !read_word(r, at + front, &w))
            continue;
        if (w.role == CL_WORD_SCALE || w.role == CL_WORD_HUNDRED ||
            w.role == CL_WORD_DOZEN) {
            *end = w.end;
            return w.role == CL_WORD_DOZEN ? 0 : w.value;
        }
    }
    return -1;
}

typedef struct {
    ClNumber value; /* without the scale */
    int scale;      /* -1: none */
    size_t end;
} Fraction;

/* What a fraction counts: 10^scale, or a dozen. */
static void
take_counted(const ClReader *r, Fraction *f)
{
    size_t end;
    f->scale = take_fraction_scale(r, f->end, &end);
    if (f->scale < 0)
        return;
    if (f->scale == 0)
        f->value = cl_number_multiply(f->value, whole(12));
    f->end = end;
}

/* half, a half, three quarters, one third, two thirds of a million.  A plain
 * ordinal is none unless counted: the third is a rank. */
static bool
read_fraction(const ClReader *r, size_t at, bool counted, Fraction *out)
{
    Word w;
    int64_t over = 1;
    const size_t article = cl_reader_word(r, at, "a ");
    bool one = article > 0;
    if (!read_word(r, at + article, &w))
        return false;
    if (w.role == CL_WORD_DIGIT || w.role == CL_WORD_TEEN) {
        const char gap = cl_reader_byte(r, w.end);
        over = w.value;
        one = over == 1;
        if ((gap != ' ' && gap != '-') || !read_word(r, w.end + 1, &w))
            return false;
        counted = true;
    }
    const int under = denominator(&w);
    if (under == 0 || over == 0 ||
        (w.role == CL_WORD_ORDINAL && ((!w.plural && !one) || !counted)))
        return false;
    out->value = cl_number_ratio(over, under);
    out->end = w.end;
    take_counted(r, out);
    /* a bare "quarter" is three months or a coin */
    return counted || article || w.value == 2 || out->scale >= 0 ||
           cl_reader_word(r, w.end, " of ");
}

/* and a half, and three quarters, and two thirds. */
static bool
take_added_fraction(const ClReader *r, Sum *s)
{
    const size_t joint = cl_reader_word(r, s->end, " and ");
    Fraction f;
    if (joint == 0 || s->stage == AT_DONE ||
        !read_fraction(r, s->end + joint, true, &f))
        return false;
    const bool whole_first = s->stage != AT_SCALE && f.scale > 0;
    if (whole_first) { /* two and a half million: the scale counts both */
        s->total = cl_number_add(s->total,
                                 s->any_group ? s->group : whole(0));
        s->total = cl_number_shift(cl_number_add(s->total, f.value), f.scale);
        s->any_group = false;
    } else {
        const int scale = f.scale >= 0 ? f.scale : s->scale;
        s->total = cl_number_add(
            s->total,
            cl_number_shift(f.value, s->stage == AT_SCALE ? scale : 0));
    }
    s->fraction = true;
    s->end = f.end;
    return true;
}

/* fifths in "twenty one fifths", trillionths in "a hundred trillionths" */
static void
take_denominator(const ClReader *r, Sum *s)
{
    Word w;
    const char gap = cl_reader_byte(r, s->end);
    if ((gap != ' ' && gap != '-') || s->stage == AT_DONE || s->fraction ||
        !read_word(r, s->end + 1, &w) || !w.plural ||
        (w.role == CL_WORD_ORDINAL && w.value < 3))
        return;
    ClNumber sum =
        cl_number_add(s->total, s->any_group ? s->group : whole(0));
    sum = w.role == CL_WORD_ORDINAL
              ? cl_number_divide(sum, whole(w.value))
              : cl_number_shift(sum, -w.value);
    s->total = sum;
    s->any_group = false;
    s->fraction = true;
    s->stage = AT_DONE;
    s->end = w.end;
}

/* ---- The whole --------------------------------------------------------- */

/* Where the next word of the number may start; 0 if nothing leads on. */
static size_t
skip_joint(const ClReader *r, const Sum *s, bool *is_and)
{
    static const char *const joints[] = {" and ", " & ", ", ", " - ", " ",
                                         "-"};
    *is_and = false;
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
overreaches(const Sum *before, const Word *w)
{
    return before->after_and && before->stage == AT_UNIT &&
           w->role == CL_WORD_HUNDRED && before->scale == 0;
}

static bool
take_word(const ClReader *r, Sum *s, const Sum *before_and)
{
    bool is_and;
    const size_t at = skip_joint(r, s, &is_and);
    Word w;
    if (at == 0)
        return false;
    Fraction fraction;
    if (is_and && read_fraction(r, at, true, &fraction))
        return false;
    Sum next = *s;
    next.after_and = is_and || (s->after_and && s->stage != AT_HUNDRED);
    if (!read_word(r, at, &w)) {
        if (take_decimal(r, at, s))
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
    Sum s = {.total = whole(0), .group = whole(0), .end = at};
    if (cl_reader_digit(r, at) && cl_numeral_read_arabic(r, at, &n)) {
        *under = n.value;
        *end = n.end;
        return true;
    }
    Word w;
    if (!read_word(r, at, &w) || !add_word(&s, &w) || s.ordinal)
        return false;
    s.end = w.end;
    Sum and = s;
    while (take_word(r, &s, &and))
        ;
    *under = cl_number_add(s.total, s.any_group ? s.group : whole(0));
    *end = s.end;
    return true;
}

/* one over three */
static void
take_over(const ClReader *r, Sum *s)
{
    const size_t over = cl_reader_word(r, s->end, " over ");
    ClNumber under;
    size_t end;
    const ClNumber one = whole(1);
    if (over == 0 || !s->words || s->fraction || !s->any_group ||
        !cl_number_equal(s->group, one) ||
        !cl_number_is_zero(s->total) ||
        !read_under(r, s->end + over, &under, &end) ||
        cl_number_sign(under) <= 0)
        return;
    s->group = cl_number_divide(one, under);
    s->fraction = true;
    s->end = end;
}

static void
finish(const Sum *s, ClNumeral *out)
{
    out->value = cl_number_add(s->total, s->any_group ? s->group : whole(0));
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
take_words(const ClReader *r, Sum *s)
{
    Sum before_and = *s;
    for (;;) {
        const Sum before = *s;
        const bool had_and = s->after_and;
        if (!take_word(r, s, &before_and))
            break;
        if (s->after_and && !had_and)
            before_and = before;
    }
    if (!take_added_fraction(r, s))
        take_denominator(r, s);
    take_over(r, s);
}

/* half, three quarters, a third, two thirds of a million */
static bool
read_plain_fraction(const ClReader *r, size_t at, ClNumeral *out)
{
    Fraction fraction;
    if (!read_fraction(r, at, false, &fraction))
        return false;
    if (cl_reader_word(r, at, "a ") && !cl_reader_word(r, at, "a half") &&
        !cl_reader_word(r, at, "a quarter"))
        return false;
    const ClNumber value =
        cl_number_shift(fraction.value, MAX(fraction.scale, 0));
    *out = (ClNumeral){.start = at, .end = fraction.end,
                       .value = value, .upper = value,
                       .flags = CL_NUMERAL_ENGLISH | CL_NUMERAL_FRACTION};
    return true;
}

/* a million, a hundred, an eighth: the article counts one. */
static size_t
skip_article(const ClReader *r, size_t at)
{
    const size_t length =
        MAX(cl_reader_word(r, at, "a "), cl_reader_word(r, at, "A "));
    Word w;
    if (length && read_word(r, at + length, &w) &&
        (w.role == CL_WORD_HUNDRED || w.role == CL_WORD_SCALE ||
         w.role == CL_WORD_DOZEN))
        return at + length;
    return at;
}

static bool
start_words(const ClReader *r, size_t at, Sum *s)
{
    const size_t first = skip_article(r, at);
    s->article = first > at;
    s->end = first;
    Word w;
    if (take_decimal(r, first, s))
        return true;
    if (!read_word(r, first, &w) || w.role == CL_WORD_O || !add_word(s, &w))
        return false;
    s->end = w.end;
    s->words = true;
    return true;
}

bool
cl_numeral_read_english(const ClReader *r,
                        size_t at,
                        const ClNumeral *start,
                        ClNumeral *out)
{
    Sum s = {.total = whole(0), .group = whole(0), .end = at};
    if (!start && read_plain_fraction(r, at, out))
        return true;
    *out = (ClNumeral){.start = at};
    if (start) {
        *out = *start;
        s.group = start->value;
        s.any_group = true;
        s.counted = true;
        s.digits = true;
        s.stage = AT_UNIT;
        s.place = start->place;
        s.tail = start->tail;
        s.decimal = start->flags & CL_NUMERAL_DECIMAL;
        s.end = start->end;
    } else if (!start_words(r, at, &s)) {
        return false;
    }
    const size_t before = s.end;
    take_words(r, &s);
    if (start && s.end == before)
        return true;
    finish(&s, out);
    return true;
}
