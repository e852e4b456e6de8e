/* SPDX-License-Identifier: Apache-2.0 */
/*
 * 最好的一季48,135辆, 203,938 in six months: words beside a figure that say how
 * long its time is, and not which.  A time taken from elsewhere that has
 * another length is not the figure's; then nobody knows when it was.
 */
#include "extract/scene.h"

#include <stdlib.h>
#include <string.h>

enum { QUARTER = 3, HALF = 6, YEAR = 12 };

static bool
stands_alone(const GString *text, size_t start, size_t end)
{
    return !g_ascii_isalpha(text->str[start]) ||
           ((start == 0 || !g_ascii_isalnum(text->str[start - 1])) &&
            (end >= text->len || !g_ascii_isalnum(text->str[end])));
}

/* The first of some words within a span, or NULL. */
static const ClAnaphor *
word_within(const GString *text,
            ClSpan room,
            const ClAnaphor *words,
            size_t count)
{
    for (size_t at = room.start; at < room.end; at++)
        for (size_t i = 0; i < count; i++) {
            const size_t length = strlen(words[i].word);
            if (words[i].word[0] == text->str[at] && at + length <= room.end &&
                memcmp(text->str + at, words[i].word, length) == 0 &&
                stands_alone(text, at, at + length))
                return &words[i];
        }
    return NULL;
}

static int
months_of_unit(char unit)
{
    return unit == 'Q' ? QUARTER : unit == 'H' ? HALF : unit == 'Y' ? YEAR : 1;
}

/* P6M, P2Y; what is no whole months fits none. */
static int
months_of_window(const char *iso)
{
    char *end = NULL;
    const long count = *iso == 'P' ? strtol(iso + 1, &end, 10) : 0;
    if (!end || end == iso + 1 || end[1] || (*end != 'M' && *end != 'Y'))
        return -1;
    return (int)count * (*end == 'Y' ? YEAR : 1);
}

/* In months; 0: the words say no length, -1: one of no whole months. */
static int
length_within(Extraction *run, Passage *passage, ClSpan room)
{
    const GString *text = passage_text(run, passage)->text;
    const GArray *times = passage_times(run, passage);
    size_t count;
    const ClAnaphor *words = cl_rule_set_lengths(run->rules, &count);
    for (unsigned i = 0; i < times->len; i++) {
        const ClTime *time = &g_array_index(times, ClTime, i);
        if (time->kind == CL_TIME_WINDOW && cl_span_contains(room, time->span))
            return months_of_window(time->iso);
    }
    const ClAnaphor *word = word_within(text, room, words, count);
    return word ? months_of_unit(word->unit) : 0;
}

bool
search_tells_time(const Search *search, ClSpan room)
{
    const GArray *times = passage_times(search->run, search->passage);
    size_t count;
    const ClAnaphor *words = cl_rule_set_anaphors(search->run->rules, &count);
    for (unsigned i = 0; i < times->len; i++) {
        const ClTime *time = &g_array_index(times, ClTime, i);
        if (time->kind != CL_TIME_WINDOW && cl_span_contains(room, time->span))
            return true;
    }
    return length_within(search->run, search->passage, room) ||
           word_within(search->passage->text.text, room, words, count);
}

/* 406,343 after 500,508 the year before: as long as what it is held against. */
static int
length_behind(const Scene *scene)
{
    const GString *text = scene->binding->passage->text.text;
    const ClSpan behind = {scene->anchor.end,
                           MAX(scene->clause.end, scene->anchor.end)};
    size_t count;
    const ClAnaphor *words = cl_rule_set_anaphors(scene->run->rules, &count);
    const ClAnaphor *word = word_within(text, behind, words, count);
    return word && word->months && word->unit != '*'
               ? months_of_unit(word->unit)
               : 0;
}

static bool
is_as_long(const ClFacetValue *when, int months)
{
    enum { A_YEAR = 10000, MONTH = 100 };
    if (!when->value || when->assumed || !when->from || !when->to ||
        when->from == when->to)
        return false;
    return (when->to / A_YEAR - when->from / A_YEAR) * YEAR +
               when->to / MONTH % MONTH - when->from / MONTH % MONTH + 1 ==
           months;
}

/* Six months before it had 16,395; 三个月前是13.85亿: before what? */
static bool
tells_distance(const Scene *scene)
{
    static const char *const words[] = {" before", " earlier", " ago",
                                        "前",      "之前",     "以前"};
    Passage *passage = scene->binding->passage;
    const char *text = passage->text.text->str;
    const GArray *times = passage_times(scene->run, passage);
    for (unsigned i = 0; i < times->len; i++) {
        const ClTime *time = &g_array_index(times, ClTime, i);
        if (time->kind != CL_TIME_WINDOW ||
            !cl_span_contains(scene->clause, time->span))
            continue;
        for (size_t j = 0; j < G_N_ELEMENTS(words); j++)
            if (g_str_has_prefix(text + time->span.end, words[j]))
                return true;
    }
    return false;
}

bool
scene_doubts_time(const Scene *scene, const ClFacetValue *when)
{
    const ClSpan room = scene->binding->room;
    Passage *passage = scene->binding->passage;
    if (when->assumed && tells_distance(scene))
        return true;
    const bool counted = cl_unit_is_count(
        scene->run->vocabulary, g_array_index(scene->rule->units, ClUnitId, 0));
    if (room.end <= room.start || (!scene->binding->understood &&
                                   (!counted || !when->value || when->assumed ||
                                    scene->rule->time != CL_TIME_OF_PERIOD)))
        return false;
    g_autoptr(GArray) times = scene_times(scene, passage);
    for (unsigned i = 0; i < times->len; i++) {
        const ClTime *time = &g_array_index(times, ClTime, i);
        if (time->kind != CL_TIME_WINDOW && cl_span_contains(room, time->span))
            return false;
    }
    const int within = length_within(scene->run, passage, room);
    const int months =
        within || !scene->binding->understood ? within : length_behind(scene);
    return months && !is_as_long(when, months);
}
