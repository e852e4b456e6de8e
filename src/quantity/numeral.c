/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Chooses the reader for what stands at a place, and puts fractions together:
 * 三分之一, 百分之三, 3又1/5, 1 4/3, 21st, 289k.
 */
#include "quantity/numeral.h"

#include <string.h>

/* ---- Arabic with what adjoins it --------------------------------------- */

/* 289k, 10M, 30w: a letter that is a scale; 0 if none. */
static bool
take_letter(const ClReader *r, ClNumeral *n)
{
    int scale = 0;
    size_t length =
        cl_reader_match(r, CL_WORDS_CHINESE_LETTERS, n->end, &scale);
    if (length == 0)
        length = cl_reader_match(r, CL_WORDS_LETTERS, n->end, &scale);
    if (length == 0 || scale == 0 || cl_reader_digit(r, n->end + length))
        return false;
    n->value = n->upper = cl_number_shift(n->value, scale);
    n->place += scale;
    n->tail = scale + MIN(n->tail, 0);
    n->scale = scale;
    n->end += length;
    return true;
}

/* 21st, 42nd */
static bool
take_ordinal(const ClReader *r, ClNumeral *n)
{
    static const char *const endings[] = {"st", "nd", "rd", "th",
                                          "ST", "ND", "RD", "TH"};
    if (n->flags & CL_NUMERAL_DECIMAL || !cl_reader_letter(r, n->end))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++) {
        const size_t length = cl_reader_word(r, n->end, endings[i]);
        if (length && !cl_reader_letter(r, n->end + length)) {
            n->end += length;
            n->flags |= CL_NUMERAL_ORDINAL;
            return true;
        }
    }
    return false;
}

/* 20s, 20's: a decade of ages or values; 1990s is no quantity. */
static bool
take_plural(const ClReader *r, ClNumeral *n)
{
    size_t length = cl_reader_word(r, n->end, "'s");
    if (length == 0)
        length = cl_reader_word(r, n->end, "s");
    if (length == 0 || cl_reader_letter(r, n->end + length) ||
        cl_reader_digit(r, n->end + length) || n->digits < 2 || n->tail < 1)
        return false;
    n->end += length;
    n->flags |= n->digits == 4 ? CL_NUMERAL_VERSION : CL_NUMERAL_PLURAL;
    return true;
}

/* 1/2, 33/4, 1 / 2; no date such as 1/2/2020. */
static bool
take_slash(const ClReader *r, ClNumeral *n)
{
    static const char *const slashes[] = {"/", " / ", "\342\201\204"};
    const char first = cl_reader_byte(r, n->end);
    if (first != '/' && first != ' ' && first != '\342')
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(slashes); i++) {
        const size_t length = cl_reader_word(r, n->end, slashes[i]);
        ClNumeral under;
        if (length == 0 || !cl_reader_digit(r, n->end + length) ||
            n->flags & CL_NUMERAL_DECIMAL)
            continue;
        cl_numeral_read_arabic(r, n->end + length, &under);
        if (cl_number_sign(under.value) <= 0 || under.place != 0 ||
            under.digits > 4 || cl_reader_word(r, under.end, slashes[i]))
            return false;
        n->value = n->upper = cl_number_divide(n->value, under.value);
        n->place = 0;
        n->tail = 0;
        n->end = under.end;
        n->flags |= CL_NUMERAL_FRACTION;
        return true;
    }
    return false;
}

/* 10 1/2 miles */
static void
take_mixed(const ClReader *r, ClNumeral *n)
{
    ClNumeral part;
    if (cl_reader_byte(r, n->end) != ' ' || !cl_reader_digit(r, n->end + 1) ||
        n->flags & CL_NUMERAL_DECIMAL)
        return;
    cl_numeral_read_arabic(r, n->end + 1, &part);
    if (part.digits > 2 || !take_slash(r, &part))
        return;
    n->value = n->upper = cl_number_add(n->value, part.value);
    n->end = part.end;
    n->flags |= CL_NUMERAL_FRACTION;
}

static bool
follows_english(const ClReader *r, size_t at)
{
    const size_t gap =
        cl_reader_byte(r, at) == '-' ? at + 1 : cl_reader_gap(r, at);
    int meaning;
    return cl_reader_letter(r, gap) &&
           (cl_reader_match(r, CL_WORDS_ENGLISH, gap, &meaning) > 0 ||
            cl_reader_word(r, gap, "and ") || cl_reader_word(r, gap, "point "));
}

/* 5bn and 5 bn are one number; only attached words need a look here. */
static void
read_with_english(const ClReader *r, ClNumeral *n)
{
    int meaning;
    const size_t length =
        cl_reader_match(r, CL_WORDS_ENGLISH, n->end, &meaning);
    if (length == 0 || cl_word_role(meaning) != CL_WORD_SCALE) {
        cl_numeral_read_english(r, n->start, true, n);
        return;
    }
    const int scale = cl_word_value(meaning);
    n->value = n->upper = cl_number_shift(n->value, scale);
    n->place += scale;
    n->tail = scale + MIN(n->tail, 0);
    n->scale = scale;
    n->end += length;
}

/* False behind nearly all digits: nothing but one of these goes on. */
static bool
may_go_on(const ClReader *r, size_t at)
{
    const char c = cl_reader_byte(r, at);
    return cl_reader_letter(r, at) || c == ' ' || c == '/' || c == '-' ||
           c == '\'' || c == '\342';
}

/* 21st, 1/2, 20s, 10M, 10 1/2, 5 million */
CL_SELDOM static void
take_adjoining(const ClReader *r, ClNumeral *n)
{
    if (take_ordinal(r, n) || take_slash(r, n) || take_plural(r, n) ||
        take_letter(r, n))
        return;
    take_mixed(r, n);
    if (n->flags & CL_NUMERAL_FRACTION)
        return;
    if (cl_reader_letter(r, n->end) || follows_english(r, n->end))
        read_with_english(r, n);
}

static inline bool
read_from_digit(const ClReader *r, size_t at, ClNumeral *out)
{
    cl_numeral_read_arabic(r, at, out);
    if (out->flags & CL_NUMERAL_VERSION)
        return true;
    if (cl_byte_is_chinese(cl_reader_byte(r, out->end))) {
        if (cl_numeral_leads_on(r, out->end))
            cl_numeral_read_chinese(r, at, true, out);
    } else if (may_go_on(r, out->end)) {
        take_adjoining(r, out);
    }
    return true;
}

static inline bool
read_numeral(const ClReader *r, size_t at, ClNumeral *out)
{
    const ClMarks marks = cl_reader_marks(r, at);
    if (marks & CL_MARK_DIGIT ||
        (cl_reader_byte(r, at) == '.' && cl_reader_digit(r, at + 1)))
        return read_from_digit(r, at, out);
    if (marks & CL_MARK_LETTER)
        return cl_numeral_read_english(r, at, false, out);
    return marks & CL_MARK_COUNTS && cl_numeral_read_chinese(r, at, false, out);
}

bool
cl_numeral_read(const ClReader *r, size_t at, ClNumeral *out)
{
    return read_numeral(r, at, out);
}

/* ---- 分之 and 又 ------------------------------------------------------- */

/* 百分之三 is 3 %, 千分之三 0.3 %; 一百分之二 stays a fraction. */
static void
make_share(const ClNumeral *under, const ClNumeral *over, ClNumeral *out)
{
    const bool percent = under->flags & CL_NUMERAL_BARE;
    const size_t start = out->start;
    *out = *over;
    out->start = start;
    out->scale = 0;
    if (percent) {
        const int shift = 2 - under->value.exponent;
        out->value = cl_number_shift(over->value, shift);
        out->upper = cl_number_shift(over->upper, shift);
        out->place += shift;
        out->tail += shift;
        out->hedge_unit += shift;
        out->flags =
            (over->flags & ~(unsigned)(CL_NUMERAL_LONE | CL_NUMERAL_FORMAL |
                                       CL_NUMERAL_BARE)) |
            CL_NUMERAL_PERCENT;
        return;
    }
    out->value = cl_number_divide(over->value, under->value);
    out->upper = cl_number_divide(over->upper, under->value);
    out->place = 0;
    out->flags = CL_NUMERAL_FRACTION | CL_NUMERAL_CHINESE;
}

/* 几十 in 百分之几十: a hedge word stands for the digit. */
CL_SELDOM static bool
read_lead(const ClReader *r, size_t at, ClNumeral *out)
{
    int word;
    const ClVocabulary *v = r->vocabulary;
    const size_t length = cl_reader_match(r, CL_WORDS_HEDGES_LEAD, at, &word);
    if (length == 0 || cl_reader_char(r, at + length) / 16 != CL_CHAR_SCALE ||
        !cl_numeral_read_chinese(r, at + length, false, out))
        return false;
    out->start = at;
    out->hedge = g_array_index(v->hedge_words, ClHedgeWord, word).hedges[0];
    out->hedge_unit = out->tail;
    out->flags &= ~(unsigned)CL_NUMERAL_BARE;
    return true;
}

static size_t
skip_sign(const ClReader *r, size_t at)
{
    return at + cl_reader_word(r, at, "负");
}

static bool
take_share(const ClReader *r, ClNumeral *n)
{
    const size_t of = cl_reader_match(r, CL_WORDS_FRACTION, n->end, NULL);
    if (of == 0 || cl_number_sign(n->value) <= 0)
        return false;
    const size_t at = skip_sign(r, n->end + of);
    const int role = cl_reader_char(r, at) / 16;
    ClNumeral over;
    if (role == 0 && !cl_reader_digit(r, at))
        return false;
    if (!read_lead(r, at, &over) && !cl_numeral_read(r, at, &over))
        return false;
    if (over.flags & CL_NUMERAL_VERSION)
        return false;
    const bool negative = at > n->end + of;
    const ClNumeral under = *n;
    make_share(&under, &over, n);
    if (negative) {
        n->value = cl_number_negate(n->value);
        n->upper = n->value;
    }
    return true;
}

static void
take_plus(const ClReader *r, ClNumeral *n)
{
    const size_t plus = cl_reader_match(r, CL_WORDS_PLUS, n->end, NULL);
    const size_t at = n->end + plus;
    ClNumeral part;
    if (plus == 0 || !(cl_reader_digit(r, at) || cl_reader_char(r, at) / 16) ||
        !cl_numeral_read(r, at, &part))
        return;
    take_share(r, &part);
    if (!(part.flags & CL_NUMERAL_FRACTION))
        return;
    n->value = cl_number_add(n->value, part.value);
    n->upper = n->value;
    n->end = part.end;
    n->flags = CL_NUMERAL_FRACTION | CL_NUMERAL_CHINESE;
}

/* 一打 is twelve. */
static void
take_dozen(const ClReader *r, ClNumeral *n)
{
    const size_t dozen = cl_reader_match(r, CL_WORDS_DOZEN, n->end, NULL);
    const unsigned known = CL_NUMERAL_CHINESE | CL_NUMERAL_ARABIC;
    if (dozen == 0 || !(n->flags & known) || n->flags & CL_NUMERAL_BARE)
        return;
    const ClNumber twelve = cl_number_make(12, 0);
    n->value = cl_number_multiply(n->value, twelve);
    n->upper = cl_number_multiply(n->upper, twelve);
    n->end += dozen;
    n->flags &= ~(unsigned)(CL_NUMERAL_LONE | CL_NUMERAL_FORMAL);
}

CL_SELDOM static void
take_parts(const ClReader *r, ClNumeral *n)
{
    if (!take_share(r, n))
        take_plus(r, n);
    take_dozen(r, n);
}

bool
cl_numeral_read_whole(const ClReader *r, size_t at, ClNumeral *out)
{
    const ClMarks parts = CL_MARK(CL_WORDS_FRACTION) | CL_MARK(CL_WORDS_PLUS) |
                          CL_MARK(CL_WORDS_DOZEN);
    if (!(cl_reader_may(r, CL_WORDS_HEDGES_LEAD, at) &&
          read_lead(r, at, out)) &&
        !read_numeral(r, at, out))
        return false;
    if (!(out->flags & (CL_NUMERAL_VERSION | CL_NUMERAL_ORDINAL)) &&
        cl_reader_may_any(r, parts, out->end))
        take_parts(r, out);
    return true;
}
