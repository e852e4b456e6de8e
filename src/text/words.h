/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_TEXT_WORDS_H
#define CL_TEXT_WORDS_H

/* The word lists of text.yaml, read once. */

#include "base/base.h"

typedef enum {
    CL_WORDS_FURNITURE,
    CL_WORDS_HTML_FURNITURE,
    CL_WORDS_NAVIGATION,
    CL_WORDS_WRITERS,
    CL_WORDS_STAFF,
    CL_WORDS_SIGNED,
    CL_WORDS_SOURCES,
    CL_WORDS_DATED,
    CL_WORDS_MONTHS,
    CL_WORDS_ABBREVIATIONS,
    CL_WORDS_NUMBERS,
    CL_WORDS_SHORT_NUMBERS,
    CL_WORDS_LEAD_INS,
    CL_WORDS_UNIT_LINES,
    CL_WORDS_TABLE_RATES,
    CL_WORDS_TABLE_RATIOS,
    CL_WORDS_TABLE_COUNTS,
    CL_WORDS_YEAR_AGO,
    CL_WORDS_TABLE_VALUES,
    CL_WORDS_LABEL_FILLERS,
    CL_WORDS_SUMS_BEFORE,
    CL_WORDS_SUMS_BEHIND,
    CL_WORDS_HYPHENATED,
    CL_WORDS_COUNT,
} ClWordList;

/** True if the folded word is in the list. */
bool cl_words_has(ClWordList list, const char *word, size_t length);

/** True if a listed word begins with a folded character. */
bool cl_words_may_begin(ClWordList list, gunichar first);

/** The index of the first listed word that text begins with, or -1. */
int cl_words_prefix(ClWordList list, const char *text, size_t length);

/** True if a span of an article's text, once folded, begins with a word. */
bool cl_words_starts(ClWordList list, const char *text, ClSpan span);

/** The index of the one listed word that begins with word, or -1. */
int cl_words_abbreviated(ClWordList list, const char *word);

/** True if text ends with a listed word. */
bool cl_words_end(ClWordList list, const char *text);

/** True if any listed word stands in text. */
bool cl_words_within(ClWordList list, const char *text);

#endif
