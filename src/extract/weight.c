/* SPDX-License-Identifier: Apache-2.0 */
/*
 * 蔚来最后一个月冲到4.8万辆, but not 向警方捐了2000辆: how much is said between a
 * name and a figure that leaves its measure out.  Times, words that lead to a
 * number, those of the rule and of the shared lists say nothing of what is
 * counted; each other word weighs, so that few may stand there.
 */
#include "extract/search.h"

#include <string.h>

/* The end of words of a list that begin at a byte, or 0. */
static size_t
word_at(const Search *search, size_t at, const ClAnaphor *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (words[i].word[0] == search->text[at] &&
            g_str_has_prefix(search->text + at, words[i].word))
            return at + strlen(words[i].word);
    return 0;
}

static size_t
time_at(const Search *search, size_t at)
{
    const ClRuleSet *rules = search->run->rules;
    const GArray *times = passage_times(search->run, search->passage);
    size_t count;
    for (unsigned i = 0; i < times->len; i++) {
        const ClSpan span = g_array_index(times, ClTime, i).span;
        if (span.start <= at && at < span.end)
            return span.end;
    }
    const ClAnaphor *words = cl_rule_set_anaphors(rules, &count);
    const size_t end = word_at(search, at, words, count);
    words = cl_rule_set_lengths(rules, &count);
    return end ? end : word_at(search, at, words, count);
}

/* A word of the rule, of a facet or one that leads to a number. */
static size_t
hit_at(const Search *search, size_t at)
{
    enum {
        SAYS = 1 << CL_ROLE_LINK | 1 << CL_ROLE_SHARED | 1 << CL_ROLE_STAND_IN
    };
    size_t end = 0;
    for (unsigned i = search_from(search->hits, at); i < search->hits->len;
         i++) {
        const ClHit *hit = &g_array_index(search->hits, ClHit, i);
        if (hit->span.start > at)
            break;
        if (hit->span.start == at &&
            (cl_rule_set_roles(search->run->rules, hit->term) & SAYS ||
             search_is_own(search, hit->span)))
            end = MAX(end, hit->span.end);
    }
    return end;
}

/* The longest of the words without weight; Latin words stand whole. */
static size_t
light_at(const Search *search, size_t at, size_t limit)
{
    enum { LONGEST = 12 };
    const ClRuleSet *rules = search->run->rules;
    const char *text = search->text;
    size_t end = at;
    if (g_ascii_isalpha(text[at])) {
        while (end < limit && g_ascii_isalpha(text[end]))
            end++;
        return cl_rule_set_is_light(rules, text + at, end - at) ? end : 0;
    }
    for (end = MIN(limit, at + LONGEST); end > at; end--)
        if ((text[end] & 0xC0) != 0x80 &&
            cl_rule_set_is_light(rules, text + at, end - at))
            return end;
    return 0;
}

static size_t
skip_word(const Search *search, size_t at, size_t limit)
{
    size_t end = at + 1;
    if (g_ascii_isalnum(search->text[at]))
        while (end < limit && g_ascii_isalnum(search->text[end]))
            end++;
    else
        while (end < limit && (search->text[end] & 0xC0) == 0x80)
            end++;
    return end;
}

size_t
search_weigh(const Search *search, ClSpan span)
{
    enum { LATIN_WORD = 2 };
    size_t weight = 0;
    for (size_t at = span.start; at < span.end;) {
        size_t end = time_at(search, at);
        end = MAX(end, hit_at(search, at));
        end = MAX(end, light_at(search, at, span.end));
        if (!end) {
            const bool latin = g_ascii_isalnum(search->text[at]);
            end = skip_word(search, at, span.end);
            weight +=
                latin ? LATIN_WORD
                : g_ascii_ispunct(search->text[at]) || search->text[at] == ' '
                    ? 0
                    : 1;
        }
        at = end;
    }
    return weight;
}
