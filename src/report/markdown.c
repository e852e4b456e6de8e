/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The report an editor can mail: what disagrees, who says so in which words,
 * how far apart, what to ask; then what agrees and what was not looked at.
 * Article text stands in code spans only, so that it can do nothing.
 */
#include "report/camp.h"
#include "report/escape.h"
#include "report/formats.h"
#include "report/markdown_finding.h"
#include "report/messages.h"
#include "report/tally.h"

#include <string.h>

static void
print_verdicts(const ClTally *tally, GString *out)
{
    g_string_append(out, "| 判断 verdict | 数量 count |\n| --- | ---: |\n");
    for (int verdict = 0; verdict < CL_VERDICTS; verdict++)
        if (tally->verdicts[verdict])
            g_string_append_printf(
                out, "| %s %s | %zu |\n", cl_verdict_label(verdict),
                cl_verdict_name(verdict), tally->verdicts[verdict]);
    g_string_append_c(out, '\n');
}

static void
print_figures(const ClReport *report, const ClFinding *finding, GString *out)
{
    for (guint i = 0; i < finding->camps->len; i++) {
        if (!cl_finding_shows(report, finding, i))
            continue;
        const ClClaim *const lead =
            cl_camp_lead(report, cl_finding_camp(finding, i));
        g_string_append(out, i ? " / " : "");
        cl_escape_code(lead->quantity_text, out);
    }
    cl_finding_hidden(report, finding, " / ", "", out);
    if (finding->fact) {
        g_string_append(out, " / 核定 ");
        cl_escape_code(finding->fact->value_text, out);
    }
}

static void
print_index(const ClReport *report, GString *out)
{
    size_t number = 0;
    g_string_append(out, "| # | 判断 verdict | 事项 what | 各处写作 figures |\n"
                         "| ---: | --- | --- | --- |\n");
    for (size_t i = 0; i < cl_findings_count(report->findings); i++) {
        const ClFinding *const finding = cl_findings_get(report->findings, i);
        if (!cl_report_tells(report, finding))
            continue;
        number++;
        g_string_append_printf(out, "| [%zu](#finding-%zu) | %s | ", number,
                               number, cl_verdict_label(finding->verdict));
        cl_escape_markdown(finding->rule->title, out);
        g_string_append(out, " | ");
        print_figures(report, finding, out);
        g_string_append(out, " |\n");
    }
    g_string_append_c(out, '\n');
}

static void
print_findings(const ClReport *report, GString *out)
{
    g_auto(ClRepeats) repeats;
    cl_repeats_init(&repeats, report);
    size_t number = 0;
    for (size_t i = 0; i < cl_findings_count(report->findings); i++) {
        const ClFinding *const finding = cl_findings_get(report->findings, i);
        if (cl_report_tells(report, finding))
            cl_markdown_finding(report, &repeats, finding, ++number, out);
    }
}

static void
print_rule(const ClRule *rule, GString *out)
{
    g_string_append(out, "- ");
    cl_escape_markdown(rule->title, out);
    g_string_append(out, " (");
    cl_escape_code(rule->id, out);
    g_string_append(out, ")");
}

/* ": 3处, 2篇 (3 claims, 2 articles)". */
static void
print_amount(const ClRuleTally *rule, GString *out)
{
    if (rule->claims == 1) {
        g_string_append(out, ": 1处, 无从比较 (1 claim, nothing to compare)");
        return;
    }
    g_string_append_printf(out, ": %zu处, %zu篇 (", rule->claims,
                           rule->articles);
    cl_message_count(rule->claims, "claim", out);
    g_string_append(out, ", ");
    cl_message_count(rule->articles, "article", out);
    g_string_append(out, ")");
}

static void
print_agreeing(const ClReport *report, const ClTally *tally, GString *out)
{
    if (!tally->agreeing)
        return;
    g_string_append(out, "## 一致的 (what agrees)\n\n");
    for (guint i = 0; i < tally->rules->len; i++) {
        const ClRuleTally *const rule =
            &g_array_index(tally->rules, ClRuleTally, i);
        if (rule->different < 2 || rule->findings)
            continue;
        print_rule(cl_rule_set_get(report->rules, i), out);
        print_amount(rule, out);
        g_string_append_c(out, '\n');
    }
    g_string_append_c(out, '\n');
}

static void
print_silent(const ClReport *report, const ClTally *tally, GString *out)
{
    if (!tally->silent)
        return;
    g_string_append(out, "## 没有提到的 (rules without claims)\n\n");
    for (guint i = 0; i < tally->rules->len; i++) {
        if (g_array_index(tally->rules, ClRuleTally, i).claims)
            continue;
        print_rule(cl_rule_set_get(report->rules, i), out);
        g_string_append_c(out, '\n');
    }
    g_string_append_c(out, '\n');
}

static void
print_unclaimed(const ClReport *report, GString *out)
{
    const size_t count = cl_claims_unclaimed(report->claims);
    g_string_append_printf(out,
                           "## 没有规则管的数字 (figures no rule covers)\n\n"
                           "%zu处 (",
                           count);
    cl_message_count(count, "figure", out);
    g_string_append(out, ")\n\n");
}

static void
print_notes(const ClReport *report, GString *out)
{
    if (!cl_notes_count(report->notes))
        return;
    g_string_append(out, "## 没能查的, 要留意的 (what was not looked at, and "
                         "why)\n\n");
    for (size_t i = 0; i < cl_notes_count(report->notes); i++) {
        g_autoptr(GString) line = g_string_new(NULL);
        cl_report_note(cl_notes_get(report->notes, i), false, line);
        g_string_append(out, "- ");
        cl_escape_code(line->str, out);
        g_string_append_c(out, '\n');
    }
    g_string_append_c(out, '\n');
}

static void
print_footer(const ClReport *report, GString *out)
{
    const char *const hash = cl_rule_set_hash(report->rules);
    g_string_append_printf(out, "---\n\nclaimlint %s, 规则 rules `%.12s`, ",
                           CLAIMLINT_VERSION, hash);
    g_string_append(out, "模糊词 hedges ");
    cl_escape_code(
        cl_vocabulary_hedge_profile(cl_rule_set_vocabulary(report->rules)),
        out);
    g_string_append_c(out, '\n');
}

void
cl_report_markdown(const ClReport *report, GString *out)
{
    g_auto(ClTally) tally;
    cl_tally_init(&tally, report);
    g_string_append(out, "# 数字核对报告 (figures that cannot all be true)"
                         "\n\n");
    if (!report->complete)
        g_string_append(out,
                        "**未完成 INCOMPLETE**: 有内容没能判断, 原因见文末 "
                        "(not everything could be judged; the reasons "
                        "are at the end)\n\n");
    cl_tally_summary(&tally, report, out);
    g_string_append(out, "\n\n");
    if (tally.told) {
        print_verdicts(&tally, out);
        print_index(report, out);
    }
    print_findings(report, out);
    print_agreeing(report, &tally, out);
    print_silent(report, &tally, out);
    print_unclaimed(report, out);
    print_notes(report, out);
    print_footer(report, out);
}
