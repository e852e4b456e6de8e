/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/explain_pairs.h"

#include "report/report.h"

#include <string.h>

typedef struct {
    const ClRuleSet *rules;
    const ClRule *rule;
    const GArray *figures; /* of ClFigure */
    GString *out;
} Page;

static const ClClaim *
claim_of(const Page *page, unsigned figure)
{
    return g_array_index(page->figures, ClFigure, figure).claim;
}

static void
append_figure(const Page *page, unsigned index)
{
    const ClFigure *const figure =
        &g_array_index(page->figures, ClFigure, index);
    const ClClaim *const claim = figure->claim;
    g_string_append_printf(page->out, "  %u  '", index + 1);
    cl_escape_terminal(claim->quantity_text, page->out);
    g_string_append(page->out, "' = ");
    cl_figure_interval(cl_rule_set_vocabulary(page->rules),
                       claim->quantity.hard, claim->quantity.unit, true,
                       page->out);
    g_string_append(page->out, ", ");
    cl_escape_terminal(claim->article->path, page->out);
    g_string_append_printf(page->out, ":%u", claim->place.line);
    if (figure->claims > 1)
        g_string_append_printf(page->out, " and %u more", figure->claims - 1);
    g_string_append_c(page->out, '\n');
}

/* kind (locked, intent), when (2031-07, unknown) */
static void
append_facets(const Page *page, const ClPairFate *fate, uint64_t bits)
{
    const char *comma = "";
    for (unsigned i = 0; i < page->rule->facets->len && i < 64; i++) {
        if (!(bits >> i & 1))
            continue;
        const ClFacet *const facet = page->rule->facets->pdata[i];
        const char *const a = claim_of(page, fate->a)->facets[i].value;
        const char *const b = claim_of(page, fate->b)->facets[i].value;
        g_string_append_printf(page->out, "%s%s (%s, %s)", comma, facet->name,
                               a ? a : "not said", b ? b : "not said");
        comma = ", ";
    }
}

static const char *
reason_of(ClFate fate)
{
    static const char *const reasons[] = {
        [CL_FATE_TOLD] = "told as",
        [CL_FATE_SHOWN] = "not told: another pair with one of them says it",
        [CL_FATE_AGREE] = "not told: both can be true",
        [CL_FATE_APART] = "not told: two different facts",
        [CL_FATE_EXPLAINED] =
            "not told: time or place explains why they differ",
        [CL_FATE_LISTED] = "not told: one is an item of a list",
        [CL_FATE_ONE_SENTENCE] =
            "not told: who names both in one sentence means two things",
        [CL_FATE_UNITS] = "not told: their units do not compare",
        [CL_FATE_CARRIED] =
            ("not told: the subject of one comes from another sentence, "
             "which proves too little"),
    };
    return reasons[fate];
}

static void
append_pair(const Page *page, const ClPairFate *fate)
{
    const bool told = fate->fate == CL_FATE_TOLD;
    g_string_append_printf(page->out, "  %u and %u: %s", fate->a + 1,
                           fate->b + 1, reason_of(fate->fate));
    if (told)
        g_string_append_printf(page->out, " %s",
                               cl_verdict_name(fate->verdict));
    if (fate->differs) {
        g_string_append(page->out, "; they differ in ");
        append_facets(page, fate, fate->differs);
    }
    if (fate->unknown) {
        g_string_append(page->out, "; one leaves open ");
        append_facets(page, fate, fate->unknown);
    }
    g_string_append_c(page->out, '\n');
}

void
cl_explain_pairs(const ClRuleSet *rules,
                 const ClClaims *claims,
                 const ClRule *rule,
                 GString *out)
{
    if (rule->check != CL_CHECK_NONE)
        return;
    g_autoptr(GArray) figures = g_array_new(FALSE, FALSE, sizeof(ClFigure));
    g_autoptr(GArray) fates = g_array_new(FALSE, FALSE, sizeof(ClPairFate));
    const bool few = cl_check_explain(claims, rule, figures, fates);
    const Page page = {rules, rule, figures, out};
    if (figures->len < 2)
        return;
    g_string_append_printf(out, "%s: %u figures\n", rule->id, figures->len);
    if (!few) {
        g_string_append(out, "  too many to tell what becomes of each two; "
                             "give fewer articles\n");
        return;
    }
    for (unsigned i = 0; i < figures->len; i++)
        append_figure(&page, i);
    for (unsigned i = 0; i < fates->len; i++)
        append_pair(&page, &g_array_index(fates, ClPairFate, i));
}
