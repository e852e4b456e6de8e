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

enum { ASCII = 0x80 };
enum { LONG = 3 }; /* bytes of a character that is one symbol */
enum { KEY_BITS = 32, FIRST_BITS = 4 };
enum { ROOT = 1 }; /* not 0: no key of an edge is that of an empty slot */

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
    lexicon->nodes = ROOT + 1;
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
long_symbol(const char *text)
{
    const unsigned char *c = (const unsigned char *)text;
    return (c[0] & 0x0Fu) << 12 | (c[1] & 0x3Fu) << 6 | (c[2] & 0x3Fu);
}

static inline uint32_t
byte_symbol(const ClLexicon *lexicon, char byte)
{
    return lexicon->fold[(unsigned char)byte];
}

static inline bool
starts_long(const char *text, const char *end)
{
    return (*text & 0xF0) == 0xE0 && end - text >= LONG;
}

static inline bool
ends_long(const char *text, const char *end)
{
    return end[-1] & 0x80 && end - text >= LONG && (end[-LONG] & 0xF0) == 0xE0;
}

/* ---- Edges ------------------------------------------------------------- */

static inline uint32_t
edge_key(uint32_t node, uint32_t symbol)
{
    return node << 16 | symbol;
}

static inline Edge *
first_slot(const ClLexicon *lexicon, uint32_t key)
{
    return &lexicon->edges[key * 2654435761u >> lexicon->shift];
}

static inline Edge *
next_slot(const ClLexicon *lexicon, Edge *edge)
{
    return edge < lexicon->last ? edge + 1 : lexicon->edges;
}

/* The slot that holds key, or the empty one where it would go. */
static Edge *
find_edge(const ClLexicon *lexicon, uint32_t key)
{
    Edge *edge = first_slot(lexicon, key);
    while (edge->key != key && edge->key)
        edge = next_slot(lexicon, edge);
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
        const bool han = back ? ends_long(word, end) : starts_long(word, end);
        const size_t size = han ? LONG : 1;
        const char *at = back ? end - size : word;
        const uint32_t symbol =
            han ? long_symbol(at) : byte_symbol(lexicon, *at);
        if (edge && !edge->child) {
            g_assert(lexicon->nodes < UINT16_MAX);
            edge->child = (uint16_t)lexicon->nodes++;
        }
        edge = add_edge(lexicon, edge_key(edge ? edge->child : ROOT, symbol));
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
    ClOpening *character = symbol < G_N_ELEMENTS(o->bytes)
                               ? &o->bytes[symbol]
                               : &o->characters[symbol];
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
        const uint32_t symbol = edge->key & 0xFFFF;
        if (edge->key >> 16 != ROOT)
            continue;
        firsts[edge->child] = symbol;
        mark_character(symbol, edge, mark, openings);
        for (uint32_t c = 0; c < ASCII; c++) /* other cases of the letter */
            if (lexicon->fold[c] == symbol)
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

/* The edge that a symbol leads along, NULL if no word goes on with it. */
static inline const Edge *
follow(const ClLexicon *lexicon, uint32_t node, uint32_t symbol)
{
    const uint32_t key = edge_key(node, symbol);
    Edge *edge = first_slot(lexicon, key);
    while (edge->key != key) {
        if (!edge->key)
            return NULL;
        edge = next_slot(lexicon, edge);
    }
    return edge;
}

static ClMatch
match_forward(const ClLexicon *lexicon, const char *start, const char *end)
{
    ClMatch best = {0, -1};
    const char *at = start;
    for (uint32_t node = ROOT; node && at < end;) {
        const Edge *edge;
        if (starts_long(at, end)) {
            edge = follow(lexicon, node, long_symbol(at));
            if (!edge)
                break;
            at += LONG;
            node = edge->child;
            if (edge->meaning < 0)
                continue;
        } else {
            edge = follow(lexicon, node, byte_symbol(lexicon, *at));
            if (!edge)
                break;
            at++;
            node = edge->child;
            if (edge->meaning < 0 || (at < end && splits_word(at[-1], *at)))
                continue;
        }
        best = (ClMatch){(size_t)(at - start), edge->meaning};
    }
    return best;
}

static ClMatch
match_backward(const ClLexicon *lexicon,
               const char *text,
               const char *start,
               const char *end)
{
    ClMatch best = {0, -1};
    const char *at = end;
    for (uint32_t node = ROOT; node && at > start;) {
        const Edge *edge;
        if (ends_long(start, at)) {
            edge = follow(lexicon, node, long_symbol(at - LONG));
            if (!edge)
                break;
            at -= LONG;
            node = edge->child;
            if (edge->meaning < 0)
                continue;
        } else {
            edge = follow(lexicon, node, byte_symbol(lexicon, at[-1]));
            if (!edge)
                break;
            at--;
            node = edge->child;
            if (edge->meaning < 0 || (at > text && splits_word(*at, at[-1])))
                continue;
        }
        best = (ClMatch){(size_t)(end - at), edge->meaning};
    }
    return best;
}

ClMatch
cl_lexicon_find(const ClLexicon *lexicon,
                const char *text,
                size_t at,
                size_t limit)
{
    return lexicon->mode & CL_LEXICON_BACKWARD
               ? match_backward(lexicon, text, text + limit, text + at)
               : match_forward(lexicon, text + at, text + limit);
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
