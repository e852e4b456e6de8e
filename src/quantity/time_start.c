/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Looks at one character, or at one word, and tells which readers of times
 * are worth asking there: nearly all of a text opens no time, and asking costs
 * hundreds of comparisons.  It may say yes where no reader finds anything, and
 * never no where one does: a word new to a reader must be let in here.
 */
#include "quantity/time_start.h"

#include <string.h>

enum {
    NOW = CL_TIME_NOW,
    AS_OF = CL_TIME_UNTIL,
    PERIOD = CL_TIME_NAMED,
    WINDOW = CL_TIME_LENGTH,
    NUMBER = PERIOD | WINDOW,
};

/* Three bytes as the code point they stand for. */
static unsigned
character_at(const ClTimeText *t, size_t at)
{
    if (t->length - at < 3 || (t->text[at] & 0xF0) != 0xE0)
        return 0;
    const unsigned char *c = (const unsigned char *)t->text + at;
    return (c[0] & 0x0Fu) << 12 | (c[1] & 0x3Fu) << 6 | (c[2] & 0x3Fu);
}

/* ---- After a number ---------------------------------------------------- */

/* 一个半小时, 3个月, 5个季度, 2个星期, 两个礼拜, 10个工作日, 6个钟头 */
static bool
is_counted_time(unsigned c)
{
    switch (c) {
    case U'半':
    case U'月':
    case U'季':
    case U'星':
    case U'礼':
    case U'工':
    case U'小':
    case U'钟':
        return true;
    default:
        return false;
    }
}

/* What a number of a time goes on with: its unit, or the end of a range. */
static bool
han_leads_on(const ClTimeText *t, size_t at)
{
    switch (character_at(t, at)) {
    case U'年':
    case U'月':
    case U'日':
    case U'天':
    case U'周':
    case U'星':
    case U'季':
    case U'时':
    case U'小':
    case U'分':
    case U'秒':
    case U'财':
    case U'点': /* 一点五小时 */
    case U'至':
    case U'到':
    case U'、':
        return true;
    case U'个':
        return is_counted_time(character_at(t, at + 3));
    default:
        return false;
    }
}

static bool
has_letter(const char *letters, char c)
{
    return g_ascii_isalpha(c) && strchr(letters, g_ascii_tolower(c));
}

/* -, ~ and / make ranges and dates. */
static bool
leads_on(const ClTimeText *t, size_t at)
{
    /* st, nd, rd, th; Q, H; years, months, weeks, days, hours, minutes */
    static const char attached[] = "snrtqhymwd";
    /* units, names of months, "of" and "and" */
    static const char apart[] = "ymwdhsqoajfn";
    if (at >= t->length)
        return false;
    const char c = t->text[at];
    if (c & 0x80)
        return han_leads_on(t, at);
    if (c == ' ')
        return at + 1 < t->length && has_letter(apart, t->text[at + 1]);
    return c == '-' || c == '~' || c == '/' || has_letter(attached, c);
}

/* 2025 alone may be a year, and 2025上半年 lacks its word: any reader's. */
static bool
looks_like_year(const ClTimeText *t, size_t at, size_t end)
{
    if (end - at != 4)
        return false;
    return t->text[at] == '1' ? t->text[at + 1] == '9' : t->text[at] == '2';
}

static size_t
skip_digits(const ClTimeText *t, size_t at)
{
    while (cl_time_is_digit(t, at))
        at++;
    return at;
}

/** Behind the digits after a separator; `at` if there are none. */
static size_t
skip_part(const ClTimeText *t, size_t at, char separator)
{
    return at + 1 < t->length && t->text[at] == separator &&
                   cl_time_is_digit(t, at + 1)
               ? skip_digits(t, at + 1)
               : at;
}

/* 1,000.5天: commas first, then one point. */
static unsigned
readers_at_digit(const ClTimeText *t, size_t at)
{
    enum { MOST_GROUPS = 4 };
    size_t end = skip_digits(t, at);
    if (looks_like_year(t, at, end))
        return NUMBER;
    for (int i = 0; i < MOST_GROUPS; i++)
        end = skip_part(t, end, ',');
    if (end < t->length && t->text[end] == ',')
        return NUMBER;
    return leads_on(t, skip_part(t, end, '.')) ? NUMBER : 0;
}

static unsigned
readers_at_numeral(const ClTimeText *t, size_t at)
{
    enum { MOST_BYTES = 30 }; /* the longest numeral read has 8 characters */
    const size_t first = at;
    while (at - first < MOST_BYTES && cl_time_is_numeral(t, at))
        at += 3;
    /* 二〇二五上半年 */
    return at - first >= 12 || leads_on(t, at) ? NUMBER : 0;
}

/* ---- Words ------------------------------------------------------------- */

static unsigned
readers_at_han(const ClTimeText *t, size_t at)
{
    switch (character_at(t, at)) {
    case U'截':
    case U'直':
    case U'到':
        return AS_OF;
    case U'至':
        return NOW | AS_OF;
    case U'迄':
    case U'现':
    case U'如':
    case U'目':
    case U'眼':
        return NOW;
    case U'昨':
    case U'明':
    case U'后':
    case U'本':
    case U'这':
    case U'上':
    case U'下':
    case U'去':
    case U'来':
    case U'第':
    case U'年':
        return PERIOD;
    case U'今':
    case U'前':
    case U'头':
    case U'首':
        return PERIOD | WINDOW;
    case U'过':
    case U'最':
    case U'近':
    case U'未':
    case U'半':
        return WINDOW;
    default:
        return cl_time_is_numeral(t, at) ? readers_at_numeral(t, at) : 0;
    }
}

/* First words by their first letters; FY24 and H1 open with letters alone. */
static const char *const openings['z' - 'a' + 1] = {
    ['a' - 'a'] = " april apr august aug as ",
    ['b' - 'a'] = " by beginning ",
    ['c' - 'a'] = " currently coming ",
    ['d' - 'a'] = " december dec ",
    ['e' - 'a'] = " early end eight eighteen eighty eleven ",
    ['f' - 'a'] = " february feb first fourth four five fourteen fifteen "
                  "forty fifty fiscal fy ",
    ['h' - 'a'] = " half h ",
    ['i' - 'a'] = " in ",
    ['j' - 'a'] = " january jan june jun july jul ",
    ['l' - 'a'] = " last late ",
    ['m' - 'a'] = " march mar may mid middle ",
    ['n' - 'a'] = " november nov next nine nineteen ninety nowadays ",
    ['o' - 'a'] = " october oct one opening over ",
    ['p' - 'a'] = " past ",
    ['q' - 'a'] = " q ",
    ['s' - 'a'] = " september sept sep second start since six seven sixteen "
                  "seventeen sixty seventy so ",
    ['t' - 'a'] = " the this third today tomorrow to till through two three "
                  "ten twelve thirteen twenty thirty ",
    ['u' - 'a'] = " until up ",
    ['w' - 'a'] = " within ",
    ['y' - 'a'] = " yesterday ",
};

/** True if a blank, the word at `at` and a blank stand in the list. */
static bool
lists_word(const char *list, const ClTimeText *t, size_t at)
{
    for (const char *entry = list + 1; *entry; entry++) {
        size_t end = at;
        for (; end < t->length && *entry != ' ' &&
               (t->text[end] | 0x20) == *entry;
             entry++)
            end++;
        if (*entry == ' ' && !cl_time_is_letter(t, end))
            return true;
        entry = strchr(entry, ' ');
    }
    return false;
}

unsigned
cl_time_readers(const ClTimeText *t, size_t at)
{
    const char c = t->text[at];
    if (c & 0x80)
        return readers_at_han(t, at);
    if (g_ascii_isdigit(c))
        return readers_at_digit(t, at);
    const char *list =
        g_ascii_isalpha(c) ? openings[g_ascii_tolower(c) - 'a'] : NULL;
    return list && lists_word(list, t, at) ? NOW | AS_OF | NUMBER : 0;
}
