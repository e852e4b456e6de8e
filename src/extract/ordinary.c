/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/ordinary.h"

static const uint32_t ordinary[] = {
#include "ordinary.inc"
};

static const uint32_t seldom[] = {
#include "seldom.inc"
};

enum { HAN = 3, SHORTEST = 2 * HAN, LONGEST = 5 * HAN, MOST = 16 * HAN };

static bool
has_hash(const uint32_t *table, size_t count, uint32_t hash)
{
    size_t lo = 0, hi = count;
    while (lo < hi) {
        const size_t middle = lo + (hi - lo) / 2;
        if (table[middle] < hash)
            lo = middle + 1;
        else
            hi = middle;
    }
    return lo < count && table[lo] == hash;
}

static bool
is_word(const char *text, size_t length)
{
    return has_hash(ordinary, sizeof ordinary / sizeof *ordinary,
                    cl_ordinary_hash(text, length));
}

/* Han between the basic block's ends takes three bytes. */
static bool
is_han(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i += HAN) {
        const unsigned char lead = (unsigned char)text[i];
        if (i + HAN > length || lead < 0xE4 || lead > 0xE9)
            return false;
    }
    return true;
}

/* 供应商|低声: bit i is set if the first i characters are words. */
static bool
is_row_of_words(const char *text, size_t length)
{
    uint32_t ends = 1;
    for (size_t from = 0; from < length; from += HAN) {
        if (!(ends >> from / HAN & 1))
            continue;
        for (size_t to = from + SHORTEST; to <= length && to <= from + LONGEST;
             to += HAN)
            if (is_word(text + from, to - from))
                ends |= UINT32_C(1) << to / HAN;
    }
    return ends >> length / HAN & 1;
}

bool
cl_is_ordinary(const char *text, size_t length)
{
    if (length == 0 || length > MOST)
        return false;
    return is_han(text, length) ? is_row_of_words(text, length)
                                : is_word(text, length);
}

bool
cl_is_known_word(const char *text, size_t length)
{
    return is_word(text, length) ||
           has_hash(seldom, sizeof seldom / sizeof *seldom,
                    cl_ordinary_hash(text, length));
}
