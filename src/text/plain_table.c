/* SPDX-License-Identifier: Apache-2.0 */

/*
 * Tables of plain text: lines that tabs or wide gaps part into as many short
 * cells each, with a figure in every line but the first.  The gaps become
 * masks, as the bars of Markdown's tables do.
 */

#include "text/article.h"

#include <string.h>

enum { MOST_COLUMNS = 32, LONGEST_ROW = 4096 };

static bool
is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

typedef struct {
    size_t start, end, next;
    unsigned columns;
    size_t cells[MOST_COLUMNS]; /* where each begins */
    size_t ends[MOST_COLUMNS];
} Row;

/* How many bytes of blanks that part two cells stand at a byte. */
static size_t
gap_at(const char *text, size_t at, size_t end)
{
    const size_t start = at;
    unsigned width = 0;
    while (at < end) {
        const ClChar c = cl_char_at(text, at);
        if (c.c != ' ' && c.c != '\t' && c.c != 0x3000 && c.c != '\r')
            break;
        width += c.c == '\t' ? 2 : c.c == 0x3000 ? 2 : 1;
        at += c.length;
    }
    return width >= 2 ? at - start : 0;
}

/* A cell of a table that nobody has drawn lines for is short. */
enum { LONGEST_CELL = 60 };

static bool
read_row(const char *text, size_t length, size_t at, Row *row)
{
    const char *newline = memchr(text + at, '\n', length - at);
    row->end = newline ? (size_t)(newline - text) : length;
    row->next = newline ? row->end + 1 : length;
    row->columns = 0;
    if (row->end - at > LONGEST_ROW)
        return false;
    while (at < row->end && is_blank(text[at]))
        at++;
    row->start = at;
    while (row->end > at && is_blank(text[row->end - 1]))
        row->end--;
    while (at < row->end && row->columns < MOST_COLUMNS) {
        row->cells[row->columns] = at;
        size_t gap = 0;
        while (at < row->end && !(gap = gap_at(text, at, row->end))) {
            at += cl_char_at(text, at).length;
            if (at - row->cells[row->columns] > LONGEST_CELL)
                return false;
        }
        row->ends[row->columns++] = at;
        at += gap;
    }
    return row->columns >= 2 && at >= row->end;
}

static bool
has_figure(const char *text, const Row *row)
{
    for (unsigned i = 1; i < row->columns; i++)
        if (cl_cell_is_figure(text, row->cells[i], row->ends[i]))
            return true;
    return false;
}

/* The rows below a header that have as many cells and a figure each. */
static size_t
find_end(const ClArticle *article, const Row *header, unsigned *rows)
{
    const char *text = cl_article_prose(article);
    size_t end = header->next;
    *rows = 0;
    while (end < article->length) {
        Row row;
        if (!read_row(text, article->length, end, &row) ||
            row.columns != header->columns || !has_figure(text, &row))
            break;
        ++*rows;
        end = row.next;
    }
    return end;
}

static void
mask_gaps(ClArticle *article, const Row *row)
{
    for (unsigned i = 1; i < row->columns; i++) {
        const size_t gap = row->ends[i - 1];
        cl_article_mask(article, gap, row->cells[i], CL_MASK_DROP);
        cl_article_mask(article, gap, gap + 1, CL_MASK_CELL);
    }
}

static size_t
take_table(ClArticle *article, const Row *header)
{
    unsigned rows;
    const size_t end = find_end(article, header, &rows);
    if (rows < 2)
        return header->next;
    cl_table_open(article, header->start);
    cl_table_extend(article, end);
    for (size_t at = header->start; at < end;) {
        Row row;
        read_row(article->text, article->length, at, &row);
        mask_gaps(article, &row);
        at = row.next;
    }
    return end;
}

/* Whether anything parts cells: most articles hold no such gap. */
static bool
has_gap(ClArticle *article)
{
    static const char two[] = "  ", wide[] = "\xE3\x80\x80";
    const char *const text = cl_article_prose(article);
    return memchr(text, '\t', article->length) ||
           (cl_article_may_hold(article, CL_SIGN_BLANKS) &&
            strstr(text, two)) ||
           (cl_article_may_hold(article, CL_SIGN_WIDE_BLANK) &&
            strstr(text, wide)) ||
           memchr(text, '\r', article->length);
}

void
cl_mask_tables(ClArticle *article)
{
    Row row;
    if (!has_gap(article))
        return;
    for (size_t at = 0; at < article->length;) {
        const char *text = cl_article_prose(article);
        if (!read_row(text, article->length, at, &row)) {
            const char *newline = memchr(text + at, '\n', article->length - at);
            at = newline ? (size_t)(newline - text) + 1 : article->length;
            continue;
        }
        at = take_table(article, &row);
    }
}
