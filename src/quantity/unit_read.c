/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which unit stands at a place of a text: the longest spelling, unless the
 * word it belongs to is another (台 in 台湾, in of "in 2020").
 */
#include "quantity/phrase.h"

#include <string.h>

static void
match_longer(
    const ClReader *r, ClWords words, size_t at, size_t *best, int *spelling)
{
    int found;
    const size_t length = cl_reader_match(r, words, at, &found);
    if (length > *best) {
        *best = length;
        *spelling = found;
    }
}

/* in of "50,000 in 2020", F of "800,000 F-Series": no units. */
static bool
is_other_word(const ClReader *r, size_t at, size_t length, int spelling)
{
    int meaning;
    const size_t end = at + length;
    const ClVocabulary *v = r->vocabulary;
    if (length == 0 || length > 2)
        return false;
    if (cl_reader_byte(r, end) == '-' && cl_reader_letter(r, end + 1))
        return true;
    const ClUnitId unit = cl_vocabulary_spelling(v, spelling)->units[0];
    return cl_vocabulary_unit(v, unit)->flags & CL_UNIT_SHY &&
           cl_reader_byte(r, end) == ' ' && end + 1 < r->length &&
           !strchr("(,.;", r->text[end + 1]) &&
           cl_reader_match(r, CL_WORDS_SHY, end + 1, &meaning) == 0;
}

/* No Chinese character shortly before. */
static bool
is_in_english(const ClReader *r, size_t at)
{
    enum { REACH = 40 };
    for (size_t i = at > REACH ? at - REACH : 0; i < at; i++)
        if (cl_han_starts(r->text + i, at - i))
            return false;
    return true;
}

/* 0.6pct are points in a Chinese note and 0.6 percent on an English wire. */
static void
prefer_english(const ClReader *r, size_t at, size_t *best, int *spelling)
{
    int english;
    size_t length = 0;
    if (*best == 0 || !is_in_english(r, at))
        return;
    match_longer(r, CL_WORDS_UNITS_EN, at, &length, &english);
    if (length < *best)
        return;
    *best = length;
    *spelling = english;
}

size_t
cl_reader_unit(const ClReader *r, size_t at, int *spelling)
{
    size_t best = 0;
    if (at >= r->length)
        return 0;
    match_longer(r, CL_WORDS_UNITS_ZH, at, &best, spelling);
    if (cl_byte_is_chinese(r->text[at])) {
        return best && cl_reader_match(r, CL_WORDS_NOT_UNITS, at, NULL) > best
                   ? 0
                   : best;
    }
    prefer_english(r, at, &best, spelling);
    match_longer(r, CL_WORDS_SYMBOLS, at, &best, spelling);
    match_longer(r, CL_WORDS_UNITS_EN, at, &best, spelling);
    return is_other_word(r, at, best, *spelling) ? 0 : best;
}

ClUnitId
cl_spelling_in(const ClVocabulary *v, int spelling, const char *dimension)
{
    const ClSpelling *s = cl_vocabulary_spelling(v, spelling);
    for (int i = 0; i < CL_SPELLING_UNITS && s->units[i]; i++) {
        const ClUnit *unit = cl_vocabulary_unit(v, s->units[i]);
        if (cl_dimension_joins(unit->dimension, dimension))
            return s->units[i];
    }
    return 0;
}

bool
cl_dimension_joins(const char *a, const char *b)
{
    if (strcmp(a, b) == 0)
        return true;
    const bool money =
        g_str_has_prefix(a, "money:") && g_str_has_prefix(b, "money:");
    return money && (strcmp(a, "money:?") == 0 || strcmp(b, "money:?") == 0);
}
