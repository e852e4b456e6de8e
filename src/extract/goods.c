/* SPDX-License-Identifier: Apache-2.0 */
/*
 * BYD's sales fell 5.3 percent: of money or of cars?  Where what is sold is
 * counted, the word measures no money.  The sentence tells it, then those
 * beside it, then the title.
 */
#include "extract/search.h"

#include <string.h>

typedef enum { SOLD_UNTOLD, SOLD_FOR_MONEY, SOLD_BY_COUNT } Sold;

/* A rule that takes revenue too means money by sales. */
static bool
measures_money(const Search *search)
{
    const ClRuleSet *rules = search->run->rules;
    const uint32_t term = cl_rule_set_literal(rules, "revenue");
    size_t count = 0;
    const ClTermUse *uses =
        term == UINT32_MAX ? NULL : cl_rule_set_uses(rules, term, &count);
    for (size_t i = 0; i < count; i++)
        if (uses[i].role == CL_ROLE_MEASURE &&
            uses[i].rule == search->rule_index)
            return true;
    return false;
}

/* Whether the measure is a word for what is sold and no longer one: not net
   sales. */
static bool
is_of_goods(const Search *search, const Binding *binding)
{
    return binding->measure.end > binding->measure.start &&
           !binding->measure_passage &&
           search_word_at(search, binding->measure.start, CL_NAMES_SALES) ==
               binding->measure.end;
}

/* 480,186 vehicles, 600万台: what is made and sold. */
static bool
counts_goods(const Search *search, const ClQuantity *quantity)
{
    static const char *const goods[] = {"vehicle", "set", "device", "part"};
    const char *name = cl_unit_name(search->run->vocabulary, quantity->unit);
    for (size_t i = 0; name && i < G_N_ELEMENTS(goods); i++)
        if (strcmp(name, goods[i]) == 0)
            return true;
    return false;
}

/* In the measure's own sentence a large number without a unit counts too:
   sales fell 9.9 percent to 61,497. */
static Sold
read_sold(const Search *search, const GArray *quantities, bool own)
{
    enum { THOUSANDS = 3 };
    Sold sold = SOLD_UNTOLD;
    for (unsigned i = 0; i < quantities->len; i++) {
        const ClQuantity *told = &g_array_index(quantities, ClQuantity, i);
        if (told->kind == CL_KIND_CURRENCY)
            return SOLD_FOR_MONEY;
        if (cl_number_magnitude(told->value) < THOUSANDS)
            continue;
        if (counts_goods(search, told) ||
            (own && !told->unit && told->kind == CL_KIND_NUMBER &&
             !may_be_year(told)))
            sold = SOLD_BY_COUNT;
    }
    return sold;
}

/* The sentences beside it: money tells more than a count, which may have a
   measure of its own. */
static Sold
read_around(const Search *search)
{
    Sold found = SOLD_UNTOLD;
    for (int place = -1; place <= 1; place += 2) {
        Passage *near = passage_near(search->run, search->index, place);
        const Sold sold =
            near ? read_sold(search, passage_quantities(search->run, near),
                             false)
                 : SOLD_UNTOLD;
        if (sold && found != SOLD_FOR_MONEY)
            found = sold;
    }
    return found;
}

bool
search_sells_by_count(const Search *search, const Binding *binding)
{
    if (!is_of_goods(search, binding) || !measures_money(search))
        return false;
    Extraction *run = search->run;
    Sold sold = read_sold(search, search->quantities, true);
    if (!sold)
        sold = read_around(search);
    if (!sold && run->has_title)
        sold = read_sold(search, passage_quantities(run, &run->title), true);
    return sold == SOLD_BY_COUNT &&
           !search_refuse(
               search, CL_STEP_UNIT, binding->measure,
               g_array_index(search->quantities, ClQuantity, binding->quantity)
                   .span);
}
