/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Dates in digits and codes that both languages write alike: 2025-10-15,
 * Q3, 3Q, H1.  A date counts only if the calendar has it.
 */
#include "quantity/time_parts.h"

/** One field of a date; width is at most `most`. */
static size_t
read_field(const ClTimeText *t, size_t at, int most, int *value)
{
    ClTimeInteger number;
    if (!cl_time_is_digit(t, at))
        return 0;
    const size_t end = cl_time_integer(t, at, &number);
    *value = number.value;
    return end && number.width <= most ? end : 0;
}

size_t
cl_time_numeric_date(const ClTimeText *t, size_t at, ClTimePeriod *out)
{
    int year = 0, month = 0, day = 0;
    size_t end = read_field(t, at, 4, &year);
    if (!end || end - at != 4 || !cl_time_one_of(t, end, "-/."))
        return 0;
    const char separator = t->text[end];
    end = read_field(t, end + 1, 2, &month);
    if (!end || end >= t->length || t->text[end] != separator)
        return 0;
    end = read_field(t, end + 1, 2, &day);
    const ClDay date = cl_day_make(year, month, day);
    if (!end || year < CL_TIME_FIRST_YEAR || year > CL_TIME_LAST_YEAR ||
        !cl_day_valid(date))
        return 0;
    /* 2025.10.15.3 is a version. */
    if (cl_time_one_of(t, end, "-/.") && cl_time_is_digit(t, end + 1))
        return 0;
    *out =
        (ClTimePeriod){.from = date, .to = date, .anchor = CL_ANCHOR_CALENDAR};
    /* 2025-10-15T08:00 */
    const bool clock =
        cl_time_one_of(t, end, "Tt") && cl_time_is_digit(t, end + 1);
    return cl_time_is_letter(t, end) && !clock ? 0 : end;
}

static ClTimePart
code_part(bool quarter, int index)
{
    const int months = quarter ? 3 : 6;
    const int first = (index - 1) * months + 1;
    return cl_time_part_months(first, first + months - 1,
                               quarter ? CL_SETTLE_START : CL_SETTLE_CURRENT);
}

size_t
cl_time_code(const ClTimeText *t, size_t at, ClTimePart *out)
{
    const bool turned = cl_time_is_digit(t, at);
    const size_t letter_at = turned ? at + 1 : at;
    const size_t digit_at = turned ? at : at + 1;
    const bool quarter = cl_time_word(t, letter_at, "q") != 0;
    const bool half = cl_time_word(t, letter_at, "h") != 0;
    const int count = quarter ? 4 : half ? 2 : 0;
    const int index =
        cl_time_is_digit(t, digit_at) ? t->text[digit_at] - '0' : 0;
    if (index < 1 || index > count || cl_time_is_letter(t, at + 2))
        return 0;
    /* 3Q25 goes on with a year, Q35 with nothing we know. */
    if (!turned && cl_time_is_digit(t, at + 2))
        return 0;
    *out = code_part(quarter, index);
    return at + 2;
}
