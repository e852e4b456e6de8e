/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Looks at each rule as its author wrote it and tries its words on the very
 * table of terms that articles are searched with: what is called dead here
 * was not found there.
 */
#include "cli/lint.h"

#include <string.h>

/* A rule, and the node of its file that it was read from. */
typedef struct {
    const ClRuleSet *rules;
    const ClRule *rule;
    const ClYamlNode *node;
    ClNotes *notes;
    GHashTable *groups; /* terms that find the same, as text -> how many of
                           them were told; for one list of terms */
} Lint;

void
cl_lint_note(const ClRule *rule,
             ClSeverity severity,
             const char *kind,
             const char *hint,
             const char *message,
             ClNotes *notes)
{
    ClNote *const note = cl_notes_add(notes, kind, severity, rule->file,
                                      rule->line, 0, hint, "%s", message);
    note->incomplete = false;
}

static void warn_at(const Lint *lint,
                    const ClYamlNode *at,
                    const char *kind,
                    const char *hint,
                    const char *format,
                    ...) G_GNUC_PRINTF(5, 6);

static void
warn_at(const Lint *lint,
        const ClYamlNode *at,
        const char *kind,
        const char *hint,
        const char *format,
        ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    cl_notes_add(lint->notes, kind, CL_SEVERITY_WARNING, lint->rule->file,
                 at->line, at->column, hint, "%s", message);
}

/* ---- Terms ------------------------------------------------------------- */

static bool
is_regex(const char *text)
{
    const size_t length = strlen(text);
    return length > 2 && text[0] == '/' && text[length - 1] == '/';
}

static bool
is_use_of(const Lint *lint, const ClTermUse *use, ClRole role)
{
    return use->role == role &&
           cl_rule_set_get(lint->rules, use->rule) == lint->rule;
}

/* The first hit of the rule with that role, in the text; the longest there. */
static const ClHit *
find_hit(const Lint *lint, const GArray *hits, ClRole role)
{
    for (guint i = 0; i < hits->len; i++) {
        const ClHit *const hit = &g_array_index(hits, ClHit, i);
        size_t count;
        const ClTermUse *const uses =
            cl_rule_set_uses(lint->rules, hit->term, &count);
        for (size_t j = 0; j < count; j++)
            if (is_use_of(lint, &uses[j], role))
                return hit;
    }
    return NULL;
}

/* How many terms of the rule with that role cover the whole text, and which. */
static size_t
count_covers(const Lint *lint,
             const GArray *hits,
             ClRole role,
             size_t length,
             GString *group)
{
    size_t covers = 0;
    for (guint i = 0; i < hits->len; i++) {
        const ClHit *const hit = &g_array_index(hits, ClHit, i);
        size_t count;
        const ClTermUse *const uses =
            cl_rule_set_uses(lint->rules, hit->term, &count);
        for (size_t j = 0;
             hit->span.start == 0 && hit->span.end == length && j < count;
             j++) {
            if (!is_use_of(lint, &uses[j], role))
                continue;
            g_string_append_printf(group, "%u ", hit->term);
            covers++;
            break;
        }
    }
    return covers;
}

/* exclude: [订单] and measure: [意向订单]: each one takes itself away. */
static void
check_excluded(const Lint *lint,
               const ClYamlNode *term,
               const char *key,
               const GArray *hits,
               const char *folded)
{
    const ClHit *const excluded = find_hit(lint, hits, CL_ROLE_EXCLUDE);
    if (!excluded)
        return;
    g_autofree char *word =
        g_strndup(folded + excluded->span.start,
                  excluded->span.end - excluded->span.start);
    warn_at(lint, term, "dead-term", "take one of the two out",
            "'%s' in '%s' can never match: it holds '%s' of 'exclude'",
            term->text, key, word);
}

/* SU7 Ultra and SU7Ultra find each other: one of them may stay. */
static bool
may_stay(const Lint *lint, const char *group, size_t covers)
{
    const size_t told =
        GPOINTER_TO_SIZE(g_hash_table_lookup(lint->groups, group)) + 1;
    g_hash_table_insert(lint->groups, g_strdup(group), GSIZE_TO_POINTER(told));
    return told >= covers;
}

static void
check_literal(const Lint *lint,
              const ClYamlNode *term,
              const char *key,
              ClRole role)
{
    g_autofree char *folded = cl_fold_term(term->text);
    g_autoptr(GArray) hits = g_array_new(FALSE, FALSE, sizeof(ClHit));
    cl_rule_set_match(lint->rules, folded, strlen(folded), hits, NULL);
    g_autoptr(GString) group = g_string_new(NULL);
    const size_t covers = count_covers(lint, hits, role, strlen(folded), group);
    if (!covers)
        warn_at(lint, term, "dead-term", "write it as articles have it",
                "'%s' in '%s' can never match", term->text, key);
    else if (covers > 1 && role != CL_ROLE_FACET &&
             !may_stay(lint, group->str, covers))
        warn_at(lint, term, "dead-term", "remove it",
                "'%s' in '%s' is never needed: another term finds it too",
                term->text, key);
    if (role == CL_ROLE_SUBJECT || role == CL_ROLE_MEASURE)
        check_excluded(lint, term, key, hits, folded);
}

/* ---- Regular expressions ----------------------------------------------- */

/* 小米 汽车 folds to 小米汽车, and “ to ": what a pattern asks for may be
   nowhere in folded text. */
static void
check_alive(const Lint *lint, const ClYamlNode *at, const char *source)
{
    g_autofree char *sample = cl_regex_sample(source);
    g_autofree char *folded = cl_fold_term(sample);
    if (!*sample || !cl_regex_matches(source, sample) ||
        cl_regex_matches(source, folded))
        return;
    warn_at(lint, at, "dead-term",
            "articles are searched without blanks beside Chinese, without "
            "signs such as ™, and with plain quotes",
            "'%s' can never match: '%s' is read as '%s'", at->text, sample,
            folded);
}

static void
check_speed(const Lint *lint, const ClYamlNode *at, const char *source)
{
    g_autofree char *pump = cl_regex_find_slow(source);
    if (pump)
        warn_at(lint, at, "slow-regex",
                "do not nest or chain * and +; bound them: {0,10}",
                "'%s' may take very long: its work outgrows a text that "
                "repeats '%s'",
                at->text, pump);
}

static void
check_regex(const Lint *lint, const ClYamlNode *term)
{
    g_autofree char *source = g_strndup(term->text + 1, strlen(term->text) - 2);
    check_alive(lint, term, source);
    check_speed(lint, term, source);
}

static void
check_term(const Lint *lint,
           const ClYamlNode *term,
           const char *key,
           ClRole role)
{
    if (!term->text)
        return;
    if (is_regex(term->text))
        check_regex(lint, term);
    else
        check_literal(lint, term, key, role);
}

static void
check_terms(const Lint *lint,
            const ClYamlNode *node,
            const char *key,
            ClRole role)
{
    if (!node || node->type == CL_YAML_MAP)
        return;
    g_hash_table_remove_all(lint->groups);
    if (node->type == CL_YAML_SCALAR)
        check_term(lint, node, key, role);
    for (size_t i = 0; i < node->count; i++)
        check_term(lint, node->items[i], key, role);
}

static void
check_facets(const Lint *lint)
{
    const ClYamlNode *const facets = cl_yaml_get(lint->node, "facets");
    for (size_t i = 0; facets && i < facets->count; i++) {
        const ClYamlNode *const options = facets->items[i];
        for (size_t j = 0; options->type == CL_YAML_MAP && j < options->count;
             j++)
            check_terms(lint, options->items[j], options->keys[j]->text,
                        CL_ROLE_FACET);
    }
}

static void
check_pattern(const Lint *lint, const ClYamlNode *node)
{
    const size_t length = node->text ? strlen(node->text) : 0;
    const bool slashes = node->text && is_regex(node->text);
    g_autofree char *source =
        slashes ? g_strndup(node->text + 1, length - 2) : g_strdup(node->text);
    if (source)
        check_speed(lint, node, source);
}

static void
check_patterns(const Lint *lint)
{
    const ClYamlNode *const node = cl_yaml_get(lint->node, "patterns");
    if (!node)
        return;
    if (node->type == CL_YAML_SCALAR)
        check_pattern(lint, node);
    for (size_t i = 0; i < node->count; i++)
        check_pattern(lint, node->items[i]);
}

/* ---- Rules ------------------------------------------------------------- */

static void
check_words(const Lint *lint)
{
    if (!lint->rule->why)
        cl_lint_note(lint->rule, CL_SEVERITY_NOTE, "no-why",
                     "say in a report why the figure matters: 'why: …'",
                     "the rule has no 'why'", lint->notes);
    if (!lint->rule->ask)
        cl_lint_note(lint->rule, CL_SEVERITY_NOTE, "no-ask",
                     "give the question to send to the writer: 'ask: …'",
                     "the rule has no 'ask'", lint->notes);
}

static const ClYamlNode *
node_of(const ClRule *rule)
{
    const ClYamlNode *const root = cl_yaml_root(rule->yaml);
    if (root->type == CL_YAML_MAP)
        return root;
    for (size_t i = 0; i < root->count; i++) {
        const ClYamlNode *const id = cl_yaml_get(root->items[i], "id");
        if (id && g_strcmp0(id->text, rule->id) == 0)
            return root->items[i];
    }
    return root;
}

static void
check_title(const Lint *lint, GHashTable *titles)
{
    char *const key = cl_fold_term(lint->rule->title);
    const ClRule *const first = g_hash_table_lookup(titles, key);
    if (first)
        warn_at(lint, cl_yaml_get(lint->node, "title"), "doubled-title",
                "a report must tell the two apart",
                "the title is that of '%s' too (%s:%u)", first->id, first->file,
                first->line);
    else
        g_hash_table_insert(titles, g_strdup(key), (void *)lint->rule);
    g_free(key);
}

void
cl_lint_rules(const ClRuleSet *rules, ClNotes *notes)
{
    g_autoptr(GHashTable) titles =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) groups =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (size_t i = 0; i < cl_rule_set_count(rules); i++) {
        const ClRule *const rule = cl_rule_set_get(rules, i);
        const Lint lint = {rules, rule, node_of(rule), notes, groups};
        check_terms(&lint, cl_yaml_get(lint.node, "subject"), "subject",
                    CL_ROLE_SUBJECT);
        check_terms(&lint, cl_yaml_get(lint.node, "measure"), "measure",
                    CL_ROLE_MEASURE);
        check_terms(&lint, cl_yaml_get(lint.node, "exclude"), "exclude",
                    CL_ROLE_EXCLUDE);
        check_facets(&lint);
        check_patterns(&lint);
        check_title(&lint, titles);
        check_words(&lint);
    }
}
