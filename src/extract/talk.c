/* SPDX-License-Identifier: Apache-2.0 */
/*
 * 十一月各家交付量出炉。零跑一枝独秀，单月70,327辆: where an article names what it
 * talks of.  That is the last sentence that measured a figure of the rule, or
 * the title; not one figure of another paragraph, told in passing, and nothing
 * before a sentence that measures anything else.
 */
#include "extract/search.h"

/* A sentence of more figures than that is no news, and would be read once for
   each figure of the next. */
enum { FARTHEST = 6, MOST_FIGURES = 64, THOUSANDS = 3 };

bool
search_is_large(const ClQuantity *quantity)
{
    return quantity->form == CL_FORM_LEVEL && !may_be_year(quantity) &&
           cl_number_magnitude(quantity->value) >= THOUSANDS;
}

/* ---- What a sentence talks of ------------------------------------------------- */

/* LISTS: an entry of a round-up; TOUCHES: one figure, perhaps in passing. */
typedef enum { HANDS_ON, LISTS, TOUCHES, TALKS_OF, ENDS } Talk;

static bool
any_fits(const Search *other)
{
    for (unsigned i = 0; i < other->quantities->len; i++) {
        ClQuantity value;
        if (fits_unit(other, search_quantity(other, i), &value))
            return true;
    }
    return false;
}

/* The first figure that begins behind a byte and is none of time, or NULL. */
static const ClQuantity *
figure_behind(const Search *other, size_t at)
{
    for (unsigned i = 0; i < other->quantities->len; i++) {
        const ClQuantity *quantity = search_quantity(other, i);
        if (quantity->span.start >= at && quantity->kind != CL_KIND_DATE &&
            quantity->kind != CL_KIND_ORDINAL &&
            !search_is_time(other, quantity->span))
            return quantity;
    }
    return NULL;
}

/* Whether another measure has a figure that might be one of the rule's: not the
   share of 4660万部, 份额15%. */
static bool
has_competition(const Search *other)
{
    for (unsigned i = 0; i < other->rivals->len; i++) {
        const ClHit *rival = &g_array_index(other->rivals, ClHit, i);
        const ClQuantity *figure = figure_behind(other, rival->span.end);
        ClQuantity value;
        if (!search_is_change(other, rival) &&
            (!figure || fits_unit(other, figure, &value) ||
             is_bare(other, figure)))
            return true;
    }
    return false;
}

/* Whether a figure of it is one of the rule's, and none another's that would
   fit; a sentence without any, a heading or a lead, may just name the measure. */
static Talk
measures(const Search *other)
{
    unsigned count = 0, more = 0;
    bool fits = false;
    if (other->quantities->len > MOST_FIGURES || other->excludes->len)
        return ENDS;
    for (unsigned i = 0; i < other->quantities->len; i++) {
        ClSpan measure;
        ClQuantity value;
        if (find_measure(other, i, NULL, &measure, &value))
            count++;
        else if (fits_unit(other, search_quantity(other, i), &value))
            fits = true;
        else
            more += is_bare(other, search_quantity(other, i)) &&
                    search_is_large(search_quantity(other, i));
    }
    if (fits && has_competition(other))
        return ENDS;
    if (count)
        return count + more + fits > 1 ? TALKS_OF : TOUCHES;
    return fits || other->rivals->len ? HANDS_ON : TALKS_OF;
}

/* Zeekr: 28,843: an entry that leaves its measure out. */
static bool
is_entry(const Search *other)
{
    if (!other->subjects->len || other->excludes->len || has_competition(other))
        return false;
    for (unsigned i = 0; i < other->quantities->len; i++) {
        const ClQuantity *quantity = search_quantity(other, i);
        ClQuantity value;
        if (fits_unit(other, quantity, &value) ||
            (is_bare(other, quantity) && !may_be_year(quantity) &&
             cl_number_magnitude(quantity->value) >= THOUSANDS))
            return true;
    }
    return false;
}

static Talk
talk_of(const Search *search, Passage *passage)
{
    Search other;
    /* what is found there is told where it stands */
    const ClTrace *trace = search->run->trace;
    search->run->trace = NULL;
    search_init(&other, search->run);
    search_start(&other, passage, search->index, search->rule_index);
    Talk talk = HANDS_ON;
    if (other.measures->len)
        talk = measures(&other);
    else if ((other.excludes->len || has_competition(&other)) &&
             (!other.quantities->len || any_fits(&other)))
        talk = ENDS;
    else if (is_entry(&other))
        talk = LISTS;
    search_clear(&other);
    search->run->trace = trace;
    return talk;
}

/* - Leapmotor: 57,066. - XPeng: 10,000 orders. - Zeekr: 17,626: what names its
   measure among entries that do not is the odd one out. */
static bool
is_odd(const Search *search, int back)
{
    Extraction *run = search->run;
    const Passage *odd = passage_near(run, search->index, -back);
    if (odd->sentence.paragraph == search->passage->sentence.paragraph)
        return false;
    for (back++; back <= FARTHEST; back++) {
        Passage *near = passage_near(run, search->index, -back);
        if (!near || near->composed)
            return false;
        if (near->sentence.paragraph == odd->sentence.paragraph)
            continue;
        return talk_of(search, near) == LISTS;
    }
    return false;
}

/* What a news text opens with is what it is about. */
static bool
is_lead(const Search *search, int back)
{
    const Passage *before = passage_near(search->run, search->index, -back - 1);
    return !before || before->sentence.heading;
}

/* One figure of another paragraph is no topic; two are, and one that entries
   follow or that the article opens with. */
static bool
is_passing(const Search *search, int back, Talk talk, bool listed)
{
    const Passage *near = passage_near(search->run, search->index, -back);
    return talk == TOUCHES && !listed && !is_lead(search, back) &&
           near->sentence.paragraph != search->passage->sentence.paragraph;
}

static Passage *
find_topic(Search *search)
{
    Extraction *run = search->run;
    Passage *passed = NULL;
    bool listed = false;
    for (int back = 1; back <= FARTHEST; back++) {
        Passage *near = passage_near(run, search->index, -back);
        if (!near || near->composed)
            break;
        const Talk talk = talk_of(search, near);
        listed |= talk == LISTS;
        if (talk == HANDS_ON || talk == LISTS || is_odd(search, back))
            continue;
        if (talk == ENDS) {
            search->ended =
                near->sentence.paragraph == search->passage->sentence.paragraph;
            return NULL;
        }
        if (passed || !is_passing(search, back, talk, listed))
            return passed ? passed : near;
        passed = near;
    }
    return run->has_title && talk_of(search, &run->title) >= TOUCHES &&
                   talk_of(search, &run->title) != ENDS
               ? &run->title
               : NULL;
}

/* The same for every figure of a sentence: looked for once. */
Passage *
search_topic(Search *search)
{
    if (!search->talked) {
        search->ended = false;
        search->topic = find_topic(search);
        search->talked = true;
    }
    return search->topic;
}
