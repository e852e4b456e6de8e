/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_QUANTITY_TIME_PARTS_H
#define CL_QUANTITY_TIME_PARTS_H

/*
 * What the readers of time words share: a text with a reference day, days of
 * the calendar, numbers in words, and parts of a year that become periods.
 * Every reader takes the byte it starts at and gives the byte after what it
 * read, or 0 if it read nothing.
 */

#include "quantity/vocabulary.h"

/* ---- Calendar ---------------------------------------------------------- */

/** The years that a number may name; 1000年 is a length nobody means. */
#define CL_TIME_FIRST_YEAR 1900
#define CL_TIME_LAST_YEAR 2100

static inline int
cl_day_year(ClDay day)
{
    return day / 10000;
}

static inline int
cl_day_month(ClDay day)
{
    return day / 100 % 100;
}

static inline int
cl_day_of_month(ClDay day)
{
    return day % 100;
}

ClDay cl_day_make(int year, int month, int day);
bool cl_day_valid(ClDay day);
int cl_month_length(int year, int month);
/** Days since 1 January of year 1, which is 0. */
int cl_day_serial(ClDay day);
ClDay cl_day_add_days(ClDay day, int days);
/** The same day of another month, or that month's last: 31 Jan + 1 month. */
ClDay cl_day_add_months(ClDay day, int months);

/* ---- Text -------------------------------------------------------------- */

/** Is told every word that a reader compares with the start of a text. */
typedef struct ClTimeListener ClTimeListener;
struct ClTimeListener {
    void (*hear)(const ClTimeListener *listener, const char *word);
};

typedef struct {
    const ClVocabulary *vocabulary;
    const char *text;
    size_t length;
    ClDay reference; /* 0: unknown */
    ClDay today;     /* the reference, or a stand-in to reckon from */
    const ClTimeListener *listener; /* NULL where a text is read */
} ClTimeText;

/** What 今年 is reckoned from where nobody knows the year; a leap year. */
#define CL_TIME_STAND_IN_YEAR 2000

static inline bool
cl_time_is_digit(const ClTimeText *t, size_t at)
{
    return at < t->length && g_ascii_isdigit(t->text[at]);
}

static inline bool
cl_time_is_letter(const ClTimeText *t, size_t at)
{
    return at < t->length && g_ascii_isalpha(t->text[at]);
}

/** The code point of the character of three bytes there, 0 for any other. */
uint32_t cl_time_character(const ClTimeText *t, size_t at);
/** True at a Chinese digit or power: 三, 十, 两. */
bool cl_time_is_numeral(const ClTimeText *t, size_t at);
size_t cl_time_whole_word(const ClTimeText *t, size_t at, const char *word);

static inline char
cl_time_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

/** The end of word if it stands at `at`, in any case of ASCII. */
static inline size_t
cl_time_word(const ClTimeText *t, size_t at, const char *word)
{
    /* nearly all of reading times is this comparison, and nearly all fail */
    return t->listener ||
                   (at < t->length && cl_time_lower(t->text[at]) == *word)
               ? cl_time_whole_word(t, at, word)
               : 0;
}

/** The same for an English word: no letter or digit may follow. */
static inline size_t
cl_time_term(const ClTimeText *t, size_t at, const char *word)
{
    const size_t end = cl_time_word(t, at, word);
    return end && (cl_time_is_letter(t, end) || cl_time_is_digit(t, end)) ? 0
                                                                          : end;
}

/** A term and one blank, for what must go on: "of ". */
size_t cl_time_lead(const ClTimeText *t, size_t at, const char *word);
/** True if the character at `at` is one of a set of characters. */
bool cl_time_one_of(const ClTimeText *t, size_t at, const char *set);
/** True if the character before `at` is one of a set. */
bool cl_time_after_one_of(const ClTimeText *t, size_t at, const char *set);
bool cl_time_after_han(const ClTimeText *t, size_t at);
bool cl_time_at_han(const ClTimeText *t, size_t at);
/** True if the English word before the blank before `at` is word. */
bool cl_time_after_term(const ClTimeText *t, size_t at, const char *word);
/** What the first word of a NULL-ended list that stands at `at` ends at. */
size_t cl_time_any_word(const ClTimeText *t,
                        size_t at,
                        const char *const *words);
size_t cl_time_any_term(const ClTimeText *t,
                        size_t at,
                        const char *const *words);
/** An optional blank or hyphen; gives `at` if there is none. */
size_t cl_time_skip(const ClTimeText *t, size_t at, const char *set);

/* ---- Numbers ----------------------------------------------------------- */

/** A whole number as written: its digits 2025 have width 4, 十八 width 0. */
typedef struct {
    int value;
    int width;
    bool chinese;
} ClTimeInteger;

/** ASCII digits (at most 7) or a Chinese numeral below 10000. */
size_t cl_time_integer(const ClTimeText *t, size_t at, ClTimeInteger *out);

/** digits / 10^scale: 1.5 is 15 and 1. */
typedef struct {
    int digits;
    int scale;
} ClTimeCount;

/** A number that counts hours or years: 1,000, 1.5, 十八, twenty-four. */
size_t cl_time_count(const ClTimeText *t, size_t at, ClTimeCount *out);
/** "one" ... "ninety-nine". */
size_t cl_time_english_number(const ClTimeText *t, size_t at, int *value);

/** The "/25" of 2024/25, a year that runs from one into the next. */
size_t cl_time_second_year(const ClTimeText *t, size_t at, int first);

/* ---- Periods ----------------------------------------------------------- */

/** What a period is fixed to, and so how it is printed. */
typedef enum {
    CL_ANCHOR_CALENDAR,
    CL_ANCHOR_FISCAL,     /* FY2024: whose months only the company knows */
    CL_ANCHOR_YEAR,       /* 今年 without a reference: "year+0" */
    CL_ANCHOR_MONTH_NAME, /* 5月 without a reference: "month-05" */
    CL_ANCHOR_QUARTER,    /* 上季度 without a reference: "quarter-1" */
    CL_ANCHOR_MONTH,      /* 上月 without a reference: "month-1" */
    CL_ANCHOR_DAY,        /* 昨天 without a reference: "day-1" */
} ClTimeAnchor;

typedef struct {
    int year;
    ClTimeAnchor anchor;
} ClTimeYear;

/** How a part of the year without its year finds one. */
typedef enum {
    CL_SETTLE_CURRENT, /* 下半年: of the reference's year, also ahead */
    CL_SETTLE_START,   /* 10月, 三季度: has begun, or does so in a month */
    CL_SETTLE_END,     /* 前三季度: has ended, or does so in a month */
} ClTimeSettle;

/** A part of some year; a day of 0 is the month's first or last. */
typedef struct {
    int from_month, from_day;
    int to_month, to_day;
    int years; /* 1 if the end lies in the year after: 11月至1月 */
    ClTimeSettle settle;
    bool month_name; /* 10月, October: no year known gives "month-10" */
} ClTimePart;

typedef struct {
    ClDay from, to;
    ClTimeAnchor anchor;
    bool open;     /* up to now, and nobody knows when that is */
    bool bare;     /* its year was not said */
    bool numbered; /* and a quarter by its number */
} ClTimePeriod;

ClTimeYear cl_time_year_given(int year);
/** 今年 is 0, 去年 -1. */
ClTimeYear cl_time_year_relative(const ClTimeText *t, int offset);
ClTimePart cl_time_part_months(int from, int to, ClTimeSettle settle);
/** 上旬, 中旬, 下旬 (0, 1, 2) of a month. */
ClTimePart cl_time_part_third(int month, int third);
ClTimePart cl_time_part_whole_year(void);
/** False if the year has no such day. */
bool cl_time_period_in(ClTimeYear year, ClTimePart part, ClTimePeriod *out);
/** The same with the year that the reference suggests. */
bool cl_time_period_settle(const ClTimeText *t,
                           ClTimePart part,
                           ClTimePeriod *out);
/** offset units from today; unit is 'D', 'M', 'Q' or 'Y'. */
ClTimePeriod cl_time_period_relative(const ClTimeText *t,
                                     char unit,
                                     int offset);
/** From the start of a period until now: 2020年以来, since 2020. */
bool cl_time_period_until_now(const ClTimeText *t, ClTimePeriod *period);
/** From the start of one to the end of another; false if none is. */
bool cl_time_period_join(ClTimePeriod a, ClTimePeriod b, ClTimePeriod *out);
/** Fills from, to and iso: the coarsest spelling that says the same. */
void cl_time_period_write(const ClTimePeriod *period, ClTime *out);

/* ---- Readers ----------------------------------------------------------- */

size_t cl_time_chinese_period(const ClTimeText *t,
                              size_t at,
                              ClTimePeriod *out);
/** stated: 2013 alone counts, for the words before say that it is a year. */
size_t cl_time_english_period(const ClTimeText *t,
                              size_t at,
                              bool stated,
                              ClTimePeriod *out);
/** Q3, 3Q, H1, 1H without a year. */
size_t cl_time_code(const ClTimeText *t, size_t at, ClTimePart *out);
/** 2025-10-15, 2025/10/15, 2025.10.15. */
size_t cl_time_numeric_date(const ClTimeText *t, size_t at, ClTimePeriod *out);
/** Lengths, and what is told by one: 三年前, five years ago. */
size_t cl_time_chinese_window(const ClTimeText *t, size_t at, ClTime *out);
size_t cl_time_english_window(const ClTimeText *t, size_t at, ClTime *out);

/* ---- Lengths ----------------------------------------------------------- */

typedef enum {
    CL_LENGTH_YEAR,
    CL_LENGTH_MONTH,
    CL_LENGTH_WEEK,
    CL_LENGTH_DAY,
    CL_LENGTH_HOUR,
    CL_LENGTH_MINUTE,
    CL_LENGTH_SECOND,
    CL_LENGTH_QUARTER,
    CL_LENGTH_DECADE,
} ClLengthUnit;

/** A length in its written units; [unit] counts years ... seconds. */
typedef struct {
    int whole[CL_LENGTH_SECOND + 1];
    ClTimeCount last; /* a fraction that has no whole unit: 1.3小时 */
    ClLengthUnit last_unit;
    bool fraction;
} ClLength;

/** Adds count units; false if it cannot be said (2.78秒 is no window). */
bool cl_length_add(ClLength *length, ClTimeCount count, ClLengthUnit unit);
/** Adds half a unit: 两年半, 一个半小时. */
bool cl_length_add_half(ClLength *length, ClLengthUnit unit);
/** Sets kind, seconds and iso. */
void cl_length_write(const ClLength *length, ClTime *out);
/** Sets from and to: direction -1 is 过去5年, +1 未来5年. */
void cl_length_place(const ClTimeText *t,
                     const ClLength *length,
                     int direction,
                     ClTime *out);
/** 三年前, five years ago: the year, month or day so far back. */
bool cl_length_ago(const ClTimeText *t, const ClLength *length, ClTime *out);

#endif
