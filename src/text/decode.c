/* SPDX-License-Identifier: Apache-2.0 */

/*
 * The bytes of a file become text.  Clean UTF-8 is used where it lies; with
 * bad bytes the text is a copy in which each bad run is one U+FFFD, and
 * repairs lead back.
 */

#include "text/article.h"

#include <string.h>

#define REPLACEMENT "\xEF\xBF\xBD"

/* A bad byte, with the rest of the character it seemed to begin. */
static size_t
bad_length(const char *bad, const char *end)
{
    const unsigned char lead = (unsigned char)*bad;
    const size_t want = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    size_t length = 1;
    if (lead < 0xC2 || lead > 0xF4)
        return length;
    while (length < want - 1 && bad + length < end &&
           ((unsigned char)bad[length] & 0xC0) == 0x80)
        length++;
    return length;
}

static void
repair(ClArticle *article, const char *bytes, size_t length)
{
    GString *text = g_string_sized_new(length + 16);
    article->repairs = g_array_new(FALSE, FALSE, sizeof(ClRepair));
    const char *at = bytes, *end = bytes + length, *bad;
    while (!g_utf8_validate_len(at, (gsize)(end - at), &bad)) {
        g_string_append_len(text, at, bad - at);
        const ClRepair one = {
            .text = text->len,
            .original = article->bom + (size_t)(bad - bytes),
            .length = bad_length(bad, end),
        };
        g_array_append_val(article->repairs, one);
        g_string_append(text, REPLACEMENT);
        at = bad + one.length;
    }
    g_string_append_len(text, at, end - at);
    article->length = text->len;
    article->repaired = g_string_free(text, FALSE);
    article->text = article->repaired;
}

static bool
refuse_binary(const ClArticle *article, ClNotes *notes)
{
    cl_notes_add(notes, "binary", CL_SEVERITY_ERROR, article->info.path, 0, 0,
                 "articles are text: txt or md", "the file is not text");
    return false;
}

/* A repaired article is judged only if nearly all of it could be read. */
static bool
judge_repairs(const ClArticle *article, ClNotes *notes)
{
    const size_t bad = article->repairs->len;
    const size_t all =
        (size_t)g_utf8_strlen(article->text, (gssize)article->length);
    const bool refused = bad > all / 100;
    const size_t first = g_array_index(article->repairs, ClRepair, 0).text;
    const ClPlace place = cl_article_place(article, (ClSpan){first, first + 3});
    cl_notes_add(notes, "encoding",
                 refused ? CL_SEVERITY_ERROR : CL_SEVERITY_WARNING,
                 article->info.path, place.line, place.column,
                 refused ? "save the article as UTF-8" : NULL,
                 refused ? "%zu of %zu characters are not UTF-8, too many to "
                           "judge the article"
                         : "%zu of %zu characters are not UTF-8 and read as "
                           "U+FFFD",
                 bad, all);
    return !refused;
}

bool
cl_decode(ClArticle *article, size_t length, ClNotes *notes)
{
    if (memchr(article->bytes, 0, length))
        return refuse_binary(article, notes);
    if (length >= 3 && memcmp(article->bytes, "\xEF\xBB\xBF", 3) == 0)
        article->bom = 3;
    const char *bytes = article->bytes + article->bom;
    article->text = bytes;
    article->length = length - article->bom;
    if (g_utf8_validate_len(bytes, article->length, NULL))
        return true;
    repair(article, bytes, article->length);
    return judge_repairs(article, notes);
}
