/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_EXTRACT_CLAIMS_H
#define CL_EXTRACT_CLAIMS_H

/* What claims are made of, for those who add them and who pack them. */

#include "extract/private.h"

typedef struct {
    ClClaim claim;
    size_t position; /* of the quantity in its folded sentence */
} Entry;

struct ClClaims {
    GArray *entries;       /* of Entry */
    GPtrArray *infos;      /* of ClArticleInfo *; owned */
    GPtrArray *facets;     /* of ClFacetValue arrays, one an entry; owned */
    GStringChunk *strings; /* everything else */
    GPtrArray *taken;      /* of GStringChunk *, of claims taken; owned */
    Passage *passages;     /* to read articles with; NULL before the first */
    unsigned most;         /* of one rule in one article */
    bool counts_unclaimed;
    size_t sentences, figures, unclaimed;
};

#endif
