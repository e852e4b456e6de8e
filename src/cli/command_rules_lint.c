/* SPDX-License-Identifier: Apache-2.0 */
/* rules lint: what is odd in rules, alone and on articles. */
#include "cli/command.h"
#include "cli/lint.h"
#include "cli/near_miss.h"
#include "cli/output.h"
#include "cli/run.h"

/* Reads the articles of --articles for the rules to be tried on. */
static void
try_articles(ClRun *run, const ClOptions *options, ClNotes *found)
{
    g_autoptr(ClNearMisses) misses = cl_near_misses_new(run->rules);
    const ClTrace trace = {cl_near_misses_tell, misses};
    ClOptions articles = *options;
    articles.operands = options->articles;
    run->trace = &trace;
    cl_run_read_articles(run, &articles);
    run->trace = NULL;
    cl_near_misses_finish(misses, found);
}

static size_t
count_notes(const ClNotes *notes, ClSeverity severity)
{
    size_t count = 0;
    for (size_t i = 0; i < cl_notes_count(notes); i++)
        count += cl_notes_get(notes, i)->severity == severity;
    return count;
}

static void
sum_up(const ClRun *run, const ClNotes *found, GString *out)
{
    const size_t rules = cl_rule_set_count(run->rules);
    const size_t warnings = count_notes(found, CL_SEVERITY_WARNING);
    const size_t notes = count_notes(found, CL_SEVERITY_NOTE);
    g_string_append_printf(out, "%zu rule%s: %zu warning%s, %zu note%s\n",
                           rules, rules == 1 ? "" : "s", warnings,
                           warnings == 1 ? "" : "s", notes,
                           notes == 1 ? "" : "s");
}

static void
print(const ClOptions *options, const ClNotes *found, GString *out)
{
    const bool colour = cl_output_colour(options, 1);
    for (size_t i = 0; i < cl_notes_count(found); i++) {
        const ClNote *const note = cl_notes_get(found, i);
        if (options->quiet && note->severity == CL_SEVERITY_NOTE)
            continue;
        cl_report_note(note, colour, out);
        g_string_append_c(out, '\n');
    }
}

int
cl_command_rules_lint(const ClOptions *options)
{
    g_auto(ClRun) run = {0};
    g_autoptr(ClNotes) found = cl_notes_new();
    g_autoptr(GString) out = g_string_new(NULL);
    cl_run_init(&run);
    const bool loaded =
        cl_run_load_good_rules(&run, options, options->operands);
    if (loaded) {
        cl_lint_rules(run.rules, found);
        if (options->articles->len)
            try_articles(&run, options, found);
        cl_notes_sort(found);
        print(options, found, out);
        sum_up(&run, found, out);
    }
    cl_notes_sort(run.notes);
    cl_output_notes(options, run.notes);
    if (!cl_output_write(options, out) || !loaded ||
        cl_notes_incomplete(run.notes))
        return CL_EXIT_UNJUDGED;
    return count_notes(found, CL_SEVERITY_WARNING) ? CL_EXIT_FOUND
                                                   : CL_EXIT_AGREED;
}
