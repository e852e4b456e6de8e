/* SPDX-License-Identifier: Apache-2.0 */
/* rules list and rules test: what a rule author looks at. */
#include "cli/command.h"
#include "cli/example.h"
#include "cli/output.h"
#include "cli/run.h"

static void
add_rule(const ClRuleSet *rules, const ClRule *rule, ClColumns *columns)
{
    /* a rule of type arithmetic takes any unit, unless it names some */
    const ClUnitId unit =
        rule->units->len ? g_array_index(rule->units, ClUnitId, 0) : 0;
    cl_escape_terminal(rule->id, cl_columns_next(columns));
    cl_escape_terminal(rule->title, cl_columns_next(columns));
    g_string_append(cl_columns_next(columns),
                    cl_unit_name(cl_rule_set_vocabulary(rules), unit));
    GString *const place = cl_columns_next(columns);
    cl_escape_terminal(rule->file, place);
    g_string_append_printf(place, ":%u", rule->line);
}

typedef bool Loader(ClRun *run,
                    const ClOptions *options,
                    const GPtrArray *paths);

/* Loads the rules; false, and all mistakes printed, if they do not load. */
static bool
load(ClRun *run, const ClOptions *options, Loader *loader)
{
    const bool loaded = loader(run, options, options->operands);
    cl_notes_sort(run->notes);
    cl_output_notes(options, run->notes);
    return loaded;
}

int
cl_command_rules_list(const ClOptions *options)
{
    g_auto(ClRun) run = {0};
    cl_run_init(&run);
    if (!load(&run, options, cl_run_load_rules))
        return CL_EXIT_UNJUDGED;
    g_autoptr(ClColumns) columns = cl_columns_new(4);
    g_autoptr(GString) lines = g_string_new(NULL);
    for (size_t i = 0; i < cl_rule_set_count(run.rules); i++)
        add_rule(run.rules, cl_rule_set_get(run.rules, i), columns);
    cl_columns_print(columns, "", lines);
    if (!cl_output_write(options, lines))
        return CL_EXIT_UNJUDGED;
    return CL_EXIT_AGREED;
}

/* ---- Tests ------------------------------------------------------------- */

typedef struct {
    size_t examples, failed;
    size_t outcomes[CL_OUTCOME_NOISY + 1];
} Score;

static void
tell_failure(const ClRule *rule,
             size_t number,
             ClOutcome outcome,
             const GString *story,
             GString *lines)
{
    const ClExample *const example = rule->examples->pdata[number];
    cl_escape_terminal(rule->file, lines);
    g_string_append_printf(lines, ":%u:%u: %s[", example->line, example->column,
                           cl_outcome_name(outcome));
    cl_escape_terminal(rule->id, lines);
    g_string_append_printf(lines, "] example %zu: ", number + 1);
    cl_escape_terminal(story->str, lines);
    g_string_append_c(lines, '\n');
}

static void
test_rule(const ClRun *run, const ClRule *rule, Score *score, GString *lines)
{
    for (guint i = 0; i < rule->examples->len; i++) {
        g_autoptr(GString) story = g_string_new(NULL);
        const ClOutcome outcome = cl_example_run(run->rules, rule, i, story);
        score->examples++;
        score->outcomes[outcome]++;
        if (cl_outcome_passes(outcome))
            continue;
        score->failed++;
        tell_failure(rule, i, outcome, story, lines);
    }
}

static void
append_plural(size_t count, const char *noun, GString *out)
{
    g_string_append_printf(out, "%zu %s%s", count, noun, count == 1 ? "" : "s");
}

static void
sum_up(const ClRun *run, const Score *score, GString *lines)
{
    append_plural(cl_rule_set_count(run->rules), "rule", lines);
    g_string_append(lines, ", ");
    append_plural(score->examples, "example", lines);
    if (score->failed)
        g_string_append_printf(lines, ": %zu missed, %zu noisy\n",
                               score->outcomes[CL_OUTCOME_MISSED],
                               score->outcomes[CL_OUTCOME_NOISY]);
    else
        g_string_append(lines, score->examples ? ": all pass\n"
                                               : ": nothing was tested\n");
}

int
cl_command_rules_test(const ClOptions *options)
{
    g_auto(ClRun) run = {0};
    Score score = {0};
    cl_run_init(&run);
    if (!load(&run, options, cl_run_load_good_rules))
        return CL_EXIT_UNJUDGED;
    g_autoptr(GString) lines = g_string_new(NULL);
    for (size_t i = 0; i < cl_rule_set_count(run.rules); i++)
        test_rule(&run, cl_rule_set_get(run.rules, i), &score, lines);
    sum_up(&run, &score, lines);
    if (!cl_output_write(options, lines) || cl_notes_incomplete(run.notes))
        return CL_EXIT_UNJUDGED;
    return score.failed ? CL_EXIT_FOUND : CL_EXIT_AGREED;
}
