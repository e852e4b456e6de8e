/* SPDX-License-Identifier: Apache-2.0 */
/*
 * 小米18: a model that no list has.  From 小米17 and its name xiaomi-17 the list
 * knows that 小米 and two digits are a model of the family xiaomi; words behind
 * the code that make another model of it (Pro Max) are part of the name.  The
 * name is the same in any script, so that figures of such a model meet.
 */
#include "rule/entities.h"
#include "rule/set.h"

#include <string.h>

enum { LONGEST_CODE = 8 };

/* ---- What a code is ---------------------------------------------------------- */

static size_t
word_length(const char *text)
{
    size_t length = 0;
    while (g_ascii_isalnum(text[length]))
        length++;
    return length;
}

static bool
is_number(const char *code, size_t length)
{
    return strspn(code, "0123456789") >= length;
}

/* x300 and x9 -> x#, 17 -> 99: letters tell a code, digits alone how many there
   are; NULL if no digit is in the word. */
static char *
shape_of(const char *word, size_t length)
{
    const bool number = is_number(word, length);
    GString *shape = g_string_new(NULL);
    bool digit = false;
    for (size_t i = 0; i < length; i++) {
        const bool before = i > 0 && g_ascii_isdigit(word[i - 1]);
        digit |= g_ascii_isdigit(word[i]);
        if (!g_ascii_isdigit(word[i]))
            g_string_append_c(shape, word[i]);
        else if (number || !before)
            g_string_append_c(shape, number ? '9' : '#');
    }
    char *made = g_string_free(shape, FALSE);
    if (!digit)
        g_clear_pointer(&made, g_free);
    return made;
}

/* 17-pro-max, 14-pro-plus */
static char *
slug_of(const char *tail, size_t length)
{
    GString *slug = g_string_new(NULL);
    for (size_t i = 0; i < length; i++)
        if (tail[i] == '+')
            g_string_append(slug, "-plus");
        else
            g_string_append_c(slug, tail[i] == ' ' ? '-' : tail[i]);
    return g_string_free(slug, FALSE);
}

/* ---- Learning ------------------------------------------------------------------ */

/* The first word with a digit in it that has something before it. */
static const char *
find_tail(const char *text)
{
    for (const char *at = text; *at;) {
        const size_t length = word_length(at);
        g_autofree char *shape = length ? shape_of(at, length) : NULL;
        if (shape && at > text)
            return strchr("(.-", at[-1]) ? NULL : at;
        at += MAX(length, 1);
    }
    return NULL;
}

/* xiaomi of xiaomi-17-pro, for 17-pro; NULL if the name ends otherwise. */
static char *
family_of(const char *name, const char *slug)
{
    const size_t length = strlen(name), tail = strlen(slug);
    if (!g_str_has_suffix(name, slug) ||
        (length > tail && name[length - tail - 1] != '-'))
        return NULL;
    return g_strndup(name, length > tail ? length - tail - 1 : 0);
}

static void
add_family_use(const ClReader *reader,
               ClEntityList *list,
               ClRawTerm term,
               const char *words,
               const char *family,
               GHashTable *added)
{
    g_autofree char *key = g_strdup_printf("%s^%s", words, family);
    if (!g_hash_table_add(added, g_steal_pointer(&key)))
        return;
    term.word = cl_term_texts_get(reader->texts, words, false);
    term.use.role = CL_ROLE_FAMILY;
    g_array_append_val(list->uses, term);
}

void
cl_entities_learn_family(const ClReader *reader,
                         ClEntityList *list,
                         ClRawTerm term,
                         GHashTable *added)
{
    enum { SHORTEST = 2 };
    const char *text = term.word->text;
    const char *tail = term.word->regex ? NULL : find_tail(text);
    if (!tail || word_length(tail) > LONGEST_CODE)
        return;
    const unsigned entity = term.use.option;
    g_autofree char *slug = slug_of(tail, strlen(tail));
    g_autofree char *family = family_of(list->names->pdata[entity], slug);
    g_autofree char *words = g_strchomp(g_strndup(text, (size_t)(tail - text)));
    if (!family || g_utf8_strlen(words, -1) < SHORTEST)
        return;
    g_autofree char *shape = shape_of(tail, word_length(tail));
    g_hash_table_add(list->shapes, g_strdup_printf("%s|%s", family, shape));
    add_family_use(reader, list, term, words, family, added);
    g_free(list->families->pdata[entity]);
    list->families->pdata[entity] = g_steal_pointer(&family);
}

/* ---- Reading ------------------------------------------------------------------ */

/* 's, 全新: what may stand before a code. */
static size_t
skip_to_code(const char *behind)
{
    static const char *const words[] = {"'s ",  "新一代", "全新",
                                        "新款", "新",     "new "};
    size_t at = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_str_has_prefix(behind + at, words[i]))
            at += strlen(words[i]);
    return at + (behind[at] == ' ');
}

/* The end of the longest word of another model that stands at a byte, or 0. */
static size_t
variant_end(const ClEntityList *list, const char *text, size_t at)
{
    size_t longest = 0;
    for (unsigned i = 0; i < list->variants->len; i++) {
        const ClRawTerm *term = &g_array_index(list->variants, ClRawTerm, i);
        const char *word = term->word->text;
        const size_t length = strlen(word);
        if (term->use.option == CL_VARIANT_MODEL && length > longest &&
            g_str_has_prefix(text + at, word) &&
            !g_ascii_isalnum(text[at + length]))
            longest = length;
    }
    return longest ? at + longest : 0;
}

static size_t
skip_variants(const ClEntityList *list, const char *text, size_t at)
{
    for (;;) {
        at += text[at] == '+';
        const size_t start = at + (text[at] == ' ');
        const size_t end = variant_end(list, text, start);
        if (!end)
            return at;
        at = end;
    }
}

/* 小米17.3%, 小米17,000: the digits go on. */
static bool
goes_on(const char *behind)
{
    return *behind == '%' ||
           (*behind && strchr(".,:-/", *behind) && g_ascii_isdigit(behind[1]));
}

static int
find_name(const ClEntityList *list, const char *name)
{
    for (guint i = 0; i < list->names->len; i++)
        if (strcmp(list->names->pdata[i], name) == 0)
            return (int)i;
    return -1;
}

/* Whether the family has codes of that shape: of a number two digits at
   least. */
static bool
has_shape(const ClEntityList *list,
          const char *family,
          const char *code,
          size_t length)
{
    enum { SHORTEST_NUMBER = 2 };
    g_autofree char *shape = shape_of(code, length);
    if (!shape || (is_number(code, length) && length < SHORTEST_NUMBER))
        return false;
    g_autofree char *key = g_strdup_printf("%s|%s", family, shape);
    return g_hash_table_contains(list->shapes, key);
}

static ClModel
read_tail(const ClRule *rule, unsigned entity, const char *behind)
{
    const ClEntityList *list = rule->list;
    const char *family = list->families->pdata[entity];
    ClModel model = {.code = skip_to_code(behind), .like = UINT32_MAX};
    const char *code = behind + model.code;
    const size_t length = word_length(code);
    if (!length || length > LONGEST_CODE || !family ||
        !has_shape(list, family, code, length))
        return model;
    model.is_number = is_number(code, length);
    model.end = skip_variants(list, behind, model.code + length);
    if (goes_on(behind + model.end))
        return model;
    g_autofree char *slug = slug_of(code, model.end - model.code);
    model.name =
        *family ? g_strdup_printf("%s-%s", family, slug) : g_strdup(slug);
    const int known = find_name(list, model.name);
    model.listed = known >= 0;
    model.like = g_array_index(rule->full_names, uint32_t,
                               known < 0 ? entity : (unsigned)known);
    return model;
}

ClModel
cl_rule_set_read_model(const ClRuleSet *rules,
                       uint32_t rule,
                       uint32_t family,
                       const char *behind)
{
    size_t count;
    ClModel model = {.like = UINT32_MAX};
    const ClTermUse *uses = cl_rule_set_uses_of(rules, family, rule, &count);
    for (size_t i = 0; i < count && model.like == UINT32_MAX; i++)
        if (uses[i].role == CL_ROLE_FAMILY)
            model =
                read_tail(cl_rule_set_get(rules, rule), uses[i].option, behind);
    return model;
}
