/* SPDX-License-Identifier: Apache-2.0 */
/*
 * When a figure holds and how long it took to come about: the period and the
 * window nearest to it, in its clause, its sentence or the ones around it.
 */
#include "extract/frame.h"

#include <stdlib.h>
#include <string.h>

/* ---- Times ------------------------------------------------------------------- */

/* The quantity itself is no window: 做了4年 answers "how many years". */
static bool
is_usable(const Scene *scene, const ClTime *time, bool window, Passage *passage)
{
    const ClQuantity *own =
        &g_array_index(scene->binding->passage->quantities, ClQuantity,
                       scene->binding->quantity);
    if ((time->kind == CL_TIME_WINDOW) != window ||
        (!window && scene_is_multiplied(scene, passage, time)))
        return false;
    return passage != scene->binding->passage
               ? window || (!scene_is_held_against(passage, time) &&
                            !scene_is_of_start(scene, passage, time, NULL))
               : !cl_span_overlaps(time->span, scene->anchor) &&
                     (window ||
                      (!scene_is_base_of_own(scene, time) &&
                       !scene_is_compared(scene, time) &&
                       !scene_is_of_start(scene, passage, time, own)));
}

/* 由去年的13.9%提升至15.2%: what says when the first figure was, from that word
   on, says nothing of the second one; what stands before it does. */
static ClSpan
times_of_start(const Scene *scene)
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
static bool
is_edge_of_year(const Passage *passage, const ClTime *time)
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
static bool
is_day(const Passage *passage, const ClTime *time)
{
    return time->kind == CL_TIME_PERIOD && time->from == time->to &&
           time->span.end - time->span.start < passage->text.text->len;
}

/* What a quarter brought is not of the day that something else was counted
   on or that it was published, where that is not said of the figure itself. */
static bool
is_wrong_kind(const Scene *scene, const ClTime *time, const Passage *passage)
{
    return scene->rule->time == CL_TIME_OF_PERIOD &&
           (time_is_state(time) || is_day(passage, time) ||
            is_edge_of_year(passage, time)) &&
           (passage != scene->binding->passage ||
            !cl_span_overlaps(scene->clause, time->span));
}

bool
scene_is_yet_to_come(const Scene *scene, Passage *passage, const ClTime *time)
{
    if (scene->binding && passage == scene->binding->passage)
        return false;
    const GString *text = passage->text.text;
    const ClSpan clause = cl_clause_at(text->str, text->len, time->span.start);
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
            if (strcmp(option, "forecast") == 0 ||
                strcmp(option, "target") == 0)
                return true;
        }
    }
    return false;
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
    for (size_t i = 0; i < G_N_ELEMENTS(links); i++)
        if (strlen(links[i]) == length &&
            memcmp(text + scene->anchor.end, links[i], length) == 0)
            return true;
    return false;
}

/* False if there is none. */
static bool
nearest_time(const Scene *scene, Passage *passage, bool window, ClTime *out)
{
    g_autoptr(GArray) times = scene_times(scene, passage);
    const char *text = passage->text.text->str;
    const ClTime *best = NULL;
    size_t best_cost = SIZE_MAX;
    const ClSpan start = times_of_start(scene);
    for (unsigned i = 0; i < times->len; i++) {
        ClTime *time = &g_array_index(times, ClTime, i);
        widen_closed(scene, passage, time);
        if (!is_usable(scene, time, window, passage) ||
            is_wrong_kind(scene, time, passage) ||
            (!window && scene_is_yet_to_come(scene, passage, time)))
            continue;
        size_t cost = i;
        if (passage == scene->binding->passage) {
            const bool inside = cl_span_overlaps(scene->clause, time->span);
            if ((time->span.start > scene->anchor.start && !inside) ||
                (time->span.start >= start.start &&
                 time->span.start < start.end) ||
                scene_is_unlisted(scene, time->span))
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

static void
set_time(const Scene *scene,
         const Passage *passage,
         const ClTime *time,
         ClFacetValue *out)
{
    out->value = claims_keep(scene->run->claims, time->iso);
    out->words = scene_words(scene, passage, time->span);
    out->from = time->from;
    out->to = time->to;
    out->seconds = time->seconds;
    out->lent =
        passage != scene->binding->passage || is_looked_up(passage, time);
    scene->run->far = passage->sentence.paragraph !=
                      scene->binding->passage->sentence.paragraph;
    out->aside = !out->lent && !passage->composed && !passage->sentence.cell &&
                 !cl_span_overlaps(scene->clause, time->span);
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

/* A window may stand in the sentence before or after; a period only carries
   on with the subject, or stands alone. */
static bool
may_lend(const Scene *scene, Passage *passage, int place, bool window)
{
    if (place == 0)
        return true;
    if (passage->sentence.paragraph !=
        scene->binding->passage->sentence.paragraph)
        return false;
    if (window || place > 0)
        return window;
    return scene->binding->subject_passage || is_a_date(scene, passage) ||
           scene->rule->over_time == CL_OVER_TIME_VARIES;
}

/* 是前一年的2.35倍 holds a year that is no period. */
static bool
tells_period(const Scene *scene, Passage *passage)
{
    const GArray *times = passage_times(scene->run, passage);
    for (unsigned i = 0; i < times->len; i++) {
        const ClTime *time = &g_array_index(times, ClTime, i);
        if (!scene_is_mention(scene, passage, time->span) &&
            !scene_is_multiplied(scene, passage, time) &&
            !(passage == scene->binding->passage &&
              scene_is_compared(scene, time)))
            return true;
    }
    return false;
}

/* A state (截至8月) is said of one figure; a period holds on until another
   time of any kind is told. */
static bool
may_carry(const Scene *scene, const ClTime *time, bool window)
{
    if (window || scene->binding->subject_passage)
        return true;
    Passage *own = scene->binding->passage;
    return time->kind == CL_TIME_PERIOD
               ? !tells_period(scene, own)
               : is_a_date(scene,
                           passage_near(scene->run, scene->binding->index, -1));
}

static void
read_time(const Scene *scene, bool window, ClFacetValue *out)
{
    static const int places[] = {0, -1, 1};
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
        Passage *passage =
            passage_near(scene->run, scene->binding->index, places[i]);
        if (!passage || !may_lend(scene, passage, places[i], window))
            continue;
        ClTime time;
        if (!nearest_time(scene, passage, window, &time) ||
            (places[i] != 0 && !may_carry(scene, &time, window)))
            continue;
        set_time(scene, passage, &time, out);
        return;
    }
}

/* A report names its period once and goes on: the last one before holds for
   what says no time at all. */
static void
read_frame(const Scene *scene, ClFacetValue *out)
{
    Passage *own = scene->binding->passage;
    if (scene->rule->over_time != CL_OVER_TIME_VARIES ||
        tells_period(scene, own))
        return;
    for (int back = 1; back <= FARTHEST_FACET; back++) {
        Passage *passage =
            passage_near(scene->run, scene->binding->index, -back);
        ClTime time;
        if (!passage || !nearest_time(scene, passage, false, &time))
            continue;
        if (time.kind == CL_TIME_PERIOD)
            set_time(scene, passage, &time, out);
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
        tells_period(scene, scene->binding->passage))
        return;
    const GArray *times = passage_times(scene->run, near);
    for (unsigned i = 0; i < times->len && !out->value; i++) {
        ClTime time = g_array_index(times, ClTime, i);
        if (!is_edge_of_year(near, &time))
            continue;
        const ClDay year = time.to / YEAR * YEAR;
        cl_time_set_days(&time, year + FIRST, time.to);
        set_time(scene, near, &time, out);
    }
}

/* ---- The year before ---------------------------------------------------------- */

/* A header that says 去年同期; in prose it is a word for another time. */
static bool
is_year_ago(const Scene *scene)
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
static void
take_year_before(const Scene *scene, ClFacetValue *out)
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
static bool
is_start_of_unsaid_time(const Scene *scene)
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
static void
take_start(const Scene *scene, ClFacetValue *out)
{
    if (compares_with_last_quarter(scene->binding->passage))
        *out = (ClFacetValue){.value = "?"};
    else
        take_year_before(scene, out);
    out->framed = true;
}

/* What stands above a table without leading in may still tell its year. */
static void
read_above(const Scene *scene, ClFacetValue *out)
{
    Passage *own = scene->binding->passage;
    Passage *above = &scene->run->above; /* a trace still looks at it */
    if (!tells_period(scene, own) && passage_above(scene->run, own, above)) {
        const GArray *times = passage_times(scene->run, above);
        const ClTime *time = &g_array_index(times, ClTime, 0);
        if (times->len == 1 && time->kind == CL_TIME_PERIOD)
            set_time(scene, above, time, out);
        scene->run->far = false;
    }
}

void
scene_read_window(const Scene *scene, ClFacetValue *out)
{
    read_time(scene, true, out);
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
    const ClSpan start = times_of_start(scene);
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
static bool
read_behind_base(const Scene *scene, ClFacetValue *out)
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
        set_time(scene, own, &time, out);
        return true;
    }
    return false;
}

static void
find_when(const Scene *scene, ClFacetValue *out)
{
    scene->run->far = false;
    read_time(scene, false, out);
    if ((!out->value || out->lent) && read_behind_base(scene, out))
        return;
    if (!out->value)
        read_frame(scene, out);
    if (!out->value)
        read_above(scene, out);
    if (!out->value)
        read_ended_year(scene, out);
    const bool ago = is_year_ago(scene);
    if (ago)
        take_year_before(scene, out);
    if (ago || out->value || !scene->run->day)
        return;
    out->value = claims_keep(scene->run->claims, scene->run->info->date);
    out->assumed = true;
    out->from = out->to = scene->run->day;
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
            !scene_is_base(scene, passage, time) && !is_day(passage, time) &&
            !scene_is_of_start(scene, passage, time, NULL))
            return true;
    }
    return false;
}

/* Revenue for the quarter: how many months a sentence speaks of that nobody
   told, 0 for none. */
static int
length_spoken_of(const Scene *scene, Passage *passage)
{
    static const struct {
        char unit;
        int months;
    } units[] = {{'M', 1}, {'Q', 3}, {'H', 6}, {'N', 9}, {'Y', 12}};
    const GArray *mentions = scene_mentions(scene, passage);
    for (unsigned i = 0; i < mentions->len; i++) {
        const ClAnaphor *anaphor = g_array_index(mentions, Mention, i).anaphor;
        for (size_t j = 0; j < G_N_ELEMENTS(units); j++)
            if (!anaphor->months && !anaphor->last &&
                anaphor->unit == units[j].unit)
                return units[j].months;
    }
    return 0;
}

/* Its own sentence and those before it in the paragraph. */
static bool
is_timeless(const Scene *scene)
{
    const Passage *own = scene->binding->passage;
    for (int back = 0; back < PASSAGES - 1; back++) {
        Passage *near = passage_near(scene->run, scene->binding->index, -back);
        if (!near || near->sentence.paragraph != own->sentence.paragraph)
            break;
        if (speaks_of_time(scene, near))
            return false;
        if (!scene->run->length)
            scene->run->length = length_spoken_of(scene, near);
    }
    return true;
}

void
scene_read_when(const Scene *scene, ClFacetValue *out)
{
    find_when(scene, out);
    if (scene_doubts_time(scene, out)) {
        *out = (ClFacetValue){.value = "?"};
        scene->run->far = false;
    }
    const bool before = scene->rule->time == CL_TIME_OF_PERIOD &&
                        is_start_of_unsaid_time(scene);
    scene->run->length = 0;
    scene->run->back = before ? 12 : 0;
    scene->run->starts = scene_starts_change(scene, scene->binding->quantity) ||
                         scene_is_base_figure(scene);
    if (before && !out->assumed && out->value)
        take_start(scene, out);
    scene->run->silent =
        (out->assumed || !out->value || scene->run->far) && is_timeless(scene);
    scene->run->foreseen = scene->run->trace && frame_foresee(scene, out);
}
