/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One figure under two labels for one event: 1小时大定8万, 1小时锁单8万.  Of
 * labels that keep figures apart only those that cannot share one by chance:
 * many digits, the same stated period, and nothing else that differs.
 */
#include "check/private.h"

#include <string.h>

bool
is_exact(const ClQuantity *quantity)
{
    return quantity->shape == CL_SHAPE_POINT && !quantity->spoken;
}

static bool
differs_in(Comparison comparison, unsigned facet)
{
    return comparison.differs == UINT64_C(1) << facet && !comparison.unknown;
}

static bool
is_value(const ClClaim *claim, unsigned facet, const char *option)
{
    const ClFacetValue *value = &claim->facets[facet];
    return value->value && !value->assumed && strcmp(value->value, option) == 0;
}

/* 大定突破3万台, 小订突破3万台: one bound, one hedge. */
static bool
is_one_bound(const ClQuantity *a, const ClQuantity *b)
{
    return a->shape == CL_SHAPE_ONE_SIDED && b->shape == CL_SHAPE_ONE_SIDED &&
           cl_interval_equal(a->hard, b->hard);
}

static bool
is_one_figure(const ClQuantity *a, const ClQuantity *b)
{
    return cl_number_equal(a->value, b->value) &&
           ((is_exact(a) && is_exact(b)) || is_one_bound(a, b));
}

/* What readers mix up: a facet of the rule's own, of one event. */
static bool
is_mixed_up(const ClClaim *a, const ClClaim *b, Comparison comparison)
{
    const bool one_facet =
        comparison.standing == STAND_TOLD &&
        (comparison.differs & (comparison.differs - 1)) == 0 &&
        comparison.differs >= UINT64_C(1) << CL_FACET_OWN &&
        !comparison.unknown;
    const ClFacet *window = g_ptr_array_index(a->rule->facets, CL_FACET_WINDOW);
    const bool one_event =
        !window->used || a->facets[CL_FACET_WINDOW].value != NULL;
    return one_facet && one_event && (is_exact(&a->quantity) || window->used) &&
           is_one_figure(&a->quantity, &b->quantity);
}

/* ---- Labels that keep figures apart ----------------------------------------- */

/* The same period, which both texts state. */
static bool
is_one_period(const ClClaim *a, const ClClaim *b)
{
    const ClFacetValue *x = &a->facets[CL_FACET_WHEN];
    const ClFacetValue *y = &b->facets[CL_FACET_WHEN];
    return x->value && y->value && !x->assumed && !y->assumed && x->to &&
           x->from == y->from && x->to == y->to;
}

/* Three digits or more that two regions or definitions share by no chance. */
static bool
is_no_chance(const ClClaim *a, const ClClaim *b)
{
    enum { TELLING = 100 };
    return ABS(a->quantity.value.digits) >= TELLING && is_one_period(a, b) &&
           is_exact(&a->quantity) && is_exact(&b->quantity) &&
           cl_number_equal(a->quantity.value, b->quantity.value);
}

/* The share in China told as that of the world. */
static bool
is_part_as_whole(const ClClaim *a, const ClClaim *b, Comparison comparison)
{
    return differs_in(comparison, CL_FACET_REGION) &&
           !a->facets[CL_FACET_REGION].assumed &&
           !b->facets[CL_FACET_REGION].assumed &&
           is_value(a, CL_FACET_REGION, "global") !=
               is_value(b, CL_FACET_REGION, "global") &&
           is_no_chance(a, b);
}

/* 经调整净利润 told as 归母净利润; what is called 净利润 alone may be either. */
static bool
is_other_definition(const ClClaim *a, const ClClaim *b, Comparison comparison)
{
    return differs_in(comparison, CL_FACET_DEFINITION) &&
           a->facets[CL_FACET_DEFINITION].value &&
           b->facets[CL_FACET_DEFINITION].value &&
           is_value(a, CL_FACET_DEFINITION, "adjusted") !=
               is_value(b, CL_FACET_DEFINITION, "adjusted") &&
           is_no_chance(a, b);
}

static bool
is_expected(const ClClaim *claim)
{
    return is_value(claim, CL_FACET_MODALITY, "forecast") ||
           is_value(claim, CL_FACET_MODALITY, "target");
}

bool
is_early(const ClClaim *claim)
{
    ClDay day;
    return cl_day_parse(claim->article->date, &day) &&
           claim->facets[CL_FACET_WHEN].to > day;
}

/* What is expected of the year told as what it brought, while it still runs:
   once it is over, a forecast may have come true. */
static bool
is_forecast_as_fact(const ClClaim *a, const ClClaim *b, Comparison comparison)
{
    enum { TELLING = 10 };
    const ClClaim *fact = is_expected(a) ? b : a;
    return differs_in(comparison, CL_FACET_MODALITY) &&
           is_expected(a) != is_expected(b) &&
           g_strcmp0(fact->facets[CL_FACET_MODALITY].value, "actual") == 0 &&
           is_early(fact) && is_one_period(a, b) &&
           ABS(a->quantity.value.digits) >= TELLING &&
           cl_number_equal(a->quantity.value, b->quantity.value);
}

bool
is_relabel(const ClClaim *a, const ClClaim *b, Comparison comparison)
{
    return is_mixed_up(a, b, comparison) ||
           is_part_as_whole(a, b, comparison) ||
           is_other_definition(a, b, comparison) ||
           is_forecast_as_fact(a, b, comparison) ||
           is_other_period(a, b, comparison);
}
