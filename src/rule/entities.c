/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reads lists of entities: a name and, below it, each entity with all its
 * spellings.  Several files may each hold a part of a list; no spelling
 * belongs to two entities of it, wherever they stand.
 */
#include "rule/entities.h"

#include <string.h>

static const char *const list_keys[] = {"list", "title", "entities",
                                        "fiscal_year_ends", NULL};

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
    g_hash_table_unref(list->places);
    g_ptr_array_unref(list->names);
    g_array_unref(list->terms);
    g_array_unref(list->fiscal);
    g_free(list);
}

GPtrArray *
cl_entity_lists_new(void)
{
    return g_ptr_array_new_with_free_func(free_list);
}

/* True where the key is new to the list; else *first is where it was met. */
static bool
is_new(const ClReader *reader,
       ClEntityList *list,
       char *key,
       unsigned line,
       const char **first)
{
    *first = g_hash_table_lookup(list->places, key);
    if (*first)
        g_free(key);
    else
        g_hash_table_insert(list->places, key,
                            g_strdup_printf("%s:%u", reader->file, line));
    return !*first;
}

static void
add_name(const ClReader *reader, const ClYamlNode *key, ClEntityList *list)
{
    const char *first;
    if (!is_new(reader, list, g_strdup_printf("@%s", key->text), key->line,
                &first))
        cl_read_error(reader, key, "doubled-id",
                      "write all spellings of an entity in one place",
                      "entity '%s' is in list '%s' twice: first at %s",
                      key->text, list->name, first);
    g_ptr_array_add(list->names, g_strdup(key->text));
}

/* A spelling that two entities share would make the figures of one those of
   the other. */
static void
add_spelling(const ClReader *reader,
             const ClRawTerm *term,
             const char *name,
             ClEntityList *list)
{
    const char *first;
    const ClYamlNode at = {.line = term->line, .column = term->column};
    ClRawTerm kept = *term;
    kept.text = g_strdup(term->text);
    g_array_append_val(list->terms, kept);
    if (!is_new(reader, list,
                g_strconcat(term->regex ? "/" : "=", term->text, NULL),
                term->line, &first))
        cl_read_error(reader, &at, "doubled-term",
                      "remove one of the two; full-width, traditional and "
                      "upper case forms are the same term",
                      "'%s' of '%s' is in list '%s' twice: first at %s",
                      term->text, name, list->name, first);
}

static void
read_members(const ClReader *reader, const ClYamlNode *map, ClEntityList *list)
{
    for (size_t i = 0; i < map->count; i++) {
        const char *name = map->keys[i]->text;
        const uint16_t option = (uint16_t)list->names->len;
        const ClTermUse use = {0, CL_ROLE_SUBJECT, 0, option};
        g_autoptr(GArray) terms = cl_raw_terms_new();
        ClTermSink sink = {terms, NULL};
        add_name(reader, map->keys[i], list);
        cl_read_terms(reader, map->items[i], name, use, &sink);
        for (unsigned j = 0; j < terms->len; j++)
            add_spelling(reader, &g_array_index(terms, ClRawTerm, j), name,
                         list);
    }
}

static int
find_member(const ClEntityList *list, const char *name)
{
    for (size_t i = 0; i < list->names->len; i++)
        if (strcmp(list->names->pdata[i], name) == 0)
            return (int)i;
    return -1;
}

/* fiscal_year_ends: {apple: 9}: a year is called after the one it ends in. */
static void
read_fiscal(const ClReader *reader, const ClYamlNode *map, ClEntityList *list)
{
    g_array_set_size(list->fiscal, list->names->len);
    if (!map || !cl_read_is(reader, map, CL_YAML_MAP, "fiscal_year_ends",
                            "write each as 'apple: 9', the number of a month"))
        return;
    for (size_t i = 0; i < map->count; i++) {
        const int member = find_member(list, map->keys[i]->text);
        if (member < 0)
            cl_read_error(reader, map->keys[i], "unknown-entity", NULL,
                          "the list has no '%s'", map->keys[i]->text);
        else
            g_array_index(list->fiscal, int, member) = (int)cl_read_count(
                reader, map->items[i], map->keys[i]->text, 1, 12, 0);
    }
}

static ClEntityList *
find_list(const GPtrArray *lists, const char *name)
{
    for (size_t i = 0; i < lists->len; i++) {
        ClEntityList *list = lists->pdata[i];
        if (strcmp(list->name, name) == 0)
            return list;
    }
    return NULL;
}

static ClEntityList *
new_list(const char *name)
{
    ClEntityList *list = g_new0(ClEntityList, 1);
    list->name = g_strdup(name);
    list->places =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    list->names = g_ptr_array_new_with_free_func(g_free);
    list->terms = cl_raw_terms_new();
    list->fiscal = g_array_new(FALSE, TRUE, sizeof(int));
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
    ClEntityList *list = find_list(lists, name);
    if (!list) {
        list = new_list(name);
        g_ptr_array_add(lists, list);
    }
    read_members(reader, members, list);
    read_fiscal(reader, cl_yaml_get(node, "fiscal_year_ends"), list);
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

/* Entities are read one after the other, and so their spellings lie. */
static unsigned
first_spelling(const ClEntityList *list, unsigned entity)
{
    unsigned lo = 0, hi = list->terms->len;
    while (lo < hi) {
        const unsigned middle = lo + (hi - lo) / 2;
        if (g_array_index(list->terms, ClRawTerm, middle).use.option < entity)
            lo = middle + 1;
        else
            hi = middle;
    }
    return lo;
}

const ClRawTerm *
cl_entities_spellings(const ClEntityList *list, unsigned entity, size_t *count)
{
    const unsigned first = first_spelling(list, entity);
    *count = first_spelling(list, entity + 1) - first;
    return (const ClRawTerm *)(const void *)list->terms->data + first;
}

/* ---- Short names --------------------------------------------------------- */

/* The first word of letters and digits that has something before it. */
static const char *
find_code(const char *text)
{
    for (const char *at = text; *at;) {
        const char *const start = at;
        bool letter = false, digit = false;
        for (; g_ascii_isalnum(*at); at++) {
            letter |= g_ascii_isalpha(*at);
            digit |= g_ascii_isdigit(*at);
        }
        if (letter && digit && start > text)
            return start;
        at += at == start;
    }
    return NULL;
}

/* Letters of one kind: a name written in both has two words. */
static char *
first_word(const char *text, const char *end)
{
    const char *at = text;
    const bool latin = g_ascii_isalnum(*at);
    while (at < end && *at != ' ' && !g_ascii_ispunct(*at) &&
           (bool)g_ascii_isalnum(*at) == latin)
        at++;
    return g_strndup(text, (size_t)(at - text));
}

const char *
cl_entity_short_name(const ClEntityList *list,
                     const ClRawTerm *term,
                     char **maker)
{
    const char *code = term->regex ? NULL : find_code(term->text);
    if (!code)
        return NULL;
    g_autofree char *key = g_strconcat("=", code, NULL);
    g_autofree char *word = first_word(term->text, code);
    if (g_hash_table_contains(list->places, key) || g_utf8_strlen(word, -1) < 2)
        return NULL;
    *maker = g_steal_pointer(&word);
    return code;
}
