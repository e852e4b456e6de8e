/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Figures of the year before: under a header that says so, where a change
 * started from, and the year after the one that a rise is measured from.
 */
#include "extract/moment.h"

#include <stdlib.h>
#include <string.h>

/* A header that says 去年同期; in prose it is a word for another time. */
bool
moment_is_year_ago(const Scene *scene)
{
    enum { NEAR = 40, BEHIND = 20 };
    const Passage *passage = scene->binding->passage;
    const GString *text = passage->text.text;
    const ClQuantity *own = &g_array_index(passage->quantities, ClQuantity,
                                           scene->binding->quantity);
    if (!passage->sentence.cell || own->form != CL_FORM_LEVEL ||
        own->kind == CL_KIND_MULTIPLE)
        return false;
    const size_t start = own->span.start > NEAR ? own->span.start - NEAR : 0;
    const size_t from = MAX(scene->clause.start, start);
    g_autofree char *before = g_strndup(
        text->str + from, own->span.start - MIN(from, own->span.start));
    g_autofree char *after = g_strndup(text->str + own->span.end,
                                       MIN(text->len - own->span.end, BEHIND));
    after[strcspn(after, ",;:.")] = 0;
    return cl_table_says(CL_TABLE_YEAR_AGO, before) ||
           cl_table_says(CL_TABLE_YEAR_AGO, after);
}

static ClDay
year_before(ClDay day)
{
    enum { YEAR = 10000, LEAP = 229 };
    return day ? day - YEAR - (day % YEAR == LEAP) : 0;
}

/* 2025-Q3 to 2024-Q3; where no year is told, a time that nobody knows. */
void
moment_take_year_before(const Scene *scene, ClFacetValue *out)
{
    if (!out->from || !out->to) {
        *out = (ClFacetValue){.value = "?"};
        return;
    }
    g_autoptr(GString) iso = g_string_new(NULL);
    for (const char *at = out->value; *at;) {
        const bool starts = at == out->value || at[-1] == '/';
        if (starts && strspn(at, "0123456789") == 4) {
            g_string_append_printf(iso, "%04d", atoi(at) - 1);
            at += 4;
        } else {
            g_string_append_c(iso, *at++);
        }
    }
    out->value = claims_keep(scene->run->claims, iso->str);
    out->from = year_before(out->from);
    out->to = year_before(out->to);
}

/* Whether a time or a word for one stands between two bytes of the sentence. */
static bool
is_dated_between(const Scene *scene, size_t from, size_t to)
{
    Passage *own = scene->binding->passage;
    const GArray *times = passage_times(scene->run, own);
    const GArray *mentions = scene_mentions(scene, own);
    for (unsigned i = 0; i < times->len; i++) {
        const ClSpan span = g_array_index(times, ClTime, i).span;
        if (span.start >= from && span.end <= to)
            return true;
    }
    for (unsigned i = 0; i < mentions->len; i++) {
        const ClSpan span = g_array_index(mentions, Mention, i).span;
        if (span.start >= from && span.end <= to)
            return true;
    }
    return false;
}

/* From 5 billion to 6 billion, 6 billion after 5 billion: what was before, and
   nobody says when. */
bool
moment_starts_unsaid(const Scene *scene)
{
    enum { NEAR = 32 };
    const Passage *own = scene->binding->passage;
    const size_t index = scene->binding->quantity;
    const char *from = scene_start_of_change(own, own->quantities, index);
    if (!from)
        return scene_is_base_figure(scene) &&
               !is_dated_between(scene, scene->anchor.end,
                                 scene->anchor.end + NEAR);
    return !is_dated_between(
        scene, (size_t)(from - own->text.text->str),
        g_array_index(own->quantities, ClQuantity, index + 1).number.start);
}

/* 环比, on the quarter: what is compared with is no year back. */
static bool
compares_with_last_quarter(const Passage *passage)
{
    static const char *const words[] = {"环比",
                                        "按季",
                                        "季增",
                                        "季减",
                                        "上季",
                                        "前一季",
                                        "月增",
                                        "月减",
                                        "from quarter to quarter",
                                        "quarter-on-quarter",
                                        "sequential",
                                        "the quarter before"};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (strstr(passage->text.text->str, words[i]))
            return true;
    return false;
}

/* What a change started from was a year before, unless that is said of the
   quarter. */
void
moment_take_start(const Scene *scene, ClFacetValue *out)
{
    if (compares_with_last_quarter(scene->binding->passage))
        *out = (ClFacetValue){.value = "?"};
    else
        moment_take_year_before(scene, out);
    out->framed = true;
}

/* Revenue of $45 billion was 32 percent higher than in 2023: the rise is that
   of the figure before it. */
static bool
rises_from(const Scene *scene, const ClTime *time)
{
    const GArray *quantities = scene->binding->passage->quantities;
    const size_t next = scene->binding->quantity + 1;
    const ClQuantity *rise = next < quantities->len
                                 ? &g_array_index(quantities, ClQuantity, next)
                                 : NULL;
    return rise && rise->form != CL_FORM_LEVEL &&
           rise->kind == CL_KIND_PERCENT &&
           time->span.start >= rise->span.end &&
           cl_span_overlaps(scene->clause, rise->span) &&
           scene_is_held_against(scene->binding->passage, time);
}

/* From $33.7 billion in 2023 to $39.0 billion. */
static bool
comes_from_year(const Scene *scene, const ClTime *time)
{
    const ClSpan start = moment_of_start(scene);
    return time->span.start >= start.start && time->span.end <= start.end &&
           start.end > 0 && !scene->binding->times_from;
}

static bool
is_whole_year(const ClTime *time)
{
    enum { YEAR = 10000, FIRST = 101, LAST = 1231 };
    return time->kind == CL_TIME_PERIOD && time->from % YEAR == FIRST &&
           time->to - time->from == LAST - FIRST;
}

/* Whether a year is the one before that of the figure. */
static bool
is_year_of_base(const Scene *scene, const ClTime *time)
{
    const Passage *own = scene->binding->passage;
    const ClQuantity *quantity =
        &g_array_index(own->quantities, ClQuantity, scene->binding->quantity);
    if (quantity->form == CL_FORM_LEVEL && comes_from_year(scene, time))
        return true;
    return time->span.start >= scene->anchor.end &&
           cl_span_overlaps(scene->clause, time->span) &&
           (quantity->form == CL_FORM_LEVEL
                ? rises_from(scene, time)
                : scene_is_base_of_own(scene, time));
}

/* 22 percent more than in 2023, where no time is told: that of the year after,
   unless the base is the same part of another year. */
bool
moment_read_behind_base(const Scene *scene, ClFacetValue *out)
{
    enum { YEAR = 10000 };
    Passage *own = scene->binding->passage;
    const GArray *times = passage_times(scene->run, own);
    for (unsigned i = 0; i < times->len; i++) {
        ClTime time = g_array_index(times, ClTime, i);
        if (!is_whole_year(&time) || !is_year_of_base(scene, &time))
            continue;
        const bool behind = time.span.start >= scene->anchor.end;
        cl_time_set_days(&time, time.from + YEAR, time.to + YEAR);
        /* "higher than in 2023" is what gives it */
        if (behind) {
            time.span.start = scene->anchor.end;
            time.span.start += own->text.text->str[time.span.start] == ' ';
        }
        moment_set(scene, own, &time, out);
        return true;
    }
    return false;
}
