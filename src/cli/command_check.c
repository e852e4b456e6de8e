/* SPDX-License-Identifier: Apache-2.0 */
/* check and extract: articles in, a report or claims out, an exit status. */
#include "cli/command.h"
#include "cli/output.h"
#include "cli/run.h"

#include <string.h>
#include <unistd.h>

/* Refuses a format that the command does not write. */
static bool
refuse_format(const char *name, const char *const *known)
{
    const char *const near = cl_nearest_word(name, known);
    g_autofree char *all = g_strjoinv(", ", (char **)known);
    if (near)
        cl_output_error("unknown format '%s' (did you mean '%s'?)", name, near);
    else
        cl_output_error("unknown format '%s' (there are: %s)", name, all);
    return false;
}

static bool
find_format(const char *name, const ClFormat **format)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    *format = name ? cl_format_find(name) : cl_formats;
    if (*format)
        return true;
    for (const ClFormat *known = cl_formats; known->name; known++)
        g_ptr_array_add(names, (gpointer)known->name);
    g_ptr_array_add(names, NULL);
    return refuse_format(name, (const char *const *)names->pdata);
}

static bool
has_paths(const ClOptions *options)
{
    if (options->operands->len)
        return true;
    cl_output_error("no article given: claimlint %s PATH... (see --help)",
                    options->command->name);
    return false;
}

/* Ends a run whose rules did not load: there is nothing to report on. */
static int
give_up(ClRun *run, const ClOptions *options)
{
    cl_notes_sort(run->notes);
    cl_output_notes(options, run->notes);
    return CL_EXIT_UNJUDGED;
}

static bool
fails(const ClReport *report, const ClOptions *options)
{
    for (size_t i = 0; i < cl_findings_count(report->findings); i++) {
        const ClFinding *const finding = cl_findings_get(report->findings, i);
        if (finding->severity >= options->fail_on &&
            cl_report_tells(report, finding))
            return true;
    }
    return false;
}

static ClReport
report_of(ClRun *run, const ClFindings *findings, const ClOptions *options)
{
    cl_notes_sort(run->notes);
    return (ClReport){
        .rules = run->rules,
        .claims = run->claims,
        .findings = findings,
        .notes = run->notes,
        .complete = !cl_notes_incomplete(run->notes),
        .colour = cl_output_colour(options, STDOUT_FILENO),
        .drafts = run->drafts,
    };
}

/* False if the result is not whole or could not be written. */
static bool
deliver(ClRun *run,
        const ClReport *report,
        const GString *bytes,
        const ClOptions *options)
{
    cl_output_notes(options, run->notes);
    cl_output_notes(options, run->asides);
    const bool written = cl_output_write(options, bytes);
    run->statistics.report = cl_statistics_lap(&run->statistics);
    g_autoptr(GString) lines = g_string_new(NULL);
    if (options->statistics)
        cl_statistics_tell(&run->statistics, report, lines);
    cl_output_aside(lines);
    return written && report->complete;
}

int
cl_command_check(const ClOptions *options)
{
    const ClFormat *format;
    g_auto(ClRun) run = {0};
    cl_run_init(&run);
    if (!has_paths(options) || !find_format(options->format, &format))
        return CL_EXIT_UNJUDGED;
    if (!cl_run_load_rules(&run, options, NULL) ||
        !cl_run_load_facts(&run, options, NULL))
        return give_up(&run, options);
    run.counts_unclaimed = format->tells_unclaimed;
    cl_run_read_articles(&run, options);
    const ClDay today = cl_run_today(&run, options);
    if (run.facts)
        cl_fact_set_tell_stale(run.facts, today, run.notes);
    g_autoptr(ClFindings) findings =
        cl_check_claims(run.claims, run.facts, today);
    cl_findings_drop_doubled(findings, run.claims);
    cl_findings_drop_idle(findings, run.claims);
    cl_findings_tell_cut(findings, run.notes);
    run.statistics.compare = cl_statistics_lap(&run.statistics);
    const ClReport report = report_of(&run, findings, options);
    g_autoptr(GString) bytes = g_string_new(NULL);
    format->write(&report, bytes);
    if (!deliver(&run, &report, bytes, options))
        return CL_EXIT_UNJUDGED;
    return fails(&report, options) ? CL_EXIT_FOUND : CL_EXIT_AGREED;
}

int
cl_command_extract(const ClOptions *options)
{
    static const char *const formats[] = {"jsonl", NULL};
    g_auto(ClRun) run = {0};
    cl_run_init(&run);
    if (!has_paths(options))
        return CL_EXIT_UNJUDGED;
    if (options->format && strcmp(options->format, formats[0]) != 0) {
        refuse_format(options->format, formats);
        return CL_EXIT_UNJUDGED;
    }
    if (!cl_run_load_rules(&run, options, NULL))
        return give_up(&run, options);
    cl_run_read_articles(&run, options);
    cl_findings_drop_idle(NULL, run.claims);
    const ClReport report = report_of(&run, NULL, options);
    g_autoptr(GString) bytes = g_string_new(NULL);
    cl_report_claims(&report, bytes);
    return deliver(&run, &report, bytes, options) ? CL_EXIT_AGREED
                                                  : CL_EXIT_UNJUDGED;
}
