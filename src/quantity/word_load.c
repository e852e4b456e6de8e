/* SPDX-License-Identifier: Apache-2.0 */
/*
 * numerals.yaml becomes the tables of number words, phrases, connectors and
 * words of change.
 */
#include "quantity/vocabulary.h"

#include <string.h>

typedef struct {
    ClVocabulary *vocabulary;
    ClDataFile data;
} Loading;

/* ---- Plain word lists -------------------------------------------------- */

static void
load_list(Loading *l,
          const ClYamlNode *map,
          const char *key,
          ClWords into,
          int meaning)
{
    ClLexicon *lexicon = l->vocabulary->words[into];
    const ClYamlNode *words = cl_data_list(&l->data, map, key);
    for (size_t i = 0; words && i < words->count; i++) {
        const char *word = words->items[i]->text;
        const int before = cl_lexicon_add(lexicon, word, meaning);
        if (before >= 0)
            cl_lexicon_set(lexicon, word, before | meaning);
    }
}

/* ---- Characters -------------------------------------------------------- */

static int
small_number(Loading *l, const ClYamlNode *node)
{
    char *end = NULL;
    const char *text = node->type == CL_YAML_SCALAR ? node->text : "";
    const long value = strtol(text, &end, 10);
    if (*text && !*end && value >= 0 && value < 256)
        return (int)value;
    cl_data_mistake(&l->data, node, NULL, "a number from 0 to 255 is needed");
    return 0;
}

static void
load_chars(Loading *l,
           const ClYamlNode *chinese,
           const char *key,
           ClCharRole role,
           int divide)
{
    const ClYamlNode *map = cl_data_map(&l->data, chinese, key);
    for (size_t i = 0; map && i < map->count; i++)
        cl_vocabulary_set_role(l->vocabulary, map->keys[i]->text, role,
                               small_number(l, map->items[i]) / divide);
}

static void
load_values(Loading *l, const ClYamlNode *map, ClWords words, int role)
{
    for (size_t i = 0; map && i < map->count; i++)
        cl_lexicon_add(l->vocabulary->words[words], map->keys[i]->text,
                       role * 256 + small_number(l, map->items[i]));
}

static void
load_chinese(Loading *l, const ClYamlNode *root)
{
    static const char *const keys[] = {
        "digits", "formal",   "tens",    "scales", "formal_scales", "letters",
        "point",  "fraction", "plus",    "half",   "ordinal",       "top",
        "link",   "dozen",    "openers", NULL};
    static const struct {
        const char *key;
        ClWords words;
    } grammar[] = {
        {"point", CL_WORDS_POINT},     {"fraction", CL_WORDS_FRACTION},
        {"plus", CL_WORDS_PLUS},       {"half", CL_WORDS_HALF},
        {"ordinal", CL_WORDS_ORDINAL}, {"top", CL_WORDS_TOP},
        {"link", CL_WORDS_LINK},       {"dozen", CL_WORDS_DOZEN}};
    const ClYamlNode *chinese = cl_data_map(&l->data, root, "chinese");
    if (!chinese)
        return;
    cl_data_check_keys(&l->data, chinese, keys);
    load_chars(l, chinese, "digits", CL_CHAR_DIGIT, 1);
    load_chars(l, chinese, "formal", CL_CHAR_FORMAL, 1);
    load_chars(l, chinese, "tens", CL_CHAR_TENS, 10);
    load_chars(l, chinese, "scales", CL_CHAR_SCALE, 1);
    load_chars(l, chinese, "formal_scales", CL_CHAR_FORMAL_SCALE, 1);
    load_values(l, cl_data_map(&l->data, chinese, "letters"),
                CL_WORDS_CHINESE_LETTERS, 0);
    for (size_t i = 0; i < G_N_ELEMENTS(grammar); i++)
        load_list(l, chinese, grammar[i].key, grammar[i].words, 0);
}

/* ---- English ----------------------------------------------------------- */

static void
load_english(Loading *l, const ClYamlNode *root)
{
    static const struct {
        const char *key;
        ClWordRole role;
    } groups[] = {{"digits", CL_WORD_DIGIT},
                  {"teens", CL_WORD_TEEN},
                  {"tens", CL_WORD_TENS},
                  {"hundred", CL_WORD_HUNDRED},
                  {"scales", CL_WORD_SCALE},
                  {"dozen", CL_WORD_DOZEN},
                  {"halves", CL_WORD_HALF},
                  {"ordinals", CL_WORD_ORDINAL},
                  {"ordinal_scales", CL_WORD_ORDINAL_SCALE},
                  {"digit_words", CL_WORD_O}};
    static const char *const keys[] = {
        "digits",         "teens",       "tens",          "hundred", "scales",
        "dozen",          "letters",     "money_letters", "halves",  "ordinals",
        "ordinal_scales", "digit_words", "brief",         NULL};
    const ClYamlNode *english = cl_data_map(&l->data, root, "english");
    if (!english)
        return;
    cl_data_check_keys(&l->data, english, keys);
    for (size_t i = 0; i < G_N_ELEMENTS(groups); i++)
        load_values(l, cl_data_map(&l->data, english, groups[i].key),
                    CL_WORDS_ENGLISH, (int)groups[i].role);
    load_list(l, english, "brief", CL_WORDS_BRIEF, 0);
    load_values(l, cl_data_map(&l->data, english, "letters"), CL_WORDS_LETTERS,
                0);
    load_values(l, cl_data_map(&l->data, english, "money_letters"),
                CL_WORDS_MONEY_LETTERS, 0);
}

/* ---- Phrases ----------------------------------------------------------- */

static int
find_hedge(Loading *l, const ClYamlNode *entry)
{
    const char *name = cl_data_text(&l->data, entry, "hedge", false);
    if (!name)
        return 0;
    for (guint i = 0; i < l->vocabulary->hedges->len; i++) {
        if (strcmp(cl_vocabulary_hedge(l->vocabulary, (int)i)->name, name) == 0)
            return (int)i;
    }
    cl_data_mistake(&l->data, cl_yaml_get(entry, "hedge"), NULL,
                    "unknown hedge '%s'", name);
    return 0;
}

static ClQuantityKind
phrase_kind(Loading *l, const ClYamlNode *entry, const ClSaying *saying)
{
    const char *kind = cl_data_text(&l->data, entry, "kind", false);
    if (kind && strcmp(kind, "fraction") == 0)
        return CL_KIND_FRACTION;
    if (kind && strcmp(kind, "range") == 0)
        return CL_KIND_RANGE;
    return saying->unit ? cl_vocabulary_unit(l->vocabulary, saying->unit)->kind
                        : CL_KIND_NUMBER;
}

static void
load_phrase(Loading *l, const ClYamlNode *entry)
{
    static const char *const keys[] = {"words", "value", "upper",
                                       "unit",  "kind",  "hedge",
                                       "form",  "whole", NULL};
    ClVocabulary *v = l->vocabulary;
    cl_data_check_keys(&l->data, entry, keys);
    ClSaying saying = {0};
    saying.value =
        cl_data_number(&l->data, entry, "value", cl_number_make(0, 0));
    saying.ranged = cl_yaml_get(entry, "upper") != NULL;
    saying.upper = cl_data_number(&l->data, entry, "upper", saying.value);
    saying.whole = cl_data_flag(&l->data, entry, "whole");
    saying.hedge = find_hedge(l, entry);
    const char *unit = cl_data_text(&l->data, entry, "unit", false);
    if (unit)
        saying.unit =
            MAX(cl_lexicon_get(v->words[CL_WORDS_UNIT_NAMES], unit), 0);
    saying.kind = phrase_kind(l, entry, &saying);
    const char *form = cl_data_text(&l->data, entry, "form", false);
    if (form)
        saying.form = *form == 'd' ? CL_FORM_DECLINE : CL_FORM_GROWTH;
    const ClYamlNode *words = cl_data_list(&l->data, entry, "words");
    for (size_t i = 0; words && i < words->count; i++) {
        cl_lexicon_add(v->words[CL_WORDS_PHRASES], words->items[i]->text,
                       (int)v->sayings->len);
        cl_vocabulary_set_role(v, words->items[i]->text, CL_CHAR_OPENER, 0);
    }
    g_array_append_val(v->sayings, saying);
}

/* ---- Words between and around figures ---------------------------------- */

static void
load_ranges(Loading *l, const ClYamlNode *root)
{
    static const char *const keys[] = {
        "plain",    "between", "before",     "after", "from",
        "estimate", "skip",    "span_words", "moves", NULL};
    const ClYamlNode *ranges = cl_data_map(&l->data, root, "ranges");
    if (!ranges)
        return;
    cl_data_check_keys(&l->data, ranges, keys);
    load_list(l, ranges, "plain", CL_WORDS_RANGES, CL_RANGE_PLAIN);
    load_list(l, ranges, "between", CL_WORDS_RANGES, CL_RANGE_BETWEEN);
    load_list(l, ranges, "estimate", CL_WORDS_RANGES, CL_RANGE_ESTIMATE);
    load_list(l, ranges, "before", CL_WORDS_RANGE_BEFORE, 0);
    load_list(l, ranges, "after", CL_WORDS_RANGE_AFTER, 0);
    load_list(l, ranges, "from", CL_WORDS_RANGE_FROM, 0);
    load_list(l, ranges, "skip", CL_WORDS_RANGE_SKIP, 0);
    load_list(l, ranges, "span_words", CL_WORDS_SPAN_WORDS, 0);
    load_list(l, ranges, "moves", CL_WORDS_RANGE_MOVES, 0);
}

static void
load_change_words(Loading *l,
                  const ClYamlNode *root,
                  const char *key,
                  ClWords list)
{
    static const char *const keys[] = {"growth", "decline", "to", "keep", NULL};
    const ClYamlNode *changes = cl_data_map(&l->data, root, key);
    if (!changes)
        return;
    cl_data_check_keys(&l->data, changes, keys);
    for (int role = 0; keys[role]; role++) {
        const ClYamlNode *words = cl_data_list(&l->data, changes, keys[role]);
        for (size_t i = 0; words && i < words->count; i++)
            cl_lexicon_set(l->vocabulary->words[list], words->items[i]->text,
                           role);
    }
}

static void
load_changes(Loading *l, const ClYamlNode *root)
{
    load_change_words(l, root, "changes", CL_WORDS_CHANGES);
    load_change_words(l, root, "changes_behind", CL_WORDS_CHANGES_BEHIND);
}

/* What a figure may open with besides its digits: 第, 半, 几, 大几. */
static void
load_openers(Loading *l, const ClYamlNode *chinese)
{
    static const char *const keys[] = {"ordinal", "top", "half", "openers"};
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        const ClYamlNode *words = cl_data_list(&l->data, chinese, keys[i]);
        for (size_t k = 0; words && k < words->count; k++)
            cl_vocabulary_set_role(l->vocabulary, words->items[k]->text,
                                   CL_CHAR_OPENER, 0);
    }
}

static void
load_lists(Loading *l, const ClYamlNode *root)
{
    ClVocabulary *v = l->vocabulary;
    load_list(l, root, "bounds", CL_WORDS_BOUNDS, 0);
    load_list(l, root, "per", CL_WORDS_PER, CL_PER_WORD);
    load_list(l, root, "per_articles", CL_WORDS_PER, CL_PER_ARTICLE);
    load_list(l, root, "times_of_day", CL_WORDS_TIMES_OF_DAY, 0);
    load_list(l, root, "dates", CL_WORDS_DATES, 0);
    load_list(l, root, "fillers", CL_WORDS_FILLERS, 0);
    load_list(l, root, "articles", CL_WORDS_ARTICLES, 0);
    load_list(l, root, "pronouns", CL_WORDS_PRONOUNS, 0);
    load_list(l, root, "shy", CL_WORDS_SHY, 0);
    load_list(l, root, "negative", CL_WORDS_NEGATIVE, 0);
    load_list(l, root, "names", CL_WORDS_NAMES, 0);
    load_list(l, root, "not_units", CL_WORDS_NOT_UNITS, 0);
    const ClYamlNode *joints = cl_yaml_get(root, "joints");
    for (size_t i = 0; joints && i < joints->count; i++) {
        if (*joints->items[i]->text)
            cl_lexicon_add(v->words[CL_WORDS_JOINTS], joints->items[i]->text,
                           0);
    }
}

void
cl_vocabulary_load_words(ClVocabulary *vocabulary,
                         const ClYaml *yaml,
                         const char *file,
                         ClNotes *notes)
{
    static const char *const keys[] = {
        "version",      "chinese",        "english",   "phrases",
        "ranges",       "bounds",         "per",       "per_articles",
        "times_of_day", "dates",          "joints",    "fillers",
        "articles",     "pronouns",       "shy",       "negative",
        "changes",      "changes_behind", "not_units", "names",
        "silent",       "sounding",       NULL};
    Loading l = {vocabulary, {file, notes}};
    const ClYamlNode *root = cl_yaml_root(yaml);
    cl_data_check_keys(&l.data, root, keys);
    load_chinese(&l, root);
    load_english(&l, root);
    const ClYamlNode *phrases = cl_yaml_get(root, "phrases");
    for (size_t i = 0; phrases && i < phrases->count; i++)
        load_phrase(&l, phrases->items[i]);
    load_openers(&l, cl_yaml_get(root, "chinese"));
    load_ranges(&l, root);
    load_changes(&l, root);
    load_lists(&l, root);
    const ClYamlNode *silent = cl_data_list(&l.data, root, "silent");
    const ClYamlNode *sounding = cl_data_list(&l.data, root, "sounding");
    if (silent)
        cl_vocabulary_load_silence(vocabulary, silent, true);
    if (sounding)
        cl_vocabulary_load_silence(vocabulary, sounding, false);
}
