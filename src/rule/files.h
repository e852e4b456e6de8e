/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_RULE_FILES_H
#define CL_RULE_FILES_H

/* Which files hold rules, and which confirmed figures. */

#include "base/base.h"

/**
 * Every rule file of the given paths: files as they are, folders searched.
 *
 * returns  owned array of owned paths, by their bytes, none twice
 * errors   a path that is missing, a folder without rules: notes
 */
GPtrArray *cl_rule_files(const char *const *paths, ClNotes *notes);

/** The same for files of confirmed figures. */
GPtrArray *cl_fact_files(const char *const *paths, ClNotes *notes);

#endif
