/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_CLI_ARTICLES_H
#define CL_CLI_ARTICLES_H

/* A list of files becomes claims, by as many threads as are wanted. */

#include "cli/cache.h"
#include "cli/statistics.h"
#include "extract/extract.h"

/** With what articles are read; borrowed. */
typedef struct {
    const ClFiles *files;
    const ClRuleSet *rules;
    const char *encoding;  /* of all of them; NULL: it is detected */
    char *const *pre;      /* makes text of documents; or NULL */
    size_t max_file_size;  /* bytes of one that is read */
    unsigned max_claims;   /* of a rule in one */
    bool counts_unclaimed; /* as cl_claims_count_unclaimed */
    const ClTrace *trace;  /* told each decision, in one thread; or NULL */
    ClCache *cache;        /* what is known, and where to keep it; or NULL */
    unsigned jobs;         /* most threads; 0: one for each processor */
} ClReading;

/**
 * Reads every article.
 *
 * statistics  receives what was read, in how many threads and how long
 * claims   receives them, not sorted; the same for any number of threads
 *          once they are
 * notes    receives what could not be read or judged, not sorted
 */
void cl_articles_read(const ClReading *reading,
                      ClClaims *claims,
                      ClNotes *notes,
                      ClStatistics *statistics);

#endif
