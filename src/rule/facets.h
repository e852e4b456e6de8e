/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_RULE_FACETS_H
#define CL_RULE_FACETS_H

/* Facets as values: the built-in ones, and those a rule adds. */

#include "rule/rule.h"

/** Index of the built-in facet of that name, -1 if there is none. */
int cl_builtin_find(const char *name);

/** Names of the built-in facets in their order, ended by NULL. */
const char *const *cl_builtin_names(void);

/** The facets every rule starts with; owned array of owned ClFacet. */
GPtrArray *cl_builtin_facets(void);

/** A rule's own facet, without options yet.  Owned. */
ClFacet *cl_facet_new(const char *name);
/** The same, with options that others have too. */
ClFacet *cl_facet_new_of(const char *name, GArray *options);
void cl_facet_free(void *facet);

/** An array of ClFacetOption that frees their names. */
GArray *cl_facet_options_new(void);

/** Index of a facet by name, -1 if there is none. */
int cl_facets_find(const GPtrArray *facets, const char *name);

/** Index of an option of a rule's own facet, -1 if there is none. */
int cl_facet_option(const ClFacet *facet, const char *name);

#endif
