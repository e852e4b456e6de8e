/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The period that an article is about.  A report on a quarter names it once,
 * in its title, its first lines or beside its first figures, and goes on from
 * company to company; what says no time itself is of that period, unless
 * another one of its length is told as well.
 *
 * It is known when the article has been read: figures that were left without
 * a time of their own are then given it.  A trace is told each decision as it
 * falls, so that a traced run first reads once without it.
 */
#include "extract/frame.h"

#include "extract/claims.h"
#include "extract/moment.h"

#include <stdlib.h>
#include <string.h>

enum { OPENING = 4, HEADINGS = 64, MONTHS = 12, YEAR = 10000, MONTH = 100 };

/* What tells of a period, and how much it tells. */
enum { BY_FIGURE = 1, BY_OPENING = 1, BY_TITLE = 3, BY_HEADING = 4, SURE = 3 };

/** Words that name a period of which the article may be. */
typedef struct {
    const char *value, *words;
    ClDay from, to;
    size_t at; /* byte of the article */
    unsigned weight;
    int year_ends;      /* month with which the year of its company does */
    uint32_t subject;   /* of the figure beside it; else UINT32_MAX */
    unsigned paragraph; /* then: which it stands in */
} Sign;

/** A figure that has no time of its own. */
typedef struct {
    size_t claim, at;
    int year_ends;
    int months; /* of the period that it speaks of, 0 for none */
    int back;   /* so many months before the period of the article */
    bool state; /* it was counted, and so on the last day of it */
    uint32_t subject;
    unsigned paragraph;
} Silent;

struct Frame {
    const ClClaims *settled; /* of a first reading, for a trace; or NULL */
    size_t first;            /* claims before this article's */
    GArray *opening;         /* of ClSentence: the first of its prose */
    GArray *headings;        /* of ClSentence */
    GArray *signs;           /* of Sign */
    GArray *silent;          /* of Silent */
};

Frame *
frame_new(const ClClaims *settled, size_t first)
{
    Frame *frame = g_new(Frame, 1);
    *frame = (Frame){
        .settled = settled,
        .first = first,
        .opening = g_array_new(FALSE, FALSE, sizeof(ClSentence)),
        .headings = g_array_new(FALSE, FALSE, sizeof(ClSentence)),
        .signs = g_array_new(FALSE, FALSE, sizeof(Sign)),
        .silent = g_array_new(FALSE, FALSE, sizeof(Silent)),
    };
    return frame;
}

void
frame_free(Frame *frame)
{
    g_array_free(frame->opening, TRUE);
    g_array_free(frame->headings, TRUE);
    g_array_free(frame->signs, TRUE);
    g_array_free(frame->silent, TRUE);
    g_free(frame);
}

/* ---- Periods ----------------------------------------------------------------- */

/* Whole months, at most a year of them: how many, or 0. */
static int
count_months(ClDay from, ClDay to)
{
    enum { LAST = 28 };
    if (!from || !to || from % MONTH != 1 || to % MONTH < LAST)
        return 0;
    const int months = MONTHS * (to / YEAR - from / YEAR) + to / MONTH % MONTH -
                       from / MONTH % MONTH + 1;
    return months >= 1 && months <= MONTHS ? months : 0;
}

/* A company whose year ends with December has an end of 12, as has one of
   which nothing is known; cars and phones are counted by the calendar. */
static int
year_end_of(const Extraction *run, const ClRule *rule, uint32_t subject)
{
    const bool counted = cl_unit_is_count(
        run->vocabulary, g_array_index(rule->units, ClUnitId, 0));
    const int end =
        counted ? MONTHS : cl_rule_set_fiscal_end(run->rules, subject);
    return end ? end : MONTHS;
}

/* ---- While the article is read ------------------------------------------------- */

void
frame_see_sentence(Frame *frame, const Passage *passage)
{
    const ClSentence sentence = passage->sentence;
    if (sentence.heading && frame->headings->len < HEADINGS)
        g_array_append_val(frame->headings, sentence);
    else if (!sentence.heading && !sentence.cell &&
             frame->opening->len < OPENING)
        g_array_append_val(frame->opening, sentence);
}

/* What a period brought, and not all there is or ever was of it. */
static bool
is_of_period(const ClClaim *claim)
{
    const ClFacetValue *modality = &claim->facets[CL_FACET_MODALITY];
    const char *nature = claim->facets[CL_FACET_NATURE].value;
    return claim->rule->time == CL_TIME_OF_PERIOD &&
           claim->rule->over_time == CL_OVER_TIME_VARIES &&
           !claim->facets[CL_FACET_WINDOW].value &&
           g_strcmp0(modality->value, "actual") == 0 &&
           (!nature || strcmp(nature, "part") == 0 ||
            strcmp(nature, "start") == 0);
}

/* What there is of stores, staff or users, of whom nobody says when they were
   counted: who reports on a quarter counts them at its end. */
static bool
is_undated_state(const Extraction *run, const ClClaim *claim)
{
    const ClRule *rule = claim->rule;
    const char *nature = claim->facets[CL_FACET_NATURE].value;
    const char *modality = claim->facets[CL_FACET_MODALITY].value;
    return claim->facets[CL_FACET_WHEN].assumed && moment_is_of_state(rule) &&
           cl_unit_is_count(run->vocabulary,
                            g_array_index(rule->units, ClUnitId, 0)) &&
           !claim->facets[CL_FACET_WINDOW].value &&
           g_strcmp0(modality, "actual") == 0 &&
           (!nature || strcmp(nature, "total") == 0 ||
            strcmp(nature, "part") == 0);
}

/* Two figures of a sentence are one sign. */
static void
add_sign(Frame *frame, const Sign *sign)
{
    for (unsigned i = frame->signs->len; i > 0; i--) {
        const Sign *known = &g_array_index(frame->signs, Sign, i - 1);
        if (known->at != sign->at)
            break;
        if (known->from == sign->from && known->to == sign->to)
            return;
    }
    g_array_append_val(frame->signs, *sign);
}

void
frame_take_claim(Extraction *run, const Binding *binding)
{
    const size_t index = cl_claims_count(run->claims) - 1;
    const ClClaim *claim = cl_claims_get(run->claims, index);
    const ClFacetValue *when = &claim->facets[CL_FACET_WHEN];
    const size_t at = binding->passage->sentence.span.start;
    const int year_ends = year_end_of(run, claim->rule, binding->subject_term);
    const bool state =
        is_undated_state(run, claim) && !moment_tells_present(binding);
    const unsigned paragraph = binding->passage->sentence.paragraph;
    if (!state && !is_of_period(claim))
        return;
    if (run->silent) {
        const Silent silent = {index,
                               at,
                               year_ends,
                               run->length,
                               run->back,
                               state,
                               binding->subject_term,
                               paragraph};
        g_array_append_val(run->frame->silent, silent);
    } else if (!state && !when->lent && !run->back && !run->starts &&
               count_months(when->from, when->to)) {
        const Sign sign = {
            when->value, when->words, when->from, when->to,
            at,          BY_FIGURE,   year_ends,  binding->subject_term,
            paragraph};
        add_sign(run->frame, &sign);
    }
}

/* ---- What stands above -------------------------------------------------------- */

static void
read_signs(Extraction *run, Passage *passage, unsigned weight, bool short_too)
{
    const GArray *times = passage_times(run, passage);
    const Scene scene = {.run = run};
    for (unsigned i = 0; i < times->len; i++) {
        const ClTime *time = &g_array_index(times, ClTime, i);
        const int months = count_months(time->from, time->to);
        if (time->kind != CL_TIME_PERIOD || !months ||
            (months == 1 && !short_too) ||
            scene_is_base(&scene, passage, time) ||
            scene_is_of_start(&scene, passage, time, NULL) ||
            scene_is_yet_to_come(&scene, passage, time))
            continue;
        g_autofree char *words =
            g_strndup(passage->text.cased->str + time->span.start,
                      time->span.end - time->span.start);
        const Sign sign = {claims_keep(run->claims, time->iso),
                           claims_keep(run->claims, words),
                           time->from,
                           time->to,
                           weight == BY_TITLE ? 0
                                              : passage->sentence.span.start,
                           weight,
                           MONTHS,
                           UINT32_MAX,
                           0};
        add_sign(run->frame, &sign);
    }
}

/* 三家龙头的2024: a title may end with a number that is a year. */
static void
read_title_year(Extraction *run)
{
    enum { DIGITS = 4 };
    const GString *text = passage_text(run, &run->title)->text;
    const size_t at = text->len - MIN(text->len, DIGITS);
    const int year = atoi(text->str + at);
    if (text->len < DIGITS || strspn(text->str + at, "0123456789") != DIGITS ||
        (at > 0 && g_ascii_isalnum(text->str[at - 1])) ||
        year > run->day / YEAR || year < run->day / YEAR - 1)
        return;
    ClTime time = {.kind = CL_TIME_PERIOD};
    cl_time_set_days(&time, year * YEAR + MONTH + 1, year * YEAR + 1231);
    const Sign sign = {claims_keep(run->claims, time.iso),
                       claims_keep(run->claims, text->str + at),
                       time.from,
                       time.to,
                       0,
                       BY_TITLE,
                       MONTHS,
                       UINT32_MAX,
                       0};
    add_sign(run->frame, &sign);
}

static void
read_sentences(Extraction *run, const GArray *sentences, unsigned weight)
{
    Passage passage;
    passage_init(&passage);
    const ClSpan title = run->title.sentence.span;
    for (unsigned i = 0; i < sentences->len; i++) {
        passage_reset(&passage, g_array_index(sentences, ClSentence, i));
        if (!cl_span_overlaps(title, passage.sentence.span))
            read_signs(run, &passage, weight, weight == BY_HEADING);
    }
    passage_clear(&passage);
}

/* ---- The period ----------------------------------------------------------------- */

/* All that was told of one period up to a place. */
typedef struct {
    const Sign *first;
    unsigned weight, heading; /* heading: of the section's */
} Tally;

enum { PERIODS = 32 };

typedef struct {
    Tally tallies[PERIODS];
    unsigned count, next; /* next: the sign that was not told yet */
    size_t heading;       /* where the section's begins */
} Tallies;

static int
months_of_sign(const Sign *sign)
{
    return count_months(sign->from, sign->to);
}

static bool
is_one_period(const Sign *a, const Sign *b)
{
    return a->from == b->from && a->to == b->to &&
           (months_of_sign(a) < MONTHS || a->year_ends == b->year_ends);
}

/* NULL where there are more of them than any article is about. */
static Tally *
find_tally(Tallies *all, const Sign *sign)
{
    for (unsigned i = 0; i < all->count; i++)
        if (is_one_period(all->tallies[i].first, sign))
            return &all->tallies[i];
    if (all->count == PERIODS)
        return NULL;
    all->tallies[all->count] = (Tally){.first = sign};
    return &all->tallies[all->count++];
}

static void
tell_sign(Tallies *all, const Sign *sign)
{
    Tally *tally = find_tally(all, sign);
    const bool heading = sign->weight == BY_HEADING;
    for (unsigned i = 0; heading && sign->at != all->heading && i < all->count;
         i++)
        all->tallies[i].heading = 0;
    if (heading)
        all->heading = sign->at;
    if (tally && heading)
        tally->heading = sign->weight;
    else if (tally)
        tally->weight += sign->weight;
}

/* A year of another company than one whose year ends alike is another. */
static bool
may_be_of(const Sign *sign, const Silent *silent)
{
    const int months = months_of_sign(sign);
    /* the year to March is that of whose own year ends then */
    const int month = sign->to / MONTH % MONTH;
    return (!silent->months || months == silent->months) &&
           (months < MONTHS || sign->year_ends == silent->year_ends ||
            (month != MONTHS && month == silent->year_ends));
}

static unsigned
weigh(const Tally *tally)
{
    return tally->weight + tally->heading;
}

/* The one that most speaks for; NULL where another of its length competes. */
static const Tally *
find_period(const Tallies *all, const Silent *silent)
{
    const Tally *best = NULL;
    unsigned second = 0;
    for (unsigned i = 0; i < all->count; i++)
        if (may_be_of(all->tallies[i].first, silent) &&
            (!best || weigh(&all->tallies[i]) > weigh(best)))
            best = &all->tallies[i];
    for (unsigned i = 0; best && i < all->count; i++) {
        const Tally *tally = &all->tallies[i];
        if (tally != best && may_be_of(tally->first, silent) &&
            months_of_sign(tally->first) == months_of_sign(best->first))
            second = MAX(second, weigh(tally));
    }
    return best && 2 * second <= weigh(best) ? best : NULL;
}

/* Stores and staff are those of the last day; users may be the average of all
   of them. */
static void
count_at_end(const ClRule *rule, ClTime *time)
{
    if (rule->time != CL_TIME_OF_STATE && rule->over_time != CL_OVER_TIME_GROWS)
        return;
    cl_time_set_days(time, time->to, time->to);
    time->from = 0;
}

static void
give(ClClaims *claims, const Silent *silent, const Sign *sign, bool sure)
{
    ClFacetValue *when = claims_facet(claims, silent->claim, CL_FACET_WHEN);
    ClTime time;
    cl_time_set_days(&time, sign->from, sign->to);
    cl_time_shift(&time, -silent->back);
    if (silent->state)
        count_at_end(cl_claims_get(claims, silent->claim)->rule, &time);
    if (g_strcmp0(when->value, time.iso) == 0)
        return;
    when->value = claims_keep(claims, time.iso);
    when->words = sign->words;
    when->from = time.from;
    when->to = time.to;
    when->assumed = false;
    when->lent = true;
    when->framed = silent->back || !sure || silent->state;
    when->aside = false;
}

bool
frame_foresee(const Scene *scene, ClFacetValue *out)
{
    const Frame *frame = scene->run->frame;
    const size_t index = cl_claims_count(scene->run->claims) - frame->first;
    if (!frame->settled || index >= cl_claims_count(frame->settled))
        return false;
    const ClClaim *claim = cl_claims_get(frame->settled, index);
    const ClFacetValue *when = &claim->facets[CL_FACET_WHEN];
    if (claim->rule != scene->rule || g_strcmp0(when->value, out->value) == 0)
        return false;
    *out = *when;
    out->value = claims_keep(scene->run->claims, when->value);
    out->words = claims_keep(scene->run->claims, when->words);
    return true;
}

/* By place, those of the title and of headings before what follows them. */
static int
compare_signs(const void *left, const void *right)
{
    const Sign *a = left, *b = right;
    const int order = (a->at > b->at) - (a->at < b->at);
    return order ? order : (a->weight < b->weight) - (a->weight > b->weight);
}

/* Tells the signs that stand before a place. */
static void
tell_signs(const Frame *frame, size_t before, Tallies *all)
{
    for (; all->next < frame->signs->len; all->next++) {
        const Sign *sign = &g_array_index(frame->signs, Sign, all->next);
        if (sign->at > before)
            break;
        tell_sign(all, sign);
    }
}

/* It runs 50,000 shops. Its first-half revenue grew: the period that a figure of
   the same company tells next in the paragraph. */
static const Sign *
find_own_sign(const Frame *frame, const Silent *silent)
{
    for (unsigned i = 0; silent->state && i < frame->signs->len; i++) {
        const Sign *sign = &g_array_index(frame->signs, Sign, i);
        if (sign->weight == BY_FIGURE && sign->at >= silent->at &&
            sign->subject == silent->subject &&
            sign->paragraph == silent->paragraph)
            return sign;
    }
    return NULL;
}

static void
settle(Extraction *run, const Silent *silent, const Tallies *all)
{
    const Sign *own = find_own_sign(run->frame, silent);
    if (own) {
        give(run->claims, silent, own, false);
        return;
    }
    const Tally *tally = find_period(all, silent);
    if (tally)
        give(run->claims, silent, tally->first, weigh(tally) >= SURE);
}

/* A headline says in short what the opening then says in full. */
static void
settle_title(Extraction *run)
{
    const Frame *frame = run->frame;
    const guint opening = frame->opening->len;
    Tallies all = {.count = 0};
    if (opening)
        tell_signs(
            frame,
            g_array_index(frame->opening, ClSentence, opening - 1).span.end,
            &all);
    for (unsigned i = 0; i < frame->silent->len; i++) {
        const Silent *silent = &g_array_index(frame->silent, Silent, i);
        if (is_in_title(run, silent->at))
            settle(run, silent, &all);
    }
}

static void
settle_silent(Extraction *run)
{
    Frame *frame = run->frame;
    if (run->has_title) {
        read_signs(run, &run->title, BY_TITLE, true);
        read_title_year(run);
    }
    read_sentences(run, frame->headings, BY_HEADING);
    read_sentences(run, frame->opening, BY_OPENING);
    g_array_sort(frame->signs, compare_signs);
    settle_title(run);
    Tallies all = {.count = 0};
    for (unsigned i = 0; i < frame->silent->len; i++) {
        const Silent *silent = &g_array_index(frame->silent, Silent, i);
        tell_signs(frame, silent->at, &all);
        if (!is_in_title(run, silent->at))
            settle(run, silent, &all);
    }
}

void
frame_settle(Extraction *run)
{
    if (run->frame->silent->len)
        settle_silent(run);
    frame_shift_repeated(run->claims, run->frame->first);
}
