/* SPDX-License-Identifier: Apache-2.0 */
/*
 * 百胜中国…，肯德基…，必胜客…。集团收入…: behind the figures of its parts an
 * article comes back to the house.  A word for the whole takes the figure to
 * it; without one, who has had a figure among its like keeps no other.
 */
#include "extract/search.h"

#include <string.h>

static bool
is_part(const Search *search, uint32_t part, uint32_t whole)
{
    return cl_rule_set_is_part(search->run->rules, part, whole);
}

static const ClHit *
subject_at(const Search *search, unsigned i)
{
    return &g_array_index(search->subjects, ClHit, i);
}

/* The last subject before a byte that an entity is part of. */
static const ClHit *
find_whole(const Search *search, uint32_t part, size_t before)
{
    const ClHit *whole = NULL;
    for (unsigned i = 0; i < search->subjects->len; i++) {
        const ClHit *hit = subject_at(search, i);
        if (hit->span.start < before && is_part(search, part, hit->term))
            whole = hit;
    }
    return whole;
}

/* 集团 or group in the clause of a figure, before it. */
static bool
says_whole(const Search *search, size_t from, size_t anchor)
{
    const ClSpan clause = search_clause(search, anchor);
    for (size_t at = MAX(clause.start, from); at < anchor;
         at = (size_t)(g_utf8_next_char(search->text + at) - search->text))
        if (search_word_at(search, at, CL_NAMES_HOUSES) &&
            !search_is_own(search, (ClSpan){at, at + 1}))
            return true;
    return false;
}

/* Whom the title names may well be who 公司 is. */
static bool
is_titled(const Search *search, uint32_t term)
{
    Extraction *run = search->run;
    if (!run->has_title)
        return false;
    Search title;
    bool titled = false;
    search_init(&title, run);
    search_start(&title, &run->title, search->index, search->rule_index);
    for (unsigned i = 0; i < title.subjects->len && !titled; i++)
        titled = search_same_entity(search, subject_at(&title, i)->term, term);
    search_clear(&title);
    return titled;
}

static bool
take_whole_of(const Search *search,
              Passage *passage,
              size_t before,
              Binding *binding)
{
    Search other;
    search_init(&other, search->run);
    search_start(&other, passage, search->index, search->rule_index);
    const ClHit *whole = find_whole(&other, binding->subject_term, before);
    if (whole) {
        const bool here = passage == search->passage;
        binding->subject_term = whole->term;
        binding->subject = here ? whole->span : (ClSpan){0, 0};
        binding->subject_passage = here ? NULL : passage;
    }
    search_clear(&other);
    return whole != NULL;
}

const ClHit *
house_past_aside(const Search *search, const ClHit *nearest, size_t anchor)
{
    const ClSpan aside = search_clause(search, nearest->span.start);
    if (anchor < aside.end ||
        !search_word_at(search, aside.start, CL_NAMES_OWNERS))
        return nearest;
    const ClHit *before = search_subject_before(search, aside.start);
    return before ? before : nearest;
}

/* Where the house was named before its part. */
static bool
take_whole(const Search *search, size_t anchor, Binding *binding)
{
    enum { FARTHEST = 5 };
    Extraction *run = search->run;
    if (take_whole_of(search, search->passage, anchor, binding))
        return true;
    for (int back = 1; back <= FARTHEST; back++) {
        Passage *near = passage_near(run, search->index, -back);
        if (near && take_whole_of(search, near, SIZE_MAX, binding))
            return true;
    }
    return run->has_title &&
           take_whole_of(search, &run->title, SIZE_MAX, binding);
}

static bool
has_figure_between(const Search *search, size_t from, size_t to)
{
    for (unsigned i = 0; i < search->quantities->len; i++) {
        const ClQuantity *quantity =
            &g_array_index(search->quantities, ClQuantity, i);
        if (quantity->unit && quantity->kind != CL_KIND_DATE &&
            quantity->kind != CL_KIND_DURATION &&
            quantity->span.start >= from && quantity->span.end <= to)
            return true;
    }
    return false;
}

/* 肯德基16395家，必胜客3724家，净利润…: the part has its figure, another of the
   house had one before, and a clause begins. */
static bool
is_spent(const Search *search, size_t anchor, const Binding *binding)
{
    const ClSpan clause = search_clause(search, anchor);
    const ClSpan own = binding->subject;
    if (own.end == 0 || own.end > clause.start ||
        !has_figure_between(search, own.end, clause.start))
        return false;
    for (unsigned i = 0; i < search->subjects->len; i++) {
        const ClHit *hit = subject_at(search, i);
        if (hit->span.start >= own.start)
            break;
        if (is_part(search, binding->subject_term, hit->term) &&
            has_figure_between(search, hit->span.end, own.start))
            return true;
        for (unsigned j = 0; j < i; j++)
            if (is_part(search, hit->term, subject_at(search, j)->term) &&
                is_part(search, binding->subject_term,
                        subject_at(search, j)->term))
                return true;
    }
    return false;
}

/* 方程豹2.4万辆，腾势1.2万辆: two of one house, each with a figure. */
static bool
counts_two(const Search *search)
{
    const ClRuleSet *rules = search->run->rules;
    for (unsigned i = 0; i + 1 < search->subjects->len; i++) {
        const ClHit *part = subject_at(search, i);
        const ClHit *next = subject_at(search, i + 1);
        const uint32_t whole =
            cl_rule_set_whole_of(rules, search->rule_index, part->term);
        if (whole != UINT32_MAX && is_part(search, next->term, whole) &&
            !search_same_entity(search, part->term, next->term) &&
            has_figure_between(search, part->span.end, next->span.start) &&
            has_figure_between(search, next->span.end, search->length))
            return true;
    }
    return false;
}

/* Whether every subject of a sentence is part of something, and a figure stands
   before the first (of which 11,648 were KFCs) or two have one each. */
static bool
lists_parts(const Search *search)
{
    for (unsigned i = 0; i < search->subjects->len; i++)
        if (!cl_rule_set_is_part_of_any(search->run->rules,
                                        subject_at(search, i)->term))
            return false;
    return has_figure_between(search, 0, subject_at(search, 0)->span.start) ||
           counts_two(search);
}

/* The last subject that is neither held against another one nor left out. */
static const ClHit *
last_of_all(const Search *search)
{
    for (unsigned i = search->subjects->len; i > 0; i--)
        if (!search_is_oblique(search, subject_at(search, i - 1)) &&
            !search_is_left_out(search, subject_at(search, i - 1)))
            return subject_at(search, i - 1);
    return NULL;
}

const ClHit *
house_lender(const Search *search)
{
    const ClHit *last = last_of_all(search);
    if (!last)
        return NULL;
    last = house_past_aside(search, last, search->length);
    if (!cl_rule_set_is_part_of_any(search->run->rules, last->term))
        return last;
    const ClHit *whole = find_whole(search, last->term, last->span.start);
    if (!whole)
        return lists_parts(search) ? NULL : last;
    /* 阿里巴巴旗下的菜鸟 is the part; 阿里巴巴…，菜鸟… has come to it */
    const bool apart =
        search_clause(search, last->span.start).start > whole->span.end ||
        has_figure_between(search, whole->span.end, last->span.start);
    return apart ? whole : last;
}

/* The group's revenue …; net income …: said on the way to the carrier. */
static bool
is_said_before(const Search *search, const Passage *carrier)
{
    enum { FARTHEST = 5 };
    for (int back = 1; carrier && back <= FARTHEST; back++) {
        Passage *near = passage_near(search->run, search->index, -back);
        if (!near || near == carrier)
            break;
        Search other;
        search_init(&other, search->run);
        search_start(&other, near, search->index, search->rule_index);
        const bool said =
            other.quantities->len &&
            says_whole(
                &other, 0,
                g_array_index(other.quantities, ClQuantity, 0).span.start);
        search_clear(&other);
        if (said)
            return true;
    }
    return false;
}

/* 微信月活14亿，研发支出…: an app has users, all else is its company's. */
static bool
is_of_company(const Search *search, size_t anchor, const Binding *binding)
{
    const char *rule =
        cl_rule_set_counted_in(search->run->rules, binding->subject_term);
    const ClSpan clause = search_clause(search, anchor);
    return rule && strcmp(rule, search->rule->id) != 0 &&
           (binding->subject_passage ||
            (binding->subject.end <= clause.start &&
             has_figure_between(search, binding->subject.end, clause.start)));
}

/* 母公司 between who was named last and a figure. */
static bool
says_parent(const Search *search, size_t from, size_t anchor)
{
    for (size_t at = from; at < anchor;
         at = (size_t)(g_utf8_next_char(search->text + at) - search->text))
        if (search_word_at(search, at, CL_NAMES_PARENTS))
            return true;
    return false;
}

/* The owner of Temu. */
static bool
is_behind_whole(const Search *search, const Binding *binding)
{
    return !binding->subject_passage && binding->subject.end > 0 &&
           search_word_before(search, binding->subject.start, CL_NAMES_WHOLES);
}

bool
settle_house(const Search *search, size_t anchor, Binding *binding)
{
    const size_t from = binding->subject_passage ? 0 : binding->subject.end;
    if (binding->subject_term == UINT32_MAX ||
        !cl_rule_set_is_part_of_any(search->run->rules, binding->subject_term))
        return true;
    if (is_of_company(search, anchor, binding) ||
        is_behind_whole(search, binding) || says_parent(search, from, anchor)) {
        binding->subject_term = cl_rule_set_whole_of(
            search->run->rules, search->rule_index, binding->subject_term);
        return binding->subject_term != UINT32_MAX;
    }
    if ((says_whole(search, from, anchor) ||
         is_said_before(search, binding->subject_passage)) &&
        !is_titled(search, binding->subject_term))
        return take_whole(search, anchor, binding) || true;
    return !is_spent(search, anchor, binding);
}
