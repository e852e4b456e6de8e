/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The times of a sentence as one figure sees them: those it names, quarters
 * and years of a company's own calendar put on the common one, and words for
 * a time by one that was told before (当季, a year earlier), which are looked
 * up.  What cannot be looked up is a time nobody knows, never a wrong one.
 */
#include "extract/fiscal.h"
#include "extract/moment.h"
#include "extract/search.h"

#include <string.h>

/* ---- What a word stands for ---------------------------------------------------- */

/* Whether a time is one that the word can stand for: 期内 is no day. */
static bool
fits_unit_of(const Scene *scene, const ClAnaphor *anaphor, const ClTime *time)
{
    if (time_is_state(time))
        return anaphor->unit == '*' && anaphor->months && time->to &&
               scene->rule->time != CL_TIME_OF_PERIOD;
    if (time->kind != CL_TIME_PERIOD || !time->from || !time->to)
        return false;
    const int months = (time->to / 10000 - time->from / 10000) * 12 +
                       time->to / 100 % 100 - time->from / 100 % 100 + 1;
    const bool whole = time->from % 100 == 1 && time->to % 100 >= 28;
    switch (anaphor->unit) {
    case 'M':
        return whole && months == 1;
    case 'Q':
        return whole && months == 3;
    case 'H':
        return whole && months == 6;
    case 'N':
        return whole && months == 9;
    case 'Y':
        return whole && months == 12;
    default:
        return whole;
    }
}

/* At the end of June, which a quarter ends with. */
static bool
ends_quarter(const ClTime *time)
{
    enum { MONTH = 100, QUARTER = 3, LAST = 28 };
    return time->to / MONTH % MONTH % QUARTER == 0 && time->to % MONTH >= LAST;
}

/* The quarter ended September 28 …, for the full year: of a company whose own
   year ended then. */
static bool
widen_to_fiscal(const Scene *scene, ClTime *time)
{
    enum { YEAR = 10000, MONTH = 100, MONTHS = 12, LAST = 28 };
    const int end =
        cl_rule_set_fiscal_end(scene->run->rules, scene->binding->subject_term);
    const int month = time->to / MONTH % MONTH, year = time->to / YEAR;
    if (!end || end == MONTHS || month != end || time->to % MONTH < LAST ||
        (time->kind != CL_TIME_AS_OF && time->kind != CL_TIME_PERIOD) ||
        (time->from && time->to - time->from >= YEAR - MONTH))
        return false;
    cl_time_set_days(time, fiscal_day(year - 1, end + 1, false),
                     fiscal_day(year, end, true));
    time->kind = CL_TIME_PERIOD;
    return true;
}

/* At the end of 2024 …, in the full year: the year that ended then; so it is
   behind its last quarter, a half behind its last month, and nine months are
   behind the third quarter. */
static void
widen(const Scene *scene, const ClAnaphor *anaphor, ClTime *time)
{
    enum { YEAR = 10000, MONTH = 100, FIRST = 101, JULY = 701 };
    enum { JUNE_ENDS = 630, SEPTEMBER_ENDS = 930, YEAR_ENDS = 1231 };
    const int end = time->to % YEAR;
    if (anaphor->unit == 'Y' && widen_to_fiscal(scene, time))
        return;
    const bool shorter =
        time_is_state(time) ||
        (time->kind == CL_TIME_PERIOD && time->from / YEAR == time->to / YEAR &&
         time->from % MONTH == 1 && time->from % YEAR > FIRST);
    const bool year = anaphor->unit == 'Y' && end == YEAR_ENDS;
    const bool half =
        anaphor->unit == 'H' && (end == JUNE_ENDS || end == YEAR_ENDS);
    const bool nine = anaphor->unit == 'N' && end == SEPTEMBER_ENDS;
    if (anaphor->unit == 'Q' && time_is_state(time) && ends_quarter(time)) {
        const ClDay month = time->to / MONTH % MONTH;
        cl_time_set_days(time, time->to / YEAR * YEAR + (month - 2) * MONTH + 1,
                         time->to);
        time->kind = CL_TIME_PERIOD;
        return;
    }
    if (!shorter || !(year || half || nine))
        return;
    const ClDay start = time->to / YEAR * YEAR;
    cl_time_set_days(time, start + (half && end == YEAR_ENDS ? JULY : FIRST),
                     time->to);
    time->kind = CL_TIME_PERIOD;
}

/* 年底, the end of the year: nobody says of which. */
static bool
is_year_end(const Passage *passage, const ClTime *time)
{
    static const char of_it[] = " of the year";
    static const char *const untils[] = {"截至", "截止", "到", "至"};
    const char *words = passage->text.text->str + time->span.start;
    size_t length = time->span.end - time->span.start;
    for (size_t i = 0; i < G_N_ELEMENTS(untils); i++)
        if (g_str_has_prefix(words, untils[i])) {
            words += strlen(untils[i]);
            length -= strlen(untils[i]);
            break;
        }
    return g_str_has_prefix(words, "年底") || g_str_has_prefix(words, "年末") ||
           (time->to % 10000 == 1231 && length > strlen(of_it) &&
            memcmp(words + length - strlen(of_it), of_it, strlen(of_it)) == 0);
}

/* The end of a year that nobody named, and that is not over. */
static bool
is_ahead(const Scene *scene, const Passage *passage, const ClTime *time)
{
    return scene->run->day && time->to > scene->run->day &&
           is_year_end(passage, time);
}

/* In another paragraph a time that is told in passing is not meant. */
static bool
is_of_other_matter(const Scene *scene, const Passage *passage, ClSpan time)
{
    return passage->sentence.paragraph !=
               scene->binding->passage->sentence.paragraph &&
           scene_is_aside(scene, passage, time);
}

/* 本季度 where results are told: a quarter that still runs has none. */
static bool
is_running_quarter(const Scene *scene,
                   const Passage *passage,
                   const ClTime *time)
{
    static const char *const words[] = {"本季", "this quarter"};
    const char *text = passage->text.text->str + time->span.start;
    bool named = false;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        named = named || g_str_has_prefix(text, words[i]);
    return named && scene->run->day && time->to > scene->run->day &&
           !scene_is_expected(scene);
}

/* Of some times of a passage, in order, the last before a byte that the word
   can stand for. */
static bool
find_among(const Scene *scene,
           Passage *passage,
           const GArray *times,
           size_t before,
           const ClAnaphor *anaphor,
           ClTime *out)
{
    for (unsigned i = times->len; i > 0; i--) {
        ClTime time = g_array_index(times, ClTime, i - 1);
        scene_settle_time(scene, passage, &time);
        widen(scene, anaphor, &time);
        if (time.span.end > before || !fits_unit_of(scene, anaphor, &time) ||
            is_running_quarter(scene, passage, &time) ||
            is_of_other_matter(scene, passage, time.span) ||
            scene_is_base(scene, passage, &time) ||
            scene_is_of_start(scene, passage, &time, NULL) ||
            scene_is_yet_to_come(scene, passage, &time) ||
            is_ahead(scene, passage, &time))
            continue;
        *out = time;
        return true;
    }
    return false;
}

/* Of those that a passage names. */
static bool
find_told(const Scene *scene,
          Passage *passage,
          size_t before,
          const ClAnaphor *anaphor,
          ClTime *out)
{
    return find_among(scene, passage, passage_times(scene->run, passage),
                      before, anaphor, out);
}

/* 全年收入30亿元 in February, where no year was told: results of the one that is
   just over. */
static bool
place_results(const Scene *scene, const Mention *mention, ClTime *out)
{
    enum { YEAR = 10000, FIRST = 101, LAST = 1231, SEASON = 630 };
    const ClDay day = scene->run->day;
    if (!day || mention->anaphor->unit != 'Y' || mention->anaphor->months ||
        mention->anaphor->last || day % YEAR > SEASON)
        return false;
    const ClDay year = (day / YEAR - 1) * YEAR;
    cl_time_set_days(out, year + FIRST, year + LAST);
    out->kind = CL_TIME_PERIOD;
    return true;
}

/* The last year over of which a sentence tells a part, 0: it tells none. */
static int
find_year_over(const Scene *scene, Passage *passage, size_t before)
{
    enum { YEAR = 10000 };
    const GArray *times = passage_times(scene->run, passage);
    for (unsigned i = times->len; i > 0; i--) {
        ClTime time = g_array_index(times, ClTime, i - 1);
        if (time.span.end <= before && time.kind == CL_TIME_PERIOD &&
            time.from && time.from / YEAR == time.to / YEAR &&
            time.to / YEAR < scene->run->day / YEAR &&
            !scene_is_base(scene, passage, &time) &&
            !scene_is_of_start(scene, passage, &time, NULL))
            return time.to / YEAR;
    }
    return 0;
}

/* 2024年8月开卖。全年交付19万辆: the year of what was told last. */
static bool
place_year_told(const Scene *scene, const Mention *mention, ClTime *out)
{
    enum { YEAR = 10000, FIRST = 101, LAST = 1231 };
    Extraction *run = scene->run;
    int year = 0;
    if (mention->anaphor->unit != 'Y' || mention->anaphor->months || !run->day)
        return false;
    for (int back = 0; !year && back <= FARTHEST_YEAR; back++) {
        Passage *near = passage_near(run, scene->binding->index, -back);
        if (near)
            year = find_year_over(scene, near,
                                  back ? SIZE_MAX : mention->span.start);
    }
    if (!year)
        return false;
    cl_time_set_days(out, year * YEAR + FIRST, year * YEAR + LAST);
    out->kind = CL_TIME_PERIOD;
    return true;
}

static bool
is_fiscal_word(const ClAnaphor *anaphor)
{
    return anaphor->unit == 'Y' && !anaphor->months &&
           (strstr(anaphor->word, "fiscal") || strstr(anaphor->word, "财年") ||
            strstr(anaphor->word, "financial year"));
}

/* It ended its fiscal year with 40,990 stores: the last one that is over. */
static bool
place_fiscal_year(const Scene *scene, const Mention *mention, ClTime *out)
{
    const int end =
        cl_rule_set_fiscal_end(scene->run->rules, scene->binding->subject_term);
    if (!is_fiscal_word(mention->anaphor) || !end || !scene->run->day)
        return false;
    fiscal_place_last(out, scene->run->day, end, 12, 1);
    out->kind = CL_TIME_PERIOD;
    return true;
}

/* ---- In the sentences before --------------------------------------------------- */

static void lend_mentions(const Scene *scene, Passage *passage, GArray *out);

static int
compare_starts(const void *left, const void *right)
{
    const size_t a = ((const ClTime *)left)->span.start;
    const size_t b = ((const ClTime *)right)->span.start;
    return (a > b) - (a < b);
}

/* It earned 3 billion in the quarter. Its rival earned 2 billion in the same
   period: a sentence of the paragraph may itself name its time by a word. */
static bool
find_named(const Scene *scene,
           Passage *near,
           const ClAnaphor *anaphor,
           ClTime *out)
{
    Extraction *run = scene->run;
    const bool deep =
        !run->looking &&
        near->sentence.paragraph == scene->binding->passage->sentence.paragraph;
    if (!deep || !scene_mentions(scene, near)->len)
        return find_told(scene, near, SIZE_MAX, anaphor, out);
    g_autoptr(GArray) times = g_array_copy((GArray *)passage_times(run, near));
    run->looking = true;
    lend_mentions(scene, near, times);
    run->looking = false;
    g_array_sort(times, compare_starts);
    return find_among(scene, near, times, SIZE_MAX, anaphor, out);
}

/* Whether a paragraph tells of another period than one, that is told last in
   the sentence so far back. */
static bool
tells_another(const Scene *scene,
              int back,
              const ClAnaphor *anaphor,
              const ClTime *last)
{
    Passage *near = passage_near(scene->run, scene->binding->index, -back);
    const unsigned paragraph = near->sentence.paragraph;
    for (; back <= FARTHEST_FACET; back++) {
        near = passage_near(scene->run, scene->binding->index, -back);
        if (!near || near->sentence.paragraph != paragraph)
            return false;
        const GArray *times = passage_times(scene->run, near);
        for (unsigned i = 0; i < times->len; i++) {
            const ClTime *time = &g_array_index(times, ClTime, i);
            ClTime other;
            if (find_told(scene, near, time->span.end, anaphor, &other) &&
                other.to == last->to && other.from != last->from &&
                !moment_ends_in_report(near, &other))
                return true;
        }
    }
    return false;
}

/* 第三季度…，前三季度…: another paragraph leaves open which of the two 同期 is;
   the title may say, else nobody knows. */
static void
settle_open(const Scene *scene, const ClAnaphor *anaphor, ClTime *time)
{
    Extraction *run = scene->run;
    ClTime told;
    if (run->has_title &&
        find_told(scene, &run->title, SIZE_MAX, anaphor, &told) &&
        told.to == time->to && !moment_ends_in_report(&run->title, &told)) {
        *time = told;
        return;
    }
    time->from = time->to = 0;
    g_strlcpy(time->iso, "?", sizeof time->iso);
}

/* The sentence of a mention lies `from` before that of the figure. */
static bool
look_back(const Scene *scene, const Mention *mention, int from, ClTime *out)
{
    Extraction *run = scene->run;
    const ClAnaphor *anaphor = mention->anaphor;
    Passage *own = passage_near(run, scene->binding->index, -from);
    if (find_told(scene, own, mention->span.start, anaphor, out))
        return true;
    for (int back = from + 1; back <= FARTHEST_FACET; back++) {
        Passage *near = passage_near(run, scene->binding->index, -back);
        if (!near || !find_named(scene, near, anaphor, out))
            continue;
        if (anaphor->unit == '*' &&
            near->sentence.paragraph != own->sentence.paragraph &&
            tells_another(scene, back, anaphor, out))
            settle_open(scene, anaphor, out);
        return true;
    }
    return (run->has_title &&
            find_told(scene, &run->title, SIZE_MAX, anaphor, out)) ||
           place_fiscal_year(scene, mention, out) ||
           place_year_told(scene, mention, out) ||
           place_results(scene, mention, out);
}

/* ---- Of which figure ---------------------------------------------------------- */

static const ClQuantity *
own_quantity(const Scene *scene)
{
    return &g_array_index(scene->binding->passage->quantities, ClQuantity,
                          scene->binding->quantity);
}

static bool
any_figure_in(const Scene *scene, ClSpan span)
{
    const GArray *quantities = scene->binding->passage->quantities;
    for (unsigned i = 0; i < quantities->len; i++) {
        const ClQuantity *quantity = &g_array_index(quantities, ClQuantity, i);
        if ((quantity->unit || !may_be_year(quantity)) &&
            quantity->kind != CL_KIND_ORDINAL &&
            quantity->kind != CL_KIND_DATE &&
            quantity->kind != CL_KIND_DURATION &&
            quantity->span.start >= span.start &&
            quantity->span.end <= span.end)
            return true;
    }
    return false;
}

static bool
is_set_off(const Scene *scene, size_t end)
{
    const GString *text = scene->binding->passage->text.text;
    return end < text->len && text->str[end] == ',';
}

/* 13 percent above the year before, and …: English words that end their clause
   and do not open it speak of what stands before; up on 2023, when it had 3
   billion, goes on. */
static bool
ends_clause(const GString *text, ClSpan words)
{
    static const char *const ends[] = {",",     ";",     ".",     ":",
                                       ")",     " and ", " but ", " while ",
                                       " with", " to ",  " at ",  " although "};
    const char *before = text->str + words.start;
    const char *behind = text->str + words.end;
    bool closes = !*behind;
    if (!g_ascii_isalpha(*before) || words.start < 2 || before[-1] != ' ' ||
        strchr(",;:.(", before[-2]) || g_str_has_prefix(behind, ", when"))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++)
        closes = closes || g_str_has_prefix(behind, ends[i]);
    return closes;
}

/* 去年同期, 对照去年同期: what a sentence opens with is of all of it. */
static bool
opens_sentence(const Scene *scene, ClSpan words)
{
    static const char *const leads[] = {"对照", "回看", "回头看", "再看", "在"};
    const char *text = scene->binding->passage->text.text->str;
    for (size_t i = 0; i < G_N_ELEMENTS(leads); i++)
        if (strlen(leads[i]) == words.start && g_str_has_prefix(text, leads[i]))
            return true;
    return words.start == 0;
}

/* An earlier time is the nearest figure's only, or all of a sentence's that it
   opens; a growth has it for its basis. */
static bool
is_of_figure(const Scene *scene, ClSpan words)
{
    const ClQuantity *own = own_quantity(scene);
    /* A year earlier, it made 3 billion, up 5 percent: all of the sentence */
    if (own->form != CL_FORM_LEVEL || own->kind == CL_KIND_MULTIPLE)
        return words.start == 0 && is_set_off(scene, words.end);
    if (words.start >= scene->anchor.end)
        return cl_span_contains(scene->clause, words) &&
               !any_figure_in(scene, (ClSpan){scene->anchor.end, words.start});
    return opens_sentence(scene, words) ||
           (!ends_clause(scene->binding->passage->text.text, words) &&
            !any_figure_in(scene, (ClSpan){words.end, scene->anchor.start}));
}

/* The final quarter of the year told. */
static void
keep_last(ClTime *time, int months)
{
    const int end = time->to / 10000 * 12 + time->to / 100 % 100 - 1;
    const int first = end - months + 1;
    cl_time_set_days(time, fiscal_day(first / 12, first % 12 + 1, false),
                     time->to);
}

/* A maker's own year needs no telling: its last quarter is the last that is
   over. */
static bool
place_final(const Scene *scene, ClTime *time)
{
    const int end =
        cl_rule_set_fiscal_end(scene->run->rules, scene->binding->subject_term);
    if (end && scene->run->day)
        fiscal_place_last(time, scene->run->day, end, 3, 4);
    return end && scene->run->day;
}

/* 一年前 is also a length before today. */
static void
drop_within(GArray *times, ClSpan words)
{
    for (unsigned i = times->len; i > 0; i--)
        if (cl_span_contains(words, g_array_index(times, ClTime, i - 1).span))
            g_array_remove_index(times, i - 1);
}

/* 2024年全年 says which year; 半年 is also a length, and the last months of the
   year hold a year. */
static bool
says_itself(const GArray *times, ClSpan words)
{
    for (unsigned i = 0; i < times->len; i++) {
        const ClTime *time = &g_array_index(times, ClTime, i);
        if (time->kind != CL_TIME_WINDOW &&
            cl_span_overlaps(time->span, words) &&
            (cl_span_contains(time->span, words) ||
             !cl_span_contains(words, time->span)))
            return true;
    }
    return false;
}

/* 上年上半年 says which part of that year. */
static bool
is_in_longer(const GArray *times, ClSpan words)
{
    for (unsigned i = 0; i < times->len; i++) {
        const ClTime *time = &g_array_index(times, ClTime, i);
        if (time->kind == CL_TIME_PERIOD && time->from &&
            time->span.start == words.start && time->span.end > words.end)
            return true;
    }
    return false;
}

/* Expects sales of 9 billion for the full year: the one that is running, on the
   company's own calendar where that is known. */
/* Up to the figure, or to the one that it was raised from (由425亿元上调至435亿元) or
   that a growth is of. */
static size_t
end_before_start(const Scene *scene)
{
    const size_t index = scene->binding->quantity;
    const bool grows = index && own_quantity(scene)->form != CL_FORM_LEVEL &&
                       (own_quantity(scene) - 1)->form == CL_FORM_LEVEL;
    return grows || (index && scene_starts_change(scene, index - 1))
               ? (own_quantity(scene) - 1)->span.start
               : scene->anchor.start;
}

static bool
take_current_year(const Scene *scene, const Mention *mention, GArray *out)
{
    enum { YEAR = 10000, MONTH = 100, MONTHS = 12 };
    const ClAnaphor *word = mention->anaphor;
    const ClDay day = scene->run->day;
    if (word->unit != 'Y' || word->months || word->last || !day ||
        scene->rule->time != CL_TIME_OF_PERIOD || !scene_is_expected(scene) ||
        any_figure_in(scene,
                      (ClSpan){mention->span.end, end_before_start(scene)}))
        return false;
    const int end =
        cl_rule_set_fiscal_end(scene->run->rules, scene->binding->subject_term);
    const int last = end ? end : MONTHS;
    const int year = day / YEAR + (day / MONTH % MONTH > last);
    ClTime time = {.span = mention->span, .kind = CL_TIME_PERIOD};
    cl_time_set_days(&time, fiscal_day(year - 1, last + 1, false),
                     fiscal_day(year, last, true));
    g_array_append_val(out, time);
    return true;
}

/* How many months what is meant lies behind the time told before. */
static int
months_ahead(const Mention *mention, const ClTime *told)
{
    enum { YEAR = 10000, MONTHS = 12 };
    return mention->year ? MONTHS * (mention->year - told->to / YEAR)
                         : -mention->anaphor->months;
}

/* A year ago, quarterly revenue stood at 13 billion: of the quarter then. */
static bool
follows_earlier(const Scene *scene, const Mention *mention)
{
    const GArray *mentions = scene->binding->passage->mentions;
    for (unsigned i = 0; i < mentions->len; i++) {
        const Mention *before = &g_array_index(mentions, Mention, i);
        if (before->span.end > mention->span.start)
            break;
        if (before->anaphor->months > 0 && before->span.start == 0 &&
            is_set_off(scene, before->span.end))
            return true;
    }
    return false;
}

static void
add_mention(const Scene *scene, Mention *mention, GArray *out)
{
    ClTime time = {.span = mention->span, .kind = CL_TIME_PERIOD};
    const int months = mention->anaphor->months;
    const Passage *passage = scene->binding->passage;
    const bool other = months || mention->year;
    /* a table's headers are read with the year before them (year_before.c) */
    if (months && passage->sentence.cell)
        return;
    if (other && !is_of_figure(scene, mention->span)) {
        drop_within(out, mention->span);
        return;
    }
    if (!other &&
        (says_itself(out, mention->span) || follows_earlier(scene, mention)))
        return;
    if (!mention->year && is_in_longer(out, mention->span))
        return;
    if (take_current_year(scene, mention, out))
        return;
    const int last = mention->anaphor->last;
    const bool here = find_told(scene, scene->binding->passage,
                                mention->span.start, mention->anaphor, &time);
    bool told = here || look_back(scene, mention, 0, &time);
    mention->elsewhere = told && !here;
    if (told && last)
        keep_last(&time, last);
    else if (last)
        told = place_final(scene, &time);
    if (!told && !other && !is_fiscal_word(mention->anaphor))
        return;
    time.span = mention->span;
    if (!told || !cl_time_shift(&time, months_ahead(mention, &time))) {
        time.from = time.to = 0;
        g_strlcpy(time.iso, "?", sizeof time.iso);
    }
    for (unsigned i = out->len; i > 0; i--)
        if (cl_span_overlaps(g_array_index(out, ClTime, i - 1).span, time.span))
            g_array_remove_index(out, i - 1);
    g_array_append_val(out, time);
}

/* 2024年…。2023年…。年末: of all years that the paragraph tells and that are
   over the last one. */
static ClDay
last_year_told(const Scene *scene, const ClTime *told)
{
    static const ClAnaphor year = {.word = "年末", .unit = 'Y'};
    const unsigned paragraph = scene->binding->passage->sentence.paragraph;
    ClDay last = told->to;
    for (int back = 1; back <= FARTHEST_FACET; back++) {
        Passage *near = passage_near(scene->run, scene->binding->index, -back);
        ClTime time;
        if (!near || near->sentence.paragraph != paragraph)
            break;
        if (find_told(scene, near, SIZE_MAX, &year, &time) &&
            time.to <= scene->run->day)
            last = MAX(last, time.to);
    }
    return last;
}

/* 2024年…，年底员工5万人: the end of the year that was told, and never one
   that is yet to come. */
static void
settle_year_end(const Scene *scene, ClTime *time)
{
    enum { YEAR = 10000, FROM = 1201, TO = 1231 };
    static const ClAnaphor year = {.word = "年底", .unit = 'Y'};
    const Mention mention = {.span = time->span, .anaphor = &year};
    ClTime told;
    if (!is_year_end(scene->binding->passage, time))
        return;
    const bool ahead = scene->run->day && time->to > scene->run->day;
    const bool known = ahead ? look_back(scene, &mention, 0, &told)
                             : find_told(scene, scene->binding->passage,
                                         time->span.start, &year, &told);
    if (!known)
        return;
    const ClDay start =
        (ahead ? last_year_told(scene, &told) : told.to) / YEAR * YEAR;
    const bool state = time->kind == CL_TIME_AS_OF;
    cl_time_set_days(time, start + (state ? TO : FROM), start + TO);
    if (state) {
        time->kind = CL_TIME_AS_OF;
        time->from = 0;
    }
    scene_settle_time(scene, scene->binding->passage, time);
}

/* 年初员工5万人: as many as the year before ended with. */
static void
settle_year_start(const Scene *scene, const Passage *passage, ClTime *time)
{
    enum { YEAR = 10000, MONTH = 100, LAST = 1231 };
    static const char *const words[] = {"年初", "start of the year",
                                        "beginning of the year"};
    const char *text = passage->text.text->str + time->span.start;
    const gssize length = (gssize)(time->span.end - time->span.start);
    bool start = false;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        start = start || g_strstr_len(text, length, words[i]);
    if (!start || !moment_is_of_state(scene->rule) || !time->to ||
        time->to / MONTH % MONTH != 1)
        return;
    const ClDay day = (time->to / YEAR - 1) * YEAR + LAST;
    cl_time_set_days(time, day, day);
    time->kind = CL_TIME_AS_OF;
    time->from = 0;
}

/* Revenue for the quarter was $22 billion, against $21 billion last year: in the
   same quarter. */
static void
settle_last_year(const Scene *scene, Passage *passage, ClTime *time)
{
    static const char last_year[] = "last year";
    static const ClAnaphor any = {.word = "last year", .unit = '*'};
    enum { YEAR = 10000, MONTH = 100 };
    const size_t start = time->span.start;
    ClTime told;
    if (time->span.end - start != strlen(last_year) ||
        !g_str_has_prefix(passage->text.text->str + start, last_year) ||
        start != scene->anchor.end + 1 || !scene_is_held_up(scene))
        return;
    bool known = find_told(scene, passage, scene->anchor.start, &any, &told);
    for (int back = 1; back <= FARTHEST_FACET && !known; back++) {
        Passage *near = passage_near(scene->run, scene->binding->index, -back);
        known = near && find_told(scene, near, SIZE_MAX, &any, &told);
    }
    if (known && told.to - told.from < YEAR - MONTH - MONTH &&
        cl_time_shift(&told, -12))
        cl_time_set_days(time, told.from, told.to);
}

/* 10月销量30万辆。年初至今累计247万辆: up to the end of what was told, not to the day
   on which it is. */
static void
settle_to_date(const Scene *scene, Passage *passage, ClTime *time)
{
    enum { YEAR = 10000, FIRST = 101 };
    static const ClAnaphor any = {.word = "至今", .unit = '*'};
    const ClDay day = scene->run->day;
    ClTime told;
    if (!day || time->kind != CL_TIME_PERIOD || time->to != day ||
        time->from % YEAR != FIRST || time->from / YEAR != day / YEAR ||
        scene->rule->time != CL_TIME_OF_PERIOD)
        return;
    bool known = find_told(scene, passage, time->span.start, &any, &told);
    for (int back = 1; back <= FARTHEST_FACET && !known; back++) {
        Passage *near = passage_near(scene->run, scene->binding->index, -back);
        known = near && find_told(scene, near, SIZE_MAX, &any, &told);
    }
    known =
        known || (scene->run->has_title &&
                  find_told(scene, &scene->run->title, SIZE_MAX, &any, &told));
    if (known && told.to <= day && told.to > time->from)
        cl_time_set_days(time, time->from, told.to);
}

/* 全年收入9亿元。净利润1亿元: the year that a sentence before spoke of. */
static void
lend_mentions(const Scene *scene, Passage *passage, GArray *out)
{
    int from = 1;
    while (from <= FARTHEST_FACET + 1 &&
           passage_near(scene->run, scene->binding->index, -from) != passage)
        from++;
    const GArray *mentions =
        from <= FARTHEST_FACET + 1 ? scene_mentions(scene, passage) : NULL;
    for (unsigned i = 0; mentions && i < mentions->len; i++) {
        const Mention *mention = &g_array_index(mentions, Mention, i);
        ClTime time = {.kind = CL_TIME_PERIOD};
        bool said = mention->anaphor->months != 0 || mention->year;
        said = said || says_itself(out, mention->span);
        if (said || !look_back(scene, mention, from, &time))
            continue;
        if (mention->anaphor->last)
            keep_last(&time, mention->anaphor->last);
        time.span = mention->span;
        g_array_append_val(out, time);
    }
}

/* 公布第三季度财报，本季度收入9亿元: what a quarter that still runs cannot have
   brought was the one told before. */
static void
settle_this_quarter(const Scene *scene, int from, ClTime *time)
{
    static const ClAnaphor quarter = {.word = "本季度", .unit = 'Q'};
    Passage *passage = passage_near(scene->run, scene->binding->index, -from);
    const Mention mention = {.span = time->span, .anaphor = &quarter};
    ClTime told;
    if (is_running_quarter(scene, passage, time) &&
        look_back(scene, &mention, from, &told) && told.to <= scene->run->day)
        cl_time_set_days(time, told.from, told.to);
}

/* The same months of 2024: the year is no time of its own. */
static void
drop_years(const GArray *mentions, GArray *times)
{
    for (unsigned i = 0; i < mentions->len; i++) {
        const Mention *mention = &g_array_index(mentions, Mention, i);
        if (mention->year)
            drop_within(times, mention->span);
    }
}

static void
settle_quarters_lent(const Scene *scene, Passage *passage, GArray *times)
{
    for (int from = 1; from <= FARTHEST_FACET; from++)
        if (passage_near(scene->run, scene->binding->index, -from) == passage)
            for (unsigned i = 0; i < times->len; i++)
                settle_this_quarter(scene, from,
                                    &g_array_index(times, ClTime, i));
}

GArray *
scene_times(const Scene *scene, Passage *passage)
{
    const GArray *times = passage_times(scene->run, passage);
    GArray *out = g_array_new(FALSE, FALSE, sizeof(ClTime));
    g_array_append_vals(out, times->data, times->len);
    fiscal_settle_ends(passage, out);
    for (unsigned i = 0; i < out->len; i++)
        scene_settle_time(scene, passage, &g_array_index(out, ClTime, i));
    if (passage != scene->binding->passage) {
        for (unsigned i = 0; i < out->len; i++)
            if (is_ahead(scene, passage, &g_array_index(out, ClTime, i)))
                cl_time_shift(&g_array_index(out, ClTime, i), -12);
        drop_years(scene_mentions(scene, passage), out);
        settle_quarters_lent(scene, passage, out);
        lend_mentions(scene, passage, out);
        g_array_sort(out, compare_starts);
        return out;
    }
    for (unsigned i = 0; i < out->len; i++) {
        settle_year_end(scene, &g_array_index(out, ClTime, i));
        settle_year_start(scene, passage, &g_array_index(out, ClTime, i));
        settle_to_date(scene, passage, &g_array_index(out, ClTime, i));
        settle_last_year(scene, passage, &g_array_index(out, ClTime, i));
        settle_this_quarter(scene, 0, &g_array_index(out, ClTime, i));
    }
    scene_mentions(scene, passage);
    GArray *mentions = passage->mentions;
    for (unsigned i = 0; i < mentions->len; i++)
        add_mention(scene, &g_array_index(mentions, Mention, i), out);
    scene_add_sums(scene, out);
    return out;
}
