/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which words of a sentence a figure shares its phrase with: the verb of a
 * change, what an amount is an amount of, and what opens the next figure.
 */
#include "extract/search.h"

#include <string.h>

/* 用户较上一代提升了近2倍: the verb of a change belongs to its figure, or to
   another change as in 环比增长2%，同比增长28%; the profit of 净利增3% does not. */
bool
phrase_is_verb(const Search *search, ClSpan rival, const ClQuantity *quantity)
{
    return quantity->form != CL_FORM_LEVEL &&
           rival.end <= quantity->number.start &&
           cl_quantity_is_change_word(search->run->vocabulary, search->text,
                                      rival);
}

/* The first quantity that starts at or behind a byte: they are in order. */
static unsigned
quantity_from(const Search *search, size_t at)
{
    unsigned lo = 0, hi = search->quantities->len;
    while (lo < hi) {
        const unsigned middle = lo + (hi - lo) / 2;
        if (g_array_index(search->quantities, ClQuantity, middle).span.start <
            at)
            lo = middle + 1;
        else
            hi = middle;
    }
    return lo;
}

/* The figure before a word, or NULL. */
static const ClQuantity *
figure_before(const Search *search, size_t at)
{
    const unsigned next = quantity_from(search, at);
    return next ? &g_array_index(search->quantities, ClQuantity, next - 1)
                : NULL;
}

/* What may stand between a measure and the figure that it opens. */
bool
phrase_opens(const Search *search, ClSpan measure, ClSpan figure)
{
    static const char *const links[] = {"",       " ",    " of ", " was ",
                                        " were ", " is ", " at ", " came to "};
    for (size_t i = 0; i < G_N_ELEMENTS(links); i++)
        if (strlen(links[i]) == figure.start - measure.end &&
            strncmp(search->text + measure.end, links[i], strlen(links[i])) ==
                0)
            return true;
    return false;
}

/* 82.6 billion may have its currency from the figure before; a year has
   none. */
static bool
is_amount(const ClQuantity *quantity)
{
    enum { MILLIONS = 6 };
    return quantity->unit || (quantity->kind == CL_KIND_NUMBER &&
                              cl_number_magnitude(quantity->value) >= MILLIONS);
}

/* 3 billion on revenue of 10 billion: the revenue has a figure of its own. */
static bool
opens_another(const Search *search, ClSpan words)
{
    const unsigned next = quantity_from(search, words.end);
    if (next >= search->quantities->len)
        return false;
    const ClQuantity *figure =
        &g_array_index(search->quantities, ClQuantity, next);
    return is_amount(figure) && phrase_opens(search, words, figure->span);
}

/* How many bytes link a figure to the words behind that own it; 0: none do. */
static size_t
owner_link(const char *behind)
{
    static const char *const links[] = {" of ", " in ", " on ", " left ", "的"};
    for (size_t i = 0; i < G_N_ELEMENTS(links); i++)
        if (g_str_has_prefix(behind, links[i]))
            return strlen(links[i]);
    return 0;
}

/* $2 billion of net profit, 5亿元的经调整净利润: words behind a figure, a
   few more between at most. */
static bool
ends_phrase(const Search *search, const ClQuantity *quantity, ClSpan words)
{
    enum { LONGEST_EPITHET = 14 };
    const size_t end = quantity->span.end;
    const size_t link = owner_link(search->text + end);
    const size_t at = end + link;
    if (link == 0 || words.start < end || words.start > at + LONGEST_EPITHET)
        return false;
    unsigned blanks = 0;
    for (size_t i = at; i < words.start; i++) {
        blanks += search->text[i] == ' ';
        if (g_ascii_isdigit(search->text[i]) ||
            g_ascii_ispunct(search->text[i]))
            return false;
    }
    return blanks <= 2 &&
           !(words.start > at &&
             g_strstr_len(search->text + at, (gssize)(words.start - at), "、"));
}

/* a 15 percent rise in: the noun that a change is told by, right behind it. */
static bool
is_noun_of(const Search *search, const ClHit *hit, const ClQuantity *quantity)
{
    return quantity->kind == CL_KIND_PERCENT &&
           quantity->form != CL_FORM_LEVEL &&
           hit->span.start >= quantity->span.end &&
           hit->span.start <= quantity->span.end + 1 &&
           g_ascii_isalpha(search->text[hit->span.start]) &&
           search_is_change(search, hit);
}

/* The noun of a change behind its figure, or NULL: a 15 percent rise. */
static const ClHit *
find_noun(const Search *search, const ClQuantity *quantity)
{
    for (unsigned i = search_from(search->rivals, quantity->span.end);
         i < search->rivals->len; i++) {
        const ClHit *hit = &g_array_index(search->rivals, ClHit, i);
        if (hit->span.start > quantity->span.end + 1)
            break;
        if (is_noun_of(search, hit, quantity))
            return hit;
    }
    return NULL;
}

/* a 9% rise in sales and a 17% rise in net profit: what a noun says changed is
   the figure's, whatever stands before. */
static bool
is_changed(const Search *search, const ClQuantity *quantity, ClSpan measure)
{
    enum { MOST_BLANKS = 3 };
    const ClHit *noun = find_noun(search, quantity);
    const char *behind = noun ? search->text + noun->span.end : NULL;
    if (!noun || measure.start < noun->span.end ||
        !(g_str_has_prefix(behind, " in ") || g_str_has_prefix(behind, " of ")))
        return false;
    unsigned blanks = 0;
    for (size_t i = noun->span.end + 4; i < measure.start; i++) {
        blanks += search->text[i] == ' ';
        if (g_ascii_isdigit(search->text[i]) ||
            (g_ascii_ispunct(search->text[i]) &&
             !strchr("-'", search->text[i])))
            return false;
    }
    return blanks <= MOST_BLANKS;
}

size_t
phrase_begins(const Search *search, const ClQuantity *quantity, ClSpan measure)
{
    const ClQuantity *before = figure_before(search, quantity->span.start);
    const bool adjoins = measure.start == quantity->span.end + 1 &&
                         search->text[quantity->span.end] == ' ';
    if (is_changed(search, quantity, measure))
        return quantity->span.start;
    return before && before->unit &&
                   (adjoins || (before->kind == quantity->kind &&
                                ends_phrase(search, quantity, measure)))
               ? before->span.end
               : 0;
}

/* $10 billion in sales and $2 billion in profit: the sales have theirs. */
bool
phrase_is_spent(const Search *search, ClSpan words)
{
    const ClQuantity *before = figure_before(search, words.start);
    return before && before->unit && ends_phrase(search, before, words) &&
           !opens_another(search, words);
}

bool
phrase_is_noun(const Search *search, ClSpan rival, const ClQuantity *quantity)
{
    for (unsigned i = search_from(search->rivals, rival.start);
         i < search->rivals->len; i++) {
        const ClHit *hit = &g_array_index(search->rivals, ClHit, i);
        if (hit->span.start > rival.start)
            break;
        if (hit->span.start == rival.start && hit->span.end == rival.end)
            return is_noun_of(search, hit, quantity);
    }
    return false;
}

/* Whether the first measure behind "rise in" is another one than the rule's. */
static bool
changes_another(const Search *search, size_t behind)
{
    enum { LONGEST = 48 };
    const char *text = search->text;
    if (!g_str_has_prefix(text + behind, " in ") &&
        !g_str_has_prefix(text + behind, " of "))
        return false;
    const ClSpan object = {
        behind, behind + MIN(strcspn(text + behind, ",;:"), LONGEST)};
    for (unsigned i = search_from(search->hits, behind); i < search->hits->len;
         i++) {
        const ClHit *hit = &g_array_index(search->hits, ClHit, i);
        if (hit->span.start < behind)
            continue;
        if (hit->span.start >= object.end)
            break;
        if (hit_has_role(search->run->rules, hit, search->rule_index,
                         CL_ROLE_MEASURE))
            return false;
        if (hit_has_role(search->run->rules, hit, 0, CL_ROLE_RIVAL) &&
            !search_is_change(search, hit))
            return true;
    }
    return false;
}

/* helping its profit to a 15 percent rise in revenue. */
static bool
is_of_another_change(const Search *search,
                     const ClQuantity *quantity,
                     ClSpan *words)
{
    const ClHit *noun = find_noun(search, quantity);
    if (noun)
        *words = noun->span;
    return noun && changes_another(search, noun->span.end);
}

size_t
phrase_pair(const Search *search, size_t index)
{
    static const char on[] = " on ";
    const size_t from = index ? index - 1 : 0;
    for (size_t i = from; i <= index && i + 1 < search->quantities->len; i++) {
        const ClQuantity *first =
            &g_array_index(search->quantities, ClQuantity, i);
        const ClQuantity *second = first + 1;
        if (first->unit && first->unit == second->unit &&
            second->span.start == first->span.end + strlen(on) &&
            g_str_has_prefix(search->text + first->span.end, on))
            return i;
    }
    return SIZE_MAX;
}

/* 5.5 billion yuan of net profit, 5亿元的净利润: a rival that ends the phrase
   of an amount owns it; 46%的销量 is a share of them. */
bool
phrase_is_owned(const Search *search, const ClQuantity *quantity, ClSpan *words)
{
    enum { MILLIONS = 6 };
    if (quantity->kind == CL_KIND_PERCENT)
        return is_of_another_change(search, quantity, words);
    if (quantity->kind != CL_KIND_CURRENCY && quantity->kind != CL_KIND_COUNT &&
        (quantity->kind != CL_KIND_NUMBER ||
         cl_number_magnitude(quantity->value) < MILLIONS))
        return false;
    for (unsigned i = search_from(search->rivals, quantity->span.end);
         i < search->rivals->len; i++) {
        const ClHit *hit = &g_array_index(search->rivals, ClHit, i);
        if (hit->span.start < quantity->span.end)
            continue;
        *words = hit->span;
        return ends_phrase(search, quantity, hit->span) &&
               !opens_another(search, hit->span);
    }
    return false;
}

/* $13 billion on research and $10 billion on roads: a measure that ends the
   phrase of another figure of the rule has nothing to say of the next; in
   Jia spent 3 billion on research, Yi 2 billion it has. */
bool
phrase_is_used_up(const Search *search, ClSpan measure, size_t index)
{
    const ClQuantity *own =
        &g_array_index(search->quantities, ClQuantity, index);
    if (measure.end > own->span.start ||
        search_has_within(search, search->subjects,
                          (ClSpan){measure.end, own->span.start}, NULL))
        return false;
    const ClQuantity *before = figure_before(search, measure.start);
    ClQuantity value;
    if (!before || !fits_unit(search, before, &value) ||
        !ends_phrase(search, before, measure) || opens_another(search, measure))
        return false;
    trace_step(search->run, CL_STEP_NEARER, measure, before->span);
    return true;
}
