/* SPDX-License-Identifier: Apache-2.0 */
/* Counts claims and findings by rule and verdict, and says so in one line. */
#include "report/tally.h"

#include "report/messages.h"

#include <string.h>

static ClRuleTally *
tally_of(const ClTally *tally, GHashTable *places, const ClRule *rule)
{
    const size_t at = GPOINTER_TO_SIZE(g_hash_table_lookup(places, rule));
    return &g_array_index(tally->rules, ClRuleTally, at);
}

static void
count_claims(ClTally *tally, const ClReport *report, GHashTable *places)
{
    for (size_t i = 0; i < cl_claims_count(report->claims); i++) {
        const ClClaim *const claim = cl_claims_get(report->claims, i);
        ClRuleTally *const rule = tally_of(tally, places, claim->rule);
        rule->claims++;
        rule->different += claim->repeat_of < 0;
        if (!rule->path || strcmp(rule->path, claim->article->path) != 0)
            rule->articles++;
        rule->path = claim->article->path;
    }
}

static void
count_findings(ClTally *tally, const ClReport *report, GHashTable *places)
{
    for (size_t i = 0; i < cl_findings_count(report->findings); i++) {
        const ClFinding *const finding = cl_findings_get(report->findings, i);
        tally_of(tally, places, finding->rule)->findings++;
        if (!cl_report_tells(report, finding))
            continue;
        tally->verdicts[finding->verdict]++;
        tally->told++;
    }
}

void
cl_tally_init(ClTally *tally, const ClReport *report)
{
    const size_t count = cl_rule_set_count(report->rules);
    g_autoptr(GHashTable) places = g_hash_table_new(NULL, NULL);
    *tally = (ClTally){
        .rules =
            g_array_sized_new(FALSE, TRUE, sizeof(ClRuleTally), (guint)count),
    };
    g_array_set_size(tally->rules, (guint)count);
    for (size_t i = 0; i < count; i++)
        g_hash_table_insert(places, (gpointer)cl_rule_set_get(report->rules, i),
                            GSIZE_TO_POINTER(i));
    count_claims(tally, report, places);
    count_findings(tally, report, places);
    for (size_t i = 0; i < count; i++) {
        const ClRuleTally *const rule =
            &g_array_index(tally->rules, ClRuleTally, i);
        tally->silent += rule->claims == 0;
        tally->single += rule->different == 1 && rule->findings == 0;
        tally->agreeing += rule->different > 1 && rule->findings == 0;
    }
}

void
cl_tally_clear(ClTally *tally)
{
    g_clear_pointer(&tally->rules, g_array_unref);
}

static void
append_verdicts(const ClTally *tally, GString *out)
{
    const char *comma = "";
    for (int verdict = 0; verdict < CL_VERDICTS; verdict++) {
        if (!tally->verdicts[verdict])
            continue;
        g_string_append(out, comma);
        cl_message_count(tally->verdicts[verdict], cl_verdict_name(verdict),
                         out);
        comma = ", ";
    }
    if (!tally->told)
        g_string_append(out, "no findings");
}

void
cl_tally_summary(const ClTally *tally, const ClReport *report, GString *out)
{
    const size_t unclaimed = cl_claims_unclaimed(report->claims);
    cl_message_count(cl_claims_articles(report->claims), "article", out);
    g_string_append(out, ", ");
    cl_message_count(cl_claims_count(report->claims), "claim", out);
    g_string_append(out, " of ");
    cl_message_count(tally->rules->len, "rule", out);
    g_string_append(out, ": ");
    append_verdicts(tally, out);
    g_string_append(out, "; ");
    cl_message_count(tally->agreeing, "rule", out);
    g_string_append(out, tally->agreeing == 1 ? " agrees" : " agree");
    if (tally->single)
        g_string_append_printf(out, ", %zu %s one claim", tally->single,
                               tally->single == 1 ? "has" : "have");
    if (tally->silent)
        g_string_append_printf(out, ", %zu %s no claims", tally->silent,
                               tally->silent == 1 ? "has" : "have");
    g_string_append(out, "; ");
    cl_message_count(unclaimed, "figure", out);
    g_string_append(out,
                    unclaimed == 1 ? " matches no rule" : " match no rule");
}
