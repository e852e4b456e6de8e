/* SPDX-License-Identifier: Apache-2.0 */

/*
 * A line of prose becomes its measures.  A line costs its own length and no
 * more; what lies beyond CL_LINE_WIDE cells is only searched for its end, and
 * so is all of it where the ends of lines say enough.
 */

#include "text/lines.h"

#include <string.h>

static bool
is_comma(gunichar c)
{
    return c == ',' || c == 0xFF0C || c == 0x3001;
}

static ClLineEnd
classify_end(const char *prose, const ClLine *line)
{
    size_t at = line->end;
    bool closed = false;
    while (at > line->start) {
        at = cl_char_before(prose, line->start, at);
        const ClChar c = cl_char_at(prose, at);
        if (cl_is_break(c))
            return CL_END_STOP;
        if (cl_char_is_void(c))
            continue;
        if (is_comma(c.c) || (c.c == 0x2014 && !closed))
            return closed ? CL_END_NONE : CL_END_OPEN;
        /* 7.\n31亿: the number may go on below */
        if (c.c == '.' && at > line->start && !closed &&
            cl_is_digit((guchar)prose[at - 1]))
            return CL_END_NONE;
        if (cl_is_stop(c.c) || c.c == '!' || c.c == '?' || c.c == ';' ||
            c.c == '.' || c.c == 0x2026)
            return CL_END_STOP;
        if (!cl_is_closer(c.c))
            break;
        closed = true;
    }
    return CL_END_NONE;
}

/* Cells of the Latin word that a line begins with. */
static unsigned
measure_first_word(const char *prose, const ClLine *line)
{
    unsigned width = 0;
    for (size_t at = line->start; at < line->end && width < CL_LINE_WIDE;) {
        const ClChar c = cl_char_at(prose, at);
        if (!c.mask && (c.c >= 0x2000 || c.c == ' '))
            break;
        width += c.mask ? 0 : cl_char_cells(c.c);
        at += c.length;
    }
    return width;
}

static void
measure_char(ClLine *line, ClChar c, bool *stopped)
{
    line->width += cl_char_cells(c.c);
    line->letters += cl_is_letter(c.c) || cl_is_digit(c.c);
    /* a stop counts as inside the line once something follows it */
    if (*stopped && !cl_is_closer(c.c))
        line->stops++;
    const bool stop = cl_is_stop(c.c) || c.c == '!' || c.c == '?';
    *stopped = stop || is_comma(c.c) || c.c == ';' || c.c == '.';
    line->sentences += stop;
}

/* How many of some marks have a character behind them in a block that closes
   nothing; last tells whether one is the block's last. */
static unsigned
count_stops(const char *text, ClTextBlock block, bool *last)
{
    unsigned count = 0;
    *last = false;
    for (uint32_t marks = block.marks; marks; marks &= marks - 1) {
        const unsigned at = (unsigned)__builtin_ctz(marks);
        const unsigned next = at + (block.wide >> at & 1 ? CL_HAN_BYTES : 1);
        *last = next >= block.length;
        count += !*last && !cl_is_closer(cl_char_at(text, next).c);
    }
    return count;
}

/*
 * The same for a block of what most text is made of; false for the rest.  No
 * character is measured once the line is CL_LINE_WIDE: none takes more cells
 * than bytes, so that as many bytes as there are cells left will do.
 */
static bool
measure_block(ClLine *line, const char *prose, size_t *at, bool *stopped)
{
    const size_t end = MIN(line->end, *at + (CL_LINE_WIDE - line->width));
    const ClTextBlock block = cl_scan_block(prose, *at, end);
    if (!block.length)
        return false;
    if (*stopped && !cl_is_closer(cl_char_at(prose, *at).c))
        line->stops++;
    line->stops += count_stops(prose + *at, block, stopped);
    line->width += block.columns;
    line->letters += block.letters;
    line->sentences += block.stops;
    *at += block.length;
    return true;
}

void
cl_line_measure(const char *prose, ClLine *line)
{
    if (line->measured)
        return;
    line->measured = true;
    bool stopped = false;
    for (size_t at = line->start;
         at < line->end && line->width < CL_LINE_WIDE;) {
        if (measure_block(line, prose, &at, &stopped))
            continue;
        const ClChar c = cl_char_at(prose, at);
        at += c.length;
        if (!c.mask)
            measure_char(line, c, &stopped);
    }
}

/* Marks stand where mark-up stood: before, behind or in the line. */
static void
read_marks(const char *prose, ClLine *line, size_t at, size_t end)
{
    for (; at < end; at++) {
        if (!cl_is_mask(prose[at]) && prose[at] != ' ' && prose[at] != '\t')
            break;
        line->heading |= (guchar)prose[at] == CL_MASK_HEADING;
        line->item |= (guchar)prose[at] == CL_MASK_ITEM;
        line->setext |= (guchar)prose[at] == CL_MASK_SETEXT;
    }
}

ClLine
cl_line_find(const char *prose, size_t length, size_t at)
{
    ClLine line = {0};
    if (at < length && prose[at] == '\n') {
        line.start = line.end = at;
        line.next = at + 1;
        return line;
    }
    const char *newline = memchr(prose + at, '\n', length - at);
    const size_t end = newline ? (size_t)(newline - prose) : length;
    line.next = newline ? end + 1 : end;
    line.start = cl_skip_void(prose, at, end);
    line.end = cl_skip_void_back(prose, line.start, end);
    read_marks(prose, &line, at, end);
    line.hard_break = end >= line.end + 2 && prose[line.end] == ' ' &&
                      prose[line.end + 1] == ' ';
    return line;
}

ClLine
cl_line_glance(const char *prose, size_t length, size_t at)
{
    ClLine line = cl_line_find(prose, length, at);
    line.measured = cl_line_is_blank(&line);
    if (line.measured)
        return line;
    line.item |= memchr(prose + line.start, CL_MASK_CELL,
                        line.end - line.start) != NULL; /* a table's row */
    const ClChar last =
        cl_char_at(prose, cl_char_before(prose, line.start, line.end));
    const char first = prose[line.start];
    line.cjk_end = cl_char_shuns_blanks(last.c) || last.c >= 0x2013;
    line.lower_start = first >= 'a' && first <= 'z';
    line.ends = classify_end(prose, &line);
    line.first_word = measure_first_word(prose, &line);
    return line;
}

ClLine
cl_line_read(const char *prose, size_t length, size_t at)
{
    ClLine line = cl_line_glance(prose, length, at);
    cl_line_measure(prose, &line);
    return line;
}

ClLine
cl_line_of_article(const ClArticle *article, size_t number, size_t at)
{
    const GArray *kept = article->lines;
    return kept && number < kept->len
               ? g_array_index(kept, ClLine, number)
               : cl_line_glance(cl_article_prose(article), article->length, at);
}

void
cl_lines_keep(ClArticle *article)
{
    const char *prose = cl_article_prose(article);
    ClLine line = {0};
    if (article->lines)
        return;
    article->lines = g_array_new(FALSE, FALSE, sizeof(ClLine));
    while (article->lines->len <= CL_LINES_KEPT &&
           line.next < article->length &&
           (article->lines->len < 2 || line.start <= CL_LINES_KEPT_BYTES)) {
        line = cl_line_glance(prose, article->length, line.next);
        g_array_append_val(article->lines, line);
    }
}

/* The first kept line that ends behind a byte. */
static guint
kept_behind(const GArray *lines, size_t at)
{
    guint low = 0, high = lines->len;
    while (low < high) {
        const guint middle = low + (high - low) / 2;
        if (g_array_index(lines, ClLine, middle).next <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void
cl_lines_refresh(ClArticle *article, size_t start, size_t end)
{
    const GArray *lines = article->lines;
    const char *prose = cl_article_prose(article);
    if (!lines)
        return;
    for (guint i = kept_behind(lines, start); i < lines->len; i++) {
        const size_t at = i ? g_array_index(lines, ClLine, i - 1).next : 0;
        if (at >= end)
            break;
        g_array_index(lines, ClLine, i) =
            cl_line_glance(prose, article->length, at);
    }
}
