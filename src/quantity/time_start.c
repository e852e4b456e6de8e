/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Looks at one character, or at one word, and tells which readers of times
 * are worth asking there: nearly all of a text opens no time, and asking costs
 * hundreds of comparisons.  It may say yes where no reader finds anything, and
 * never no where one does.  The words are the readers' own: each is asked once
 * to read nothing, and what it compares is noted.
 */
#include "quantity/time_start.h"

#include <string.h>

enum { NUMBER = CL_TIME_NAMED | CL_TIME_LENGTH };

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
    switch (cl_time_character(t, at)) {
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
        return is_counted_time(cl_time_character(t, at + 3));
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

typedef struct {
    ClTimeListener listener;
    ClLexicon *words;
    unsigned reader;
} Opening;

/* 截 of 截至, mid of "mid-": what tells a word from nearly all others. */
static size_t
opening_length(const char *word)
{
    size_t length = 0;
    if (*word & 0x80)
        return (size_t)(g_utf8_next_char(word) - word);
    while (g_ascii_isalpha(word[length]))
        length++;
    return length;
}

static void
add_opening(const ClTimeListener *listener, const char *word)
{
    const Opening *opening = (const Opening *)listener;
    const size_t length = opening_length(word);
    g_autofree char *first = g_strndup(word, length);
    if (length == 0)
        return;
    const int known = cl_lexicon_get(opening->words, first);
    cl_lexicon_set(opening->words, first,
                   (int)((known > 0 ? (unsigned)known : 0) | opening->reader));
}

void
cl_time_learn(ClVocabulary *vocabulary, ClTimeReader *read, unsigned reader)
{
    const Opening opening = {
        {add_opening}, vocabulary->words[CL_WORDS_TIMES], reader};
    /* a letter, for number words are asked of letters only */
    static const char nothing[] = "z";
    const ClTimeText t = {.vocabulary = vocabulary,
                          .text = nothing,
                          .length = strlen(nothing),
                          .today = cl_day_make(CL_TIME_STAND_IN_YEAR, 1, 1),
                          .listener = &opening.listener};
    ClTime time;
    read(&t, 0, &time);
}

unsigned
cl_time_readers(const ClTimeText *t, size_t at)
{
    int readers = 0;
    const ClMarks marks =
        cl_vocabulary_marks(t->vocabulary, t->text + at, t->length - at);
    if (marks & CL_MARK_DIGIT)
        return readers_at_digit(t, at);
    if (marks & CL_MARK(CL_WORDS_TIMES))
        cl_lexicon_match(t->vocabulary->words[CL_WORDS_TIMES], t->text, at,
                         t->length, &readers);
    return (unsigned)readers |
           (cl_time_is_numeral(t, at) ? readers_at_numeral(t, at) : 0);
}
