/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Keys of a data file become values, and every mistake a note with the line
 * and column it stands at.
 */
#include "quantity/vocabulary.h"

#include <string.h>

void
cl_data_mistake(const ClDataFile *data,
                const ClYamlNode *node,
                const char *hint,
                const char *format,
                ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    cl_notes_add(data->notes, "vocabulary", CL_SEVERITY_ERROR, data->file,
                 node ? node->line : 0, node ? node->column : 0, hint, "%s",
                 message);
}

void
cl_data_check_keys(const ClDataFile *data,
                   const ClYamlNode *map,
                   const char *const *known)
{
    for (size_t i = 0; map->type == CL_YAML_MAP && i < map->count; i++) {
        const char *key = map->keys[i]->text;
        if (g_strv_contains(known, key))
            continue;
        const char *near = cl_nearest_word(key, known);
        g_autofree char *hint =
            near ? g_strdup_printf("did you mean '%s'?", near) : NULL;
        cl_data_mistake(data, map->keys[i], hint, "unknown key '%s'", key);
    }
}

const char *
cl_data_text(const ClDataFile *data,
             const ClYamlNode *map,
             const char *key,
             bool needed)
{
    const ClYamlNode *node = cl_yaml_get(map, key);
    if (node && node->type == CL_YAML_SCALAR)
        return node->text;
    if (node)
        cl_data_mistake(data, node, NULL, "'%s' must be a text, not a %s", key,
                        cl_yaml_type_name(node->type));
    else if (needed)
        cl_data_mistake(data, map, NULL, "'%s' is missing", key);
    return NULL;
}

ClNumber
cl_data_number(const ClDataFile *data,
               const ClYamlNode *map,
               const char *key,
               ClNumber otherwise)
{
    const char *text = cl_data_text(data, map, key, false);
    ClNumber number;
    if (!text)
        return otherwise;
    if (cl_number_parse(text, &number) && cl_number_valid(number))
        return number;
    cl_data_mistake(data, cl_yaml_get(map, key),
                    "write it exactly: 0.3048, 1/3, 1e-9",
                    "'%s' is no number: '%s'", key, text);
    return otherwise;
}

bool
cl_data_flag(const ClDataFile *data, const ClYamlNode *map, const char *key)
{
    const char *text = cl_data_text(data, map, key, false);
    if (!text || strcmp(text, "no") == 0)
        return false;
    if (strcmp(text, "yes") != 0)
        cl_data_mistake(data, cl_yaml_get(map, key), NULL,
                        "'%s' must be yes or no, not '%s'", key, text);
    return true;
}

static bool
holds_only_text(const ClDataFile *data, const ClYamlNode *list, const char *key)
{
    bool good = true;
    for (size_t i = 0; i < list->count; i++) {
        const ClYamlNode *item = list->items[i];
        if (item->type == CL_YAML_SCALAR && *item->text)
            continue;
        cl_data_mistake(data, item, NULL, "'%s' must hold words, not this",
                        key);
        good = false;
    }
    return good;
}

const ClYamlNode *
cl_data_list(const ClDataFile *data, const ClYamlNode *map, const char *key)
{
    const ClYamlNode *node = cl_yaml_get(map, key);
    if (!node)
        return NULL;
    if (node->type != CL_YAML_LIST) {
        cl_data_mistake(data, node, "put it in brackets: [a, b]",
                        "'%s' must be a list, not a %s", key,
                        cl_yaml_type_name(node->type));
        return NULL;
    }
    return holds_only_text(data, node, key) ? node : NULL;
}

const ClYamlNode *
cl_data_map(const ClDataFile *data, const ClYamlNode *map, const char *key)
{
    const ClYamlNode *node = cl_yaml_get(map, key);
    if (!node || node->type == CL_YAML_MAP)
        return node;
    cl_data_mistake(data, node, NULL, "'%s' must be a map, not a %s", key,
                    cl_yaml_type_name(node->type));
    return NULL;
}
