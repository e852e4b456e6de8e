/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_RULE_SHARED_H
#define CL_RULE_SHARED_H

/*
 * Word lists that serve every rule: the options of the built-in facets
 * (facets.yaml), the words that name other measures (rivals.yaml) and those
 * that lead from one word of a text to another (discourse.yaml), those around
 * the names of others (names.yaml) and for other times (times.yaml).
 */

#include "rule/forms.h"
#include "rule/heads.h"
#include "rule/rule.h"
#include "rule/term_text.h"

typedef struct {
    GArray *terms;     /* of ClRawTerm, whose texts the caller of new keeps */
    GHashTable *light; /* of char *: words without weight */
    GPtrArray *options[CL_FACET_OWN]; /* names, ended by NULL */
    GPtrArray *names[CL_NAMES];       /* words, ended by NULL */
    ClHeads name_heads[CL_NAMES];     /* the same by how they begin */
    GArray *anaphors;                 /* of ClAnaphor, longer words first */
    GArray *lengths;                  /* the same, for how long a time is */
    ClHeads anaphor_heads;
    GPtrArray *sums;       /* words, ended by NULL */
    GPtrArray *streaks[2]; /* of words before and behind a length, as sums */
    GPtrArray *asides[3];  /* the same before and behind a time, and at the
                              head of a paragraph */
    ClWordings *wordings;  /* of rules that recompute */
} ClShared;

/** NULL with notes if a shipped list has a mistake. */
ClShared *cl_shared_new(const ClVocabulary *vocabulary,
                        ClTermTexts *texts,
                        ClNotes *notes);
void cl_shared_free(ClShared *shared);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ClShared, cl_shared_free)

/** The word lists a set was read with. */
const ClShared *cl_rule_set_shared(const ClRuleSet *rules);

/** Names of a built-in facet's options, ended by NULL; may be empty. */
const char *const *cl_shared_names(const ClShared *shared, unsigned facet);

/** True for one of the words that say nothing of what is counted. */
bool cl_shared_is_light(const ClShared *shared,
                        const char *word,
                        size_t length);

#endif
