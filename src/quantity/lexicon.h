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

/**
 * The longest word that starts (or, backwards, ends) at a place.
 *
 * A word that ends in a Latin letter is none when another letter follows: in
 * is no unit in "5 institutes".
 *
 * limit    matches stay before it (backwards: at or after it)
 * meaning  may be NULL
 * returns  its length in bytes, 0 if there is none
 */
size_t cl_lexicon_match(const ClLexicon *lexicon,
                        const char *text,
                        size_t at,
                        size_t limit,
                        int *meaning);

/**
 * Sets a mark on every character that a word begins with (backwards: ends
 * with), so that a reader can tell at once where no word stands.
 *
 * marks  65536 of them: by code point for a character of three bytes, else by
 *        its first (backwards: last) byte
 */
void cl_lexicon_mark(const ClLexicon *lexicon, uint64_t mark, uint64_t *marks);

#endif
