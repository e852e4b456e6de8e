/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A multiple of what was a year before is growth: 是去年同期的1.02倍, 1.67 times
 * the figure of 2023, doubled.
 */
#include "extract/search.h"

#include <string.h>

/* The end of a text without a word that it ends with. */
static size_t
skip_back(const char *text, size_t end, const char *word)
{
    const size_t length = strlen(word);
    return end >= length && memcmp(text + end - length, word, length) == 0
               ? end - length
               : end;
}

/* 是去年同期的1.02倍 says a growth by 2 %: a multiple of the time before. */
static bool
is_of_year_before(const Search *search, const ClQuantity *quantity)
{
    static const char *const years[] = {"去年",   "上年",    "上一年",
                                        "前年",   "前一年",  "一年前",
                                        "上年度", "上一年度"};
    const size_t of = skip_back(search->text, quantity->span.start, "的");
    const size_t end = skip_back(search->text, of, "同期");
    if (end == quantity->span.start)
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(years); i++)
        if (skip_back(search->text, end, years[i]) < end)
            return true;
    return false;
}

static bool
holds_one_of(const char *text,
             size_t length,
             const char *const *words,
             size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (g_strstr_len(text, (gssize)length, words[i]))
            return true;
    return false;
}

static bool
begins_with_one_of(const char *text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (g_str_has_prefix(text, words[i]))
            return true;
    return false;
}

/* 1.67 times the figure of 2023, twice what it had been a year before, twice
   that of 2023; what it paid in taxes, and that of another one, is no base. */
static bool
is_of_level_before(const Search *search, const ClQuantity *quantity)
{
    enum { REACH = 48 };
    static const char *const levels[] = {" the figure ",  " the level ",
                                         " the amount ",  " the result of ",
                                         " its level ",   " what it had been ",
                                         " what it was ", " as much as "};
    static const char *const bases[] = {" year",  "year-",  " same ",
                                        " in 19", " of 19", " in 20",
                                        " of 20", " for 20"};
    static const char *const times[] = {
        " that of the ",     " that of 20",   " that of 19",
        " that of a year",   " that of last", " that of one year",
        " those of the same"};
    const char *behind = search->text + quantity->span.end;
    const size_t length = MIN(strcspn(behind, ",;."), REACH);
    return (begins_with_one_of(behind, times, G_N_ELEMENTS(times)) ||
            begins_with_one_of(behind, levels, G_N_ELEMENTS(levels))) &&
           holds_one_of(behind, length, bases, G_N_ELEMENTS(bases));
}

/* doubled, 翻了一番: a verb that multiplies tells a change. */
static bool
is_multiplied(const Search *search, const ClQuantity *quantity)
{
    static const char turned[] = "翻";
    const char *text = search->text;
    const ClSpan span = quantity->span;
    return g_str_has_prefix(text + span.start, turned) ||
           (span.end - span.start > 3 &&
            (strncmp(text + span.end - 2, "ed", 2) == 0 ||
             strncmp(text + span.end - 3, "ing", 3) == 0));
}

/* The growth that a multiple of the time before tells, in percent. */
static ClQuantity
growth_of(const Search *search, const ClQuantity *multiple)
{
    const ClNumber hundred = cl_number_make(100, 0);
    const ClNumber all = cl_number_make(-100, 0);
    ClQuantity growth = *multiple;
    growth.unit = cl_unit_find(search->run->vocabulary, "%");
    growth.kind = CL_KIND_PERCENT;
    growth.form = CL_FORM_GROWTH;
    growth.hard = cl_interval_affine(multiple->hard, hundred, all);
    growth.usual = cl_interval_affine(multiple->usual, hundred, all);
    growth.value =
        cl_number_add(cl_number_multiply(multiple->value, hundred), all);
    growth.upper =
        cl_number_add(cl_number_multiply(multiple->upper, hundred), all);
    growth.place += 2;
    /* nearly tripled: words as loose as these are not weighed */
    if (is_multiplied(search, multiple))
        growth.usual = growth.hard;
    return growth;
}

void
become_growth(const Search *search,
              const ClQuantity *quantity,
              ClQuantity *known)
{
    if (known->kind == CL_KIND_MULTIPLE && known->form == CL_FORM_LEVEL &&
        (is_of_year_before(search, quantity) ||
         is_of_level_before(search, quantity) ||
         is_multiplied(search, quantity)))
        *known = growth_of(search, quantity);
}
