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

/* A map or list says how many bytes its children take: it can be skipped. */
static void
put_node(const ClYamlNode *node, GString *out)
{
    put(out, (size_t)node->type | (size_t)node->quoted << TYPE_BITS);
    put(out, node->line);
    put(out, node->column);
    put(out, node->text ? strlen(node->text) : node->count);
    if (node->text) {
        g_string_append_len(out, node->text, (gssize)strlen(node->text) + 1);
        return;
    }
    g_autoptr(GString) children = g_string_new(NULL);
    for (size_t i = 0; i < node->count; i++) {
        if (node->keys)
            put_node(node->keys[i], children);
        put_node(node->items[i], children);
    }
    put(out, children->len);
    g_string_append_len(out, children->str, (gssize)children->len);
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

/* What stands before a node's text or children. */
typedef struct {
    ClYamlType type;
    bool quoted;
    unsigned line, column;
    size_t count; /* bytes of a text, children */
    size_t bytes; /* of all children */
} Head;

static Head
get_head(const char **at)
{
    const size_t first = get(at);
    Head head = {.type = first & ((1 << TYPE_BITS) - 1),
                 .quoted = first >> TYPE_BITS};
    head.line = (unsigned)get(at);
    head.column = (unsigned)get(at);
    head.count = get(at);
    head.bytes = head.type == CL_YAML_SCALAR ? head.count + 1 : get(at);
    return head;
}

static ClYamlNode *
get_node(ClYaml *yaml, const char **at)
{
    const Head head = get_head(at);
    ClYamlNode *node = cl_yaml_add(yaml, head.type, head.line, head.column);
    if (head.type == CL_YAML_SCALAR) {
        node->quoted = head.quoted;
        node->text = *at;
        *at += head.bytes;
        return node;
    }
    node->count = head.count;
    node->items = cl_yaml_take(yaml, head.count * sizeof *node->items);
    if (head.type == CL_YAML_MAP)
        node->keys = cl_yaml_take(yaml, head.count * sizeof *node->keys);
    for (size_t i = 0; i < head.count; i++) {
        if (head.type == CL_YAML_MAP)
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

/* Past a key; whether it is the one. */
static bool
is_key(const char **at, const char *key)
{
    const Head head = get_head(at);
    const bool same = head.type == CL_YAML_SCALAR && strcmp(*at, key) == 0;
    *at += head.bytes;
    return same;
}

ClYaml *
cl_yaml_unpack_key(const char *packed, const char *key)
{
    get(&packed);
    const Head root = get_head(&packed);
    for (size_t i = 0; root.type == CL_YAML_MAP && i < root.count; i++) {
        if (is_key(&packed, key)) {
            ClYaml *yaml = cl_yaml_new(0);
            cl_yaml_set_root(yaml, get_node(yaml, &packed));
            return yaml;
        }
        const Head value = get_head(&packed);
        packed += value.bytes;
    }
    return NULL;
}
