/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reads what a rule says about facets: its own ones with their terms, which
 * must agree (same), which part facts (apart), what silence means (assume),
 * what a claim must say (require) and how options are ordered (relations).
 */
#include "rule/draft.h"
#include "rule/facets.h"
#include "text/text.h"

#include <string.h>

enum { MOST_FACETS = 32, MOST_OPTIONS = 500 };

/* Keys of a claim in an example that are no facets. */
static const char *const taken_names[] = {"value", "lo",    "hi",
                                          "unit",  "hedge", NULL};

/* Every facet the rule has, for "did you mean". */
static GPtrArray *
facet_names(const ClRule *rule)
{
    GPtrArray *names = g_ptr_array_new();
    for (size_t i = 0; i < rule->facets->len; i++)
        g_ptr_array_add(names, ((ClFacet *)rule->facets->pdata[i])->name);
    g_ptr_array_add(names, NULL);
    return names;
}

/* The options a facet can take in the rule: the shared ones and its own. */
static GPtrArray *
option_names(const ClReader *reader, const ClRule *rule, unsigned index)
{
    GPtrArray *names = g_ptr_array_new();
    const ClFacet *facet = rule->facets->pdata[index];
    const char *const *shared =
        index < CL_FACET_OWN ? cl_shared_names(reader->shared, index) : NULL;
    for (; shared && *shared; shared++)
        g_ptr_array_add(names, (void *)*shared);
    for (size_t i = 0; facet->options && i < facet->options->len; i++)
        g_ptr_array_add(names,
                        g_array_index(facet->options, ClFacetOption, i).name);
    g_ptr_array_add(names, NULL);
    return names;
}

/* Index of the facet that node names, -1 after an error. */
static int
find_facet(const ClReader *reader, const ClRule *rule, const ClYamlNode *node)
{
    const int index = cl_facets_find(rule->facets, node->text);
    if (index >= 0)
        return index;
    g_autoptr(GPtrArray) names = facet_names(rule);
    cl_read_unknown(reader, node, "unknown-facet", "facet", node->text,
                    (const char *const *)names->pdata);
    return -1;
}

/* A name that can stand in a relation and in a claim. */
static bool
check_name(const ClReader *reader, const ClYamlNode *node, const char *what)
{
    if (*node->text && !strpbrk(node->text, " \t\n<>=,:"))
        return true;
    cl_read_error(reader, node, "bad-value",
                  "use a short word without spaces, as in 'locked'",
                  "'%s' cannot be the name of %s", node->text, what);
    return false;
}

/* ---- facets ------------------------------------------------------------ */

static bool
is_option_of_another(const ClReader *reader,
                     const ClRule *rule,
                     unsigned index,
                     const ClYamlNode *node)
{
    for (size_t i = CL_FACET_OWN; i < rule->facets->len; i++) {
        const ClFacet *facet = rule->facets->pdata[i];
        if (i == index || cl_facet_option(facet, node->text) < 0)
            continue;
        cl_read_error(reader, node, "name-clash",
                      "give options of different facets different names",
                      "'%s' is an option of facet '%s' already", node->text,
                      facet->name);
        return true;
    }
    return false;
}

static void
read_option(const ClReader *reader,
            const ClYamlNode *key,
            const ClYamlNode *terms,
            ClTermUse use,
            ClFacet *facet,
            ClTermSink *sink)
{
    g_autofree char *name = g_strdup_printf("%s.%s", facet->name, key->text);
    use.option = (uint16_t)facet->options->len;
    ClFacetOption option = {g_strdup(key->text), 0};
    option.term_count = cl_read_terms(reader, terms, name, use, sink);
    g_array_append_val(facet->options, option);
}

static void
read_options(const ClReader *reader,
             const ClYamlNode *map,
             unsigned index,
             ClDraft *draft)
{
    ClFacet *facet = draft->rule->facets->pdata[index];
    const ClTermUse use = {0, CL_ROLE_FACET, (uint8_t)index, 0};
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    ClTermSink sink = {draft->terms, seen};
    if (!map->count || map->count > MOST_OPTIONS)
        cl_read_error(reader, map, "bad-value",
                      "write {option: [term, term], other: [term]}",
                      "facet '%s' needs 1 to %d options, not %zu", facet->name,
                      MOST_OPTIONS, map->count);
    for (size_t i = 0; i < MIN(map->count, MOST_OPTIONS); i++) {
        const ClYamlNode *key = map->keys[i];
        if (check_name(reader, key, "an option") &&
            !is_option_of_another(reader, draft->rule, index, key))
            read_option(reader, key, map->items[i], use, facet, &sink);
    }
}

static void
read_window(const ClReader *reader, const ClYamlNode *value, ClFacet *facet)
{
    facet->used = true;
    if (value->type != CL_YAML_SCALAR || strcmp(value->text, "duration") != 0)
        cl_read_error(reader, value, "bad-value", "write 'window: duration'",
                      "facet 'window' can only be a duration");
}

/* A rule may add its own words to a built-in list: region: {gulf: [海湾]}. */
static void
read_builtin(const ClReader *reader,
             const ClYamlNode *key,
             const ClYamlNode *value,
             unsigned index,
             ClDraft *draft)
{
    ClFacet *facet = draft->rule->facets->pdata[index];
    if (index == CL_FACET_WINDOW) {
        read_window(reader, value, facet);
    } else if (index == CL_FACET_WHEN || index == CL_FACET_SPEAKER) {
        cl_read_error(reader, key, "name-clash",
                      "name it in same or apart without declaring it, or "
                      "give your own facet another name",
                      "'%s' is a built-in facet that has no options",
                      facet->name);
    } else if (cl_read_is(reader, value, CL_YAML_MAP, facet->name,
                          "write {option: [term, term], other: [term]}")) {
        facet->options = cl_facet_options_new();
        read_options(reader, value, index, draft);
    }
}

static void
read_own(const ClReader *reader,
         const ClYamlNode *key,
         const ClYamlNode *value,
         ClDraft *draft)
{
    if (!check_name(reader, key, "a facet"))
        return;
    if (g_strv_contains(taken_names, key->text) ||
        cl_facets_find(draft->rule->facets, key->text) >= 0) {
        cl_read_error(reader, key, "name-clash", "choose another name",
                      "'%s' cannot be a facet: the word is taken", key->text);
        return;
    }
    if (value->type != CL_YAML_MAP) {
        cl_read_error(reader, value, "wrong-type",
                      "write {option: [term, term], other: [term]}; only "
                      "'window' may be 'duration'",
                      "facet '%s' must be a map of options, not a %s",
                      key->text, cl_yaml_type_name(value->type));
        return;
    }
    g_ptr_array_add(draft->rule->facets, cl_facet_new(key->text));
    read_options(reader, value, draft->rule->facets->len - 1, draft);
}

static void
read_facets(const ClReader *reader, const ClYamlNode *map, ClDraft *draft)
{
    if (!cl_read_is(reader, map, CL_YAML_MAP, "facets",
                    "write 'facets:' and below it 'kind: {a: [term]}'"))
        return;
    if (map->count > MOST_FACETS) {
        cl_read_error(reader, map, "bad-value", "split the rule",
                      "a rule may have %d facets, not %zu", MOST_FACETS,
                      map->count);
        return;
    }
    for (size_t i = 0; i < map->count; i++) {
        const ClYamlNode *key = map->keys[i];
        const int builtin = cl_builtin_find(key->text);
        if (builtin >= 0)
            read_builtin(reader, key, map->items[i], (unsigned)builtin, draft);
        else
            read_own(reader, key, map->items[i], draft);
    }
}

/* ---- same, apart, assume, require ---------------------------------------- */

static void
set_role(const ClReader *reader,
         const ClYamlNode *node,
         const char *key,
         ClFacetRole role,
         ClRule *rule,
         GHashTable *set)
{
    const int index = find_facet(reader, rule, node);
    if (index < 0)
        return;
    ClFacet *facet = rule->facets->pdata[index];
    const char *other = g_hash_table_lookup(set, facet->name);
    if (other) {
        cl_read_error(reader, node, "doubled-facet",
                      "a facet stands once, in same or in apart",
                      "facet '%s' in '%s' stands in '%s' already", facet->name,
                      key, other);
        return;
    }
    g_hash_table_insert(set, facet->name, (void *)key);
    facet->role = role;
    facet->used = true;
}

static void
read_roles(const ClReader *reader,
           const ClYamlNode *node,
           const char *key,
           ClFacetRole role,
           ClRule *rule,
           GHashTable *set)
{
    const ClYamlNode *names = cl_yaml_get(node, key);
    if (!names)
        return;
    g_autoptr(GPtrArray) texts = cl_read_texts(reader, names, key);
    for (size_t i = 0; i < texts->len; i++)
        set_role(reader, texts->pdata[i], key, role, rule, set);
}

/* when, window and speaker take what the text says, not one of a list. */
static bool
is_open(unsigned index)
{
    return index == CL_FACET_WHEN || index == CL_FACET_WINDOW ||
           index == CL_FACET_SPEAKER;
}

void
cl_draft_check_option(const ClReader *reader,
                      const ClDraft *draft,
                      unsigned index,
                      const ClYamlNode *node)
{
    const ClFacet *facet = draft->rule->facets->pdata[index];
    g_autoptr(GPtrArray) names = option_names(reader, draft->rule, index);
    const char *const *known = (const char *const *)names->pdata;
    if (is_open(index) || g_strv_contains(known, node->text))
        return;
    g_autofree char *what = g_strdup_printf("option of '%s'", facet->name);
    cl_read_unknown(reader, node, "unknown-option", what, node->text, known);
}

/* Sets what a facet is assumed or required to be. */
static void
set_value(const ClReader *reader,
          const ClYamlNode *key,
          const ClYamlNode *value,
          bool required,
          ClDraft *draft)
{
    const int index = find_facet(reader, draft->rule, key);
    const char *text = cl_read_text(reader, value, key->text);
    if (index < 0 || !text)
        return;
    ClFacet *facet = draft->rule->facets->pdata[index];
    if (is_open((unsigned)index)) {
        cl_read_error(reader, key, "bad-value", "remove the line",
                      "'%s' cannot be %s: only the text can say it", key->text,
                      required ? "required" : "assumed");
        return;
    }
    cl_draft_check_option(reader, draft, (unsigned)index, value);
    char **place = required ? &facet->required : &facet->assumed;
    g_free(*place);
    *place = g_strdup(text);
    facet->used = true;
}

static void
read_values(const ClReader *reader,
            const ClYamlNode *node,
            const char *key,
            bool required,
            ClDraft *draft)
{
    const ClYamlNode *map = cl_yaml_get(node, key);
    if (!map || !cl_read_is(reader, map, CL_YAML_MAP, key,
                            "write facet and value: {nature: total}"))
        return;
    for (size_t i = 0; i < map->count; i++)
        set_value(reader, map->keys[i], map->items[i], required, draft);
}

/* ---- relations --------------------------------------------------------- */

/* The facet of the rule's own that has the option, 0 after an error. */
static unsigned
facet_of_option(const ClReader *reader,
                const ClYamlNode *node,
                const ClRule *rule,
                const char *name)
{
    g_autoptr(GPtrArray) all = g_ptr_array_new();
    for (unsigned i = CL_FACET_OWN; i < rule->facets->len; i++) {
        const ClFacet *facet = rule->facets->pdata[i];
        if (cl_facet_option(facet, name) >= 0)
            return i;
        g_autoptr(GPtrArray) names = option_names(reader, rule, i);
        for (size_t k = 0; k + 1 < names->len; k++)
            g_ptr_array_add(all, names->pdata[k]);
    }
    g_ptr_array_add(all, NULL);
    cl_read_unknown(reader, node, "unknown-option", "option", name,
                    (const char *const *)all->pdata);
    return 0;
}

/* Splits "a <= b"; false for anything else. */
static bool
split_relation(const char *text, ClRelation *out)
{
    const char *sign = strchr(text, '<');
    if (!sign || strpbrk(sign + 1, "<>"))
        return false;
    out->strict = sign[1] != '=';
    out->less = g_strstrip(g_strndup(text, (size_t)(sign - text)));
    out->more = g_strstrip(g_strdup(sign + (out->strict ? 1 : 2)));
    return *out->less && *out->more;
}

static bool
read_relation(const ClReader *reader,
              const ClYamlNode *node,
              const ClRule *rule,
              ClRelation *out)
{
    if (!split_relation(node->text, out)) {
        cl_read_error(reader, node, "bad-value",
                      "write the smaller option first: \"locked <= intent\"",
                      "'%s' is no relation", node->text);
        return false;
    }
    const unsigned less = facet_of_option(reader, node, rule, out->less);
    const unsigned more = facet_of_option(reader, node, rule, out->more);
    out->facet = less;
    if (!less || !more)
        return false;
    if (less == more && strcmp(out->less, out->more) != 0)
        return true;
    cl_read_error(reader, node, "bad-value", NULL,
                  less == more
                      ? "relation '%s' has the same option on both sides"
                      : "the options of relation '%s' are of two facets",
                  node->text);
    return false;
}

static void
read_relations(const ClReader *reader, const ClYamlNode *list, ClRule *rule)
{
    g_autoptr(GPtrArray) texts = cl_read_texts(reader, list, "relations");
    for (size_t i = 0; i < texts->len; i++) {
        ClRelation relation = {0, NULL, NULL, false};
        if (read_relation(reader, texts->pdata[i], rule, &relation)) {
            g_array_append_val(rule->relations, relation);
        } else {
            g_free(relation.less);
            g_free(relation.more);
        }
    }
}

void
cl_draft_read_facets(const ClReader *reader,
                     const ClYamlNode *node,
                     ClDraft *draft)
{
    const ClYamlNode *facets = cl_yaml_get(node, "facets");
    const ClYamlNode *relations = cl_yaml_get(node, "relations");
    g_autoptr(GHashTable) set = g_hash_table_new(g_str_hash, g_str_equal);
    if (facets)
        read_facets(reader, facets, draft);
    read_roles(reader, node, "same", CL_FACET_TELLS, draft->rule, set);
    read_roles(reader, node, "apart", CL_FACET_PARTS, draft->rule, set);
    read_values(reader, node, "assume", false, draft);
    read_values(reader, node, "require", true, draft);
    if (relations)
        read_relations(reader, relations, draft->rule);
}
