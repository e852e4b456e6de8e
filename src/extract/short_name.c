/* SPDX-License-Identifier: Apache-2.0 */
/*
 * 小鹏上月交了卷。全新P7大定破万: a model without its maker is the model of
 * the maker named last, in the sentence, those before it or the title.  Where
 * none of them makes such a model it is no name the rule knows.
 */
#include "extract/search.h"

/* What a short name may mean, to one rule or to all of them. */
typedef struct {
    const ClRuleSet *rules;
    const ClTermUse *uses;
    size_t count;
} Meanings;

/* The one among them whose maker a word names. */
static const ClTermUse *
find_made(const Meanings *meanings, const ClHit *word)
{
    size_t count;
    if (!(cl_rule_set_roles(meanings->rules, word->term) >> CL_ROLE_MAKER & 1))
        return NULL;
    for (size_t i = 0; i < meanings->count; i++) {
        const ClTermUse *use = &meanings->uses[i];
        const ClTermUse *made =
            cl_rule_set_uses_of(meanings->rules, word->term, use->rule, &count);
        for (size_t j = 0; use->role == CL_ROLE_SHORT && j < count; j++)
            if (made[j].role == CL_ROLE_MAKER && made[j].option == use->option)
                return use;
    }
    return NULL;
}

/* The last of their makers before a byte; SIZE_MAX: of the whole text. */
static const ClHit *
find_maker(const Meanings *meanings, const GArray *hits, size_t before)
{
    const ClHit *last = NULL;
    for (unsigned i = 0; i < hits->len; i++) {
        const ClHit *hit = &g_array_index(hits, ClHit, i);
        if (hit->span.start >= before)
            break;
        if (find_made(meanings, hit))
            last = hit;
    }
    return last;
}

static const ClHit *
find_last_maker(const Search *search, const Meanings *meanings, size_t before)
{
    enum { FARTHEST = 5 };
    Extraction *run = search->run;
    const ClHit *maker =
        find_maker(meanings, passage_anchors(run, search->passage), before);
    for (int back = 1; !maker && back <= FARTHEST; back++) {
        Passage *near = passage_near(run, search->index, -back);
        if (near)
            maker = find_maker(meanings, passage_anchors(run, near), SIZE_MAX);
    }
    if (!maker && run->has_title)
        maker =
            find_maker(meanings, passage_anchors(run, &run->title), SIZE_MAX);
    return maker;
}

/* 17 Pro: what is before a number may make another model of it, 红米17 Pro; of
   001 there are few. */
static bool
is_another(const Search *search, const ClHit *hit)
{
    const size_t at = hit->span.start;
    if (!g_ascii_isdigit(search->text[at]) || search->text[at] == '0')
        return false;
    if (at == 0 || !(search->text[at - 1] & 0x80))
        return !search_opens_alone(search, at);
    const char *before = g_utf8_prev_char(search->text + at);
    return cl_char_is_han(g_utf8_get_char(before)) &&
           !search_word_at(search, (size_t)(before - search->text),
                           CL_NAMES_COMMON);
}

bool
complete_name(const Search *search, ClHit *hit)
{
    const ClRuleSet *rules = search->run->rules;
    if (!hit_has_role(rules, hit, search->rule_index, CL_ROLE_SHORT) ||
        is_another(search, hit))
        return false;
    /* X9 is a car after 小鹏 and a phone after OPPO: all rules ask alike */
    Meanings all = {rules, NULL, 0}, own = all;
    all.uses = cl_rule_set_uses(rules, hit->term, &all.count);
    own.uses =
        cl_rule_set_uses_of(rules, hit->term, search->rule_index, &own.count);
    const ClHit *maker = find_last_maker(search, &all, hit->span.start);
    const ClTermUse *use = maker ? find_made(&own, maker) : NULL;
    if (use)
        hit->term = cl_rule_set_full_name(rules, use);
    return use != NULL;
}
