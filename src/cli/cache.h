/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_CLI_CACHE_H
#define CL_CLI_CACHE_H

/*
 * What articles said under a set of rules, kept in a folder from run to run,
 * so that only what changed is read and extracted anew.
 *
 * A file of the folder has an entry for each article by its path as given
 * (mark-up and perhaps the day of an article come from it), and belongs to one
 * set of rules, one encoding that was named or none, and one build of the
 * program: any other pays no heed to it.  An
 * entry is true for a file whose size, times, device and inode are as they
 * were, or else whose bytes have the same SHA-256.  Times count only if they
 * were two seconds old when the article was listed: a younger file could be
 * written to once more without a newer time.
 */

#include "cli/files.h"
#include "extract/extract.h"

typedef struct ClCache ClCache;

/**
 * Opens what earlier runs kept in a folder, which need not exist.
 *
 * encoding that articles are said to be in; NULL: it is detected
 * notes    receives what is wrong with it; then it holds less or nothing
 * returns  owned
 */
ClCache *cl_cache_open(const char *folder, const ClRuleSet *rules,
                       const char *encoding, ClNotes *notes);
void cl_cache_free(ClCache *cache);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ClCache, cl_cache_free)

/** One thread's use of a cache.  No two threads may ask for one file. */
typedef struct ClCacheUse ClCacheUse;

/**
 * Starts one.
 *
 * cache             may be NULL: nothing is known then, nor learnt
 * counts_unclaimed  whether the claims are told to: articles that were read
 *                   without are not known then
 */
ClCacheUse *cl_cache_use(const ClCache *cache, bool counts_unclaimed);

/** Adds what is known of a file that is as it was; false if nothing is. */
bool cl_cache_recall(ClCacheUse *use, const ClFile *file, ClClaims *claims,
                     ClNotes *notes);

/** The same of a file whose bytes are as they were; to be asked second. */
bool cl_cache_recall_bytes(ClCacheUse *use, const ClFile *file,
                           const char *bytes, size_t length, ClClaims *claims,
                           ClNotes *notes);

/**
 * Keeps what an article said, of the bytes that were not known just before.
 *
 * before, notes  as cl_claims_pack takes them
 */
void cl_cache_learn(ClCacheUse *use, const ClFile *file,
                    const ClClaims *claims, const ClClaimsMark *before,
                    const ClNotes *notes);

/** Hands what was learnt to the cache and frees the use. */
void cl_cache_take(ClCache *cache, ClCacheUse *use);

/**
 * Writes the cache if anything was learnt: whole, beside the old one, which it
 * then replaces, so that of two runs at once each leaves a whole one.  What
 * was known of other articles is kept up to 64 MB, and of other rules and
 * builds the seven files used last.
 *
 * files    may be freed after this
 * notes    receives why it could not be written, and what was damaged
 */
void cl_cache_save(ClCache *cache, ClNotes *notes);

#endif
