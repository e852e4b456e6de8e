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

/* An article is judged only if nearly all of it could be read. */
static bool
judge_bad(const ClArticle *article,
          size_t bad,
          size_t first,
          const char *name,
          ClNotes *notes)
{
    const size_t all =
        (size_t)g_utf8_strlen(article->text, (gssize)article->length);
    const bool refused = bad > all / 100;
    const ClPlace place = cl_article_place(article, (ClSpan){first, first + 3});
    cl_notes_add(notes, "encoding",
                 refused ? CL_SEVERITY_ERROR : CL_SEVERITY_WARNING,
                 article->info.path, place.line, place.column,
                 refused ? "name the encoding with --encoding, or save the "
                           "article as UTF-8"
                         : NULL,
                 refused ? "%zu of %zu characters are not %s, too many to "
                           "judge the article"
                         : "%zu of %zu characters are not %s and read as "
                           "U+FFFD",
                 bad, all, name);
    return !refused;
}

static bool
take_utf8(ClArticle *article, size_t length, ClNotes *notes)
{
    const char *bytes = article->bytes + article->bom;
    article->text = bytes;
    article->length = length - article->bom;
    if (cl_utf8_is_valid(bytes, article->length))
        return true;
    repair(article, bytes, article->length);
    return judge_bad(article, article->repairs->len,
                     g_array_index(article->repairs, ClRepair, 0).text, "UTF-8",
                     notes);
}

/* No text holds these; a file that is no text has many. */
static bool
has_controls(const ClArticle *article)
{
    size_t controls = 0;
    for (size_t at = 0; at < article->length; at++) {
        const char c = article->text[at];
        controls += (c >= 0 && c < ' ' && !strchr("\t\n\r\f", c)) || c == 0x7F;
    }
    return controls * 100 > article->length;
}

static bool
take_other(ClArticle *article,
           size_t length,
           const ClEncoding *encoding,
           bool told,
           ClNotes *notes)
{
    if (!cl_decode_bytes(encoding, article->bytes, article->bom, length,
                         &article->decoded)) {
        cl_notes_add(notes, "encoding", CL_SEVERITY_ERROR, article->info.path,
                     0, 0, "save the article as UTF-8",
                     "this system cannot read %s", encoding->name);
        return false;
    }
    article->text = article->decoded.text;
    article->length = article->decoded.length;
    if (memchr(article->text, 0, article->length) || has_controls(article))
        return refuse_binary(article, notes);
    if (article->decoded.bad)
        return judge_bad(article, article->decoded.bad, article->decoded.first,
                         encoding->name, notes);
    if (!told)
        cl_notes_add(notes, "encoding", CL_SEVERITY_NOTE, article->info.path, 0,
                     0, NULL, "read as %s", encoding->name);
    return true;
}

/* Few bad bytes in what is UTF-8 otherwise: nothing else looks like it. */
static bool
is_nearly_utf8(const char *bytes, size_t length)
{
    size_t bad = 0, seen = 0;
    const char *at = bytes, *end = bytes + length, *wrong;
    while (!g_utf8_validate_len(at, (gsize)(end - at), &wrong)) {
        seen += (size_t)g_utf8_strlen(at, wrong - at);
        at = wrong + bad_length(wrong, end);
        bad++;
    }
    seen += (size_t)g_utf8_strlen(at, end - at);
    return bad <= (seen + bad) / 100;
}

bool
cl_decode(ClArticle *article,
          size_t length,
          const ClEncoding *encoding,
          ClNotes *notes)
{
    const bool told = encoding != NULL;
    const ClEncoding *found =
        cl_encoding_detect(article->bytes, length, &article->bom);
    if (!encoding || article->bom)
        encoding = found;
    const bool zeros = memchr(article->bytes, 0, length) != NULL;
    if (zeros && (!encoding || (encoding->width != CL_WIDTH_UTF16LE &&
                                encoding->width != CL_WIDTH_UTF16BE)))
        return refuse_binary(article, notes);
    if (!encoding || !encoding->iconv ||
        (!told && !zeros && !article->bom &&
         is_nearly_utf8(article->bytes, length)))
        return take_utf8(article, length, notes);
    return take_other(article, length, encoding, told || article->bom, notes);
}
