/* SPDX-License-Identifier: Apache-2.0 */
/*
 * 净利润113亿元，同比增长81%，上年同期为62.5亿元; up from 5 billion a year earlier:
 * what a figure is held against is of its measure and its subject, though it
 * stands far behind them.
 */
#include "extract/scene.h"

#include <string.h>

/* ---- What leads to it ---------------------------------------------------------- */

/* Whether one of some words ends at a byte, blanks between left out. */
static bool
ends_at(const char *text, size_t end, const char *const *words)
{
    while (end > 0 && text[end - 1] == ' ')
        end--;
    for (; *words; words++) {
        const size_t length = strlen(*words);
        if (end >= length && memcmp(text + end - length, *words, length) == 0 &&
            (end == length || !g_ascii_isalpha(text[end - length - 1])))
            return true;
    }
    return false;
}

/* The last word for an earlier time within a span, or NULL. */
static const Mention *
find_earlier(const Search *search, ClSpan span)
{
    const Scene scene = {.run = search->run};
    const GArray *mentions = scene_mentions(&scene, search->passage);
    for (unsigned i = mentions->len; i > 0; i--) {
        const Mention *mention = &g_array_index(mentions, Mention, i - 1);
        if ((mention->anaphor->months > 0 || mention->year) &&
            cl_span_contains(span, mention->span))
            return mention;
    }
    return NULL;
}

/* 上年同期为62.5亿元: nothing but words without weight stand between. */
static bool
is_led_by_time(const Search *search, ClSpan between)
{
    const Mention *mention = find_earlier(search, between);
    return mention && !g_ascii_isalpha(search->text[mention->span.start]) &&
           search_is_light(search, (ClSpan){mention->span.end, between.end});
}

/* 5 billion yuan a year earlier, in the same quarter last year. */
static bool
is_told_of_earlier(const Search *search, size_t end)
{
    enum { NEAR = 8 };
    const char *text = search->text;
    size_t to = end + strcspn(text + end, ",;.()");
    const Mention *mention = find_earlier(search, (ClSpan){end, to});
    return mention && mention->span.start - end <= NEAR;
}

/* up 9 percent from 5 billion. */
static bool
follows_growth(const Search *search, size_t index, size_t word)
{
    if (!index)
        return false;
    const ClQuantity *growth = search_quantity(search, index - 1);
    return growth->form != CL_FORM_LEVEL && growth->kind == CL_KIND_PERCENT &&
           growth->span.end + 1 >= word;
}

/* 5 billion yuan expected, the 5 billion average estimate: of somebody who did
   not know. */
static bool
is_guess(const Search *search, size_t end)
{
    static const char *const words[] = {"estimate",  "expect",  "forecast",
                                        "consensus", "average", "projected",
                                        "analyst"};
    const char *behind = search->text + end;
    behind += *behind == ' ';
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_str_has_prefix(behind, words[i]))
            return true;
    return false;
}

static bool
is_held_against(const Search *search, size_t index)
{
    static const char *const sure[] = {
        "up from",     "down from", "compared with", "compared to",
        "versus",      "against",   "vs.",           "vs",
        "higher than", "more than", "lower than",    "less than",
        "as against",  NULL};
    static const char *const from[] = {"from", NULL};
    const ClQuantity *own = search_quantity(search, index);
    size_t start = own->number.start;
    /* its currency, and what read like its hedge */
    start = MIN(start, own->span.start);
    while (start > 0 && search->text[start - 1] == ' ')
        start--;
    if (is_guess(search, own->span.end))
        return false;
    if (ends_at(search->text, start, sure) ||
        ends_at(search->text, own->number.start, sure))
        return true;
    return ends_at(search->text, start, from) &&
           (is_told_of_earlier(search, own->span.end) ||
            follows_growth(search, index, start - strlen("from")));
}

/* ---- What it is held against ---------------------------------------------------- */

static bool
names_other(const Search *search, ClSpan between, uint32_t term)
{
    for (unsigned i = search_from(search->subjects, between.start);
         i < search->subjects->len; i++) {
        const ClHit *hit = &g_array_index(search->subjects, ClHit, i);
        if (hit->span.start >= between.end)
            break;
        if (cl_span_contains(between, hit->span) &&
            !search_same_entity(search, hit->term, term))
            return true;
    }
    return false;
}

/* The last figure of the rule in this sentence that has the same unit. */
static const Binding *
find_figure(const Search *search, const GArray *bound, const ClQuantity *value)
{
    for (unsigned i = bound->len; i > 0; i--) {
        const Binding *before = &g_array_index(bound, Binding, i - 1);
        if (before->rule != search->rule_index ||
            before->passage != search->passage)
            return NULL;
        if (before->value.unit == value->unit &&
            (before->subject.end || before->subject_passage))
            return before;
    }
    return NULL;
}

/* 192.9 billion yuan ($27.1 billion), 1928.7亿元（约合271亿美元）: the figure before
   in another currency. */
static bool
is_converted(const Search *search, size_t index)
{
    const ClQuantity *own = search_quantity(search, index);
    const ClQuantity *before = index ? own - 1 : NULL;
    if (!before || own->kind != CL_KIND_CURRENCY ||
        before->kind != CL_KIND_CURRENCY || own->unit == before->unit ||
        search->text[own->span.end] != ')')
        return false;
    const size_t start = MIN(own->span.start, own->number.start);
    return start > before->span.end && start - before->span.end <= 2 &&
           search->text[start - 1] == '(';
}

/* The same as the figure that it is converted from. */
static bool
bind_converted(const Search *search, const GArray *bound, Binding *binding)
{
    const Binding *before =
        bound->len ? &g_array_index(bound, Binding, bound->len - 1) : NULL;
    if (!before || before->rule != search->rule_index ||
        before->passage != search->passage ||
        before->quantity + 1 != binding->quantity ||
        !is_converted(search, binding->quantity) ||
        !fits_unit(search, search_quantity(search, binding->quantity),
                   &binding->value))
        return false;
    search_take_from(search, before, binding);
    return true;
}

bool
bind_compared(const Search *search, const GArray *bound, Binding *binding)
{
    enum { FARTHEST = 160 }; /* bytes */
    if (bind_converted(search, bound, binding))
        return true;
    const ClQuantity *own = search_quantity(search, binding->quantity);
    ClQuantity value;
    if (search->rule->time != CL_TIME_OF_PERIOD ||
        search->rule->over_time != CL_OVER_TIME_VARIES ||
        own->form != CL_FORM_LEVEL || own->kind == CL_KIND_PERCENT ||
        !bound->len || !fits_unit(search, own, &value))
        return false;
    const Binding *before = find_figure(search, bound, &value);
    if (!before)
        return false;
    const ClSpan between = {search_quantity(search, before->quantity)->span.end,
                            own->number.start};
    const size_t pair = phrase_pair(search, binding->quantity);
    if (between.start >= between.end ||
        between.end - between.start > FARTHEST ||
        names_other(search, between, before->subject_term))
        return false;
    /* earned 2.6 billion on revenue of 11.5 billion, compared with 2.4 billion on
       9.8 billion: each is held against its like */
    if (pair != SIZE_MAX ? before->quantity + 2 != binding->quantity ||
                               !is_held_against(search, pair)
                         : search_measures_another(search, between) ||
                               !(is_held_against(search, binding->quantity) ||
                                 is_led_by_time(search, between)))
        return false;
    binding->value = value;
    search_take_from(search, before, binding);
    return true;
}
