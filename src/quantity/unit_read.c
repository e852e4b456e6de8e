/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which unit stands at a place of a text: the longest spelling, unless the
 * word it belongs to is another (台 in 台湾, in of "in 2020").
 */
#include "quantity/phrase.h"

#include <string.h>

/* Of two units at one place the longer, the first of equals. */
static inline ClMatch
longer(ClMatch a, ClMatch b)
{
    return b.length > a.length ? b : a;
}

/* Mi of "18,000 Mi Home stores": a short word that is written like a name, and
   so as no symbol is, before another one that is. */
static bool
is_part_of_name(const ClReader *r, size_t at, ClMatch unit)
{
    const size_t end = at + unit.length;
    return unit.length == 2 && g_ascii_isupper(r->text[at]) &&
           g_ascii_islower(r->text[at + 1]) && cl_reader_byte(r, end) == ' ' &&
           end + 1 < r->length && g_ascii_isupper(r->text[end + 1]) &&
           cl_reader_find(r, CL_WORDS_SYMBOLS, at).length < unit.length;
}

/* in of "50,000 in 2020", F of "800,000 F-Series": no units. */
static bool
is_other_word(const ClReader *r, size_t at, ClMatch unit)
{
    const size_t end = at + unit.length;
    const ClVocabulary *v = r->vocabulary;
    if (unit.length == 0 || unit.length > 2)
        return false;
    if (cl_reader_byte(r, end) == '-' && cl_reader_letter(r, end + 1))
        return true;
    if (is_part_of_name(r, at, unit))
        return true;
    const ClUnitId id = cl_vocabulary_spelling(v, unit.meaning)->units[0];
    return cl_vocabulary_unit(v, id)->flags & CL_UNIT_SHY &&
           cl_reader_byte(r, end) == ' ' && end + 1 < r->length &&
           !strchr("(,.;", r->text[end + 1]) &&
           cl_reader_find(r, CL_WORDS_SHY, end + 1).length == 0;
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
static ClMatch
prefer_english(const ClReader *r, size_t at, ClMatch unit)
{
    if (unit.length == 0 || !is_in_english(r, at))
        return unit;
    return longer(cl_reader_find(r, CL_WORDS_UNITS_EN, at), unit);
}

ClMatch
cl_reader_find_unit(const ClReader *r, size_t at)
{
    const ClMatch none = {0, -1};
    ClMatch unit = cl_reader_find(r, CL_WORDS_UNITS_ZH, at);
    if (cl_byte_is_chinese(r->text[at]))
        return unit.length && cl_reader_find(r, CL_WORDS_NOT_UNITS, at).length >
                                  unit.length
                   ? none
                   : unit;
    unit = prefer_english(r, at, unit);
    unit = longer(unit, cl_reader_find(r, CL_WORDS_SYMBOLS, at));
    unit = longer(unit, cl_reader_find(r, CL_WORDS_UNITS_EN, at));
    return is_other_word(r, at, unit) ? none : unit;
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
