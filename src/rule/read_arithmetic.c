/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reads what only a rule of type arithmetic has: its check, whose wordings
 * are shipped, and the two facets that hold a passage's figures together.
 */
#include "rule/draft.h"
#include "rule/facets.h"
#include "rule/forms.h"
#include "rule/units.h"

#include <string.h>

static const char *const arithmetic_keys[] = {
    "id",   "type",    "check",     "title",    "why", "ask",
    "unit", "exclude", "tolerance", "examples", NULL};

const char *const *
cl_draft_arithmetic_keys(void)
{
    return arithmetic_keys;
}

static void
add_facet(ClRule *rule, const char *name)
{
    ClFacet *facet = cl_facet_new(name);
    for (unsigned i = 0; i < CL_PARTS && strcmp(name, "part") == 0; i++) {
        const ClFacetOption option = {g_strdup(cl_part_name((ClPart)i)), 0};
        g_array_append_val(facet->options, option);
    }
    g_ptr_array_add(rule->facets, facet);
}

static void
read_check(const ClReader *reader, const ClYamlNode *node, ClRule *rule)
{
    const ClYamlNode *value = cl_yaml_get(node, "check");
    if (!value) {
        g_autofree char *all = g_strjoinv(", ", (char **)cl_check_names());
        g_autofree char *hint =
            g_strconcat("say what it recomputes, one of ", all, NULL);
        cl_read_error(reader, node, "missing-key", hint,
                      "the rule has no 'check'");
        return;
    }
    const char *name = cl_read_text(reader, value, "check");
    rule->check = name ? cl_check_find(name) : CL_CHECK_NONE;
    if (rule->check != CL_CHECK_NONE)
        rule->forms = cl_forms_new(reader->shared->wordings, rule->check,
                                   &rule->tolerance);
    else if (name)
        cl_read_unknown(reader, value, "bad-value", "check", name,
                        cl_check_names());
}

void
cl_draft_read_arithmetic(const ClReader *reader,
                         const ClYamlNode *node,
                         ClDraft *draft)
{
    const ClYamlNode *unit = cl_yaml_get(node, "unit");
    add_facet(draft->rule, "part");
    add_facet(draft->rule, "passage");
    g_assert(draft->rule->facets->len == CL_FACET_PASSAGE + 1);
    draft->rule->tolerance = cl_number_make(0, 0);
    read_check(reader, node, draft->rule);
    if (unit)
        cl_read_units(reader, unit, draft->rule);
}
