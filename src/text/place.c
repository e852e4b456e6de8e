/* SPDX-License-Identifier: Apache-2.0 */

/*
 * A span becomes lines and columns.  A checkpoint every few lines keeps each
 * question cheap, however long the text or its lines; checkpoints are made
 * when the first place is asked for, once.
 */

#include "text/article.h"

#include <string.h>

#define STRIDE 512

/* What lines and columns count in: of a record its line in the file, of text
   in another order the file. */
static const char *
counted_bytes(const ClArticle *article, size_t *length)
{
    const bool file = article->record || article->laid_out;
    *length = file ? article->size - article->bom : article->length;
    return file ? article->bytes + article->bom : article->text;
}

/* How many characters begin in some bytes: all but those that go on. */
static unsigned
count_characters(const char *bytes, size_t length)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    unsigned goes_on = 0;
    size_t at = 0;
    for (; at + sizeof(uint64_t) <= length; at += sizeof(uint64_t)) {
        uint64_t word;
        memcpy(&word, bytes + at, sizeof word);
        goes_on += (unsigned)(((word >> 7 & ~(word >> 6)) & ones) * ones >> 56);
    }
    for (; at < length; at++)
        goes_on += ((unsigned char)bytes[at] & 0xC0) == 0x80;
    return (unsigned)length - goes_on;
}

/* Moves a place over the bytes [at, end); CR, LF and CRLF end a line. */
static void
walk(const ClArticle *article, ClCheckpoint *place, size_t at, size_t end)
{
    size_t length;
    const char *const bytes = counted_bytes(article, &length);
    while (at < end) {
        const char *const from = bytes + at;
        const char *stop = memchr(from, '\n', end - at);
        const char *const cr =
            memchr(from, '\r', stop ? (size_t)(stop - from) : end - at);
        stop = cr ? cr : stop;
        if (!stop) {
            place->column += count_characters(from, end - at);
            return;
        }
        const bool pair =
            cr && (size_t)(cr - bytes) + 1 < length && cr[1] == '\n';
        place->column += count_characters(from, (size_t)(stop - from)) + pair;
        at = (size_t)(stop - bytes) + 1;
        if (!pair) {
            place->line++;
            place->column = 1;
        }
    }
}

static void
make_checkpoints(const ClArticle *article)
{
    size_t length;
    ClCheckpoint place = {1, 1};
    counted_bytes(article, &length);
    for (size_t at = 0; at < length; at += STRIDE) {
        g_array_append_val(article->places, place);
        walk(article, &place, at, MIN(at + STRIDE, length));
    }
    g_array_append_val(article->places, place);
}

static ClCheckpoint
find_place(const ClArticle *article, size_t at)
{
    gsize *placed = (gsize *)&article->placed;
    if (g_once_init_enter(placed)) {
        make_checkpoints(article);
        g_once_init_leave(placed, 1);
    }
    ClCheckpoint place =
        g_array_index(article->places, ClCheckpoint, at / STRIDE);
    walk(article, &place, at - at % STRIDE, at);
    return place;
}

/* A record is one line of its file, whatever lines its text has. */
static unsigned
column_of_record(const ClArticle *article, size_t at)
{
    const size_t original =
        cl_article_original(article, (ClSpan){at, at}).start;
    return find_place(article, original - article->base).column;
}

ClPlace
cl_article_place(const ClArticle *article, ClSpan span)
{
    if (article->record)
        return (ClPlace){article->record, column_of_record(article, span.start),
                         article->record, column_of_record(article, span.end)};
    size_t from = MIN(span.start, article->length);
    size_t to = MIN(span.end, article->length);
    if (article->laid_out) {
        const ClSpan file = cl_article_original(article, (ClSpan){from, to});
        from = file.start - article->bom;
        to = file.end - article->bom;
    }
    const ClCheckpoint start = find_place(article, from);
    ClCheckpoint end = start;
    if (to - from < STRIDE)
        walk(article, &end, from, to);
    else
        end = find_place(article, to);
    return (ClPlace){start.line, start.column, end.line, end.column};
}
