/* SPDX-License-Identifier: Apache-2.0 */
/* The table of built-in facets, and looking facets and options up by name. */
#include "rule/facets.h"

#include <string.h>

static const struct {
    const char *name;
    ClFacetRole role;
    bool used;
    const char *assumed;
} builtins[CL_FACET_OWN] = {
    [CL_FACET_WHEN] = {"when", CL_FACET_PARTS, true, NULL},
    [CL_FACET_WINDOW] = {"window", CL_FACET_INFORMS, false, NULL},
    [CL_FACET_MODALITY] = {"modality", CL_FACET_PARTS, true, "actual"},
    [CL_FACET_NATURE] = {"nature", CL_FACET_PARTS, true, NULL},
    [CL_FACET_BASIS] = {"basis", CL_FACET_PARTS, true, NULL},
    [CL_FACET_REGION] = {"region", CL_FACET_PARTS, true, NULL},
    [CL_FACET_DEFINITION] = {"definition", CL_FACET_TELLS, true, NULL},
    [CL_FACET_SPEAKER] = {"speaker", CL_FACET_INFORMS, true, NULL},
};

static const char *const builtin_names[] = {"when",       "window",  "modality",
                                            "nature",     "basis",   "region",
                                            "definition", "speaker", NULL};

G_STATIC_ASSERT(G_N_ELEMENTS(builtin_names) == CL_FACET_OWN + 1);

int
cl_builtin_find(const char *name)
{
    for (int i = 0; i < CL_FACET_OWN; i++) {
        if (strcmp(builtins[i].name, name) == 0)
            return i;
    }
    return -1;
}

const char *const *
cl_builtin_names(void)
{
    return builtin_names;
}

static void
clear_option(void *data)
{
    g_free(((ClFacetOption *)data)->name);
}

GArray *
cl_facet_options_new(void)
{
    GArray *options = g_array_new(FALSE, FALSE, sizeof(ClFacetOption));
    g_array_set_clear_func(options, clear_option);
    return options;
}

ClFacet *
cl_facet_new_of(const char *name, GArray *options)
{
    ClFacet *facet = g_new0(ClFacet, 1);
    facet->name = facet->own_name = g_strdup(name);
    facet->role = CL_FACET_INFORMS;
    facet->used = true;
    facet->options = g_array_ref(options);
    return facet;
}

ClFacet *
cl_facet_new(const char *name)
{
    g_autoptr(GArray) options = cl_facet_options_new();
    return cl_facet_new_of(name, options);
}

void
cl_facet_free(void *data)
{
    ClFacet *facet = data;
    g_free(facet->own_name);
    g_free(facet->assumed);
    g_free(facet->required);
    if (facet->options)
        g_array_unref(facet->options);
    g_free(facet);
}

GPtrArray *
cl_builtin_facets(void)
{
    enum { A_FEW_OWN = 4 };
    GPtrArray *facets =
        g_ptr_array_new_full(CL_FACET_OWN + A_FEW_OWN, cl_facet_free);
    for (unsigned i = 0; i < CL_FACET_OWN; i++) {
        ClFacet *facet = g_new0(ClFacet, 1);
        facet->name = (char *)builtins[i].name;
        facet->role = builtins[i].role;
        facet->used = builtins[i].used;
        facet->from_duration = i == CL_FACET_WINDOW;
        facet->assumed = g_strdup(builtins[i].assumed);
        g_ptr_array_add(facets, facet);
    }
    return facets;
}

int
cl_facets_find(const GPtrArray *facets, const char *name)
{
    for (size_t i = 0; i < facets->len; i++) {
        const ClFacet *facet = facets->pdata[i];
        if (strcmp(facet->name, name) == 0)
            return (int)i;
    }
    return -1;
}

int
cl_facet_option(const ClFacet *facet, const char *name)
{
    for (size_t i = 0; facet->options && i < facet->options->len; i++) {
        const ClFacetOption *option =
            &g_array_index(facet->options, ClFacetOption, i);
        /* an entity is one of thousands */
        if (*option->name == *name && strcmp(option->name, name) == 0)
            return (int)i;
    }
    return -1;
}
