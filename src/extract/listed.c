/* SPDX-License-Identifier: Apache-2.0 */
/*
 * 传音和vivo分别以2890万部和2830万部位列第四、第五; Xiaomi and Oppo had 14.1% and
 * 12.9%: values of a list of names that leave their measure out take the one of
 * the figure before them, or what the article talks of.
 */
#include "extract/search.h"

/* A figure of the rule, and no small number that may count anything. */
static bool
fits(const Search *search, const Listing *list, Binding *binding)
{
    const ClQuantity *own = search_quantity(search, binding->quantity);
    return (own->kind == CL_KIND_PERCENT || search_is_large(own)) &&
           (fits_unit(search, own, &binding->value) ||
            fits_as(search, binding->quantity, list->last, &binding->value));
}

/* Between the names and their values next to nothing is said: 分别以. */
static bool
is_led_to(const Search *search, const Binding *before, const Listing *list)
{
    enum { MOST = 4 };
    const size_t from =
        before ? search_quantity(search, before->quantity)->span.end : 0;
    return search_weigh(search, (ClSpan){list->all.end, list->values.start}) <=
               MOST &&
           !search_measures_another(search, (ClSpan){from, list->values.start});
}

bool
bind_listed(Search *search, const Binding *before, Binding *binding)
{
    Listing list;
    if (search->passage->composed || search->rule->subject_is_measure ||
        find_listing(search, binding->quantity, &list) != LISTED_BY_SUBJECT)
        return false;
    const bool next = before && before->listed.end == list.all.end;
    if (!fits(search, &list, binding) ||
        !(next || is_led_to(search, before, &list)) ||
        !search_take_topic(search, before, binding))
        return false;
    binding->listed = list.all;
    binding->item = list.own;
    binding->values = list.values;
    search_take_item(search, list.own, binding);
    trace_step(search->run, CL_STEP_MEASURE, binding->measure,
               binding->measure);
    trace_subject(search->run, binding);
    return true;
}
