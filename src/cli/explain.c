/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Collects the decisions of one rule, figure by figure, into a page for its
 * author: a sentence is told once it is over, and only if it has a figure and
 * a word of the rule.
 */
#include "cli/explain.h"

#include "cli/reason.h"
#include "report/report.h"

#include <string.h>

/* What was decided of one figure of the sentence. */
typedef struct {
    ClSpan span;
    bool claimed;
    GString *steps;
    GString *unsaid; /* names of facets */
} Figure;

struct ClExplainer {
    const ClRuleSet *rules;
    const ClRule *rule;
    GString *head;   /* of the sentence being told */
    bool named;      /* the sentence has a subject or a measure */
    bool bound;      /* one of its figures is a claim */
    GArray *figures; /* of Figure */
    GString *pages;  /* of the sentences before */
    size_t sentences, claims;
};

static void
clear_figure(void *data)
{
    g_string_free(((Figure *)data)->steps, TRUE);
    g_string_free(((Figure *)data)->unsaid, TRUE);
}

ClExplainer *
cl_explainer_new(const ClRuleSet *rules, const ClRule *rule)
{
    ClExplainer *explainer = g_new0(ClExplainer, 1);
    explainer->rules = rules;
    explainer->rule = rule;
    explainer->head = g_string_new(NULL);
    explainer->pages = g_string_new(NULL);
    explainer->figures = g_array_new(FALSE, FALSE, sizeof(Figure));
    g_array_set_clear_func(explainer->figures, clear_figure);
    return explainer;
}

void
cl_explainer_free(ClExplainer *explainer)
{
    if (!explainer)
        return;
    g_string_free(explainer->head, TRUE);
    g_string_free(explainer->pages, TRUE);
    g_array_unref(explainer->figures);
    g_free(explainer);
}

/* ---- A sentence -------------------------------------------------------- */

static void
end_sentence(ClExplainer *explainer)
{
    if (explainer->figures->len && (explainer->named || explainer->bound)) {
        g_string_append_len(explainer->pages, explainer->head->str,
                            (gssize)explainer->head->len);
        for (guint i = 0; i < explainer->figures->len; i++) {
            const Figure *const figure =
                &g_array_index(explainer->figures, Figure, i);
            g_string_append_len(explainer->pages, figure->steps->str,
                                (gssize)figure->steps->len);
            if (!figure->claimed)
                g_string_append(explainer->pages, "    = no claim\n");
        }
        g_string_append_c(explainer->pages, '\n');
        explainer->sentences++;
    }
    g_string_truncate(explainer->head, 0);
    g_array_set_size(explainer->figures, 0);
}

static void
append_words(const ClExplainer *explainer,
             const ClDecision *decision,
             const char *name,
             ClRole role,
             GString *out)
{
    if (role != CL_ROLE_SUBJECT &&
        !cl_reason_has_role(explainer->rules, decision, explainer->rule, role))
        return;
    g_string_append_printf(out, "  %-8s ", name);
    const size_t before = out->len;
    cl_reason_list_words(explainer->rules, decision, explainer->rule, role,
                         out);
    if (out->len == before)
        g_string_append(out, "none in this sentence");
    g_string_append_c(out, '\n');
}

static void
start_sentence(ClExplainer *explainer, const ClDecision *decision)
{
    const ClPlace place =
        cl_article_place(decision->article, decision->sentence);
    g_autofree char *quote =
        cl_article_quote(decision->article, decision->sentence);
    GString *const head = explainer->head;
    explainer->named = cl_reason_has_role(explainer->rules, decision,
                                          explainer->rule, CL_ROLE_SUBJECT) ||
                       cl_reason_has_role(explainer->rules, decision,
                                          explainer->rule, CL_ROLE_MEASURE);
    explainer->bound = false;
    g_string_append_printf(head, "%s:%u:%u: %s\n",
                           cl_article_info(decision->article)->path, place.line,
                           place.column, quote);
    g_string_append_printf(head, "  %-8s %s\n", "folded",
                           decision->text->text->str);
    append_words(explainer, decision, "subject", CL_ROLE_SUBJECT, head);
    append_words(explainer, decision, "measure", CL_ROLE_MEASURE, head);
    append_words(explainer, decision, "excluded", CL_ROLE_EXCLUDE, head);
}

/* ---- A figure ---------------------------------------------------------- */

static Figure *
figure_of(ClExplainer *explainer, const ClDecision *decision)
{
    for (guint i = 0; i < explainer->figures->len; i++) {
        Figure *const figure = &g_array_index(explainer->figures, Figure, i);
        if (figure->span.start == decision->quantity->span.start)
            return figure;
    }
    return NULL;
}

static void
append_reading(const ClExplainer *explainer,
               const ClDecision *decision,
               GString *out)
{
    g_autoptr(GString) reading = g_string_new(NULL);
    cl_quantity_explain(cl_rule_set_vocabulary(explainer->rules),
                        decision->quantity, decision->text->cased->str,
                        reading);
    g_auto(GStrv) lines = g_strsplit(reading->str, "\n", -1);
    for (char **line = lines; *line; line++)
        if (**line)
            g_string_append_printf(out, "    %s\n", g_strchug(*line));
}

static void
start_figure(ClExplainer *explainer, const ClDecision *decision)
{
    const ClVocabulary *const vocabulary =
        cl_rule_set_vocabulary(explainer->rules);
    const ClUnitId wanted = g_array_index(explainer->rule->units, ClUnitId, 0);
    const Figure figure = {decision->quantity->span, false,
                           g_string_new("  figure\n"), g_string_new(NULL)};
    append_reading(explainer, decision, figure.steps);
    g_string_append_printf(figure.steps, "    unit    %s: the rule takes %s\n",
                           decision->fits ? "fits" : "does not fit",
                           cl_unit_name(vocabulary, wanted));
    g_array_append_val(explainer->figures, figure);
}

static void
append_claim(const ClExplainer *explainer,
             const ClDecision *decision,
             const GString *unsaid,
             GString *out)
{
    if (unsaid->len)
        g_string_append_printf(out, "    + not said: %s\n", unsaid->str);
    g_string_append(out, "    = claim ");
    cl_figure_interval(cl_rule_set_vocabulary(explainer->rules),
                       decision->value->hard, decision->value->unit, true, out);
    g_string_append_c(out, '\n');
}

static void
add_step(ClExplainer *explainer, const ClDecision *decision)
{
    Figure *const figure = figure_of(explainer, decision);
    if (!figure)
        return;
    if (decision->step == CL_STEP_CLAIM) {
        append_claim(explainer, decision, figure->unsaid, figure->steps);
        figure->claimed = explainer->bound = true;
        explainer->claims++;
        return;
    }
    if (decision->step == CL_STEP_FACET && !decision->given->value) {
        g_string_append_printf(figure->unsaid, "%s%s",
                               figure->unsaid->len ? ", " : "",
                               decision->facet->name);
        return;
    }
    const bool good = cl_reason_rank(decision->step) == 0 &&
                      decision->step != CL_STEP_IN_NAME &&
                      decision->step != CL_STEP_NO_SUBJECT;
    g_string_append(figure->steps, good ? "    + " : "    - ");
    cl_reason_tell(decision, figure->steps);
    g_string_append_c(figure->steps, '\n');
}

void
cl_explainer_tell(void *data, const ClDecision *decision)
{
    ClExplainer *const explainer = data;
    if (decision->step == CL_STEP_SENTENCE) {
        end_sentence(explainer);
        start_sentence(explainer, decision);
    } else if (decision->rule != explainer->rule) {
        return;
    } else if (decision->step == CL_STEP_FIGURE) {
        start_figure(explainer, decision);
    } else {
        add_step(explainer, decision);
    }
}

/* Articles may hold what a terminal takes orders from. */
static void
append_escaped(const char *pages, GString *out)
{
    g_auto(GStrv) lines = g_strsplit(pages, "\n", -1);
    for (char **line = lines; *line; line++) {
        cl_escape_terminal(*line, out);
        if (line[1])
            g_string_append_c(out, '\n');
    }
}

void
cl_explainer_finish(ClExplainer *explainer, GString *out)
{
    end_sentence(explainer);
    append_escaped(explainer->pages->str, out);
    g_string_append_printf(
        out, "%s: %zu sentence%s, %zu claim%s\n", explainer->rule->id,
        explainer->sentences, explainer->sentences == 1 ? "" : "s",
        explainer->claims, explainer->claims == 1 ? "" : "s");
    g_string_truncate(explainer->pages, 0);
    explainer->sentences = explainer->claims = 0;
}
