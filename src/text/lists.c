/* SPDX-License-Identifier: Apache-2.0 */

/*
 * List marks become masked bytes: those at a line's start, where a paragraph
 * may begin, and circled numbers anywhere.
 */

#include "text/lines.h"

#include <string.h>

static bool
is_bullet(gunichar c)
{
    switch (c) {
    case 0x2022: /* • */
    case 0x00B7: /* · */
    case 0x25CF: /* ● */
    case 0x25CB: /* ○ */
    case 0x25A0: /* ■ */
    case 0x25C6: /* ◆ */
    case 0x25B2: /* ▲ */
    case 0x25B6: /* ▶ */
    case 0x25AA: /* ▪ */
        return true;
    default:
        return false;
    }
}

static bool
is_circled(gunichar c)
{
    return (c >= 0x2460 && c <= 0x2473) || (c >= 0x2776 && c <= 0x277F);
}

static bool
is_chinese_numeral(gunichar c)
{
    static const gunichar numerals[] = {0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94,
                                        0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341};
    for (size_t i = 0; i < G_N_ELEMENTS(numerals); i++) {
        if (numerals[i] == c)
            return true;
    }
    return false;
}

static ClChar
char_or_end(const char *text, size_t at, size_t end)
{
    return at < end ? cl_char_at(text, at) : (ClChar){'\n', 0, false};
}

/* The digits of one kind at a byte, at most three. */
static size_t
skip_numeral(const char *text, size_t at, size_t end)
{
    const bool digits = at < end && g_ascii_isdigit(text[at]);
    for (unsigned i = 0; i < 3 && at < end; i++) {
        const ClChar c = cl_char_at(text, at);
        if (digits ? !cl_is_digit(c.c) : !is_chinese_numeral(c.c))
            break;
        at += c.length;
    }
    return at;
}

/* 1、 二、 1. 1) but not 1.5亿, 三、四线城市 */
static size_t
numbered_mark(const char *text, size_t at, size_t end)
{
    const size_t after = skip_numeral(text, at, end);
    const ClChar point = char_or_end(text, after, end);
    const ClChar next = char_or_end(text, after + point.length, end);
    if (after == at || !next.length)
        return 0;
    const bool blank = next.c == ' ' || next.c == '\t' || next.c == 0x3000;
    const bool digits = g_ascii_isdigit(text[at]);
    const bool goes_on =
        digits ? cl_is_digit(next.c) : is_chinese_numeral(next.c);
    if (point.c == 0x3001 || point.c == 0xFF0E) /* 、 ． */
        return goes_on ? 0 : after + point.length - at;
    if ((point.c == '.' || point.c == ')') && digits)
        return blank || cl_char_is_han(next.c) ? after + 1 - at : 0;
    return 0;
}

/* （一） (1) */
static size_t
bracketed_mark(const char *text, size_t at, size_t end)
{
    const ClChar open = char_or_end(text, at, end);
    if (open.c != '(' && open.c != 0xFF08)
        return 0;
    const size_t number = at + open.length;
    const size_t after = skip_numeral(text, number, end);
    const ClChar close = char_or_end(text, after, end);
    if (after == number || (close.c != ')' && close.c != 0xFF09))
        return 0;
    return after + close.length - at;
}

size_t
cl_list_mark(const char *text, size_t at, size_t end)
{
    /* most lines begin with what no mark does */
    if (at < end && (g_ascii_isalpha(text[at]) || cl_is_plain_han(text, at)))
        return 0;
    const ClChar first = char_or_end(text, at, end);
    const ClChar next = char_or_end(text, at + first.length, end);
    const bool blank = next.c == ' ' || next.c == '\t' || !next.length;
    if (is_bullet(first.c) || is_circled(first.c))
        return first.length;
    if (first.c == '-' || first.c == '*' || first.c == '+')
        return blank ? 1 : 0;
    const size_t length = numbered_mark(text, at, end);
    return length ? length : bracketed_mark(text, at, end);
}

/* ①成本低；②… : a number that counts points must not join a figure. */
void
cl_mask_circled(ClArticle *article)
{
    const char *text = article->text;
    const char *found = cl_article_may_hold(article, CL_SIGN_CIRCLED)
                            ? strstr(text, "\xE2\x91")
                            : NULL;
    for (; found; found = strstr(found + 3, "\xE2\x91")) {
        const size_t at = (size_t)(found - text);
        if (!is_circled(cl_char_at(text, at).c))
            continue;
        const ClChar next = char_or_end(text, at + 3, article->length);
        const size_t before = at ? cl_char_before(text, 0, at) : 0;
        const ClChar last = char_or_end(text, before, at);
        if (cl_char_is_numeral(next.c) || !last.length ||
            cl_char_is_void(last) || g_unichar_ispunct(last.c))
            cl_article_mask(article, at, at + 3, CL_MASK_DROP);
    }
}

/* ---- Marks before a heading ---------------------------------------------------- */

enum { HEADING_LONGEST = 36 };

/* A few words without a figure, and no sentence: what follows is about it. */
static bool
is_heading_text(const char *text, size_t at, size_t end)
{
    if (at >= end || end - at > HEADING_LONGEST)
        return false;
    while (at < end) {
        const ClChar c = cl_char_at(text, at);
        if (c.mask || cl_is_digit(c.c) || cl_is_stop(c.c) ||
            strchr(",.:;", c.c < 0x80 ? (int)c.c : 'x') || c.c == 0xFF0C ||
            c.c == 0xFF1A)
            return false;
        at += c.length;
    }
    return true;
}

/* Whether prose follows right below: neither a blank line nor another item. */
static bool
is_above_prose(const char *text, size_t next, size_t length)
{
    if (next >= length)
        return false;
    const ClLine line = cl_line_find(text, length, next);
    return !cl_line_is_blank(&line) && !line.item && !line.heading &&
           text[line.start] != '#' && text[line.start] != '|' &&
           !cl_list_mark(text, line.start, line.end);
}

static bool
is_in_brackets(const char *text, size_t start, size_t end)
{
    enum { BRACKET = 3 };
    static const char open[] = "\xE3\x80\x90", close[] = "\xE3\x80\x91";
    return end - start > 2 * BRACKET &&
           memcmp(text + start, open, BRACKET) == 0 &&
           memcmp(text + end - BRACKET, close, BRACKET) == 0;
}

bool
cl_mask_marked_heading(ClArticle *article, size_t start, size_t end)
{
    enum { BULLETS = 0x2580, BRACKET = 3 };
    const char *text = cl_article_prose(article);
    const ClChar first = char_or_end(text, start, end);
    const bool quoted = is_in_brackets(text, start, end);
    const size_t inside = start + first.length;
    const size_t last = quoted ? end - BRACKET : end;
    const char *newline = memchr(text + end, '\n', article->length - end);
    if ((!quoted && (first.c < BULLETS || !is_bullet(first.c))) || !newline ||
        !is_heading_text(text, inside, last) ||
        !is_above_prose(text, (size_t)(newline - text) + 1, article->length))
        return false;
    cl_article_mask(article, start, inside, CL_MASK_HEADING);
    cl_article_mask(article, last, end, CL_MASK_DROP);
    return true;
}

/* ---- Marks before an item ------------------------------------------------------ */

/* A wrapped line may begin with 3、4万亿; a list begins a paragraph. */
static bool
may_begin(const ClArticle *article, const ClLine *above)
{
    return !article->wrap || cl_line_is_blank(above) || above->item ||
           above->ends == CL_END_STOP ||
           above->width + above->width / 4 < article->wrap;
}

void
cl_mask_lists(ClArticle *article)
{
    ClLine above = {0};
    size_t number = 0;
    for (size_t at = 0; at < article->length;) {
        const char *prose = cl_article_prose(article);
        ClLine line = cl_line_of_article(article, number++, at);
        if (article->wrap)
            cl_line_measure(prose, &line);
        const bool heading =
            cl_mask_marked_heading(article, line.start, line.end);
        const size_t mark = !heading && may_begin(article, &above)
                                ? cl_list_mark(prose, line.start, line.end)
                                : 0;
        if (mark && line.start + mark < line.end) {
            cl_article_mask(article, line.start, line.start + mark,
                            CL_MASK_ITEM);
            line.item = true;
        }
        above = line;
        at = line.next;
    }
}
