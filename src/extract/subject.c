/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whose figure it is: the subject nearest before the quantity, one in its
 * clause, or one carried on (carry.c), as Chinese does.  A name the rule does
 * not know forbids all before it.
 */
#include "extract/search.h"

#include <string.h>

static ClSpan
anchor_of(const Search *search, const Binding *binding)
{
    return g_array_index(search->quantities, ClQuantity, binding->quantity)
        .span;
}

static void
take(Binding *binding, const ClHit *hit)
{
    binding->subject = hit->span;
    binding->subject_term = hit->term;
}

const char *
search_title(const Search *search)
{
    Extraction *run = search->run;
    return run->has_title ? passage_text(run, &run->title)->text->str : NULL;
}

bool
search_same_entity(const Search *search, uint32_t a, uint32_t b)
{
    size_t a_count, b_count;
    if (cl_term_model(a) != cl_term_model(b))
        return false;
    const ClRuleSet *rules = search->run->rules;
    const ClTermUse *x = cl_rule_set_uses(rules, a, &a_count);
    const ClTermUse *y = cl_rule_set_uses(rules, b, &b_count);
    for (size_t i = 0; i < a_count; i++)
        for (size_t j = 0; j < b_count; j++)
            if (x[i].rule == search->rule_index && y[j].rule == x[i].rule &&
                x[i].role == CL_ROLE_FACET && y[j].role == CL_ROLE_FACET &&
                x[i].facet == y[j].facet && x[i].option == y[j].option)
                return true;
    return false;
}

bool
search_is_of_list(const Search *search)
{
    const ClFacet *entity = cl_rule_facet(search->rule, "entity");
    return entity && entity->from_subject;
}

/* 百胜中国, 肯德基: a house and its part are one whose figures go on. */
static bool
is_one_house(const Search *search, uint32_t a, uint32_t b)
{
    return search_same_entity(search, a, b) ||
           cl_rule_set_is_part(search->run->rules, a, b) ||
           cl_rule_set_is_part(search->run->rules, b, a);
}

/* Hemu edged past Zhuli, whose 3 billion …: what follows tells of that one. */
static bool
is_told_of(const Search *search, const ClHit *subject)
{
    static const char *const words[] = {", who", ", which"};
    const char *behind = search->text + subject->span.end;
    return g_str_has_prefix(behind, words[0]) ||
           g_str_has_prefix(behind, words[1]);
}

bool
search_word_before(const Search *search, size_t start, ClNameWords kind)
{
    enum { LONGEST = 24 }; /* bytes of the words, with a blank */
    for (size_t at = start; at > 0 && start - at < LONGEST;) {
        at = (size_t)(g_utf8_prev_char(search->text + at) - search->text);
        const size_t end = search_word_at(search, at, kind);
        if (end == start ||
            (end && end + 1 == start && search->text[end] == ' '))
            return true;
    }
    return false;
}

/* 在港交所公告: where something is told or traded. */
static bool
is_stage(const Search *search, const ClHit *subject)
{
    size_t behind = subject->span.end;
    behind += behind < search->length && search->text[behind] == ' ';
    return behind < search->length &&
           search_word_at(search, behind, CL_NAMES_STAGED) &&
           search_word_before(search, subject->span.start, CL_NAMES_STAGES);
}

/* 比泡泡玛特少得多: who is only held against somebody. */
bool
search_is_oblique(const Search *search, const ClHit *subject)
{
    return search_word_before(search, subject->span.start, CL_NAMES_OBLIQUES) ||
           is_stage(search, subject);
}

bool
search_is_left_out(const Search *search, const ClHit *subject)
{
    return search_word_before(search, subject->span.start, CL_NAMES_EXCEPTS);
}

/* Whether the first so many subjects of the sentence are two entities. */
static bool
names_two(const Search *search, unsigned count)
{
    if (!search_is_of_list(search))
        return false;
    for (unsigned i = 1; i < count; i++)
        if (!is_one_house(search,
                          g_array_index(search->subjects, ClHit, 0).term,
                          g_array_index(search->subjects, ClHit, i).term))
            return true;
    return false;
}

/* 泡泡玛特与蜜雪, 它和蜜雪: somebody stands before the subject. */
static bool
is_joined_before(const Search *search, const ClHit *subject)
{
    for (size_t back = 1; back <= subject->span.start && back <= 8; back++) {
        const size_t at = subject->span.start - back;
        const size_t end = search_word_at(search, at, CL_NAMES_JOINERS);
        /* a hard year, and Lilly won it; Q: And Lilly?: no name is joined */
        if (end && at > 0 && end <= subject->span.start &&
            subject->span.start - end <= 1)
            return !(at > 1 && search->text[at - 1] == ' ' &&
                     strchr(",:;?!", search->text[at - 2]));
    }
    return false;
}

/* 蜜雪与泡泡玛特: somebody no list has stands beside the subject. */
static bool
is_joined(const Search *search, const ClHit *subject)
{
    size_t at = subject->span.end;
    at += at < search->length && search->text[at] == ' ';
    return is_joined_before(search, subject) ||
           (at < search->length &&
            search_word_at(search, at, CL_NAMES_JOINERS));
}

bool
search_names_several(const Search *search)
{
    if (names_two(search, search->subjects->len))
        return true;
    return search_is_of_list(search) && search->subjects->len == 1 &&
           is_joined(search, &g_array_index(search->subjects, ClHit, 0));
}

/* The subject nearest before the quantity; a name between them forbids it
   and all before it. */
static bool
take_before(Search *search, size_t anchor, Binding *binding)
{
    const ClSpan clause = search_clause(search, anchor);
    const ClHit *nearest = NULL;
    unsigned before = 0;
    for (; before < search->subjects->len; before++) {
        const ClHit *hit = &g_array_index(search->subjects, ClHit, before);
        if (hit->span.start >= anchor)
            break;
        /* 不含朱里的员工5000人 are those of the one before */
        if (search_is_left_out(search, hit))
            continue;
        /* ahead of Hemu with its 3 billion; but ahead of Hemu, …: 3 billion */
        if (hit->span.end > clause.start || is_told_of(search, hit) ||
            !search_is_oblique(search, hit))
            nearest = hit;
    }
    if (!nearest)
        return false;
    if (search_is_of_market_beside(search, binding))
        return search_refuse(search, CL_STEP_OTHER_NAME, binding->measure,
                             nearest->span);
    nearest = house_past_aside(search, nearest, anchor);
    const Known known = {.subject = nearest->term,
                         .text = search->text,
                         .length = nearest->span.end,
                         .title = search_title(search),
                         .several = names_two(search, before) ||
                                    is_joined_before(search, nearest)};
    ClSpan name;
    if (search_other_name(search, (ClSpan){nearest->span.end, anchor}, &known,
                          &name))
        return search_refuse(search, CL_STEP_OTHER_NAME, binding->measure,
                             nearest->span);
    if (search->passage->composed &&
        nearest->span.start < search->passage->labels.start &&
        (!search_is_framed(search) || search_names_several(search)))
        return search_refuse(search, CL_STEP_OTHER_NAME, binding->measure,
                             nearest->span);
    take(binding, nearest);
    return true;
}

static bool
take_in_clause(const Search *search, size_t anchor, Binding *binding)
{
    const ClSpan clause = search_clause(search, anchor);
    for (unsigned i = search_from(search->subjects, anchor);
         i < search->subjects->len; i++) {
        const ClHit *hit = &g_array_index(search->subjects, ClHit, i);
        if (hit->span.start < anchor)
            continue;
        /* 全球智能手机出货3.2亿部 三星第一 */
        if (!cl_span_contains(clause, hit->span) ||
            search_is_of_market(search, binding))
            return false;
        /* up 15%, above the average of estimates compiled by Hemu */
        if (search_is_oblique(search, hit))
            continue;
        take(binding, hit);
        return true;
    }
    return false;
}

/* 12,238 KFC and 3,864 Pizza Hut stores: whose name stands between an English
   figure and what it counts. */
static bool
take_right_behind(const Search *search, Binding *binding)
{
    enum { NEAR = 2 };
    const size_t at = anchor_of(search, binding).end + 1;
    const ClSpan measure = binding->measure;
    for (unsigned i = search_from(search->subjects, at);
         i < search->subjects->len; i++) {
        const ClHit *hit = &g_array_index(search->subjects, ClHit, i);
        if (hit->span.start > at)
            return false;
        if (hit->span.start == at && search->text[at - 1] == ' ' &&
            measure.start >= hit->span.end &&
            measure.start - hit->span.end < NEAR) {
            take(binding, hit);
            return true;
        }
    }
    return false;
}

/* After five years in development, the XRING chip …: an English sentence may
   put a phrase of the main clause first, and its subject is then the one at
   the head of the next clause. */
static bool
is_put_first(const Search *search, ClSpan clause)
{
    return clause.start == 0 && clause.end < search->length &&
           search_word_at(search, 0, CL_NAMES_OPENERS);
}

/* 蛰伏四年，玄戒终于成了: a Chinese one begins with what was done for so long
   or at such a cost; who did it opens the next clause. */
static bool
is_deed_first(const Search *search, ClSpan clause, const Binding *binding)
{
    return clause.start == 0 && clause.end < search->length &&
           !search_is_of_list(search) && binding->measure.end > 0 &&
           binding->measure.start == 0 && !binding->measure_passage &&
           search->text[0] & 0x80;
}

static bool
take_from_head(Search *search, size_t anchor, Binding *binding)
{
    enum { LONGEST_HEAD = 24 };
    ClSpan name;
    const ClSpan clause = search_clause(search, anchor);
    if (!is_put_first(search, clause) &&
        !is_deed_first(search, clause, binding))
        return false;
    const unsigned at = search_from(search->subjects, clause.end);
    if (at >= search->subjects->len)
        return false;
    const ClHit *hit = &g_array_index(search->subjects, ClHit, at);
    /* behind the separator, one clause; Xiaomi's chip unit names its house */
    const ClSpan head = {clause.end + 1, hit->span.start};
    const Known known = {.subject = hit->term, .title = search_title(search)};
    if (head.start > head.end || head.end - head.start >= LONGEST_HEAD ||
        memchr(search->text + head.start, ',', head.end - head.start) ||
        search_other_name(search, (ClSpan){0, hit->span.start}, &known, &name))
        return false;
    take(binding, hit);
    return true;
}

/* ---- Carried ----------------------------------------------------------------- */

/* Third-quarter guidance: …; a name in English is Written So. */
static bool
is_plain_english(const Search *search, size_t end)
{
    const char *text = search->passage->text.cased->str;
    bool small = false;
    for (size_t at = 0; at < end; at++) {
        if (text[at] & 0x80)
            return false;
        const bool opens = at == 0 || text[at - 1] == ' ';
        small |= opens && g_ascii_islower(text[at]);
    }
    return small;
}

/* 荣耀Power：8000mAh电池: a label with a foreign word is a name; one without
   may be who speaks. */
static bool
is_labelled(const Search *search, size_t anchor)
{
    enum { LONGEST_LABEL = 48 };
    const char *colon = memchr(search->text, ':', MIN(anchor, LONGEST_LABEL));
    if (colon && is_plain_english(search, (size_t)(colon - search->text)))
        return false;
    for (const char *at = search->text; colon && at < colon; at++) {
        const size_t start = (size_t)(at - search->text);
        const size_t length = strcspn(at, " :");
        if (g_ascii_isalpha(*at) &&
            !search_is_own(search, (ClSpan){start, start + 1}) &&
            !search_is_read(search, (ClSpan){start, start + length}))
            return true;
    }
    return false;
}

/* Chinese drops a subject only where no other one is named, and none of what
   the rule excludes is spoken of. */
static bool
names_another(Search *search, size_t anchor, const Known *known)
{
    ClSpan name;
    const Passage *passage = search->passage;
    if (passage->composed)
        return !search_is_framed(search) ||
               /* 问界：11月交付5万台；M9交付1万台 */
               (!passage->sentence.cell &&
                search_other_name(search, (ClSpan){passage->labels.end, anchor},
                                  known, &name));
    return (search->excludes->len &&
            g_array_index(search->excludes, ClHit, 0).span.start < anchor) ||
           search_other_name(search, (ClSpan){0, anchor}, known, &name) ||
           is_labelled(search, anchor);
}

/* Hemu and Zhuli together took, together Hemu and Zhuli took. */
static bool
is_joint_word(const Search *search, size_t at)
{
    const ClHit *subject = search_subject_before(search, at);
    return search_word_at(search, at, CL_NAMES_JOINTLY) &&
           (at == 0 ||
            (subject && subject->span.end <= at &&
             at - subject->span.end <= 1 && is_joined_before(search, subject)));
}

/* Whether such words are about whoever is named last before a figure. */
static bool
is_joint(const Search *search, size_t anchor)
{
    const ClHit *subject = search_subject_before(search, anchor);
    if (!subject)
        return false;
    for (size_t at = subject->span.end; at <= subject->span.end + 1; at++)
        if (at < anchor && is_joint_word(search, at))
            return true;
    return is_joint_word(search, 0);
}

/* 瑞幸和星巴克门店合计…: the sum of two is no figure of either. */
static bool
adds_up_several(const Search *search, const Binding *binding)
{
    const size_t anchor = anchor_of(search, binding).start;
    const ClHit *first = NULL;
    if (!search_is_of_list(search) ||
        !(is_total(search, binding->quantity) || is_joint(search, anchor)))
        return false;
    for (unsigned i = 0; i < search->subjects->len; i++) {
        const ClHit *hit = &g_array_index(search->subjects, ClHit, i);
        if (hit->span.start >= anchor)
            break;
        if (first && !search_same_entity(search, first->term, hit->term))
            return true;
        first = first ? first : hit;
    }
    return false;
}

/* A maker named where its model was, or in the title, is nobody else. */
static bool
is_of_another(Search *search, size_t anchor, const Binding *binding)
{
    const ClFolded *from =
        binding->subject_passage
            ? passage_text(search->run, binding->subject_passage)
            : NULL;
    const Known known = {.subject = binding->subject_term,
                         .text = from ? from->text->str : NULL,
                         .length = from ? from->text->len : 0,
                         .title = search_title(search),
                         .carried = true};
    return search_is_of_market(search, binding) ||
           search_is_of_market_beside(search, binding) ||
           names_another(search, anchor, &known);
}

bool
bind_subject(Search *search, Binding *binding)
{
    const size_t anchor = anchor_of(search, binding).start;
    if (adds_up_several(search, binding))
        return search_refuse(search, CL_STEP_OTHER_NAME, binding->measure,
                             (ClSpan){0, 0});
    if (!take_of_pair(search, anchor, binding) &&
        !take_right_behind(search, binding) &&
        !take_before(search, anchor, binding) &&
        !take_in_clause(search, anchor, binding) &&
        !take_from_head(search, anchor, binding)) {
        binding->subject = (ClSpan){0, 0};
        const bool speaks = take_speaker(search, anchor, binding);
        if (!speaks)
            search_take_carried(search, binding);
        /* who else is named is the better reason */
        if (is_of_another(search, anchor, binding))
            return search_refuse(search, CL_STEP_OTHER_NAME, binding->measure,
                                 binding->subject);
        if (!binding->subject_passage && !speaks)
            return search_refuse(search, CL_STEP_NO_SUBJECT, binding->measure,
                                 binding->subject);
    }
    if (!settle_house(search, anchor, binding))
        return search_refuse(search, CL_STEP_OTHER_NAME, binding->measure,
                             binding->subject);
    trace_subject(search->run, binding);
    return true;
}
