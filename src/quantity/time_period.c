/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A part of a year and a year become a period of days, and that its ISO 8601
 * spelling.  The spelling is made from the days alone, so 前三季度 and
 * 前9个月, 一季度 and 1月至3月 print alike.
 */
#include "quantity/time_parts.h"

/* An article may speak of the month ahead; what is later was a year ago. */
enum { DAYS_AHEAD = 31 };

ClTimeYear
cl_time_year_given(int year)
{
    return (ClTimeYear){year, CL_ANCHOR_CALENDAR};
}

ClTimeYear
cl_time_year_relative(const ClTimeText *t, int offset)
{
    return (ClTimeYear){cl_day_year(t->today) + offset,
                        t->reference ? CL_ANCHOR_CALENDAR : CL_ANCHOR_YEAR};
}

ClTimePart
cl_time_part_months(int from, int to, ClTimeSettle settle)
{
    return (ClTimePart){.from_month = from, .to_month = to, .settle = settle};
}

ClTimePart
cl_time_part_third(int month, int third)
{
    return (ClTimePart){.from_month = month,
                        .to_month = month,
                        .from_day = third * 10 + 1,
                        .to_day = third < 2 ? third * 10 + 10 : 0,
                        .settle = CL_SETTLE_START,
                        .month_name = true};
}

ClTimePart
cl_time_part_whole_year(void)
{
    return cl_time_part_months(1, 12, CL_SETTLE_CURRENT);
}

bool
cl_time_period_in(ClTimeYear year, ClTimePart part, ClTimePeriod *out)
{
    const int last = year.year + part.years;
    const int to_day =
        part.to_day ? part.to_day : cl_month_length(last, part.to_month);
    *out = (ClTimePeriod){
        .from = cl_day_make(year.year, part.from_month, MAX(part.from_day, 1)),
        .to = cl_day_make(last, part.to_month, to_day),
        .anchor = year.anchor};
    return cl_day_valid(out->from) && cl_day_valid(out->to) &&
           out->from <= out->to;
}

bool
cl_time_period_settle(const ClTimeText *t, ClTimePart part, ClTimePeriod *out)
{
    ClTimeYear year = cl_time_year_relative(t, 0);
    if (!t->reference && part.month_name)
        year.anchor = CL_ANCHOR_MONTH_NAME;
    if (t->reference && part.settle != CL_SETTLE_CURRENT) {
        const bool start = part.settle == CL_SETTLE_START;
        const int month = start ? part.from_month : part.to_month;
        const int day = start ? MAX(part.from_day, 1) : 28;
        const int begins = cl_day_serial(cl_day_make(year.year, month, 1));
        if (begins + day - 1 > cl_day_serial(t->today) + DAYS_AHEAD)
            year.year--;
    }
    const bool settled = cl_time_period_in(year, part, out);
    out->bare = settled;
    out->numbered = settled && !part.month_name &&
                    part.to_month - part.from_month == 2 &&
                    part.to_month % 3 == 0;
    return settled;
}

static const struct {
    char unit;
    int months;
    ClTimeAnchor anchor;
} relative_units[] = {
    {'Y', 12, CL_ANCHOR_YEAR},
    {'Q', 3, CL_ANCHOR_QUARTER},
    {'M', 1, CL_ANCHOR_MONTH},
};

ClTimePeriod
cl_time_period_relative(const ClTimeText *t, char unit, int offset)
{
    ClTimePeriod period = {.anchor = CL_ANCHOR_DAY};
    if (unit == 'D')
        period.from = period.to = cl_day_add_days(t->today, offset);
    for (size_t i = 0; i < G_N_ELEMENTS(relative_units); i++) {
        if (relative_units[i].unit != unit)
            continue;
        const int months = relative_units[i].months;
        const ClDay day = cl_day_add_months(t->today, offset * months);
        const int first = (cl_day_month(day) - 1) / months * months + 1;
        const ClTimeYear year = {cl_day_year(day), CL_ANCHOR_CALENDAR};
        cl_time_period_in(
            year,
            cl_time_part_months(first, first + months - 1, CL_SETTLE_CURRENT),
            &period);
        period.anchor = relative_units[i].anchor;
    }
    if (t->reference)
        period.anchor = CL_ANCHOR_CALENDAR;
    return period;
}

bool
cl_time_period_until_now(const ClTimeText *t, ClTimePeriod *period)
{
    if (!t->reference || period->anchor == CL_ANCHOR_FISCAL) {
        period->open = true;
        return true;
    }
    period->to = t->reference;
    return period->from <= period->to;
}

bool
cl_time_period_join(ClTimePeriod a, ClTimePeriod b, ClTimePeriod *out)
{
    *out = (ClTimePeriod){.from = a.from,
                          .to = b.to,
                          .anchor = a.anchor,
                          .bare = a.bare && b.bare};
    return a.anchor == b.anchor && a.from < b.from && a.to <= b.to;
}

/* ---- Spelling ---------------------------------------------------------- */

typedef enum {
    GRAIN_YEAR,
    GRAIN_HALF,
    GRAIN_QUARTER,
    GRAIN_MONTH,
    GRAIN_DAY,
} Grain;

static bool
whole_months(const ClTimePeriod *p)
{
    return cl_day_of_month(p->from) == 1 &&
           cl_day_of_month(p->to) ==
               cl_month_length(cl_day_year(p->to), cl_day_month(p->to));
}

static bool
aligned(const ClTimePeriod *p, int months)
{
    return cl_day_year(p->from) == cl_day_year(p->to) &&
           cl_day_month(p->from) % months == 1 % months &&
           cl_day_month(p->to) - cl_day_month(p->from) == months - 1;
}

static Grain
period_grain(const ClTimePeriod *p)
{
    if (p->anchor == CL_ANCHOR_DAY || !whole_months(p))
        return GRAIN_DAY;
    if (p->anchor == CL_ANCHOR_MONTH_NAME || p->anchor == CL_ANCHOR_MONTH)
        return GRAIN_MONTH;
    if (cl_day_month(p->from) == 1 && cl_day_month(p->to) == 12)
        return GRAIN_YEAR;
    if (aligned(p, 6))
        return GRAIN_HALF;
    return aligned(p, 3) ? GRAIN_QUARTER : GRAIN_MONTH;
}

/** "month-1": counted from the month nobody knows; false for calendars. */
static bool
print_offset(ClTimeAnchor anchor, ClDay day, GString *out)
{
    const int months =
        (cl_day_year(day) - CL_TIME_STAND_IN_YEAR) * 12 + cl_day_month(day) - 1;
    const ClDay base = cl_day_make(CL_TIME_STAND_IN_YEAR, 1, 1);
    if (anchor == CL_ANCHOR_MONTH)
        g_string_append_printf(out, "month%+d", months);
    else if (anchor == CL_ANCHOR_QUARTER)
        g_string_append_printf(out, "quarter%+d",
                               months / 3 - (months < 0 && months % 3));
    else if (anchor == CL_ANCHOR_DAY)
        g_string_append_printf(out, "day%+d",
                               cl_day_serial(day) - cl_day_serial(base));
    else
        return false;
    return true;
}

static void
print_year(ClTimeAnchor anchor, int year, GString *out)
{
    if (anchor == CL_ANCHOR_YEAR)
        g_string_append_printf(out, "year%+d", year - CL_TIME_STAND_IN_YEAR);
    else if (anchor == CL_ANCHOR_MONTH_NAME)
        g_string_append(out, "month");
    else
        g_string_append_printf(out, "%s%04d",
                               anchor == CL_ANCHOR_FISCAL ? "FY" : "", year);
}

static void
print_point(ClTimeAnchor anchor, ClDay day, Grain grain, GString *out)
{
    const int month = cl_day_month(day);
    if (print_offset(anchor, day, out))
        return;
    print_year(anchor, cl_day_year(day), out);
    if (grain == GRAIN_HALF)
        g_string_append_printf(out, "-H%d", (month + 5) / 6);
    if (grain == GRAIN_QUARTER)
        g_string_append_printf(out, "-Q%d", (month + 2) / 3);
    if (grain == GRAIN_MONTH || grain == GRAIN_DAY)
        g_string_append_printf(out, "-%02d", month);
    if (grain == GRAIN_DAY)
        g_string_append_printf(out, "-%02d", cl_day_of_month(day));
}

static bool
is_one_point(const ClTimePeriod *p, Grain grain)
{
    if (grain == GRAIN_DAY)
        return p->from == p->to || p->anchor == CL_ANCHOR_MONTH ||
               p->anchor == CL_ANCHOR_QUARTER;
    const bool same_year = cl_day_year(p->from) == cl_day_year(p->to);
    return same_year && (grain != GRAIN_MONTH ||
                         cl_day_month(p->from) == cl_day_month(p->to));
}

void
cl_time_period_write(const ClTimePeriod *period, ClTime *out)
{
    const Grain grain = period_grain(period);
    g_autoptr(GString) iso = g_string_new(NULL);
    print_point(period->anchor, period->from, grain, iso);
    if (period->open) {
        g_string_append(iso, "/..");
    } else if (!is_one_point(period, grain)) {
        g_string_append_c(iso, '/');
        print_point(period->anchor, period->to, grain, iso);
    }
    const bool known = period->anchor == CL_ANCHOR_CALENDAR;
    out->kind = CL_TIME_PERIOD;
    out->from = known ? period->from : 0;
    out->to = known && !period->open ? period->to : 0;
    out->seconds = cl_number_make(0, 0);
    out->bare = period->bare;
    out->numbered = period->numbered;
    g_strlcpy(out->iso, iso->str, sizeof out->iso);
}

void
cl_time_set_days(ClTime *time, ClDay from, ClDay to)
{
    const ClTimePeriod period = {
        .from = from, .to = to, .anchor = CL_ANCHOR_CALENDAR};
    cl_time_period_write(&period, time);
}

/* 30 June less a quarter is 31 March. */
static ClDay
shift_last(ClDay day, int months)
{
    const int year = cl_day_year(day), month = cl_day_month(day);
    const bool last = cl_day_of_month(day) == cl_month_length(year, month);
    const ClDay moved = cl_day_add_months(day, months);
    return last ? cl_day_make(
                      cl_day_year(moved), cl_day_month(moved),
                      cl_month_length(cl_day_year(moved), cl_day_month(moved)))
                : moved;
}

bool
cl_time_shift(ClTime *time, int months)
{
    if (!time->to)
        return false;
    const bool state = time->kind == CL_TIME_AS_OF;
    const ClDay to = shift_last(time->to, months);
    cl_time_set_days(time, state ? to : cl_day_add_months(time->from, months),
                     to);
    if (state) {
        time->kind = CL_TIME_AS_OF;
        time->from = 0;
    }
    return true;
}
