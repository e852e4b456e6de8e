/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Of all times that a sentence tells the one nearest to a figure that may be
 * its own: none that something else is held against, that is yet to come or
 * that is of another kind than what is told.
 */
#include "extract/moment.h"
#include "extract/search.h"

#include <string.h>

static bool
counts(const ClQuantity *quantity)
{
    return quantity->kind != CL_KIND_ORDINAL &&
           quantity->kind != CL_KIND_DURATION && quantity->kind != CL_KIND_DATE;
}

/* Which figures of its sentence a time stands between. */
typedef struct {
    bool before; /* one in another clause before it */
    bool behind; /* one behind it in its own clause */
} Beside;

static Beside
figures_beside(const Scene *scene, Passage *passage, const ClTime *time)
{
    const GString *text = passage_text(scene->run, passage)->text;
    const GArray *quantities = passage_quantities(scene->run, passage);
    const ClSpan clause = cl_clause_at(text->str, text->len, time->span.start);
    Beside out = {false, false};
    for (unsigned i = 0; i < quantities->len; i++) {
        const ClQuantity *other = &g_array_index(quantities, ClQuantity, i);
        if (!counts(other))
            continue;
        out.before |= other->span.end <= clause.start;
        out.behind |= other->span.start >= time->span.end &&
                      cl_span_contains(clause, other->span);
    }
    return out;
}

/* 收入440亿元，净利润99亿元，四季度月活1710万, 其中第二季度净利润63亿元: a time that only
   the clause which it opens is of. */
static bool
is_of_its_clause(const Scene *scene, Passage *passage, const ClTime *time)
{
    static const char *const parts[] = {"其中", "其中,", "of which ",
                                        "including "};
    const char *text = passage_text(scene->run, passage)->text->str;
    const Beside beside = figures_beside(scene, passage, time);
    bool part = false;
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        const size_t length = strlen(parts[i]);
        part = part || (time->span.start >= length &&
                        memcmp(text + time->span.start - length, parts[i],
                               length) == 0);
    }
    const bool han = time->span.end && text[time->span.end - 1] & 0x80;
    return beside.behind && (part || (beside.before && han));
}

/* What is told in passing holds for no other paragraph, and what is told of a
   part for no other sentence that a full stop parts from it. */
static bool
is_aside_elsewhere(const Scene *scene, Passage *passage, const ClTime *time)
{
    const Passage *own = scene->binding->passage;
    if (passage->sentence.paragraph != own->sentence.paragraph)
        return scene_is_aside(scene, passage, time->span);
    return !passage_follows_semicolon(scene->run, own) &&
           is_of_its_clause(scene, passage, time);
}

/* The quantity itself is no window: 做了4年 answers "how many years". */
static bool
is_usable(const Scene *scene, const ClTime *time, bool window, Passage *passage)
{
    const ClQuantity *own =
        &g_array_index(scene->binding->passage->quantities, ClQuantity,
                       scene->binding->quantity);
    if ((time->kind == CL_TIME_WINDOW) != window ||
        (window && moment_is_streak(scene, passage, time)) ||
        (!window && scene_is_multiplied(scene, passage, time)))
        return false;
    return passage != scene->binding->passage
               ? window || (!scene_is_held_against(passage, time) &&
                            !scene_is_of_start(scene, passage, time, NULL) &&
                            !is_aside_elsewhere(scene, passage, time))
               : !cl_span_overlaps(time->span, scene->anchor) &&
                     (window ||
                      (!scene_is_base_of_own(scene, time) &&
                       !scene_is_compared(scene, time) &&
                       !scene_is_of_start(scene, passage, time, own)));
}

/* 由去年的13.9%提升至15.2%: what says when the first figure was, from that word
   on, says nothing of the second one; what stands before it does. */
ClSpan
moment_of_start(const Scene *scene)
{
    const Passage *passage = scene->binding->passage;
    const size_t index = scene->binding->quantity;
    if (scene->binding->times_from)
        return (ClSpan){0, scene->binding->times_from};
    const char *from =
        index ? scene_start_of_change(passage, passage->quantities, index - 1)
              : NULL;
    if (!from)
        return (ClSpan){0, 0};
    return (ClSpan){(size_t)(from - passage->text.text->str),
                    scene_end_of_start(scene, index - 1)};
}

/* 2024年底, the end of 2024: read as December, and meant for its last day. */
bool
moment_is_edge_of_year(const Passage *passage, const ClTime *time)
{
    static const char *const words[] = {"底", "末", "end", "close", "finish"};
    enum { YEAR = 10000, FROM = 1201, TO = 1231 };
    const char *text = passage->text.text->str + time->span.start;
    const gssize length = (gssize)(time->span.end - time->span.start);
    bool said = false;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        said |= g_strstr_len(text, length, words[i]) != NULL;
    return said && time->to % YEAR == TO &&
           (time->from == 0 || time->from % YEAR == FROM);
}

/* 3月20日公布: a day, in a text that is more than its date. */
bool
moment_is_day(const Passage *passage, const ClTime *time)
{
    return time->kind == CL_TIME_PERIOD && time->from == time->to &&
           time->span.end - time->span.start < passage->text.text->len;
}

/* For the first time since 2010: longer than what any report is about. */
static bool
is_too_long(const Scene *scene, const ClTime *time, const Passage *passage)
{
    enum { YEAR = 10000 };
    return passage != scene->binding->passage && time->from && time->to &&
           time->to - time->from > YEAR && time->kind == CL_TIME_PERIOD &&
           scene->rule->time == CL_TIME_OF_PERIOD;
}

/* 今年四家里押谁？: a year that is not over, told beside the figure, is not the
   one it is of. */
static bool
is_unfinished(const Scene *scene, const ClTime *time, const Passage *passage)
{
    enum { FIVE_MONTHS = 500 };
    return passage != scene->binding->passage && scene->run->day &&
           scene->rule->time == CL_TIME_OF_PERIOD &&
           time->kind == CL_TIME_PERIOD && time->to > scene->run->day &&
           time->to - time->from > FIVE_MONTHS && !scene_is_expected(scene);
}

/* A line with the day of the article. */
bool
moment_is_dateline(const Scene *scene,
                   const Passage *passage,
                   const ClTime *time)
{
    return passage != scene->binding->passage && time->kind == CL_TIME_PERIOD &&
           time->from == time->to && time->from == scene->run->day;
}

/* 年初定下30万辆的目标 says when it was set. */
static bool
is_setting(const Scene *scene, const ClTime *time, const Passage *passage)
{
    const char *words = passage->text.text->str + time->span.start;
    return scene->rule->time == CL_TIME_OF_PERIOD &&
           (g_str_has_prefix(words, "年初") ||
            g_str_has_prefix(words, "the start of the year") ||
            g_str_has_prefix(words, "the beginning of the year")) &&
           time->to - time->from < 100 && scene_is_expected(scene);
}

/* What a quarter brought is not of the day that something else was counted
   on or that it was published, where that is not said of the figure itself. */
static bool
is_wrong_kind(const Scene *scene, const ClTime *time, const Passage *passage)
{
    return scene->rule->time == CL_TIME_OF_PERIOD &&
           (time_is_state(time) || moment_is_day(passage, time) ||
            moment_is_dateline(scene, passage, time) ||
            moment_is_edge_of_year(passage, time)) &&
           (passage != scene->binding->passage ||
            !cl_span_overlaps(scene->clause, time->span));
}

/* Disney … at the end of its fiscal year. Snap's …: a company's own quarter is no
   other one's. */
static bool
is_of_others_calendar(const Scene *scene, const ClTime *time, Passage *passage)
{
    const Search search = {.run = scene->run,
                           .rule_index = scene->binding->rule};
    bool others = false;
    if (passage == scene->binding->passage ||
        !g_str_has_prefix(time->iso, "FY"))
        return false;
    const GArray *hits = passage_hits(scene->run, passage);
    for (unsigned i = 0; i < hits->len; i++) {
        const ClHit *hit = &g_array_index(hits, ClHit, i);
        if (!hit_has_role(scene->run->rules, hit, search.rule_index,
                          CL_ROLE_SUBJECT))
            continue;
        if (search_same_entity(&search, hit->term,
                               scene->binding->subject_term))
            return false;
        others = true;
    }
    return others;
}

/* Whether words of a span say that something is expected or aimed at. */
bool
moment_is_expected(const Scene *scene,
                   Passage *passage,
                   ClSpan clause,
                   bool aimed)
{
    const GArray *hits = passage_hits(scene->run, passage);
    for (unsigned i = 0; i < hits->len; i++) {
        const ClHit *hit = &g_array_index(hits, ClHit, i);
        size_t count;
        const ClTermUse *uses =
            cl_rule_set_uses(scene->run->rules, hit->term, &count);
        for (size_t j = 0; j < count && cl_span_overlaps(clause, hit->span);
             j++) {
            if (uses[j].role != CL_ROLE_SHARED ||
                uses[j].facet != CL_FACET_MODALITY)
                continue;
            const char *option = cl_shared_option(
                scene->run->rules, CL_FACET_MODALITY, uses[j].option);
            if (strcmp(option, "target") == 0 ||
                (!aimed && strcmp(option, "forecast") == 0))
                return true;
        }
    }
    return false;
}

bool
scene_is_yet_to_come(const Scene *scene, Passage *passage, const ClTime *time)
{
    const GString *text = passage->text.text;
    return !(scene->binding && passage == scene->binding->passage) &&
           moment_is_expected(
               scene, passage,
               cl_clause_at(text->str, text->len, time->span.start), false);
}

bool
scene_is_expected(const Scene *scene)
{
    const ClSpan before = {0, MAX(scene->anchor.end, scene->clause.end)};
    return moment_is_expected(scene, scene->binding->passage, before, false);
}

/* It closed 2024 with revenue of 39 billion: what a period brought by its end
   is of all of it. */
static void
widen_closed(const Scene *scene, const Passage *passage, ClTime *time)
{
    static const char *const verbs[] = {"closed ", "ended ", "finished "};
    enum { YEAR = 10000, MONTH = 100, DECEMBER = 1201, THIRD = 21 };
    const char *words = passage->text.text->str + time->span.start;
    bool closes = false;
    for (size_t i = 0; i < G_N_ELEMENTS(verbs); i++)
        closes = closes || g_str_has_prefix(words, verbs[i]);
    if (!closes || scene->rule->time != CL_TIME_OF_PERIOD || !time->from)
        return;
    if (time->from % YEAR == DECEMBER)
        cl_time_set_days(time, time->from - DECEMBER + MONTH + 1, time->to);
    else if (time->from % MONTH == THIRD)
        cl_time_set_days(time, time->from - THIRD + 1, time->to);
}

/* 到今年三季度，收入9亿元: what a period brought is of that quarter or year. */
static void
widen_until(const Scene *scene, const Passage *passage, ClTime *time)
{
    static const char *const starts[] = {"到", "至", "by "};
    static const char *const edges[] = {"底",    "末", "end",
                                        "close", "月", "为止"};
    enum { YEAR = 10000, MONTH = 100, FIRST = 101, LAST = 1231, QUARTER = 3 };
    g_autofree char *words =
        g_strndup(passage->text.text->str + time->span.start,
                  time->span.end - time->span.start);
    bool led = false;
    for (size_t i = 0; i < G_N_ELEMENTS(starts); i++)
        led = led || g_str_has_prefix(words, starts[i]);
    for (size_t i = 0; i < G_N_ELEMENTS(edges); i++)
        led = led && !strstr(words, edges[i]);
    if (time->kind != CL_TIME_AS_OF || !time->to || !led ||
        scene->rule->time != CL_TIME_OF_PERIOD)
        return;
    const bool quarter = strstr(words, "季") || strstr(words, "quarter");
    const ClDay month = time->to / MONTH % MONTH;
    if (quarter && month % QUARTER == 0)
        cl_time_set_days(time, time->to / YEAR * YEAR + (month - 2) * MONTH + 1,
                         time->to);
    else if (time->to % YEAR == LAST)
        cl_time_set_days(time, time->to / YEAR * YEAR + FIRST, time->to);
    else
        return;
    time->kind = CL_TIME_PERIOD;
}

/* 8 million in the first quarter and 7 million in the second: what follows a
   figure at once is its own, whatever stands before it. */
static bool
follows_at_once(const Scene *scene, const char *text, const ClTime *time)
{
    static const char *const links[] = {
        " in ",     " in the ",     " for ",        " for the ",
        " during ", " during the ", " in all of ",  " for all of ",
        " over ",   " over the ",   " throughout ", " in the whole of "};
    if (time->kind == CL_TIME_WINDOW || time->span.start <= scene->anchor.end)
        return false;
    const size_t length = time->span.start - scene->anchor.end;
    /* $36 billion the year before */
    if (length == 1 && g_ascii_isalpha(text[time->span.start]) &&
        scene_is_mention(scene, scene->binding->passage, time->span))
        return true;
    for (size_t i = 0; i < G_N_ELEMENTS(links); i++)
        if (strlen(links[i]) == length &&
            memcmp(text + scene->anchor.end, links[i], length) == 0)
            return true;
    return false;
}

/* Whether a passage tells a part of the time that ends with it. */
static bool
tells_last_part(Extraction *run, Passage *passage, const ClTime *time)
{
    const GArray *times = passage ? passage_times(run, passage) : NULL;
    for (unsigned i = 0; times && i < times->len; i++) {
        const ClTime *part = &g_array_index(times, ClTime, i);
        if (part->kind == CL_TIME_PERIOD && part->to == time->to &&
            part->from > time->from && part->from != part->to)
            return true;
    }
    return false;
}

/* 11月销量30万辆；1—11月累计300万辆。旗下岚图1.2万辆: a count up to the month that
   is told of says when that one figure was, and the article goes on with the
   month. */
static bool
is_running_total(const Scene *scene, Passage *passage, const ClTime *time)
{
    Extraction *run = scene->run;
    const ClUnitId unit = g_array_index(scene->rule->units, ClUnitId, 0);
    if (passage == scene->binding->passage || time->kind != CL_TIME_PERIOD ||
        !time->from || scene->rule->time != CL_TIME_OF_PERIOD ||
        !cl_unit_is_count(run->vocabulary, unit))
        return false;
    Passage *before = passage_near(run, scene->binding->index, -2);
    return tells_last_part(run, passage, time) ||
           (before &&
            before->sentence.paragraph == passage->sentence.paragraph &&
            tells_last_part(run, before, time)) ||
           (run->has_title && tells_last_part(run, &run->title, time));
}

/* Delivered 13,201 cars and narrowed its full-year guidance: the year of what
   is expected next. */
static bool
is_of_next(const Scene *scene, Passage *passage, const ClTime *time)
{
    const size_t joint = scene_joint_before(scene, time->span.start);
    return joint &&
           moment_is_expected(scene, passage,
                              (ClSpan){joint, scene->clause.end}, false);
}

bool
moment_ends_in_report(const Passage *passage, const ClTime *time)
{
    static const char report[] = "报";
    const size_t end = time->span.end;
    return end - time->span.start > strlen(report) &&
           g_str_has_prefix(passage->text.text->str + end - strlen(report),
                            report);
}

/* 比亚迪发布三季报，前三季度营收5662亿元: the name of a report dates nothing, where
   another time of its sentence does. */
static bool
names_report(const Passage *passage, const ClTime *time)
{
    const char *behind = passage->text.text->str + time->span.end;
    return moment_ends_in_report(passage, time) ||
           g_str_has_prefix(behind, "报") ||
           g_str_has_prefix(behind, " report");
}

/* False if there is none. */
bool
moment_nearest(const Scene *scene, Passage *passage, bool window, ClTime *out)
{
    g_autoptr(GArray) times = scene_times(scene, passage);
    const char *text = passage->text.text->str;
    const ClTime *best = NULL;
    size_t best_cost = SIZE_MAX;
    const ClSpan start = moment_of_start(scene);
    for (unsigned i = 0; i < times->len; i++) {
        ClTime *time = &g_array_index(times, ClTime, i);
        widen_closed(scene, passage, time);
        widen_until(scene, passage, time);
        if (!is_usable(scene, time, window, passage) ||
            is_wrong_kind(scene, time, passage) ||
            is_of_others_calendar(scene, time, passage) ||
            is_too_long(scene, time, passage) ||
            is_unfinished(scene, time, passage) ||
            is_setting(scene, time, passage) ||
            (!window && is_running_total(scene, passage, time)) ||
            (!window && scene_is_yet_to_come(scene, passage, time)))
            continue;
        size_t cost = i;
        if (passage != scene->binding->passage) {
            if (!window && names_report(passage, time))
                cost += times->len;
        } else {
            const bool inside = cl_span_overlaps(scene->clause, time->span);
            if ((time->span.start > scene->anchor.start && !inside) ||
                (time->span.start >= start.start &&
                 time->span.start < start.end) ||
                scene_is_unlisted(scene, time->span) ||
                is_of_next(scene, passage, time))
                continue;
            cost = follows_at_once(scene, text, time)
                       ? 0
                       : scene_cost(scene, text, time->span);
        }
        if (cost < best_cost) {
            best = time;
            best_cost = cost;
        }
    }
    if (!best)
        return false;
    *out = *best;
    return true;
}
