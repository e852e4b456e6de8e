/* SPDX-License-Identifier: Apache-2.0 */

/*
 * 小米三季度营收1131亿元 净利113亿元 预计全年交付40万辆: a blank is the comma of
 * Chinese headlines.  It parts clauses where Han characters stand on both
 * sides; one beside Latin letters or digits may only set them off (交付 4 万辆).
 */

#include "text/lines.h"

#include <string.h>

enum { SHORTEST = 6, WIDE_BLANK = 0x3000 };

static ClChar
char_before(const char *text, size_t start, size_t at)
{
    if (at <= start)
        return (ClChar){0};
    return cl_char_at(text, cl_char_before(text, start, at));
}

static bool
is_blank(ClChar c)
{
    return c.c == ' ' || c.c == WIDE_BLANK;
}

static bool
ends_clause(ClChar c)
{
    static const gunichar signs[] = {'%',    ')',    0xFF05, 0xFF09,
                                     0x300B, 0x300D, 0x201D};
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
        if (c.c == signs[i])
            return true;
    return cl_char_is_han(c.c);
}

static bool
begins_clause(ClChar c)
{
    static const gunichar signs[] = {0x300A, 0x300C, 0x201C};
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
        if (c.c == signs[i])
            return true;
    return cl_char_is_han(c.c);
}

/* 交付 4 万辆: blanks only set figures off; such a text has them everywhere. */
static bool
sets_figures_off(const char *text, ClSpan span)
{
    for (size_t at = span.start + 1; at + 1 < span.end; at++)
        if (text[at] == ' ' && g_ascii_isdigit(text[at + 1]) &&
            cl_char_is_han(char_before(text, span.start, at).c))
            for (size_t to = at + 1; to + 1 < span.end && text[to] != '\n';
                 to++)
                if (text[to] == ' ')
                    return cl_char_is_han(cl_char_at(text, to + 1).c) &&
                           !memchr(text + at + 1, '%', to - at);
    return false;
}

/* Bytes from a place to the next blank. */
static size_t
length_of_part(const char *text, size_t at, size_t end)
{
    size_t to = at;
    while (to < end && !is_blank(cl_char_at(text, to)))
        to += cl_char_at(text, to).length;
    return to - at;
}

static void
part(ClArticle *article, ClSpan blank)
{
    char *prose = cl_article_edit(article);
    prose[blank.start] = ',';
    if (blank.end > blank.start + 1)
        cl_article_mask(article, blank.start + 1, blank.end, CL_MASK_DROP);
    else
        cl_lines_refresh(article, blank.start, blank.end);
}

void
cl_part_headline(ClArticle *article, ClSpan span)
{
    const char *text = cl_article_prose(article);
    const bool loose = sets_figures_off(text, span);
    for (size_t at = span.start, last = at; at < span.end;) {
        const ClChar c = cl_char_at(text, at);
        const size_t start = at;
        at += c.length;
        if (!is_blank(c))
            continue;
        while (at < span.end && is_blank(cl_char_at(text, at)))
            at += cl_char_at(text, at).length;
        const ClChar left = char_before(text, span.start, start);
        if (at >= span.end || !ends_clause(left) ||
            !begins_clause(cl_char_at(text, at)) ||
            (loose && !cl_char_is_han(left.c)) || start - last < SHORTEST ||
            length_of_part(text, at, span.end) < SHORTEST)
            continue;
        part(article, (ClSpan){start, at});
        text = cl_article_prose(article);
        last = at;
    }
}
