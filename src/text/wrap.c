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

/* A line's vote for the page's width, if it is a witness. */
static void
add_witness(Sample *sample, const ClLine *line, const ClLine *next)
{
    if (!is_witness(line, next))
        return;
    sample->witnesses++;
    const unsigned last = line->width + MIN(room(line, next), 100u);
    sample->votes[line->width]++;
    sample->votes[MIN(last, 2u * CL_LINE_WIDE - 1)]--;
}

static void
add_line(Sample *sample, const ClLine *line)
{
    if (!is_text(line))
        return;
    sample->stops += line->stops > 0;
    sample->widths[MIN(line->width, CL_LINE_WIDE)]++;
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

/* The sentence of a line goes on below, as far as its end tells. */
static bool
is_open(const ClLine *line, const ClLine *next)
{
    return is_text(line) && is_text(next) && line->ends != CL_END_STOP;
}

/* Lines to be judged: those up to `judged`, of which the last may have one
   behind it. */
typedef struct {
    ClLine *lines;
    size_t count, judged;
    unsigned least; /* witnesses there must be */
} Lines;

static unsigned
count_texts(const Lines *all)
{
    unsigned texts = 0;
    for (size_t i = 0; i < all->judged; i++)
        texts += is_text(&all->lines[i]);
    return texts;
}

/* Whether lines may be judged to be wrapped, by their ends alone. */
static bool
may_be_wrapped(const Lines *all, unsigned texts)
{
    size_t open = 0;
    for (size_t i = 0; i + 1 < all->count; i++)
        open += is_open(&all->lines[i], &all->lines[i + 1]);
    return open >= all->least && open * 3 >= texts;
}

/* The width that most lines vote for; 0 if they do not agree.  Only those
   that may vote are measured. */
static unsigned
poll(const char *prose, const Lines *all, Sample *sample)
{
    unsigned support = 0;
    for (size_t i = 0; i + 1 < all->count; i++) {
        if (!is_open(&all->lines[i], &all->lines[i + 1]))
            continue;
        cl_line_measure(prose, &all->lines[i]);
        add_witness(sample, &all->lines[i], &all->lines[i + 1]);
    }
    const unsigned width = find_width(sample, &support);
    return width >= NARROWEST && sample->witnesses >= all->least &&
                   sample->witnesses * 3 >= sample->lines &&
                   support * 2 >= sample->witnesses
               ? width
               : 0;
}

/* The page's width by its lines, 0 if there is none.  What is cheap to know
   is asked first: most texts are not wrapped. */
static unsigned
judge(const ClArticle *article, const Lines *all)
{
    const char *prose = cl_article_prose(article);
    const unsigned texts = count_texts(all);
    if (!may_be_wrapped(all, texts))
        return 0;
    Sample sample = {.lines = texts};
    const unsigned width = poll(prose, all, &sample);
    if (!width)
        return 0;
    for (size_t i = 0; i < all->judged; i++) {
        cl_line_measure(prose, &all->lines[i]);
        add_line(&sample, &all->lines[i]);
    }
    unsigned wide = 0;
    for (unsigned w = width + SLACK + 1; w <= CL_LINE_WIDE; w++)
        wide += sample.widths[w];
    return wide * 5 <= texts && sample.stops * 4 >= sample.witnesses ? width
                                                                     : 0;
}

unsigned
cl_wrap_of_block(const ClArticle *article, ClLine *lines, size_t count)
{
    size_t block = 0;
    if (article->wrap || count < 2 || cl_line_is_blank(&lines[1]))
        return article->wrap;
    while (block < count && !cl_line_is_blank(&lines[block]))
        block++;
    /* in a short text two lines must do, in a long one they may be labels */
    const Lines all = {lines, block, block,
                       article->length < SHORT_BYTES ? 1 : 3};
    return judge(article, &all);
}

unsigned
cl_wrap_of_article(ClArticle *article)
{
    enum { LEAST = 4 };
    cl_lines_keep(article);
    const guint count = article->lines->len;
    const Lines all = {(ClLine *)(void *)article->lines->data, count,
                       count ? count - 1 : 0, LEAST};
    return judge(article, &all);
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

/* All lines that a look around one of them asks for. */
static void
measure_around(const ClArticle *article, ClLine *lines, size_t count, size_t at)
{
    enum { BEFORE = NEIGHBOURS + 1, BEHIND = NEIGHBOURS + 4 };
    const size_t first = at > BEFORE ? at - BEFORE : 0;
    for (size_t i = first; i < MIN(count, at + BEHIND); i++)
        cl_line_measure(cl_article_prose(article), &lines[i]);
}

size_t
cl_wrap_next(const ClArticle *article,
             ClLine *lines,
             size_t count,
             size_t at,
             unsigned wrap)
{
    if (wrap)
        measure_around(article, lines, count, at);
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
