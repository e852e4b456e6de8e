/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Months or quarters that were told one by one and are then added up:
 * 10月交付3万辆，9月交付2万辆，两个月合计5万辆 is of September and October.  They
 * must follow each other without a gap; else it is a time nobody knows.
 */
#include "extract/scene.h"

#include <string.h>

enum { MOST = 12 };

/* Whole months of the year 0 on, the last one included. */
typedef struct {
    int first, last;
} Months;

static bool
months_of(const ClTime *time, Months *out)
{
    enum { YEAR = 10000, MONTH = 100, LAST = 28 };
    if (time->kind != CL_TIME_PERIOD || !time->from || !time->to ||
        time->from % MONTH != 1 || time->to % MONTH < LAST)
        return false;
    out->first = 12 * (time->from / YEAR) + time->from / MONTH % MONTH - 1;
    out->last = 12 * (time->to / YEAR) + time->to / MONTH % MONTH - 1;
    return true;
}

/* How many months each of those added up has, 0 for other lengths. */
static int
length_of(const Scene *scene, const ClQuantity *quantity)
{
    const char *name = cl_unit_name(scene->run->vocabulary, quantity->unit);
    if (quantity->kind != CL_KIND_DURATION || !name)
        return 0;
    return strcmp(name, "month") == 0     ? 1
           : strcmp(name, "quarter") == 0 ? 3
                                          : 0;
}

static bool
is_added_up(const Scene *scene, const GString *text, size_t end)
{
    const char *const *words = cl_rule_set_sums(scene->run->rules);
    const char *at = text->str + end + (text->str[end] == ' ');
    for (; *words; words++)
        if (g_str_has_prefix(at, *words) &&
            !(g_ascii_isalpha(**words) && g_ascii_isalpha(at[strlen(*words)])))
            return true;
    return false;
}

typedef struct {
    Months told[MOST];
    int count, wanted, length;
} Sum;

/* The last ones told before a byte, as many as are wanted, each once. */
static void
collect(const Scene *scene, Passage *passage, size_t before, Sum *sum)
{
    const GArray *times = passage_times(scene->run, passage);
    for (unsigned i = times->len; i > 0 && sum->count < sum->wanted; i--) {
        const ClTime *time = &g_array_index(times, ClTime, i - 1);
        Months months;
        if (time->span.end > before || !months_of(time, &months) ||
            months.last - months.first + 1 != sum->length)
            continue;
        bool known = false;
        for (int j = 0; j < sum->count; j++)
            known = known || sum->told[j].first == months.first;
        if (!known)
            sum->told[sum->count++] = months;
    }
}

static ClDay
day_of(int month, bool last)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30,
                                  31, 31, 30, 31, 30, 31};
    const int year = month / 12;
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    const int length = lengths[month % 12] + (month % 12 == 1 && leap);
    return (ClDay)(year * 10000 + (month % 12 + 1) * 100 + (last ? length : 1));
}

/* False where one of them was not told. */
static bool
join(const Sum *sum, ClTime *out)
{
    Months all = sum->told[0];
    for (int i = 1; i < sum->count; i++) {
        all.first = MIN(all.first, sum->told[i].first);
        all.last = MAX(all.last, sum->told[i].last);
    }
    if (sum->count < sum->wanted ||
        all.last - all.first + 1 != sum->wanted * sum->length)
        return false;
    cl_time_set_days(out, day_of(all.first, false), day_of(all.last, true));
    return true;
}

static void
add_sum(const Scene *scene,
        const ClQuantity *quantity,
        int length,
        int wanted,
        GArray *out)
{
    Sum sum = {.wanted = wanted, .length = length};
    ClTime time = {.span = quantity->span, .kind = CL_TIME_PERIOD};
    for (int back = 0; back <= FARTHEST_FACET; back++) {
        Passage *near = passage_near(scene->run, scene->binding->index, -back);
        if (near)
            collect(scene, near, back ? SIZE_MAX : quantity->span.start, &sum);
    }
    if (!sum.count)
        return;
    if (!join(&sum, &time))
        g_strlcpy(time.iso, "?", sizeof time.iso);
    g_array_append_val(out, time);
}

void
scene_add_sums(const Scene *scene, GArray *out)
{
    const Passage *passage = scene->binding->passage;
    const GArray *quantities = passage->quantities;
    for (unsigned i = 0; i < quantities->len; i++) {
        const ClQuantity *quantity = &g_array_index(quantities, ClQuantity, i);
        const int length = length_of(scene, quantity);
        const ClNumber value = quantity->value;
        if (!length || value.divisor != 1 || value.exponent != 0 ||
            value.digits < 2 || value.digits > MOST ||
            !is_added_up(scene, passage->text.text, quantity->span.end))
            continue;
        add_sum(scene, quantity, length, (int)value.digits, out);
    }
}
