/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The report for people at a terminal and for build logs: a head line that
 * grep and editors understand, a row for each camp, what to do, and one line
 * that sums it up.  Every byte from an article or a rule is escaped.
 */
#include "report/camp.h"
#include "report/formats.h"
#include "report/messages.h"
#include "report/repeats.h"
#include "report/tally.h"

/* Reasons listed before "and n more". */
#define REASONS 20

/* The widest words shown in the figure's place. */
#define FIGURE_WIDTH 36

static const char *const severity_colours[] = {
    [CL_SEVERITY_NOTE] = "\033[36m",
    [CL_SEVERITY_WARNING] = "\033[33m",
    [CL_SEVERITY_ERROR] = "\033[31m",
};

static void
paint(bool colour, const char *escape, GString *out)
{
    if (colour)
        g_string_append(out, escape);
}

static void
append_severity(ClSeverity severity, bool colour, GString *out)
{
    paint(colour, severity_colours[severity], out);
    g_string_append(out, cl_severity_name(severity));
    paint(colour, "\033[0m", out);
}

static void
append_place(const char *file, unsigned line, unsigned column, GString *out)
{
    if (!file)
        return;
    cl_escape_terminal(file, out);
    if (line)
        g_string_append_printf(out, ":%u", line);
    if (line && column)
        g_string_append_printf(out, ":%u", column);
    g_string_append(out, ": ");
}

void
cl_report_note(const ClNote *note, bool colour, GString *out)
{
    append_place(note->file, note->line, note->column, out);
    append_severity(note->severity, colour, out);
    g_string_append(out, ": ");
    cl_escape_terminal(note->message, out);
    if (!note->hint)
        return;
    g_string_append(out, " (");
    cl_escape_terminal(note->hint, out);
    g_string_append(out, ")");
}

static void
print_head(const ClReport *report, const ClFinding *finding, GString *out)
{
    const ClClaim *const first = cl_finding_place(report, finding);
    paint(report->colour, "\033[1m", out);
    append_place(first->article->path, first->place.line, first->place.column,
                 out);
    paint(report->colour, "\033[0m", out);
    append_severity(finding->severity, report->colour, out);
    g_string_append(out, "[");
    cl_escape_terminal(finding->rule->id, out);
    g_string_append_printf(out, "] %s: ", cl_verdict_label(finding->verdict));
    cl_escape_terminal(finding->rule->title, out);
    g_string_append_c(out, '\n');
}

static void
append_source(const ClArticleInfo *article, GString *out)
{
    if (article->source)
        cl_escape_terminal(article->source, out);
    if (article->source && *article->date)
        g_string_append_c(out, ' ');
    g_string_append(out, article->date);
}

/* The words around a figure tell more, where they fit. */
static const char *
figure_of(const ClClaim *claim)
{
    if (cl_text_width(claim->text) <= FIGURE_WIDTH)
        return claim->text;
    return claim->quantity_text;
}

static void
add_camp(const ClReport *report,
         const ClRepeats *repeats,
         const ClFinding *finding,
         const ClCamp *camp,
         ClColumns *columns)
{
    const ClClaim *const lead = cl_camp_lead(report, camp);
    g_autoptr(GString) facets = g_string_new(NULL);
    cl_camp_facets(finding, lead, facets);
    cl_escape_terminal(figure_of(lead), cl_columns_next(columns));
    cl_escape_terminal(facets->str, cl_columns_next(columns));
    append_source(lead->article, cl_columns_next(columns));
    GString *const place = cl_columns_next(columns);
    cl_escape_terminal(lead->article->path, place);
    g_string_append_printf(place, ":%u", lead->place.line);
    g_autoptr(GArray) places = cl_repeats_places(repeats, report, camp);
    if (places->len > 1)
        g_string_append_printf(place, " (另有%u处 / and %u more)",
                               places->len - 1, places->len - 1);
}

/* A confirmed figure: its document, as of when, who checked it, its entry. */
static void
add_reference(const ClFinding *finding, ClColumns *columns)
{
    const ClClaim *const fact = finding->reference;
    g_autoptr(GString) facets = g_string_new(NULL);
    GString *const figure = cl_columns_next(columns);
    cl_camp_facets(finding, fact, facets);
    g_string_append(figure, "核定 (confirmed) ");
    cl_escape_terminal(fact->quantity_text, figure);
    cl_escape_terminal(facets->str, cl_columns_next(columns));
    GString *const source = cl_columns_next(columns);
    append_source(fact->article, source);
    g_string_append(source, ", ");
    cl_escape_terminal(finding->fact->checked_by, source);
    g_string_append(source, " 核对 (checked)");
    GString *const place = cl_columns_next(columns);
    cl_escape_terminal(fact->article->path, place);
    g_string_append_printf(place, ":%u", fact->place.line);
}

static void
print_camps(const ClReport *report,
            const ClRepeats *repeats,
            const ClFinding *finding,
            GString *out)
{
    g_autoptr(ClColumns) columns = cl_columns_new(4);
    for (guint i = 0; i < finding->camps->len; i++)
        if (cl_finding_shows(report, finding, i))
            add_camp(report, repeats, finding, cl_finding_camp(finding, i),
                     columns);
    if (finding->fact)
        add_reference(finding, columns);
    cl_columns_print(columns, "  ", out);
    cl_finding_hidden(report, finding, "  ", "\n", out);
}

/* How a hedged figure was read matters where the values are at issue. */
static void
print_readings(const ClReport *report, const ClFinding *finding, GString *out)
{
    if (finding->verdict == CL_VERDICT_DIVERGENCE ||
        finding->verdict == CL_VERDICT_RELABEL)
        return;
    for (size_t i = 0; i < cl_finding_rows(finding); i++) {
        const ClClaim *const lead = cl_finding_row(report, finding, i);
        g_autoptr(GString) reading = g_string_new(NULL);
        if (!cl_finding_shows(report, finding, i))
            continue;
        if (!cl_camp_reading(report, lead, cl_finding_is_chinese(finding),
                             reading))
            continue;
        g_string_append(out, "  ");
        cl_escape_terminal(lead->quantity_text, out);
        g_string_append_printf(out, " 读作 (reads as) %s\n", reading->str);
    }
}

static void
print_line(const GString *line, GString *out)
{
    if (!line->len)
        return;
    g_string_append(out, "  ");
    cl_escape_terminal(line->str, out);
    g_string_append_c(out, '\n');
}

static void
print_explanation(const ClReport *report,
                  const ClFinding *finding,
                  GString *out)
{
    g_autoptr(GString) line = g_string_new(NULL);
    cl_finding_gap(report, finding, line);
    print_line(line, out);
    g_string_truncate(line, 0);
    cl_message_cause(finding, line);
    print_line(line, out);
    g_string_truncate(line, 0);
    cl_message_finding(finding, line);
    print_line(line, out);
}

static void
print_finding(const ClReport *report,
              const ClRepeats *repeats,
              const ClFinding *finding,
              GString *out)
{
    print_head(report, finding, out);
    print_camps(report, repeats, finding, out);
    print_readings(report, finding, out);
    print_explanation(report, finding, out);
    g_string_append_c(out, '\n');
}

static void
print_reasons(const ClReport *report, GString *out)
{
    size_t printed = 0, total = 0;
    g_string_append(out, "未完成 INCOMPLETE: not everything could be judged\n");
    for (size_t i = 0; i < cl_notes_count(report->notes); i++) {
        const ClNote *const note = cl_notes_get(report->notes, i);
        if (!note->incomplete)
            continue;
        total++;
        if (printed == REASONS)
            continue;
        printed++;
        g_string_append(out, "  ");
        cl_report_note(note, report->colour, out);
        g_string_append_c(out, '\n');
    }
    if (total > printed)
        g_string_append_printf(out, "  另有%zu条 / and %zu more\n",
                               total - printed, total - printed);
    g_string_append_c(out, '\n');
}

void
cl_report_text(const ClReport *report, GString *out)
{
    g_auto(ClTally) tally;
    g_auto(ClRepeats) repeats;
    cl_tally_init(&tally, report);
    cl_repeats_init(&repeats, report);
    for (size_t i = 0; i < cl_findings_count(report->findings); i++) {
        const ClFinding *const finding = cl_findings_get(report->findings, i);
        if (cl_report_tells(report, finding))
            print_finding(report, &repeats, finding, out);
    }
    if (!report->complete)
        print_reasons(report, out);
    cl_tally_summary(&tally, report, out);
    g_string_append_c(out, '\n');
}
