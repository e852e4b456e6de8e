/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_CLI_EXPLAIN_H
#define CL_CLI_EXPLAIN_H

/* Each step from the bytes of a sentence to what a rule claims there. */

#include "extract/extract.h"

typedef struct ClExplainer ClExplainer;

/** Explains decisions of one rule; rules and rule are borrowed. */
ClExplainer *cl_explainer_new(const ClRuleSet *rules, const ClRule *rule);
void cl_explainer_free(ClExplainer *explainer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ClExplainer, cl_explainer_free)

/** What cl_extract_claims_traced tells; data is the explainer. */
void cl_explainer_tell(void *data, const ClDecision *decision);

/** Ends the article; appends what was told since, and is empty again. */
void cl_explainer_finish(ClExplainer *explainer, GString *out);

#endif
