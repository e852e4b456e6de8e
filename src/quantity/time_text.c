/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Looks at folded text around a byte: words, characters before and after,
 * whole numbers in digits, Chinese and English.  Reads a bounded number of
 * bytes and none outside the text.
 */
#include "quantity/time_parts.h"

#include <string.h>

/* No Chinese numeral below 10000 is longer: 一千二百三十四. */
enum { MAX_NUMERAL = 8, MAX_DIGITS = 7 };

uint32_t
cl_time_character(const ClTimeText *t, size_t at)
{
    return at < t->length && cl_han_starts(t->text + at, t->length - at)
               ? cl_han_code(t->text + at)
               : 0;
}

size_t
cl_time_whole_word(const ClTimeText *t, size_t at, const char *word)
{
    if (t->listener && at == 0)
        t->listener->hear(t->listener, word);
    size_t end = at;
    for (; *word; word++, end++)
        if (end >= t->length || cl_time_lower(t->text[end]) != *word)
            return 0;
    return end;
}

size_t
cl_time_lead(const ClTimeText *t, size_t at, const char *word)
{
    const size_t end = cl_time_word(t, at, word);
    return end && end < t->length && t->text[end] == ' ' ? end + 1 : 0;
}

static size_t
char_start_before(const ClTimeText *t, size_t at)
{
    size_t start = at - 1;
    while (start > 0 && at - start < 4 && (t->text[start] & 0xC0) == 0x80)
        start--;
    return start;
}

bool
cl_time_one_of(const ClTimeText *t, size_t at, const char *set)
{
    while (*set) {
        const char *next = g_utf8_next_char(set);
        const size_t size = (size_t)(next - set);
        if (t->length - MIN(at, t->length) >= size && t->text[at] == *set &&
            memcmp(t->text + at, set, size) == 0)
            return true;
        set = next;
    }
    return false;
}

bool
cl_time_after_one_of(const ClTimeText *t, size_t at, const char *set)
{
    return at > 0 && cl_time_one_of(t, char_start_before(t, at), set);
}

bool
cl_time_at_han(const ClTimeText *t, size_t at)
{
    if (at >= t->length || !(t->text[at] & 0x80))
        return false;
    const gunichar c =
        g_utf8_get_char_validated(t->text + at, (gssize)(t->length - at));
    return c != (gunichar)-1 && c != (gunichar)-2 && c >= 0x3400 && c <= 0x9FFF;
}

bool
cl_time_after_han(const ClTimeText *t, size_t at)
{
    return at > 0 && cl_time_at_han(t, char_start_before(t, at));
}

bool
cl_time_after_term(const ClTimeText *t, size_t at, const char *word)
{
    const size_t size = strlen(word);
    if (at < size + 1 || t->text[at - 1] != ' ')
        return false;
    const size_t start = at - 1 - size;
    return cl_time_word(t, start, word) &&
           (start == 0 || !cl_time_is_letter(t, start - 1));
}

size_t
cl_time_any_word(const ClTimeText *t, size_t at, const char *const *words)
{
    size_t end = 0;
    for (; *words && !end; words++)
        end = cl_time_word(t, at, *words);
    return end;
}

size_t
cl_time_any_term(const ClTimeText *t, size_t at, const char *const *words)
{
    size_t end = 0;
    for (; *words && !end; words++)
        end = cl_time_term(t, at, *words);
    return end;
}

size_t
cl_time_skip(const ClTimeText *t, size_t at, const char *set)
{
    return at < t->length && strchr(set, t->text[at]) ? at + 1 : at;
}

/* ---- Numbers ----------------------------------------------------------- */

/** Value of the numeral character at `at`, -1 if there is none. */
static int
numeral_at(const ClTimeText *t, size_t at)
{
    switch (cl_time_character(t, at)) {
    case U'零':
    case U'〇':
        return 0;
    case U'一':
        return 1;
    case U'二':
    case U'两':
        return 2;
    case U'三':
        return 3;
    case U'四':
        return 4;
    case U'五':
        return 5;
    case U'六':
        return 6;
    case U'七':
        return 7;
    case U'八':
        return 8;
    case U'九':
        return 9;
    case U'十':
        return 10;
    case U'百':
        return 100;
    case U'千':
        return 1000;
    default:
        return -1;
    }
}

bool
cl_time_is_numeral(const ClTimeText *t, size_t at)
{
    return numeral_at(t, at) >= 0;
}

static size_t
read_digits(const ClTimeText *t, size_t at, ClTimeInteger *out)
{
    size_t end = at;
    int value = 0;
    while (cl_time_is_digit(t, end)) {
        if (end - at == MAX_DIGITS)
            return 0;
        value = value * 10 + (t->text[end++] - '0');
    }
    *out = (ClTimeInteger){value, (int)(end - at), false};
    return end > at ? end : 0;
}

/** 二〇二五: digits one after the other; 三 alone as well. */
static size_t
read_run(const ClTimeText *t, size_t at, ClTimeInteger *out)
{
    ClTimeInteger run = {0, 0, true};
    size_t end = at;
    for (int d; run.width < MAX_DIGITS && (d = numeral_at(t, end)) >= 0;) {
        if (d > 9)
            break;
        run.value = run.value * 10 + d;
        run.width++;
        end += 3;
    }
    *out = run;
    return run.width ? end : 0;
}

/** 十八, 一百零五: powers falling; 十四五 (about 14) is none. */
static size_t
read_positional(const ClTimeText *t, size_t at, ClTimeInteger *out)
{
    int total = 0, digit = -1, power = 10000;
    size_t end = at;
    for (int i = 0; i < MAX_NUMERAL; i++, end += 3) {
        const int v = numeral_at(t, end);
        if (v < 0)
            break;
        if (v == 0)
            continue;
        if (v < 10 && digit > 0)
            return 0;
        if (v < 10) {
            digit = v;
            continue;
        }
        if (v >= power)
            return 0;
        if (digit < 0 && v > 10)
            return 0; /* 百年, 千年 are no counts */
        power = v;
        total += (digit < 0 ? 1 : digit) * power;
        digit = -1;
    }
    *out = (ClTimeInteger){total + MAX(digit, 0), 0, true};
    return numeral_at(t, end) < 0 ? end : 0;
}

size_t
cl_time_integer(const ClTimeText *t, size_t at, ClTimeInteger *out)
{
    size_t end = read_digits(t, at, out);
    if (end || numeral_at(t, at) < 0)
        return end;
    end = read_run(t, at, out);
    if (end && numeral_at(t, end) < 0)
        return end;
    return read_positional(t, at, out);
}

static const char *const small_numbers[] = {
    "one",     "two",       "three",    "four",     "five",
    "six",     "seven",     "eight",    "nine",     "ten",
    "eleven",  "twelve",    "thirteen", "fourteen", "fifteen",
    "sixteen", "seventeen", "eighteen", "nineteen",
};
static const char *const tens[] = {
    "twenty", "thirty",  "forty",  "fifty",
    "sixty",  "seventy", "eighty", "ninety",
};

static size_t
read_small(const ClTimeText *t, size_t at, int limit, int *value)
{
    for (int i = 0; i < limit; i++) {
        const size_t end = cl_time_term(t, at, small_numbers[i]);
        if (end) {
            *value = i + 1;
            return end;
        }
    }
    return 0;
}

size_t
cl_time_english_number(const ClTimeText *t, size_t at, int *value)
{
    if (!cl_time_is_letter(t, at))
        return 0;
    for (size_t i = 0; i < G_N_ELEMENTS(tens); i++) {
        const size_t end = cl_time_term(t, at, tens[i]);
        if (!end)
            continue;
        int unit = 0;
        const size_t after =
            read_small(t, cl_time_skip(t, end, "- "), 9, &unit);
        *value = ((int)i + 2) * 10 + unit;
        return after ? after : end;
    }
    return read_small(t, at, G_N_ELEMENTS(small_numbers), value);
}

/** Goes on after "1" in 1,000; false if what follows is no group of three. */
static size_t
read_groups(const ClTimeText *t, size_t at, ClTimeInteger *number)
{
    while (at < t->length && t->text[at] == ',' &&
           cl_time_is_digit(t, at + 1)) {
        ClTimeInteger group;
        const size_t end = read_digits(t, at + 1, &group);
        if (!end || group.width != 3 || number->value >= 1000)
            return 0;
        number->value = number->value * 1000 + group.value;
        at = end;
    }
    return at;
}

static size_t
read_decimal(const ClTimeText *t, size_t at, ClTimeCount *out)
{
    ClTimeInteger number, places = {0, 0, false};
    size_t end = read_digits(t, at, &number);
    if (end)
        end = read_groups(t, end, &number);
    if (!end)
        return 0;
    if (t->length - end > 1 && t->text[end] == '.' &&
        cl_time_is_digit(t, end + 1)) {
        end = read_digits(t, end + 1, &places);
        if (!end || places.width > 3 || number.value > 99999)
            return 0;
    }
    out->scale = places.width;
    out->digits = number.value;
    for (int i = 0; i < places.width; i++)
        out->digits *= 10;
    out->digits += places.value;
    return end;
}

size_t
cl_time_count(const ClTimeText *t, size_t at, ClTimeCount *out)
{
    if (cl_time_is_digit(t, at))
        return read_decimal(t, at, out);
    out->scale = 0;
    if (cl_time_is_letter(t, at))
        return cl_time_english_number(t, at, &out->digits);
    ClTimeInteger number, places;
    const size_t end = cl_time_integer(t, at, &number);
    out->digits = number.value;
    /* 三四天 is three or four: no one length. */
    if (!end || number.width > 1)
        return 0;
    /* 一点五: one digit is enough for halves */
    const size_t point = cl_time_word(t, end, "点");
    const size_t after = point ? read_run(t, point, &places) : 0;
    if (!after || places.width != 1)
        return end;
    out->digits = number.value * 10 + places.value;
    out->scale = 1;
    return after;
}
