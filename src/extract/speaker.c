/* SPDX-License-Identifier: Apache-2.0 */
/*
 * "今年要开到三万家", 瑞幸的负责人说: who speaks of himself names himself behind
 * the quotation, in its sentence or, where the quotation ends one, at the head
 * of the next.  A quotation never lends a subject the other way.
 */
#include "extract/search.h"

#include <string.h>

/* The end of the quotation around a byte: at its closing mark; the end of the
   text where the sentence has none; 0 outside of quotations. */
static size_t
find_quote_end(const char *text, size_t length, size_t at)
{
    bool inside = false;
    for (size_t i = 0; i < at; i++)
        inside ^= text[i] == '"';
    if (!inside)
        return 0;
    const char *end = memchr(text + at, '"', length - at);
    return end ? (size_t)(end - text) : length;
}

/* The first words behind a place that are no mark: those of its clause. */
static ClSpan
clause_behind(const char *text, size_t length, size_t at)
{
    while (at < length && strchr("\", ", text[at]))
        at++;
    const ClSpan clause = cl_clause_at(text, length, at);
    return (ClSpan){MIN(at, clause.end), clause.end};
}

static bool
speaks_in(const Search *search, ClSpan span)
{
    return search_role_within(search, span, 0, CL_ROLE_SPEECH) != NULL;
}

static const ClHit *
find_speaker(const Search *search, ClSpan span)
{
    if (!speaks_in(search, span))
        return NULL;
    for (unsigned i = search_from(search->subjects, span.start);
         i < search->subjects->len; i++) {
        const ClHit *hit = &g_array_index(search->subjects, ClHit, i);
        if (cl_span_contains(span, hit->span))
            return hit;
    }
    return NULL;
}

/* 。" ends a sentence, and the speaker comes in the one after it. */
static void
take_from_next(const Search *search, Binding *binding)
{
    Passage *next = passage_near(search->run, search->index, 1);
    if (!next)
        return;
    Search other;
    search_init(&other, search->run);
    search_start(&other, next, search->index, search->rule_index);
    const ClHit *hit =
        find_speaker(&other, clause_behind(other.text, other.length, 0));
    if (hit) {
        binding->subject_passage = next;
        binding->subject_term = hit->term;
    }
    search_clear(&other);
}

/* …达7.188亿，小米在公告中称: the last clause says whose statement it is, where
   that is not about a whole market. */
static bool
take_source(const Search *search, size_t anchor, Binding *binding)
{
    static const char *const markets[] = {"行业",   "市场",   "全国",
                                          "全行业", "market", "industry"};
    enum { LONGEST_SOURCE = 96 };
    const char *mark =
        g_utf8_find_prev_char(search->text, search->text + search->length);
    const size_t end = mark ? (size_t)(mark - search->text) : 0;
    const ClSpan last = cl_clause_at(search->text, search->length, end);
    if (last.start <= anchor || last.end - last.start > LONGEST_SOURCE)
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(markets); i++)
        if (g_strstr_len(search->text, (gssize)last.start, markets[i]))
            return false;
    const ClHit *hit = find_speaker(search, last);
    if (!hit)
        return false;
    binding->subject = hit->span;
    binding->subject_term = hit->term;
    return true;
}

bool
take_speaker(const Search *search, size_t anchor, Binding *binding)
{
    const size_t end = find_quote_end(search->text, search->length, anchor);
    if (!end)
        return take_source(search, anchor, binding);
    const ClSpan behind = clause_behind(search->text, search->length, end);
    if (behind.start >= behind.end) {
        take_from_next(search, binding);
        return binding->subject_passage;
    }
    const ClHit *hit = find_speaker(search, behind);
    if (!hit)
        return false;
    binding->subject = hit->span;
    binding->subject_term = hit->term;
    return true;
}
