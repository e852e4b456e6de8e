/* SPDX-License-Identifier: Apache-2.0 */
/*
 * English number words beyond whole numbers: decimals (point two six) and
 * fractions (five eighths, two thirds of a million, and a half).
 */
#include "quantity/english.h"

#include <string.h>

bool
cl_english_word(const ClReader *r, size_t at, ClEnglishWord *out)
{
    const ClLexicon *words = r->vocabulary->words[CL_WORDS_ENGLISH];
    if (!cl_reader_may(r, CL_WORDS_ENGLISH, at))
        return false;
    ClMatch word = cl_lexicon_find(words, r->text, at, r->length);
    out->plural = false;
    if (word.length == 0) { /* thirds, hundredths */
        size_t end = at;
        while (cl_reader_letter(r, end) && end - at < 16)
            end++;
        if (end < at + 4 || (r->text[end - 1] | 32) != 's')
            return false;
        word = cl_lexicon_find(words, r->text, at, end - 1);
        if (word.length != end - 1 - at ||
            cl_word_role(word.meaning) < CL_WORD_ORDINAL)
            return false;
        word.length++;
        out->plural = true;
    }
    out->role = cl_word_role(word.meaning);
    out->value = cl_word_value(word.meaning);
    out->end = at + word.length;
    return true;
}

/* ---- Decimals ---------------------------------------------------------- */

static int
count_digits(int value)
{
    return value < 10 ? 1 : 2;
}

#define MOST_DIGITS 16

/** Digits behind a point, gathered. */
typedef struct {
    int64_t digits;
    int count;
    size_t end;
} Decimals;

static void
gather_words(const ClReader *r, size_t at, Decimals *d)
{
    ClEnglishWord w;
    bool tens = false;
    while (d->count < MOST_DIGITS && cl_english_word(r, at, &w) &&
           (w.role <= CL_WORD_TENS || w.role == CL_WORD_O) && !w.plural) {
        if (tens && w.role == CL_WORD_DIGIT && w.value > 0) {
            d->digits += w.value;
        } else {
            const int more = count_digits(w.value);
            d->digits = d->digits * (more == 1 ? 10 : 100) + w.value;
            d->count += more;
        }
        tens = w.role == CL_WORD_TENS;
        d->end = w.end;
        const char gap = cl_reader_byte(r, w.end);
        if (gap != ' ' && gap != '-')
            return;
        at = w.end + 1;
    }
}

/* 1 in "1 point 1" */
static void
gather_digits(const ClReader *r, size_t at, Decimals *d)
{
    while (cl_reader_digit(r, at) && d->count < MOST_DIGITS) {
        d->digits = d->digits * 10 + (r->text[at++] - '0');
        d->count++;
        d->end = at;
    }
}

bool
cl_english_decimal(const ClReader *r, size_t at, ClEnglishSum *s)
{
    static const char point[] = "point ";
    const size_t first = at + strlen(point);
    Decimals d = {0};
    if (first > r->length || s->stage > AT_HUNDRED || s->decimal ||
        g_ascii_strncasecmp(r->text + at, point, strlen(point)) != 0)
        return false;
    gather_digits(r, first, &d);
    if (d.count == 0)
        gather_words(r, first, &d);
    if (d.count == 0)
        return false;
    const ClNumber part = cl_number_make(d.digits, -d.count);
    s->group =
        cl_number_add(s->any_group ? s->group : cl_english_whole(0), part);
    s->any_group = true;
    s->decimal = true;
    s->counted = true;
    s->place = s->tail = -d.count;
    s->stage = AT_UNIT;
    s->words = true;
    s->end = d.end;
    return true;
}

/* ---- Fractions --------------------------------------------------------- */

static int
denominator(const ClEnglishWord *w)
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
        ClEnglishWord w;
        if (front == 0 || !cl_english_word(r, at + front, &w))
            continue;
        if (w.role == CL_WORD_SCALE || w.role == CL_WORD_HUNDRED ||
            w.role == CL_WORD_DOZEN) {
            *end = w.end;
            return w.role == CL_WORD_DOZEN ? 0 : w.value;
        }
    }
    return -1;
}

/* What a fraction counts: 10^scale, or a dozen. */
static void
take_counted(const ClReader *r, ClEnglishFraction *f)
{
    size_t end;
    f->scale = take_fraction_scale(r, f->end, &end);
    if (f->scale < 0)
        return;
    if (f->scale == 0)
        f->value = cl_number_multiply(f->value, cl_english_whole(12));
    f->end = end;
}

/* a tenth more, a fifth less, a third of it: with what compares or is divided,
   an ordinal is a part. */
static bool
is_part_of_change(const ClReader *r, size_t end)
{
    static const char *const words[] = {" more",  " less", " higher", " lower",
                                        " fewer", " up",   " down",   " of"};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        const size_t length = cl_reader_word(r, end, words[i]);
        if (length && !cl_reader_letter(r, end + length))
            return true;
    }
    return false;
}

/* fell by a third */
static bool
is_by(const ClReader *r, size_t at)
{
    static const char by[] = "by ";
    return at >= strlen(by) &&
           memcmp(r->text + at - strlen(by), by, strlen(by)) == 0;
}

/* half, a half, three quarters, one third, two thirds of a million.  A plain
 * ordinal is none unless counted: the third is a rank. */
bool
cl_english_fraction(const ClReader *r,
                    size_t at,
                    bool counted,
                    ClEnglishFraction *out)
{
    ClEnglishWord w;
    int64_t over = 1;
    const size_t article = cl_reader_word(r, at, "a ");
    bool one = article > 0;
    if (!cl_english_word(r, at + article, &w))
        return false;
    if (w.role == CL_WORD_DIGIT || w.role == CL_WORD_TEEN) {
        const char gap = cl_reader_byte(r, w.end);
        over = w.value;
        one = over == 1;
        if ((gap != ' ' && gap != '-') || !cl_english_word(r, w.end + 1, &w))
            return false;
        counted = true;
    }
    counted |= article && (is_part_of_change(r, w.end) || is_by(r, at));
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
bool
cl_english_add_fraction(const ClReader *r, ClEnglishSum *s)
{
    const size_t joint = cl_reader_word(r, s->end, " and ");
    ClEnglishFraction f;
    if (joint == 0 || s->stage == AT_DONE ||
        !cl_english_fraction(r, s->end + joint, true, &f))
        return false;
    const bool whole_first = s->stage != AT_SCALE && f.scale > 0;
    if (whole_first) { /* two and a half million: the scale counts both */
        s->total = cl_number_add(s->total,
                                 s->any_group ? s->group : cl_english_whole(0));
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
void
cl_english_divide(const ClReader *r, ClEnglishSum *s)
{
    ClEnglishWord w;
    const char gap = cl_reader_byte(r, s->end);
    if ((gap != ' ' && gap != '-') || s->stage == AT_DONE || s->fraction ||
        !cl_english_word(r, s->end + 1, &w) || !w.plural ||
        (w.role == CL_WORD_ORDINAL && w.value < 3))
        return;
    ClNumber sum =
        cl_number_add(s->total, s->any_group ? s->group : cl_english_whole(0));
    sum = w.role == CL_WORD_ORDINAL
              ? cl_number_divide(sum, cl_english_whole(w.value))
              : cl_number_shift(sum, -w.value);
    s->total = sum;
    s->any_group = false;
    s->fraction = true;
    s->stage = AT_DONE;
    s->end = w.end;
}
