/* SPDX-License-Identifier: Apache-2.0 */

/*
 * What a web page puts around an article (相关推荐 and the headlines below
 * it) is masked: from a line that says so to where prose resumes.
 */

#include "text/lines.h"
#include "text/words.h"

#include <string.h>

#define MARKER_BYTES 64
#define PROSE_CHARS 120 /* a paragraph this long with two sentences */
#define SHORT_PROSE 120 /* or two of this many cells that end in 。 */

/* Whether the first character behind signs begins a marker: few lines need to
   be folded. */
static bool
may_be_marker(const ClArticle *article, const ClLine *line)
{
    ClSeen seen = {cl_article_prose(article), line->start, line->end, NULL};
    gunichar first = cl_seen_next(&seen);
    while (first && first < 0x80 && g_ascii_ispunct((char)first))
        first = cl_seen_next(&seen);
    return first && cl_words_may_begin(CL_WORDS_FURNITURE, first);
}

/* Folded and without the signs around it: 【相关阅读】, ## Read more: */
static bool
is_marker(const ClArticle *article, const ClLine *line, ClFolded *folded)
{
    if (cl_line_is_blank(line) || line->end - line->start > MARKER_BYTES ||
        !may_be_marker(article, line))
        return false;
    cl_fold_article(article, (ClSpan){line->start, line->end}, folded);
    const char *text = folded->text->str;
    size_t start = 0, end = folded->text->len;
    while (start < end && g_ascii_ispunct(text[start]))
        start++;
    while (end > start && g_ascii_ispunct(text[end - 1]))
        end--;
    return cl_words_has(CL_WORDS_FURNITURE, text + start, end - start);
}

static bool
ends_in_full_stop(const char *prose, const ClLine *line)
{
    size_t at = line->end;
    while (at > line->start) {
        at = cl_char_before(prose, line->start, at);
        const gunichar c = cl_char_at(prose, at).c;
        if (c == 0x3002 || c == '.')
            return true;
        if (!cl_is_closer(c))
            return false;
    }
    return false;
}

/* A paragraph of two sentences, however it is laid out. */
static bool
is_long_prose(const char *prose, const ClLine *line)
{
    size_t chars = 0, ends = 0;
    for (size_t at = line->start; at < line->end && chars < 4000;) {
        const ClChar c = cl_char_at(prose, at);
        chars += !c.mask;
        if (cl_is_stop(c.c) || c.c == '!' || c.c == '?' || c.c == '.')
            ends += cl_sentence_end(prose, line->start, at,
                                    MIN(line->end, at + MARKER_BYTES), 0) > 0;
        if (chars >= PROSE_CHARS && ends >= 2)
            return true;
        at += c.length;
    }
    return false;
}

static bool
is_short_prose(const char *prose, const ClLine *line)
{
    return line->width >= SHORT_PROSE && ends_in_full_stop(prose, line);
}

/* The block of lines from here on is wrapped prose. */
static bool
is_wrapped_prose(const ClArticle *article, const ClLine *first)
{
    const char *prose = cl_article_prose(article);
    const size_t length = article->length;
    ClLine lines[8] = {*first};
    size_t count = 1, stops = 0;
    while (count < 8 && lines[count - 1].next < length) {
        lines[count] = cl_line_read(prose, length, lines[count - 1].next);
        if (cl_line_is_blank(&lines[count]))
            break;
        stops += ends_in_full_stop(prose, &lines[count]) ||
                 lines[count].sentences > 1;
        count++;
    }
    return count >= 4 && stops && cl_wrap_of_block(article, lines, count);
}

/* Where prose resumes: the start of a line, or the article's end. */
static size_t
find_prose(const ClArticle *article, size_t at)
{
    const char *prose = cl_article_prose(article);
    size_t candidate = SIZE_MAX;
    while (at < article->length) {
        const ClLine line = cl_line_read(prose, article->length, at);
        const size_t start = at;
        at = line.next;
        if (cl_line_is_blank(&line))
            continue;
        if (is_long_prose(prose, &line) || is_wrapped_prose(article, &line))
            return MIN(start, candidate);
        if (!is_short_prose(prose, &line))
            candidate = SIZE_MAX;
        else if (candidate != SIZE_MAX)
            return candidate;
        else
            candidate = start;
    }
    return article->length;
}

void
cl_mask_furniture(ClArticle *article)
{
    g_auto(ClFolded) folded;
    cl_folded_init(&folded);
    size_t number = 0;
    cl_lines_keep(article);
    for (size_t at = 0; at < article->length;) {
        const ClLine line = cl_line_of_article(article, number, at);
        const size_t end = is_marker(article, &line, &folded)
                               ? find_prose(article, line.next)
                               : at;
        if (end > at) /* masking nothing would still copy the text */
            cl_article_mask(article, at, end, CL_MASK_DROP);
        for (bool first = true; first || at < end; first = false)
            at = cl_line_of_article(article, number++, at).next;
    }
}
