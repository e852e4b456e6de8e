/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rows become text: spaced letters are drawn together, and a word cut by a
 * hyphen is written whole at the end of its row.  Every piece of the text is one of the file's, so a mark for each leads
 * back.
 */
#include "text/layout.h"

#include "text/words.h"

#include <string.h>

typedef struct {
    const char *from; /* the text as it was */
    size_t base;      /* where in the file that begins */
    GString *text;
    GArray *marks; /* of ClMark */
} Writer;

static void
write_piece(Writer *writer, size_t start, size_t end)
{
    const ClMark mark = {writer->text->len, writer->base + start};
    if (start == end)
        return;
    g_array_append_val(writer->marks, mark);
    g_string_append_len(writer->text, writer->from + start,
                        (gssize)(end - start));
}

static void
write_break(Writer *writer, size_t at)
{
    const ClMark mark = {writer->text->len, writer->base + at};
    g_array_append_val(writer->marks, mark);
    g_string_append_c(writer->text, '\n');
}

/* ---- Spaced letters --------------------------------------------------------- */

/* 营 收 3 6 5 9 亿 元: how many characters in a row stand alone between blanks
   from here on. */
static unsigned
count_alone(const char *text, size_t at, size_t end)
{
    unsigned count = 0;
    while (at < end && text[at] != ' ') {
        const size_t next = at + (size_t)g_utf8_skip[(guchar)text[at]];
        if (next < end && text[next] != ' ')
            return count;
        count++;
        at = next + 1;
        at += at < end && text[at] == ' '; /* between two words */
    }
    return count;
}

static bool
is_spaced(const char *text, ClSpan row)
{
    enum { LEAST = 6 };
    return count_alone(text, row.start, row.end) >= LEAST;
}

/* Without the single blanks; wider ones part words. */
static void
write_spaced(Writer *writer, ClSpan row)
{
    const char *const text = writer->from;
    for (size_t at = row.start; at < row.end;) {
        const size_t next = at + (size_t)g_utf8_skip[(guchar)text[at]];
        const bool wide =
            next + 1 < row.end && text[next] == ' ' && text[next + 1] == ' ';
        write_piece(writer, at, wide ? next + 1 : next);
        at = next;
        while (at < row.end && text[at] == ' ')
            at++;
    }
    write_break(writer, row.end);
}

/* ---- Words cut at the end of a row ---------------------------------------- */

/* The bytes of the hyphen that text ends with; 0 if it ends with none. */
static size_t
hyphen_length(const char *text, ClSpan row)
{
    static const char *const hyphens[] = {"-", "\xC2\xAD", "\xE2\x80\x90"};
    for (size_t i = 0; i < G_N_ELEMENTS(hyphens); i++) {
        const size_t length = strlen(hyphens[i]);
        if (row.end - row.start > length &&
            memcmp(text + row.end - length, hyphens[i], length) == 0)
            return length;
    }
    return 0;
}

static size_t
word_before(const char *text, ClSpan row)
{
    size_t at = row.end;
    while (at > row.start && g_ascii_isalpha(text[at - 1]))
        at--;
    return at;
}

static size_t
word_behind(const char *text, ClSpan row)
{
    size_t at = row.start;
    while (at < row.end && g_ascii_islower(text[at]))
        at++;
    return at;
}

/* year-on-year, first-quarter: the hyphen is the word's own. */
static bool
keeps_hyphen(
    const char *text, ClSpan head, ClSpan row, ClSpan tail, ClSpan next)
{
    g_autofree char *word =
        g_ascii_strdown(text + head.start, (gssize)(head.end - head.start));
    return (head.start > row.start && text[head.start - 1] == '-') ||
           (tail.end < next.end && text[tail.end] == '-') ||
           cl_words_has(CL_WORDS_HYPHENATED, word, strlen(word));
}

/* Writes a row whose last word goes on in the next one, with the rest of the
   word; where the next row then begins, or its own begin if none is cut. */
static size_t
write_cut_row(Writer *writer, ClSpan row, ClSpan next)
{
    const char *const text = writer->from;
    const size_t hyphen = hyphen_length(text, row);
    if (!hyphen)
        return next.start;
    const ClSpan bare = {row.start, row.end - hyphen};
    const ClSpan head = {word_before(text, bare), bare.end};
    const ClSpan tail = {next.start, word_behind(text, next)};
    enum { LEAST = 2 }; /* letters on each side */
    if (head.end - head.start < LEAST || tail.end - tail.start < LEAST)
        return next.start;
    const bool kept = keeps_hyphen(text, head, row, tail, next);
    size_t end = tail.end;
    while (end < next.end && text[end] != ' ')
        end++;
    write_piece(writer, row.start, kept ? row.end : bare.end);
    write_piece(writer, tail.start, end);
    write_break(writer, end);
    while (end < next.end && text[end] == ' ')
        end++;
    return end;
}

static ClSpan
skip_indent(const char *text, ClSpan row)
{
    while (row.start < row.end && text[row.start] == ' ')
        row.start++;
    return row;
}

static void
write_rows(Writer *writer, const GArray *rows)
{
    size_t begun = SIZE_MAX; /* where this row begins behind a cut word */
    for (guint i = 0; i < rows->len; i++) {
        ClSpan row = g_array_index(rows, ClSpan, i);
        if (begun != SIZE_MAX)
            row.start = begun;
        begun = SIZE_MAX;
        if (is_spaced(writer->from, row)) {
            write_spaced(writer, row);
            continue;
        }
        if (i + 1 < rows->len) {
            const ClSpan next =
                skip_indent(writer->from, g_array_index(rows, ClSpan, i + 1));
            const size_t at = write_cut_row(writer, row, next);
            if (at != next.start) {
                begun = at;
                continue;
            }
        }
        write_piece(writer, row.start, row.end);
        write_break(writer, row.end);
    }
}

/* ---- Articles ---------------------------------------------------------------- */

static void
read_lines(const char *text, size_t length, GArray *lines)
{
    for (size_t at = 0; at < length;) {
        const char *const found = memchr(text + at, '\n', length - at);
        const size_t next = found ? (size_t)(found - text) : length;
        const bool pair = next > at && text[next - 1] == '\r';
        const ClSpan line = {at, next - pair};
        g_array_append_val(lines, line);
        at = next + 1;
    }
}

/* Somewhere, characters stand alone between blanks. */
static bool
may_be_spaced(const char *text, size_t length)
{
    enum { LEAST = 5 };
    for (size_t at = cl_scan_alone(text, 0, length); at < length;
         at = cl_scan_alone(text, at + 1, length)) {
        const size_t next = at + 1 + (size_t)g_utf8_skip[(guchar)text[at + 1]];
        if (next < length && text[next] == ' ' &&
            count_alone(text, at + 1, length) >= LEAST)
            return true;
    }
    return false;
}

static bool
holds(ClArticle *article, ClSign sign, const char *needle)
{
    return cl_article_may_hold(article, sign) && strstr(article->text, needle);
}

/* Cheap, for most articles are no print. */
static bool
may_be_print(ClArticle *article)
{
    return may_be_spaced(article->text, article->length) ||
           holds(article, CL_SIGN_HYPHEN, "-\n") ||
           holds(article, CL_SIGN_HYPHEN, "-\r\n") ||
           holds(article, CL_SIGN_SOFT_HYPHEN, "\xAD\n") ||
           holds(article, CL_SIGN_TRUE_HYPHEN, "\xE2\x80\x90\n") ||
           holds(article, CL_SIGN_BLANKS, "   ") ||
           (cl_article_may_hold(article, CL_SIGN_WIDE_BLANK) &&
            holds(article, CL_SIGN_WIDE_BLANKS, "\xE3\x80\x80\xE3\x80\x80"));
}

static bool
is_plain(const ClArticle *article)
{
    return !article->decoded.text && !article->repaired &&
           !g_str_has_prefix(article->text, "---") &&
           !memchr(article->text, 0, article->length);
}

void
cl_lay_out(ClArticle *article)
{
    if (!is_plain(article) || !may_be_print(article))
        return;
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(ClSpan));
    g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(ClSpan));
    read_lines(article->text, article->length, lines);
    cl_order_rows(article->text, lines, rows);
    Writer writer = {article->text, article->bom,
                     g_string_sized_new(article->length + 1),
                     g_array_new(FALSE, FALSE, sizeof(ClMark))};
    write_rows(&writer, rows);
    const bool same = writer.text->len == article->length &&
                      !memcmp(writer.text->str, article->text, article->length);
    if (same || writer.text->len == 0) {
        g_string_free(writer.text, TRUE);
        g_array_unref(writer.marks);
        return;
    }
    article->laid_out = true;
    article->decoded = (ClDecoded){.marks = writer.marks,
                                   .width = CL_WIDTH_UTF8,
                                   .length = writer.text->len};
    article->decoded.text = g_string_free(writer.text, FALSE);
    article->text = article->decoded.text;
    article->length = article->decoded.length;
}

static size_t
start_of(const ClArticle *article, size_t at)
{
    const ClMark mark = cl_mark_before(article->decoded.marks, at);
    return mark.original + (at - mark.text);
}

static size_t
end_of(const ClArticle *article, size_t at)
{
    return start_of(article, at - 1) + 1;
}

ClSpan
cl_layout_original(const ClArticle *article, ClSpan span)
{
    const size_t start = start_of(article, span.start);
    if (span.start == span.end)
        return (ClSpan){start, start};
    if (end_of(article, span.end) > start)
        return (ClSpan){start, end_of(article, span.end)};
    /* it goes on at the top of the next column */
    while (span.start < span.end && article->text[span.start] != '\n')
        span.start++;
    return (ClSpan){start, start_of(article, span.start)};
}
