/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reads the examples of a rule: each is a map that says one thing, in one or
 * more texts.  Whether they come true is for `rules test` to find out.
 */
#include "rule/draft.h"
#include "rule/facets.h"

#include <string.h>

static const struct {
    const char *key;
    ClExampleKind kind;
} kinds[] = {
    {"text", CL_EXAMPLE_CLAIM},
    {"silent", CL_EXAMPLE_SILENT},
    {"agree", CL_EXAMPLE_AGREE},
    {"conflict", CL_EXAMPLE_CONFLICT},
    {"divergence", CL_EXAMPLE_DIVERGENCE},
    {"tension", CL_EXAMPLE_TENSION},
    {"relabel", CL_EXAMPLE_RELABEL},
    {"relation", CL_EXAMPLE_RELATION},
};

static const char *const example_keys[] = {
    "text",       "claim",   "silent",  "agree",    "conflict",
    "divergence", "tension", "relabel", "relation", NULL};

/* Of a text that is an article with a date or a title. */
static const char *const article_keys[] = {"text", "date", "title", NULL};

#define KINDS_HINT                                                             \
    "an example has text and claim, or one of silent, agree, conflict, "       \
    "divergence, tension, relabel, relation"

/* ---- claim ------------------------------------------------------------- */

static const char *const figure_keys[] = {"value", "lo",    "hi",
                                          "unit",  "hedge", NULL};

static void
check_claim_key(const ClReader *reader,
                const ClYamlNode *key,
                const ClYamlNode *value,
                const ClDraft *draft)
{
    const int facet = cl_facets_find(draft->rule->facets, key->text);
    const bool known = facet >= 0 || g_strv_contains(figure_keys, key->text);
    if (!known) {
        g_autoptr(GPtrArray) names = g_ptr_array_new();
        for (size_t i = 0; figure_keys[i]; i++)
            g_ptr_array_add(names, (void *)figure_keys[i]);
        for (size_t i = 0; i < draft->rule->facets->len; i++)
            g_ptr_array_add(names,
                            ((ClFacet *)draft->rule->facets->pdata[i])->name);
        g_ptr_array_add(names, NULL);
        cl_read_unknown(reader, key, "unknown-key", "key of a claim", key->text,
                        (const char *const *)names->pdata);
        return;
    }
    if (cl_read_text(reader, value, key->text) && facet >= 0)
        cl_draft_check_option(reader, draft, (unsigned)facet, value);
}

static const ClYamlNode *
read_claim(const ClReader *reader, const ClYamlNode *map, const ClDraft *draft)
{
    if (!cl_read_is(reader, map, CL_YAML_MAP, "claim",
                    "write what the text claims: {value: 24万}"))
        return NULL;
    for (size_t i = 0; i < map->count; i++)
        check_claim_key(reader, map->keys[i], map->items[i], draft);
    if (cl_yaml_get(map, "value") || cl_yaml_get(map, "lo") ||
        cl_yaml_get(map, "hi"))
        return map;
    cl_read_error(reader, map, "missing-key",
                  "add the figure as the text has it: value: 24万",
                  "'claim' has no 'value'");
    return NULL;
}

/* ---- Examples ---------------------------------------------------------- */

/* The index into kinds of what the example says, -1 after an error. */
static int
find_kind(const ClReader *reader, const ClYamlNode *map)
{
    int found = -1;
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        if (!cl_yaml_get(map, kinds[i].key))
            continue;
        if (found >= 0) {
            cl_read_error(reader, map, "bad-value", "make two examples of it",
                          "an example has both '%s' and '%s'", kinds[found].key,
                          kinds[i].key);
            return -1;
        }
        found = (int)i;
    }
    if (found < 0)
        cl_read_error(reader, map, "missing-key", KINDS_HINT,
                      "an example says nothing to test");
    return found;
}

/* text needs claim, and nothing else has one. */
static bool
check_pairing(const ClReader *reader, const ClYamlNode *map, int kind)
{
    const ClYamlNode *claim = cl_yaml_get(map, "claim");
    const bool is_claim = kinds[kind].kind == CL_EXAMPLE_CLAIM;
    if (is_claim == (claim != NULL))
        return true;
    if (is_claim)
        cl_read_error(reader, map, "missing-key",
                      "add what the text claims: claim: {value: 24万}, or "
                      "write 'silent' for a text without a claim",
                      "an example has 'text' without 'claim'");
    else
        cl_read_error(reader, claim, "bad-value",
                      "'claim' goes with 'text' only",
                      "an example has both '%s' and 'claim'", kinds[kind].key);
    return false;
}

/* A day like 2025-10-15, for 今年 and 5月 to have a meaning. */
static void
check_date(const ClReader *reader, const ClYamlNode *node)
{
    const char *text = cl_read_text(reader, node, "date");
    if (!text)
        return;
    g_auto(GStrv) parts = g_strsplit(text, "-", -1);
    guint64 day[3] = {0};
    bool good = g_strv_length(parts) == 3 && strlen(text) == 10;
    for (size_t i = 0; good && i < 3; i++)
        good = g_ascii_string_to_unsigned(parts[i], 10, 1, 9999, &day[i], NULL);
    if (!good || day[1] > 12 || day[2] > 31 ||
        !g_date_valid_dmy((GDateDay)day[2], (GDateMonth)day[1],
                          (GDateYear)day[0]))
        cl_read_error(reader, node, "bad-value", "write 2025-10-15",
                      "'%s' is no date", text);
}

/* An article with a day, a title or both: {date: 2025-10-15, text: …}. */
static void
copy_frame(const ClReader *reader, const ClYamlNode *map, ClExample *example)
{
    const ClYamlNode *text = cl_yaml_get(map, "text");
    const ClYamlNode *date = cl_yaml_get(map, "date");
    const ClYamlNode *title = cl_yaml_get(map, "title");
    cl_read_keys(reader, map, article_keys);
    if (date)
        check_date(reader, date);
    if (title)
        cl_read_text(reader, title, "title");
    if (!text)
        cl_read_error(reader, map, "missing-key",
                      "write {date: 2025-10-15, text: \"…\"}; a text with a "
                      "colon in it needs quotes",
                      "an article in an example has no 'text'");
    else if (cl_read_text(reader, text, "text")) {
        g_ptr_array_add(example->texts, g_strdup(text->text));
        g_ptr_array_add(example->frames, (void *)map);
    }
}

static void
copy_text(const ClReader *reader,
          const ClYamlNode *node,
          const char *key,
          ClExample *example)
{
    if (node->type == CL_YAML_MAP) {
        copy_frame(reader, node, example);
    } else if (cl_read_text(reader, node, key)) {
        g_ptr_array_add(example->texts, g_strdup(node->text));
        g_ptr_array_add(example->frames, NULL);
    }
}

static void
copy_texts(const ClReader *reader,
           const ClYamlNode *node,
           const char *key,
           ClExample *example)
{
    if (node->type != CL_YAML_LIST)
        copy_text(reader, node, key, example);
    else if (!node->count)
        cl_read_error(reader, node, "empty",
                      "write at least one entry or remove the line",
                      "'%s' is empty", key);
    else
        for (size_t i = 0; i < node->count; i++)
            copy_text(reader, node->items[i], key, example);
}

static void
read_example(const ClReader *reader, const ClYamlNode *map, ClDraft *draft)
{
    if (!cl_read_is(reader, map, CL_YAML_MAP, "examples", KINDS_HINT))
        return;
    cl_read_keys(reader, map, example_keys);
    const int kind = find_kind(reader, map);
    if (kind < 0 || !check_pairing(reader, map, kind))
        return;
    const char *key = kinds[kind].key;
    ClExample *example = g_new0(ClExample, 1);
    example->kind = kinds[kind].kind;
    example->line = map->line;
    example->column = map->column;
    example->texts = g_ptr_array_new_with_free_func(g_free);
    example->frames = g_ptr_array_new();
    g_ptr_array_add(draft->rule->examples, example);
    copy_texts(reader, cl_yaml_get(map, key), key, example);
    if (example->kind == CL_EXAMPLE_CLAIM)
        example->claim = read_claim(reader, cl_yaml_get(map, "claim"), draft);
}

/* Mistaken examples count too: one mistake is told once. */
static bool
any_example(const ClYamlNode *list, bool silent)
{
    for (size_t i = 0; i < list->count; i++) {
        const ClYamlNode *map = list->items[i];
        if (map->type != CL_YAML_MAP || !map->count)
            continue;
        if (silent == (cl_yaml_get(map, "silent") != NULL))
            return true;
    }
    return false;
}

void
cl_draft_read_examples(const ClReader *reader,
                       const ClYamlNode *node,
                       ClDraft *draft)
{
    const ClYamlNode *list = cl_yaml_get(node, "examples");
    if (!list) {
        cl_read_error(reader, node, "missing-example",
                      "add a text with its claim and a text that must stay "
                      "silent",
                      "the rule has no 'examples'");
        return;
    }
    if (!cl_read_is(reader, list, CL_YAML_LIST, "examples",
                    "begin each example with '- '"))
        return;
    for (size_t i = 0; i < list->count; i++)
        read_example(reader, list->items[i], draft);
    if (!any_example(list, false))
        cl_read_error(reader, list, "missing-example",
                      "add '- text: …' with 'claim: {value: …}', or "
                      "'- conflict: [one text, another]'",
                      "no example has a claim");
    if (!any_example(list, true))
        cl_read_error(reader, list, "missing-example",
                      "add '- silent: …', a text the rule must not take for "
                      "its own",
                      "no example is silent");
}
