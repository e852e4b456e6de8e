/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_RULE_FORMS_H
#define CL_RULE_FORMS_H

/* The wordings in which a passage states a relation between its figures. */

#include "rule/read.h"

typedef struct ClForms ClForms;

/** The check of that name, CL_CHECK_NONE if there is none. */
ClCheck cl_check_find(const char *name);

/** Names of the checks, ended by NULL. */
const char *const *cl_check_names(void);

/**
 * Compiles the shipped forms of a check.
 *
 * slack   how far a written figure may be off at most, as a part of it
 * errors  a mistake in arithmetic.yaml is ours: notes name it, NULL is
 *         returned
 */
ClForms *cl_forms_new(const ClReader *reader, ClCheck check, ClNumber *slack);
void cl_forms_free(ClForms *forms);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ClForms, cl_forms_free)

#endif
