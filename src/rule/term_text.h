/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_RULE_TERM_TEXT_H
#define CL_RULE_TERM_TEXT_H

/*
 * The characters of terms, kept once for all rules that use them: of a list
 * of entities each rule has every spelling, and equal terms are one pointer.
 */

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

typedef struct {
    const char *text; /* folded; of a regular expression its source */
    bool regex;
    uint32_t term; /* 1 + its place in a ClTerms, once it has one there */
} ClTermText;

/** All texts of one set of rules, whose terms and rules borrow them. */
typedef struct ClTermTexts ClTermTexts;

ClTermTexts *cl_term_texts_new(void);
void cl_term_texts_free(ClTermTexts *texts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ClTermTexts, cl_term_texts_free)

/** The one with these characters, new or known; lives as long as texts. */
ClTermText *cl_term_texts_get(ClTermTexts *texts, const char *text, bool regex);

/** As above, but NULL if it is not known. */
const ClTermText *cl_term_texts_find(const ClTermTexts *texts,
                                     const char *text,
                                     bool regex);

#endif
