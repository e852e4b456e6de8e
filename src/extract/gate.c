/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which sentences are worth folding?  Subjects and measures are looked for in
 * the article as it is written, all at once; a sentence that no rule can
 * answer by what was found there is left at that.  What was found may be too
 * much and never too little, so that claims are the same without the gate:
 * it is open where all is to be told (a trace, figures that no rule takes).
 */
#include "extract/search.h"

void
gate_open(Extraction *run)
{
    if (run->trace || claims_counts_unclaimed(run->claims) ||
        !cl_rule_set_can_sift(run->rules))
        return;
    run->sifted = g_array_new(FALSE, FALSE, sizeof(ClHit));
    cl_rule_set_sift(run->rules, run->article, run->sifted);
}

void
gate_close(Extraction *run)
{
    g_clear_pointer(&run->sifted, g_array_unref);
}

/* A cell and a list's item are lent words; a sentence that was cut inside a
   word begins with one that stands nowhere else. */
static bool
is_more_than_its_span(const Extraction *run, const Passage *passage)
{
    size_t length;
    const char *text = cl_article_text(run->article, &length);
    const ClSpan span = passage->sentence.span;
    return passage == &run->title || passage->sentence.cell ||
           passage->sentence.lead.end > passage->sentence.lead.start ||
           (span.start > 0 && g_ascii_isalnum(text[span.start - 1]) &&
            g_ascii_isalnum(text[span.start]));
}

const GArray *
gate_words(Extraction *run, Passage *passage)
{
    if (!run->sifted || passage->anchored ||
        is_more_than_its_span(run, passage))
        return passage_anchors(run, passage);
    if (passage->sifted)
        return passage->words;
    const ClSpan span = passage->sentence.span;
    const unsigned first = search_behind(run->sifted, span.start);
    const unsigned end = search_behind(run->sifted, span.end);
    passage->sifted = true;
    g_array_set_size(passage->words, 0);
    if (end > first)
        g_array_append_vals(passage->words,
                            &g_array_index(run->sifted, ClHit, first),
                            end - first);
    return passage->words;
}

/* Whether no subject and no measure was found in a sentence. */
static bool
names_nothing(Extraction *run, Passage *passage)
{
    enum {
        ASKED = 1 << CL_ROLE_SUBJECT | 1 << CL_ROLE_SHORT |
                1 << CL_ROLE_FAMILY | 1 << CL_ROLE_MEASURE
    };
    const GArray *words = gate_words(run, passage);
    for (unsigned i = 0; i < words->len; i++)
        if (cl_rule_set_roles(run->rules, g_array_index(words, ClHit, i).term) &
            ASKED)
            return false;
    return true;
}

static bool
asks_a_rule(Extraction *run, Passage *question)
{
    if (!question || names_nothing(run, question))
        return false;
    g_autoptr(GArray) rules = find_asked_rules(run, question, gate_words);
    return rules->len > 0;
}

/* What find_question may find. */
static bool
may_answer(Extraction *run, size_t index)
{
    for (int back = 1; back <= 2; back++) {
        Passage *passage = passage_near(run, index, -back);
        if (!passage)
            break;
        if (is_question(run, passage))
            return asks_a_rule(run, passage);
    }
    return may_be_figure_alone(passage_near(run, index, 0)) &&
           asks_a_rule(run, passage_near(run, index, 1));
}

bool
gate_passes(Extraction *run, size_t index)
{
    size_t patterned;
    if (!run->sifted)
        return true;
    cl_rule_set_patterned(run->rules, &patterned);
    if (!patterned && !cl_rule_set_leaves_unsaid(run->rules) &&
        names_nothing(run, passage_near(run, index, 0)))
        return may_answer(run, index);
    g_autoptr(GArray) rules = find_candidates(run, index, gate_words);
    return rules->len > 0 || may_answer(run, index);
}
