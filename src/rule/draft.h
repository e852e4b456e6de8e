/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_RULE_DRAFT_H
#define CL_RULE_DRAFT_H

/* A rule while it is read: not yet sorted among the others. */

#include "rule/read.h"

typedef struct {
    ClRule *rule;
    GArray *terms;      /* of ClRawTerm; without those of the rule's list */
    uint8_t list_facet; /* the facet that says who of the list it is */
    unsigned id_line, id_column; /* for a doubled id */
} ClDraft;

ClRule *cl_rule_new(void);
void cl_rule_free(void *rule);

/** Reads one rule; never NULL, mistakes are notes. */
ClDraft *cl_draft_read(const ClReader *reader, const ClYamlNode *node);
void cl_draft_free(void *draft);

/** Reads facets, same, apart, assume and relations into the draft. */
void cl_draft_read_facets(const ClReader *reader,
                          const ClYamlNode *node,
                          ClDraft *draft);

/** What `type` says a rule does. */
typedef enum {
    CL_TYPE_CLAIM,
    CL_TYPE_ARITHMETIC, /* it recomputes passages */
    CL_TYPE_SLIP,       /* it looks for slips of the pen */
} ClRuleType;

ClRuleType cl_draft_type(const ClReader *reader, const ClYamlNode *node);

/** The keys a rule of type arithmetic may have, ended by NULL. */
const char *const *cl_draft_arithmetic_keys(void);

/** Reads its check, unit and facets; tolerance is the shipped one then. */
void cl_draft_read_arithmetic(const ClReader *reader,
                              const ClYamlNode *node,
                              ClDraft *draft);

/** Reads examples, once facets are known. */
void cl_draft_read_examples(const ClReader *reader,
                            const ClYamlNode *node,
                            ClDraft *draft);

/** Checks that a text is an option of a facet (a duration takes any). */
void cl_draft_check_option(const ClReader *reader,
                           const ClDraft *draft,
                           unsigned facet,
                           const ClYamlNode *node);

#endif
