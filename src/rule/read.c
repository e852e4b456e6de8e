/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Turns single nodes of a rule file into texts, counts and folded terms.  A
 * mistake never stops the reading: it becomes a note at its node, and what
 * was wrong is left out.
 */
#include "rule/read.h"

#include "rule/regex.h"
#include "text/text.h"

#include <string.h>

enum { TERM_BYTES = 256, COUNT_DIGITS = 4 };

GArray *
cl_raw_terms_new(void)
{
    return g_array_new(FALSE, FALSE, sizeof(ClRawTerm));
}

void
cl_read_error(const ClReader *reader,
              const ClYamlNode *at,
              const char *kind,
              const char *hint,
              const char *format,
              ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    cl_notes_add(reader->notes, kind, CL_SEVERITY_ERROR, reader->file,
                 at ? at->line : 1, at ? at->column : 1, hint, "%s", message);
}

void
cl_read_unknown(const ClReader *reader,
                const ClYamlNode *at,
                const char *kind,
                const char *what,
                const char *word,
                const char *const *candidates)
{
    const char *nearest = cl_nearest_word(word, candidates);
    g_autofree char *all = g_strjoinv(", ", (char **)candidates);
    g_autofree char *hint = NULL;
    if (nearest)
        hint = g_strdup_printf("did you mean '%s'?", nearest);
    else if (*all)
        hint = g_strdup_printf("known are: %s", all);
    cl_read_error(reader, at, kind, hint, "unknown %s '%s'", what, word);
}

bool
cl_read_is(const ClReader *reader,
           const ClYamlNode *node,
           ClYamlType type,
           const char *name,
           const char *hint)
{
    if (node->type == type)
        return true;
    cl_read_error(reader, node, "wrong-type", hint,
                  "'%s' must be a %s, not a %s", name, cl_yaml_type_name(type),
                  cl_yaml_type_name(node->type));
    return false;
}

void
cl_read_keys(const ClReader *reader,
             const ClYamlNode *map,
             const char *const *keys)
{
    for (size_t i = 0; i < map->count; i++) {
        const char *key = map->keys[i]->text;
        if (!g_strv_contains(keys, key))
            cl_read_unknown(reader, map->keys[i], "unknown-key", "key", key,
                            keys);
    }
}

static bool
is_blank(const char *text)
{
    for (; *text; text = g_utf8_next_char(text)) {
        if (!g_unichar_isspace(g_utf8_get_char(text)))
            return false;
    }
    return true;
}

const char *
cl_read_text(const ClReader *reader, const ClYamlNode *node, const char *name)
{
    const char *hint = "write one text after the colon";
    if (!cl_read_is(reader, node, CL_YAML_SCALAR, name, hint))
        return NULL;
    if (!is_blank(node->text))
        return node->text;
    cl_read_error(reader, node, "empty",
                  "write something after it or remove the line",
                  "'%s' is empty", name);
    return NULL;
}

static void
add_text(const ClReader *reader,
         const ClYamlNode *node,
         const char *name,
         GPtrArray *out)
{
    if (cl_read_text(reader, node, name))
        g_ptr_array_add(out, (void *)node);
}

GPtrArray *
cl_read_texts(const ClReader *reader, const ClYamlNode *node, const char *name)
{
    GPtrArray *texts = g_ptr_array_new();
    if (node->type == CL_YAML_SCALAR) {
        add_text(reader, node, name, texts);
    } else if (node->type == CL_YAML_MAP) {
        cl_read_error(reader, node, "wrong-type",
                      "write a list: [one, another]; a text with a colon in "
                      "it needs quotes",
                      "'%s' must be a text or a list, not a map", name);
    } else if (!node->count) {
        cl_read_error(reader, node, "empty",
                      "write at least one entry or remove the line",
                      "'%s' is empty", name);
    } else {
        for (size_t i = 0; i < node->count; i++)
            add_text(reader, node->items[i], name, texts);
    }
    return texts;
}

unsigned
cl_read_count(const ClReader *reader,
              const ClYamlNode *node,
              const char *name,
              unsigned lo,
              unsigned hi,
              unsigned fallback)
{
    const char *text = node ? cl_read_text(reader, node, name) : NULL;
    if (!text)
        return fallback;
    const size_t length = strlen(text);
    if (strspn(text, "0123456789") == length && length <= COUNT_DIGITS) {
        const unsigned count = (unsigned)g_ascii_strtoull(text, NULL, 10);
        if (count >= lo && count <= hi)
            return count;
    }
    cl_read_error(reader, node, "bad-value", NULL,
                  "'%s' must be a whole number from %u to %u, not '%s'", name,
                  lo, hi, text);
    return fallback;
}

/* ---- Terms ------------------------------------------------------------- */

/* '/…/' is a regular expression; a lone '/' is not. */
static bool
is_regex(const char *text)
{
    const size_t length = strlen(text);
    return length > 2 && text[0] == '/' && text[length - 1] == '/';
}

static bool
is_doubled(const ClReader *reader,
           const ClYamlNode *node,
           const char *name,
           ClTermText *word,
           GHashTable *seen)
{
    void *line = NULL;
    if (!seen)
        return false;
    if (!g_hash_table_lookup_extended(seen, word, NULL, &line)) {
        g_hash_table_insert(seen, word, GUINT_TO_POINTER(node->line));
        return false;
    }
    cl_read_error(reader, node, "doubled-term",
                  "remove one of the two; full-width, traditional and upper "
                  "case forms are the same term",
                  "'%s' is in '%s' twice: first at line %u", node->text, name,
                  GPOINTER_TO_UINT(line));
    return true;
}

static char *
fold_literal(const ClReader *reader, const ClYamlNode *node, const char *name)
{
    g_autofree char *folded = cl_fold_term(node->text);
    if (is_blank(folded)) {
        cl_read_error(reader, node, "empty",
                      "a term needs at least one visible character",
                      "a term of '%s' is empty", name);
        return NULL;
    }
    if (strlen(folded) > TERM_BYTES) {
        cl_read_error(reader, node, "bad-value",
                      "a term is a word or two, not a sentence",
                      "a term of '%s' is longer than %d bytes", name,
                      TERM_BYTES);
        return NULL;
    }
    return g_steal_pointer(&folded);
}

static char *
check_regex(const ClReader *reader, const ClYamlNode *node)
{
    g_autofree char *source = g_strndup(node->text + 1, strlen(node->text) - 2);
    g_autofree char *mistake = cl_regex_check(source);
    if (!mistake)
        return g_steal_pointer(&source);
    cl_read_error(reader, node, "bad-regex",
                  "text between slashes is a PCRE2 regular expression; write "
                  "it in single quotes",
                  "bad regular expression: %s", mistake);
    return NULL;
}

static bool
add_term(const ClReader *reader,
         const ClYamlNode *node,
         const char *name,
         ClTermUse use,
         ClTermSink *sink)
{
    const bool regex = is_regex(node->text);
    g_autofree char *text =
        regex ? check_regex(reader, node) : fold_literal(reader, node, name);
    if (!text)
        return false;
    ClTermText *word = cl_term_texts_get(reader->texts, text, regex);
    if (is_doubled(reader, node, name, word, sink->seen))
        return false;
    const ClRawTerm term = {word, use, node->line, node->column};
    g_array_append_val(sink->terms, term);
    return true;
}

size_t
cl_read_terms(const ClReader *reader,
              const ClYamlNode *node,
              const char *name,
              ClTermUse use,
              ClTermSink *sink)
{
    size_t count = 0;
    g_autoptr(GPtrArray) texts = cl_read_texts(reader, node, name);
    for (size_t i = 0; i < texts->len; i++)
        count += add_term(reader, texts->pdata[i], name, use, sink);
    return count;
}
