/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How long a figure took to come about (开售18小时锁单24万台): the length nearest
 * to it, in its sentence or a neighbour of the paragraph.  What a month or a
 * year brought, by its own clause, took that long, whatever another clause says.
 */
#include "extract/moment.h"

#include <string.h>

/* Whether a word ends or begins at a byte; Latin ones stand alone. */
static bool
stands_at(const GString *text, size_t at, const char *word, bool ends)
{
    const size_t length = strlen(word);
    if (ends ? at < length : at + length > text->len)
        return false;
    const size_t start = ends ? at - length : at;
    if (memcmp(text->str + start, word, length) != 0)
        return false;
    const char beside =
        ends ? (start ? text->str[start - 1] : ' ') : text->str[start + length];
    return !g_ascii_isalpha(*word) || !g_ascii_isalpha(beside);
}

bool
moment_is_streak(const Scene *scene, const Passage *passage, const ClTime *time)
{
    const GString *text = passage->text.text;
    for (int side = 0; side < 2; side++) {
        const char *const *words =
            cl_rule_set_streaks(scene->run->rules, side == 1);
        size_t at = side ? time->span.end : time->span.start;
        at -= !side && at && text->str[at - 1] == ' ';
        at += side && text->str[at] == ' ';
        for (; *words; words++)
            if (stands_at(text, at, *words, !side))
                return true;
    }
    return false;
}

/* 10月交付4.2万台，提前两个月完成目标: the clause of the figure tells a period. */
static bool
has_own_period(const Scene *scene)
{
    Passage *own = scene->binding->passage;
    const GArray *times = passage_times(scene->run, own);
    for (unsigned i = 0; i < times->len; i++) {
        const ClTime *time = &g_array_index(times, ClTime, i);
        if (time->kind == CL_TIME_PERIOD && !moment_is_day(own, time) &&
            cl_span_overlaps(scene->clause, time->span))
            return true;
    }
    return false;
}

/* 截至6月，累计交付30万台: up to a day, and so not in the length told before. */
static bool
tells_day(const Scene *scene)
{
    Passage *own = scene->binding->passage;
    const GArray *times = passage_times(scene->run, own);
    for (unsigned i = 0; i < times->len; i++) {
        const ClTime *time = &g_array_index(times, ClTime, i);
        if (time->kind == CL_TIME_AS_OF &&
            time->span.start < scene->anchor.start)
            return true;
    }
    return false;
}

/* 上市1小时大定1万台，而预售期小订16万台: the length is in the clause of another
   figure of its kind. */
static bool
is_of_another(const Scene *scene, Passage *passage, const ClTime *time)
{
    const Passage *own = scene->binding->passage;
    const GString *text = passage->text.text;
    const ClSpan clause = cl_clause_at(text->str, text->len, time->span.start);
    const GArray *told = passage_quantities(scene->run, passage);
    const ClQuantity *figure =
        &g_array_index(own->quantities, ClQuantity, scene->binding->quantity);
    if (passage == own && cl_span_overlaps(clause, scene->clause))
        return false;
    for (unsigned i = 0; i < told->len; i++) {
        const ClQuantity *other = &g_array_index(told, ClQuantity, i);
        if (other != figure && other->kind == figure->kind &&
            other->span.start >= time->span.end &&
            cl_span_contains(clause, other->span))
            return true;
    }
    return false;
}

static bool
may_be_lent(const Scene *scene, const Passage *passage)
{
    const Passage *own = scene->binding->passage;
    return passage == own ||
           passage->sentence.paragraph == own->sentence.paragraph;
}

void
scene_read_window(const Scene *scene, ClFacetValue *out)
{
    static const int places[] = {0, -1, 1};
    const bool dated =
        scene->rule->time == CL_TIME_OF_PERIOD && has_own_period(scene);
    const size_t most = tells_day(scene) ? 1 : G_N_ELEMENTS(places);
    for (size_t i = 0; i < most && !out->value; i++) {
        Passage *passage =
            passage_near(scene->run, scene->binding->index, places[i]);
        ClTime time;
        if (passage && may_be_lent(scene, passage) &&
            moment_nearest(scene, passage, true, &time) &&
            !is_of_another(scene, passage, &time) &&
            (!dated ||
             (places[i] == 0 && cl_span_overlaps(scene->clause, time.span))))
            moment_set(scene, passage, &time, out);
        if (dated)
            return;
    }
}
