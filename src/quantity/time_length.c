/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Counted units become a length: an ISO 8601 duration in the units written
 * (90分钟 is PT90M), its seconds, and the days it covers before or after the
 * reference.
 */
#include "quantity/time_parts.h"

static const struct {
    ClLengthUnit base; /* what it is written in */
    int times;
    char letter;
    int seconds;
    ClLengthUnit half; /* 1.5年 is a year and six months */
    int half_times;    /* 0: no half in whole units */
} length_units[] = {
    [CL_LENGTH_YEAR] = {CL_LENGTH_YEAR, 1, 'Y', 365 * 86400, CL_LENGTH_MONTH,
                        6},
    [CL_LENGTH_MONTH] = {CL_LENGTH_MONTH, 1, 'M', 30 * 86400, CL_LENGTH_DAY,
                         15},
    [CL_LENGTH_WEEK] = {CL_LENGTH_DAY, 7, 'D', 7 * 86400, CL_LENGTH_DAY, 0},
    [CL_LENGTH_DAY] = {CL_LENGTH_DAY, 1, 'D', 86400, CL_LENGTH_HOUR, 12},
    [CL_LENGTH_HOUR] = {CL_LENGTH_HOUR, 1, 'H', 3600, CL_LENGTH_MINUTE, 30},
    [CL_LENGTH_MINUTE] = {CL_LENGTH_MINUTE, 1, 'M', 60, CL_LENGTH_SECOND, 30},
    [CL_LENGTH_SECOND] = {CL_LENGTH_SECOND, 1, 'S', 1, CL_LENGTH_SECOND, 0},
    [CL_LENGTH_QUARTER] = {CL_LENGTH_MONTH, 3, 'M', 90 * 86400, CL_LENGTH_MONTH,
                           0},
    [CL_LENGTH_DECADE] = {CL_LENGTH_YEAR, 10, 'Y', 3650 * 86400, CL_LENGTH_YEAR,
                          5},
};

/* Longer lengths are no news and would not fit the spelling. */
enum { MAX_COUNT = 99999 };

bool
cl_length_add_half(ClLength *length, ClLengthUnit unit)
{
    const int times = length_units[unit].half_times;
    length->whole[length_units[unit].half] += times;
    return times != 0;
}

bool
cl_length_add(ClLength *length, ClTimeCount count, ClLengthUnit unit)
{
    int power = 1;
    for (int i = 0; i < count.scale; i++)
        power *= 10;
    const int whole = count.digits / power;
    const int rest = count.digits % power;
    if (whole > MAX_COUNT || count.digits == 0)
        return false;
    if (count.scale && unit == CL_LENGTH_SECOND)
        return false;
    if (rest && (rest * 2 != power || !length_units[unit].half_times)) {
        length->last = count;
        length->last_unit = unit;
        length->fraction = true;
        return unit < CL_LENGTH_SECOND && unit != CL_LENGTH_WEEK;
    }
    length->whole[length_units[unit].base] += whole * length_units[unit].times;
    return !rest || cl_length_add_half(length, unit);
}

static void
print_units(const ClLength *length, int from, int to, GString *out)
{
    for (int unit = from; unit <= to; unit++) {
        const bool last =
            length->fraction && length->last_unit == (unsigned)unit;
        if (last)
            cl_number_print(
                cl_number_make(length->last.digits, -length->last.scale),
                CL_ROUND_TRUNCATE, out);
        else if (length->whole[unit])
            g_string_append_printf(out, "%d", length->whole[unit]);
        if (last || length->whole[unit])
            g_string_append_c(out, length_units[unit].letter);
    }
}

static ClNumber
length_seconds(const ClLength *length)
{
    int64_t seconds = 0;
    for (int unit = 0; unit <= CL_LENGTH_SECOND; unit++)
        seconds += (int64_t)length->whole[unit] * length_units[unit].seconds;
    ClNumber sum = cl_number_make(seconds, 0);
    if (!length->fraction)
        return sum;
    const ClNumber last =
        cl_number_make(length->last.digits, -length->last.scale);
    const int unit = length_units[length->last_unit].seconds;
    return cl_number_add(sum,
                         cl_number_multiply(last, cl_number_make(unit, 0)));
}

void
cl_length_write(const ClLength *length, ClTime *out)
{
    g_autoptr(GString) iso = g_string_new("P");
    g_autoptr(GString) clock = g_string_new(NULL);
    print_units(length, CL_LENGTH_YEAR, CL_LENGTH_DAY, iso);
    print_units(length, CL_LENGTH_HOUR, CL_LENGTH_SECOND, clock);
    if (clock->len)
        g_string_append_printf(iso, "T%s", clock->str);
    out->kind = CL_TIME_WINDOW;
    out->from = out->to = 0;
    out->seconds = length_seconds(length);
    g_strlcpy(out->iso, iso->str, sizeof out->iso);
}

static bool
whole_days(const ClLength *length)
{
    return !length->fraction && !length->whole[CL_LENGTH_HOUR] &&
           !length->whole[CL_LENGTH_MINUTE] && !length->whole[CL_LENGTH_SECOND];
}

static ClDay
shift_day(ClDay day, const ClLength *length, int direction)
{
    const int months =
        length->whole[CL_LENGTH_YEAR] * 12 + length->whole[CL_LENGTH_MONTH];
    const ClDay moved = cl_day_add_months(day, direction * months);
    return cl_day_add_days(moved, direction * length->whole[CL_LENGTH_DAY]);
}

void
cl_length_place(const ClTimeText *t,
                const ClLength *length,
                int direction,
                ClTime *out)
{
    if (!t->reference || !direction || !whole_days(length))
        return;
    const ClDay other = shift_day(t->reference, length, direction);
    out->from = MIN(other, t->reference);
    out->to = MAX(other, t->reference);
}

bool
cl_length_ago(const ClTimeText *t, const ClLength *length, ClTime *out)
{
    if (!whole_days(length))
        return false;
    const int years = length->whole[CL_LENGTH_YEAR];
    const int months = length->whole[CL_LENGTH_MONTH];
    const int days = length->whole[CL_LENGTH_DAY];
    ClTimePeriod period;
    if (days)
        period = cl_time_period_relative(t, 'D', -days);
    else if (months)
        period = cl_time_period_relative(t, 'M', -months - years * 12);
    else
        period = cl_time_period_relative(t, 'Y', -years);
    cl_time_period_write(&period, out);
    return !(days && (months || years));
}
