/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A tree as bytes, and back without parsing: its texts stay where they are.
 * Only the build packs trees, so what is unpacked is trusted.
 */
#include "base/yaml_tree.h"

#include <string.h>

enum { TYPE_BITS = 2, NODE_ROOM = sizeof(ClYamlNode) + 2 * sizeof(void *) };

/* ---- Packing ----------------------------------------------------------- */

static void
put(GString *out, size_t value)
{
    for (; value >= 0x80; value >>= 7)
        g_string_append_c(out, (char)(value | 0x80));
    g_string_append_c(out, (char)value);
}

static size_t
count_nodes(const ClYamlNode *node)
{
    size_t count = 1;
    for (size_t i = 0; i < node->count; i++)
        count += count_nodes(node->items[i]) + (node->keys != NULL);
    return count;
}

static void
put_node(const ClYamlNode *node, GString *out)
{
    put(out, (size_t)node->type | (size_t)node->quoted << TYPE_BITS);
    put(out, node->line);
    put(out, node->column);
    put(out, node->text ? strlen(node->text) : node->count);
    if (node->text)
        g_string_append_len(out, node->text, (gssize)strlen(node->text) + 1);
    for (size_t i = 0; i < node->count; i++) {
        if (node->keys)
            put_node(node->keys[i], out);
        put_node(node->items[i], out);
    }
}

void
cl_yaml_pack(const ClYaml *yaml, GString *out)
{
    put(out, count_nodes(cl_yaml_root(yaml)));
    put_node(cl_yaml_root(yaml), out);
}

/* ---- Unpacking --------------------------------------------------------- */

static size_t
get(const char **at)
{
    size_t value = 0;
    for (unsigned shift = 0;; shift += 7) {
        const unsigned char byte = (unsigned char)*(*at)++;
        value |= (size_t)(byte & 0x7f) << shift;
        if (byte < 0x80)
            return value;
    }
}

static ClYamlNode *
get_node(ClYaml *yaml, const char **at)
{
    const size_t head = get(at);
    const ClYamlType type = head & ((1 << TYPE_BITS) - 1);
    const unsigned line = (unsigned)get(at), column = (unsigned)get(at);
    ClYamlNode *node = cl_yaml_add(yaml, type, line, column);
    const size_t count = get(at);
    if (type == CL_YAML_SCALAR) {
        node->quoted = head >> TYPE_BITS;
        node->text = *at;
        *at += count + 1;
        return node;
    }
    node->count = count;
    node->items = cl_yaml_take(yaml, count * sizeof *node->items);
    if (type == CL_YAML_MAP)
        node->keys = cl_yaml_take(yaml, count * sizeof *node->keys);
    for (size_t i = 0; i < count; i++) {
        if (type == CL_YAML_MAP)
            node->keys[i] = get_node(yaml, at);
        node->items[i] = get_node(yaml, at);
    }
    return node;
}

ClYaml *
cl_yaml_unpack(const char *packed)
{
    const size_t nodes = get(&packed);
    ClYaml *yaml = cl_yaml_new(nodes * NODE_ROOM);
    cl_yaml_set_root(yaml, get_node(yaml, &packed));
    return yaml;
}
