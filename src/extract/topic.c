/* SPDX-License-Identifier: Apache-2.0 */
/*
 * 十一月各家交付量出炉。零跑一枝独秀，单月70,327辆; Zeekr: 28,843: what an
 * article talks of, its figures need not name.  A count takes the measure of
 * the figure before it, of the last sentence that named one, or of the title,
 * where its subject is named before it (or its own time is: 全年42.9万辆) and
 * where nothing around it measures, excludes or names anything else.  A share
 * does the same beside the count that it goes with: 4250万台、14.4%.
 */
#include "extract/search.h"

#include <stdlib.h>
#include <string.h>

/* A sentence of more figures than that is no news, and would be read once for
   each figure of the next. */
enum { FARTHEST = 6, MOST_FIGURES = 64, THOUSANDS = 3 };

static const ClQuantity *
quantity_at(const Search *search, size_t index)
{
    return &g_array_index(search->quantities, ClQuantity, index);
}

static bool
is_large(const ClQuantity *quantity)
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
        if (fits_unit(other, quantity_at(other, i), &value))
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
        else if (fits_unit(other, quantity_at(other, i), &value))
            fits = true;
        else
            more += is_bare(other, quantity_at(other, i)) &&
                    is_large(quantity_at(other, i));
    }
    if (fits && other->rivals->len)
        return ENDS;
    if (count)
        return count + more + fits > 1 ? TALKS_OF : TOUCHES;
    return fits || other->rivals->len ? HANDS_ON : TALKS_OF;
}

/* Zeekr: 28,843: an entry that leaves its measure out. */
static bool
is_entry(const Search *other)
{
    if (!other->subjects->len || other->excludes->len || other->rivals->len)
        return false;
    for (unsigned i = 0; i < other->quantities->len; i++) {
        const ClQuantity *quantity = quantity_at(other, i);
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
    else if ((other.excludes->len || other.rivals->len) &&
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

/* One figure of another paragraph is no topic; two are, and one that entries
   follow. */
static bool
is_passing(const Search *search, const Passage *near, Talk talk, bool listed)
{
    return talk == TOUCHES && !listed &&
           near->sentence.paragraph != search->passage->sentence.paragraph;
}

static Passage *
find_topic(const Search *search)
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
        if (talk == ENDS)
            return NULL;
        if (passed || !is_passing(search, near, talk, listed))
            return passed ? passed : near;
        passed = near;
    }
    return run->has_title && talk_of(search, &run->title) >= TOUCHES &&
                   talk_of(search, &run->title) != ENDS
               ? &run->title
               : NULL;
}

/* ---- How much it takes ----------------------------------------------------------- */

/* The same for every figure of a sentence: looked for once. */
static Passage *
topic_of(Search *search)
{
    if (!search->talked) {
        search->topic = find_topic(search);
        search->talked = true;
    }
    return search->topic;
}

/* ---- A figure of it ------------------------------------------------------------ */

/* Six months, 2025, in the second: a figure of when, not of what. */
static bool
is_of_time(const Search *search, size_t index)
{
    const ClQuantity *quantity = quantity_at(search, index);
    return quantity->kind == CL_KIND_DATE ||
           quantity->kind == CL_KIND_ORDINAL ||
           quantity->kind == CL_KIND_DURATION ||
           search_is_time(search, quantity->span);
}

/* 36,279 last month and 203,938: what follows a figure at once is its own. */
static size_t
end_of_figure(const Search *search, size_t index)
{
    static const char *const links[] = {
        " ", " in ", " in the ", " for ", " for the ", " of ", " during the "};
    const size_t end = quantity_at(search, index)->span.end;
    const GArray *times = passage_times(search->run, search->passage);
    for (unsigned i = 0; i < times->len; i++) {
        const ClSpan time = g_array_index(times, ClTime, i).span;
        for (size_t j = 0; j < G_N_ELEMENTS(links); j++)
            if (time.start == end + strlen(links[j]) &&
                g_str_has_prefix(search->text + end, links[j]))
                return time.end;
    }
    return end;
}

/* Its best quarter, 8,400: a figure right behind a comma goes with the words
   before it. */
static ClSpan
clause_of(const Search *search, ClSpan own)
{
    ClSpan clause = search_clause(search, own.start);
    size_t mark = MIN(clause.start, own.start);
    if (mark < own.start)
        return clause;
    while (mark > 0 && search->text[mark - 1] == ' ')
        mark--;
    if (mark > 1 && search->text[mark - 1] == ',')
        clause.start = search_clause(search, mark - 2).start;
    return clause;
}

ClSpan
search_room(const Search *search, size_t index)
{
    const ClSpan own = quantity_at(search, index)->span;
    ClSpan room = clause_of(search, own);
    room.end = MAX(room.end, own.end);
    size_t before = index, next = index + 1;
    while (before > 0 && is_of_time(search, before - 1))
        before--;
    while (next < search->quantities->len && is_of_time(search, next))
        next++;
    if (before > 0)
        room.start = MAX(room.start, end_of_figure(search, before - 1));
    room.start = MIN(room.start, own.start);
    if (next < search->quantities->len)
        room.end = MIN(room.end, quantity_at(search, next)->span.start);
    return room;
}

static bool
is_counted(const Search *search)
{
    const ClUnitId unit = g_array_index(search->rule->units, ClUnitId, 0);
    return cl_unit_is_count(search->run->vocabulary, unit);
}

static bool
fits_count(const Search *search, const Binding *before, Binding *binding)
{
    const ClQuantity *quantity = quantity_at(search, binding->quantity);
    if (!is_large(quantity) || !figure_ends_there(search, quantity))
        return false;
    if (fits_unit(search, quantity, &binding->value))
        return true;
    if (!is_bare(search, quantity) || quantity->kind == CL_KIND_ORDINAL)
        return false;
    binding->value = *quantity;
    binding->value.unit = before
                              ? before->value.unit
                              : g_array_index(search->rule->units, ClUnitId, 0);
    return true;
}

/* 4250万台、14.4%; 72.3 million (24.1 percent): a share beside a count. */
static bool
fits_share(const Search *search, Binding *binding)
{
    enum { NEAR = 8 };
    const size_t index = binding->quantity;
    const ClQuantity *quantity = quantity_at(search, index);
    if (!index || quantity->kind != CL_KIND_PERCENT ||
        quantity->form != CL_FORM_LEVEL)
        return false;
    const ClQuantity *count = quantity - 1;
    return (count->kind == CL_KIND_COUNT || count->kind == CL_KIND_NUMBER) &&
           is_large(count) && !is_of_time(search, index - 1) &&
           distance_between(search->text, count->span, quantity->span) <=
               NEAR &&
           fits_unit(search, quantity, &binding->value);
}

static bool
fits_topic(const Search *search, const Binding *before, Binding *binding)
{
    return is_counted(search) ? fits_count(search, before, binding)
                              : fits_share(search, binding);
}

static bool
any_tells_apart(const Search *search, ClSpan span)
{
    for (unsigned i = search_from(search->hits, span.start);
         i < search->hits->len; i++) {
        const ClHit *hit = &g_array_index(search->hits, ClHit, i);
        if (hit->span.start >= span.end)
            break;
        if (cl_span_contains(span, hit->span) &&
            search_tells_apart(search, hit))
            return true;
    }
    return false;
}

/* 联营10,332家, 182 in Canada: of which part or place, said before the figure or
   behind it; of 182 in Canada and 137 in Mexico the last is in doubt. */
static bool
is_told_apart(const Search *search, size_t index)
{
    const ClSpan room = search_room(search, index);
    const ClSpan own = quantity_at(search, index)->span;
    const bool before =
        any_tells_apart(search, (ClSpan){room.start, own.start});
    const bool behind = any_tells_apart(search, (ClSpan){own.end, room.end});
    return before != behind;
}

/* Whether nothing tells a figure from the one before it. */
static bool
is_next_in_row(const Search *search, size_t index)
{
    if (index == 0 || index >= search->quantities->len)
        return false;
    const ClQuantity *own = quantity_at(search, index);
    const ClQuantity *before = own - 1;
    return own->unit == before->unit && own->kind == before->kind &&
           is_large(own) && is_large(before) && !is_of_time(search, index) &&
           !is_of_time(search, index - 1) &&
           search_is_light(search,
                           (ClSpan){before->span.end, own->span.start}) &&
           !search_tells_time(search, search_room(search, index)) &&
           !is_told_apart(search, index);
}

/* 36,330, then 35,837, then 38,195: of which time is which? */
static bool
is_in_row(const Search *search, size_t index)
{
    return is_next_in_row(search, index) || is_next_in_row(search, index + 1);
}

/* Between the name, or the mark before, and the figure next to nothing is
   said; a number without a unit is led to. */
static bool
is_led_to(const Search *search, const ClHit *named, size_t index)
{
    enum { MOST = 4, MOST_BARE = 1 };
    const ClQuantity *own = quantity_at(search, index);
    /* the comma before a figure parts it from what was told of its subject */
    const size_t clause = search_clause(search, own->span.start).start;
    ClSpan lead = {MAX(search_room(search, index).start, clause),
                   own->span.start};
    if (named && named->span.end > lead.start)
        lead.start = named->span.end;
    return search_weigh(search, lead) <= (own->unit ? MOST : MOST_BARE);
}

/* 301 million is no headcount where 24,000 was one. */
static bool
is_alike(const Search *search, Passage *topic, const ClQuantity *own)
{
    enum { ORDERS = 2 };
    const GArray *quantities = passage_quantities(search->run, topic);
    bool none = true;
    for (unsigned i = 0; i < quantities->len; i++) {
        const ClQuantity *other = &g_array_index(quantities, ClQuantity, i);
        ClQuantity value;
        if (!is_large(other) ||
            !(fits_unit(search, other, &value) || !other->unit))
            continue;
        none = false;
        if (abs(cl_number_magnitude(other->value) -
                cl_number_magnitude(own->value)) <= ORDERS)
            return true;
    }
    return none;
}

static bool
take_measure(Search *search, const Binding *before, Binding *binding)
{
    if (before) {
        binding->measure = before->measure;
        binding->measure_passage = before->measure_passage;
        return true;
    }
    binding->measure = (ClSpan){0, 0};
    binding->measure_passage = topic_of(search);
    const ClQuantity *own = quantity_at(search, binding->quantity);
    return binding->measure_passage &&
           (own->unit || is_alike(search, binding->measure_passage, own));
}

bool
bind_topic(Search *search, const Binding *before, Binding *binding)
{
    if (search->passage->composed || search->rule->subject_is_measure ||
        search->quantities->len > MOST_FIGURES ||
        !fits_topic(search, before, binding))
        return false;
    const ClSpan own = quantity_at(search, binding->quantity)->span;
    const ClSpan room = search_room(search, binding->quantity);
    const size_t from =
        before ? quantity_at(search, before->quantity)->span.end : 0;
    const ClHit *named = search_subject_before(search, own.start);
    if (search_measures_another(search, (ClSpan){from, room.end}) ||
        is_in_row(search, binding->quantity) ||
        !is_led_to(search, named, binding->quantity) ||
        !((named && named->span.start >= from) ||
          search_tells_time(search, room) ||
          (before && is_told_apart(search, binding->quantity))) ||
        !take_measure(search, before, binding) ||
        !bind_subject(search, binding))
        return false;
    binding->understood = true;
    trace_step(search->run, CL_STEP_MEASURE, binding->measure,
               binding->measure);
    return true;
}
