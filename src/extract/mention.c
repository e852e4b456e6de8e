/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The words of a sentence for a time by one that was told before: 当季, a year
 * earlier, 2024年同期.  What a change is measured from is none.
 */
#include "extract/scene.h"

#include <string.h>

static bool
is_bounded(const char *text, size_t length, ClSpan word)
{
    if (!g_ascii_isalpha(text[word.start]))
        return true;
    return (word.start == 0 || !g_ascii_isalnum(text[word.start - 1])) &&
           (word.end >= length || !g_ascii_isalnum(text[word.end]));
}

/* The same quarter of 2024 says itself whose it is. */
static bool
is_dated(const Scene *scene, Passage *passage, size_t end)
{
    static const char *const links[] = {" of ", " in "};
    const GArray *times = passage_times(scene->run, passage);
    for (unsigned i = 0; i < times->len; i++) {
        const size_t start = g_array_index(times, ClTime, i).span.start;
        for (size_t j = 0; j < G_N_ELEMENTS(links); j++)
            if (start >= end && start <= end + strlen(links[j]) &&
                g_str_has_prefix(passage->text.text->str + end, links[j]))
                return true;
    }
    return false;
}

/* 近半年 is no half that was told. */
static bool
is_of_longer_word(const ClAnaphor *anaphor, const GString *text, ClSpan word)
{
    const char *before =
        g_utf8_find_prev_char(text->str, text->str + word.start);
    const char *after = text->str + word.end;
    return (anaphor->not_after && before &&
            g_utf8_strchr(anaphor->not_after, -1, g_utf8_get_char(before))) ||
           (anaphor->not_before && *after &&
            g_utf8_strchr(anaphor->not_before, -1, g_utf8_get_char(after)));
}

static const ClAnaphor *
anaphor_at(const Scene *scene, Passage *passage, size_t at)
{
    const GString *text = passage->text.text;
    const ClAnaphor *anaphor = NULL;
    unsigned number = 0;
    while ((anaphor = cl_rule_set_anaphor_like(scene->run->rules,
                                               text->str + at, &number))) {
        const size_t length = strlen(anaphor->word);
        if (at + length <= text->len &&
            memcmp(text->str + at, anaphor->word, length) == 0 &&
            is_bounded(text->str, text->len, (ClSpan){at, at + length}) &&
            !is_of_longer_word(anaphor, text, (ClSpan){at, at + length}))
            return anaphor;
    }
    return NULL;
}

/* 较去年同期的51443辆: a figure of that time follows. */
static bool
has_figure(const Scene *scene, Passage *passage, size_t end)
{
    static const char of[] = "的";
    const GArray *quantities = passage_quantities(scene->run, passage);
    const char *behind = passage->text.text->str + end;
    const size_t start = end + (g_str_has_prefix(behind, of) ? strlen(of) : 0);
    if (g_ascii_isalpha(behind[-1]))
        return false;
    for (unsigned i = 0; i < quantities->len; i++) {
        const ClQuantity *quantity = &g_array_index(quantities, ClQuantity, i);
        if (quantity->span.start == start)
            return quantity->form == CL_FORM_LEVEL &&
                   quantity->kind != CL_KIND_MULTIPLE &&
                   quantity->kind != CL_KIND_PERCENT;
    }
    return false;
}

/* 较去年同期, from a year earlier: what a growth is measured against. */
static bool
is_basis(const Scene *scene, Passage *passage, ClSpan span)
{
    const GArray *hits = passage_hits(scene->run, passage);
    for (unsigned i = search_from(hits, span.start); i < hits->len; i++) {
        const ClHit *hit = &g_array_index(hits, ClHit, i);
        if (hit->span.start > span.start)
            break;
        if (!cl_span_contains(hit->span, span))
            continue;
        size_t count;
        const ClTermUse *uses =
            cl_rule_set_uses(scene->run->rules, hit->term, &count);
        for (size_t j = 0; j < count; j++)
            if (uses[j].role == CL_ROLE_SHARED &&
                uses[j].facet == CL_FACET_BASIS)
                return true;
    }
    return false;
}

/* ---- Of another year ---------------------------------------------------------- */

enum { YEAR_DIGITS = 4 };

/* The year whose four digits begin at a byte, 0 for none. */
static int
year_at(const char *text, size_t length, size_t at)
{
    enum { FIRST = 1990, LAST = 2100 };
    int year = 0;
    if (at + YEAR_DIGITS > length || (at && g_ascii_isdigit(text[at - 1])))
        return 0;
    for (size_t i = at; i < at + YEAR_DIGITS; i++) {
        if (!g_ascii_isdigit(text[i]))
            return 0;
        year = 10 * year + text[i] - '0';
    }
    const bool more = g_ascii_isdigit(text[at + YEAR_DIGITS]);
    return more || year < FIRST || year > LAST ? 0 : year;
}

/* 2024年同期, 2024年的同一季度: the year before the word, which is widened. */
static int
year_before_word(const GString *text, ClSpan *word)
{
    static const char same[] = "同", of[] = "的", year[] = "年";
    size_t at = word->start;
    if (!g_str_has_prefix(text->str + at, same))
        return 0;
    if (at >= strlen(of) && g_str_has_prefix(text->str + at - strlen(of), of))
        at -= strlen(of);
    if (at < strlen(year) + YEAR_DIGITS ||
        !g_str_has_prefix(text->str + at - strlen(year), year))
        return 0;
    at -= strlen(year) + YEAR_DIGITS;
    const int told = year_at(text->str, text->len, at);
    if (told)
        word->start = at;
    return told;
}

/* The same quarter of 2024, in the same period in 2024. */
static int
year_behind_word(const GString *text, ClSpan *word)
{
    static const char *const links[] = {" of ", " in "};
    if (!g_str_has_prefix(text->str + word->start, "the same "))
        return 0;
    for (size_t i = 0; i < G_N_ELEMENTS(links); i++) {
        const size_t at = word->end + strlen(links[i]);
        const int told = g_str_has_prefix(text->str + word->end, links[i])
                             ? year_at(text->str, text->len, at)
                             : 0;
        if (!told)
            continue;
        word->end = at + YEAR_DIGITS;
        return told;
    }
    return 0;
}

static int
take_year(const GString *text, const ClAnaphor *anaphor, ClSpan *word)
{
    if (anaphor->months || anaphor->last)
        return 0;
    const int year = year_before_word(text, word);
    return year ? year : year_behind_word(text, word);
}

/* ---- All of them --------------------------------------------------------------- */

const GArray *
scene_mentions(const Scene *scene, Passage *passage)
{
    const GString *text = passage->text.text;
    if (passage->mentioned)
        return passage->mentions;
    passage->mentioned = true;
    g_array_set_size(passage->mentions, 0);
    for (size_t at = 0; at < text->len;) {
        const ClAnaphor *anaphor = anaphor_at(scene, passage, at);
        if (!anaphor) {
            at = (size_t)(g_utf8_next_char(text->str + at) - text->str);
            continue;
        }
        Mention mention = {.span = {at, at + strlen(anaphor->word)},
                           .anaphor = anaphor};
        at = mention.span.end;
        mention.year = take_year(text, anaphor, &mention.span);
        if ((mention.year || !is_dated(scene, passage, at)) &&
            (!is_basis(scene, passage, mention.span) ||
             has_figure(scene, passage, at)))
            g_array_append_val(passage->mentions, mention);
    }
    return passage->mentions;
}

bool
scene_is_mention(const Scene *scene, Passage *passage, ClSpan span)
{
    const GArray *mentions = scene_mentions(scene, passage);
    for (unsigned i = 0; i < mentions->len; i++) {
        const Mention *mention = &g_array_index(mentions, Mention, i);
        if ((mention->anaphor->months || mention->year) &&
            cl_span_contains(mention->span, span))
            return true;
    }
    return false;
}
