/* SPDX-License-Identifier: Apache-2.0 */

/*
 * Tables: which lines they are made of, and what stands around a cell that
 * says of what it is a figure.  A cell keeps its own span; what the table
 * lends it are spans of the same article, so nothing is copied or moved.
 */

#include "text/article.h"
#include "text/words.h"

#include <stdlib.h>
#include <string.h>

enum {
    MOST_COLUMNS = 32, /* a wider row lends nothing */
    LONGEST_ROW = 4096,
    LONGEST_CAPTION = 300,
};

static ClTable *
table_at(const ClArticle *article, size_t index)
{
    return &g_array_index(article->tables, ClTable, index);
}

/* ---- Lead-ins ------------------------------------------------------------- */

static bool
is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || cl_is_mask(c);
}

/* The line that ends at a byte, without its blanks. */
static ClSpan
line_before(const char *text, size_t end)
{
    size_t start = end;
    while (start > 0 && text[start - 1] != '\n')
        start--;
    ClSpan line = {start, end};
    while (line.end > start && is_blank(text[line.end - 1]))
        line.end--;
    while (line.start < line.end && is_blank(text[line.start]))
        line.start++;
    return line;
}

/* Behind the last full stop of a line that goes on after it. */
static size_t
last_sentence(const char *text, ClSpan line)
{
    size_t start = line.start;
    for (size_t at = line.start; at < line.end;) {
        const ClChar c = cl_char_at(text, at);
        const bool point = c.c == '.' && at + 1 < line.end &&
                           text[at + 1] == ' ' && at > line.start &&
                           g_ascii_islower(text[at - 1]);
        at += c.length;
        if ((point || c.c == 0x3002 || c.c == 0xFF01 || c.c == 0xFF1F ||
             c.c == 0xFF1B) &&
            at < line.end)
            start = at;
    }
    return start;
}

bool
cl_leads_in(const char *text, ClSpan words)
{
    g_auto(ClFolded) folded;
    cl_folded_init(&folded);
    cl_fold_text(text + words.start, words.end - words.start, &folded);
    const GString *said = folded.text;
    const char last = said->len ? said->str[said->len - 1] : '.';
    const bool stops = last == '.' || last == '!' || last == '?' ||
                       g_str_has_suffix(said->str, "。");
    return !stops || cl_words_within(CL_WORDS_LEAD_INS, said->str);
}

/* What stands over a table: its caption, and a line on its units below that. */
static void
read_captions(ClArticle *article, ClTable *table)
{
    const char *text = cl_article_prose(article);
    size_t end = table->start;
    for (unsigned found = 0, blanks = 0; found < 2 && end > 0 && blanks < 3;) {
        const ClSpan line = line_before(text, end - 1);
        const bool blank = line.start == line.end;
        end = line.start;
        while (end > 0 && text[end - 1] != '\n')
            end--;
        blanks += blank;
        if (blank)
            continue;
        ClSpan words = {last_sentence(text, line), line.end};
        const bool row =
            article->tables->len > 0 &&
            table_at(article, article->tables->len - 1)->end > words.start;
        if (row || words.end - words.start > LONGEST_CAPTION)
            return;
        if (!cl_leads_in(text, words)) {
            table->above = words;
            return;
        }
        table->captions[found++] = words;
        /* 单位：亿元 says nothing of what the figures are */
        if (words.end - words.start > 60 ||
            !cl_words_starts(CL_WORDS_UNIT_LINES, text, words))
            return;
    }
}

void
cl_table_open(ClArticle *article, size_t start)
{
    ClTable table = {.start = start, .end = start};
    if (!article->tables)
        article->tables = g_array_new(FALSE, FALSE, sizeof(ClTable));
    read_captions(article, &table);
    g_array_append_val(article->tables, table);
}

void
cl_table_extend(ClArticle *article, size_t end)
{
    table_at(article, article->tables->len - 1)->end = end;
}

/* ---- Cells ------------------------------------------------------------------ */

bool
cl_cell_is_figure(const char *text, size_t at, size_t end)
{
    for (unsigned i = 0; i < 3 && at < end; i++) {
        const ClChar c = cl_char_at(text, at);
        if (cl_is_digit(c.c))
            return true;
        if (g_unichar_isalpha(c.c))
            return false;
        at += c.length;
    }
    return false;
}

/* The table that holds a byte, NULL if none does. */
static const ClTable *
find_table(const ClArticle *article, size_t at)
{
    guint low = 0, high = article->tables ? article->tables->len : 0;
    while (low < high) {
        const guint middle = low + (high - low) / 2;
        if (table_at(article, middle)->start <= at)
            low = middle + 1;
        else
            high = middle;
    }
    const ClTable *table = low ? table_at(article, low - 1) : NULL;
    return table && at < table->end ? table : NULL;
}

bool
cl_article_in_table(const ClArticle *article, size_t at)
{
    return find_table(article, at) != NULL;
}

/* The cells of the line that starts at a byte. */
static unsigned
read_cells(const char *prose, size_t at, size_t end, ClSpan *cells)
{
    unsigned count = 0;
    size_t start = at;
    for (; at <= end && at - start <= LONGEST_ROW; at++) {
        const bool over = at == end || prose[at] == '\n';
        if (!over && (guchar)prose[at] != CL_MASK_CELL)
            continue;
        if (count == MOST_COLUMNS)
            return 0;
        const size_t from = cl_skip_void(prose, start, at);
        cells[count++] = (ClSpan){from, cl_skip_void_back(prose, from, at)};
        start = at + 1;
        if (over)
            return count;
    }
    return 0;
}

static size_t
line_start(const char *prose, size_t at, size_t floor)
{
    const size_t limit = at > floor + LONGEST_ROW ? at - LONGEST_ROW : floor;
    while (at > limit && prose[at - 1] != '\n')
        at--;
    return at;
}

/* 1, 12.: nothing but the place in a ranking. */
static bool
is_rank(const char *prose, ClSpan cell)
{
    size_t at = cell.start;
    while (at < cell.end && g_ascii_isdigit(prose[at]))
        at++;
    at += at < cell.end && prose[at] == '.';
    return at == cell.end && cell.end - cell.start <= 3;
}

/* The cells before a column that say whose row it is: 1 | 蔚来 | ES8 | 5,012 */
static ClSpan
find_labels(const char *prose, const ClSpan *cells, unsigned column)
{
    unsigned first = 0;
    if (column > 1 && is_rank(prose, cells[0]) &&
        !cl_cell_is_figure(prose, cells[1].start, cells[1].end))
        first = 1;
    ClSpan labels = cells[first];
    for (unsigned i = first + 1; i < column; i++) {
        if (cells[i].start == cells[i].end ||
            cl_cell_is_figure(prose, cells[i].start, cells[i].end))
            break;
        labels.end = cells[i].end;
    }
    return labels;
}

bool
cl_table_says(ClTableWord word, const char *header)
{
    static const ClWordList lists[] = {
        [CL_TABLE_RATE] = CL_WORDS_TABLE_RATES,
        [CL_TABLE_RATIO] = CL_WORDS_TABLE_RATIOS,
        [CL_TABLE_COUNT] = CL_WORDS_TABLE_COUNTS,
        [CL_TABLE_YEAR_AGO] = CL_WORDS_YEAR_AGO,
        [CL_TABLE_VALUE] = CL_WORDS_TABLE_VALUES,
    };
    return cl_words_within(lists[word], header);
}

bool
cl_label_says_nothing(const char *word)
{
    return cl_words_has(CL_WORDS_LABEL_FILLERS, word, strlen(word));
}

/* The year a header names, 0 if it has no digits, 1 for other ones (Q3). */
static unsigned
year_in(const char *prose, ClSpan header)
{
    unsigned year = 0;
    for (size_t at = header.start; at < header.end; at++) {
        const size_t digits = strspn(prose + at, "0123456789");
        if (digits == 4 && at + digits <= header.end)
            return (unsigned)strtoul(prose + at, NULL, 10);
        year |= digits > 0;
        at += digits;
    }
    return year;
}

/* 2025Q3 | 2024Q3 | 同比: the growth is that of the later period, or of the
   first of two in one year. */
static ClSpan
later_period(const char *prose, const ClSpan *header, unsigned column)
{
    unsigned best = column;
    const unsigned latest = year_in(prose, header[column]);
    for (unsigned i = column; latest && i > 0; i--) {
        const unsigned year = year_in(prose, header[i]);
        if (!year)
            break;
        if (year >= year_in(prose, header[best]))
            best = i;
    }
    return header[best];
}

/* 营收 | 同比: the growth is that of the column before it. */
static ClSpan
find_beside(const char *prose, const ClSpan *header, unsigned column)
{
    if (!cl_words_starts(CL_WORDS_TABLE_RATES, prose, header[column]))
        return (ClSpan){0, 0};
    while (--column > 0)
        if (!cl_words_starts(CL_WORDS_TABLE_RATES, prose, header[column]))
            return later_period(prose, header, column);
    return (ClSpan){0, 0};
}

bool
cl_article_cell(const ClArticle *article, ClSpan sentence, ClCell *out)
{
    const ClTable *table = find_table(article, sentence.start);
    const char *prose = cl_article_prose(article);
    ClSpan header[MOST_COLUMNS], cells[MOST_COLUMNS];
    *out = (ClCell){.labels = {0, 0}};
    if (!table)
        return false;
    const size_t row = line_start(prose, sentence.start, table->start);
    const unsigned columns = read_cells(prose, row, table->end, cells);
    const unsigned headers =
        read_cells(prose, table->start, table->end, header);
    unsigned column = 0;
    while (column < columns && cells[column].end < sentence.end)
        column++;
    /* a leading | is no cell */
    if (row == table->start || column == 0 || column >= columns ||
        column >= headers)
        return false;
    out->row = (ClSpan){cells[0].start, cells[columns - 1].end};
    out->labels = find_labels(prose, cells, column);
    out->column = header[column];
    out->beside = find_beside(prose, header, column);
    out->above = table->above;
    out->corner = header[0];
    memcpy(out->captions, table->captions, sizeof out->captions);
    return true;
}
