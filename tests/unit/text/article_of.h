/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_TESTS_ARTICLE_OF_H
#define CL_TESTS_ARTICLE_OF_H

/* Articles of literal text, and their sentences as one string. */

#include "unit.h"

#include "text/text.h"

#include <string.h>

#define BAR "¦"

static inline ClArticle *
article_of_bytes(const char *path, const char *bytes, size_t length)
{
    g_autoptr(ClNotes) notes = cl_notes_new();
    return cl_article_new(path, g_memdup2(bytes, length + 1), length, notes);
}

static inline ClArticle *
article_of(const char *path, const char *text)
{
    ClArticle *article = article_of_bytes(path, text, strlen(text));
    ck_assert_ptr_nonnull(article);
    return article;
}

/* The quotes of all sentences, a bar between two; headings in [ ]. */
static inline char *
sentences_of(const ClArticle *article)
{
    GString *all = g_string_new(NULL);
    g_autoptr(ClSentences) walker = cl_sentences_new(article);
    ClSentence sentence;
    while (cl_sentences_next(walker, &sentence)) {
        g_autofree char *quote = cl_article_quote(article, sentence.span);
        g_string_append_printf(all, sentence.heading ? "%s[%s]" : "%s%s",
                               all->len ? BAR : "", quote);
    }
    return g_string_free(all, FALSE);
}

typedef struct {
    const char *name, *text, *sentences;
} SentenceRow;

static inline void
check_sentences(const char *path, const SentenceRow *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        g_autoptr(ClArticle) article = article_of(path, rows[i].text);
        g_autofree char *found = sentences_of(article);
        ck_assert_msg(strcmp(found, rows[i].sentences) == 0,
                      "%s: got\n%s\nnot\n%s", rows[i].name, found,
                      rows[i].sentences);
    }
}

#endif
