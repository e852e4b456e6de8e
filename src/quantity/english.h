/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_QUANTITY_ENGLISH_H
#define CL_QUANTITY_ENGLISH_H

/* What the readers of English number words share: the sum so far, a word. */

#include "quantity/numeral.h"

typedef enum {
    AT_START,
    AT_UNIT,
    AT_TENS,
    AT_HUNDRED,
    AT_SCALE,
    AT_DONE
} ClEnglishStage;

typedef struct {
    ClNumber total, group;
    bool any_group;
    ClEnglishStage stage;
    int scale; /* of the last scale, 0 before any */
    int place, tail, closing;
    bool after_and; /* an "and" stands before the open group */
    bool fraction, ordinal, article, decimal, words;
    bool counted; /* has more than scales: two hundred */
    bool digits;  /* began with digits: $280 million first ... */
    size_t end;
} ClEnglishSum;

typedef struct {
    ClWordRole role;
    int value;
    bool plural; /* thirds */
    size_t end;
} ClEnglishWord;

static inline ClNumber
cl_english_whole(int64_t n)
{
    return cl_number_make(n, 0);
}

/** The number word at a place, plural ordinals (thirds) too. */
bool cl_english_word(const ClReader *reader, size_t at, ClEnglishWord *out);

/** two six in "point two six", eleven in "point eleven". */
bool cl_english_decimal(const ClReader *reader, size_t at, ClEnglishSum *sum);

typedef struct {
    ClNumber value; /* without the scale */
    int scale;      /* -1: none */
    size_t end;
} ClEnglishFraction;

/**
 * half, a half, three quarters, one third, two thirds of a million.
 *
 * counted  a number or "and" stands before: a plain ordinal may be a part
 */
bool cl_english_fraction(const ClReader *reader,
                         size_t at,
                         bool counted,
                         ClEnglishFraction *out);

/** and a half, and three quarters: added to what was read. */
bool cl_english_add_fraction(const ClReader *reader, ClEnglishSum *sum);

/** fifths in "twenty one fifths" divide what was read. */
void cl_english_divide(const ClReader *reader, ClEnglishSum *sum);

#endif
