/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Turns rule files into one set: read in order of their paths, sorted by id,
 * their terms in one table.  There is a set only if there was no mistake in
 * any file, and all of them were told.
 */
#include "rule/set.h"
#include "rule/draft.h"
#include "rule/entities.h"
#include "rule/files.h"
#include "rule/names.h"
#include "rule/terms.h"

#include <string.h>

enum {
    FILE_BYTES = 1 << 20,
    ALL_BYTES = 64 << 20, /* of all rule files */
    MOST_RULES = 50000,
};

struct ClRuleSet {
    const ClVocabulary *vocabulary;
    ClTermTexts *texts;
    ClShared *shared;
    GPtrArray *yamls; /* of ClYaml: examples point into them */
    GPtrArray *lists; /* of ClEntityList */
    GPtrArray *rules; /* of ClRule, by id */
    ClTerms *terms;
    GArray *patterned;   /* of uint32_t: rules with patterns */
    GArray *recomputing; /* of uint32_t: rules of type arithmetic */
    unsigned farthest_carry;
    bool leaves_unsaid;
    bool slips;        /* a rule is of that type */
    bool bare_subject; /* one needs no measure */
    char hash[2 * CL_SHA256_BYTES + 1];
};

/* A set while its files are read. */
typedef struct {
    const ClVocabulary *vocabulary;
    ClNotes *notes;
    size_t errors_before;
    ClTermTexts *texts;
    ClShared *shared;
    GPtrArray *yamls;
    GPtrArray *files;  /* of char *: the name of each of yamls */
    GPtrArray *lists;  /* of ClEntityList */
    GPtrArray *drafts; /* of ClDraft, in order of reading */
    ClSha256 sum;
    size_t bytes; /* of the files read so far */
} Builder;

static void
free_yaml(void *yaml)
{
    cl_yaml_free(yaml);
}

static void
builder_init(Builder *builder, const ClVocabulary *vocabulary, ClNotes *notes)
{
    builder->vocabulary = vocabulary;
    builder->notes = notes;
    builder->errors_before = cl_notes_errors(notes);
    builder->texts = cl_term_texts_new();
    builder->shared = cl_shared_new(vocabulary, builder->texts, notes);
    builder->bytes = 0;
    builder->yamls = g_ptr_array_new_with_free_func(free_yaml);
    builder->files = g_ptr_array_new_with_free_func(g_free);
    builder->lists = cl_entity_lists_new();
    builder->drafts = g_ptr_array_new_with_free_func(cl_draft_free);
    cl_sha256_init(&builder->sum);
}

static void
builder_clear(Builder *builder)
{
    cl_term_texts_free(builder->texts);
    cl_shared_free(builder->shared);
    g_clear_pointer(&builder->yamls, g_ptr_array_unref);
    g_clear_pointer(&builder->files, g_ptr_array_unref);
    g_clear_pointer(&builder->lists, g_ptr_array_unref);
    g_clear_pointer(&builder->drafts, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Builder, builder_clear)

/* ---- Reading ----------------------------------------------------------- */

/* Lengths keep "ab" + "c" and "a" + "bc" apart. */
static void
hash_bytes(ClSha256 *sum, const char *bytes, size_t length)
{
    g_autofree char *header = g_strdup_printf("%zu:", length);
    cl_sha256_add(sum, header, strlen(header));
    cl_sha256_add(sum, bytes, length);
}

static void
hash_shipped(ClSha256 *sum, const ClVocabulary *vocabulary)
{
    hash_bytes(sum, cl_data_hash(), strlen(cl_data_hash()));
    const char *profile = cl_vocabulary_hedge_profile(vocabulary);
    hash_bytes(sum, profile, strlen(profile));
}

static void
parse_bytes(Builder *builder,
            const char *bytes,
            size_t length,
            const char *file)
{
    ClYaml *yaml = cl_yaml_parse(bytes, length, file, builder->notes);
    builder->bytes += length;
    hash_bytes(&builder->sum, bytes, length);
    if (!yaml)
        return;
    g_ptr_array_add(builder->yamls, yaml);
    g_ptr_array_add(builder->files, g_strdup(file));
}

/* A file's rules or lists of entities: one, or a list of them. */
static void
read_nodes(Builder *builder, size_t index, bool lists)
{
    ClYaml *yaml = builder->yamls->pdata[index];
    const ClReader reader = {builder->files->pdata[index],
                             builder->vocabulary,
                             builder->shared,
                             builder->lists,
                             builder->notes,
                             builder->texts};
    const ClYamlNode *root = cl_yaml_root(yaml);
    const bool many = root->type == CL_YAML_LIST;
    const size_t count = many ? root->count : 1;
    if (!count && lists)
        cl_read_error(&reader, root, "no-rules", "begin with 'id: …'",
                      "the file holds no rule");
    for (size_t i = 0; i < count; i++) {
        const ClYamlNode *node = many ? root->items[i] : root;
        if (cl_entities_is_list(node) != lists)
            continue;
        if (lists) {
            cl_entities_read(&reader, node, builder->lists);
            continue;
        }
        ClDraft *draft = cl_draft_read(&reader, node);
        draft->rule->yaml = yaml;
        g_ptr_array_add(builder->drafts, draft);
    }
}

/* Lists first: a rule may name one of a later file. */
static void
read_all(Builder *builder)
{
    for (size_t i = 0; i < builder->yamls->len; i++)
        read_nodes(builder, i, true);
    for (size_t i = 0; i < builder->yamls->len; i++)
        read_nodes(builder, i, false);
}

static void
read_file(Builder *builder, const char *path)
{
    size_t length = 0;
    g_autoptr(GError) error = NULL;
    g_autofree char *bytes = cl_file_read(path, FILE_BYTES, &length, &error);
    if (bytes)
        parse_bytes(builder, bytes, length, path);
    else
        cl_notes_add(builder->notes, "file", CL_SEVERITY_ERROR, path, 0, 0,
                     "a rule file is a readable text of at most 1 MiB", "%s",
                     error->message);
}

/* ---- Ids --------------------------------------------------------------- */

/* Order of reading decides between equal ids: the later one is the mistake. */
static int
compare_drafts(const void *left, const void *right)
{
    const ClDraft *a = *(ClDraft *const *)left, *b = *(ClDraft *const *)right;
    const int ids = g_strcmp0(a->rule->id, b->rule->id);
    const int files = ids ? ids : strcmp(a->rule->file, b->rule->file);
    return files ? files : (int)a->rule->line - (int)b->rule->line;
}

static void
tell_doubled_ids(const GPtrArray *drafts, ClNotes *notes)
{
    const ClDraft *first = NULL;
    for (size_t i = 0; i < drafts->len; i++) {
        const ClDraft *draft = drafts->pdata[i];
        const char *id = draft->rule->id;
        if (!id || !first || strcmp(first->rule->id, id) != 0) {
            first = id ? draft : NULL;
            continue;
        }
        cl_notes_add(
            notes, "doubled-id", CL_SEVERITY_ERROR, draft->rule->file,
            draft->id_line, draft->id_column, "give one of the two another id",
            "id '%s' is taken by %s:%u", id, first->rule->file, first->id_line);
    }
}

/* ---- Making the set ---------------------------------------------------- */

static void
add_terms(ClTerms *terms, const GArray *raw, uint32_t rule, GArray *full_names)
{
    for (size_t i = 0; i < raw->len; i++) {
        const ClRawTerm *term = &g_array_index(raw, ClRawTerm, i);
        ClTermUse use = term->use;
        use.rule = rule;
        const uint32_t id = cl_terms_add(terms, term->word, use);
        if (full_names && use.role == CL_ROLE_SUBJECT && !full_names->len)
            g_array_append_val(full_names, id);
    }
}

/* The same of a rule's list, whose names all rules of it share. */
static void
add_list(ClTerms *terms, const ClDraft *draft, uint32_t rule)
{
    ClEntityList *list = draft->rule->list;
    GArray *const full_names = list->full_names;
    for (size_t i = 0; i < list->uses->len; i++) {
        const ClRawTerm *term = &g_array_index(list->uses, ClRawTerm, i);
        ClTermUse use = term->use;
        use.rule = rule;
        use.facet = use.role == CL_ROLE_FACET ? draft->list_facet : 0;
        const uint32_t id = cl_terms_add(terms, term->word, use);
        /* they come entity by entity */
        if (use.role == CL_ROLE_SUBJECT && use.option >= full_names->len)
            g_array_append_val(full_names, id);
    }
    g_array_unref(draft->rule->full_names);
    draft->rule->full_names = g_array_ref(full_names);
}

static ClRuleSet *
make_set(Builder *builder)
{
    ClRuleSet *rules = g_new0(ClRuleSet, 1);
    rules->vocabulary = builder->vocabulary;
    rules->texts = g_steal_pointer(&builder->texts);
    rules->shared = g_steal_pointer(&builder->shared);
    rules->yamls = g_steal_pointer(&builder->yamls);
    rules->rules = g_ptr_array_new_with_free_func(cl_rule_free);
    rules->terms = cl_terms_new();
    rules->patterned = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    rules->recomputing = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    for (uint32_t i = 0; i < builder->drafts->len; i++) {
        ClDraft *draft = builder->drafts->pdata[i];
        if (draft->rule->list)
            add_list(rules->terms, draft, i);
        add_terms(rules->terms, draft->terms, i, draft->rule->full_names);
        cl_rule_compile_patterns(draft->rule);
        if (draft->rule->wordings)
            g_array_append_val(rules->patterned, i);
        if (draft->rule->check != CL_CHECK_NONE && draft->rule->forms)
            g_array_append_val(rules->recomputing, i);
        rules->farthest_carry = MAX(rules->farthest_carry, draft->rule->carry);
        rules->leaves_unsaid |= draft->rule->unsaid->len > 0 ||
                                draft->rule->slips || draft->rule->telling;
        rules->slips |= draft->rule->slips;
        rules->bare_subject |= draft->rule->subject_is_measure;
        g_ptr_array_add(rules->rules, g_steal_pointer(&draft->rule));
    }
    add_terms(rules->terms, rules->shared->terms, 0, NULL);
    rules->lists = g_steal_pointer(&builder->lists);
    cl_names_add(rules->terms, rules->lists);
    cl_terms_finish(rules->terms);
    hash_shipped(&builder->sum, builder->vocabulary);
    cl_sha256_end_hex(&builder->sum, rules->hash);
    return rules;
}

static bool
has_mistake(const ClNotes *notes, const char *file)
{
    for (size_t i = 0; i < cl_notes_count(notes); i++) {
        const ClNote *note = cl_notes_get(notes, i);
        if (note->severity == CL_SEVERITY_ERROR &&
            g_strcmp0(note->file, file) == 0)
            return true;
    }
    return false;
}

/* A rule read from a file with a mistake may miss what makes it right. */
static void
drop_mistaken(Builder *builder)
{
    for (guint i = builder->drafts->len; i > 0; i--) {
        const ClDraft *draft = builder->drafts->pdata[i - 1];
        if (has_mistake(builder->notes, draft->rule->file))
            g_ptr_array_remove_index(builder->drafts, i - 1);
    }
}

static void
tell_too_many(const GPtrArray *drafts, ClNotes *notes)
{
    if (drafts->len <= MOST_RULES)
        return;
    const ClDraft *last = drafts->pdata[MOST_RULES];
    cl_notes_add(notes, "too-many-rules", CL_SEVERITY_ERROR, last->rule->file,
                 last->rule->line, 0, "load fewer packs at once",
                 "more than %d rules", MOST_RULES);
}

static ClRuleSet *
finish(Builder *builder)
{
    tell_too_many(builder->drafts, builder->notes);
    g_ptr_array_sort(builder->drafts, compare_drafts);
    tell_doubled_ids(builder->drafts, builder->notes);
    if (cl_notes_errors(builder->notes) > builder->errors_before)
        return NULL;
    return make_set(builder);
}

static void
read_files(Builder *builder, const char *const *paths)
{
    g_autoptr(GPtrArray) files = cl_rule_files(paths, builder->notes);
    for (size_t i = 0; i < files->len && builder->bytes <= ALL_BYTES; i++)
        read_file(builder, files->pdata[i]);
    if (builder->bytes > ALL_BYTES)
        cl_notes_add(builder->notes, "too-large", CL_SEVERITY_ERROR, paths[0],
                     0, 0, "load fewer packs at once",
                     "rule files of more than %d MiB in all", ALL_BYTES >> 20);
    read_all(builder);
}

ClRuleSet *
cl_rule_set_load(const char *const *paths,
                 const ClVocabulary *vocabulary,
                 ClNotes *notes)
{
    g_auto(Builder) builder;
    builder_init(&builder, vocabulary, notes);
    if (!builder.shared)
        return NULL;
    read_files(&builder, paths);
    return finish(&builder);
}

ClRuleSet *
cl_rule_set_load_good(const char *const *paths,
                      const ClVocabulary *vocabulary,
                      ClNotes *notes)
{
    g_auto(Builder) builder;
    builder_init(&builder, vocabulary, notes);
    if (!builder.shared)
        return NULL;
    read_files(&builder, paths);
    g_ptr_array_sort(builder.drafts, compare_drafts);
    tell_doubled_ids(builder.drafts, notes);
    drop_mistaken(&builder);
    return make_set(&builder);
}

ClRuleSet *
cl_rule_set_parse(const char *bytes,
                  size_t length,
                  const char *file,
                  const ClVocabulary *vocabulary,
                  ClNotes *notes)
{
    g_auto(Builder) builder;
    builder_init(&builder, vocabulary, notes);
    if (!builder.shared)
        return NULL;
    parse_bytes(&builder, bytes, length, file);
    read_all(&builder);
    return finish(&builder);
}

void
cl_rule_set_free(ClRuleSet *rules)
{
    if (!rules)
        return;
    g_ptr_array_unref(rules->rules);
    g_ptr_array_unref(rules->yamls);
    g_ptr_array_unref(rules->lists);
    cl_shared_free(rules->shared);
    cl_terms_free(rules->terms);
    g_array_unref(rules->patterned);
    g_array_unref(rules->recomputing);
    cl_term_texts_free(rules->texts);
    g_free(rules);
}

/* ---- Looking into it --------------------------------------------------- */

size_t
cl_rule_set_count(const ClRuleSet *rules)
{
    return rules->rules->len;
}

const ClRule *
cl_rule_set_get(const ClRuleSet *rules, size_t index)
{
    return rules->rules->pdata[index];
}

const ClRule *
cl_rule_set_find(const ClRuleSet *rules, const char *id)
{
    size_t lo = 0, hi = rules->rules->len;
    while (lo < hi) {
        const size_t middle = lo + (hi - lo) / 2;
        const ClRule *rule = rules->rules->pdata[middle];
        const int order = strcmp(rule->id, id);
        if (order == 0)
            return rule;
        if (order < 0)
            lo = middle + 1;
        else
            hi = middle;
    }
    return NULL;
}

const ClVocabulary *
cl_rule_set_vocabulary(const ClRuleSet *rules)
{
    return rules->vocabulary;
}

const GPtrArray *
cl_rule_set_lists(const ClRuleSet *rules)
{
    return rules->lists;
}

uint32_t
cl_rule_set_literal(const ClRuleSet *rules, const char *text)
{
    const ClTermText *word = cl_term_texts_find(rules->texts, text, false);
    return word && word->term ? word->term - 1 : UINT32_MAX;
}

const char *
cl_rule_set_term_text(const ClRuleSet *rules, uint32_t term)
{
    return cl_terms_text(rules->terms, term);
}

const ClShared *
cl_rule_set_shared(const ClRuleSet *rules)
{
    return rules->shared;
}

const char *
cl_rule_set_hash(const ClRuleSet *rules)
{
    return rules->hash;
}

void
cl_rule_set_match(const ClRuleSet *rules,
                  const char *text,
                  size_t length,
                  GArray *out,
                  GArray *gave_up)
{
    cl_terms_match_anchors(rules->terms, text, length, out, gave_up);
    cl_terms_match_rest(rules->terms, text, length, out, gave_up);
}

void
cl_rule_set_match_anchors(const ClRuleSet *rules,
                          const char *text,
                          size_t length,
                          GArray *out,
                          GArray *gave_up)
{
    cl_terms_match_anchors(rules->terms, text, length, out, gave_up);
}

void
cl_rule_set_match_rest(const ClRuleSet *rules,
                       const char *text,
                       size_t length,
                       GArray *out,
                       GArray *gave_up)
{
    cl_terms_match_rest(rules->terms, text, length, out, gave_up);
}

void
cl_rule_set_sift(const ClRuleSet *rules, const ClArticle *article, GArray *out)
{
    cl_sieve_sift(cl_terms_sieve(rules->terms), article, out);
}

void
cl_rule_set_make_sieve(ClRuleSet *rules)
{
    cl_terms_make_sieve(rules->terms);
}

bool
cl_rule_set_can_sift(const ClRuleSet *rules)
{
    const ClSieve *sieve = cl_terms_sieve(rules->terms);
    return sieve && cl_sieve_is_whole(sieve);
}

unsigned
cl_rule_set_roles(const ClRuleSet *rules, uint32_t term)
{
    return cl_terms_roles(rules->terms, term);
}

const ClTermUse *
cl_rule_set_uses_of(const ClRuleSet *rules,
                    uint32_t term,
                    uint32_t rule,
                    size_t *count)
{
    return cl_terms_uses_of(rules->terms, term, rule, count);
}

const ClTermUse *
cl_rule_set_uses(const ClRuleSet *rules, uint32_t term, size_t *count)
{
    return cl_terms_uses(rules->terms, term, count);
}

static unsigned
next_like(const ClHeads *heads, const char *text, unsigned number)
{
    return number ? cl_heads_next(heads, number) : cl_heads_first(heads, text);
}

const char *
cl_rule_set_name_like(const ClRuleSet *rules,
                      ClNameWords kind,
                      const char *text,
                      unsigned *number)
{
    *number = next_like(&rules->shared->name_heads[kind], text, *number);
    return *number ? rules->shared->names[kind]->pdata[*number - 1] : NULL;
}

const ClAnaphor *
cl_rule_set_anaphors(const ClRuleSet *rules, size_t *count)
{
    *count = rules->shared->anaphors->len;
    return (const ClAnaphor *)(const void *)rules->shared->anaphors->data;
}

const ClAnaphor *
cl_rule_set_anaphor_like(const ClRuleSet *rules,
                         const char *text,
                         unsigned *number)
{
    *number = next_like(&rules->shared->anaphor_heads, text, *number);
    return *number
               ? &g_array_index(rules->shared->anaphors, ClAnaphor, *number - 1)
               : NULL;
}

const ClAnaphor *
cl_rule_set_lengths(const ClRuleSet *rules, size_t *count)
{
    *count = rules->shared->lengths->len;
    return (const ClAnaphor *)(const void *)rules->shared->lengths->data;
}

const char *const *
cl_rule_set_sums(const ClRuleSet *rules)
{
    return (const char *const *)rules->shared->sums->pdata;
}

const char *const *
cl_rule_set_streaks(const ClRuleSet *rules, bool behind)
{
    return (const char *const *)rules->shared->streaks[behind]->pdata;
}

const char *const *
cl_rule_set_asides(const ClRuleSet *rules, ClAsides where)
{
    return (const char *const *)rules->shared->asides[where]->pdata;
}

const char *
cl_shared_option(const ClRuleSet *rules, unsigned facet, unsigned option)
{
    return cl_shared_names(rules->shared, facet)[option];
}

bool
cl_rule_set_is_light(const ClRuleSet *rules, const char *word, size_t length)
{
    return cl_shared_is_light(rules->shared, word, length);
}

uint32_t
cl_rule_set_full_name(const ClRuleSet *rules, const ClTermUse *use)
{
    const ClRule *rule = cl_rule_set_get(rules, use->rule);
    return g_array_index(rule->full_names, uint32_t, use->option);
}

bool
cl_rule_set_has_bare_subject(const ClRuleSet *rules)
{
    return rules->bare_subject;
}

unsigned
cl_rule_set_farthest_carry(const ClRuleSet *rules)
{
    return rules->farthest_carry;
}

bool
cl_rule_set_slips(const ClRuleSet *rules)
{
    return rules->slips;
}

bool
cl_rule_set_leaves_unsaid(const ClRuleSet *rules)
{
    return rules->leaves_unsaid;
}

const uint32_t *
cl_rule_set_recomputing(const ClRuleSet *rules, size_t *count)
{
    *count = rules->recomputing->len;
    return (const uint32_t *)(const void *)rules->recomputing->data;
}

const uint32_t *
cl_rule_set_patterned(const ClRuleSet *rules, size_t *count)
{
    *count = rules->patterned->len;
    return (const uint32_t *)(const void *)rules->patterned->data;
}
