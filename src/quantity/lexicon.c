/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A trie over characters whose edges live in one hash table: (node, symbol)
 * -> edge.  A match costs one probe a character, however many words there
 * are; which characters open a word at all is told to those who ask often.
 */
#include "quantity/lexicon.h"

#include <string.h>

typedef struct {
    uint32_t key;    /* node << 16 | symbol; 0 is an empty slot */
    uint16_t child;  /* 0 for none */
    int16_t meaning; /* of the word that ends here, -1 for none */
} Edge;

enum { ASCII = 0x80, FIRST_BITS = 4, OPENINGS = 8192 };

struct ClLexicon {
    ClLexiconMode mode;
    Edge *edges;
    unsigned bits; /* of a slot's number */
    uint32_t used;
    uint32_t nodes;
    uint8_t fold[ASCII];
    uint64_t openings[OPENINGS / 64]; /* see opening_of */
};

ClLexicon *
cl_lexicon_new(ClLexiconMode mode)
{
    ClLexicon *lexicon = g_new0(ClLexicon, 1);
    lexicon->mode = mode;
    lexicon->bits = FIRST_BITS;
    lexicon->edges = g_new0(Edge, (size_t)1 << lexicon->bits);
    lexicon->nodes = 1; /* the root is 0 */
    const bool caseless = mode & CL_LEXICON_CASELESS;
    for (int c = 0; c < ASCII; c++)
        lexicon->fold[c] = (uint8_t)(!caseless  ? c
                                     : c == '-' ? ' '
                                                : g_ascii_tolower((char)c));
    return lexicon;
}

void
cl_lexicon_free(ClLexicon *lexicon)
{
    g_free(lexicon->edges);
    g_free(lexicon);
}

/* ---- Symbols ----------------------------------------------------------- */

/* A character of three bytes is one symbol, its code point; of any other each
 * byte is one.  No code point of the former is below 0x800. */
static inline uint32_t
long_symbol(const unsigned char *c)
{
    return (c[0] & 0x0Fu) << 12 | (c[1] & 0x3Fu) << 6 | (c[2] & 0x3Fu);
}

static inline uint32_t
byte_symbol(const ClLexicon *lexicon, unsigned char byte)
{
    return byte < ASCII ? lexicon->fold[byte] : byte;
}

/* The symbol at the start of so many bytes; text is UTF-8. */
static inline uint32_t
first_symbol(const ClLexicon *lexicon,
             const char *text,
             size_t left,
             size_t *size)
{
    const unsigned char *c = (const unsigned char *)text;
    *size = (c[0] & 0xF0) == 0xE0 && left >= 3 ? 3 : 1;
    return *size == 3 ? long_symbol(c) : byte_symbol(lexicon, c[0]);
}

/* The symbol at their end. */
static inline uint32_t
last_symbol(const ClLexicon *lexicon,
            const char *end,
            size_t left,
            size_t *size)
{
    const unsigned char *c = (const unsigned char *)end;
    *size = c[-1] >= ASCII && left >= 3 && (c[-3] & 0xF0) == 0xE0 ? 3 : 1;
    return *size == 3 ? long_symbol(c - 3) : byte_symbol(lexicon, c[-1]);
}

/* ---- Edges ------------------------------------------------------------- */

/* The slot that holds key, or the empty one where it would go. */
static inline Edge *
find_edge(const ClLexicon *lexicon, uint32_t key)
{
    const uint32_t mask = (UINT32_C(1) << lexicon->bits) - 1;
    uint32_t slot = key * 2654435761u >> (32 - lexicon->bits);
    while (lexicon->edges[slot].key && lexicon->edges[slot].key != key)
        slot = (slot + 1) & mask;
    return &lexicon->edges[slot];
}

static void
grow_edges(ClLexicon *lexicon)
{
    Edge *old = lexicon->edges;
    const size_t count = (size_t)1 << lexicon->bits++;
    lexicon->edges = g_new0(Edge, 2 * count);
    for (size_t i = 0; i < count; i++) {
        if (old[i].key)
            *find_edge(lexicon, old[i].key) = old[i];
    }
    g_free(old);
}

/* The edge may move when another is added. */
static Edge *
add_edge(ClLexicon *lexicon, uint32_t key)
{
    Edge *edge = find_edge(lexicon, key);
    if (edge->key)
        return edge;
    *edge = (Edge){key, 0, -1};
    if (++lexicon->used * 2 < UINT32_C(1) << lexicon->bits)
        return edge;
    grow_edges(lexicon);
    return find_edge(lexicon, key);
}

/* ---- Openings ---------------------------------------------------------- */

/* Most of what begins like some word goes on like none.  The first two symbols
 * of a word (one of a single one) set a bit, which is asked before any edge. */
static inline uint32_t
opening_of(uint32_t first, uint32_t second)
{
    return ((first << 16 | first) ^ second) * 2654435761u /
           (UINT32_MAX / OPENINGS + 1);
}

static void
add_opening(ClLexicon *lexicon, uint32_t first, uint32_t second)
{
    const uint32_t bit = opening_of(first, second);
    lexicon->openings[bit / 64] |= UINT64_C(1) << bit % 64;
}

static inline bool
has_opening(const ClLexicon *lexicon, uint32_t first, uint32_t second)
{
    const uint32_t bit = opening_of(first, second);
    return lexicon->openings[bit / 64] >> bit % 64 & 1;
}

/* ---- Words ------------------------------------------------------------- */

/* The last edge of a word, NULL for no word at all. */
static Edge *
add_word(ClLexicon *lexicon, const char *word)
{
    Edge *edge = NULL;
    uint32_t symbols[2] = {0, 0};
    size_t count = 0;
    const bool back = lexicon->mode & CL_LEXICON_BACKWARD;
    const char *end = word + strlen(word);
    while (word < end) {
        const size_t left = (size_t)(end - word);
        size_t size;
        const uint32_t symbol = back ? last_symbol(lexicon, end, left, &size)
                                     : first_symbol(lexicon, word, left, &size);
        if (edge && !edge->child) {
            g_assert(lexicon->nodes < UINT16_MAX);
            edge->child = (uint16_t)lexicon->nodes++;
        }
        edge = add_edge(lexicon, (edge ? edge->child : 0u) << 16 | symbol);
        word += back ? 0 : size;
        end -= back ? size : 0;
        if (count < G_N_ELEMENTS(symbols))
            symbols[count++] = symbol;
    }
    add_opening(lexicon, symbols[0], symbols[1]);
    return edge;
}

int
cl_lexicon_add(ClLexicon *lexicon, const char *word, int meaning)
{
    Edge *edge = add_word(lexicon, word);
    const int before = edge ? edge->meaning : -1;
    g_assert(meaning >= 0 && meaning <= INT16_MAX);
    if (edge && before < 0)
        edge->meaning = (int16_t)meaning;
    return before;
}

void
cl_lexicon_set(ClLexicon *lexicon, const char *word, int meaning)
{
    Edge *edge = add_word(lexicon, word);
    g_assert(meaning >= 0 && meaning <= INT16_MAX);
    if (edge)
        edge->meaning = (int16_t)meaning;
}

void
cl_lexicon_mark(const ClLexicon *lexicon, uint64_t mark, uint64_t *marks)
{
    for (size_t i = 0; i < (size_t)1 << lexicon->bits; i++) {
        const uint32_t key = lexicon->edges[i].key;
        if (key && key < UINT32_C(1) << 16)
            marks[key] |= mark;
    }
    for (int c = 0; c < ASCII; c++) /* other cases of the same letter */
        marks[c] |= marks[lexicon->fold[c]] & mark;
}

/* ---- Matching ---------------------------------------------------------- */

static inline bool
is_letter(char c)
{
    return (unsigned char)((c | 0x20) - 'a') < 26;
}

/* True if a word must not end between two neighbours: both are letters. */
static inline bool
splits_word(char inside, char outside)
{
    return is_letter(inside) && is_letter(outside);
}

static inline bool
may_open(const ClLexicon *lexicon, const char *text, size_t left)
{
    size_t size;
    if (left == 0)
        return false;
    const uint32_t first = first_symbol(lexicon, text, left, &size);
    return (left > size && has_opening(lexicon, first,
                                       first_symbol(lexicon, text + size,
                                                    left - size, &size))) ||
           has_opening(lexicon, first, 0);
}

static inline bool
may_close(const ClLexicon *lexicon, const char *end, size_t left)
{
    size_t size;
    if (left == 0)
        return false;
    const uint32_t last = last_symbol(lexicon, end, left, &size);
    return (left > size && has_opening(lexicon, last,
                                       last_symbol(lexicon, end - size,
                                                   left - size, &size))) ||
           has_opening(lexicon, last, 0);
}

static size_t
match_forward(const ClLexicon *lexicon,
              const char *text,
              size_t at,
              size_t limit,
              int *meaning)
{
    if (!may_open(lexicon, text + at, limit - at))
        return 0;
    size_t best = 0, size;
    uint32_t node = 0;
    for (size_t i = at; i < limit;) {
        const uint32_t symbol =
            first_symbol(lexicon, text + i, limit - i, &size);
        const Edge *edge = find_edge(lexicon, node << 16 | symbol);
        if (!edge->key)
            break;
        i += size;
        if (edge->meaning >= 0 &&
            !(i < limit && splits_word(text[i - 1], text[i]))) {
            best = i - at;
            *meaning = edge->meaning;
        }
        node = edge->child;
        if (!node)
            break;
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
    if (!may_close(lexicon, text + at, at - limit))
        return 0;
    size_t best = 0, size;
    uint32_t node = 0;
    for (size_t i = at; i > limit;) {
        const uint32_t symbol =
            last_symbol(lexicon, text + i, i - limit, &size);
        const Edge *edge = find_edge(lexicon, node << 16 | symbol);
        if (!edge->key)
            break;
        i -= size;
        if (edge->meaning >= 0 &&
            !(i > 0 && splits_word(text[i], text[i - 1]))) {
            best = at - i;
            *meaning = edge->meaning;
        }
        node = edge->child;
        if (!node)
            break;
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
    int found = -1;
    const size_t length = lexicon->mode & CL_LEXICON_BACKWARD
                              ? match_backward(lexicon, text, at, limit, &found)
                              : match_forward(lexicon, text, at, limit, &found);
    if (length && meaning)
        *meaning = found;
    return length;
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
