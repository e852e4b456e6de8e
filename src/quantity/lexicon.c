/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A trie over bytes whose edges live in one hash table: (node, byte) -> node.
 * A match costs one probe a byte, however many words there are.
 */
#include "quantity/lexicon.h"

#include <stdint.h>
#include <string.h>

typedef struct {
    uint32_t key; /* node * 256 + byte + 1; 0 is an empty slot */
    uint32_t child;
} Edge;

struct ClLexicon {
    ClLexiconMode mode;
    Edge *edges;
    uint32_t mask;
    uint32_t used;
    GArray *meanings; /* of int, by node; -1 for none */
};

ClLexicon *
cl_lexicon_new(ClLexiconMode mode)
{
    ClLexicon *lexicon = g_new0(ClLexicon, 1);
    lexicon->mode = mode;
    lexicon->mask = 255;
    lexicon->edges = g_new0(Edge, lexicon->mask + 1);
    lexicon->meanings = g_array_new(FALSE, FALSE, sizeof(int));
    const int none = -1;
    g_array_append_val(lexicon->meanings, none);
    return lexicon;
}

void
cl_lexicon_free(ClLexicon *lexicon)
{
    g_free(lexicon->edges);
    g_array_free(lexicon->meanings, TRUE);
    g_free(lexicon);
}

static uint32_t
hash_key(uint32_t key)
{
    const uint32_t hash = key * 2654435761u;
    return hash ^ hash >> 15;
}

/* The slot that holds key, or the empty one where it would go. */
static Edge *
find_edge(const ClLexicon *lexicon, uint32_t key)
{
    uint32_t slot = hash_key(key) & lexicon->mask;
    while (lexicon->edges[slot].key && lexicon->edges[slot].key != key)
        slot = (slot + 1) & lexicon->mask;
    return &lexicon->edges[slot];
}

static void
grow_edges(ClLexicon *lexicon)
{
    Edge *old = lexicon->edges;
    const uint32_t count = lexicon->mask + 1;
    lexicon->mask = count * 2 - 1;
    lexicon->edges = g_new0(Edge, lexicon->mask + 1);
    for (uint32_t i = 0; i < count; i++) {
        if (old[i].key)
            *find_edge(lexicon, old[i].key) = old[i];
    }
    g_free(old);
}

static inline unsigned char
fold_byte(const ClLexicon *lexicon, char c)
{
    if (lexicon->mode & CL_LEXICON_CASELESS) {
        if (c >= 'A' && c <= 'Z')
            return (unsigned char)(c + 32);
        if (c == '-')
            return ' ';
    }
    return (unsigned char)c;
}

static inline uint32_t
edge_key(uint32_t node, unsigned char byte)
{
    return node * 256 + byte + 1;
}

static uint32_t
add_child(ClLexicon *lexicon, uint32_t node, unsigned char byte)
{
    Edge *edge = find_edge(lexicon, edge_key(node, byte));
    if (edge->key)
        return edge->child;
    const int none = -1;
    edge->key = edge_key(node, byte);
    edge->child = lexicon->meanings->len;
    g_array_append_val(lexicon->meanings, none);
    const uint32_t child = edge->child;
    if (++lexicon->used * 3 > lexicon->mask)
        grow_edges(lexicon);
    return child;
}

static int *
word_meaning(ClLexicon *lexicon, const char *word)
{
    const size_t length = strlen(word);
    uint32_t node = 0;
    for (size_t i = 0; i < length; i++) {
        const size_t at =
            lexicon->mode & CL_LEXICON_BACKWARD ? length - 1 - i : i;
        node = add_child(lexicon, node, fold_byte(lexicon, word[at]));
    }
    return &g_array_index(lexicon->meanings, int, node);
}

int
cl_lexicon_add(ClLexicon *lexicon, const char *word, int meaning)
{
    int *slot = word_meaning(lexicon, word);
    const int before = *slot;
    if (before < 0)
        *slot = meaning;
    return before;
}

void
cl_lexicon_set(ClLexicon *lexicon, const char *word, int meaning)
{
    *word_meaning(lexicon, word) = meaning;
}

static bool
is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* True if a word must not end between two neighbours: both are letters. */
static bool
splits_word(char inside, char outside)
{
    return is_letter(inside) && is_letter(outside);
}

static size_t
match_forward(const ClLexicon *lexicon,
              const char *text,
              size_t at,
              size_t limit,
              int *meaning)
{
    uint32_t node = 0;
    size_t best = 0;
    for (size_t i = at; i < limit; i++) {
        const unsigned char byte = fold_byte(lexicon, text[i]);
        const Edge *edge = find_edge(lexicon, edge_key(node, byte));
        if (!edge->key)
            break;
        node = edge->child;
        const int found = g_array_index(lexicon->meanings, int, node);
        const bool inside = i + 1 < limit && splits_word(text[i], text[i + 1]);
        if (found >= 0 && !inside) {
            best = i + 1 - at;
            *meaning = found;
        }
    }
    return best;
}

static size_t
match_backward(const ClLexicon *lexicon,
               const char *text,
               size_t at,
               size_t limit,
               int *meaning)
{
    uint32_t node = 0;
    size_t best = 0;
    for (size_t i = at; i > limit; i--) {
        const unsigned char byte = fold_byte(lexicon, text[i - 1]);
        const Edge *edge = find_edge(lexicon, edge_key(node, byte));
        if (!edge->key)
            break;
        node = edge->child;
        const int found = g_array_index(lexicon->meanings, int, node);
        const bool inside = i - 1 > 0 && splits_word(text[i - 1], text[i - 2]);
        if (found >= 0 && !inside) {
            best = at - (i - 1);
            *meaning = found;
        }
    }
    return best;
}

size_t
cl_lexicon_match(const ClLexicon *lexicon,
                 const char *text,
                 size_t at,
                 size_t limit,
                 int *meaning)
{
    return lexicon->mode & CL_LEXICON_BACKWARD
               ? match_backward(lexicon, text, at, limit, meaning)
               : match_forward(lexicon, text, at, limit, meaning);
}

int
cl_lexicon_get(const ClLexicon *lexicon, const char *word)
{
    int meaning = -1;
    const size_t length = strlen(word);
    const bool back = lexicon->mode & CL_LEXICON_BACKWARD;
    const size_t found = cl_lexicon_match(lexicon, word, back ? length : 0,
                                          back ? 0 : length, &meaning);
    return found == length ? meaning : -1;
}
