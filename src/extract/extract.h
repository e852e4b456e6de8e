/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_EXTRACT_H
#define CL_EXTRACT_H

/* An article and rules give claims: rule, quantity, facets, place. */

#include "rule/rule.h"
#include "text/text.h"

/** What a claim says of one facet.  value NULL: the text does not say. */
typedef struct {
    const char *value;  /* option name, or ISO 8601 for when and window */
    const char *words;  /* what gave it, as written; NULL if assumed */
    bool assumed;       /* from the rule or the article's date, not the text */
    ClDay from, to;     /* CL_FACET_WHEN: days, 0 unknown */
    ClNumber seconds;   /* CL_FACET_WINDOW: its length */
} ClFacetValue;

/** One occurrence of a rule in an article.  A value; strings are borrowed. */
typedef struct {
    const ClRule *rule;
    const ClArticleInfo *article;
    ClSpan span;               /* original bytes: terms and quantity */
    ClPlace place;
    const char *text;          /* of span, as written */
    const char *quantity_text; /* the number phrase, as written */
    const char *sentence;      /* the whole sentence, as written */
    ClQuantity quantity;       /* in the rule's first unit; its spans are void */
    const ClFacetValue *facets; /* as many as the rule has */
    uint64_t sentence_key;     /* hash of the folded sentence */
    int32_t repeat_of;         /* index of the first of its kind, or -1 */
} ClClaim;

/** All claims of a run, with every string they borrow. */
typedef struct ClClaims ClClaims;

ClClaims *cl_claims_new(void);
void cl_claims_free(ClClaims *claims);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ClClaims, cl_claims_free)

size_t cl_claims_count(const ClClaims *claims);
const ClClaim *cl_claims_get(const ClClaims *claims, size_t index);
/** Articles that were read, and figures that no rule took. */
size_t cl_claims_articles(const ClClaims *claims);
size_t cl_claims_unclaimed(const ClClaims *claims);

/**
 * Adds every claim an article makes under a set of rules.
 *
 * borrows  rules; copies what it needs of the article
 * errors   none: no claim is a valid answer; a rule that gives up is a note
 */
void cl_extract_claims(const ClArticle *article, const ClRuleSet *rules,
                       ClClaims *claims, ClNotes *notes);

/**
 * Brings claims to their total order (path, offset, rule, value), whatever
 * order articles came in, and marks repeats: the same sentence and rule met
 * again, in one article or word for word in another.
 */
void cl_claims_sort(ClClaims *claims);

#endif
