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

enum {
    SUBJECTS = 1 << CL_ROLE_SUBJECT | 1 << CL_ROLE_SHORT | 1 << CL_ROLE_FAMILY,
    MEASURES = 1 << CL_ROLE_MEASURE,
};

static const ClHit *
sifted_words(const Extraction *run)
{
    return (const ClHit *)(const void *)run->sifted->data;
}

/* Which of the words sifted are the passage's.  Sentences come in order, so
   that they are behind those of the one before. */
static void
find_words(Extraction *run, Passage *passage)
{
    const ClHit *hits = sifted_words(run);
    const ClSpan span = passage->sentence.span;
    unsigned at = run->sifted_at;
    while (at < run->sifted->len && hits[at].span.start < span.start)
        at++;
    passage->first_word = at;
    while (at < run->sifted->len && hits[at].span.start < span.end)
        at++;
    passage->word_count = at - passage->first_word;
    run->sifted_at = at;
}

void
gate_see(Extraction *run, Passage *passage)
{
    unsigned roles = SUBJECTS | MEASURES; /* as far as is known */
    if (!run->sifted)
        return;
    find_words(run, passage);
    if (!is_more_than_its_span(run, passage)) {
        const ClHit *hits = sifted_words(run); /* NULL where none is */
        roles = 0;
        for (unsigned i = 0; i < passage->word_count; i++)
            roles |= cl_rule_set_roles(run->rules,
                                       hits[passage->first_word + i].term);
        passage->roles = roles;
        passage->weighed = WEIGHED_SIFTED;
    }
    const bool near = !passage->sentence.cell;
    run->subjects = run->subjects << 1 | (near && roles & SUBJECTS);
    run->measures = run->measures << 1 | (near && roles & MEASURES);
}

const GArray *
gate_words(Extraction *run, Passage *passage)
{
    if (passage->anchored || passage->weighed != WEIGHED_SIFTED)
        return passage_anchors(run, passage);
    if (!passage->sifted) {
        passage->sifted = true;
        g_array_set_size(passage->words, 0);
        if (passage->word_count)
            g_array_append_vals(passage->words,
                                sifted_words(run) + passage->first_word,
                                passage->word_count);
    }
    return passage->words;
}

unsigned
gate_roles(Extraction *run, Passage *passage)
{
    if (passage->weighed == WEIGHED_READ ||
        (passage->weighed == WEIGHED_SIFTED && !passage->anchored))
        return passage->roles;
    const GArray *words = passage_anchors(run, passage);
    passage->weighed = WEIGHED_READ;
    passage->roles = 0;
    for (unsigned i = 0; i < words->len; i++)
        passage->roles |=
            cl_rule_set_roles(run->rules, g_array_index(words, ClHit, i).term);
    return passage->roles;
}

/* Which bits of sentences seen are of one that stands so far behind another. */
static uint64_t
bits_of(Extraction *run, size_t index, int from, int to)
{
    const int own = (int)(run->end - 1 - index);
    const int first = MAX(own - to, 0), last = own - from;
    return passage_near(run, index, 0)->sentence.cell || last < first
               ? 0
               : (UINT64_C(2) << last) - (UINT64_C(1) << first);
}

int
gate_farthest_subject(Extraction *run, size_t index)
{
    if (run->sifted) {
        const int own = (int)(run->end - 1 - index);
        const uint64_t before =
            run->subjects & bits_of(run, index, -FARTHEST_SUBJECT, -1);
        return before ? (int)g_bit_storage(before) - 1 - own : 0;
    }
    for (int back = FARTHEST_SUBJECT; back > 0; back--) {
        Passage *near = passage_near(run, index, -back);
        if (near && gate_roles(run, near) & SUBJECTS)
            return back;
    }
    return 0;
}

static bool
has_both(Extraction *run, Passage *passage)
{
    const unsigned roles = passage ? gate_roles(run, passage) : 0;
    return roles & SUBJECTS && roles & MEASURES;
}

static bool
asks_a_rule(Extraction *run, Passage *question)
{
    if (!has_both(run, question))
        return false;
    g_autoptr(GArray) rules = find_asked_rules(run, question);
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

/* What find_question may find. */
static bool
may_answer(Extraction *run, size_t index)
{
    const bool alone = may_be_figure_alone(passage_near(run, index, 0));
    const uint64_t both = run->subjects & run->measures;
    if (!(both & (bits_of(run, index, -2, -1) |
                  (alone ? bits_of(run, index, 1, 1) : 0))))
        return false;
    Passage *asking = find_asking(run, index);
    return asking ? asks_a_rule(run, asking)
                  : alone && asks_a_rule(run, passage_near(run, index, 1));
}

/* Whether sentences before, or behind, or the title have a word of the kind
   that the sentence lacks: without one no rule can be a candidate. */
static bool
has_other_half(Extraction *run, size_t index, unsigned wanted)
{
    const uint64_t near =
        bits_of(run, index, -FARTHEST_SUBJECT, -1) | bits_of(run, index, 1, 1);
    const uint64_t having = wanted == SUBJECTS ? run->subjects : run->measures;
    return having & near ||
           (run->has_title && gate_roles(run, &run->title) & wanted);
}

/* 半年前是46,479家: the sentence before may say both, or several together. */
static bool
may_go_on(Extraction *run, size_t index)
{
    return run->subjects & run->measures & bits_of(run, index, -1, -1) ||
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
    const unsigned roles = gate_roles(run, passage_near(run, index, 0));
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
            has_candidates(run, index)) ||
           may_answer(run, index);
}
