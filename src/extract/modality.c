/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which figures what is hoped for, expected or supposed is said of: those of
 * its clause, of a list behind a colon, told along with the one expected; and
 * none behind a turn to what was reached.
 */
#include "extract/option.h"

#include <string.h>

/* 公司给出的四季度指引如下：交付…，收入…: a clause before a colon speaks of all
   that follows. */
static bool
leads_list(const Scene *scene, ClSpan words)
{
    const GString *text = scene->binding->passage->text.text;
    const size_t end = cl_clause_at(text->str, text->len, words.start).end;
    return end >= words.end && end < scene->anchor.start &&
           text->str[end] == ':' &&
           !memchr(text->str + end + 1, ':', scene->anchor.start - end - 1);
}

/* 预计净利3.1万亿，再减35%: what is expected of a measure is expected of its
   change; outlook: revenue of 65 billion. */
static bool
is_said_of_measure(const Scene *scene, ClSpan words)
{
    const GString *text = scene->binding->passage->text.text;
    const ClSpan measure = scene->binding->measure;
    return leads_list(scene, words) ||
           (measure.end > measure.start && measure.end <= scene->anchor.start &&
            cl_span_overlaps(cl_clause_at(text->str, text->len, measure.start),
                             words));
}

/* Whether another subject, a time or a turn stands between two bytes. */
static bool
turns_between(const Scene *scene, size_t from, size_t to)
{
    static const char *const turns[] = {"但",      "而",     "已",   "实际",
                                        "上年",    "去年",   "此前", " but ",
                                        " while ", " after "};
    Passage *passage = scene->binding->passage;
    const char *text = passage->text.text->str;
    const GArray *hits = passage_hits(scene->run, passage);
    const GArray *times = passage_times(scene->run, passage);
    for (size_t i = 0; i < G_N_ELEMENTS(turns); i++)
        if (g_strstr_len(text + from, (gssize)(to - from), turns[i]))
            return true;
    for (unsigned i = 0; i < times->len; i++) {
        const ClSpan span = g_array_index(times, ClTime, i).span;
        if (span.start >= from && span.end <= to)
            return true;
    }
    for (unsigned i = search_from(hits, from); i < hits->len; i++) {
        const ClHit *hit = &g_array_index(hits, ClHit, i);
        if (hit->span.start >= from && hit->span.end <= to &&
            hit_has_role(scene->run->rules, hit, scene->binding->rule,
                         CL_ROLE_SUBJECT))
            return true;
    }
    return false;
}

/* 预计四季度交付12万辆，收入327亿元; expects to deliver 72,000, with revenue of 19
   billion: a figure of its own measure behind the one that is expected. */
static bool
is_told_along(const Scene *scene, ClSpan words)
{
    const GString *text = scene->binding->passage->text.text;
    const ClSpan first = cl_clause_at(text->str, text->len, words.start);
    const ClSpan measure = scene->binding->measure;
    unsigned figures = 0;
    for (unsigned i = 0; i < scene->binding->quantity; i++) {
        const ClSpan span =
            g_array_index(scene->binding->passage->quantities, ClQuantity, i)
                .span;
        figures += span.start >= words.end && span.end <= first.end;
    }
    if (!figures || first.end >= scene->clause.start ||
        !cl_span_overlaps(scene->clause, measure) ||
        turns_between(scene, first.end, scene->anchor.start))
        return false;
    return (text->str[measure.start] & 0x80) ||
           g_str_has_prefix(text->str + scene->clause.start, "with ");
}

/* 公司预计，全年营收50亿元: who expects speaks of all that follows. */
static bool
leads_sentence(const Scene *scene, ClSpan words)
{
    const char *text = scene->binding->passage->text.text->str;
    const char *name = NULL;
    unsigned number = 0;
    while (text[words.end] == ',' &&
           (name = cl_rule_set_name_like(scene->run->rules, CL_NAMES_EXPECTS,
                                         text + words.start, &number)))
        if (strlen(name) == words.end - words.start &&
            memcmp(text + words.start, name, strlen(name)) == 0)
            return true;
    return false;
}

/* $5.1 billion estimated; topped estimates of $5.1 billion: words right beside
   another figure are said of that one. */
static bool
is_of_other_figure(const Scene *scene, ClSpan words)
{
    static const char *const links[] = {"",     " ",    " of ", " for ",
                                        " at ", "的",   "为",   "是",
                                        "值",   "值的", "中值", NULL};
    const GArray *quantities = scene->binding->passage->quantities;
    const char *text = scene->binding->passage->text.text->str;
    bool other = false;
    for (unsigned i = 0; i < quantities->len; i++) {
        const ClSpan span = g_array_index(quantities, ClQuantity, i).span;
        bool beside = span.end + 1 == words.start && text[span.end] == ' ' &&
                      g_ascii_isalpha(text[words.start]);
        for (size_t j = 0; links[j] && span.start >= words.end; j++)
            beside |= words.end + strlen(links[j]) == span.start &&
                      g_str_has_prefix(text + words.end, links[j]);
        if (beside && i == scene->binding->quantity)
            return false;
        other |= beside;
    }
    return other && words.start > scene->anchor.start;
}

/* Aims for a million after handing over 70,289: what is hoped for is told before
   the turn. */
static bool
is_before_turn(const Scene *scene, ClSpan words)
{
    static const char *const turns[] = {" after ", " having ", " while ",
                                        " whereas ", " but "};
    const char *text = scene->binding->passage->text.text->str;
    if (words.end >= scene->anchor.start)
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(turns); i++)
        if (g_strstr_len(text + words.end,
                         (gssize)(scene->anchor.start - words.end), turns[i]))
            return true;
    return false;
}

bool
modality_may_give(const Scene *scene, ClSpan words)
{
    return !is_of_other_figure(scene, words) &&
           !scene_joint_before(scene, words.start) &&
           !is_before_turn(scene, words);
}

bool
modality_reaches(const Scene *scene, ClSpan words)
{
    return is_said_of_measure(scene, words) || is_told_along(scene, words) ||
           leads_sentence(scene, words);
}
