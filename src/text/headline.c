/* SPDX-License-Identifier: Apache-2.0 */

/*
 * The top of an article becomes its title, date, outlet and writer, as far
 * as front matter has not told them.  Looks at the first few lines only.
 */

#include "text/lines.h"
#include "text/words.h"

#include <string.h>

#define TITLE_LINES 10
#define TOP_LINES 15
#define TOP_BYTES (64 * 1024)
#define SHORTEST 6 /* characters: 项目展示 is a menu */
#define WIDEST 120 /* cells: 60 Han characters */
#define LABEL_WIDEST 80
#define BLOCK 16
#define HEAD_WIDEST 60    /* cells of a kicker or a line of a set headline */
#define HEAD_NARROWEST 12 /* 春天 heads a chapter */
#define HEAD_BLOCK 3      /* lines of it without a blank one */
#define HEAD_LINES 5

typedef struct {
    GArray *lines; /* of ClLine: the first that are not blank */
    bool more;     /* the article has text behind them */
} Top;

static void
read_top(const ClArticle *article, Top *top)
{
    size_t number = 0;
    for (size_t at = 0; at < article->length;) {
        ClLine line = cl_line_of_article(article, number++, at);
        at = line.next;
        if (line.setext && top->lines->len)
            g_array_index(top->lines, ClLine, top->lines->len - 1).heading =
                true;
        if (cl_line_is_blank(&line))
            continue;
        if (top->lines->len == TOP_LINES || line.start > TOP_BYTES) {
            top->more = true;
            return;
        }
        cl_line_measure(cl_article_prose(article), &line);
        g_array_append_val(top->lines, line);
    }
}

static const ClLine *
top_line(const Top *top, guint index)
{
    return &g_array_index(top->lines, ClLine, index);
}

static bool
is_title(const ClArticle *article, const ClLine *line)
{
    const ClSpan title = article->info.title_span;
    return line->start >= title.start && line->start < title.end;
}

static bool
is_word(gunichar c)
{
    return cl_is_letter(c) || cl_is_digit(c) || cl_char_is_han(c);
}

/* A date that stands by itself: in 在2025年10月15日的会上 it does not. */
static bool
find_lone_date(const ClArticle *article, const ClLine *line, char date[11])
{
    const char *prose = cl_article_prose(article);
    if (line->width > LABEL_WIDEST || line->ends != CL_END_NONE ||
        !cl_has_numeral(prose, line->start, line->end))
        return false;
    g_auto(ClFolded) folded;
    cl_folded_init(&folded);
    cl_fold_article(article, (ClSpan){line->start, line->end}, &folded);
    char found[11];
    ClSpan where;
    if (!cl_read_date(folded.text->str, found, &where))
        return false;
    const ClSpan origin = cl_folded_origin(&folded, where);
    const char *after = folded.text->str + where.end;
    const bool weekday = *after == 't' || g_str_has_prefix(after, "星期") ||
                         g_str_has_prefix(after, "周");
    const bool begins =
        origin.start == line->start ||
        !is_word(
            cl_char_at(prose, cl_char_before(prose, line->start, origin.start))
                .c);
    if (!begins || (origin.end < line->end && !weekday &&
                    is_word(cl_char_at(prose, origin.end).c)))
        return false;
    g_strlcpy(date, found, sizeof found);
    return true;
}

/* Prose has a sentence's end inside or behind it, a headline none but ?!. */
static bool
is_prose(const ClArticle *article, const ClLine *line)
{
    const char *prose = cl_article_prose(article);
    const ClChar last =
        cl_char_at(prose, cl_char_before(prose, line->start, line->end));
    g_autofree char *text =
        g_strndup(prose + line->start, line->end - line->start);
    return strstr(text, "。") || last.c == '.' || last.c == ':' ||
           last.c == 0xFF1A || last.c == ';' || last.c == 0xFF1B;
}

/* The page has broken the line: it is the first of a wrapped paragraph. */
static bool
is_broken(const ClArticle *article, const ClLine *first)
{
    ClLine lines[BLOCK] = {*first};
    size_t count = 1;
    for (; count < BLOCK && lines[count - 1].next < article->length; count++) {
        lines[count] = cl_line_glance(cl_article_prose(article),
                                      article->length, lines[count - 1].next);
        if (cl_line_is_blank(&lines[count]))
            break;
    }
    if (article->markdown)
        return count > 1 && !lines[1].item && !lines[1].heading;
    const unsigned wrap = cl_wrap_of_block(article, lines, count);
    if (count < 2 || !wrap)
        return false;
    cl_line_measure(cl_article_prose(article), &lines[1]);
    return cl_wrap_is_full(first, &lines[1], wrap);
}

/* What labels an article or leads out of it. */
static bool
is_label(const ClArticle *article, const ClLine *line, const ClFolded *folded)
{
    char date[11];
    const char *text = folded->text->str;
    const bool number = strspn(text, "0123456789.,:/-% ") == folded->text->len;
    return number || cl_is_byline(text) || strstr(text, "(id:") ||
           find_lone_date(article, line, date) ||
           cl_words_within(CL_WORDS_NAVIGATION, text);
}

static bool
is_headline(const ClArticle *article, const ClLine *line)
{
    if (line->width > WIDEST || line->item || is_prose(article, line) ||
        is_broken(article, line))
        return false;
    g_auto(ClFolded) folded;
    cl_folded_init(&folded);
    cl_fold_article(article, (ClSpan){line->start, line->end}, &folded);
    return g_utf8_strlen(folded.text->str, -1) >= SHORTEST &&
           !is_label(article, line, &folded);
}

/* A kicker, one line of several that a headline was set in, or a deck. */
static bool
is_head_line(const ClArticle *article, const ClLine *line)
{
    if (line->width > HEAD_WIDEST || line->item || line->heading ||
        line->ends == CL_END_STOP || is_prose(article, line))
        return false;
    g_auto(ClFolded) folded;
    cl_folded_init(&folded);
    cl_fold_article(article, (ClSpan){line->start, line->end}, &folded);
    return !is_label(article, line, &folded);
}

/* How many lines stand together from one on, all of them of a head; 0 if one is
   not, or they are a paragraph. */
static guint
lines_of_head(const ClArticle *article, const Top *top, guint first)
{
    const char *prose = cl_article_prose(article);
    unsigned width = 0;
    guint count = 0;
    for (guint i = first; i < top->lines->len; i++, count++) {
        const ClLine *line = top_line(top, i);
        const size_t before = count ? top_line(top, i - 1)->next : line->start;
        if (memchr(prose + before, '\n', line->start - before))
            return width < HEAD_NARROWEST ? 0 : count;
        if (count == HEAD_BLOCK || !is_head_line(article, line))
            return 0;
        width += line->width;
    }
    return top->more && width >= HEAD_NARROWEST ? count : 0;
}

/* The line behind a head that begins with some lines: 三分钟二十万台 stands above
   what the article is about.  Those lines alone where too many are alike, as in a
   menu. */
static guint
end_of_head(const ClArticle *article, const Top *top, guint first, guint count)
{
    guint end = first + count;
    for (guint more; (more = lines_of_head(article, top, end)); end += more)
        if (end + more - first > HEAD_LINES)
            return first + count;
    return end;
}

static bool
same_folded(const ClArticle *article, ClSpan span, const char *folded)
{
    g_auto(ClFolded) own;
    cl_folded_init(&own);
    cl_fold_article(article, span, &own);
    return strcmp(own.text->str, folded) == 0;
}

/* Where the title of the front matter stands in the text again: then it is
   read there and not above. */
static void
find_known_title(ClArticle *article, const Top *top)
{
    const ClSpan above = article->info.title_span;
    g_autofree char *folded = cl_fold_term(article->info.title);
    for (guint i = 0; i < top->lines->len; i++) {
        const ClLine *line = top_line(top, i);
        const ClSpan span = {line->start, line->end};
        if (!is_title(article, line) && line->width < CL_LINE_WIDE &&
            same_folded(article, span, folded)) {
            cl_article_mask(article, above.start, above.end, CL_MASK_DROP);
            article->info.title_span = span;
            return;
        }
    }
}

static void
set_title(ClArticle *article, ClSpan span)
{
    article->info.title = cl_article_string(article, span);
    article->info.title_span = span;
}

/* Whether the text has begun above a line. */
static bool
is_below_prose(const ClArticle *article, const Top *top, guint line)
{
    for (guint i = 0; i < line; i++)
        if (top_line(top, i)->ends == CL_END_STOP ||
            is_prose(article, top_line(top, i)))
            return true;
    return false;
}

/* How many lines of the top are a headline from one on: two where the page has
   broken it behind a comma, up to three where it was set in lines; 0 if none. */
static guint
lines_of_title(const ClArticle *article, const Top *top, guint first)
{
    const ClLine *line = top_line(top, first);
    const bool last = first + 1 == top->lines->len;
    if (last && !top->more)
        return 0;
    if (!is_headline(article, line)) {
        const guint set = is_below_prose(article, top, first)
                              ? 0
                              : lines_of_head(article, top, first);
        return set > 1 ? set : 0;
    }
    if (line->ends != CL_END_OPEN)
        return 1;
    const ClLine *next = last ? NULL : top_line(top, first + 1);
    return !next || next->width > WIDEST || is_prose(article, next) ||
                   line->next > next->start
               ? 0
               : 2;
}

static void
find_title(ClArticle *article, const Top *top)
{
    for (guint i = 0; i < top->lines->len; i++) {
        const ClLine *line = top_line(top, i);
        if (line->heading && article->markdown) {
            set_title(article, (ClSpan){line->start, line->end});
            return;
        }
    }
    for (guint i = 0; i < MIN(top->lines->len, TITLE_LINES); i++) {
        const guint count = lines_of_title(article, top, i);
        if (!count)
            continue;
        const guint end = end_of_head(article, top, i, count);
        set_title(article, (ClSpan){top_line(top, i)->start,
                                    top_line(top, end - 1)->end});
        return;
    }
}

/* The first date line; a headline may hold a date that is not its own. */
static void
find_date(ClArticle *article, const Top *top)
{
    for (guint i = 0; i < top->lines->len; i++) {
        const ClLine *line = top_line(top, i);
        if (!is_title(article, line) &&
            find_lone_date(article, line, article->info.date))
            return;
    }
}

/* report-2025-10-19.txt, 20251019_report.md */
static void
read_file_date(ClArticle *article)
{
    g_autofree char *name = g_path_get_basename(article->info.path);
    ClSpan where;
    for (const char *p = name; *p && !*article->info.date; p++) {
        if (p > name && g_ascii_isalnum(p[-1]))
            continue;
        if (strspn(p, "0123456789") == 8) {
            char day[16];
            g_snprintf(day, sizeof day, "%.4s-%.2s-%.2s", p, p + 4, p + 6);
            cl_read_date(day, article->info.date, &where);
        } else if (strspn(p, "0123456789") == 4) {
            g_autofree char *day = g_strndup(p, 10);
            g_strdelimit(day, "_", '-');
            cl_read_date(day, article->info.date, &where);
        }
    }
}

static void
read_bylines(ClArticle *article, const Top *top)
{
    for (guint i = 0; i < top->lines->len; i++) {
        const ClLine *line = top_line(top, i);
        const ClSpan span = {line->start, line->end};
        if (line->width <= LABEL_WIDEST && line->ends == CL_END_NONE &&
            !is_title(article, line))
            cl_read_byline(article, span);
    }
}

void
cl_read_headlines(ClArticle *article)
{
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(ClLine));
    Top top = {.lines = lines};
    read_top(article, &top);
    if (article->info.title)
        find_known_title(article, &top);
    else
        find_title(article, &top);
    if (!*article->info.date)
        find_date(article, &top);
    if (!*article->info.date)
        read_file_date(article);
    read_bylines(article, &top);
}
