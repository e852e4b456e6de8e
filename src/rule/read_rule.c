/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Turns a map of a rule file into a draft of a rule.  What is absent gets the
 * default an editor would want; what is wrong is told and left out.
 */
#include "rule/draft.h"
#include "rule/entities.h"
#include "rule/facets.h"
#include "rule/regex.h"
#include "rule/units.h"
#include "text/text.h"

#include <string.h>

static const char *const rule_keys[] = {
    "id",        "title",     "why",       "ask",      "subject",
    "measure",   "unit",      "facets",    "same",     "apart",
    "assume",    "require",   "carry",     "gap",      "exclude",
    "patterns",  "tolerance", "over_time", "wording",  "time",
    "relations", "examples",  "type",      "negative", "confused_with",
    "unsaid",    "growth_of", "listed",    "telling",  "scope",
    NULL};

/* A slip of the pen needs to know whose figures may be held together, no more:
   what they measure, the text need not say. */
static const char *const slip_keys[] = {"id",      "type",     "title", "why",
                                        "ask",     "subject",  "unit",  "carry",
                                        "exclude", "examples", NULL};

enum { ID_BYTES = 64, DEFAULT_GAP = 20, DEFAULT_CARRY = 1 };

void
cl_draft_free(void *data)
{
    ClDraft *draft = data;
    cl_rule_free(draft->rule);
    g_array_unref(draft->terms);
    g_free(draft);
}

/* The value of a key a rule must have; NULL after an error. */
static const ClYamlNode *
require(const ClReader *reader,
        const ClYamlNode *node,
        const char *key,
        const char *hint)
{
    const ClYamlNode *value = cl_yaml_get(node, key);
    if (!value)
        cl_read_error(reader, node, "missing-key", hint, "the rule has no '%s'",
                      key);
    return value;
}

/* ---- id, title, why, ask ----------------------------------------------- */

/* yu7-orders: small letters and digits, single hyphens between. */
static bool
is_kebab(const char *id)
{
    bool hyphen = true;
    for (const char *p = id; *p; p++) {
        const bool is_hyphen = *p == '-';
        if (!(is_hyphen ? !hyphen : g_ascii_islower(*p) || g_ascii_isdigit(*p)))
            return false;
        hyphen = is_hyphen;
    }
    return !hyphen && strlen(id) <= ID_BYTES;
}

static void
read_id(const ClReader *reader, const ClYamlNode *node, ClDraft *draft)
{
    const ClYamlNode *value =
        require(reader, node, "id", "add a name such as 'id: yu7-orders'");
    const char *id = value ? cl_read_text(reader, value, "id") : NULL;
    if (!id)
        return;
    if (!is_kebab(id)) {
        cl_read_error(reader, value, "bad-value",
                      "use small letters, digits and single hyphens, at most "
                      "64: yu7-orders",
                      "'%s' cannot be an id", id);
        return;
    }
    draft->rule->id = g_strdup(id);
    draft->id_line = value->line;
    draft->id_column = value->column;
}

static char *
read_optional(const ClReader *reader, const ClYamlNode *node, const char *key)
{
    const ClYamlNode *value = cl_yaml_get(node, key);
    return value ? g_strdup(cl_read_text(reader, value, key)) : NULL;
}

static void
read_title(const ClReader *reader, const ClYamlNode *node, ClRule *rule)
{
    const ClYamlNode *value =
        require(reader, node, "title",
                "add the words a report calls it by: 'title: YU7 订单量'");
    rule->title = value ? g_strdup(cl_read_text(reader, value, "title")) : NULL;
    rule->why = read_optional(reader, node, "why");
    rule->ask = read_optional(reader, node, "ask");
}

/* ---- subject, measure, exclude ----------------------------------------- */

static void
read_terms_as(const ClReader *reader,
              const ClYamlNode *value,
              const char *key,
              ClTermUse use,
              ClDraft *draft)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    ClTermSink sink = {draft->terms, seen};
    cl_read_terms(reader, value, key, use, &sink);
}

static void
read_terms(const ClReader *reader,
           const ClYamlNode *value,
           const char *key,
           ClRole role,
           ClDraft *draft)
{
    const ClTermUse use = {0, (uint8_t)role, 0, 0};
    read_terms_as(reader, value, key, use, draft);
}

/* Who of the list it is becomes a facet that parts facts.  The list's terms
   are not copied: lists are long, and many rules ask for one. */
static void
add_entities(const ClReader *reader, ClEntityList *list, ClDraft *draft)
{
    ClFacet *facet = cl_facet_new_of("entity", list->options);
    facet->role = CL_FACET_PARTS;
    facet->from_subject = true;
    draft->rule->list = list;
    draft->list_facet = (uint8_t)draft->rule->facets->len;
    g_ptr_array_add(draft->rule->facets, facet);
    cl_entities_uses(reader, list);
}

static void
read_entities(const ClReader *reader, const ClYamlNode *map, ClDraft *draft)
{
    static const char *const keys[] = {"entity", NULL};
    cl_read_keys(reader, map, keys);
    ClEntityList *list = cl_entities_find(reader, cl_yaml_get(map, "entity"));
    if (list)
        add_entities(reader, list, draft);
}

static void
read_subject(const ClReader *reader, const ClYamlNode *node, ClDraft *draft)
{
    const ClYamlNode *value = require(
        reader, node, "subject", "add whose figure it is: 'subject: [YU7]'");
    if (!value)
        return;
    if (cl_yaml_get(value, "entity"))
        read_entities(reader, value, draft);
    else
        read_terms(reader, value, "subject", CL_ROLE_SUBJECT, draft);
}

/* For each excluded term the roles, as bits, that it has besides. */
static GHashTable *
list_excluded(const ClDraft *draft)
{
    GHashTable *roles = g_hash_table_new(NULL, NULL);
    for (size_t i = 0; i < draft->terms->len; i++) {
        const ClRawTerm *term = &g_array_index(draft->terms, ClRawTerm, i);
        if (term->use.role == CL_ROLE_EXCLUDE)
            g_hash_table_insert(roles, term->word, NULL);
    }
    for (size_t i = 0; i < draft->terms->len && g_hash_table_size(roles); i++) {
        const ClRawTerm *term = &g_array_index(draft->terms, ClRawTerm, i);
        void *known = NULL;
        if (term->use.role != CL_ROLE_EXCLUDE &&
            g_hash_table_lookup_extended(roles, term->word, NULL, &known))
            g_hash_table_insert(roles, term->word,
                                GUINT_TO_POINTER(GPOINTER_TO_UINT(known) |
                                                 1u << term->use.role));
    }
    return roles;
}

static bool
is_entity(const ClDraft *draft, const ClTermText *word)
{
    const ClEntityList *list = draft->rule->list;
    return list && g_hash_table_contains(list->spellings, word);
}

static bool
excludes_some(const ClDraft *draft)
{
    for (size_t i = 0; i < draft->terms->len; i++)
        if (g_array_index(draft->terms, ClRawTerm, i).use.role ==
            CL_ROLE_EXCLUDE)
            return true;
    return false;
}

static void
check_excluded(const ClReader *reader, const ClDraft *draft)
{
    if (!excludes_some(draft)) /* as most: no table need be made */
        return;
    g_autoptr(GHashTable) roles = list_excluded(draft);
    for (size_t i = 0; i < draft->terms->len; i++) {
        const ClRawTerm *term = &g_array_index(draft->terms, ClRawTerm, i);
        if (term->use.role != CL_ROLE_EXCLUDE)
            continue;
        const unsigned others =
            GPOINTER_TO_UINT(g_hash_table_lookup(roles, term->word));
        const bool subject =
            others >> CL_ROLE_SUBJECT & 1 || is_entity(draft, term->word);
        if (!subject && !(others >> CL_ROLE_MEASURE & 1))
            continue;
        const ClYamlNode at = {.line = term->line, .column = term->column};
        cl_read_error(reader, &at, "doubled-term",
                      "remove it from one of the two",
                      "'%s' is in '%s' and in 'exclude'", term->word->text,
                      subject ? "subject" : "measure");
    }
}

/* A measure below zero is a measure too. */
static void
read_negative(const ClReader *reader, const ClYamlNode *node, ClDraft *draft)
{
    const unsigned before = draft->terms->len;
    read_terms(reader, node, "negative", CL_ROLE_NEGATIVE, draft);
    for (unsigned i = before, end = draft->terms->len; i < end; i++) {
        ClRawTerm term = g_array_index(draft->terms, ClRawTerm, i);
        term.use.role = CL_ROLE_MEASURE;
        g_array_append_val(draft->terms, term);
    }
}

static void
read_all_terms(const ClReader *reader, const ClYamlNode *node, ClDraft *draft)
{
    const ClYamlNode *measure = cl_yaml_get(node, "measure");
    const ClYamlNode *negative = cl_yaml_get(node, "negative");
    const ClYamlNode *exclude = cl_yaml_get(node, "exclude");
    read_subject(reader, node, draft);
    draft->rule->subject_is_measure = !measure && !draft->rule->slips;
    if (measure)
        read_terms(reader, measure, "measure", CL_ROLE_MEASURE, draft);
    if (negative)
        read_negative(reader, negative, draft);
    if (exclude)
        read_terms(reader, exclude, "exclude", CL_ROLE_EXCLUDE, draft);
    check_excluded(reader, draft);
}

static void
read_unit(const ClReader *reader, const ClYamlNode *node, ClRule *rule)
{
    const ClYamlNode *value =
        require(reader, node, "unit",
                "add what is counted or measured: 'unit: 辆', 'unit: \"%\"'");
    if (value)
        cl_read_units(reader, value, rule);
}

/* ---- tolerance, over_time, patterns ------------------------------------ */

static bool
parse_share(const char *text, ClNumber *out)
{
    g_autofree char *number = g_strdup(text);
    const size_t length = strlen(number);
    const bool percent = length && number[length - 1] == '%';
    if (percent)
        number[length - 1] = '\0';
    if (!cl_number_parse(g_strstrip(number), out) || !cl_number_valid(*out))
        return false;
    if (percent)
        *out = cl_number_shift(*out, -2);
    return cl_number_sign(*out) >= 0 &&
           cl_number_compare(*out, cl_number_make(1, 0)) <= 0;
}

static void
read_tolerance(const ClReader *reader, const ClYamlNode *value, ClRule *rule)
{
    ClNumber tolerance = rule->tolerance;
    const char *text = cl_read_text(reader, value, "tolerance");
    if (!text)
        return;
    if (parse_share(text, &tolerance))
        rule->tolerance = tolerance;
    else
        cl_read_error(reader, value, "bad-value", "write 5% or 0.05",
                      "'tolerance' must be from 0 to 1 (0%% to 100%%), not "
                      "'%s'",
                      text);
}

/* Which of names a key has; the first after an error or where it is absent. */
static unsigned
read_choice(const ClReader *reader,
            const ClYamlNode *node,
            const char *key,
            const char *const *names)
{
    const ClYamlNode *value = cl_yaml_get(node, key);
    const char *text = value ? cl_read_text(reader, value, key) : NULL;
    if (!text)
        return 0;
    for (unsigned i = 0; names[i]; i++)
        if (strcmp(names[i], text) == 0)
            return i;
    g_autofree char *what = g_strdup_printf("value of '%s'", key);
    cl_read_unknown(reader, value, "bad-value", what, text, names);
    return 0;
}

/* Slashes around a pattern are taken off, as they are around a term. */
static char *
strip_slashes(const char *text)
{
    const size_t length = strlen(text);
    if (length > 2 && text[0] == '/' && text[length - 1] == '/')
        return g_strndup(text + 1, length - 2);
    return g_strdup(text);
}

static void
read_patterns(const ClReader *reader, const ClYamlNode *value, ClRule *rule)
{
    g_autoptr(GPtrArray) texts = cl_read_texts(reader, value, "patterns");
    for (size_t i = 0; i < texts->len; i++) {
        const ClYamlNode *node = texts->pdata[i];
        g_autofree char *source = strip_slashes(node->text);
        g_autofree char *mistake = cl_regex_check_pattern(source);
        if (mistake) {
            cl_read_error(reader, node, "bad-regex",
                          "a pattern is a PCRE2 regular expression with "
                          "{quantity} where the figure stands",
                          "bad pattern: %s", mistake);
            continue;
        }
        ClPattern *pattern = g_new0(ClPattern, 1);
        pattern->source = g_steal_pointer(&source);
        pattern->line = node->line;
        pattern->column = node->column;
        g_ptr_array_add(rule->patterns, pattern);
    }
}

/* A pack may be used without the one in which the other rule is, so that an id
   of no rule is no mistake. */
static void
read_confused(const ClReader *reader, const ClYamlNode *value, ClRule *rule)
{
    g_autoptr(GPtrArray) texts = cl_read_texts(reader, value, "confused_with");
    for (guint i = 0; i < texts->len; i++) {
        const ClYamlNode *node = texts->pdata[i];
        if (is_kebab(node->text) && g_strcmp0(node->text, rule->id) != 0)
            g_ptr_array_add(rule->confused_with, g_strdup(node->text));
        else
            cl_read_error(reader, node, "bad-value",
                          "name other rules by their ids: [yu7-deliveries]",
                          "'%s' is no other rule's id", node->text);
    }
}

/* As with confused_with, the other rule need not be there. */
static void
read_growth_of(const ClReader *reader, const ClYamlNode *value, ClRule *rule)
{
    const char *id = cl_read_text(reader, value, "growth_of");
    if (id && is_kebab(id) && g_strcmp0(id, rule->id) != 0)
        rule->growth_of = g_strdup(id);
    else if (id)
        cl_read_error(reader, value, "bad-value",
                      "name another rule by its id: yu7-deliveries",
                      "'%s' is no other rule's id", id);
}

/* Asked for where a figure stands, never searched for. */
static void
read_unsaid(const ClReader *reader, const ClYamlNode *value, ClRule *rule)
{
    g_autoptr(GPtrArray) texts = cl_read_texts(reader, value, "unsaid");
    for (guint i = 0; i < texts->len; i++) {
        const ClYamlNode *node = texts->pdata[i];
        g_ptr_array_add(rule->unsaid, cl_fold_term(node->text));
    }
}

static void
read_settings(const ClReader *reader, const ClYamlNode *node, ClRule *rule)
{
    const ClYamlNode *tolerance = cl_yaml_get(node, "tolerance");
    const ClYamlNode *patterns = cl_yaml_get(node, "patterns");
    const ClYamlNode *confused = cl_yaml_get(node, "confused_with");
    const ClYamlNode *unsaid = cl_yaml_get(node, "unsaid");
    const ClYamlNode *growth_of = cl_yaml_get(node, "growth_of");
    rule->gap = cl_read_count(reader, cl_yaml_get(node, "gap"), "gap", 1, 200,
                              DEFAULT_GAP);
    rule->carry = cl_read_count(reader, cl_yaml_get(node, "carry"), "carry", 0,
                                5, DEFAULT_CARRY);
    rule->tolerance = cl_number_make(0, 0);
    if (tolerance)
        read_tolerance(reader, tolerance, rule);
    static const char *const over_time[] = {"fixed", "grows", "varies",
                                            "falls", "lasts", NULL};
    static const char *const times[] = {"any", "period", "state", NULL};
    static const char *const wordings[] = {"any", "level", "change", NULL};
    rule->over_time =
        (ClOverTime)read_choice(reader, node, "over_time", over_time);
    rule->time = (ClTimeOf)read_choice(reader, node, "time", times);
    static const char *const listed[] = {"subjects", "names", NULL};
    rule->listed = (ClListedBy)read_choice(reader, node, "listed", listed);
    static const char *const telling[] = {"never", "millions", NULL};
    rule->telling = read_choice(reader, node, "telling", telling) > 0;
    static const char *const scopes[] = {"any", "whole", NULL};
    rule->whole = read_choice(reader, node, "scope", scopes) > 0;
    rule->wording = (ClWording)read_choice(reader, node, "wording", wordings);
    if (patterns)
        read_patterns(reader, patterns, rule);
    if (confused)
        read_confused(reader, confused, rule);
    if (growth_of)
        read_growth_of(reader, growth_of, rule);
    if (unsaid)
        read_unsaid(reader, unsaid, rule);
}

/* What a rule of type arithmetic excludes and tolerates. */
static void
read_arithmetic(const ClReader *reader, const ClYamlNode *node, ClDraft *draft)
{
    const ClYamlNode *exclude = cl_yaml_get(node, "exclude");
    const ClYamlNode *tolerance = cl_yaml_get(node, "tolerance");
    cl_draft_read_arithmetic(reader, node, draft);
    if (exclude)
        read_terms(reader, exclude, "exclude", CL_ROLE_EXCLUDE, draft);
    if (tolerance)
        read_tolerance(reader, tolerance, draft->rule);
}

ClRuleType
cl_draft_type(const ClReader *reader, const ClYamlNode *node)
{
    static const char *const types[] = {"claim", "arithmetic", "slip", NULL};
    return (ClRuleType)read_choice(reader, node, "type", types);
}

static const char *const *
keys_of(ClRuleType type)
{
    switch (type) {
    case CL_TYPE_ARITHMETIC:
        return cl_draft_arithmetic_keys();
    case CL_TYPE_SLIP:
        return slip_keys;
    case CL_TYPE_CLAIM:
    default:
        return rule_keys;
    }
}

ClDraft *
cl_draft_read(const ClReader *reader, const ClYamlNode *node)
{
    ClDraft *draft = g_new0(ClDraft, 1);
    draft->rule = cl_rule_new();
    draft->terms = cl_raw_terms_new();
    draft->rule->file = g_strdup(reader->file);
    draft->rule->line = node->line;
    if (node->type != CL_YAML_MAP) {
        cl_read_is(reader, node, CL_YAML_MAP, "rule",
                   "a rule begins with 'id: …' and goes on with 'title: …'");
        return draft;
    }
    const ClRuleType type = cl_draft_type(reader, node);
    cl_read_keys(reader, node, keys_of(type));
    draft->rule->slips = type == CL_TYPE_SLIP;
    read_id(reader, node, draft);
    read_title(reader, node, draft->rule);
    if (type == CL_TYPE_ARITHMETIC) {
        read_arithmetic(reader, node, draft);
    } else {
        read_all_terms(reader, node, draft);
        read_unit(reader, node, draft->rule);
        cl_draft_read_facets(reader, node, draft);
        read_settings(reader, node, draft->rule);
    }
    cl_draft_read_examples(reader, node, draft);
    return draft;
}
