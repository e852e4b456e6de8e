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
    run->found = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    cl_rule_set_sift(run->rules, run->article, run->sifted);
}

void
gate_close(Extraction *run)
{
    g_clear_pointer(&run->sifted, g_array_unref);
    g_clear_pointer(&run->found, g_array_unref);
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

/* The first word behind a byte.  Sentences come in order, so that it is near
   where it was last. */
static unsigned
first_behind(const Extraction *run, unsigned from, size_t at)
{
    const ClHit *hits = (const ClHit *)(const void *)run->sifted->data;
    while (from < run->sifted->len && hits[from].span.start < at)
        from++;
    while (from > 0 && hits[from - 1].span.start >= at)
        from--;
    return from;
}

static void
take_words(Extraction *run, ClSpan span, GArray *words)
{
    const unsigned first = first_behind(run, run->sifted_at, span.start);
    const unsigned end = first_behind(run, first, span.end);
    run->sifted_at = first;
    g_array_set_size(words, 0);
    if (end > first)
        g_array_append_vals(words, &g_array_index(run->sifted, ClHit, first),
                            end - first);
}

const GArray *
gate_words(Extraction *run, Passage *passage)
{
    if (!run->sifted || passage->anchored ||
        is_more_than_its_span(run, passage))
        return passage_anchors(run, passage);
    if (passage->sifted)
        return passage->words;
    passage->sifted = true;
    take_words(run, passage->sentence.span, passage->words);
    return passage->words;
}

enum {
    SUBJECTS = 1 << CL_ROLE_SUBJECT | 1 << CL_ROLE_SHORT | 1 << CL_ROLE_FAMILY,
    MEASURES = 1 << CL_ROLE_MEASURE,
};

/* What the words of a sentence may be, all together: as bits. */
static unsigned
roles_in(Extraction *run, Passage *passage)
{
    if (passage->weighed)
        return passage->roles;
    const GArray *words = gate_words(run, passage);
    passage->weighed = true;
    passage->roles = 0;
    for (unsigned i = 0; i < words->len; i++)
        passage->roles |=
            cl_rule_set_roles(run->rules, g_array_index(words, ClHit, i).term);
    return passage->roles;
}

static bool
has_both(Extraction *run, Passage *passage)
{
    const unsigned roles = passage ? roles_in(run, passage) : 0;
    return roles & SUBJECTS && roles & MEASURES;
}

static bool
asks_a_rule(Extraction *run, Passage *question)
{
    if (!has_both(run, question))
        return false;
    g_autoptr(GArray) rules = find_asked_rules(run, question, gate_words);
    return rules->len > 0;
}

/* The nearer of the two sentences before that asks; NULL if neither does. */
static Passage *
find_asking(Extraction *run, size_t index)
{
    for (int back = 1; back <= 2; back++) {
        Passage *passage = passage_near(run, index, -back);
        if (!passage || is_question(run, passage))
            return passage;
    }
    return NULL;
}

/* What find_question may find.  Roles are known, questions looked for. */
static bool
may_answer(Extraction *run, size_t index)
{
    const bool alone = may_be_figure_alone(passage_near(run, index, 0));
    const bool told = has_both(run, passage_near(run, index, -1)) ||
                      has_both(run, passage_near(run, index, -2));
    Passage *asking = alone || told ? find_asking(run, index) : NULL;
    return asking ? asks_a_rule(run, asking)
                  : alone && asks_a_rule(run, passage_near(run, index, 1));
}

/* Whether sentences before, or behind, or the title have a word of the kind
   that the sentence lacks: without one no rule can be a candidate. */
static bool
has_other_half(Extraction *run, size_t index, unsigned wanted)
{
    for (int from = -FARTHEST_SUBJECT; from <= 1; from++) {
        Passage *near = from ? passage_near(run, index, from) : NULL;
        if (near && roles_in(run, near) & wanted)
            return true;
    }
    return run->has_title && roles_in(run, &run->title) & wanted;
}

/* 半年前是46,479家: the sentence before may say both, or several together. */
static bool
may_go_on(Extraction *run, size_t index)
{
    Passage *before = passage_near(run, index, -1);
    const unsigned roles = before ? roles_in(run, before) : 0;
    return (roles & SUBJECTS && roles & MEASURES) ||
           (cl_rule_set_farthest_carry(run->rules) > 1 &&
            has_other_half(run, index, MEASURES) &&
            has_other_half(run, index, SUBJECTS));
}

/* What find_candidates may find, by the roles of words alone. */
static bool
may_have_candidates(Extraction *run, size_t index)
{
    size_t patterned;
    cl_rule_set_patterned(run->rules, &patterned);
    const unsigned roles = roles_in(run, passage_near(run, index, 0));
    if (patterned || (roles & SUBJECTS && roles & MEASURES) ||
        (roles & SUBJECTS && cl_rule_set_has_bare_subject(run->rules)))
        return true;
    if (cl_rule_set_leaves_unsaid(run->rules))
        return roles & SUBJECTS || has_other_half(run, index, SUBJECTS);
    if (roles & SUBJECTS)
        return has_other_half(run, index, MEASURES);
    return may_go_on(run, index) ||
           (roles & MEASURES && has_other_half(run, index, SUBJECTS));
}

bool
gate_passes(Extraction *run, size_t index)
{
    if (!run->sifted)
        return true;
    return (may_have_candidates(run, index) &&
            passage_has_number(run, passage_near(run, index, 0)) &&
            has_candidates(run, index, gate_words)) ||
           may_answer(run, index);
}
