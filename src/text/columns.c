/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Columns of print side by side, as a converter of PDF leaves them: rows of
 * the text in the order in which they are read.  A gutter is blank in every
 * line of a run, with prose on both sides: short cells are a table's.  No run
 * is looked at twice for one gutter, so all of it is linear.
 */
#include "text/layout.h"

#include "text/lines.h"

enum {
    GAP = 3,      /* blanks that may be a gutter */
    NARROW = 2,   /* cells of a gutter, where all lines have met */
    LEAST = 3,    /* lines with both columns */
    MEAN = 16,    /* cells of a line of a column */
    DEEPEST = 3,  /* gutters beside each other */
    GUTTERS = 8,  /* that are tried in one line */
    TAB_STOP = 8, /* cells */
};

/* Blank cells [from, to) and where their bytes are. */
typedef struct {
    unsigned from, to;
    size_t start, end;
} Blank;

typedef struct {
    const char *text;
    const GArray *lines; /* of ClSpan, without line breaks */
    GArray *rows;        /* of ClSpan */
    unsigned depth;
} Page;

static ClSpan
line_at(const Page *page, guint i)
{
    return g_array_index(page->lines, ClSpan, i);
}

/* ---- Blanks of a line ------------------------------------------------------- */

static bool
is_blank_char(gunichar c)
{
    return c == ' ' || c == '\t' || c == 0xA0 || c == 0x3000;
}

static unsigned
cells_of(gunichar c, unsigned at)
{
    return c == '\t' ? TAB_STOP - at % TAB_STOP : cl_char_cells(c);
}

/* The blanks from a byte and its cell on; false where the line ends first. */
static bool
next_blank(
    const Page *page, ClSpan line, size_t *at, unsigned *cell, Blank *out)
{
    bool inside = false;
    while (*at < line.end) {
        const gunichar c = g_utf8_get_char(page->text + *at);
        if (!inside && is_blank_char(c))
            *out = (Blank){.from = *cell, .start = *at};
        else if (inside && !is_blank_char(c))
            return true;
        inside = is_blank_char(c);
        *cell += cells_of(c, *cell);
        *at += (size_t)g_utf8_skip[(guchar)page->text[*at]];
        out->to = *cell;
        out->end = *at;
    }
    return false;
}

/* Narrows a gutter to what is blank in a line too; both tells whether text
   stands on both sides.  False if text crosses it. */
static bool
meets(const Page *page, ClSpan line, Blank *gutter, bool *both)
{
    size_t at = line.start;
    unsigned cell = 0;
    Blank blank;
    while (next_blank(page, line, &at, &cell, &blank)) {
        const unsigned from = MAX(blank.from, gutter->from);
        const unsigned to = MIN(blank.to, gutter->to);
        if (from + NARROW > to)
            continue;
        *both = blank.from > 0 && blank.to - blank.from >= NARROW;
        gutter->from = from;
        gutter->to = to;
        return true;
    }
    *both = false;
    if (cell >= gutter->to)
        return false;
    gutter->from = MAX(gutter->from, cell);
    return gutter->from + NARROW <= gutter->to;
}

/* Where the cells from a column on begin; the line's end if it has none. */
static size_t
byte_of_cell(const Page *page, ClSpan line, unsigned column)
{
    unsigned cell = 0;
    size_t at = line.start;
    while (at < line.end && cell < column) {
        cell += cells_of(g_utf8_get_char(page->text + at), cell);
        at += (size_t)g_utf8_skip[(guchar)page->text[at]];
    }
    return at;
}

static ClSpan
trim(const Page *page, ClSpan span)
{
    while (span.start < span.end &&
           is_blank_char(g_utf8_get_char(page->text + span.start)))
        span.start += (size_t)g_utf8_skip[(guchar)page->text[span.start]];
    while (span.start < span.end) {
        const size_t last = cl_char_before(page->text, span.start, span.end);
        if (!is_blank_char(g_utf8_get_char(page->text + last)))
            break;
        span.end = last;
    }
    return span;
}

static bool
is_empty(const Page *page, ClSpan line)
{
    const ClSpan rest = trim(page, line);
    return rest.start == rest.end;
}

/* ---- Runs of lines ------------------------------------------------------------ */

/* What stands in a column. */
typedef struct {
    unsigned lines, cells, marks;
} Side;

static void
add_side(const Page *page, ClSpan part, Side *side)
{
    part = trim(page, part);
    side->lines++;
    for (size_t at = part.start; at < part.end;
         at += (size_t)g_utf8_skip[(guchar)page->text[at]]) {
        const gunichar c = g_utf8_get_char(page->text + at);
        const bool comma = c == 0xFF0C || c == ',';
        const bool stop =
            cl_is_stop(c) ||
            (c == '.' && (at + 1 == part.end || page->text[at + 1] == ' '));
        side->cells += cl_char_cells(c);
        side->marks += stop || comma;
    }
}

static bool
is_prose(const Side *side)
{
    return side->lines >= LEAST && side->cells >= MEAN * side->lines &&
           side->marks > 0;
}

static bool
parts_prose(const Page *page, guint first, guint last, const Blank *gutter)
{
    Side left = {0}, right = {0};
    for (guint i = first; i < last; i++) {
        bool both;
        Blank met = *gutter;
        const ClSpan line = line_at(page, i);
        if (is_empty(page, line) || !meets(page, line, &met, &both) || !both)
            continue;
        const size_t cut = byte_of_cell(page, line, gutter->from);
        add_side(page, (ClSpan){line.start, cut}, &left);
        add_side(page, (ClSpan){cut, line.end}, &right);
    }
    return is_prose(&left) && is_prose(&right);
}

/* The lines from first on that a gutter divides, narrowed to what all of them
   leave blank.  An empty line among them is one of both columns; behind it, a
   line without both may be of the page again. */
static guint
follow(const Page *page, guint first, Blank *gutter)
{
    guint last = first;
    bool empty = false;
    for (guint i = first; i < page->lines->len; i++) {
        bool both;
        Blank met = *gutter;
        if (is_empty(page, line_at(page, i))) {
            if (i > last && empty)
                break;
            empty = true;
            continue;
        }
        if (!meets(page, line_at(page, i), &met, &both))
            break;
        *gutter = met;
        empty &= !both;
        if (!empty)
            last = i + 1;
    }
    return last;
}

/* The end of the run of lines that begins here, and its gutter; the line
   itself if there is none. */
static guint
find_run(const Page *page, guint first, Blank *gutter, guint *next)
{
    const ClSpan line = line_at(page, first);
    size_t at = line.start;
    unsigned cell = 0;
    Blank blank;
    *next = first + 1;
    for (unsigned i = 0; i < GUTTERS; i++) {
        if (!next_blank(page, line, &at, &cell, &blank))
            break;
        if (blank.from == 0 || blank.to - blank.from < GAP)
            continue;
        *gutter = blank;
        const guint last = follow(page, first, gutter);
        if (last - first >= LEAST && parts_prose(page, first, last, gutter))
            return last;
        *next = MAX(*next, last);
    }
    return first;
}

/* ---- Order ---------------------------------------------------------------------- */

static void order(const Page *page);

static void
add_column(
    const Page *page, guint first, guint last, const Blank *gutter, bool right)
{
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(ClSpan));
    for (guint i = first; i < last; i++) {
        ClSpan line = line_at(page, i);
        const size_t cut =
            byte_of_cell(page, line, right ? gutter->to : gutter->from);
        if (right)
            line.start = cut;
        else
            line.end = cut;
        g_array_append_val(lines, line);
    }
    const Page column = {page->text, lines, page->rows, page->depth + 1};
    order(&column);
    const ClSpan none = {g_array_index(lines, ClSpan, lines->len - 1).end,
                         g_array_index(lines, ClSpan, lines->len - 1).end};
    g_array_append_val(page->rows, none);
}

static void
order(const Page *page)
{
    for (guint i = 0; i < page->lines->len;) {
        Blank gutter;
        guint next = i + 1;
        const guint last =
            page->depth < DEEPEST ? find_run(page, i, &gutter, &next) : i;
        if (last > i) {
            add_column(page, i, last, &gutter, false);
            add_column(page, i, last, &gutter, true);
            i = last;
            continue;
        }
        for (; i < next; i++) {
            const ClSpan row =
                page->depth ? trim(page, line_at(page, i)) : line_at(page, i);
            g_array_append_val(page->rows, row);
        }
    }
}

void
cl_order_rows(const char *text, const GArray *lines, GArray *rows)
{
    const Page page = {text, lines, rows, 0};
    order(&page);
}
