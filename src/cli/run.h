/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_CLI_RUN_H
#define CL_CLI_RUN_H

/* The part of the pipeline that commands share: rules, articles, claims. */

#include "cli/options.h"
#include "cli/statistics.h"

/** All that a run holds; freed in reverse. */
typedef struct {
    ClNotes *notes;
    ClNotes *asides; /* what is no part of the report */
    ClVocabulary *vocabulary;
    ClRuleSet *rules;
    ClFactSet *facts; /* NULL: none */
    ClClaims *claims;
    int32_t *drafts; /* as in ClReport; NULL without --against */
    bool counts_unclaimed; /* set before articles are read */
    const ClTrace *trace; /* told each decision, article by article; or NULL */
    ClStatistics statistics;
} ClRun;

void cl_run_init(ClRun *run);
void cl_run_clear(ClRun *run);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ClRun, cl_run_clear)

/**
 * Loads the vocabulary and the rules: those given, else the default ones.
 *
 * paths    rule paths beside those of --rules, or NULL
 * returns  false, with notes, if there are mistakes or no rules
 */
bool cl_run_load_rules(ClRun *run, const ClOptions *options,
                       const GPtrArray *paths);

/** The same, but rules of files without a mistake are kept. */
bool cl_run_load_good_rules(ClRun *run, const ClOptions *options,
                            const GPtrArray *paths);

/**
 * Loads confirmed figures: those given, else the default ones, if any.
 *
 * paths    fact paths beside those of --facts, or NULL
 * returns  false, with notes, if there are mistakes
 */
bool cl_run_load_facts(ClRun *run, const ClOptions *options,
                       const GPtrArray *paths);

/** The day by which figures are stale: --today or the newest article's. */
ClDay cl_run_today(const ClRun *run, const ClOptions *options);

/** Reads the articles of the operands and --against into sorted claims. */
void cl_run_read_articles(ClRun *run, const ClOptions *options);

#endif
