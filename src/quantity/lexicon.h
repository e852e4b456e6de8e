/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_QUANTITY_LEXICON_H
#define CL_QUANTITY_LEXICON_H

/*
 * Words and what they mean, found by the longest match at a place, forwards
 * or backwards.  Read-only once filled.
 */

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct ClLexicon ClLexicon;

typedef enum {
    CL_LEXICON_FORWARD = 0,
    CL_LEXICON_BACKWARD = 1, /* matches words that end at a place */
    CL_LEXICON_CASELESS = 2, /* ASCII case and hyphens are no difference */
} ClLexiconMode;

ClLexicon *cl_lexicon_new(ClLexiconMode mode);
void cl_lexicon_free(ClLexicon *lexicon);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ClLexicon, cl_lexicon_free)

/**
 * Adds a word.
 *
 * meaning  from 0 to 32767
 * returns  the meaning it had before, which stays; -1 if the word is new
 */
int cl_lexicon_add(ClLexicon *lexicon, const char *word, int meaning);

/** Gives a known word another meaning, or adds it. */
void cl_lexicon_set(ClLexicon *lexicon, const char *word, int meaning);

/** The meaning of exactly this word, -1 if it is unknown. */
int cl_lexicon_get(const ClLexicon *lexicon, const char *word);

/** A word found: its length in bytes, 0 for none, and what it means. */
typedef struct {
    size_t length;
    int meaning; /* -1 for none */
} ClMatch;

/**
 * The longest word that starts (or, backwards, ends) at a place.
 *
 * A word that ends in a Latin letter is none when another letter follows: in
 * is no unit in "5 institutes".
 *
 * limit    matches stay before it (backwards: at or after it)
 */
ClMatch cl_lexicon_find(const ClLexicon *lexicon,
                        const char *text,
                        size_t at,
                        size_t limit);

/** The same: its length; meaning may be NULL, and is left alone without one. */
static inline size_t
cl_lexicon_match(const ClLexicon *lexicon,
                 const char *text,
                 size_t at,
                 size_t limit,
                 int *meaning)
{
    const ClMatch match = cl_lexicon_find(lexicon, text, at, limit);
    if (match.length && meaning)
        *meaning = match.meaning;
    return match.length;
}

/* ---- Where no word stands ---------------------------------------------- */

/** Marks of a character: those of words that begin with it (backwards: end),
 * and those of words that are no more than it. */
typedef struct {
    uint64_t begins, alone;
} ClOpening;

enum { CL_OPENING_CHARACTERS = 0x10000, CL_OPENING_PAIR_BITS = 13 };

/**
 * The marks of many lexicons, so that a reader can tell at once where no word
 * of any stands: most of what begins like some word goes on like none.
 *
 * characters  of three bytes, by code point
 * bytes       of any other character
 * pairs       of words that begin (backwards: end) with two neighbours, in
 *             the order of text; some share a place
 * fold        of bytes in pairs: case is no difference, nor are - and a blank
 */
typedef struct {
    ClOpening characters[CL_OPENING_CHARACTERS], bytes[256];
    uint64_t pairs[1 << CL_OPENING_PAIR_BITS];
    uint8_t fold[256];
} ClOpenings;

/** caller frees  with g_free */
ClOpenings *cl_openings_new(void);

/** The place of a pair, both folded. */
static inline uint32_t
cl_opening_pair(uint32_t character, uint32_t next)
{
    return (character * 37 ^ next) & ((1 << CL_OPENING_PAIR_BITS) - 1);
}

/** Sets a mark wherever a word may begin (backwards: end). */
void cl_lexicon_mark(const ClLexicon *lexicon,
                     uint64_t mark,
                     ClOpenings *openings);

#endif
