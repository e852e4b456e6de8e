/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_QUANTITY_H
#define CL_QUANTITY_H

/*
 * Number phrases become intervals.  Works on folded text (see
 * text/text.h) and never sees an article; exact arithmetic only.
 */

#include "base/base.h"

/* ---- Intervals --------------------------------------------------------- */

/** All values between two ends; an unbounded end ignores its number. */
typedef struct {
    ClNumber lo, hi;
    bool lo_open, hi_open; /* the end itself is left out */
    bool lo_unbounded, hi_unbounded;
} ClInterval;

static inline ClInterval
cl_interval_point(ClNumber value)
{
    return (ClInterval){.lo = value, .hi = value};
}

/** True if some value lies in both. */
bool cl_interval_meets(ClInterval a, ClInterval b);
/** True if every value of inner lies in outer. */
bool cl_interval_contains(ClInterval outer, ClInterval inner);
bool cl_interval_holds(ClInterval interval, ClNumber value);
bool cl_interval_equal(ClInterval a, ClInterval b);
bool cl_interval_is_point(ClInterval interval);
/** Total order: lower end first (open after closed), then upper end. */
int cl_interval_compare(ClInterval a, ClInterval b);
/** Values common to both; undefined if they do not meet. */
ClInterval cl_interval_intersect(ClInterval a, ClInterval b);
/** The smallest interval that covers both. */
ClInterval cl_interval_hull(ClInterval a, ClInterval b);
ClInterval cl_interval_add(ClInterval a, ClInterval b);
ClInterval cl_interval_subtract(ClInterval a, ClInterval b);
ClInterval cl_interval_multiply(ClInterval a, ClInterval b);
/** a / b; unbounded on both sides if b holds 0. */
ClInterval cl_interval_divide(ClInterval a, ClInterval b);
/** factor * interval + offset, factor not 0. */
ClInterval cl_interval_affine(ClInterval interval,
                              ClNumber factor,
                              ClNumber offset);
/** False if an end overflowed. */
static inline bool
cl_interval_valid(ClInterval i)
{
    return (i.lo_unbounded || cl_number_valid(i.lo)) &&
           (i.hi_unbounded || cl_number_valid(i.hi));
}

/** Appends "[1.8, 2)", "(289000, +inf)". */
void cl_interval_print(ClInterval interval, GString *out);

/* ---- Vocabulary: units, counter words, hedges --------------------------- */

typedef int ClUnitId; /* index into the vocabulary; 0 is "no unit" */

/** Units, counter words and a hedge profile, compiled; read-only after. */
typedef struct ClVocabulary ClVocabulary;

/**
 * Reads the shipped units.yaml and hedges.yaml.
 *
 * errors   a mistake in either is ours: notes name it, NULL is returned
 */
ClVocabulary *cl_vocabulary_new(ClNotes *notes);

/**
 * The same from given bytes; names are for the notes.  NULL bytes mean the
 * shipped file.
 */
ClVocabulary *cl_vocabulary_new_from(const char *units,
                                     size_t units_length,
                                     const char *units_name,
                                     const char *hedges,
                                     size_t hedges_length,
                                     const char *hedges_name,
                                     ClNotes *notes);
void cl_vocabulary_free(ClVocabulary *vocabulary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ClVocabulary, cl_vocabulary_free)

/** "news 1": name and version of the hedge profile. */
const char *cl_vocabulary_hedge_profile(const ClVocabulary *vocabulary);

/** The unit of a spelling in any script ("辆", "GB", "percent"), 0 if none. */
ClUnitId cl_unit_find(const ClVocabulary *vocabulary, const char *spelling);
/** Contract name ("vehicle", "CNY", "percent"); "" for 0. */
const char *cl_unit_name(const ClVocabulary *vocabulary, ClUnitId unit);
/** How people write it after a number, in Chinese and in English ("%"). */
const char *cl_unit_label(const ClVocabulary *vocabulary,
                          ClUnitId unit,
                          bool chinese);
/** "length", "time", "money:CNY", "count", "ratio", ... */
const char *cl_unit_dimension(const ClVocabulary *vocabulary, ClUnitId unit);

/**
 * Whether a quantity in unit `from` may answer a rule that asks for `to`, and
 * the factor to multiply by.
 *
 * Same dimension converts by factor.  Counts fit when the counter word of
 * `from` is one that `to` accepts (台 counts vehicles and phones, 份 orders
 * and shares).  Percent and percentage point never convert, nor do two
 * currencies.  A spoken fraction (三成, 一半) answers percent.
 */
bool cl_unit_convert(const ClVocabulary *vocabulary,
                     ClUnitId from,
                     ClUnitId to,
                     ClNumber *factor);

/** True if the vocabulary has that unit, or for 0. */
bool cl_unit_exists(const ClVocabulary *vocabulary, ClUnitId unit);

/** True for people, vehicles, stores, orders: whatever a counter counts. */
bool cl_unit_is_count(const ClVocabulary *vocabulary, ClUnitId unit);

/* ---- Quantities -------------------------------------------------------- */

typedef enum {
    CL_KIND_NUMBER,
    CL_KIND_ORDINAL,
    CL_KIND_PERCENT,
    CL_KIND_PERCENTAGE_POINT,
    CL_KIND_MULTIPLE,
    CL_KIND_FRACTION,
    CL_KIND_RANGE, /* a range without a unit */
    CL_KIND_CURRENCY,
    CL_KIND_DIMENSION,
    CL_KIND_TEMPERATURE,
    CL_KIND_AGE,
    CL_KIND_DURATION,
    CL_KIND_DATE, /* lo and hi are yyyymmdd numbers */
    CL_KIND_COUNT,
} ClQuantityKind;

/** Contract name: "number", "percentage_point", ... */
const char *cl_quantity_kind_name(ClQuantityKind kind);

/** What the hedge does to the number: decides how it agrees with others. */
typedef enum {
    CL_SHAPE_POINT, /* 24万, 高达24万 */
    CL_SHAPE_ONE_SIDED, /* 超24万, 不到24万, 24万以上: rounding is allowed */
    CL_SHAPE_SOFT,      /* 近, 约, 多, 几十: nothing on top */
    CL_SHAPE_RANGE, /* 2-3倍 */
} ClShape;

/** How a change is worded: 是3倍 is a level, 增长了2倍 growth. */
typedef enum {
    CL_FORM_LEVEL,
    CL_FORM_GROWTH,
    CL_FORM_DECLINE, /* the value already carries its minus sign */
} ClForm;

typedef struct {
    ClSpan span;   /* bytes of the text read: hedges, number and unit */
    ClSpan number; /* the number alone, with 万, 亿, million */
    ClQuantityKind kind;
    ClShape shape;
    ClForm form;
    ClInterval hard;   /* all that logic and usage allow, in `unit` */
    ClInterval usual;  /* what a writer means; inside hard */
    ClNumber value;    /* the number written (a range: its lower end) */
    ClNumber upper;    /* a range's upper end, else value */
    int place;         /* power of ten of the last written digit of value */
    ClUnitId unit;     /* 0: a bare number */
    ClUnitId per;      /* 元/台: the unit below; 0 if none */
    const char *hedge; /* contract name, "exact" without one; borrowed */
    bool spoken; /* a spoken fraction or round word: 三成, 一半, 翻番 */
    bool span_of_values; /* 售价21万–30万: both ends hold, not one between */
} ClQuantity;

/** How many digits its number was written with, the zero of 4.90 too; may be
    below one for a number that was rounded away. */
static inline int
cl_quantity_digits(const ClQuantity *quantity)
{
    return cl_number_magnitude(quantity->value) - quantity->place + 1;
}

/**
 * Every quantity of a folded text.
 *
 * text     folded but with its case kept (ClFolded.cased): m is not M

 * out      of ClQuantity, cleared first; in order of start, never
 *          overlapping; hedge names borrowed from the vocabulary
 * errors   none: what overflows is left out
 */
void cl_quantities_read(const ClVocabulary *vocabulary,
                        const char *text,
                        size_t length,
                        GArray *out);

/**
 * The quantity in another unit: every number multiplied, place too.
 *
 * A growth (增长了2倍, 增长50%) asked for as multiple becomes a level
 * (3倍, 1.5倍); a level asked for as percent growth the other way round.
 * returns  false if the units do not fit or a number overflows
 */
bool cl_quantity_convert(const ClVocabulary *vocabulary,
                         const ClQuantity *quantity,
                         ClUnitId to,
                         ClQuantity *out);

/** True if words of a text are, or end, how a change is worded: 增长, rose. */
bool cl_quantity_is_change_word(const ClVocabulary *vocabulary,
                                const char *text,
                                ClSpan word);

/**
 * Appends how a reading came about, a line a step, for people: the words,
 * the number, the hedge's rule, both readings, the unit.
 */
void cl_quantity_explain(const ClVocabulary *vocabulary,
                         const ClQuantity *quantity,
                         const char *text,
                         GString *out);

/* ---- Time -------------------------------------------------------------- */

/** A day as yyyymmdd; 0 is unknown. */
typedef int32_t ClDay;

typedef enum {
    CL_TIME_PERIOD, /* 2025年, 今年上半年, 2021年~2025年: from..to */
    CL_TIME_AS_OF,  /* 截至2025年8月: a state at `to` */
    CL_TIME_WINDOW, /* 18小时, 开售20天, 过去5年: a length */
} ClTimeKind;

typedef struct {
    ClSpan span; /* bytes of the folded text */
    ClTimeKind kind;
    ClDay from, to;   /* of a period, both included; 0 if not known */
    ClNumber seconds; /* of a window */
    bool bare;        /* 第二季度: a part of a year that is not named */
    bool numbered;    /* and a quarter by its number */
    char iso[32];     /* "2025-Q3", "2021/2025", "PT18H", "P5Y" */
} ClTime;

/** Makes a period of both days, spelt as one that was read; span is kept. */
void cl_time_set_days(ClTime *time, ClDay from, ClDay to);
/** Moves it by whole months, its last day with the month; false: no days. */
bool cl_time_shift(ClTime *time, int months);

/**
 * Every date, period and duration of a folded text.
 *
 * reference  the article's day, for 今年, 上半年, 5月; 0 if unknown, then
 *            such words give iso "year+0", "year-1" and no days
 * out      of ClTime, cleared first; in order of start
 * source   ISO 8601-1:2019; years and months have 365 and 30 days in seconds
 */
void cl_times_read(const ClVocabulary *vocabulary,
                   const char *text,
                   size_t length,
                   ClDay reference,
                   GArray *out);

#endif
