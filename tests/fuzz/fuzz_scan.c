/* SPDX-License-Identifier: Apache-2.0 */

/*
 * What looks at bytes in blocks answers as its plain twin does.  The first
 * line of the input is words; wherever one of them stands in the rest, folded,
 * it is found in the text that was not folded.
 */

#include "fuzz.h"

#include "base/scan.h"
#include "text/text.h"

enum { MOST_WORDS = 8 };

static void
must_agree_on_bytes(const char *text, size_t length)
{
    MUST(cl_scan_utf8(text, length) == cl_scan_utf8_plain(text, length),
         "UTF-8 or not");
    ClByteSet set = {0};
    for (size_t i = 0; i < MIN(length, 16); i++) {
        set.low[i] = (uint8_t)text[i];
        set.high[15 - i] = (uint8_t)text[i];
    }
    const ClPairSet pairs = {set, set};
    const ClTripleSet triples = {{set, set, set}};
    MUST(cl_scan_pairs(&pairs, text, length) ==
             cl_scan_pairs_plain(&pairs, text, length),
         "pairs of %zu bytes", length);
    for (size_t at = 0; at <= length; at += 1 + at / 2) {
        MUST(cl_scan_alone(text, at, length) ==
                 cl_scan_alone_plain(text, at, length),
             "alone from %zu on", at);
        MUST(cl_scan_find_triple(&triples, text, at, length) ==
                 cl_scan_find_triple_plain(&triples, text, at, length),
             "three from %zu on", at);
        const size_t found = cl_scan_find(&set, text, at, length);
        const size_t plain = cl_scan_find_plain(&set, text, at, length);
        MUST(found == plain, "from %zu on at %zu and %zu", at, found, plain);
        const ClTextBlock block = cl_scan_block(text, at, length);
        const ClTextBlock twin = cl_scan_block_plain(text, at, length);
        MUST(memcmp(&block, &twin, sizeof block) == 0,
             "from %zu on a block of %u and %u bytes", at, block.length,
             twin.length);
    }
}

/* ---- Words --------------------------------------------------------------- */

static void
add_start(ClStarts *starts, const char *word)
{
    ClSeen seen = {word, 0, strlen(word), NULL};
    gunichar first[CL_START] = {0};
    for (size_t i = 0; i < CL_START && (first[i] = cl_seen_next(&seen));)
        i++;
    if (first[0])
        cl_starts_add(starts, first, false);
}

static void
keep_place(void *data, size_t at, const gunichar first[CL_START], ClSeen behind)
{
    MUST(first[0] && behind.at > at, "nothing seen from %zu on", at);
    g_hash_table_add(data, GSIZE_TO_POINTER(at));
}

static void
list_place(void *data, size_t at, const gunichar first[CL_START], ClSeen behind)
{
    const size_t place[] = {at,       first[0],  first[1],
                            first[2], behind.at, behind.rest != NULL};
    g_array_append_vals(data, place, G_N_ELEMENTS(place));
}

/* In blocks the same places are found, in the same order. */
static void
must_find_alike(const ClArticle *article, const ClStarts *starts)
{
    g_autoptr(GArray) some = g_array_new(FALSE, FALSE, sizeof(size_t));
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(size_t));
    cl_article_find_starts(article, starts, list_place, some);
    cl_article_find_starts_plain(article, starts, list_place, all);
    MUST(some->len == all->len &&
             (!all->len ||
              memcmp(some->data, all->data, all->len * sizeof(size_t)) == 0),
         "%u places in blocks, %u one by one", some->len / 3, all->len / 3);
}

static bool
is_alone(const char *text, size_t at)
{
    return at == 0 || !g_ascii_isalnum(text[at - 1]) ||
           !g_ascii_isalnum(text[at]);
}

/* Every place where folded text has the word is among those found. */
static void
must_find(const ClFolded *folded, const char *word, GHashTable *places)
{
    const char *text = folded->text->str;
    for (const char *p = strstr(text, word); p; p = strstr(p + 1, word)) {
        const size_t at = (size_t)(p - text);
        if (!is_alone(text, at))
            continue;
        const ClSpan span =
            cl_folded_origin(folded, (ClSpan){at, at + strlen(word)});
        MUST(g_hash_table_contains(places, GSIZE_TO_POINTER(span.start)),
             "'%s' at %zu is not found", word, span.start);
    }
}

static void
must_find_words(const ClArticle *article, char **words)
{
    size_t length;
    g_auto(ClFolded) folded;
    g_autoptr(GHashTable) places = g_hash_table_new(NULL, NULL);
    ClStarts *starts = cl_starts_new();
    cl_folded_init(&folded);
    cl_article_text(article, &length);
    cl_fold_article(article, (ClSpan){0, length}, &folded);
    for (char **word = words; *word; word++)
        add_start(starts, *word);
    cl_starts_finish(starts);
    cl_article_find_starts(article, starts, keep_place, places);
    must_find_alike(article, starts);
    for (char **word = words; *word; word++)
        if (**word && **word != ' ' && !strpbrk(*word, "^"))
            must_find(&folded, *word, places);
    cl_starts_free(starts);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    must_agree_on_bytes((const char *)bytes, length);
    size_t size;
    g_autofree char *text = make_text(bytes, length, &size);
    char *const line = strchr(text, '\n');
    if (!line)
        return 0;
    *line = 0;
    g_autofree char *folded = cl_fold_term(text);
    g_auto(GStrv) words = g_strsplit(folded, "/", MOST_WORDS);
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(ClArticle) article =
        cl_article_new(text[0] == '#' ? "a.md" : "a.txt", g_strdup(line + 1),
                       strlen(line + 1), notes);
    if (article)
        must_find_words(article, words);
    return 0;
}
