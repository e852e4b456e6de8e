/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Periods as reports of companies name them: by the month in which they ended
 * (the June quarter, the three months ended June 30, 截至6月30日止季度), and by
 * a quarter of the company's own year that only the company can place
 * (第四财季, fiscal Q4), which gives no days.
 */
#include "quantity/time_report.h"

#include "quantity/time_english.h"

#include <stdio.h>
#include <string.h>

/* ---- By their end ------------------------------------------------------- */

typedef struct {
    const char *word;
    int months;
} Length;

static const Length english_lengths[] = {
    {"quarter", 3},        {"two months", 2},     {"three months", 3},
    {"four months", 4},    {"five months", 5},    {"half year", 6},
    {"half-year", 6},      {"six months", 6},     {"seven months", 7},
    {"eight months", 8},   {"nine months", 9},    {"ten months", 10},
    {"eleven months", 11}, {"fiscal year", 12},   {"financial year", 12},
    {"year", 12},          {"twelve months", 12},
};
static const Length chinese_lengths[] = {
    {"季度", 3},   {"一个季度", 3},  {"这个季度", 3}, {"那个季度", 3},
    {"一季", 3},   {"这一季", 3},    {"那一季", 3},   {"季", 3},
    {"一年", 12},  {"这一年", 12},   {"那一年", 12},  {"一个财年", 12},
    {"三个月", 3}, {"3个月", 3},     {"六个月", 6},   {"6个月", 6},
    {"中期", 6},   {"半年度", 6},    {"半年", 6},     {"九个月", 9},
    {"9个月", 9},  {"十二个月", 12}, {"12个月", 12},  {"财政年度", 12},
    {"财年", 12},  {"会计年度", 12}, {"年度", 12},    {"全年", 12},
};

/* So many months up to the month in which a period ends. */
static bool
reach_back(ClTimePeriod *period, int months)
{
    enum { WEEK = 7 };
    if (period->anchor != CL_ANCHOR_CALENDAR || period->open)
        return false;
    /* a quarter of thirteen weeks that ends on November 1 is that to October */
    if (period->from == period->to && cl_day_of_month(period->to) <= WEEK)
        period->to = cl_day_add_days(period->to, -cl_day_of_month(period->to));
    const int year = cl_day_year(period->to), month = cl_day_month(period->to);
    period->to = cl_day_make(year, month, cl_month_length(year, month));
    period->from = cl_day_add_months(cl_day_make(year, month, 1), 1 - months);
    period->bare = period->numbered = false;
    return true;
}

static size_t
read_length(const ClTimeText *t,
            size_t at,
            const Length *lengths,
            size_t count,
            int *months)
{
    for (size_t i = 0; i < count; i++) {
        const size_t end = cl_time_word(t, at, lengths[i].word);
        if (!end)
            continue;
        *months = lengths[i].months;
        return end;
    }
    return 0;
}

/* Nine months, 10 months. */
static size_t
read_english_length(const ClTimeText *t, size_t at, int *months)
{
    enum { MOST = 12 };
    if (!cl_time_is_digit(t, at))
        return read_length(t, at, english_lengths,
                           G_N_ELEMENTS(english_lengths), months);
    ClTimeInteger number;
    const size_t digits = cl_time_integer(t, at, &number);
    const size_t end = digits ? cl_time_term(t, digits, " months") : 0;
    *months = number.value;
    return end && number.value > 1 && number.value <= MOST ? end : 0;
}

static bool
is_whole_month(const ClTimePeriod *period)
{
    const int year = cl_day_year(period->to), month = cl_day_month(period->to);
    return cl_day_of_month(period->from) == 1 &&
           period->from / 100 == period->to / 100 &&
           cl_day_of_month(period->to) == cl_month_length(year, month);
}

/* late October, up to which three months go; to early November is up to the
   month before. */
static bool
ends_month(ClTimePeriod *period)
{
    enum { LATE = 21, EARLY = 10 };
    if (period->from / 100 != period->to / 100)
        return false;
    if (cl_day_of_month(period->from) == 1 &&
        cl_day_of_month(period->to) == EARLY)
        period->from = period->to = cl_day_add_days(period->from, -1);
    return cl_day_of_month(period->from) >= LATE;
}

size_t
cl_time_english_ended(const ClTimeText *t, size_t at, ClTimePeriod *out)
{
    static const char *const words[] = {" that ended on ",
                                        " that ended in ",
                                        " that ended ",
                                        " ended on ",
                                        " ended in ",
                                        " ended ",
                                        " ending on ",
                                        " ending in ",
                                        " ending ",
                                        " to the end of ",
                                        NULL};
    static const char *const bare_words[] = {" to ", " through ", NULL};
    int months = 0;
    const size_t length = read_english_length(t, at, &months);
    size_t end = length ? cl_time_any_word(t, length, words) : 0;
    /* the year to March, and not "the quarter to the third one" */
    const bool bare = length && !end;
    end = bare ? cl_time_any_word(t, length, bare_words) : end;
    end = end ? cl_time_english_period(t, end, true, out) : 0;
    return end &&
                   (!bare || is_whole_month(out) || out->from == out->to ||
                    ends_month(out)) &&
                   reach_back(out, months)
               ? end
               : 0;
}

size_t
cl_time_chinese_ended(const ClTimeText *t, size_t at, ClTimePeriod *period)
{
    int months = 0;
    const size_t of = cl_time_word(t, at, "的");
    const size_t end = read_length(t, of ? of : at, chinese_lengths,
                                   G_N_ELEMENTS(chinese_lengths), &months);
    return end && reach_back(period, months) ? end : 0;
}

bool
cl_time_behind_quarter(const ClTimeText *t, size_t at, ClTimePeriod *period)
{
    static const char *const words[] = {"季度", "一季", "季"};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        const size_t length = strlen(words[i]);
        if (at >= length &&
            memcmp(t->text + at - length, words[i], length) == 0)
            return reach_back(period, 3);
    }
    return false;
}

size_t
cl_time_month_quarter(const ClTimeText *t, size_t at, ClTimePeriod *period)
{
    size_t end = cl_time_word(t, at, "季度");
    if (!end)
        end = cl_time_term(t, at, " quarter");
    if (!end)
        end = cl_time_term(t, at, "-quarter");
    return end && is_whole_month(period) && reach_back(period, 3) ? end : 0;
}

/* ---- Of the company's own year ------------------------------------------- */

static const char *const ordinals[] = {"first", "second", "third", "fourth"};

static size_t
read_english_quarter(const ClTimeText *t, size_t at, int *quarter)
{
    const size_t code = cl_time_word(t, at, "q");
    if (code && cl_time_is_digit(t, code) && cl_time_one_of(t, code, "1234") &&
        !cl_time_is_letter(t, code + 1)) {
        *quarter = t->text[code] - '0';
        return code + 1;
    }
    for (int i = 0; i < 4; i++) {
        size_t end = cl_time_term(t, at, ordinals[i]);
        end = end ? cl_time_skip(t, end, " -") : 0;
        end = end ? cl_time_term(t, end, "quarter") : 0;
        if (!end)
            continue;
        *quarter = i + 1;
        return end;
    }
    return 0;
}

/* fourth fiscal quarter */
static size_t
read_nth_fiscal(const ClTimeText *t, size_t at, int *quarter)
{
    for (int i = 0; i < 4; i++) {
        const size_t nth = cl_time_lead(t, at, ordinals[i]);
        const size_t fiscal = nth ? cl_time_lead(t, nth, "fiscal") : 0;
        const size_t end = fiscal ? cl_time_term(t, fiscal, "quarter") : 0;
        if (!end)
            continue;
        *quarter = i + 1;
        return end;
    }
    return 0;
}

/* first quarter of its fiscal year */
static size_t
read_quarter_of_fiscal(const ClTimeText *t, size_t at, int *quarter)
{
    static const char *const years[] = {
        " of its fiscal year",        " of the fiscal year",
        " of its financial year",     " of the financial year",
        " of its business year",      " of the company's fiscal year",
        " of their fiscal year",      " of the current fiscal year",
        " of its current fiscal year"};
    const size_t end = read_english_quarter(t, at, quarter);
    for (size_t i = 0; end && i < G_N_ELEMENTS(years); i++) {
        const size_t all = cl_time_term(t, end, years[i]);
        if (all)
            return all;
    }
    return 0;
}

/* 上半财年, fiscal first half, first half of its fiscal year */
static size_t
read_fiscal_half(const ClTimeText *t, size_t at, int *half)
{
    static const struct {
        const char *word;
        int half;
    } words[] = {{"上半财年", 1},
                 {"下半财年", 2},
                 {"财年上半年", 1},
                 {"财年下半年", 2},
                 {"fiscal first half", 1},
                 {"fiscal second half", 2},
                 {"first fiscal half", 1},
                 {"second fiscal half", 2},
                 {"first half of its fiscal year", 1},
                 {"second half of its fiscal year", 2},
                 {"first half of the fiscal year", 1},
                 {"second half of the fiscal year", 2}};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        const size_t end = cl_time_term(t, at, words[i].word);
        *half = words[i].half;
        if (end)
            return end;
    }
    return 0;
}

static size_t
read_chinese_quarter(const ClTimeText *t, size_t at, int *quarter)
{
    static const char *const fiscal[] = {"财政季度", "财季", NULL};
    static const char *const plain[] = {"季度", "季", "财季", NULL};
    const size_t led = cl_time_word(t, at, "财年");
    size_t start = led ? led : at;
    const size_t nth = cl_time_word(t, start, "第");
    start = nth ? nth : start;
    ClTimeInteger number;
    const size_t end = cl_time_integer(t, start, &number);
    if (!end || number.value < 1 || number.value > 4 || number.width > 1)
        return 0;
    *quarter = number.value;
    return cl_time_any_word(t, end, led ? plain : fiscal);
}

size_t
cl_time_fiscal_quarter(const ClTimeText *t, size_t at, ClTime *out)
{
    int quarter = 0;
    const size_t half = read_fiscal_half(t, at, &quarter);
    if (half) {
        snprintf(out->iso, sizeof out->iso, "FY-H%d", quarter);
        out->kind = CL_TIME_PERIOD;
        out->from = out->to = 0;
        return half;
    }
    const size_t fiscal = cl_time_lead(t, at, "fiscal");
    size_t end = fiscal ? read_english_quarter(t, fiscal, &quarter) : 0;
    if (!end)
        end = read_nth_fiscal(t, at, &quarter);
    if (!end)
        end = read_quarter_of_fiscal(t, at, &quarter);
    if (!end)
        end = read_chinese_quarter(t, at, &quarter);
    if (!end)
        return 0;
    ClTimeYear year = {0, CL_ANCHOR_FISCAL};
    const size_t of = cl_time_lead(t, end, " of");
    const size_t blank = of ? of : cl_time_word(t, end, " ");
    const size_t after = blank && cl_time_is_digit(t, blank)
                             ? cl_time_english_year(t, blank, &year)
                             : 0;
    if (after)
        snprintf(out->iso, sizeof out->iso, "FY%04d-Q%d", year.year, quarter);
    else
        snprintf(out->iso, sizeof out->iso, "FY-Q%d", quarter);
    out->kind = CL_TIME_PERIOD;
    out->from = out->to = 0;
    return after ? after : end;
}
