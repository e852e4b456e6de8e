/* SPDX-License-Identifier: Apache-2.0 */

/*
 * Of any bytes the quick reader of plain YAML makes nothing, or the very tree
 * that libyaml's events make, places included.
 */

#include "fuzz.h"

#include "base/yaml_tree.h"

static void
must_be_same(const ClYamlNode *a, const ClYamlNode *b)
{
    MUST(a->line == b->line && a->column == b->column, "%u:%u is %u:%u",
         a->line, a->column, b->line, b->column);
    MUST(a->type == b->type && a->count == b->count, "%u:%u: %s of %zu, %s",
         b->line, b->column, cl_yaml_type_name(b->type), b->count,
         cl_yaml_type_name(a->type));
    MUST(a->quoted == b->quoted && g_strcmp0(a->text, b->text) == 0,
         "%u:%u: '%s' is '%s'", b->line, b->column, a->text, b->text);
    for (size_t i = 0; i < a->count; i++) {
        if (a->type == CL_YAML_MAP)
            must_be_same(a->keys[i], b->keys[i]);
        must_be_same(a->items[i], b->items[i]);
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    const char *text = (const char *)bytes;
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(ClYaml) plain =
        cl_yaml_parse_with(CL_YAML_READ_PLAIN, text, length, "a.yaml", notes);
    if (!plain)
        return 0;
    g_autoptr(ClYaml) full =
        cl_yaml_parse_with(CL_YAML_READ_EVENTS, text, length, "a.yaml", notes);
    MUST(full, "%s", cl_notes_get(notes, 0)->message);
    must_be_same(cl_yaml_root(plain), cl_yaml_root(full));
    return 0;
}
