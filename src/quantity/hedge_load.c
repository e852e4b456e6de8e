/* SPDX-License-Identifier: Apache-2.0 */
/*
 * hedges.yaml becomes hedges and their words.  Order in the file is kept:
 * where two hedges meet, the one listed first holds.
 */
#include "quantity/vocabulary.h"

#include <string.h>

typedef struct {
    ClVocabulary *vocabulary;
    ClDataFile data;
} Loading;

static const char *const hedge_keys[] = {
    "name",       "before", "lead",   "tight",   "after", "keep",
    "keep_after", "hard",   "usual",  "shape",   "bare",  "scaled",
    "from",       "plural", "window", "despite", NULL};

static void
add_hedge_word(Loading *l, ClWords into, const char *word, int hedge)
{
    ClLexicon *lexicon = l->vocabulary->words[into];
    GArray *words = l->vocabulary->hedge_words;
    const int known = cl_lexicon_get(lexicon, word);
    if (known <= 0) { /* new, or so far only a word to keep */
        cl_lexicon_set(lexicon, word, (int)words->len);
        const ClHedgeWord fresh = {{hedge}};
        g_array_append_val(words, fresh);
        return;
    }
    ClHedgeWord *entry = &g_array_index(words, ClHedgeWord, known);
    for (int i = 0; i < CL_HEDGE_WORD_CHOICES; i++) {
        if (entry->hedges[i] == 0) {
            entry->hedges[i] = hedge;
            return;
        }
    }
}

static void
add_hedge_words(Loading *l,
                const ClYamlNode *entry,
                const char *key,
                ClWords into,
                int hedge)
{
    const ClYamlNode *words = cl_data_list(&l->data, entry, key);
    for (size_t i = 0; words && i < words->count; i++)
        add_hedge_word(l, into, words->items[i]->text, hedge);
}

/* Words that end like a hedge and are none have the meaning 0. */
static void
add_plain_words(Loading *l,
                const ClYamlNode *entry,
                const char *key,
                ClWords into)
{
    const ClYamlNode *words = cl_data_list(&l->data, entry, key);
    for (size_t i = 0; words && i < words->count; i++)
        cl_lexicon_add(l->vocabulary->words[into], words->items[i]->text, 0);
}

static const char *
load_width(Loading *l,
           const ClYamlNode *entry,
           const char *key,
           ClHedgeWidth *width)
{
    const char *text = cl_data_text(&l->data, entry, key, true);
    if (text && !cl_hedge_parse(text, width))
        cl_data_mistake(&l->data, cl_yaml_get(entry, key),
                        "write it like \"[0.9v, v)\" or \"(v, v+step]\"",
                        "'%s' is no width: '%s'", key, text);
    return text ? g_string_chunk_insert_const(l->vocabulary->strings, text)
                : "";
}

static ClShape
load_shape(Loading *l, const ClYamlNode *entry)
{
    const char *text = cl_data_text(&l->data, entry, "shape", true);
    if (!text || strcmp(text, "soft") == 0)
        return CL_SHAPE_SOFT;
    if (strcmp(text, "one-sided") == 0)
        return CL_SHAPE_ONE_SIDED;
    if (strcmp(text, "point") != 0)
        cl_data_mistake(&l->data, cl_yaml_get(entry, "shape"),
                        "one of: point, one-sided, soft", "unknown shape '%s'",
                        text);
    return CL_SHAPE_POINT;
}

static ClCondition
load_condition(Loading *l, const ClYamlNode *entry, const char *key)
{
    if (!cl_yaml_get(entry, key))
        return CL_EITHER;
    return cl_data_flag(&l->data, entry, key) ? CL_ONLY : CL_NEVER;
}

static void
load_words(Loading *l, const ClYamlNode *entry, int hedge)
{
    add_hedge_words(l, entry, "before", CL_WORDS_HEDGES_BEFORE, hedge);
    add_hedge_words(l, entry, "lead", CL_WORDS_HEDGES_LEAD, hedge);
    add_hedge_words(l, entry, "tight", CL_WORDS_HEDGES_TIGHT, hedge);
    add_hedge_words(l, entry, "after", CL_WORDS_HEDGES_AFTER, hedge);
    add_plain_words(l, entry, "keep", CL_WORDS_HEDGES_BEFORE);
    add_plain_words(l, entry, "keep_after", CL_WORDS_HEDGES_AFTER);
    add_plain_words(l, entry, "despite", CL_WORDS_DESPITE);
}

static void
load_hedge(Loading *l, const ClYamlNode *entry)
{
    cl_data_check_keys(&l->data, entry, hedge_keys);
    const char *name = cl_data_text(&l->data, entry, "name", true);
    if (!name)
        return;
    ClHedge hedge = {0};
    hedge.name = g_string_chunk_insert_const(l->vocabulary->strings, name);
    hedge.hard_text = load_width(l, entry, "hard", &hedge.hard);
    hedge.usual_text = load_width(l, entry, "usual", &hedge.usual);
    hedge.hard_only = strcmp(hedge.hard_text, hedge.usual_text) == 0;
    hedge.shape = load_shape(l, entry);
    hedge.bare = load_condition(l, entry, "bare");
    hedge.scaled = load_condition(l, entry, "scaled");
    hedge.plural = cl_data_flag(&l->data, entry, "plural");
    hedge.no_window = load_condition(l, entry, "window") == CL_NEVER;
    hedge.from = cl_data_number(&l->data, entry, "from", cl_number_make(0, 0));
    const int id = (int)l->vocabulary->hedges->len;
    g_array_append_val(l->vocabulary->hedges, hedge);
    load_words(l, entry, id);
}

void
cl_vocabulary_load_hedges(ClVocabulary *vocabulary,
                          const ClYaml *yaml,
                          const char *file,
                          ClNotes *notes)
{
    static const char *const keys[] = {"profile", "version", "hedges", NULL};
    Loading l = {vocabulary, {file, notes}};
    const ClYamlNode *root = cl_yaml_root(yaml);
    cl_data_check_keys(&l.data, root, keys);
    const char *name = cl_data_text(&l.data, root, "profile", true);
    const char *version = cl_data_text(&l.data, root, "version", true);
    const ClYamlNode *hedges = cl_yaml_get(root, "hedges");
    if (!name || !version || !hedges || hedges->type != CL_YAML_LIST) {
        cl_data_mistake(&l.data, root, NULL, "'hedges' must be a list");
        return;
    }
    g_autofree char *profile = g_strdup_printf("%s %s", name, version);
    vocabulary->profile =
        g_string_chunk_insert_const(vocabulary->strings, profile);
    for (size_t i = 0; i < hedges->count; i++)
        load_hedge(&l, hedges->items[i]);
}
