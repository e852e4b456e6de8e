/* SPDX-License-Identifier: Apache-2.0 */
/*
 * 分业务看，手机收入455亿元，降2.1%；生活消费产品387亿元；互联网服务91亿元: where
 * one part of a company has its figure, the next needs no measure, only a name,
 * whatever that is.  Nothing may stand between it and its figure, and no other
 * figure of the unit between the two parts.  By how much it grew stands behind
 * its figure: 互联网服务91亿元，增长8%.
 */
#include "extract/search.h"

#include <string.h>

enum { LONGEST = 60, SHORTEST = 4, FARTHEST = 4 };

/* 方案服务业务集团(SSG)85亿元: a byte before what stands in brackets. */
static size_t
skip_brackets(const Search *search, size_t at)
{
    if (at == 0 || search->text[at - 1] != ')')
        return at;
    const char *open = g_strrstr_len(search->text, (gssize)at, "(");
    return open ? (size_t)(open - search->text) : at;
}

/* The words from the last comma to a figure. */
static ClSpan
phrase_before(const Search *search, size_t at)
{
    at = skip_brackets(search, at);
    static const char *const ends[] = {",", ";", "、", ":", "。", "\n", "("};
    size_t start = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++) {
        const char *end = g_strrstr_len(search->text, (gssize)at, ends[i]);
        if (end)
            start = MAX(start, (size_t)(end - search->text) + strlen(ends[i]));
    }
    return (ClSpan){start, at};
}

static bool
is_all_han_or_letters(const char *text, ClSpan span)
{
    for (const char *c = text + span.start; c < text + span.end;
         c = g_utf8_next_char(c)) {
        const gunichar letter = g_utf8_get_char(c);
        if (!cl_char_is_han(letter) && !g_ascii_isalnum(*c) && *c != '&' &&
            *c != ' ' && *c != '-')
            return false;
    }
    return true;
}

/* Whole companies, all parts and what is left are no part. */
static bool
names_a_whole(const char *text, ClSpan span)
{
    static const char *const words[] = {"公司", "集团", "合计", "总",   "全年",
                                        "共",   "同期", "去年", "上年", "此前",
                                        "目标", "预计", "市值", "现金"};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_strstr_len(text + span.start, (gssize)(span.end - span.start),
                         words[i]))
            return true;
    return false;
}

static bool
is_name_of_part(const Search *search, ClSpan span)
{
    const size_t length = span.end - span.start;
    return length >= SHORTEST && length <= LONGEST &&
           is_all_han_or_letters(search->text, span) &&
           !names_a_whole(search->text, span) &&
           !search_is_time(search, span) &&
           !search_any_over(search->rivals, span) &&
           !search_any_over(search->excludes, span) &&
           !search_any_over(search->subjects, span);
}

/* Whether a figure that the rule could take stands between two. */
static bool
skips_a_figure(const Search *search, size_t from, size_t to)
{
    ClQuantity value;
    for (size_t i = from; i < to; i++)
        if (fits_unit(search, search_quantity(search, i), &value))
            return true;
    return false;
}

/* The amount that a change stands behind; SIZE_MAX: behind none. */
static size_t
amount_of(const Search *search, size_t index)
{
    enum { NEAR = 24 }; /* bytes */
    const ClQuantity *change = search_quantity(search, index);
    const ClQuantity *amount = index ? change - 1 : NULL;
    return amount && amount->kind == CL_KIND_CURRENCY &&
                   amount->form == CL_FORM_LEVEL &&
                   amount->span.end <= change->span.start &&
                   change->span.start - amount->span.end <= NEAR
               ? index - 1
               : SIZE_MAX;
}

/* The words that a figure has for a name; empty where it can have none. */
static ClSpan
name_of(const Search *search, size_t index)
{
    if (search->rule->wording == CL_WORDING_CHANGE)
        index = amount_of(search, index);
    return index == SIZE_MAX
               ? (ClSpan){0, 0}
               : phrase_before(search,
                               search_quantity(search, index)->span.start);
}

/* Whether the last figure of a sentence that fits is measured as a part. */
static bool
ends_with_part(const Search *other)
{
    ClSpan measure;
    ClQuantity value;
    for (size_t i = other->quantities->len; i > 0; i--)
        if (fits_unit(other, search_quantity(other, i - 1), &value))
            return find_measure(other, i - 1, NULL, &measure, &value) ||
                   is_name_of_part(other, name_of(other, i - 1));
    return false;
}

/* The same of the sentence that a semicolon parts from this one, up to one that
   says what it measures. */
static bool
follows_part(const Search *search)
{
    Passage *passage = search->passage;
    bool found = false;
    for (int back = 1; back <= FARTHEST && !found; back++) {
        if (!passage_follows_semicolon(search->run, passage))
            return false;
        passage = passage_near(search->run, search->index, -back);
        if (!passage)
            return false;
        Search other;
        search_init(&other, search->run);
        search_start(&other, passage, search->index - (size_t)back,
                     search->rule_index);
        const bool part = ends_with_part(&other);
        found = part && other.measures->len > 0;
        search_clear(&other);
        if (!part)
            return false;
    }
    return found;
}

bool
bind_branch(Search *search, const Binding *before, Binding *binding)
{
    const ClQuantity *own = search_quantity(search, binding->quantity);
    const bool change = search->rule->wording == CL_WORDING_CHANGE;
    if (search->rule->listed != CL_LISTED_NAMES ||
        (own->form != CL_FORM_LEVEL) != change ||
        !fits_unit(search, own, &binding->value))
        return false;
    const ClSpan name = name_of(search, binding->quantity);
    const size_t from = before ? before->quantity + 1 : 0;
    if (skips_a_figure(search, from, binding->quantity) ||
        !is_name_of_part(search, name) || (!before && !follows_part(search)))
        return false;
    binding->measure = name;
    if (!before)
        return bind_subject(search, binding);
    binding->subject = before->subject;
    binding->subject_term = before->subject_term;
    binding->subject_passage = before->subject_passage;
    trace_step(search->run, CL_STEP_MEASURE, name, name);
    trace_subject(search->run, binding);
    return true;
}
