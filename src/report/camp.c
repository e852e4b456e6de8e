/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Camps in words: which claim stands for one, its facets, how its figure
 * reads and how far it is from the others.  Nothing here is escaped yet.
 */
#include "report/camp.h"

#include "report/figure.h"
#include "report/messages.h"

#include <string.h>

const ClClaim *
cl_camp_claim(const ClReport *report, const ClCamp *camp, size_t index)
{
    return cl_claims_get(report->claims,
                         g_array_index(camp->claims, uint32_t, index));
}

const ClCamp *
cl_finding_camp(const ClFinding *finding, size_t index)
{
    return &g_array_index(finding->camps, ClCamp, index);
}

size_t
cl_finding_rows(const ClFinding *finding)
{
    return finding->camps->len + (finding->reference != NULL);
}

const ClClaim *
cl_finding_row(const ClReport *report, const ClFinding *finding, size_t index)
{
    if (index < finding->camps->len)
        return cl_camp_lead(report, cl_finding_camp(finding, index));
    return finding->reference;
}

static bool
is_of_draft(const ClReport *report, const ClCamp *camp)
{
    for (guint i = 0; report->drafts && i < camp->claims->len; i++)
        if (report->drafts[g_array_index(camp->claims, uint32_t, i)] >= 0)
            return true;
    return false;
}

bool
cl_finding_shows(const ClReport *report, const ClFinding *finding, size_t row)
{
    const size_t camps = finding->camps->len;
    return camps <= CL_ROWS_SHOWN || row < CL_ROWS_SHOWN / 2 ||
           row >= camps - CL_ROWS_SHOWN / 2 ||
           is_of_draft(report, cl_finding_camp(finding, row));
}

void
cl_finding_hidden(const ClReport *report,
                  const ClFinding *finding,
                  const char *before,
                  const char *after,
                  GString *out)
{
    size_t hidden = 0;
    for (size_t i = 0; i < finding->camps->len; i++)
        hidden += !cl_finding_shows(report, finding, i);
    if (hidden)
        g_string_append_printf(
            out, "%s其间另有%zu个数 / and %zu more between them%s", before,
            hidden, hidden, after);
}

bool
cl_finding_is_chinese(const ClFinding *finding)
{
    return cl_figure_is_chinese(finding->rule->title);
}

/* The lowest index of a camp's claims as an article asked about has them, or
 * best if none is lower. */
static uint32_t
first_of_camp(const ClReport *report, const ClCamp *camp, uint32_t best)
{
    for (guint i = 0; i < camp->claims->len; i++) {
        const uint32_t at = g_array_index(camp->claims, uint32_t, i);
        if (!report->drafts)
            best = MIN(best, at);
        else if (report->drafts[at] >= 0)
            best = MIN(best, (uint32_t)report->drafts[at]);
    }
    return best;
}

static uint32_t
first_of_all(const ClReport *report, const ClFinding *finding)
{
    uint32_t best = UINT32_MAX;
    for (guint i = 0; i < finding->camps->len; i++)
        best = first_of_camp(report, cl_finding_camp(finding, i), best);
    return best;
}

bool
cl_report_tells(const ClReport *report, const ClFinding *finding)
{
    return !report->drafts || first_of_all(report, finding) != UINT32_MAX;
}

const ClClaim *
cl_finding_place(const ClReport *report, const ClFinding *finding)
{
    const uint32_t first = first_of_all(report, finding);
    if (first == UINT32_MAX)
        return cl_camp_claim(report, cl_finding_camp(finding, 0), 0);
    return cl_claims_get(report->claims, first);
}

const ClClaim *
cl_camp_lead(const ClReport *report, const ClCamp *camp)
{
    const uint32_t first = first_of_camp(report, camp, UINT32_MAX);
    if (first == UINT32_MAX)
        return cl_camp_claim(report, camp, 0);
    return cl_claims_get(report->claims, first);
}

/* ---- Facets ------------------------------------------------------------ */

static bool
holds_name(const GPtrArray *names, const char *name)
{
    for (guint i = 0; names && i < names->len; i++)
        if (strcmp(names->pdata[i], name) == 0)
            return true;
    return false;
}

/* What goes without saying: assumed values, and that a figure is actual. */
static bool
is_plain(const ClFacet *facet, const ClFacetValue *value)
{
    return !facet->used || value->assumed ||
           (strcmp(facet->name, "modality") == 0 &&
            strcmp(value->value, "actual") == 0);
}

static bool
is_told(const ClFinding *finding,
        const ClFacet *facet,
        const ClFacetValue *value)
{
    if (holds_name(finding->differs_in, facet->name) ||
        holds_name(finding->unknown_in, facet->name))
        return true;
    return value->value && !is_plain(facet, value);
}

/* As the claim words it; an entity, which may stand sentences before, by the
   name its list gives it in the language of the claim. */
static const char *
value_in_words(const ClClaim *claim, guint index)
{
    const ClFacet *const facet = claim->rule->facets->pdata[index];
    const ClFacetValue *const value = &claim->facets[index];
    if (value->words)
        return value->words;
    if (facet->from_subject)
        return cl_rule_label(claim->rule, value->value,
                             cl_figure_is_chinese(claim->text));
    return cl_label_value(facet->name, value->value);
}

static char *
describe(const ClClaim *claim, guint index)
{
    const ClFacet *const facet = claim->rule->facets->pdata[index];
    const ClFacetValue *const value = &claim->facets[index];
    const char *const label = cl_label_facet(facet->name);
    if (!value->value)
        return g_strconcat("未写", cl_label_needs_blank(label) ? " " : "",
                           label, NULL);
    return g_strconcat(value_in_words(claim, index),
                       value->assumed ? "(推定)" : "", NULL);
}

void
cl_camp_facets(const ClFinding *finding, const ClClaim *claim, GString *out)
{
    const GPtrArray *const facets = claim->rule->facets;
    g_autoptr(GPtrArray) told = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < facets->len; i++) {
        const ClFacetValue *const value = &claim->facets[i];
        if (!is_told(finding, facets->pdata[i], value))
            continue;
        g_autofree char *words = describe(claim, i);
        /* 累计 may give two facets, and is said once */
        if (!holds_name(told, words))
            g_ptr_array_add(told, g_steal_pointer(&words));
    }
    for (guint i = 0; i < told->len; i++)
        g_string_append_printf(out, "%s%s", i ? ", " : "",
                               (const char *)told->pdata[i]);
}

/* ---- Readings ---------------------------------------------------------- */

/* An end of the usual reading that the hard one does not already give. */
static bool
usual_is_told(const ClQuantity *quantity)
{
    return !cl_interval_equal(quantity->usual, quantity->hard);
}

/* A rise of 12%, or a growth that is reckoned again; not a fall, which is read
   below nought, nor a rise by half. */
static bool
is_read_as_written(const ClClaim *claim)
{
    const ClQuantity *const quantity = &claim->quantity;
    const bool rise = quantity->kind == CL_KIND_PERCENT &&
                      cl_number_sign(quantity->hard.lo) >= 0;
    return quantity->form == CL_FORM_LEVEL || rise ||
           (claim->rule->check != CL_CHECK_NONE &&
            quantity->kind != CL_KIND_MULTIPLE);
}

bool
cl_camp_reading(const ClReport *report,
                const ClClaim *claim,
                bool chinese,
                GString *out)
{
    const ClVocabulary *const vocabulary =
        cl_rule_set_vocabulary(report->rules);
    const ClQuantity *const quantity = &claim->quantity;
    if (cl_interval_is_point(quantity->hard) && !quantity->spoken &&
        is_read_as_written(claim))
        return false;
    cl_figure_interval(vocabulary, quantity->hard, quantity->unit, chinese,
                       out);
    if (usual_is_told(quantity)) {
        g_string_append(out, chinese ? ", 通常 " : ", usually ");
        cl_figure_interval(vocabulary, quantity->usual, quantity->unit, chinese,
                           out);
    }
    return true;
}

const ClClaim *
cl_camp_earliest(const ClReport *report, const GArray *places)
{
    const ClClaim *best = NULL;
    for (guint i = 0; i < places->len; i++) {
        const ClClaim *const claim =
            cl_claims_get(report->claims, g_array_index(places, uint32_t, i));
        if (!*claim->article->date)
            continue;
        if (!best || strcmp(claim->article->date, best->article->date) < 0)
            best = claim;
    }
    return best;
}

/* ---- Gap --------------------------------------------------------------- */

typedef struct {
    ClNumber low, high; /* the ends that face each other */
    bool exact;         /* both sides are points */
    bool usual;         /* of what is usually meant, not of all it may mean */
    ClUnitId unit;
} Gap;

static ClInterval
reading_of(const ClReport *report, const ClFinding *finding, size_t index)
{
    const ClClaim *const claim =
        index < finding->camps->len
            ? cl_camp_claim(report, cl_finding_camp(finding, index), 0)
            : finding->reference;
    return finding->verdict == CL_VERDICT_TENSION ? claim->quantity.usual
                                                  : claim->quantity.hard;
}

static bool
find_gap(const ClReport *report, const ClFinding *finding, Gap *gap)
{
    ClInterval low = reading_of(report, finding, 0), high = low;
    for (size_t i = 1; i < cl_finding_rows(finding); i++) {
        const ClInterval reading = reading_of(report, finding, i);
        if (low.hi_unbounded || (!reading.hi_unbounded &&
                                 cl_number_compare(reading.hi, low.hi) < 0))
            low = reading;
        if (high.lo_unbounded || (!reading.lo_unbounded &&
                                  cl_number_compare(reading.lo, high.lo) > 0))
            high = reading;
    }
    if (low.hi_unbounded || high.lo_unbounded ||
        cl_number_compare(low.hi, high.lo) >= 0)
        return false;
    *gap = (Gap){
        low.hi, high.lo,
        cl_interval_is_point(low) && cl_interval_is_point(high),
        finding->verdict == CL_VERDICT_TENSION,
        cl_camp_claim(report, cl_finding_camp(finding, 0), 0)->quantity.unit};
    return true;
}

/* 20.4% more up to three times as much, then 16.7 times. */
static void
append_ratio(const Gap *gap, GString *chinese, GString *english)
{
    if (cl_number_sign(gap->low) <= 0)
        return;
    ClNumber ratio = cl_number_divide(gap->high, gap->low);
    const bool times = cl_number_compare(ratio, cl_number_make(3, 0)) >= 0;
    if (!times)
        ratio =
            cl_number_shift(cl_number_subtract(ratio, cl_number_make(1, 0)), 2);
    ratio = cl_number_round(ratio, -1, CL_ROUND_HALF_AWAY);
    if (!cl_number_valid(ratio) || cl_number_is_zero(ratio))
        return;
    g_string_append(chinese, times ? ", 是" : ", 多");
    cl_figure_number(ratio, true, chinese);
    g_string_append(chinese, times ? "倍" : "%");
    g_string_append(english, ", ");
    cl_figure_number(ratio, false, english);
    g_string_append(english, times ? " times" : "% more");
}

static void
append_gap(const ClVocabulary *vocabulary, const Gap *gap, GString *out)
{
    g_autoptr(GString) english = g_string_new(NULL);
    const ClNumber apart = cl_number_subtract(gap->high, gap->low);
    const bool percent =
        g_str_has_prefix(cl_unit_name(vocabulary, gap->unit), "percent");
    g_string_append(out, gap->usual ? "按通常的读法" : "");
    g_string_append(out, gap->exact ? "相差" : "至少相差");
    g_string_append(english, gap->usual ? "as usually meant " : "");
    g_string_append(english, gap->exact ? "" : "at least ");
    if (percent) { /* 45% and 50% are 5 points apart, not 5 % */
        cl_figure_number(apart, true, out);
        cl_figure_number(apart, false, english);
        g_string_append(out, "个百分点");
        g_string_append(english, " points apart");
    } else {
        cl_figure_amount(vocabulary, apart, gap->unit, true, out);
        cl_figure_amount(vocabulary, apart, gap->unit, false, english);
        g_string_append(english, " apart");
        append_ratio(gap, out, english);
    }
    g_string_append_printf(out, " (%s)", english->str);
}

void
cl_finding_gap(const ClReport *report, const ClFinding *finding, GString *out)
{
    Gap gap;
    /* 438.7亿元 and $43.9 billion are no 0.1% apart */
    if (finding->cause == CL_CAUSE_UNIT)
        return;
    if (finding->verdict != CL_VERDICT_CONFLICT &&
        finding->verdict != CL_VERDICT_REFERENCE &&
        finding->verdict != CL_VERDICT_TENSION)
        return;
    if (find_gap(report, finding, &gap))
        append_gap(cl_rule_set_vocabulary(report->rules), &gap, out);
}
