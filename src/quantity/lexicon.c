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

enum { ASCII = 0x80, KEY_BITS = 32, FIRST_BITS = 4 };

struct ClLexicon {
    ClLexiconMode mode;
    Edge *edges, *last;
    unsigned shift; /* leaves the bits of a slot's number */
    uint32_t used;
    uint32_t nodes;
    uint8_t fold[256];
};

static uint8_t
fold_byte(bool caseless, uint8_t byte)
{
    if (!caseless)
        return byte;
    return byte == '-' ? ' ' : (uint8_t)g_ascii_tolower((char)byte);
}

static size_t
count_slots(const ClLexicon *lexicon)
{
    return (size_t)(lexicon->last - lexicon->edges) + 1;
}

static void
make_slots(ClLexicon *lexicon, unsigned bits)
{
    const size_t count = (size_t)1 << bits;
    lexicon->edges = g_new0(Edge, count);
    lexicon->last = lexicon->edges + count - 1;
    lexicon->shift = KEY_BITS - bits;
}

ClLexicon *
cl_lexicon_new(ClLexiconMode mode)
{
    ClLexicon *lexicon = g_new0(ClLexicon, 1);
    lexicon->mode = mode;
    make_slots(lexicon, FIRST_BITS);
    lexicon->nodes = 1; /* the root is 0 */
    for (int c = 0; c < 256; c++)
        lexicon->fold[c] = fold_byte(mode & CL_LEXICON_CASELESS, (uint8_t)c);
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
    return lexicon->fold[byte];
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
    Edge *const edges = lexicon->edges;
    Edge *edge = &edges[key * 2654435761u >> lexicon->shift];
    while (edge->key != key && edge->key)
        edge = edge < lexicon->last ? edge + 1 : edges;
    return edge;
}

static void
grow_edges(ClLexicon *lexicon)
{
    Edge *old = lexicon->edges;
    const size_t count = count_slots(lexicon);
    make_slots(lexicon, KEY_BITS - lexicon->shift + 1);
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
    if (++lexicon->used * 4 < count_slots(lexicon))
        return edge;
    grow_edges(lexicon);
    return find_edge(lexicon, key);
}

/* ---- Words ------------------------------------------------------------- */

/* The last edge of a word, NULL for no word at all. */
static Edge *
add_word(ClLexicon *lexicon, const char *word)
{
    Edge *edge = NULL;
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
    }
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

/* ---- Openings ---------------------------------------------------------- */

ClOpenings *
cl_openings_new(void)
{
    ClOpenings *openings = g_new0(ClOpenings, 1);
    for (int c = 0; c < 256; c++)
        openings->fold[c] = fold_byte(true, (uint8_t)c);
    return openings;
}

static void
mark_character(uint32_t symbol, const Edge *edge, uint64_t mark, ClOpenings *o)
{
    ClOpening *character = &o->characters[symbol];
    character->begins |= mark;
    if (edge->meaning >= 0)
        character->alone |= mark;
}

static uint32_t
fold_pair(const ClOpenings *openings, uint32_t symbol)
{
    return symbol < G_N_ELEMENTS(openings->fold) ? openings->fold[symbol]
                                                 : symbol;
}

/* first and second: as they are met. */
static void
mark_pair(const ClLexicon *lexicon,
          uint32_t first,
          uint32_t second,
          uint64_t mark,
          ClOpenings *o)
{
    const bool back = lexicon->mode & CL_LEXICON_BACKWARD;
    const uint32_t left = fold_pair(o, back ? second : first);
    const uint32_t right = fold_pair(o, back ? first : second);
    o->pairs[cl_opening_pair(left, right)] |= mark;
}

void
cl_lexicon_mark(const ClLexicon *lexicon, uint64_t mark, ClOpenings *openings)
{
    g_autofree uint32_t *firsts = g_new0(uint32_t, lexicon->nodes);
    const size_t slots = count_slots(lexicon);
    for (size_t i = 0; i < slots; i++) {
        const Edge *edge = &lexicon->edges[i];
        if (!edge->key || edge->key >> 16)
            continue;
        firsts[edge->child] = edge->key;
        mark_character(edge->key, edge, mark, openings);
        for (uint32_t c = 0; c < ASCII; c++) /* other cases of the letter */
            if (lexicon->fold[c] == edge->key)
                mark_character(c, edge, mark, openings);
    }
    for (size_t i = 0; i < slots; i++) {
        const uint32_t key = lexicon->edges[i].key, node = key >> 16;
        if (node && firsts[node])
            mark_pair(lexicon, firsts[node], key & 0xFFFF, mark, openings);
    }
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

static size_t
match_forward(const ClLexicon *lexicon,
              const char *text,
              size_t at,
              size_t limit,
              int *meaning)
{
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
            (size > 1 || i == limit || !splits_word(text[i - 1], text[i]))) {
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
            (size > 1 || i == 0 || !splits_word(text[i], text[i - 1]))) {
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
