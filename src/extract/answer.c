/* SPDX-License-Identifier: Apache-2.0 */
/*
 * 记者：YU7的订单超预期吗？卢伟冰：远超。一小时就接近29万台: an answer leaves
 * out what the question has named.  Only the first figure behind a question is
 * taken, only with a unit of its own, and only where nothing else is named on
 * the way to it.  A figure that opens a text as a sentence of its own is such
 * an answer to the sentence behind it.
 */
#include "extract/search.h"

#include <string.h>

enum { FARTHEST = 2, LONGEST_LEAD = 12 };

/* Seen in the article's own bytes: most sentences are never folded. */
static bool
holds_question_mark(const Extraction *run, const Passage *passage)
{
    enum { MARKS = 8 }; /* bytes of ？” and the like */
    static const char wide[] = "？";
    size_t length;
    const char *text = cl_article_text(run->article, &length);
    const ClSpan span = passage->sentence.span;
    const size_t end = MIN(span.end, length);
    size_t at = span.end - span.start > MARKS ? span.end - MARKS : span.start;
    for (; at < end; at++)
        if (text[at] == '?' ||
            (text[at] == wide[0] && end - at >= sizeof wide - 1 &&
             memcmp(text + at, wide, sizeof wide - 1) == 0))
            return true;
    return false;
}

bool
is_question(const Extraction *run, Passage *passage)
{
    if (passage->question == ASKS_UNKNOWN)
        passage->question =
            holds_question_mark(run, passage) ? ASKS : ASKS_NOTHING;
    return passage->question == ASKS;
}

bool
may_be_figure_alone(const Passage *passage)
{
    enum { LONGEST = 36 }; /* bytes: longer ones hold more than a figure */
    const ClSpan span = passage->sentence.span;
    return span.end - span.start <= LONGEST;
}

/* 6分22秒091！SU7 Ultra…: a figure that is a sentence alone asks for the next
   one to say what it is. */
static bool
is_figure_alone(Extraction *run, size_t index)
{
    Passage *passage = passage_near(run, index, 0);
    if (!may_be_figure_alone(passage))
        return false;
    const GArray *quantities = passage_quantities(run, passage);
    const GString *text = passage->text.text;
    if (quantities->len != 1)
        return false;
    const ClSpan span = g_array_index(quantities, ClQuantity, 0).span;
    const size_t start = text->str[0] == '"';
    /* with its mark */
    return span.start == start && g_utf8_strlen(text->str + span.end, -1) <= 1;
}

Passage *
find_question(Extraction *run, size_t index)
{
    for (int back = 1; back <= FARTHEST; back++) {
        Passage *passage = passage_near(run, index, -back);
        if (!passage)
            break;
        if (is_question(run, passage))
            return passage;
    }
    return is_figure_alone(run, index) ? passage_near(run, index, 1) : NULL;
}

/* The figure of a passage that the rule's unit fits first; -1 if none. */
static int
find_fitting(const Search *search, ClQuantity *value)
{
    for (unsigned i = 0; i < search->quantities->len; i++) {
        const ClQuantity *quantity =
            &g_array_index(search->quantities, ClQuantity, i);
        if (quantity->kind != CL_KIND_DATE &&
            fits_unit(search, quantity, value))
            return (int)i;
    }
    return -1;
}

/* A measure beside the figure; its own unit (6500mAh) may be one. */
static bool
names_measure(const Search *search, const ClQuantity *quantity)
{
    for (unsigned i = 0; i < search->measures->len; i++)
        if (!cl_span_contains(quantity->span,
                              g_array_index(search->measures, ClHit, i).span))
            return true;
    return false;
}

/* 五年吧; 一小时就接近29万台; but not 市面上有30%的用户 */
static bool
stands_for_itself(const Search *search, const ClQuantity *quantity)
{
    static const char of[] = "的";
    const char *behind = search->text + quantity->span.end;
    const ClSpan clause = search_clause(search, quantity->span.start);
    const ClSpan head = {clause.start, clause.start};
    return distance_between(search->text, head, quantity->span) <=
               LONGEST_LEAD &&
           strncmp(behind, of, sizeof of - 1) != 0 &&
           search->rivals->len == 0 && search->excludes->len == 0 &&
           search->subjects->len == 0 && !names_measure(search, quantity);
}

/* What was asked: the question's only subject, with a measure beside it. */
static bool
find_asked(const Search *search, Passage *question, Binding *binding)
{
    Search other;
    search_init(&other, search->run);
    search_start(&other, question, search->index, search->rule_index);
    const bool asked =
        other.measures->len && other.subjects->len && other.excludes->len == 0;
    if (asked) {
        binding->subject_term =
            g_array_index(other.subjects, ClHit, other.subjects->len - 1).term;
        binding->subject_passage = question;
    }
    search_clear(&other);
    return asked;
}

/* An answer given in the sentence between is the answer; so is a figure in the
   sentence that a figure alone asks. */
static bool
is_answered_before(const Search *search, const Passage *question)
{
    Passage *before = passage_near(search->run, search->index, -1);
    Passage *after = passage_near(search->run, search->index, 1);
    if (before == question)
        return false;
    ClQuantity value;
    Search other;
    search_init(&other, search->run);
    search_start(&other, after == question ? after : before, search->index,
                 search->rule_index);
    const bool answered = find_fitting(&other, &value) >= 0;
    search_clear(&other);
    return answered;
}

bool
bind_answer(const Search *search, Passage *question, Binding *binding)
{
    const int figure = find_fitting(search, &binding->value);
    if (figure < 0)
        return false;
    binding->quantity = (size_t)figure;
    if (!stands_for_itself(
            search, &g_array_index(search->quantities, ClQuantity, figure)) ||
        !find_asked(search, question, binding) ||
        is_answered_before(search, question))
        return false;
    trace_subject(search->run, binding);
    return true;
}
