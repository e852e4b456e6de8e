/* SPDX-License-Identifier: Apache-2.0 */

/*
 * Lines become paragraphs: was a line broken by its writer or by the page?
 * Each line that was broken by a page admits a range of page widths: it
 * fits, and with the next word it would not.  A width most lines admit is
 * the page's.  Every look around is bounded, so all of it is linear.
 */

#include "text/lines.h"

#define NARROWEST 24 /* a page is wider: a list of names is no page */
#define SLACK 6      /* Chinese lines end early: indents, 。 kept in */
#define INDENT 4     /* two Han characters before a paragraph */
#define SAMPLE 4000  /* lines that tell an article's width */
#define SAMPLE_BYTES (1 << 18)
#define SHORT_BYTES 2000
#define NEIGHBOURS 3 /* lines that tell a narrow column's width */

/* Print sets Latin letters narrower than half a Han character. */
static unsigned
room(const ClLine *line, const ClLine *next)
{
    /* 订单5. / 2万辆: a Chinese line may be cut in a number */
    const bool chinese = line->cjk_end || line->width > 2 * line->letters;
    if (!chinese && next->first_word)
        return next->first_word;
    return SLACK + line->letters / 2 + next->first_word;
}

static bool
is_text(const ClLine *line)
{
    return !cl_line_is_blank(line) && !line->heading && !line->item &&
           !line->setext;
}

/* A line that the page may have broken, and the page's widths it admits. */
static bool
is_witness(const ClLine *line, const ClLine *next)
{
    return is_text(line) && is_text(next) && line->ends != CL_END_STOP &&
           line->width < CL_LINE_WIDE;
}

typedef struct {
    int votes[CL_LINE_WIDE * 2];
    unsigned widths[CL_LINE_WIDE + 1]; /* how many lines have each width */
    unsigned lines, witnesses, stops;
} Sample;

static void
add_line(Sample *sample, const ClLine *line, const ClLine *next)
{
    if (!is_text(line))
        return;
    sample->lines++;
    sample->stops += line->stops > 0;
    sample->widths[MIN(line->width, CL_LINE_WIDE)]++;
    if (!next || !is_witness(line, next))
        return;
    sample->witnesses++;
    const unsigned last = line->width + MIN(room(line, next), 100u);
    sample->votes[line->width]++;
    sample->votes[MIN(last, 2u * CL_LINE_WIDE - 1)]--;
}

static unsigned
find_width(const Sample *sample, unsigned *support)
{
    unsigned best = 0;
    int sum = 0, most = 0;
    for (unsigned w = 0; w < CL_LINE_WIDE; w++) {
        sum += sample->votes[w];
        if (sum > most) {
            most = sum;
            best = w;
        }
    }
    *support = (unsigned)most;
    return best;
}

static unsigned
judge(const Sample *sample, unsigned least)
{
    unsigned support = 0, wide = 0;
    const unsigned width = find_width(sample, &support);
    for (unsigned w = width + SLACK + 1; w <= CL_LINE_WIDE; w++)
        wide += sample->widths[w];
    const bool wrapped = width >= NARROWEST && sample->witnesses >= least &&
                         sample->witnesses * 3 >= sample->lines &&
                         support * 2 >= sample->witnesses &&
                         wide * 5 <= sample->lines &&
                         sample->stops * 4 >= sample->witnesses;
    return wrapped ? width : 0;
}

unsigned
cl_wrap_of_block(const ClArticle *article, const ClLine *lines, size_t count)
{
    if (article->wrap || count < 2 || cl_line_is_blank(&lines[1]))
        return article->wrap;
    Sample sample = {0};
    for (size_t i = 0; i < count && !cl_line_is_blank(&lines[i]); i++)
        add_line(&sample, &lines[i], i + 1 < count ? &lines[i + 1] : NULL);
    /* in a short text two lines must do, in a long one they may be labels */
    return judge(&sample, article->length < SHORT_BYTES ? 1 : 3);
}

/* The article's first lines, measured. */
static void
keep_lines(ClArticle *article)
{
    const char *prose = cl_article_prose(article);
    ClLine line = {0};
    article->lines = g_array_new(FALSE, FALSE, sizeof(ClLine));
    while (article->lines->len <= SAMPLE && line.next < article->length &&
           (article->lines->len < 2 || line.start <= SAMPLE_BYTES)) {
        line = cl_line_read(prose, article->length, line.next);
        g_array_append_val(article->lines, line);
    }
}

unsigned
cl_wrap_of_article(ClArticle *article)
{
    g_autofree Sample *sample = g_new0(Sample, 1);
    keep_lines(article);
    for (guint i = 0; i + 1 < article->lines->len; i++) {
        const ClLine *line = &g_array_index(article->lines, ClLine, i);
        add_line(sample, line, line + 1);
    }
    return judge(sample, 4);
}

bool
cl_wrap_is_full(const ClLine *line, const ClLine *next, unsigned wrap)
{
    const unsigned indent = line->cjk_end ? INDENT : 0;
    return line->width + room(line, next) + indent >= wrap;
}

/* The widest of up to NEIGHBOURS text lines on one side, 0 if fewer than 2;
 * behind a column break the lines above the blank count too. */
static unsigned
side_width(const ClLine *lines, size_t count, size_t at, int step)
{
    unsigned width = 0, height = 0;
    for (size_t i = at + (size_t)step; i < count && height < NEIGHBOURS;
         i += (size_t)step) {
        const bool gap = step < 0 && height == 0 && i + 1 == at &&
                         cl_line_is_blank(&lines[i]);
        if (gap)
            continue;
        if (!is_text(&lines[i]))
            break;
        width = MAX(width, lines[i].width);
        height++;
    }
    return height >= 2 ? width : 0;
}

static bool
fills_side(const ClLine *line, unsigned width, unsigned wrap)
{
    return width && width + SLACK < wrap &&
           line->width + SLACK + line->letters / 2 >= width;
}

/* 第三个 / 故事，关 / 于手机: a column of four characters beside a picture. */
static bool
fills_column(const ClLine *lines, size_t count, size_t at, unsigned wrap)
{
    return fills_side(&lines[at], side_width(lines, count, at, -1), wrap) ||
           fills_side(&lines[at], side_width(lines, count, at, 1), wrap);
}

/* The line looks like prose of the page, of a column, or of the same one. */
static bool
goes_on_as_prose(
    const ClLine *lines, size_t count, size_t at, size_t to, unsigned wrap)
{
    const ClLine *next = &lines[to];
    const unsigned column = side_width(lines, count, at, -1);
    if (next->ends == CL_END_STOP)
        return true;
    if (!is_text(next + 1))
        return false;
    return cl_wrap_is_full(next, next + 1, wrap) ||
           fills_column(lines, count, to, wrap) ||
           (column && next->width <= column + 2 &&
            next->width + SLACK >= column);
}

/* A column of print ends in mid sentence; a blank line stands there. */
static size_t
skip_column_break(const ClLine *lines, size_t count, size_t at, unsigned wrap)
{
    size_t to = at + 1;
    while (to < count && to <= at + 2 && cl_line_is_blank(&lines[to]))
        to++;
    if (to + 1 >= count || !is_text(&lines[to]) ||
        lines[at].ends == CL_END_STOP || at == 0 || !is_text(&lines[at - 1]))
        return 0;
    const bool full =
        lines[at].width + lines[at].letters / 2 + SLACK >= wrap ||
        fills_side(&lines[at], side_width(lines, count, at, -1), wrap);
    const bool joins = lines[at].cjk_end || lines[to].lower_start;
    return full && joins && goes_on_as_prose(lines, count, at, to, wrap) ? to
                                                                         : 0;
}

static bool
is_title(const ClArticle *article, const ClLine *line, const ClLine *next)
{
    const ClSpan title = article->info.title_span;
    return line->start >= title.start && line->start < title.end &&
           next->start >= title.end;
}

size_t
cl_wrap_next(const ClArticle *article,
             const ClLine *lines,
             size_t count,
             size_t at,
             unsigned wrap)
{
    if (at + 1 >= count || !is_text(&lines[at + 1]) || lines[at].heading) {
        const bool blank = at + 1 < count && cl_line_is_blank(&lines[at + 1]);
        return blank && article->wrap && is_text(&lines[at])
                   ? skip_column_break(lines, count, at, wrap)
                   : 0;
    }
    const ClLine *line = &lines[at], *next = &lines[at + 1];
    if (is_title(article, line, next))
        return 0;
    if (article->markdown)
        return line->hard_break ? 0 : at + 1;
    if (line->ends == CL_END_OPEN)
        return at + 1;
    if (!wrap)
        return 0;
    return cl_wrap_is_full(line, next, wrap) ||
                   fills_column(lines, count, at, wrap)
               ? at + 1
               : 0;
}
