/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reads lists of entities: a name and, below it, each entity with all its
 * spellings.  No spelling belongs to two entities of a list.
 */
#include "rule/entities.h"

#include <string.h>

static const char *const list_keys[] = {"list", "title", "entities", NULL};

bool
cl_entities_is_list(const ClYamlNode *node)
{
    return cl_yaml_get(node, "list") != NULL;
}

static void
free_list(void *data)
{
    ClEntityList *list = data;
    g_free(list->name);
    g_free(list->file);
    g_ptr_array_unref(list->names);
    g_array_unref(list->terms);
    g_free(list);
}

GPtrArray *
cl_entity_lists_new(void)
{
    return g_ptr_array_new_with_free_func(free_list);
}

static void
read_members(const ClReader *reader, const ClYamlNode *map, ClEntityList *list)
{
    g_autoptr(GHashTable) seen =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    ClTermSink sink = {list->terms, seen};
    for (size_t i = 0; i < map->count; i++) {
        const char *name = map->keys[i]->text;
        const ClTermUse use = {0, CL_ROLE_SUBJECT, 0, (uint16_t)i};
        cl_read_terms(reader, map->items[i], name, use, &sink);
        g_ptr_array_add(list->names, g_strdup(name));
    }
}

static const ClEntityList *
find_list(const GPtrArray *lists, const char *name)
{
    for (size_t i = 0; i < lists->len; i++) {
        const ClEntityList *list = lists->pdata[i];
        if (strcmp(list->name, name) == 0)
            return list;
    }
    return NULL;
}

static ClEntityList *
new_list(const ClReader *reader, const ClYamlNode *node, const char *name)
{
    ClEntityList *list = g_new0(ClEntityList, 1);
    list->name = g_strdup(name);
    list->file = g_strdup(reader->file);
    list->line = node->line;
    list->names = g_ptr_array_new_with_free_func(g_free);
    list->terms = cl_raw_terms_new();
    return list;
}

void
cl_entities_read(const ClReader *reader,
                 const ClYamlNode *node,
                 GPtrArray *lists)
{
    const ClYamlNode *key = cl_yaml_get(node, "list");
    const ClYamlNode *members = cl_yaml_get(node, "entities");
    const char *name = cl_read_text(reader, key, "list");
    cl_read_keys(reader, node, list_keys);
    if (!members)
        cl_read_error(reader, node, "missing-key",
                      "add 'entities:' and below it 'xiaomi: [小米, Xiaomi]'",
                      "the list has no 'entities'");
    if (!name || !members ||
        !cl_read_is(reader, members, CL_YAML_MAP, "entities",
                    "write each as 'xiaomi: [小米, Xiaomi]'"))
        return;
    const ClEntityList *first = find_list(lists, name);
    if (first) {
        cl_read_error(
            reader, key, "doubled-id", "give one of the two another name",
            "list '%s' is taken by %s:%u", name, first->file, first->line);
        return;
    }
    ClEntityList *list = new_list(reader, node, name);
    g_ptr_array_add(lists, list);
    read_members(reader, members, list);
}

const ClEntityList *
cl_entities_find(const ClReader *reader, const ClYamlNode *at)
{
    const char *name = cl_read_text(reader, at, "entity");
    if (!name)
        return NULL;
    const ClEntityList *list = find_list(reader->lists, name);
    if (list)
        return list;
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (size_t i = 0; i < reader->lists->len; i++)
        g_ptr_array_add(names, ((ClEntityList *)reader->lists->pdata[i])->name);
    g_ptr_array_add(names, NULL);
    cl_read_unknown(reader, at, "unknown-list", "list of entities", name,
                    (const char *const *)names->pdata);
    return NULL;
}
