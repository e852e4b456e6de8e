/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A trie over bytes whose edges live in one hash table: (node, byte) -> node.
 * A match costs one probe a byte, however many words there are; most places
 * open no word, which two small sets of first characters tell without any.
 */
#include "quantity/lexicon.h"

#include <stdint.h>
#include <string.h>

typedef struct {
    uint32_t key; /* node * 256 + byte + 1; 0 is an empty slot */
    uint32_t child;
    int meaning; /* of the word that ends here, -1 for none */
} Edge;

struct ClLexicon {
    ClLexiconMode mode;
    Edge *edges;
    uint32_t mask;
    uint32_t used;
    uint32_t nodes;
    /* What words begin (backwards: end) with: bytes, and of characters of
     * three bytes the two behind the first, six bits each. */
    uint64_t bytes[4];
    uint64_t pairs[64];
};

ClLexicon *
cl_lexicon_new(ClLexiconMode mode)
{
    ClLexicon *lexicon = g_new0(ClLexicon, 1);
    lexicon->mode = mode;
    lexicon->mask = 255;
    lexicon->edges = g_new0(Edge, lexicon->mask + 1);
    lexicon->nodes = 1; /* the root */
    return lexicon;
}

void
cl_lexicon_free(ClLexicon *lexicon)
{
    g_free(lexicon->edges);
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

/* The edge may move when another is added. */
static Edge *
add_child(ClLexicon *lexicon, uint32_t node, unsigned char byte)
{
    const uint32_t key = edge_key(node, byte);
    Edge *edge = find_edge(lexicon, key);
    if (edge->key)
        return edge;
    *edge = (Edge){key, lexicon->nodes++, -1};
    if (++lexicon->used * 3 <= lexicon->mask)
        return edge;
    grow_edges(lexicon);
    return find_edge(lexicon, key);
}

static inline bool
is_long(unsigned char first)
{
    return (first & 0xF0) == 0xE0;
}

/* Words of broken UTF-8 open any pair: they hide nothing. */
static void
note_opening(ClLexicon *lexicon, const char *word, size_t length)
{
    if (length == 0)
        return;
    const bool back = lexicon->mode & CL_LEXICON_BACKWARD;
    const unsigned char *c = (const unsigned char *)word;
    const unsigned char byte = fold_byte(lexicon, word[back ? length - 1 : 0]);
    lexicon->bytes[byte / 64] |= UINT64_C(1) << byte % 64;
    if (back)
        c += length - MIN(length, 3);
    if (length >= 3 && is_long(c[0]))
        lexicon->pairs[c[1] % 64] |= UINT64_C(1) << c[2] % 64;
}

/* False where the character at a place opens no word; text is UTF-8. */
static inline bool
may_open(const ClLexicon *lexicon, const char *text, size_t at, size_t left)
{
    const unsigned char *c = (const unsigned char *)text + at;
    if (left == 0)
        return false;
    const unsigned char byte = fold_byte(lexicon, text[at]);
    if (!(lexicon->bytes[byte / 64] >> byte % 64 & 1))
        return false;
    return left < 3 || !is_long(c[0]) ||
           (lexicon->pairs[c[1] % 64] >> c[2] % 64 & 1);
}

/* The same for the character that ends before a place. */
static inline bool
may_close(const ClLexicon *lexicon, const char *text, size_t at, size_t left)
{
    const unsigned char *c = (const unsigned char *)text + at;
    if (left == 0)
        return false;
    const unsigned char byte = fold_byte(lexicon, text[at - 1]);
    if (!(lexicon->bytes[byte / 64] >> byte % 64 & 1))
        return false;
    return left < 3 || !is_long(c[-3]) || c[-1] < 0x80 ||
           (lexicon->pairs[c[-2] % 64] >> c[-1] % 64 & 1);
}

/* NULL for no word at all. */
static int *
word_meaning(ClLexicon *lexicon, const char *word)
{
    const size_t length = strlen(word);
    Edge *edge = NULL;
    note_opening(lexicon, word, length);
    for (size_t i = 0; i < length; i++) {
        const size_t at =
            lexicon->mode & CL_LEXICON_BACKWARD ? length - 1 - i : i;
        edge = add_child(lexicon, edge ? edge->child : 0,
                         fold_byte(lexicon, word[at]));
    }
    return edge ? &edge->meaning : NULL;
}

int
cl_lexicon_add(ClLexicon *lexicon, const char *word, int meaning)
{
    int *slot = word_meaning(lexicon, word);
    const int before = slot ? *slot : -1;
    if (slot && before < 0)
        *slot = meaning;
    return before;
}

void
cl_lexicon_set(ClLexicon *lexicon, const char *word, int meaning)
{
    int *slot = word_meaning(lexicon, word);
    if (slot)
        *slot = meaning;
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
        if (edge->meaning >= 0 &&
            !(i + 1 < limit && splits_word(text[i], text[i + 1]))) {
            best = i + 1 - at;
            *meaning = edge->meaning;
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
        if (edge->meaning >= 0 &&
            !(i > 1 && splits_word(text[i - 1], text[i - 2]))) {
            best = at - (i - 1);
            *meaning = edge->meaning;
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
    if (lexicon->mode & CL_LEXICON_BACKWARD)
        return at > limit && may_close(lexicon, text, at, at - limit)
                   ? match_backward(lexicon, text, at, limit, meaning)
                   : 0;
    return at < limit && may_open(lexicon, text, at, limit - at)
               ? match_forward(lexicon, text, at, limit, meaning)
               : 0;
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
