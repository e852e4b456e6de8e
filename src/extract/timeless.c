/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whether sentences speak of a time at all, so that a figure without one may
 * be given what was told before or that of the article.
 */
#include "extract/moment.h"

#include <string.h>

static bool
is_years(const ClTime *time)
{
    enum { TWO_YEARS = 2 * 365 * 24 * 3600 };
    return time->kind == CL_TIME_WINDOW &&
           cl_number_compare(time->seconds, cl_number_make(TWO_YEARS, 0)) >= 0;
}

static bool
counts(const ClQuantity *quantity)
{
    return quantity->kind != CL_KIND_ORDINAL &&
           quantity->kind != CL_KIND_DURATION && quantity->kind != CL_KIND_DATE;
}

/* Whether another figure stands between a time and the one asked for. */
static bool
is_of_another(const Scene *scene, const ClTime *time)
{
    const GArray *quantities = scene->binding->passage->quantities;
    for (unsigned i = 0; i < scene->binding->quantity; i++) {
        const ClQuantity *other = &g_array_index(quantities, ClQuantity, i);
        if (counts(other) && other->span.start >= time->span.end)
            return true;
    }
    return false;
}

/* In six months, 三个月: how many months a length says that may be a part of the
   year, 0 for others and where a figure is told by lengths. */
static int
months_of_part(const Scene *scene, const ClTime *time)
{
    static const struct {
        const char *iso;
        int months;
    } parts[] = {{"P3M", 3}, {"P6M", 6}, {"P9M", 9}, {"P12M", 12}};
    const ClFacet *window =
        g_ptr_array_index(scene->rule->facets, CL_FACET_WINDOW);
    for (size_t i = 0; i < G_N_ELEMENTS(parts) && !window->used &&
                       time->kind == CL_TIME_WINDOW;
         i++)
        if (strcmp(time->iso, parts[i].iso) == 0)
            return parts[i].months;
    return 0;
}

/* 营收9亿元，年底员工300人; the first loss in three years: a length and a day on
   which something else was counted are no period, unless they lead to the
   figure: 单看3月底止的这段时间，营收9亿元. */
static bool
is_no_period(const Scene *scene, const Passage *passage, const ClTime *time)
{
    const bool leads = passage == scene->binding->passage &&
                       time->span.start < scene->anchor.start &&
                       !is_years(time) && !months_of_part(scene, time) &&
                       !is_of_another(scene, time);
    return scene->rule->time == CL_TIME_OF_PERIOD && !leads &&
           (time->kind == CL_TIME_WINDOW || time_is_state(time) ||
            (time->bare && moment_is_edge_of_year(passage, time)));
}

/* 净亏损9亿元，而2024年第三季度为净利润6亿元: behind the clause of the figure, and
   it leads to another one. */
static bool
leads_to_another(const Scene *scene, const Passage *passage, const ClTime *time)
{
    const GString *text = passage->text.text;
    const GArray *quantities = passage->quantities;
    if (passage != scene->binding->passage ||
        time->span.start < scene->clause.end ||
        time->span.start < scene->anchor.end ||
        !(text->str[time->span.end - 1] & 0x80))
        return false;
    const ClSpan clause = cl_clause_at(text->str, text->len, time->span.start);
    for (unsigned i = 0; i < quantities->len; i++) {
        const ClQuantity *other = &g_array_index(quantities, ClQuantity, i);
        if (counts(other) && other->span.start >= time->span.end &&
            cl_span_contains(clause, other->span))
            return true;
    }
    return false;
}

/* 是前一年的2.35倍 holds a year that is no period. */
bool
moment_tells_period(const Scene *scene, Passage *passage)
{
    const GArray *times = passage_times(scene->run, passage);
    for (unsigned i = 0; i < times->len; i++) {
        const ClTime *time = &g_array_index(times, ClTime, i);
        if (!scene_is_mention(scene, passage, time->span) &&
            !is_no_period(scene, passage, time) &&
            !leads_to_another(scene, passage, time) &&
            !scene_is_multiplied(scene, passage, time) &&
            !(passage == scene->binding->passage &&
              scene_is_compared(scene, time)))
            return true;
    }
    return false;
}

/* Whether a sentence speaks of a time, other than one that something is held
   against. */
static bool
speaks_of_time(const Scene *scene, Passage *passage)
{
    const GArray *times = passage_times(scene->run, passage);
    for (unsigned i = 0; i < times->len; i++) {
        const ClTime *time = &g_array_index(times, ClTime, i);
        if (!scene_is_mention(scene, passage, time->span) &&
            !scene_is_base(scene, passage, time) &&
            !moment_is_day(passage, time) &&
            !moment_is_dateline(scene, passage, time) &&
            !is_no_period(scene, passage, time) &&
            !leads_to_another(scene, passage, time) &&
            !scene_is_yet_to_come(scene, passage, time) &&
            !scene_is_of_start(scene, passage, time, NULL))
            return true;
    }
    return false;
}

static int
months_of_unit(char unit)
{
    static const struct {
        char unit;
        int months;
    } units[] = {{'M', 1}, {'Q', 3}, {'H', 6}, {'N', 9}, {'Y', 12}};
    for (size_t i = 0; i < G_N_ELEMENTS(units); i++)
        if (units[i].unit == unit)
            return units[i].months;
    return 0;
}

/* Revenue for the quarter: how many months a sentence speaks of that nobody
   told, 0 for none. */
int
moment_length_spoken(const Scene *scene, Passage *passage)
{
    const GArray *mentions = scene_mentions(scene, passage);
    int months = 0;
    for (unsigned i = 0; i < mentions->len && !months; i++) {
        const ClAnaphor *anaphor = g_array_index(mentions, Mention, i).anaphor;
        if (!anaphor->months && !anaphor->last)
            months = months_of_unit(anaphor->unit);
    }
    const GArray *times = passage_times(scene->run, passage);
    for (unsigned i = 0; i < times->len && !months; i++)
        months = months_of_part(scene, &g_array_index(times, ClTime, i));
    return months;
}

bool
moment_is_of_state(const ClRule *rule)
{
    return rule->time != CL_TIME_OF_PERIOD &&
           (rule->over_time == CL_OVER_TIME_VARIES ||
            rule->over_time == CL_OVER_TIME_GROWS);
}

/* Its own sentence and those before it in the paragraph. */
bool
moment_is_timeless(const Scene *scene)
{
    const Passage *own = scene->binding->passage;
    for (int back = 0; back <= FARTHEST_YEAR; back++) {
        Passage *near = passage_near(scene->run, scene->binding->index, -back);
        if (!near || near->sentence.paragraph != own->sentence.paragraph)
            break;
        if (speaks_of_time(scene, near))
            return false;
        if (!scene->run->length)
            scene->run->length = moment_length_spoken(scene, near);
    }
    return true;
}

/* A year earlier it made 2 billion, where no time was told before: a year before
   what the article is about. */
bool
moment_is_before_article(const Scene *scene, const ClFacetValue *out)
{
    const ClAnaphor *word = scene->run->unfound;
    if (!word || !word->months || word->last || g_strcmp0(out->value, "?") != 0)
        return false;
    scene->run->back = word->months;
    scene->run->length = months_of_unit(word->unit);
    return true;
}

/* 门店已超过1.4万家: so many by now, whatever is reported on. */
bool
moment_tells_present(const Binding *binding)
{
    static const char *const words[] = {"已", "already "};
    const Passage *passage = binding->passage;
    const GString *text = passage->text.text;
    const size_t end =
        g_array_index(passage->quantities, ClQuantity, binding->quantity)
            .span.start;
    const size_t start = cl_clause_at(text->str, text->len, end).start;
    for (size_t i = 0; i < G_N_ELEMENTS(words) && start < end; i++)
        if (g_strstr_len(text->str + start, (gssize)(end - start), words[i]))
            return true;
    return false;
}
