/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A company's own year: FY2025 and its quarters are put on the common calendar
 * where a list knows with which month the company's year ends, or where the
 * sentence says so itself (fiscal 2025, which ended in June).
 */
#include "extract/fiscal.h"

#include <stdio.h>
#include <string.h>

/* ---- By the company ---------------------------------------------------------- */

ClDay
fiscal_day(int year, int month, bool last)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30,
                                  31, 31, 30, 31, 30, 31};
    year += (month - 1) / 12;
    month = (month - 1) % 12 + 1;
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    const int length = lengths[month - 1] + (month == 2 && leap);
    return (ClDay)(year * 10000 + month * 100 + (last ? length : 1));
}

/* Months first..last (1 to 12) of the year that ends with month `end`. */
static void
place_months(ClTime *time, int year, int end, int first, int last)
{
    const int before = end % 12; /* months of the calendar year gone by then */
    const int start = before ? year - 1 : year;
    cl_time_set_days(time, fiscal_day(start, before + first, false),
                     fiscal_day(start, before + last, true));
}

void
fiscal_place_last(ClTime *time, ClDay day, int end, int length, int part)
{
    for (int year = day / 10000 + 1; year > day / 10000 - 3; year--) {
        place_months(time, year, end, (part - 1) * length + 1, part * length);
        if (time->to < day)
            return;
    }
}

/* The first quarter of that number that is over after a day. */
static void
place_next(ClTime *time, ClDay day, int end, int quarter)
{
    for (int year = day / 10000 - 1; year <= day / 10000 + 2; year++) {
        place_months(time, year, end, quarter * 3 - 2, quarter * 3);
        if (time->to > day)
            return;
    }
}

/* This quarter: of the company's own, where no quarter of it is the calendar's. */
static void
settle_running(const Scene *scene, ClTime *time, int end)
{
    enum { MONTH = 100, QUARTER = 3 };
    const ClDay day = scene->run->day;
    if (!day || time->numbered || end % QUARTER == 0 || time->from > day ||
        time->to < day || scene->rule->time != CL_TIME_OF_PERIOD ||
        time->to / MONTH - time->from / MONTH != QUARTER - 1)
        return;
    for (int quarter = 1; quarter <= 4; quarter++) {
        ClTime own = *time;
        place_next(&own, day, end, quarter);
        if (own.from <= day)
            cl_time_set_days(time, own.from, own.to);
    }
}

/* What an article has told of a company's own years. */
typedef struct {
    bool any;
    int year; /* of the quarter told last, or 0 */
} Told;

static void
see_fiscal(Extraction *run, Passage *passage, Told *told)
{
    const GArray *times = passage_times(run, passage);
    for (unsigned i = times->len; i > 0; i--) {
        int year = 0, part = 0;
        const char *iso = g_array_index(times, ClTime, i - 1).iso;
        told->any = told->any || g_str_has_prefix(iso, "FY");
        if (!told->year && sscanf(iso, "FY%4d-Q%1d", &year, &part) == 2)
            told->year = year;
    }
}

static Told
find_fiscal(const Scene *scene)
{
    Told told = {false, 0};
    for (int back = 0; back <= FARTHEST_FACET && !told.year; back++) {
        Passage *near = passage_near(scene->run, scene->binding->index, -back);
        if (near)
            see_fiscal(scene->run, near, &told);
    }
    if (!told.year && scene->run->has_title)
        see_fiscal(scene->run, &scene->run->title, &told);
    return told;
}

/* Nike's fiscal 2025 …; fourth-quarter revenue …: a quarter without its year is
   of the company's own, where these were spoken of. */
static void
settle_quarter(const Scene *scene,
               const Passage *passage,
               ClTime *time,
               int end)
{
    enum { MONTHS = 12, QUARTER = 3 };
    const ClDay day = scene->run->day;
    if (!time->numbered || !day || end == MONTHS ||
        (scene->rule->time != CL_TIME_OF_PERIOD && end % QUARTER == 0))
        return;
    Told told = find_fiscal(scene);
    /* no quarter of a year that ends in January is the calendar's */
    if (!told.any && end % QUARTER == 0)
        return;
    const int quarter = time->to / 100 % 100 / QUARTER;
    if (told.year && cl_rule_set_fiscal_varies(scene->run->rules,
                                               scene->binding->subject_term))
        told.year = 0;
    if (told.year)
        place_months(time, told.year, end, quarter * 3 - 2, quarter * 3);
    else if (passage == scene->binding->passage && scene_is_expected(scene))
        place_next(time, day, end, quarter);
    else
        fiscal_place_last(time, day, end, QUARTER, quarter);
}

void
fiscal_settle(const Scene *scene, const Passage *passage, ClTime *time)
{
    int year = 0, part = 0;
    char kind = 0;
    if (time->kind != CL_TIME_PERIOD)
        return;
    const int end =
        cl_rule_set_fiscal_end(scene->run->rules, scene->binding->subject_term);
    if (end) {
        settle_quarter(scene, passage, time, end);
        settle_running(scene, time, end);
    }
    if (!end || !g_str_has_prefix(time->iso, "FY") || strchr(time->iso, '/'))
        return;
    if (sscanf(time->iso, "FY-%c%1d", &kind, &part) == 2) {
        if (scene->run->day && kind == 'Q' &&
            passage == scene->binding->passage && scene_is_expected(scene))
            place_next(time, scene->run->day, end, part);
        else if (scene->run->day)
            fiscal_place_last(time, scene->run->day, end, kind == 'Q' ? 3 : 6,
                              part);
        return;
    }
    if (cl_rule_set_fiscal_varies(scene->run->rules,
                                  scene->binding->subject_term))
        return;
    const int read = sscanf(time->iso, "FY%4d-%c%1d", &year, &kind, &part);
    const int length = kind == 'Q' ? 3 : kind == 'H' ? 6 : 0;
    if (read == 3 && length && part >= 1 && part * length <= 12)
        place_months(time, year, end, (part - 1) * length + 1, part * length);
    else if (read == 1)
        place_months(time, year, end, 1, 12);
}

/* ---- By the sentence ---------------------------------------------------------- */

enum { NEAR = 40 };

static bool
holds(const char *text, ClSpan span, const char *const *words)
{
    for (; *words; words++)
        if (g_strstr_len(text + span.start, (gssize)(span.end - span.start),
                         *words))
            return true;
    return false;
}

/* Which ended in June, closes its books in March: a year is spoken of, and the
   verb stands right before its last month. */
static bool
ends_year(const GString *text, const ClTime *time)
{
    static const char *const verbs[] = {
        "ended in ",    "ends in ",     "ending in ",
        "closed in ",   "closes in ",   "books in ",
        "finished in ", "finishes in ", "ended last ",
        "ended ",       "ends ",        "closed ",
        "ends with ",   "to ",          NULL};
    static const char *const years[] = {"fiscal",        "financial year",
                                        "books",         "year end",
                                        "year that end", "its year",
                                        "year to",       "whose year",
                                        "accounts to",   NULL};
    const size_t start = time->span.start;
    const ClSpan before = {start > NEAR ? start - NEAR : 0, start};
    for (size_t i = 0; verbs[i]; i++) {
        const size_t length = strlen(verbs[i]);
        if (start >= length &&
            memcmp(text->str + start - length, verbs[i], length) == 0)
            return holds(text->str, before, years);
    }
    return false;
}

/* 会计年度到3月底为止, 财年到3月才算完, 截至3月31日的2025财年. */
static bool
is_year_up_to(const GString *text, const ClTime *time)
{
    static const char *const years[] = {"财年", "会计年度", "财政年度", NULL};
    static const char *const closers[] = {"结束", "截止", "结账", "结帐", NULL};
    const ClSpan before = {time->span.start > NEAR ? time->span.start - NEAR
                                                   : 0,
                           time->span.start};
    const ClSpan behind = {time->span.end,
                           MIN(time->span.end + NEAR / 2, text->len)};
    if (!holds(text->str, before, years) && !holds(text->str, behind, years))
        return false;
    return time->kind == CL_TIME_AS_OF || holds(text->str, behind, closers);
}

/* A month or a day of it, at its end. */
static bool
is_last_month(const ClTime *time)
{
    enum { MONTH = 100, LATE = 20 };
    const bool day = !time->from || time->from == time->to;
    return time->to && (!day || time->to % MONTH > LATE) &&
           (day || time->from / MONTH == time->to / MONTH) &&
           time->kind != CL_TIME_WINDOW;
}

void
fiscal_settle_ends(const Passage *passage, GArray *times)
{
    enum { YEAR = 10000, MONTH = 100 };
    const GString *text = passage->text.text;
    const ClTime *end = NULL;
    for (unsigned i = 0; i < times->len && !end; i++) {
        ClTime *time = &g_array_index(times, ClTime, i);
        if (!is_last_month(time) ||
            !(ends_year(text, time) || is_year_up_to(text, time)))
            continue;
        const int year = time->to / YEAR, month = time->to / MONTH % MONTH;
        cl_time_set_days(time, fiscal_day(year - 1, month + 1, false),
                         fiscal_day(year, month, true));
        time->kind = CL_TIME_PERIOD;
        end = time;
    }
    int year = 0;
    for (unsigned i = 0; end && i < times->len; i++) {
        ClTime *time = &g_array_index(times, ClTime, i);
        if (time->kind == CL_TIME_PERIOD && !time->to &&
            sscanf(time->iso, "FY%4d", &year) == 1 && !strchr(time->iso, '-') &&
            ABS(year - end->to / YEAR) <= 1)
            cl_time_set_days(time, end->from, end->to);
    }
}
