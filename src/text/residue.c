/* SPDX-License-Identifier: Apache-2.0 */

/*
 * Bare addresses and the marks that chat programs leave in copied answers
 * become nothing.  Each search runs over the text once; what a mark may span
 * is bounded.
 */

#include "text/article.h"

#include <string.h>

#define LONGEST 4096
#define ENTITY_MAX 256
#define OPEN "\xEE\x88\x80"  /* U+E200: a mark begins */
#define CLOSE "\xEE\x88\x81" /* U+E201: and ends */

/* The next place of needle at or after at, or the text's length. */
static size_t
find(const ClArticle *article, const char *needle, size_t at)
{
    const char *found =
        at < article->length ? strstr(article->text + at, needle) : NULL;
    return found ? (size_t)(found - article->text) : article->length;
}

/* The first place of a needle that has that sign, or the text's length. */
static size_t
find_first(ClArticle *article, ClSign sign, const char *needle)
{
    return cl_article_may_hold(article, sign) ? find(article, needle, 0)
                                              : article->length;
}

static bool
has(const ClArticle *article, size_t at, const char *word)
{
    const size_t size = strlen(word);
    return at + size <= article->length &&
           memcmp(article->text + at, word, size) == 0;
}

static void
drop(ClArticle *article, size_t start, size_t end)
{
    cl_article_mask(article, start, end, CL_MASK_DROP);
}

/* ---- Addresses --------------------------------------------------------- */

static size_t
address_end(const ClArticle *article, size_t at)
{
    const char *text = article->text;
    size_t end = at;
    while (end < article->length && text[end] > ' ' && text[end] < 0x7F &&
           !strchr("<>\"'`|", text[end]) &&
           !(text[end] == ']' && text[end + 1] == '('))
        end++;
    /* (see http://a.example/b). */
    while (end > at && strchr(".,;:!?)]}*_~", text[end - 1]))
        end--;
    return end;
}

static void
mask_addresses(ClArticle *article)
{
    const char *text = article->text;
    for (size_t at = find_first(article, CL_SIGN_ADDRESS, "://");
         at < article->length;) {
        size_t start = at;
        while (start > 0 && at - start < 12 &&
               cl_is_letter((guchar)text[start - 1]))
            start--;
        const size_t end = address_end(article, at + 3);
        if (start < at && end > at + 3)
            drop(article, start, end);
        at = find(article, "://", MAX(end, at + 3));
    }
    for (size_t at = find_first(article, CL_SIGN_WWW, "www.");
         at < article->length;) {
        const size_t end = address_end(article, at);
        if (at == 0 || !g_ascii_isalnum(text[at - 1]))
            drop(article, at, end);
        at = find(article, "www.", MAX(end, at + 4));
    }
}

/* ---- What chat programs leave ------------------------------------------ */

static size_t
skip_digits(const ClArticle *article, size_t at)
{
    while (at < article->length && g_ascii_isdigit(article->text[at]))
        at++;
    return at;
}

/* turn0search1; 0 if there is none at this byte. */
static size_t
turn_end(const ClArticle *article, size_t at)
{
    if (!has(article, at, "turn"))
        return 0;
    const size_t digits = skip_digits(article, at + 4);
    size_t letters = digits;
    while (letters < article->length && letters - digits < 12 &&
           g_ascii_islower(article->text[letters]))
        letters++;
    const size_t end = skip_digits(article, letters);
    return digits > at + 4 && letters > digits && end > letters ? end : 0;
}

static void
mask_citations(ClArticle *article)
{
    for (size_t at = find_first(article, CL_SIGN_CITATION, "turn");
         at < article->length;) {
        const size_t first = at;
        size_t end = 0, next;
        while ((next = turn_end(article, at)) != 0)
            at = end = next;
        if (end) {
            const bool cite = first >= 4 && has(article, first - 4, "cite");
            drop(article, cite ? first - 4 : first, end);
        }
        at = find(article, "turn", MAX(at, first + 4));
    }
}

/* entity["people", "Jane Roe", 0] shows its second text. */
static size_t
mask_entity(ClArticle *article, size_t at)
{
    const char *text = article->text;
    const char *limit = text + MIN(article->length, at + ENTITY_MAX);
    const char *quotes[4];
    const char *p = text + at;
    for (size_t i = 0; i < 4; i++, p++) {
        while (p < limit && *p != '"' && *p != ']' && *p != '\n')
            p++;
        if (p == limit || *p != '"')
            return at;
        quotes[i] = p;
    }
    while (p < limit && *p != ']' && *p != '\n')
        p++;
    if (p == limit || *p != ']')
        return at;
    const size_t end = (size_t)(p - text) + 1;
    drop(article, at, (size_t)(quotes[2] - text) + 1);
    drop(article, (size_t)(quotes[3] - text), end);
    return end;
}

static void
mask_entities(ClArticle *article)
{
    static const char opening[] = "entity[\"";
    for (size_t at = find_first(article, CL_SIGN_ENTITY, opening);
         at < article->length;)
        at = find(article, opening, MAX(mask_entity(article, at), at + 8));
}

/* All between two marks is machine talk, but for the name of an entity. */
static void
mask_marked(ClArticle *article)
{
    size_t searched = 0; /* no CLOSE between the last OPEN and here */
    for (size_t at = find_first(article, CL_SIGN_MARK, OPEN);
         at < article->length;) {
        size_t end = MAX(at + 3, searched);
        while (end < article->length && end - at < LONGEST &&
               !has(article, end, CLOSE) && article->text[end] != '\n')
            end++;
        searched = end;
        const bool closed = has(article, end, CLOSE);
        if (closed && has(article, at + 3, "entity")) {
            const size_t list = at + 3 + strlen("entity");
            if (mask_entity(article, list) == list)
                drop(article, list, end);
            drop(article, at, list);
            drop(article, end, end + 3);
        } else if (closed) {
            drop(article, at, end + 3);
        }
        at = find(article, OPEN, closed ? end : at + 3);
    }
}

/* :contentReference[oaicite:0]{index=0} and 【4†source】 */
static void
mask_references(ClArticle *article)
{
    static const char reference[] = ":contentReference[oaicite:";
    for (size_t at = find_first(article, CL_SIGN_REFERENCE, reference);
         at < article->length;) {
        size_t end = skip_digits(article, at + sizeof reference - 1);
        end += has(article, end, "]");
        if (has(article, end, "{index=")) {
            end = skip_digits(article, end + 7);
            end += has(article, end, "}");
        }
        drop(article, at, end);
        at = find(article, reference, MAX(end, at + 1));
    }
    for (size_t at = find_first(article, CL_SIGN_DAGGER, "†");
         at < article->length;) {
        size_t start = at, end = at + 3;
        while (start > 0 && at - start < 8 &&
               (g_ascii_isalnum(article->text[start - 1]) ||
                article->text[start - 1] == ':'))
            start--;
        while (end < article->length && end - at < 64 &&
               g_ascii_isprint(article->text[end]))
            end++;
        if (start >= 3 && has(article, start - 3, "【") &&
            has(article, end, "】"))
            drop(article, start - 3, end + 3);
        at = find(article, "†", end);
    }
}

void
cl_mask_residue(ClArticle *article)
{
    mask_addresses(article);
    mask_marked(article);
    mask_citations(article);
    mask_entities(article);
    mask_references(article);
}
