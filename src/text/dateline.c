/* SPDX-License-Identifier: Apache-2.0 */

/*
 * Lines that say when, where and by whom become metadata.  They are judged
 * folded, so that one form of each word is enough; values are quoted from
 * the article, in its own script.
 */

#include "text/article.h"
#include "text/words.h"

#include <string.h>

/* ---- Dates ------------------------------------------------------------- */

/* Up to four digits at *p; -1 if there are none or more. */
static int
read_number(const char **p)
{
    int value = 0;
    size_t digits = 0;
    for (; g_ascii_isdigit(**p) && digits < 5; (*p)++, digits++)
        value = value * 10 + (**p - '0');
    return digits && digits < 5 ? value : -1;
}

static bool
skip_text(const char **p, const char *text)
{
    if (!g_str_has_prefix(*p, text))
        return false;
    *p += strlen(text);
    return true;
}

static bool
write_date(int year, int month, int day, char date[11])
{
    if (year < 1900 || year > 2199 || month < 1 || day < 1 || month > 12 ||
        !g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year))
        return false;
    g_snprintf(date, 11, "%04d-%02d-%02d", year, month, day);
    return true;
}

/* 2025-10-19, 2025/10/19, 2025.10.19, 2025年10月19日 */
static bool
read_year_first(const char **p, char date[11])
{
    static const char *const marks[][3] = {
        {"-", "-", ""}, {"/", "/", ""}, {".", ".", ""}, {"年", "月", "日"}};
    const int year = read_number(p);
    for (size_t i = 0; year > 0 && i < G_N_ELEMENTS(marks); i++) {
        if (!skip_text(p, marks[i][0]))
            continue;
        const int month = read_number(p);
        if (month < 0 || !skip_text(p, marks[i][1]))
            return false;
        const int day = read_number(p);
        skip_text(p, marks[i][2]);
        return write_date(year, month, day, date);
    }
    return false;
}

/* A month's name in full or its first three letters, with or without dot. */
static int
read_month(const char **p)
{
    char word[16];
    size_t length = 0;
    while (length < sizeof word - 1 && g_ascii_isalpha((*p)[length])) {
        word[length] = (*p)[length];
        length++;
    }
    word[length] = 0;
    const int month = cl_words_prefix(CL_WORDS_MONTHS, word, length);
    if (month < 0 && (length < 3 || length > 4))
        return -1;
    const int short_month =
        month >= 0 ? month : cl_words_abbreviated(CL_WORDS_MONTHS, word);
    if (short_month < 0)
        return -1;
    *p += length;
    skip_text(p, ".");
    return short_month + 1;
}

static int
read_day(const char **p)
{
    const int day = read_number(p);
    if (day > 0 && (skip_text(p, "st") || skip_text(p, "nd") ||
                    skip_text(p, "rd") || skip_text(p, "th")))
        return day;
    return day;
}

/* october 19, 2025 and 19 october 2025 */
static bool
read_month_named(const char **p, char date[11])
{
    int day = -1;
    if (g_ascii_isdigit(**p)) {
        day = read_day(p);
        if (!skip_text(p, " "))
            return false;
    }
    const int month = read_month(p);
    if (month < 0)
        return false;
    skip_text(p, " ");
    if (day < 0)
        day = read_day(p);
    skip_text(p, ",");
    skip_text(p, " ");
    return write_date(read_number(p), month, day, date);
}

bool
cl_read_date(const char *folded, char date[11], ClSpan *where)
{
    for (const char *p = folded; *p; p++) {
        if (!g_ascii_isalnum(*p) || (p > folded && g_ascii_isalnum(p[-1])))
            continue;
        const char *end = p, *named = p;
        const bool found = read_year_first(&end, date);
        if (!found && !read_month_named(&named, date))
            continue;
        *where = (ClSpan){(size_t)(p - folded),
                          (size_t)((found ? end : named) - folded)};
        return true;
    }
    return false;
}

/* ---- Writers and outlets ----------------------------------------------- */

static bool
is_bar(const char *p)
{
    return *p == '|' || *p == ':' || *p == '/' || g_str_has_prefix(p, "丨");
}

/* A label before a bar: 作者|; the byte after the bar, 0 if there is none. */
static size_t
find_bar(const char *folded)
{
    for (size_t at = 0; folded[at] && at < 60; at++) {
        if (is_bar(folded + at))
            return at;
    }
    return 0;
}

static size_t
skip_bar(const char *folded, size_t at)
{
    at += g_ascii_ispunct(folded[at]) ? 1 : strlen("丨");
    while (folded[at] == ' ' || is_bar(folded + at))
        at++;
    return at;
}

/* The list whose word the label is or, for staff, ends with: 界面新闻记者. */
static bool
label_ends(ClWordList list, const char *folded, size_t length, size_t *outlet)
{
    for (size_t at = 0; at < length; at++) {
        if (((guchar)folded[at] & 0xC0) != 0x80 &&
            cl_words_has(list, folded + at, length - at)) {
            *outlet = at;
            /* 天文: only a longer word than 文 may end another */
            return at == 0 || length - at > strlen("文");
        }
    }
    return false;
}

static void
set_once(ClArticle *article,
         const char **field,
         const ClFolded *folded,
         size_t start,
         size_t end)
{
    if (*field || start >= end)
        return;
    ClSpan span = cl_folded_origin(folded, (ClSpan){start, end});
    /* 来源:晨报 时间: what stands before the next bar is its label */
    const char *prose = cl_article_prose(article);
    for (size_t at = span.end;
         is_bar(folded->text->str + end) && at > span.start;) {
        at = cl_char_before(prose, span.start, at);
        if (at > span.start && cl_char_is_void(cl_char_at(prose, at))) {
            span.end = at;
            break;
        }
    }
    *field = cl_article_string(article, span);
}

/* The value after a label ends at the next label: 文|甲 编辑|乙 */
static size_t
value_end(const char *folded, size_t at)
{
    size_t end = at;
    while (folded[end] && folded[end] != ' ' && !is_bar(folded + end))
        end++;
    const bool latin = g_ascii_isalpha(folded[at]);
    return latin ? strlen(folded) : end;
}

static void
read_labelled(ClArticle *article, const ClFolded *folded)
{
    const char *text = folded->text->str;
    const size_t bar = find_bar(text);
    size_t label = bar, outlet = 0;
    while (label > 0 && text[label - 1] == ' ')
        label--;
    if (!label)
        return;
    const size_t value = skip_bar(text, bar);
    const size_t end = value_end(text, value);
    ClArticleInfo *info = &article->info;
    if (cl_words_has(CL_WORDS_SOURCES, text, label)) {
        set_once(article, &info->source, folded, value, end);
    } else if (label_ends(CL_WORDS_WRITERS, text, label, &outlet)) {
        set_once(article, &info->author, folded, value, end);
        if (outlet >= 2 * strlen("文") && outlet <= 40)
            set_once(article, &info->source, folded, 0, outlet);
    }
}

bool
cl_is_byline(const char *folded)
{
    size_t label = find_bar(folded), outlet;
    while (label > 0 && folded[label - 1] == ' ')
        label--;
    if ((g_str_has_prefix(folded, "by ") ||
         cl_words_prefix(CL_WORDS_SIGNED, folded, strlen(folded)) >= 0) &&
        strlen(folded) < 60)
        return true;
    return label && (label_ends(CL_WORDS_WRITERS, folded, label, &outlet) ||
                     label_ends(CL_WORDS_STAFF, folded, label, &outlet) ||
                     cl_words_has(CL_WORDS_SOURCES, folded, label) ||
                     cl_words_has(CL_WORDS_DATED, folded, label));
}

void
cl_read_byline(ClArticle *article, ClSpan line)
{
    g_auto(ClFolded) folded;
    cl_folded_init(&folded);
    cl_fold_article(article, line, &folded);
    const char *text = folded.text->str;
    const char *id = strstr(text, "(id:");
    if (id && id > text)
        set_once(article, &article->info.source, &folded, 0,
                 (size_t)(id - text));
    else if (g_str_has_prefix(text, "by ") && folded.text->len < 60)
        set_once(article, &article->info.author, &folded, strlen("by "),
                 folded.text->len);
    else
        read_labelled(article, &folded);
}
