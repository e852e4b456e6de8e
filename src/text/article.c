/* SPDX-License-Identifier: Apache-2.0 */

/*
 * A file's bytes become an article: decoded, masked, its wrap measured, its
 * metadata read, in that order, each step once.  Nothing changes after that.
 */

#include "text/article.h"

#include "text/layout.h"
#include "text/lines.h"
#include "text/record.h"

#include <string.h>

static char *
make_masked(ClArticle *article)
{
    if (!article->masked) {
        article->masked = g_malloc(article->length + 1);
        memcpy(article->masked, article->text, article->length);
        article->masked[article->length] = 0;
    }
    return article->masked;
}

char *
cl_article_edit(ClArticle *article)
{
    g_clear_pointer(&article->lines, g_array_unref);
    return make_masked(article);
}

void
cl_article_mask(ClArticle *article, size_t start, size_t end, ClMask mask)
{
    char *prose = make_masked(article);
    for (size_t at = start; at < end; at++) {
        if (prose[at] != '\n')
            prose[at] = (char)mask;
    }
    cl_lines_refresh(article, start, end);
}

const char *
cl_article_string(ClArticle *article, ClSpan span)
{
    g_autofree char *quote = cl_article_quote(article, span);
    return *quote ? g_string_chunk_insert(article->strings, quote) : NULL;
}

/* CR and CRLF in the prose become LF, so that nobody else must know them. */
static void
unify_line_breaks(ClArticle *article)
{
    if (!memchr(article->text, '\r', article->length))
        return;
    char *prose = cl_article_edit(article);
    for (size_t at = 0; at < article->length; at++) {
        if (prose[at] != '\r')
            continue;
        const bool pair = at + 1 < article->length && prose[at + 1] == '\n';
        prose[at] = pair ? (char)CL_MASK_DROP : '\n';
    }
}

static bool
is_html(const char *path)
{
    return cl_path_ends(path, ".html") || cl_path_ends(path, ".htm") ||
           cl_path_ends(path, ".xhtml");
}

static bool
is_markdown(const char *path)
{
    return cl_path_ends(path, ".md") || cl_path_ends(path, ".markdown");
}

static bool
is_marked_up(const ClArticle *article)
{
    return is_html(article->info.path) || is_markdown(article->info.path);
}

/* What no kind of mark-up may leave in the prose. */
static void
mask_rest(ClArticle *article)
{
    cl_mask_residue(article);
    cl_mask_circled(article);
    cl_mask_furniture(article);
}

static void
mask_text(ClArticle *article)
{
    article->markdown = is_markdown(article->info.path);
    const size_t body = cl_read_front_matter(article);
    article->markdown |= body > 0; /* a Markdown export, whatever its name */
    if (article->markdown)
        cl_mask_markdown(article, body);
    mask_rest(article);
    if (article->markdown)
        return;
    cl_mask_tables(article);
    article->wrap = cl_wrap_of_article(article);
    cl_mask_lists(article);
}

/* A page's lines are paragraphs, and its headings marked, as Markdown's. */
static bool
mask_mark_up(ClArticle *article, ClNotes *notes)
{
    if (!is_html(article->info.path)) {
        mask_text(article);
        return true;
    }
    article->markdown = true;
    if (!cl_mask_html(article, notes))
        return false;
    mask_rest(article);
    return true;
}

static ClArticle *
new_article(const char *path, char *bytes, size_t length)
{
    ClArticle *article = g_new0(ClArticle, 1);
    article->bytes = g_realloc(bytes, length + 1); /* strstr wants an end */
    article->bytes[length] = 0;
    article->size = length;
    article->strings = g_string_chunk_new(256);
    article->places = g_array_new(FALSE, FALSE, sizeof(ClCheckpoint));
    article->info.path = g_string_chunk_insert(article->strings, path);
    return article;
}

ClArticle *
cl_article_new(const char *path, char *bytes, size_t length, ClNotes *notes)
{
    return cl_article_new_in(path, NULL, bytes, length, notes);
}

bool
cl_encoding_is_known(const char *name)
{
    return cl_encoding_find(name) != NULL;
}

ClArticle *
cl_article_new_in(const char *path,
                  const char *encoding,
                  char *bytes,
                  size_t length,
                  ClNotes *notes)
{
    g_autoptr(ClArticle) article = new_article(path, bytes, length);
    if (!cl_decode(article, length,
                   encoding ? cl_encoding_find(encoding) : NULL, notes))
        return NULL;
    if (!is_marked_up(article))
        cl_lay_out(article);
    unify_line_breaks(article);
    if (!mask_mark_up(article, notes))
        return NULL;
    cl_read_headlines(article);
    cl_part_headline(article, article->info.title_span);
    return g_steal_pointer(&article);
}

/* ---- Records ---------------------------------------------------------- */

static void
tell_bad_record(const ClArticle *article,
                const char *mistake,
                size_t at,
                ClNotes *notes)
{
    const char *bytes = article->bytes;
    const bool text = g_utf8_validate_len(bytes, article->size, NULL);
    const unsigned column =
        text ? (unsigned)g_utf8_strlen(bytes, (gssize)at) + 1 : 0;
    cl_notes_add(notes, "record", CL_SEVERITY_ERROR, article->info.path,
                 article->record, column,
                 text ? "each line is {\"text\": \"…\", \"title\": \"…\", "
                        "\"date\": \"2025-10-15\"}"
                      : "JSON Lines are UTF-8",
                 "the line is no article: %s",
                 text ? mistake : "it is not UTF-8");
}

static const char *
keep(ClArticle *article, const char *text)
{
    g_autofree char *line = text ? g_strdup(text) : NULL;
    if (!line)
        return NULL;
    g_strstrip(g_strdelimit(line, "\r\n\t", ' '));
    return *line ? g_string_chunk_insert(article->strings, line) : NULL;
}

static void
take_record(ClArticle *article, ClRecord *record)
{
    ClSpan where;
    article->info.title = keep(article, record->title);
    article->info.title_span = record->headline;
    article->info.source = keep(article, record->source);
    article->info.author = keep(article, record->author);
    if (record->date) {
        g_autofree char *folded = cl_fold_term(record->date);
        cl_read_date(folded, article->info.date, &where);
    }
    article->decoded = record->text;
    record->text = (ClDecoded){0};
    article->text = article->decoded.text;
    article->length = article->decoded.length;
}

ClArticle *
cl_article_new_record(const char *path,
                      char *bytes,
                      size_t length,
                      size_t base,
                      unsigned line,
                      ClNotes *notes)
{
    size_t at = 0;
    ClRecord record;
    g_autoptr(ClArticle) article = new_article(path, bytes, length);
    article->base = base;
    article->record = line;
    const char *mistake =
        cl_utf8_is_valid(article->bytes, length)
            ? cl_record_read(article->bytes, length, &record, &at)
            : "";
    if (mistake) {
        tell_bad_record(article, mistake, at, notes);
        return NULL;
    }
    take_record(article, &record);
    cl_record_clear(&record);
    unify_line_breaks(article);
    mask_text(article);
    cl_read_headlines(article);
    cl_part_headline(article, article->info.title_span);
    return g_steal_pointer(&article);
}

void
cl_article_free(ClArticle *article)
{
    if (!article)
        return;
    g_free(article->bytes);
    g_free(article->repaired);
    cl_decoded_clear(&article->decoded);
    g_free(article->masked);
    g_clear_pointer(&article->lines, g_array_unref);
    g_clear_pointer(&article->repairs, g_array_unref);
    g_clear_pointer(&article->tables, g_array_unref);
    g_array_unref(article->places);
    g_string_chunk_free(article->strings);
    g_free(article);
}

const ClArticleInfo *
cl_article_info(const ClArticle *article)
{
    return &article->info;
}

const char *
cl_article_text(const ClArticle *article, size_t *length)
{
    *length = article->length;
    return article->text;
}

/* How many repairs start at or before a byte of the text. */
static guint
count_repairs(const GArray *repairs, size_t at)
{
    guint low = 0, high = repairs->len;
    while (low < high) {
        const guint middle = low + (high - low) / 2;
        if (g_array_index(repairs, ClRepair, middle).text <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static size_t
original_of(const ClArticle *article, size_t at)
{
    if (article->decoded.text)
        return article->base + cl_decoded_original(&article->decoded,
                                                   article->bytes,
                                                   article->size, at);
    const guint count =
        article->repairs ? count_repairs(article->repairs, at) : 0;
    if (!count)
        return article->bom + at;
    const ClRepair *last =
        &g_array_index(article->repairs, ClRepair, count - 1);
    if (at < last->text + 3)
        return last->original;
    return last->original + last->length + (at - last->text - 3);
}

ClSpan
cl_article_original(const ClArticle *article, ClSpan span)
{
    if (article->laid_out)
        return cl_layout_original(article, span);
    return (ClSpan){original_of(article, span.start),
                    original_of(article, span.end)};
}
