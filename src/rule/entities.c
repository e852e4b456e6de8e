/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reads lists of entities: a name and, below it, each entity with all its
 * spellings.  Several files may each hold a part of a list; no spelling
 * belongs to two entities of it, wherever they stand.
 */
#include "rule/entities.h"

#include "rule/facets.h"

#include <string.h>

static const char *const list_keys[] = {"list",
                                        "title",
                                        "entities",
                                        "fiscal_year_ends",
                                        "fiscal_years_vary",
                                        "part_of",
                                        "only",
                                        "variants",
                                        "trims",
                                        "plain",
                                        "own_unit",
                                        "counted_in",
                                        "money",
                                        NULL};

static const char *const word_keys[CL_LIST_WORDS] = {"only", "counted_in",
                                                     "money"};

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
    g_array_unref(list->labels);
    g_string_chunk_free(list->written);
    g_hash_table_unref(list->entities);
    g_hash_table_unref(list->spellings);
    g_clear_pointer(&list->uses, g_array_unref);
    g_array_unref(list->options);
    g_array_unref(list->full_names);
    g_ptr_array_unref(list->names);
    g_array_unref(list->terms);
    g_array_unref(list->variants);
    g_ptr_array_unref(list->families);
    g_hash_table_unref(list->shapes);
    g_array_unref(list->fiscal);
    g_array_unref(list->varies);
    g_array_unref(list->wholes);
    for (unsigned i = 0; i < CL_LIST_WORDS; i++)
        g_ptr_array_unref(list->words[i]);
    g_ptr_array_unref(list->own_unit);
    g_free(list);
}

GPtrArray *
cl_entity_lists_new(void)
{
    return g_ptr_array_new_with_free_func(free_list);
}

/* Where something was met first. */
typedef struct {
    const char *file; /* borrowed while rules are read */
    unsigned line;
    unsigned index; /* among the entities or spellings of the list */
} Place;

/* The place where key was met before; NULL where it is new to the table. */
static const Place *
met_before(const ClReader *reader,
           GHashTable *table,
           void *key,
           unsigned line,
           unsigned index)
{
    const Place *first = g_hash_table_lookup(table, key);
    if (first)
        return first;
    Place *place = g_new(Place, 1);
    *place = (Place){reader->file, line, index};
    g_hash_table_insert(table, key, place);
    return NULL;
}

int
cl_entities_index(const ClEntityList *list, const char *name)
{
    const Place *place = g_hash_table_lookup(list->entities, name);
    return place ? (int)place->index : -1;
}

static void
add_name(const ClReader *reader, const ClYamlNode *key, ClEntityList *list)
{
    char *name = g_strdup(key->text);
    const ClFacetOption option = {g_strdup(name), 1};
    const Place *first =
        met_before(reader, list->entities, name, key->line, list->names->len);
    g_ptr_array_add(list->names, name);
    g_array_append_val(list->options, option);
    if (first)
        cl_read_error(reader, key, "doubled-id",
                      "write all spellings of an entity in one place",
                      "entity '%s' is in list '%s' twice: first at %s:%u", name,
                      list->name, first->file, first->line);
}

/* A spelling that two entities share would make the figures of one those of
   the other. */
static void
add_spelling(const ClReader *reader,
             const ClRawTerm *term,
             const char *name,
             ClEntityList *list)
{
    const ClYamlNode at = {.line = term->line, .column = term->column};
    g_array_append_val(list->terms, *term);
    const Place *first = met_before(reader, list->spellings, term->word,
                                    term->line, list->terms->len - 1);
    if (first)
        cl_read_error(reader, &at, "doubled-term",
                      "remove one of the two; full-width, traditional and "
                      "upper case forms are the same term",
                      "'%s' of '%s' is in list '%s' twice: first at %s:%u",
                      term->word->text, name, list->name, first->file,
                      first->line);
}

/* '/(?<!人)格力(?!量)/': the word between what may not stand around it; its
   length, or 0 where it is not all that is sought. */
static size_t
word_of_regex(const char **at)
{
    const char *in = *at + 1;
    while (g_str_has_prefix(in, "(?<")) {
        in += strcspn(in, ")");
        in += *in == ')';
    }
    *at = in;
    const size_t length = strcspn(in, "()[]{}\\.*+?|^$/");
    return in[length] == '/' || g_str_has_prefix(in + length, "(?!") ||
                   g_str_has_prefix(in + length, "(?=")
               ? length
               : 0;
}

/* Keeps the first spelling of either script as it is written, which terms no
   longer are: Yum China, 百胜中国. */
static void
add_spelling_to_label(const char *word, ClEntityLabel *label, GStringChunk *in)
{
    const bool regex = *word == '/';
    const size_t length = regex ? word_of_regex(&word) : strlen(word);
    const bool han = (guchar)*word >= 0x80;
    const char **which = han ? &label->han : &label->latin;
    if (*which || length == 0)
        return;
    char *kept = g_string_chunk_insert_len(in, word, (gssize)length);
    if (regex && !han)
        *kept = g_ascii_toupper(*kept);
    *which = kept;
}

static void
add_label(const ClYamlNode *node, ClEntityList *list)
{
    const bool many = node->type == CL_YAML_LIST;
    const size_t count = many ? node->count : 1;
    ClEntityLabel label = {NULL, NULL};
    for (size_t i = 0; i < count && !(label.han && label.latin); i++) {
        const char *word = (many ? node->items[i] : node)->text;
        if (word)
            add_spelling_to_label(word, &label, list->written);
    }
    g_array_append_val(list->labels, label);
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
        add_label(map->items[i], list);
        cl_read_terms(reader, map->items[i], name, use, &sink);
        for (unsigned j = 0; j < terms->len; j++)
            add_spelling(reader, &g_array_index(terms, ClRawTerm, j), name,
                         list);
    }
}

static int
find_member(const ClEntityList *list, const char *name)
{
    const Place *place = g_hash_table_lookup(list->entities, name);
    return place ? (int)place->index : -1;
}

/* The entity that a node names; -1 with a note if the list has none so far. */
static int
read_member(const ClReader *reader,
            const ClYamlNode *at,
            const ClEntityList *list)
{
    const int member = at->text ? find_member(list, at->text) : -1;
    if (member < 0)
        cl_read_error(reader, at, "unknown-entity", NULL,
                      "the list has no '%s'", at->text ? at->text : "");
    return member;
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
        const int member = read_member(reader, map->keys[i], list);
        if (member >= 0)
            g_array_index(list->fiscal, int, member) = (int)cl_read_count(
                reader, map->items[i], map->keys[i]->text, 1, 12, 0);
    }
}

/* fiscal_years_vary: [toyota]: fiscal 2025 may end in 2025 or in 2026. */
static void
read_varying(const ClReader *reader, const ClYamlNode *node, ClEntityList *list)
{
    g_array_set_size(list->varies, list->names->len);
    if (!node)
        return;
    g_autoptr(GPtrArray) names =
        cl_read_texts(reader, node, "fiscal_years_vary");
    for (guint i = 0; i < names->len; i++) {
        const int member = read_member(reader, names->pdata[i], list);
        if (member >= 0)
            g_array_index(list->varies, int, member) = 1;
    }
}

/* part_of: {yum-china: [kfc, pizza-hut]} */
static void
read_parts(const ClReader *reader, const ClYamlNode *map, ClEntityList *list)
{
    g_array_set_size(list->wholes, list->names->len);
    if (!map || !cl_read_is(reader, map, CL_YAML_MAP, "part_of",
                            "write each as 'yum-china: [kfc, pizza-hut]'"))
        return;
    for (size_t i = 0; i < map->count; i++) {
        const int whole = read_member(reader, map->keys[i], list);
        g_autoptr(GPtrArray) parts =
            cl_read_texts(reader, map->items[i], map->keys[i]->text);
        for (guint j = 0; whole >= 0 && j < parts->len; j++) {
            const int part = read_member(reader, parts->pdata[j], list);
            if (part >= 0)
                g_array_index(list->wholes, int, part) = whole + 1;
        }
    }
}

/* only: {new-energy: [nio, xpeng]}, counted_in: {users: [wechat]}, money: {JPY:
   [sony]}: out holds of each member the word it stands behind. */
static void
read_words_of(const ClReader *reader,
              const ClYamlNode *map,
              const char *key,
              const ClEntityList *list,
              GPtrArray *out)
{
    g_autofree char *hint = g_strdup_printf(
        "write each as in '%s: {some-word: [nio, xpeng]}'", key);
    g_ptr_array_set_size(out, (int)list->names->len);
    if (!map || !cl_read_is(reader, map, CL_YAML_MAP, key, hint))
        return;
    for (size_t i = 0; i < map->count; i++) {
        const char *word = map->keys[i]->text;
        g_autoptr(GPtrArray) members =
            cl_read_texts(reader, map->items[i], word);
        for (guint j = 0; j < members->len; j++) {
            const int member = read_member(reader, members->pdata[j], list);
            if (member < 0)
                continue;
            g_free(out->pdata[member]);
            out->pdata[member] = g_strdup(word);
        }
    }
}

/* variants: [Pro, Pro Max], or trims: of a car; plain: [标准版] */
static void
read_variants(const ClReader *reader,
              const ClYamlNode *node,
              ClEntityList *list)
{
    static const struct {
        const char *key;
        ClVariantKind kind;
    } keys[] = {{"variants", CL_VARIANT_MODEL},
                {"trims", CL_VARIANT_TRIM},
                {"plain", CL_VARIANT_PLAIN}};
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        const ClYamlNode *words = cl_yaml_get(node, keys[i].key);
        const ClTermUse use = {0, CL_ROLE_VARIANT, 0, (uint16_t)keys[i].kind};
        ClTermSink sink = {list->variants, NULL};
        if (words)
            cl_read_terms(reader, words, keys[i].key, use, &sink);
    }
}

/* own_unit: [小米, Xiaomi], a name under which other things are made too */
static void
read_own_unit(const ClReader *reader,
              const ClYamlNode *node,
              ClEntityList *list)
{
    const ClTermUse use = {0, CL_ROLE_SUBJECT, 0, 0};
    g_autoptr(GArray) terms = cl_raw_terms_new();
    ClTermSink sink = {terms, NULL};
    if (node)
        cl_read_terms(reader, node, "own_unit", use, &sink);
    for (unsigned i = 0; i < terms->len; i++) {
        const ClRawTerm *term = &g_array_index(terms, ClRawTerm, i);
        const ClYamlNode at = {.line = term->line, .column = term->column};
        if (!g_hash_table_contains(list->spellings, term->word))
            cl_read_error(reader, &at, "unknown-entity", NULL,
                          "the list has no spelling '%s'", term->word->text);
        g_ptr_array_add(list->own_unit, term->word);
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
    list->names = g_ptr_array_new_with_free_func(g_free);
    list->entities =
        g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    list->spellings = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    list->options = cl_facet_options_new();
    list->full_names = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    list->terms = cl_raw_terms_new();
    list->variants = cl_raw_terms_new();
    list->families = g_ptr_array_new_with_free_func(g_free);
    list->shapes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    list->fiscal = g_array_new(FALSE, TRUE, sizeof(int));
    list->varies = g_array_new(FALSE, TRUE, sizeof(int));
    list->wholes = g_array_new(FALSE, TRUE, sizeof(int));
    list->labels = g_array_new(FALSE, TRUE, sizeof(ClEntityLabel));
    list->written = g_string_chunk_new(4096);
    for (unsigned i = 0; i < CL_LIST_WORDS; i++)
        list->words[i] = g_ptr_array_new_with_free_func(g_free);
    list->own_unit = g_ptr_array_new();
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
    read_varying(reader, cl_yaml_get(node, "fiscal_years_vary"), list);
    read_parts(reader, cl_yaml_get(node, "part_of"), list);
    for (unsigned i = 0; i < CL_LIST_WORDS; i++)
        read_words_of(reader, cl_yaml_get(node, word_keys[i]), word_keys[i],
                      list, list->words[i]);
    read_variants(reader, node, list);
    read_own_unit(reader, cl_yaml_get(node, "own_unit"), list);
}

ClEntityList *
cl_entities_find(const ClReader *reader, const ClYamlNode *at)
{
    const char *name = cl_read_text(reader, at, "entity");
    if (!name)
        return NULL;
    ClEntityList *list = find_list(reader->lists, name);
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

static bool
is_variant(const ClEntityList *list, const char *text)
{
    for (guint i = 0; i < list->variants->len; i++)
        if (strcmp(text,
                   g_array_index(list->variants, ClRawTerm, i).word->text) == 0)
            return true;
    return false;
}

/* 17 pro of 小米17 pro, 001 of 极氪001: a number and what makes another model of
   it, or one that counts nothing. */
static const char *
find_number(const ClEntityList *list, const char *text)
{
    enum { SHORTEST = 3 };
    const char *at = text;
    while (*at && !g_ascii_isdigit(*at))
        at++;
    const size_t digits = strspn(at, "0123456789");
    if (at == text || !digits || g_ascii_isalpha(at[-1]))
        return NULL;
    const bool named = *at == '0' && digits >= SHORTEST && !at[digits];
    return named || (at[digits] == ' ' && is_variant(list, at + digits + 1))
               ? at
               : NULL;
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

/*
 * The end of a spelling that names the model alone, P7 of 小鹏P7 or 17 Pro of 小米
 * 17 Pro: from its first word of letters and digits on, or a number that a
 * variant follows, unless that is a spelling itself.
 * maker is what stands before it, its first word.
 */
static const char *
short_name(const ClReader *reader,
           const ClEntityList *list,
           const ClTermText *word,
           char **maker)
{
    const char *code = word->regex ? NULL : find_code(word->text);
    if (!code && !word->regex)
        code = find_number(list, word->text);
    if (!code)
        return NULL;
    g_autofree char *first = first_word(word->text, code);
    const ClTermText *spelt = cl_term_texts_find(reader->texts, code, false);
    if ((spelt && g_hash_table_contains(list->spellings, spelt)) ||
        g_utf8_strlen(first, -1) < 2)
        return NULL;
    *maker = g_steal_pointer(&first);
    return code;
}

/* ---- Uses --------------------------------------------------------------- */

static void
add_use(ClEntityList *list, ClRawTerm term, ClRole role)
{
    term.use.role = (uint8_t)role;
    g_array_append_val(list->uses, term);
}

/* Once for each entity: two of its spellings may leave the same. */
static void
add_part(const ClReader *reader,
         ClEntityList *list,
         const char *text,
         ClRawTerm term,
         ClRole role,
         GHashTable *added)
{
    term.word = cl_term_texts_get(reader->texts, text, false);
    g_autofree char *key = g_strdup_printf(
        "%u%c%s", term.use.option, role == CL_ROLE_SHORT ? '=' : '@', text);
    if (g_hash_table_add(added, g_steal_pointer(&key)))
        add_use(list, term, role);
}

/* 小鹏P7 is P7 too where 小鹏 is named. */
static void
add_short_name(const ClReader *reader,
               ClEntityList *list,
               ClRawTerm term,
               GHashTable *added)
{
    g_autofree char *maker = NULL;
    const char *code = short_name(reader, list, term.word, &maker);
    if (!code)
        return;
    add_part(reader, list, code, term, CL_ROLE_SHORT, added);
    add_part(reader, list, maker, term, CL_ROLE_MAKER, added);
}

const GArray *
cl_entities_uses(const ClReader *reader, ClEntityList *list)
{
    if (list->uses)
        return list->uses;
    g_autoptr(GHashTable) added =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    list->uses = cl_raw_terms_new();
    g_ptr_array_set_size(list->families, (int)list->names->len);
    for (size_t i = 0; i < list->terms->len; i++) {
        const ClRawTerm term = g_array_index(list->terms, ClRawTerm, i);
        add_short_name(reader, list, term, added);
        if (list->variants->len)
            cl_entities_learn_family(reader, list, term, added);
        add_use(list, term, CL_ROLE_SUBJECT);
        add_use(list, term, CL_ROLE_FACET);
    }
    g_array_append_vals(list->uses, list->variants->data, list->variants->len);
    return list->uses;
}
