/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Turns files of confirmed figures into one book: entries in order of rule,
 * file and line, no two of which say something of the same facets.  There is
 * a book only if no file has a mistake, and all mistakes were told.
 */
#include "rule/fact.h"

#include "rule/files.h"

#include <string.h>

enum { FILE_BYTES = 16 << 20 };

struct ClFactSet {
    GPtrArray *facts; /* of ClFact */
};

/* A book while its files are read. */
typedef struct {
    const ClRuleSet *rules;
    ClNotes *notes;
    size_t errors_before;
    GPtrArray *facts;
} Builder;

static void
builder_init(Builder *builder, const ClRuleSet *rules, ClNotes *notes)
{
    *builder = (Builder){rules, notes, cl_notes_errors(notes),
                         g_ptr_array_new_with_free_func(cl_fact_free)};
}

static void
builder_clear(Builder *builder)
{
    g_clear_pointer(&builder->facts, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Builder, builder_clear)

/* ---- Reading ------------------------------------------------------------ */

static void
parse_bytes(Builder *builder,
            const char *bytes,
            size_t length,
            const char *file)
{
    g_autoptr(ClYaml) yaml = cl_yaml_parse(bytes, length, file, builder->notes);
    if (!yaml)
        return;
    const ClReader reader = {
        .file = file,
        .vocabulary = cl_rule_set_vocabulary(builder->rules),
        .shared = cl_rule_set_shared(builder->rules),
        .notes = builder->notes,
    };
    const ClYamlNode *root = cl_yaml_root(yaml);
    const bool many = root->type == CL_YAML_LIST;
    const size_t count = many ? root->count : 1;
    if (!count)
        cl_read_error(&reader, root, "no-facts", "begin with '- rule: ID'",
                      "the file holds no entry");
    for (size_t i = 0; i < count; i++)
        g_ptr_array_add(builder->facts,
                        cl_fact_read(&reader, builder->rules,
                                     many ? root->items[i] : root));
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
                     "a file of confirmed figures is a readable text of at "
                     "most 16 MiB",
                     "%s", error->message);
}

/* ---- Order and doubles -------------------------------------------------- */

static int
compare_places(const ClFact *a, const ClFact *b)
{
    const int files = strcmp(a->file, b->file);
    if (files)
        return files;
    return a->line != b->line
               ? (a->line > b->line) - (a->line < b->line)
               : (a->column > b->column) - (a->column < b->column);
}

static int
compare_facts(const void *left, const void *right)
{
    const ClFact *a = *(ClFact *const *)left, *b = *(ClFact *const *)right;
    const int ids = a->rule == b->rule ? 0 : strcmp(a->rule->id, b->rule->id);
    return ids ? ids : compare_places(a, b);
}

/* The as-of day tells two entries apart only where figures change by it. */
static const char *
key_of(const ClFact *fact, unsigned facet)
{
    const ClFacet *spec = fact->rule->facets->pdata[facet];
    const bool told = spec->used && spec->role != CL_FACET_INFORMS;
    const bool fixed = facet == CL_FACET_WHEN && !fact->facets[facet].words &&
                       fact->rule->over_time == CL_OVER_TIME_FIXED;
    return told && !fixed ? fact->facets[facet].value : NULL;
}

static int
compare_keys(const ClFact *a, const ClFact *b)
{
    for (unsigned i = 0; i < a->rule->facets->len; i++) {
        const int order = g_strcmp0(key_of(a, i), key_of(b, i));
        if (order)
            return order;
    }
    return 0;
}

static int
compare_doubles(const void *left, const void *right)
{
    const ClFact *a = *(ClFact *const *)left, *b = *(ClFact *const *)right;
    int order = a->rule == b->rule ? 0 : strcmp(a->rule->id, b->rule->id);
    if (!order)
        order = compare_keys(a, b);
    return order ? order : compare_places(a, b);
}

static bool
is_double(const ClFact *a, const ClFact *b)
{
    return a->rule == b->rule && compare_keys(a, b) == 0;
}

static void
tell_doubles(GPtrArray *facts, ClNotes *notes)
{
    const ClFact *first = NULL;
    g_ptr_array_sort(facts, compare_doubles);
    for (unsigned i = 0; i < facts->len; i++) {
        const ClFact *fact = facts->pdata[i];
        if (!first || !is_double(first, fact)) {
            first = fact;
            continue;
        }
        cl_notes_add(notes, "doubled-fact", CL_SEVERITY_ERROR, fact->file,
                     fact->line, fact->column,
                     "keep one of the two, or write the facets they differ in",
                     "rule '%s' has an entry with the same facets at %s:%u",
                     fact->rule->id, first->file, first->line);
    }
}

/* ---- Making the book ---------------------------------------------------- */

static void
drop_mistaken(GPtrArray *facts)
{
    for (unsigned i = facts->len; i-- > 0;) {
        const ClFact *fact = facts->pdata[i];
        if (!fact->facets)
            g_ptr_array_remove_index_fast(facts, i);
    }
}

static ClFactSet *
finish(Builder *builder)
{
    drop_mistaken(builder->facts);
    tell_doubles(builder->facts, builder->notes);
    if (cl_notes_errors(builder->notes) > builder->errors_before)
        return NULL;
    ClFactSet *facts = g_new0(ClFactSet, 1);
    facts->facts = g_steal_pointer(&builder->facts);
    g_ptr_array_sort(facts->facts, compare_facts);
    return facts;
}

ClFactSet *
cl_fact_set_load(const char *const *paths,
                 const ClRuleSet *rules,
                 ClNotes *notes)
{
    g_auto(Builder) builder;
    builder_init(&builder, rules, notes);
    g_autoptr(GPtrArray) files = cl_fact_files(paths, notes);
    for (size_t i = 0; i < files->len; i++)
        read_file(&builder, files->pdata[i]);
    return finish(&builder);
}

ClFactSet *
cl_fact_set_parse(const char *bytes,
                  size_t length,
                  const char *file,
                  const ClRuleSet *rules,
                  ClNotes *notes)
{
    g_auto(Builder) builder;
    builder_init(&builder, rules, notes);
    parse_bytes(&builder, bytes, length, file);
    return finish(&builder);
}

void
cl_fact_set_free(ClFactSet *facts)
{
    if (!facts)
        return;
    g_ptr_array_unref(facts->facts);
    g_free(facts);
}

/* ---- Looking into it ---------------------------------------------------- */

size_t
cl_fact_set_count(const ClFactSet *facts)
{
    return facts->facts->len;
}

const ClFact *
cl_fact_set_get(const ClFactSet *facts, size_t index)
{
    return facts->facts->pdata[index];
}

/* The first entry whose rule's id is not before id. */
static size_t
lower_bound(const ClFactSet *facts, const char *id)
{
    size_t lo = 0, hi = facts->facts->len;
    while (lo < hi) {
        const size_t middle = lo + (hi - lo) / 2;
        if (strcmp(cl_fact_set_get(facts, middle)->rule->id, id) < 0)
            lo = middle + 1;
        else
            hi = middle;
    }
    return lo;
}

size_t
cl_fact_set_find(const ClFactSet *facts, const ClRule *rule, size_t *count)
{
    const size_t first = lower_bound(facts, rule->id);
    size_t end = first;
    while (end < facts->facts->len && cl_fact_set_get(facts, end)->rule == rule)
        end++;
    *count = end - first;
    return first;
}

bool
cl_fact_is_stale(const ClFact *fact, ClDay today)
{
    return fact->valid_until && fact->valid_until < today;
}

size_t
cl_fact_set_tell_stale(const ClFactSet *facts, ClDay today, ClNotes *notes)
{
    size_t count = 0;
    for (size_t i = 0; i < cl_fact_set_count(facts); i++) {
        const ClFact *fact = cl_fact_set_get(facts, i);
        if (!cl_fact_is_stale(fact, today))
            continue;
        const ClDay day = fact->valid_until;
        cl_notes_add(notes, "stale-fact", CL_SEVERITY_WARNING, fact->file,
                     fact->line, fact->column,
                     "check the source again and move 'valid_until', or remove "
                     "the entry",
                     "'%s' of rule '%s' was valid until %04d-%02d-%02d: "
                     "it makes no error any more",
                     fact->value_text, fact->rule->id, day / 10000,
                     day / 100 % 100, day % 100);
        count++;
    }
    return count;
}
