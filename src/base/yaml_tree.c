/* SPDX-License-Identifier: Apache-2.0 */
/* A tree of nodes in few blocks of memory: nodes come by the thousand. */
#include "base/yaml_tree.h"

#include <string.h>

enum { LEAST_BLOCK = 1024, FEW_KEYS = 12 };

struct ClYaml {
    ClYamlNode *root;
    GPtrArray *blocks;
    char *free, *end; /* what is left of the last block */
};

static void
add_block(ClYaml *yaml, size_t bytes)
{
    yaml->free = g_malloc(bytes);
    yaml->end = yaml->free + bytes;
    g_ptr_array_add(yaml->blocks, yaml->free);
}

ClYaml *
cl_yaml_new(size_t room)
{
    ClYaml *yaml = g_new0(ClYaml, 1);
    yaml->blocks = g_ptr_array_new_with_free_func(g_free);
    add_block(yaml, MAX(room, LEAST_BLOCK));
    return yaml;
}

void
cl_yaml_free(ClYaml *yaml)
{
    if (!yaml)
        return;
    g_ptr_array_free(yaml->blocks, TRUE);
    g_free(yaml);
}

const ClYamlNode *
cl_yaml_root(const ClYaml *yaml)
{
    return yaml->root;
}

void
cl_yaml_set_root(ClYaml *yaml, ClYamlNode *root)
{
    yaml->root = root;
}

void *
cl_yaml_take(ClYaml *yaml, size_t bytes)
{
    const size_t align = sizeof(void *);
    const size_t size = (bytes + align - 1) / align * align;
    if (size > (size_t)(yaml->end - yaml->free))
        add_block(yaml, MAX(2 * size, (size_t)LEAST_BLOCK * 16));
    char *taken = yaml->free;
    yaml->free += size;
    return taken;
}

char *
cl_yaml_keep(ClYaml *yaml, const char *text, size_t length)
{
    char *kept = cl_yaml_take(yaml, length + 1);
    memcpy(kept, text, length);
    kept[length] = '\0';
    return kept;
}

ClYamlNode *
cl_yaml_add(ClYaml *yaml, ClYamlType type, unsigned line, unsigned column)
{
    ClYamlNode *node = cl_yaml_take(yaml, sizeof *node);
    *node = (ClYamlNode){.type = type, .line = line, .column = column};
    return node;
}

void
cl_yaml_fill(ClYaml *yaml,
             ClYamlNode *node,
             ClYamlNode *const *children,
             size_t count)
{
    const size_t step = node->type == CL_YAML_MAP ? 2 : 1;
    node->count = count / step;
    node->items = cl_yaml_take(yaml, node->count * sizeof *node->items);
    if (step == 2)
        node->keys = cl_yaml_take(yaml, node->count * sizeof *node->keys);
    for (size_t i = 0; i < node->count; i++) {
        if (step == 2)
            node->keys[i] = children[2 * i];
        node->items[i] = children[step * i + step - 1];
    }
}

/* ---- Keys -------------------------------------------------------------- */

static size_t
doubled_of_few(const ClYamlNode *map)
{
    for (size_t i = 1; i < map->count; i++) {
        const char *key = map->keys[i]->text;
        for (size_t j = 0; j < i; j++)
            if (*map->keys[j]->text == *key &&
                strcmp(map->keys[j]->text, key) == 0)
                return i;
    }
    return map->count;
}

static size_t
doubled_of_many(const ClYamlNode *map)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < map->count; i++)
        if (!g_hash_table_add(seen, (char *)map->keys[i]->text))
            return i;
    return map->count;
}

size_t
cl_yaml_doubled(const ClYamlNode *map)
{
    return map->count <= FEW_KEYS ? doubled_of_few(map) : doubled_of_many(map);
}

/* ---- Looking into it --------------------------------------------------- */

const ClYamlNode *
cl_yaml_get(const ClYamlNode *node, const char *key)
{
    if (!node || node->type != CL_YAML_MAP)
        return NULL;
    for (size_t i = 0; i < node->count; i++) {
        const char *text = node->keys[i]->text;
        if (text && *text == *key && strcmp(text, key) == 0)
            return node->items[i];
    }
    return NULL;
}

const char *
cl_yaml_type_name(ClYamlType type)
{
    static const char *const names[] = {"text", "map", "list"};
    return names[type];
}
