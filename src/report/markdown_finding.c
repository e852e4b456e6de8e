/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A finding in full: a sentence to forward, the question to ask, a row for
 * each camp, the words it stands in, the gap, the cause, the number line.
 */
#include "report/markdown_finding.h"

#include "report/camp.h"
#include "report/escape.h"
#include "report/messages.h"
#include "report/numberline.h"

#include <string.h>

/* Further places of a camp listed before "and n more". */
#define PLACES 12

static void
append_place(const ClClaim *claim, GString *out)
{
    g_autofree char *place =
        g_strdup_printf("%s:%u", claim->article->path, claim->place.line);
    cl_escape_code(place, out);
}

static void
append_or_dash(const char *text, GString *out)
{
    if (text && *text)
        cl_escape_code(text, out);
    else
        g_string_append(out, "—");
}

/* Names of facets and relations are a rule's words, so escaped too. */
static void
append_message(const ClFinding *finding,
               void (*say)(const ClFinding *, GString *),
               GString *out)
{
    g_autoptr(GString) message = g_string_new(NULL);
    say(finding, message);
    cl_escape_markdown(message->str, out);
}

static void
append_facets(const ClFinding *finding, const ClClaim *claim, GString *out)
{
    g_autoptr(GString) facets = g_string_new(NULL);
    cl_camp_facets(finding, claim, facets);
    if (!facets->len)
        return;
    g_string_append(out, " (");
    cl_escape_code(facets->str, out);
    g_string_append(out, ")");
}

/* "; 核定 24万台 (locked): 集团公告 2025-06-27, 王敏 核对" */
static void
append_reference(const ClFinding *finding, GString *out)
{
    const ClFact *const fact = finding->fact;
    g_string_append(out, "; 核定 (confirmed) ");
    cl_escape_code(fact->value_text, out);
    append_facets(finding, finding->reference, out);
    g_string_append(out, ": ");
    cl_escape_code(fact->source, out);
    g_string_append_printf(out, " %s, ", finding->reference->article->date);
    cl_escape_code(fact->checked_by, out);
    g_string_append(out, " 核对 (checked)");
}

/* "另镜 写「超过28.9万份」(意向, 1小时)" for each camp, in one line. */
static void
print_sentence(const ClReport *report, const ClFinding *finding, GString *out)
{
    cl_escape_markdown(finding->rule->title, out);
    g_string_append(out, ": ");
    for (guint i = 0; i < finding->camps->len; i++) {
        if (!cl_finding_shows(report, finding, i))
            continue;
        const ClClaim *const lead =
            cl_camp_lead(report, cl_finding_camp(finding, i));
        const char *const source = lead->article->source;
        g_string_append(out, i ? "; " : "");
        cl_escape_code(source ? source : lead->article->path, out);
        g_string_append(out, " 写 ");
        cl_escape_code(lead->quantity_text, out);
        append_facets(finding, lead, out);
    }
    cl_finding_hidden(report, finding, "; ", "", out);
    if (finding->fact)
        append_reference(finding, out);
    g_string_append(out, ". ");
    append_message(finding, cl_message_finding, out);
    g_string_append(out, "\n\n");
}

static void
print_questions(const ClFinding *finding, GString *out)
{
    g_string_append(out, "**问作者 (ask the writer)**: ");
    if (finding->rule->ask)
        cl_escape_markdown(finding->rule->ask, out);
    else
        append_message(finding, cl_message_question, out);
    g_string_append(out, "\n\n");
    if (!finding->rule->why)
        return;
    g_string_append(out, "**为什么要紧 (why it matters)**: ");
    cl_escape_markdown(finding->rule->why, out);
    g_string_append(out, "\n\n");
}

static void
append_earliest(const ClReport *report, const GArray *places, GString *out)
{
    const ClClaim *const first = cl_camp_earliest(report, places);
    if (!first) {
        g_string_append(out, "—");
        return;
    }
    if (first->article->source) {
        cl_escape_code(first->article->source, out);
        g_string_append_c(out, ' ');
    }
    g_string_append(out, first->article->date);
}

/* The columns that a camp and a confirmed figure share. */
static void
print_figure(const ClReport *report,
             const ClFinding *finding,
             const ClClaim *lead,
             GString *out)
{
    g_autoptr(GString) facets = g_string_new(NULL);
    g_autoptr(GString) reading = g_string_new(NULL);
    cl_camp_facets(finding, lead, facets);
    cl_camp_reading(report, lead, cl_finding_is_chinese(finding), reading);
    g_string_append(out, "| ");
    append_or_dash(lead->quantity_text, out);
    g_string_append(out, " | ");
    append_or_dash(reading->str, out);
    g_string_append(out, " | ");
    append_or_dash(facets->str, out);
    g_string_append(out, " | ");
    append_or_dash(lead->article->source, out);
    g_string_append_printf(out, " | %s | ",
                           *lead->article->date ? lead->article->date : "—");
    append_place(lead, out);
}

static void
print_camp(const ClReport *report,
           const ClFinding *finding,
           const ClCamp *camp,
           const GArray *places,
           GString *out)
{
    print_figure(report, finding, cl_camp_lead(report, camp), out);
    g_string_append_printf(out, " | %u | ", camp->sources);
    append_earliest(report, places, out);
    g_string_append(out, " |\n");
}

static void
print_camps(const ClReport *report,
            const ClRepeats *repeats,
            const ClFinding *finding,
            GString *out)
{
    g_string_append(out, "| 写作 figure | 读作 reads as | 口径 facets | "
                         "出处 outlet | 日期 date | 位置 place | "
                         "独立来源 sources | 最早 first |\n"
                         "| --- | --- | --- | --- | --- | --- | ---: | "
                         "--- |\n");
    for (guint i = 0; i < finding->camps->len; i++) {
        const ClCamp *const camp = cl_finding_camp(finding, i);
        if (!cl_finding_shows(report, finding, i))
            continue;
        g_autoptr(GArray) places = cl_repeats_places(repeats, report, camp);
        print_camp(report, finding, camp, places, out);
    }
    if (finding->fact) {
        print_figure(report, finding, finding->reference, out);
        g_string_append(out, " | 核定 confirmed | — |\n");
    }
    g_string_append_c(out, '\n');
    cl_finding_hidden(report, finding, "", "\n\n", out);
}

static void
print_more_places(const ClReport *report,
                  const GArray *places,
                  const ClClaim *lead,
                  GString *out)
{
    guint printed = 0;
    for (guint i = 0; i < places->len && printed < PLACES; i++) {
        const ClClaim *const claim =
            cl_claims_get(report->claims, g_array_index(places, uint32_t, i));
        if (claim == lead)
            continue;
        g_string_append(out, printed++ ? ", " : "  另见 (also) ");
        append_place(claim, out);
        g_string_append(out, claim->repeat_of >= 0 ? " 转载 (repeat)" : "");
    }
    if (places->len > printed + 1)
        g_string_append_printf(out, ", 另有%u处 (and %u more)",
                               places->len - printed - 1,
                               places->len - printed - 1);
    if (printed)
        g_string_append_c(out, '\n');
}

/* A sentence may give two camps: it is quoted once. */
static void
print_quote(const ClClaim *lead, const ClClaim *before, GString *out)
{
    g_string_append(out, "- ");
    append_place(lead, out);
    g_string_append(out, ": ");
    if (before && strcmp(before->sentence, lead->sentence) == 0)
        g_string_append(out, "同一句 (the same sentence)");
    else
        cl_escape_code(lead->sentence, out);
}

static void
print_quotes(const ClReport *report,
             const ClRepeats *repeats,
             const ClFinding *finding,
             GString *out)
{
    const ClClaim *before = NULL;
    g_string_append(out, "原句 (in full):\n\n");
    for (guint i = 0; i < finding->camps->len; i++) {
        const ClCamp *const camp = cl_finding_camp(finding, i);
        if (!cl_finding_shows(report, finding, i))
            continue;
        const ClClaim *const lead = cl_camp_lead(report, camp);
        g_autoptr(GArray) places = cl_repeats_places(repeats, report, camp);
        print_quote(lead, before, out);
        g_string_append(out, places->len > 1 ? "  \n" : "\n");
        print_more_places(report, places, lead, out);
        before = lead;
    }
    g_string_append_c(out, '\n');
}

static void
append_detail(const char *label, const char *text, GString *out)
{
    if (!text)
        return;
    g_string_append(out, label);
    cl_escape_code(text, out);
}

static void
append_day(const char *label, ClDay day, GString *out)
{
    if (day)
        g_string_append_printf(out, "%s%04d-%02d-%02d", label, day / 10000,
                               day / 100 % 100, day % 100);
}

/* What the desk's book says of a figure, all of it. */
static void
print_reference(const ClFinding *finding, GString *out)
{
    const ClFact *const fact = finding->fact;
    g_string_append(out, "**核定值 (confirmed figure)**: ");
    append_detail("", fact->value_text, out);
    append_detail(", 出处 source ", fact->source, out);
    append_detail(" ", fact->url, out);
    append_day(", 截至 as of ", fact->as_of, out);
    append_detail(", 核对人 checked by ", fact->checked_by, out);
    append_day(" ", fact->checked_on, out);
    append_day(", 有效至 valid until ", fact->valid_until, out);
    append_detail(", 备注 note ", fact->note, out);
    g_string_append(out, ", ");
    append_place(finding->reference, out);
    g_string_append(out, "\n\n");
}

static void
print_labelled(const char *label, const GString *text, GString *out)
{
    if (!text->len)
        return;
    g_string_append_printf(out, "**%s**: ", label);
    cl_escape_markdown(text->str, out);
    g_string_append(out, "\n\n");
}

static void
print_gap_and_cause(const ClReport *report,
                    const ClFinding *finding,
                    GString *out)
{
    g_autoptr(GString) gap = g_string_new(NULL);
    g_autoptr(GString) cause = g_string_new(NULL);
    cl_finding_gap(report, finding, gap);
    cl_message_cause(finding, cause);
    print_labelled("差距 (gap)", gap, out);
    print_labelled("可能的原因 (likely cause)", cause, out);
}

void
cl_markdown_finding(const ClReport *report,
                    const ClRepeats *repeats,
                    const ClFinding *finding,
                    size_t number,
                    GString *out)
{
    g_string_append_printf(out, "<a id=\"finding-%zu\"></a>\n\n## %zu. ",
                           number, number);
    g_string_append_printf(out, "%s: ", cl_verdict_label(finding->verdict));
    cl_escape_markdown(finding->rule->title, out);
    g_string_append(out, "\n\n");
    print_sentence(report, finding, out);
    print_questions(finding, out);
    print_camps(report, repeats, finding, out);
    print_quotes(report, repeats, finding, out);
    if (finding->fact)
        print_reference(finding, out);
    print_gap_and_cause(report, finding, out);
    cl_numberline_print(report, finding, out);
}
