/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Days as yyyymmdd become serial numbers and back, so that days and months
 * can be added.  Gregorian all the way; every day given out exists.
 */
#include "quantity/time_parts.h"

static bool
is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int
cl_month_length(int year, int month)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30,
                                  31, 31, 30, 31, 30, 31};
    return lengths[month - 1] + (month == 2 && is_leap(year));
}

ClDay
cl_day_make(int year, int month, int day)
{
    return year * 10000 + month * 100 + day;
}

bool
cl_day_valid(ClDay day)
{
    const int year = cl_day_year(day);
    const int month = cl_day_month(day);
    return year >= 1 && year <= 9999 && month >= 1 && month <= 12 &&
           cl_day_of_month(day) >= 1 &&
           cl_day_of_month(day) <= cl_month_length(year, month);
}

static int
days_before_year(int year)
{
    const int past = year - 1;
    return past * 365 + past / 4 - past / 100 + past / 400;
}

int
cl_day_serial(ClDay day)
{
    const int year = cl_day_year(day);
    int serial = days_before_year(year) + cl_day_of_month(day) - 1;
    for (int month = 1; month < cl_day_month(day); month++)
        serial += cl_month_length(year, month);
    return serial;
}

ClDay
cl_day_add_days(ClDay day, int days)
{
    int left = CLAMP(cl_day_serial(day) + days, 0, days_before_year(9999));
    /* 400 years have 146097 days; the guess is never late. */
    int year = (int)((int64_t)left * 400 / 146097);
    year = MAX(year, 1);
    while (days_before_year(year + 1) <= left)
        year++;
    left -= days_before_year(year);
    int month = 1;
    while (left >= cl_month_length(year, month))
        left -= cl_month_length(year, month++);
    return cl_day_make(year, month, left + 1);
}

ClDay
cl_day_add_months(ClDay day, int months)
{
    int index = cl_day_year(day) * 12 + cl_day_month(day) - 1 + months;
    index = CLAMP(index, 12, 9999 * 12 + 11);
    const int year = index / 12;
    const int month = index % 12 + 1;
    const int length = cl_month_length(year, month);
    return cl_day_make(year, month, MIN(cl_day_of_month(day), length));
}
