/* SPDX-License-Identifier: Apache-2.0 */
/* facts lint: what whoever keeps the desk's book looks at. */
#include "cli/command.h"
#include "cli/output.h"
#include "cli/run.h"

/* Rules are looked for near the book, as near articles. */
static bool
load(ClRun *run, const ClOptions *options)
{
    const GPtrArray *const paths = options->operands;
    if (!cl_run_load_rules(run, options, NULL) ||
        !cl_run_load_facts(run, options, paths))
        return false;
    if (run->facts)
        return true;
    cl_notes_add(run->notes, "no-facts", CL_SEVERITY_ERROR, NULL, 0, 0,
                 "give them with --facts PATH", "found no confirmed figures");
    return false;
}

static size_t
count_rules(const ClFactSet *facts)
{
    size_t count = 0;
    for (size_t i = 0; i < cl_fact_set_count(facts); i++)
        count += i == 0 || cl_fact_set_get(facts, i)->rule !=
                               cl_fact_set_get(facts, i - 1)->rule;
    return count;
}

static void
append_plural(size_t count, const char *noun, GString *out)
{
    g_string_append_printf(out, "%zu %s%s", count, noun, count == 1 ? "" : "s");
}

static void
sum_up(const ClFactSet *facts, size_t stale, GString *out)
{
    append_plural(cl_fact_set_count(facts), "confirmed figure", out);
    g_string_append(out, " of ");
    append_plural(count_rules(facts), "rule", out);
    g_string_append_printf(out, ": %zu stale\n", stale);
}

int
cl_command_facts_lint(const ClOptions *options)
{
    g_auto(ClRun) run = {0};
    cl_run_init(&run);
    size_t stale = 0;
    const bool loaded = load(&run, options);
    if (loaded)
        stale = cl_fact_set_tell_stale(run.facts, options->today, run.notes);
    cl_notes_sort(run.notes);
    cl_output_notes(options, run.notes);
    if (!loaded)
        return CL_EXIT_UNJUDGED;
    g_autoptr(GString) lines = g_string_new(NULL);
    sum_up(run.facts, stale, lines);
    return cl_output_write(options, lines) ? CL_EXIT_AGREED : CL_EXIT_UNJUDGED;
}
