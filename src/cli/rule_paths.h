/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_CLI_RULE_PATHS_H
#define CL_CLI_RULE_PATHS_H

/* Which rules and confirmed figures a run uses where none are given. */

#include "base/base.h"

/**
 * The rule paths for articles at first: those of the .claimlint.yaml found
 * upwards, else rules/ beside the articles' folder or in the working folder,
 * else the installed pack.
 *
 * first    an article, a folder, "-", or NULL for the working folder
 * returns  owned, of char *, ended by NULL; NULL with notes if the
 *          configuration has a mistake or no rules are found
 */
GPtrArray *cl_rule_paths_find(const char *first, ClNotes *notes);

/**
 * The paths of confirmed figures for articles at first, looked for in the
 * same places: key 'facts' and folder facts/; none are installed.
 *
 * returns  owned, of char *, ended by NULL; without any if none are found;
 *          NULL with notes if the configuration has a mistake
 */
GPtrArray *cl_fact_paths_find(const char *first, ClNotes *notes);

#endif
