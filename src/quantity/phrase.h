/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_QUANTITY_PHRASE_H
#define CL_QUANTITY_PHRASE_H

/*
 * A number phrase being put together: the number, then what stands behind it,
 * then what stands before it, then a second end or a smaller unit.
 */

#include "quantity/numeral.h"

typedef struct {
    ClNumeral n;
    size_t start, end; /* of the whole phrase */
    bool negative;     /* a sign is written */
    ClUnitId unit, per;
    int spelling;      /* of the unit, -1 if it has none */
    ClUnitId currency; /* stands before the number; 0 for none */
    int before, after; /* hedges around, 0 for none */
    bool changed;      /* a word of growth or decline stands before */
    ClForm form;
    bool ranged;    /* two ends were written */
    bool both_hold; /* 从a到b, 售价a-b: two values, not one between */
    bool window;    /* 近三年 */
    bool said;      /* a whole phrase such as 翻番; kind is set */
    ClQuantityKind kind;
} ClPhrase;

/** A phrase from a place on, with everything but its number. */
static inline void
cl_phrase_open(ClPhrase *p, size_t start)
{
    p->start = p->end = start;
    p->unit = p->per = p->currency = 0;
    p->spelling = -1;
    p->before = p->after = 0;
    p->form = CL_FORM_LEVEL;
    p->kind = CL_KIND_NUMBER;
    p->negative = p->changed = p->ranged = p->both_hold = false;
    p->window = p->said = false;
}

/** What stands in front of the number: sign, currency. */
void cl_phrase_read_front(const ClReader *reader, ClPhrase *phrase);
/** Behind it: hedge, unit, half, per, hedge. */
void cl_phrase_read_unit(const ClReader *reader, ClPhrase *phrase);
void cl_phrase_read_after(const ClReader *reader, ClPhrase *phrase);
/** In front, once the unit is known: hedge and change. */
void cl_phrase_read_before(const ClReader *reader, ClPhrase *phrase);

/** 一小时三十分钟, 7 feet 10 inches, 12块5: smaller units are added; false if
 * there are none. */
bool cl_phrase_join(const ClReader *reader, ClPhrase *phrase);

/** 21万-30万, 3、4万亿, between 2 and 3: the second end, if there is one. */
bool cl_phrase_read_range(const ClReader *reader, ClPhrase *phrase);

/** False for what is no quantity after all: model numbers, lone 一, codes. */
bool cl_phrase_judge(const ClReader *reader, const ClPhrase *phrase);

/** The quantity a phrase says, its unit settled; false if a number overflowed. */
bool cl_phrase_finish(const ClReader *reader,
                      ClPhrase *phrase,
                      ClQuantity *out);

/** The longest unit at a place where some list may have one. */
ClMatch cl_reader_find_unit(const ClReader *reader, size_t at);

/** The length of the longest unit at a place; 0 if there is none. */
static inline size_t
cl_reader_unit(const ClReader *r, size_t at, int *spelling)
{
    const ClMarks lists = CL_MARK(CL_WORDS_UNITS_ZH) |
                          CL_MARK(CL_WORDS_UNITS_EN) |
                          CL_MARK(CL_WORDS_SYMBOLS);
    if (!cl_reader_may_any(r, lists, at))
        return 0;
    const ClMatch unit = cl_reader_find_unit(r, at);
    if (unit.length)
        *spelling = unit.meaning;
    return unit.length;
}

/** Which of a spelling's units shares a dimension; 0 if none. */
ClUnitId cl_spelling_in(const ClVocabulary *vocabulary,
                        int spelling,
                        const char *dimension);

/** True for money of one kind, or of a kind not said (cents). */
bool cl_dimension_joins(const char *a, const char *b);

#endif
