/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which quantity of a sentence answers which rule: by a whole wording
 * (patterns), or by a measure (measure.c) and a subject (subject.c).  A
 * quantity answers a rule at most once.
 */
#include "extract/search.h"

#include <string.h>

/* ---- Patterns ------------------------------------------------------------- */

/* A whole wording of the rule needs no other subject or measure. */
static bool
bind_pattern(const Search *search, Binding *binding)
{
    const ClQuantity *quantity =
        &g_array_index(search->quantities, ClQuantity, binding->quantity);
    bool gave_up = false;
    const bool found =
        search->rule->wordings && !is_off(search->run, search->rule_index) &&
        fits_unit(search, quantity, &binding->value) &&
        cl_rule_match_pattern(search->rule, search->text, search->length,
                              quantity->span, &binding->measure, &gave_up);
    if (gave_up)
        say_gave_up(search->run, search->passage, search->rule_index);
    if (found)
        trace_step(search->run, CL_STEP_PATTERN, binding->measure,
                   binding->measure);
    return found;
}

/* ---- Sentences ------------------------------------------------------------ */

/* 900 behind "3,", not 7000 behind 小米17: a comma groups three digits. */
static bool
is_group_of_digits(const Search *search, ClSpan number)
{
    const char *const text = search->text + number.start;
    return number.start > 1 && text[-1] == ',' && g_ascii_isdigit(text[-2]) &&
           strspn(text, "0123456789") == 3;
}

/* 小米17 and Model 3 are names: their numbers count nothing; nor does the 900 of
   S25 Edge3,900毫安时, of which a word took the head. */
static bool
is_in_name(const Search *search, ClSpan number)
{
    if (is_group_of_digits(search, number))
        return true;
    for (unsigned i = search_from(search->subjects, number.start);
         i < search->subjects->len; i++) {
        const ClHit *hit = &g_array_index(search->subjects, ClHit, i);
        if (hit->span.start > number.start)
            break;
        if (cl_span_contains(hit->span, number))
            return true;
    }
    return false;
}

static void
trace_quantity(const Search *search, const ClQuantity *quantity)
{
    ClQuantity value;
    if (search->run->trace)
        trace_figure(search->run, search->rule, quantity,
                     fits_unit(search, quantity, &value) ||
                         is_bare(search, quantity));
}

/* The figure of the rule that was bound last in this sentence. */
static const Binding *
last_bound(const Search *search, const GArray *out)
{
    const Binding *last =
        out->len ? &g_array_index(out, Binding, out->len - 1) : NULL;
    return last && last->rule == search->rule_index &&
                   last->passage == search->passage &&
                   (last->subject.end || last->subject_passage)
               ? last
               : NULL;
}

void
search_take_item(const Search *search, ClSpan item, Binding *binding)
{
    for (unsigned i = 0; i < search->subjects->len; i++) {
        const ClHit *hit = &g_array_index(search->subjects, ClHit, i);
        if (hit->span.start != item.start)
            continue;
        binding->subject = hit->span;
        binding->subject_term = hit->term;
    }
}

static bool
is_joined_with(const Search *search, size_t index, size_t other)
{
    const GArray *quantities = search->quantities;
    const size_t first = MIN(index, other);
    ClQuantity x, y;
    if (MAX(index, other) >= quantities->len)
        return false;
    const ClQuantity *a = &g_array_index(quantities, ClQuantity, first);
    const ClQuantity *b = a + 1;
    return passage_is_joint(search->text,
                            (ClSpan){a->span.end, b->span.start}) &&
           fits_unit(search, a, &x) && fits_unit(search, b, &y) &&
           x.unit == y.unit && cl_number_compare(x.value, y.value) != 0;
}

/* 三个版本卖25万元、28万元和33万元: of which one each is nobody says; what is sold
   begins at the first. */
static bool
is_of_some_version(const Search *search, size_t index)
{
    return search->rule->over_time == CL_OVER_TIME_LASTS && index > 0 &&
           is_joined_with(search, index, index - 1);
}

/* 价格分别是4万元和5万元, of the two in the sentence before. */
static bool
opens_list_of_several(const Search *search, const Binding *binding)
{
    return search->rule->over_time == CL_OVER_TIME_LASTS &&
           is_joined_with(search, binding->quantity, binding->quantity + 1) &&
           search_is_of_several(search, binding);
}

/* A value's own measure and subject, or those of the list it stands in. */
static bool
bind_measured(Search *search, Binding *binding)
{
    Listing listing;
    const Listed by = find_listing(search, binding->quantity, &listing);
    const bool listed = by == LISTED_BY_SUBJECT || by == LISTED_BY_WORDS;
    if (!find_measure(search, binding->quantity, listed ? &listing : NULL,
                      &binding->measure, &binding->value))
        return false;
    if (by == LISTED_UNKNOWN ||
        (by == LISTED_NOT && is_of_some_version(search, binding->quantity)))
        return search_refuse(search, CL_STEP_OTHER_NAME, binding->measure,
                             (ClSpan){0, 0});
    if (listed) {
        binding->listed = listing.all;
        binding->item = listing.own;
        binding->values = listing.values;
    }
    if (by != LISTED_BY_SUBJECT)
        return bind_subject(search, binding) &&
               !(by == LISTED_NOT && opens_list_of_several(search, binding));
    search_take_item(search, listing.own, binding);
    trace_subject(search->run, binding);
    return true;
}

/* No figure stands between two but the 2025 of a date. */
static bool
is_next_figure(const Search *search, size_t from, size_t to)
{
    for (size_t i = from + 1; i < to; i++)
        if (!search_is_time(
                search, g_array_index(search->quantities, ClQuantity, i).span))
            return false;
    return true;
}

/* What a figure without a measure of its own takes from those before it. */
static bool
bind_shared(const Search *search, const GArray *bound, Binding *binding)
{
    if (!bound->len || !binding->quantity)
        return false;
    const Binding *last = &g_array_index(bound, Binding, bound->len - 1);
    const bool next = last->rule == binding->rule &&
                      is_next_figure(search, last->quantity, binding->quantity);
    if (!(next && find_chained(search, last, binding)) &&
        !find_totalled(search, bound, binding))
        return false;
    trace_step(search->run, CL_STEP_MEASURE, binding->measure,
               binding->measure);
    trace_subject(search->run, binding);
    return true;
}

/* Whether a sentence has a figure in the first unit of the rule. */
static bool
has_first_unit(const Search *search, Passage *passage)
{
    const GArray *quantities = passage_quantities(search->run, passage);
    for (unsigned i = 0; i < quantities->len; i++)
        if (g_array_index(quantities, ClQuantity, i).unit ==
            g_array_index(search->rule->units, ClUnitId, 0))
            return true;
    return false;
}

/* 小鹏、小米分别交付4.2万台和4.1万台: the others make nothing else. */
static bool
is_beside_others(const Search *search, const Binding *binding)
{
    for (unsigned i = 0; i < search->subjects->len; i++) {
        const ClHit *other = &g_array_index(search->subjects, ClHit, i);
        if (!search_same_entity(search, other->term, binding->subject_term) &&
            !cl_rule_set_wants_own_unit(search->run->rules, search->rule_index,
                                        other->term))
            return true;
    }
    return false;
}

/* 小米出货4240万台: of a house that makes phones too, only 辆 are its cars; a
   bare number is one where cars are what is talked of. */
static bool
is_in_its_unit(Search *search, const Binding *binding)
{
    const ClQuantity *written =
        &g_array_index(search->quantities, ClQuantity, binding->quantity);
    const ClUnitId unit = g_array_index(search->rule->units, ClUnitId, 0);
    const bool fits =
        written->unit ? written->unit == unit
                      : !binding->measure_passage ||
                            has_first_unit(search, binding->measure_passage);
    return fits ||
           !cl_rule_set_wants_own_unit(search->run->rules, search->rule_index,
                                       binding->subject_term) ||
           is_beside_others(search, binding) ||
           search_refuse(search, CL_STEP_UNIT, binding->measure, written->span);
}

void
search_take_from(const Search *search, const Binding *before, Binding *binding)
{
    binding->measure = before->measure;
    binding->measure_passage = before->measure_passage;
    binding->subject = before->subject;
    binding->subject_term = before->subject_term;
    binding->subject_passage = before->subject_passage;
    trace_step(search->run, CL_STEP_MEASURE, binding->measure,
               binding->measure);
    trace_subject(search->run, binding);
}

/* Hyundai sold 20,408 Ioniq 5s: so many of the model, not of its maker's. */
static bool
is_of_model_behind(const Search *search, const ClQuantity *quantity)
{
    const size_t at = quantity->span.end + 1;
    if (quantity->kind != CL_KIND_NUMBER || search->text[at - 1] != ' ')
        return false;
    for (unsigned i = search_from(search->hits, at); i < search->hits->len;
         i++) {
        const ClHit *hit = &g_array_index(search->hits, ClHit, i);
        if (hit->span.start > at)
            break;
        if (hit->span.start == at && !search_is_own(search, hit->span) &&
            hit_has_role(search->run->rules, hit, 0, CL_ROLE_NAME))
            return !search_refuse(search, CL_STEP_OTHER_NAME, quantity->span,
                                  hit->span);
    }
    return false;
}

/* 24小时 where 小时 is excluded: no way of measuring makes it a lap. */
static bool
is_excluded(const Search *search, const ClQuantity *quantity)
{
    for (unsigned i = 0; i < search->excludes->len; i++) {
        const ClSpan word = g_array_index(search->excludes, ClHit, i).span;
        if (word.start >= quantity->number.end &&
            word.end <= quantity->span.end)
            return !search_refuse(search, CL_STEP_EXCLUDED, quantity->span,
                                  word);
    }
    return false;
}

/* By what the sentence says, and else by what those around it do. */
static bool
bind_figure(Search *search, const GArray *out, Binding *binding)
{
    if (bind_pattern(search, binding))
        return true;
    const Rowed row = bind_row(search, binding);
    if (row != ROW_NONE)
        return row == ROW_OWN;
    return bind_measured(search, binding) ||
           bind_shared(search, out, binding) ||
           bind_listed(search, last_bound(search, out), binding) ||
           bind_compared(search, out, binding) ||
           bind_ellipsis(search, last_bound(search, out), binding) ||
           bind_branch(search, last_bound(search, out), binding) ||
           bind_echo(search, binding) || bind_unsaid(search, binding) ||
           bind_topic(search, last_bound(search, out), binding) ||
           bind_some(search, out, binding);
}

static void
bind_rule(Search *search, GArray *out)
{
    for (size_t i = 0; i < search->quantities->len; i++) {
        const ClQuantity *quantity =
            &g_array_index(search->quantities, ClQuantity, i);
        trace_quantity(search, quantity);
        if (is_in_name(search, quantity->number)) {
            trace_step(search->run, CL_STEP_IN_NAME, (ClSpan){0, 0},
                       quantity->number);
            continue;
        }
        Binding binding = {
            .rule = search->rule_index,
            .passage = search->passage,
            .index = search->index,
            .quantity = i,
            .subject_term = UINT32_MAX,
        };
        if (search->rule->slips)
            bind_any(search, binding, out);
        else if (!is_excluded(search, quantity) &&
                 bind_figure(search, out, &binding) &&
                 is_in_its_unit(search, &binding) &&
                 !is_of_model_behind(search, quantity) &&
                 !search_sells_by_count(search, &binding)) {
            binding.room = search_room(search, i);
            g_array_append_val(out, binding);
        }
    }
}

static bool
is_bound(const GArray *bindings, const Binding *binding)
{
    for (unsigned i = 0; i < bindings->len; i++) {
        const Binding *other = &g_array_index(bindings, Binding, i);
        if (other->rule == binding->rule &&
            other->quantity == binding->quantity)
            return true;
    }
    return false;
}

/* Units are looked at before words, which cost more: most sentences that have
   words of a rule have no figure of it. */
static bool
may_bind(Search *search, Passage *passage, size_t index, uint32_t rule)
{
    search_look(search, passage, index, rule);
    if (search->run->trace)
        return true;
    for (unsigned i = 0; i < search->quantities->len; i++)
        if (may_fit(search, &g_array_index(search->quantities, ClQuantity, i)))
            return true;
    return false;
}

/* Rules that a question before asks for, and no word here is a measure of. */
static void
bind_answers(Search *search,
             Passage *passage,
             size_t index,
             Passage *question,
             GArray *out)
{
    g_autoptr(GArray) rules = find_asked_rules(search->run, question);
    for (unsigned i = 0; i < rules->len; i++) {
        const uint32_t rule = g_array_index(rules, uint32_t, i);
        Binding binding = {.rule = rule,
                           .passage = passage,
                           .index = index,
                           .subject_term = UINT32_MAX};
        if (!may_bind(search, passage, index, rule))
            continue;
        search_start(search, passage, index, rule);
        if (bind_answer(search, question, &binding) && !is_bound(out, &binding))
            g_array_append_val(out, binding);
    }
}

static int
compare_bindings(const void *a, const void *b)
{
    const Binding *i = a, *j = b;
    const int rules = (i->rule > j->rule) - (i->rule < j->rule);
    return rules ? rules
                 : (i->quantity > j->quantity) - (i->quantity < j->quantity);
}

void
bind_sentence(Extraction *run, size_t index, GArray *out)
{
    g_array_set_size(out, 0);
    Passage *passage = passage_near(run, index, 0);
    Passage *question = find_question(run, index);
    g_autoptr(GArray) rules = find_candidates(run, index);
    if ((!rules->len && !question) || !passage_quantities(run, passage)->len)
        return;
    Search search;
    search_init(&search, run);
    for (unsigned i = 0; i < rules->len; i++) {
        const uint32_t rule = g_array_index(rules, uint32_t, i);
        if (!may_bind(&search, passage, index, rule))
            continue;
        search_start(&search, passage, index, rule);
        bind_rule(&search, out);
    }
    if (question) {
        bind_answers(&search, passage, index, question, out);
        g_array_sort(out, compare_bindings);
    }
    search_clear(&search);
}
