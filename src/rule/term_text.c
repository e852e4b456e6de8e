/* SPDX-License-Identifier: Apache-2.0 */
/* A literal and an expression of the same characters are two texts. */
#include "rule/term_text.h"

#include <string.h>

struct ClTermTexts {
    GHashTable *known; /* of ClTermText, owned, each its own key */
};

static guint
hash_text(const void *data)
{
    const ClTermText *text = data;
    return g_str_hash(text->text) + text->regex;
}

static gboolean
equals(const void *left, const void *right)
{
    const ClTermText *a = left, *b = right;
    return a->regex == b->regex && strcmp(a->text, b->text) == 0;
}

ClTermTexts *
cl_term_texts_new(void)
{
    ClTermTexts *texts = g_new0(ClTermTexts, 1);
    texts->known = g_hash_table_new_full(hash_text, equals, g_free, NULL);
    return texts;
}

void
cl_term_texts_free(ClTermTexts *texts)
{
    if (!texts)
        return;
    g_hash_table_unref(texts->known);
    g_free(texts);
}

/* The characters lie behind the text, in one piece of memory. */
static ClTermText *
new_text(const char *text, bool regex)
{
    const size_t size = strlen(text) + 1;
    ClTermText *made = g_malloc(sizeof *made + size);
    *made = (ClTermText){memcpy(made + 1, text, size), regex, 0};
    return made;
}

ClTermText *
cl_term_texts_get(ClTermTexts *texts, const char *text, bool regex)
{
    const ClTermText wanted = {text, regex, 0};
    ClTermText *known = g_hash_table_lookup(texts->known, &wanted);
    if (known)
        return known;
    ClTermText *made = new_text(text, regex);
    g_hash_table_add(texts->known, made);
    return made;
}

const ClTermText *
cl_term_texts_find(const ClTermTexts *texts, const char *text, bool regex)
{
    const ClTermText wanted = {text, regex, 0};
    return g_hash_table_lookup(texts->known, &wanted);
}
