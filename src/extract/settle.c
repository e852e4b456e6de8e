/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A time as it was read becomes that of a figure: what was had is over, a
 * company's own quarter is put on the calendar, and what is counted at the end
 * of a month is counted on its last day.
 */
#include "extract/fiscal.h"

bool
time_is_state(const ClTime *time)
{
    const bool edge = time->from % 100 == 21 && time->to % 100 >= 28 &&
                      time->from / 100 == time->to / 100;
    return time->kind == CL_TIME_AS_OF ||
           (time->kind == CL_TIME_PERIOD && time->from && edge);
}

/* 9月底, at the end of September: what is counted then is counted on its last
   day. */
static void
settle_edge(const Scene *scene, ClTime *time)
{
    const bool counted = scene->rule->over_time == CL_OVER_TIME_VARIES ||
                         scene->rule->over_time == CL_OVER_TIME_GROWS;
    if (!counted || scene->rule->time == CL_TIME_OF_PERIOD ||
        time->kind != CL_TIME_PERIOD || !time_is_state(time))
        return;
    cl_time_set_days(time, time->to, time->to);
    time->kind = CL_TIME_AS_OF;
    time->from = 0;
}

/* Days, near enough to tell how much of a part is gone. */
static int
days_from(ClDay first, ClDay last)
{
    enum { YEAR = 10000, MONTH = 100, MONTHS = 12, DAYS = 31 };
    return ((last / YEAR - first / YEAR) * MONTHS + last / MONTH % MONTH -
            first / MONTH % MONTH) *
               DAYS +
           last % MONTH - first % MONTH;
}

/* 上半年收入8亿元 in January: what was had is of a part that is over, or has long
   begun. */
static void
settle_past(const Scene *scene, ClTime *time)
{
    enum { BEGUN = 25 };
    const ClDay day = scene->run->day;
    if (!time->bare || !day || time->kind != CL_TIME_PERIOD || !time->from ||
        time->to <= day || scene->rule->time != CL_TIME_OF_PERIOD)
        return;
    const int all = days_from(time->from, time->to);
    const int gone = days_from(time->from, day);
    if ((gone < 0 || (all > 31 && 100 * gone < BEGUN * all)) &&
        !scene_is_expected(scene))
        cl_time_shift(time, -12);
}

void
scene_settle_time(const Scene *scene, const Passage *passage, ClTime *time)
{
    settle_past(scene, time);
    fiscal_settle(scene, passage, time);
    settle_edge(scene, time);
}
