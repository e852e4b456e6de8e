/* SPDX-License-Identifier: Apache-2.0 */
/* rules explain: why a rule claims what it does in an article. */
#include "cli/command.h"
#include "cli/explain.h"
#include "cli/explain_pairs.h"
#include "cli/output.h"
#include "cli/run.h"

#include <string.h>

static bool
is_file(const char *rule)
{
    return g_str_has_suffix(rule, ".yaml") || g_str_has_suffix(rule, ".yml");
}

/* Loads the rules: those of the file, or those of which one is named. */
static bool
load(ClRun *run, const ClOptions *options, const char *rule)
{
    g_autoptr(GPtrArray) paths = g_ptr_array_new();
    g_ptr_array_add(paths, (void *)rule);
    return cl_run_load_rules(run, options, is_file(rule) ? paths : NULL);
}

static bool
refuse_unknown(const ClRun *run, const char *id)
{
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    for (size_t i = 0; i < cl_rule_set_count(run->rules); i++)
        g_ptr_array_add(ids, cl_rule_set_get(run->rules, i)->id);
    g_ptr_array_add(ids, NULL);
    const char *const near =
        cl_nearest_word(id, (const char *const *)ids->pdata);
    if (near)
        cl_output_error("no rule '%s' (did you mean '%s'?)", id, near);
    else
        cl_output_error("no rule '%s' (see claimlint rules list)", id);
    return false;
}

static void
explain(ClRun *run, const ClOptions *options, const ClRule *rule, GString *out)
{
    g_autoptr(ClExplainer) explainer = cl_explainer_new(run->rules, rule);
    const ClTrace trace = {cl_explainer_tell, explainer};
    run->trace = &trace;
    g_clear_pointer(&run->claims, cl_claims_free);
    cl_run_read_articles(run, options);
    run->trace = NULL;
    cl_explainer_finish(explainer, out);
    if (!rule->slips) /* of two of its figures only twins say anything */
        cl_explain_pairs(run->rules, run->claims, rule, out);
}

/* A rule of the file named, or the one of that id. */
static bool
is_asked(const ClRule *rule, const char *asked)
{
    return strcmp(is_file(asked) ? rule->file : rule->id, asked) == 0;
}

static bool
explain_all(ClRun *run,
            const ClOptions *options,
            const char *asked,
            GString *out)
{
    size_t count = 0;
    for (size_t i = 0; i < cl_rule_set_count(run->rules); i++) {
        const ClRule *const rule = cl_rule_set_get(run->rules, i);
        if (!is_asked(rule, asked))
            continue;
        explain(run, options, rule, out);
        count++;
    }
    return count || refuse_unknown(run, asked);
}

static int
run_explain(ClRun *run, const ClOptions *options, const char *rule)
{
    g_autoptr(GString) out = g_string_new(NULL);
    const bool told =
        load(run, options, rule) && explain_all(run, options, rule, out);
    cl_notes_sort(run->notes);
    cl_output_notes(options, run->notes);
    if (!told || !cl_output_write(options, out) ||
        cl_notes_incomplete(run->notes))
        return CL_EXIT_UNJUDGED;
    return CL_EXIT_AGREED;
}

int
cl_command_rules_explain(const ClOptions *options)
{
    g_auto(ClRun) run = {0};
    if (options->operands->len < 2) {
        cl_output_error("give a rule and an article: claimlint rules explain "
                        "RULE PATH... (see --help)");
        return CL_EXIT_UNJUDGED;
    }
    g_autoptr(GPtrArray) articles = g_ptr_array_new();
    for (guint i = 1; i < options->operands->len; i++)
        g_ptr_array_add(articles, options->operands->pdata[i]);
    ClOptions rest = *options;
    rest.operands = articles;
    cl_run_init(&run);
    return run_explain(&run, &rest, options->operands->pdata[0]);
}
