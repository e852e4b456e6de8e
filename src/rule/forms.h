/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_RULE_FORMS_H
#define CL_RULE_FORMS_H

/* The wordings in which a passage states a relation between its figures. */

#include "rule/once.h"
#include "rule/rule.h"

typedef struct ClForms ClForms;

/** The check of that name, CL_CHECK_NONE if there is none. */
ClCheck cl_check_find(const char *name);

/** Names of the checks, ended by NULL. */
const char *const *cl_check_names(void);

/** The shipped wordings of all checks, read when the first is needed. */
typedef struct {
    ClOnce read;
    ClYaml *yaml;
    ClOnce listed;
    GPtrArray *roles[CL_ROLE_WORDS]; /* of words, ended by NULL */
} ClWordings;

/** Frees what they hold. */
void cl_wordings_clear(ClWordings *wordings);

/**
 * The shipped forms of a check, each compiled when a text may hold it.
 *
 * wordings  borrowed
 * slack     how far a written figure may be off at most, as a part of it
 */
ClForms *cl_forms_new(ClWordings *wordings, ClCheck check, ClNumber *slack);

/** Compiles all of them, which ends the program at a mistake; how many. */
unsigned cl_forms_compile_all(ClForms *forms);
void cl_forms_free(ClForms *forms);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ClForms, cl_forms_free)

#endif
