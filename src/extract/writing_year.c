/* SPDX-License-Identifier: Apache-2.0 */
/*
 * When an article without a date was written, as far as the years it names
 * tell: in the latest of them that is no plan, or in the year after; in that
 * one for sure where it says so, 今年MWC2025.
 */
#include "extract/private.h"

#include <string.h>

enum { NEAR = 24, FIRST = 1990, LAST = 2100 };

/* The year written at a place, 0 if there is none. */
static int
year_at(const char *text, size_t length, size_t at)
{
    if (at + 4 > length || (at > 0 && g_ascii_isalnum(text[at - 1]) &&
                            g_ascii_isdigit(text[at - 1])))
        return 0;
    int year = 0;
    for (size_t i = at; i < at + 4; i++) {
        if (!g_ascii_isdigit(text[i]))
            return 0;
        year = year * 10 + text[i] - '0';
    }
    const bool more = at + 4 < length && g_ascii_isdigit(text[at + 4]);
    return more || year < FIRST || year > LAST ? 0 : year;
}

/* 2025年, 2025 年 and, in English, in 2025. */
static bool
is_named(const char *text, size_t length, size_t at)
{
    size_t after = at + 4;
    while (after < length && g_ascii_isspace(text[after]))
        after++;
    return (after + 3 <= length && memcmp(text + after, "年", 3) == 0) ||
           (at >= 3 && g_ascii_strncasecmp(text + at - 3, "in ", 3) == 0);
}

static bool
stands_before(const char *text, size_t at, const char *const *words)
{
    const size_t start = at > NEAR ? at - NEAR : 0;
    for (; *words; words++)
        if (g_strstr_len(text + start, (gssize)(at - start), *words))
            return true;
    return false;
}

static bool
is_planned(const char *text, size_t at)
{
    static const char *const words[] = {"目标", "目標", "计划", "計劃",
                                        "预计", "預計", "到",   "规划",
                                        "規劃", "by ",  NULL};
    return stands_before(text, at, words);
}

static bool
is_this_year(const char *text, size_t at)
{
    static const char *const words[] = {"今年", "this year", NULL};
    static const char *const ends[] = {"。", "，", ",", "去年", NULL};
    return stands_before(text, at, words) && !stands_before(text, at, ends);
}

bool
find_writing_year(const char *text, size_t length, ClDay *from, ClDay *to)
{
    int latest = 0;
    bool sure = false;
    for (size_t at = 0; at + 4 <= length; at++) {
        const int year = year_at(text, length, at);
        if (!year)
            continue;
        const bool now = is_this_year(text, at);
        if ((!now && !is_named(text, length, at)) || is_planned(text, at))
            continue;
        if (year > latest)
            sure = false;
        latest = MAX(latest, year);
        sure |= now && year == latest;
    }
    *from = latest * 10000 + 101;
    *to = (latest + (sure ? 0 : 1)) * 10000 + 1231;
    return latest > 0;
}
