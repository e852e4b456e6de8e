/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Turns facets.yaml, rivals.yaml and discourse.yaml into raw terms and option
 * names, and names.yaml and times.yaml into lists of words.  The number of an
 * option is its place in the file.
 */
#include "rule/shared.h"

#include "rule/facets.h"
#include "rule/read.h"
#include "text/text.h"

#include <string.h>

static GPtrArray *
new_names(void)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(names, NULL);
    return names;
}

static void
read_options(const ClReader *reader,
             const ClYamlNode *map,
             unsigned facet,
             ClShared *shared)
{
    GPtrArray *names = shared->options[facet];
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    ClTermSink sink = {shared->terms, seen};
    for (size_t i = 0; i < map->count; i++) {
        const char *name = map->keys[i]->text;
        const ClTermUse use = {0, CL_ROLE_SHARED, (uint8_t)facet,
                               (uint16_t)(names->len - 1)};
        g_ptr_array_insert(names, (int)names->len - 1, g_strdup(name));
        /* "actual: []" has a name and no words: it is what silence means */
        if (map->items[i]->type != CL_YAML_LIST || map->items[i]->count)
            cl_read_terms(reader, map->items[i], name, use, &sink);
    }
}

static void
read_facets(const ClReader *reader, const ClYamlNode *root, ClShared *shared)
{
    if (!cl_read_is(reader, root, CL_YAML_MAP, "facets.yaml", NULL))
        return;
    for (size_t i = 0; i < root->count; i++) {
        const int facet = cl_builtin_find(root->keys[i]->text);
        if (facet < 0)
            cl_read_error(reader, root->keys[i], "unknown-facet", NULL,
                          "no built-in facet '%s'", root->keys[i]->text);
        else if (cl_read_is(reader, root->items[i], CL_YAML_MAP,
                            root->keys[i]->text, NULL))
            read_options(reader, root->items[i], (unsigned)facet, shared);
    }
}

static void
read_rivals(const ClReader *reader, const ClYamlNode *root, ClShared *shared)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    ClTermSink sink = {shared->terms, seen};
    if (!cl_read_is(reader, root, CL_YAML_MAP, "rivals.yaml", NULL))
        return;
    for (size_t i = 0; i < root->count; i++) {
        const char *group = root->keys[i]->text;
        const ClTermUse use = {0, CL_ROLE_RIVAL, 0,
                               strcmp(group, "growth") == 0 ? CL_RIVAL_CHANGE
                                                            : CL_RIVAL_MEASURE};
        cl_read_terms(reader, root->items[i], group, use, &sink);
    }
}

/* "links": what the words of a group are to every rule; -1 for none. */
static int
role_of_group(const char *name)
{
    static const struct {
        const char *name;
        ClRole role;
    } groups[] = {{"links", CL_ROLE_LINK},
                  {"stand-ins", CL_ROLE_STAND_IN},
                  {"paces", CL_ROLE_PACE},
                  {"speech", CL_ROLE_SPEECH}};
    for (size_t i = 0; i < G_N_ELEMENTS(groups); i++)
        if (strcmp(groups[i].name, name) == 0)
            return (int)groups[i].role;
    return -1;
}

/* Asked for, never searched for: they stand in nearly every sentence. */
static void
read_light(const ClReader *reader, const ClYamlNode *node, ClShared *shared)
{
    g_autoptr(GArray) terms = cl_raw_terms_new();
    ClTermSink sink = {terms, NULL};
    const ClTermUse use = {0, CL_ROLE_LINK, 0, 0};
    cl_read_terms(reader, node, "light", use, &sink);
    for (unsigned i = 0; i < terms->len; i++)
        g_hash_table_add(
            shared->light,
            g_strdup(g_array_index(terms, ClRawTerm, i).word->text));
}

bool
cl_shared_is_light(const ClShared *shared, const char *word, size_t length)
{
    g_autofree char *key = g_strndup(word, length);
    return g_hash_table_contains(shared->light, key);
}

static void
read_discourse(const ClReader *reader, const ClYamlNode *root, ClShared *shared)
{
    if (!cl_read_is(reader, root, CL_YAML_MAP, "discourse.yaml", NULL))
        return;
    for (size_t i = 0; i < root->count; i++) {
        const char *name = root->keys[i]->text;
        const int role = role_of_group(name);
        g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
        ClTermSink sink = {shared->terms, seen};
        const ClTermUse use = {0, (uint8_t)role, 0, 0};
        if (strcmp(name, "light") == 0)
            read_light(reader, root->items[i], shared);
        else if (role < 0)
            cl_read_error(reader, root->keys[i], "unknown-group", NULL,
                          "no group '%s'", name);
        else
            cl_read_terms(reader, root->items[i], name, use, &sink);
    }
}

static void
read_words(const ClReader *reader, const ClYamlNode *list, GPtrArray *words)
{
    g_autoptr(GPtrArray) texts = cl_read_texts(reader, list, "names");
    for (size_t i = 0; i < texts->len; i++) {
        const ClYamlNode *node = texts->pdata[i];
        g_ptr_array_insert(words, (int)words->len - 1,
                           cl_fold_term(node->text));
    }
}

static void
read_names(const ClReader *reader, const ClYamlNode *root, ClShared *shared)
{
    static const char *const keys[CL_NAMES + 1] = {
        [CL_NAMES_OPENERS] = "openers",
        [CL_NAMES_OTHERS] = "others",
        [CL_NAMES_FORMER] = "former",
        [CL_NAMES_LATTER] = "latter",
        [CL_NAMES_CONTRASTS] = "contrasts",
        [CL_NAMES_TOPICS] = "topics",
        [CL_NAMES_MARKETS] = "markets",
        [CL_NAMES_PARTS] = "parts",
        [CL_NAMES_TURNS] = "turns",
        [CL_NAMES_ACTS] = "acts",
        [CL_NAMES_EXPECTS] = "expects",
        [CL_NAMES_KINDS] = "kinds",
        [CL_NAMES_COMMON] = "common",
        [CL_NAMES_JOINERS] = "joiners",
        [CL_NAMES_TRADES] = "trades",
        [CL_NAMES_OFFICES] = "offices",
        [CL_NAMES_SIDES] = "sides",
        [CL_NAMES_LEADS] = "leads",
        [CL_NAMES_RELATIVES] = "relatives",
        [CL_NAMES_REFERS] = "refers",
        [CL_NAMES_DEEDS] = "deeds",
        [CL_NAMES_OWNERS] = "owners",
        [CL_NAMES_HOUSES] = "houses",
        [CL_NAMES_ASPECTS] = "aspects",
        [CL_NAMES_PREDICATES] = "predicates",
        [CL_NAMES_TAILS] = "tails",
        [CL_NAMES_STATES] = "states",
        [CL_NAMES_ONES] = "ones",
        [CL_NAMES_FIRMS] = "firms",
        [CL_NAMES_SETTINGS] = "settings",
        [CL_NAMES_ASIDES] = "asides",
        [CL_NAMES_THIS_ONE] = "this-one",
        [CL_NAMES_INSIDES] = "insides",
        [CL_NAMES_PERSONS] = "persons",
        [CL_NAMES_OBLIQUES] = "obliques",
        [CL_NAMES_PARENTS] = "parents",
        [CL_NAMES_TOGETHERS] = "togethers",
        [CL_NAMES_GOODS] = "goods",
        [CL_NAMES_WIDES] = "wides",
        [CL_NAMES_HOLDERS] = "holders",
        [CL_NAMES_TOTALS] = "totals",
        [CL_NAMES_ANALYSTS] = "analysts",
        [CL_NAMES_RIVALS] = "rivals",
        [CL_NAMES_FOUNDS] = "founds",
        [CL_NAMES_ANOTHERS] = "anothers",
        [CL_NAMES_GLUE] = "glue",
        [CL_NAMES_JOINTLY] = "jointly",
        [CL_NAMES_STYLES] = "styles",
        [CL_NAMES_SALES] = "sales",
        [CL_NAMES_STAGES] = "stages",
        [CL_NAMES_STAGED] = "staged",
        [CL_NAMES_WHOLES] = "wholes",
        [CL_NAMES_BRANCHES] = "branches",
        [CL_NAMES_PLAIN] = "plain",
        [CL_NAMES_BREAKDOWNS] = "breakdowns",
        [CL_NAMES_EXCEPTS] = "excepts"};
    if (!cl_read_is(reader, root, CL_YAML_MAP, "names.yaml", NULL))
        return;
    cl_read_keys(reader, root, keys);
    for (size_t i = 0; i < CL_NAMES; i++) {
        const ClYamlNode *list = cl_yaml_get(root, keys[i]);
        if (list)
            read_words(reader, list, shared->names[i]);
    }
}

static void
clear_anaphor(void *data)
{
    ClAnaphor *anaphor = data;
    g_free(anaphor->word);
    g_free(anaphor->not_after);
    g_free(anaphor->not_before);
}

static int
compare_lengths(const void *left, const void *right)
{
    const ClAnaphor *a = left, *b = right;
    const size_t i = strlen(a->word), j = strlen(b->word);
    return i != j ? (i < j) - (i > j) : strcmp(a->word, b->word);
}

/* Folded, or NULL if there are none. */
static char *
read_characters(const ClReader *reader, const ClYamlNode *row, const char *key)
{
    const ClYamlNode *node = cl_yaml_get(row, key);
    const char *text = node ? cl_read_text(reader, node, key) : NULL;
    return text ? cl_fold_term(text) : NULL;
}

static void
read_anaphor(const ClReader *reader, const ClYamlNode *row, GArray *out)
{
    static const char *const keys[] = {"unit",       "back",  "ahead",
                                       "last",       "words", "not_after",
                                       "not_before", NULL};
    cl_read_keys(reader, row, keys);
    const char *unit = cl_read_text(reader, cl_yaml_get(row, "unit"), "unit");
    const int months =
        (int)cl_read_count(reader, cl_yaml_get(row, "back"), "back", 0, 12, 0);
    const int ahead = (int)cl_read_count(reader, cl_yaml_get(row, "ahead"),
                                         "ahead", 0, 12, 0);
    const int last =
        (int)cl_read_count(reader, cl_yaml_get(row, "last"), "last", 0, 12, 0);
    g_autoptr(GPtrArray) texts =
        cl_read_texts(reader, cl_yaml_get(row, "words"), "words");
    for (size_t i = 0; unit && i < texts->len; i++) {
        const ClYamlNode *node = texts->pdata[i];
        const ClAnaphor anaphor = {
            cl_fold_term(node->text),
            strcmp(unit, "any") == 0 ? '*' : g_ascii_toupper(*unit),
            months - ahead,
            last,
            read_characters(reader, row, "not_after"),
            read_characters(reader, row, "not_before")};
        g_array_append_val(out, anaphor);
    }
}

static void
read_anaphors(const ClReader *reader,
              const ClYamlNode *root,
              const char *key,
              GArray *out)
{
    const ClYamlNode *rows = cl_yaml_get(root, key);
    if (!rows || !cl_read_is(reader, rows, CL_YAML_LIST, key, NULL))
        return;
    for (size_t i = 0; i < rows->count; i++)
        read_anaphor(reader, rows->items[i], out);
    g_array_sort(out, compare_lengths);
}

static void
read_times(const ClReader *reader, const ClYamlNode *root, ClShared *shared)
{
    read_anaphors(reader, root, "anaphors", shared->anaphors);
    read_anaphors(reader, root, "lengths", shared->lengths);
    const ClYamlNode *sums = cl_yaml_get(root, "sums");
    if (sums)
        read_words(reader, sums, shared->sums);
    const ClYamlNode *streaks = cl_yaml_get(root, "streaks");
    static const char *const sides[] = {"before", "behind"};
    for (size_t i = 0; streaks && i < G_N_ELEMENTS(sides); i++)
        read_words(reader, cl_yaml_get(streaks, sides[i]), shared->streaks[i]);
    static const char *const asides[] = {"asides_before", "asides_behind",
                                         "asides_opening"};
    for (size_t i = 0; i < G_N_ELEMENTS(asides); i++)
        read_words(reader, cl_yaml_get(root, asides[i]), shared->asides[i]);
}

static const struct {
    const char *file;
    void (*read)(const ClReader *, const ClYamlNode *, ClShared *);
} lists[] = {
    {"facets.yaml", read_facets},       {"rivals.yaml", read_rivals},
    {"discourse.yaml", read_discourse}, {"names.yaml", read_names},
    {"times.yaml", read_times},
};

static void
make_heads(ClShared *shared)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    for (unsigned i = 0; i < CL_NAMES; i++)
        cl_heads_init(&shared->name_heads[i],
                      (const char *const *)shared->names[i]->pdata);
    for (guint i = 0; i < shared->anaphors->len; i++)
        g_ptr_array_add(words,
                        g_array_index(shared->anaphors, ClAnaphor, i).word);
    g_ptr_array_add(words, NULL);
    cl_heads_init(&shared->anaphor_heads, (const char *const *)words->pdata);
}

ClShared *
cl_shared_new(const ClVocabulary *vocabulary,
              ClTermTexts *texts,
              ClNotes *notes)
{
    const size_t before = cl_notes_errors(notes);
    g_autoptr(ClShared) shared = g_new0(ClShared, 1);
    shared->terms = cl_raw_terms_new();
    shared->light =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (unsigned i = 0; i < CL_FACET_OWN; i++)
        shared->options[i] = new_names();
    for (unsigned i = 0; i < CL_NAMES; i++)
        shared->names[i] = new_names();
    shared->anaphors = g_array_new(FALSE, FALSE, sizeof(ClAnaphor));
    g_array_set_clear_func(shared->anaphors, clear_anaphor);
    shared->lengths = g_array_new(FALSE, FALSE, sizeof(ClAnaphor));
    g_array_set_clear_func(shared->lengths, clear_anaphor);
    shared->sums = new_names();
    for (size_t i = 0; i < G_N_ELEMENTS(shared->streaks); i++)
        shared->streaks[i] = new_names();
    for (unsigned i = 0; i < G_N_ELEMENTS(shared->asides); i++)
        shared->asides[i] = new_names();
    shared->wordings = g_new0(ClWordings, 1);
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++) {
        g_autoptr(ClYaml) yaml = cl_data_read(lists[i].file);
        g_assert(yaml);
        const ClReader reader = {.file = lists[i].file,
                                 .vocabulary = vocabulary,
                                 .notes = notes,
                                 .texts = texts};
        lists[i].read(&reader, cl_yaml_root(yaml), shared);
    }
    make_heads(shared);
    if (cl_notes_errors(notes) > before)
        return NULL;
    return g_steal_pointer(&shared);
}

void
cl_shared_free(ClShared *shared)
{
    if (!shared)
        return;
    g_array_unref(shared->terms);
    g_hash_table_unref(shared->light);
    for (unsigned i = 0; i < CL_FACET_OWN; i++)
        g_ptr_array_unref(shared->options[i]);
    for (unsigned i = 0; i < CL_NAMES; i++) {
        g_ptr_array_unref(shared->names[i]);
        cl_heads_clear(&shared->name_heads[i]);
    }
    g_array_unref(shared->anaphors);
    g_array_unref(shared->lengths);
    cl_heads_clear(&shared->anaphor_heads);
    g_ptr_array_unref(shared->sums);
    for (size_t i = 0; i < G_N_ELEMENTS(shared->streaks); i++)
        g_ptr_array_unref(shared->streaks[i]);
    for (unsigned i = 0; i < G_N_ELEMENTS(shared->asides); i++)
        g_ptr_array_unref(shared->asides[i]);
    cl_wordings_clear(shared->wordings);
    g_free(shared->wordings);
    g_free(shared);
}

const char *const *
cl_shared_names(const ClShared *shared, unsigned facet)
{
    return (const char *const *)shared->options[facet]->pdata;
}
