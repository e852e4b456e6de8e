/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_QUANTITY_NUMERAL_H
#define CL_QUANTITY_NUMERAL_H

/*
 * A number as written: 28.9万, 二十八万九千, 三五百, 1.2 million.  No unit, and
 * no hedge but one that stands inside (500多亿).
 */

#include "quantity/reader.h"

typedef enum {
    CL_NUMERAL_CHINESE = 1,  /* has Chinese characters */
    CL_NUMERAL_ARABIC = 2,   /* starts with a digit */
    CL_NUMERAL_ENGLISH = 4,  /* is in English words */
    CL_NUMERAL_BARE = 8,     /* a scale alone: 百万 */
    CL_NUMERAL_LONE = 16,    /* one Chinese digit */
    CL_NUMERAL_PAIR = 32,    /* 三五 without a scale */
    CL_NUMERAL_STRING = 64,  /* digit by digit: 二〇二五 */
    CL_NUMERAL_FORMAL = 128, /* 叁, 伍 and the like without a scale */
    CL_NUMERAL_PLURAL = 256, /* 20s */
    CL_NUMERAL_ORDINAL = 512,
    CL_NUMERAL_FRACTION = 1024,
    CL_NUMERAL_PERCENT = 2048, /* 百分之三: value is 3 */
    CL_NUMERAL_ARTICLE = 4096, /* "a" or "an" stands for one */
    CL_NUMERAL_VERSION = 8192, /* 3.2.1: no number */
    CL_NUMERAL_RANGED = 16384, /* upper differs: 三五百 */
    CL_NUMERAL_DECIMAL = 32768,
    CL_NUMERAL_SHORT = 65536, /* 三万二: its last scale is left out */
} ClNumeralFlags;

typedef struct {
    size_t start, end;
    ClNumber value, upper;
    int place;  /* power of ten of the last written digit */
    int tail;   /* power of ten of the place that 多 would follow here */
    int scale;  /* power of ten of the closing 万, 亿, million; 0 for none */
    int digits; /* of an Arabic number, in front of the point */
    int hedge;  /* index of the hedge inside, 0 for none */
    int hedge_unit; /* power of ten that it counts in */
    unsigned flags;
} ClNumeral;

/** A number from a place on, so far without a value. */
static inline void
cl_numeral_open(ClNumeral *n, size_t start, unsigned flags)
{
    n->start = n->end = start;
    n->value = n->upper = CL_NUMBER_OVERFLOW;
    n->place = n->tail = n->scale = n->digits = 0;
    n->hedge = n->hedge_unit = 0;
    n->flags = flags;
}

/**
 * Reads the number that starts at a place.
 *
 * at       a digit, a point before one, a number character, or the first
 *          letter of a word
 * returns  false if there is none; what does not fit gives an overflow
 */
bool cl_numeral_read(const ClReader *reader, size_t at, ClNumeral *out);

/** The same, with 分之 and 又: 三分之一, 百分之三, 3又1/5. */
bool cl_numeral_read_whole(const ClReader *reader, size_t at, ClNumeral *out);

/* ---- Parts ------------------------------------------------------------- */

/** at  a digit, or a point before one */
void cl_numeral_read_arabic(const ClReader *reader, size_t at, ClNumeral *out);

/** False where digits end for good, as nearly all do: 28台. */
static inline bool
cl_numeral_leads_on(const ClReader *r, size_t at)
{
    return cl_reader_may_any(r,
                             CL_MARK_COUNTS | CL_MARK(CL_WORDS_POINT) |
                                 CL_MARK(CL_WORDS_LINK) |
                                 CL_MARK(CL_WORDS_HEDGES_TIGHT),
                             at);
}

/** at: a character that counts.
 * goes_on: out holds the digits that start the number, and they stay where
 * nothing belongs to them. */
bool cl_numeral_read_chinese(const ClReader *reader,
                             size_t at,
                             bool goes_on,
                             ClNumeral *out);
bool cl_numeral_read_english(const ClReader *reader,
                             size_t at,
                             bool goes_on,
                             ClNumeral *out);

#endif
