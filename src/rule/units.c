/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Turns spellings into units.  For a spelling that is none, the nearest is
 * looked for among all words of units.yaml the vocabulary knows as a unit, so
 * that the hint holds whatever the layout of that file is.
 */
#include "rule/units.h"

static void
collect_spelling(const ClVocabulary *vocabulary,
                 const ClYamlNode *node,
                 GPtrArray *out)
{
    if (node->text && cl_unit_find(vocabulary, node->text))
        g_ptr_array_add(out, (void *)node->text);
}

/* The tree is at most 32 deep: cl_yaml_parse sees to it. */
static void
collect_spellings(const ClVocabulary *vocabulary,
                  const ClYamlNode *node,
                  GPtrArray *out)
{
    collect_spelling(vocabulary, node, out);
    for (size_t i = 0; i < node->count; i++) {
        if (node->type == CL_YAML_MAP)
            collect_spelling(vocabulary, node->keys[i], out);
        collect_spellings(vocabulary, node->items[i], out);
    }
}

static char *
nearest_spelling(const ClVocabulary *vocabulary, const char *word)
{
    /* one character is as near to any other */
    if (g_utf8_strlen(word, -1) < 2)
        return NULL;
    g_autoptr(ClYaml) yaml = cl_data_read("units.yaml");
    if (!yaml)
        return NULL;
    g_autoptr(GPtrArray) spellings = g_ptr_array_new();
    collect_spellings(vocabulary, cl_yaml_root(yaml), spellings);
    g_ptr_array_add(spellings, NULL);
    return g_strdup(
        cl_nearest_word(word, (const char *const *)spellings->pdata));
}

static void
tell_unknown(const ClReader *reader, const ClYamlNode *node)
{
    g_autofree char *nearest = nearest_spelling(reader->vocabulary, node->text);
    g_autofree char *hint =
        nearest ? g_strdup_printf("did you mean '%s'?", nearest)
                : g_strdup("write it as it stands after a number, without 万 "
                           "or 亿: 辆, 元, %, GB, 个百分点");
    cl_read_error(reader, node, "unknown-unit", hint, "unknown unit '%s'",
                  node->text);
}

static bool
has_unit(const ClRule *rule, ClUnitId unit)
{
    for (size_t i = 0; i < rule->units->len; i++) {
        if (g_array_index(rule->units, ClUnitId, i) == unit)
            return true;
    }
    return false;
}

static void
add_unit(const ClReader *reader, const ClYamlNode *node, ClRule *rule)
{
    const ClUnitId unit = cl_unit_find(reader->vocabulary, node->text);
    if (!unit)
        tell_unknown(reader, node);
    else if (has_unit(rule, unit))
        cl_read_error(reader, node, "doubled-unit",
                      "remove one: both are spellings of the same unit",
                      "unit '%s' stands in 'unit' twice (as '%s')", node->text,
                      cl_unit_name(reader->vocabulary, unit));
    else
        g_array_append_val(rule->units, unit);
}

void
cl_read_units(const ClReader *reader, const ClYamlNode *node, ClRule *rule)
{
    g_autoptr(GPtrArray) texts = cl_read_texts(reader, node, "unit");
    for (size_t i = 0; i < texts->len; i++)
        add_unit(reader, texts->pdata[i], rule);
}
