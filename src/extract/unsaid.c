/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The X9, 4999 yuan; 8000mAh, 4999元; 7:11.826 for the older one: a price and a
 * lap time tell by their unit what they are, and writers leave it at that.
 * Such a figure is its subject's where it stands right behind it, behind
 * another figure or at the head of a clause, words without weight between, and
 * where nothing on the way measures anything and nothing follows that it could
 * count.
 */
#include "extract/name_words.h"

#include <string.h>

static const ClQuantity *
quantity_of(const Search *search, const Binding *binding)
{
    return &g_array_index(search->quantities, ClQuantity, binding->quantity);
}

/* 6:59.517, not 3 seconds to 100 km/h and not 24 hours. */
static bool
has_fractions(const Search *search, const ClQuantity *quantity)
{
    enum { HUNDREDTHS = 2 };
    const char *text = search->text;
    size_t digits = 0;
    for (size_t at = quantity->span.end;
         at > quantity->span.start && digits < HUNDREDTHS + 1 &&
         g_ascii_isdigit(text[at - 1]);
         at--)
        digits++;
    return digits >= HUNDREDTHS &&
           quantity->span.end - quantity->span.start > digits + 1;
}

/* 8.98万, 40.68万起: what is counted is seldom told so. */
static bool
is_bare_price(const Search *search,
              const ClQuantity *quantity,
              ClQuantity *value)
{
    enum { HUNDREDTHS = 2 };
    static const char wan[] = "万";
    const char *end = search->text + quantity->number.end;
    const char *at = end - strlen(wan);
    if (!is_bare(search, quantity) || quantity->kind == CL_KIND_ORDINAL ||
        quantity->number.end <
            quantity->number.start + strlen(wan) + HUNDREDTHS + 1 ||
        memcmp(at, wan, strlen(wan)) != 0 || at[-HUNDREDTHS - 1] != '.')
        return false;
    *value = *quantity;
    value->unit = g_array_index(search->rule->units, ClUnitId, 0);
    return true;
}

/* Whether its unit says what the figure is, and its value in the rule's. */
static bool
tells_itself(const Search *search,
             const ClQuantity *quantity,
             ClQuantity *value)
{
    enum { MOST_DIGITS = 7 }; /* of what a thing costs */
    const ClUnitId unit = g_array_index(search->rule->units, ClUnitId, 0);
    const char *dimension = cl_unit_dimension(search->run->vocabulary, unit);
    const bool money = g_str_has_prefix(dimension, "money");
    if (!fits_unit(search, quantity, value) &&
        !(money && is_bare_price(search, quantity, value)))
        return false;
    if (money)
        return cl_number_magnitude(quantity->value) < MOST_DIGITS;
    return strcmp(dimension, "time") != 0 || has_fractions(search, quantity);
}

/* ---- Words before it -------------------------------------------------------- */

/* from, 同样: a word of the rule's own list. */
static size_t
lead_at(const Search *search, ClSpan span)
{
    const GPtrArray *words = search->rule->unsaid;
    size_t longest = 0;
    for (guint i = 0; i < words->len; i++) {
        const size_t end = name_match_word(search, span.start, words->pdata[i]);
        if (end && end <= span.end)
            longest = MAX(longest, end);
    }
    return longest;
}

/* 美国, 标准版: which price of the subject it is. */
static bool
says_which(const Search *search, const ClHit *hit)
{
    return search_is_place(search, hit) ||
           (hit_has_role(search->run->rules, hit, search->rule_index,
                         CL_ROLE_FACET) &&
            !hit_has_role(search->run->rules, hit, search->rule_index,
                          CL_ROLE_SUBJECT));
}

static bool
leads_to_figure(const Search *search, ClSpan span)
{
    while (span.start < span.end) {
        size_t end = lead_at(search, span);
        if (!end)
            end = search_end_at(search, span, says_which);
        if (!end)
            end = search_light_at(search, span);
        if (!end)
            return false;
        span.start = end;
    }
    return true;
}

/* ---- Where it stands --------------------------------------------------------- */

/* The last figure with a unit before a byte, or NULL. */
static const ClQuantity *
figure_before(const Search *search, size_t at)
{
    const ClQuantity *last = NULL;
    for (unsigned i = 0; i < search->quantities->len; i++) {
        const ClQuantity *quantity =
            &g_array_index(search->quantities, ClQuantity, i);
        if (quantity->span.end > at)
            break;
        if (quantity->unit && !search_is_time(search, quantity->span))
            last = quantity;
    }
    return last;
}

/* Of all that is told before the figure, what belongs to none before it. */
static ClSpan
words_before(const Search *search, const ClQuantity *quantity)
{
    const size_t at = quantity->span.start;
    const ClHit *subject = search_subject_before(search, at);
    const ClQuantity *figure = figure_before(search, at);
    return (ClSpan){
        MAX(figure ? figure->span.end : 0, subject ? subject->span.end : 0),
        at};
}

/* The older mark, 7:05.298, was …: a clause between that names neither a figure
   nor a model may name what the figure is of; behind a colon it does not. */
static bool
is_next_clause(const Search *search, ClSpan before, ClSpan clause)
{
    if (clause.start <= before.start)
        return true;
    size_t mark = clause.start - 1;
    while (mark > before.start && search->text[mark] == ' ')
        mark--;
    while (mark > before.start && (search->text[mark] & 0xC0) == 0x80)
        mark--;
    if (before.start == 0)
        return search->text[mark] == ':';
    return search_clause(search, before.start).end >= mark;
}

/* revenue fell 36 percent to 27 billion: what changed is told before it. */
static bool
follows_change(const Search *search, const ClQuantity *quantity)
{
    const ClQuantity *before = figure_before(search, quantity->span.start);
    return before &&
           (before->form != CL_FORM_LEVEL || before->kind == CL_KIND_PERCENT ||
            before->kind == CL_KIND_MULTIPLE);
}

static bool
stands_alone(const Search *search, const ClQuantity *quantity)
{
    const ClSpan before = words_before(search, quantity);
    const ClSpan clause = search_clause(search, before.end);
    const ClSpan near = {MAX(before.start, clause.start), before.end};
    const size_t behind = MAX(quantity->span.end, clause.end);
    return figure_ends_there(search, quantity) &&
           !follows_change(search, quantity) &&
           is_next_clause(search, before, clause) &&
           leads_to_figure(search, near) &&
           !search_measures_another(search, (ClSpan){before.start, behind});
}

/* 甲3999元，乙4999元。只要5999元: of two it may be either. */
bool
search_is_of_several(const Search *search, const Binding *binding)
{
    Search other;
    bool several = false;
    if (!binding->subject_passage || !search->rule->list)
        return false;
    search_init(&other, search->run);
    search_start(&other, binding->subject_passage, search->index,
                 search->rule_index);
    for (unsigned i = 0; i < other.subjects->len; i++)
        several |= !search_same_entity(
            &other, g_array_index(other.subjects, ClHit, i).term,
            binding->subject_term);
    search_clear(&other);
    return several;
}

bool
bind_unsaid(Search *search, Binding *binding)
{
    const ClQuantity *quantity = quantity_of(search, binding);
    const ClSpan unsaid = binding->measure;
    if (!search->rule->unsaid->len || search->passage->composed ||
        !tells_itself(search, quantity, &binding->value) ||
        !stands_alone(search, quantity))
        return false;
    binding->measure = quantity->span;
    if (bind_subject(search, binding) &&
        !passage_is_title(search->run, binding->subject_passage) &&
        !search_is_of_several(search, binding)) {
        trace_step(search->run, CL_STEP_MEASURE, binding->measure,
                   binding->measure);
        return true;
    }
    binding->measure = unsaid;
    return false;
}
