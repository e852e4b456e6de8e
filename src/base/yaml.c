/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One YAML document as a tree that knows its lines.  Plain YAML is read
 * elsewhere, in one pass; for anything else libyaml reads events.  What it
 * lets through and we do not want (anchors, doubled keys, depth, control
 * characters) is refused here, each with its place.
 */
#include "base/yaml_tree.h"

#include <string.h>
#include <yaml.h>

enum { NEARBY = 3 };

typedef struct {
    yaml_parser_t parser;
    ClYaml *yaml;
    ClNotes *notes;
    const char *file;
    const char *bytes;
    size_t length;
    bool failed;
} Loader;

static void
complain(Loader *loader,
         size_t line,
         size_t column,
         const char *hint,
         const char *message)
{
    loader->failed = true;
    cl_notes_add(loader->notes, "yaml", CL_SEVERITY_ERROR, loader->file,
                 (unsigned)line, (unsigned)column, hint, "%s", message);
}

/* ---- Why libyaml gave up ----------------------------------------------- */

static const char *
line_start(const Loader *loader, size_t line)
{
    const char *at = loader->bytes;
    const char *end = loader->bytes + loader->length;
    for (; line > 0 && at < end; line--) {
        const char *next = memchr(at, '\n', (size_t)(end - at));
        at = next ? next + 1 : end;
    }
    return at;
}

static size_t
column_of(const char *start, const char *at)
{
    return (size_t)g_utf8_pointer_to_offset(start, at) + 1;
}

/* Where sign stands outside quotes and comments, or NULL. */
static const char *
find_bare(const char *at, const char *stop, const char *sign)
{
    const size_t length = strlen(sign);
    char quote = '\0', before = ' ';
    for (; at + length <= stop; before = *at++) {
        if (quote)
            quote = *at == quote ? '\0' : quote;
        else if ((*at == '"' || *at == '\'') && strchr(" [{,", before))
            quote = *at;
        else if (*at == '#' && before == ' ')
            return NULL;
        else if (memcmp(at, sign, length) == 0)
            return at;
    }
    return NULL;
}

/*
 * id：yu7 instead of id: yu7 is the commonest slip of a Chinese keyboard.  By
 * itself it is lawful text, and only a later line fails: on the lines before
 * that, only a ： in the place of a key's colon is to blame.
 */
static bool
blame_full_width(Loader *loader, size_t line, bool failed_here)
{
    static const char *const slips[] = {"：", "，"};
    const char *start = line_start(loader, line);
    const char *stop = line_start(loader, line + 1);
    for (size_t i = 0; i < (failed_here ? G_N_ELEMENTS(slips) : 1); i++) {
        const char *found = find_bare(start, stop, slips[i]);
        if (!found ||
            (!failed_here && g_strstr_len(start, found - start, ": ")))
            continue;
        g_autofree char *message =
            g_strdup_printf("full-width '%s' where YAML wants '%s'", slips[i],
                            i == 0 ? ": " : ", ");
        complain(loader, line + 1, column_of(start, found),
                 "switch the keyboard to half-width, or put the text in "
                 "quotes if the sign belongs to it",
                 message);
        return true;
    }
    return false;
}

static bool
blame_tab(Loader *loader, size_t line)
{
    const char *start = line_start(loader, line);
    const char *stop = line_start(loader, line + 1);
    const char *at = start;
    while (at < stop && *at == ' ')
        at++;
    if (at == stop || *at != '\t')
        return false;
    complain(loader, line + 1, column_of(start, at), "indent with spaces",
             "a tab in the indentation");
    return true;
}

static void
report_syntax(Loader *loader)
{
    const yaml_parser_t *parser = &loader->parser;
    const bool scanning = parser->error == YAML_SCANNER_ERROR;
    yaml_mark_t mark = parser->problem_mark;
    const size_t last = mark.line;
    size_t line = scanning ? last - MIN(last, NEARBY) : last;
    /* a quote that is never closed fails at the end, but starts here */
    if (scanning && parser->context && parser->context_mark.line < last) {
        mark = parser->context_mark;
        line = mark.line;
    }
    if (blame_tab(loader, last))
        return;
    const size_t stop = MIN(last, line + NEARBY);
    for (; line <= stop; line++)
        if (blame_full_width(loader, line, line == last))
            return;
    g_autofree char *message =
        g_strdup_printf("%s%s%s", parser->context ? parser->context : "",
                        parser->context ? ": " : "",
                        parser->problem ? parser->problem : "not YAML");
    complain(loader, mark.line + 1, mark.column + 1,
             "check indentation, brackets and quotes just before this place",
             message);
}

/* ---- Events to nodes --------------------------------------------------- */

static ClYamlNode *
new_node(Loader *loader, ClYamlType type, const yaml_event_t *event)
{
    return cl_yaml_add(loader->yaml, type, (unsigned)event->start_mark.line + 1,
                       (unsigned)event->start_mark.column + 1);
}

/* Also what libyaml, but no editor, takes for the end of a line: U+0085. */
static bool
is_control(gunichar c)
{
    return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c <= 0x9f) ||
           c == 0x2028 || c == 0x2029 || c == 0xfeff || c == 0xfffe ||
           c == 0xffff;
}

static bool
has_control(const char *text, size_t length)
{
    for (const char *at = text; at < text + length; at = g_utf8_next_char(at))
        if (is_control(g_utf8_get_char(at)))
            return true;
    return false;
}

static ClYamlNode *
scalar_node(Loader *loader, const yaml_event_t *event)
{
    ClYamlNode *node = new_node(loader, CL_YAML_SCALAR, event);
    const char *text = (const char *)event->data.scalar.value;
    const size_t length = event->data.scalar.length;
    if (has_control(text, length))
        complain(loader, node->line, node->column,
                 "remove it, or write the character itself",
                 "a control character in text");
    node->quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
    node->text = cl_yaml_keep(loader->yaml, text, length);
    return node;
}

static void
refuse_extras(Loader *loader, const yaml_event_t *event)
{
    const yaml_char_t *anchor = NULL, *tag = NULL;
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        anchor = event->data.scalar.anchor;
        tag = event->data.scalar.tag;
        break;
    case YAML_SEQUENCE_START_EVENT:
        anchor = event->data.sequence_start.anchor;
        tag = event->data.sequence_start.tag;
        break;
    case YAML_MAPPING_START_EVENT:
        anchor = event->data.mapping_start.anchor;
        tag = event->data.mapping_start.tag;
        break;
    default:
        break;
    }
    if (anchor || tag)
        complain(loader, event->start_mark.line + 1,
                 event->start_mark.column + 1,
                 "put the text in quotes if the sign & or ! belongs to it",
                 anchor ? "anchors are not allowed" : "tags are not allowed");
}

static bool
next_event(Loader *loader, yaml_event_t *event)
{
    if (!yaml_parser_parse(&loader->parser, event)) {
        report_syntax(loader);
        return false;
    }
    refuse_extras(loader, event);
    return true;
}

static ClYamlNode *load_node(Loader *loader,
                             const yaml_event_t *event,
                             unsigned depth);

/* Everything up to the event that ends this map or list, in a row. */
static bool
load_children(Loader *loader,
              yaml_event_type_t end,
              unsigned depth,
              GPtrArray *children)
{
    for (;;) {
        yaml_event_t event;
        if (!next_event(loader, &event))
            return false;
        if (event.type == end) {
            yaml_event_delete(&event);
            return true;
        }
        ClYamlNode *child = load_node(loader, &event, depth + 1);
        yaml_event_delete(&event);
        if (!child)
            return false;
        g_ptr_array_add(children, child);
    }
}

static void
check_key(Loader *loader, const ClYamlNode *key, GHashTable *seen)
{
    if (key->type != CL_YAML_SCALAR) {
        complain(loader, key->line, key->column, NULL, "a key must be text");
        return;
    }
    if (strlen(key->text) > CL_YAML_LONGEST_KEY) {
        complain(loader, key->line, key->column, NULL, "a key over 256 bytes");
        return;
    }
    const ClYamlNode *first = g_hash_table_lookup(seen, key->text);
    if (!first) {
        g_hash_table_insert(seen, (char *)key->text, (ClYamlNode *)key);
        return;
    }
    g_autofree char *message = g_strdup_printf(
        "key '%s' is here twice; first at line %u", key->text, first->line);
    complain(loader, key->line, key->column, "keep one of them", message);
}

static void
fill_node(Loader *loader, ClYamlNode *node, const GPtrArray *children)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    cl_yaml_fill(loader->yaml, node, (ClYamlNode *const *)children->pdata,
                 children->len);
    for (size_t i = 0; node->keys && i < node->count; i++)
        check_key(loader, node->keys[i], seen);
}

static ClYamlNode *
load_node(Loader *loader, const yaml_event_t *event, unsigned depth)
{
    if (depth > CL_YAML_DEEPEST) {
        complain(loader, event->start_mark.line + 1,
                 event->start_mark.column + 1, NULL,
                 "nested deeper than 32 levels");
        return NULL;
    }
    g_autoptr(GPtrArray) children = g_ptr_array_new();
    ClYamlNode *node;
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return scalar_node(loader, event);
    case YAML_SEQUENCE_START_EVENT:
        node = new_node(loader, CL_YAML_LIST, event);
        if (!load_children(loader, YAML_SEQUENCE_END_EVENT, depth, children))
            return NULL;
        fill_node(loader, node, children);
        return node;
    case YAML_MAPPING_START_EVENT:
        node = new_node(loader, CL_YAML_MAP, event);
        if (!load_children(loader, YAML_MAPPING_END_EVENT, depth, children))
            return NULL;
        fill_node(loader, node, children);
        return node;
    default:
        complain(loader, event->start_mark.line + 1,
                 event->start_mark.column + 1,
                 "write the text out; a * at the start needs quotes",
                 "aliases are not allowed");
        return NULL;
    }
}

/* STREAM-START, DOCUMENT-START, one node, DOCUMENT-END, STREAM-END. */
static void
load_stream(Loader *loader)
{
    bool ended = false;
    while (!ended && !loader->failed) {
        yaml_event_t event;
        if (!next_event(loader, &event))
            return;
        const bool structure = event.type == YAML_STREAM_START_EVENT ||
                               event.type == YAML_DOCUMENT_START_EVENT ||
                               event.type == YAML_DOCUMENT_END_EVENT;
        ended = event.type == YAML_STREAM_END_EVENT;
        if (event.type == YAML_DOCUMENT_START_EVENT &&
            cl_yaml_root(loader->yaml))
            complain(loader, event.start_mark.line + 1,
                     event.start_mark.column + 1, "split the file",
                     "more than one document");
        else if (!structure && !ended)
            cl_yaml_set_root(loader->yaml, load_node(loader, &event, 0));
        yaml_event_delete(&event);
    }
    const ClYamlNode *root = cl_yaml_root(loader->yaml);
    const bool bare = root && root->text && !*root->text && !root->quoted;
    if (!loader->failed && (!root || bare))
        complain(loader, 1, 1, NULL, "an empty file");
}

/* True for a byte that may begin a control character. */
static bool
is_suspect(unsigned char byte)
{
    return byte < 0x20 || byte == 0x7f || byte == 0xC2 || byte == 0xE2 ||
           byte == 0xEF;
}

static const char *
find_control(const char *at, const char *stop)
{
    for (; at < stop; at++) {
        const unsigned char byte = (unsigned char)*at;
        if (is_suspect(byte) && byte != '\n' && byte != '\r' &&
            is_control(g_utf8_get_char(at)))
            return at;
    }
    return NULL;
}

/* The first character that is none of text's, or NULL. */
static const char *
find_foreign(const Loader *loader, const char **what)
{
    const char *stop = loader->bytes + loader->length;
    const bool valid =
        cl_utf8_is_valid(loader->bytes, loader->length) ||
        g_utf8_validate(loader->bytes, (gssize)loader->length, &stop);
    const char *control = find_control(loader->bytes, stop);
    if (control) {
        *what = "a control character";
        return control;
    }
    *what = valid || *stop ? "not UTF-8" : "a NUL byte";
    return valid ? NULL : stop;
}

static bool
check_encoding(Loader *loader)
{
    const char *what;
    const char *bad = find_foreign(loader, &what);
    if (!bad)
        return true;
    const char *start = loader->bytes;
    size_t line = 1;
    for (const char *at = loader->bytes; at < bad; at++) {
        if (*at == '\n') {
            line++;
            start = at + 1;
        }
    }
    complain(loader, line, column_of(start, bad),
             "save the file as plain text in UTF-8", what);
    return false;
}

static ClYaml *
read_events(Loader *loader)
{
    g_autoptr(ClYaml) yaml = cl_yaml_new(loader->length);
    loader->yaml = yaml;
    if (!yaml_parser_initialize(&loader->parser))
        g_error("cannot start the YAML parser");
    yaml_parser_set_encoding(&loader->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(
        &loader->parser, (const unsigned char *)loader->bytes, loader->length);
    load_stream(loader);
    yaml_parser_delete(&loader->parser);
    return loader->failed ? NULL : g_steal_pointer(&yaml);
}

ClYaml *
cl_yaml_parse_with(ClYamlReaders readers,
                   const char *bytes,
                   size_t length,
                   const char *file,
                   ClNotes *notes)
{
    Loader loader = {
        .notes = notes, .file = file, .bytes = bytes, .length = length};
    /* libyaml is told the encoding, and then takes a BOM for text */
    if (length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
        loader.bytes += 3;
        loader.length -= 3;
    }
    if (!check_encoding(&loader))
        return NULL;
    ClYaml *plain = readers & CL_YAML_READ_PLAIN
                        ? cl_yaml_read_plain(loader.bytes, loader.length)
                        : NULL;
    return plain || !(readers & CL_YAML_READ_EVENTS) ? plain
                                                     : read_events(&loader);
}

ClYaml *
cl_yaml_parse(const char *bytes,
              size_t length,
              const char *file,
              ClNotes *notes)
{
    return cl_yaml_parse_with(CL_YAML_READ_PLAIN | CL_YAML_READ_EVENTS, bytes,
                              length, file, notes);
}
