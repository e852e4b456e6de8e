/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Turns decisions of extraction into half-sentences.  It decides nothing
 * itself: what is told is what the decision holds.
 */
#include "cli/reason.h"

#include <string.h>

static void
quote(const ClFolded *text, ClSpan span, GString *out)
{
    g_string_append_c(out, '\'');
    g_string_append_len(out, text->cased->str + span.start,
                        (gssize)(span.end - span.start));
    g_string_append_c(out, '\'');
}

static void
quote_figure(const ClDecision *decision, GString *out)
{
    quote(decision->text, decision->quantity->span, out);
}

static bool
is_empty(ClSpan span)
{
    return span.end <= span.start;
}

/* ---- One step each ----------------------------------------------------- */

static void
tell_figure(const ClDecision *decision, GString *out)
{
    if (decision->fits)
        g_string_append(out, "no measure in the sentence");
    else
        g_string_append(out, "the rule takes figures in another unit");
}

static void
tell_in_name(const ClDecision *decision, GString *out)
{
    quote(decision->text, decision->words, out);
    g_string_append(out, " is part of a name");
}

static void
tell_pattern(const ClDecision *decision, GString *out)
{
    g_string_append(out, "a pattern matches ");
    quote(decision->text, decision->words, out);
}

static void
tell_far(const ClDecision *decision, GString *out)
{
    g_string_append(out, "measure ");
    quote(decision->text, decision->measure, out);
    g_string_append_printf(out, " is too far: %zu characters, gap is %u",
                           decision->distance, decision->rule->gap);
}

static void
tell_covered(const ClDecision *decision, GString *out)
{
    g_string_append(out, "measure ");
    quote(decision->text, decision->measure, out);
    g_string_append(out, " is only a part of ");
    quote(decision->text, decision->words, out);
}

static void
tell_behind(const ClDecision *decision, GString *out)
{
    g_string_append(out, "measure ");
    quote(decision->text, decision->measure, out);
    g_string_append(out, " follows the figure, ");
    if (is_empty(decision->words)) {
        g_string_append(out, "in another clause");
        return;
    }
    g_string_append(out, "and the rival word ");
    quote(decision->text, decision->words, out);
    g_string_append(out, " comes before it");
}

static void
tell_excluded(const ClDecision *decision, GString *out)
{
    quote(decision->text, decision->words, out);
    g_string_append(out, " is excluded by the rule");
}

static void
tell_rival(const ClDecision *decision, GString *out)
{
    g_string_append(out, "rival word ");
    quote(decision->text, decision->words, out);
    g_string_append(out, " stands between ");
    quote(decision->text, decision->measure, out);
    g_string_append(out, " and the figure");
}

static void
tell_nearer(const ClDecision *decision, GString *out)
{
    g_string_append(out, "measure ");
    quote(decision->text, decision->measure, out);
    g_string_append(out, " belongs to the nearer figure ");
    quote(decision->text, decision->words, out);
}

static void
tell_unit(const ClDecision *decision, GString *out)
{
    quote_figure(decision, out);
    g_string_append(out, decision->quantity->unit
                             ? " has a unit the rule does not take with "
                             : " has no unit and does not adjoin ");
    quote(decision->text, decision->measure, out);
}

static void
tell_measure(const ClDecision *decision, GString *out)
{
    g_string_append(out, "measure ");
    quote(decision->text, decision->measure, out);
    g_string_append_printf(out, " at %zu characters (gap %u)",
                           decision->distance, decision->rule->gap);
}

static void
tell_other_name(const ClDecision *decision, GString *out)
{
    if (is_empty(decision->words)) {
        g_string_append(out, "no subject here, and none carried over: the "
                             "sentence names another one");
        return;
    }
    g_string_append(out, "another name stands between ");
    quote(decision->text, decision->words, out);
    g_string_append(out, " and the figure");
}

static void
tell_place(const ClDecision *decision, GString *out)
{
    switch (decision->found) {
    case CL_FOUND_CLAUSE:
        g_string_append(out, ", in the figure's clause");
        break;
    case CL_FOUND_SENTENCE:
        g_string_append(out, ", elsewhere in the sentence");
        break;
    case CL_FOUND_CARRIED:
        g_string_append_printf(out, ", carried from '%s'",
                               decision->from->cased->str);
        break;
    case CL_FOUND_ARTICLE:
        g_string_append(out, ", the period the article is about");
        break;
    case CL_FOUND_ASSUMED:
        break;
    }
}

static void
tell_subject(const ClDecision *decision, GString *out)
{
    g_string_append(out, "subject");
    if (!is_empty(decision->words)) {
        g_string_append_c(out, ' ');
        quote(decision->text, decision->words, out);
    }
    tell_place(decision, out);
}

static void
tell_no_subject(const ClDecision *decision, GString *out)
{
    g_string_append_printf(out,
                           "no subject here, and none carried over (carry %u)",
                           decision->rule->carry);
}

static void
tell_facet(const ClDecision *decision, GString *out)
{
    const ClFacetValue *const given = decision->given;
    g_string_append_printf(out, "%s: %s", decision->facet->name,
                           given->value ? given->value : "not said");
    if (given->words) {
        g_string_append_printf(out, " from '%s'", given->words);
        tell_place(decision, out);
    } else if (given->assumed) {
        g_string_append(out, ", assumed");
    } else if (given->value) {
        g_string_append(out, ", from how the sentence is built");
    }
}

static void
tell_required(const ClDecision *decision, GString *out)
{
    g_string_append_printf(
        out, "required facet %s is %s, not %s", decision->facet->name,
        decision->given->value ? decision->given->value : "not said",
        decision->facet->required);
}

static void
tell_claim(const ClDecision *decision, GString *out)
{
    g_string_append(out, "claim of ");
    quote_figure(decision, out);
}

static void
tell_nothing(const ClDecision *decision, GString *out)
{
    (void)decision;
    (void)out;
}

/* What is told of each step, and how near to a claim it is. */
static const struct {
    unsigned rank;
    void (*tell)(const ClDecision *, GString *);
} steps[] = {
    [CL_STEP_SENTENCE] = {0, tell_nothing},
    [CL_STEP_FIGURE] = {1, tell_figure},
    [CL_STEP_IN_NAME] = {0, tell_in_name},
    [CL_STEP_PATTERN] = {0, tell_pattern},
    [CL_STEP_COVERED] = {2, tell_covered},
    [CL_STEP_FAR] = {4, tell_far},
    [CL_STEP_BEHIND] = {5, tell_behind},
    [CL_STEP_EXCLUDED] = {7, tell_excluded},
    [CL_STEP_RIVAL] = {6, tell_rival},
    [CL_STEP_NEARER] = {3, tell_nearer},
    [CL_STEP_UNIT] = {3, tell_unit},
    [CL_STEP_MEASURE] = {0, tell_measure},
    [CL_STEP_OTHER_NAME] = {8, tell_other_name},
    [CL_STEP_SUBJECT] = {0, tell_subject},
    [CL_STEP_NO_SUBJECT] = {0, tell_no_subject},
    [CL_STEP_FACET] = {0, tell_facet},
    [CL_STEP_REQUIRED] = {9, tell_required},
    [CL_STEP_CLAIM] = {0, tell_claim},
};

unsigned
cl_reason_rank(ClStep step)
{
    return steps[step].rank;
}

void
cl_reason_tell(const ClDecision *decision, GString *out)
{
    steps[decision->step].tell(decision, out);
}

/* ---- Words of a rule --------------------------------------------------- */

static bool
has_use(const ClRuleSet *rules, uint32_t term, const ClRule *rule, ClRole role)
{
    size_t count;
    const ClTermUse *const uses = cl_rule_set_uses(rules, term, &count);
    for (size_t i = 0; i < count; i++)
        if (uses[i].role == role &&
            cl_rule_set_get(rules, uses[i].rule) == rule)
            return true;
    return false;
}

bool
cl_reason_has_role(const ClRuleSet *rules,
                   const ClDecision *decision,
                   const ClRule *rule,
                   ClRole role)
{
    for (guint i = 0; i < decision->hits->len; i++)
        if (has_use(rules, g_array_index(decision->hits, ClHit, i).term, rule,
                    role))
            return true;
    return false;
}

void
cl_reason_list_words(const ClRuleSet *rules,
                     const ClDecision *decision,
                     const ClRule *rule,
                     ClRole role,
                     GString *out)
{
    size_t told = 0;
    for (guint i = 0; i < decision->hits->len; i++) {
        const ClHit *const hit = &g_array_index(decision->hits, ClHit, i);
        if (!has_use(rules, hit->term, rule, role))
            continue;
        g_string_append(out, told++ ? ", " : "");
        quote(decision->text, hit->span, out);
    }
}
