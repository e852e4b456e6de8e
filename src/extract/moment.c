/* SPDX-License-Identifier: Apache-2.0 */
/*
 * When a figure holds: the period nearest to it, in its clause, its sentence or
 * the ones before it.
 */
#include "extract/moment.h"

#include "extract/frame.h"

#include <string.h>

/* The quarter, which was told in another sentence. */
static bool
is_looked_up(const Passage *passage, const ClTime *time)
{
    const GArray *mentions = passage->mentions;
    for (unsigned i = 0; passage->mentioned && i < mentions->len; i++) {
        const Mention *mention = &g_array_index(mentions, Mention, i);
        if (mention->elsewhere && mention->span.start == time->span.start)
            return true;
    }
    return false;
}

/* The word for another time that none before it explains; NULL: it is told. */
static const ClAnaphor *
find_unfound(const Passage *passage, const ClTime *time)
{
    const GArray *mentions = passage->mentions;
    for (unsigned i = 0;
         passage->mentioned && time->iso[0] == '?' && i < mentions->len; i++) {
        const Mention *mention = &g_array_index(mentions, Mention, i);
        if (mention->span.start == time->span.start)
            return mention->anaphor;
    }
    return NULL;
}

/* 前三季度营收100亿元；净利润20亿元: what semicolons part is said in one
   breath. */
static bool
is_one_breath(const Scene *scene, const Passage *before)
{
    const Extraction *run = scene->run;
    for (size_t i = scene->binding->index; i > run->first; i--) {
        if (!passage_follows_semicolon(run, &run->ring[i % PASSAGES]))
            return false;
        if (&run->ring[(i - 1) % PASSAGES] == before)
            return true;
    }
    return false;
}

void
moment_set(const Scene *scene,
           const Passage *passage,
           const ClTime *time,
           ClFacetValue *out)
{
    scene->run->unfound = find_unfound(passage, time);
    out->value = claims_keep(scene->run->claims, time->iso);
    out->words = scene_words(scene, passage, time->span);
    out->from = time->from;
    out->to = time->to;
    out->seconds = time->seconds;
    const bool breath = passage != scene->binding->passage && !passage->loose &&
                        is_one_breath(scene, passage);
    out->lent = (passage != scene->binding->passage && !breath) ||
                is_looked_up(passage, time);
    scene->run->far = passage->sentence.paragraph !=
                      scene->binding->passage->sentence.paragraph;
    out->aside = !out->lent && !passage->composed && !passage->sentence.cell &&
                 (breath || !cl_span_overlaps(scene->clause, time->span));
}

/* A cell of a table, or a line of its own, that is nothing but a date. */
static bool
is_a_date(const Scene *scene, Passage *passage)
{
    const GArray *times = passage_times(scene->run, passage);
    if (times->len != 1)
        return false;
    const ClSpan span = g_array_index(times, ClTime, 0).span;
    return span.start == 0 && span.end == passage->text.text->len;
}

/* A period only carries on with the subject, or stands alone. */
static bool
may_lend(const Scene *scene, Passage *passage)
{
    if (passage == scene->binding->passage)
        return true;
    if (passage->sentence.paragraph !=
        scene->binding->passage->sentence.paragraph)
        return false;
    return scene->binding->subject_passage || is_a_date(scene, passage) ||
           scene->rule->over_time == CL_OVER_TIME_VARIES;
}

/* A state (截至8月) is said of one figure; a period holds on until another
   time of any kind is told. */
static bool
may_carry(const Scene *scene, const ClTime *time)
{
    if (scene->binding->subject_passage)
        return true;
    Passage *own = scene->binding->passage;
    return time->kind == CL_TIME_PERIOD
               ? !moment_tells_period(scene, own)
               : is_a_date(scene,
                           passage_near(scene->run, scene->binding->index, -1));
}

/* 2024 brought 5 billion; in 2023 it had been 4. Profit was 1 billion: what was
   told behind the same part of the year after is only held against it. */
static void
take_year_after(const Scene *scene, int back, ClTime *time)
{
    ClTime after = *time;
    if (time->kind != CL_TIME_PERIOD || !time->from ||
        !cl_time_shift(&after, 12))
        return;
    Passage *near = passage_near(scene->run, scene->binding->index, -back);
    const unsigned paragraph = near->sentence.paragraph;
    for (int i = back; i <= FARTHEST_FACET; i++) {
        Passage *before = passage_near(scene->run, scene->binding->index, -i);
        if (!before || before->sentence.paragraph != paragraph)
            return;
        g_autoptr(GArray) times = scene_times(scene, before);
        for (unsigned j = 0; j < times->len; j++) {
            const ClTime *told = &g_array_index(times, ClTime, j);
            if (told->from == after.from && told->to == after.to &&
                (before != near || told->span.start < time->span.start)) {
                *time = *told;
                return;
            }
        }
    }
}

static void
read_time(const Scene *scene, ClFacetValue *out)
{
    for (int back = 0; back <= 1; back++) {
        Passage *passage =
            passage_near(scene->run, scene->binding->index, -back);
        if (!passage || !may_lend(scene, passage))
            continue;
        ClTime time;
        if (!moment_nearest(scene, passage, false, &time) ||
            (back && !may_carry(scene, &time)))
            continue;
        if (back)
            take_year_after(scene, back, &time);
        moment_set(scene, passage, &time, out);
        return;
    }
}

/* 全年: what a sentence speaks of so is no nine months told before. */
static bool
has_length_spoken_of(const Scene *scene, const ClTime *time)
{
    enum { YEAR = 10000, MONTH = 100, MONTHS = 12 };
    const int spoken = moment_length_spoken(scene, scene->binding->passage);
    const int months = MONTHS * (time->to / YEAR - time->from / YEAR) +
                       time->to / MONTH % MONTH - time->from / MONTH % MONTH;
    return !spoken || !time->from || months + 1 == spoken;
}

/* A report names its period once and goes on: the last one before holds for
   what says no time at all; in its paragraph also for shops that were opened
   until then. */
static void
read_frame(const Scene *scene, ClFacetValue *out)
{
    Passage *own = scene->binding->passage;
    const bool grows = scene->rule->over_time == CL_OVER_TIME_GROWS &&
                       moment_is_of_state(scene->rule) &&
                       !moment_tells_present(scene->binding);
    if ((scene->rule->over_time != CL_OVER_TIME_VARIES && !grows) ||
        moment_tells_period(scene, own))
        return;
    for (int back = 1; back <= FARTHEST_FACET; back++) {
        Passage *passage =
            passage_near(scene->run, scene->binding->index, -back);
        ClTime time;
        if (grows && passage &&
            passage->sentence.paragraph != own->sentence.paragraph)
            return;
        if (!passage || !moment_nearest(scene, passage, false, &time))
            continue;
        take_year_after(scene, back, &time);
        if (time.kind == CL_TIME_PERIOD && has_length_spoken_of(scene, &time))
            moment_set(scene, passage, &time, out);
        return;
    }
}

/* At the end of 2024 Lanting employed 300 people. It spent 5 million on
   research: where nothing else is told, in the year that ended. */
static void
read_ended_year(const Scene *scene, ClFacetValue *out)
{
    enum { YEAR = 10000, FIRST = 101 };
    Passage *near = passage_near(scene->run, scene->binding->index, -1);
    if (scene->rule->time != CL_TIME_OF_PERIOD || !near ||
        near->sentence.paragraph !=
            scene->binding->passage->sentence.paragraph ||
        moment_tells_period(scene, scene->binding->passage))
        return;
    const GArray *times = passage_times(scene->run, near);
    for (unsigned i = 0; i < times->len && !out->value; i++) {
        ClTime time = g_array_index(times, ClTime, i);
        if (!moment_is_edge_of_year(near, &time))
            continue;
        const ClDay year = time.to / YEAR * YEAR;
        cl_time_set_days(&time, year + FIRST, time.to);
        moment_set(scene, near, &time, out);
    }
}

/* What stands above a table without leading in may still tell its year. */
static void
read_above(const Scene *scene, ClFacetValue *out)
{
    Passage *own = scene->binding->passage;
    Passage *above = &scene->run->above; /* a trace still looks at it */
    if (!moment_tells_period(scene, own) &&
        passage_above(scene->run, own, above)) {
        const GArray *times = passage_times(scene->run, above);
        const ClTime *time = &g_array_index(times, ClTime, 0);
        if (times->len == 1 && time->kind == CL_TIME_PERIOD)
            moment_set(scene, above, time, out);
        scene->run->far = false;
    }
}

/* A target that says no time is one for the year. */
static void
read_target_year(const Scene *scene, ClFacetValue *out)
{
    enum { YEAR = 10000, FIRST = 101, LAST = 1231 };
    const ClDay year = scene->run->day / YEAR * YEAR;
    if (!year || scene->rule->time != CL_TIME_OF_PERIOD ||
        scene->binding->value.kind != CL_KIND_COUNT ||
        !moment_is_expected(scene, scene->binding->passage, scene->clause,
                            true))
        return;
    ClTime time = {.kind = CL_TIME_PERIOD};
    cl_time_set_days(&time, year + FIRST, year + LAST);
    out->value = claims_keep(scene->run->claims, time.iso);
    out->from = time.from;
    out->to = time.to;
    out->lent = out->framed = true;
}

static void
find_when(const Scene *scene, ClFacetValue *out)
{
    scene->run->far = false;
    read_time(scene, out);
    if ((!out->value || out->lent) && moment_read_behind_base(scene, out))
        return;
    if (!out->value || out->lent)
        read_target_year(scene, out);
    if (!out->value)
        read_frame(scene, out);
    if (!out->value)
        read_above(scene, out);
    if (!out->value)
        read_ended_year(scene, out);
    const bool ago = moment_is_year_ago(scene);
    if (ago)
        moment_take_year_before(scene, out);
    if (ago || out->value || !scene->run->day)
        return;
    out->value = claims_keep(scene->run->claims, scene->run->info->date);
    out->assumed = true;
    out->from = out->to = scene->run->day;
}

void
scene_read_when(const Scene *scene, ClFacetValue *out)
{
    scene->run->unfound = NULL;
    find_when(scene, out);
    if (scene_doubts_time(scene, out)) {
        *out = (ClFacetValue){.value = "?"};
        scene->run->far = false;
    }
    /* a goal raised from 2.7 to 3 million is for one year */
    const bool unsaid =
        moment_starts_unsaid(scene) && !scene_is_expected(scene);
    const bool before = scene->rule->time == CL_TIME_OF_PERIOD && unsaid;
    /* to 180 million users from 156 million: a quarter or a year before */
    if (unsaid && moment_is_of_state(scene->rule))
        *out = (ClFacetValue){.value = "?"};
    scene->run->length = 0;
    scene->run->back = before ? 12 : 0;
    scene->run->starts = scene_starts_change(scene, scene->binding->quantity) ||
                         scene_is_base_figure(scene);
    if (before && !out->assumed && out->value)
        moment_take_start(scene, out);
    scene->run->silent = moment_is_before_article(scene, out) ||
                         ((out->assumed || !out->value || scene->run->far) &&
                          moment_is_timeless(scene));
    scene->run->foreseen = scene->run->trace && frame_foresee(scene, out);
}
