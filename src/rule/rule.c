/* SPDX-License-Identifier: Apache-2.0 */
/* Rules as values: making an empty one, freeing it, finding its facets. */
#include "rule/draft.h"
#include "rule/facets.h"
#include "rule/forms.h"
#include "rule/regex.h"

#include <string.h>

static void
free_example(void *data)
{
    ClExample *example = data;
    g_ptr_array_unref(example->texts);
    g_ptr_array_unref(example->frames);
    g_free(example);
}

static void
free_pattern(void *data)
{
    g_free(((ClPattern *)data)->source);
    g_free(data);
}

static void
clear_relation(void *data)
{
    g_free(((ClRelation *)data)->less);
    g_free(((ClRelation *)data)->more);
}

ClRule *
cl_rule_new(void)
{
    ClRule *rule = g_new0(ClRule, 1);
    rule->units = g_array_new(FALSE, FALSE, sizeof(ClUnitId));
    rule->facets = cl_builtin_facets();
    rule->full_names = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    rule->relations = g_array_new(FALSE, FALSE, sizeof(ClRelation));
    g_array_set_clear_func(rule->relations, clear_relation);
    rule->patterns = g_ptr_array_new_with_free_func(free_pattern);
    rule->examples = g_ptr_array_new_with_free_func(free_example);
    rule->confused_with = g_ptr_array_new_with_free_func(g_free);
    rule->unsaid = g_ptr_array_new_with_free_func(g_free);
    return rule;
}

void
cl_rule_free(void *data)
{
    ClRule *rule = data;
    if (!rule)
        return;
    g_free(rule->id);
    g_free(rule->title);
    g_free(rule->why);
    g_free(rule->ask);
    g_free(rule->growth_of);
    g_free(rule->file);
    g_array_unref(rule->units);
    g_ptr_array_unref(rule->facets);
    g_array_unref(rule->full_names);
    g_array_unref(rule->relations);
    g_ptr_array_unref(rule->patterns);
    cl_regexes_free(rule->wordings);
    cl_forms_free(rule->forms);
    g_ptr_array_unref(rule->examples);
    g_ptr_array_unref(rule->confused_with);
    g_ptr_array_unref(rule->unsaid);
    g_free(rule);
}

static bool
names_as_confused(const ClRule *rule, const char *id)
{
    for (guint i = 0; i < rule->confused_with->len; i++)
        if (strcmp(rule->confused_with->pdata[i], id) == 0)
            return true;
    return false;
}

bool
cl_rule_confused(const ClRule *a, const ClRule *b)
{
    return names_as_confused(a, b->id) || names_as_confused(b, a->id);
}

const ClFacet *
cl_rule_facet(const ClRule *rule, const char *name)
{
    const int index = cl_facets_find(rule->facets, name);
    return index < 0 ? NULL : rule->facets->pdata[index];
}
