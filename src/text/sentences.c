/* SPDX-License-Identifier: Apache-2.0 */

/*
 * Prose becomes sentences.  The walker holds a window of measured lines
 * around the one it reads, so each line is measured once; sentences come in
 * order, do not overlap, and none is longer than LONGEST bytes.
 */

#include "text/lines.h"
#include "text/words.h"

#define LONGEST 4096
#define BEHIND 8 /* lines kept behind the current one */
#define AHEAD 64 /* lines read at a time */
#define HEADING_WIDEST 60
#define LONGEST_LEAD 200 /* bytes */

struct ClSentences {
    const ClArticle *article;
    const char *prose;
    GArray *lines;        /* of ClLine: a window of the article's */
    size_t line;          /* the current one in lines */
    size_t unread;        /* where the line after the window starts */
    size_t number;        /* of that line */
    size_t at;            /* where the next sentence may start */
    size_t wrapped_until; /* wrap holds for lines that start before it */
    unsigned wrap;        /* of the lines around, cells */
    unsigned paragraph;
    ClSpan lead;     /* what leads into the items that follow; may be empty */
    bool lead_asked; /* whether it does is known */
    bool item;       /* the paragraph is a list's item */
    bool open;       /* inside a paragraph */
    bool heading;    /* which is a heading */
    unsigned quotes; /* straight ones so far */
};

static const ClLine *
line_at(const ClSentences *walker, size_t index)
{
    return &g_array_index(walker->lines, ClLine, index);
}

/* As many of the article's kept lines as the window has room for. */
static void
take_kept(ClSentences *walker)
{
    const GArray *kept = walker->article->lines;
    const size_t room = walker->line + AHEAD - walker->lines->len;
    if (!kept || walker->number >= kept->len)
        return;
    const size_t count = MIN(room, kept->len - walker->number);
    const ClLine *lines = &g_array_index(kept, ClLine, walker->number);
    g_array_append_vals(walker->lines, lines, (guint)count);
    walker->number += count;
    walker->unread = lines[count - 1].next;
}

/* Keeps AHEAD / 2 lines or more ahead of the current one, if there are. */
static void
refill(ClSentences *walker)
{
    const size_t length = walker->article->length;
    if (walker->line + AHEAD / 2 < walker->lines->len)
        return;
    if (walker->line > BEHIND) {
        const size_t old = walker->line - BEHIND;
        g_array_remove_range(walker->lines, 0, (guint)old);
        walker->line -= old;
    }
    take_kept(walker);
    while (walker->unread < length &&
           walker->lines->len < walker->line + AHEAD) {
        const ClLine line = cl_line_of_article(
            walker->article, walker->number++, walker->unread);
        g_array_append_val(walker->lines, line);
        walker->unread = line.next;
    }
}

/* How wide the lines from the current one on are set; measured per block. */
static void
measure_block(ClSentences *walker)
{
    const ClLine *line = line_at(walker, walker->line);
    if (walker->article->markdown || line->start < walker->wrapped_until)
        return;
    const size_t count = walker->lines->len - walker->line;
    walker->wrap = cl_wrap_of_block(
        walker->article, &g_array_index(walker->lines, ClLine, walker->line),
        count);
    size_t end = 1;
    while (end < count && !cl_line_is_blank(&line[end]))
        end++;
    walker->wrapped_until = line[end - 1].next;
}

static size_t
next_of_paragraph(ClSentences *walker)
{
    measure_block(walker);
    return cl_wrap_next(walker->article, (ClLine *)(void *)walker->lines->data,
                        walker->lines->len, walker->line, walker->wrap);
}

static bool
is_in_title(const ClSentences *walker, size_t at)
{
    const ClSpan title = walker->article->info.title_span;
    return at >= title.start && at < title.end;
}

static bool
is_heading(ClSentences *walker)
{
    const ClLine *line = line_at(walker, walker->line);
    const bool underlined = walker->line + 1 < walker->lines->len &&
                            line_at(walker, walker->line + 1)->setext;
    if (line->heading || underlined || is_in_title(walker, line->start))
        return true;
    if (walker->article->markdown || line->ends != CL_END_NONE)
        return false;
    cl_line_measure(walker->prose,
                    &g_array_index(walker->lines, ClLine, walker->line));
    return line->sentences == 0 && line->width <= HEADING_WIDEST &&
           (line->start > 0 || line->next < walker->article->length) &&
           !next_of_paragraph(walker);
}

/* Moves to the next line that has text; false at the article's end. */
static bool
open_paragraph(ClSentences *walker)
{
    for (;; walker->line++) {
        refill(walker);
        if (walker->line >= walker->lines->len)
            return false;
        if (!cl_line_is_blank(line_at(walker, walker->line)))
            break;
    }
    walker->at = line_at(walker, walker->line)->start;
    walker->heading = is_heading(walker);
    walker->item = line_at(walker, walker->line)->item;
    walker->paragraph++;
    walker->open = true;
    return true;
}

/* Goes on to the paragraph's next line, or closes it. */
static bool
next_line(ClSentences *walker)
{
    refill(walker);
    const size_t next = next_of_paragraph(walker);
    walker->open = next != 0;
    walker->line = next ? next : walker->line + 1;
    return walker->open;
}

/* The Latin letter at prose[*at], full-width or not, else 0; steps over it. */
static char
take_letter(const char *prose, size_t *at)
{
    const ClChar c = cl_char_at(prose, *at);
    const gunichar plain = c.c >= 0xFF21 && c.c <= 0xFF5A ? c.c - 0xFEE0 : c.c;
    *at += c.length;
    return cl_is_letter(plain) ? g_ascii_tolower((char)plain) : 0;
}

/* Past what is no letter for sure. */
static size_t
skip_letterless(const char *prose, size_t at, size_t end)
{
    while (at < end) {
        if (cl_is_plain_han(prose, at))
            at += CL_HAN_BYTES;
        else if ((guchar)prose[at] < 0x80 && !g_ascii_isalpha(prose[at]))
            at++;
        else
            break;
    }
    return at;
}

/* English says numbers in words; only asked where no other sign was met. */
static bool
has_number_word(const char *prose, size_t at, size_t end)
{
    char word[16];
    while ((at = skip_letterless(prose, at, end)) < end) {
        size_t length = 0;
        for (char letter; at < end && (letter = take_letter(prose, &at));) {
            if (length < sizeof word)
                word[length++] = letter;
        }
        if (length > 1 &&
            (cl_words_prefix(CL_WORDS_NUMBERS, word, length) >= 0 ||
             cl_words_has(CL_WORDS_SHORT_NUMBERS, word, length)))
            return true;
    }
    return false;
}

bool
cl_sentence_has_number(const ClArticle *article, const ClSentence *sentence)
{
    const char *prose = cl_article_prose(article);
    const ClSpan span = sentence->span;
    return cl_has_numeral(prose, span.start, span.end) ||
           has_number_word(prose, span.start, span.end);
}

/* The last sentence before a list leads in if it says so, which is asked once
   an item follows; a title is above all there is. */
static void
note_lead(ClSentences *walker, ClSentence *sentence)
{
    if (!walker->item || sentence->cell) {
        walker->lead =
            sentence->cell || is_in_title(walker, sentence->span.start)
                ? (ClSpan){0, 0}
                : sentence->span;
        walker->lead_asked = false;
        return;
    }
    const ClSpan lead = walker->lead;
    if (!walker->lead_asked &&
        (lead.end - lead.start > LONGEST_LEAD || lead.end == lead.start ||
         !cl_leads_in(walker->prose, lead)))
        walker->lead = (ClSpan){0, 0};
    walker->lead_asked = true;
    sentence->lead = walker->lead;
}

static bool
emit(ClSentences *walker, size_t start, size_t end, ClSentence *out)
{
    const char *prose = walker->prose;
    const size_t from = cl_skip_void(prose, start, end);
    const size_t to = cl_skip_void_back(prose, from, end);
    walker->quotes = 0;
    if (from == to)
        return false;
    *out = (ClSentence){
        .span = {from, to},
        .paragraph = walker->paragraph,
        .heading = walker->heading,
        .cell = cl_article_in_table(walker->article, from),
    };
    note_lead(walker, out);
    return true;
}

/* Where a sentence that is too long is cut: behind a comma, if it has one. */
static size_t
cut_long(const char *prose, size_t start, size_t limit)
{
    for (size_t at = limit; at > start;) {
        const size_t before = cl_char_before(prose, start, at);
        const gunichar c = cl_char_at(prose, before).c;
        const bool number = c == ',' && cl_is_digit((guchar)prose[at]);
        if ((c == ',' || c == 0xFF0C || c == 0x3001) && !number)
            return at;
        at = before;
    }
    return limit;
}

static bool
is_ender(ClChar c)
{
    return c.c == '.' || c.c == '!' || c.c == '?' || c.c == ';' ||
           c.c == 0x2026 || cl_is_stop(c.c);
}

/* 7.\n31亿: a number that a hard-wrapped line was cut in. */
static bool
cuts_number(const ClSentences *walker, size_t at)
{
    const char *prose = walker->prose;
    const size_t end = walker->article->length;
    size_t next = at + 1;
    while (next < end && cl_is_mask(prose[next])) /* the CR of a CRLF */
        next++;
    return at > 0 && cl_is_digit((guchar)prose[at - 1]) && prose[at] == '.' &&
           next + 1 < end && prose[next] == '\n' &&
           cl_is_digit((guchar)prose[next + 1]);
}

/* The first byte that may begin a character that ends a sentence, a mask or a
   quote.  What stands behind the end is looked at in blocks with the rest. */
static size_t
skip_plain(const ClSentences *walker, size_t at, size_t end)
{
    enum { LOOK_ON = 64 };
    enum { ROW_2 = 1, ROW_3 = 2, ROW_F = 4, ALL = ROW_2 | ROW_3 | ROW_F };
    enum { FULL_STOP = 8, WIDE = 16, HALF = 32, DOTS = 64 };
    static const ClTripleSet enders = {{
        {.high = {[2] = ROW_2,
                  [3] = ROW_3,
                  [0xE] = FULL_STOP | WIDE | HALF | DOTS,
                  [0xF] = ROW_F},
         .low = {[0x1] = ROW_2,        /* ! */
                 [0x2] = ROW_2 | DOTS, /* " and E2 */
                 [0x3] = FULL_STOP,    /* E3 */
                 [0xA] = ROW_F,        /* masks */
                 [0xB] = ROW_3 | ROW_F,
                 [0xC] = ROW_F,
                 [0xD] = ROW_F,
                 [0xE] = ROW_2 | ROW_F,
                 [0xF] = ROW_3 | ROW_F | WIDE | HALF}},
        /* 80 of 。 and …, BC of ！, BD of ｡ */
        {.high = {ALL, ALL, ALL, ALL, ALL, ALL, ALL, ALL,
                  ALL | FULL_STOP | DOTS, ALL, ALL, ALL | WIDE | HALF, ALL, ALL,
                  ALL, ALL},
         .low = {ALL | FULL_STOP | DOTS, ALL, ALL, ALL, ALL, ALL, ALL, ALL, ALL,
                 ALL, ALL, ALL, ALL | WIDE, ALL | HALF, ALL, ALL}},
        /* 82 of 。, 81 9B 9F of ！；？, A1 of ｡, A6 of … */
        {.high = {ALL, ALL, ALL, ALL, ALL, ALL, ALL, ALL,
                  ALL | FULL_STOP | WIDE, ALL | WIDE, ALL | HALF | DOTS, ALL,
                  ALL, ALL, ALL, ALL},
         .low = {ALL, ALL | WIDE | HALF, ALL | FULL_STOP, ALL, ALL, ALL,
                 ALL | DOTS, ALL, ALL, ALL, ALL, ALL | WIDE, ALL, ALL, ALL,
                 ALL | WIDE}},
    }};
    const size_t last = MIN(walker->article->length, end + LOOK_ON);
    const size_t found = cl_scan_find_triple(&enders, walker->prose, at, last);
    return MIN(found, end);
}

/* Where the character that holds a byte begins. */
static size_t
start_of_char(const char *prose, size_t start, size_t at)
{
    while (at > start && ((guchar)prose[at] & 0xC0) == 0x80)
        at--;
    return at;
}

/* Scans the current line from *at; the sentence's end, 0 if it goes on. */
static size_t
scan_line(ClSentences *walker, size_t start, size_t *at)
{
    const char *prose = walker->prose;
    const size_t end = line_at(walker, walker->line)->end;
    for (;;) {
        *at = skip_plain(walker, *at, MIN(end, start + LONGEST));
        if (*at >= end)
            break;
        *at = start_of_char(prose, start, *at);
        const ClChar c = cl_char_at(prose, *at);
        if (*at + c.length > start + LONGEST)
            return cut_long(prose, start, *at);
        if (cl_is_break(c))
            return *at + 1;
        if (!c.mask && is_ender(c) && !cuts_number(walker, *at)) {
            const size_t stop = cl_sentence_end(
                prose, start, *at, MIN(end, start + LONGEST), walker->quotes);
            if (stop)
                return stop;
        }
        walker->quotes += c.c == '"';
        *at += c.length;
    }
    return 0;
}

/* The span of the next sentence in the open paragraph. */
static ClSpan
scan_sentence(ClSentences *walker)
{
    ClSpan span = {walker->at, walker->at};
    size_t at = walker->at;
    for (;;) {
        span.end = scan_line(walker, span.start, &at);
        if (span.end)
            break;
        span.end = at;
        if (!next_line(walker))
            break;
        const size_t next = line_at(walker, walker->line)->start;
        if (next - span.start >= LONGEST) {
            walker->at = next;
            return span;
        }
        at = next;
    }
    walker->at = span.end;
    return span;
}

ClSentences *
cl_sentences_new(const ClArticle *article)
{
    ClSentences *walker = g_new0(ClSentences, 1);
    walker->article = article;
    walker->prose = cl_article_prose(article);
    walker->lines = g_array_new(FALSE, FALSE, sizeof(ClLine));
    return walker;
}

void
cl_sentences_free(ClSentences *walker)
{
    if (!walker)
        return;
    g_array_unref(walker->lines);
    g_free(walker);
}

bool
cl_sentences_next(ClSentences *walker, ClSentence *out)
{
    for (;;) {
        if (!walker->open && !open_paragraph(walker))
            return false;
        const ClSpan span = scan_sentence(walker);
        if (emit(walker, span.start, span.end, out))
            return true;
    }
}
