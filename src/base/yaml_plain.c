/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The YAML that rule files are written in, in one pass.  Whatever is rare
 * (text over several lines, blocks, values left out, tabs) or a mistake gives
 * up, and libyaml reads the file anew: so this may refuse anything, but what
 * it takes must be taken just as libyaml would.
 */
#include "base/yaml_tree.h"

#include <string.h>

typedef struct {
    ClYaml *yaml;
    const char *at; /* ends with a NUL, which no text holds */
    const char *line_start;
    unsigned line;
    const char *counted; /* of this line, up to here: */
    unsigned column;
    GPtrArray *open; /* children of nodes that are not yet whole */
} Reader;

enum {
    STOPS_BLOCK = 1,
    STOPS_FLOW = 2,
    NOT_FIRST = 4,
    STOPS_SINGLE = 8,
    STOPS_DOUBLE = 16,
    STOPS_ALL = STOPS_BLOCK | STOPS_FLOW | NOT_FIRST,
    STOPS_QUOTED = STOPS_SINGLE | STOPS_DOUBLE,
    BYTES_PER_BYTE = 5,  /* of a tree, as rule files go */
    LONGEST_SPAN = 1000, /* libyaml takes a key of 1024 characters */
};

/* clang-format off */
static const unsigned char classes[256] = {
    ['\0'] = STOPS_ALL | STOPS_QUOTED, ['\n'] = STOPS_ALL | STOPS_QUOTED,
    ['\r'] = STOPS_ALL | STOPS_QUOTED, ['\t'] = STOPS_ALL | STOPS_QUOTED,
    [':'] = STOPS_ALL, ['#'] = STOPS_ALL,
    ['['] = STOPS_FLOW | NOT_FIRST, [']'] = STOPS_FLOW | NOT_FIRST,
    ['{'] = STOPS_FLOW | NOT_FIRST, ['}'] = STOPS_FLOW | NOT_FIRST,
    [','] = STOPS_FLOW | NOT_FIRST, ['?'] = STOPS_FLOW | NOT_FIRST,
    [' '] = NOT_FIRST, ['&'] = NOT_FIRST, ['*'] = NOT_FIRST,
    ['!'] = NOT_FIRST, ['|'] = NOT_FIRST, ['>'] = NOT_FIRST,
    ['%'] = NOT_FIRST, ['@'] = NOT_FIRST, ['`'] = NOT_FIRST,
    ['\''] = STOPS_SINGLE | NOT_FIRST, ['"'] = STOPS_DOUBLE | NOT_FIRST,
    ['\\'] = STOPS_DOUBLE,
};
/* clang-format on */

static bool
is_class(char c, unsigned classed)
{
    return classes[(unsigned char)c] & classed;
}

static bool
is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\0';
}

/* ---- Places ------------------------------------------------------------ */

/* Bytes before what is read; before the first word of a line all blank. */
static size_t
indent(const Reader *r)
{
    return (size_t)(r->at - r->line_start);
}

static unsigned
column(Reader *r)
{
    for (; r->counted < r->at; r->counted++)
        r->column += ((unsigned char)*r->counted & 0xC0) != 0x80;
    return r->column;
}

/* False where a document begins or ends. */
static bool
begin_line(Reader *r)
{
    r->line_start = r->counted = r->at;
    r->line++;
    r->column = 1;
    return strncmp(r->at, "---", 3) != 0 && strncmp(r->at, "...", 3) != 0;
}

/* To the next word, over blanks, comments and ends of lines. */
static bool
skip(Reader *r)
{
    for (;;) {
        while (*r->at == ' ')
            r->at++;
        if (*r->at == '#') {
            if (r->at > r->line_start && r->at[-1] != ' ')
                return false;
            r->at += strcspn(r->at, "\r\n");
        }
        if (*r->at != '\n')
            return *r->at != '\t' && *r->at != '\r';
        r->at++;
        if (!begin_line(r))
            return false;
    }
}

/* As skip(); only blanks and a comment may stand on the rest of the line. */
static bool
end_line(Reader *r)
{
    const unsigned line = r->line;
    return skip(r) && (r->line > line || !*r->at);
}

/* ---- Scalars ----------------------------------------------------------- */

static ClYamlNode *
add_scalar(Reader *r, const char *text, bool quoted)
{
    ClYamlNode *node = cl_yaml_add(r->yaml, CL_YAML_SCALAR, r->line, column(r));
    node->text = text;
    node->quoted = quoted;
    return node;
}

static bool
may_begin(const char *at, bool flow)
{
    if (*at == '-')
        return !is_blank(at[1]) && !(flow && is_class(at[1], STOPS_FLOW));
    return !is_class(*at, NOT_FIRST);
}

/* Where a word ends that begins here, or NULL. */
static const char *
find_end(const char *at, bool flow)
{
    const unsigned stops = flow ? STOPS_FLOW : STOPS_BLOCK;
    for (;; at++) {
        while (!is_class(*at, stops))
            at++;
        if (*at == ':' && is_blank(at[1]))
            return at;
        if (*at == ':' && flow && is_class(at[1], STOPS_FLOW))
            return NULL;
        if (*at == ':' || (*at == '#' && at[-1] != ' '))
            continue;
        return strchr("\t\r[{?", *at) && *at ? NULL : at;
    }
}

static ClYamlNode *
read_word(Reader *r, bool flow)
{
    const char *stop = may_begin(r->at, flow) ? find_end(r->at, flow) : NULL;
    if (!stop)
        return NULL;
    const char *end = stop;
    while (end[-1] == ' ')
        end--;
    const char *text = cl_yaml_keep(r->yaml, r->at, (size_t)(end - r->at));
    ClYamlNode *node = add_scalar(r, text, false);
    r->at = stop;
    return node;
}

/* The sign that two characters in such quotes stand for, or NUL. */
static char
unescape(const char *at, char quote)
{
    if (*at != (quote == '"' ? '\\' : '\''))
        return '\0';
    switch (at[1]) {
    case '\'':
        return quote == '\'' ? '\'' : '\0';
    case '"':
    case '\\':
        return quote == '"' ? at[1] : '\0';
    case 'n':
        return quote == '"' ? '\n' : '\0';
    default:
        return '\0';
    }
}

/* The quote that closes, or NULL if it is not on this line. */
static const char *
find_quote(const char *at, char quote)
{
    const unsigned stops = quote == '"' ? STOPS_DOUBLE : STOPS_SINGLE;
    for (;; at += 2) {
        while (!is_class(*at, stops))
            at++;
        if (!unescape(at, quote))
            return *at == quote ? at : NULL;
    }
}

static ClYamlNode *
read_quoted(Reader *r)
{
    const char quote = *r->at;
    const char *at = r->at + 1, *const end = find_quote(at, quote);
    if (!end)
        return NULL;
    char *text = cl_yaml_take(r->yaml, (size_t)(end - at) + 1), *out = text;
    while (at < end) {
        const char escaped = unescape(at, quote);
        *out++ = escaped ? escaped : *at;
        at += escaped ? 2 : 1;
    }
    *out = '\0';
    ClYamlNode *node = add_scalar(r, text, true);
    r->at = end + 1;
    return node;
}

static ClYamlNode *
read_scalar(Reader *r, bool flow)
{
    return *r->at == '"' || *r->at == '\'' ? read_quoted(r)
                                           : read_word(r, flow);
}

/* True before the colon that makes a key of what begins at start. */
static bool
ends_key(Reader *r, const ClYamlNode *node, const char *start)
{
    while (*r->at == ' ')
        r->at++;
    return *r->at == ':' && is_blank(r->at[1]) &&
           r->at - start <= LONGEST_SPAN &&
           strlen(node->text) <= CL_YAML_LONGEST_KEY;
}

/* A scalar and the colon behind it, which is left to be read. */
static ClYamlNode *
read_key(Reader *r, bool flow)
{
    const char *start = r->at;
    ClYamlNode *key = read_scalar(r, flow);
    return key && ends_key(r, key, start) ? key : NULL;
}

/* ---- Nodes ------------------------------------------------------------- */

/* What was opened since `from` are the children of node. */
static ClYamlNode *
close_node(Reader *r, ClYamlNode *node, guint from)
{
    const guint count = r->open->len - from;
    /* before the first node is pushed there is nothing to point into */
    ClYamlNode *const *children =
        count ? (ClYamlNode *const *)r->open->pdata + from : NULL;
    cl_yaml_fill(r->yaml, node, children, count);
    g_ptr_array_set_size(r->open, (gint)from);
    if (node->type == CL_YAML_MAP && cl_yaml_doubled(node) < node->count)
        return NULL;
    return node;
}

static bool
push(Reader *r, ClYamlNode *child)
{
    if (child)
        g_ptr_array_add(r->open, child);
    return child;
}

static ClYamlNode *read_flow(Reader *r, unsigned depth);

static bool
is_bracket(const Reader *r)
{
    return *r->at == '[' || *r->at == '{';
}

static ClYamlNode *
read_flow_item(Reader *r, unsigned depth)
{
    return is_bracket(r) ? read_flow(r, depth) : read_scalar(r, true);
}

static bool
read_flow_entry(Reader *r, bool map, unsigned depth)
{
    if (map) {
        if (!push(r, read_key(r, true)))
            return false;
        r->at++;
        if (!skip(r))
            return false;
    }
    return push(r, read_flow_item(r, depth)) && skip(r);
}

/* A list or map in brackets. */
static ClYamlNode *
read_flow(Reader *r, unsigned depth)
{
    const bool map = *r->at == '{';
    const char close = map ? '}' : ']';
    const guint from = r->open->len;
    if (depth >= CL_YAML_DEEPEST)
        return NULL;
    ClYamlNode *node = cl_yaml_add(r->yaml, map ? CL_YAML_MAP : CL_YAML_LIST,
                                   r->line, column(r));
    r->at++;
    if (!skip(r))
        return NULL;
    while (*r->at != close || r->open->len > from) {
        if (!read_flow_entry(r, map, depth + 1))
            return NULL;
        if (*r->at == close)
            break;
        if (*r->at++ != ',' || !skip(r))
            return NULL;
    }
    r->at++;
    return close_node(r, node, from);
}

static bool
is_dash(const Reader *r)
{
    return *r->at == '-' && is_blank(r->at[1]);
}

static ClYamlNode *read_block(Reader *r, unsigned depth);

/* What stands behind the colon of a key that is indented so. */
static ClYamlNode *
read_value(Reader *r, size_t key, unsigned depth)
{
    const unsigned line = r->line;
    if (!skip(r) || !*r->at)
        return NULL;
    if (r->line > line)
        return indent(r) > key || (indent(r) == key && is_dash(r))
                   ? read_block(r, depth)
                   : NULL;
    ClYamlNode *node =
        is_bracket(r) ? read_flow(r, depth) : read_scalar(r, false);
    return node && end_line(r) ? node : NULL;
}

static ClYamlNode *
read_map(Reader *r, ClYamlNode *key, size_t start, unsigned depth)
{
    const guint from = r->open->len;
    ClYamlNode *node =
        cl_yaml_add(r->yaml, CL_YAML_MAP, key->line, key->column);
    for (;;) {
        g_ptr_array_add(r->open, key);
        r->at++;
        if (!push(r, read_value(r, start, depth + 1)))
            return NULL;
        if (!*r->at || indent(r) < start)
            return close_node(r, node, from);
        key = indent(r) == start ? read_key(r, false) : NULL;
        if (!key)
            return NULL;
    }
}

/* Ends before whatever is no item: that is for the parent to judge. */
static ClYamlNode *
read_list(Reader *r, unsigned depth)
{
    const size_t start = indent(r);
    const guint from = r->open->len;
    ClYamlNode *node = cl_yaml_add(r->yaml, CL_YAML_LIST, r->line, column(r));
    while (*r->at && indent(r) == start && is_dash(r)) {
        r->at++;
        const unsigned line = r->line;
        if (!skip(r) || (r->line > line && indent(r) <= start))
            return NULL;
        if (!push(r, read_block(r, depth + 1)))
            return NULL;
    }
    return *r->at && indent(r) > start ? NULL : close_node(r, node, from);
}

static ClYamlNode *
read_block(Reader *r, unsigned depth)
{
    const char *start = r->at;
    if (is_dash(r))
        return depth < CL_YAML_DEEPEST ? read_list(r, depth) : NULL;
    const bool flow = is_bracket(r);
    ClYamlNode *node = flow ? read_flow(r, depth) : read_scalar(r, false);
    if (!node || depth >= CL_YAML_DEEPEST)
        return NULL;
    if (!flow && ends_key(r, node, start))
        return read_map(r, node, (size_t)(start - r->line_start), depth);
    return end_line(r) ? node : NULL;
}

ClYaml *
cl_yaml_read_plain(const char *bytes, size_t length)
{
    g_autoptr(ClYaml) yaml = cl_yaml_new(BYTES_PER_BYTE * length);
    g_autoptr(GPtrArray) open = g_ptr_array_new();
    Reader r = {.yaml = yaml, .open = open};
    r.at = cl_yaml_keep(yaml, bytes, length);
    if (!begin_line(&r) || !skip(&r) || !*r.at)
        return NULL;
    ClYamlNode *root = read_block(&r, 0);
    if (!root || *r.at)
        return NULL;
    cl_yaml_set_root(yaml, root);
    return g_steal_pointer(&yaml);
}
