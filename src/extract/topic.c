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

/* A sentence of more figures than that is no news. */
enum { MOST_FIGURES = 64 };

/* ---- A figure of it ------------------------------------------------------------ */

/* Six months, 2025, in the second: a figure of when, not of what. */
static bool
is_of_time(const Search *search, size_t index)
{
    const ClQuantity *quantity = search_quantity(search, index);
    return quantity->kind == CL_KIND_DATE ||
           quantity->kind == CL_KIND_ORDINAL ||
           quantity->kind == CL_KIND_DURATION ||
           search_is_time(search, quantity->span);
}

/* A day, month or year, not how long it was. */
static bool
tells_calendar(const Search *search, ClSpan room)
{
    const GArray *times = passage_times(search->run, search->passage);
    for (unsigned i = 0; i < times->len; i++) {
        const ClTime *time = &g_array_index(times, ClTime, i);
        if (time->kind != CL_TIME_WINDOW && cl_span_contains(room, time->span))
            return true;
    }
    return false;
}

/* 36,279 last month and 203,938: what follows a figure at once is its own. */
static size_t
end_of_figure(const Search *search, size_t index)
{
    static const char *const links[] = {
        " ",    " in ",     " in the ",     " for ",  " for the ",
        " of ", " of the ", " during the ", " over ", " over the "};
    const size_t end = search_quantity(search, index)->span.end;
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

/* How many figures stand before one, up to the last that is none of time. */
static size_t
count_before(const Search *search, size_t index)
{
    while (index > 0 && is_of_time(search, index - 1))
        index--;
    return index;
}

ClSpan
search_room(const Search *search, size_t index)
{
    const ClSpan own = search_quantity(search, index)->span;
    ClSpan room = clause_of(search, own);
    room.end = MAX(room.end, own.end);
    size_t next = index + 1;
    const size_t before = count_before(search, index);
    while (next < search->quantities->len && is_of_time(search, next))
        next++;
    if (before > 0)
        room.start = MAX(room.start, end_of_figure(search, before - 1));
    room.start = MIN(room.start, own.start);
    if (next < search->quantities->len)
        room.end = MIN(room.end, search_quantity(search, next)->span.start);
    return room;
}

static bool
is_counted(const Search *search)
{
    const ClUnitId unit = g_array_index(search->rule->units, ClUnitId, 0);
    return cl_unit_is_count(search->run->vocabulary, unit);
}

/* 512兆手机 are no phones but what one remembers. */
static bool
is_of_millions(const ClQuantity *count)
{
    enum { MILLIONS = 6, BILLIONS = 9 };
    const int magnitude = cl_number_magnitude(count->value);
    return magnitude >= MILLIONS && magnitude < BILLIONS;
}

/* vivo以1,300万支居首: millions in the unit of what a maker makes are what it
   sold, where nothing else was measured; 台 are computers as well. */
static bool
are_millions(const Search *search, const ClQuantity *count)
{
    const ClVocabulary *vocabulary = search->run->vocabulary;
    return count->unit && count->kind == CL_KIND_COUNT &&
           is_of_millions(count) &&
           strcmp(cl_unit_name(vocabulary, count->unit), "set") != 0;
}

/* 17.4万辆遥遥领先: what is counted stands in the figure itself. */
static bool
is_in_own_unit(const Search *search, const ClQuantity *quantity)
{
    return quantity->unit &&
           quantity->unit == g_array_index(search->rule->units, ClUnitId, 0);
}

/* 1,300万支居首, 1,300万支位列第二, but not 300万支口罩. */
static bool
ends_in_light(const Search *search, const ClQuantity *quantity)
{
    const size_t end = quantity->span.end;
    const size_t clause = search_clause(search, quantity->span.start).end;
    return search->rule->telling && quantity->unit &&
           quantity->kind == CL_KIND_COUNT && is_of_millions(quantity) &&
           end < search->length &&
           (search_light_at(search, (ClSpan){end, search->length}) ||
            (end < clause && !search_weigh(search, (ClSpan){end, clause})));
}

/* 11,200 were company-operated and 7,534 licensed: the word for a part of them
   stands right behind it. */
static bool
ends_in_part(const Search *search, const ClQuantity *quantity)
{
    const size_t at = quantity->span.end + 1;
    for (unsigned i = search_from(search->hits, at); i < search->hits->len;
         i++) {
        const ClHit *hit = &g_array_index(search->hits, ClHit, i);
        if (hit->span.start > at)
            break;
        if (hit->span.start == at && search->text[at - 1] == ' ' &&
            search_tells_apart(search, hit) &&
            (search->text[hit->span.end] == '\0' ||
             g_ascii_ispunct(search->text[hit->span.end])))
            return true;
    }
    return false;
}

/* Orders are counted from the first hour on: 2025年42.9万辆 are none, and a
   number beside a model is a price more likely. */
static bool
is_of_event(const Search *search, size_t index)
{
    const ClFacet *window =
        g_ptr_array_index(search->rule->facets, CL_FACET_WINDOW);
    return search->rule->over_time == CL_OVER_TIME_FIXED && window->used &&
           (!search_quantity(search, index)->unit ||
            tells_calendar(search, search_room(search, index)));
}

static bool
is_new(const Search *search, const ClHit *hit)
{
    size_t count;
    const ClTermUse *uses =
        cl_rule_set_uses(search->run->rules, hit->term, &count);
    for (size_t i = 0; i < count; i++) {
        if (uses[i].role != CL_ROLE_SHARED || uses[i].facet != CL_FACET_NATURE)
            continue;
        const char *nature = cl_shared_option(search->run->rules,
                                              CL_FACET_NATURE, uses[i].option);
        if (strcmp(nature, "new") == 0 || strcmp(nature, "lost") == 0)
            return true;
    }
    return false;
}

/* 门店7038家，季内新增57家: by how many they became more or less, told beside
   how many they are, may be few. */
static bool
is_few_new(const Search *search, const Binding *before, size_t index)
{
    enum { TENS = 1 };
    const ClQuantity *own = search_quantity(search, index);
    if (!before || !is_in_own_unit(search, own) || may_be_year(own) ||
        own->form != CL_FORM_LEVEL || cl_number_magnitude(own->value) < TENS)
        return false;
    for (unsigned i = search_from(search->hits, own->span.start);
         i < search->hits->len; i++) {
        const ClHit *hit = &g_array_index(search->hits, ClHit, i);
        if (hit->span.start >= own->span.start)
            break;
        if (hit->span.end == own->span.start && is_new(search, hit))
            return true;
    }
    return false;
}

/* 内地逾1.8万家；海外约300家: nothing but the place stands before it. */
static bool
is_few_elsewhere(const Search *search, size_t index)
{
    enum { TENS = 1 };
    const ClQuantity *own = search_quantity(search, index);
    if (!passage_follows_semicolon(search->run, search->passage) ||
        !is_in_own_unit(search, own) || own->form != CL_FORM_LEVEL ||
        cl_number_magnitude(own->value) < TENS)
        return false;
    for (unsigned i = 0; i < search->hits->len; i++) {
        const ClHit *hit = &g_array_index(search->hits, ClHit, i);
        if (hit->span.end > own->span.start)
            break;
        if (hit->span.start == 0 && search_is_place(search, hit))
            return search_is_light(search,
                                   (ClSpan){hit->span.end, own->span.start});
    }
    return false;
}

static bool
fits_count(const Search *search, const Binding *before, Binding *binding)
{
    const ClQuantity *quantity = search_quantity(search, binding->quantity);
    if (!(search_is_large(quantity) ||
          is_few_new(search, before, binding->quantity) ||
          is_few_elsewhere(search, binding->quantity)) ||
        is_of_event(search, binding->quantity) ||
        !(figure_ends_there(search, quantity) ||
          is_in_own_unit(search, quantity) || ends_in_light(search, quantity) ||
          ends_in_part(search, quantity)))
        return false;
    if (fits_unit(search, quantity, &binding->value))
        return true;
    /* of a maker of phones and cars more than 30,000 are cars */
    if (!is_bare(search, quantity) || quantity->kind == CL_KIND_ORDINAL ||
        (search->rule->telling && !is_of_millions(quantity)))
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
    const ClQuantity *quantity = search_quantity(search, index);
    if (!index || quantity->kind != CL_KIND_PERCENT ||
        quantity->form != CL_FORM_LEVEL)
        return false;
    const ClQuantity *count = quantity - 1;
    return (count->kind == CL_KIND_COUNT || count->kind == CL_KIND_NUMBER) &&
           search_is_large(count) && !is_of_time(search, index - 1) &&
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

/* 联营10,332家, 182 in Canada: of which part or place, said before the figure or
   behind it; of 182 in Canada and 137 in Mexico the last is in doubt. */
static bool
is_told_apart(const Search *search, size_t index)
{
    const ClSpan room = search_room(search, index);
    const ClSpan own = search_quantity(search, index)->span;
    const bool before =
        search_has_within(search, search->hits, (ClSpan){room.start, own.start},
                          search_tells_apart);
    const bool behind = search_has_within(
        search, search->hits, (ClSpan){own.end, room.end}, search_tells_apart);
    return before != behind;
}

static bool
is_joined(const Search *search, ClSpan between)
{
    return passage_is_joint(search->text, between) ||
           search_is_light(search, between);
}

/* Whether nothing tells a figure from the one before it. */
static bool
is_next_in_row(const Search *search, size_t index)
{
    if (index == 0 || index >= search->quantities->len)
        return false;
    const ClQuantity *own = search_quantity(search, index);
    const ClQuantity *before = own - 1;
    return own->unit == before->unit && own->kind == before->kind &&
           search_is_large(own) && search_is_large(before) &&
           !is_of_time(search, index) && !is_of_time(search, index - 1) &&
           is_joined(search, (ClSpan){before->span.end, own->span.start}) &&
           !search_tells_time(search, search_room(search, index)) &&
           !is_told_apart(search, index);
}

/* 36,330, then 35,837, then 38,195: of which time is which? */
static bool
is_in_row(const Search *search, size_t index)
{
    return is_next_in_row(search, index) || is_next_in_row(search, index + 1);
}

/* 跌破三万, 掉了五千多: a round number in words is a mark to pass. */
static bool
has_digits(const Search *search, ClSpan number)
{
    for (size_t at = number.start; at < number.end; at++)
        if (g_ascii_isdigit(search->text[at]))
            return true;
    return false;
}

/* What words may say before a figure that is led to: the more, the better it
   tells itself what it counts. */
static size_t
most_before(const Search *search, const ClQuantity *own)
{
    enum { MOST = 8, MOST_OF_KIN = 4, MOST_BARE = 1 };
    if (own->unit)
        return is_in_own_unit(search, own) ? MOST : MOST_OF_KIN;
    return has_digits(search, own->number) ? MOST : MOST_BARE;
}

/* 较一季度末增加1384人: a change stands right before it. */
static bool
is_by_how_much(const Search *search, const ClQuantity *own)
{
    for (unsigned i = 0; i < search->rivals->len; i++) {
        const ClHit *rival = &g_array_index(search->rivals, ClHit, i);
        if (rival->span.end == own->span.start &&
            search_is_change(search, rival))
            return true;
    }
    return false;
}

/* 一年净开六千多家, having gained 18.91 million: by how much, not how many; an
   exact count of what is new may stand as one. */
static bool
tells_change(const Search *search, const ClQuantity *own, ClSpan span)
{
    if (is_by_how_much(search, own))
        return true;
    if (own->unit && has_digits(search, own->number))
        return false;
    for (unsigned i = search_from(search->hits, span.start);
         i < search->hits->len; i++) {
        const ClHit *hit = &g_array_index(search->hits, ClHit, i);
        if (hit->span.start >= span.end)
            break;
        if (cl_span_contains(span, hit->span) && is_new(search, hit))
            return true;
    }
    return false;
}

/* Between the name, or the mark before, and the figure. */
static ClSpan
lead_of(const Search *search, const ClHit *named, size_t index)
{
    const ClQuantity *own = search_quantity(search, index);
    /* the comma before a figure parts it from what was told of its subject */
    const size_t clause = search_clause(search, own->span.start).start;
    ClSpan lead = {MAX(search_room(search, index).start, clause),
                   own->span.start};
    if (named && named->span.end > lead.start)
        lead.start = named->span.end;
    return lead;
}

/* There next to nothing is said. */
static bool
is_led_to(const Search *search, const ClHit *named, size_t index)
{
    const ClQuantity *own = search_quantity(search, index);
    const ClSpan lead = lead_of(search, named, index);
    return search_weigh(search, lead) <= most_before(search, own) &&
           !tells_change(search, own, lead);
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
        if (!search_is_large(other) ||
            !(fits_unit(search, other, &value) || !other->unit))
            continue;
        none = false;
        if (abs(cl_number_magnitude(other->value) -
                cl_number_magnitude(own->value)) <= ORDERS)
            return true;
    }
    return none;
}

/* Whether a figure needs no measure at all: a share is one of the millions
   that it stands beside. */
static bool
tells_itself(const Search *search, size_t index)
{
    enum { MOST = 1 };
    const ClQuantity *own = search_quantity(search, index);
    const ClHit *named = search_subject_before(search, own->span.start);
    if (!search->rule->telling || search->ended)
        return false;
    if (!is_counted(search))
        return are_millions(search, own - 1);
    /* 捐出300万支 are not sold */
    return are_millions(search, own) &&
           search_weigh(search, lead_of(search, named, index)) <= MOST;
}

bool
search_take_topic(Search *search, const Binding *before, Binding *binding)
{
    if (before) {
        binding->measure = before->measure;
        binding->measure_passage = before->measure_passage;
        return true;
    }
    const ClQuantity *own = search_quantity(search, binding->quantity);
    binding->measure = (ClSpan){0, 0};
    binding->measure_passage = search_topic(search);
    if (!binding->measure_passage && tells_itself(search, binding->quantity)) {
        binding->measure = own->span;
        return true;
    }
    return binding->measure_passage &&
           (own->unit || is_alike(search, binding->measure_passage, own));
}

/* After the 197,189 of the first half 233,906 in seven months: times of the
   figure before it are not its own; 0 if that has none behind it. */
static size_t
end_of_times(const Search *search, size_t index, ClSpan room)
{
    const size_t before = count_before(search, index);
    const bool behind =
        before > 0 &&
        room.start > search_quantity(search, before - 1)->span.end &&
        end_of_figure(search, before - 1) == room.start;
    return behind && search_tells_time(search, room) ? room.start : 0;
}

/* 2024年29.4万辆，前一年不到一半，14.4万辆: what stands between the clause of the
   figure before and its own. */
static ClSpan
clauses_between(const Search *search,
                const ClQuantity *before,
                const ClQuantity *own)
{
    const size_t end = search_clause(search, before->span.start).end;
    return (ClSpan){MIN(MAX(end, before->span.end), own->span.start),
                    own->span.start};
}

/* One more of the figures before it in the sentence: its unit tells what it
   counts, and no other time stands between. */
static bool
is_one_more(const Search *search, const Binding *before, const ClQuantity *own)
{
    return before && is_in_own_unit(search, own) &&
           !search_tells_time(
               search,
               clauses_between(search,
                               search_quantity(search, before->quantity), own));
}

/* Whose figure it is, by a name or a time of its own, or by those before it. */
static bool
is_told_of(const Search *search, const Binding *before, size_t index)
{
    const ClQuantity *own = search_quantity(search, index);
    const ClHit *named = search_subject_before(search, own->span.start);
    const size_t from =
        before ? search_quantity(search, before->quantity)->span.end : 0;
    return is_led_to(search, named, index) &&
           ((named && named->span.start >= from) ||
            search_tells_time(search, search_room(search, index)) ||
            is_few_elsewhere(search, index) ||
            (before && is_told_apart(search, index)) ||
            is_one_more(search, before, own));
}

bool
bind_topic(Search *search, const Binding *before, Binding *binding)
{
    if (search->passage->composed || search->rule->subject_is_measure ||
        search->quantities->len > MOST_FIGURES ||
        !fits_topic(search, before, binding))
        return false;
    const ClSpan room = search_room(search, binding->quantity);
    const size_t from =
        before ? search_quantity(search, before->quantity)->span.end : 0;
    if (search_measures_another(search, (ClSpan){from, room.end}) ||
        is_in_row(search, binding->quantity) ||
        !is_told_of(search, before, binding->quantity) ||
        !search_take_topic(search, before, binding) ||
        !bind_subject(search, binding))
        return false;
    binding->understood = true;
    binding->times_from = end_of_times(search, binding->quantity, room);
    trace_step(search->run, CL_STEP_MEASURE, binding->measure,
               binding->measure);
    return true;
}
