/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a change started from: 由前年的3亿元降至2亿元, from 3 to 2, against 3
 * billion in 2023.  When that figure was is said of no other one.
 */
#include "extract/scene.h"

#include <string.h>

/* A word of letters stands alone; from$5 has lost its blank. */
static bool
is_alone(const char *text, size_t length, const char *found, const char *word)
{
    const char *end = found + strlen(word);
    return !g_ascii_isalpha(*word) ||
           ((found == text || !g_ascii_isalpha(found[-1])) &&
            (end >= text + length || !g_ascii_isalpha(*end)));
}

/* The last "from" in a text, NULL if there is none. */
static const char *
last_from(const char *text, size_t length)
{
    static const char *const words[] = {"从", "由", "from"};
    const char *last = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        const char *found = g_strrstr_len(text, (gssize)length, words[i]);
        if (found && found > last && is_alone(text, length, found, words[i]))
            last = found;
    }
    return last;
}

static bool
has_to(const char *text, size_t length)
{
    static const char *const words[] = {"到", "至", "升", "增", "涨",
                                        "降", "跌", "达", "to"};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        const char *found = g_strrstr_len(text, (gssize)length, words[i]);
        if (found && is_alone(text, length, found, words[i]))
            return true;
    }
    return false;
}

const char *
scene_start_of_change(const Passage *passage,
                      const GArray *quantities,
                      size_t index)
{
    enum { REACH = 20 };
    const char *text = passage->text.text->str;
    if (index + 1 >= quantities->len)
        return NULL;
    const ClQuantity *own = &g_array_index(quantities, ClQuantity, index);
    const ClQuantity *next = &g_array_index(quantities, ClQuantity, index + 1);
    const ClSpan clause =
        cl_clause_at(text, passage->text.text->len, own->number.start);
    const size_t before =
        index ? g_array_index(quantities, ClQuantity, index - 1).span.end : 0;
    const size_t start = MAX(clause.start, before);
    /* the word may have been read as part of the figure, behind a hedge */
    const char *from = start < own->number.start
                           ? last_from(text + start, own->number.start - start)
                           : NULL;
    if (!from || next->kind != own->kind)
        return NULL;
    const ClSpan word = {(size_t)(from - text), (size_t)(from - text)};
    const bool starts =
        distance_between(text, word, own->number) <= REACH &&
        distance_between(text, own->span, next->span) <= REACH &&
        has_to(text + own->number.end, next->number.start - own->number.end);
    return starts ? from : NULL;
}

size_t
scene_end_of_start(const Scene *scene, size_t index)
{
    Passage *passage = scene->binding->passage;
    const char *text = passage->text.text->str;
    const GArray *times = passage_times(scene->run, passage);
    size_t end = g_array_index(passage->quantities, ClQuantity, index).span.end;
    for (unsigned i = 0; i < times->len; i++) {
        const ClSpan span = g_array_index(times, ClTime, i).span;
        if (span.start < end)
            continue;
        if (has_to(text + end, span.start - end))
            break;
        end = span.end;
    }
    return end;
}

bool
scene_starts_change(const Scene *scene, size_t index)
{
    const Passage *passage = scene->binding->passage;
    return scene_start_of_change(passage, passage->quantities, index) != NULL;
}

/* against $2 billion: what another figure is held against. */
static bool
is_held_up(const char *text, size_t start)
{
    static const char *const words[] = {
        "against",      "versus",   "compared with", "compared to", "up from",
        "down from",    "after",    "above the",     "below the",   "than the",
        "short of the", "over the", "under the",     "vs.",         "vs"};
    const size_t end = start - (start > 0 && text[start - 1] == ' ');
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        const size_t length = strlen(words[i]);
        if (end >= length &&
            memcmp(text + end - length, words[i], length) == 0 &&
            is_alone(text, end, text + end - length, words[i]))
            return true;
    }
    return false;
}

/* turned a profit of $2 billion into: what was before. */
static bool
is_turned(const char *text, ClSpan own)
{
    enum { REACH = 60 };
    const size_t from = own.start > REACH ? own.start - REACH : 0;
    return g_str_has_prefix(text + own.end, " into ") &&
           g_strstr_len(text + from, (gssize)(own.start - from), "turned ");
}

/* after a 29.9 percent: where the article before a figure begins. */
static size_t
before_article(const char *text, size_t start)
{
    static const char *const articles[] = {"a ", "an ", "the "};
    for (size_t i = 0; i < G_N_ELEMENTS(articles); i++) {
        const size_t length = strlen(articles[i]);
        if (start > length && text[start - length - 1] == ' ' &&
            memcmp(text + start - length, articles[i], length) == 0)
            return start - length;
    }
    return start;
}

/* up 10% from $5 billion: what the change before it is measured from. */
static bool
is_measured_from(const char *text, const ClQuantity *base)
{
    static const char from[] = " from ";
    const ClQuantity *change = base - 1;
    const size_t end = change->span.end;
    return change->form != CL_FORM_LEVEL && change->kind == CL_KIND_PERCENT &&
           base->form == CL_FORM_LEVEL && base->span.start > end &&
           base->span.start - end <= strlen(from) &&
           g_str_has_prefix(text + end, from);
}

/* in 2023 behind "against $2 billion", or "after a 30 percent drop". */
static bool
follows_base(const char *text,
             const GArray *quantities,
             unsigned index,
             ClSpan time)
{
    enum { LONGEST = 12, NOUN = 14 };
    const ClQuantity *base = &g_array_index(quantities, ClQuantity, index);
    const size_t end = base->span.end;
    const size_t longest =
        base->form == CL_FORM_LEVEL ? LONGEST : LONGEST + NOUN;
    return time.start >= end && time.start - end <= longest &&
           !memchr(text + end, ',', time.start - end) &&
           ((index > 0 && is_measured_from(text, base)) ||
            is_held_up(text, before_article(text, base->span.start)));
}

/* from $5 billion behind "to $6 billion". */
static bool
comes_from(const char *text, const ClQuantity *own, const ClQuantity *before)
{
    static const char from[] = " from";
    const size_t end = before->span.end;
    return (before->kind == own->kind || !own->unit) && own->span.start > end &&
           own->span.start - end <= strlen(from) + 1 &&
           g_str_has_prefix(text + end, from);
}

bool
scene_is_held_up(const Scene *scene)
{
    const Passage *passage = scene->binding->passage;
    const ClQuantity *own = &g_array_index(passage->quantities, ClQuantity,
                                           scene->binding->quantity);
    return own->form == CL_FORM_LEVEL &&
           is_held_up(passage->text.text->str, own->span.start);
}

bool
scene_is_base_figure(const Scene *scene)
{
    enum { NEAR = 12 };
    Passage *passage = scene->binding->passage;
    const size_t index = scene->binding->quantity;
    const char *text = passage->text.text->str;
    const ClQuantity *own =
        &g_array_index(passage->quantities, ClQuantity, index);
    if (own->form != CL_FORM_LEVEL ||
        !(is_held_up(text, own->span.start) || is_turned(text, own->span) ||
          (index > 0 && comes_from(text, own, own - 1))))
        return false;
    const GArray *times = passage_times(scene->run, passage);
    for (unsigned i = 0; i < times->len; i++) {
        const ClSpan span = g_array_index(times, ClTime, i).span;
        if (span.start >= own->span.end && span.start - own->span.end <= NEAR)
            return false;
    }
    return true;
}

bool
scene_is_of_start(const Scene *scene,
                  Passage *passage,
                  const ClTime *time,
                  const ClQuantity *own)
{
    const GArray *quantities = passage_quantities(scene->run, passage);
    const char *text = passage->text.text->str;
    const ClSpan span = time->span;
    for (unsigned i = 0; i < quantities->len; i++) {
        const ClQuantity *start = &g_array_index(quantities, ClQuantity, i);
        if (start == own)
            continue;
        if (follows_base(text, quantities, i, span))
            return true;
        const char *from = scene_start_of_change(passage, quantities, i);
        if (!from)
            continue;
        const size_t next = start[1].number.start;
        if (text + span.start >= from && span.end <= next &&
            has_to(text + span.end, next - span.end))
            return true;
    }
    return false;
}
