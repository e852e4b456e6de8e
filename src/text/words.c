/* SPDX-License-Identifier: Apache-2.0 */

/*
 * text.yaml becomes lists to look words up in.  They are constants: made by
 * the first caller, then only read, so any thread may ask (by pthread_once,
 * which ThreadSanitizer knows, as it does not know g_once).
 */

#include "text/words.h"

#include "text/text.h"

#include <pthread.h>
#include <string.h>

#define LONGEST 64

typedef struct {
    GHashTable *set;           /* of char *, folded */
    GPtrArray *words;          /* the same in the file's order */
    GPtrArray *by_letter[256]; /* the same by first byte */
} List;

static const char *const names[CL_WORDS_COUNT] = {
    [CL_WORDS_FURNITURE] = "furniture",
    [CL_WORDS_HTML_FURNITURE] = "html_furniture",
    [CL_WORDS_NAVIGATION] = "navigation",
    [CL_WORDS_WRITERS] = "writers",
    [CL_WORDS_STAFF] = "staff",
    [CL_WORDS_SIGNED] = "signed",
    [CL_WORDS_SOURCES] = "sources",
    [CL_WORDS_DATED] = "dated",
    [CL_WORDS_MONTHS] = "months",
    [CL_WORDS_ABBREVIATIONS] = "abbreviations",
    [CL_WORDS_NUMBERS] = "number_words",
    [CL_WORDS_LEAD_INS] = "lead_ins",
    [CL_WORDS_UNIT_LINES] = "unit_lines",
    [CL_WORDS_TABLE_RATES] = "table_rates",
    [CL_WORDS_TABLE_RATIOS] = "table_ratios",
    [CL_WORDS_TABLE_COUNTS] = "table_counts",
    [CL_WORDS_LABEL_FILLERS] = "label_fillers",
    [CL_WORDS_SUMS_BEFORE] = "sums_before",
    [CL_WORDS_SUMS_BEHIND] = "sums_behind",
    [CL_WORDS_HYPHENATED] = "hyphenated",
    [CL_WORDS_YEAR_AGO] = "year_ago",
    [CL_WORDS_TABLE_VALUES] = "table_values",
    [CL_WORDS_SHORT_NUMBERS] = "short_number_words",
};

static void
fill_list(List *list, const ClYamlNode *node)
{
    list->set = g_hash_table_new(g_str_hash, g_str_equal);
    list->words = g_ptr_array_new();
    for (size_t i = 0; node && i < node->count; i++) {
        const char *word = node->items[i]->text;
        /* a blank around ' > ' matters, and folding would trim it */
        char *kept = *word == ' ' ? g_strdup(word) : cl_fold_term(word);
        g_hash_table_add(list->set, kept);
        g_ptr_array_add(list->words, kept);
        GPtrArray **letter = &list->by_letter[(guchar)*kept];
        if (!*letter)
            *letter = g_ptr_array_new();
        g_ptr_array_add(*letter, kept);
    }
}

static List lists[CL_WORDS_COUNT];

static void
load_lists(void)
{
    g_autoptr(ClYaml) yaml = cl_data_read("text.yaml");
    g_assert(yaml);
    for (size_t i = 0; i < CL_WORDS_COUNT; i++) {
        const ClYamlNode *node = cl_yaml_get(cl_yaml_root(yaml), names[i]);
        g_assert(node && node->type == CL_YAML_LIST);
        fill_list(&lists[i], node);
    }
}

static const List *
get_list(ClWordList list)
{
    static pthread_once_t loaded = PTHREAD_ONCE_INIT;
    pthread_once(&loaded, load_lists);
    return &lists[list];
}

bool
cl_words_has(ClWordList list, const char *word, size_t length)
{
    if (!length || length >= LONGEST ||
        !get_list(list)->by_letter[(guchar)*word])
        return false;
    char key[LONGEST];
    memcpy(key, word, length);
    key[length] = 0;
    return g_hash_table_contains(get_list(list)->set, key);
}

bool
cl_words_may_begin(ClWordList list, gunichar first)
{
    char letters[6];
    const size_t length = (size_t)g_unichar_to_utf8(first, letters);
    const GPtrArray *words = get_list(list)->by_letter[(guchar)letters[0]];
    for (guint i = 0; words && i < words->len; i++)
        if (strncmp(words->pdata[i], letters, length) == 0)
            return true;
    return false;
}

int
cl_words_prefix(ClWordList list, const char *text, size_t length)
{
    const List *found = get_list(list);
    const GPtrArray *words = length ? found->by_letter[(guchar)*text] : NULL;
    for (guint i = 0; words && i < words->len; i++) {
        const char *word = words->pdata[i];
        const size_t size = strlen(word);
        if (size > length || memcmp(word, text, size) != 0)
            continue;
        for (guint at = 0; at < found->words->len; at++) {
            if (found->words->pdata[at] == word)
                return (int)at;
        }
    }
    return -1;
}

bool
cl_words_starts(ClWordList list, const char *text, ClSpan span)
{
    g_auto(ClFolded) folded;
    cl_folded_init(&folded);
    cl_fold_text(text + span.start, span.end - span.start, &folded);
    const size_t mark = strspn(folded.text->str, "(*_ ");
    return cl_words_prefix(list, folded.text->str + mark,
                           folded.text->len - mark) >= 0;
}

bool
cl_words_within(ClWordList list, const char *text)
{
    const GPtrArray *words = get_list(list)->words;
    for (guint i = 0; i < words->len; i++) {
        if (strstr(text, words->pdata[i]))
            return true;
    }
    return false;
}

bool
cl_words_end(ClWordList list, const char *text)
{
    const GPtrArray *words = get_list(list)->words;
    for (guint i = 0; i < words->len; i++)
        if (g_str_has_suffix(text, words->pdata[i]))
            return true;
    return false;
}

bool
cl_sum_before(const char *text)
{
    g_autofree char *words = g_strdup(text);
    return cl_words_end(CL_WORDS_SUMS_BEFORE, g_strchomp(words));
}

bool
cl_sum_behind(const char *text)
{
    const size_t blank = strspn(text, " ");
    return cl_words_prefix(CL_WORDS_SUMS_BEHIND, text + blank,
                           strlen(text + blank)) >= 0;
}

int
cl_words_abbreviated(ClWordList list, const char *word)
{
    const GPtrArray *words = get_list(list)->words;
    for (guint i = 0; i < words->len; i++) {
        if (g_str_has_prefix(words->pdata[i], word))
            return (int)i;
    }
    return -1;
}
