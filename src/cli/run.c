/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The pipeline on one screen: load rules, list articles, read and extract,
 * sort; commands check and report.  What cannot be judged is a note that
 * says so, and the rest goes on.
 */
#include "cli/run.h"

#include "cli/articles.h"
#include "cli/rule_paths.h"

void
cl_run_init(ClRun *run)
{
    *run = (ClRun){.notes = cl_notes_new(), .asides = cl_notes_new()};
    cl_statistics_start(&run->statistics);
}

/* The process ends soon, and gives its memory back at once: doing it piece
   by piece is a seventh of a start with many rules.  A build with assertions
   does, so that leaks are seen. */
void
cl_run_clear(ClRun *run)
{
    g_clear_pointer(&run->drafts, g_free);
#ifndef NDEBUG
    g_clear_pointer(&run->claims, cl_claims_free);
    g_clear_pointer(&run->facts, cl_fact_set_free);
    g_clear_pointer(&run->rules, cl_rule_set_free);
    g_clear_pointer(&run->vocabulary, cl_vocabulary_free);
#endif
    g_clear_pointer(&run->notes, cl_notes_free);
    g_clear_pointer(&run->asides, cl_notes_free);
}

/* ---- Rules ------------------------------------------------------------- */

static void
take_all(const GPtrArray *from, GPtrArray *to)
{
    for (guint i = 0; from && i < from->len; i++)
        g_ptr_array_add(to, g_strdup(from->pdata[i]));
}

static GPtrArray *
find_rule_paths(const ClOptions *options,
                const GPtrArray *paths,
                ClNotes *notes)
{
    g_autoptr(GPtrArray) given = g_ptr_array_new_with_free_func(g_free);
    take_all(options->rules, given);
    take_all(paths, given);
    if (given->len) {
        g_ptr_array_add(given, NULL);
        return g_steal_pointer(&given);
    }
    const bool articles = !paths && options->operands->len;
    return cl_rule_paths_find(articles ? options->operands->pdata[0] : NULL,
                              notes);
}

typedef ClRuleSet *Loader(const char *const *paths,
                          const ClVocabulary *vocabulary,
                          ClNotes *notes);

static bool
load_rules(ClRun *run,
           const ClOptions *options,
           const GPtrArray *paths,
           Loader *load)
{
    g_autoptr(GPtrArray) from = find_rule_paths(options, paths, run->notes);
    if (!from)
        return false;
    run->vocabulary = cl_vocabulary_new(run->notes);
    if (!run->vocabulary)
        return false;
    run->rules =
        load((const char *const *)from->pdata, run->vocabulary, run->notes);
    if (!run->rules)
        return false;
    if (cl_rule_set_count(run->rules) || cl_notes_errors(run->notes))
        return true;
    cl_notes_add(run->notes, "no-rules", CL_SEVERITY_ERROR, from->pdata[0], 0,
                 0, "rules are .yaml or .yml files", "no rules here");
    return false;
}

bool
cl_run_load_rules(ClRun *run, const ClOptions *options, const GPtrArray *paths)
{
    return load_rules(run, options, paths, cl_rule_set_load);
}

bool
cl_run_load_good_rules(ClRun *run,
                       const ClOptions *options,
                       const GPtrArray *paths)
{
    return load_rules(run, options, paths, cl_rule_set_load_good);
}

/* ---- Confirmed figures -------------------------------------------------- */

static GPtrArray *
find_fact_paths(const ClOptions *options,
                const GPtrArray *paths,
                ClNotes *notes)
{
    g_autoptr(GPtrArray) given = g_ptr_array_new_with_free_func(g_free);
    take_all(options->facts, given);
    take_all(paths, given);
    if (given->len) {
        g_ptr_array_add(given, NULL);
        return g_steal_pointer(&given);
    }
    const bool articles = !paths && options->operands->len;
    return cl_fact_paths_find(articles ? options->operands->pdata[0] : NULL,
                              notes);
}

bool
cl_run_load_facts(ClRun *run, const ClOptions *options, const GPtrArray *paths)
{
    g_autoptr(GPtrArray) from = find_fact_paths(options, paths, run->notes);
    if (!from || !from->pdata[0])
        return from != NULL;
    run->facts = cl_fact_set_load((const char *const *)from->pdata, run->rules,
                                  run->notes);
    return run->facts != NULL;
}

ClDay
cl_run_today(const ClRun *run, const ClOptions *options)
{
    const ClDay newest = run->claims ? cl_claims_newest(run->claims) : 0;
    return MAX(newest, options->today);
}

/* ---- Articles ---------------------------------------------------------- */

static void
list_articles(const ClOptions *options, ClFiles *files, ClNotes *notes)
{
    if (options->pre)
        cl_files_take_documents(files);
    for (guint i = 0; i < options->operands->len; i++)
        cl_files_add(files, options->operands->pdata[i], true, notes);
    for (guint i = 0; i < options->against->len; i++)
        cl_files_add(files, options->against->pdata[i], false, notes);
    cl_files_sort(files);
    if (cl_files_count(files) == 0 && !cl_notes_incomplete(notes))
        cl_notes_add(
            notes, "no-article", CL_SEVERITY_ERROR, options->operands->pdata[0],
            0, 0, "articles in folders are .txt, .md, .html and .jsonl files",
            "no article here");
}

/* Which claims articles asked about make: a draft that copies a sentence
 * word for word says what its first place says. */
static void
mark_drafts(ClRun *run, const ClFiles *files)
{
    g_autoptr(GHashTable) paths = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < cl_files_count(files); i++)
        if (cl_files_get(files, i)->draft)
            g_hash_table_add(paths, cl_files_get(files, i)->path);
    const size_t count = cl_claims_count(run->claims);
    run->drafts = g_new(int32_t, count + 1);
    for (size_t i = 0; i < count; i++)
        run->drafts[i] = -1;
    for (size_t i = 0; i < count; i++) {
        const ClClaim *const claim = cl_claims_get(run->claims, i);
        if (!g_hash_table_contains(paths, claim->article->path))
            continue;
        run->drafts[i] = (int32_t)i;
        if (claim->repeat_of >= 0 && run->drafts[claim->repeat_of] < 0)
            run->drafts[claim->repeat_of] = (int32_t)i;
    }
}

/* Opened before articles are listed: a file that changes after that is newer.
 * Who traces wants to see every step; what was kept under the usual limits
 * does not know of others. */
static ClCache *
open_cache(ClRun *run, const ClOptions *options)
{
    run->statistics.cached = options->cache && !run->trace &&
                             options->max_file_size == CL_MOST_ARTICLE_BYTES &&
                             options->max_claims == CL_MOST_CLAIMS;
    return run->statistics.cached
               ? cl_cache_open(options->cache, run->rules, options->encoding,
                               run->asides)
               : NULL;
}

/* Making ready to sift pays where there is much to sift. */
static bool
is_much(const ClFiles *files)
{
    enum { WORTH_IT = 128 * 1024 };
    int64_t bytes = 0;
    for (size_t i = 0; i < cl_files_count(files); i++)
        bytes += cl_files_get(files, i)->stamp.size;
    return bytes >= WORTH_IT;
}

void
cl_run_read_articles(ClRun *run, const ClOptions *options)
{
    g_autoptr(ClFiles) files = cl_files_new();
    ClStatistics *const statistics = &run->statistics;
    statistics->rules = cl_statistics_lap(statistics);
    run->claims = cl_claims_new();
    cl_claims_limit(run->claims, options->max_claims);
    g_autoptr(ClCache) cache = open_cache(run, options);
    list_articles(options, files, run->notes);
    statistics->list = cl_statistics_lap(statistics);
    if (is_much(files))
        cl_rule_set_make_sieve(run->rules);
    const ClReading reading = {
        .files = files,
        .rules = run->rules,
        .encoding = options->encoding,
        .pre = options->pre,
        .max_file_size = options->max_file_size,
        .max_claims = options->max_claims,
        .counts_unclaimed = run->counts_unclaimed,
        .trace = run->trace,
        .cache = cache,
        .jobs = options->jobs,
    };
    cl_articles_read(&reading, run->claims, run->notes, statistics);
    if (cache)
        cl_cache_save(cache, run->asides);
    statistics->work = cl_statistics_lap(statistics);
    cl_claims_sort(run->claims);
    if (options->against->len)
        mark_drafts(run, files);
}
